#!/bin/sh
# Fuzzes scanner, parser and the way from a script to its answers for FUZZ_SECONDS each,
# under the address and undefined-behaviour sanitizers. The first two start from the
# sentences of tests/syntax, the third from every example and golden case, over small
# stores. What once crashed lies in regress/ and is run first. FUZZ_TARGETS="compile"
# picks some. Closes with "N passed, N failed".
set -u
cd "$(dirname "$0")/../.." || exit 1
: "${FUZZ_SECONDS:=30}" "${FUZZ_TARGETS:=lex parse compile}" "${FUZZ_SEED:=1}"
out=$PWD/build/fuzz
bin=build/fuzz-clang/tests/fuzz
rm -rf "$out/corpus" "$out/scripts"
mkdir -p "$out/corpus" "$out/found"
make -s -j"$(nproc)" CC=clang BUILD=fuzz fuzzers >"$out/log" 2>&1 || {
    cat "$out/log"
    echo "0 passed, 1 failed"
    exit 1
}
# One file a sentence; keywords as the dictionary.
awk -v dir="$out/corpus" '/^%% / { n++; next } n { print >> (dir "/" n) }' \
    tests/syntax/sentences.txt
sed -n 's/^KEYWORD([A-Z]*, \("[a-z]*"\),.*/\1/p' lexer/keywords.def >"$out/words.dict"
sh tests/fuzz/scripts.sh "$out/scripts" || exit 1
export FUZZ_FOLDER="$out/scripts"

passed=0
failed=0
for name in $FUZZ_TARGETS; do
    corpus=$out/corpus
    [ "$name" != compile ] || corpus=$out/scripts/pool
    mkdir -p "$out/new_$name"
    rm -f "$out/new_$name"/*
    for file in "$PWD"/tests/fuzz/regress/*; do
        "$bin/fuzz_$name" "$file" >"$out/log" 2>&1 || {
            tail -60 "$out/log"
            failed=$((failed + 1))
        }
    done
    if "$bin/fuzz_$name" -max_total_time="$FUZZ_SECONDS" -dict="$out/words.dict" \
        -seed="$FUZZ_SEED" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
        -artifact_prefix="$out/found/$name-" -print_final_stats=1 -verbosity=0 \
        "$out/new_$name" "$corpus" >"$out/log" 2>&1; then
        passed=$((passed + 1))
    else
        tail -60 "$out/log"
        failed=$((failed + 1))
    fi
    sed -n "s/^stat::number_of_executed_units: */fuzz_$name: inputs /p" "$out/log"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
