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

# expects NAME FILE: it says what is expected
expects() {
    wanted=$here/expected/$2.txt
    [ "$bless" = false ] || cp "$work/found" "$wanted"
    diff -u "$wanted" "$work/found" >"$work/out"
    judge "$1" "$work/out"
}

bless=false
[ "${1-}" != --bless ] || bless=true
if "$koers" demo "$work/company" --today 2026-10-31 >"$work/out" 2>&1 &&
    cp "$root/examples/demo/strategy.koers" "$work/company" && cd "$work/company" &&
    "$koers" run strategy.koers >"$work/found" 2>"$work/err" && [ ! -s "$work/err" ]; then
    expects "the strategy of the demo company" demo
else
    fail "the strategy of the demo company"
    cat "$work/out" "$work/err"
fi

# What the scorecard tells of each objective, a day after one looked. Without a reader no
# look is logged.
{
    sed '/^check steering/d' strategy.koers
    printf 'set today = 2026-10-30\nbrief for "Maaike Haan"\nset today = 2026-10-31\n'
    echo 'run strategy_scorecard()'
} >scorecard.koers
if "$koers" run scorecard.koers 2>"$work/err" | cat >"$work/all" && [ ! -s "$work/err" ]; then
    sed -n '/^How does each objective/,/^Does it hold together/p' "$work/all" >"$work/found"
    expects "the scorecard of the demo company" scorecard
else
    fail "the scorecard of the demo company"
    cat "$work/err"
fi
closing
