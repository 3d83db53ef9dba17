"""Columns that look at other lines: versus, share, running, prior, rank."""

from fractions import Fraction

import contexts
import koers_text as kt
import reference as r
import values as v

def versus_items(items, versus):
    """Behind each item its other value, the change and the change in percent."""
    found = []
    for item in items:
        found.append(item)
        base = item.alias or item.expr[1]
        for what, alias in versus:
            found += compared(found, item, base, what,
                              alias or kt.versus_name(what), len(versus) == 1)
    return found


def compared(found, item, base, what, name, alone):
    tail = "" if alone else " " + name
    mine = []
    if what[0] == "shift":
        other = "%s %s" % (base, name)
        mine.append(r.Item(("ctx", item.expr, (what,)), other))
    else:
        other = name
        if not any((i.alias or i.expr[1]) == other for i in found):
            mine.append(r.Item(what, other))
    change = "%s change%s" % (base, tail)
    before = ("name", other)
    mine.append(r.Item(("op", "-", ("name", base), before), change))
    part = ("call", "if", (("op", ">", before, ("num", "0")),
                           ("op", "/", ("name", change), before)))
    mine.append(r.Item(part, "%s change %%%s" % (base, tail)))
    return mine


def looks_at_lines(expr):
    return any(p[0] in ("share", "table") for p in r.parts(expr))


class Lines:
    """What Asking knows of lines once they are sorted."""

    lines = ()        # as sorted, hidden ones too
    order = None      # as table calculations go through them

    def settle(self):
        """The order of table calculations: time, else as sorted, else by top."""
        top = self.question.top
        self.order = list(self.lines)
        if self.by and self.by[-1][0] == "unit":
            self.order.sort(key=lambda k: k[-1].first)
        elif top and not self.question.sort:
            tail = self.question.tail
            value = top[3] or (tail and tail[1]) or self.items[0].expr
            if not any(p[0] == "table" and p[1] != "rank"
                       for p in r.parts(self.inline(value))):
                self.order = self.sorted_keys(self.lines, [(value, top[0] == "top")])

    def evaluate(self, expr, context, at):
        if not looks_at_lines(expr):
            return self.model.measure(expr, context)
        if expr[0] == "share":
            return self.share(expr, context)
        if expr[0] == "table":
            return None if at is None else self.table(expr, at)
        if expr[0] == "ctx":
            raise ValueError("a bracket around a table calculation")
        return self.model.compute(expr, lambda e: self.evaluate(e, context, at))

    def share(self, expr, context):
        """m by m over all that is not in its partition."""
        _, measure, dim = expr
        if dim:
            out = tuple(d for d in self.grain if d != dim)
        else:
            out = self.by[-1:] or self.grain[-1:]
        whole = contexts.narrow(context, ("lift", out))
        part = self.model.measure(measure, context)
        total = self.model.measure(measure, whole)
        if part is None or total is None:
            return None
        return v.divide(part, total)

    def table(self, expr, at):
        key, across = at
        place = (expr, across)
        if place not in self.tables:
            self.tables[place] = self.column_of(expr, across)
        return self.tables[place][key]

    def column_of(self, expr, across):
        """The calculation on every line, one partition after the other."""
        parts = {}
        for key in self.order or self.lines:
            parts.setdefault(key[:-1], []).append(key)
        found = {}
        for keys in parts.values():
            values = [self.at_line(expr[2], key, across) for key in keys]
            found.update(zip(keys, calculate(expr, values)))
        return found

    def at_line(self, expr, key, across):
        if across is None:
            context = self.context(self.by, {key})
        else:
            context = self.context(self.grain, {key + (across,)})
        return self.evaluate(self.inline(expr), context, (key, across))


def calculate(expr, values):
    _, name, _, n = expr
    if name == "prior":
        return [None] * min(n, len(values)) + values[:max(0, len(values) - n)]
    if name == "running":
        found, total = [], None
        for value in values:
            if value is not None:
                total = value if total is None else v.add(total, value)
            found.append(total)
        return found
    full = [v.sort_key(x) for x in values if x is not None]
    return [None if x is None else Fraction(1 + sum(k > v.sort_key(x) for k in full))
            for x in values]
