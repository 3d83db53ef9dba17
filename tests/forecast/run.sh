#!/bin/sh
# Forecasts of the demo company: against Python, against the plain methods, against rows
# that come later. Closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
KOERS=${KOERS:-$PWD/build/koers}
for part in run pipeline; do
    python3 "tests/forecast/$part.py" "$KOERS" || echo "0 passed, 0 failed: $part.py"
done | awk '
    # a part that broke off says so behind its sums
    /^[0-9]+ passed, [0-9]+ failed/ { passed += $1; failed += $3 + (NF > 4); next }
    { print }
    END {
        print passed + 0 " passed, " failed + 0 " failed"
        exit failed > 0 || passed == 0
    }'
