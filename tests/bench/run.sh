#!/bin/sh
# Speed against the sqlite3 shell: each question of questions/ beside the SQL of the
# same name in sql/, on the same store without further indexes; then the ten reports over
# the demo company beside that of reports/.
#
#   tests/bench/run.sh [LINES ...]        make bench LINES="1000000 10000000"
#
# LINES is the number of order lines (1000000 when none is given); a store is made once
# and kept in build/bench/LINES. With several sizes the growth of the time is printed
# too. KOERS names the program (build/koers); RUNS how often each is run (3);
# QUESTIONS only some questions, `import` or `reports`. Exit status 1 when an answer differs; a slow one is
# only printed.
set -u
cd "$(dirname "$0")/../.." || exit 2
bench=build/bench
koers=${KOERS:-build/koers}
[ $# -gt 0 ] || set -- 1000000

for lines in "$@"; do
    folder=$bench/$lines
    mkdir -p "$folder" || exit 2
    store=$folder/lines.db
    # A store of an older make_store is made again.
    if [ ! -f "$store" ] || [ "$bench/make_store" -nt "$store" ]; then
        echo "making $store"
        "$bench/make_store" "$lines" "$folder/part.db" || exit 2
        mv "$folder/part.db" "$store" || exit 2
    fi
    rm -rf "$folder/questions"
    cp -R tests/bench/model.koers tests/bench/questions "$folder" || exit 2
done

status=0
python3 tests/bench/measure.py "$koers" "$bench" "$@" || status=1
python3 tests/bench/reports.py "$koers" "$bench" "$@" || status=1
exit $status
