"""Random questions to a random model, as data for reference and text.

A question is built so that the language admits it: its dimensions reach every
fact, its units nest and are not finer than an axis, its window starts and ends
with a whole line period, nothing is added that has not the same unit.
"""

import datetime as dt

import bracketed
import generate as g
import row_values
import values as v
from reference import Item, Question

NEST = [("year",), ("half",), ("quarter",), ("month",), ("week",), ("day",),
        ("year", "quarter"), ("year", "month"), ("quarter", "month"),
        ("half", "quarter"), ("month", "day"), ("week", "day")]
FINER = {"day": 0, "week": 1, "month": 2, "quarter": 3, "half": 4, "year": 5}
POOLS = {"region": g.REGIONS, "group": g.SEGMENTS, "Code": g.COLOURS, "stage": g.STAGES,
         "channel": ["web", "shop", "Web", "none"], "recent": g.STAGES,
         "size": ["many", "few", "none"]}


def make(case, rng):
    """One random question."""
    kinds = [(plain, 10), (anonymous, 3), (listing, 2), (combinations, 1),
             (over_entities, 3), (counted, 2), (sub_question, 3), (crossed, 2),
             (derived, 1 if case.derived else 0), (attributes, 2), (scalar_list, 2),
             (bracketed.brackets, 5), (bracketed.comparisons, 3),
             (bracketed.table_calculations, 4), (windows_per_unit, 2)]
    pick = rng.choices([k for k, _ in kinds], [w for _, w in kinds])[0]
    return pick(case, rng)


# ---- what reaches what

def reached(case, source):
    """Names of dimensions and entities that a source reaches."""
    found = list(source.dims) + ([source.entity[0]] if source.entity else [])
    for join in source.joins:
        if not join.role:
            found += reached(case, case.source(join.target))
    return found


def in_roles(case, names):
    """Dimensions that one fact reaches through a role, as `role.dimension`."""
    if len(names) != 1:
        return []
    return [("dot", j.role, d) for j in case.source(names[0]).joins if j.role
            for d in case.source(j.target).dims]


def conformed(case, names):
    """Dimensions that reach all of these sources, plus `special` if it does."""
    sets = [reached(case, case.source(n)) for n in names]
    common = [d for d in sets[0] if all(d in s for s in sets)]
    special = case.dims.get("special")
    if special and special[1][1] in common:
        common.append("special")
    return common


def facts_of(case, measure):
    """The facts that a declared measure reads."""
    if measure in case.measures:
        expr = case.measures[measure].expr
        return sorted({f for n in names_in(expr) for f in facts_of(case, n)})
    return [f for f in case.facts if measure in case.source(f).measures]


def names_in(expr):
    if expr[0] == "name":
        return [expr[1]]
    return [n for part in expr[1:] if isinstance(part, tuple) for n in names_in(part)]


def choose_measures(case, rng, most=3):
    count = 1 if rng.random() < 0.4 else rng.randint(1, most)
    facts = rng.sample(case.facts, min(len(case.facts), rng.choice([1, 1, 2, 3])))
    pool = [m for f in facts for m in case.source(f).measures]
    pool += [m for m in case.measures if rng.random() < 0.4]
    return rng.sample(pool, min(count, len(pool)))


def axis_units(case, names, measures):
    """Sets of nested units that all these facts can be asked by."""
    coarse = 0
    for n in names:
        source = case.source(n)
        if not source.axes:
            return []
        unit = next(iter(source.axes.values()))[1]
        coarse = max(coarse, FINER[unit] if unit else 0)
    return [u for u in NEST if all(FINER[x] >= coarse for x in u)
            and not (coarse >= FINER["month"] and "week" in u)]


# ---- clauses

def choose_by(case, rng, names, most=2, units=None):
    dims = conformed(case, names)
    chosen = rng.sample(dims, min(len(dims), rng.choice([0, 1, 1, 1, 2, most])))
    by = [("name", d) for d in chosen]
    roles = in_roles(case, names)
    if roles and rng.random() < 0.5:
        by.append(rng.choice(roles))
    if units and rng.random() < 0.5:
        for unit in rng.choice(units):
            by.append(("unit", unit))
        if rng.random() < 0.2:
            rng.shuffle(by)
            place = sorted((i for i, d in enumerate(by) if d[0] == "unit"))
            ranked = sorted((by[i] for i in place), key=lambda d: -FINER[d[1]])
            for i, d in zip(place, ranked):
                by[i] = d
    return tuple(by)


def finest(by):
    units = [d[1] for d in by if d[0] == "unit"]
    return min(units, key=FINER.get) if units else None


class Window(tuple):
    """First and last day of what is asked for, with the words that say so."""

    text = None


def window(text, today):
    """A window from its words, as the language reads them on a day."""
    words = text.split()
    if ".." in text:
        low, high = v.period(words[0]).first, v.period(words[2]).last
    elif words[0] == "this":
        low, high = (lambda p: (p.first, p.last))(v.Period(words[1], today))
    elif words[-1] == "date":
        low, high = v.Period(words[0], today).first, today
    elif words[0] in ("last", "previous", "next"):
        low, high = neighbours(words, today)
    else:
        low, high = v.period(text).first, v.period(text).last
    found = Window((low, high))
    found.text = text
    return found


def neighbours(words, today):
    """`last N U` and `previous U` end before this U, `next N U` begins after."""
    unit, count = words[-1].rstrip("s"), int(words[1]) if len(words) == 3 else 1
    here = v.Period(unit, today)
    if words[0] == "next":
        low = high = here.next()
        for _ in range(count - 1):
            high = high.next()
    else:
        low = high = v.Period(unit, here.first - dt.timedelta(days=1))
        for _ in range(count - 1):
            low = v.Period(unit, low.first - dt.timedelta(days=1))
    return low.first, high.last


PERIODS = {
    "week": ["2023-W47 .. 2024-W05", "2024-W10", "last 3 weeks"],
    "year": ["2024", "2023", "this year", "previous year", "2023 .. 2024"],
    "half": ["2024-H1", "2023-H2 .. 2024-H1"],
    "quarter": ["2024-Q1", "last 3 quarters", "2023-Q4 .. 2024-Q2", "next 2 quarters"],
    "month": ["2024-02", "2023-12 .. 2024-03", "last 12 months", "previous month",
              "year to date"],
    "day": ["2023-11-20 .. 2023-12-10", "2023-12-01"]}


def choose_period(rng, unit, today):
    """A window that begins and ends with whole periods of the unit."""
    if unit == "week":
        return window(rng.choice(PERIODS["week"]), today)
    units = [u for u in v.UNITS if u != "week" and FINER[u] >= FINER[unit or "day"]]
    return window(rng.choice(PERIODS[rng.choice(units)]), today)


def condition(case, rng, names, deep=0):
    """A condition on dimensions that reach all these sources."""
    if deep < 2 and rng.random() < 0.3:
        word = rng.choice(["and", "or"])
        return ("op", word, condition(case, rng, names, deep + 1),
                condition(case, rng, names, deep + 1))
    if deep < 2 and rng.random() < 0.12:
        return ("not", condition(case, rng, names, deep + 1))
    dims = [d for d in conformed(case, names) if case.kinds.get(d) in TESTS]
    if len(names) == 1 and case.source(names[0]).axes and rng.random() < 0.2:
        return test_day(rng, ("name", rng.choice(list(case.source(names[0]).axes))))
    if not dims:
        return ("op", "=", ("num", "1"), ("num", "1"))
    roles = [d for d in in_roles(case, names) if case.kinds[d[2]] in TESTS]
    if roles and rng.random() < 0.5:
        dim = rng.choice(roles)
        return TESTS[case.kinds[dim[2]]](rng, dim)
    dim = rng.choice(dims)
    return TESTS[case.kinds[dim]](rng, ("name", dim))


def pattern(rng, pool):
    """A pattern that fits some value, or would if case did not count."""
    value = rng.choice(pool)
    start = value[:1]
    return ("text", rng.choice([start + "%", start.swapcase() + "%", "%" + value[-1:],
                                "_" + value[1:], "%" + value[1:3].upper() + "%"]))


def test_text(rng, dim):
    pool = POOLS.get(dim[-1].replace(" ", "_").split("_")[-1], g.STAGES)
    one = lambda: ("text", rng.choice(pool))
    return rng.choice([
        lambda: ("op", "=", dim, one()), lambda: ("op", "!=", dim, one()),
        lambda: ("empty", dim), lambda: ("not", ("empty", dim)),
        lambda: ("in", dim, (one(), one())),
        lambda: ("not", ("in", dim, (one(), one(), one()))),
        lambda: ("between", dim, ("text", "N"), ("text", "S")),
        lambda: ("op", "like", dim, pattern(rng, pool)),
        lambda: ("op", "like", dim, pattern(rng, pool)),
        lambda: ("op", "~~", dim, pattern(rng, pool)),
        lambda: ("op", "~", dim, ("text", rng.choice(["^[A-M]", "t$", "o"]))),
        lambda: ("op", ">=", dim, one()),
        lambda: ("op", "=", ("call", "upper", (dim,)), ("text", "WEST")),
        lambda: ("op", "<", ("call", "length", (dim,)), ("num", "5")),
        lambda: ("op", "!=", ("call", "left", (dim, ("num", "1"))), ("text", "W")),
    ])()


def test_number(rng, dim):
    value = ("num", str(rng.choice([0, 1, 5, 10, "2.5", 40])))
    return rng.choice([
        ("op", rng.choice(["=", "!=", "<", "<=", ">", ">="]), dim, value),
        ("between", dim, ("num", "0"), value),
        ("empty", dim)])


def test_month(rng, dim):
    value = ("period", rng.choice(["2023-12", "2024-01", "2024-03"]))
    sign = rng.choice(["=", "!=", "<", "<=", ">", ">="])
    return rng.choice([("op", sign, dim, value),
                       ("empty", dim)])


def test_day(rng, axis):
    value = ("period", rng.choice(["2023-12", "2024-01-15", "2024-Q1", "2024"]))
    return rng.choice([("op", rng.choice(["<", "<=", ">", ">="]), axis, value),
                       ("op", "=", ("call", "month", (axis,)), ("period", "2023-12")),
                       ("op", "<", ("call", "weekday", (axis,)), ("num", "6")),
                       ("between", axis, ("period", "2023-12"), ("period", "2024-02"))])


TESTS = {"text": test_text, "number": test_number, "month": test_month,
         "bool": lambda rng, dim: rng.choice([dim, ("not", dim)])}


def shape(case, rng, items, by, columns, **more):
    """having, sort, top, with, sparse for a question with these columns.

    columns: (expression, kind) of what `having`, `sort` and `top` may use.
    """
    numbers = [c for c, kind in columns if kind in ("number", "count")]
    fields = dict(more)
    if numbers and rng.random() < 0.2:
        sign = rng.choice([">", "<=", "!=", "="])
        fields["having"] = ("op", sign, rng.choice(numbers),
                            ("num", str(rng.choice([0, 1, 3, 20, 100]))))
    if columns and rng.random() < 0.25:
        fields["sort"] = ((rng.choice(columns)[0], rng.random() < 0.5),)
    if by and numbers and rng.random() < 0.25:
        fields.update(choose_top(rng, by, numbers, fields))
    if by and rng.random() < 0.4:
        extra = rng.sample(["total", "subtotals", "others"], rng.randint(1, 2))
        if len(by) < 2:
            extra = [e for e in extra if e != "subtotals"]
        fields["extra"] = tuple(extra)
    if rng.random() < 0.12:
        fields["sparse"] = True
    return Question(tuple(items), by=tuple(by), **fields)


def choose_top(rng, by, numbers, fields):
    word = rng.choice(["top", "top", "bottom"])
    column = rng.choice(numbers)
    dim = None
    names = [d for d in by if d[0] == "name"]
    if len(by) > 1 and names and by[0] == names[0] and "sort" not in fields \
            and rng.random() < 0.3:
        dim = names[0]
    if rng.random() < 0.25 and word == "top":
        column = None          # as sorted, else by the first measure
    found = {"top": (word, rng.randint(1, 4), dim, column)}
    if word == "top" and rng.random() < 0.3:
        found["tail"] = (rng.randint(1, 3), rng.choice([None, column, rng.choice(numbers)]))
    return found


# ---- the kinds of questions

def plain(case, rng):
    """Declared measures of some facts."""
    measures = choose_measures(case, rng)
    names = sorted({f for m in measures for f in facts_of(case, m)})
    items, columns = name_items(case, rng, measures)
    units = axis_units(case, names, measures)
    by = choose_by(case, rng, names, 2, units)
    more = {}
    if all(case.source(n).axes for n in names) and rng.random() < 0.35:
        more["period"] = choose_period(
            rng, finest(by) or coarsest_axis(case, names), case.today)
    if rng.random() < 0.4:
        more["where"] = condition(case, rng, names)
    return shape(case, rng, items, by, columns, **more)


def coarsest_axis(case, names):
    units = [next(iter(case.source(n).axes.values()))[1] for n in names]
    units = [u for u in units if u]
    return max(units, key=FINER.get) if units else None


def name_items(case, rng, measures):
    items, columns = [], []
    for i, m in enumerate(measures):
        alias = "x%d" % i if rng.random() < 0.2 else None
        items.append(Item(("name", m), alias))
        columns.append((("name", alias or m), case.kinds[m]))
    sums = [m for m in measures if m[2:] in ("sum1", "sum2")]
    if sums and rng.random() < 0.3:
        expr = rng.choice([("op", "/", ("name", sums[0]), ("name", measures[-1])),
                           ("op", "*", ("name", sums[0]), ("num", "1.1")),
                           ("op", "-", ("name", sums[0]), ("name", sums[-1])),
                           ("call", "round", (("name", sums[0]),)),
                           ("call", "if", (("op", ">", ("name", sums[0]), ("num", "0")),
                                           ("name", sums[0]), ("num", "0")))])
        if case.kinds[measures[-1]] in ("number", "count") or expr[1] != "/":
            items.append(Item(expr, "calc"))
            columns.append((("name", "calc"), "number"))
    return items, columns


def anonymous(case, rng):
    """Aggregates over columns: `show sum(price) from lines by stage`."""
    name = rng.choice(case.facts)
    source = case.source(name)
    value = lambda: g.column_value(rng)
    pool = [("agg", "sum", (value(),), None), ("agg", "avg", (value(),), None),
            ("agg", "count", (), None), ("agg", "count", (value(),), None),
            ("agg", "count distinct", (("name", "price"),), None),
            ("agg", "median", (value(),), None),
            ("agg", "percentile", (value(), ("num", "0.75")), None),
            ("agg", "stddev", (value(),), None), ("agg", "variance", (value(),), None),
            ("agg", "min", (("name", "Order Date"),), None),
            ("agg", "last", (value(),), ("name", "Order Date")),
            ("agg", "first", (("name", "stage"),), ("name", "Order Date")),
            ("agg", "text_list", (("name", "stage"),), None),
            ("agg", "count distinct", (("name", source.joins[0].column),), None),
            ("agg", "sum", (value(),), None)]
    chosen = rng.sample(pool, rng.randint(1, 3))
    items = [Item(e, "x%d" % i) for i, e in enumerate(chosen)]
    by = rng.choice([(), (("name", "stage"),), (("name", "channel"),),
                     (("call", "weekday", (("name", "Order Date"),)),),
                     (("call", "quarter", (("name", "Order Date"),)),
                      ("name", "stage"))])
    more = {"frm": name}
    if rng.random() < 0.5:
        more["where"] = rng.choice([
            ("op", ">", ("name", "price"), ("num", "3")),
            ("op", "=", ("call", "month_of_year", (("name", "Order Date"),)),
             ("num", "12")),
            ("op", "<=", ("name", "Order Date"), ("period", "2024-01")),
            ("op", ">", ("call", "later", (("name", "Order Date"), ("num", "1"),
                                           ("text", "month"))),
             ("period", "2024-01-31")),
            ("op", "<", ("name", "price"),
             ("per", ("agg", "avg", (("name", "price"),), None),
              (("name", "stage_dim"),), False)),
            condition(case, rng, [name])])
        more["where"] = with_dimension(case, source, more["where"])
    columns = [(("name", i.alias), kind_of(i.expr)) for i in items]
    return shape(case, rng, items, by, columns, **more)


def with_dimension(case, source, expr):
    """Puts a dimension that the source reaches where a place for one stands."""
    if expr == ("name", "stage_dim"):
        entities = [d for d in reached(case, source) if d in entities_of(case)]
        return ("name", entities[0] if entities else reached(case, source)[0])
    if isinstance(expr, tuple):
        return tuple(with_dimension(case, source, e) for e in expr)
    return expr


def entities_of(case):
    return [s.entity[0] for s in case.sources if s.entity]


def kind_of(expr):
    if expr[1] in ("text_list",) or expr[2] == (("name", "stage"),):
        return "text" if expr[1] != "count distinct" else "count"
    if expr[2] == (("name", "Order Date"),):
        return "date"
    return "number"


def listing(case, rng):
    """`list` at the key of a fact, or of an entity with measures of a fact."""
    if rng.random() < 0.3:
        return entity_list(case, rng)
    name = rng.choice(case.facts)
    source = case.source(name)
    dims = conformed(case, [name])
    picks = [("name", "price"), ("name", "stage"), ("name", "quantity"),
             ("name", "Order Date")]
    items = [Item(("name", k), None, True) for k in source.key]
    items += [Item(e, None, True) for e in rng.sample(picks, rng.randint(1, 2))]
    items += [Item(("name", d), None, True)
              for d in rng.sample(dims, min(len(dims), 2))]
    flows = [m for m in source.measures if m[2:] in ("sum1", "n_amount")]
    items += [Item(("name", m)) for m in flows[:1]]
    more = {"frm": name, "verb": "list"}
    if rng.random() < 0.6:
        more["where"] = condition(case, rng, [name])
    if source.axes and rng.random() < 0.3:
        more["period"] = choose_period(rng, coarsest_axis(case, [name]), case.today)
    if rng.random() < 0.4:
        more["sort"] = ((rng.choice(items).expr, rng.random() < 0.5),)
    return Question(tuple(items), **more)


def entity_list(case, rng):
    name = rng.choice(case.facts)
    source = case.source(name)
    owners = [s for s in case.sources
              if s.entity and s.entity[0] in reached(case, source)]
    owner = rng.choice(owners)
    items = [Item(("name", owner.entity[0]), None, True)]
    items += [Item(("name", d), None, True) for d in list(owner.dims)[:1]]
    measures = rng.sample(list(source.measures), 2)
    items += [Item(("name", m)) for m in measures]
    more = {"frm": owner.name, "verb": "list"}
    if rng.random() < 0.6:
        more["period"] = choose_period(rng, coarsest_axis(case, [name]), case.today)
    flow = next(m for m in source.measures if m[2:] == "sum1")
    if rng.random() < 0.5:
        sign = rng.choice(["=", ">", "<="])
        more["having"] = ("op", sign, ("name", flow), ("num", "0"))
    return Question(tuple(items), **more)


def scalar_list(case, rng):
    """Scalar functions, row by row."""
    name = rng.choice(case.facts)
    source = case.source(name)
    items = [Item(("name", k), None, True) for k in source.key]
    items += [Item(row_values.scalar(rng), "y%d" % i, True)
              for i in range(rng.randint(2, 4))]
    return Question(tuple(items), frm=name, verb="list")


def combinations(case, rng):
    """No measure at all: the distinct combinations of one source."""
    owner = rng.choice([s for s in case.sources if s.entity])
    dims = list(owner.dims) + ([owner.entity[0]] if rng.random() < 0.3 else [])
    items = [Item(("name", d), None, True)
             for d in rng.sample(dims, min(len(dims), rng.randint(1, 2)))]
    return Question(tuple(items), frm=None)


def over_entities(case, rng):
    """avg(M per K), per every K, count(K where C)."""
    name = rng.choice(case.facts)
    source = case.source(name)
    entities = [d for d in reached(case, source) if d in entities_of(case)]
    numbers = [m for m in source.measures if case.kinds[m] in ("number", "count")]
    if not entities:
        return plain(case, rng)
    entity, m = rng.choice(entities), rng.choice(numbers)
    every = rng.random() < 0.5
    dims = (("name", entity),)
    if not every and ("month",) in axis_units(case, [name], [m]) and rng.random() < 0.2:
        dims = rng.choice([dims + (("unit", "month"),), (("unit", "month"),)])
    period = None
    if every and source.axes and rng.random() < 0.3:
        unit = coarsest_axis(case, [name]) or "month"
        unit = unit if FINER[unit] > FINER["month"] else "month"
        dims = rng.choice([dims + (("unit", unit),), (("unit", unit),)])
        period = choose_period(rng, unit, case.today)
    inner = ("per", ("name", m), dims, every)
    word = rng.choice(["avg", "avg", "sum", "max", "min", "median", "count"])
    items = [Item(("agg", word, (inner,), None), "x0")]
    columns = [(("name", "x0"), "number")]
    by = ()
    if not every:
        by = choose_by(case, rng, [name], 1, axis_units(case, [name], [m]))
    elif not period and rng.random() < 0.4 and axis_units(case, [name], [m]):
        by = tuple(("unit", u) for u in rng.choice(axis_units(case, [name], [m])))
    if rng.random() < 0.4 and not every:
        test = ("op", rng.choice([">", "<=", "="]), ("name", m),
                ("num", str(rng.choice([0, 5, 50]))))
        if all(d[0] == "unit" for d in by):
            items.append(Item(("countk", entity, test), "x1"))
            columns.append((("name", "x1"), "count"))
    more = {"period": period} if period else {}
    if not every and rng.random() < 0.3:
        more["where"] = condition(case, rng, [name])
    lifted = [d for d in by if d[0] == "name" and d not in dims]
    if lifted and dims == (("name", entity),) and "where" not in more:
        whole = ("ctx", ("name", m), (("all", rng.choice(lifted)),))
        items.append(Item(("agg", word, (("per", whole, dims, False),), None), "x2"))
        columns.append((("name", "x2"), "number"))
    return shape(case, rng, items, by, columns, **more)


def windows_per_unit(case, rng):
    """avg(M[rolling N U] per U), or U to date, per every U: each U has its window."""
    name = rng.choice([f for f in case.facts if case.source(f).axes] or [None])
    if name is None:
        return plain(case, rng)
    source = case.source(name)
    numbers = [m for m in source.measures if case.kinds[m] in ("number", "count")]
    m = rng.choice(numbers)
    coarse = coarsest_axis(case, [name])
    unit = coarse if coarse and FINER[coarse] > FINER["month"] else "month"
    longer = [u for u in ("month", "quarter", "year") if FINER[u] >= FINER[unit]]
    items, columns = [], []
    for i in range(rng.randint(1, 3)):
        step = ("rolling", rng.randint(1, 4), rng.choice(longer))
        if rng.random() < 0.4:
            step = ("to date", rng.choice(longer))
        inner = ("per", ("ctx", ("name", m), (step,)), (("unit", unit),), rng.random() < 0.4)
        word = rng.choice(["avg", "sum", "max", "min", "count"])
        items.append(Item(("agg", word, (inner,), None), "x%d" % i))
        columns.append((("name", "x%d" % i), "number"))
    return shape(case, rng, items, (), columns,
                 period=choose_period(rng, unit, case.today))


def counted(case, rng):
    """count(K): the entity's own source is the fact."""
    owner = rng.choice([s for s in case.sources if s.entity])
    items = [Item(("countk", owner.entity[0], None), "x0")]
    dims = [d for d in conformed(case, [owner.name]) if d != owner.entity[0]]
    by = tuple(("name", d) for d in rng.sample(dims, min(len(dims), rng.randint(0, 2))))
    more = {}
    if rng.random() < 0.4:
        more["where"] = condition(case, rng, [owner.name])
    return shape(case, rng, items, by, [(("name", "x0"), "count")], **more)


def sub_question(case, rng):
    """where K in (show K having M > x), or a value (show M)."""
    outer = plain(case, rng)
    names = sorted({f for i in outer.items for m in names_in(i.expr)
                    for f in facts_of(case, m)})
    entities = [d for d in conformed(case, names) if d in entities_of(case)]
    fact = rng.choice(case.facts)
    flows = [m for m in case.source(fact).measures if m[2:] in ("sum1", "sum2")]
    reach = [e for e in entities if e in reached(case, case.source(fact))]
    if reach and rng.random() < 0.7:
        inner = Question((Item(("name", reach[0]), None, True),),
                         having=("op", ">", ("name", flows[0]), ("num", "20")))
        test = ("inq", ("name", reach[0]), inner)
        if rng.random() < 0.3:
            test = ("not", test)
        where = ("op", "and", outer.where, test) if outer.where else test
        return outer.__class__(**{**vars(outer), "where": where})
    inner = Question((Item(("name", flows[0])),))
    extra = Item(("op", "-", ("name", flows[0]), ("scalar", inner)), "less")
    if fact not in names or any(i.alias == "less" for i in outer.items):
        return outer
    return outer.__class__(**{**vars(outer), "items": outer.items + (extra,)})


def crossed(case, rng):
    """across D, without and with total."""
    measures = choose_measures(case, rng, 2)
    names = sorted({f for m in measures for f in facts_of(case, m)})
    dims = conformed(case, names)
    if len(dims) < 2:
        return plain(case, rng)
    first, second = rng.sample(dims, 2)
    units = axis_units(case, names, measures)
    across = ("name", second)
    if units and rng.random() < 0.4:
        across = ("unit", rng.choice([u for u in units if len(u) == 1])[0])
    extra = ("total",) if rng.random() < 0.4 else ()
    return Question(tuple(Item(("name", m)) for m in measures), by=(("name", first),),
                    across=across, extra=extra)


def attributes(case, rng):
    """show customer, customer.region, M: the attribute is no level."""
    measures = choose_measures(case, rng, 2)
    names = sorted({f for m in measures for f in facts_of(case, m)})
    dims = conformed(case, names)
    owners = [s for s in case.sources if s.entity and s.dims and s.entity[0] in dims]
    if not owners:
        return plain(case, rng)
    owner = rng.choice(owners)
    entity = ("name", owner.entity[0])
    keys = [entity]
    if len(dims) > 1 and rng.random() < 0.5:
        other = rng.choice([d for d in dims if d != owner.entity[0]])
        keys.insert(rng.randint(0, 1), ("name", other))
    units = axis_units(case, names, measures)
    if units and rng.random() < 0.3:
        keys.append(("unit", rng.choice([u for u in units if len(u) == 1])[0]))
    shown, attrs = list(keys), []
    for dim in rng.sample(list(owner.dims), min(len(owner.dims), rng.randint(1, 2))):
        attrs.append(("dot", owner.entity[0], dim))
        shown.insert(rng.randint(0, len(shown)), attrs[-1])
    items = [Item(d, "attr%d" % i if d in attrs and rng.random() < 0.5 else None, True)
             for i, d in enumerate(shown)]
    more = of_attributes(case, rng, entity, keys, attrs, measures)
    return Question(tuple(items + [Item(("name", m)) for m in measures]), **more)


def of_attributes(case, rng, entity, keys, attrs, measures):
    """Clauses that name an attribute, or test the entity against an answer."""
    more = {}
    pool = ["total", "others"] + (["subtotals"] if len(keys) > 1 else [])
    more["extra"] = tuple(rng.sample(pool, rng.randint(0, 2)))
    numbers = [m for m in measures if case.kinds[m] in ("number", "count")]
    if rng.random() < 0.4:
        flow = rng.choice([m for f in case.facts for m in case.source(f).measures
                           if m[2:] == "sum1"])
        tests = [("inq", entity, members(case, rng, entity, flow)),
                 ("empty", rng.choice(attrs)),
                 test_of_attribute(case, rng, rng.choice(attrs))]
        test = rng.choice(tests)
        more["having"] = ("not", test) if rng.random() < 0.3 else test
    elif rng.random() < 0.3:
        more["sort"] = ((rng.choice(attrs), rng.random() < 0.5),)
    elif numbers and rng.random() < 0.4:
        per = keys[0] if len(keys) > 1 and keys[0] == entity else None
        if per is None or all(d not in attrs for d in keys):
            more["top"] = ("top", rng.randint(1, 3), per, ("name", rng.choice(numbers)))
    return more


def members(case, rng, entity, flow):
    """The K with more than so much of a flow, of a fact that reaches K."""
    fact = next(f for f in case.facts if flow in case.source(f).measures)
    if entity[1] not in reached(case, case.source(fact)):
        return Question((Item(entity, None, True),), frm=owner_name(case, entity))
    return Question((Item(entity, None, True),),
                    having=("op", rng.choice([">", "<="]), ("name", flow), ("num", "20")))


def owner_name(case, entity):
    return next(s.name for s in case.sources if s.entity and s.entity[0] == entity[1])


def test_of_attribute(case, rng, attr):
    kind = case.kinds[attr[2]]
    if kind == "text":
        values = [("text", x) for x in rng.sample(["North", "SMB", "red", "South"], 2)]
        return ("in", attr, tuple(values))
    if kind in ("number", "count"):
        return ("op", ">", attr, ("num", "5"))
    return ("empty", attr)


def derived(case, rng):
    """From a source that is a question."""
    name = rng.choice(sorted(case.derived))
    number = ("name", "m1")
    words = ("sum", "avg", "max", "median", "count")
    pool = [("agg", w, (number,), None) for w in words]
    items = [Item(e, "x%d" % i) for i, e in enumerate(rng.sample(pool, 2))]
    first = case.derived[name].by[0]
    by = (first,) if rng.random() < 0.4 else ()
    return Question(tuple(items), by=by, frm=name)
