"""Aggregates over values that are not empty."""

from fractions import Fraction

import values as v


def fold(name, found, rest=()):
    """An aggregate over the values that are not empty."""
    if name == "count":
        return Fraction(len(found))
    if name == "count distinct":
        return Fraction(len(set(found)))
    if name == "sum":
        return v.total(found)
    if not found:
        return None
    if name == "avg":
        return v.divide(v.total(found), Fraction(len(found)))
    ordered = sorted(found, key=v.sort_key)
    if name == "min":
        return ordered[0]
    if name == "max":
        return ordered[-1]
    if name == "median":
        return median(ordered)
    if name == "percentile":
        return percentile(ordered, v.number(rest[0][1]))
    if name == "text_list":
        return ", ".join(sorted(set(found), key=v.text_key))
    return spread(name, found)


def median(ordered):
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return v.divide(v.add(ordered[middle - 1], ordered[middle]), Fraction(2))


def percentile(ordered, part):
    """Linear interpolation at part x (n - 1) of the ordered values."""
    place = part * (len(ordered) - 1)
    low = place.numerator // place.denominator
    if low == len(ordered) - 1:
        return ordered[low]
    step = v.add(ordered[low + 1], -ordered[low])
    return v.add(ordered[low], v.multiply(step, place - low))


def spread(name, found):
    """Sample variance; decision: one division, so one rounding; the deviation
    is the root of the exact variance, kept to 20 digits like a quotient."""
    n = len(found)
    if n < 2:
        return None
    plain = sum(Fraction(x) for x in found)
    squares = sum(Fraction(x) ** 2 for x in found)
    variance = (n * squares - plain ** 2) / (n * (n - 1))
    return v.quotient(variance) if name == "variance" else v.root(variance)
