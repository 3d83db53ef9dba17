#!/usr/bin/env python3
"""Rights on random models: what a person is answered who sees some rows.

usage: rights.py KOERS [SEEDS [FIRST]]

For each seed a model, its data, a condition that hides rows and some questions are made
up. Which rows the condition keeps is found row by row by the reference. A question asked
as the person has to be answered, to the letter, as

- over a store from which all other rows were deleted, asked by nobody in particular
  (what a source covers is declared, as days of hidden rows are no secret);
- over a store in which everything of the other rows but keys, days and what the
  condition reads is something else.

So has all that is said of rows in other ways: reports, why, brief, how indicators stand,
and, over the second store only, what explain, check steering and map steering say and
what completion offers. A source that the condition does not reach has to be closed, and only that."""

import os
import pty
import random
import re
import select
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import datetime as dt

import generate
import koers_text as kt
import questions

COVERS = (dt.date(2023, 10, 1), dt.date(2024, 12, 31))
QUESTIONS = 6


def dims_of(case):
    """(name, source) of the texts that rows are told apart by."""
    return [(name, s) for s in case.sources for name in s.dims
            if case.kinds[name] == "text"]


def make_condition(case, rng):
    """(Koers text with $user, the same for the reference, user)"""
    name, source = rng.choice(dims_of(case))
    model = case.model()
    source = model.sources[source.name]
    met = sorted({v for i in range(len(source.rows))
                  for v in [model.row(source, i, ("name", name), False)]
                  if v is not None})
    user = rng.choice(met or ["nobody"]) if rng.random() < 0.93 else "nobody"
    other = rng.choice(met or ["x"])
    dim = ("name", name)
    is_user = ("op", "=", dim, ("text", user))
    written = kt.name(name)
    forms = [("%s = $user" % written, is_user)] * 3 + [
        ("%s in ($user, %s)" % (written, kt.quoted(other)),
         ("in", dim, (("text", user), ("text", other)))),
        ("%s != $user" % written, ("op", "!=", dim, ("text", user))),
        ("%s is empty or %s = $user" % (written, written),
         ("op", "or", ("empty", dim), is_user)),
        ("%s in (show %s from %s where %s = $user)" % (
            (written, written, kt.name(source.name), written)), is_user)]
    text, condition = rng.choice(forms)
    return text, condition, user


class Store:
    def __init__(self, koers, case, audience, folder):
        self.koers, self.folder = koers, folder
        os.mkdir(folder)
        generate.write_store(case, os.path.join(folder, "store.db"))
        self.save("model.koers", generate.model_text(case, "store.db") + "\n" + audience)

    def save(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as out:
            out.write(text + "\n")

    def ask(self, text, *options):
        """(status, what was printed, what was said)"""
        self.save("q.koers", 'use "model.koers"\n' + text)
        ran = subprocess.run([self.koers, "run", "q.koers", *options], cwd=self.folder,
                             capture_output=True, text=True, timeout=60, check=False)
        return ran.returncode, ran.stdout, ran.stderr


    def complete(self, text, *options):
        """What the prompt offers behind the text, and what it makes of it."""
        with open(os.path.join(self.folder, "inputrc"), "w", encoding="utf-8") as out:
            out.write("set show-all-if-ambiguous on\nset page-completions off\n"
                      "set completion-query-items 0\nset enable-bracketed-paste off\n")
        env = dict(os.environ, TERM="xterm", NO_COLOR="1", INPUTRC="inputrc",
                   XDG_STATE_HOME=self.folder)
        main, side = pty.openpty()
        with subprocess.Popen([self.koers, "store.db", *options], cwd=self.folder, env=env,
                              stdin=side, stdout=side, stderr=side) as prompt:
            os.close(side)
            listen(main, "koers> ")
            os.write(main, (text + "\t\x15show 1234 + 5 as x\n").encode())
            said = re.sub("\x1b\\[[?0-9;]*[a-zA-Z]", "", listen(main, "1,239"))
            prompt.kill()
        os.close(main)
        lines = [line.split("\r")[-1].strip("\a ") for line in said.split("\r\n")]
        offered = [line for line in lines if line and "koers>" not in line]
        made = re.findall(re.escape(text) + "[^\r\n]*", said)
        return offered[:offered.index("x")], max(made, key=len, default="")


def listen(main, until):
    """What is said up to that text, 5 seconds of silence at most."""
    said = ""
    while until not in said and select.select([main], [], [], 5)[0]:
        said += os.read(main, 65536).decode(errors="replace")
    return said


def copied(case, change):
    """A case with the rows that change(source, rows) gives."""
    other = replace(case)
    other.sources = [replace(s, rows=change(s, [dict(r) for r in s.rows]))
                     for s in case.sources]
    return other


def reached(store, case, user):
    """Sources that the condition reaches, as the program says it."""
    found = set()
    for s in case.sources:
        key = kt.name(s.key_columns()[0])
        status, plan, _ = store.ask("list %s from %s" % (key, kt.name(s.name)),
                                    "--as", user, "--dump", "plan")
        if status == 0 and "\n  sees " in plan:
            found.add(s.name)
    return found


def hidden_rows(case, source, condition):
    """Numbers of the rows that the condition hides; those that the source's own filter
    leaves out nobody sees."""
    model = case.model()
    kept = model.sources[source.name]
    hidden = {id(row) for i, row in enumerate(kept.rows)
              if model.row(kept, i, condition, False) is not True}
    return {i for i, row in enumerate(source.rows) if id(row) in hidden}


def scramble(case, rng, hidden, condition):
    """Other values in the rows that are hidden: the same rows stay hidden, on the same
    days."""
    apart = tells_apart(case, condition)

    def change(source, rows):
        kept = repr(source.where)
        for i in hidden.get(source.name, ()):
            for column in case.columns[source.name]:
                if column.name in apart or repr(column.name) in kept:
                    continue
                if column.kind in ("int", "decimal"):
                    rows[i][column.name] = Fraction(rng.choice([10 ** 9, -7, 12345]))
                elif column.kind == "text":
                    rows[i][column.name] = rng.choice(["hidden", "zz " * 20, "0"])
        return rows
    return copied(case, change)


def tells_apart(case, condition):
    """Columns that the dimension of the condition is made of."""
    found = set()
    for s in case.sources:
        for name, expr in s.dims.items():
            if repr(name) in repr(condition):
                found |= {c.name for c in case.columns[s.name] if c.name in repr(expr)}
    return found


def made(seed):
    """A case whose columns say what they hold: that is no secret."""
    case = generate.build(seed)
    for column in (c for columns in case.columns.values() for c in columns):
        column.decl = {"date": "DATE", "moment": "DATETIME"}.get(column.kind, column.decl)
    return case


def asked(case, rng, number):
    """A question, or a report whose parameter has no such value."""
    texts = [(n, s) for n, s in dims_of(case) if s.entity]
    if number or not texts:
        return kt.question(questions.make(case, rng))
    name, source = rng.choice(texts)
    text = rng.choice([row[source.dims[name][1]] for row in source.rows] or ["x"])
    return 'report r(who = "x") { show %s from %s where %s = $who }\nrun r(who: %s)' % (
        kt.name(source.entity[0]), kt.name(source.name), kt.name(name),
        kt.quoted((text or "x") + "e"))


def flows_of(case):
    """Names of sums of the sources, as they are written."""
    return [kt.name(name) for s in case.sources for name in s.measures
            if name[2:] in ("sum1", "sum2")]


def steering(case, rng):
    """Indicators that the audience looks at."""
    flows = flows_of(case)
    return "".join(
        "\nindicator steered_%d { measure %s  audience people  rhythm monthly  "
        "target >= %d }" % (i, flow, rng.choice([0, 50, 1000]))
        for i, flow in enumerate(rng.sample(flows, min(2, len(flows)))))


def said_otherwise(case, rng):
    """(what is said, does a store with fewer rows say the same): all that rows tell in
    other ways than as the answer to a question."""
    question = kt.question(questions.make(case, rng))
    other = kt.question(questions.make(case, rng))
    flow = rng.choice(flows_of(case))
    return [("report r { %s\n%s }\nrun r" % (question, other), True),
            ("why %s versus previous %s for %s" % (
                flow, *rng.choice([("month", "2024-02"), ("quarter", "2024-Q1")])), True),
            ("brief for people on 2024-03-01", True),
            ("set today = 2024-03-20\nlist indicator, period, value, status, reason "
             "from koers_indicators", True),
            ("explain show %s for 2024-Q1" % flow, False),
            ("explain %s" % question, False),
            ("explain %s" % flow, False),
            ("set today = 2024-03-20\ncheck steering\nmap steering", False)]


def check_completion(case, rng, stores, person, tally):
    """Values of a text that tells rows apart which the person sees some of."""
    seen, user = person
    dims = [(name, s) for name, s in dims_of(case) if s.name in seen]
    if not dims:
        return
    name, source = rng.choice(dims)
    text = 'show count() from %s where %s = "' % (kt.name(source.name), kt.name(name))
    found = stores["full"].complete(text, "--as", user)
    for other, options in (("other", ("--as", user)), ("fewer", ())):
        if other == "fewer" and len(seen) < len(case.sources):
            continue  # values of what is closed are not offered
        wanted = stores[other].complete(text, *options)
        tally["offered"] += len(wanted[0]) or wanted[1] != text
        tally["passed" if found == wanted else "failed"] += 1
        if found != wanted:
            print("%s, as %s, %s\nfound %r\nwanted %r" % (text, user, other, found, wanted))


def check(koers, seed, tally, folder):
    case = made(seed)
    rng = random.Random("rights/%d" % seed)
    if not dims_of(case):
        return
    text, condition, user = make_condition(case, rng)
    audience = "audience people level operational sees " + text
    audience += steering(case, random.Random("steering/%d" % seed))
    full = Store(koers, case, audience, os.path.join(folder, "full"))
    seen = reached(full, case, user)
    hidden = {s.name: hidden_rows(case, s, condition) for s in case.sources
              if s.name in seen}
    covered = replace(case)
    covered.sources = [replace(s, covers=s.covers or (COVERS if s.axes else None))
                       for s in case.sources]
    fewer = copied(covered, lambda s, rows: [
        r for i, r in enumerate(rows) if i not in hidden.get(s.name, ())])
    stores = {
        "covered": Store(koers, covered, audience, os.path.join(folder, "covered")),
        "fewer": Store(koers, fewer, audience, os.path.join(folder, "fewer")),
        "other": Store(koers, scramble(case, rng, hidden, condition), audience,
                       os.path.join(folder, "other"))}
    tally["hidden"] += sum(len(h) for h in hidden.values())
    said = [(asked(case, random.Random("rights/%d/%d" % (seed, number)), number), True)
            for number in range(QUESTIONS)]
    if flows_of(case):
        said += said_otherwise(case, random.Random("said/%d" % seed))
    check_completion(case, random.Random("offered/%d" % seed), {**stores, "full": full},
                     (seen, user), tally)
    for number, (question, by_fewer) in enumerate(said):
        form = ("--format", rng.choice(["table", "csv"]))
        person = ("--as", user) + form
        deleted = (stores["covered"].ask(question, *person),
                   stores["fewer"].ask(question, *form))
        changed = (full.ask(question, *person), stores["other"].ask(question, *person))
        closed = "E0720" in deleted[0][2]
        tally["closed"] += closed
        for name, (found, wanted) in (("deleted", deleted), ("changed", changed)):
            if name == "deleted" and not by_fewer:
                continue
            if name == "deleted" and number >= QUESTIONS and len(seen) < len(case.sources):
                continue
            if name == "deleted" and closed:
                if len(seen) < len(case.sources):
                    continue
                wanted = "a closed source"
            good = found == wanted
            tally["passed" if good else "failed"] += 1
            if not good and tally["failed"] <= 5:
                print("seed %d question %d, %s: sees %s, as %s\n  %s\nfound %s\n%s%s\n"
                      "wanted %s\n%s%s" % (
                          seed, number, name, text, user, question, *found, *wanted))


def main():
    koers = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    tally = Counter()
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            check(koers, seed, tally, folder)
    print("%d rows were hidden, %d questions refused, %d times values offered" % (
        tally["hidden"], tally["closed"], tally["offered"]))
    print("%d passed, %d failed" % (tally["passed"], tally["failed"]))
    return 1 if tally["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
