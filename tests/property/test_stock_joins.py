"""Stocks through dated joins on random stores, against a reference that takes what
counts at the end of every day and makes every look-up on that day, row by row: lines,
openings, averages, filters, and bridges, whose parts come of comparing days. The rows
are of all three kinds: intervals, a log of changes, snapshots."""

import csv
import datetime
import os
import random
import sqlite3
import tempfile
import unittest
from fractions import Fraction

from store_case import run_koers, seeds

DAYS = 100
MODEL = """open "store.db"
source areas from table areas { key team, starts  dimension region }
source posts from table posts { key rep, starts  dimension team
  join areas as area on team while starts until ends }
source units from table units { entity unit key unit_id label name
  tree parent while starts until ends }
source deals from table deals { key id
  join posts as post on rep while starts until ends
  join units on unit_id
%s}
source log from table log { key id
  join posts as post on rep while starts until ends
  join units on unit_id
%s}
source snap from table snap { key d, item
  join posts as post on rep while starts until ends
  join units on unit_id
%s}
"""
HOLDS = {"d": "while a until b", "l": "as last known per k at at", "s": "at snapshot d"}
MEASURES = """  measure {0}_sum = sum(amount) {1}
  measure {0}_count = count() {1}
  measure {0}_team = sum(amount) {1} where post.team = "a"
  measure {0}_not = sum(amount) {1} where not (post.team in ("a", "b"))
  measure {0}_under = count() {1} where unit under 2
  measure {0}_weighted = sum(amount * post.weight) {1}
  measure {0}_teams = count(distinct post.team) {1}
  measure {0}_largest = max(amount * post.weight) {1}
"""
DIMENSIONS = [None, "post.team", "post.area.region", "unit at level 1"]
ADDITIVE = ["sum", "count", "team", "not", "under", "weighted"]


def date(n):
    return None if n is None else (datetime.date(2024, 1, 1) +
                                   datetime.timedelta(days=n)).isoformat()


def some_spans(rng):
    """Intervals one behind the other, with gaps; the ends may be open."""
    edges = sorted(rng.sample(range(-5, DAYS + 5), 2 * rng.randint(1, 3)))
    spans = [[a, b] for a, b in zip(edges[::2], edges[1::2])]
    for i in range(1, len(spans)):
        if rng.random() < .5:
            spans[i - 1][1] = spans[i][0]
    if rng.random() < .4:
        spans[0][0] = None
    if rng.random() < .6:
        spans[-1][1] = None
    return spans


def held(rows, key, day):
    """The row of a list of (key, starts, ends, ...) that holds, or None."""
    for row in rows:
        if row[0] == key and (row[1] is None or row[1] <= day) and \
                (row[2] is None or day < row[2]):
            return row
    return None


class Store:
    def __init__(self, rng):
        self.areas = [(team, *span, rng.choice("xyz")) for team in "abc"
                      for span in some_spans(rng)]
        self.posts = [(rep, *span, rng.choice("abcd"), rng.choice([None, 1, 2, 3]))
                      for rep in range(4) for span in some_spans(rng)]
        self.units = [(unit, *span, rng.choice([None] + list(range(1, unit)) * 2))
                      for unit in range(1, 6)
                      for span in rng.choice([[(None, None)], some_spans(rng)])]

        def row(who, start, end):
            return {"who": who, "a": start, "b": end, "rep": rng.choice([None, 0, 1, 2, 3, 9]),
                    "unit": rng.choice([None, 1, 2, 3, 4, 5]), "amount": rng.randint(0, 9)}
        self.deals = []
        for i in range(rng.randint(0, 12)):
            start = rng.choice([None] + list(range(DAYS)) * 2)
            end = None if rng.random() < .3 else (start or 0) + rng.randint(-2, 60)
            self.deals.append(row(i, start, end))
        self.log = [row(rng.randrange(4), rng.choice([None] + list(range(DAYS)) * 2), i)
                    for i in range(rng.randint(0, 12))]
        self.snap = [row(item, day, None)
                     for day in rng.sample(range(DAYS), rng.randint(0, 5))
                     for item in range(3) if rng.random() < .7]

    def write(self, path):
        def joined(r):
            return r["rep"], r["unit"], r["amount"]
        db = sqlite3.connect(path)
        db.executescript("""
            create table areas (team text, starts date, ends date, region text);
            create table posts (rep integer, starts date, ends date, team text, weight integer);
            create table units (unit_id integer, starts date, ends date, parent integer, name text);
            create table deals (id integer, a date, b date, rep integer, unit_id integer,
                                amount integer);
            create table log (id integer, k integer, at date, rep integer, unit_id integer,
                              amount integer);
            create table snap (d date, item integer, rep integer, unit_id integer,
                               amount integer);""")

        def fill(table, rows):
            for row in rows:
                db.execute("insert into %s values (%s)" % (table, ",".join("?" * len(row))), row)
        fill("areas", [(t, date(a), date(b), r) for t, a, b, r in self.areas])
        fill("posts", [(r, date(a), date(b), t, w) for r, a, b, t, w in self.posts])
        fill("units", [(u, date(a), date(b), p, "u%d" % u) for u, a, b, p in self.units])
        fill("deals", [(r["who"], date(r["a"]), date(r["b"]), *joined(r)) for r in self.deals])
        fill("log", [(r["b"], r["who"], date(r["a"]), *joined(r)) for r in self.log])
        fill("snap", [(date(r["a"]), r["who"], *joined(r)) for r in self.snap])
        db.commit()
        db.close()

    def first_day(self, kind):
        rows = {"d": self.deals, "l": self.log, "s": self.snap}[kind]
        return min((r["a"] for r in rows if r["a"] is not None), default=None)

    def alive(self, kind, day):
        """The rows that count at the end of a day."""
        if kind == "d":
            return [r for r in self.deals if r["a"] is not None and r["a"] <= day
                    and (r["b"] is None or r["b"] > day)]
        if kind == "l":
            last = {}
            for r in self.log:
                if r["a"] is None or r["a"] > day:
                    continue
                old = last.get(r["who"])
                if not old or (r["a"], r["b"]) > (old["a"], old["b"]):
                    last[r["who"]] = r
            return list(last.values())
        days = [r["a"] for r in self.snap if r["a"] <= day]
        return [r for r in self.snap if days and r["a"] == max(days)]

    def way_up(self, unit, day):
        path, row = [], held(self.units, unit, day)
        while row:
            path.append(row[0])
            row = held(self.units, row[3], day)
        return path

    def look(self, row, day):
        """Everything that a row finds on a day."""
        post = held(self.posts, row["rep"], day)
        team = post[3] if post else None
        area = held(self.areas, team, day)
        path = self.way_up(row["unit"], day)
        return {None: None, "post.team": team, "post.area.region": area[3] if area else None,
                "unit at level 1": "u%d" % path[-1] if path else None, "path": path,
                "weight": post[4] if post else None}

    def state(self, kind, measure, dimension, day, keeps):
        """{who: (line, does it count, value, team)}"""
        found = {}
        for r in self.alive(kind, day):
            at = self.look(r, day)
            team = at["post.team"]
            counts = {"team": team == "a", "not": team not in ("a", "b"),
                      "under": 2 in at["path"]}.get(measure, True) and keeps(at)
            weighted = None if at["weight"] is None else r["amount"] * at["weight"]
            value = {"count": 1, "under": 1, "weighted": weighted, "largest": weighted,
                     "teams": None}.get(measure, r["amount"])
            found[r["who"]] = (at[dimension], counts, value, team)
        return found


def months(low, high):
    found = []
    for n in range(low, high):
        if not found or found[-1][0] != date(n)[:7]:
            found.append([date(n)[:7], n, n])
        found[-1][2] = n
    return found


class StockJoins(unittest.TestCase):
    def ask(self, question):
        model = MODEL % tuple(MEASURES.format(k, HOLDS[k]) for k in "dls")
        ran = run_koers(self.folder, model + question, "--format", "csv", "--today",
                        date(self.today))
        self.assertEqual(ran.returncode, 0, question + "\n" + ran.stderr)
        self.question = question + "  -- today " + date(self.today)
        return list(csv.reader(ran.stdout.splitlines()))

    def same(self, what, found, wanted):
        if found == "" or wanted is None:
            ok = found == "" and wanted is None
        else:
            ok = abs(Fraction(found) - wanted) < Fraction(1, 10 ** 15)
        self.assertTrue(ok, "%s\n%s: found %r, wanted %s" % (self.question, what, found, wanted))

    def value(self, line, day):
        """The closing of a day; None before the first row."""
        first = self.store.first_day(self.kind)
        if first is None or day < first:
            return None
        rows = [s for s in self.store.state(self.kind, self.measure, self.dimension, day,
                                            self.keeps).values()
                if s[1] and (line is None or (line[0] or None) == s[0])]
        if self.measure == "teams":
            return len({s[3] for s in rows} - {None})
        values = [s[2] for s in rows if s[2] is not None]
        return max(values, default=None) if self.measure == "largest" else sum(values)

    def average(self, line, low, last):
        first = self.store.first_day(self.kind)
        if last < low or first is None or last < first:
            return None
        days = [self.value(line, n) for n in range(low, last + 1)]
        days = [v for v in days if v is not None]
        return Fraction(sum(days), len(days)) if days else None

    def pick(self, measures):
        self.kind, self.measure = self.rng.choice("dls"), self.rng.choice(measures)
        self.dimension = self.rng.choice(DIMENSIONS)
        self.keeps = lambda at: True
        self.where = ""
        if self.rng.random() < .3:
            self.keeps = lambda at: at["post.area.region"] != "y"
            self.where = ' where post.area.region != "y"'
        low = self.rng.randrange(DAYS - 40)
        self.months = months(low, low + self.rng.randint(5, 60))
        return "%s%s for %s .. %s" % (
            "%s, month" % self.dimension if self.dimension else "month", self.where,
            date(low), date(self.months[-1][2]))

    def month_of(self, row):
        line = row[:1] if self.dimension else None
        text, low, high = next(m for m in self.months if m[0] == row[bool(line)])
        return line, low, min(high, self.today)

    def check_lines(self):
        by = self.pick(ADDITIVE + ["teams", "largest"])
        name = self.kind + "_" + self.measure
        found = self.ask("show %s, %s[opening] as o, %s[average] as m by %s"
                         % (name, name, name, by))
        seen = set()
        for row in found[1:]:
            line, low, last = self.month_of(row)
            seen.add(line and line[0] or None)
            cells = row[2:] if self.dimension else row[1:]
            self.same(row, cells[0], self.value(line, last))
            self.same(row, cells[1], self.value(line, min(low - 1, self.today)))
            self.same(row, cells[2], self.average(line, low, last))
        for day in range(self.months[0][1], min(self.months[-1][2], self.today) + 1):
            state = self.store.state(self.kind, self.measure, self.dimension, day,
                                     self.keeps)
            alive = {s[0] for s in state.values() if s[1]}
            self.assertLessEqual(alive if self.dimension else set(), seen, self.question)

    def parts(self, line, low, last):
        part = dict.fromkeys(("new", "up", "down", "gone", "entered", "left"), 0)

        def counted(state):
            return state and state[1] and (line is None or (line[0] or None) == state[0])
        for n in range(low, last + 1):
            old, new = (self.store.state(self.kind, self.measure, self.dimension, day,
                                         self.keeps) for day in (n - 1, n))
            for who in old.keys() | new.keys():
                was, now = old.get(who), new.get(who)
                before = (was[2] or 0) if counted(was) else 0
                after = (now[2] or 0) if counted(now) else 0
                if counted(was) and counted(now):
                    part["up" if after > before else "down"] += after - before
                elif counted(was):
                    part["left" if now else "gone"] -= before
                elif counted(now):
                    part["entered" if was else "new"] += after
        return part

    def check_bridge(self):
        by = self.pick(ADDITIVE)
        head, *lines = self.ask("bridge %s_%s by %s" % (self.kind, self.measure, by))
        for row in lines:
            line, low, last = self.month_of(row)
            found = dict(zip(head, row))
            closing = self.value(line, last)
            self.same((row, "closing"), found["closing"], closing)
            self.same((row, "opening"), found["opening"],
                      self.value(line, min(low - 1, self.today)))
            for part, value in self.parts(line, low, last).items():
                if closing is None or (part not in found and not value):
                    continue
                self.same((row, part), found[part], value if low <= self.today else None)

    def check_total(self):
        """Without time, and the largest of the lines."""
        self.pick(ADDITIVE)
        self.dimension = self.rng.choice(DIMENSIONS[1:3])
        name = "%s_%s" % (self.kind, self.measure)
        high = self.months[-1][2]
        found = self.ask("show max(%s per %s)%s for %s"
                         % (name, self.dimension, self.where, date(high)))
        day = min(high, self.today)
        state = self.store.state(self.kind, self.measure, self.dimension, day, self.keeps)
        lines = {s[0] for s in state.values() if s[1]}
        values = [self.value([line or ""], day) for line in lines]
        first = self.store.first_day(self.kind)
        if first is not None and values and first <= day:
            self.same("", found[1][0], max(values))

    def test_random_stores(self):
        for seed in seeds(40):
            self.rng = random.Random("stock joins/%d" % seed)
            self.store = Store(self.rng)
            self.today = self.rng.choice([DAYS + 30, self.rng.randrange(DAYS)])
            with tempfile.TemporaryDirectory() as self.folder, self.subTest(seed=seed):
                self.store.write(os.path.join(self.folder, "store.db"))
                for _ in range(3):
                    self.check_lines()
                    self.check_bridge()
                    self.check_total()


if __name__ == "__main__":
    unittest.main()
