"""Forecasts from a pipeline, held against a slow evaluator that follows each deal."""
import csv
import io
import math
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date, timedelta

import company
from company import IS_ASAN, KOERS, TODAY, check, close, make

AGES, STRENGTH, RECENT, AHEAD = 24, 20, 12, 6
WON, LOST, ENTRY = "#won", "#lost", "#entry"
USING = "using pipeline(open_value, deal, stage)"
BEGUN = "2026-10-01"  # a month begins: nothing has come of it
GOES_ON = "2026-10-16"


def koers(folder, text, *args):
    return company.koers(folder, text, "--today", BEGUN, *args)


def rows(folder, text, *args):
    return company.rows(folder, text, "--today", BEGUN, *args)


def month(text):
    year, number = text.split("-")
    return int(year) * 12 + int(number) - 1


# --- the evaluator ---

class Deals:
    """What is known of each deal at the end of `last`: transitions, what is open."""

    def __init__(self, opened, won, last, came=None):
        """came: per deal the period in which it came, where that is known."""
        self.came = came or {}
        self.first = min(t for t, _ in opened)
        self.last = last
        self.moves = []     # (segment, stage, age, next)
        self.now = []       # (segment, stage, age, amount)
        self.decided = defaultdict(list)  # stage: (amount, won)
        self.ended = defaultdict(list)    # segment, stage: (amount, won)
        self.waits = defaultdict(list)    # segment, stage: periods until it was won
        self.created = defaultdict(lambda: defaultdict(int))
        self.oldest = -1
        for deal in sorted({d for _, d in opened} | {d for _, d in won}):
            self.follow(deal, opened, won)
        recent = defaultdict(list)
        for (t, _), (segment, value) in won.items():
            if last - RECENT < t <= last and t >= self.first and value:
                recent[segment].append(value)
        everything = [v for values in recent.values() for v in values]
        self.size = lambda s: sum(recent[s] or everything) / len(recent[s] or everything)
        self.segments = {s for s, *_ in self.moves}
        self.count()

    def follow(self, deal, opened, won):
        came, visit, aged = None, [], False
        for t in range(self.first, self.last + 1):
            is_won = (t, deal) in won
            is_open = (t, deal) in opened and not is_won
            if came is None and (is_won or is_open):
                came, visit, aged = t, [], t > self.first
                segment = won[t, deal][0] if is_won else opened[t, deal][0]
                if aged:
                    self.created[segment][t] += 1
                elif self.came.get(deal, t + 1) <= t:
                    came, aged = self.came[deal], True
                if aged and came == t and is_won:
                    self.entered(segment, 0, True)
                if aged and came == t:
                    self.move(segment, ENTRY, 0, WON if is_won else opened[t, deal][1])
            elif came is not None:
                segment, stage, _ = visit[-1]
                state = WON if is_won else opened[t, deal][1] if is_open else LOST
                if aged:
                    self.move(segment, stage, t - came, state)
                if state in (WON, LOST):
                    for s, amount in {s: a for _, s, a in visit}.items():
                        self.decided[s].append((amount, is_won))
                    for s, (part, amount) in {s: (g, a) for g, s, a in visit}.items():
                        self.ended[part, s].append((amount, is_won))
                    for i, (part, s, _) in enumerate(reversed(visit) if is_won else ()):
                        self.waits[part, s].append(i)
                    if came > self.first:
                        self.entered(visit[0][0], t - came, is_won)
            if is_open:
                visit.append(opened[t, deal])
            else:
                came = None
        if came is not None:
            segment, stage, amount = visit[-1]
            self.now.append((segment, stage, self.last + 1 - came, amount))

    def entered(self, segment, wait, won):
        """A deal whose coming was seen has ended."""
        self.ended[segment, ENTRY].append((None, won))
        if won:
            self.waits[segment, ENTRY].append(wait)

    def move(self, segment, stage, age, to):
        self.moves.append((segment, stage, age, to))
        if to == WON:
            self.oldest = max(self.oldest, age)

    def count(self):
        self.cells = [defaultdict(lambda: defaultdict(int)) for _ in range(3)]
        for segment, stage, age, to in self.moves:
            age = min(age, AGES - 1)
            for level, key in enumerate([stage, (stage, age), (segment, stage, age)]):
                self.cells[level][key][to] += 1
        self.memo = {}

    def chances(self, segment, stage, age):
        found = {}
        keys = [stage, (stage, age), (segment, stage, age)]
        for level, key in enumerate(keys[:3 if len(self.segments) > 1 else 2]):
            counts = self.cells[level][key]
            n = sum(counts.values())
            if n and level == 0:
                found = {to: c / n for to, c in counts.items()}
            elif n:
                found = {to: (counts.get(to, 0) + STRENGTH * found.get(to, 0))
                         / (n + STRENGTH) for to in set(found) | set(counts)}
        if not found:
            found = {stage: 1}
        if age > self.oldest and found.get(WON):
            found[stage] = found.get(stage, 0) + found.pop(WON)
        return found

    def win(self, segment, stage, age, k):
        """Won in the k-th period from now."""
        key = segment, stage, min(age, AGES - 1), k
        if key not in self.memo:
            chances = self.chances(*key[:3])
            self.memo[key] = chances.get(WON, 0) if k == 0 else sum(
                p * self.win(segment, to, age + 1, k - 1)
                for to, p in chances.items() if to not in (WON, LOST))
        return self.memo[key]

    def rate(self, stage, segments):
        known = [a for s in self.segments for a, _ in self.ended[s, stage] if a]
        mean = sum(known) / len(known) if known else 1
        values = [(a or mean, won) for s in segments for a, won in self.ended[s, stage]]
        value = sum(v for v, _ in values)
        return (sum(v for v, won in values if won) / value if value else 0), len(values)

    def usual(self, segment, stage, _, k):
        """As `win`: the chance of the stage, and how long deals waited there."""
        wider, _ = self.rate(stage, self.segments)
        chance, n = self.rate(stage, [segment])
        all_waits = [w for s in self.segments for w in self.waits[s, stage]]
        waits = self.waits[segment, stage]
        if not all_waits:
            return 0
        chance = (n * chance + STRENGTH * wider) / (n + STRENGTH)
        due = ((waits.count(k) + STRENGTH * all_waits.count(k) / len(all_waits)) /
               (len(waits) + STRENGTH))
        return chance * due

    def bring(self, unit=None):
        """Open deals that may be won: segment, stage, age, amount."""
        return [deal for deal in self.now if deal[3] and deal[2] <= self.oldest and
                unit in (None, deal[0])]

    def from_open(self, k, unit=None):
        return sum(amount * self.win(segment, stage, age, k)
                   for segment, stage, age, amount in self.bring(unit))

    def from_new(self, k, created):
        return sum(created[s][c] * self.size(s) * self.win(s, ENTRY, 0, k - c)
                   for s in created for c in range(k + 1))

    def table(self):
        """Chance and number of decided deals by stage."""
        found = {}
        for stage, deals in self.decided.items():
            known = [a for a, _ in deals if a]
            mean = sum(known) / len(known) if known else 1
            value = sum(a or mean for a, _ in deals)
            found[stage] = (sum(a or mean for a, won in deals if won) / value, len(deals))
        return found


def read(folder, last, segment, *args):
    by = f", {segment}" if segment else ""
    opened, won = {}, {}
    for row in rows(folder, f"show open_value by month, deal, stage{by} sparse", *args):
        if month(row["month"]) <= last:
            opened[month(row["month"]), row["deal"]] = (
                row.get(segment, ""), row["stage"], float(row["open_value"] or 0))
    for row in rows(folder, f"show won_value by month, deal{by} sparse", *args):
        if month(row["month"]) <= last:
            won[month(row["month"]), row["deal"]] = (
                row.get(segment, ""), float(row["won_value"] or 0))
    return Deals(opened, won, last)


def ages_agree(folder):
    """Records that begin late, and deals whose days of coming are known."""
    define = "dimension came_on = deals.created_on;"
    during = "for 2025-01 .. 2026-09"
    using = USING.replace(")", ", came_on)")
    text = f"forecast won_value by month next {AHEAD} {using} {during}"
    found = [row for row in rows(folder, f"{define} {text}") if row["kind"] == "expected"]
    opened, won, came = {}, {}, {}
    for row in rows(folder, f"{define} show open_value by month, deal, stage, came_on "
                            f"{during} sparse"):
        opened[month(row["month"]), row["deal"]] = ("", row["stage"],
                                                    float(row["open_value"] or 0))
        came[row["deal"]] = month(row["came_on"][:7])
    for row in rows(folder, f"show won_value by month, deal {during} sparse"):
        won[month(row["month"]), row["deal"]] = "", float(row["won_value"] or 0)
    deals = Deals(opened, won, month("2026-09"), came)
    blind = Deals(opened, won, month("2026-09"))
    early = sum(t < deals.first for t in came.values())
    check(f"{text}: deals came before", early > 50 and
          len(deals.moves) > len(blind.moves) + early, early)
    for k, row in enumerate(found):
        check(f"{text}: open deals, {k + 1} ahead",
              near(row["from_open"], deals.from_open(k), 1e-9), row, deals.from_open(k))
    check(f"{text}: ages matter", not near(found[0]["from_open"], blind.from_open(0), 1e-4))


def creation(work, deals, name, segment):
    """What the blend expects of how many deals come, asked of a store of its own."""
    path = os.path.join(work, f"created-{name}-{segment}.db")
    store = sqlite3.connect(path)
    store.execute("create table made (id integer primary key, day text, n real)")
    for t in range(deals.first + 1, deals.last + 1):
        for day, n in [("01", 0), ("28", deals.created[segment][t])]:
            store.execute("insert into made (day, n) values (?, ?)",
                          (f"{t // 12}-{t % 12 + 1:02}-{day}", n))
    store.commit()
    store.close()
    text = ("source made from table made { key id time day = day measure n : money(EUR) "
            f"= sum(n) }} forecast n by month next {AHEAD}")
    done = subprocess.run([KOERS, path, "--format", "csv", "--today", TODAY, "-c", text],
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=300, check=False)
    check(text, done.returncode == 0, done.stderr)
    return [float(row["value"]) for row in csv.DictReader(io.StringIO(done.stdout))
            if row["kind"] == "expected"]


# --- what is held against it ---

def near(found, expected, part):
    return abs(float(found) - expected) <= 0.006 + part * abs(expected)


def parts_agree(folder, work, segment, method="pipeline"):
    using = USING.replace(")", f", {segment})") if segment else USING
    using = using.replace("pipeline", method)
    text = f"forecast won_value by month next {AHEAD} {using}"
    found = [row for row in rows(folder, text) if row["kind"] == "expected"]
    deals = read(folder, month(found[0]["month"]) - 1, segment)
    if method == "weighted":
        deals.win = deals.usual
    created = {s: creation(work, deals, method + segment, s) for s in sorted(deals.segments)}
    for k, row in enumerate(found):
        check(f"{text}: open deals, {k + 1} ahead",
              near(row["from_open"], deals.from_open(k), 1e-9), row, deals.from_open(k))
        check(f"{text}: new deals, {k + 1} ahead",
              near(row["from_new"], deals.from_new(k, created), 2e-4), row,
              deals.from_new(k, created))
        check(f"{text}: parts add up, {k + 1} ahead",
              near(row["value"], float(row["from_open"]) + float(row["from_new"]), 0), row)
        check(f"{text}: quantiles in order, {k + 1} ahead",
              float(row["p10"]) < float(row["p50"]) < float(row["p90"]), row)
    said = koers(folder, text)
    for stage, (chance, n) in deals.table().items():
        line = f"won of {stage}: {100 * chance:.1f}% by value, of {n} decided deals"
        check(f"{text}: {line}", line in said, said)
    stale = sum(1 for _, _, age, amount in deals.now if amount and age > deals.oldest)
    unsized = sum(1 for *_, amount in deals.now if not amount)
    check(f"{text}: open deals are counted",
          f"open then: {len(deals.now)} deals\n{stale} of them bring nothing: older" in said
          and f"\n{unsized} of them bring nothing: no amount above 0" in said, said)
    for stage in {stage for _, stage in deals.waits if stage != ENTRY}:
        waits = [w + 1 for s in deals.segments for w in deals.waits[s, stage]]
        line = f"from {stage}: won after {sum(waits) / len(waits):.1f} periods, where"
        check(f"{text}: {line}", (line in said) == (method == "weighted"), said)
    return found, deals


def weekdays(first, last):
    return sum((first + timedelta(i)).weekday() < 5 for i in range((last - first).days + 1))


class Rest:
    """Deals in the rest of a month of which the part `left` is still to come; arrived: the
    part of its new deals that has. known: at its beginning; created: how many come."""

    def __init__(self, known, now, left, arrived, created, by_stage):
        self.known, self.left, self.by_stage = known, left, by_stage
        self.deals = [(segment, stage, age - 1, amount)
                      for segment, stage, age, amount in now.now
                      if amount and age - 1 <= known.oldest]
        whole = sum(self.worth(deal) for deal in known.bring())
        still, luck = 0, 0
        for deal in known.bring():
            places = [(p * (1 - left), self.worth(deal, to)) for to, p in
                      known.chances(*deal[:3]).items() if to not in (WON, LOST)]
            places.append((left, self.worth(deal)))
            values = defaultdict(float)
            for p, value in places:
                values[value] += p
            mean = sum(p * value for value, p in values.items())
            still += mean
            luck += sum(p * value ** 2 for value, p in values.items()) - mean ** 2
        is_open = sum(self.worth(deal) for deal in self.deals if deal[2])
        fresh = sum(n[0] * known.size(s) * known.win(s, ENTRY, 0, 0)
                    for s, n in created.items())
        rest = max(left * whole - (1 - left) * (1 - arrived) * fresh, 0)
        usual = (.1 * still) ** 2 / ((.1 * still) ** 2 + luck) if still else 0
        self.times = (rest * (usual / is_open + (1 - usual) / still)
                      if is_open and still else left)

    def worth(self, deal, stage=None):
        segment, here, age, amount = deal
        return amount * self.known.win(segment, stage or here, age, 0)

    def chance(self, segment, stage, age, k):
        """Won in the rest of the month, or in the k-th behind it."""
        known, part, lost = self.known, self.left, 0
        chances = known.chances(segment, stage, age or 1)
        won = part * known.win(segment, ENTRY, 0, 0)
        if age:
            part = self.times
            won = min(part * known.win(segment, stage, age, 0), 1)
            lost = min(part * chances.get(LOST, 0), 1 - won)
        if k == 0:
            return won
        others = {to: p for to, p in chances.items() if to not in (WON, LOST, stage)}
        others = {} if self.by_stage else others
        moved = min(part * sum(others.values()), 1 - won - lost)
        found = (1 - won - lost - moved) * known.win(segment, stage, age + 1, k - 1)
        return found + sum(moved * p / sum(others.values()) *
                           known.win(segment, to, age + 1, k - 1) for to, p in others.items())


def running_agrees(folder, work, method="pipeline"):
    """In the middle of a month: what was won, the rest by the deals that are open now."""
    global AGES
    ages, AGES = AGES, AGES if method == "pipeline" else 1
    on, running = ["--today", GOES_ON], month(GOES_ON[:7])
    so_far = f"for {GOES_ON[:7]}-01 .. {GOES_ON[:8]}{int(GOES_ON[8:]) - 1}"
    text = f"forecast won_value by month next 3 {USING.replace('pipeline', method)}"
    found = [row for row in rows(folder, text, *on) if row["kind"] == "expected"]
    came = sum(float(row["won_value"] or 0) for row in rows(
        folder, f"show won_value by day {so_far}", *on))
    days = [(row["day"], float(row["won_value"])) for row in rows(
        folder, "show won_value by day for 2025-10-01 .. 2026-09-30 sparse", *on)]
    left = 1 - sum(v for d, v in days if d[8:] < GOES_ON[8:]) / sum(v for _, v in days)
    check(f"{text}: left", f"and {100 * left:.1f}% of a whole one" in koers(folder, text, *on),
          left)
    opened, won = {}, {}
    for clause in ["", so_far]:
        for row in rows(folder, f"show open_value by month, deal, stage {clause} sparse", *on):
            if bool(clause) == (month(row["month"]) == running):
                opened[month(row["month"]), row["deal"]] = (
                    "", row["stage"], float(row["open_value"] or 0))
        for row in rows(folder, f"show won_value by month, deal {clause} sparse", *on):
            if bool(clause) == (month(row["month"]) == running):
                won[month(row["month"]), row["deal"]] = "", float(row["won_value"] or 0)
    known, now = (Deals({at: v for at, v in opened.items() if at[0] <= last},
                        {at: v for at, v in won.items() if at[0] <= last}, last)
                  for last in [running - 1, running])
    created = creation(work, known, "running" + method, "")
    if method == "weighted":
        known.win = known.usual
    arrived = (weekdays(date(2026, 10, 1), date(2026, 10, int(GOES_ON[8:]) - 1)) /
               weekdays(date(2026, 10, 1), date(2026, 10, 31)))
    rest = Rest(known, now, left, arrived, {"": created}, method == "weighted")
    for k, row in enumerate(found):
        due = sum(deal[3] * rest.chance(*deal[:3], k) for deal in rest.deals)
        due += came if k == 0 else 0
        fresh = sum(created[c] * (1 if c else 1 - arrived) * known.size("") *
                    known.win("", ENTRY, 0, k - c) for c in range(k + 1))
        check(f"{text}: open now, {k + 1} ahead", near(row["from_open"], due, 2e-6), row, due)
        check(f"{text}: new from now, {k + 1} ahead", near(row["from_new"], fresh, 2e-4), row,
              fresh)
    check(f"{text}: method", found[0]["method"].startswith("so far, "), found[0])
    check(f"{text}: no less than what came", float(found[0]["p10"]) >= came, found[0], came)
    if method == "pipeline":
        parts_of_now(folder, text, found, came, on)
    AGES = ages


def parts_of_now(folder, text, found, came, on):
    """Paths, units, deals and levers of a month that goes on."""
    course = defaultdict(list)
    for row in rows(folder, f"{text} paths 10000", *on):
        if row["kind"] == "expected":
            course[row["month"]].append(float(row["value"]))
    for row in found:
        paths = course[row["month"]]
        check(f"{text}: paths of {row['month']}", near(row["p10"], quantile(paths, .1), 1e-6) and
              near(row["value"], sum(paths) / len(paths), .02), row)
    units = [row for row in rows(folder, text.replace("month", "month, region", 1), *on)
             if row["kind"] == "expected" and row["month"] == found[0]["month"]]
    won = {row["region"]: float(row["won_value"]) for row in rows(
        folder, "show won_value by region for 2026-10-01 .. 2026-10-15", *on)}
    for row in units[:-1]:
        least = float(row["p10"] or row["value"])
        check(f"{text}: {row['region']}", least >= won.get(row["region"], 0) - .01, row, won)
    whole = sum(float(row["value"]) for row in units[:-1])
    check(f"{text}: units add up", near(units[-1]["value"], whole, 0), units)
    deals = rows(folder, "show value by month from (forecast won_value by month, deal next 3 "
                 f"{USING})", *on)
    for row, line, so_far in zip(deals, found, [came, 0, 0]):
        check(f"{text}: deals of {row['month']}",
              abs(float(row["value"]) + so_far - float(line["from_open"])) < 2, row, line)
    for row, line in zip(rows(folder, f"{text} what if creation = creation * 1.1", *on), found):
        check(f"{text}: more deals in {line['month']}",
              abs(float(row["value difference"]) - .1 * float(line["from_new"])) < .02, row)
    lines = rows(folder, f"{text} what if cycle = cycle * 0.9999", *on)
    check(f"{text}: a time that is the same", abs(float(lines[0]["value difference"])) < 100,
          lines)
    assumed_now(folder, text, on)
    texts = [f"backtest won_value {USING} origins monthly last 6 horizon 2"]
    check(texts[0], koers(folder, texts[0]) == koers(folder, texts[0], *on))


def assumed_now(folder, text, on):
    """What if of a month that goes on: what came of it is moved as all else is."""
    put = "what if won_value = won_value * 1.5, open_value = open_value * 1.5"
    lever = "what if creation = creation * 1.2"
    for by in ["month", "month, region"]:
        asked = text.replace("month", by, 1)
        plain = [row for row in rows(folder, asked, *on) if row["kind"] == "expected"]
        lines = [row for row in rows(folder, f"{asked} {put}", *on)
                 if row["kind"] == "expected"]
        check(f"{asked} {put}: lines", len(lines) == len(plain) > 2, lines)
        for row, line in zip(lines, plain):
            check(f"{asked} {put}: {line}", row["method"] == line["method"] and
                  row["value"] == line["value"] and
                  abs(float(row["value what if"]) - 1.5 * float(line["value"])) < .2 and
                  abs(float(row["p10"] or 0) - 1.5 * float(line["p10"] or 0)) < .2, row)
    units = rows(folder, f"{text.replace('month', 'month, region', 1)} {lever}", *on)
    plain = [row for row in plain if row["kind"] == "expected"]
    check(f"{text} {lever}: units as without it", [row["value"] for row in plain] ==
          [row["value"] for row in units if row["level"] != "total"], units)
    for month in sorted({row["month"] for row in plain}):
        more = [float(row["value difference"]) for row in units if row["month"] == month]
        check(f"{text} {lever}: units of {month}", len(more) > 3 and more[-1] > 0 and
              abs(sum(more[:-1]) - more[-1]) < .1, more)


def worth_agrees(work):
    """Won deals bring half of what they were worth while they were open."""
    for factor in [.5, .95, 2]:
        folder = os.path.join(work, f"worth{factor}")
        os.mkdir(folder)
        store = sqlite3.connect(os.path.join(folder, "store.db"))
        store.execute("create table deal (id integer primary key, opened text, closed text, "
                      "stage text, amount real, brought real)")
        luck = random.Random(1)
        for i in range(36 * 14):
            came, ends = i // 14, i // 14 + 1 + luck.randrange(4)
            won, amount = luck.random() < .4, luck.choice([500, 1000, 2000, 4000])
            day = [f"{2023 + t // 12}-{t % 12 + 1:02}-{luck.randrange(1, 29):02}"
                   for t in [came, ends]]
            store.execute("insert into deal values (?, ?, ?, ?, ?, ?)",
                          (i, day[0], day[1] if ends < 36 else None, "ab"[ends - came > 2],
                           amount, factor * amount if won and ends < 36 else None))
        store.commit()
        store.close()
        model = ("source deals from table deal { entity deal key id dimension stage time "
                 "closed = closed measure open_value = sum(amount) while opened until closed "
                 "measure won_value = sum(brought) on closed } ")
        on = ["--today", "2026-01-01"]
        line = rows(folder, f"{model} backtest won_value {USING} origins monthly last 12 "
                    "horizon 1", *on)[0]
        said = koers(folder, f"{model} forecast won_value by month next 1 {USING}", *on)
        check(f"won for {factor} of their worth", abs(float(line["bias"])) < .3, line)
        check(f"won for {factor} of their worth: said",
              ("% of their amounts, where they are won" in said) == (factor != .95), said)


NOW = """
source deals from table deal { entity deal key id dimension stage dimension part
  time closed = closed
  measure open_value = sum(amount) while opened until closed where opened < today
  measure won_value = sum(amount) on closed where won = 1 and closed < today }
"""


def small(work, name, each, fate):
    """Three years of months of deals of 100 each, which fate(luck, i, t) ends in month t,
    the one behind that in which they came: on which day, and won or not."""
    folder = os.path.join(work, name)
    os.mkdir(folder)
    store = sqlite3.connect(os.path.join(folder, "store.db"))
    store.execute("create table deal (id integer primary key, part text, stage text, "
                  "amount real, opened text, closed text, won integer)")
    luck, ends = random.Random(5), []
    for came in range(36):
        for i in range(each):
            day, won = fate(luck, i, came + 1)
            opened, closed = (f"{2023 + t // 12}-{t % 12 + 1:02}-{of:02}"
                              for t, of in [(came, luck.randrange(1, 29)), (came + 1, day)])
            ends.append((i % 2, opened, closed, won))
            store.execute("insert into deal (part, stage, amount, opened, closed, won) values "
                          "(?, 'a', 100, ?, ?, ?)", ("xy"[i % 2], opened, closed, won))
    store.commit()
    store.close()
    return folder, ends


def expected_on(folder, day, using, by="month", where=""):
    text = f"{NOW} forecast won_value by {by} next 2 {using} {where}"
    return [row for row in rows(folder, text, "--today", day) if row["kind"] == "expected"]


def won_in(ends, begin, end, part=None):
    return 100 * sum(won for of, _, closed, won in ends
                     if begin <= closed < end and part in (None, of))


def steady_deals(work):
    """All are decided in the month after they came, evenly over its days, half of them won:
    whatever day it is asked, as much comes of this month and of the next one."""
    folder, ends = small(work, "steady", 100,
                         lambda luck, i, t: (luck.randrange(1, 29), luck.random() < .5))
    for method in ["pipeline", "markov", "weighted"]:
        for of_month in ["01", "08", "16", "24"]:
            sums = [0, 0, 0, 0]
            for t in range(1, 11):
                day = f"2025-{t:02}-{of_month}"
                months = [f"2025-{t + k:02}-01" for k in range(3)]
                found = expected_on(folder, day, USING.replace("pipeline", method))
                for k in range(2):
                    sums[k] += float(found[k]["value"])
                    sums[2 + k] += won_in(ends, months[k], months[k + 1])
                now = won_in(ends, months[0], day)
                still = sum(opened < months[0] <= day <= closed for _, opened, closed, _ in ends)
                check(f"{method}, {day}: half of what is open", of_month == "01" or
                      abs(float(found[0]["value"]) - now - 50 * still) < 500, found, now, still)
            for k in range(2):
                check(f"{method}, day {of_month}: {k} ahead", abs(sums[k] / sums[2 + k] - 1) < .06,
                      sums)


def early_and_late(work):
    """One half is decided on the 5th, the other on the 25th: each has its own part that is
    left, and which deals are open says it of all."""
    folder, ends = small(work, "early", 100,
                         lambda luck, i, t: (25 if i % 2 else 5, luck.random() < .5))
    day = "2025-06-16"
    came = won_in(ends, "2025-06-01", day)
    share = [sum(won for of, _, closed, won in ends if of == part and closed < "2025-06-01") /
             sum(of == part and closed < "2025-06-01" for of, _, closed, _ in ends)
             for part in range(2)]
    units = [row for row in expected_on(folder, day, USING, "month, part")
             if row["month"] == "2025-06"]
    check("early: certain", float(units[0]["value"]) == came and
          units[0]["p10"] == units[0]["p90"], units, came)
    check("late: all of it", abs(float(units[1]["value"]) - 5000 * share[1]) < 150, units, share)
    for using in [USING, USING.replace(")", ", part)")]:
        row = expected_on(folder, day, using)[0]
        check(f"{using}: both", abs(float(row["value"]) - came - 5000 * share[1]) < 300, row)


def late_wins(work):
    """Wins come on the last days, lost deals are gone by the 10th, in June all of them."""
    def fate(luck, _, t):
        won = luck.random() < .5 and t != 29
        return luck.randrange(26, 29) if won else luck.randrange(1, 11), won

    folder, ends = small(work, "late", 20, fate)
    row = expected_on(folder, "2025-06-20", USING)[0]
    check("late: all are lost", row["method"] == "so far, pipeline" and
          float(row["value"]) == float(row["p90"]) == 0, row)
    row = expected_on(folder, "2025-08-20", USING)[0]
    won = won_in(ends, "2025-08-01", "2025-09-01")
    check("late: those that are open are won", abs(float(row["value"]) - won) < 400 and
          won > 600, row, won)


def rows_agree(folder, found):
    """What is expected of each deal adds up to what is expected of all that are open."""
    text = ("show value, chance by month from (forecast won_value by month, deal next "
            f"{AHEAD} {USING})")
    for row, whole in zip(rows(folder, text), found):
        check(f"{text}, {row['month']}", row["month"] == whole["month"] and
              abs(float(row["value"]) - float(whole["from_open"])) < 2, row, whole)


def alone(deals, unit, created, k):
    """What the deals of a unit bring in a period, were each of them on its own: drawn."""
    luck = random.Random(7)
    stakes = [(deal[3], deals.win(*deal[:3], k)) for deal in deals.bring(unit)]
    due = sum(created[c] * deals.win(unit, ENTRY, 0, k - c) for c in range(k + 1))
    found = []
    for _ in range(4000):
        value = sum(amount for amount, chance in stakes if luck.random() < chance)
        chance, u = math.exp(-due), luck.random()
        n = 0
        while u > chance:
            u -= chance
            n += 1
            chance *= due / n
        found.append(value + n * deals.size(unit))
    return found


def units_agree(folder, work, method):
    """Units are the segments: each has its own deals, and all of them are the whole."""
    using = USING.replace("pipeline", method)
    text = f"forecast won_value by month, region next {AHEAD} {using} with total"
    found = [row for row in rows(folder, text) if row["kind"] == "expected"]
    whole = [row for row in rows(folder, f"forecast won_value by month next {AHEAD} "
                                 f"{using[:-1]}, region) with total")
             if row["kind"] == "expected"]
    deals = read(folder, month(found[0]["month"]) - 1, "region")
    if method == "weighted":
        deals.win = deals.usual
    units = sorted({row["region"] for row in found} - {"", "total"})
    check(f"{text}: units", len(units) > 8 and
          {deal[0] for deal in deals.now} <= set(units), units)
    for k, total in enumerate(whole[:-1]):
        lines = {row["region"]: row for row in found if row["month"] == total["month"]}
        for unit in units:
            check(f"{text}: open deals of {unit}, {k + 1} ahead",
                  near(lines[unit]["from_open"], deals.from_open(k, unit), 1e-9),
                  lines[unit], deals.from_open(k, unit))
        own = next(row for name, row in lines.items() if name in ("", "total"))
        for column in ["value", "from_open", "from_new"]:
            parts = sum(round(100 * float(lines[unit][column])) for unit in units)
            check(f"{text}: {column} adds up, {k + 1} ahead",
                  round(100 * float(own[column])) == parts, own, parts)
            check(f"{text}: {column} is that of the segments, {k + 1} ahead",
                  abs(float(own[column]) - float(total[column])) < .1, own, total)
        for column in ["p10", "p50", "p90", "error", "bias"]:
            check(f"{text}: {column} of all, {k + 1} ahead",
                  abs(float(own[column]) - float(total[column])) < .02, own, total)
        for unit in ["East", "North", "South"] if k in (0, 3) else []:
            created = creation(work, deals, "unit" + method + str(k), unit)
            drawn = alone(deals, unit, created, k)
            mean, line = sum(drawn) / len(drawn), lines[unit]
            off = (sum((v - mean) ** 2 for v in drawn) / len(drawn)) ** .5
            check(f"{text}: {unit} as drawn, {k + 1} ahead",
                  abs(float(line["value"]) - mean) < 4 * off / len(drawn) ** .5, line, mean)
            check(f"{text}: {unit} as wide as deals alone at least, {k + 1} ahead",
                  float(line["p10"]) <= quantile(drawn, .1) + .15 * off and
                  float(line["p90"]) >= quantile(drawn, .9) - .15 * off and
                  float(line["p90"]) - float(line["p10"]) < 5 * off, line,
                  quantile(drawn, .1), quantile(drawn, .9), off)
        wide = sum(float(row["p90"] or 0) for row in lines.values() if row is not own)
        check(f"{text}: units even each other out, {k + 1} ahead",
              wide > float(own["p90"]), wide, own)
    check(f"{text}: total", abs(float(found[-1]["value"]) - float(whole[-1]["value"])) < .2 and
          abs(float(found[-1]["p10"]) - float(whole[-1]["p10"])) < .02, found[-1], whole[-1])


def units_are_few(folder):
    text = f"forecast won_value by month, customer next 1 {USING}"
    done = subprocess.run([KOERS, os.path.join(folder, "store.db"), "--today", TODAY, "-c",
                           text], text=True, capture_output=True, timeout=60, check=False)
    check(text, done.returncode == 1 and
          "a pipeline has at most 100 units, and these are " in done.stderr, done.stderr)


def weights_agree(folder):
    """Of all periods, open deals bring what the weighted pipeline is worth."""
    using = USING.replace("pipeline", "weighted")
    open_deals = sum(float(row["from_open"]) for row in rows(
        folder, f"forecast won_value by month next 36 {using}") if row["kind"] == "expected")
    worth = rows(folder, "show weighted from (forecast won_value by month, deal next 2 "
                         f"{using})")[0]["weighted"]
    check(f"{using}: worth", abs(open_deals - float(worth)) < 1, open_deals, worth)


def stages_agree(folder, deals):
    """The weighted pipeline: amounts times what was won of their stage."""
    text = ("show amount, weighted by stage "
            f"from (forecast won_value by month, deal next 3 {USING})")
    table = deals.table()
    for row in rows(folder, text):
        open_deals = [(a, age) for _, s, age, a in deals.now if s == row["stage"]]
        weighted = sum(a * table[row["stage"]][0] for a, age in open_deals
                       if age <= deals.oldest)
        check(f"{text}, {row['stage']}",
              near(row["amount"], sum(a for a, _ in open_deals), 0) and
              near(row["weighted"], weighted, 1e-5), row, weighted)


def steering_agrees(folder, found):
    text = f"forecast won_value by month next {AHEAD} {USING} what if "
    for put, of, by in [("creation = creation * 1.1", "from_new", .1),
                        ("size = size * 0.8", "from_new", -.2),
                        ("win_rate = win_rate * 1.05", "value", .05)]:
        lines = rows(folder, text + put)
        for row, whole in zip(lines, found):
            check(f"{text}{put}, {row['month']}",
                  abs(float(row["value difference"]) - by * float(whole[of])) < .02, row)
        total = sum(float(row["value difference"]) for row in lines[:-1])
        check(f"{text}{put}: total", near(lines[-1]["value difference"], total, 0), lines)
    puts_in_each_period(folder)
    for put in ["cycle = cycle * 0.8", "slippage = 20%"]:
        lines = rows(folder, text + put)
        sign = 1 if "cycle" in put else -1
        check(f"{text}{put}", sign * float(lines[0]["value difference"]) > 0, lines)


def puts_in_each_period(folder):
    """New deals as a number: so many in each period, however many periods are asked for."""
    def ask(ahead, put):
        return f"forecast won_value by month next {ahead} {USING} what if {put}"
    for put in ["creation = 80", "creation = creation + 5"]:
        found = {ahead: rows(folder, ask(ahead, put))[:-1] for ahead in [1, 2, 5]}
        for ahead, lines in found.items():
            what = [row["value what if"] for row in lines]
            check(f"{ask(ahead, put)}: as of 5", len(what) == ahead and
                  what == [row["value what if"] for row in found[5][:ahead]], what)
    then = koers(folder, ask(1, "creation = 80"))
    now = float(then.split("creation: ")[1].split(",")[0])
    text = f"forecast won_value by month next 1 {USING}"
    fresh = [float(row["from_new"]) for row in rows(folder, text) if row["from_new"]][-1]
    gain = float(rows(folder, ask(1, "creation = 80"))[0]["value difference"])
    check("80 in the first period", abs(gain - fresh * (80 / now - 1)) < 1e-3 * fresh,
          gain, fresh, now)


def quantile(values, part):
    return sorted(values)[max(math.ceil(part * len(values) - 1e-9), 1) - 1]


def chain_agrees(folder):
    """Without ages deals go as a chain of stages: what becomes of one, followed on."""
    global AGES
    text = f"forecast won_value by month next {AHEAD} {USING.replace('pipeline', 'markov')}"
    found = [row for row in rows(folder, text) if row["kind"] == "expected"]
    ages, AGES = AGES, 1
    deals = read(folder, month(found[0]["month"]) - 1, "")
    for k, row in enumerate(found):
        check(f"{text}: open deals, {k + 1} ahead",
              near(row["from_open"], deals.from_open(k), 1e-9), row, deals.from_open(k))
    said = koers(folder, text)
    for stage in {stage for _, stage, _, _ in deals.now}:
        at, won, periods = {stage: 1.0}, 0.0, 0.0
        for _ in range(2000):
            after = defaultdict(float)
            periods += sum(at.values())
            for here, part in at.items():
                for to, chance in deals.chances("", here, 0).items():
                    won += part * chance if to == WON else 0
                    after[to] += part * chance if to not in (WON, LOST) else 0
            at = {to: part for to, part in after.items() if part > 1e-15}
        line = (f"from {stage}: {100 * won:.1f}% are ever won, {periods:.1f} periods until a "
                "deal is won or lost")
        check(f"{text}: {line}", line in said, said)
    AGES = ages


def coverage_agrees(folder):
    """Levers against fixed costs: covers are quotients, P10 and chances those of the
    futures, which are asked as paths."""
    lever = "what if creation = creation * 1.2"
    text = f"forecast won_value by month next 3 {USING}"
    lines = rows(folder, f"{text} versus fixed_cost {lever}")
    due = {row["month"]: float(row["fixed_cost"]) for row in rows(
        folder, "show fixed_cost by month for this month .. next 2 months")}
    due[""] = sum(due.values())
    course = defaultdict(lambda: defaultdict(float)), defaultdict(lambda: defaultdict(float))
    for row in rows(folder, f"{text} paths 10000 {lever}"):
        if row["kind"] == "expected":
            for where, column in zip(course, ["value", "value what if"]):
                where[row["month"]][row["path"]] += float(row[column])
                where[""][row["path"]] += float(row[column])
    for line in lines:
        goal, at = due[line["month"]], f"{text} {lever}, {line['month'] or 'total'}"
        check(f"{at}: fixed cost", near(line["fixed_cost"], goal, 1e-9), line, goal)
        for where, put in zip(course, ["", " what if"]):
            paths = list(where[line["month"]].values())
            low = quantile(paths, .1)
            reached = sum(value >= goal - .005 for value in paths) / len(paths)
            check(f"{at}{put}: cover", abs(float(line["cover" + put]) -
                                           float(line["value" + put]) / goal) < 1e-6, line)
            check(f"{at}{put}: p10", near(line["p10" + put], low, 1e-6), line, low)
            check(f"{at}{put}: cover of p10",
                  abs(float(line["cover_p10" + put]) - low / goal) < 1e-6, line, low)
            check(f"{at}{put}: chance",
                  abs(float(line["chance" + put]) - reached) < 1e-6, line, reached)
        for name in ["value", "cover", "cover_p10", "chance"]:
            more = float(line[name + " what if"]) - float(line[name])
            check(f"{at}: {name} difference",
                  abs(float(line[name + " difference"]) - more) < 1e-6, line)
    more = [course[1][""][path] - value for path, value in course[0][""].items()]
    check(f"{text} {lever}: on each path as much or more", min(more) > -.01 and
          sum(more) / len(more) - float(lines[-1]["value difference"]) < 2000, min(more))


def total_is_above(folder):
    """What all periods bring is at no quantile less than what one of them brings."""
    for text in [f"forecast won_value by month next 6 {USING} with total",
                 f"forecast won_value by week next 6 {USING} where region = \"East\" with total",
                 f"forecast won_value by week next 4 {USING} where region = \"Zealand\" "
                 "with total"]:
        lines = [row for row in rows(folder, text) if row["kind"] == "expected"]
        for name in ["p10", "p50", "p90"]:
            check(f"{text}: {name}", float(lines[-1][name]) >= max(
                float(row[name]) for row in lines[:-1]), lines)


def chances_agree(folder, found):
    """A target at a quantile is reached as often as the quantile says, and a little more
    where new deals, which are all of one size, make steps of it."""
    for quantile, chance in [("p10", .9), ("p50", .5), ("p90", .1)]:
        goals = " union all ".join(
            f"select '{row['month']}-01' as since, {row[quantile]} as amount" for row in found)
        text = (f'source pledges from sql "{goals}" {{ key since time since = since by month '
                "measure pledged : money(EUR) = sum(amount) spread over days } forecast "
                f"won_value by month next {AHEAD} {USING} versus pledged")
        lines = rows(folder, text)
        for row in lines[-AHEAD - 1:-1]:
            more = float(row["chance"]) - chance
            check(f"{text}, {row['month']}", -.002 < more < .04, row)
        total, parts = lines[-1], sum(float(row[quantile]) for row in found)
        check(f"{text}: total", near(total["pledged"], parts, 0) and
              near(total["value"], sum(float(row["value"]) for row in found), 0), total)
        within = (float(total["p10"]) < parts) == (float(total["chance"]) < .9)
        check(f"{text}: chance of the total", within, total, parts)
        if chance != .5:
            inside = float(total["p10"]) > parts if chance > .5 else float(total["p90"]) < parts
            check(f"{text}: periods even each other out", inside, total, parts)


def backtest_is_forecast(folder, unit=""):
    """An origin of a backtest has the forecast that was made on its day."""
    by = "by month, region" if unit else "by month"

    def of_unit(lines):
        return [row for row in lines if row.get("region", "") == unit]

    for today in ["2026-03-01", "2026-08-01"]:
        made = of_unit(rows(folder, f"forecast won_value {by} next 1 {USING}", "--today",
                            today))[-1]
        args = ["--today", f"{today[:5]}{int(today[5:7]) + 1:02}-01"]
        actual = float(of_unit(rows(folder, f"forecast won_value {by} next 1 using naive",
                                    *args))[0]["value"])
        text = f"backtest won_value {by} {USING} origins monthly last 1 horizon 1"
        line = of_unit(rows(folder, text, *args))[0]
        expected = abs(float(made["value"]) - actual) / actual
        check(f"{text}, {today} {unit}", line["n"] == "1" and
              abs(float(line["error"]) - expected) < 2e-6, line, made, actual)
        inside = float(made["p10"]) <= actual <= float(made["p90"])
        check(f"{text}, {today}: coverage", float(line["coverage"]) == inside, line, made)


def is_good(folder):
    found = rows(folder, f"backtest won_value {USING} origins monthly last 24 horizon 6")
    total = found[-1]
    check("demo company: better than the season before",
          float(total["error"]) < float(total["seasonal_naive"]), total)
    check("demo company: coverage", .7 <= float(total["coverage"]) <= .9, total)


def reads_nothing_later(folder, today):
    """What is dated today or later changes no forecast."""
    texts = [f"forecast won_value by month next 6 {USING}",
             f"forecast won_value by month next 3 {USING[:-1]}, region)",
             f"backtest won_value {USING} origins monthly last 6 horizon 3",
             f"forecast won_value by month next 6 {USING.replace('pipeline', 'weighted')}",
             f"forecast won_value by month, region next 2 {USING}",
             "show value, chance by deal, month from (forecast won_value by month, deal "
             f"next 6 {USING})"]
    args = ["--format", "json", "--today", today]
    before = [koers(folder, text, *args) for text in texts]
    other = folder + "-changed-" + today
    shutil.copytree(folder, other)
    store = sqlite3.connect(os.path.join(other, "store.db"))
    day = "where {} >= '" + today + "'"
    changed = store.execute("update opportunity_history set amount = 9 * amount + 7, "
                            "stage = 'Proposal' " + day.format("at")).rowcount
    changed += store.execute("update opportunity set amount = 9 * amount + 7 " +
                             day.format("closed_on")).rowcount
    changed += store.execute("update opportunity set status = 'lost' " +
                             day.format("closed_on") + " and opportunity_id % 2").rowcount
    changed += store.execute("delete from opportunity_history " + day.format("at") +
                             " and opportunity_id % 3 = 0").rowcount
    store.commit()
    store.close()
    check("rows were changed", changed > 1000, changed)
    for text, one in zip(texts, before):
        two = koers(other, text, *args)
        check(f"{text}: nothing later is read", one == two, one, two)
    check("the later forecast is another one",
          koers(folder, texts[0], "--format", "json") !=
          koers(other, texts[0], "--format", "json"))


def used():
    """Seconds of processor, of the program and of the system for it."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def spent(folder, text):
    before = used()
    out = koers(folder, text, "--today", "2026-07-01")
    return used() - before, out


NOISE = 1.2 * (3 if IS_ASAN else 1)
MANY = """
source deals from table deal { entity deal key id dimension stage
  time closed = closed
  measure open_value = sum(amount) while opened until closed
  measure won_value = sum(amount) on closed where won = 1 }
"""


def many_deals(work):
    """100,000 open deals over 16 months: the whole statement, with its questions, takes
    less than a second of processor: 0.65 s when the machine does nothing else. Of three
    runs the quickest counts, and a fifth more is allowed: that much is lost to others
    that use the same cores."""
    folder = os.path.join(work, "many")
    os.mkdir(folder)
    months = 16

    def day(t, of_month):
        t += 2026 * 12 + 6 - months
        return f"{t // 12}-{t % 12 + 1:02}-{of_month:02}"

    store = sqlite3.connect(os.path.join(folder, "store.db"))
    store.execute("create table deal (id integer primary key, stage text, amount real, "
                  "opened text, closed text, won integer)")
    store.executemany(
        "insert into deal values (?, ?, ?, ?, ?, ?)",
        ((i, "abcd"[i % 4], 100 + i * 7919 % 50000, day(i % months, 1 + i % 27),
          None if i % 6 else day(i % months + i // 6 % (months - i % months), 28),
          i // 6 % 2) for i in range(120000)))
    store.commit()
    opened = store.execute("select count(*) from deal where closed is null").fetchone()[0]
    store.close()
    text = MANY + f"forecast won_value by month next 12 {USING}"
    taken, out = min(spent(folder, text) for _ in range(3))
    check("100,000 open deals", opened == 100000 and f"open then: {opened}" in out and
          taken < 1 * NOISE, opened, taken, out)


def main():
    work = tempfile.mkdtemp()
    try:
        if IS_ASAN:
            many_deals(work)
            return close()
        home = os.path.join(work, "one")
        make(home)
        found, deals = parts_agree(home, work, "")
        parts_agree(home, work, "region")
        parts_agree(home, work, "", "weighted")
        parts_agree(home, work, "region", "weighted")
        units_agree(home, work, "pipeline")
        units_agree(home, work, "weighted")
        units_are_few(home)
        weights_agree(home)
        ages_agree(home)
        rows_agree(home, found)
        running_agrees(home, work)
        running_agrees(home, work, "weighted")
        running_agrees(home, work, "markov")
        steady_deals(work)
        early_and_late(work)
        late_wins(work)
        worth_agrees(work)
        stages_agree(home, deals)
        steering_agrees(home, found)
        chain_agrees(home)
        coverage_agrees(home)
        total_is_above(home)
        chances_agree(home, found)
        backtest_is_forecast(home)
        backtest_is_forecast(home, "East")
        is_good(home)
        reads_nothing_later(home, "2026-05-01")
        reads_nothing_later(home, "2026-05-16")
        many_deals(work)
    finally:
        shutil.rmtree(work)
    return close()


sys.exit(main())
