"""run.py KOERS [SEED]: imports, in a folder of their own."""

import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "hard")]

import bad_input
import random_tables
import together
from case import Cases


def main():
    cases = Cases(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        bad_input.run(cases)
        together.run(cases)
        random_tables.run(cases, seed)
        os.chdir("/")
    print(f"{cases.passed} passed, {cases.failed} failed")
    return cases.failed != 0


sys.exit(main())
