"""What must hold between answers of Koers itself, whatever the right ones are.

- the order of the clauses does not matter
- a flow over a dimension, or over the months of a year, adds up to its total
- the total is that of (p) and (not p) together
- `having` and `top` leave totals and shares as they are
- a further measure of another fact changes no cell of the first
- `m[all]` is the question without `by`
- a period back and one on again is where one was
- what is hidden changes no running value, rank, share or comparison
- what `why` splits a change into adds up to it
- the `list` that `explain show` names has as many rows as it says
- `what if m = m` leaves a question as it is, and shows every column that m reaches twice
- `what if f = 2 * f` doubles f, and is what the bracket says of all that is made of f
- `solve` finds what gives the goal
"""

import random
import re
from decimal import Decimal

import bracketed
import expected
import koers_text as kt
import questions
import what_if
from reference import Item, Question


def check(case, ask):
    """(name of the check, what is wrong or None) for each check of a case."""
    return each_check(case, ask, (clause_order, adds_up, months_add_up, split, hiding, shares,
                     second_fact, all_is_without_by, there_and_back, hidden_lines))


def check_statements(case, ask):
    """The same for statements that the reference does not have."""
    return each_check(case, ask, (why_adds_up, opened, what_if.same, what_if.doubled, what_if.solved))


def each_check(case, ask, functions):
    rng = random.Random("metamorphic/%d" % case.seed)
    found = []
    for function in functions:
        problem = function(case, rng, ask)
        found.append((function.__name__, problem))
    return found


def table(ask, question, order=None):
    text, error = ask(kt.question(question, order))
    if error:
        raise Refused("%s\n  %s" % (kt.question(question), error.splitlines()[0]))
    return expected.parse(text)


class Refused(Exception):
    pass


def flow_of(case, rng):
    """A declared measure that adds up, and its fact."""
    fact = rng.choice(case.facts)
    flows = [m for m in case.source(fact).measures
             if m[2:] in ("sum1", "sum2", "n", "n_amount")]
    return fact, rng.choice(flows)


def answered(function):
    """A check in which a refused question is the thing that is wrong."""
    def wrapped(case, rng, ask):
        try:
            return function(case, rng, ask)
        except Refused as refusal:
            return str(refusal)
    wrapped.__name__ = function.__name__
    return wrapped


def column(rows, place):
    return [Decimal(row[place]) for row in rows if row[place] != ""]


@answered
def clause_order(case, rng, ask):
    make = rng.choice([questions.plain, bracketed.brackets, bracketed.comparisons,
                       bracketed.table_calculations])
    question = make(case, rng)
    first = table(ask, question)
    second = table(ask, question, rng)
    if first != second:
        return "clause order matters: %s" % kt.question(question)
    return None


@answered
def adds_up(case, rng, ask):
    fact, flow = flow_of(case, rng)
    dims = questions.conformed(case, [fact])
    by = tuple(("name", d) for d in rng.sample(dims, min(2, len(dims))))
    units = questions.axis_units(case, [fact], [flow])
    if units and rng.random() < 0.5:
        by += tuple(("unit", u) for u in rng.choice(units))
    question = Question((Item(("name", flow)),), by=by, extra=("total",))
    _, rows = table(ask, question)
    lines = sum(column([r for r in rows if r[0] == "line"], -1))
    total = sum(column([r for r in rows if r[0] == "total"], -1))
    if any(d[0] == "unit" for d in by):
        # Rows without a date lie in no period: only lines and total must agree.
        if lines != total:
            return "lines %s, total %s: %s" % (lines, total, kt.question(question))
        return None
    _, alone = table(ask, Question((Item(("name", flow)),)))
    if not lines == total == sum(column(alone, -1)):
        return "lines %s, total %s, alone %s: %s" % (
            lines, total, alone, kt.question(question))
    return None


@answered
def months_add_up(case, rng, ask):
    fact, flow = flow_of(case, rng)
    units = [u for u in questions.axis_units(case, [fact], [flow])
             if u[0] in ("month", "quarter", "half") and len(u) == 1]
    if not units:
        return None
    period = questions.window("2024", case.today)
    items = (Item(("name", flow)),)
    _, lines = table(ask, Question(items, by=(("unit", rng.choice(units)[0]),),
                                   period=period))
    _, year = table(ask, Question(items, period=period))
    if sum(column(lines, -1)) != sum(column(year, -1)):
        return "%s in 2024: periods %s, year %s" % (flow, lines, year)
    return None


@answered
def split(case, rng, ask):
    fact, flow = flow_of(case, rng)
    test = questions.condition(case, rng, [fact])
    items = (Item(("name", flow)),)
    parts = [table(ask, Question(items, where=w))[1] for w in (test, ("not", test))]
    _, whole = table(ask, Question(items))
    if sum(sum(column(p, -1)) for p in parts) != sum(column(whole, -1)):
        return "%s where %s: %s and %s, whole %s" % (
            flow, kt.expression(test), parts[0], parts[1], whole)
    return None


@answered
def hiding(case, rng, ask):
    measures = questions.choose_measures(case, rng, 2)
    names = sorted({f for m in measures for f in questions.facts_of(case, m)})
    dims = questions.conformed(case, names)
    _, flow = flow_of(case, rng)
    numbers = [m for m in measures if case.kinds[m] in ("number", "count")]
    if not dims or not numbers:
        return None
    plain = Question(tuple(Item(("name", m)) for m in measures),
                     by=(("name", rng.choice(dims)),), extra=("total",))
    test = ("op", ">", ("name", numbers[0]), ("num", "3"))
    _, rows = table(ask, plain)
    shown = {tuple(r) for r in rows}
    for more in ({"having": test}, {"top": ("top", 2, None, ("name", numbers[0]))}):
        hidden = Question(plain.items, by=plain.by, extra=plain.extra, **more)
        _, left = table(ask, hidden)
        kept = [tuple(r) for r in left if r[0] in ("line", "total")]
        if not set(kept) <= shown or kept[-1:] != [tuple(rows[-1])]:
            return "hiding changes %s" % kt.question(hidden)
    return None


@answered
def shares(case, rng, ask):
    """A share is of all lines."""
    fact, flow = flow_of(case, rng)
    dims = questions.conformed(case, [fact])
    share = Item(("share", ("name", flow), None), "of all")
    plain = Question((Item(("name", flow)), share), by=(("name", rng.choice(dims)),))
    _, rows = table(ask, plain)
    hidden = Question(plain.items, by=plain.by, top=("top", 2, None, ("name", flow)))
    _, left = table(ask, hidden)
    if not {tuple(r) for r in left} <= {tuple(r) for r in rows}:
        return "hiding changes shares: %s" % kt.question(hidden)
    return None


@answered
def all_is_without_by(case, rng, ask):
    found = bracketed.frame(case, rng, 2)
    if found is None:
        return None
    measures, names, by, _ = found
    period = questions.choose_period(rng, questions.finest(by)
                                     or questions.coarsest_axis(case, names), case.today)
    where = questions.condition(case, rng, names) if rng.random() < 0.5 else None
    whole = Question(tuple(Item(("name", m)) for m in measures), period=period,
                     where=where)
    lifted = tuple(Item(("ctx", ("name", m), (("all",),)), "a%d" % i)
                   for i, m in enumerate(measures))
    lines = Question(whole.items + lifted, by=by, period=period, where=where)
    _, rows = table(ask, lines)
    _, alone = table(ask, whole)
    for row in rows:
        if row[-len(measures):] != alone[0]:
            return "%s is %s, alone %s" % (kt.question(lines), row, alone[0])
    return None


@answered
def there_and_back(case, rng, ask):
    """For periods that are over, with no window that could be unknown."""
    fact, flow = flow_of(case, rng)
    units = [u for u in questions.axis_units(case, [fact], [flow]) if u != ("week",)]
    if not units or case.today < questions.dt.date(2024, 1, 1):
        return None
    by = tuple(("unit", u) for u in rng.choice(units))
    unit = rng.choice(bracketed.shift_units(by, questions.coarsest_axis(case, [fact])))
    n = rng.choice([1, 2])
    back = (("shift", unit, -n, False, False), ("shift", unit, n, False, False))
    if questions.finest(by) == "day" and unit not in ("day", "week"):
        return None    # the 31st comes back as the 30th
    question = Question((Item(("name", flow)),
                         Item(("ctx", ("name", flow), back), "again")),
                        by=by, period=questions.window("2023", case.today))
    _, rows = table(ask, question)
    for row in rows:
        if row[-2] != row[-1]:
            return "%s: %s" % (kt.question(question), row)
    return None


@answered
def hidden_lines(case, rng, ask):
    make = rng.choice([bracketed.table_calculations, bracketed.comparisons,
                       bracketed.brackets])
    asked = make(case, rng)
    plain = Question(**{**vars(asked), "having": None, "top": None, "extra": ()})
    numbers = [i for i in plain.items if i.expr[0] == "name" and not i.dim
               and case.kinds[i.expr[1]] in ("number", "count")]
    if not numbers:
        return None
    first = numbers[0].alias or numbers[0].expr[1]
    test = ("op", rng.choice([">", "<="]), ("name", first), ("num", "3"))
    hidden = Question(**{**vars(plain), "having": test})
    _, rows = table(ask, plain)
    _, left = table(ask, hidden)
    if not {tuple(r) for r in left} <= {tuple(r) for r in rows}:
        return "hiding changes numbers: %s" % kt.question(hidden)
    return None


@answered
def second_fact(case, rng, ask):
    if len(case.facts) < 2:
        return None
    first, second = rng.sample(case.facts, 2)
    dims = questions.conformed(case, [first, second])
    if not dims:
        return None
    one, other = (rng.choice(list(case.source(f).measures)) for f in (first, second))
    by = (("name", rng.choice(dims)),)
    _, alone = table(ask, Question((Item(("name", one)),), by=by))
    _, both = table(ask, Question((Item(("name", one)), Item(("name", other))), by=by))
    cells = {r[0]: r[1] for r in both}
    for key, value in alone:
        if cells.get(key) != value:
            return "%s of %s is %s alone, %s beside %s" % (
                one, key, value, cells.get(key), other)
    return None


SUMS = ("sum1", "sum2", "n", "n_amount")


@answered
def why_adds_up(case, rng, ask):
    """A change that is split is that of the question, to the last digit; members have
    the values that they have in the question."""
    found = bracketed.frame(case, rng, 1)
    if found is None:
        return None
    measures, names, by, _ = found
    by = tuple(d for d in by if d[0] != "unit")
    coarse = questions.coarsest_axis(case, names)
    if not by or case.kinds[measures[0]] not in ("number", "count"):
        return None
    question = Question(
        (Item(("name", measures[0])),), by=by, extra=("total",),
        period=questions.choose_period(rng, coarse, case.today),
        where=bracketed.simple_where(case, rng, names) if rng.random() < 0.3 else None,
        versus=((bracketed.shift(rng, by, coarse), None),))
    text = kt.question(question).replace("show ", "why ", 1)
    text = text.replace(" with total", "") + " top 100000"
    csv, error = ask(text)
    if error and measures[0][2:] not in SUMS and "E0628" in error:
        return None
    if error:
        raise Refused("%s\n  %s" % (text, error.splitlines()[0]))
    return why_differs(len(by), expected.parse(csv), table(ask, question))


def why_differs(n_key, why, show):
    """What is wrong with (heading, rows) of `why`, by those of `show ... versus`."""
    zero = Decimal(0)
    number = lambda cell: Decimal(cell) if cell else zero
    left = 1 + n_key
    wanted = {tuple(r[1:left]): r[left:] for r in show[1] if r[0] == "line"}
    for row in why[1]:
        now, before, *reasons, whole, _ = row[left:]
        if row[0] == "line":
            other = wanted.pop(tuple(row[1:left]))
            if (number(now), number(before)) != (number(other[0]), number(other[1])):
                return "%s in why, %s in show" % (row, other)
        if sum(map(number, reasons)) != number(whole):
            return "reasons of %s do not add up" % row
    if any(number(v[0]) or number(v[1]) for v in wanted.values()):
        return "lines are missing: %s" % wanted
    lines, total, shown = why[1][:-1], why[1][-1], show[1][-1]
    if sum(number(r[-2]) for r in lines) != number(total[-2]):
        return "contributions do not add up: %s" % why[1]
    if shown[left + 2] != total[-2]:
        return "the change is %s: %s" % (shown[left + 2], total)
    return None


ROWS = re.compile(r"^ *([0-9,]+|–) rows? of [^\n]*\n *(list [^\n]*)", re.MULTILINE)


@answered
def opened(case, rng, ask):
    make = rng.choice([questions.plain, bracketed.brackets])
    text = kt.question(make(case, rng))
    said, error = ask("explain " + text, "table")
    if error:
        raise Refused("%s\n  %s" % (text, error.splitlines()[0]))
    for count, rows in ROWS.findall(said):
        csv, error = ask(rows)
        if error:
            raise Refused("%s\n  %s" % (rows, error.splitlines()[0]))
        found = len(expected.parse(csv)[1])
        if count != "–" and found != int(count.replace(",", "")):
            return "%s: %s rows, %d of %s" % (text, count, found, rows)
    return None
