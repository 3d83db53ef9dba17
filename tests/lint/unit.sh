#!/bin/sh
# unit.sh PROGRAM ...: runs cmocka programs and sums their tests.
set -u
here=$(dirname "$0")
. "$here/count.sh"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

for program in "$@"; do
    timeout 120 "$program" >"$log" 2>&1
    status=$?
    passed=$((passed + $(grep -c '^\[ *OK \]' "$log")))
    bad=$(grep -c '^\[  FAILED  \] .*: ' "$log" || true)
    ran=$(sed -n 's/^\[  FAILED  \] \([0-9][0-9]*\) test.*/\1/p' "$log" | tail -1)
    bad=${ran:-$bad}
    if [ "$status" -ne 0 ]; then
        [ "$bad" -gt 0 ] || bad=1
        failed=$((failed + bad))
        echo "FAILED $program (status $status)"
        grep -v -E '^\[ (RUN|      OK) ' "$log"
    fi
done
closing
