"""Does an answer in CSV have this figure? Usage: anchor.py FILE FIGURE.

A figure that ends in ~ is a quotient and stands for all that round to it.
"""

import csv
import sys
from decimal import Decimal, InvalidOperation


def number(text):
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def main():
    figure = Decimal(sys.argv[2].rstrip("~"))
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        cells = {number(cell) for line in csv.reader(file) for cell in line}
    if sys.argv[2].endswith("~"):
        cells = {None if cell is None else cell.quantize(figure) for cell in cells}
    return 0 if figure in cells else 1


if __name__ == "__main__":
    sys.exit(main())
