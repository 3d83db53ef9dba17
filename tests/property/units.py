"""The unit tests of this folder, counted as other parts are. With SHARE those of the
evaluator itself, which ask Koers nothing, are left out."""

import glob
import os
import sys
import unittest

OF_THE_EVALUATOR = {"test_driver", "test_reference", "test_rules"}


def main():
    names = {os.path.splitext(path)[0] for path in glob.glob("test_*.py")}
    if int(os.environ.get("SHARE", 1)) > 1:
        names -= OF_THE_EVALUATOR
    tests = unittest.defaultTestLoader.loadTestsFromNames(sorted(names))
    done = unittest.TextTestRunner(verbosity=0).run(tests)
    failed = 0 if done.wasSuccessful() else 1
    print("%d passed, %d failed" % (done.testsRun - failed, failed))
    return failed


if __name__ == "__main__":
    sys.exit(main())
