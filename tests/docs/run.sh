#!/bin/sh
# The manual: runs the examples of README.md and docs/ with $KOERS (default build/koers)
# and holds what they print against the blocks behind them, does what docs/cron.md says,
# and looks whether the reference is complete. `run.sh --bless` writes what is printed
# now, and the tables of codes, into the pages; look at the diff.
set -u
cd "$(dirname "$0")/../.." || exit 1
KOERS=${KOERS:-$PWD/build/koers}
export KOERS
. tests/lint/count.sh

part python3 tests/docs/complete.py "$@"
part python3 tests/docs/docs.py "$@" README.md docs/*.md docs/*/*.md
part sh tests/docs/cron.sh
closing
