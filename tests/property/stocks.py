#!/usr/bin/env python3
"""Stocks on random stores against a reference that looks at every row on every day:
closing, opening and average, in total and by owner, of rows that come and go, of logs
and of snapshots; means in another currency, others of hidden lines; and bridges, whose
parts are counted by comparing days.

  tests/property/stocks.py KOERS [SEED ...]"""

import csv
import datetime
import io
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from fractions import Fraction

START = datetime.date(2023, 11, 20)
DAYS = 160
MODEL = '''open "s.db"
currency rates from table fx (d, f, t, r)
source deals from table deals { key id  dimension owner
  measure d_sum = sum(amount) while a until b
  measure d_count = count() while a until b
  measure d_small = sum(amount) while a until b where amount < 50
  measure d_owners = count(distinct owner) while a until b
  measure d_max = max(amount) while a until b
  measure d_median = median(amount) while a until b
  measure d_money : money(EUR) = sum(amount) while a until b
  measure d_dear : money(EUR) = max(amount) while a until b
}
source log from table log { key id  dimension who = owner
  measure l_sum = sum(amount) as last known per k at at
  measure l_open = sum(amount) as last known per k at at where stage = "open"
  measure l_count = count() as last known per k at at where stage = "open"
}
source snap from table snap { key d, item  dimension place
  measure s_sum = sum(amount) at snapshot d
  measure s_items = count() at snapshot d where amount > 20
}
'''


def day(n):
    return START + datetime.timedelta(days=n)


def make_rows(rng):
    def some(p, value):
        return None if rng.random() < p else value

    deals = []
    for i in range(rng.randint(0, 40)):
        a = rng.randrange(DAYS)
        b = a + rng.randint(-3, 70)
        deals.append((i, rng.choice('xyz'), rng.randint(0, 99), some(.05, a),
                      some(.3, b)))
    log = [(i, rng.randrange(6), rng.choice('xyz'), rng.choice(['open', 'won']),
            rng.randint(0, 99), some(.03, rng.randrange(DAYS)))
           for i in range(rng.randint(0, 40))]
    snap = []
    for d in sorted(rng.sample(range(DAYS), rng.randint(0, 8))):
        for item in range(5):
            if rng.random() < .7:
                snap.append((d, item, rng.choice('xy'), rng.randint(0, 40)))
    return deals, log, snap


def rate(n):
    """Of the day, to another currency."""
    return 2 + n % 7


def store(path, rows):
    def text(n):
        return None if n is None else day(n).isoformat()

    deals, log, snap = rows
    db = sqlite3.connect(path)
    db.execute('create table deals (id integer, owner text, amount integer, a date, '
               'b date)')
    db.execute('create table log (id integer, k integer, owner text, stage text, '
               'amount integer, at date)')
    db.execute('create table snap (d date, item integer, place text, amount integer)')
    db.execute('create table fx (d date, f text, t text, r integer)')
    db.executemany("insert into fx values (?, 'EUR', 'USD', ?)",
                   [(text(n), rate(n)) for n in range(-40, DAYS + 40)])
    db.executemany('insert into deals values (?,?,?,?,?)',
                   [(i, o, x, text(a), text(b)) for i, o, x, a, b in deals])
    db.executemany('insert into log values (?,?,?,?,?,?)',
                   [(i, k, o, s, x, text(a)) for i, k, o, s, x, a in log])
    db.executemany('insert into snap values (?,?,?,?)',
                   [(text(d), i, p, x) for d, i, p, x in snap])
    db.commit()
    db.close()


# What holds at the end of a day: {who: (line, passes, value)}.

def deals_on(rows, n, test=lambda row: True):
    return {r[0]: (r[1], test(r), r[2]) for r in rows[0]
            if r[3] is not None and r[3] <= n and (r[4] is None or r[4] > n)}


def log_on(rows, n, test=lambda row: True):
    last = {}
    for r in rows[1]:
        if r[5] is not None and r[5] <= n:
            if r[1] not in last or (r[5], r[0]) > (last[r[1]][5], last[r[1]][0]):
                last[r[1]] = r
    return {k: (r[2], test(r), r[4]) for k, r in last.items()}


def snap_on(rows, n, test=lambda row: True):
    days = [r[0] for r in rows[2] if r[0] <= n]
    return {r[1]: (r[2], test(r), r[3]) for r in rows[2]
            if days and r[0] == max(days)}


def median(values):
    values = sorted(values)
    n = len(values)
    return Fraction(values[(n - 1) // 2] + values[n // 2], 2) if n else None


def total(values):
    return sum(values)


def first_day(kind, rows):
    days = [r[{'d': 3, 'l': 5, 's': 0}[kind]] for r in rows['dls'.index(kind)]]
    return min((d for d in days if d is not None), default=None)


OPEN = (lambda r: r[3] == 'open')
MEASURES = {
    'd_sum': (deals_on, {}, total, 'owner'),
    'd_count': (deals_on, {}, len, 'owner'),
    'd_small': (deals_on, {'test': lambda r: r[2] < 50}, total, 'owner'),
    'd_owners': (deals_on, {}, None, 'owner'),
    'd_max': (deals_on, {}, lambda v: max(v, default=None), 'owner'),
    'd_median': (deals_on, {}, median, 'owner'),
    'l_sum': (log_on, {}, total, 'who'),
    'l_open': (log_on, {'test': OPEN}, total, 'who'),
    'l_count': (log_on, {'test': OPEN}, len, 'who'),
    's_sum': (snap_on, {}, total, 'place'),
    's_items': (snap_on, {'test': lambda r: r[3] > 20}, len, 'place'),
}
ADDITIVE = [m for m in MEASURES if m not in ('d_owners', 'd_max', 'd_median')]


def value_on(name, rows, n, line):
    on, options, finish, _ = MEASURES[name]
    first = first_day(name[0], rows)
    if first is None or n < first:
        return None
    kept = [s for s in on(rows, n, **options).values()
            if s[1] and line in (None, s[0])]
    if finish is None:
        return len({s[0] for s in kept})
    return finish([s[2] for s in kept])


def months(low, high, today):
    """(text, first day, day after, last day that is read)"""
    found = []
    for n in range(low, high):
        text = day(n).isoformat()[:7]
        if not found or found[-1][0] != text:
            found.append([text, n, n + 1])
        found[-1][2] = n + 1
    return [(t, lo, hi, min(hi - 1, today)) for t, lo, hi in found]


def ask(koers, folder, today, question):
    done = subprocess.run(
        [koers, '--format', 'csv', '--today', day(today).isoformat(), '-c',
         'use "m.koers"\n' + question], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f'{question}\n{done.stderr}')
    return list(csv.reader(io.StringIO(done.stdout)))


def same(found, wanted):
    if found == '' or wanted is None:
        return found == '' and wanted is None
    return abs(Fraction(found) - wanted) < Fraction(1, 10 ** 15)


class Case:
    def __init__(self, koers, seed, folder):
        self.koers, self.folder = koers, folder
        self.rng = random.Random(seed)
        self.rows = make_rows(self.rng)
        self.today = self.rng.choice([DAYS + 30, self.rng.randrange(DAYS)])
        self.failed = []
        store(os.path.join(folder, 's.db'), self.rows)
        with open(os.path.join(folder, 'm.koers'), 'w') as file:
            file.write(MODEL)

    def say(self, question, line, found, wanted):
        self.failed.append(f'{question}  -- today {day(self.today)}\n'
                           f'  {line}: found {found!r}, wanted {wanted}')

    def period(self):
        low = self.rng.randrange(0, DAYS - 60)
        return low, low + self.rng.randint(20, 80)

    def average(self, name, line, lo, last):
        first = first_day(name[0], self.rows)
        if last < lo or first is None or last < first:
            return None
        values = [value_on(name, self.rows, n, line) for n in range(lo, last + 1)]
        values = [v for v in values if v is not None]
        return sum(map(Fraction, values)) / len(values) if values else None

    def check_lines(self):
        name = self.rng.choice(list(MEASURES))
        by = self.rng.random() < .5
        low, high = self.period()
        dim = MEASURES[name][3]
        question = (f'show {name}, {name}[opening] as o, {name}[average] as m'
                    + (f' by {dim}, month' if by else ' by month')
                    + f' for {day(low)} .. {day(high - 1)}')
        seen = set()
        for row in ask(self.koers, self.folder, self.today, question)[1:]:
            line = row.pop(0) if by else None
            text, lo, _, last = next(m for m in months(low, high, self.today)
                                     if m[0] == row[0])
            seen.add(line)
            wanted = [value_on(name, self.rows, last, line),
                      value_on(name, self.rows, min(lo - 1, self.today), line),
                      self.average(name, line, lo, last)]
            for found, value in zip(row[1:], wanted):
                if not same(found, value):
                    self.say(question, (line, text), found, value)
        for line in 'xyz' if by else [None]:
            alive = any(value_on(name, self.rows, n, line)
                        for n in range(low, min(high - 1, self.today) + 1))
            if alive and line not in seen:
                self.say(question, line, 'no line', 'a line')

    def check_periods(self):
        """Over the closings of several months: a line for who held at one of them."""
        name = self.rng.choice(list(MEASURES))
        on, options, _, dim = MEASURES[name]
        low, high = self.period()
        word = self.rng.choice(['max', 'min'])
        opens = self.rng.random() < .3
        question = (f'show {word}({name}{"[opening]" if opens else ""} per month) as m '
                    f'by {dim} for {day(low)} .. {day(high - 1)} with total')
        wanted = {}
        for _, lo, _, last in months(low, high, self.today):
            at = min(lo - 1, self.today) if opens else last
            for who, counts, _ in on(self.rows, at, **options).values():
                for line in ({who, None} if counts else ()):
                    value = value_on(name, self.rows, at, line)
                    wanted.setdefault(line, {})[at] = value
        lines = {row[1] or None: row[2]
                 for row in ask(self.koers, self.folder, self.today, question)[1:]}
        fold = max if word == 'max' else min
        for line in wanted.keys() | lines.keys():
            value = fold(wanted[line].values()) if line in wanted else None
            if (line and line not in lines) or not same(lines.get(line, ''), value):
                self.say(question, line, lines.get(line, 'no line'), value)

    def money_on(self, n, finish, convert):
        first = first_day('d', self.rows)
        if first is None or n < first:
            return None
        values = [r[2] * convert(r[3]) for r in self.rows[0]
                  if r[3] is not None and r[3] <= n and (r[4] is None or r[4] > n)]
        return finish(values)

    def check_money(self):
        """Means at the rate of each row, of one day and of the end of the period."""
        name, finish = self.rng.choice([('d_money', total),
                                        ('d_dear', lambda v: max(v, default=None))])
        low, high = self.period()
        fixed = self.rng.randrange(DAYS)
        question = (f'show {name}[average, in USD] as f, '
                    f'{name}[average, in USD at {day(fixed)}] as c, '
                    f'{name}[average, in USD at period end] as e '
                    f'by month for {day(low)} .. {day(high - 1)}')
        for row in ask(self.koers, self.folder, self.today, question)[1:]:
            text, lo, _, last = next(m for m in months(low, high, self.today)
                                     if m[0] == row[0])
            for found, convert in zip(row[1:], (rate, lambda _: rate(fixed),
                                                lambda _: rate(last))):
                days = [self.money_on(n, finish, convert) for n in range(lo, last + 1)]
                days = [Fraction(v) for v in days if v is not None]
                wanted = sum(days) / len(days) if days else None
                if not same(found, wanted):
                    self.say(question, text, found, wanted)

    def check_others(self):
        """What hidden lines have at the end of them all."""
        name = self.rng.choice(ADDITIVE)
        low, high = self.period()
        bound = self.rng.randint(0, 120)
        question = (f'show {name} by {MEASURES[name][3]}, month '
                    f'for {day(low)} .. {day(high - 1)} having {name} > {bound} '
                    'with others')
        *_, (text, _, _, last) = months(low, high, self.today)
        lines = ask(self.koers, self.folder, self.today, question)[1:]
        shown = sum(int(row[3]) for row in lines if row[0] == 'line' and row[2] == text)
        for row in lines:
            wanted = value_on(name, self.rows, last, None)
            if row[0] == 'others' and not same(row[3], wanted and wanted - shown):
                self.say(question, row[0], row[3], wanted and wanted - shown)

    def parts(self, name, line, lo, last):
        """What happened from day to day."""
        on, options, finish, _ = MEASURES[name]
        part = dict.fromkeys(('new', 'up', 'down', 'gone', 'entered', 'left'), 0)
        for n in range(lo, last + 1):
            old, new = (on(self.rows, at, **options) for at in (n - 1, n))
            if finish is len:
                old, new = ({k: (s[0], s[1], 1) for k, s in state.items()}
                            for state in (old, new))
            self.compare(part, old, new, line)
        return part

    @staticmethod
    def compare(part, old, new, line):
        for who in old.keys() | new.keys():
            was, now = old.get(who), new.get(who)
            if was == now:
                continue
            counted = was and was[1] and line in (None, was[0])
            counts = now and now[1] and line in (None, now[0])
            if was and now and counted and counts:
                change = now[2] - was[2]
                part['up' if change > 0 else 'down'] += change
                continue
            if counted:
                part['left' if now else 'gone'] -= was[2]
            if counts:
                part['entered' if was else 'new'] += now[2]

    def check_bridge(self):
        name = self.rng.choice(ADDITIVE)
        by = self.rng.random() < .5
        low, high = self.period()
        question = (f'bridge {name} by ' + (f'{MEASURES[name][3]}, ' if by else '')
                    + f'month for {day(low)} .. {day(high - 1)}')
        head, *lines = ask(self.koers, self.folder, self.today, question)
        for row in lines:
            line = row[0] if by else None
            text, lo, _, last = next(m for m in months(low, high, self.today)
                                     if m[0] == row[by])
            found = dict(zip(head, row))
            closing = value_on(name, self.rows, last, line)
            opening = value_on(name, self.rows, min(lo - 1, self.today), line)
            if not same(found['closing'], closing):
                self.say(question, (line, text), found, closing)
            if not same(found['opening'], opening):
                self.say(question, (line, text), found, opening)
            for part, value in self.parts(name, line, lo, last).items():
                if closing is None or (part not in found and not value):
                    continue
                value = value if lo <= self.today else None  # it has not begun
                if not same(found[part], value):
                    self.say(question, (line, text), found, {part: value})


def main():
    koers = os.path.abspath(sys.argv[1])
    seeds = [int(s) for s in sys.argv[2:]] or range(20)
    failed = 0
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            case = Case(koers, seed, folder)
            for _ in range(4):
                case.check_lines()
                case.check_bridge()
                case.check_money()
                case.check_periods()
                case.check_others()
        if case.failed:
            failed += 1
            print(f'seed {seed}:', *case.failed[:3], sep='\n')
    print(f'{len(seeds) - failed} passed, {failed} failed')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
