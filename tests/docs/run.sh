#!/bin/sh
# Runs the examples of README.md and docs/*.md with $KOERS (default build/koers) and
# holds what they print against the block behind them. `run.sh --bless` writes what is
# printed now into the pages; look at the diff.
set -u
cd "$(dirname "$0")/../.." || exit 1
KOERS=${KOERS:-$PWD/build/koers}
export KOERS
exec python3 tests/docs/docs.py "$@" README.md docs/*.md
