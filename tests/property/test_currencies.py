"""Money in other currencies against the rates of each row's day, exactly.

Amounts have two decimals and rates up to six, so every product is kept whole; a mean is
kept to 20 digits.
"""

import csv
import os
import sys
import unittest
from datetime import date, timedelta
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import values as v
from store_case import StoreCase, exact

START, DAYS = date(2024, 1, 10), 150
CODES = ["USD", "GBP", "JPY"]
MODEL = """currency rates from table fx (date, from, to, rate)
source areas from table areas { entity area key id label name }
source sales from table sales { key id  join areas on area_id  time sold = sold
  time paid = paid  covers 2024  dimension channel
  measure revenue : money(EUR) = sum(amount)
  measure cost : money(EUR) = sum(quantity * unit_cost)
  measure n = count()
  measure pieces = sum(quantity)
  measure profit : money(EUR) = revenue - cost
  measure mean : money(EUR) = avg(amount)
  measure best : money(EUR) = max(amount)
  measure web : money(EUR) = sum(amount) where channel = "web"
  measure each : money(EUR) = sum(amount) / count()
  measure margin : percent = profit / revenue
  measure got : money(EUR) = sum(amount) on paid }
"""


def day(n):
    return START + timedelta(n)


class Currencies(StoreCase):
    def prepare(self, rng, gaps):
        self.rng = rng
        self.rates = {}
        for n in range(DAYS + 40):
            for code in CODES:
                if rng.random() >= gaps:
                    self.rates[day(n), code] = Fraction(rng.randint(1, 2 * 10**6), 10**6)
        self.rows = [(i, rng.choice([1, 2, 3, None, 9]), day(rng.randrange(DAYS)),
                      day(rng.randrange(DAYS)) if rng.random() < .8 else None,
                      rng.choice(["web", "shop", None]),
                      Fraction(rng.randint(-9999, 99999), 100)
                      if rng.random() < .9 else None,
                      rng.randint(0, 9), Fraction(rng.randint(1, 999), 100))
                     for i in range(rng.randint(1, 60))]
        self.store(
            areas=("id integer, name text", [(1, "A"), (2, "B"), (3, "C")]),
            fx=("date date, \"from\" text, \"to\" text, rate real",
                [(str(d), "EUR", c, float(r)) for (d, c), r in self.rates.items()]),
            sales=("id integer, area_id integer, sold date, paid date, channel text,"
                   " amount decimal(12,2), quantity integer, unit_cost decimal(12,2)",
                   [(i, a, str(s), p and str(p), c, None if m is None else float(m), q,
                     float(u)) for i, a, s, p, c, m, q, u in self.rows]))

    def area(self, row):
        return {1: "A", 2: "B", 3: "C"}.get(row[1], "")

    def parts(self, name, rows, rate):
        """A measure by its parts; rate(row, day) is what a EUR is worth."""
        if name == "n":
            return Fraction(len(rows))
        if name == "pieces":
            return Fraction(sum(r[6] for r in rows))
        if name == "web":
            rows = [r for r in rows if r[4] == "web"]
        cost = total = Fraction(0)
        if name in ("cost", "profit", "margin"):
            cost = sum((r[6] * r[7] * rate(r, r[2]) for r in rows), cost)
        if name == "cost":
            return cost
        money = [(r, r[5] * rate(r, r[2])) for r in rows if r[5] is not None]
        total = sum((m for _, m in money), total)
        if name in ("revenue", "web"):
            return total
        if name == "profit":
            return total - cost
        if name == "each":
            return v.divide(total, Fraction(len(rows)))
        if name == "margin":
            return v.divide(total - cost, total)
        if name == "mean" and self.how == "end" and money:
            # The mean is a quotient, and so is what it makes times the one rate.
            plain = sum(r[5] for r, _ in money)
            return v.multiply(v.divide(plain, Fraction(len(money))),
                              rate(money[0][0], None))
        if name == "mean":
            return v.divide(total, Fraction(len(money)))
        return max((m for _, m in money), default=None)

    def value(self, name, rows, low, high, rate):
        if name != "got":
            rows = [r for r in rows if low <= r[2] <= high]
            return self.parts(name, rows, rate)
        rows = [r for r in rows if r[3] and low <= r[3] <= high and r[5] is not None]
        return sum((r[5] * rate(r, r[3]) for r in rows), Fraction(0))

    def make_rate(self, how, code, fixed, today):
        """rate(last day of the line's period) -> rate(row, its day)"""
        if how == "fact":
            return lambda last: lambda row, at: self.rates[at, code]
        if how == "fixed":
            return lambda last: lambda row, at: self.rates[fixed, code]
        return lambda last: lambda row, at: self.rates[min(last, today), code]

    def question(self):
        rng = self.rng
        how, code = rng.choice(["fact", "fixed", "end", "set"]), rng.choice(CODES)
        self.how, self.code = how, code
        fixed = day(rng.randrange(DAYS))
        today = day(rng.randrange(100, DAYS + 30))
        bracket = {"fact": "[in %s]" % code, "set": "",
                   "fixed": "[in %s at %s]" % (code, fixed),
                   "end": "[in %s at period end]" % code}[how]
        names = ["revenue", "cost", "profit", "n", "pieces", "web", "each", "margin",
                 "mean", "best", "got"]
        if rng.random() < .3:
            names = rng.sample(names, rng.randint(1, 5))
        low, high = sorted(day(n) for n in rng.sample(range(DAYS), 2))
        by = rng.choice(["month", "week", "quarter", None])
        keys = ([rng.choice(["area", "channel"])] if rng.random() < .6 else []) \
            + ([by] if by else [])
        text = "set currency = %s\n" % code if how == "set" else ""
        text += "show " + ", ".join(
            "%s%s as x%d" % (m, "" if m in ("n", "pieces") else bracket, i)
            for i, m in enumerate(names))
        text += " by " + ", ".join(keys) if keys else ""
        text += " for %s .. %s" % (low, high) + (" with total" if keys else "")
        rate = self.make_rate("fact" if how == "set" else how, code, fixed, today)
        return text, names, keys, by, low, high, today, rate

    def expect(self, names, line, by, low, high, rate):
        """line: the keys of a line, or None for the total."""
        rows = self.rows
        if line is not None and line["key"] is not None:
            of = self.area if line["dim"] == "area" else lambda r: r[4] or ""
            rows = [r for r in rows if of(r) == line["key"]]
        if line is not None and by:
            period = line["period"]
            low, high = max(low, period.first), min(high, period.last)
        return [self.value(m, rows, low, high, rate(high)) for m in names]

    def line(self, key, dim, period):
        return {"key": key, "dim": dim, "period": period}

    def missing(self, names, keys, by, low, high, rate):
        """The days whose rate some line would need and that have none."""
        dim = next((k for k in keys if k != by), None)
        values = {"area": ["A", "B", "C", ""], "channel": ["web", "shop", ""]}
        lines = [None] + [self.line(k, dim, p) for k in values.get(dim, [None])
                          for p in (self.periods(by, low, high) if by else [None])]
        days = set()
        for line in lines:
            for name in names:
                try:
                    self.expect([name], line, by, low, high, rate)
                except KeyError as gap:
                    days.add(gap.args[0][0])
        return days

    def check_refused(self, asked, ran):
        """Each sum stops at its first gap, in the order of rows; so any gap will do."""
        text, names, keys, by, low, high, today, rate = asked
        self.assertIn("error[E0630]: there is no rate from EUR to %s for " % self.code,
                      ran.stderr, text)
        told = date.fromisoformat(ran.stderr.split(" for ")[1][:10])
        self.assertNotIn((told, self.code), self.rates, text)
        self.assertTrue(self.missing(names, keys, by, low, high, rate),
                        text + "\nnothing is missing\n" + ran.stderr)

    def check_line(self, asked, level, row):
        text, names, keys, by, low, high, today, rate = asked
        line = None
        if level == "line":
            dim = next((k for k in keys if k != by), None)
            period = by and next(p for p in self.periods(by, low, high)
                                 if str(p) == row[len(keys) - 1])
            line = self.line(row[0] if dim else None, dim, period)
        place = "%s -- today %s\n%s" % (text, today, row)
        try:
            wanted = self.expect(names, line, by, low, high, rate)
        except KeyError as gap:
            self.fail("%s\n%s is missing, and no error" % (place, gap))
        self.assertEqual(row[len(keys):],
                         ["" if w is None else exact(w) for w in wanted], place)

    def check(self):
        asked = self.question()
        ran = self.run_koers(MODEL + asked[0], "--format", "csv", "--today",
                             str(asked[6]))
        if ran.returncode:
            self.check_refused(asked, ran)
            return
        for row in list(csv.reader(ran.stdout.splitlines()))[1:]:
            self.check_line(asked, row.pop(0) if asked[2] else "line", row)

    def periods(self, unit, low, high):
        period = v.Period(unit, low)
        while period.first <= high:
            yield period
            period = period.next()

    def test_random_rates(self):
        def body(rng):
            self.prepare(rng, rng.choice([0, 0, .01, .1]))
            for _ in range(6):
                self.check()
        self.each("currencies", 12, body)


if __name__ == "__main__":
    unittest.main()
