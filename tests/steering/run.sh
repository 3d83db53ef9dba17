#!/bin/sh
# `check steering`: every check over a small company; its briefs and their mails; and the strategy of the demo company
# with its mistakes. `run.sh --bless` takes what is found now as expected: look at the diff.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
koers=${KOERS:-$root/build/koers}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

KOERS=$koers python3 "$here/run.py" >"$work/checks" 2>&1
cat "$work/checks" | sed '$d'
last=$(tail -n 1 "$work/checks")
passed=${last%% *}
failed=${last#*, }
failed=${failed%% *}
case $passed$failed in
*[!0-9]* | '') passed=0 failed=1 ;;
esac

for part in brief windows; do
    KOERS=$koers python3 "$here/$part.py" >"$work/$part" 2>&1
    sed '$d' "$work/$part"
    last=$(tail -n 1 "$work/$part")
    case $last in
    *' passed, '*' failed')
        good=${last%% *}
        bad=${last#*, }
        passed=$((passed + good))
        failed=$((failed + ${bad%% *}))
        ;;
    *) failed=$((failed + 1)) ;;
    esac
done

expected=$here/expected/demo.txt
if "$koers" demo "$work/company" --today 2026-10-31 >"$work/out" 2>&1 &&
    cp "$root/examples/demo/strategy.koers" "$work/company" && cd "$work/company" &&
    "$koers" run strategy.koers >"$work/found" 2>"$work/err" && [ ! -s "$work/err" ]; then
    [ "${1-}" != --bless ] || cp "$work/found" "$expected"
    if diff -u "$expected" "$work/found"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
else
    cat "$work/out" "$work/err"
    failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
