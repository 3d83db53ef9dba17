#!/bin/sh
# The reports of stdlib/reports over the store of the demo company: each is written as
# text, JSON and a page without a message; its figures are held against SQL written by
# hand (figures/), what would be against another model, those of a past day against the store as it stood then, and what it asks
# and needs against the manual. Two days in one script are as each alone. Those that the
# other examples run print what stands in expected/.
#
#   tests/reports/run.sh [--bless] [NAME ...]     NAME: only these reports
#
# The program is that of $KOERS. --bless writes what the examples print into expected/.
set -u

here=$(cd "$(dirname "$0")" && pwd) || exit 2
root=$(cd "$here/../.." && pwd) || exit 2
koers=${KOERS:-$root/build/koers}
bless=false
[ "${1:-}" = --bless ] && bless=true && shift
only=" $* "
today=2026-05-20
past=2026-02-28
# With sanitizers what was proven without is not asked once more on other days.
case ${BUILD_DIR:-} in
*asan*) days=false ;;
*) days=true ;;
esac
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
passed=0
failed=0

pass() {
    passed=$((passed + 1))
}

fail() {
    failed=$((failed + 1))
    echo "FAIL $1"
    [ ! -s "${2:-}" ] || head -20 "$2"
}

wanted() {
    [ "$only" = "  " ] || case $only in *" $1 "*) ;; *) return 1 ;; esac
}

# written FOLDER NAME: the report runs with its defaults and says nothing but its answers
written() {
    printf 'use "model.koers"\nuse reports.%s\nrun %s() to "%s.txt", "%s.json", "%s.html"\n' \
        "$2" "$2" "$2" "$2" "$2" >"$1/$2.koers"
    if "$koers" run "$1/$2.koers" --today "$today" >"$work/out" 2>"$work/err" &&
        [ ! -s "$work/out" ] && [ ! -s "$work/err" ]; then
        pass
    else
        fail "$2: run" "$work/err"
        return 1
    fi
}

# figures FOLDER NAME: the figures of SQL stand in the answers
figures() {
    if ! sqlite3 -batch -bail -csv -readonly -cmd ".read '$here/prelude.sql'" "$1/store.db" \
        <"$here/figures/$2.sql" >"$work/figures" 2>"$work/err"; then
        fail "$2: sqlite3" "$work/err"
    elif python3 "$here/figures.py" "$1/$2.json" "$work/figures" >"$work/diff"; then
        pass
    else
        fail "$2: figures" "$work/diff"
    fi
}

# what_if FOLDER NAME: revenue at another value, it says what another model says
what_if() {
    if python3 "$here/what_if.py" "$koers" "$1" "$2" >"$work/diff" 2>&1; then
        pass
    else
        fail "$2: what if" "$work/diff"
    fi
}

# past_day NAME: of a day that is over it says what it says over the store as it stood then
past_day() {
    for folder in "$work/demo" "$work/past"; do
        (cd "$folder" && "$koers" run "$1.koers" --today "$past") >"$work/out" 2>"$work/err"
        mv "$folder/$1.json" "$folder/$1.past.json"
    done
    if python3 "$here/past_day.py" "$work/demo/$1.past.json" "$work/past/$1.past.json" \
        >"$work/diff" 2>&1; then
        pass
    else
        fail "$1: on $past" "$work/diff"
    fi
}

# report_day DAY: a script of all reports on the day, without what they need
report_day() {
    echo "set today = $1"
    for file in "$root"/stdlib/reports/*.koers; do
        echo "run $(basename "$file" .koers)()"
    done
}

# days_together FOLDER: all reports on two days, one after the other in one script, say
# what they say on each day alone
days_together() {
    {
        echo 'use "model.koers"'
        for file in "$root"/stdlib/reports/*.koers; do
            echo "use reports.$(basename "$file" .koers)"
        done
    } >"$1/days.koers"
    for day in $past $today; do
        { cat "$1/days.koers"; report_day "$day"; } >"$1/day.koers"
        "$koers" run "$1/day.koers"
    done 2>&1 | grep . >"$work/alone"
    { report_day "$past"; report_day "$today"; } >>"$1/days.koers"
    if "$koers" run "$1/days.koers" 2>"$work/err" | grep . >"$work/together" &&
        [ ! -s "$work/err" ] && diff "$work/alone" "$work/together" >"$work/diff"; then
        pass
    else
        fail "all reports on $past and $today in one script" "$work/diff"
    fi
}

# lacking FOLDER NAME: over a model that lacks a part, all that is missing is one message,
# with a line to add for each
lacking() {
    printf 'use "model.koers"\nuse reports.%s\nrun %s()\n' "$2" "$2" >"$1/$2.koers"
    "$koers" check "$1/$2.koers" >"$work/out" 2>"$work/err"
    names=$(sed -n 's/.*error\[E0708\].*required: //p' "$work/err" | tr ',' '\n' | grep -c '`')
    if [ "$(grep -c 'error\[' "$work/err")" = 1 ] && [ "$names" -gt 0 ] &&
        [ "$(grep -c '^  *\(measure\|dimension\) .* = \.\.\.$' "$work/err")" = "$names" ]; then
        pass
    else
        fail "$2: what is missing" "$work/err"
    fi
}

# example FOLDER FILE: ready reports over an example print what is expected
example() {
    if ! "$koers" run "$1/$2.koers" >"$work/$2.txt" 2>"$work/err"; then
        fail "$1/$2" "$work/err"
    elif $bless; then
        cp "$work/$2.txt" "$here/expected/$(basename "$1").txt"
    elif diff "$here/expected/$(basename "$1").txt" "$work/$2.txt" >"$work/diff"; then
        pass
    else
        fail "$1/$2" "$work/diff"
    fi
}

# at_most BYTES WHAT FILE...: together, and not nothing.
at_most() {
    most=$1
    what=$2
    shift 2
    size=$(cat "$@" | wc -c)
    if [ "$size" -gt 0 ] && [ "$size" -le "$most" ]; then
        pass
    else
        fail "$what: $size bytes"
    fi
}

if ! "$koers" demo "$work/demo" --today "$today" --seed 1 --size 6000 >"$work/out" 2>&1; then
    fail "koers demo" "$work/out"
    echo "$passed passed, $failed failed"
    exit 1
fi
cp -R "$work/demo" "$work/past"
sqlite3 -batch -bail "$work/past/store.db" <"$here/past_day.sql" >"$work/out" 2>&1 ||
    fail "past_day.sql" "$work/out"
cp -R "$root/examples" "$work/examples"
KOERS=$koers sh "$work/examples/adventureworks/load.sh" >"$work/out" 2>&1 ||
    fail "adventureworks: load.sh" "$work/out"
for file in "$root"/stdlib/reports/*.koers; do
    name=$(basename "$file" .koers)
    wanted "$name" && written "$work/demo" "$name" || continue
    figures "$work/demo" "$name"
    what_if "$work/demo" "$name"
    cp "$work/demo/$name.koers" "$work/past"
    if $days; then
        past_day "$name"
    fi
    lacking "$work/examples/northwind" "$name"
    lacking "$work/examples/adventureworks" "$name"
done

if [ "$only" = "  " ]; then
    for name in adventureworks northwind pipeline; do
        example "$work/examples/$name" ready_reports
    done

    if $days; then
        days_together "$work/demo"
    fi

    cp "$here/levels.koers" "$work/demo"
    if "$koers" run "$work/demo/levels.koers" --today "$today" >"$work/out" 2>"$work/err" &&
        [ ! -s "$work/err" ] && [ "$(grep -c '^[RQ][0-9]*: ' "$work/out")" = 33 ]; then
        pass
    else
        fail "levels" "$work/err"
    fi

    # What a manager runs in the morning: ten pages, and one with all of them.
    cp "$root/examples/demo/ten_reports.koers" "$work/demo"
    if "$koers" run "$work/demo/ten_reports.koers" --today "$today" >"$work/out" 2>&1 &&
        [ ! -s "$work/out" ]; then
        pass
    else
        fail "ten_reports" "$work/out"
    fi
    # Explanations are written once in a page, cells without what a style says.
    at_most 1300000 "the ten pages" "$work"/demo/r[0-9]*.html
    at_most 950000 "the page of all ten" "$work/demo/ten_reports.html"
    if python3 "$here/manual.py" "$root" >"$work/diff"; then
        pass
    else
        fail "docs/reports.md" "$work/diff"
    fi
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
