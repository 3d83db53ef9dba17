#!/bin/sh
# part.sh FOLDER FLAVOUR NAME: runs one part of the tests with the build of that flavour and
# leaves "PASSED FAILED" in a file of FOLDER. A part is a program whose last line reads
# "N passed, N failed"; what a failing one prints is shown.
set -u
folder=$1 flavour=$2 name=$3
BUILD_DIR=build/$flavour
KOERS=$PWD/$BUILD_DIR/koers
export BUILD_DIR KOERS
case $flavour in
asan)
    # CUT_EVERY: four times as slow here
    export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 CUT_EVERY=6
    ;;
esac
case $name in
unit)
    set -- sh tests/lint/unit.sh
    for source in tests/unit/*.c; do
        source=${source#tests/}
        set -- "$@" "$BUILD_DIR/tests/${source%.c}"
    done
    ;;
golden) set -- "$BUILD_DIR/tests/runner/runner" "--koers=$BUILD_DIR/koers" tests/golden ;;
cut) set -- sh tests/cut/run.sh "$BUILD_DIR/tests/cut/cut" ;;
lint) set -- sh tests/lint/lint.sh ;;
*) set -- sh "tests/$name/run.sh" ;;
esac

log=$folder/$flavour-$name.log
start=$(date +%s)
"$@" >"$log" 2>&1
status=$?
last=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1)
good=${last%% passed*}
bad=${last#*passed, }
bad=${bad%% failed*}
if [ -z "$last" ]; then
    good=0
    bad=1
elif [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$good" -eq 0 ]; }; then
    bad=1
fi
[ "$bad" -eq 0 ] || cat "$log"
echo "$flavour $name: $good passed, $bad failed ($(($(date +%s) - start)) s)"
echo "$good $bad" >"$folder/$flavour-$name.sum"
