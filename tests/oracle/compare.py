"""Compares two CSV files: what SQL says and what koers says.

Usage: compare.py EXPECTED ACTUAL. A number that SQL prints with an exponent comes
from a division and is held to a relative 1e-12; every other number must be equal,
and every text identical. Numbers of koers must be written plainly: digits, no
exponent, no zero at the end of the part after the point.
"""

import csv
import re
import sys
from decimal import Decimal

SHOWN = 5
EXACT = re.compile(r"-?\d+(\.\d+)?")
DIVIDED = re.compile(r"-?\d\.\d+e[+-]\d+")
PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")
TOLERANCE = Decimal("1e-12")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def same(expected, actual):
    if DIVIDED.fullmatch(expected):
        if not PLAIN.fullmatch(actual):
            return False
        want, have = Decimal(expected), Decimal(actual)
        return abs(want - have) <= TOLERANCE * abs(want)
    if EXACT.fullmatch(expected) and PLAIN.fullmatch(actual):
        return Decimal(expected) == Decimal(actual)
    return expected == actual


def differences(expected, actual):
    if not expected or not actual:
        yield "no lines" if actual != expected else "both are empty"
        return
    if expected[0] != actual[0]:
        yield f"header: expected {expected[0]}, got {actual[0]}"
    if len(expected) != len(actual):
        yield f"expected {len(expected) - 1} lines, got {len(actual) - 1}"
    for number, (want, have) in enumerate(zip(expected[1:], actual[1:]), 1):
        if len(want) != len(have) or not all(map(same, want, have)):
            yield f"line {number}: expected {want}, got {have}"


def main():
    expected, actual = map(read, sys.argv[1:3])
    found = list(differences(expected, actual))
    for text in found[:SHOWN]:
        print("   ", text)
    if len(found) > SHOWN:
        print(f"    and {len(found) - SHOWN} more")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
