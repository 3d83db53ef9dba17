#!/bin/sh
# Prints headers whose guard is not KOERS_PATH_FILE_H, and files over 600 lines; a
# grammar is one table and cannot be cut.
set -eu

find lexer parser runtime tests -name '*.h' 2>/dev/null | sort | while read -r file; do
    guard=KOERS_$(echo "$file" | tr 'a-z/.-' 'A-Z___')
    grep -q "^#ifndef $guard\$" "$file" && grep -q "^#define $guard\$" "$file" ||
        echo "$file: the guard is to be $guard"
done
find lexer parser runtime tests -name '*.[chly]' 2>/dev/null | sort | xargs wc -l |
    awk '$2 != "total" && $2 != "parser/grammar.y" && $1 > 600 {print $2 ": " $1 " lines, at most 600"}'
