#!/bin/sh
# Pages in a real browser: nothing from outside, no errors, sorting, widths, dark, print.
# Closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
exec python3 tests/browser/run.py "${KOERS:-$PWD/build/koers}"
