#!/bin/sh
# embed.sh FILE ...: C source with the texts of the files, under the names given here.
# Of styles and scripts of pages, blanks at the front of lines and comments that fill a
# line are left out.
set -eu

text_of()
{
    case $1 in
    *.css | *.js) sed -e 's/^[[:space:]]*//' -e '/^\/\//d' -e '/^$/d' "$1" ;;
    *) cat "$1" ;;
    esac
}

echo '#include "runtime/base/embedded.h"'
n=0
for file in "$@"; do
    printf '\nstatic const unsigned char text_%d[] = {\n' "$n"
    text_of "$file" | od -An -v -tu1 | sed 's/  *\([0-9][0-9]*\)/\1,/g'
    echo '0};'
    n=$((n + 1))
done
printf '\nconst EmbeddedText embedded_texts[] = {\n'
n=0
for file in "$@"; do
    printf '    {"%s", (const char *)text_%d, sizeof text_%d - 1},\n' "$file" "$n" "$n"
    n=$((n + 1))
done
printf '    {0, 0, 0},\n};\n'
