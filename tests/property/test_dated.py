"""Dated joins and stacks on random stores, against an evaluation row by row.

Days are few, so that rows often stand on the day at which a post begins or ends.
"""

import csv
import os
import random
import sqlite3
import tempfile
import unittest
from collections import defaultdict

from store_case import run_koers, seeds

MODEL = """open "store.db"
source posts from table posts { key rep, starts  dimension place }
source reps from table reps { entity seller key rep label name
  join posts as post on rep while starts until ends }
source web from table web where amount != 3 { key id }
source shop from table shop { key id }
source sales from web, shop {
  key id
  join posts as own on rep while starts until ends
  join reps on rep
  time sold = sold
  time paid = paid
  measure amount = sum(amount)
  measure got = sum(amount) on paid
  measure early = sum(amount) on paid where own.place < "c"
}
"""


def day(number):
    return None if number is None else "2024-01-%02d" % number


def pick(rng, low, high, empty):
    return None if rng.random() < empty else rng.randint(low, high)


def make_posts(rng):
    """(rep, starts, ends, place); begins of one rep differ, spans may overlap."""
    posts = []
    for rep in range(1, 5):
        starts = rng.sample([None] + list(range(1, 13)), rng.randint(0, 4))
        for begin in starts:
            end = None if rng.random() < 0.2 else (begin or 0) + rng.randint(0, 6) + 1
            posts.append((rep, begin, end, rng.choice("abcd")))
    rng.shuffle(posts)
    return posts


def make_sales(rng, first):
    return [(first + i, pick(rng, 1, 5, 0.1), pick(rng, 1, 15, 0.1),
             pick(rng, 1, 15, 0.2), rng.randint(1, 9)) for i in range(rng.randint(0, 12))]


def place_at(posts, rep, when):
    held = [p for p in posts if p[0] == rep and when is not None and rep is not None
            and (p[1] is None or p[1] <= when) and (p[2] is None or when < p[2])]
    return max(held, key=lambda p: p[1] or 0)[3] if held else None


def write_store(path, posts, web, shop):
    db = sqlite3.connect(path)
    db.execute("create table posts (rep integer, starts date, ends date, place text)")
    db.execute("create table reps (rep integer primary key, name text)")
    db.execute("create table web (id integer, rep integer, sold date, amount integer)")
    db.execute("create table shop (AMOUNT integer, paid date, sold date, rep integer,"
               " id integer)")
    db.executemany("insert into posts values (?, ?, ?, ?)",
                   [(r, day(a), day(b), p) for r, a, b, p in posts])
    db.executemany("insert into reps values (?, ?)",
                   [(r, "rep %d" % r) for r in range(1, 5)])
    db.executemany("insert into web values (?, ?, ?, ?)",
                   [(i, r, day(s), a) for i, r, s, p, a in web])
    db.executemany("insert into shop values (?, ?, ?, ?, ?)",
                   [(a, day(p), day(s), r, i) for i, r, s, p, a in shop])
    db.commit()
    db.close()


def expected(posts, web, shop, through_reps):
    """(origin, place) -> [amount, got, early]"""
    rows = [("web", r, s, None, a) for i, r, s, p, a in web if a != 3]
    rows += [("shop", r, s, p, a) for i, r, s, p, a in shop]
    lines = defaultdict(lambda: [0, 0, 0])
    for origin, rep, sold, paid, amount in rows:
        known = rep if not through_reps or rep in range(1, 5) else None
        lines[origin, place_at(posts, known, sold)][0] += amount
        lines[origin, place_at(posts, known, paid)][1] += amount
        own = place_at(posts, rep, paid)
        if own is not None and own < "c":
            lines[origin, place_at(posts, known, paid)][2] += amount
    return dict(lines)


class DatedJoins(unittest.TestCase):
    def ask(self, folder, question):
        ran = run_koers(folder, MODEL + question, "--format", "csv")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return {(line[0], line[1] or None): [int(v or 0) for v in line[2:]]
                for line in list(csv.reader(ran.stdout.splitlines()))[1:]}

    def test_random_stores(self):
        for seed in seeds(40):
            rng = random.Random("dated/%d" % seed)
            posts = make_posts(rng)
            web, shop = make_sales(rng, 1), make_sales(rng, 100)
            with tempfile.TemporaryDirectory() as folder:
                write_store(os.path.join(folder, "store.db"), posts, web, shop)
                for path in ("own.place", "reps.post.place"):
                    found = self.ask(folder, "show amount, got, early by origin, " + path)
                    wanted = expected(posts, web, shop, path.startswith("reps"))
                    self.assertEqual(found, wanted, "seed %d, %s" % (seed, path))


if __name__ == "__main__":
    unittest.main()
