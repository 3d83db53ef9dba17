"""Runs the examples of Markdown pages and compares what they print byte for byte.

A block fenced as `koers` is a script. It runs in a copy of examples/northwind as
example.koers. A block fenced as `output` or `error` behind it (blank lines may stand
between) is what the script prints to standard output or to standard error, where the
folder of the project is left out. Without one the script has to succeed. A block fenced
as `sql` behind these is run over the store of the example and has to give the values of
the script's one answer. A block fenced as `koers no-run` is left alone.

Blocks fenced as `prompt` and `shell` are sessions: what stands behind `koers> ` is typed at
the prompt over the store of the example, what stands behind `$ ` in a shell in its folder,
and the lines below are what is printed. Comments on lines of their own:

    <!-- preamble: TEXT -->         right before a fence: in front of the script
    <!-- page preamble: TEXT -->    the same for the blocks below that have none
    <!-- example: NAME -->          the blocks below run in a copy of examples/NAME;
                                    demo: in the demo company of 31 October 2026
    <!-- file: NAME -->             right before a fence: the block is kept as NAME

Links to other pages and to headings have to lead somewhere.
"""
import csv
import decimal
import glob
import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\S*)\s*(.*)$")
PREAMBLE = re.compile(r"^<!-- preamble: ?(.*) -->$")
PAGE_PREAMBLE = re.compile(r"^<!-- page preamble: ?(.*) -->$")
EXAMPLE = re.compile(r"^<!-- example: (\S+) -->$")
KEPT = re.compile(r"^<!-- file: (\S+) -->$")
MARKS = {"prompt": "koers> ", "shell": "$ "}
LINK = re.compile(r"\[[^][]*\]\(([^)\s]+)\)")
COMPANY = ["--today", "2026-10-31"]
SECONDS = 20
TOLERANCE = decimal.Decimal("1e-9")


class Block:
    """One fenced block; first and last are the indexes of the lines inside."""

    def __init__(self, info, first, last, lines):
        self.info = info
        self.first = first
        self.last = last
        self.text = "".join(line + "\n" for line in lines[first:last])


class Example:
    """A block with what stands behind it; output and sql may be None."""

    def __init__(self, block, script, folder, name):
        self.block = block
        self.script = script
        self.folder = folder
        self.name = name
        self.output = None
        self.sql = None


class Folders:
    """Copies of the examples, each with its store, made when they are asked for."""

    def __init__(self, scratch):
        self.scratch = scratch

    def path(self, name):
        folder = os.path.join(self.scratch, name)
        if not os.path.exists(folder):
            if name == "demo":
                subprocess.run([os.environ["KOERS"], "demo", folder, *COMPANY],
                               check=True, capture_output=True)
                return folder
            shutil.copytree(os.path.join("examples", name), folder)
            if not os.path.exists(self.store(folder)):
                self.load(folder)
        return folder

    @staticmethod
    def store(folder):
        name = os.path.basename(folder)
        return os.path.join(folder, "store.db" if name == "demo" else name + ".db")

    def load(self, folder):
        if os.path.exists(os.path.join(folder, "load.sh")):
            arguments = ["sh", "load.sh", os.environ["KOERS"]]
        else:
            data = sorted(os.listdir(os.path.join(folder, "data")))
            arguments = [os.environ["KOERS"], "import"]
            arguments += [os.path.join("data", name) for name in data]
            arguments.append(os.path.basename(self.store(folder)))
        status, _, err = command(folder, arguments)
        if status != 0:
            sys.exit(f"{folder}: no store\n{err}")


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


def said_above(pattern, lines, end, otherwise):
    """What the last comment of this form above the line `end` says."""
    for line in reversed(lines[:end]):
        found = pattern.match(line)
        if found:
            return found.group(1)
    return otherwise


def said_before(pattern, lines, block):
    """What a comment right before the fence of the block says, or None."""
    at = block.first - 2
    while at >= 0 and lines[at].startswith("<!-- "):
        found = pattern.match(lines[at])
        if found:
            return found.group(1)
        at -= 1
    return None


def script_of(block, lines):
    own = said_before(PREAMBLE, lines, block)
    text = said_above(PAGE_PREAMBLE, lines, block.first, "") if own is None else own
    return (text + "\n" if text else "") + block.text


def examples_of(blocks, lines, folders):
    found = []
    for i, block in enumerate(blocks):
        kept = said_before(KEPT, lines, block)
        if not kept and block.info[:1] not in (["koers"], ["prompt"], ["shell"]):
            continue
        store = said_above(EXAMPLE, lines, block.first, "northwind")
        name = kept or "example.koers"
        example = Example(block, script_of(block, lines), folders.path(store), name)
        before = block
        for behind in blocks[i + 1:]:
            if any(lines[before.last + 1:behind.first - 1]):
                break
            if behind.info in (["output"], ["error"]) and before is block:
                example.output = behind
            elif behind.info == ["sql"]:
                example.sql = behind
            else:
                break
            before = behind
        found.append(example)
    return found


def environment(folder):
    tools = os.path.join(os.path.dirname(folder), "bin")
    if not os.path.exists(tools):
        os.mkdir(tools)
        os.symlink(os.path.abspath(os.environ["KOERS"]), os.path.join(tools, "koers"))
    env = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1", TERM="dumb",
               PATH=tools + ":" + os.environ["PATH"])
    env.pop("COLUMNS", None)
    return env


def command(folder, arguments, **how):
    """Exit status, standard output and standard error of a command."""
    how = {"stdin": subprocess.DEVNULL, "stderr": subprocess.PIPE, **how}
    try:
        done = subprocess.run(arguments, cwd=folder, env=environment(folder),
                              stdout=subprocess.PIPE, timeout=SECONDS, check=False,
                              encoding="utf-8", errors="replace", **how)
    except OSError as failure:
        return 127, "", f"{failure}\n"
    except subprocess.TimeoutExpired:
        return 124, "", f"no answer within {SECONDS} seconds\n"
    errors = (done.stderr or "").replace(os.getcwd() + os.sep, "")
    return done.returncode, done.stdout, errors


def keep(example):
    path = os.path.join(example.folder, example.name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(example.script)


def run(example, *options):
    # What an example before this one logged is not known to it.
    for log in glob.glob(os.path.join(example.folder, "*.db.koers")):
        os.remove(log)
    return command(example.folder,
                   [os.environ["KOERS"], "run", *options, example.name])


def printed_at_prompt(folder, typed):
    """What all of this prints, typed one after the other."""
    done = []
    store = os.path.basename(folder) + ".db"
    for i in range(len(typed) + 1):
        done.append(command(folder, [os.environ["KOERS"], store],
                            stdin=None, input=";\n".join(typed[:i]) + ";\n",
                            stderr=subprocess.STDOUT)[1])
    return [after[len(before):].lstrip("\n") for before, after in zip(done, done[1:])]


def session(block, folder):
    """The session as it goes now: the lines of the block."""
    mark = MARKS[block.info[0]]
    typed = [line[len(mark):] for line in block.text.split("\n") if line.startswith(mark)]
    if block.info[0] == "prompt":
        printed = printed_at_prompt(folder, typed)
    else:
        printed = [command(folder, ["sh", "-c", line], stderr=subprocess.STDOUT)[1]
                   for line in typed]
    return "".join(mark + line + "\n" + text for line, text in zip(typed, printed))


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


def same(stored, printed):
    """A value of SQL and a field of CSV. SQL as people write it computes in binary
    fractions, so a number with a point is held to nine digits; all else is equal."""
    if stored is None:
        return printed == ""
    if isinstance(stored, str):
        return printed == stored
    try:
        number = decimal.Decimal(printed)
    except decimal.InvalidOperation:
        return False
    if isinstance(stored, int):
        return number == stored
    want = decimal.Decimal(stored)
    return abs(want - number) <= TOLERANCE * max(abs(want), 1)


def answer(text):
    """The lines of a CSV answer without its header and its column `level`."""
    lines = list(csv.reader(io.StringIO(text)))
    start = 1 if lines and lines[0][:1] == ["level"] else 0
    return [line[start:] for line in lines[1:]]


def against_sql(example):
    """What differs between the answer of the script and that of its SQL, or None."""
    status, out, err = run(example, "--format", "csv")
    if status != 0:
        return f"exit status {status}\n{err}"
    store = sqlite3.connect(f"file:{Folders.store(example.folder)}?mode=ro", uri=True)
    try:
        wanted = store.execute(example.sql.text).fetchall()
    except sqlite3.Error as failure:
        return f"SQL: {failure}"
    finally:
        store.close()
    printed = answer(out)
    if not wanted:
        return "SQL: no lines"
    if len(wanted) != len(printed):
        return f"SQL has {len(wanted)} lines, Koers {len(printed)}"
    for want, have in zip(wanted, printed):
        if len(want) != len(have) or not all(map(same, want, have)):
            return f"SQL {list(want)}, Koers {have}"
    return None


def anchors_of(path):
    """The anchors of a page's headings, as GitHub makes them."""
    found = set()
    inside = False
    with open(path, encoding="utf-8") as file:
        for line in file:
            inside ^= line.startswith("```")
            if not inside and re.match(r"#+ ", line):
                text = line.lstrip("#").strip().lower()
                text = "".join(c for c in text if c.isalnum() or c in " -_")
                found.add(text.replace(" ", "-"))
    return found


def dead_links(path, lines, blocks):
    inside = {n for b in blocks for n in range(b.first - 1, b.last + 1)}
    for number, line in enumerate(lines):
        targets = LINK.findall(line) if number not in inside else []
        for target in targets:
            if "://" in target:
                continue
            page, _, anchor = target.partition("#")
            page = os.path.join(os.path.dirname(path), page) if page else path
            if not os.path.exists(page):
                yield f"{path}:{number + 1}: no file {target}"
            elif anchor and anchor not in anchors_of(page):
                yield f"{path}:{number + 1}: no heading {target}"


def check_session(example, new, bless):
    """What is wrong, or None; with `bless` what is printed now goes into `new`."""
    block = example.block
    text = session(block, example.folder)
    if text == block.text:
        return None
    if bless and text:
        new.append((block, text))
        return None
    return f"expected\n{block.text}printed\n{text}"


def check_script(example, new, bless):
    """The same of a script."""
    expected = example.output
    status, out, err = run(example)
    fits = expected and (status == 0) == (expected.info == ["output"])
    if bless and fits and 0 <= status < 6:
        expected.text = out if expected.info == ["output"] else err
        new.append((expected, expected.text))
    wrong = verdict(expected, status, out, err)
    return wrong or (against_sql(example) if example.sql else None)


def check_page(path, folders, bless):
    """Runs the examples of one page: (passed, failed)."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    blocks = blocks_of(path, lines)
    new = []
    passed = failed = 0
    for example in examples_of(blocks, lines, folders):
        if example.block.info[0] in MARKS:
            wrong = check_session(example, new, bless)
        else:
            keep(example)
            if example.block.info != ["koers"]:
                continue
            wrong = check_script(example, new, bless)
        passed += wrong is None
        failed += wrong is not None
        if wrong:
            print(f"{path}:{example.block.first}: {wrong}")
    for block, text in reversed(new):
        lines[block.first:block.last] = text.split("\n")[:-1]
    if new:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
    if passed + failed == 0:
        print(f"{path}: no example")
        failed += 1
    for link in dead_links(path, lines, blocks_of(path, lines)):
        print(link)
        failed += 1
    return passed, failed


def main():
    bless = "--bless" in sys.argv
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folders = Folders(scratch)
        for path in (arg for arg in sys.argv[1:] if arg != "--bless"):
            good, bad = check_page(path, folders, bless)
            passed += good
            failed += bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


main()
