"""Runs the examples of Markdown pages and compares what they print byte for byte.

A block fenced as `koers` is a script. It runs in a copy of examples/northwind as
example.koers; on a page with the comment `<!-- store: demo -->` beside the demo company
of 31 October 2026. A comment `<!-- preamble: TEXT -->` on the line
before the fence puts TEXT as a line of its own in front of the script. A block fenced as
`output` or `error` behind it (blank lines may stand between) is what the script prints
to standard output or to standard error, but for the folder of the project. Without one
the script has to succeed. A block fenced as `koers no-run` is left alone.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\S*)\s*(.*)$")
IN_COMPANY = "<!-- store: demo -->"
COMPANY = ["--today", "2026-10-31"]
PREAMBLE = re.compile(r"^<!-- preamble: (.*) -->$")
SECONDS = 20


class Block:
    """One fenced block; first and last are the indexes of the lines inside."""

    def __init__(self, info, first, last, lines):
        self.info = info
        self.first = first
        self.last = last
        self.text = "".join(line + "\n" for line in lines[first:last])


def blocks_of(path, lines):
    blocks = []
    at = 0
    while at < len(lines):
        fence = FENCE.match(lines[at])
        if not fence:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and lines[end] != "```":
            end += 1
        if end == len(lines):
            sys.exit(f"{path}:{at + 1}: the block does not end")
        blocks.append(Block(lines[at][3:].split(), at + 1, end, lines))
        at = end + 1
    return blocks


def expectation(blocks, i, lines):
    """The block that says what blocks[i] prints, or None."""
    if i + 1 == len(blocks) or blocks[i + 1].info not in (["output"], ["error"]):
        return None
    between = lines[blocks[i].last + 1:blocks[i + 1].first - 1]
    return None if any(between) else blocks[i + 1]


def run(script, folder):
    with open(os.path.join(folder, "example.koers"), "w", encoding="utf-8") as file:
        file.write(script)
    env = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1", TERM="dumb")
    env.pop("COLUMNS", None)
    try:
        done = subprocess.run(
            [os.environ["KOERS"], "run", "example.koers"],
            cwd=folder, env=env, capture_output=True, timeout=SECONDS, check=False,
            stdin=subprocess.DEVNULL)
    except OSError as failure:
        return 127, "", f"{failure}\n"
    except subprocess.TimeoutExpired:
        return 124, "", f"no answer within {SECONDS} seconds\n"
    here = os.getcwd() + os.sep
    return (done.returncode, done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace").replace(here, ""))


def verdict(expected, status, out, err):
    """What is wrong, or None."""
    if expected is None or expected.info == ["output"]:
        if status != 0:
            return f"exit status {status}\n{err}"
        if expected and out != expected.text:
            return f"expected\n{expected.text}printed\n{out}"
        return None
    if status not in (1, 4, 5):
        return f"exit status {status}, an error is expected\n{err}"
    if err != expected.text:
        return f"expected\n{expected.text}printed\n{err}"
    return None


def examples_of(blocks, lines):
    for i, block in enumerate(blocks):
        if block.info != ["koers"]:
            continue
        above = PREAMBLE.match(lines[block.first - 2]) if block.first >= 2 else None
        script = (above.group(1) + "\n" if above else "") + block.text
        yield block, script, expectation(blocks, i, lines)


def make_folder(scratch, name):
    """Where scripts run: `northwind` or `company`."""
    folder = os.path.join(scratch, name)
    if os.path.exists(folder):
        return folder
    if name == "northwind":
        shutil.copytree("examples/northwind", folder)
    else:
        subprocess.run([os.environ["KOERS"], "demo", folder, *COMPANY], check=True,
                       stdout=subprocess.DEVNULL)
    return folder


def check_page(path, scratch, bless):
    """Runs the examples of one page: (passed, failed)."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    blocks = blocks_of(path, lines)
    folder = make_folder(scratch, "company" if IN_COMPANY in lines else "northwind")
    new = list(lines)
    passed = failed = 0
    for block, script, expected in reversed(list(examples_of(blocks, lines))):
        status, out, err = run(script, folder)
        fits = expected and (status == 0) == (expected.info == ["output"])
        if bless and fits and 0 <= status < 6:
            text = out if expected.info == ["output"] else err
            new[expected.first:expected.last] = text.split("\n")[:-1]
            expected.text = text
        wrong = verdict(expected, status, out, err)
        passed += wrong is None
        failed += wrong is not None
        if wrong:
            print(f"{path}:{block.first}: {wrong}")
    if new != lines:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(new))
    if passed + failed == 0:
        print(f"{path}: no example")
        failed += 1
    return passed, failed


def main():
    bless = "--bless" in sys.argv
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for path in (arg for arg in sys.argv[1:] if arg != "--bless"):
            good, bad = check_page(path, scratch, bless)
            passed += good
            failed += bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


main()
