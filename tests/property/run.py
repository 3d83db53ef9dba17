#!/usr/bin/env python3
"""Property test: Koers against the slow reference, and against itself.

usage: run.py [--koers PATH] [--first N] [--questions N] [--keep DIR] [SEEDS]

For each seed a model, its data and some questions are made up; each question is
asked from a script and its CSV compared, cell by cell, with what the reference
computes.  A difference leaves a small folder that shows it: store.db,
model.koers, question.koers, expected.csv, got.csv.  KOERS names the program too.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import expected
import generate
import koers_text as kt
import metamorphic
import questions
import shrink


class Bench:
    """A folder with one case in it, and the program that is asked there."""

    def __init__(self, koers, case, folder):
        self.koers, self.case, self.folder = koers, case, folder
        self.write()

    def write(self):
        path = os.path.join(self.folder, "store.db")
        if os.path.exists(path):
            os.remove(path)
        generate.write_store(self.case, path)
        self.save("model.koers", generate.model_text(self.case, "store.db"))

    def save(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as out:
            out.write(text)

    def ask(self, text, form="csv"):
        """(CSV, what went wrong or None) of a question."""
        self.save("question.koers", 'use "model.koers"\n%s\n' % text)
        try:
            done = subprocess.run(
                [self.koers, "run", "question.koers", "--format", form],
                cwd=self.folder, capture_output=True, timeout=20)
        except subprocess.TimeoutExpired:
            return "", "no answer in 20 s"
        error = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode != 0:
            return "", "exit %d: %s" % (done.returncode, error or "nothing said")
        return done.stdout.decode("utf-8", "replace"), None

    def difference(self, question):
        text, error = self.ask(kt.question(question))
        if error:
            return error
        return expected.difference(expected.answer(self.case.model(), question), text)


def keep(bench, question, problem):
    """Shrinks a failing question in its folder and says where it lies."""
    kind = problem.split(":")[0]
    same = lambda d: d is not None and d.split(":")[0] == kind

    def differs(candidate):
        try:
            return same(bench.difference(candidate))
        except Exception:      # the reference refuses what shrinking made
            return False

    def differs_now():
        bench.write()
        return differs(question)

    if not problem.startswith("exit"):
        question = shrink.question(question, differs)
        shrink.data(bench.case, differs_now)
    else:
        question = shrink.question(question, differs)
    bench.write()
    text, error = bench.ask(kt.question(question))
    wanted = expected.answer(bench.case.model(), question)
    bench.save("expected.csv", expected.as_csv(wanted))
    bench.save("got.csv", text if error is None else error + "\n")
    return question, bench.difference(question) or problem


def report(options, case, number, question, problem):
    os.makedirs(options.keep, exist_ok=True)
    folder = os.path.join(options.keep, "%d-%d" % (case.seed, number))
    os.makedirs(folder, exist_ok=True)
    bench = Bench(options.koers, generate.build(case.seed), folder)
    if options.shrink:
        question, problem = keep(bench, question, problem)
    else:
        bench.ask(kt.question(question))
    print("seed %d question %d: %s\n  %s\n  %s" % (
        case.seed, number, kt.question(question), problem.splitlines()[0], folder))


def run_seed(options, seed, tally):
    with tempfile.TemporaryDirectory() as folder:
        case = generate.build(seed)
        bench = Bench(options.koers, case, folder)
        for number in range(options.questions):
            rng = random.Random("%d/%d" % (seed, number))
            question = questions.make(case, rng)
            problem = bench.difference(question)
            tally["failed" if problem else "passed"] += 1
            if problem:
                tally["told"] += 1
                if tally["told"] <= options.most:
                    report(options, case, number, question, problem)
        for name, problem in (metamorphic.check(case, bench.ask)
                              + metamorphic.check_statements(case, bench.ask)):
            tally["failed" if problem else "passed"] += 1
            if problem:
                print("seed %d %s: %s" % (seed, name, problem))


def main():
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    parser = argparse.ArgumentParser(description="Koers against its reference")
    parser.add_argument("seeds", nargs="?", type=int, default=60)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--questions", type=int, default=8, help="a seed")
    parser.add_argument("--most", type=int, default=10, help="differences to show")
    parser.add_argument("--no-shrink", dest="shrink", action="store_false")
    parser.add_argument("--keep", default=os.path.join(root, "build", "property"))
    parser.add_argument("--koers", default=os.environ.get(
        "KOERS", os.path.join(root, "build", "koers")))
    options = parser.parse_args()
    options.koers = os.path.abspath(options.koers)
    options.keep = os.path.abspath(options.keep)
    if not os.access(options.koers, os.X_OK):
        sys.exit("run.py: no program at %s" % options.koers)
    tally, begin = Counter(), time.time()
    for seed in range(options.first, options.first + options.seeds):
        run_seed(options, seed, tally)
    print("%.0f s" % (time.time() - begin))
    print("%d passed, %d failed" % (tally["passed"], tally["failed"]))
    return 1 if tally["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
