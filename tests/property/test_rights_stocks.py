"""Stocks asked as a person, on random logs and snapshots: days are those of all rows, all
else of a hidden row stays hidden."""

import datetime as dt
import os

from store_case import StoreCase

FIRST = dt.date(2024, 1, 1)
DAYS = 120
MODEL = '''
source log from table log { key id  dimension owner
  measure l_sum = sum(amount) as last known per k at at
  measure l_open = sum(amount) as last known per k at at where stage = "open" }
source snap from table snap { key d, item  dimension owner
  measure s_sum = sum(amount) at snapshot d }
source deals from table deals { key id  dimension owner
  measure d_sum = sum(amount) while a until b }
audience people level operational sees owner = $user
'''
MONTHS = [dt.date(2024, 1, 31), dt.date(2024, 2, 29), dt.date(2024, 3, 31),
          dt.date(2024, 4, 30)]


def day(n):
    return (FIRST + dt.timedelta(days=n)).isoformat()


def make(rng):
    log = [[i, rng.randrange(4), rng.choice("xyz"), rng.choice(["open", "won"]),
            rng.randint(1, 99), day(rng.randrange(DAYS))]
           for i in range(rng.randint(1, 25))]
    snap = [[day(n), item, rng.choice("xyz"), rng.randint(1, 40)]
            for n in sorted(rng.sample(range(DAYS), rng.randint(1, 6)))
            for item in range(4) if rng.random() < .7]
    deals = [[i, rng.choice("xyz"), rng.randint(1, 99), day(n),
              day(n + rng.randint(1, 60))]
             for i, n in enumerate(rng.sample(range(DAYS), rng.randint(1, 25)))]
    return log, snap, deals


def log_at(log, when, user, stage):
    """The last state of each k, where it is the user's."""
    last = {}
    for row in sorted(log, key=lambda r: (r[5], r[0])):
        if row[5] <= when:
            last[row[1]] = row
    kept = [r for r in last.values() if r[2] == user and stage in (None, r[3])]
    return sum(r[4] for r in kept)


def snap_at(snap, when, user):
    days = [r[0] for r in snap if r[0] <= when]
    return sum(r[3] for r in snap if days and r[0] == max(days) and r[2] == user)


def deals_at(deals, when, user):
    return sum(r[2] for r in deals if r[1] == user and r[3] <= when < r[4])


class Stocks(StoreCase):
    def fill(self, log, snap, deals):
        self.store(
            log=("id integer, k integer, owner text, stage text, amount integer, at date",
                 log),
            snap=("d date, item integer, owner text, amount integer", snap),
            deals=("id integer, owner text, amount integer, a date, b date", deals))

    def clear(self):
        os.remove(os.path.join(self.folder, "store.db"))

    def months(self, measure):
        lines = self.csv(MODEL + "show %s by month for 2024-01 .. 2024-04" % measure,
                         "--as", "x", "--today", "2025-01-01")
        return [int(line[1] or 0) for line in lines]

    def test_states(self):
        def body(rng):
            log, snap, deals = make(rng)
            self.fill(log, snap, deals)
            for measure, wanted in (
                    ("l_sum", lambda d: log_at(log, d, "x", None)),
                    ("l_open", lambda d: log_at(log, d, "x", "open")),
                    ("s_sum", lambda d: snap_at(snap, d, "x")),
                    ("d_sum", lambda d: deals_at(deals, d, "x"))):
                self.assertEqual(self.months(measure),
                                 [wanted(d.isoformat()) for d in MONTHS], measure)
        self.each("rights of stocks", 12, body)

    def test_hidden_rows_tell_nothing(self):
        """Other amounts and stages of hidden rows change no letter, bridges included."""
        questions = ["show %s, %s[average] by month for 2024-01 .. 2024-04" % (m, m)
                     for m in ("l_sum", "l_open", "s_sum", "d_sum")]
        questions += ["bridge %s %s for 2024-02 .. 2024-04" % (m, by)
                      for m in ("l_sum", "l_open", "s_sum", "d_sum")
                      for by in ("", "by owner", "by month")]

        def ask(question):
            ran = self.run_koers(MODEL + question, "--as", "x", "--today", "2025-01-01")
            return ran.returncode, ran.stdout, ran.stderr

        def body(rng):
            tables = make(rng)
            self.fill(*tables)
            before = [ask(q) for q in questions]
            self.assertFalse([q for q, a in zip(questions, before) if a[0]])
            for table, owner in zip(tables, (2, 2, 1)):
                for row in table:
                    if row[owner] != "x":
                        row[owner] = rng.choice("yz")
                        row[owner + 1] = rng.choice(["open", "won"]) \
                            if table is tables[0] else rng.randint(100, 999)
                        if table is tables[0]:
                            row[4] = rng.randint(100, 999)
            self.clear()
            self.fill(*tables)
            for question, was in zip(questions, before):
                self.assertEqual(ask(question), was, question)
        self.each("hidden rows of stocks", 5, body)
