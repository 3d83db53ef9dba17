"""Runs the examples of Markdown pages and compares what they print byte for byte.

A block fenced as `koers` is a script. It runs in a copy of examples/northwind as
example.koers. A comment `<!-- preamble: TEXT -->` on the line
before the fence puts TEXT as a line of its own in front of the script. A block fenced as
`output` or `error` behind it (blank lines may stand between) is what the script prints
to standard output or to standard error. Without one the script has to succeed. A block
fenced as `koers no-run` is left alone.

A block fenced as `sh run` is given to the shell, where `koers` is the program; its output
block has both streams. A block fenced as `csv NAME` is written to the file NAME first.
Both are in a folder of the page's own.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\S*)\s*(.*)$")
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


def call(command, folder, **streams):
    env = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1", TERM="dumb")
    env["PATH"] = os.path.join(os.path.dirname(folder), "bin") + ":" + env["PATH"]
    env.pop("COLUMNS", None)
    try:
        done = subprocess.run(command, cwd=folder, env=env, timeout=SECONDS, check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **streams)
    except OSError as failure:
        return 127, "", f"{failure}\n"
    except subprocess.TimeoutExpired:
        return 124, "", f"no answer within {SECONDS} seconds\n"
    return (done.returncode, done.stdout.decode("utf-8", "replace"),
            (done.stderr or b"").decode("utf-8", "replace"))


def run(block, script, folder):
    if block.info == ["sh", "run"]:
        return call(["sh", "-ec", script], f"{folder}.sh", stderr=subprocess.STDOUT)
    with open(os.path.join(folder, "example.koers"), "w", encoding="utf-8") as file:
        file.write(script)
    return call([os.environ["KOERS"], "run", "example.koers"], folder,
                stderr=subprocess.PIPE)


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
        if block.info not in (["koers"], ["sh", "run"]):
            continue
        above = PREAMBLE.match(lines[block.first - 2]) if block.first >= 2 else None
        script = (above.group(1) + "\n" if above else "") + block.text
        yield block, script, expectation(blocks, i, lines)


def write_files(blocks, folder):
    os.makedirs(f"{folder}.sh")
    for block in blocks:
        if len(block.info) == 2 and block.info[0] == "csv":
            with open(os.path.join(f"{folder}.sh", block.info[1]), "w",
                      encoding="utf-8") as file:
                file.write(block.text)


def check_page(path, folder, bless):
    """Runs the examples of one page: (passed, failed)."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    blocks = blocks_of(path, lines)
    write_files(blocks, folder)
    edits = []
    passed = failed = 0
    for block, script, expected in examples_of(blocks, lines):
        status, out, err = run(block, script, folder)
        fits = expected and (status == 0) == (expected.info == ["output"])
        if bless and fits and 0 <= status < 6:
            text = out if expected.info == ["output"] else err
            edits.append((expected, text.split("\n")[:-1]))
            expected.text = text
        wrong = verdict(expected, status, out, err)
        passed += wrong is None
        failed += wrong is not None
        if wrong:
            print(f"{path}:{block.first}: {wrong}")
    shutil.rmtree(f"{folder}.sh")
    new = list(lines)
    for expected, text in reversed(edits):
        new[expected.first:expected.last] = text
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
        folder = os.path.join(scratch, "northwind")
        shutil.copytree("examples/northwind", folder)
        os.mkdir(os.path.join(scratch, "bin"))
        os.symlink(os.path.abspath(os.environ["KOERS"]),
                   os.path.join(scratch, "bin", "koers"))
        for path in (arg for arg in sys.argv[1:] if arg != "--bless"):
            good, bad = check_page(path, folder, bless)
            passed += good
            failed += bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


main()
