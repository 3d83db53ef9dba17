"""Paths of a forecast, and cash on them, held against a slow calculation."""
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
        if line["kind"] == kind:
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


def cash(home, rows, check, today):
    """receipts(t) = sum over k of revenue(t - k) times the part paid k months later."""
    lines = rows(home, f"forecast revenue by month next {AHEAD} paths 1000")
    known, expected = by_period(lines, "actual"), by_period(lines, "expected")
    store = sqlite3.connect(os.path.join(home, "store.db"))

    def sql(text, *args):
        return store.execute(text, args).fetchall()

    def ago(months):
        return sql("select date(?, 'start of month', ?)", today, f"-{months} months")[0][0]

    def of(begin, end):
        return sql("select sum(net), sum(cost), (select sum(freight_cost) from invoice "
                   "where invoiced_on >= ? and invoiced_on < ?) from invoice_line "
                   "join invoice using (invoice_id) where invoiced_on >= ? and "
                   "invoiced_on < ?", begin, end, begin, end)[0]

    begin, end = ago(18), ago(6)
    billed = of(begin, end)[0]
    weight = {int(k): paid / billed for k, paid in sql(
        "select (strftime('%Y', paid_on) - strftime('%Y', invoiced_on)) * 12 + "
        "strftime('%m', paid_on) - strftime('%m', invoiced_on) as lag, sum(amount) "
        "from payment join invoice using (invoice_id) where invoiced_on >= ? and "
        "invoiced_on < ? group by 1", begin, end)}
    net, goods, freight = of(ago(12), ago(0))
    variable = (goods + freight) / net
    balance = sql("select amount from cash_balance where as_of < ? order by as_of desc "
                  "limit 1", ago(0))[0][0]
    fixed = dict(sql("select strftime('%Y-%m', due_on), sum(amount) from fixed_cost "
                     "group by 1"))
    all_months = sorted(known) + sorted(expected)
    courses, covers = [], []
    for path in range(1000):
        revenue = [(known.get(m) or expected[m])[path] for m in all_months]
        left, due, course, cover = balance, 0, [], []
        for t in range(len(known), len(all_months)):
            left += sum(w * revenue[t - k] for k, w in weight.items())
            left -= variable * revenue[t] + fixed.get(all_months[t], 0)
            due += fixed.get(all_months[t], 0)
            course.append(left)
            cover.append((left + due) / due)
        courses.append(course)
        covers.append(cover)
    said = rows(home, "use sales.cash show cash_p50, cash_p10, cover_p50, cover_p10, "
                "shortfall_chance by month for this month .. next 11 months")
    check("cash: 12 months", len(said) == AHEAD, said)
    for i, line in enumerate(said):
        at, cover = [c[i] for c in courses], [c[i] for c in covers]
        check(f"{line['month']}: cash and cover on the paths",
              close(line["cash_p50"], quantile(at, .5), 1) and
              close(line["cash_p10"], quantile(at, .1), 1) and
              close(line["cover_p50"], quantile(cover, .5), 1e-5) and
              close(line["cover_p10"], quantile(cover, .1), 1e-5) and
              close(line["shortfall_chance"], sum(c < 0 for c in at) / 1000, 1e-9),
              line, quantile(at, .5), quantile(at, .1), quantile(cover, .5),
              quantile(cover, .1))
    lowest = [min(c) for c in courses]
    least = rows(home, "use sales.cash show lowest_p50, lowest_p10, any_shortfall_chance "
                 "for this month .. next 11 months")[0]
    check("cash: the lowest point of the paths",
          close(least["lowest_p50"], quantile(lowest, .5), 1) and
          close(least["lowest_p10"], quantile(lowest, .1), 1) and
          close(least["any_shortfall_chance"], sum(c < 0 for c in lowest) / 1000, 1e-9),
          least, quantile(lowest, .5), quantile(lowest, .1))
    store.execute("update cash_balance set amount = amount - ?", (round(balance + 50000),))
    store.commit()
    poor = rows(home, "use sales.cash show lowest_p10, any_shortfall_chance "
                "for this month .. next 11 months")[0]
    lowest = [c - round(balance + 50000) for c in lowest]
    share = sum(c < 0 for c in lowest) / 1000
    check("cash: a shortfall on some of the paths",
          0 < share < 1 and close(poor["any_shortfall_chance"], share, 1e-9) and
          close(poor["lowest_p10"], quantile(lowest, .1), 1), poor, share)
    store.execute("update cash_balance set amount = amount + ?", (round(balance + 50000),))
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
        check(f"{line['month']}: orders that become invoices and money",
              close(line["invoices_of_orders"], sum(of["invoices"]) / 1000, 1) and
              close(line["receipts_of_orders"], sum(of["receipts"]) / 1000, 1) and
              close(line["receipts_of_orders_p10"], quantile(of["receipts"], .1), 1),
              line)


def run(home, rows, check, today):
    order_cash(home, rows, check, today)
    one_measure(home, rows, check)
    units(home, rows, check)
    cash(home, rows, check, today)
