"""The ten reports as pages over the demo company, beside SQL that has their answers.

Usage: reports.py KOERS FOLDER LINES ...

For each number of lines the company of 31 October 2026 is made in FOLDER/LINES/demo,
again when its sources are newer. reports/NAME.sql has a statement for each answer with lines
of a report, in their order and without totals, or `-- no SQL`, why, and statements that read
what the answer is made of; it sees the views of reports/prelude.sql. A table across columns
is in SQL a line for each cell: keys, `across`, `value`. Koers writes a page, and once JSON,
whose lines are held against those of the SQL. Every report is a process of its own; the
last line is one script with all of them beside all of the SQL in one shell.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal

from measure import HERE, ONLY, RUNS, SHELL, Run, equal, print_beside, print_head, warm

NAMES = """day_start pipeline_position quotes_and_wins funnel_conversion
    income_and_fixed_costs target_realisation order_book market_approach customer_base
    strategy_scorecard""".split()
TODAY = "2026-10-31"
LIMIT = 1.1
MARK = "-- answer\n"
NO_SQL = "-- no SQL"


def make_company(koers, folder, lines):
    model = os.path.join(folder, "model.koers")
    parts = os.scandir(os.path.join(HERE, "..", "..", "runtime", "demo"))
    if not os.path.exists(model) or os.path.getmtime(model) < max(
            part.stat().st_mtime for part in parts):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        subprocess.run([koers, "demo", folder, "--size", lines, "--today", TODAY],
                       stdout=subprocess.DEVNULL, check=True)
    warm(os.path.join(folder, "store.db"))


def statements(name):
    with open(os.path.join(HERE, "reports", name + ".sql"), encoding="utf-8") as file:
        return file.read().split("\n\n")


def ask_sqlite(folder, names):
    path = os.path.join(folder, "reports.sql")
    with open(path, "w", encoding="utf-8") as file:
        print(f".read '{os.path.join(HERE, 'reports', 'prelude.sql')}'", file=file)
        for name in names:
            for statement in statements(name):
                print(f".print {MARK}{statement}", file=file)
    with open(path, encoding="utf-8") as sql:
        return Run([*SHELL, os.path.join(folder, "store.db")], sql)


def ask_koers(koers, folder, names, kind):
    path = os.path.join(folder, "reports.koers")
    with open(path, "w", encoding="utf-8") as file:
        print('use "model.koers"', file=file)
        for name in names:
            print(f'use reports.{name} run {name}() to "{name}.{kind}"', file=file)
    return Run([koers, "run", path, "--today", TODAY])


def text(value):
    return "0" if value in (None, "") else str(value)


def spread(cells, keys, titles):
    """The lines of a table across columns, from its cells. Its total is their sum."""
    lines = {}
    for cell in cells:
        at = tuple(cell[key] for key in keys)
        line = lines.setdefault(at, dict.fromkeys(titles, "") | dict(zip(keys, at)))
        line[cell["across"] or "(none)"] = cell["value"]
        if "total" in titles:
            line["total"] = str(float(text(line["total"])) + float(text(cell["value"])))
    return list(lines.values())


def same(want, have):
    return all(equal(text(want[title]), text(have[title])) for title in want)


def difference(expected, answer):
    """The first difference of a result of SQL and the lines of an answer, or None. SQL
    has nothing where koers has 0, or the other way round."""
    titles = [column["title"] for column in answer["columns"]]
    keys = [c["title"] for c in answer["columns"] if c["role"] == "key"]
    wanted = list(csv.DictReader(io.StringIO(expected)))
    if wanted and "across" in wanted[0]:
        wanted = spread(wanted, keys, titles)
    lines = [r["values"] for r in answer["rows"] if r.get("level", "line") == "line"]
    if len(wanted) != len(lines):
        return f"SQL has {len(wanted)} lines, koers {len(lines)}"
    have = {}
    for line in lines:
        have.setdefault(tuple(text(line[key]) for key in keys), []).append(line)
    for row in wanted:
        alike = have.get(tuple(text(row.get(key)) for key in keys))
        if not alike or set(row) != set(titles):
            return f"koers has no {row}"
        found = next((line for line in alike if same(row, line)), None)
        if found is None:
            return f"SQL has {row}, koers {alike[0]}"
        alike.remove(found)
    return None


def fault(koers, sqlite, path, has_no_sql):
    if sqlite.status or sqlite.err:
        return "sqlite3: " + sqlite.err.strip()[:200]
    if koers.status or koers.err:
        return f"koers: status {koers.status} " + koers.err.strip()[:400]
    with open(path, encoding="utf-8") as file:
        parts = json.load(file, parse_float=Decimal)
    answers = [part for part in parts if part.get("rows")]
    results = sqlite.out.split(MARK)[1:]
    if len(answers) != len(results):
        return f"SQL has {len(results)} answers, koers {len(answers)}"
    for number, pair in enumerate(zip(results, answers), 1):
        wrong = None if has_no_sql[number - 1] else difference(*pair)
        if wrong:
            return f"answer {number}: {wrong}"
    return None


def compare(koers, folder, title, names):
    """Prints one line; False where an answer is wrong."""
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(ask_koers(koers, folder, names, "html"))
        theirs.append(ask_sqlite(folder, names))
    if len(names) == 1:
        told = ask_koers(koers, folder, names, "json")
        wrong = fault(told, theirs[-1], os.path.join(folder, names[0] + ".json"),
                      [s.startswith(NO_SQL) for s in statements(names[0])])
        if wrong:
            print(f"{title:<22} WRONG {wrong}", flush=True)
            return False
    print_beside(title, ours, theirs, LIMIT)
    return True


def main():
    koers, folder, sizes = sys.argv[1], sys.argv[2], sys.argv[3:]
    if koers == "-" or (ONLY and "reports" not in ONLY):
        return 0
    good = True
    for lines in sizes:
        company = os.path.join(folder, lines, "demo")
        make_company(koers, company, lines)
        print_head(f"ten reports, {int(lines):,} order lines")
        for name in NAMES:
            good = compare(koers, company, name, [name]) and good
        compare(koers, company, "all ten", NAMES)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
