"""Makes demo companies and looks at what is in them."""
import hashlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lint"))
from count import check, close

KOERS = os.path.abspath(sys.argv[1])
HERE = os.path.dirname(os.path.abspath(__file__))
STDLIB = os.path.join(HERE, "..", "..", "stdlib", "sales")
IS_ASAN = b"__asan_init" in open(KOERS, "rb").read()
TODAY = "2026-10-31"
SECONDS = 30 if IS_ASAN else 3
BYTES = 12_000_000
# Of the contents of the smallest store on that day: the same on every machine. When the
# company is changed it changes, and is to be put here anew.
CONTENTS = "dc3787a6726689a41a397511bad718da0f526e9431acf7cf0a19840826c5d886"


def koers(*args, **more):
    done = subprocess.run([KOERS, *args], stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300,
                          check=False, **more)
    return done.returncode, done.stdout, done.stderr


def make(folder, *args):
    status, out, err = koers("demo", folder, *args)
    check(f"{folder}: made", status == 0 and not err, status, out, err)
    return out


def read(path):
    with open(path, "rb") as file:
        return file.read()


def parts(name, word):
    """The queries of a file: (what stands behind `-- WORD:`, text)."""
    text = read(os.path.join(HERE, name)).decode()
    found = re.split(rf"^-- {word}: (.*)$", text, flags=re.M)[1:]
    return list(zip(found[::2], found[1::2]))


def contents(folder):
    """A digest of all rows, whatever the file around them looks like."""
    digest = hashlib.sha256()
    with sqlite3.connect(f"{folder}/store.db") as db:
        names = [row[0] for row in db.execute(
            "select name from sqlite_schema where type = 'table' order by name")]
        for name in names:
            digest.update(name.encode())
            for row in db.execute(f'select * from "{name}" order by rowid'):
                if row[0] != "made by":
                    digest.update(repr(row).encode())
    return digest.hexdigest()


def same_store():
    start = time.monotonic()
    out = make("one", "--today", TODAY)
    took = time.monotonic() - start
    check("the small store is quickly there", took < SECONDS, took)
    check("the small store is small", os.path.getsize("one/store.db") < BYTES)
    make("two", f"--today={TODAY}", "--size", "small", "--seed", "1")
    for name in ("store.db", "model.koers"):
        check(f"{name} is the same", read(f"one/{name}") == read(f"two/{name}"))
    make("least", "--today", TODAY, "--size", "5000")
    have = contents("least")
    check("contents are those of every machine", have == CONTENTS, have)
    make("other", "--today", TODAY, "--size", "5000", "--seed", "2")
    check("another seed is another company", contents("other") != have)
    return out


def identities(folder):
    with sqlite3.connect(f"{folder}/store.db") as db:
        for title, text in parts("identities.sql", "rule"):
            rows = db.execute(text).fetchmany(3)
            check(f"{folder}: {title}", not rows, rows)
        label = dict(db.execute("select item, value from about"))
        check(f"{folder}: says that it is made up", label["synthetic"].startswith("yes"))


def figures(folder):
    with sqlite3.connect(f"{folder}/store.db") as db:
        for title, text in parts("figures.sql", "figure"):
            low, high, what = title.split(" ", 2)
            value = db.execute(text).fetchone()[0]
            check(f"{folder}: {what}", value is not None and
                  float(low) <= value <= float(high), value, title)


def ask(folder, text, title=None):
    status, out, err = koers(f"{folder}/store.db", "-c", text, "--format", "csv")
    check(f"{folder}: {title or text}", status == 0 and out and "error" not in err,
          out, err)
    return out


def model(folder, said):
    out = ask(folder, "check model")
    check(f"{folder}: the model's claims hold", out.count("\n") == 1, out)
    for question in re.findall(r"^  ((?:use|show) .*)$", said, re.M):
        ask(folder, question)
    for name in sorted(os.listdir(STDLIB)):
        if name == "kept_accuracy.koers":
            continue  # for models that have no forecasts of their own
        text = read(os.path.join(STDLIB, name)).decode()
        measures = re.findall(r"^measure (\w+)", text, re.M)
        module = name.removesuffix(".koers")
        before = {"acquisition": "use sales.customers ",
                  "direction": "measure actual = win_rate measure goal = 0.35 "
                               "measure start_level = 0.25 use sales.winning ",
                  "lifetime": "use sales.margin use sales.customers "
                              "measure yearly_margin_per_customer = gross_margin / "
                              "base_customers measure yearly_retention = 1 - logo_churn "
                              "measure discount_rate = 0.08 "}.get(module, "")
        shown = f" show {', '.join(measures)} for 2025" if measures else ""
        ask(folder, f"{before}use sales.{module}{shown}" if shown else
            f"{before}use sales.{module} show revenue", f"sales.{module}")


def steering(folder):
    """What the modules call an error in the data is none here."""
    sums = {"sales.orders": "backlog_residual", "sales.waterfall": "pipeline_unexplained",
            "sales.funnel": "unexplained_entries", "sales.winning": "negative_cycles"}
    for module, measure in sums.items():
        out = ask(folder, f"use {module} show {measure} by quarter for 2024-Q1 .. 2026-Q3")
        check(f"{folder}: {measure} is 0",
              {line.split(",")[1] for line in out.split()[1:]} <= {"0", "0.00"}, out)


def refused(args, status, text):
    before = {name: read(name) for name in FILES}
    have, out, err = koers("demo", *args)
    check(f"demo {' '.join(args)}", have == status and text in err and not out,
          have, out, err)
    check(f"demo {' '.join(args)} leaves all as it was",
          before == {name: read(name) for name in FILES} and not os.path.exists("new"))


FILES = ["full/notes.txt", "file"]


def refusals():
    os.mkdir("full")
    os.mkdir("empty")
    for name in FILES:
        with open(name, "w", encoding="utf-8") as file:
            file.write("mine")
    refused(["full"], 5, "there are files in `full` already")
    refused(["file"], 5, "the folder `file` cannot be made: Not a directory")
    refused(["none/new"], 5, "the folder `none/new` cannot be made: No such file")
    refused(["new", "--size", "4999"], 2, "`--size` takes small, medium, large or")
    refused(["new", "--size", "10000001"], 2, "from 5000 to 10000000")
    refused(["new", "--size", "99999999999999999999999"], 2, "`--size` takes")
    refused(["new", "--size", "-1"], 2, "`--size` takes")
    refused(["new", "--size", "huge"], 2, "`--size` takes")
    refused(["new", "--size", ""], 2, "`--size` takes")
    refused(["new", "--seed", "x"], 2, "`--seed` takes a whole number")
    refused(["new", "--seed", "18446744073709551616"], 2, "`--seed` takes")
    refused(["new", "--today", "2026-02-30"], 2, "`--today` takes a day")
    refused(["new", "--today", "0900-01-01"], 2, "ends in a year from 1990 to 2100")
    refused(["new", "more"], 2, "usage: koers demo DIR")
    refused([], 2, "a folder is missing after `demo`")
    make("empty", "--size", "5000", "--today", TODAY)
    refused(["empty"], 5, "there are files in `empty` already")
    if os.geteuid():
        os.chmod("full", 0o500)
        refused(["full/new"], 5, "cannot be made: Permission denied")
        os.chmod("full", 0o700)


def full_disk():
    """A file that cannot grow: nothing is left of it."""
    status, out, err = subprocess.run(
        ["sh", "-c", 'ulimit -f 200; exec "$0" demo new --today 2026-10-31', KOERS],
        text=True, capture_output=True, check=False).returncode, "", ""
    check("a store that cannot be written", status == 5, status, out, err)
    check("nothing is left of it", not os.path.exists("new"))


def stopped():
    """Ctrl-C while millions of lines are written."""
    process = subprocess.Popen([KOERS, "demo", "new", "--size", "10000000"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=300)[1]
    check("a demo that is stopped", process.returncode == 1 and b"stopped" in err,
          process.returncode, err)
    check("a demo that is stopped leaves nothing", not os.path.exists("new"))


def days():
    """Other days, leap days and ends of years among them."""
    for seed, day in enumerate(["2024-02-29", "2026-01-01", "2025-12-31", "1999-05-15"]):
        folder = f"day-{day}"
        make(folder, "--today", day, "--size", "5000", "--seed", str(seed * 1000003))
        identities(folder)
        out = ask(folder, "check model")
        check(f"{folder}: the model's claims hold", out.count("\n") == 1, out)


def learn(text, *file):
    env = dict(os.environ, XDG_STATE_HOME=os.path.abspath("state"))
    done = subprocess.run([KOERS, "learn", *file], input=text, text=True, env=env, timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stdout, done.stderr


def lessons(folder):
    """All twelve, each question answered by what it expects, and progress is kept."""
    course = os.path.join(STDLIB, "..", "lessons")
    names = re.findall(r"^use lessons\.(\w+)", read(f"{course}/course.koers").decode(), re.M)
    check("twelve lessons", len(names) == 12, names)
    with open("course.koers", "w", encoding="utf-8") as file:
        file.write(f'use "{folder}/model.koers"\nuse lessons.course\n')
    status, out, err = koers("check", "course.koers")
    check("what the lessons expect has an answer", status == 0 and not err, out, err)
    for number, name in enumerate(names):
        text = read(f"{course}/{name}.koers").decode()
        answers = re.findall(r"^    expect ((?:.|\n {8,})*)", text, re.M)
        asked = len(re.findall(r"^  ask ", text, re.M))
        check(f"{name}: asks", asked >= 3, asked)
        firsts = []
        for part in re.split(r"^  ask ", text, flags=re.M)[1:]:
            firsts.append(re.search(r"^    expect ((?:.|\n {8,})*)", part, re.M).group(1))
            hints = [re.sub(r"\\(.)", r"\1", hint)
                     for hint in re.findall(r'^    hint "((?:[^"\\]|\\.)*)"', part, re.M)]
            told = " ".join(firsts[-1].split())
            check(f"{name}: hints lead and do not tell: {told}", 2 <= len(hints) <= 3 and
                  not any(told in " ".join(hint.split()) for hint in hints), hints)
        status, out, err = learn("show 1 as wrong\n" + "\n;\n".join(firsts) + "\n")
        if number == 0:
            check("the company is made once", "making a demo company" in err, err)
            err = ""
        check(f"{name}: its answers are right", status == 0 and not err and
              out.count("Not yet:") == 1 and out.count("\nRight.\n") == asked and
              len(answers) >= asked, out, err)
    status, out, err = learn("learn\n")
    check("all is learned", "All lessons are done." in out, out, err)
    own_lessons(folder)


def own_lessons(folder):
    """Lessons of two files may have the same name: each is learned."""
    for name, value in (("ann", 1), ("bob", 2)):
        with open(f"{name}.koers", "w", encoding="utf-8") as file:
            file.write(f'open "{folder}/store.db"\nlesson first {{\n'
                       f'  ask "A number."\n    expect show {value} as n\n}}\n')
    for name, value in (("ann", 1), ("bob", 2)):
        status, out, err = learn(f"show {value} as n\n", f"{name}.koers")
        check(f"the lesson of {name} is learned", status == 0 and "\nRight.\n" in out, out, err)
        status, out, err = learn("", f"{name}.koers")
        check(f"the lesson of {name} is kept", "All lessons are done." in out, out, err)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        said = same_store()
        identities("one")
        figures("one")
        model("one", said)
        steering("one")
        lessons("one")
        days()
        refusals()
        full_disk()
        stopped()
        os.chdir(HERE)
    return close()


sys.exit(main())
