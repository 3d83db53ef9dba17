#!/bin/sh
# Forecasts of the demo company: against Python, against the plain methods, against rows
# that come later. Closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
exec python3 tests/forecast/run.py "${KOERS:-$PWD/build/koers}"
