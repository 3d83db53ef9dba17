"""Scalar operators and functions of the reference evaluator.

Empty makes arithmetic empty; comparisons are true or false.
"""

import datetime as dt
import math
import re
from fractions import Fraction

import values as v


def compute(expr, get, today):
    head = expr[0]
    if head == "num":
        return v.number(expr[1])
    if head == "text":
        return expr[1]
    if head == "bool":
        return expr[1]
    if head == "period":
        return v.period(expr[1])
    if head == "not":
        return get(expr[1]) is not True
    if head == "neg":
        value = get(expr[1])
        return None if value is None else v.multiply(value, Fraction(-1))
    if head == "empty":
        return get(expr[1]) is None
    if head == "between":
        low = v.compare(">=", get(expr[1]), get(expr[2]))
        return low and v.compare("<=", get(expr[1]), get(expr[3]))
    if head == "in":
        return any(v.equal(get(expr[1]), get(e)) for e in expr[2])
    if head == "op":
        return operate(expr, get)
    if head == "call":
        return call(expr[1], expr[2], get, today)
    raise ValueError("expression %s" % (expr,))


def operate(expr, get):
    _, op, left, right = expr
    if op == "and":
        return get(left) is True and get(right) is True
    if op == "or":
        return get(left) is True or get(right) is True
    a, b = get(left), get(right)
    if op in ("=", "!=", "<", "<=", ">", ">="):
        return v.compare(op, a, b)
    if op in ("like", "~~", "~"):
        return matches(op, a, b)
    if a is None or b is None:
        return None
    if op == "||":
        return v.cell(a) + v.cell(b)
    if op == "+":
        return v.add(a, b)
    if op == "-":
        return v.add(a, v.multiply(b, Fraction(-1)))
    return v.multiply(a, b) if op == "*" else v.divide(a, b)


def matches(op, a, b):
    if a is None or b is None:
        return False
    if op == "~":
        return re.search(b, a) is not None
    return v.like(a, b) if op == "like" else v.like(a.lower(), b.lower())


def call(name, args, get, today):
    if name == "if":
        for i in range(0, len(args) - 1, 2):
            if get(args[i]) is True:
                return get(args[i + 1])
        return get(args[-1]) if len(args) % 2 else None
    if name == "coalesce":
        return next((x for x in map(get, args) if x is not None), None)
    if name == "today":
        return today
    given = [get(a) for a in args]
    # Decision: least and greatest skip nothing: empty in, empty out.
    if any(x is None for x in given):
        return None
    return FUNCTIONS[name](*given)


def whole(value):
    return value.numerator // value.denominator


def modulo(a, b):
    # Decision: the remainder has the sign of the divisor, as in a spreadsheet.
    return None if b == 0 else Fraction(a - b * whole(Fraction(a) / b))


def rounded(value, digits=Fraction(0)):
    return v.round_half_away(value, int(digits))


def real(function):
    def wrapped(*args):
        try:
            return v.from_real(function(*map(float, args)))
        except (ValueError, OverflowError, ZeroDivisionError):
            return None
    return wrapped


def days(a, b):
    return Fraction((v.day_of(b) - v.day_of(a)).days)


def months(a, b):
    """Whole months from a to b; a last day counts as reached."""
    a, b = v.day_of(a), v.day_of(b)
    if b < a:
        return -months(b, a)
    count = (b.year - a.year) * 12 + b.month - a.month
    return Fraction(count if v.add_months(a, count) <= b else count - 1)


def working_days(a, b):
    """Decision: Mondays to Fridays from a up to but not at b, negative backwards."""
    a, b = v.day_of(a), v.day_of(b)
    if b < a:
        return -working_days(b, a)
    days_between = (a + dt.timedelta(days=i) for i in range((b - a).days))
    return Fraction(sum(1 for d in days_between if d.isoweekday() < 6))


def hours(a, b):
    """Hours from a to b, with their fraction; a date is its midnight."""
    span = v.bounds(b, False) - v.bounds(a, False)
    return v.divide(Fraction(span.days * 86400 + span.seconds), Fraction(3600))


def pick(best):
    def wrapped(*args):
        result = args[0]
        for value in args[1:]:
            if v.less(value, result) if best == "least" else v.less(result, value):
                result = value
        return result
    return wrapped


def later(day, count, unit):
    n = int(count)
    if unit in ("day", "week"):
        return day + dt.timedelta(days=n * (7 if unit == "week" else 1))
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    return v.add_months(day, n * months)


FUNCTIONS = {
    "mod": modulo,
    "round": rounded,
    "abs": v.absolute,
    "floor": lambda x: Fraction(whole(x)),
    "ceil": lambda x: Fraction(-whole(-x)),
    "sqrt": real(math.sqrt),
    "ln": real(math.log),
    "exp": real(math.exp),
    "power": real(math.pow),
    "least": pick("least"),
    "greatest": pick("greatest"),
    "upper": str.upper,
    "lower": str.lower,
    "trim": lambda s: s.strip(" "),
    "left": lambda s, n: s[:max(0, int(n))],
    "right": lambda s, n: s[max(0, len(s) - int(n)):],
    "replace": lambda s, a, b: s.replace(a, b) if a else s,
    "length": lambda s: Fraction(len(s)),
    "number": v.number,
    "text": v.cell,
    "date": dt.date.fromisoformat,
    "hours": hours,
    "working_days": working_days,
    "weekday": lambda d: Fraction(d.isoweekday()),
    "month_of_year": lambda d: Fraction(d.month),
    "days": days,
    "months": months,
    "later": later,
    "start of": lambda p: p.first,
    "end of": lambda p: p.last,
}
for _unit in v.UNITS:
    FUNCTIONS[_unit] = lambda d, u=_unit: v.Period(u, v.day_of(d))
