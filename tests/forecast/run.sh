#!/bin/sh
# Forecasts of the demo company: against Python, against the plain methods, against rows
# that come later. Closes with "N passed, N failed".
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lint/count.sh
KOERS=${KOERS:-$PWD/build/koers}
part python3 tests/forecast/run.py "$KOERS"
part python3 tests/forecast/pipeline.py "$KOERS"
closing
