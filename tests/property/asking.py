"""Questions: lines, fill, levels, sort and hiding, after the rules of the
language: rows, aggregation per fact, merge and fill, sort, having, top."""

import datetime as dt
from dataclasses import replace

import contexts
import reference as r
import values as v
from lines import Lines, versus_items


class Asking(Lines):
    def __init__(self, model, question):
        self.model = model
        self.question = question
        dims = [i.expr for i in question.items if i.dim]
        dims += [d for d in question.by if d not in dims]
        if question.top and question.top[2]:
            first = question.top[2]
            dims = [first] + [d for d in dims if d != first]
        self.shown = tuple(dims)
        self.by = tuple(d for d in dims if not self.is_attribute(d, dims))
        self.across = question.across
        self.grain = self.by + ((question.across,) if question.across else ())
        self.items = versus_items([i for i in question.items if not i.dim],
                                  question.versus)
        self.aliases = {i.alias: i.expr for i in self.items if i.alias}
        self.units = [d[1] for d in self.grain if d[0] == "unit"]
        self.finest = min(self.units, key=v.UNITS.index) if self.units else None
        # Decision: a row whose axis is empty lies in no period, so a window or
        # a time unit leaves it out; without either nothing asks for a period.
        self.base = r.Context(frm=question.frm, grain=self.grain,
                              asked=(question.where,) if question.where else (),
                              keys=(((), frozenset([()])),),
                              unit=self.finest or "day", has_unit=bool(self.units),
                              weekly=self.finest == "week", elapsed=self.elapsed(),
                              dated=bool(question.period or self.units))
        self.expressions = [i.expr for i in self.items] + self.hidden()
        self.leaves = [leaf for e in self.expressions
                       for leaf in model.leaves(e, self.base)]
        if not self.leaves:
            self.leaves = [(self.only_source(), self.base)]
        self.range = self.asked_range()
        self.base = replace(self.base, window=self.range, span=self.range)
        self.tables = {}

    def elapsed(self):
        """The finest unit of the lines, else that of a `for` of one period."""
        if self.finest or not self.question.period:
            return self.finest or "day"
        low, high = self.question.period
        for unit in reversed(v.UNITS):
            there = v.Period(unit, low)
            if (there.first, there.last) == (low, high):
                return unit
        return "day"

    def is_attribute(self, dim, dims):
        """entity.attribute beside the entity: a column that goes with it.

        Decision: what partitions `top` and what stands in `across` is none.
        """
        if dim[0] != "dot" or ("name", dim[1]) not in dims:
            return False
        top = self.question.top
        return not (top and top[2] == dim) and dim != self.question.across

    def cells_of_keys(self, key):
        """What a line shows of its keys: attributes follow their entity."""
        found = []
        for dim in self.shown:
            if dim in self.by:
                found.append(key[self.by.index(dim)])
            else:
                found.append(self.attribute(dim, key))
        return tuple(found)

    def attribute(self, dim, key):
        entity = key[self.by.index(("name", dim[1]))]
        source = self.model.entity_source(dim[1])
        for i, row in enumerate(source.rows):
            if entity is not None and row[source.entity[1]] == entity:
                return self.model.value(source, i, dim, False)
        return None

    def only_source(self):
        """Without any measure: the source asked, or the one that reaches all."""
        if self.question.frm:
            return self.model.sources[self.question.frm]
        owners = [self.model.home_of_dim(d) for d in self.by if d[0] == "name"]
        return next(s for s in owners
                    if all(self.model.touches(s, d) for d in self.by))

    def hidden(self):
        """Measures that only having, sort or top name."""
        found = []
        question = self.question
        exprs = [question.having] + [s[0] for s in question.sort]
        exprs.append(question.top[3] if question.top else None)
        exprs.append(question.tail[1] if question.tail else None)
        for expr in exprs:
            for part in r.parts(expr) if expr else ():
                if part[0] == "name" and part[1] not in self.aliases:
                    if self.model.find_measure(part[1])[0]:
                        found.append(part)
        return found

    def asked_range(self):
        """The clause `for`, or the first to the last period with a row.

        Decision: rows after source filter and `where`, before a measure's own
        filter.
        """
        if self.question.period:
            return self.question.period
        if not self.base.dated:
            return None
        days = []
        for source, own in self.leaves:
            axis = self.model.axis_of(source, own)
            if axis is None:
                continue
            plain = replace(self.base, axis=own.axis, frm=own.frm)
            unit = source.axes[axis][1] or "day"
            for i in self.model.rows(source, plain):
                day = self.model.value(source, i, ("name", axis), False)
                there = v.Period(unit, v.day_of(day))
                days += [there.first, there.last]
        if not days:
            return None
        unit = self.finest or "day"
        return v.Period(unit, min(days)).first, v.Period(unit, max(days)).last

    def row_keys(self, dims):
        """Keys of the lines that occur in a leaf, in its own window."""
        found = set()
        for source, own in self.leaves:
            if own.lifted:
                continue
            context = replace(own, window=self.range, span=self.range)
            axis = self.model.axis_of(source, context)
            if any(own.steps):
                found |= self.keys_by_window(source, context, axis, dims)
                continue
            for i in self.model.rows(source, context):
                found.add(tuple(self.model.grain(source, i, d, axis) for d in dims))
        return found

    def keys_by_window(self, source, context, axis, dims):
        """The same where a bracket moves the windows of the lines."""
        found = set()
        free = replace(context, steps=(), window=None, dated=False)
        rows = self.model.rows(source, free)
        there = [None]
        if self.units:
            there = v.periods_between(self.finest, *self.range) if self.range else []
        for period in there:
            keys = ((("unit", self.finest),), frozenset([(period,)])) if period \
                else ((), frozenset([()]))
            line = replace(context, keys=(keys,))
            _, window = contexts.windows(line, self.model.clock(line))[0]
            for i in rows:
                day = self.model.value(source, i, ("name", axis), False)
                if window and day and window[0] <= v.day_of(day) <= window[1]:
                    found.add(tuple(
                        v.Period(d[1], period.first) if d[0] == "unit"
                        else self.model.grain(source, i, d, axis) for d in dims))
        return found

    def spine(self, dims):
        """Combinations that occur x all periods of the asked range."""
        plain = [d for d in dims if d[0] != "unit"]
        units = [d[1] for d in dims if d[0] == "unit"]
        occurring = self.row_keys(dims)
        if self.question.sparse and dims:
            return occurring
        combos = self.row_keys(plain) if plain else {()}
        if not units:
            return combos
        if self.range is None:
            return set()
        finest = min(units, key=v.UNITS.index)
        keys = set()
        for there in v.periods_between(finest, *self.range):
            for combo in combos:
                rest = iter(combo)
                keys.add(tuple(v.Period(d[1], there.first) if d[0] == "unit"
                               else next(rest) for d in dims))
        return keys

    def context(self, dims, keys):
        context = replace(self.base, keys=((dims, frozenset(keys)),))
        if len(keys) == 1 and self.range:
            context = self.model.inside_period(context, dims, next(iter(keys)))
        return context

    def cells(self, dims, keys, at=None, others=False):
        """Values of the items; `at` is the line, where it is one."""
        context = replace(self.context(dims, keys), others=others)
        return tuple(self.evaluate(self.inline(i.expr), context, at)
                     for i in self.items)

    def inline(self, expr):
        """An expression with aliases of earlier items put in."""
        if not isinstance(expr, tuple):
            return expr
        if expr[:1] == ("name",) and expr[1] in self.aliases:
            return self.inline(self.aliases[expr[1]])
        return tuple(self.inline(e) for e in expr)

    # Order and hiding

    def shown_key(self, dim, value):
        """What a dimension prints, which is also what it sorts by."""
        return entity_text(self.model, dim, value)

    def dim_order(self, key, dims):
        result = []
        for dim, value in zip(dims, key):
            # Decision: equal labels come in the order of their keys.
            shown = self.shown_key(dim, value)
            if shown is None:
                result.append((True, 0, 0))
                continue
            plain = entity_label(self.model, dim, value)
            result.append((False, v.sort_key(shown if plain is None else plain),
                           v.sort_key(value)))
        return result

    def column(self, expr, key):
        """An expression over the columns of the answer at one line."""
        expr = self.inline(expr)
        def get(part):
            if part in self.by:
                return key[self.by.index(part)]
            if part in self.shown:
                return self.attribute(part, key)
            if part[0] in ("name", "agg", "countk", "ctx", "share", "table"):
                return self.evaluate(part, self.context(self.by, {key}), (key, None))
            return self.model.compute(part, get)
        return get(expr)

    def sorted_keys(self, keys, orders):
        """By the given columns, then in dimension order; empty last."""
        result = sorted(keys, key=lambda k: self.dim_order(k, self.by))
        for expr, down in reversed(orders):
            pairs = [(k, self.column(expr, k)) for k in result]
            full = [p for p in pairs if p[1] is not None]
            # A reversed sort in Python keeps the order of equals.
            full.sort(key=lambda p: v.sort_key(p[1]), reverse=down)
            result = [p[0] for p in full] + [p[0] for p in pairs if p[1] is None]
        return result

    def grouped(self, keys, orders, size=1):
        """Lines of a group together; groups by the values of their subtotals."""
        if size >= len(self.by):
            return keys
        groups = {}
        for key in keys:
            groups.setdefault(key[:size], []).append(key)
        dims = self.by[:size]
        result = sorted(groups, key=lambda g: self.dim_order(g, dims))
        for expr, down in reversed(orders):
            pairs = [(g, self.group_column(expr, g)) for g in result]
            full = [p for p in pairs if p[1] is not None]
            full.sort(key=lambda p: v.sort_key(p[1]), reverse=down)
            result = [p[0] for p in full] + [p[0] for p in pairs if p[1] is None]
        return [k for g in result for k in self.grouped(groups[g], orders, size + 1)]

    def group_column(self, expr, group):
        """An expression over the columns of the answer at one subtotal."""
        expr = self.inline(expr)
        dims = self.by[:len(group)]
        def get(part):
            if part in self.by:
                at = self.by.index(part)
                return group[at] if at < len(group) else None
            if part in self.shown:
                rest = (None,) * (len(self.by) - len(group))
                return self.attribute(part, group + rest)
            if part[0] in ("name", "agg", "countk", "ctx", "share", "table"):
                return self.evaluate(part, self.context(dims, {group}), None)
            return self.model.compute(part, get)
        return get(expr)

    def visible(self, keys):
        question = self.question
        if question.having:
            keys = [k for k in keys if self.column(question.having, k) is True]
        if not question.top:
            return keys
        side, count, per, by = question.top
        ends = [(side, count, by)]
        if question.tail:
            more, other = question.tail
            ends = [(side, count, by or other), ("bottom", more, other or by)]
        kept = set()
        for side, count, by in ends:
            if by is None and question.sort and (side == "top" or question.tail):
                ranked = keys if side == "top" else keys[::-1]
            else:
                down = side == "top"
                ranked = self.sorted_keys(keys, [(by or self.items[0].expr, down)])
            seen = {}
            for key in ranked:
                group = key[self.by.index(per)] if per else None
                seen[group] = seen.get(group, 0) + 1
                if seen[group] <= count:
                    kept.add(key)
        return [k for k in keys if k in kept]

    # Levels

    def run(self):
        keys = self.spine(self.by) if self.across is None else self.lines_across()
        self.lines = list(keys)
        self.lines = keys = self.sorted_keys(keys, self.question.sort)
        self.settle()
        shown = self.visible(keys)
        if "subtotals" in self.question.extra:
            shown = self.grouped(shown, self.question.sort)
        hidden = [k for k in keys if k not in set(shown)]
        lines = []
        for place, key in enumerate(shown):
            lines.append(self.line("line", key, {key}))
            if "subtotals" in self.question.extra:
                after = shown[place + 1] if place + 1 < len(shown) else None
                lines += self.subtotals(key, after)
        if hidden and set(self.question.extra) & {"total", "others"}:
            lines.append(self.line("others", (None,) * len(self.by), set(hidden)))
        if "total" in self.question.extra:
            lines.append(self.line("total", (None,) * len(self.by), None))
        ordered = bool(self.question.sort) or not self.question.top
        for line in lines:
            line.keys = self.cells_of_keys(line.keys)
        return r.Answer(list(self.shown), self.titles(), lines, ordered)

    def lines_across(self):
        keys = {k[:-1] for k in self.spine(self.grain)}
        return keys if self.by else {()}

    def across_values(self):
        dims = (self.across,)
        return sorted((k[0] for k in self.spine(dims)),
                      key=lambda x: self.dim_order((x,), dims))

    def line(self, level, key, keys):
        if self.across is None:
            at = (key, None) if level == "line" else None
            cells = self.cells(self.by if keys else (), keys or {()}, at,
                               level == "others")
        else:
            cells = self.wide(level, key, keys)
        return r.Line(level, key, cells)

    def wide(self, level, key, keys):
        """Cells of one line under `across`, its total last."""
        found = ()
        hidden = level == "others"
        for value in self.across_values():
            at = (key, value) if level == "line" else None
            if keys:
                found += self.cells(self.grain, {k + (value,) for k in keys}, at, hidden)
            else:
                found += self.cells((self.across,), {(value,)})
        if "total" in self.question.extra:
            at = (key, None) if level == "line" else None
            found += self.cells(self.by if keys else (), keys or {()}, at, hidden)
        return found

    def titles(self):
        return [i.alias for i in self.items]

    def subtotals(self, key, after):
        """Levels that end with this line, innermost first."""
        lines = []
        for size in range(len(self.by) - 1, 0, -1):
            if after is not None and after[:size] == key[:size]:
                continue
            lifted = key[:size] + (None,) * (len(self.by) - size)
            cells = self.cells(self.by[:size], {key[:size]})
            dim = self.by[size - 1]
            name = " " + dim[1] if dim[0] in ("name", "unit") else ""
            lines.append(r.Line("subtotal" + name, lifted, cells))
        return lines


def printed(model, answer):
    """(level, cells as the CSV shows them) of every line of an answer."""
    return [(line.level, [v.cell(entity_text(model, d, k))
                          for d, k in zip(answer.dims, line.keys)]
             + [v.cell(c) for c in line.cells]) for line in answer.lines]


def entity_text(model, dim, value):
    """The label of an entity, with its key where labels repeat."""
    if value is None or dim[0] != "name":
        return value
    for source in model.sources.values():
        if source.entity and source.entity[0] == dim[1] and source.entity[2]:
            return label(source, value)
    return value


def entity_label(model, dim, value):
    """The label alone, None where the dimension has none."""
    for source in model.sources.values():
        if dim[0] == "name" and source.entity and source.entity[0] == dim[1] \
                and source.entity[2]:
            for row in source.rows:
                if row[source.entity[1]] == value:
                    return row[source.entity[2]]
    return None


def label(source, value):
    """Decisions: labels repeat within the source as a whole, written
    `label (key)`; an entity without a label prints its key."""
    _, key, column = source.entity
    labels = [row[column] for row in source.rows]
    mine = next((row[column] for row in source.rows if row[key] == value), None)
    if mine is None:
        return v.cell(value)
    return mine if labels.count(mine) == 1 else "%s (%s)" % (mine, v.cell(value))


def work_list(model, question):
    """`list`: every row of the source that `where` and `for` keep."""
    asking = Asking(model, replace(question, items=(), having=None, sort=(), top=None))
    source = model.sources[question.frm]
    kept = model.rows(source, asking.base)
    found = [(i, cells_of_row(model, source, i, question)) for i in kept]
    if question.having:
        found = [f for f in found
                 if list_value(model, source, f[0], question, question.having) is True]
    for expr, down in reversed(question.sort):
        column = [(f, list_value(model, source, f[0], question, expr)) for f in found]
        full = sorted((c for c in column if c[1] is not None),
                      key=lambda c: v.sort_key(c[1]), reverse=down)
        found = [c[0] for c in full] + [c[0] for c in column if c[1] is None]
    if question.top:
        found = found[:question.top[1]]
    lines = [r.Line("line", (), cells) for _, cells in found]
    return r.Answer([], [i.alias for i in question.items], lines, bool(question.sort))


def cells_of_row(model, source, index, question):
    return tuple(entity_text(model, i.expr,
                             list_value(model, source, index, question, i.expr))
                 for i in question.items)


def list_value(model, source, index, question, expr):
    def get(part):
        for item in question.items:
            if part[0] == "name" and part[1] == item.alias:
                return get(item.expr)
        if part[0] == "name" and part[1] not in source.columns:
            if model.find_measure(part[1])[0]:
                return at_row(model, source, index, question, part)
        if part[0] in ("name", "dot", "per"):
            return model.value(source, index, part, True)
        if part[0] == "agg":
            return at_row(model, source, index, question, part)
        return model.compute(part, get)
    return get(expr)


def at_row(model, source, index, question, expr):
    """A measure, also of another source, per key of the listed one."""
    names = source.key_columns()
    dims = tuple(("name", n) for n in names)
    if source.entity:
        dims, names = (("name", source.entity[0]),), (source.entity[1],)
    key = tuple(source.rows[index][n] for n in names)
    keys = ((dims, frozenset([key])),)
    return model.measure(expr, r.Context(
        frm=source.name, keys=keys, window=question.period,
        dated=bool(question.period)))


def materialise(model, name, question):
    """A question as a source: key is its `by`, its time line its axis."""
    asking = Asking(model, question)
    answer = asking.run()
    source = r.Source(name, question=question)
    titles = [d[1] for d in answer.dims]
    source.key = tuple(titles)
    source.columns = {t: "any" for t in titles + answer.titles}
    for line in answer.lines:
        cells = line.keys + line.cells
        source.rows.append(dict(zip(titles + answer.titles, cells)))
    for dim in answer.dims:
        if dim[0] == "unit":
            begin = ("call", "start of", (("name", dim[1]),))
            source.axes[dim[1]] = (begin, dim[1])
        else:
            source.dims[dim[1]] = ("name", dim[1])
    model.sources[name] = source
    return source


def ask(model, question):
    """The answer; a sub-question leaves the outer one's `from` as it was."""
    outer = model.asked_from
    model.asked_from = frozenset([question.frm] if question.frm else [])
    try:
        if question.verb == "list":
            return work_list(model, question)
        return Asking(model, question).run()
    finally:
        model.asked_from = outer
