"""How often the default method is better than the plain ones on made-up companies, and
how honest its quantiles are. usage: companies.py KOERS [SEEDS]: as many seeds from 2 on,
each on two days. Prints one line; nothing is judged."""
import csv
import io
import os
import subprocess
import sys
import tempfile

DAYS = ["2026-10-31", "2026-04-15"]
ASKED = "backtest revenue origins monthly last 24 horizon 6"


def backtest(koers, folder, seed, day):
    """A row for each lead, and the last for all."""
    subprocess.run([koers, "demo", folder, "--seed", str(seed), "--today", day],
                   stdout=subprocess.DEVNULL, check=True)
    out = subprocess.run([koers, os.path.join(folder, "store.db"), "--today", day,
                          "--format", "csv", "-c", ASKED],
                         text=True, stdout=subprocess.PIPE, check=True).stdout
    found = list(csv.DictReader(io.StringIO(out)))
    return [{name: float(row[name]) for name in
             ["error", "seasonal_naive", "run_rate", "coverage"]} for row in found if row["lead"] != "0"]


def main():
    koers = os.path.abspath(sys.argv[1])
    seeds = range(2, 2 + int(sys.argv[2] if len(sys.argv) > 2 else 38))
    run_rate = season = each = honest = whole = 0
    coverage = []
    for seed in seeds:
        for day in DAYS:
            with tempfile.TemporaryDirectory() as work:
                rows = backtest(koers, os.path.join(work, "company"), seed, day)
            *leads, total = rows
            run_rate += total["error"] < total["run_rate"]
            season += total["error"] < total["seasonal_naive"]
            wins = all(row["error"] < min(row["run_rate"], row["seasonal_naive"])
                       for row in leads)
            covers = 0.75 <= total["coverage"] <= 0.85
            each += wins
            honest += covers
            whole += wins and covers
            coverage.append(total["coverage"])
    print(f"{len(coverage)} companies: better than run_rate {run_rate}, than seasonal_naive "
          f"{season}, than both at each lead {each}; P10 to P90 hold "
          f"{sum(coverage) / len(coverage):.1%} on average, 75 to 85% in {honest}; "
          f"both in {whole}")


main()
