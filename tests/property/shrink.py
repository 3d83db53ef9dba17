"""Makes a failing question and its data small while they go on to differ."""

from dataclasses import replace


def smaller_questions(q):
    """The question with one thing less, in every way there is."""
    for name, none in (("extra", ()), ("tail", None), ("top", None), ("sort", ()), ("having", None),
                       ("sparse", False), ("period", None), ("across", None)):
        if getattr(q, name) != none:
            yield replace(q, **{name: none})
    if q.where:
        yield replace(q, where=None)
        if q.where[0] == "op" and q.where[1] in ("and", "or"):
            yield replace(q, where=q.where[2])
            yield replace(q, where=q.where[3])
        if q.where[0] == "not":
            yield replace(q, where=q.where[1])
    for i in range(len(q.items)):
        if len(q.items) > 1:
            yield replace(q, items=q.items[:i] + q.items[i + 1:])
    for i in range(len(q.by)):
        yield replace(q, by=q.by[:i] + q.by[i + 1:])


def question(q, differs):
    """The smallest question found that still differs."""
    going = True
    while going:
        going = False
        for candidate in smaller_questions(q):
            if differs(candidate):
                q, going = candidate, True
                break
    return q


def data(case, differs, tries=60):
    """Takes away rows of the case's sources, halves first."""
    for source in case.sources:
        size = max(1, len(source.rows) // 2)
        while tries > 0 and size > 0 and source.rows:
            start = 0
            while start < len(source.rows) and tries > 0:
                kept = source.rows
                source.rows = kept[:start] + kept[start + size:]
                tries -= 1
                if not differs():
                    source.rows = kept
                    start += size
            size //= 2
