#!/bin/sh
# Asks every question of the examples twice: koers from its file, the sqlite3 shell
# from SQL written by hand, and compares the answers. A question that uses a module is
# asked once more where the model has measures called like the aliases of the modules.
# Also holds the published figures of anchors.txt against the SQL and runs the examples'
# reports.
#
#   tests/oracle/run.sh [KOERS [NAME ...]]     NAME: only these questions
#
# Without arguments the program is that of $KOERS. Exit status 1 when something
# differs. KOERS may be - : then only the SQL is run and the anchors are checked.
set -u

koers=${1:-${KOERS:-}}
if [ -z "$koers" ]; then
    echo "usage: $0 [KOERS [NAME ...]]" >&2
    exit 2
fi
[ $# -eq 0 ] || shift
only=" $* "
here=$(cd "$(dirname "$0")" && pwd) || exit 2
root=$(cd "$here/../.." && pwd) || exit 2
case $koers in
-) ;;
*/*) koers=$(cd "$(dirname "$koers")" && pwd)/$(basename "$koers") ;;
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
}

wanted() {
    [ "$only" = "  " ] || case $only in *" $1 "*) ;; *) return 1 ;; esac
}

# answer STORE FOLDER NAME: the answer of SQL in $work/FOLDER-NAME.csv
answer() {
    sqlite3 -batch -bail -csv -header -readonly \
        -cmd ".read '$here/$2/prelude.sql'" "$1" \
        <"$here/$2/$3.sql" >"$work/$2-$3.csv" 2>"$work/err"
}

# signals FILE: what the question raised is what the file says; without a file nothing
signals() {
    if [ -f "$1" ]; then
        diff "$1" "$work/err" >>"$work/diff"
    else
        diff /dev/null "$work/err" >>"$work/diff"
    fi
}

# The names that modules give to columns.
aliases=$(find "$root/stdlib" -name '*.koers' -exec sed 's/--.*//' {} + |
    grep -o ' as [a-z_]*' | sed 's/ as //' | sort -u)
[ -n "$aliases" ] || fail "modules without aliases"

# with_aliases FOLDER NAME: NAME+aliases.koers declares those that the question and its
# model do not have
with_aliases() {
    folder=$work/examples/$1
    {
        for name in $aliases; do
            grep -qw "$name" "$folder/model.koers" "$folder/questions/$2.koers" ||
                echo "measure $name = 77"
        done
        cat "$folder/questions/$2.koers"
    } >"$folder/questions/$2+aliases.koers"
}

# asked FOLDER NAME [LIKE]: is the answer to the question that of SQL, of LIKE?
asked() {
    like=${3:-$2}
    if ! "$koers" run "$work/examples/$1/questions/$2.koers" --format csv \
        >"$work/out" 2>"$work/err"; then
        fail "$1/$2: koers"
        head -5 "$work/err"
    elif python3 "$here/compare.py" "$work/$1-$like.csv" "$work/out" >"$work/diff" &&
        signals "$here/$1/$like.signals"; then
        pass
    else
        fail "$1/$2"
        cat "$work/diff"
    fi
}

# question STORE FOLDER NAME
question() {
    wanted "$3" || return 0
    if ! answer "$1" "$2" "$3" || [ -s "$work/err" ]; then
        fail "$2/$3: sqlite3"
        cat "$work/err"
        return 0
    fi
    [ "$koers" = - ] && return 0
    asked "$2" "$3"
    if grep -q '^use sales\.' "$work/examples/$2/questions/$3.koers"; then
        with_aliases "$2" "$3"
        asked "$2" "$3+aliases" "$3"
    fi
}

# folder STORE FOLDER: the questions of one example; each needs its SQL
folder() {
    for file in "$root/examples/$2/questions"/*.koers; do
        name=$(basename "$file" .koers)
        if [ -f "$here/$2/$name.sql" ]; then
            question "$1" "$2" "$name"
        else
            fail "$2/$name: no SQL"
        fi
    done
}

# anchors: each line "FOLDER/NAME CELL": the answer of SQL has such a cell; a cell
# that ends in ~ is compared as far as it goes (a quotient, cut).
anchors() {
    while read -r name cell; do
        case $name in '' | '#'*) continue ;; esac
        wanted "${name#*/}" || continue
        if python3 "$here/anchor.py" "$work/${name%/*}-${name#*/}.csv" "$cell"; then
            pass
        else
            fail "anchor $name $cell"
        fi
    done <"$here/anchors.txt"
}

reports() {
    for file in "$work"/examples/*/reports.koers; do
        [ -f "$file" ] || continue
        if "$koers" run "$file" >"$work/out" 2>"$work/err"; then
            pass
        else
            fail "$file"
            head -5 "$work/err"
        fi
    done
}

# The examples are run from a copy: reports and imports write beside them.
cp -R "$root/examples" "$work/examples" || exit 2
folder "$root/examples/northwind/northwind.db" northwind

if [ -f "$here/adventureworks/load.sh" ]; then
    if ! sh "$here/adventureworks/load.sh" "$root/examples/adventureworks/data" \
        "$work/adventureworks.db"; then
        fail "adventureworks: sqlite3 could not load the files"
    fi
    if [ "$koers" = - ] || KOERS=$koers sh "$work/examples/adventureworks/load.sh" \
        >"$work/out" 2>&1; then
        folder "$work/adventureworks.db" adventureworks
    else
        fail "adventureworks: load.sh"
        tail -5 "$work/out"
    fi
fi
if sh "$here/pipeline/load.sh" "$root/examples/pipeline/data" "$work/pipeline.db"; then
    folder "$work/pipeline.db" pipeline
else
    fail "pipeline: sqlite3 could not load the files"
fi
if [ "$koers" != - ]; then
    "$koers" demo "$work/company" --today 2026-10-31 >"$work/out" 2>&1 &&
        mv "$work/company/store.db" "$work/company/model.koers" "$work/examples/demo"
    folder "$work/examples/demo/store.db" demo
fi
anchors
if [ "$koers" != - ] && [ "$only" = "  " ]; then
    reports
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
