"""Random calendars side by side, held against their definitions day by day."""

import os
import sys
import unittest
from datetime import date, timedelta
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import calendars
from store_case import StoreCase, exact

FIRST, LAST = date(2015, 1, 1), date(2026, 12, 31)
LINES = ["day", "week", "month", "quarter", "half", "year"]
COARSER = {"day": LINES[:], "week": LINES[1:], "month": LINES[2:],
           "quarter": LINES[3:], "half": LINES[4:], "year": LINES[5:]}
SOURCE = """source d from table days { key day  time day = day  covers 2015 .. 2026
  measure n = sum(amount)  measure low = min(day)  measure high = max(day) }
"""


def days_between(low, high):
    return [low + timedelta(i) for i in range((high - low).days + 1)]


class Calendars(StoreCase):
    def prepare(self, rng):
        days = days_between(FIRST, LAST)
        self.amounts = {d: rng.randint(-50, 99) for d in days}
        self.rng = rng
        self.own = calendars.make(rng, "own")
        self.other = calendars.make(rng, "side")
        self.model = "%s\n%s\n%s" % (self.own.text, self.other.text, SOURCE)
        self.store(days=("day date, amount integer",
                         [(str(d), a) for d, a in self.amounts.items()]))

    def sum(self, first, last):
        return sum(self.amounts[d] for d in days_between(max(first, FIRST),
                                                         min(last, LAST)))

    def ask(self, text, today="2030-01-01"):
        return self.csv(self.model + text, "--today", today)

    def some_line(self, units=LINES):
        """A unit, and a period of some lines that lies well inside the data."""
        unit = self.rng.choice(units)
        low = date(2019, 1, 1) + timedelta(self.rng.randrange(1100))
        span = {"day": 40, "week": 90, "month": 200}.get(unit, 800)
        lines = list(self.own.lines(unit, low, low + timedelta(span)))
        return unit, lines

    def spoken(self, lines):
        return "%s .. %s" % (self.own.written(lines[0]), self.own.written(lines[-1]))

    def named(self, unit):
        return "own " + unit

    def check_lines(self):
        unit, lines = self.some_line()
        text = "show n, low, high by %s for %s" % (self.named(unit), self.spoken(lines))
        wanted = [[p.name, exact(self.sum(p.first, p.last)), str(p.first), str(p.last)]
                  for p in lines]
        self.assertEqual(self.ask(text), wanted, self.own.text + text)

    def check_one_period(self):
        _, lines = self.some_line()
        p = self.rng.choice(lines)
        written = self.own.written(p)
        for text in ("show n, low, high for " + written,
                     "show n, low, high where day in " + written,
                     "show n[for %s] as x, low[for %s] as a, high[for %s] as b"
                     % ((written,) * 3)):
            wanted = [[exact(self.sum(p.first, p.last)), str(p.first), str(p.last)]]
            self.assertEqual(self.ask(text), wanted, self.own.text + text)

    def check_relative(self):
        unit, lines = self.some_line(LINES[1:])
        today = lines[0].first + timedelta(
            self.rng.randint(0, (lines[0].last - lines[0].first).days))
        n = self.rng.randint(1, 3)
        back, on = [lines[0]], [lines[0]]
        for _ in range(n):
            back.insert(0, self.own.period(unit, back[0].first - timedelta(1)))
            on.append(self.own.period(unit, on[-1].last + timedelta(1)))
        word = self.named(unit)
        for text, first, last in (
                ("this " + word, lines[0].first, lines[0].last),
                ("previous " + word, back[-2].first, back[-2].last),
                ("last %d own %s" % (n, calendars.plural(unit)), back[0].first, back[-2].last),
                ("next %d own %s" % (n, calendars.plural(unit)), on[1].first, on[-1].last),
                (word + " to date", lines[0].first, today)):
            found = self.ask("show n, low, high for " + text, str(today))
            wanted = [[exact(self.sum(first, last)), str(first), str(last)]]
            self.assertEqual(found, wanted, "%s\n%s on %s" % (self.own.text, text, today))

    def check_shift(self):
        unit, lines = self.some_line()
        by = self.rng.choice(COARSER[unit])
        if unit == "week" and not self.own.of_weeks:
            by = "week"
        n = self.rng.choice([-3, -2, -1, -1, -1, 1])
        word = "next" if n > 0 else "previous" if n == -1 else "previous %d" % -n
        bracket = "%s %s%s" % (word, self.rng.choice(["", "own "]), by)
        text = "show n[%s] as x, low[%s] as a, high[%s] as b by %s for %s" % (
            bracket, bracket, bracket, self.named(unit), self.spoken(lines))
        wanted = []
        for p in lines:
            first, last = self.own.moved(p, by, n)
            wanted.append([p.name, exact(self.sum(first, last)), str(first), str(last)])
        self.assertEqual(self.ask(text), wanted, self.own.text + text)

    def check_to_date(self):
        unit, lines = self.some_line()
        calendar = self.rng.choice([self.own, self.other])
        since = self.rng.choice(LINES[1:])
        text = "show n[%s %s to date] as x, high[%s %s to date] as b by %s for %s" % (
            calendar.name, since, calendar.name, since, self.named(unit),
            self.spoken(lines))
        wanted = []
        for p in lines:
            first = calendar.period(since, p.last).first
            wanted.append([p.name, exact(self.sum(first, p.last)), str(p.last)])
        self.assertEqual(self.ask(text), wanted, calendar.text + self.own.text + text)

    def check_rolling(self):
        unit, lines = self.some_line(LINES[1:])
        by = self.rng.choice(COARSER[unit])
        if unit == "week" and not self.own.of_weeks:
            by = "week"
        n = self.rng.randint(1, 4)
        many = calendars.plural(by)
        text = "show n[rolling %d own %s] as x, low[rolling %d own %s] as a by %s" \
            " for %s" % (n, many, n, many, self.named(unit), self.spoken(lines))
        wanted = []
        for p in lines:
            after = self.own.period(by, p.last + timedelta(1))
            if after.first != p.last + timedelta(1):
                return     # it ends inside a unit
            first = after.first
            for _ in range(n):
                first = self.own.period(by, first - timedelta(1)).first
            wanted.append([p.name, exact(self.sum(first, p.last)), str(first)])
        self.assertEqual(self.ask(text), wanted, self.own.text + text)

    def check_set_calendar(self):
        unit, lines = self.some_line()
        text = "set calendar = own show n, %s(low) as p, n[year to date] as y by %s" \
            " for %s" % (unit, unit, self.spoken(lines))
        wanted = [[p.name, exact(self.sum(p.first, p.last)), p.name,
                   exact(self.sum(self.own.period("year", p.last).first, p.last))]
                  for p in lines]
        self.assertEqual(self.ask(text), wanted, self.own.text + text)

    def check_nesting(self):
        """Two units of the calendar, with a total and subtotals."""
        fine = self.rng.choice(LINES[1:5] if self.own.of_weeks else LINES[2:5])
        coarse = self.rng.choice(COARSER[fine][1:])
        _, lines = self.some_line([fine])
        text = "show n by own %s, own %s for %s with total, subtotals" % (
            coarse, fine, self.spoken(lines))
        found = self.ask(text)
        wanted, group = [], []
        for i, p in enumerate(lines):
            upper = self.own.period(coarse, p.first).name
            wanted.append(["line", upper, p.name, exact(self.sum(p.first, p.last))])
            group.append(self.sum(p.first, p.last))
            if i + 1 == len(lines) or self.own.period(
                    coarse, lines[i + 1].first).name != upper:
                wanted.append(["subtotal own " + coarse, upper, "", exact(sum(group))])
                group = []
        wanted.append(["total", "", "",
                       exact(self.sum(lines[0].first, lines[-1].last))])
        self.assertEqual(found, wanted, self.own.text + text)

    def test_random_calendars(self):
        def body(rng):
            self.prepare(rng)
            for check in (self.check_lines, self.check_one_period, self.check_relative,
                          self.check_shift, self.check_shift, self.check_to_date,
                          self.check_rolling, self.check_set_calendar,
                          self.check_nesting):
                check()
        self.each("calendars", 6, body)


class WorkingDays(StoreCase):
    """Working days by counting them one by one."""

    def prepare(self, rng):
        start = date(2024, 2, 1)
        self.days = days_between(start, start + timedelta(40))
        free = rng.sample(days_between(start - timedelta(20), start + timedelta(70)),
                          rng.randint(0, 15))
        cut = rng.randint(0, len(free))
        self.off = set(free)
        written = [str(d) for d in free[:cut]]
        if rng.random() < 0.3:
            self.off |= set(days_between(date(2024, 2, 12), date(2024, 2, 18)))
            written.append("2024-W07")
        civil = rng.random() < 0.5
        items = ["holidays " + ", ".join(written)] if written else []
        self.model = "calendar %s { %s holidays from table free (day) }\n%s" % (
            "civil" if civil else "own", " ".join(items),
            "" if civil else "set calendar = own\n") + SOURCE
        self.store(days=("day date, amount integer", [(str(d), 1) for d in self.days]),
                   free=("day date", [(str(d),) for d in free[cut:]]))

    def works(self, day):
        return day.weekday() < 5 and day not in self.off

    def between(self, a, b):
        if b < a:
            return -self.between(b, a)
        return sum(self.works(a + timedelta(i)) for i in range((b - a).days))

    def after(self, day, n):
        step = timedelta(1 if n > 0 else -1)
        while n:
            day += step
            if self.works(day):
                n -= 1 if n > 0 else -1
        return day

    def test_random_holidays(self):
        def body(rng):
            self.prepare(rng)
            fixed, n, m = rng.choice(self.days), rng.randint(1, 12), rng.randint(1, 12)
            text = "list day, working_days(day, %s) as w, day + %d working days as a," \
                " day - %d working days as b from d sort by day" % (fixed, n, m)
            wanted = [[str(d), str(self.between(d, fixed)), str(self.after(d, n)),
                       str(self.after(d, -m))] for d in self.days]
            self.assertEqual(self.csv(self.model + text, "--today", "2030-01-01"),
                             wanted, self.model + text)
        self.each("working days", 10, body)


if __name__ == "__main__":
    unittest.main()
