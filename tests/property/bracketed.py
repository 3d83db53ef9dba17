"""Random questions with contexts in brackets, versus and table calculations."""

import questions as q
from reference import Item, Question

FLOWS = ("sum1", "sum2", "n", "n_amount")


def frame(case, rng, most=2):
    """Measures with axes, their facts, what lines are kept by, and a period."""
    for _ in range(20):
        measures = q.choose_measures(case, rng, most)
        names = sorted({f for m in measures for f in q.facts_of(case, m)})
        if all(case.source(n).axes for n in names):
            break
    else:
        return None
    by = q.choose_by(case, rng, names, 2, q.axis_units(case, names, measures))
    unit = q.finest(by)
    period = None
    if unit is None or rng.random() < 0.6:
        period = q.choose_period(rng, unit or q.coarsest_axis(case, names), case.today)
    return measures, names, by, period


def simple_where(case, rng, names):
    """Conditions on one dimension each, joined by `and`."""
    dims = [d for d in q.conformed(case, names) if case.kinds.get(d) in q.TESTS]
    tests = [q.TESTS[case.kinds[d]](rng, ("name", d))
             for d in rng.sample(dims, min(len(dims), rng.choice([0, 1, 2])))]
    if not tests:
        return None
    return tests[0] if len(tests) == 1 else ("op", "and", tests[0], tests[1])


def shift_units(by, coarse=None):
    unit = q.finest(by)
    if unit == "week":
        return ["week", "year"]
    return [u for u in whole_units(coarse) if unit is None or u == unit or (
        u != "week" and q.FINER[u] >= q.FINER[unit])
        or (u == "week" and unit == "day")]


def whole_units(coarse):
    """Units made of whole periods of an axis that has a unit."""
    return [u for u in q.FINER if not coarse or (
        u != "week" and q.FINER[u] >= q.FINER[coarse])]


def shift(rng, by, coarse):
    n = rng.choice([-1, -1, -1, -2, -3, 1, 2])
    unit = rng.choice(shift_units(by, coarse))
    return ("shift", unit, n, n < 0 and rng.random() < 0.2, False)


def item(case, rng, names, by):
    """One item of a bracket."""
    dims = [d for d in q.conformed(case, names) if d != "special"]
    kinds = [shift, shift, shift, lifted, narrowed, windowed, windowed, period]
    pick = rng.choice(kinds)
    coarse = q.coarsest_axis(case, names)
    if pick is shift:
        return shift(rng, by, coarse)
    if pick is lifted:
        return lifted(rng, by, dims)
    if pick is narrowed:
        return narrowed(case, rng, names)
    return period(case, rng, coarse) if pick is period else windowed(rng, coarse)


def lifted(rng, by, dims):
    if not by or rng.random() < 0.4:
        return ("all",)
    named = [d for d in by if d[0] != "dot"] + [("name", d) for d in dims]
    return ("all", rng.choice(named))


def narrowed(case, rng, names):
    return ("where", q.condition(case, rng, names))


def windowed(rng, coarse):
    units = whole_units(coarse)
    if rng.random() < 0.5:
        return ("rolling", rng.randint(1, 4), rng.choice(units))
    return ("to date", rng.choice([None] + [u for u in units if u != "day"]))


def period(case, rng, coarse):
    return ("for", q.choose_period(rng, coarse or "month", case.today))


def contradict(items):
    heads = [i[0] for i in items]
    windows = sum(h in ("rolling", "to date") for h in heads)
    lost = any(h == "for" and {"rolling", "to date"} & set(heads[:i])
               for i, h in enumerate(heads))
    return windows > 1 or heads.count("for") > 1 or lost


def bracket(case, rng, names, by, asked):
    """Items that go together; a shift needs a period to start from."""
    while True:
        items = tuple(item(case, rng, names, by)
                      for _ in range(rng.choice([1, 1, 1, 2, 2, 3])))
        heads = [i[0] for i in items]
        lost = not asked and "all" in heads and "shift" in heads
        if not contradict(items) and not lost:
            return items


def brackets(case, rng):
    """Measures beside themselves in another context."""
    found = frame(case, rng)
    if found is None:
        return q.plain(case, rng)
    measures, names, by, asked = found
    items, columns = q.name_items(case, rng, measures)
    for i in range(rng.randint(1, 3)):
        m = rng.choice(measures)
        expr = ("ctx", ("name", m), bracket(case, rng, q.facts_of(case, m), by, asked))
        items.append(Item(expr, "b%d" % i))
        columns.append((("name", "b%d" % i), case.kinds[m]))
    more = {"period": asked} if asked else {}
    where = simple_where(case, rng, names) if rng.random() < 0.5 else None
    if where and (asked or not any(lifts(i.expr) for i in items)):
        more["where"] = where
    return q.shape(case, rng, items, by, columns, **more)


def lifts(expr):
    return expr[0] == "ctx" and any(i[0] == "all" for i in expr[2])


def comparisons(case, rng):
    """versus: other periods and measures."""
    found = frame(case, rng)
    if found is None:
        return q.plain(case, rng)
    measures, names, by, asked = found
    measures = [m for m in measures if case.kinds[m] in ("number", "count")]
    if not measures:
        return q.plain(case, rng)
    versus = []
    for i in range(rng.choice([1, 1, 2])):
        if rng.random() < 0.2 and len(measures) == 1:
            continue
        _, unit, n, full, _ = shift(rng, by, q.coarsest_axis(case, names))
        working = not full and rng.random() < 0.3
        versus.append((("shift", unit, n, full, working), "v%d" % i))
    if not versus:
        versus = [(("shift", "year", -1, False, False), None)]
    columns = [(("name", m), case.kinds[m]) for m in measures]
    columns.append((("name", "%s %s" % (measures[0], versus[0][1] or "previous year")),
                    "number"))
    more = {"period": asked} if asked else {}
    items = [Item(("name", m)) for m in measures]
    return q.shape(case, rng, items, by, columns, versus=tuple(versus), **more)


def table_calculations(case, rng):
    """running, prior, rank and share, with what hides and sorts lines."""
    found = frame(case, rng, 3)
    if found is None:
        return q.plain(case, rng)
    measures, names, by, asked = found
    numbers = [m for m in measures if case.kinds[m] in ("number", "count")]
    if not numbers or not by:
        return q.plain(case, rng)
    items = [Item(("name", m)) for m in numbers]
    columns = [(("name", m), case.kinds[m]) for m in numbers]
    tests = list(columns)
    for i in range(rng.randint(1, 3)):
        expr, sorts = calculation(rng, numbers, by)
        items.append(Item(expr, "t%d" % i))
        tests.append((("name", "t%d" % i), "number"))
        if sorts:
            columns.append(tests[-1])
    more = {"period": asked} if asked else {}
    if rng.random() < 0.3:
        more["where"] = q.condition(case, rng, names)
    question = q.shape(case, rng, items, by, columns, **more)
    if rng.random() < 0.3 and not question.having:
        having = ("op", rng.choice([">", "<=", "="]), rng.choice(tests)[0],
                  ("num", rng.choice(["0", "1", "2", "0.5", "10"])))
        extra = tuple(e for e in question.extra if e != "subtotals")
        question = Question(**{**vars(question), "having": having, "extra": extra})
    return question


def calculation(rng, numbers, by):
    """One table calculation, and whether lines may be sorted by it."""
    m = ("name", rng.choice(numbers))
    flows = [x for x in numbers if any(x[2:] == f for f in FLOWS)]
    share = ("share", m, rng.choice([None, None] + [d for d in by if d[0] != "dot"]))
    kinds = [("table", "rank", m, None), ("table", "prior", m, rng.choice([1, 1, 2])),
             share, ("op", "-", m, ("table", "prior", m, 1)), ("table", "rank", share,
                                                               None)]
    if flows:
        flow = ("name", rng.choice(flows))
        kinds += [("table", "running", flow, None),
                  ("table", "running", ("share", flow, None), None)]
    expr = rng.choice(kinds)
    follows = "prior" in str(expr) or "running" in str(expr)
    return expr, not follows
