"""Paths of a forecast, and cash on them, held against a slow calculation."""
import csv
import io
import math
import os
import sqlite3

Z90 = 1.2815515655446004
AHEAD = 12


def quantile(values, p):
    """Between the two nearest ranks, as a spreadsheet does."""
    s = sorted(values)
    at = p * (len(s) - 1)
    low = int(at)
    return s[low] + (at - low) * (s[min(low + 1, len(s) - 1)] - s[low])


def close(a, b, within):
    return abs(float(a) - float(b)) <= within


def psi(sd):
    """Weights of errors whose sums deviate by sd, the newest first."""
    weights, most = [1.0], sd[0]
    for one in sd[1:]:
        weights.append(math.sqrt(max(one * one - most * most, 0)) / sd[0])
        most = max(most, one)
    return weights


def loads(sd):
    """Per lead, how much of the error of each period is in it."""
    weights, made = psi(sd), []
    for h in range(len(sd)):
        norm = math.sqrt(sum(w * w for w in weights[:h + 1]))
        made.append([weights[h - i] / norm * sd[h] if i <= h else 0.0
                     for i in range(len(sd))])
    return made


def by_period(lines, kind):
    found = {}
    for line in lines:
        if line["kind"] == kind and line["value"]:
            found.setdefault(line["month"], []).append(
                (int(line["path"]), float(line["value"])))
    return {m: [v for _, v in sorted(values)] for m, values in found.items()}


def one_measure(home, rows, check):
    plain = rows(home, f"forecast revenue by month next {AHEAD} versus target")
    lines = rows(home, f"forecast revenue by month next {AHEAD} paths 1000")
    known, expected = by_period(lines, "actual"), by_period(lines, "expected")
    total, months = plain[-1], [p for p in plain[:-1] if p["kind"] == "expected"]
    sd = [(float(p["p90"]) - float(p["value"])) / Z90 for p in months]
    for p in plain[:-1]:
        if p["kind"] == "actual":
            check(f"{p['month']} is known on all paths",
                  known[p["month"]] == [float(p["value"])] * 1000, p)
            continue
        own = expected[p["month"]]
        check(f"{p['month']}: 1000 paths", len(own) == 1000, len(own))
        off = sd[months.index(p)] / 100
        check(f"{p['month']}: quantiles of paths are those of the forecast",
              close(quantile(own, .1), p["p10"], off) and
              close(quantile(own, .5), p["p50"], off) and
              close(quantile(own, .9), p["p90"], off), p)
    load = loads(sd)
    mean = sum(float(p["value"]) for p in months)
    deviation = math.sqrt(sum(sum(load[h][i] for h in range(AHEAD)) ** 2
                              for i in range(AHEAD)))
    target = sum(float(p["target"]) for p in months)
    check("total: P10 and P90", close(total["p10"], mean - Z90 * deviation, 1) and
          close(total["p90"], mean + Z90 * deviation, 1), total, deviation)
    check("total: chance", close(total["chance"],
          math.erfc((target - mean) / deviation / math.sqrt(2)) / 2, 2e-6), total)
    sums = [sum(expected[p["month"]][i] for p in months) for i in range(1000)]
    check("paths: P10 and P90 of their sums",
          close(quantile(sums, .1), total["p10"], deviation / 10) and
          close(quantile(sums, .9), total["p90"], deviation / 10), total,
          quantile(sums, .1), quantile(sums, .9))
    first, last = expected[months[0]["month"]], expected[months[-1]["month"]]
    want = sum(a * b for a, b in zip(load[0], load[-1])) / sd[0] / sd[-1]
    have = (sum((a - float(months[0]["value"])) * (b - float(months[-1]["value"]))
                for a, b in zip(first, last)) / 1000 / sd[0] / sd[-1])
    check("paths: the first and the last month hang together", close(have, want, .1),
          have, want)


def units(home, rows, check):
    text = "forecast revenue by month, business_unit next 6"
    plain, lines = rows(home, text), rows(home, text + " paths 500")
    months = sorted({p["month"] for p in plain if p["kind"] == "expected"})
    for month in months:
        on_path, own = [0.0] * 500, {}
        for line in lines:
            if line["month"] == month:
                on_path[int(line["path"]) - 1] += float(line["value"])
                own.setdefault(line["business_unit"], []).append(float(line["value"]))
        for p in plain:
            if p["month"] != month:
                continue
            is_whole = p["business_unit"] in ("", "total")
            values = on_path if is_whole else own[p["business_unit"]]
            off = (float(p["p90"]) - float(p["p10"])) / (40 if is_whole else 12)
            check(f"{month} {p['business_unit']}: quantiles of units and their sum",
                  close(quantile(values, .1), p["p10"], off) and
                  close(quantile(values, .9), p["p90"], off), p,
                  quantile(values, .1), quantile(values, .9))


def around_mean(rows, home, measure, step):
    """Per month to come and path of what it is put to, how far what is beside lies off."""
    told = rows(home, measure)
    ahead = by_period(told, "expected")
    off = [[0.0] * 1000 for _ in range(AHEAD)]
    for i, month in enumerate(sorted(ahead)):
        mean = sum(ahead[month]) / 1000
        for path in range(1, 1001):
            off[i][path * step % 1000] = ahead[month][path - 1] - mean
    return by_period(told, "actual"), off


def left_behind(store, rows, day, amount, today):
    """Of what comes in a month, what came behind the day, counted from its end."""
    late = store.execute(
        f"select sum(iif(julianday(date({day}, 'start of month', '+1 month', '-1 day')) - "
        f"julianday({day}) < julianday(date(?1, 'start of month', '+1 month', '-1 day')) - "
        f"julianday(?1), {amount}, 0)), sum({amount}) from {rows} where "
        f"{day} >= date(?1, 'start of month', '-12 months') and "
        f"{day} < date(?1, 'start of month')", (today,)).fetchone()
    return late[0] / late[1]


def left_of_month(store, today):
    return left_behind(store, "payment", "paid_on", "amount", today)


BILLED = "invoice_line join invoice using (invoice_id)"


def sent_by(store, today):
    """Invoiced in the month so far."""
    return store.execute(f"select coalesce(sum(net), 0) from {BILLED} where invoiced_on >= ? "
                         "and invoiced_on <= ?", (today[:8] + "01", today)).fetchone()[0]


def cash(home, rows, check, today):
    """receipts(t) = sum over k of revenue(t - k) times the part paid k months later, and how
    far months lie from that; cash is what the balance of today leaves to come and to go."""
    use = "use sales.cash; forecast"
    lines = rows(home, f"forecast revenue by month next {AHEAD} paths 1000")
    known, expected = by_period(lines, "actual"), by_period(lines, "expected")
    store = sqlite3.connect(os.path.join(home, "store.db"))

    def sql(text, *args):
        return store.execute(text, args).fetchall()

    def ago(months):
        return sql("select date(?, 'start of month', ?)", today, f"-{months} months")[0][0]

    def monthly(text):
        return dict(sql(text))

    def sum_of(values, months):
        return sum(values.get(m, 0) for m in months)

    lag = ("(strftime('%Y', paid_on) - strftime('%Y', invoiced_on)) * 12 + "
           "strftime('%m', paid_on) - strftime('%m', invoiced_on)")
    net = monthly("select substr(invoiced_on, 1, 7), sum(net) from invoice_line "
                  "join invoice using (invoice_id) group by 1")
    goods = monthly("select substr(invoiced_on, 1, 7), sum(cost) from invoice_line "
                    "join invoice using (invoice_id) group by 1")
    freight = monthly("select substr(invoiced_on, 1, 7), sum(freight_cost) from invoice "
                      "group by 1")
    received = monthly("select substr(paid_on, 1, 7), sum(amount) from payment group by 1")
    fixed = monthly("select substr(due_on, 1, 7), sum(amount) from fixed_cost group by 1")
    other = monthly("select substr(month_start, 1, 7), sum(amount) from campaign_cost "
                    "group by 1")
    months = sorted(net)
    billed = sum_of(net, [m for m in months if ago(18)[:7] <= m < ago(6)[:7]])
    weight = {int(k): paid / billed for k, paid in sql(
        f"select {lag}, sum(amount) from payment join invoice using (invoice_id) where "
        "invoiced_on >= ? and invoiced_on < ? group by 1", ago(18), ago(6))}
    year = [m for m in months if ago(12)[:7] <= m < ago(0)[:7]]
    cost = sum_of(goods, year) + sum_of(freight, year)
    share = cost / sum_of(net, year)
    spent = {0: sum_of(freight, year) / cost, 1: sum_of(goods, year) / cost}

    def lagged(series, t, parts):
        return sum(w * series[t - k] for k, w in parts.items())

    # what months were beside all this, of those that are over
    balance = monthly("select substr(as_of, 1, 7), amount from cash_balance order by as_of")
    beside = {}
    for name in ("receipts", "payments"):
        past, beside[name] = around_mean(
            rows, home, f"{use} {name}_beside by month next {AHEAD} using ses paths 1000",
            {"receipts": 379, "payments": 617}[name])
        for m, values in past.items():
            t = months.index(m)
            series = [net[x] for x in months]
            if name == "receipts":
                want = received[m] - lagged(series, t, weight)
            elif m[5:] in ("06", "12"):
                continue
            else:
                want = (received[m] - fixed[m] - share * lagged(series, t, spent)
                        - balance[m] + balance[months[t - 1]])
            check(f"{m}: {name} beside", close(values[0], want, .5), values[0], want)
    first = today[:8] + "01"
    last_day = sql("select date(?, '+1 month', '-1 day')", first)[0][0]
    days = int(last_day[8:])
    left_days = days - int(today[8:])
    left = left_of_month(store, today)
    came = received.get(today[:7], 0)
    so_far = sql("select sum(amount) from fixed_cost where due_on between ? and ?",
                 first, today)[0][0] or 0
    fresh = sql("select amount from cash_balance where as_of = ?", today)
    have = fresh[0][0] - came + so_far if fresh else balance[months[-1]]
    share_left = left_days / days if fresh else 1
    campaigns = sum_of(other, year) / 12
    kept = max(v for m, v in balance.items() if m[5:] in ("06", "12") and m < today[:7])
    all_months = sorted(known) + sorted(expected)
    courses, covers, receipts = [], [], []
    for path in range(1000):
        revenue = [(known.get(m) or expected[m])[path] for m in all_months]
        cash_left, due, taken = have, 0, 0
        course, cover, money = [], [], []
        for i, t in enumerate(range(len(known), len(all_months))):
            part, paid = (left, share_left) if i == 0 else (1, 1)
            come = max(part * lagged(revenue, t, weight)
                       + math.sqrt(part) * beside["receipts"][i][path], 0)
            money.append(come + (came if i == 0 else 0))
            go = (paid * (share * lagged(revenue, t, spent) + campaigns)
                  + math.sqrt(paid) * beside["payments"][i][path])
            cash_left += money[-1] - go - fixed.get(all_months[t], 0)
            due += fixed.get(all_months[t], 0)
            if all_months[t][5:] in ("06", "12"):
                taken = max(taken, cash_left - kept)
            course.append(cash_left - taken)
            cover.append((cash_left - taken + due) / due)
        courses.append(course)
        covers.append(cover)
        receipts.append(money)
    said = rows(home, "use sales.cash show cash_p50, cash_p10, cover_p50, cover_p10, "
                "shortfall_chance, expected_receipts, receipts_p10, receipts_p90 "
                "by month for this month .. next 11 months")
    check("cash: 12 months", len(said) == AHEAD, said)
    for i, line in enumerate(said):
        at, cover = [c[i] for c in courses], [c[i] for c in covers]
        money = [c[i] for c in receipts]
        check(f"{line['month']}: cash and cover on the paths",
              close(line["cash_p50"], quantile(at, .5), 1) and
              close(line["cash_p10"], quantile(at, .1), 1) and
              close(line["cover_p50"], quantile(cover, .5), 1e-5) and
              close(line["cover_p10"], quantile(cover, .1), 1e-5) and
              close(line["shortfall_chance"], sum(c < 0 for c in at) / 1000, 1e-9),
              line, quantile(at, .5), quantile(at, .1), quantile(cover, .5),
              quantile(cover, .1))
        check(f"{line['month']}: receipts on the paths",
              close(line["expected_receipts"], sum(money) / 1000, 1) and
              close(line["receipts_p10"], quantile(money, .1), 1) and
              close(line["receipts_p90"], quantile(money, .9), 1), line,
              sum(money) / 1000, quantile(money, .1), quantile(money, .9))
    lowest = [min(c) for c in courses]
    least = rows(home, "use sales.cash show lowest_p50, lowest_p10, any_shortfall_chance "
                 "for this month .. next 11 months")[0]
    check("cash: the lowest point of the paths",
          close(least["lowest_p50"], quantile(lowest, .5), 1) and
          close(least["lowest_p10"], quantile(lowest, .1), 1) and
          close(least["any_shortfall_chance"], sum(c < 0 for c in lowest) / 1000, 1e-9),
          least, quantile(lowest, .5), quantile(lowest, .1))
    off = round(quantile(lowest, .2))
    store.execute("update cash_balance set amount = amount - ?", (off,))
    store.commit()
    poor = rows(home, "use sales.cash show lowest_p10, any_shortfall_chance "
                "for this month .. next 11 months")[0]
    lowest = [c - off for c in lowest]
    share = sum(c < 0 for c in lowest) / 1000
    check("cash: a shortfall on some of the paths",
          0 < share < 1 and close(poor["any_shortfall_chance"], share, 1e-9) and
          close(poor["lowest_p10"], quantile(lowest, .1), 1), poor, share)
    store.execute("update cash_balance set amount = amount + ?", (off,))
    store.commit()
    store.close()


def order_cash(home, rows, check, today):
    """receipts(t) = sum over k of orders(t - k) times the part paid k months later."""
    lines = rows(home, f"forecast order_intake by month next {AHEAD} paths 1000")
    known, expected = by_period(lines, "actual"), by_period(lines, "expected")
    store = sqlite3.connect(os.path.join(home, "store.db"))
    begin, end = [store.execute("select date(?, 'start of month', ?)",
                                (today, f"-{n} months")).fetchone()[0] for n in (18, 6)]
    ordered = store.execute(
        "select sum(qty * net_price) from order_line join sales_order using (order_id) "
        "where ordered_on >= ? and ordered_on < ?", (begin, end)).fetchone()[0]
    lag = ("(strftime('%Y', {0}) - strftime('%Y', ordered_on)) * 12 + "
           "strftime('%m', {0}) - strftime('%m', ordered_on)")
    paid = dict(store.execute(
        f"select {lag.format('paid_on')}, sum(p.amount) from payment p join invoice i using "
        "(invoice_id) join sales_order o on o.order_id = i.order_id where ordered_on >= ? "
        "and ordered_on < ? group by 1", (begin, end)).fetchall())
    billed = dict(store.execute(
        f"select {lag.format('invoiced_on')}, sum(net) from invoice_line join invoice i "
        "using (invoice_id) join sales_order o on o.order_id = i.order_id where "
        "ordered_on >= ? and ordered_on < ? group by 1", (begin, end)).fetchall())
    left = left_of_month(store, today)
    left_to_bill = left_behind(store, BILLED, "invoiced_on", "net", today)
    came = store.execute("select coalesce(sum(amount), 0) from payment where paid_on >= ? and "
                         "paid_on <= ?", (today[:8] + "01", today)).fetchone()[0]
    sent = sent_by(store, today)
    ended = store.execute("select date(?, 'start of month', '-1 day')", (today,)).fetchone()[0]
    sent_then = sent_by(store, ended)
    _, off = around_mean(rows, home, "use sales.order_cash; forecast orders_beside by month "
                         f"next {AHEAD} using ses paths 1000", 379)
    store.close()
    months = sorted(known) + sorted(expected)
    said = rows(home, "use sales.order_cash show invoices_of_orders, receipts_of_orders, "
                "receipts_of_orders_p10 by month for this month .. next 11 months")
    check("orders: 12 months", len(said) == AHEAD, said)
    for i, line in enumerate(said):
        t = len(known) + i
        of = {}
        for name, part in (("invoices", billed), ("receipts", paid)):
            of[name] = [sum(w / ordered * (known.get(months[t - k]) or
                                           expected[months[t - k]])[path]
                            for k, w in part.items() if k <= t) for path in range(1000)]
        if not i:
            of["invoices"] = [sent + left_to_bill * value for value in of["invoices"]]
        part = 1 if i else left
        of["receipts"] = [
            (0 if i else came) + max(part * value + math.sqrt(part) * off[i][path], 0)
            for path, value in enumerate(of["receipts"])]
        check(f"{line['month']}: orders that become invoices and money",
              close(line["invoices_of_orders"], sum(of["invoices"]) / 1000, 1) and
              close(line["receipts_of_orders"], sum(of["receipts"]) / 1000, 1) and
              close(line["receipts_of_orders_p10"], quantile(of["receipts"], .1), 1),
              line)


    said = rows(home, "use sales.order_cash show invoices_of_orders by month for this month",
                "--today", ended)
    check("on its last day a month has the invoices that it has",
          close(said[0]["invoices_of_orders"], sent_then, .01), said, sent_then)


def low_points(home, koers, check):
    """Where there is least in several months the first of them is said."""
    parts = [list(csv.DictReader(io.StringIO(part))) for part in koers(
        home, "use reports.income_and_fixed_costs; run income_and_fixed_costs()", "--format",
        "csv").split("\n\n") if part.strip()]
    months = next(p for p in parts if "cash_p50" in p[0])
    low = next(p for p in parts if "p50_in" in p[0])[0]
    for name in ("p50", "p10"):
        least = min(months, key=lambda line: float(line[f"cash_{name}"]))
        check(f"the low point of {name}", low[f"{name}_in"] == least["month"] and
              close(low[f"least_{name}"], least[f"cash_{name}"], .01), low, least)


def months_from(first, n):
    year, month = int(first[:4]), int(first[5:7]) - 1
    return [f"{year + (month + i) // 12}-{(month + i) % 12 + 1:02}" for i in range(n)]


def is_honest(home, koers, check, first, n):
    """From the first day of each of n months, P10 to P90 of receipts and cash in three
    months hold about eight in ten of what came, and the middle of cash is not too high."""
    origins, columns = months_from(first, n), ("p10", "p50", "p90")
    text = "use sales.cash;"
    for month in origins:
        text += (f" set today = {month}-01; show receipts_p10 as r_p10, expected_receipts as "
                 "r_p50, receipts_p90 as r_p90, cash_p10 as c_p10, cash_p50 as c_p50, "
                 "percentile(cash_on_path per path, 0.9) as c_p90 by month "
                 "for this month .. next 2 months;")
    said = [list(csv.DictReader(io.StringIO(part)))
            for part in koers(home, text, "--format", "csv").split("\n\n") if part.strip()]
    store = sqlite3.connect(os.path.join(home, "store.db"))
    was = {"r": dict(store.execute("select substr(paid_on, 1, 7), sum(amount) from payment "
                                   "group by 1")),
           "c": dict(store.execute("select substr(as_of, 1, 7), amount from cash_balance"))}
    store.close()
    check(f"{first}: {n} origins", len(said) == n and all(len(s) == 3 for s in said), said)
    for name, sums in was.items():
        told = [([float(line[f"{name}_{c}"]) for c in columns], sums[line["month"]])
                for answer in said for line in answer]
        inside = sum(q[0] - .01 <= x <= q[2] + .01 for q, x in told) / len(told)
        off = sum(q[1] - x for q, x in told) / sum(x for _, x in told)
        check(f"{first}: P10 to P90 of {name} hold eight in ten", .72 <= inside <= .92, inside)
        check(f"{first}: {name} is not too high or low", abs(off) < .05, off)


def run(home, rows, check, today):
    order_cash(home, rows, check, today)
    one_measure(home, rows, check)
    units(home, rows, check)
    cash(home, rows, check, today)
