"""The demo company asked with the program in argv, and the sums of what was checked."""
import csv
import io
import os
import subprocess
import sys

KOERS = os.path.abspath(sys.argv[1])
TODAY = "2026-10-31"

passed = 0
failed = 0


def check(title, fine, *said):
    global passed, failed
    if fine:
        passed += 1
        return
    failed += 1
    print(f"FAILED {title}")
    for text in said:
        print("  " + str(text).replace("\n", "\n  ")[:2000])


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


def close():
    """The closing line, and the status of the part."""
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0
