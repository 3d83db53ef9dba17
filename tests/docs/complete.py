"""Holds docs/reference against the sources: every code of runtime/diag/diag.def, every
keyword and every function has its place, and every page is linked from docs/language.md.

The tables of codes in diagnostics.md are made from diag.def and the messages that
tests/golden shows; --bless writes them.
"""
import glob
import re
import sys

PAGES = "docs/reference/"
TOPICS = {
    "E01": "Characters and words",
    "E02": "Grammar",
    "E03": "Names",
    "E04": "Types and units",
    "E05": "The model",
    "E06": "Questions",
    "E07": "Scripts, reports, files",
    "E08": "Stores and data",
    "E09": "Not in this version",
}
PARTS = ["Example", "Rules", "Pitfalls", "See also"]
ROW = re.compile(r"^\| (E\d{4}) \| (.*?) \| (.*) \|$")


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def codes():
    """What diag.def says of each code."""
    found = {}
    text = read("runtime/diag/diag.def")
    for code, about in re.findall(r'^DIAG\(\w+,\s*"(E\d+)",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)',
                                  text, re.M):
        parts = re.findall(r'"((?:[^"\\]|\\.)*)"', about)
        found[code] = re.sub(r"\\(.)", r"\1", "".join(parts))
    return found


def messages():
    """The messages that golden cases show for each code, in the order of the files."""
    found = {}
    for path in sorted(glob.glob("tests/golden/**/*.t", recursive=True)):
        for code, text in re.findall(r"(?:error|warning)\[(E\d+)\]: (.*)", read(path)):
            found.setdefault(code, []).append(text)
    return found


def cell(text):
    return text.replace("|", "\\|")


def tables(about, shown, kept):
    """The lines of the page: a heading and a table per topic. `kept` are messages that
    the page has already."""
    lines = []
    for topic, title in TOPICS.items():
        lines += ["", f"### {topic} {title}", "", "| code | about | for instance |",
                  "| --- | --- | --- |"]
        for code in sorted(c for c in about if c.startswith(topic)):
            possible = [cell(text) for text in shown.get(code, [])]
            message = kept.get(code)
            if message not in possible:
                message = min(possible, key=len, default="")
            lines.append(f"| {code} | {cell(about[code])} | {message} |")
    return lines + [""]


def check_codes(bless):
    path = PAGES + "diagnostics.md"
    text = read(path)
    begin, end = "<!-- codes: begin -->\n", "<!-- codes: end -->"
    head, rest = text.split(begin)
    old, tail = rest.split(end)
    kept = {m.group(1): m.group(3) for m in map(ROW.match, old.split("\n")) if m}
    new = "\n".join(tables(codes(), messages(), kept)) + "\n"
    if new == old:
        return []
    if bless:
        with open(path, "w", encoding="utf-8") as file:
            file.write(head + begin + new + end + tail)
        return []
    return [f"{path}: not the codes of diag.def; `sh tests/docs/run.sh --bless` writes them"]


def check_words(name, words, text):
    fences = re.findall(r"^```text\n(.*?)^```$", text, re.M | re.S)
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    spans = " ".join(fences + re.findall(r"`[^`\n]+`", prose))
    known = set(re.findall(r"\w+", spans.lower()))
    return [f"docs/reference: the {name} `{word}` is not there" for word in words
            if not set(re.findall(r"\w+", word)) <= known]


def check_cookbook():
    """Every question has its SQL and stands in the index."""
    index = read("docs/cookbook/README.md")
    for page in sorted(glob.glob("docs/cookbook/*.md")):
        if page.endswith("README.md"):
            continue
        for part in re.split(r"^## ", read(page), flags=re.M)[1:]:
            question = part.split("\n")[0]
            if f"[{question}]" not in index:
                yield f"{page}: `{question}` is not in the index"
            if "```sql\n" not in part:
                yield f"{page}: `{question}` has no SQL"


def main():
    pages = sorted(glob.glob(PAGES + "*.md"))
    text = "\n".join(map(read, pages))
    keywords = re.findall(r'^KEYWORD\(\w+, "(.*?)"', read("lexer/keywords.def"), re.M)
    functions = re.findall(r'^FUNCTION\((?!PERIOD_OF)\w+, "(\w+)[" ]',  # day(d), month(d)
                           read("runtime/model/function.def"), re.M)
    aggregates = re.findall(r'\{"(\w+)", AGG_', read("runtime/resolve/aggregate.c"))
    if not (pages and keywords and functions and aggregates and codes() and messages()):
        sys.exit("complete.py: a list that it reads is empty")
    index = read("docs/language.md")
    wrong = check_codes("--bless" in sys.argv)
    of_values = ["functions", "expressions", "table-calculations"]
    wrong += check_words("keyword", keywords, text)
    wrong += check_words("function", functions,
                         "\n".join(read(f"{PAGES}{page}.md") for page in of_values))
    wrong += check_words("aggregate", aggregates, read(PAGES + "aggregates.md"))
    wrong += check_cookbook()
    for page in pages:
        if f"({page[len('docs/'):]}" not in index:
            wrong.append(f"{page}: docs/language.md has no link to it")
        for part in PARTS:
            if not re.search(f"^## {part}", read(page), re.M):
                wrong.append(f"{page}: no `{part}`")
    for line in wrong:
        print(line)
    total = 1 + len(keywords) + len(functions) + len(aggregates) + (1 + len(PARTS)) * len(pages)
    print(f"{total - len(wrong)} passed, {len(wrong)} failed")
    sys.exit(bool(wrong))


main()
