"""Hierarchies on random stores, with and without dated parents, against a walk upwards
row by row. A parent may be missing, and a unit may hold at some days only. Parents drawn
at will may go round in a circle, which is looked for on every day."""

import csv
import os
import random
import sqlite3
import tempfile
import unittest
from collections import defaultdict

from store_case import run_koers, seeds

MODEL = """open "store.db"
source units from table units { entity unit key unit_id label name  tree parent%s }
source facts from table facts { key id  join units on unit_id  time at = at
  time paid = paid  measure amount = sum(amount)  measure got = sum(amount) on paid }
"""


def day(number):
    return None if number is None else "2024-01-%02d" % number


def make_units(rng, dated, circles=False):
    """(unit, parent, starts, ends); parents have smaller numbers, so no cycle, unless
    circles are wanted."""
    units = []
    for unit in range(1, 9):
        spans = [(None, None)]
        if dated:
            cut = rng.randint(2, 9)
            spans = rng.choice(([(None, None)], [(None, cut), (cut, None)],
                                [(None, cut), (cut + 2, None)], [(cut, None)]))
        for starts, ends in spans:
            above = range(1, 9) if circles and rng.random() < .3 else range(1, unit)
            parent = rng.choice([None, 99] + list(above) * 3)
            units.append((unit, parent, starts, ends))
    return units


def row_at(units, unit, when, dated):
    for row in units:
        if row[0] == unit and (not dated or (
                when is not None and (row[2] is None or row[2] <= when)
                and (row[3] is None or when < row[3]))):
            return row
    return None


def path_up(units, unit, when, dated):
    path, row = [], row_at(units, unit, when, dated)
    while row:
        path.append(row[0])
        row = row_at(units, row[1], when, dated)
    return path


def has_circle(units, dated):
    for when in range(20):
        for unit in range(1, 9):
            seen, row = set(), row_at(units, unit, when, dated)
            while row and row[0] not in seen:
                seen.add(row[0])
                row = row_at(units, row[1], when, dated)
            if row:
                return True
    return False


class Trees(unittest.TestCase):
    def ask(self, folder, model, question):
        ran = run_koers(folder, model + question, "--format", "csv")
        if "stands above itself" in ran.stderr:
            return None
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return list(csv.reader(ran.stdout.splitlines()))[1:]

    def check_circles(self, folder, rng, dated):
        units = make_units(rng, dated, True)
        db = sqlite3.connect(os.path.join(folder, "store.db"))
        db.execute("create table units (unit_id integer, name text, parent integer,"
                   " starts date, ends date)")
        db.execute("create table facts (id integer, unit_id integer, at date, paid date,"
                   " amount integer)")
        db.executemany("insert into units values (?, ?, ?, ?, ?)",
                       [(u, "u%d" % u, p, day(a), day(b)) for u, p, a, b in units])
        db.execute("insert into facts values (1, 1, '2024-03-01', null, 1)")
        db.commit()
        db.close()
        model = MODEL % (" while starts until ends" if dated else "")
        found = self.ask(folder, model, "show amount by unit at level 1")
        self.assertEqual(found is None, has_circle(units, dated), units)

    def check(self, folder, rng, dated):
        units = make_units(rng, dated)
        facts = [(i, rng.choice([None, 77] + list(range(1, 9)) * 2), rng.randint(1, 12),
                  rng.randint(1, 12), rng.randint(1, 9)) for i in range(20)]
        db = sqlite3.connect(os.path.join(folder, "store.db"))
        db.execute("create table units (unit_id integer, name text, parent integer,"
                   " starts date, ends date)")
        db.execute("create table facts (id integer, unit_id integer, at date, paid date,"
                   " amount integer)")
        db.executemany("insert into units values (?, ?, ?, ?, ?)",
                       [(u, "u%d" % u, p, day(a), day(b)) for u, p, a, b in units])
        db.executemany("insert into facts values (?, ?, ?, ?, ?)",
                       [(i, u, day(a), day(p), m) for i, u, a, p, m in facts])
        db.commit()
        db.close()
        model = MODEL % (" while starts until ends" if dated else "")
        level, under = rng.randint(1, 4), rng.randint(1, 8)
        wanted = defaultdict(lambda: [0, 0])
        total = 0
        for _, unit, at, paid, amount in facts:
            for i, when in enumerate((at, paid)):
                path = path_up(units, unit, when, dated)
                own = path[max(len(path) - level, 0)] if path else None
                wanted["u%d" % own if own else ""][i] += amount
            total += amount * (under in path_up(units, unit, at, dated))
        found = self.ask(folder, model, "show amount, got by unit at level %d" % level)
        self.assertEqual({x[0]: [int(v) for v in x[1:]] for x in found}, dict(wanted))
        for name in ("%d" % under, '"u%d"' % under):
            found = self.ask(folder, model, "show amount where unit under " + name)
            self.assertEqual(found, [["%d" % total]])

        if not dated:
            found = self.ask(folder, model,
                             "show amount by unit having unit under %d" % under)
            wanted = {"u%d" % u for _, u, *_ in facts
                      if u and under in path_up(units, u, None, False)}
            self.assertEqual({x[0] for x in found}, wanted)

    def test_circles(self):
        for seed in seeds(60):
            rng = random.Random("circles/%d" % seed)
            with tempfile.TemporaryDirectory() as folder, self.subTest(seed=seed):
                self.check_circles(folder, rng, seed % 3 > 0)

    def test_random_trees(self):
        for seed in seeds(40):
            rng = random.Random("trees/%d" % seed)
            with tempfile.TemporaryDirectory() as folder, self.subTest(seed=seed):
                self.check(folder, rng, seed % 2 == 1)


if __name__ == "__main__":
    unittest.main()
