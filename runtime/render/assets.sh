#!/bin/sh
# assets.sh NAME=FILE ...: C source with the text of each file as an array of bytes.
# Blanks at the front of lines and comments that fill a line are left out.
set -eu
echo '#include "runtime/render/html_assets.h"'
for pair in "$@"; do
    printf '\nconst char %s[] = {\n' "${pair%%=*}"
    sed -e 's/^[[:space:]]*//' -e '/^\/\//d' -e '/^$/d' "${pair#*=}" |
        od -An -v -tu1 | sed 's/  *\([0-9][0-9]*\)/\1,/g'
    echo '0};'
done
