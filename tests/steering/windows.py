#!/usr/bin/env python3
"""Windows in indicators, under each calendar and rhythm, against sums of days in Python:
values, and what they are held against in a target for a longer time.

Usage: windows.py with $KOERS (default build/koers)."""
import csv
import datetime
import io
import os
import random
import sqlite3
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
KOERS = os.environ.get("KOERS", os.path.join(HERE, "../../build/koers"))
DAY = datetime.timedelta(1)
FIRST = datetime.date(2022, 1, 1)
TODAY = datetime.date(2026, 6, 15)
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
# The month in which years of a calendar begin; years of `retail` are of weeks.
CALENDARS = {"civil": 1, "fiscal": 4, "odd": 2, "retail": 1}
DECLARED = """calendar fiscal { year starts april }
calendar odd { year starts february }
calendar retail { weeks 4-4-5  year ends last saturday of january }
"""
WINDOWS = [("year", 0), ("half", 0), ("quarter", 0), ("month", 0), ("month", 3), ("quarter", 2),
           ("year", 1), ("week", 13), ("day", 10), ("retail year", 0), ("fiscal year", 0), (None, 0)]
# A target for days, by its name in the language.
TARGETS = {"2026": (datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)),
           "fiscal 2027": (datetime.date(2026, 4, 1), datetime.date(2027, 4, 1)),
           "odd 2027": (datetime.date(2026, 2, 1), datetime.date(2027, 2, 1)),
           "retail 2027": (datetime.date(2026, 2, 1), datetime.date(2027, 1, 31)),
           "2026-Q1": (datetime.date(2026, 1, 1), datetime.date(2026, 4, 1))}
AMOUNT = 400000


def add_months(day, n):
    """The day so many months later, or the last one of a shorter month."""
    at = day.year * 12 + day.month - 1 + n
    first = datetime.date(at // 12, at % 12 + 1, 1)
    after = datetime.date((at + 1) // 12, (at + 1) % 12 + 1, 1)
    return min(first + (day.day - 1) * DAY, after - DAY)


def start_of(unit, day, begins):
    """The first day of the unit that holds the day, in years that begin in that month."""
    if unit == "week":
        return day - day.weekday() * DAY
    size = MONTHS[unit]
    return datetime.date(day.year, day.month, 1) if size == 1 else add_months(
        datetime.date(day.year, day.month, 1), -((day.month - begins) % size))


def retail_year(day):
    """The day after the last Saturday of January on or before it."""
    def first(year):
        last = datetime.date(year, 1, 31)
        return last - ((last.weekday() - 5) % 7) * DAY + DAY
    return first(day.year) if first(day.year) <= day else first(day.year - 1)


def begin(window, end, calendar):
    """The first day of the window whose last day is before `end`."""
    unit, n = window
    last = end - DAY
    if unit is None:
        return FIRST
    if unit == "retail year":
        return retail_year(last)
    if unit == "fiscal year":
        return start_of("year", last, 4)
    if not n:
        return start_of(unit, last, CALENDARS[calendar])
    if unit in ("day", "week"):
        return end - n * (7 if unit == "week" else 1) * DAY
    return add_months(end, -n * MONTHS[unit])


def text_of(window):
    unit, n = window
    if unit is None:
        return "[to date]"
    return f"[rolling {n} {unit}s]" if n else f"[{unit} to date]"


def model(cases, calendar):
    lines = ['open "store.db"', f"set today = {TODAY}", DECLARED,
             "source s from table s { key id  time day = day  measure v = sum(v) }"]
    for i, (window, rhythm, target) in enumerate(cases):
        lines.append(f"indicator i{i} {{ measure v{text_of(window)}  rhythm {rhythm}"
                     f"  target >= {AMOUNT} for {target} }}")
    lines += [f"set calendar = {calendar}",
              "list indicator, starts_on, ends_on, value, so_far, so_far_target, status"
              " from koers_indicators where starts_on >= 2025-01-01"]
    return "\n".join(lines)


def read(folder, text):
    with open(os.path.join(folder, "case.koers"), "w", encoding="utf-8") as file:
        file.write(text)
    done = subprocess.run([KOERS, "--format", "csv", "run", "case.koers"], cwd=folder,
                          capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        return None, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout))), ""


def wrong_in(row, case, calendar, total):
    """What differs from days added up; None: nothing does."""
    window, _, target = case
    lo, hi = (datetime.date.fromisoformat(row[k]) for k in ("starts_on", "ends_on"))
    hi += DAY
    since = begin(window, hi, calendar)
    value = total[hi] - total[since]
    first, after = TARGETS[target]
    if float(row["value"]) != value:
        return f"value {row['value']}, not {value}"
    whole = first <= lo and hi <= after and after - first <= hi - lo
    held = first < hi <= after and since == first and not whole
    if bool(row["so_far_target"]) != held:
        return f"held against {row['so_far_target'] or 'nothing'}"
    if not held:
        return None
    part = AMOUNT * (hi - first).days / (after - first).days
    status = "green" if value >= part else "red"
    if abs(float(row["so_far_target"]) - part) > 1e-6 or row["status"] != status:
        return f"{row['status']} by {row['so_far_target']}, not {status} by {part}"
    return None


def check(folder, calendar, total):
    cases = [(w, r, t) for w in WINDOWS for r in ("weekly", "monthly", "quarterly", "yearly")
             for t in TARGETS]
    rows, err = read(folder, model(cases, calendar))
    if rows is None:
        return 0, [f"{calendar}: {err}"]
    bad, held = [], 0
    for row in rows:
        case = cases[int(row["indicator"][1:])]
        wrong = wrong_in(row, case, calendar, total)
        held += bool(row["so_far_target"])
        if wrong:
            bad.append(f"{calendar}, v{text_of(case[0])} {case[1]} for {case[2]}, "
                       f"{row['starts_on']}: {wrong}")
    if not held:
        bad.append(f"{calendar}: nothing is held")
    return len(rows), bad


def main():
    random.seed(7)
    total, at = {FIRST: 0}, FIRST
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        with sqlite3.connect(os.path.join(folder, "store.db")) as db:
            db.execute("create table s (id integer primary key, day date, v integer)")
            while at < TODAY:
                v = random.randint(0, 2500)
                db.execute("insert into s (day, v) values (?, ?)", (str(at), v))
                total[at + DAY] = total[at] + v
                at += DAY
        for calendar in CALENDARS:
            n, bad = check(folder, calendar, total)
            failed += bool(bad)
            if bad:
                print(f"FAILED {len(bad)} of {n} readings", *bad[:8], sep="\n")
    print(f"{len(CALENDARS) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
