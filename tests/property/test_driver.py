"""The reference in the place of the program: the checks hold for it as well.

Also: a planted fault is found, and shrinking keeps it.
"""

import os
import random
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import expected
import generate
import koers_text as kt
import metamorphic
import questions
import shrink


class Echo:
    """Answers the text of questions it has spelled with the reference's CSV."""

    def __init__(self, case):
        self.case, self.known, self.spell = case, {}, kt.question

    def __enter__(self):
        kt.question = self.remember
        return self

    def __exit__(self, *_):
        kt.question = self.spell

    def remember(self, question, order=None):
        text = self.spell(question, order)
        self.known[text] = question
        return text

    def ask(self, text):
        try:
            wanted = expected.answer(self.case.model(), self.known[text])
        except KeyError as unknown:
            return "", "exit 1: %s" % unknown
        return expected.as_csv(wanted), None


class Driver(unittest.TestCase):
    def test_reference_holds_the_checks(self):
        for seed in range(30):
            case = generate.build(seed)
            with Echo(case) as echo:
                for name, problem in metamorphic.check(case, echo.ask):
                    self.assertIsNone(problem, "seed %d %s" % (seed, name))

    def test_same_answer_is_no_difference(self):
        for seed in range(20):
            case = generate.build(seed)
            question = questions.make(case, random.Random(seed))
            wanted = expected.answer(case.model(), question)
            self.assertIsNone(expected.difference(wanted, expected.as_csv(wanted)))

    def test_a_cell_a_row_a_title_count(self):
        wanted = (["region", "n"], [["North", "1"], ["", "2"]], True)
        self.assertIsNone(expected.difference(wanted, "region,n\nNorth,1\n,2\n"))
        for text in ("region,n\nNorth,1\n,3\n", "region,n\nNorth,1\n",
                     "region,m\nNorth,1\n,2\n", "region,n\n,2\nNorth,1\n", ""):
            self.assertIsNotNone(expected.difference(wanted, text))

    def test_shrinking_keeps_what_differs(self):
        case = generate.build(3)
        question = questions.plain(case, random.Random(1))
        kept = question.items[0]
        small = shrink.question(question, lambda q: kept in q.items)
        self.assertEqual((small.items, small.by, small.where), ((kept,), (), None))

    def test_windows(self):
        day = generate.dt.date(2025, 1, 31)
        for text, low, high in (("last 3 months", "2024-10-01", "2024-12-31"),
                                ("previous year", "2024-01-01", "2024-12-31"),
                                ("year to date", "2025-01-01", "2025-01-31"),
                                ("next 2 quarters", "2025-04-01", "2025-09-30"),
                                ("2023-W47 .. 2024-W05", "2023-11-20", "2024-02-04")):
            found = questions.window(text, day)
            self.assertEqual((str(found[0]), str(found[1])), (low, high), text)


if __name__ == "__main__":
    unittest.main()
