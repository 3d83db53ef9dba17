"""Runs the questions of the speed test in pairs and prints how they compare.

Usage: measure.py KOERS FOLDER LINES ...

For each number of lines, FOLDER/LINES holds lines.db, model.koers and questions/.
Run from the project's folder, where build/bench/spent is.
Koers and the sqlite3 shell take turns; the medians of CPU time (user and system) and
of wall time are compared, and the largest resident size is shown. Answers are held
against each other, numbers to a relative 1e-9, since SQL adds in floating point. With
KOERS - only the SQL is run.
"""

import csv
import io
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
NORTHWIND = os.path.join(HERE, "..", "..", "examples", "northwind", "model.koers")
SPENT = os.path.join("build", "bench", "spent")
SHELL = ["sqlite3", "-batch", "-bail", "-readonly", "-csv", "-header"]
RUNS = int(os.environ.get("RUNS", "3"))
ONLY = os.environ.get("QUESTIONS", "").split()
# The name, and what the time of koers may be at most beside that of SQL.
QUESTIONS = [
    ("revenue_by_month", 0.4),
    ("region_by_quarter", 0.4),
    ("top_customers", 0.4),
    ("best_products", 0.4),
    ("buyers_by_month", 0.4),
    ("attainment", 1.0),
    ("win_rate", 1.0),
    ("new_customers", 1.0),
    ("stages_by_month", 0.5),
    ("readings_by_month", 1.0),
]
# A question, one that asks for less, and what its time may be at most beside that.
PAIRS = [
    ("contexts", "region_by_month", 1.6),
    ("contexts_in_2024", "region_in_2024", 1.6),
    ("twelve_measures", "revenue_by_month", 1.5),
]
GROWTH = 10.5
START_MS = 15
TOLERANCE = 1e-9


class Run:
    """One run of a program: what it printed, seconds, and bytes at its largest."""

    def __init__(self, command, stdin=None):
        with tempfile.NamedTemporaryFile("r") as spent:
            done = subprocess.run(
                [SPENT, spent.name, *command],
                stdin=stdin or subprocess.DEVNULL,
                capture_output=True,
                check=False,
                text=True,
            )
            numbers = spent.read().split() or [0, 0, 0]
        self.cpu, self.wall, self.bytes = map(float, numbers)
        self.status, self.out, self.err = done.returncode, done.stdout, done.stderr


def ask_koers(koers, folder, name):
    path = os.path.join(folder, "questions", name + ".koers")
    return Run([koers, "run", path, "--format", "csv"])


def ask_sqlite(folder, name):
    store = os.path.join(folder, "lines.db")
    with open(os.path.join(HERE, "sql", name + ".sql"), encoding="utf-8") as sql:
        return Run([*SHELL, store], sql)


def equal(want, have):
    if want == have:
        return True
    try:
        want, have = float(want), float(have)
    except ValueError:
        return False
    return abs(want - have) <= TOLERANCE * max(abs(want), abs(have))


def difference(expected, actual):
    """The first difference of two answers in CSV, or None."""
    want = list(csv.reader(io.StringIO(expected)))
    have = list(csv.reader(io.StringIO(actual)))
    for number, (a, b) in enumerate(zip(want, have), 1):
        if len(a) != len(b) or not all(map(equal, a, b)):
            return f"line {number}: SQL says {a}, koers {b}"
    if len(want) != len(have):
        return f"SQL has {len(want)} lines, koers {len(have)}"
    return None


def fault(koers, sqlite):
    if sqlite.status or sqlite.err:
        return "sqlite3: " + sqlite.err.strip()[:200]
    if koers and koers.status:
        return f"koers: status {koers.status} " + koers.err.strip()[:400]
    return difference(sqlite.out, koers.out) if koers else None


def median(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def verdict(ratio, limit):
    return "" if ratio <= limit else f"  over {limit:g}"


def print_beside(name, ours, theirs, limit):
    """One line: the runs of koers beside those of SQLite."""
    own, own_wall = median(ours, "cpu"), median(ours, "wall")
    cpu, wall = median(theirs, "cpu"), median(theirs, "wall")
    print(
        f"{name:<22} {own / cpu:5.2f} {own_wall / wall:5.2f}"
        f" {own:7.3f} {own_wall:7.3f} {max(r.bytes for r in ours) / 1e6:6.1f}"
        f" {cpu:7.3f} {wall:7.3f} {max(r.bytes for r in theirs) / 1e6:6.1f}"
        + verdict(own / cpu, limit),
        flush=True,
    )


def print_head(what):
    print(f"\n{what}; seconds, largest size in MB, median of {RUNS}")
    print(f"{'':22} koers/sqlite  koers              sqlite3")
    print(f"{'':22}   cpu  wall     cpu    wall     MB     cpu    wall     MB")


def compare(koers, folder, name, limit):
    """Prints one line; returns the median CPU time of koers, None where it failed."""
    ours, theirs = [], []
    for _ in range(RUNS):
        if koers != "-":
            ours.append(ask_koers(koers, folder, name))
        theirs.append(ask_sqlite(folder, name))
        wrong = fault(ours[-1] if ours else None, theirs[-1])
        if wrong:
            print(f"{name:<22} WRONG {wrong}", flush=True)
            return None
    cpu, wall = median(theirs, "cpu"), median(theirs, "wall")
    if not ours:
        size = max(run.bytes for run in theirs) / 1e6
        print(f"{name:<22} {'':35}{cpu:7.3f} {wall:7.3f} {size:6.1f}", flush=True)
        return cpu
    print_beside(name, ours, theirs, limit)
    return median(ours, "cpu")


def compare_pair(koers, folder, names, limit):
    """Prints how much more a question costs than another; False where one failed."""
    runs = {name: [] for name in names}
    for _ in range(RUNS):
        for name in names:
            runs[name].append(ask_koers(koers, folder, name))
            if runs[name][-1].status:
                print(f"{name:<22} WRONG {runs[name][-1].err.strip()[:400]}")
                return False
    more, less = (median(runs[name], "cpu") for name in names)
    print(
        f"{names[0]:<22} {more / less:5.2f} {more:7.3f} {less:7.3f}  {names[1]}"
        + verdict(more / less, limit),
        flush=True,
    )
    return True


def compare_pairs(koers, folder):
    wanted = [pair for pair in PAIRS if not ONLY or pair[0] in ONLY]
    if koers == "-" or not wanted:
        return True
    print("\nbeside a question that asks for less; CPU seconds of both")
    return all([compare_pair(koers, folder, pair[:2], pair[2]) for pair in wanted])


def warm(path):
    with open(path, "rb") as file:
        while file.read(1 << 20):
            pass


def compare_all(koers, folder, lines):
    warm(os.path.join(folder, "lines.db"))
    print_head(f"{lines:,} order lines")
    return {
        name: compare(koers, folder, name, limit)
        for name, limit in QUESTIONS
        if not ONLY or name in ONLY
    }


def print_growth(small, large, factor):
    limit = GROWTH * factor / 10
    print(f"\n{factor:g} times the lines, times the CPU time (limit {limit:g})")
    for name, before in small.items():
        after = large[name]
        if before and after:
            print(f"{name:<22} {after / before:5.2f}" + verdict(after / before, limit))


def export(folder):
    """The order lines as CSV, made once."""
    path = os.path.join(folder, "order_lines.csv")
    store = os.path.join(folder, "lines.db")
    if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(store):
        with open(path, "wb") as file:
            subprocess.run([*SHELL, store, "select * from order_lines"], check=True,
                           stdout=file)
    return path


def import_once(command, store):
    for ending in ("", "-journal"):
        if os.path.exists(store + ending):
            os.remove(store + ending)
    return Run(command)


def print_import(koers, folder):
    """`koers import` beside .import of the shell, into typed columns and into texts."""
    path, store = export(folder), os.path.join(folder, "import.db")
    typed = ("create table order_lines (order_id integer, line_no integer, order_date"
             " date, customer_id integer, product_id integer, rep_id integer, quantity"
             " integer, unit_price decimal, discount decimal)")
    shell = ["sqlite3", "-batch", "-bail", store]
    commands = {
        "koers": [koers, "import", "--quiet", path, store],
        "typed": [*shell, "-cmd", typed, f".import --csv --skip 1 '{path}' order_lines"],
        "text": [*shell, f".import --csv '{path}' order_lines"],
    }
    warm(path)
    runs = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(import_once(command, store))
            if runs[name][-1].status:
                print(f"import                 WRONG {runs[name][-1].err.strip()[:300]}")
                return False
    os.remove(store)
    print("\nimport beside .import; seconds, cpu and wall")
    own = {what: median(runs["koers"], what) for what in ("cpu", "wall")}
    for name in ("typed", "text"):
        cpu, wall = median(runs[name], "cpu"), median(runs[name], "wall")
        print(
            f"import, {name:<14} {own['cpu'] / cpu:5.2f} {own['wall'] / wall:5.2f}"
            f" {own['cpu']:7.3f} {own['wall']:7.3f}"
            f" {max(r.bytes for r in runs['koers']) / 1e6:6.1f} {cpu:7.3f} {wall:7.3f}"
            + verdict(own["cpu"] / cpu, 1.0),
            flush=True,
        )
    return True


def print_start(koers):
    """From nothing to the first answer on Northwind."""
    model = os.path.normpath(NORTHWIND)
    statements = f'use "{model}" show revenue'
    runs = [Run([koers, "-c", statements]) for _ in range(max(RUNS, 11))]
    if runs[0].status:
        print(f"\nfirst answer on Northwind: WRONG {runs[0].err.strip()[:300]}")
        return False
    spent = median(runs, "wall") * 1000
    size = max(run.bytes for run in runs) / 1e6
    print(
        f"\nfirst answer on Northwind: {spent:.1f} ms, {size:.1f} MB"
        + verdict(spent, START_MS)
    )
    return True


def main():
    koers, folder, sizes = sys.argv[1], sys.argv[2], sys.argv[3:]
    times = {
        lines: compare_all(koers, os.path.join(folder, lines), int(lines))
        for lines in sizes
    }
    for small, large in zip(sizes, sizes[1:]):
        print_growth(times[small], times[large], int(large) / int(small))
    paired = [compare_pairs(koers, os.path.join(folder, lines)) for lines in sizes]
    good = all(paired) and all(None not in answers.values() for answers in times.values())
    if koers != "-" and (not ONLY or "import" in ONLY):
        for lines in sizes:
            good = print_import(koers, os.path.join(folder, lines)) and good
    if koers != "-":
        good = print_start(koers) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
