"""Forecasts and backtests of made-up companies, held against a slow evaluator."""
import csv
import io
import math
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal

import paths

KOERS = os.path.abspath(sys.argv[1])
TODAY = "2026-10-31"
RUN_RATE = 3
WINDOW = 12
Z90 = 1.2815515655446004
SEASON = {"month": 12, "quarter": 4, "week": 52}

passed = 0
failed = 0


def check(title, fine, *said):
    global passed, failed
    if fine:
        passed += 1
        return
    failed += 1
    print(f"FAILED {title}")
    for text in said:
        print("  " + str(text).replace("\n", "\n  ")[:2000])


def koers(folder, text, *args):
    done = subprocess.run([KOERS, os.path.join(folder, "store.db"), *args, "-c", text],
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=300, check=False)
    check(text, done.returncode == 0 and not done.stderr, done.stdout, done.stderr)
    return done.stdout


def rows(folder, text, *args):
    out = koers(folder, text, "--format", "csv", *args)
    return list(csv.DictReader(io.StringIO(out)))


def make(folder, *args):
    done = subprocess.run([KOERS, "demo", folder, "--today", TODAY, *args],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300,
                          check=False)
    check(f"{folder}: made", done.returncode == 0, done.stderr)


# --- the evaluator ---

def mean(values):
    return sum(values) / len(values)


def step(y, lag):
    """Square root of the mean squared step over a lag."""
    return math.sqrt(mean([(y[i] - y[i - lag]) ** 2 for i in range(lag, len(y))] or [0]))


def naive(y, season, k):
    return y[-1], step(y, 1) * math.sqrt(k)


def seasonal_naive(y, season, k):
    return (y[len(y) - season + (k - 1) % season],
            step(y, season) * math.sqrt((k - 1) // season + 1))


def run_rate(y, season, k):
    rates = [y[i] - mean(y[i - RUN_RATE:i]) for i in range(RUN_RATE, len(y))]
    one = math.sqrt(mean([e * e for e in rates])) if rates else step(y, 1)
    return mean(y[-RUN_RATE:]), one * math.sqrt(1 + (k - 1) / RUN_RATE / RUN_RATE)


METHODS = {"naive": naive, "seasonal_naive": seasonal_naive, "run_rate": run_rate}


def origins(y, season, wanted):
    return [n for n in range(len(y) - wanted, len(y)) if n >= season]


def record(y, season, method, known, ahead):
    """(expected, deviation) by origin and lead, with the deviations calibrated by the
    origins before; `known`: origins in order, the last may be the whole series."""
    raw = {n: [METHODS[method](y[:n], season, k) for k in range(1, ahead + 1)]
           for n in known}
    made = {}
    for i, n in enumerate(known):
        own = sum(sd * sd for _, sd in raw[n])
        errors = deviations = own
        for before in known[max(0, i - WINDOW):i]:
            for k, (f, sd) in enumerate(raw[before]):
                if before + k < n:
                    errors += (y[before + k] - f) ** 2
                    deviations += sd * sd
        scale = math.sqrt(errors / deviations) if deviations else 1
        low = 0 if min(y[:n]) >= 0 else -math.inf
        made[n] = [(max(f, low), max(f - Z90 * sd * scale, low),
                    max(f + Z90 * sd * scale, low)) for f, sd in raw[n]]
    return made


def pinball(a, q, p):
    return p * (a - q) if a >= q else (1 - p) * (q - a)


def judge(y, season, method, wanted, ahead, lead):
    """One line of a backtest; lead 0: all of them."""
    known = origins(y, season, wanted + WINDOW)
    made = {m: record(y, season, m, known, ahead) for m in METHODS}
    judged = known[-wanted:]
    sums = dict.fromkeys(["n", "off", "bias", "actual", "scaled", "loss", "inside", "won",
                          "seasonal_naive", "run_rate"], 0)
    for n in judged:
        scale = mean([abs(y[i] - y[i - season]) for i in range(season, n)] or
                     [abs(y[i] - y[i - 1]) for i in range(1, n)])
        for k in [lead] if lead else range(1, ahead + 1):
            if n + k > len(y):
                continue
            a, (f, p10, p90) = y[n + k - 1], made[method][n][k - 1]
            sums["n"] += 1
            sums["off"] += abs(f - a)
            sums["bias"] += f - a
            sums["actual"] += abs(a)
            sums["scaled"] += abs(f - a) / scale
            sums["loss"] += pinball(a, p10, .1) + pinball(a, f, .5) + pinball(a, p90, .9)
            sums["inside"] += p10 <= a <= p90
            for m in ["seasonal_naive", "run_rate"]:
                sums[m] += abs(made[m][n][k - 1][0] - a)
            sums["won"] += abs(f - a) < abs(made["seasonal_naive"][n][k - 1][0] - a)
    n = sums["n"]
    return {"n": n, "error": sums["off"] / sums["actual"],
            "bias": sums["bias"] / sums["actual"], "mase": sums["scaled"] / n,
            "pinball": sums["loss"] / 3 / n, "coverage": sums["inside"] / n,
            "won": sums["won"] / n,
            "seasonal_naive": sums["seasonal_naive"] / sums["actual"],
            "run_rate": sums["run_rate"] / sums["actual"]}


# --- what is held against it ---

def near(found, expected, digits):
    return found != "" and abs(float(found) - expected) <= 0.51 * 10 ** -digits


def past(folder, measure, unit):
    """The values of whole periods: the first and the last are no such."""
    found = rows(folder, f"show {measure} by {unit}")
    values = [float(row[measure]) for row in found][:-1]
    first = rows(folder, f"forecast {measure} by {unit} next 400 using naive")
    known = sum(row["kind"] == "actual" for row in first)
    return values[-known:]


def plain_methods(folder, measure, unit):
    y, season, ahead, wanted = past(folder, measure, unit), SEASON[unit], 6, 8
    digits = {"n": 0, "error": 6, "bias": 6, "mase": 4, "pinball": 2, "coverage": 6,
              "won": 6, "seasonal_naive": 6, "run_rate": 6}
    for method in METHODS:
        text = (f"backtest {measure} by {unit} using {method} "
                f"origins {unit}ly last {wanted} horizon {ahead}")
        for row in rows(folder, text):
            expected = judge(y, season, method, wanted, ahead, int(row["lead"] or 0))
            wrong = {name: (row[name], expected[name]) for name in digits
                     if not near(row[name], expected[name], digits[name])}
            check(f"{text}, lead {row['lead']}", not wrong, wrong)
        known = origins(y, season, 12 + WINDOW) + [len(y)]
        made = record(y, season, method, known, ahead)[len(y)]
        text = f"forecast {measure} by {unit} next {ahead} using {method}"
        found = [row for row in rows(folder, text) if row["kind"] == "expected"]
        for k, row in enumerate(found):
            wrong = [(row[name], want) for name, want in zip(["value", "p10", "p90"],
                                                             made[k])
                     if not near(row[name], want, 0 if measure == "won_deals" else 2)]
            check(f"{text}, {k + 1} ahead", not wrong, wrong)


def units_add_up(folder):
    for text in ["forecast revenue by month, region next 4",
                 "forecast revenue by quarter, region next 2 using damped",
                 "forecast won_deals by month, region next 3"]:
        sums = {}
        totals = {}
        period = text.split()[3].rstrip(",")
        for row in rows(folder, text):
            if row["level"] == "line":
                sums[row[period]] = sums.get(row[period], 0) + Decimal(row["value"])
            else:
                totals[row[period]] = Decimal(row["value"])
        check(f"{text}: units add up", totals and sums == totals, sums, totals)


def is_good(folder, title):
    """The default method beats the plain ones, and its quantiles are honest."""
    found = rows(folder, "backtest revenue origins monthly last 24 horizon 6")
    for row in found:
        check(f"{title}: better than the season before, lead {row['lead']}",
              float(row["error"]) < float(row["seasonal_naive"]), row)
    total = found[-1]
    check(f"{title}: no worse than the run rate, but for a hundredth of it",
          float(total["error"]) <= 1.01 * float(total["run_rate"]), total)
    check(f"{title}: at least 12 origins", int(found[0]["n"]) >= 12, found[0])
    check(f"{title}: coverage", 0.75 <= float(total["coverage"]) <= 0.86, total)


def reads_nothing_later(folder):
    """Whatever stands in rows behind a day, the forecast of that day is the same."""
    texts = ["forecast revenue by month, region next 6",
             "forecast won_value by month next 6 using winters_multiplicative",
             "backtest revenue origins monthly last 12 horizon 3"]
    args = ["--format", "json", "--today", "2026-05-01"]
    before = [koers(folder, text, *args) for text in texts]
    other = folder + "-changed"
    shutil.copytree(folder, other)
    store = sqlite3.connect(os.path.join(other, "store.db"))
    changed = store.execute(
        "update invoice_line set net = 5 * net + 3 where invoice_id in (select "
        "invoice_id from invoice where invoiced_on >= '2026-05-01')").rowcount
    changed += store.execute("update opportunity set amount = 9 * amount + 7 "
                             "where closed_on >= '2026-05-01'").rowcount
    store.commit()
    store.close()
    check("rows were changed", changed > 100, changed)
    after = [koers(other, text, *args) for text in texts]
    for text, one, two in zip(texts, before, after):
        check(f"{text}: nothing later is read", one == two, one, two)
    check("the later forecast is another one",
          koers(folder, texts[0], "--format", "json") !=
          koers(other, texts[0], "--format", "json"))


def main():
    work = tempfile.mkdtemp()
    try:
        home = os.path.join(work, "one")
        make(home)
        for measure, unit in [("revenue", "month"), ("won_deals", "quarter"),
                              ("won_value", "week")]:
            plain_methods(home, measure, unit)
        units_add_up(home)
        paths.run(home, rows, check, TODAY)
        is_good(home, "demo company")
        reads_nothing_later(home)
        other = os.path.join(work, "other")
        make(other, "--seed", "3", "--size", "40000")
        is_good(other, "another company")
    finally:
        shutil.rmtree(work)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
