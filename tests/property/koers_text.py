"""Spells expressions, questions and models of the reference in Koers."""

import re

import values as v

RESERVED = set("""show list not distinct all from and or in is like between as
where by for with having per""".split())
LOOSE = {"or": 1, "and": 2, "=": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4,
         "like": 4, "~~": 4, "~": 4, "+": 5, "-": 5, "||": 5, "*": 6, "/": 6}


def name(text):
    plain = re.fullmatch(r"[A-Za-z_][A-Za-z_0-9]*", text)
    if plain and text.lower() not in RESERVED:
        return text
    return "`%s`" % text


def quoted(text):
    return '"%s"' % (text.replace("\\", "\\\\").replace('"', '\\"')
                     .replace("{", "\\u{7B}"))


def expression(e, outer=0):
    """One expression; brackets only where the binding wants them."""
    head = e[0]
    if head in ("num", "period"):
        return e[1] if not e[1].startswith("-") else "(%s)" % e[1]
    if head == "bool":
        return "true" if e[1] else "false"
    if head == "text":
        return quoted(e[1])
    if head == "unit":
        return e[1]
    if head == "name":
        return name(e[1])
    if head == "dot":
        return "%s.%s" % (name(e[1]), name(e[2]))
    if head == "op":
        own = LOOSE[e[1]]
        text = "%s %s %s" % (expression(e[2], own), e[1], expression(e[3], own + 1))
        return text if own >= outer else "(%s)" % text
    if head in ("not", "neg"):
        text = ("not " if head == "not" else "-") + expression(e[1], 7)
        return "(%s)" % text if outer > 3 or head == "neg" else text
    return compound(e, outer)


def compound(e, outer):
    head = e[0]
    if head == "call":
        return call(e)
    if head == "agg":
        return aggregate(e)
    if head == "per":
        inner = expression(e[1], 8)
        dims = [expression(d) for d in e[2]]
        many = "(%s)" % ", ".join(dims) if len(dims) > 1 else dims[0]
        return "%s per %s%s" % (inner, "every " if e[3] else "", many)
    if head == "countk":
        test = " where " + expression(e[2]) if e[2] else ""
        return "count(%s%s)" % (name(e[1]), test)
    if head == "scalar":
        return "(%s)" % question(e[1])
    if head == "ctx":
        return "%s[%s]" % (expression(e[1], 8), ", ".join(map(bracket_item, e[2])))
    if head == "share":
        return "share(%s)" % ", ".join(expression(x) for x in e[1:] if x)
    if head == "table":
        last = ", %d" % e[3] if e[3] and e[1] == "prior" else ""
        return "%s(%s%s)" % (e[1], expression(e[2]), last)
    text = predicate(e)
    return "(%s)" % text if outer > 4 else text


def bracket_item(item):
    head = item[0]
    if head == "shift":
        return versus_name(item)
    if head == "where":
        return "where " + expression(item[1])
    if head == "all":
        return "all " + expression(item[1]) if len(item) > 1 else "all"
    if head == "to date":
        return "%s to date" % item[1] if item[1] else "to date"
    if head == "rolling":
        return "rolling " + many(item[1], item[2])
    if head == "for":
        return "for " + range_text(item[1])
    return "on " + name(item[1])


def many(n, unit):
    return "%d %s" % (n, "halves" if unit == "half" else unit + "s")


def versus_name(item):
    if item[0] != "shift":
        return name(item[1])
    _, unit, n, full, _ = item
    text = ("next " if n > 0 else "previous ") + (
        unit if abs(n) == 1 else many(abs(n), unit))
    return ("full " if full else "") + text


def versus(item):
    what, alias = item
    working = " on working days" if what[0] == "shift" and what[4] else ""
    return versus_name(what) + working + (" as " + name(alias) if alias else "")


def predicate(e):
    left = expression(e[1], 5)
    if e[0] == "between":
        return "%s between %s and %s" % (left, expression(e[2], 5), expression(e[3], 5))
    if e[0] == "in":
        return "%s in (%s)" % (left, ", ".join(expression(x) for x in e[2]))
    if e[0] == "inq":
        return "%s in (%s)" % (left, question(e[2]))
    return "%s is empty" % left


def call(e):
    if e[1] == "later":
        return "(%s + %s %ss)" % (expression(e[2][0], 6), expression(e[2][1]),
                                  e[2][2][1])
    if e[1] in ("start of", "end of"):
        return "(%s %s)" % (e[1], expression(e[2][0], 7))
    if e[1] == "today":
        return "today"
    return "%s(%s)" % (e[1], ", ".join(expression(a) for a in e[2]))


def aggregate(e):
    _, function, args, by = e
    inner = ", ".join(expression(a) for a in args)
    if by:
        return "%s(%s by %s)" % (function, inner, expression(by))
    if function == "count distinct":
        return "count(distinct %s)" % inner
    return "%s(%s)" % (function, inner)


def item(i):
    text = expression(i.expr)
    return "%s as %s" % (text, name(i.alias)) if i.alias else text


def range_text(window):
    if getattr(window, "text", None):
        return window.text
    low, high = window
    for unit in reversed(v.UNITS):
        first, last = v.Period(unit, low), v.Period(unit, high)
        if first.first == low and last.last == high:
            return str(first) if first == last else "%s .. %s" % (first, last)
    return "%s .. %s" % window


def clauses(q):
    """The clauses of a question, one text each, in no needed order."""
    found = []
    if q.frm:
        found.append("from " + name(q.frm))
    if q.by:
        found.append("by " + ", ".join(expression(d) for d in q.by))
    if q.across:
        found.append("across " + expression(q.across))
    if q.period:
        found.append("for " + range_text(q.period))
    if q.where:
        found.append("where " + expression(q.where))
    if q.versus:
        found.append("versus " + ", ".join(map(versus, q.versus)))
    if q.having:
        found.append("having " + expression(q.having))
    if q.sort:
        found.append("sort by " + ", ".join(
            expression(e) + (" descending" if down else "") for e, down in q.sort))
    if q.extra:
        found.append("with " + ", ".join(q.extra))
    if q.sparse:
        found.append("sparse")
    if q.top:
        found.append(top(q.top))
        if q.tail:
            count, by = q.tail
            found[-1] += " " + top(("bottom", count, q.top[2], by))
    return found


def top(t):
    side, count, per, by = t
    text = "%s %d" % (side, count)
    if per:
        text += " per " + expression(per)
    return text + (" by " + expression(by) if by else "")


def question(q, order=None):
    """A question; `order` shuffles its clauses (a bare top stays last)."""
    found = clauses(q)
    if order:
        bare = q.top and not (q.tail[1] if q.tail else q.top[3])
        last = [found.pop()] if bare else []
        order.shuffle(found)
        found += last
    return "%s %s" % (q.verb, " ".join([", ".join(item(i) for i in q.items)] + found))


def source(s):
    if s.question:
        return "source %s from (%s)\n" % (name(s.name), question(s.question))
    head = "source %s from table %s" % (name(s.name), name(s.table))
    if s.where:
        head += " where " + expression(s.where)
    lines = [head + " {"]
    if s.covers:
        lines.append("  covers %s .. %s" % s.covers)
    if s.entity:
        lines.append("  entity %s key %s%s" % (
            name(s.entity[0]), name(s.entity[1]),
            " label " + name(s.entity[2]) if s.entity[2] else ""))
    if s.key:
        lines.append("  key " + ", ".join(map(name, s.key)))
    for j in s.joins:
        role = " as " + name(j.role) if j.role else ""
        lines.append("  join %s%s on %s" % (name(j.target), role, name(j.column)))
    for axis, (expr, unit) in s.axes.items():
        tail = " by " + unit if unit else ""
        lines.append("  time %s = %s%s" % (name(axis), expression(expr), tail))
    for dim, expr in s.dims.items():
        if dim in s.conforms:
            lines.append("  dimension %s conforms %s.%s" % (
                name(dim), name(s.conforms[dim]), name(dim)))
            continue
        same = expr == ("name", dim)
        lines.append("  dimension " + name(dim) +
                     ("" if same else " = " + expression(expr)))
    lines += ["  " + measure(n, m) for n, m in s.measures.items()]
    return "\n".join(lines + ["}"]) + "\n"


def measure(title, m):
    kind = " : " + m.kind if m.kind else ""
    text = "measure %s%s = %s" % (name(title), kind, expression(m.expr))
    if m.axis:
        text += " on " + name(m.axis)
    return text + (" where " + expression(m.where) if m.where else "")


def model(m, store):
    lines = ["open %s\n" % quoted(store)]
    lines += [source(s) for s in m.sources.values()]
    lines += [measure(n, x) + "\n" for n, x in m.measures.items()]
    lines += ["dimension %s = %s\n" % (name(n), expression(x))
              for n, x in m.dims.items()]
    return "\n".join(lines)
