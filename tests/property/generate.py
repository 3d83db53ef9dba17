"""Random models with their data: the store, the model text, the reference model.

Every choice comes from one random.Random, so a seed names a case for ever.
Sources form a tree per fact (no dimension is reached by two ways); facts share
at least one source of dimensions, so that they conform.
"""

import datetime as dt
import random
import sqlite3
from dataclasses import dataclass, field, replace
from fractions import Fraction

import asking
import koers_text as kt
import reference as ref

FIRST_DAY = dt.date(2023, 11, 6)
EDGES = [dt.date(2023, 11, 30), dt.date(2023, 12, 1), dt.date(2023, 12, 31),
         dt.date(2024, 1, 1), dt.date(2024, 1, 31), dt.date(2024, 2, 29),
         dt.date(2024, 3, 31)]
REGIONS = ["North", "South", "Östlich", "west", "West", "a b", "A,B", '5" x', "=1+1"]
SEGMENTS = ["SMB", "Enterprise", "public", "Public"]
COLOURS = ["red", "green", "Blue", "grey_1", "50%"]
STAGES = ["Won", "Lost", "Open", "won"]
PEOPLE = ["Anna", "Bert", "anna", "Çelik", "Dirk", "O'Neil", "Eva Maria"]


@dataclass
class Column:
    name: str
    decl: str                  # as SQLite declares it
    kind: str                  # int decimal text date moment
    pool: list = None          # values to draw from, before empties
    empty: float = 0.0         # part of the rows that is empty


@dataclass
class Case:
    seed: int
    rng: random.Random
    sources: list = field(default_factory=list)
    columns: dict = field(default_factory=dict)    # source name -> [Column]
    measures: dict = field(default_factory=dict)   # over measures
    dims: dict = field(default_factory=dict)       # declared at top level
    kinds: dict = field(default_factory=dict)      # measure or dimension -> kind
    facts: list = field(default_factory=list)
    derived: dict = field(default_factory=dict)    # sources from questions
    today: dt.date = dt.date(2025, 1, 31)

    def source(self, name):
        return next(s for s in self.sources if s.name == name)

    def model(self):
        """The reference's model; it filters rows in place, so on copies."""
        sources = [replace(s, rows=list(s.rows)) for s in self.sources]
        model = ref.Model(sources, self.measures, self.dims, self.today)
        for name, question in self.derived.items():
            asking.materialise(model, name, question)
        return model


def build(seed):
    case = Case(seed, random.Random(seed))
    other = random.Random("today/%d" % seed)
    if other.random() < 0.5:
        # Within the data, so that periods are not over.
        case.today = other.choice(EDGES + [dt.date(2024, 1, 1) + dt.timedelta(
            days=other.randint(0, 120)) for _ in range(3)])
    make_dimension_sources(case)
    make_facts(case)
    make_shared(case)
    make_derived(case)
    return case


# ---- sources of dimensions

TREES = [("customers", "customer", "areas", "area"),
         ("products", "product", "categories", "category"),
         ("reps", "seller", "Team List", "unit")]


def make_dimension_sources(case):
    rng = case.rng
    for name, entity, upper, upper_entity in rng.sample(TREES, rng.randint(2, 3)):
        if rng.random() < 0.6:
            add_dimension_source(case, upper, upper_entity, None)
            add_dimension_source(case, name, entity, upper)
        else:
            add_dimension_source(case, name, entity, None)
    if len(case.sources) > 4:
        return


def add_dimension_source(case, name, entity, upper):
    rng = case.rng
    count = rng.choice([0, 1, 3, 5, 7]) if rng.random() < 0.3 else rng.randint(3, 7)
    by_text = rng.random() < 0.3
    keys = ["K%02d" % (3 * i) for i in range(count)] if by_text else \
        [Fraction(i + 1) for i in range(count)]
    key = Column(entity + "_id", "TEXT" if by_text else "INTEGER", "key", keys)
    columns = [key, Column("name", "TEXT", "text", PEOPLE, 0.05)]
    source = ref.Source(name, rng.choice([name, name + " table", "select"
                                          if name == "products" else name]))
    source.entity = (entity, key.name, "name" if rng.random() < 0.8 else None)
    add_text_dimensions(case, source, columns, entity)
    if rng.random() < 0.5:
        columns.append(Column("credit", "REAL", "decimal", None, 0.2))
        declare(case, source, entity + "_credit", ("name", "credit"), "number")
    if upper:
        add_join(case, source, columns, upper, 0.15)
    finish(case, source, columns, count)


def add_text_dimensions(case, source, columns, entity):
    rng = case.rng
    pools = [("region", REGIONS), ("group", SEGMENTS), ("Colour Code", COLOURS)]
    for word, pool in rng.sample(pools, rng.randint(1, 2)):
        columns.append(Column(word, "TEXT", "text", rng.sample(pool, 3), 0.15))
        label = "%s %s" % (entity, word) if " " in word else "%s_%s" % (entity, word)
        declare(case, source, label, ("name", word), "text")


def declare(case, source, name, expr, kind):
    source.dims[name] = expr
    case.kinds[name] = kind


def add_join(case, source, columns, target_name, orphans):
    target = case.source(target_name)
    key = case.columns[target_name][0]
    name = target.entity[1] if target.entity else target_name + " ref"
    pool = list(key.pool)
    if case.rng.random() < 0.5:
        pool += ["K99"] if key.decl == "TEXT" else [Fraction(99)]
    if not pool:
        pool = ["K98"] if key.decl == "TEXT" else [Fraction(98)]
    columns.append(Column(name, key.decl, "foreign", pool, orphans))
    source.joins.append(ref.Join(target_name, name))


def finish(case, source, columns, count):
    source.columns = {c.name: c.kind for c in columns}
    source.rows = [make_row(case.rng, columns, i) for i in range(count)]
    case.sources.append(source)
    case.columns[source.name] = columns


# ---- data

def make_row(rng, columns, index):
    return {c.name: make_value(rng, c, index) for c in columns}


def make_value(rng, column, index):
    if column.kind == "key":
        return column.pool[index]
    if rng.random() < column.empty:
        return None
    if column.kind in ("text", "foreign"):
        return rng.choice(column.pool)
    if column.kind == "int":
        return Fraction(rng.choice(column.pool) if column.pool else rng.randint(-4, 12))
    if column.kind == "decimal":
        if column.pool:
            return Fraction(rng.choice(column.pool))
        return Fraction(rng.randint(-2000, 9000), rng.choice([1, 10, 100, 100, 1000]))
    day = FIRST_DAY + dt.timedelta(days=rng.randint(0, column.pool[0]))
    if rng.random() < 0.35:
        # The edges of months, also so that equal dates are frequent.
        days = [d for d in EDGES if (d - FIRST_DAY).days <= column.pool[0]]
        day = rng.choice(days)
    if column.kind == "date":
        return day
    return dt.datetime(day.year, day.month, day.day, rng.choice([0, 9, 12, 23]),
                       rng.choice([0, 30, 59]), rng.choice([0, 59]))


# ---- facts

def make_facts(case):
    rng = case.rng
    ground = [s.name for s in case.sources]
    leaves = [n for n in ground if not any(j.target == n for s in case.sources
                                           for j in s.joins)]
    shared = rng.choice(leaves)
    for i, name in enumerate(rng.sample(["lines", "visits", "Quota Table", "tickets"],
                                        rng.randint(2, 4))):
        others = [n for n in leaves if n != shared]
        joins = [shared] + rng.sample(others, rng.randint(0, len(others)))
        parents = [f for f in case.facts if can_be_parent(case.source(f))]
        if parents and rng.random() < 0.35:
            joins = parent_first(case, rng.choice(parents), others)
        add_fact(case, name, "abcd"[i], joins)


def can_be_parent(source):
    """A fact of one key column, whose dimensions are reached one way."""
    return len(source.key) == 1 and not source.conforms \
        and not any(j.role for j in source.joins)


def parent_first(case, parent, others):
    """Joins of a fact below another fact, as lines are below orders."""
    there = set(below(case, parent))
    free = [n for n in others if not there & set(below(case, n))]
    return [parent] + case.rng.sample(free, case.rng.randint(0, len(free)))


def add_fact(case, name, mark, joins):
    rng = case.rng
    days = rng.choice([40, 120, 300])
    columns = fact_columns(rng, days, rng.random() < 0.25)
    source = ref.Source(name, name if rng.random() < 0.5 else name + " 2")
    count = 0 if rng.random() < 0.06 else rng.randint(1, 45)
    columns[0].pool = [Fraction(i * 2 + 1) for i in range(count)]
    if rng.random() < 0.3:
        columns[0].pool = [Fraction(i // 3 + 1) for i in range(count)]
        columns.insert(1, Column("line no", "INTEGER", "key",
                                 [Fraction(i % 3 + 1) for i in range(count)]))
        source.key = ("id", "line no")
    else:
        source.key = ("id",)
    for target in joins:
        add_join(case, source, columns, target, 0.1)
    parent = joins[0] if joins[0] in case.facts else None
    if rng.random() < 0.4:
        add_conformed(case, source, columns)
    elif rng.random() < 0.4:
        add_roles(case, source, columns)
    add_axes(case, source, parent, mark)
    add_own_dimensions(case, source, mark)
    if rng.random() < 0.4:
        add_attribute(case, source, mark)
    if rng.random() < 0.15:
        source.covers = (dt.date(2023, 10, 1), dt.date(2024, 12, 31))
    if rng.random() < 0.15:
        source.where = ("op", "!=", ("name", "stage"), ("text", "Open"))
    add_measures(case, source, mark)
    finish(case, source, columns, count)
    for column in columns:
        # Values tell what a text column holds, so there must be one.
        if column.kind in ("date", "moment") and all(
                row[column.name] is None for row in source.rows):
            column.decl = "DATE"
    case.facts.append(name)


def add_conformed(case, source, columns):
    """An own column that means a dimension of a source it does not join."""
    joined = {n for j in source.joins for n in below(case, j.target)}
    found = [(s, d) for s in case.sources if s.entity and s.name not in joined
             for d in s.dims if case.kinds[d] == "text"]
    if found:
        owner, dim = case.rng.choice(found)
        pool = next(c for c in case.columns[owner.name]
                    if owner.dims[dim] == ("name", c.name)).pool
        columns.append(Column(dim, "TEXT", "text", pool + ["only here"], 0.1))
        source.dims[dim] = ("name", dim)
        source.conforms[dim] = owner.name


def add_roles(case, source, columns):
    """A source joined twice: its dimensions are `buyer.region`, `payer.region`."""
    joined = {n for j in source.joins for n in below(case, j.target)}
    free = [s for s in case.sources if s.entity and s.name not in joined
            and not joined & set(below(case, s.name))]
    if not free:
        return
    target = case.rng.choice(free)
    key = case.columns[target.name][0]
    pool = list(key.pool) or ["K98" if key.decl == "TEXT" else Fraction(98)]
    for role in ("buyer", "payer"):
        columns.append(Column(role + "_id", key.decl, "foreign", pool, 0.15))
        source.joins.append(ref.Join(target.name, role + "_id", role))


def below(case, name):
    """A source and all that it joins, one way or another."""
    found = [name]
    for join in case.source(name).joins:
        found += below(case, join.target)
    return found


def fact_columns(rng, days, with_time):
    whole = [Column("quantity", "INTEGER", "int", None, 0.05)]
    return [Column("id", "INTEGER", "key"),
            Column("Order Date", rng.choice(["TEXT", "DATE"]), "date", [days]),
            Column("sent", "DATETIME" if with_time else "TEXT",
                   "moment" if with_time else "date", [days], 0.15),
            *whole,
            Column("price", "REAL", "decimal", None, 0.05),
            Column("amount", "NUMERIC", "decimal", None, 0.1),
            Column("discount", "REAL", "decimal",
                   ["0", "0.05", "0.1", "0.15", "0.2", "0.25"]),
            Column("stage", "TEXT", "text", STAGES, 0.05),
            Column("channel", "TEXT", "text", ["web", "shop", "Web"], 0.3)]


def add_axes(case, source, parent, mark):
    rng = case.rng
    if parent:
        source.axes["%s_day" % mark] = (("dot", parent, "Order Date"), None)
        source.axes["%s_sent" % mark] = (("name", "sent"), None)
        return
    first = "sent" if rng.random() < 0.1 else "Order Date"
    unit = rng.choice(["month", "quarter"]) if rng.random() < 0.12 else None
    source.axes["%s_day" % mark] = (("name", first), unit)
    if rng.random() < 0.5 and first != "sent":
        source.axes["%s_sent" % mark] = (("name", "sent"), None)


def add_own_dimensions(case, source, mark):
    rng = case.rng
    choices = [("stage", ("name", "stage"), "text"),
               ("channel", ("call", "coalesce", (("name", "channel"),
                                                  ("text", "none"))),
                "text"),
               ("big", ("op", ">", ("name", "amount"), ("num", "10")), "bool"),
               ("size", ("call", "if", (
                   ("op", ">", ("name", "quantity"), ("num", "5")), ("text", "many"),
                   ("empty", ("name", "quantity")), ("text", "none"),
                   ("text", "few"))), "text"),
               ("sent_month", ("call", "month", (("name", "sent"),)), "month"),
               ("pieces", ("name", "quantity"), "number")]
    for word, expr, kind in rng.sample(choices, rng.randint(1, 4)):
        declare(case, source, "%s_%s" % (mark, word), expr, kind)


def add_attribute(case, source, mark):
    """An entity-level value as a dimension of the fact: `… per customer`."""
    rng = case.rng
    targets = [case.source(j.target) for j in source.joins if not j.role]
    targets = [t for t in targets if t.entity]
    if not targets:
        return
    entity = rng.choice(targets).entity[0]
    day = ("name", next(iter(source.axes)))
    per = lambda expr: ("per", expr, (("name", entity),), False)
    word, expr, kind = rng.choice([
        ("start", ("call", "month", (per(("agg", "min", (day,), None)),)), "month"),
        ("usual", ("call", "round", (per(("agg", "avg", (("name", "price"),), None)),)),
         "number"),
        ("recent", per(("agg", "last", (("name", "stage"),), day)), "text"),
        ("new", ("op", "=", ("call", "month", (per(("agg", "min", (day,), None)),)),
                 ("call", "month", (day,))), "bool")])
    declare(case, source, "%s_%s" % (mark, word), expr, kind)


def column_value(rng):
    """A row expression that is a number, of columns every fact has."""
    return rng.choice([
        ("name", "quantity"), ("name", "price"), ("name", "amount"),
        ("op", "*", ("name", "quantity"), ("name", "price")),
        ("op", "*", ("op", "*", ("name", "quantity"), ("name", "price")),
         ("op", "-", ("num", "1"), ("name", "discount"))),
        ("op", "/", ("name", "price"), ("name", "quantity")),
        ("op", "*", ("op", "/", ("name", "amount"), ("num", "3")),
         ("name", "discount")),
        ("call", "round", (("name", "price"), ("num", "1"))),
        ("call", "abs", (("name", "amount"),)),
        ("call", "floor", (("name", "price"),)),
        ("call", "coalesce", (("name", "amount"), ("name", "price"))),
        ("call", "greatest", (("name", "price"), ("num", "1.5"))),
        ("neg", ("name", "amount")),
    ])


def add_measures(case, source, mark):
    rng = case.rng
    wide = lambda: column_value(rng)
    agg = lambda name, *args, by=None: ("agg", name, tuple(args), by)
    day = ("name", next(iter(source.axes)))
    flows = [("sum1", agg("sum", wide())), ("sum2", agg("sum", wide())),
             ("n", agg("count")), ("n_amount", agg("count", ("name", "amount")))]
    others = [("kinds", agg("count distinct", ("name", "stage"))),
              ("mean", agg("avg", wide())), ("low", agg("min", wide())),
              ("high", agg("max", wide())), ("middle", agg("median", wide())),
              ("p", agg("percentile", wide(),
                        ("num", rng.choice(["0.9", "0.25", "0.1"])))),
              ("dev", agg("stddev", wide())), ("var", agg("variance", wide())),
              ("first", agg("first", wide(), by=day)),
              ("last", agg("last", wide(), by=day)),
              ("names", agg("text_list", ("name", "channel"))),
              ("latest", agg("max", ("name", "Order Date")))]
    chosen = flows[:rng.randint(2, 4)] + rng.sample(others, rng.randint(2, 5))
    for word, expr in chosen:
        where = None
        if rng.random() < 0.25:
            where = rng.choice([
                ("op", "=", ("name", "stage"), ("text", "Won")),
                ("op", "!=", ("name", "channel"), ("text", "web")),
                ("op", ">", ("name", "quantity"), ("num", "2")),
                ("empty", ("name", "amount"))])
        axis = "%s_sent" % mark
        axis = axis if axis in source.axes and rng.random() < 0.2 else None
        name = "%s_%s" % (mark, word)
        source.measures[name] = ref.Measure(expr, where, axis)
        kind = {"names": "text", "latest": "date"}.get(word, "number")
        case.kinds[name] = "count" if word in ("n", "n_amount", "kinds") else kind


# ---- what is declared at top level

def make_shared(case):
    rng = case.rng
    flows = {s: [m for m in case.source(s).measures if m[2:] in ("sum1", "sum2")]
             for s in case.facts}
    names = [m for s in case.facts for m in flows[s]]
    if len(names) > 1:
        a, b = rng.sample(names, 2)
        case.measures["ratio"] = ref.Measure(("op", "/", ("name", a), ("name", b)))
        case.measures["gap"] = ref.Measure(("op", "-", ("name", a), ("name", b)))
        case.kinds.update(ratio="number", gap="number")
        if rng.random() < 0.5:
            case.measures["part"] = ref.Measure(
                ("op", "/", ("name", "gap"), ("name", a)), kind="percent")
            case.kinds["part"] = "number"
    texts = [d for s in case.sources if s.entity for d in s.dims
             if case.kinds[d] == "text"]
    if texts and rng.random() < 0.6:
        name = rng.choice(texts)
        case.dims["special"] = ("in", ("name", name), (
            ("text", "North"), ("text", "SMB"),
                                                       ("text", "red")))
        case.kinds["special"] = "bool"


def make_derived(case):
    """`source kept from (show M as m1 by D, …)` over one fact."""
    rng = case.rng
    fact = case.source(rng.choice(case.facts))
    dims = [d for d in fact.dims if case.kinds[d] in ("text", "bool")]
    flow = next(m for m in fact.measures if m[2:] == "sum1")
    if not dims or rng.random() < 0.4:
        return
    by = tuple(("name", d) for d in rng.sample(dims, min(len(dims), rng.randint(1, 2))))
    case.derived["kept"] = ref.Question((ref.Item(("name", flow), "m1"),), by=by)


# ---- writing

def sql_name(text):
    return '"%s"' % text.replace('"', '""')


def write_store(case, path):
    store = sqlite3.connect(path)
    for source in case.sources:
        columns = case.columns.get(source.name)
        if columns is None:
            continue
        declared = ", ".join("%s %s" % (sql_name(c.name), c.decl) for c in columns)
        store.execute("create table %s (%s)" % (sql_name(source.table), declared))
        marks = ", ".join("?" * len(columns))
        table = sql_name(source.table)
        store.executemany("insert into %s values (%s)" % (table, marks),
                          [[stored(row[c.name], c) for c in columns]
                           for row in source.rows])
    store.commit()
    store.close()


def stored(value, column):
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if value.denominator == 1 and column.decl != "REAL":
        return int(value)
    return float(value)


def model_text(case, store_name):
    """The model as Koers text, with the day it is asked on."""
    head = "set today = %s\n" % case.today.isoformat()
    return head + kt.model(case.model(), store_name)
