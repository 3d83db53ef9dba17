#!/bin/sh
# Style and structure. TIDY=full runs the whole of .clang-tidy, which takes minutes;
# otherwise its quick checks only.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lint/count.sh
found=$(mktemp)
lib=build/debug-clang/libkoers.a
trap 'rm -f "$found"' EXIT

sources=$(find lexer parser runtime tests -name '*.[ch]' 2>/dev/null | sort)
code=$(find lexer parser runtime -name '*.c' 2>/dev/null | sort)

sh tests/lint/layers.sh >"$found" 2>&1
judge "layers" "$found"
sh tests/lint/guards.sh >"$found" 2>&1
judge "guards and lengths of files" "$found"
# shellcheck disable=SC2086
clang-format --dry-run $sources 2>&1 | sed -n 's/^\([^ :]*\):.*warning:.*/\1/p' |
    sort -u >"$found"
judge "clang-format" "$found"
sh tests/lint/codes.sh >"$found" 2>&1
judge "every message code has a golden case" "$found"

if make -s CC=clang BUILD=debug WERROR=1 lib >"$found" 2>&1; then
    sh tests/lint/symbols.sh "$lib" >"$found" 2>&1
    judge "globals and banned calls" "$found"
else
    fail "debug build"
    cat "$found"
fi

if [ -f lexer/lexer.l ]; then
    flex -Cf -b -o /dev/null lexer/lexer.l 2>"$found"
    grep -qs 'No backing up' lex.backup || cat lex.backup >>"$found"
    rm -f lex.backup
    judge "the scanner never backs up" "$found"
fi

quick='-*,readability-function-size,readability-inconsistent-declaration-parameter-name'
quick="$quick,readability-misleading-indentation,misc-redundant-expression"
TIDY_ONLY="--checks=$quick"
[ "${TIDY:-}" = full ] && TIDY_ONLY=
export TIDY_ONLY
# shellcheck disable=SC2016
echo "$code" | xargs -P 2 -n 8 sh -c 'clang-tidy --quiet $TIDY_ONLY "$@" -- -std=c11 \
    -D_XOPEN_SOURCE=700 -DKOERS_VERSION=\"\" -I. -Ibuild/debug-clang/gen 2>&1' tidy |
    grep -E '(warning|error):' >"$found"
judge "clang-tidy" "$found"

closing
