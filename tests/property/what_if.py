"""What must hold of `what if` and `solve`, whatever the right answers are."""

from decimal import Decimal

import bracketed
import expected
import koers_text as kt
import questions

WAYS = (questions.plain, bracketed.brackets, bracketed.comparisons,
        bracketed.table_calculations, questions.make)


def measures(case):
    return [m for f in case.facts for m in case.source(f).measures] + list(case.measures)


def apart(titles, rows):
    """(titles and rows without the columns of the clause, {column: that under it})."""
    extra, pairs = set(), {}
    for i, title in enumerate(titles[:-1]):
        if titles[i + 1] != title + " what if":
            continue
        pairs[i] = i + 1
        extra.add(i + 1)
        if titles[i + 2:i + 3] == [title + " difference"]:
            extra.add(i + 2)
    keep = [i for i in range(len(titles)) if i not in extra]
    return [titles[i] for i in keep], [[r[i] for i in keep] for r in rows], pairs


def same(case, rng, ask):
    question = rng.choice(WAYS)(case, rng)
    text = kt.question(question)
    names = [m for m in measures(case) if kt.name(m) in text] or measures(case)
    m = kt.name(rng.choice(names))
    plain, error = ask(text)
    if error or question.across:
        return None    # that is another test's
    text += " what if %s = %s" % (m, m)
    put, error = ask(text)
    if error:
        # What it does not reach, and columns that hide a measure, are refused.
        return None if "E0690" in error or "E0301" in error else text + ": " + error
    titles, rows = expected.parse(plain)
    left, kept, pairs = apart(*expected.parse(put))
    if (titles, rows) != (left, kept):
        return "%s: %s %s, without it %s %s" % (text, left, kept[:3], titles, rows[:3])
    for row in expected.parse(put)[1]:
        for i, other in pairs.items():
            if row[i] != row[other]:
                return "%s: %s is %s" % (text, row[i], row[other])
    return None


def flow_question(case, rng):
    fact = rng.choice(case.facts)
    flows = [m for m in case.source(fact).measures if m[2:] in ("sum1", "sum2", "n")]
    dims = questions.conformed(case, [fact])
    by = " by " + kt.name(rng.choice(dims)) if dims and rng.random() < 0.8 else ""
    return kt.name(rng.choice(flows)), by


def doubled(case, rng, ask):
    flow, by = flow_question(case, rng)
    text = ("show %s, 3 * %s - 1 as `more`, (3 * %s - 1)[what if %s = 2 * %s] as `twice`%s"
            " what if %s = 2 * %s" % (flow, flow, flow, flow, flow, by, flow, flow))
    put, error = ask(text)
    if error:
        return text + ": " + error
    titles, rows = expected.parse(put)
    at = {t: i for i, t in enumerate(titles)}
    name = flow.strip("`")
    for row in rows:
        value = {t: Decimal(row[i]) for t, i in at.items() if i and row[i]
                 or not by and row[i]}
        if name not in value:
            continue
        if not (value[name + " what if"] == 2 * value[name]
                and value[name + " difference"] == value[name]
                and value["more what if"] == value["twice"] == 6 * value[name] - 1):
            return "%s: %s" % (text, row)
    return None


def solved(case, rng, ask):
    flow, _ = flow_question(case, rng)
    factor = rng.choice([2, 3, -5])
    put, error = ask("show %s" % flow)
    rows = expected.parse(put)[1]
    if error or not rows or not rows[0][0] or not Decimal(rows[0][0]):
        return error
    now = Decimal(rows[0][0])
    wanted = now * rng.choice([0, 25, 999, 101, 300]) / 100
    goal = round((factor * wanted + 7) / 13, 6)
    wanted = (goal * 13 - 7) / factor
    if not 0 <= wanted / now <= 10:
        return None
    text = "solve (%d * %s + 7) / 13 = %s by %s" % (factor, flow, format(goal, "f"), flow)
    put, error = ask(text)
    if error:
        return text + ": " + error
    needed = expected.parse(put)[1][1][2]
    if not needed or abs(Decimal(needed) - wanted) > max(abs(goal), 1) * 13 / 10 ** 11:
        return "%s: %s and not %s" % (text, needed, wanted)
    back, error = ask("show ((%d * %s + 7) / 13)[what if %s = %s] as `goal`"
                      % (factor, flow, flow, needed))
    found = Decimal(expected.parse(back)[1][0][0]) if not error else None
    if error or abs(found - goal) > max(abs(goal), 1) / 10 ** 11:
        return "%s gives %s: %s" % (text, found, error)
    return None
