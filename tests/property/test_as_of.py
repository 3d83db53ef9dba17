"""What was known on a day: rows recorded by then, of flows, ratios and stocks."""

import os
import sys
import unittest
from datetime import date, timedelta
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import values as v
from store_case import StoreCase

START, DAYS = date(2024, 1, 15), 120
MODEL = """source areas from table areas { entity area key id label name }
source sales from table sales { key id  join areas on area_id  time sold = sold
  covers 2024  %s
  measure n = count()  measure total = sum(amount)  measure big = count() where amount > 20
  measure mean = total / n  measure areas_sold = count(distinct area_id)
  measure going = count() while sold until gone }
source notes from table notes { key id  join areas on area_id  time noted = noted
  covers 2024  measure notes = count() }
source log from table log { key id  time changed = at  covers 2024
  measure level = sum(amount) as last known per k at at }
"""


def day(n):
    return START + timedelta(n)


class AsOf(StoreCase):
    def prepare(self, rng):
        self.rng = rng
        # A column of that name, or an axis over one of another name, maybe of moments.
        self.moments = rng.random() < .4
        column = rng.choice(["recorded", "entered"])
        self.model = MODEL % ("time recorded = entered" if column == "entered" else "")
        self.sales = [(i, rng.choice([1, 2, 3, None]), day(rng.randrange(DAYS)),
                       rng.randint(0, 50), self.recorded(), rng.randint(-2, 60))
                      for i in range(rng.randint(1, 50))]
        self.notes = [(i, rng.choice([1, 2, 3]), day(rng.randrange(DAYS)),
                       self.recorded()) for i in range(rng.randint(1, 20))]
        self.log = [(i, rng.randrange(4), day(rng.randrange(DAYS)), rng.randint(0, 9))
                    for i in range(rng.randint(1, 20))]

        def told(at):
            return None if at is None else str(at)

        self.store(
            areas=("id integer, name text", [(1, "A"), (2, "B"), (3, "C")]),
            sales=("id integer, area_id integer, sold date, amount integer, %s %s,"
                   " gone date" % (column, "datetime" if self.moments else "date"),
                   [(i, a, str(s), m, told(r), str(s + timedelta(g)) if g < 50 else None)
                    for i, a, s, m, r, g in self.sales]),
            notes=("id integer, area_id integer, noted date, recorded %s"
                   % ("datetime" if self.moments else "date"),
                   [(i, a, str(s), told(r)) for i, a, s, r in self.notes]),
            log=("id integer, k integer, at date, amount integer",
                 [(i, k, str(a), m) for i, k, a, m in self.log]))

    def recorded(self):
        if self.rng.random() < .15:
            return None
        at = day(self.rng.randrange(-10, DAYS + 20))
        if not self.moments:
            return at
        return "%s %02d:%02d:00" % (at, self.rng.choice([0, 12, 23]), 59)

    @staticmethod
    def known(recorded, until):
        """Whether a row was there at the end of a day; None is no limit."""
        return until is None or recorded is None or str(recorded)[:10] <= str(until)

    def value(self, name, area, window, until, today):
        low, high = window
        if name == "notes":
            return Fraction(sum(
                1 for _, a, s, r in self.notes if low <= s <= high
                and self.known(r, until) and area in (None, a)))
        rows = [r for r in self.sales if self.known(r[4], until)
                and (area is None or r[1] == area)]
        if name == "going":
            at = min(high, today)
            started = [r[2] for r in self.sales if self.known(r[4], until)]
            if not started or at < min(started):
                return "unknown"
            return Fraction(sum(1 for r in rows if r[2] <= at and (
                r[5] >= 50 or r[2] + timedelta(r[5]) > at)))
        rows = [r for r in rows if low <= r[2] <= high]
        total = Fraction(sum(r[3] for r in rows))
        return {"n": Fraction(len(rows)), "total": total,
                "big": Fraction(sum(r[3] > 20 for r in rows)),
                "mean": v.divide(total, Fraction(len(rows))),
                "areas_sold": Fraction(len({r[1] for r in rows} - {None}))}[name]

    def period(self):
        """(what a question says, its last day)"""
        at = day(self.rng.randrange(-5, DAYS + 10))
        unit = self.rng.choice(["day", "day", "month", "quarter"])
        there = v.Period(unit, at)
        return str(there), there.last

    def make(self):
        rng = self.rng
        names = rng.sample(["n", "total", "big", "mean", "areas_sold", "going", "notes"],
                           rng.randint(1, 4))
        clause, bracket = self.period(), self.period()
        clause = clause if rng.random() < .6 else None
        columns, items = [], []
        for m in names:
            items.append(m)
            columns.append((m, None))
            items.append("%s[as of %s] as then_%s" % (m, bracket[0], m))
            columns.append((m, bracket[1]))
        by = rng.choice([["month"], ["area"], ["area", "month"], []])
        self.by, self.columns, self.until = by, columns, clause and clause[1]
        low = v.Period("month", day(rng.randrange(60))).first
        high = v.Period("month", low + timedelta(rng.randrange(60))).last
        self.window = low, high
        self.today = rng.choice([date(2024, 12, 31), day(rng.randrange(90, DAYS))])
        return "show %s%s for %s .. %s%s%s" % (
            ", ".join(items), " by " + ", ".join(by) if by else "", low, high,
            " as of " + clause[0] if clause else "", " with total" if by else "")

    def check(self):
        text = self.make()
        for row in self.csv(self.model + text, "--today", str(self.today)):
            level = row.pop(0) if self.by else "line"
            window, area = self.window, None
            if level == "line" and "month" in self.by:
                month = v.Period("month", date.fromisoformat(
                    row[len(self.by) - 1] + "-01"))
                window = month.first, month.last
            if level == "line" and "area" in self.by:
                if row[0] == "":
                    continue      # nobody's rows, told by no key here
                area = {"A": 1, "B": 2, "C": 3}[row[0]]
            for (name, until), found in zip(self.columns, row[len(self.by):]):
                limits = [u for u in (until, self.until) if u]
                wanted = self.value(name, area, window, min(limits, default=None),
                                    self.today)
                if wanted != "unknown":
                    self.same(found, wanted, self.model, text, self.today, row, name)

    def check_log(self):
        """A log is its own history: what came later takes no row's place."""
        text, until = self.period()
        at = day(self.rng.randrange(20, DAYS))
        last = {}
        for row in sorted(self.log, key=lambda r: (r[2], r[0])):
            if row[2] <= min(at, until):
                last[row[1]] = row[3]
        found = self.csv(self.model + "show level[as of %s] as x for %s" % (text, at),
                         "--today", "2024-12-31")[0][0]
        if found or last:
            self.same(found, Fraction(sum(last.values())), self.model, text, at)

    def test_random_records(self):
        def body(rng):
            self.prepare(rng)
            for _ in range(6):
                self.check()
                self.check_log()
        self.each("as of", 12, body)


if __name__ == "__main__":
    unittest.main()
