"""The demo company asked with the program in argv, and the sums of what was checked."""
import csv
import io
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lint"))
from count import check, close

KOERS = os.path.abspath(sys.argv[1])
TODAY = "2026-10-31"
# With sanitizers only what other parts hardly reach: the numbers were proven without.
IS_ASAN = b"__asan_init" in open(KOERS, "rb").read()


def koers(folder, text, *args):
    done = subprocess.run([KOERS, os.path.join(folder, "store.db"), *args, "-c", text],
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=300, check=False)
    check(text, done.returncode == 0 and not done.stderr, done.stdout, done.stderr)
    return done.stdout


def rows(folder, text, *args):
    out = koers(folder, text, "--format", "csv", *args)
    return list(csv.DictReader(io.StringIO(out)))


def make(folder, *args):
    done = subprocess.run([KOERS, "demo", folder, "--today", TODAY, *args],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300,
                          check=False)
    check(f"{folder}: made", done.returncode == 0, done.stderr)
