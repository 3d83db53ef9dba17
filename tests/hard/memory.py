"""Memory that runs out: the program says so and ends with status 70, and the file that was to be
written is as it was. A sanitizer needs more address space than any limit leaves, so
there this is left out."""

import os
import sqlite3

from case import FINE, is_sanitized, limited

INTERNAL = 70
OLD = "what was there before\n"


def run(cases):
    if is_sanitized(cases.koers):
        return
    store = sqlite3.connect("large.db")
    store.execute("create table t(id integer primary key, a int)")
    store.execute("with recursive c(x) as (select 1 union all select x + 1 from c where "
                  "x < 1500000) insert into t select x, x % 7 from c")
    store.commit()
    store.close()
    script = ('open "large.db"\n'
              "source t from table t { key id  dimension i = id, t = text(id) || \"-\"  "
              "measure s = sum(a) }\n"
              'report r() { show s by i, t }\nrun r() to "answer.csv"\n')
    with open("answer.csv", "w", encoding="utf8") as file:
        file.write(OLD)
    cases.run("memory runs out", script, status=INTERNAL, err="out of memory",
              before=limited(160))
    with open("answer.csv", encoding="utf8") as file:
        cases.check("the answer of before is still there", file.read() == OLD)
    left = [name for name in os.listdir(".") if name.startswith(".answer")]
    cases.check("at most the new file is left beside it", len(left) <= 1, str(left))
    cases.run("memory suffices", script.replace("show s by i, t", "show s"), status=FINE)
    with open("answer.csv", encoding="utf8") as file:
        cases.check("the new answer is there", file.read().startswith("s\n"))
