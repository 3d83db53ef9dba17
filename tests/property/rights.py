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

A source that the condition does not reach has to be closed, and only that."""

import os
import random
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


def check(koers, seed, tally, folder):
    case = made(seed)
    rng = random.Random("rights/%d" % seed)
    if not dims_of(case):
        return
    text, condition, user = make_condition(case, rng)
    audience = "audience people level operational sees " + text
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
    for number in range(QUESTIONS):
        question = asked(case, random.Random("rights/%d/%d" % (seed, number)), number)
        form = ("--format", rng.choice(["table", "csv"]))
        person = ("--as", user) + form
        deleted = (stores["covered"].ask(question, *person),
                   stores["fewer"].ask(question, *form))
        changed = (full.ask(question, *person), stores["other"].ask(question, *person))
        closed = "E0720" in deleted[0][2]
        tally["closed"] += closed
        for name, (found, wanted) in (("deleted", deleted), ("changed", changed)):
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
    print("%d rows were hidden, %d questions refused" % (tally["hidden"],
                                                       tally["closed"]))
    print("%d passed, %d failed" % (tally["passed"], tally["failed"]))
    return 1 if tally["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
