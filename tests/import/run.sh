#!/bin/sh
# Importing CSV files: bad and extreme input, full disks, two imports at once, and random
# tables against what Python reads. Closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
exec python3 tests/import/run.py "${KOERS:-$PWD/build/koers}"
