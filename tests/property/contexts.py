"""What brackets do to time, to the line's keys and to `where`, row by row.

Items of a bracket, as ("ctx", expr, items) holds them:
  ("where", condition) ("all",) ("all", dimension) ("on", axis, source)
  ("shift", unit, n, full, working): n < 0 is previous
  ("to date", unit or None) ("rolling", n, unit) ("for", window)
Windows are pairs of a first and a last day; None is no day at all.
"""

import datetime as dt
from dataclasses import replace

import values as v

DAY = dt.timedelta(days=1)
LONG_AGO = dt.date(1, 1, 1)


# ---- narrowing a context

def narrow(context, item):
    """The context that one item of a bracket makes."""
    if item[0] == "where":
        return replace(context, where=context.where + ((None, item[1]),))
    if item[0] == "on":
        return replace(context, axis=(item[2], item[1]))
    if item == ("all",):
        return replace(context, lifted=context.lifted | set(context.grain))
    if item[0] == "all":
        return lift(context, item[1])
    if item[0] == "lift":
        return replace(context, lifted=context.lifted | set(item[1]))
    steps = context.steps or ((),)
    return replace(context, dated=True, steps=steps[:-1] + (steps[-1] + (item,),))


def lift(context, dim):
    """[all D]: D leaves the keys, and the conditions on D alone."""
    mine = {d for d in context.grain if d == dim or d[:2] == ("dot", dim[1])}
    kept = []
    for test in conjuncts(context.asked):
        names = list(names_in(test))
        on_dim = [n for n in names if n == dim or n[:2] == ("dot", dim[1])]
        if on_dim and len(on_dim) < len(names):
            raise ValueError("mixed condition")
        if not on_dim:
            kept.append(test)
    return replace(context, lifted=context.lifted | mine, asked=tuple(kept))


def conjuncts(tests):
    for test in tests:
        if test[:2] == ("op", "and"):
            yield from conjuncts(test[2:])
        else:
            yield test


def names_in(expr):
    if expr[0] in ("name", "dot"):
        yield expr
        return
    for part in expr[1:]:
        if isinstance(part, tuple) and part:
            for sub in [part] if isinstance(part[0], str) else part:
                if isinstance(sub, tuple):
                    yield from names_in(sub)


# ---- time

def shift_day(day, unit, n):
    if unit in ("day", "week"):
        return day + n * (7 if unit == "week" else 1) * DAY
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    return v.add_months(day, n * months)


def shift(window, unit, n, weekly):
    """A window moved as a whole: starts of months stay starts of months."""
    low, high = window
    after = high + DAY
    if unit == "year" and weekly and low.weekday() == 0 and after.weekday() == 0:
        return other_week(low, n)[0], other_week(high, n)[1]
    if low == LONG_AGO:
        start = high.replace(day=1) if after.day == 1 else high
        return low, shift((start, high), unit, n, False)[1]
    if low.day == 1 and after.day == 1:
        return shift_day(low, unit, n), shift_day(after, unit, n) - DAY
    return shift_day(low, unit, n), shift_day(high, unit, n)


def other_week(day, years):
    """The same ISO week of another year; week 53 is week 52 where there is none."""
    year, week, _ = day.isocalendar()
    try:
        first = dt.date.fromisocalendar(year + years, week, 1)
    except ValueError:
        first = dt.date.fromisocalendar(year + years, 52, 1)
    return first, first + 6 * DAY


def working(low, high):
    """Monday to Friday days of a window."""
    days = (low + i * DAY for i in range((high - low).days + 1))
    return [d for d in days if d.weekday() < 5]


class Clock:
    """Today, and the unit in which it is counted in comparisons."""

    def __init__(self, today, elapsed, weekly):
        self.today, self.elapsed, self.weekly = today, elapsed, weekly

    def end(self, unit, n, by_working):
        """The last day of the other period that stands against today."""
        here = v.Period(self.elapsed, self.today)
        other = shift((here.first, here.last), unit, n, self.weekly)
        if self.today == here.last:
            return other[1]
        if not by_working and self.weekly and unit == "year":
            return other[0] + (self.today - here.first)
        if not by_working:
            return shift_day(self.today, unit, n)
        over = len(working(here.first, self.today))
        days = working(*other)
        if not working(self.today + DAY, here.last) or len(days) < over:
            return other[1]
        if self.today.weekday() < 5:
            return days[over - 1]
        return days[over] - DAY if len(days) > over else other[1]

    def walk(self, window, items, of_key=False):
        """Where the items lead from a line's own period, or that of a K. What is over
        is moved as a whole, what is not is cut once. A K to come has no window that
        ends today."""
        whole = window is not None and window[1] < self.today
        for item in items:
            of_key = of_key and item[0] != "for"
            if (item[0] == "rolling" and of_key and not whole and window is not None
                    and window[0] > self.today):
                return None
            window, whole = self.step(window, item, whole)
            window = none_of(window)
        return window

    def step(self, window, item, whole):
        if item[0] == "for":
            return tuple(item[1]), item[1][1] < self.today
        if window is None:
            return None, whole
        low, high = window
        if item[0] == "to date":
            first = v.Period(item[1], high).first if item[1] else LONG_AGO
            return (first, high), whole
        if item[0] == "rolling":
            high = high if whole else min(high, self.today)
            return (shift_day(high + DAY, item[2], -item[1]), high), whole
        return self.shifted(window, item, whole)

    def shifted(self, window, item, whole):
        _, unit, n, full, by_working = item
        other = shift(window, unit, n, self.weekly)
        if full or whole or window[1] < self.today:
            return other, whole
        if window[0] > self.today:
            return None, whole
        end = min(other[1], self.end(unit, n, by_working))
        return ((other[0], end) if other[0] <= end else None), True


def reaches_back(steps):
    """The unit that a window's start must be known to the beginning of: days and weeks
    to themselves, longer ones to the month. None: it need not be known."""
    back = None
    for item in steps:
        if item[0] == "rolling":
            back = item[2]
        elif item[0] == "to date" and item[1] is not None:
            back = item[1]
        elif item[0] != "shift":
            back = None
    return back if back in (None, "day", "week") else "month"


def is_none(window):
    return window is None or window[0] > window[1]


def clip(window, low, high):
    return None if window is None else (max(window[0], low), min(window[1], high))


def windows(context, clock):
    """(plain keys, window) of each line that the context stands for."""
    found = [((), context.span)]
    steps = context.steps or ()
    of_key = False
    for place, (dims, allowed) in enumerate(context.keys):
        mine = []
        for plain, window in found:
            for key in allowed:
                mine.append(one_key(context, (plain, window), (dims, key), place))
        found = mine
        of_key = of_key or place > 0 and any(d[0] == "unit" for d in dims)
        if place < len(steps):
            found = [(p, clock.walk(w, steps[place], of_key)) for p, w in found]
    return found


def none_of(window):
    return None if is_none(window) else window


def one_key(context, line, dims_key, place):
    plain, window = line
    for dim, value in zip(*dims_key):
        if place == 0 and dim in context.lifted:
            continue
        if dim[0] == "unit":
            window = none_of(clip(window, value.first, value.last))
        else:
            plain += ((dim, value),)
    return plain, window
