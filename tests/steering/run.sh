#!/bin/sh
# `check steering`: every check over a small company; its briefs and their mails; and the strategy of the demo company
# with its mistakes. `run.sh --bless` takes what is found now as expected: look at the diff.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
koers=${KOERS:-$root/build/koers}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. "$here/../lint/count.sh"
KOERS=$koers
export KOERS

part python3 "$here/run.py"
part python3 "$here/brief.py"
part python3 "$here/windows.py"

expected=$here/expected/demo.txt
if "$koers" demo "$work/company" --today 2026-10-31 >"$work/out" 2>&1 &&
    cp "$root/examples/demo/strategy.koers" "$work/company" && cd "$work/company" &&
    "$koers" run strategy.koers >"$work/found" 2>"$work/err" && [ ! -s "$work/err" ]; then
    [ "${1-}" != --bless ] || cp "$work/found" "$expected"
    diff -u "$expected" "$work/found" >"$work/out"
    judge "the strategy of the demo company" "$work/out"
else
    fail "the strategy of the demo company"
    cat "$work/out" "$work/err"
fi
closing
