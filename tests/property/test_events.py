"""Event windows on random stores, against an evaluation row by row.

Days are few, so that events often stand at the row's own time or exactly at the end of
the window. Events are read from another source and from the row's own, where a row is
not its own event, and where `before at` and `after at` are the two sides of the row in
order of time and key.
"""

import calendar
import csv
import datetime
import os
import random
import sqlite3
import statistics
import tempfile
import unittest
from fractions import Fraction

from store_case import run_koers, seeds

MODEL = """open "store.db"
source people from table people { entity person key person_id label name }
source events from table events { key id  join people on who  time at = at
  dimension kind  measure number = count()  measure total = sum(value)
  measure good = count() where kind = "a"  measure per_event = total / number
  measure kinds = count(distinct kind)  measure middle = median(value)
  measure most = max(value)  measure high = percentile(value, 80%)
  measure deviation = stddev(value)  measure spread_out = variance(value)
  measure lowest = first(id by value)  measure highest = last(id by value)
  measure names = text_list(kind) }
source visits from table visits { key id  join people on who  time at = at }
"""

DAY = datetime.timedelta(days=1)


def shift(at, n, unit):
    if unit == "days":
        return at + n * DAY
    if unit == "weeks":
        return at + 7 * n * DAY
    month = at.year * 12 + at.month - 1 + n
    year, month = month // 12, month % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return at.replace(year=year, month=month, day=min(at.day, last))


def make_time(rng, moments):
    if rng.random() < 0.1:
        return None
    start = datetime.datetime(2024, 1, 25)
    if moments:  # never at midnight only: such a column would be one of dates
        return start + datetime.timedelta(hours=12 * rng.randint(0, 20), minutes=30)
    return start + rng.randint(0, 14) * DAY


def make_rows(rng, n, moments):
    return [(i + 1, rng.choice((1, 1, 2, 3, None)), make_time(rng, moments),
             rng.choice((None, -2, 0, 1, 3, 3, 7)), rng.choice("abc"))
            for i in range(rng.randint(0, n))]


def number(value):
    return None if value is None else Fraction(value)


def aggregate(name, events):
    """events: (id, who, at, value, kind) in order of time and key."""
    values = [e for e in events if e[3] is not None]
    plain = [e[3] for e in values]
    if name in ("number", "count()"):
        return number(len(events))
    if name == "good":
        return number(sum(e[4] == "a" for e in events))
    if name in ("total", "sum(value)"):
        return number(sum(plain))
    if name == "per_event":
        return Fraction(sum(plain), len(events)) if events else None
    if name == "count(distinct value)":
        return number(len(set(plain)))
    if name == "kinds":
        return number(len({e[4] for e in events}))
    if name == "names":
        return ", ".join(sorted({e[4] for e in events})) or None
    if not values:
        return None
    if name in ("deviation", "spread_out"):
        if len(plain) < 2:
            return None
        mean = Fraction(sum(plain), len(plain))
        variance = sum((v - mean) ** 2 for v in plain) / (len(plain) - 1)
        return variance if name == "spread_out" else Fraction(float(variance) ** .5)
    if name == "high":
        place = Fraction(4, 5) * (len(plain) - 1)
        low, plain = int(place), sorted(plain)
        high = min(low + 1, len(plain) - 1)
        return plain[low] + (plain[high] - plain[low]) * (place - low)
    if name == "lowest":
        return number(min(values, key=lambda e: (e[3], -e[0]))[0])
    if name == "highest":
        return number(max(values, key=lambda e: (e[3], e[0]))[0])
    if name == "avg(value)":
        return Fraction(sum(plain), len(plain))
    if name in ("median(value)", "middle"):
        return statistics.median([Fraction(v) for v in plain])
    if name == "min(value)":
        return number(min(plain))
    if name in ("max(value)", "most"):
        return number(max(plain))
    if name == "last(value by at)":
        return number(max(values, key=lambda e: (e[2], e[0]))[3])
    first = min(e[2] for e in values)
    return number(max((e for e in values if e[2] == first), key=lambda e: e[0])[3])


MEASURES = ("number", "good", "total", "per_event", "kinds", "middle", "most", "high",
            "deviation", "spread_out", "lowest", "highest", "names")
AGGREGATES = ("avg(value)", "median(value)", "min(value)", "max(value)",
              "first(value by at)", "last(value by at)", "count(distinct value)")


class Window:
    """M per person SIDE (at + OFFSET days) [within N UNIT]"""

    def __init__(self, rng, own):
        self.own = own
        self.what = rng.choice(MEASURES + AGGREGATES if own else MEASURES)
        self.side = rng.choice(("before", "until", "after"))
        self.offset = rng.choice((0, 0, 1, -1, 3))
        self.n = rng.choice((None, 1, 2, 5, 7))
        self.unit = rng.choice(("days", "days", "weeks", "months"))

    def text(self):
        if self.offset:
            time = "(at %s %d days)" % ("-" if self.offset < 0 else "+", abs(self.offset))
        else:
            time = "at"
        within = "" if self.n is None else " within %d %s" % (self.n, self.unit)
        return "(%s per person %s %s%s)" % (self.what, self.side, time, within)

    def holds(self, time, at):
        if self.side == "after":
            return at >= time and (self.n is None or
                                   at < shift(time, self.n, self.unit))
        if self.n is not None and at <= shift(time, -self.n, self.unit):
            return False
        return at < time or (self.side == "until" and at == time)

    def on_its_side(self, row, event):
        """Of the row's own source: not the row, and at its time those on its side."""
        if not self.own or self.offset or event[2] != row[2] or self.side == "until":
            return not self.own or event[0] != row[0]
        return event[0] < row[0] if self.side == "before" else event[0] > row[0]

    def value(self, row, events):
        if row[2] is None:
            return aggregate(self.what, [])
        time = row[2] + self.offset * DAY
        met = self.own and not self.offset and self.side == "before"
        return aggregate(self.what, [
            e for e in events if e[1] == row[1] and e[2] is not None
            and self.on_its_side(row, e)
            and (self.holds(time, e[2]) or (met and e[2] == time))])


def write_store(path, events, visits, moments):
    def text(at):
        form = "%Y-%m-%d %H:%M:%S" if moments else "%Y-%m-%d"
        return None if at is None else at.strftime(form)

    db = sqlite3.connect(path)
    db.execute("create table people (person_id integer primary key, name text)")
    db.executemany("insert into people values (?, ?)", [(1, "A"), (2, "B"), (3, "C")])
    for name, rows in (("events", events), ("visits", visits)):
        db.execute("create table %s (id integer primary key, who integer, at %s,"
                   " value integer, kind text)" % (name, "text" if moments else "date"))
        db.executemany("insert into %s values (?, ?, ?, ?, ?)" % name,
                       [(i, w, text(a), v, k) for i, w, a, v, k in rows])
    db.commit()
    db.close()


class EventWindows(unittest.TestCase):
    def ask(self, folder, question):
        ran = run_koers(folder, MODEL + question, "--format", "csv")
        self.assertEqual(ran.returncode, 0, ran.stderr + question)
        return list(csv.reader(ran.stdout.splitlines()))[1:]

    def compare(self, folder, seed, source, rows, events, windows):
        question = "list id, %s from %s" % (
            ", ".join("%s as w%d" % (w.text(), i) for i, w in enumerate(windows)),
            source)
        found = {int(line[0]): line[1:] for line in self.ask(folder, question)}
        self.assertEqual(set(found), {row[0] for row in rows})
        for row in rows:
            for window, have in zip(windows, found[row[0]]):
                want = window.value(row, events)
                if not isinstance(want, str):
                    have = Fraction(have) if have else None
                place = "seed %s, %s of %s" % (seed, window.text(), row)
                if want is None or have is None or isinstance(want, str):
                    self.assertEqual(have, want, place)
                else:
                    self.assertLess(abs(have - want), Fraction(1, 10 ** 12), place)

    def test_random_stores(self):
        for seed in seeds(60):
            rng = random.Random("events/%d" % seed)
            moments = rng.random() < 0.3
            events = make_rows(rng, 25 if seed % 10 else 250, moments)
            visits = make_rows(rng, 12, moments)
            with tempfile.TemporaryDirectory() as folder:
                write_store(os.path.join(folder, "store.db"), events, visits, moments)
                if events:
                    self.compare(folder, seed, "events", events, events,
                                 [Window(rng, True) for _ in range(6)])
                if visits and events:
                    self.compare(folder, seed, "visits", visits, events,
                                 [Window(rng, False) for _ in range(4)])


if __name__ == "__main__":
    unittest.main()
