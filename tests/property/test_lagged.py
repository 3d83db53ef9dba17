"""Lags over random facts and spread targets, beside comparisons, against the sum over
the steps taken month by month."""

import unittest
from datetime import date, timedelta
from fractions import Fraction

from store_case import StoreCase, exact

FIRST, LAST = 2023 * 12, 2025 * 12 + 11  # months; what the sources cover

MODEL = """profile pay by month weights %s
source sales from table sales {
  key id
  dimension rep
  time sold = d
  covers 2023 .. 2025
  measure revenue = sum(amount)
  measure deals = count()
}
source plan from table plan {
  key rep, starts
  dimension rep conforms sales.rep
  time period = starts by quarter
  covers 2023 .. 2025
  measure goal = sum(amount) spread over days
}
"""


def month_start(month):
    return date(month // 12, month % 12 + 1, 1)


def month_of(day):
    return day.year * 12 + day.month - 1


class Lagged(StoreCase):
    def month(self, name, rep, month):
        """What a month holds of a measure; None: it is not covered."""
        if not FIRST <= month <= LAST:
            return None
        if name == "goal":
            first = month // 3 * 3
            days = (month_start(first + 3) - month_start(first)).days
            own = (month_start(month + 1) - month_start(month)).days
            return sum((a * Fraction(own, days) for r, q, a in self.plan
                        if q == first and rep in (None, r)), Fraction(0))
        return sum((a if name == "revenue" else Fraction(1) for r, d, a in self.sales
                    if month_of(d) == month and rep in (None, r)), Fraction(0))

    def lagged(self, name, rep, months):
        """Each step reads its own months; what is not covered counts nothing."""
        parts = [weight * part for k, weight in enumerate(self.weights) if weight
                 for part in (self.month(name, rep, month - k) for month in months)
                 if part is not None]
        return sum(parts) if parts else None

    def fill(self, rng):
        days = (month_start(LAST + 1) - month_start(FIRST)).days
        self.sales = [(rng.randint(1, 3), month_start(FIRST) + timedelta(rng.randrange(days)),
                       Fraction(rng.randint(-500, 9999), 4)) for _ in range(400)]
        # There is a first and a last row of each, so that every line occurs.
        self.sales += [(rep, month_start(m), Fraction(1))
                       for rep in (1, 2, 3) for m in range(FIRST, LAST + 1)]
        self.plan = [(rep, q, Fraction(rng.randint(-99, 9999)))
                     for rep in (1, 2, 3) for q in range(FIRST, LAST, 3)]
        self.weights = [Fraction(rng.choice([0, 5, 10, 20, 25]), 100)
                        for _ in range(rng.randint(0, 4))] + [Fraction(10, 100)]
        self.store(
            sales=("id integer, rep integer, d date, amount decimal(12, 2)",
                   [(i, r, str(d), float(a)) for i, (r, d, a) in enumerate(self.sales)]),
            plan=("rep integer, starts date, amount integer",
                  [(r, str(month_start(q)), int(a)) for r, q, a in self.plan]))

    def model(self):
        return MODEL % ", ".join(exact(w) for w in self.weights)

    def columns(self, rep, months, names):
        """The value, that of a year before, and the change, for each measure."""
        found = []
        for name in names:
            now = self.lagged(name, rep, months)
            then = self.lagged(name, rep, [m - 12 for m in months])
            found += [now, then, None if None in (now, then) else now - then]
        return found

    def test_beside_comparisons(self):
        def body(rng):
            self.fill(rng)
            first = rng.randint(FIRST, LAST - 3)
            names = ["revenue", "deals", "goal"]
            items = ", ".join("%s[lagged by profile pay] as l%d" % (n, i)
                              for i, n in enumerate(names))
            text = self.model() + (
                "show %s by rep, month for %s .. 2025-12 versus previous year with total"
                % (items, str(month_start(first))[:7]))
            got = [[c for i, c in enumerate(line) if i < 3 or (i - 3) % 4 != 3]
                   for line in self.csv(text, "--today", "2026-06-01")]
            wanted = [["line", str(rep), str(month_start(m))[:7]]
                      + self.columns(rep, [m], names)
                      for rep in (1, 2, 3) for m in range(first, LAST + 1)]
            wanted.append(["total", "", ""] + self.columns(
                None, list(range(first, LAST + 1)), names))
            self.assertEqual(len(got), len(wanted), text)
            for found, line in zip(got, wanted):
                for cell, value in zip(found, line):
                    self.same(cell, value, text, found, line)

        self.each("lagged", 12, body)

    def test_months_ahead(self):
        """What was sold falls due after the coverage ends, until nothing is left."""
        def body(rng):
            self.fill(rng)
            text = self.model() + (
                "show revenue[lagged by profile pay] as due, goal[lagged by profile pay] "
                "as plan by month for 2025-06 .. 2026-08")
            today = "2025-%02d-%02d" % (rng.randint(6, 12), rng.randint(1, 28))
            for i, found in enumerate(self.csv(text, "--today", today)):
                month = 2025 * 12 + 5 + i
                for cell, name in zip(found[1:], ("revenue", "goal")):
                    self.same(cell, self.lagged(name, None, [month]), text, found)

        self.each("ahead", 12, body)

    def test_parts_of_months(self):
        """Each sale falls once: k months later on the same day, or on the last one."""
        def falls(day, k):
            month = month_start(month_of(day) + k)
            after = month_start(month_of(day) + k + 1)
            return min(month + timedelta(day.day - 1), after - timedelta(1))

        def due(lo, hi):
            return sum((a * w for _, d, a in self.sales
                        for k, w in enumerate(self.weights) if lo <= falls(d, k) <= hi),
                       Fraction(0))

        def body(rng):
            self.fill(rng)
            first = date(2024, 1, 1) + timedelta(rng.randrange(300))
            days = [first + timedelta(i) for i in range(rng.randrange(1, 70))]
            months = [[d for d in days if month_of(d) == month]
                      for month in sorted({month_of(d) for d in days})]
            for unit, lines in (("day", [[d] for d in days]), ("month", months)):
                text = self.model() + (
                    "show revenue[lagged by profile pay] as due by %s for %s .. %s with total"
                    % (unit, first, days[-1]))
                found = self.csv(text, "--today", "2026-06-01")
                self.assertEqual(len(found), len(lines) + 1, text)
                for line, part in zip(found, lines + [days]):
                    value = due(part[0], part[-1])
                    if line[-1] or value:  # empty: on these days nothing can fall
                        self.same(line[-1], value, text, line)

        self.each("parts", 12, body)



if __name__ == "__main__":
    unittest.main()
