"""Slow reference evaluator: a question over a model, row by row.

Expressions are nested tuples (see koers_text.py for their spelling):
  ("num", "1.5") ("text", s) ("period", "2025-03") ("name", n) ("dot", s, n)
  ("op", o, a, b) ("not", a) ("neg", a) ("between", x, lo, hi)
  ("in", x, (a, ...)) ("inq", x, question) ("empty", x)
  ("call", f, (a, ...)) ("unit", u)
  ("agg", f, (a, ...), by or None) ("per", expr, (K, ...), every)
  ("countk", K, condition or None) ("scalar", question)
  ("ctx", expr, items): a bracket; contexts.py has the items.  Each makes a new
  Context from the old one.
  ("share", m, D or None) ("table", name, m, n): of the lines; see asking.py
"""

import datetime as dt
import math
from dataclasses import dataclass, field, replace
from fractions import Fraction

import contexts
import scalars
import values as v
from folds import fold


@dataclass
class Measure:
    expr: tuple
    where: tuple = None
    axis: str = None
    kind: str = None


@dataclass
class Join:
    target: str
    column: str
    role: str = None


@dataclass
class Source:
    name: str
    table: str = None
    columns: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)
    key: tuple = ()
    entity: tuple = None
    joins: list = field(default_factory=list)
    axes: dict = field(default_factory=dict)
    dims: dict = field(default_factory=dict)
    measures: dict = field(default_factory=dict)
    where: tuple = None
    covers: tuple = None
    question: object = None
    conforms: dict = field(default_factory=dict)   # own dimension -> its source

    def key_columns(self):
        return self.key or ((self.entity[1],) if self.entity else ())


@dataclass(frozen=True)
class Item:
    expr: tuple
    alias: str = None
    dim: bool = False


@dataclass(frozen=True)
class Question:
    items: tuple
    by: tuple = ()
    across: tuple = None
    frm: str = None
    period: tuple = None
    where: tuple = None
    having: tuple = None
    sort: tuple = ()
    top: tuple = None          # ("top" or "bottom", n, per or None, by or None)
    tail: tuple = None         # (n, by or None): `bottom` beside that `top`
    versus: tuple = ()         # of (what, alias or None): a ("shift", ...) or measure
    extra: tuple = ()          # of "total", "subtotals", "others"
    sparse: bool = False
    verb: str = "show"


@dataclass(frozen=True)
class Context:
    """Where a measure is evaluated: grain keys x filters x period."""
    frm: str = None
    keys: tuple = ()           # of (dimension expressions, frozenset of tuples)
    where: tuple = ()          # of (source or None, condition)
    asked: tuple = ()          # conditions of the question's own `where`
    grain: tuple = ()          # the question's dimensions
    lifted: frozenset = frozenset()   # those of them that `all` took out
    steps: tuple = ()          # of time, per entry of keys; none: ()
    span: tuple = None         # what all lines together stand for
    elapsed: str = "day"       # today stands in such a period, in comparisons
    weekly: bool = False       # lines are weeks
    has_unit: bool = False     # lines stand for periods
    others: bool = False       # a line for hidden ones: covered as all lines are
    window: tuple = None       # (first day, last day)
    axis: tuple = None         # (source, axis name)
    unit: str = "day"          # finest unit asked
    dated: bool = True         # rows without date are out (not in attributes)


@dataclass
class Line:
    level: str
    keys: tuple
    cells: tuple


@dataclass
class Answer:
    dims: list
    titles: list
    lines: list
    ordered: bool = True


def inside_steps(context):
    """Steps per entry of keys, with those inside one more."""
    known = len(context.steps)
    return context.steps + ((),) * (len(context.keys) + 1 - known)


class Model:
    def __init__(self, sources, measures=None, dims=None, today=None):
        self.sources = {s.name: s for s in sources}
        self.measures = measures or {}
        self.dims = dims or {}
        self.today = today or dt.date(2026, 1, 1)
        self.memo = {}
        self.tests = {}
        for source in sources:
            if source.where:
                kept = [i for i in range(len(source.rows))
                        if self.row(source, i, source.where, True) is True]
                source.rows = [source.rows[i] for i in kept]
                self.memo.clear()

    # Names and rows

    def joined(self, source, index, join):
        """The row that a many-to-one join reaches, None for an orphan."""
        target = self.sources[join.target]
        wanted = source.rows[index].get(join.column)
        if wanted is None:
            return target, None
        place = ("index", target.name)
        if place not in self.memo:
            column = target.key_columns()[0]
            self.memo[place] = {r[column]: i for i, r in enumerate(target.rows)}
        return target, self.memo[place].get(wanted)

    def declares(self, source, name):
        return (name in source.dims or name in source.axes
                or (source.entity and source.entity[0] == name))

    def reaches(self, source, name):
        if self.declares(source, name) or name in self.dims:
            return True
        return any(self.reaches(self.sources[j.target], name) for j in source.joins)

    def names_row(self, source, index, name, inside):
        if inside and name in source.columns:
            return source.rows[index][name]
        if name in source.dims:
            return self.value(source, index, source.dims[name], True)
        if name in source.axes:
            return self.value(source, index, source.axes[name][0], True)
        if source.entity and source.entity[0] == name:
            return source.rows[index][source.entity[1]]
        for join in source.joins:
            target = self.sources[join.target]
            if self.reaches(target, name) and name not in self.dims:
                target, row = self.joined(source, index, join)
                if row is None:
                    return None
                return self.names_row(target, row, name, False)
        if name in self.dims:
            return self.value(source, index, self.dims[name], False)
        raise KeyError("%s does not reach %s" % (source.name, name))

    def dotted_row(self, source, index, owner, name):
        here = source.entity and source.entity[0] == owner
        if here or source.name == owner:
            if name in source.columns:
                return source.rows[index][name]
            return self.names_row(source, index, name, False)
        for join in source.joins:
            target = self.sources[join.target]
            if join.role == owner or self.owns(target, owner):
                target, row = self.joined(source, index, join)
                if row is None:
                    return None
                owner = target.name if join.role == owner else owner
                return self.dotted_row(target, row, owner, name)
        raise KeyError("%s does not reach %s.%s" % (source.name, owner, name))

    def owns(self, source, owner):
        if source.name == owner or (source.entity and source.entity[0] == owner):
            return True
        return any(self.owns(self.sources[j.target], owner) for j in source.joins)

    def value(self, source, index, expr, inside):
        place = (source.name, inside, expr)
        column = self.memo.setdefault(place, {})
        if index not in column:
            column[index] = self.row(source, index, expr, inside)
        return column[index]

    def row(self, source, index, expr, inside):
        """A row expression at one row of a source."""
        head = expr[0]
        if head == "name":
            return self.names_row(source, index, expr[1], inside)
        if head == "dot":
            return self.dotted_row(source, index, expr[1], expr[2])
        if head == "unit":
            return self.own_period(source, index, expr[1], None)
        if head == "per":
            return self.attribute(source, index, expr)
        return self.compute(expr, lambda e: self.row(source, index, e, inside))

    def compute(self, expr, get):
        """What rows and lines have in common; `get` evaluates the parts."""
        head = expr[0]
        if head == "inq":
            return get(expr[1]) in self.key_set(expr[2])
        if head == "scalar":
            return self.scalar(expr[1])
        return scalars.compute(expr, get, self.today)

    def own_period(self, source, index, unit, axis):
        name = axis or next(iter(source.axes))
        day = self.value(source, index, ("name", name), False)
        return None if day is None else v.Period(unit, v.day_of(day))

    # Sub-questions and attributes

    def key_set(self, question):
        if question not in self.tests:
            answer = self.ask(question)
            self.tests[question] = {line.keys[0] for line in answer.lines}
        return self.tests[question]

    def scalar(self, question):
        if question not in self.tests:
            self.tests[question] = self.ask(question).lines[0].cells[0]
        return self.tests[question]

    def attribute(self, source, index, expr):
        """M per K at a row: all rows, no context.

        Decision: a K without any row has M over no rows, that is sums and
        counts 0; an orphan belongs to the group of the empty K.
        """
        _, inner, dims, _ = expr
        key = tuple(self.row(source, index, d, False) for d in dims)
        place = ("attribute", source.name, inner, dims, key)
        if place not in self.memo:
            context = Context(frm=source.name, keys=((dims, frozenset([key])),),
                              dated=False)
            self.memo[place] = self.measure(inner, context)
        return self.memo[place]

    # Measures in a context

    def find_measure(self, name):
        if name in self.measures:
            return self.measures[name], None
        for source in self.sources.values():
            if name in source.measures:
                return source.measures[name], source.name
        return None, None

    def inner(self, name, context):
        """A measure's definition and the context it is read in."""
        found, home = self.find_measure(name)
        if found is None:
            raise KeyError("no measure %s" % name)
        # Narrowing only: the measure's own filter joins those of the question.
        where = context.where + (((home, found.where),) if found.where else ())
        axis = (home, found.axis) if found.axis else context.axis
        return found.expr, replace(context, frm=home, where=where, axis=axis)

    def measure(self, expr, context):
        head = expr[0]
        if head == "name":
            return self.measure(*self.inner(expr[1], context))
        if head == "ctx":
            for item in expr[2]:
                context = contexts.narrow(context, item)
            return self.measure(expr[1], context)
        if head == "countk":
            return self.count_entity(expr, context)
        if head == "agg":
            if expr[2] and expr[2][0][0] == "per":
                return self.over_entities(expr, context)
            return self.aggregate(expr, context)
        return self.compute(expr, lambda e: self.measure(e, context))

    def home(self, expr, context):
        """The source an aggregate reads: named by a dot, else the context's."""
        for part in parts(expr):
            if part[0] == "dot" and part[1] in self.sources:
                if context.frm is None or not self.owns(
                        self.sources[context.frm], part[1]):
                    return self.sources[part[1]]
        return self.sources[context.frm]

    def axis_of(self, source, context):
        if context.axis and context.axis[0] == source.name:
            return context.axis[1]
        return next(iter(source.axes), None)

    def grain(self, source, index, dim, axis):
        if dim[0] == "unit":
            return self.own_period(source, index, dim[1], axis)
        return self.value(source, index, dim, source.name in self.asked_from)

    def rows(self, source, context):
        """Numbers of the rows of a source that a context keeps."""
        axis = self.axis_of(source, context)
        return [i for i in range(len(source.rows))
                if self.keeps(source, i, context, axis)]

    def keeps(self, source, index, context, axis):
        moved = context.lifted or any(context.steps)
        if axis and context.dated and not moved:
            day = self.value(source, index, ("name", axis), False)
            if day is None:
                return False
            low, high = context.window or (dt.date.min, dt.date.max)
            if not low <= v.day_of(day) <= high:
                return False
        if moved and not self.on_a_line(source, index, context, axis):
            return False
        if not moved and not self.has_keys(source, index, context, axis):
            return False
        asked = tuple((None, test) for test in context.asked)
        for home, condition in asked + context.where:
            inside = home == source.name or (home is None and context.frm == source.name
                                             and context.frm in self.asked_from)
            if self.value(source, index, condition, inside) is not True:
                return False
        return True

    def has_keys(self, source, index, context, axis):
        return all(tuple(self.grain(source, index, d, axis) for d in dims) in allowed
                   for dims, allowed in context.keys)

    def clock(self, context):
        return contexts.Clock(self.today, context.elapsed, context.weekly)

    def lines_of(self, context):
        place = ("lines", context)
        if place not in self.memo:
            self.memo[place] = contexts.windows(context, self.clock(context))
        return self.memo[place]

    def as_total(self, context):
        keys = (((), frozenset([()])),) + context.keys[1:]
        return replace(context, keys=keys, others=False)

    def on_a_line(self, source, index, context, axis):
        """Whether the row has a line's keys, and a day in that line's window.

        Decision: of hidden lines, those rows count that the total counts too.
        """
        if context.others and not self.on_a_line(source, index,
                                                 self.as_total(context), axis):
            return False
        timed = axis and context.dated
        day = self.value(source, index, ("name", axis), False) if timed else None
        if timed and day is None:
            return False
        day = v.day_of(day) if timed else None
        for plain, window in self.lines_of(context):
            anywhen = not timed or (context.span is None and not any(context.steps))
            inside = anywhen or (window is not None and window[0] <= day <= window[1])
            if inside and all(self.grain(source, index, d, axis) == x
                              for d, x in plain):
                return True
        return False

    asked_from = frozenset()

    def covered(self, source, context):
        """Whether the source says anything about the context's window.

        Decision: a source without axis covers everything, and so does any
        where no period is asked; one with an axis and without rows covers none.
        """
        axis = self.axis_of(source, context)
        if axis is None or not context.dated:
            return True
        if source.covers:
            first, last = source.covers
        else:
            days = [v.day_of(d) for d in (self.value(source, i, ("name", axis), False)
                                          for i in range(len(source.rows))) if d]
            if not days:
                return False
            unit = source.axes[axis][1] or context.unit
            first, last = min(days), v.Period(unit, max(days)).last
            if source.axes[axis][1]:
                first = v.Period(unit, first).first
        if context.window is None:
            return True
        if context.lifted or any(context.steps):
            return self.covers_window(context, first, last)
        return context.window[0] <= last and first <= context.window[1]

    def covers_window(self, context, first, last):
        """The same for a window that a bracket made.

        A window of `rolling` or `to date` that begins before the coverage is
        unknown; the month of the first fact is known, or its day or week.
        """
        lines = self.lines_of(self.as_total(context) if context.others else context)
        low, high = min((w for _, w in lines if w), default=(None, None))
        if low is None:
            return False
        if len(lines) > 1:
            high = max(w[1] for _, w in lines if w)
        if low > last or first > high:
            return False
        units = [contexts.reaches_back(s) for s in context.steps[-1:]]
        return all(low >= v.Period(unit, first).first for unit in units if unit)

    def aggregate(self, expr, context):
        _, name, args, by = expr
        source = self.home(expr, context)
        kept = self.rows(source, context)
        if any(context.steps) and not self.covered(source, context):
            return None
        if name in ("sum", "count", "count distinct") and not kept:
            return Fraction(0) if self.covered(source, context) else None
        if name == "count" and not args:
            return Fraction(len(kept))
        inside = lambda i, e: self.value(source, i, e, True)
        if name in ("first", "last"):
            return self.extreme(source, kept, name, args[0], by)
        found = [x for x in (inside(i, args[0]) for i in kept) if x is not None]
        return fold(name, found, args[1:])

    def extreme(self, source, kept, name, what, by):
        best = None
        for i in kept:
            value = self.value(source, i, what, True)
            when = self.value(source, i, by, True)
            if value is None or when is None:
                continue
            # The larger source key wins a tie, in `first` as in `last`.
            key = tuple(v.sort_key(source.rows[i][k]) for k in source.key_columns())
            if best is None:
                best = (when, key, value)
                continue
            nearer = (v.less(when, best[0]) if name == "first"
                      else v.less(best[0], when))
            if nearer or (v.equal(when, best[0]) and key > best[1]):
                best = (when, key, value)
        return best[2] if best else None

    def leaves(self, expr, context):
        """(source, context) of every aggregate in a measure expression."""
        head = expr[0]
        if head == "name":
            found, _ = self.find_measure(expr[1])
            if found is None:
                return []
            return self.leaves(*self.inner(expr[1], context))
        if head == "ctx":
            for item in expr[2]:
                context = contexts.narrow(context, item)
            return self.leaves(expr[1], context)
        if head in ("scalar", "inq"):
            return []
        if head == "countk":
            if expr[2] is None:
                return [(self.entity_source(expr[1]), context)]
            return self.leaves(expr[2], context)
        if head == "agg":
            if expr[2] and expr[2][0][0] == "per":
                return self.leaves(expr[2][0][1], context)
            return [(self.home(expr, context), context)]
        return [leaf for part in expr[1:] for sub in nested(part)
                for leaf in self.leaves(sub, context)]

    def entity_source(self, name):
        for source in self.sources.values():
            if source.entity and source.entity[0] == name:
                return source
        raise KeyError("no entity %s" % name)

    def home_of_dim(self, dim):
        for source in self.sources.values():
            if dim[0] == "name" and self.declares(source, dim[1]):
                return source
        raise KeyError("no dimension %s" % (dim,))

    def over_entities(self, expr, context):
        """agg(M per K): M for every K of the context, then the aggregate.

        Decision: the empty K (orphans) is a K like others. What all of M lifts is
        lifted around K, and what lifts more brings no K.
        """
        _, name, args, _ = expr
        _, inner, dims, every = args[0]
        members = set()
        parts = self.parts(inner, dims, context)
        leaves = self.leaves(inner, context)
        common = [own.lifted for _, own in leaves]
        for dim in frozenset.intersection(*map(frozenset, common)) if common else ():
            context = contexts.narrow(context, ("all", dim))
        for there, (source, own) in parts or [(None, leaf) for leaf in leaves]:
            if own.lifted - context.lifted:
                continue
            axis = self.axis_of(source, own)
            for i in self.rows(source, own):
                members.add(tuple(there if there and d[0] == "unit"
                                  else self.grain(source, i, d, axis) for d in dims))
        if every:
            members |= self.every_member(dims, context)
        found = []
        for member in members:
            keys = context.keys + ((dims, frozenset([member])),)
            steps = inside_steps(context)
            value = self.measure(inner, self.inside_period(
                replace(context, keys=keys, steps=steps), dims, member))
            if value is not None:
                found.append(value)
        if name in ("sum", "count") and not (found if parts else members):
            known = [leaf for _, leaf in parts] or self.leaves(inner, context)
            covered = any(self.covered(s, c) for s, c in known)
            return Fraction(0) if covered else None
        return fold(name, found, args[1:])

    def parts(self, inner, dims, context):
        """(period of K, leaf as seen from it) where brackets inside look from each.

        Decision: rows bring those K in whose own window they are.
        """
        units = [d for d in dims if d[0] == "unit"]
        if not units or not context.window or inner[0] != "ctx":
            return []
        found = []
        for there in v.periods_between(units[-1][1], *context.window):
            key = tuple(v.Period(d[1], there.first) for d in units)
            own = replace(context, keys=context.keys + ((tuple(units), frozenset([key])),),
                          steps=inside_steps(context))
            own = self.inside_period(own, units, key)
            found += [(there, leaf) for leaf in self.leaves(inner, own)]
        return found

    def every_member(self, dims, context):
        """All K of their own source, beside all periods of the context."""
        own = [d for d in dims if d[0] != "unit"]
        firsts = {()}
        if own:
            home = self.home_of_dim(own[0])
            firsts = {(self.value(home, i, own[0], False),)
                      for i in self.rows(home, self.reachable(home, context))}
        units = [d[1] for d in dims if d[0] == "unit"]
        if not units:
            return firsts
        days = v.periods_between(units[-1], *context.window)
        return {tuple(v.Period(d[1], there.first) if d[0] == "unit" else first[0]
                      for d in dims) for first in firsts for there in days}

    def inside_period(self, context, dims, key):
        window = context.window
        for dim, value in zip(dims, key):
            if dim[0] == "unit" and value is not None and window:
                window = (max(window[0], value.first), min(window[1], value.last))
        return replace(context, window=window)

    def reachable(self, source, context):
        """The context as far as it reaches a source of entities, without time."""
        keys = tuple((dims, allowed) for dims, allowed in context.keys
                     if all(self.touches(source, d) for d in dims))
        where = tuple((home, c) for home, c in context.where
                      if home in (None, source.name) and self.touches(source, c))
        asked = tuple(c for c in context.asked if self.touches(source, c))
        return replace(context, keys=keys, where=where, asked=asked, window=None,
                       steps=(), dated=False)

    def touches(self, source, expr):
        for part in parts(expr):
            if part[0] == "unit":
                return False
            if part[0] == "name" and not self.reaches(source, part[1]):
                return False
            if part[0] == "dot" and not self.owns(source, part[1]):
                return False
        return True

    def count_entity(self, expr, context):
        """count(K) counts K's own source, count(K where C) tests each K.

        Decision: a K is tested where the line's dimensions and the question's
        `where` admit it, as far as they reach K's source; the empty K is not
        one.
        """
        _, name, condition = expr
        source = self.entity_source(name)
        if condition is None:
            kept = self.rows(source, context)
            if not kept and not self.covered(source, context):
                return None
            return Fraction(len(kept))
        count = 0
        for i in self.rows(source, self.reachable(source, context)):
            key = (source.rows[i][source.entity[1]],)
            dims = (("name", name),)
            steps = inside_steps(context)
            inner = replace(context, steps=steps,
                            keys=context.keys + ((dims, frozenset([key])),))
            if self.measure(condition, inner) is True:
                count += 1
        leaves = self.leaves(condition, context)
        if count == 0 and not any(self.covered(s, c) for s, c in leaves):
            return None
        return Fraction(count)

    def ask(self, question):
        import asking
        return asking.ask(self, question)


def nested(part):
    """The expressions in one field of an expression."""
    if not isinstance(part, tuple) or not part:
        return []
    if isinstance(part[0], str):
        return [part]
    return [p for p in part if isinstance(p, tuple)]


def parts(expr):
    yield expr
    for part in expr[1:]:
        for sub in nested(part):
            yield from parts(sub)
