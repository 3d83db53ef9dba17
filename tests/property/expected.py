"""The CSV that the reference expects of a question, and how two are compared.

Numbers are compared as text (all digits), moments with a blank or a T. Where
the language gives lines no order (`top` without `sort`, a `list` without one),
they are compared as a bag. A title is compared where it is a name.
"""

import csv
import io

import asking
import lines
import values as v

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value):
    text = v.cell(value)
    if isinstance(value, str) and text.startswith(FORMULA):
        return "'" + text
    return text


def title(expr, alias=None):
    if alias:
        return alias
    return expr[1] if expr[0] in ("name", "unit") else None


def answer(model, question):
    """(titles or None each, rows of texts, whether their order counts)."""
    found = asking.ask(model, question)
    if question.verb == "list":
        titles = [title(i.expr, i.alias) for i in question.items]
        return titles, [[cell(c) for c in line.cells] for line in found.lines], \
            found.ordered
    aliases = {i.expr: i.alias for i in question.items if i.dim and i.alias}
    titles = [title(d, aliases.get(d)) for d in found.dims]
    measures = [i for i in question.items if not i.dim]
    if question.across:
        width = len(found.lines[0].cells) if found.lines else 0
        titles += [None] * width
    else:
        measures = lines.versus_items(measures, question.versus)
        titles += [title(i.expr, i.alias) for i in measures]
    levels = set(question.extra)
    rows = []
    for line in found.lines:
        keys = [asking.entity_text(model, d, k) for d, k in zip(found.dims, line.keys)]
        row = [line.level] if levels else []
        rows.append(row + [cell(x) for x in keys] + [cell(x) for x in line.cells])
    return (["level"] if levels else []) + titles, rows, found.ordered


def parse(text):
    rows = list(csv.reader(io.StringIO(text)))
    return (rows[0], rows[1:]) if rows else ([], [])


def normal(text):
    if len(text) == 19 and text[10] == "T" and text[4] == "-":
        return text[:10] + " " + text[11:]
    return text


def difference(wanted, text):
    """One line that says how a CSV differs from the expected one, or None."""
    titles, rows, ordered = wanted
    got_titles, got = parse(text)
    got = [[normal(c) for c in row] for row in got]
    if rows and len(titles) != len(got_titles):
        return "titles: expected %s, got %s" % (titles, got_titles)
    for want, have in zip(titles, got_titles):
        if want is not None and want != have:
            return "title: expected %s, got %s" % (want, have)
    for row in got:
        # What has no name is called by its text, which is compared nowhere.
        if row[0].startswith("subtotal ") and row[0] not in {w[0] for w in rows}:
            row[0] = "subtotal"
    if not ordered:
        rows, got = sorted(rows), sorted(got)
    for i, (want, have) in enumerate(zip(rows, got)):
        if want != have:
            return "row %d: expected %s, got %s" % (i + 1, want, have)
    if len(rows) != len(got):
        more = rows[len(got):] or got[len(rows):]
        return "%d rows expected, got %d: %s" % (len(rows), len(got), more[0])
    return None


def as_csv(wanted):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([t or "?" for t in wanted[0]])
    writer.writerows(wanted[1])
    return out.getvalue()
