#!/bin/sh
# Fuzzes scanner and parser for FUZZ_SECONDS each, from the sentences of tests/syntax,
# under the address and undefined-behaviour sanitizers. What once crashed lies in
# regress/ and is run first. Closes with "N passed, N failed".
set -u
cd "$(dirname "$0")/../.." || exit 1
: "${FUZZ_SECONDS:=30}"
out=build/fuzz
gen=$out/gen
rm -rf "$out/corpus"
mkdir -p "$gen" "$out/corpus" "$out/found"

awk -f lexer/keywords.awk lexer/keywords.def parser/grammar.y >"$gen/grammar.y" &&
    bison --header="$gen/grammar.tab.h" -o "$gen/grammar.tab.c" "$gen/grammar.y" &&
    flex --header-file="$gen/lexer.yy.h" -o "$gen/lexer.yy.c" lexer/lexer.l || exit 1

# One file a sentence; keywords as the dictionary.
awk -v dir="$out/corpus" '/^%% / { n++; next } n { print >> (dir "/" n) }' \
    tests/syntax/sentences.txt
sed -n 's/^KEYWORD([A-Z]*, \("[a-z]*"\),.*/\1/p' lexer/keywords.def >"$out/words.dict"

passed=0
failed=0
for name in lex parse; do
    target=$out/fuzz_$name
    if ! clang -g -O1 -std=c11 -D_XOPEN_SOURCE=700 -I. -I"$gen" \
        -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o "$target" \
        "tests/fuzz/fuzz_$name.c" lexer/*.c parser/*.c "$gen"/*.c runtime/base/*.c \
        runtime/diag/*.c -lutf8proc -lm; then
        failed=$((failed + 1))
        continue
    fi
    for file in tests/fuzz/regress/*; do
        [ ! -f "$file" ] || "$target" "$file" >"$out/log" 2>&1 || {
            cat "$out/log"
            failed=$((failed + 1))
        }
    done
    if "$target" -max_total_time="$FUZZ_SECONDS" -dict="$out/words.dict" -seed=1 \
        -timeout=10 -rss_limit_mb=2048 -max_len=4096 -artifact_prefix="$out/found/" \
        -print_final_stats=0 -verbosity=0 "$out/corpus" >"$out/log" 2>&1; then
        passed=$((passed + 1))
    else
        tail -40 "$out/log"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
