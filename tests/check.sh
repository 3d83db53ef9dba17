#!/bin/sh
# Every test. The builds come one after the other, then the parts side by side, as many as
# there are cores; part.sh says what a part is. The sums make one closing line.
set -u
cd "$(dirname "$0")/.." || exit 1
jobs=$(nproc 2>/dev/null || echo 2)

# Thousands of small stores are made, and a disk is waited for at each: where there is a
# large folder in memory from which programs may be run, they lie there.
memory=/dev/shm
if [ -z "${TMPDIR:-}" ] && folder=$(mktemp -d "$memory/koers-XXXXXX" 2>/dev/null); then
    if [ "$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')" -gt 4000000 ] &&
        cp /bin/true "$folder" && "$folder/true" 2>/dev/null; then
        TMPDIR=$memory
        export TMPDIR
    fi
    rm -rf "$folder"
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

# build NAME VARIABLE ...: a build that must be free of warnings.
build()
{
    name=$1
    shift
    if make -s -j"$jobs" WERROR=1 "$@" >"$folder/log" 2>&1; then
        echo "$name: built"
        echo "1 0" >"$folder/$name.sum"
    else
        cat "$folder/log"
        echo "$name: does not build"
        echo "0 1" >"$folder/$name.sum"
    fi
}

# suite FLAVOUR PART ...: what part.sh is told.
suite()
{
    flavour=$1
    shift
    for name in "$@"; do
        printf '%s %s\n' "$flavour" "$name"
    done
}

build "gcc release" CC=gcc BUILD=release all
build "gcc release tests" CC=gcc BUILD=release testers
# What the part fuzz runs; the program itself has a main of its own.
build "clang fuzz" CC=clang BUILD=fuzz fuzzers build/fuzz-clang/runtime/cli/main.o
build "gcc asan" CC=gcc BUILD=asan testers

# The long ones first: nobody waits for one at the end.
{
    suite asan import property golden fuzz cut
    suite release forecast property lint
    suite asan init demo reports forecast steering hard oracle unit
    suite release browser pty golden cut docs import init demo reports steering hard \
        oracle cli unit
} >"$folder/parts"
FUZZ_SECONDS=20 xargs -P "$jobs" -L 1 sh tests/part.sh "$folder" <"$folder/parts"

parts=$(wc -l <"$folder/parts")
cat "$folder"/*.sum | awk -v parts="$parts" '
    { passed += $1; failed += $2; n++ }
    END {
        if (n != parts + 4)
            failed++ # one was not run to its end
        print passed + 0 " passed, " failed + 0 " failed"
        exit (failed > 0 || passed == 0)
    }'
