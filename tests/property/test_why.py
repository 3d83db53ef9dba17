"""What `why` splits changes into, against the formulas of the manual in fractions."""

import unittest
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from store_case import StoreCase

MODEL = """source products from table products {
  entity product key id
  dimension line
}
source markets from table markets { entity market key name }
source sales from table sales {
  key id
  join products on product
  join markets on region
  dimension region, channel
  time sold = d
  covers 2023 .. 2025
  measure units = sum(quantity)
  measure revenue : money(EUR) = sum(quantity * price * (1 - discount))
  measure deals = count()
  measure late = count() where is_late = 1
  measure late_share : percent = late / deals
  measure mean_price = avg(price)
}
source tasks from table tasks {
  key id
  dimension owner
  time opened = a
  measure open_value : money(EUR) = sum(value) while a until b
}
"""
QUARTERS = {"2024-Q2": (date(2024, 4, 1), date(2024, 7, 1)),
            "2024-Q1": (date(2024, 1, 1), date(2024, 4, 1)),
            "2023-Q2": (date(2023, 4, 1), date(2023, 7, 1))}
ZERO = Fraction(0)


class Why(StoreCase):
    def fill(self, rng):
        days = (date(2025, 1, 1) - date(2023, 1, 1)).days
        self.lines = {p: "line %d" % rng.randint(1, 3) for p in range(1, 9)}
        known = {p: rng.sample(["2023", "2024"], rng.randint(1, 2)) for p in self.lines}
        self.sales = []
        for _ in range(rng.choice([20, 40, 200])):
            day = date(2023, 1, 1) + timedelta(rng.randrange(days))
            product = rng.choice(list(self.lines))
            if str(day.year) not in known[product]:
                continue
            self.sales.append(dict(
                product=product, region=rng.choice("NSW"), channel=rng.choice("ab"),
                d=day, quantity=rng.choice([-1, 1, 1, 2, 3, 7]),
                price=Fraction(rng.randint(100, 9999), 100),
                discount=Fraction(rng.choice([0, 0, 5, 15]), 100),
                late=rng.random() < 0.3))
        self.tasks = []
        for _ in range(rng.randint(1, 40)):
            a = date(2023, 1, 1) + timedelta(rng.randrange(days))
            b = a + timedelta(rng.randint(0, 300)) if rng.random() < 0.7 else None
            self.tasks.append((rng.choice("xy"), a, b, rng.randint(1, 500)))
        self.store(
            products=("id integer primary key, line text", list(self.lines.items())),
            sales=("id integer, product integer, region text, channel text, d date,"
                   " quantity integer, price decimal(9, 2), discount decimal(3, 2),"
                   " is_late integer",
                   [(i, s["product"], s["region"], s["channel"], str(s["d"]),
                     s["quantity"], float(s["price"]), float(s["discount"]),
                     int(s["late"])) for i, s in enumerate(self.sales)]),
            markets=("name text primary key", [(name,) for name in "NSW"]),
            tasks=("id integer, owner text, a date, b date, value integer",
                   [(i, o, str(a), str(b) if b else None, v)
                    for i, (o, a, b, v) in enumerate(self.tasks)]))

    def sums(self, key, value, quarter):
        """value, added up by key of the sales of a quarter"""
        first, end = QUARTERS[quarter]
        found = defaultdict(lambda: ZERO)
        for s in self.sales:
            if first <= s["d"] < end:
                found[key(s)] += value(s)
        return found

    def ask(self, text):
        return self.csv(MODEL + text, "--today", "2025-06-15")

    def check_rows(self, text, wanted, total):
        """wanted: key -> values behind it; lines come with the largest first."""
        got = self.ask(text + " top 1000")
        self.assertEqual({r[1] for r in got if r[0] == "line"}, set(wanted), text)
        sizes = [abs(Fraction(r[-2])) for r in got if r[0] == "line" and r[-2]]
        self.assertEqual(sizes, sorted(sizes, reverse=True), text)
        for row in got:
            for cell, value in zip(row[2:], wanted[row[1]] if row[0] == "line" else total):
                self.same(cell, value, text, row)

    KEYS = {"region": lambda s: s["region"], "product": lambda s: str(s["product"])}
    NUMBERS = {"revenue": lambda s: s["quantity"] * s["price"] * (1 - s["discount"]),
               "units": lambda s: Fraction(s["quantity"]),
               "deals": lambda s: Fraction(1),
               "late": lambda s: Fraction(s["late"]), "price": lambda s: s["price"]}

    def sides(self, by, name):
        """The number by member now and before, and the members."""
        now = self.sums(self.KEYS[by], self.NUMBERS[name], "2024-Q2")
        before = self.sums(self.KEYS[by], self.NUMBERS[name], "2023-Q2")
        return now, before

    def test_sums(self):
        def body(rng):
            self.fill(rng)
            now, before = self.sides("region", "units")
            wanted, total = {}, [ZERO] * 6
            for key in {k for k in [*now, *before] if now[k] or before[k]}:
                a, b = now[key], before[key]
                kind = 0 if a and b else 1 if a else 2
                wanted[key] = [a, b] + [a - b if i == kind else ZERO for i in range(3)]
                wanted[key].append(a - b)
                total = [x + y for x, y in zip(total, wanted[key])]
            self.check_rows("why units versus previous year by region for 2024-Q2",
                            wanted, total)

        self.each("why sums", 25, body)

    def rates(self, by, top, bottom):
        """Members of a quotient as the manual splits them; None: there is no change."""
        n1, n0 = self.sides(by, top)
        d1, d0 = self.sides(by, bottom)
        members = {k for k in [*d1, *d0] if n1[k] or n0[k] or d1[k] or d0[k]}
        whole1, whole0 = sum(d1.values()), sum(d0.values())
        if not whole1 or not whole0:
            return None
        r1, r0 = sum(n1.values()) / whole1, sum(n0.values()) / whole0
        wanted, total = {}, [ZERO] * 5
        for k in members:
            w1, w0 = d1[k] / whole1, d0[k] / whole0
            a = n1[k] / d1[k] if d1[k] else None
            b = n0[k] / d0[k] if d0[k] else None
            parts = [ZERO] * 4
            if a is not None and b is not None:
                parts[0] = (a - b) * (w1 + w0) / 2
                parts[1] = (w1 - w0) * ((a + b) / 2 - (r1 + r0) / 2)
            elif a is not None:
                parts[2] = w1 * (a - (r1 + r0) / 2)
            else:
                parts[3] = -w0 * (b - (r1 + r0) / 2)
            wanted[k] = [a, b] + parts + [sum(parts)]
            total = [x + y for x, y in zip(total, parts + [sum(parts)])]
        self.assertEqual(total[-1], r1 - r0)
        return wanted, [r1, r0] + total

    def test_rates(self):
        def body(rng):
            self.fill(rng)
            for by in ("region", "product"):
                for name, top, bottom in (("late_share", "late", "deals"),
                                          ("mean_price", "price", "deals")):
                    found = self.rates(by, top, bottom)
                    if found:
                        self.check_rows("why %s versus previous year by %s for 2024-Q2"
                                        % (name, by), *found)

        self.each("why rates", 25, body)

    def test_terms(self):
        def body(rng):
            self.fill(rng)
            n1, n0, d1, d0 = (sum(side.values()) for name in ("late", "deals")
                              for side in self.sides("region", name))
            row = self.ask("why late_share versus previous year for 2024-Q2")[0]
            if not d1 or not d0:
                self.assertEqual(row[2:], [""] * 4)
                return
            parts = [(n1 - n0) * (1 / d1 + 1 / d0) / 2, (n0 + n1) / 2 * (1 / d1 - 1 / d0)]
            for cell, value in zip(row, [n1 / d1, n0 / d0, *parts, n1 / d1 - n0 / d0]):
                self.same(cell, value, row)

        self.each("why terms", 25, body)

    def spread(self, by):
        """How far the prices of members that are on both sides lie apart."""
        r1, r0 = self.sides(by, "revenue")
        q1, q0 = self.sides(by, "units")
        sold = [(r1[k] + r0[k], q1[k] + q0[k]) for k in {*r1, *r0}
                if q1[k] > 0 and q0[k] > 0]
        value, units = sum(r for r, _ in sold), sum(q for _, q in sold)
        return sum(r * r / q for r, q in sold) - (value * value / units if sold else ZERO)

    def prices(self, by="product"):
        r1, r0 = self.sides(by, "revenue")
        q1, q0 = self.sides(by, "units")
        stay = [k for k in {*r1, *r0} if q1[k] > 0 and q0[k] > 0]
        growth = (sum(q1[k] for k in stay) / sum(q0[k] for k in stay)) if stay else ZERO
        wanted, total = {}, [ZERO] * 8
        for k in {*r1, *r0}:
            parts = [ZERO, ZERO, ZERO, r1[k], -r0[k]]
            if k in stay:
                p1, p0 = r1[k] / q1[k], r0[k] / q0[k]
                parts = [(p1 - p0) * q1[k], q0[k] * (growth - 1) * p0,
                         (q1[k] - q0[k] * growth) * p0, ZERO, ZERO]
            if any((r1[k], r0[k], q1[k], q0[k])):
                wanted[k] = [r1[k], r0[k], *parts, r1[k] - r0[k]]
                total = [x + y for x, y in zip(total, wanted[k])]
        return wanted, total

    def test_prices(self):
        def body(rng):
            self.fill(rng)
            self.check_rows("why revenue versus previous year by product for 2024-Q2",
                            *self.prices())

        self.each("why prices", 25, body)

    def test_prices_without_by(self):
        """By the entity whose members' prices differ most; the parts are all of it."""
        def body(rng):
            self.fill(rng)
            spread = {"product": self.spread("product"), "market": self.spread("region")}
            rows = self.ask("why revenue versus previous year for 2024-Q2 top 100")
            lines = [row for row in rows if row[0] == "line"]
            if spread["product"] == spread["market"] or not lines:
                return
            chosen = max(spread, key=spread.get)
            self.assertEqual({row[1] for row in lines}, {chosen})
            wanted, total = self.prices("product" if chosen == "product" else "region")
            self.assertEqual({row[2] for row in lines}, set(wanted))
            for row in rows:
                values = wanted[row[2]] if row[0] == "line" else total
                for cell, value in zip(row[3:], values):
                    self.same(cell, value, row)
                self.assertEqual(sum(map(Fraction, row[5:10])), Fraction(row[10]))

        self.each("why prices without by", 25, body)

    def test_moves(self):
        def body(rng):
            self.fill(rng)
            first, end = date(2023, 7, 1), date(2024, 7, 1)
            alive = lambda day: sum(v for _, a, b, v in self.tasks
                                    if a < day and not (b and b < day))
            row = self.ask("why open_value versus previous year for 2024-Q2")[0]
            if not any(a < first for _, a, _, _ in self.tasks):
                return
            new = sum(v for _, a, b, v in self.tasks if first <= a < end and a != b)
            gone = -sum(v for _, a, b, v in self.tasks if b and first <= b < end and a != b)
            wanted = [alive(end), alive(first), new, gone, alive(end) - alive(first)]
            if row[2:4] != ["", ""]:
                self.assertEqual([Fraction(c) for c in row[:5]], wanted, self.tasks)

        self.each("why moves", 25, body)

    def score(self, key):
        now = self.sums(key, self.NUMBERS["units"], "2024-Q2")
        before = self.sums(key, self.NUMBERS["units"], "2023-Q2")
        change, base = sum(now.values()) - sum(before.values()), sum(before.values())
        if not any(now[k] and before[k] for k in [*now]):
            return ZERO
        off = [abs(now[k] - before[k] - (change * before[k] / base if base else ZERO))
               for k in {*now, *before}]
        return sum(sorted(off)[-3:])

    def test_choice(self):
        def body(rng):
            self.fill(rng)
            keys = {"line": lambda s: self.lines[s["product"]],
                    "product": lambda s: s["product"], "region": lambda s: s["region"],
                    "channel": lambda s: s["channel"]}
            keys["market"] = keys["region"]
            got = self.ask("why units versus previous year for 2024-Q2 top 1000")
            scores = {name: self.score(key) for name, key in keys.items()}
            chosen = {r[1] for r in got if r[0] == "line"}
            if chosen:
                self.assertEqual(len(chosen), 1)
                self.assertEqual(scores[chosen.pop()], max(scores.values()), scores)

        self.each("why choice", 25, body)


if __name__ == "__main__":
    unittest.main()
