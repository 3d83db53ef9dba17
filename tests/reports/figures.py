"""Do the answers of a report have these figures? Usage: figures.py REPORT.json FIGURES.csv

A figure is a line `keys,line,column,value`: in an answer whose key columns are called
`keys`, joined by blanks (empty: none), the line whose first key is `line` (`total`: the
total; empty: the only line), the value in `column`. A value that SQL prints with an
exponent or a fraction of more than 10 digits is a quotient and held to a relative 1e-9.
"""

import csv
import json
import re
import sys
from decimal import Decimal

TOLERANCE = Decimal("1e-9")


def titles(answer, role):
    return [c["title"] for c in answer["columns"] if c["role"] == role]


def lines(answer, keys, line):
    for row in answer["rows"]:
        values, level = row["values"], row.get("level", "line")
        if line == "total":
            if level == "total":
                yield values
        elif level == "line" and (not keys or str(values[keys[0]]) == line):
            yield values


def found(answers, keys, line, column):
    """The values that the figure may mean, one for each answer that has it."""
    for answer in answers:
        names = titles(answer, "key")
        if " ".join(names) != keys:
            continue
        for values in lines(answer, names, line):
            if column in values:
                yield values[column]


def same(want, have):
    if want == "" or have is None:
        return want == "" and have is None
    if not re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", want):
        return want == str(have)
    if not isinstance(have, (int, Decimal)):
        return False
    difference = abs(Decimal(want) - have)
    return difference <= TOLERANCE * max(abs(Decimal(want)), abs(Decimal(have)))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        answers = [a for a in json.load(file, parse_float=Decimal) if "columns" in a]
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        wanted = list(csv.reader(file))
    bad = 0
    for keys, line, column, value in wanted:
        have = list(found(answers, keys, line, column))
        if not any(same(value, h) for h in have):
            bad += 1
            shown = ", ".join(map(str, have)) or "nothing"
            print(f"{column} by {keys or '(nothing)'}, {line or 'one line'}: "
                  f"expected {value}, got {shown}")
    if len(wanted) < 2:
        print("fewer than two figures")
        return 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
