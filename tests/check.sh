#!/bin/sh
# Every test. A part is a program whose last line reads "N passed, N failed"; the
# folder of a part brings it as run.sh, which finds the program in $KOERS and the
# build folder in $BUILD_DIR. The parts are summed into one closing line.
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0
failed=0
jobs=$(nproc 2>/dev/null || echo 2)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

add()
{
    passed=$((passed + $1))
    failed=$((failed + $2))
}

# part NAME COMMAND ...
part()
{
    name=$1
    shift
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
    elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
    elif [ "$good" -eq 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
    fi
    [ "$bad" -eq 0 ] || cat "$log"
    echo "$name: $good passed, $bad failed ($(($(date +%s) - start)) s)"
    add "$good" "$bad"
}

# build NAME VARIABLE ...: a build that must be free of warnings.
build()
{
    name=$1
    shift
    if make -s -j"$jobs" WERROR=1 "$@" >"$log" 2>&1; then
        add 1 0
        echo "$name: built"
    else
        add 0 1
        cat "$log"
        echo "$name: does not build"
    fi
}

has_part()
{
    [ -f "tests/$1/run.sh" ]
}

# suite FLAVOUR PART ...: the parts that exist, run with that build.
suite()
{
    flavour=$1
    shift
    BUILD_DIR=build/$flavour
    KOERS=$PWD/$BUILD_DIR/koers
    export BUILD_DIR KOERS
    part "$flavour unit" make -s CC=gcc BUILD="$flavour" WERROR=1 unit
    [ ! -d tests/golden ] || [ ! -f runtime/cli/main.c ] ||
        part "$flavour golden" make -s CC=gcc BUILD="$flavour" WERROR=1 golden
    part "$flavour cut" make -s CC=gcc BUILD="$flavour" WERROR=1 cut
    for name in "$@"; do
        has_part "$name" && part "$flavour $name" sh "tests/$name/run.sh"
    done
}

part lint sh tests/lint/lint.sh
build "gcc release" CC=gcc BUILD=release all
build "clang debug" CC=clang BUILD=debug parts
build "gcc asan" CC=gcc BUILD=asan parts
suite release docs cli oracle reports init import demo steering hard pty property browser
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
export CUT_EVERY=6 # four times as slow here
suite asan oracle reports init import demo steering hard property
has_part fuzz && FUZZ_SECONDS=30 part fuzz sh tests/fuzz/run.sh

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
