"""Random tables, written by Python's csv module in random dialects: what is in the store
after an import is what Python reads from the same file."""

import csv
import datetime
import os
import random
import sqlite3
import subprocess
from decimal import Decimal

TABLES = int(os.environ.get("IMPORT_TABLES", "150"))
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
LETTERS = "abcdefghij KLMNOP_-./:'\"=+@#%()[]"
FORMS = {"ymd": ["%Y-%m-%d", "%Y/%m/%d"], "dmy": ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"],
         "mdy": ["%m/%d/%Y", "%m-%d-%Y"]}


class Column:
    """A kind of values: how one is written, and what the store is to hold."""

    def __init__(self, rng, table):
        self.rng = rng
        self.table = table
        self.kind = rng.choice(["text", "text", "integer", "number", "code", "long",
                                "date", "moment", "nothing"])
        self.empties = rng.choice([0, 0, 0.1, 0.5])
        self.order = table.order if rng.random() < 0.6 else "ymd"
        self.form = rng.choice(FORMS[self.order])
        self.groups = rng.random() < 0.4

    def text(self):
        rng = self.rng
        extra = self.table.separator + self.table.quote + self.table.high
        size = rng.choice([1, 3, 8, 40])
        text = "".join(rng.choice(LETTERS + extra) for _ in range(rng.randrange(size) + 1))
        if rng.random() < 0.1:
            text += "\n" + text
        return "t" + text + "x"

    def mark(self, digits):
        """A number as the table writes it: 1234.5 as 1.234,5."""
        whole, _, decimals = digits.partition(".")
        group, mark = (",", ".") if self.table.decimal == "point" else (".", ",")
        sign = whole.startswith("-")
        whole = whole.lstrip("-")
        if self.groups and len(whole) > 3:
            parts = []
            while whole:
                parts.insert(0, whole[-3:])
                whole = whole[:-3]
            whole = group.join(parts)
        return "-" * sign + whole + (mark + decimals if decimals else "")

    def value(self, first):
        """(written, stored)"""
        rng = self.rng
        if self.kind == "nothing" or (not first and rng.random() < self.empties):
            return "", None
        if self.kind == "text":
            text = self.text()
            return text, text
        if self.kind == "code":
            text = "0" + str(rng.randrange(1, 10 ** rng.randrange(1, 8)))
            return text, text
        if self.kind == "integer":
            v = rng.randrange(-10 ** rng.randrange(1, 18), 10 ** rng.randrange(1, 18))
            return self.mark(str(v)), v
        if self.kind in ("number", "long"):
            size = 22 if self.kind == "long" and first else 8
            digits = str(rng.randrange(10 ** size // 10, 10 ** size)) if first else str(
                rng.randrange(10 ** rng.randrange(1, size)))
            # The first value settles what the marks mean.
            digits += "." + ("25" if first else str(rng.randrange(100)).rjust(2, "0"))
            return self.mark(digits), Decimal(digits)
        day = datetime.datetime(rng.randrange(1900, 2100), rng.randrange(1, 13),
                                rng.randrange(1, 29))
        if first:
            day = day.replace(day=rng.randrange(13, 29))
        if self.kind == "date":
            return day.strftime(self.form), day.strftime("%Y-%m-%d")
        day = day.replace(hour=rng.randrange(1, 24), minute=rng.randrange(60),
                          second=rng.randrange(60))
        if rng.random() < 0.3 or self.order == "ymd":
            clock = " %H:%M:%S"
        else:
            clock = " %I:%M:%S %p"
        return day.strftime(self.form + clock), day.strftime("%Y-%m-%d %H:%M:%S")


class Table:
    def __init__(self, rng, rows=None):
        self.rng = rng
        self.separator = rng.choice(list(SEPARATORS))
        self.quote = rng.choice(['"', '"', '"', "'"])
        self.quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
        self.end = rng.choice(["\n", "\r\n"])
        self.encoding = rng.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
        self.high = "" if self.encoding == "cp1252" else rng.choice(["", "éß", "日本€🙂"])
        self.decimal = rng.choice(["point", "comma"])
        self.order = rng.choice(["dmy", "mdy"])
        self.has_header = rng.random() < 0.7
        self.columns = [Column(rng, self) for _ in range(rng.randrange(1, 9))]
        n = rows or rng.choice([1, 2, 5, 50, 400])
        rows = [[column.value(i == 0) for column in self.columns] for i in range(n)]
        self.written = [[cell[0] for cell in row] for row in rows]
        self.stored = [[cell[1] for cell in row] for row in rows]
        if self.encoding == "cp1252":
            self.written[0] = [cell + "é" if column.kind == "text" else cell
                               for cell, column in zip(self.written[0], self.columns)]
            self.stored[0] = [cell + "é" if column.kind == "text" else cell
                              for cell, column in zip(self.stored[0], self.columns)]

    def dialect(self):
        return {"delimiter": self.separator, "quotechar": self.quote,
                "quoting": self.quoting, "lineterminator": self.end}

    def write(self, path):
        with open(path, "w", encoding=self.encoding, newline="") as file:
            writer = csv.writer(file, **self.dialect())
            if self.has_header:
                writer.writerow([f"name {i}" for i in range(len(self.columns))])
            writer.writerows(self.written)

    def options(self):
        """What a reader cannot know is given, anything else now and then."""
        rng = self.rng
        options = []
        alone = len(self.columns) == 1

        def maybe(option, needed=False):
            if needed or rng.random() < 0.3:
                options.extend(option)

        maybe(["--separator", SEPARATORS[self.separator]], alone or len(self.written) < 50)
        maybe(["--quote", "double" if self.quote == '"' else "single"],
              self.quote == "'" or len(self.written) < 50)
        maybe(["--decimal", self.decimal])
        maybe(["--dates", self.order])
        maybe(["--header" if self.has_header else "--no-header"], True)
        maybe(["--encoding", {"cp1252": "windows-1252", "utf-8-sig": "utf-8"}.get(
            self.encoding, self.encoding)])
        return options


def same(wanted, found):
    if isinstance(wanted, Decimal):
        return found is not None and Decimal(str(found)) == wanted
    return wanted == found


def difference(table, path, store):
    """What is wrong, or None."""
    with open(path, encoding=table.encoding, newline="") as file:
        read = list(csv.reader(file, **table.dialect()))[table.has_header:]
    if read != table.written:
        return "Python reads something else than it wrote"
    found = [list(row) for row in store.execute("select * from t order by rowid")]
    if len(found) != len(table.stored):
        return f"{len(found)} rows, wanted {len(table.stored)}"
    for number, (wanted, row) in enumerate(zip(table.stored, found), 1):
        for column, a, b in zip(table.columns, wanted, row):
            if not same(a, b):
                return f"row {number}, {column.kind}: {b!r}, wanted {a!r}"
    return None


def noise(cases, seed):
    """Bytes that are hardly CSV: an import ends by itself, and leaves all or nothing."""
    for turn in range(TABLES):
        rng = random.Random(f"noise-{seed}-{turn}")
        alphabet = [b",", b";", b'"', b"'", b"\n", b"\r\n", b"\r", b"1", b"2.5", b"a",
                    b"2024-01-31", b"\xe9", b"\xc3\xa9", b"\0", b" ", b"-", b"."]
        rng.shuffle(alphabet)
        alphabet = alphabet[:rng.randrange(2, len(alphabet))]
        data = b"".join(rng.choices(alphabet, k=rng.choice([3, 20, 300, 5000])))
        if rng.random() < 0.2:
            data = rng.choice([b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"]) + data
        with open("noise.csv", "wb") as file:
            file.write(data)
        if os.path.exists("noise.db"):
            os.remove("noise.db")
        done = subprocess.run([cases.koers, "import", "noise.csv", "noise.db"],
                              capture_output=True, check=False, timeout=60)
        good = done.returncode in (0, 1) and os.path.exists("noise.db") == (
            done.returncode == 0)
        cases.check(f"noise {seed}-{turn}", good,
                    f"{done.returncode} {data[:200]!r} {done.stderr[:1000]!r}")


def run(cases, seed):
    noise(cases, seed)
    for turn in range(TABLES):
        rng = random.Random(f"{seed}-{turn}")
        # Some are longer than what the reader holds at once.
        table = Table(rng, 30000 if turn < 4 else None)
        path = f"random-{turn}.csv"
        if os.path.exists("random.db"):
            os.remove("random.db")
        table.write(path)
        command = [cases.koers, "import", path, "into", "t", "random.db",
                   *table.options()]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode:
            wrong = done.stderr.decode("utf-8", "replace")
        else:
            store = sqlite3.connect("random.db")
            wrong = difference(table, path, store)
            store.close()
        cases.check(f"random table {seed}-{turn}", not wrong,
                    f"{wrong}\n{' '.join(command)}\n"
                    f"{done.stderr.decode('utf-8', 'replace')[:1500]}")
        if not wrong:
            os.remove(path)
