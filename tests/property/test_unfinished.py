"""Periods that are not over: what is compared, and what is marked as partial.

Today lies inside and outside the data; lines are periods of the civil calendar and of
random others.  The other period ends where today stands in this one, by the rules of
the manual, day by day.
"""

import os
import sys
import unittest
from datetime import date, timedelta
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import calendars
import values as v
from store_case import StoreCase

FIRST, LAST = date(2020, 1, 1), date(2025, 12, 31)
LINES = ["day", "week", "month", "quarter", "half", "year"]
SPAN = {"day": 12, "week": 60, "month": 200}


class Civil(calendars.MonthCalendar):
    """January to December, ISO weeks that move by years as weeks."""

    def __init__(self):
        super().__init__("civil", 1, False)
        self.text = ""

    def moved(self, period, unit, n):
        if period.unit != "week" or unit != "year":
            return super().moved(period, unit, n)
        weeks = date(period.year + n, 12, 28).isocalendar()[1]
        first = date.fromisocalendar(period.year + n, min(period.number, weeks), 1)
        return first, first + timedelta(6)

    def moved_today(self, here, today, unit, n):
        if here.unit == "week" and unit == "year":
            return self.moved(here, unit, n)[0] + (today - here.first)
        return super().moved_today(here, today, unit, n)


class Unfinished(StoreCase):
    def prepare(self, rng):
        self.rng = rng
        self.calendar = Civil() if rng.random() < .5 else calendars.make(rng, "own")
        self.covers = date(2021, 1, 1), date(2024, 12, 31)
        if rng.random() < .5:
            self.covers = (self.covers[0] + timedelta(rng.randrange(300)),
                           self.covers[1] - timedelta(rng.randrange(300)))
        low, high = self.covers
        self.amounts = {low + timedelta(i): rng.randint(-9, 99)
                        for i in range((high - low).days + 1)}
        self.store(days=("day date, amount integer",
                         [(str(d), a) for d, a in self.amounts.items()]))
        self.model = "%s\nsource d from table days { key day  time day = day" \
            "  covers %s .. %s  measure n = sum(amount) }\n" % (
                self.calendar.text, low, high)

    def pick(self):
        """Lines, today, and the shift of a bracket."""
        rng = self.rng
        self.unit = rng.choice(LINES)
        low = date(2022, 1, 1) + timedelta(rng.randrange(800))
        self.lines = list(self.calendar.lines(
            self.unit, low, low + timedelta(SPAN.get(self.unit, 700))))
        inside = self.lines[0].first + timedelta(rng.randrange(
            (self.lines[-1].last - self.lines[0].first).days + 1))
        self.today = rng.choice([inside, inside, inside, rng.choice(self.lines).last,
                                 rng.choice(self.lines).first, date(2030, 1, 1),
                                 date(2021, 6, 6)])
        coarser = LINES[LINES.index(self.unit):]
        if self.unit == "week" and not self.calendar.of_weeks:
            coarser = ["week"] + (["year"] if isinstance(self.calendar, Civil) else [])
        self.by = rng.choice(coarser)
        self.n = rng.choice([-1, -1, -1, -2, 1])
        count = {1: "next", -1: "previous", -2: "previous 2"}[self.n]
        own = "" if isinstance(self.calendar, Civil) else "own "
        self.shift = "%s %s%s" % (count, own, self.by)
        self.by_text = own + self.unit
        self.range = " .. ".join(
            self.lines[i].name if not own or self.unit == "day"
            else self.calendar.written(self.lines[i]) for i in (0, -1))

    def elapsed(self, here):
        """Where today stands in the other period; its last day on the last day."""
        if here.last == self.today:
            return self.calendar.moved(here, self.by, self.n)[1]
        return self.calendar.moved_today(here, self.today, self.by, self.n)

    def other(self, first, last, moved):
        """The other window of a line or a total; None: nothing."""
        if last < self.today:
            return moved
        if first > self.today:
            return None
        end = min(moved[1], self.elapsed(self.calendar.period(self.unit, self.today)))
        return (moved[0], end) if moved[0] <= end else None

    def sum(self, window):
        if window is None or window[1] < self.covers[0] or window[0] > self.covers[1]:
            return None
        return Fraction(sum(a for d, a in self.amounts.items()
                            if window[0] <= d <= window[1]))

    def is_partial(self, window):
        return window is not None and (
            window[1] >= self.today or window[0] < self.covers[0]
            or window[1] > self.covers[1])

    def wanted(self, first, last, moved):
        """[(value, whether it is partial or None if that is not said)]"""
        window = self.other(first, last, moved)
        moved = moved if self.n < 0 else window     # `full` is of `previous` alone
        now, then, full = self.sum((first, last)), self.sum(window), self.sum(moved)
        change = percent = None
        if now is not None and then is not None:
            change = now - then
            percent = v.divide(change, then) if then > 0 else None
        marks = [value is not None and self.is_partial(w) for value, w in (
            (now, (first, last)), (then, window), (full, moved))]
        return {"n": (now, marks[0]), "n %s" % self.shift: (then, marks[1]),
                "n change": (change, None), "n change %": (percent, None),
                "whole": (full, marks[2])}

    def check_row(self, row, wanted, place):
        for title, (value, partial) in wanted.items():
            self.same(row["values"][title], value, place, title)
            if partial is not None and value is not None:
                self.assertEqual(title in row.get("partial", []), partial,
                                 "%s\n%s" % (place, title))

    def check(self):
        self.pick()
        whole = "full " + self.shift if self.n < 0 else self.shift
        text = "show n, n[%s] as whole by %s for %s versus %s with total" % (
            whole, self.by_text, self.range, self.shift)
        rows = self.json(self.model + text, "--today", str(self.today))["rows"]
        place = "%s\n%s -- today %s" % (self.model, text, self.today)
        self.assertEqual(len(rows), len(self.lines) + 1, place)
        moved = [self.calendar.moved(p, self.by, self.n) for p in self.lines]
        for row, p, other in zip(rows, self.lines, moved):
            self.check_row(row, self.wanted(p.first, p.last, other), place + "\n" + p.name)
        first, last = self.lines[0].first, self.lines[-1].last
        self.check_row(rows[-1], self.wanted(first, last, self.moved_range(moved)),
                       place + "\ntotal")

    def moved_range(self, moved):
        """A range of whole months is moved as that, whatever its lines are."""
        months = [self.calendar.period("month", d) for d in (
            self.lines[0].first, self.lines[-1].last)]
        if LINES.index(self.by) > 1 and months[0].first == self.lines[0].first \
                and months[1].last == self.lines[-1].last:
            moved = [self.calendar.moved(m, self.by, self.n) for m in months]
        return moved[0][0], moved[-1][1]

    def test_random_days(self):
        def body(rng):
            self.prepare(rng)
            for _ in range(8):
                self.check()
        self.each("unfinished", 15, body)


if __name__ == "__main__":
    unittest.main()
