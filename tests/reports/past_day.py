#!/usr/bin/env python3
"""Are two answers of a report the same? One is asked of a past day, the other of the store
as it stood then.

    past_day.py ASKED.json STOOD.json

Nothing and zero count as one: a store that ends there has no rows in later months, so none
are there in part, either; and it has rows up to another day.
"""
import json
import sys

SHOWN = 10
APART = ("partial", "about")


def same(a, b):
    if not a and not b:
        return True
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-9 * max(abs(a), abs(b))
    return a == b


def compare(a, b, where, found):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted((a.keys() | b.keys()) - set(APART)):
            compare(a.get(key), b.get(key), where + [key], found)
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (x, y) in enumerate(zip(a, b)):
            compare(x, y, where + [str(i)], found)
    elif not same(a, b):
        found.append(f"{'/'.join(where)}: {a} on the past day, {b} in the store as it stood")


def main():
    with open(sys.argv[1], encoding="utf-8") as one, open(sys.argv[2], encoding="utf-8") as two:
        asked, stood = json.load(one), json.load(two)
    found = []
    compare(asked, stood, [], found)
    for line in found[:SHOWN]:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
