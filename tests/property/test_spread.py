"""Targets spread over random periods, against the rule applied to each row by itself.

A part of a row is the difference of two cumulative amounts, each rounded to 20 digits.
"""

import csv
import os
import random
import sqlite3
import tempfile
import unittest
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from store_case import run_koers, seeds

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
LINES = ["day", "week", "month", "quarter", "year"]
WEIGHTS = [Fraction(n, 100) for n in (5, 11, 0, 7, 3, 9, 8, 1, 2, 13, 20, 6)]
START, END = date(2023, 1, 1), date(2026, 1, 1)

MODEL = """open "store.db"
profile season by month weights %s
source plan from table plan {
  key rep, starts
  dimension rep
  time period = starts by %s
  covers 2023 .. 2025
  measure daily = sum(amount) spread over days
  measure worked = sum(amount) spread over working days
%s
}
"""

SEASON = "  measure season = sum(amount) spread by profile season"


def month_start(number):
    return date(number // 12, number % 12 + 1, 1)


def period_of(unit, day):
    """The first day of the period that holds `day`, and the first after it."""
    if unit == "day":
        return day, day + timedelta(1)
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(7)
    first = (day.year * 12 + day.month - 1) // MONTHS[unit] * MONTHS[unit]
    return month_start(first), month_start(first + MONTHS[unit])


def days_in(low, high):
    return [low + timedelta(i) for i in range((high - low).days)]


def weigh(kind, unit, low, day):
    """What a day of the period that begins at `low` weighs."""
    if kind == "worked":
        return Fraction(day.weekday() < 5)
    if kind == "daily":
        return Fraction(1)
    step = day.year * 12 + day.month - low.year * 12 - low.month
    first, after = period_of("month", day)
    return WEIGHTS[step] / (after - first).days


def round_half_away(number):
    scaled = abs(number) * 10**20 * 2
    whole = (scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if number < 0 else whole).scaleb(-20)


class Shares:
    """For every day of a period the share of the days before it."""

    def __init__(self, kind, unit):
        self.kind, self.unit, self.known = kind, unit, {}

    def before(self, low, high, day):
        if low not in self.known:
            weights = [weigh(self.kind, self.unit, low, d) for d in days_in(low, high)]
            sums = [Fraction(0)]
            for weight in weights:
                sums.append(sums[-1] + weight)
            self.known[low] = [s / sums[-1] for s in sums]
        return self.known[low][(min(max(day, low), high) - low).days]

    def part(self, row, low, high):
        first, after = period_of(self.unit, row[1])
        amount = Fraction(row[2])
        return (round_half_away(amount * self.before(first, after, high))
                - round_half_away(amount * self.before(first, after, low)))

    def total(self, rows, window):
        return sum((self.part(row, *window) for row in rows), Decimal(0))


def make_rows(rng, unit):
    """(rep, day in the period, amount)"""
    rows = []
    for rep in (1, 2, 3):
        for first in range(START.year * 12, END.year * 12, MONTHS[unit]):
            if rng.random() < 0.8:
                day = month_start(first) + timedelta(rng.randint(0, 20))
                rows.append((rep, day, Decimal(rng.randint(-999, 99999)).scaleb(-2)))
    return rows


def line_name(unit, low):
    if unit == "week":
        return "%d-W%02d" % low.isocalendar()[:2]
    if unit == "quarter":
        return "%d-Q%d" % (low.year, (low.month + 2) // 3)
    return str(low)[: {"day": 10, "month": 7, "year": 4}[unit]]


class Spread(unittest.TestCase):
    def ask(self, folder, text):
        ran = run_koers(folder, text, "--format", "csv", "--today", "2026-06-01")
        self.assertEqual(ran.returncode, 0, text + ran.stderr)
        return list(csv.reader(ran.stdout.splitlines()))[1:]

    def check(self, folder, rng, unit, rows):
        kind = rng.choice(["daily", "worked"] + (["season"] if unit == "year" else []))
        line = rng.choice(LINES)
        low, high = sorted(rng.sample(days_in(START, END), 2))
        since, until = sorted(rng.sample(days_in(START, END), 2))
        shares = Shares(kind, unit)
        weights = ", ".join(str(float(w)) for w in WEIGHTS[:12])
        text = MODEL % (weights, unit, SEASON if unit == "year" else "") + (
            f"show {kind}, {kind}[year to date] as y, {kind}[for {since} .. {until}] as f,"
            f" {kind}[all rep] as a by rep, {line} for {low} .. {high} with total\n")
        high, until = high + timedelta(1), until + timedelta(1)
        windows = {}
        for day in days_in(low, high):
            first, after = period_of(line, day)
            windows[line_name(line, first)] = max(low, first), min(high, after)
        for level, rep, name, *values in self.ask(folder, text):
            window = windows[name] if level == "line" else (low, high)
            own = [row for row in rows if level == "total" or row[0] == int(rep)]
            year = date((window[1] - timedelta(1)).year, 1, 1), window[1]
            wanted = [shares.total(own, window), shares.total(own, year),
                      shares.total(own, (since, until)), shares.total(rows, window)]
            self.assertEqual([Decimal(v) for v in values], wanted, text + str((rep, name)))

    def test_random_targets(self):
        for seed in seeds(12):
            rng = random.Random("spread/%d" % seed)
            unit = rng.choice(list(MONTHS))
            rows = make_rows(rng, unit)
            with tempfile.TemporaryDirectory() as folder:
                db = sqlite3.connect(os.path.join(folder, "store.db"))
                db.execute("create table plan (rep integer, starts date,"
                           " amount decimal(12, 2))")
                db.executemany("insert into plan values (?, ?, ?)",
                               [(r, str(d), float(a)) for r, d, a in rows])
                db.commit()
                db.close()
                self.check(folder, rng, unit, rows)


if __name__ == "__main__":
    unittest.main()
