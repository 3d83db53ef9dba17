"""Forecasts and backtests of made-up companies, held against a slow evaluator."""
import math
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

import paths
from company import IS_ASAN, KOERS, TODAY, check, close, koers, make, rows

RUN_RATE = 3
WINDOW = 12
PRIOR = 16
HORIZON = 12  # leads by which a method is judged, however many are asked for
AFTER = "2026-11-01"  # a month begins: nothing has come of it
BEGUN = "2026-10-20"  # a part of the month has come, and the balance is of today
Z90 = 1.2815515655446004
SEASON = {"month": 12, "quarter": 4, "week": 52}

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


def width(ratios, scale):
    """Eight in ten of the errors by their deviations, of 16 normal ones and of one more
    that is not known lie inside."""
    if not ratios:
        return scale
    prior = [scale * NormalDist().inv_cdf(.5 + .5 * (i + .5) / PRIOR) for i in range(PRIOR)]
    found = sorted(ratios + prior)
    inside = math.ceil(Fraction(8, 10) * (len(found) + 1))
    return found[min(inside, len(found)) - 1] / Z90


def record(y, season, method, known, ahead):
    """(expected, deviation) by origin and lead, with the deviations calibrated by the
    origins before, by as many leads however many are wanted; `known`: origins in order,
    the last may be the whole series."""
    raw = {n: [METHODS[method](y[:n], season, k)
               for k in range(1, max(ahead, HORIZON) + 1)] for n in known}
    made = {}
    for i, n in enumerate(known):
        own = sum(sd * sd for _, sd in raw[n][:HORIZON])
        errors = deviations = own
        ratios = []
        window = known[max(0, i - WINDOW):i + 1]
        pooled = [math.sqrt(mean([raw[m][k][1] ** 2 for m in window]))
                  for k in range(HORIZON)]
        for before in known[max(0, i - WINDOW):i]:
            for k, (f, sd) in enumerate(raw[before][:HORIZON]):
                if before + k < n:
                    errors += (y[before + k] - f) ** 2
                    deviations += sd * sd
                    ratios += [abs(y[before + k] - f) / pooled[k]] if pooled[k] else []
        scale = width(ratios, math.sqrt(errors / deviations) if deviations else 1)
        low = 0 if min(y[:n]) >= 0 else -math.inf
        made[n] = [(max(f, low), max(f - Z90 * sd * scale, low),
                    max(f + Z90 * sd * scale, low)) for f, sd in raw[n][:ahead]]
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


def at_ends(found):
    """Without the lines of the period that goes on."""
    return [row for row in found if row["lead"] != "0"]


def plain_methods(folder, measure, unit):
    y, season, ahead, wanted = past(folder, measure, unit), SEASON[unit], 6, 8
    digits = {"n": 0, "error": 6, "bias": 6, "mase": 4, "pinball": 2, "coverage": 6,
              "won": 6, "seasonal_naive": 6, "run_rate": 6}
    for method in METHODS:
        text = (f"backtest {measure} by {unit} using {method} "
                f"origins {unit}ly last {wanted} horizon {ahead}")
        for row in at_ends(rows(folder, text)):
            expected = judge(y, season, method, wanted, ahead, int(row["lead"] or 0))
            wrong = {name: (row[name], expected[name]) for name in digits
                     if not near(row[name], expected[name], digits[name])}
            check(f"{text}, lead {row['lead']}", not wrong, wrong)
        known = origins(y, season, 12 + WINDOW) + [len(y)]
        made = record(y, season, method, known, ahead)[len(y)]
        text = f"forecast {measure} by {unit} next {ahead} using {method}"
        found = [row for row in rows(folder, text) if row["kind"] == "expected"]
        for k, row in enumerate(found):
            if row["method"].startswith("so far"):
                continue
            wrong = [(row[name], want) for name, want in zip(["value", "p10", "p90"],
                                                             made[k])
                     if not near(row[name], want, 0 if measure == "won_deals" else 2)]
            check(f"{text}, {k + 1} ahead", not wrong, wrong)


def knows_one_season(folder):
    """From exactly a season, what a backtest says of that origin: nothing is judged."""
    y = past(folder, "revenue", "month")
    known = [row["month"] for row in rows(folder, "show revenue by month")][:-1][-len(y):]
    year, month = map(int, known[11].split("-"))
    today = f"{year + month // 12}-{month % 12 + 1:02}-01"
    made = record(y, 12, "naive", [12], 2)[12]
    found = [row for row in rows(folder, "forecast revenue by month next 2 using naive",
                                 "--today", today) if row["kind"] == "expected"]
    for row, want in zip(found, made):
        check(f"{today}: a season is known",
              all(near(row[name], value, 2) for name, value in
                  zip(["value", "p10", "p90"], want)), row, want)
    check(f"{today}: two periods", len(found) == 2, found)


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


def units_are_judged(folder):
    """Each unit as its series alone, where all begin with the first period: then the
    run rates add up as they are."""
    known = sum(row["kind"] == "actual" for row in
                rows(folder, "forecast revenue by month next 400 using naive"))
    series = {}
    for name in sorted({row["region"] for row in rows(folder, "show revenue by region")}):
        values = [float(row["revenue"] or 0) for row in rows(
            folder, f'show revenue by month where region = "{name}"')][:-1]
        if len(values) >= known and values[-known] != 0:
            series[name] = values[-known:]
    check("regions that begin with the first period", len(series) >= 3, series.keys())
    where = "where region in (" + ", ".join(f'"{name}"' for name in series) + ")"
    text = (f"backtest revenue by month, region using run_rate {where} "
            "origins monthly last 8 horizon 3")
    series[""] = [sum(values) for values in zip(*series.values())]
    found = at_ends(rows(folder, text))
    check(text, len(found) == 3 * len(series) + 1, found)
    for row in found:
        expected = judge(series[row["region"]], 12, "run_rate", 8, 3,
                         int(row["lead"] or 0))
        wrong = {key: (row[key], expected[key])
                 for key in ["n", "error", "bias", "coverage", "seasonal_naive", "run_rate"]
                 if not near(row[key], expected[key], 6)}
        check(f"{text}, {row['region'] or 'total'}, lead {row['lead']}", not wrong, wrong)


def reaches_as_far_as_wanted(folder):
    """How many periods are asked for says nothing about one of them."""
    for what in ["revenue by month", "order_intake by month", "won_deals by quarter",
                 "won_value by week", "revenue by month, region"]:
        found = {}
        for ahead in [1, 3, 6, 12, 20]:
            keys = len(what.split(" by ")[1].split(","))
            found[ahead] = [list(row.values()) for row in
                            rows(folder, f"forecast {what} next {ahead}")
                            if row["kind"] == "expected"]
            first = [row for row in found[ahead] if row[keys - 1] == found[1][0][keys - 1]]
            check(f"{what}, the first of {ahead}", first == found[1], first, found[1])


def is_read(folder):
    """What a backtest says is read as rows: each line but the totals."""
    text = "backtest revenue by month, region using naive origins monthly last 6 horizon 2"
    said = [row for row in rows(folder, text) if row["lead"] and row["region"]]
    names = ["error", "bias", "mase", "pinball", "coverage", "seasonal_naive",
             "run_rate", "won"]
    found = rows(folder, f"list lead, region, n, {', '.join(names)} from ({text})")
    order = {(row["lead"], row["region"]): row for row in found}
    check(f"{text}: as rows", len(said) == len(found) > 10 and all(
        order[row["lead"], row["region"]][name] == row[name]
        for row in said for name in ["n", *names]), said, found)
    text = "show sum(n) as all_of_them, max(error) as worst by region from"
    text += " (backtest revenue by month, region using naive origins monthly last 6 horizon 2)"
    for row in rows(folder, text):
        mine = [line for line in said if line["region"] == row["region"]]
        check(f"{text}: {row['region']}",
              int(row["all_of_them"]) == sum(int(line["n"]) for line in mine) and
              row["worst"] == max([line["error"] for line in mine if line["error"]],
                                  key=float, default=""), row, mine)


def solves(folder):
    """What is needed on paths, put in the place of what is, gives what is wanted."""
    use = "use sales.cash;"
    ahead = "for this month .. next 11 months"
    for goal, wanted, driver in [("lowest_p10", "500000", "fixed_cost"),
                                 ("cover_p10", "1.1", "fixed_cost"),
                                 ("lowest_p10", "500000", "variable_share")]:
        text = f"solve {goal} = {wanted} by {driver} {ahead}"
        needed = rows(folder, f"{use} {text}")[1]
        part = f"{driver} * {needed['needed']} / {needed['now']}"
        then = rows(folder, f"{use} show {goal}[what if {driver} = {part}] as then {ahead}")
        check(text, abs(float(then[0]["then"]) / float(wanted) - 1) < 1e-6, needed, then)


def is_as_if(folder):
    """A forecast that is read under `what if` is that of a store, or of a model, in which
    it is so; and what is needed for a goal gives it."""
    ahead = "by month for this month .. next 5 months"
    expected = "expected_revenue, revenue_p10, revenue_p90, target_chance"
    paid = "cash_p10, cover_p10, shortfall_chance, expected_safety, expected_receipts"
    doubled, dearer = folder + "-doubled", folder + "-dearer"
    shutil.copytree(folder, doubled)
    store = sqlite3.connect(os.path.join(doubled, "store.db"))
    store.execute("update invoice_line set net = 2 * net")
    store.commit()
    store.close()
    shutil.copytree(folder, dearer)
    model = os.path.join(dearer, "model.koers")
    with open(model, encoding="utf-8") as file:
        text = file.read()
    # which part of invoices is paid when stays what it is
    for one, other in [(": money(EUR) = sum(net) where so_far\n  measure   invoiced_of",
                        ": money(EUR) = sum(net) * 1.05 where so_far\n  measure   invoiced_of"),
                       (": money(EUR) = revenue\nmeasure cancelled",
                        ": money(EUR) = revenue / 1.05\nmeasure cancelled")]:
        check(f"the model has {one}", text.count(one) == 1)
        text = text.replace(one, other)
    with open(model, "w", encoding="utf-8") as file:
        file.write(text)
    for use, asked, other, factor in [("sales.outlook", expected, doubled, "2"),
                                      ("sales.outlook", expected, dearer, "1.05"),
                                      ("sales.cash", paid, dearer, "1.05")]:
        ask = f"use {use}; show {asked} {ahead}"
        then = rows(folder, f"{ask} what if revenue = revenue * {factor}")
        for found, wanted in zip(then, rows(other, ask), strict=True):
            for name in asked.split(", "):
                check(f"{name} what if revenue = revenue * {factor}",
                      float(found[f"{name} what if"]) == float(wanted[name]), found, wanted)
    for goal, wanted in [("revenue_p10", "1000000"), ("expected_revenue", "1200000")]:
        ask = f"use sales.outlook; solve {goal} = {wanted} by revenue for next month"
        needed = rows(folder, ask)[1]
        part = f"revenue * {needed['needed']} / {needed['now']}"
        then = rows(folder, f"use sales.outlook; show {goal}[what if revenue = {part}] as "
                            "then for next month")
        check(ask, abs(float(then[0]["then"]) / float(wanted) - 1) < 1e-6, needed, then)


def is_the_mean(folder):
    """A blend of which nothing was left out."""
    text = "forecast revenue by month next 6"
    found = {method: [row for row in rows(folder, f"{text} using {method}")
                      if row["kind"] == "expected"]
             for method in ["blend", "theta", "ets_mean", "seasonal_damped"]}
    for k, row in enumerate(found["blend"]):
        parts = [float(found[method][k]["value"]) for method in found
                 if method != "blend"]
        check(f"{text}: the mean of three, {k + 1} ahead",
              abs(float(row["value"]) - mean(parts)) < 0.02, row, parts)


def is_good(folder, title, *args):
    """The default method beats the plain ones at each lead; its quantiles are honest."""
    found = at_ends(rows(folder, "backtest revenue origins monthly last 24 horizon 6", *args))
    for row in found:
        check(f"{title}: better than the season before, lead {row['lead']}",
              float(row["error"]) < float(row["seasonal_naive"]), row)
        check(f"{title}: better than the run rate, lead {row['lead']}",
              float(row["error"]) < float(row["run_rate"]), row)
    check(f"{title}: at least 12 origins",
          all(int(row["n"]) >= 12 for row in found), found)
    check(f"{title}: coverage", 0.75 <= float(found[-1]["coverage"]) <= 0.85, found[-1])


def so_far(y, by, season, wanted):
    """What is expected of the period behind `y`, of naive: (value, p10, p90), the error
    and the bias of the last forecasts, and how often their quantiles held. `by`: what
    came in each, and in that one, by the same day."""
    known = origins(y, season, wanted + WINDOW) + [len(y)]
    made = record(y, season, "naive", known, 1)
    expected, spread = {}, {}

    def share(t):
        before = range(max(0, t - 12), t)
        return sum(y[j] - by[j] for j in before) / sum(y[j] for j in before)

    def size(t):
        return mean(y[max(0, t - 12):t])

    for t in known:
        f, _, p90 = made[t][0]
        expected[t] = by[t] + share(t) * f
        errors = [abs(y[j] - expected[j]) / size(j) for j in known if j < t]
        first = min(known)
        while len(errors) < WINDOW and first > 3:
            first -= 1
            plain = by[first] + share(first) * size(first)
            errors.append(abs(y[first] - plain) / size(first))
        own = min(abs(share(t)), 1) * ((p90 - f) / Z90 / size(t)) ** 2
        scale = math.sqrt((own + sum(e * e for e in errors)) / (len(errors) + 1))
        spread[t] = Z90 * size(t) * width(errors, scale)
    lines = {t: (expected[t], max(expected[t] - spread[t], by[t]), expected[t] + spread[t])
             for t in known}
    judged = known[-wanted - 1:-1]
    off = [expected[t] - y[t] for t in judged]
    actual = sum(y[t] for t in judged)
    inside = mean([lines[t][1] <= y[t] <= lines[t][2] for t in judged])
    return lines[len(y)], sum(map(abs, off)) / actual, sum(off) / actual, inside


def goes_on(folder):
    """The month that goes on: what came of it, and what usually comes from then on."""
    for measure in ["revenue", "received", "order_intake"]:
        days = {row["day"]: float(row[measure] or 0)
                for row in rows(folder, f"show {measure} by day")}

        def came(month, until):
            return sum(v for day, v in days.items() if day[:7] == month and day < until)

        for today in ["2026-05-08", "2026-05-28"]:
            args = ["--today", today]
            text = f"forecast {measure} by month next 3 using naive"
            months = [row["month"] for row in
                      rows(folder, text.replace("next 3", "next 400"), *args)
                      if row["kind"] == "actual"]
            y = [came(month, "9999") for month in months]
            by = [came(month, month + today[7:]) for month in months + ["2026-05"]]
            want, error, bias, _ = so_far(y, by, 12, 12)
            row = [row for row in rows(folder, text, *args) if row["month"] == "2026-05"][0]
            got = [float(row[name]) for name in ["value", "p10", "p90"]]
            check(f"{today}, {measure}: the month that goes on",
                  all(abs(a - b) < 0.02 for a, b in zip(got, want)) and
                  near(row["error"], error, 6) and near(row["bias"], bias, 6) and
                  row["method"] == "so far, naive", row, want, error, bias)
            _, error, bias, inside = so_far(y, by, 12, 10)
            text = f"backtest {measure} using naive origins monthly last 10 horizon 1"
            row = rows(folder, text, *args)[0]
            check(f"{today}, {measure}: how good that is",
                  row["lead"] == "0" and near(row["error"], error, 6) and
                  near(row["bias"], bias, 6) and near(row["coverage"], inside, 6),
                  row, error, bias, inside)
            first, then = ([row for row in rows(
                folder, f"forecast {measure} by month next 3", "--today", day)
                if row["month"] > "2026-05"] for day in ["2026-05-01", today])
            check(f"{today}, {measure}: later months as before", [
                [row[name] for name in ["month", "value", "p10", "p90"]] for row in first] == [
                [row[name] for name in ["month", "value", "p10", "p90"]] for row in then], then)
            sums = {}
            for row in rows(folder, f"forecast {measure} by month, region next 1", *args):
                sums[row["level"]] = sums.get(row["level"], 0) + (
                    float(row["value"]) if row["month"] == "2026-05" else 0)
            check(f"{today}, {measure}: units of the month add up",
                  abs(sums["line"] - sums["subtotal"]) < 0.01 and
                  sums["line"] >= came("2026-05", today), sums)


def is_honest(folder):
    """The quantiles of months that go on hold what came, together and each."""
    found = {}
    for measure in ["revenue", "won_value", "received", "order_intake"]:
        for day in ["2026-10-08", "2026-10-15", "2026-10-22", "2026-10-27"]:
            row = rows(folder, f"backtest {measure} origins monthly last 22 horizon 1",
                       "--today", day)[0]
            check(f"{day}, {measure}: lead 0", row["lead"] == "0", row)
            found[measure, day] = float(row["coverage"])
    check("quantiles of months that go on", 0.75 <= mean(list(found.values())) <= 0.85 and
          all(0.65 <= each <= 0.95 for each in found.values()), found)


def reads_nothing_later(folder):
    """Whatever stands in rows behind a day, the forecast of that day is the same."""
    texts = ["forecast revenue by month, region next 6",
             "forecast won_value by month next 6 using winters_multiplicative",
             "forecast revenue by month, region next 2 paths 30",
             "backtest revenue origins monthly last 12 horizon 3"]
    args = ["--format", "json", "--today", "2026-05-13"]
    before = [koers(folder, text, *args) for text in texts]
    other = folder + "-changed"
    shutil.copytree(folder, other)
    store = sqlite3.connect(os.path.join(other, "store.db"))
    changed = store.execute(
        "update invoice_line set net = 5 * net + 3 where invoice_id in (select "
        "invoice_id from invoice where invoiced_on >= '2026-05-13')").rowcount
    changed += store.execute("update opportunity set amount = 9 * amount + 7 "
                             "where closed_on >= '2026-05-13'").rowcount
    # a region that nobody has sold in yet
    store.execute("update customer set region = 'Nowhere' where customer_id in (select "
                  "customer_id from invoice group by 1 having min(invoiced_on) >= "
                  "'2026-05-13')")
    store.commit()
    store.close()
    check("rows were changed", changed > 100, changed)
    after = [koers(other, text, *args) for text in texts]
    for text, one, two in zip(texts, before, after):
        check(f"{text}: nothing later is read", one == two, one, two)
    check("the later forecast is another one",
          koers(folder, texts[0], "--format", "json") !=
          koers(other, texts[0], "--format", "json"))


KEPT_ON = ["2025-11-05", "2026-02-05", "2026-06-05"]


def is_kept(folder):
    """What is kept, and what comes of it: against the log, the series and Python."""
    koers(folder, "forecast revenue by month next 3", "--today", KEPT_ON[0])
    log = os.path.join(folder, "store.db.koers")
    check("nothing is written where there is no log", not os.path.exists(log))
    koers(folder, "forecast revenue by month next 3 keep", "--today", KEPT_ON[0])
    asked = "forecast revenue by month, region next 2 using run_rate"
    running = [subprocess.Popen([KOERS, os.path.join(folder, "store.db"), "--today", day,
                                 "-c", f"forecast revenue by month next 3 {asked}"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
               for day in KEPT_ON for _ in range(4)]
    for one in running:
        said = one.communicate(timeout=300)[1]
        check("twelve that write at once", one.returncode == 0 and not said, said)
    koers(folder, 'commit revenue 900k EUR for 2026-06 by "Ann" '
                  'commit revenue 120k for 2026-Q3 where region = "North" by "Bob"',
          "--today", KEPT_ON[2])
    store = sqlite3.connect(log)
    regions = len(rows(folder, "show revenue by region"))
    lines = 3 + 12 * 3
    total = store.execute("select count(*) from koers_forecasts where method = 'blend'")
    check("a row for each line of each run", total.fetchone()[0] == lines)
    for change in ["update koers_forecasts set value = '1'",
                   "delete from koers_forecasts"]:
        try:
            store.execute(change)
            check(change, False, "the log was changed")
        except sqlite3.DatabaseError:
            check(change, True)
    store.close()

    found = rows(folder, "list made, kind, level, measure, member, period, starts_on, lead,"
                         " method, value, p10, p50, p90, unit, actual, naive_error, runs"
                         " from koers_forecasts")
    blends = [row for row in found if row["method"] == "blend"]
    check("runs that say the same are one", len(blends) == 9 and
          {row["runs"] for row in blends} == {"5", "4"}, blends)
    units = [row for row in found if row["method"] == "run_rate"]
    check("units and their total", 6 < len(units) <= 6 * (regions + 1) and
          {row["runs"] for row in units} == {"4"}, units)
    by_month = {row["month"]: Decimal(row["revenue"])
                for row in rows(folder, "show revenue by month")}
    by_region = {(row["month"], row["region"]): Decimal(row["revenue"])
                 for row in rows(folder, "show revenue by month, region")}
    for row in blends + units:
        if row["member"]:
            came = by_region.get((row["period"], row["member"]), Decimal(0))
        else:
            came = by_month[row["period"]]
        check(f"what came of {row['member']} {row['period']}",
              Decimal(row["actual"]) == came, row, came)
    for row in blends:
        day = row["made"][:7]
        known = [float(by_month[m]) for m in sorted(by_month) if m < day]
        lag = 12 if len(known) > 12 else 1
        step_of = mean([abs(known[i] - known[i - lag]) for i in range(lag, len(known))])
        check(f"the naive error before {row['made']}",
              abs(float(row["naive_error"]) - step_of) < 0.01, row, step_of)
        then = rows(folder, "forecast revenue by month next 3", "--today", row["made"])
        said = [one for one in then if one["month"] == row["period"]][0]
        check(f"{row['made']}, {row['period']}: as it was said",
              [row[name] for name in ["value", "p10", "p50", "p90"]] ==
              [said[name] for name in ["value", "p10", "p50", "p90"]], row, said)

    judged = {row["kept_method"]: row for row in rows(
        folder, "use sales.kept show kept_judged, kept_error, kept_bias, kept_pinball, "
                "kept_coverage, kept_scaled_error by kept_method where kept_level = "
                '"line"')}
    for method, lines in [("blend", blends),
                          ("run_rate", [r for r in units if r["level"] == "line"])]:
        a = [float(row["actual"]) for row in lines]
        f = [float(row["value"]) for row in lines]
        low = [float(row["p10"] or "nan") for row in lines]
        high = [float(row["p90"] or "nan") for row in lines]
        with_spread = [i for i in range(len(a)) if low[i] == low[i]]
        scaled = [abs(f[i] - a[i]) / float(row["naive_error"])
                  for i, row in enumerate(lines) if row["naive_error"]]
        expected = {
            "kept_judged": len(a),
            "kept_error": sum(abs(x - y) for x, y in zip(f, a)) / sum(map(abs, a)),
            "kept_bias": sum(x - y for x, y in zip(f, a)) / sum(map(abs, a)),
            "kept_pinball": mean([pinball(a[i], low[i], .1) + pinball(a[i], f[i], .5) +
                                  pinball(a[i], high[i], .9) for i in with_spread]) / 3,
            "kept_coverage": mean([low[i] <= a[i] <= high[i] for i in with_spread]),
            "kept_scaled_error": mean(scaled)}
        wrong = {name: (judged[method][name], want) for name, want in expected.items()
                 if not math.isclose(float(judged[method][name]), want, rel_tol=1e-4,
                                     abs_tol=1e-4)}
        check(f"how good {method} was", not wrong, wrong)

    people = {row["kept_who"]: row for row in rows(
        folder, "use sales.kept show kept_absolute by kept_who "
                'where kept_kind = "commitment"')}
    quarter = sum(by_region.get((f"2026-{m:02}", "North"), Decimal(0)) for m in (7, 8, 9))
    check("what people committed to",
          Decimal(people["Ann"]["kept_absolute"]) == abs(900000 - by_month["2026-06"]) and
          Decimal(people["Bob"]["kept_absolute"]) == abs(120000 - quarter), people)


def main():
    work = tempfile.mkdtemp()
    try:
        home = os.path.join(work, "one")
        make(home)
        if IS_ASAN:
            is_kept(home)
            return close()
        for measure, unit in [("revenue", "month"), ("won_deals", "quarter"),
                              ("won_value", "week")]:
            plain_methods(home, measure, unit)
        knows_one_season(home)
        units_add_up(home)
        units_are_judged(home)
        reaches_as_far_as_wanted(home)
        is_read(home)
        solves(home)
        is_as_if(home)
        is_the_mean(home)
        paths.run(home, lambda folder, text, *args: rows(
            folder, text, "--today", AFTER, *args), check, AFTER)
        paths.low_points(home, koers, check)
        paths.is_honest(home, koers, check, "2025-02", 17)
        begun = os.path.join(work, "begun")
        make(begun, "--size", "6000", "--today", BEGUN)
        paths.cash(begun, lambda folder, text: rows(folder, text, "--today", BEGUN), check,
                   BEGUN)
        is_good(home, "demo company")
        goes_on(home)
        is_honest(home)
        reads_nothing_later(home)
        is_kept(home)
        other = os.path.join(work, "other")
        make(other, "--seed", "26", "--size", "50000", "--today", "2021-09-30")
        is_good(other, "another company", "--today", "2021-09-30")
        paths.is_honest(other, koers, check, "2020-02", 17)
    finally:
        shutil.rmtree(work)
    return close()


sys.exit(main())
