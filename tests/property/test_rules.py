"""Rules that are easily lost, on tiny cases computed by hand."""

import datetime as dt
import os
import sys
import unittest
from fractions import Fraction as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import asking
import reference as r


def N(name):
    return ("name", name)


def agg(function, *args, by=None):
    return ("agg", function, args, by)


def deals():
    """Deals closed, open (no date yet) and of one seller who has none."""
    sellers = r.Source(
        "sellers", "sellers", {"sid": "int", "team": "text"},
        [{"sid": F(1), "team": "A"}, {"sid": F(2), "team": "a"},
         {"sid": F(3), "team": "B"}],
        entity=("seller", "sid", None), dims={"team": N("team")})
    rows = [(1, 1, "10", (2024, 1, 31), "Won"), (2, 1, "20", None, "Open"),
            (3, 2, "30", (2024, 1, 31), "Lost"), (4, 2, "5", (2024, 3, 1), "Won"),
            (5, 2, "1", (2024, 3, 1), "Won")]
    columns = ("did", "sid", "amount", "closed_on", "stage")
    deal = r.Source(
        "deals", "deals", {c: "x" for c in columns},
        [{"did": F(a), "sid": F(b), "amount": F(c),
          "closed_on": d and dt.date(*d), "stage": e} for a, b, c, d, e in rows],
        key=("did",), joins=[r.Join("sellers", "sid")],
        axes={"closed": (N("closed_on"), None)}, dims={"stage": N("stage")},
        measures={"amount": r.Measure(agg("sum", N("amount"))),
                  "n": r.Measure(agg("count")),
                  "won": r.Measure(agg("count"),
                                   where=("op", "=", N("stage"), ("text", "Won"))),
                  "last": r.Measure(agg("last", N("amount"), by=N("closed"))),
                  "dev": r.Measure(agg("stddev", N("amount")))})
    return r.Model([sellers, deal])


def show(*items, **clauses):
    return r.Question(tuple(r.Item(i) for i in items), **clauses)


def table(question):
    model = deals()
    return [(line.level,) + tuple(asking.v.cell(c) for c in line.keys + line.cells)
            for line in asking.ask(model, question).lines]


class Rules(unittest.TestCase):
    def test_undated_rows_count_where_no_period_is_asked(self):
        self.assertEqual(table(show(N("n"), by=(N("stage"),))),
                         [("line", "Lost", "1"), ("line", "Open", "1"),
                          ("line", "Won", "3")])

    def test_undated_rows_lie_in_no_period(self):
        year = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
        self.assertEqual(table(show(N("n"), period=year)), [("line", "4")])
        self.assertEqual(table(show(N("n"), by=(("unit", "month"),))),
                         [("line", "2024-01", "2"), ("line", "2024-02", "0"),
                          ("line", "2024-03", "2")])

    def test_a_list_keeps_the_undated_row(self):
        question = r.Question((r.Item(N("did"), None, True), r.Item(N("n"))),
                              frm="deals", verb="list",
                              where=("op", "=", N("stage"), ("text", "Open")))
        self.assertEqual([l.cells for l in asking.ask(deals(), question).lines],
                         [(F(2), F(1))])

    def test_last_breaks_a_tie_by_the_larger_key(self):
        self.assertEqual(table(show(N("last"))), [("line", "1")])

    def test_deviation_has_twenty_digits(self):
        # 10, 20 of seller 1: variance 50; 30, 5, 1 of seller 2: variance 247.
        self.assertEqual(table(show(N("dev"), by=(N("seller"),))),
                         [("line", "1", "7.07106781186547524401"),
                          ("line", "2", "15.71623364550171098022")])

    def test_a_line_needs_a_row_behind_a_column(self):
        # Decision: rows behind a column are those that its own filter keeps.
        self.assertEqual(table(show(N("won"), by=(N("team"),))),
                         [("line", "A", "1"), ("line", "a", "2")])
        self.assertEqual(table(show(N("won"), by=(N("stage"),))),
                         [("line", "Won", "3")])

    def test_no_measure_gives_the_combinations_of_the_source(self):
        question = r.Question((r.Item(N("team"), None, True),))
        self.assertEqual(table(question),
                         [("line", "A"), ("line", "a"), ("line", "B")])

    def test_a_sub_question_does_not_end_the_from(self):
        inner = r.Question((r.Item(N("seller"), None, True),),
                           having=("op", ">", N("amount"), ("num", "30")))
        question = r.Question(
            (r.Item(agg("sum", N("amount"))),), frm="deals", by=(N("closed_on"),),
            where=("op", "and", ("inq", N("seller"), inner),
                   ("op", "<", N("amount"), ("num", "30"))))
        self.assertEqual(table(question), [("line", "2024-03-01", "6")])

    def test_top_per_dimension_puts_it_in_front(self):
        question = show(N("amount"), by=(N("stage"), N("team")),
                        top=("top", 1, N("team"), N("amount")))
        self.assertEqual(table(question), [("line", "A", "Open", "20"),
                                           ("line", "a", "Lost", "30")])

    def test_ties_of_top_are_cut_in_dimension_order(self):
        question = show(N("n"), by=(N("stage"),), top=("top", 2, None, N("n")))
        self.assertEqual(table(question), [("line", "Lost", "1"), ("line", "Won", "3")])

    def test_declared_coverage_makes_a_zero(self):
        model = deals()
        model.sources["deals"].covers = (dt.date(2023, 12, 1), dt.date(2024, 12, 31))
        question = show(N("n"), by=(("unit", "quarter"),),
                        period=(dt.date(2023, 7, 1), dt.date(2024, 6, 30)))
        self.assertEqual([l.cells[0] for l in asking.ask(model, question).lines],
                         [None, F(0), F(4), F(0)])


if __name__ == "__main__":
    unittest.main()
