#!/bin/sh
# The manual: runs the examples of README.md and docs/ with $KOERS (default build/koers)
# and holds what they print against the blocks behind them, does what docs/cron.md says,
# and looks whether the reference is complete. `run.sh --bless` writes what is printed
# now, and the tables of codes, into the pages; look at the diff.
set -u
cd "$(dirname "$0")/../.." || exit 1
KOERS=${KOERS:-$PWD/build/koers}
export KOERS
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
passed=0
failed=0

# part COMMAND ...: runs it and adds its last line, "N passed, N failed"
part()
{
    "$@" >"$log" 2>&1
    status=$?
    last=$(tail -n 1 "$log")
    case $last in
    *' passed, '*' failed')
        good=${last%% *}
        bad=${last#*, }
        bad=${bad% failed}
        ;;
    *)
        good=0
        bad=1
        ;;
    esac
    [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
    [ "$bad" -eq 0 ] || cat "$log"
    passed=$((passed + good))
    failed=$((failed + bad))
}

part python3 tests/docs/complete.py "$@"
part python3 tests/docs/docs.py "$@" README.md docs/*.md docs/*/*.md
part sh tests/docs/cron.sh

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
