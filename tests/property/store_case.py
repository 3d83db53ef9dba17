"""What the tests over random stores share: seeds, a store in a folder, questions.

CASES and FIRST in the environment say how many cases each test makes, and from where;
without them a test takes its own modest number, or with SHARE one in so many of that.
"""

import csv
import io
import json
import os
import random
import sqlite3
import subprocess
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction

NEAR = Fraction(1, 10 ** 15)


def seeds(count):
    first = int(os.environ.get("FIRST", 0))
    some = max(1, count // int(os.environ.get("SHARE", 1)))
    return range(first, first + int(os.environ.get("CASES", some)))


def run_koers(folder, text, *options):
    """A script beside the store of the folder, and what the program did."""
    with open(os.path.join(folder, "q.koers"), "w", encoding="utf-8") as f:
        f.write(text + "\n")
    koers = os.path.abspath(os.environ.get("KOERS", "../../build/koers"))
    return subprocess.run([koers, "run", "q.koers", *options], cwd=folder,
                          capture_output=True, text=True, check=False)


def exact(value):
    """The text of a number as CSV has it, when it has an end within 20 digits."""
    scaled = Fraction(value) * 10 ** 40
    assert scaled.denominator == 1, value
    number = Decimal(scaled.numerator).scaleb(-40)
    return format(number, "f").rstrip("0").rstrip(".") if number else "0"


class StoreCase(unittest.TestCase):
    """One folder with `store.db`; a test makes one after the other."""

    def each(self, name, count, body):
        """body(random numbers) for each seed, with a fresh folder."""
        for seed in seeds(count):
            with tempfile.TemporaryDirectory() as self.folder:
                with self.subTest(seed=seed):
                    body(random.Random("%s/%d" % (name, seed)))

    def store(self, **tables):
        """tables: name = (columns as SQL declares them, rows)"""
        db = sqlite3.connect(os.path.join(self.folder, "store.db"))
        for name, (columns, rows) in tables.items():
            db.execute("create table %s (%s)" % (name, columns))
            marks = ", ".join("?" * len(rows[0])) if rows else "null"
            db.executemany("insert into %s values (%s)" % (name, marks), rows)
        db.commit()
        db.close()

    def run_koers(self, text, *options):
        return run_koers(self.folder, 'open "store.db"\n' + text, *options)

    def csv(self, text, *options):
        """The lines of the last answer, without its heading."""
        ran = self.run_koers(text, "--format", "csv", *options)
        self.assertEqual(ran.returncode, 0, text + "\n" + ran.stderr)
        return list(csv.reader(io.StringIO(ran.stdout.split("\n\n")[-1])))[1:]

    def json(self, text, *options):
        ran = self.run_koers(text, "--format", "json", *options)
        self.assertEqual(ran.returncode, 0, text + "\n" + ran.stderr)
        return json.loads(ran.stdout, parse_float=Decimal, parse_int=Decimal)

    def same(self, found, wanted, *place):
        """A cell of CSV: texts are equal, numbers to 15 digits, empty is empty."""
        told = "\n".join(str(p) for p in place)
        if isinstance(wanted, str):
            self.assertEqual(found, wanted, told)
        elif wanted is None or found in (None, ""):
            self.assertEqual(found or None, wanted, told)
        else:
            self.assertLess(abs(Fraction(found) - wanted), NEAR,
                            "%s\nfound %s, wanted %s" % (told, found, wanted))
