"""Unit tests of the reference evaluator on tiny cases computed by hand."""

import datetime as dt
import os
import sys
import unittest
from fractions import Fraction as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import asking
import koers_text
import reference as r
import values as v


def N(name):
    return ("name", name)


def agg(function, *args, by=None):
    return ("agg", function, args, by)


def shop():
    """Two customers with orders, one without, one orphan order."""
    customers = r.Source(
        "customers", "customers", {"cid": "int", "name": "text", "region": "text"},
        [{"cid": F(1), "name": "Ada", "region": "North"},
         {"cid": F(2), "name": "Bob", "region": "South"},
         {"cid": F(3), "name": "Bob", "region": None}],
        entity=("customer", "cid", "name"), dims={"region": N("region")})
    rows = [(1, 1, "10.5", (2024, 1, 10)), (2, 1, "2", (2024, 3, 31)),
            (3, 2, "-4", (2024, 1, 31)), (4, 9, "7", (2024, 4, 1))]
    orders = r.Source(
        "orders", "orders", {c: "x" for c in ("oid", "cid", "amount", "day")},
        [{"oid": F(a), "cid": F(b), "amount": F(c), "day": dt.date(*d)}
         for a, b, c, d in rows],
        key=("oid",), joins=[r.Join("customers", "cid")],
        axes={"ordered": (N("day"), None)},
        measures={"revenue": r.Measure(agg("sum", N("amount"))),
                  "orders": r.Measure(agg("count")),
                  "gain": r.Measure(agg("sum", N("amount")),
                                    where=("op", ">", N("amount"), ("num", "0")))})
    quotas = r.Source(
        "quotas", "quotas", {c: "x" for c in ("qid", "cid", "goal", "since")},
        [{"qid": F(1), "cid": F(1), "goal": F(20), "since": dt.date(2024, 1, 1)},
         {"qid": F(2), "cid": F(3), "goal": F(8), "since": dt.date(2024, 4, 1)}],
        key=("qid",), joins=[r.Join("customers", "cid")],
        axes={"period": (N("since"), "quarter")},
        measures={"quota": r.Measure(agg("sum", N("goal")))})
    return r.Model([customers, orders, quotas],
                   {"part": r.Measure(("op", "/", N("revenue"), N("quota"))),
                    "mean": r.Measure(("op", "/", N("revenue"), N("orders")))})


def show(*items, **clauses):
    return r.Question(tuple(r.Item(i) for i in items), **clauses)


def table(question, model=None):
    model = model or shop()
    return [(level,) + tuple(cells)
            for level, cells in asking.printed(model, model.ask(question))]


class Questions(unittest.TestCase):
    def test_total_alone(self):
        self.assertEqual(table(show(N("revenue"), N("orders"))), [("line", "15.5", "4")])

    def test_orphan_and_empty_meet_in_none(self):
        self.assertEqual(
            table(show(N("revenue"), N("quota"), by=(N("region"),))),
            [("line", "North", "12.5", "20"), ("line", "South", "-4", "0"),
             ("line", "", "7", "8")])

    def test_ratio_across_facts_is_recomputed_in_the_total(self):
        self.assertEqual(
            table(show(N("part"), by=(("unit", "quarter"),), extra=("total",))),
            [("line", "2024-Q1", "0.425"), ("line", "2024-Q2", "0.875"),
             ("total", "", "0.55357142857142857143")])

    def test_time_is_dense_inside_and_empty_outside(self):
        window = (dt.date(2024, 1, 1), dt.date(2024, 5, 31))
        self.assertEqual(
            table(show(N("revenue"), N("mean"), by=(("unit", "month"),), period=window)),
            [("line", "2024-01", "6.5", "3.25"), ("line", "2024-02", "0", ""),
             ("line", "2024-03", "2", "2"), ("line", "2024-04", "7", "7"),
             ("line", "2024-05", "", "")])

    def test_sparse_leaves_out_the_empty_month(self):
        lines = table(show(N("revenue"), by=(("unit", "month"),), sparse=True))
        self.assertEqual([l[1] for l in lines], ["2024-01", "2024-03", "2024-04"])

    def test_unequal_keeps_the_empty_region(self):
        question = show(N("revenue"), where=("op", "!=", N("region"), ("text", "North")))
        self.assertEqual(table(question), [("line", "3")])

    def test_namesakes_carry_their_key(self):
        self.assertEqual(
            table(show(N("quota"), N("revenue"), by=(N("customer"),))),
            [("line", "Ada", "20", "12.5"), ("line", "Bob (2)", "0", "-4"),
             ("line", "Bob (3)", "8", "0"), ("line", "", "0", "7")])

    def test_hiding_keeps_the_total_and_others_foot(self):
        question = show(N("revenue"), by=(N("region"),), top=("top", 1, None, None),
                        extra=("total",))
        self.assertEqual(table(question),
                         [("line", "North", "12.5"), ("others", "", "3"),
                          ("total", "", "15.5")])

    def test_subtotals_follow_their_lines(self):
        question = show(N("gain"), by=(N("region"), ("unit", "month")), sparse=True,
                        extra=("subtotals", "total"))
        self.assertEqual(table(question), [
            ("line", "North", "2024-01", "10.5"), ("line", "North", "2024-03", "2"),
            ("subtotal region", "North", "", "12.5"), ("line", "", "2024-04", "7"),
            ("subtotal region", "", "", "7"), ("total", "", "", "19.5")])

    def test_across_has_totals_on_both_sides(self):
        question = show(N("revenue"), by=(N("region"),), across=("unit", "quarter"),
                        extra=("total",))
        self.assertEqual(table(question), [
            ("line", "North", "12.5", "0", "12.5"), ("line", "South", "-4", "0", "-4"),
            ("line", "", "0", "7", "7"), ("total", "", "8.5", "7", "15.5")])

    def test_average_per_customer_counts_the_orphans_once(self):
        per = ("per", N("revenue"), (N("customer"),), False)
        self.assertEqual(table(show(agg("avg", per)))[0][1], "5.16666666666666666667")
        every = ("per", N("revenue"), (N("customer"),), True)
        self.assertEqual(table(show(agg("avg", every)))[0][1], "3.875")

    def test_count_of_entities(self):
        test = ("op", ">", N("revenue"), ("num", "0"))
        self.assertEqual(table(show(("countk", "customer", None),
                                    ("countk", "customer", test)))[0][1:], ("3", "1"))

    def test_key_set_and_scalar_sub_questions(self):
        inner = r.Question((r.Item(N("customer"), dim=True),),
                           having=("op", ">", N("revenue"), ("num", "0")))
        question = show(N("revenue"), where=("inq", N("customer"), inner))
        # Customer 1 and the empty customer of the orphan order are kept.
        self.assertEqual(table(question)[0][1], "19.5")
        mean = show(agg("avg", N("amount")), frm="orders")
        question = show(agg("count"), frm="orders",
                        where=("op", ">", N("amount"), ("scalar", mean)))
        self.assertEqual(table(question)[0][1], "2")

    def test_attribute_sees_all_rows(self):
        grown = ("op", ">", ("per", N("revenue"), (N("customer"),), False), ("num", "11"))
        window = (dt.date(2024, 3, 1), dt.date(2024, 3, 31))
        self.assertEqual(table(show(N("revenue"), where=grown, period=window))[0][1], "2")

    def test_list_has_the_key_as_grain(self):
        question = r.Question((r.Item(N("customer")), r.Item(N("revenue"))),
                              frm="customers", verb="list",
                              sort=((N("revenue"), True),))
        self.assertEqual(table(question), [("line", "Ada", "12.5"),
                                           ("line", "Bob (3)", "0"),
                                           ("line", "Bob (2)", "-4")])


class Aggregates(unittest.TestCase):
    def test_folds(self):
        numbers = [F(4), F(1), F(2), F(10)]
        self.assertEqual(r.fold("median", numbers), F(3))
        self.assertEqual(r.fold("percentile", numbers, (("num", "0.9"),)),
                         F(82, 10))
        self.assertEqual(v.cell(r.fold("variance", numbers)), "16.25")
        self.assertIsNone(r.fold("stddev", [F(1)]))
        self.assertEqual(r.fold("text_list", ["b", "A", "b"]), "A, b")

    def test_quotients_keep_twenty_digits(self):
        third = v.divide(F(1), F(3))
        self.assertEqual(v.cell(third), "0.33333333333333333333")
        self.assertEqual(v.cell(v.multiply(third, F("0.1"))), "0.03333333333333333333")
        self.assertEqual(v.cell(v.divide(F(-2), F(3))), "-0.66666666666666666667")
        self.assertIsNone(v.divide(F(1), F(0)))

    def test_periods(self):
        self.assertEqual(str(v.Period("week", dt.date(2024, 12, 31))), "2025-W01")
        self.assertEqual(str(v.Period("half", dt.date(2024, 7, 1))), "2024-H2")
        self.assertEqual(v.add_months(dt.date(2024, 1, 31), 1), dt.date(2024, 2, 29))
        self.assertEqual(v.day_of(v.period("2024-02-29")), dt.date(2024, 2, 29))
        end = dt.datetime(2024, 3, 31, 23, 0)
        self.assertTrue(v.compare("<=", end, v.period("2024-03-31")))
        self.assertFalse(v.compare(">", end, v.period("2024-03")))


class Spelling(unittest.TestCase):
    def test_brackets_only_where_needed(self):
        sum_ = ("op", "+", N("a"), N("b b"))
        self.assertEqual(koers_text.expression(("op", "*", sum_, ("num", "2"))),
                         "(a + `b b`) * 2")


if __name__ == "__main__":
    unittest.main()
