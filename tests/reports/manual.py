"""Does docs/reports.md say of every report what its module says, and what it needs?

Usage: manual.py ROOT. A report stands in a table with its question, level, audience and
rhythm as in its head; behind its heading stands every name that it and the modules it uses
require and do not define.
"""

import os
import re
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def modules(folder, text, seen):
    """The texts of the modules that a text uses, each once."""
    for group, name in re.findall(r"^use (\w+)\.(\w+)", text, re.M):
        if (group, name) in seen:
            continue
        seen.add((group, name))
        used = read(os.path.join(folder, group, name + ".koers"))
        yield used
        yield from modules(folder, used, seen)


def required(folder, text):
    texts = [text, *modules(folder, text, set())]
    names = {n for t in texts for n in re.findall(r"^require \w+\s+(\w+)", t, re.M)}
    made = {n for t in texts for n in re.findall(r"^(?:measure|dimension) (\w+)", t, re.M)}
    return names - made


def words(names):
    return names.replace("_", " ")


def facts(text):
    """Question, level, audience and rhythm as the table has them."""
    head = text[text.index("\nreport "):]
    return [re.search(p, head)[1] for p in (
        r'question "([^"]*)"', r"level (\w+)", r"audience (\w+(?:, \w+)*)", r"rhythm (\w+)")]


def problems(root):
    folder = os.path.join(root, "stdlib")
    page = read(os.path.join(root, "docs", "reports.md"))
    sections = {re.match(r"`reports\.(\w+)`", s)[1]: s
                for s in page.split("\n### ")[1:] if s.startswith("`reports.")}
    for file in sorted(os.listdir(os.path.join(folder, "reports"))):
        name = file.removesuffix(".koers")
        text = read(os.path.join(folder, "reports", file))
        question, level, audience, rhythm = facts(text)
        row = f"| {question} | {level} | {words(audience)} | {rhythm} |"
        if not re.search(rf"\[`{name}`\].*{re.escape(row)}", page):
            yield f"{name}: no line `[`{name}`] ... {row}`"
        section = set(re.findall(r"`(\w+)`", sections.get(name, "")))
        missing = required(folder, text) - section
        if missing:
            yield f"{name}: its section does not name {', '.join(sorted(missing))}"


def main():
    found = list(problems(sys.argv[1]))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
