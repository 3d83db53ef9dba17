"""Values of the reference evaluator: exact numbers, periods, order, print.

An empty value is None, a number a Fraction (a Quotient when a division has
part in it), a date a datetime.date, a moment a datetime.datetime, a stretch of
the calendar a Period.  Written from the language's manual alone; nothing here
is taken from the C sources.
"""

import datetime as dt
import math
import re
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 120

UNITS = ("day", "week", "month", "quarter", "half", "year")


class Quotient(Fraction):
    """A number with a division in it: kept to 20 digits after the point."""


def number(text):
    return Fraction(Decimal(str(text)))


def round_half_away(value, digits):
    scaled = abs(value) * Fraction(10) ** digits
    whole = scaled.numerator // scaled.denominator
    if (scaled - whole) * 2 >= 1:
        whole += 1
    result = Fraction(whole) / Fraction(10) ** digits
    return -result if value < 0 else result


def quotient(value):
    return Quotient(round_half_away(value, 20))


def root(value):
    """The square root to 20 digits after the point, half away from zero."""
    scaled = value * 10 ** 40
    whole = math.isqrt(scaled.numerator // scaled.denominator)
    if (2 * whole + 1) ** 2 <= 4 * scaled:
        whole += 1
    return Quotient(whole, 10 ** 20)


def absolute(value):
    return multiply(value, Fraction(-1)) if value < 0 else value


def from_real(value):
    """What sqrt, ln, exp and power give: the 17-digit decimal."""
    if not math.isfinite(value):
        return None
    return Fraction(Decimal("%.17g" % value))


def is_number(value):
    return isinstance(value, Fraction)


def add(a, b):
    result = Fraction(a) + Fraction(b)
    mixed = isinstance(a, Quotient) or isinstance(b, Quotient)
    return Quotient(result) if mixed else result


def multiply(a, b):
    result = Fraction(a) * Fraction(b)
    mixed = isinstance(a, Quotient) or isinstance(b, Quotient)
    return quotient(result) if mixed else result


def divide(a, b):
    return None if b == 0 else quotient(Fraction(a) / Fraction(b))


def total(values):
    result = Fraction(0)
    for value in values:
        result = add(result, value)
    return result


class Period:
    """A calendar unit that begins at `first`; ISO weeks begin on Monday."""

    def __init__(self, unit, day):
        self.unit = unit
        self.first = first_day(unit, day)
        self.last = last_day(unit, self.first)

    def __eq__(self, other):
        return (isinstance(other, Period) and self.unit == other.unit
                and self.first == other.first)

    def __hash__(self):
        return hash((self.unit, self.first))

    def __repr__(self):
        return "Period(%s)" % self

    def __str__(self):
        day = self.first
        if self.unit == "day":
            return day.isoformat()
        if self.unit == "week":
            year, week, _ = day.isocalendar()
            return "%04d-W%02d" % (year, week)
        if self.unit == "month":
            return "%04d-%02d" % (day.year, day.month)
        if self.unit == "quarter":
            return "%04d-Q%d" % (day.year, (day.month + 2) // 3)
        if self.unit == "half":
            return "%04d-H%d" % (day.year, (day.month + 5) // 6)
        return "%04d" % day.year

    def next(self):
        return Period(self.unit, self.last + dt.timedelta(days=1))


def day_of(moment):
    """The day of a date or moment, the first day of a period."""
    if isinstance(moment, Period):
        return moment.first
    return moment.date() if isinstance(moment, dt.datetime) else moment


def add_months(day, count):
    """The same day of another month, or its last day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    month += 1
    last = month_end(year, month)
    return day.replace(year=year, month=month, day=min(day.day, last))


def month_end(year, month):
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day


def first_day(unit, day):
    day = day_of(day)
    if unit == "day":
        return day
    if unit == "week":
        return day - dt.timedelta(days=day.weekday())
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    return dt.date(day.year, (day.month - 1) // months * months + 1, 1)


def last_day(unit, first):
    if unit == "day":
        return first
    if unit == "week":
        return first + dt.timedelta(days=6)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    return add_months(first, months) - dt.timedelta(days=1)


def period(text):
    """A period literal as the language writes it."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if match:
        return Period("day", dt.date(*map(int, match.groups())))
    match = re.fullmatch(r"(\d{4})-W(\d\d)", text)
    if match:
        year, week = map(int, match.groups())
        return Period("week", dt.date.fromisocalendar(year, week, 1))
    match = re.fullmatch(r"(\d{4})-(\d\d)", text)
    if match:
        return Period("month", dt.date(int(match[1]), int(match[2]), 1))
    match = re.fullmatch(r"(\d{4})-Q(\d)", text)
    if match:
        return Period("quarter", dt.date(int(match[1]), int(match[2]) * 3 - 2, 1))
    match = re.fullmatch(r"(\d{4})-H(\d)", text)
    if match:
        return Period("half", dt.date(int(match[1]), int(match[2]) * 6 - 5, 1))
    return Period("year", dt.date(int(text), 1, 1))


def periods_between(unit, low, high):
    result = []
    current = Period(unit, low)
    while current.first <= high:
        result.append(current)
        current = current.next()
    return result


def bounds(value, end):
    """A date as a moment; of a period its begin or its last moment."""
    if isinstance(value, Period):
        if end:
            return dt.datetime.combine(value.last, dt.time.max)
        return dt.datetime.combine(value.first, dt.time.min)
    if isinstance(value, dt.datetime):
        return value
    return dt.datetime.combine(value, dt.time.min)


def equal(a, b):
    """Two-valued: empty equals only empty."""
    if a is None or b is None:
        return a is None and b is None
    if isinstance(a, Period) and isinstance(b, dt.date):
        a, b = b, a
    if isinstance(b, Period) and isinstance(a, dt.date):
        # Decision: a date equals a period literal when it lies in it.
        return bounds(b, False) <= bounds(a, False) <= bounds(b, True)
    if isinstance(a, dt.date) and isinstance(b, dt.date):
        return bounds(a, False) == bounds(b, False)
    return a == b


def less(a, b):
    """a < b; false when one of them is empty.

    A moment is before a period that begins later, and after one that is over.
    """
    if a is None or b is None:
        return False
    if isinstance(a, (dt.date, Period)):
        return bounds(a, True) < bounds(b, False)
    if isinstance(a, str):
        return text_key(a) < text_key(b)
    return a < b


def compare(op, a, b):
    if op == "=":
        return equal(a, b)
    if op == "!=":
        return not equal(a, b)
    if op == "<":
        return less(a, b)
    if op == ">":
        return less(b, a)
    # Decision: `<=` with an empty side is false, as `<`, also for two empties.
    if a is None or b is None:
        return False
    return not less(b, a) if op == "<=" else not less(a, b)


def text_key(text):
    return (text.lower(), text)


def sort_key(value):
    """Order of values of one kind; empties are handled by the caller."""
    if isinstance(value, str):
        return text_key(value)
    if isinstance(value, Period):
        return value.first
    if isinstance(value, dt.date):
        return bounds(value, False)
    return value


def like(text, pattern):
    parts = []
    for char in pattern:
        parts.append(".*" if char == "%" else "." if char == "_" else re.escape(char))
    return re.fullmatch("".join(parts), text, re.S) is not None


def number_text(value):
    if value.denominator == 1:
        return str(value.numerator)
    digits = Decimal(value.numerator) / Decimal(value.denominator)
    text = format(digits, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def cell(value):
    """A value as the CSV shows it."""
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    if is_number(value):
        return number_text(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)
