"""run.py KOERS: bad and extreme input, in a folder of its own."""

import os
import sys
import tempfile

import memory
import outputs
import scripts
import stores
import workbooks
from case import Cases


def main():
    cases = Cases(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        scripts.run(cases)
        stores.run(cases)
        outputs.run(cases)
        workbooks.run(cases)
        memory.run(cases)
        os.chdir("/")
    print(f"{cases.passed} passed, {cases.failed} failed")
    return cases.failed != 0


sys.exit(main())
