#!/bin/sh
# assets.sh NAME=FILE ...: C source with the text of each file as an array of bytes.
# Blanks at the front of lines and comments that fill a line are left out.
set -eu
echo '#include "runtime/render/html_assets.h"'
for pair in "$@"; do
    sed -e 's/^[[:space:]]*//' -e '/^\/\//d' -e '/^$/d' "${pair#*=}" |
        sh runtime/base/text_to_c.sh "${pair%%=*}"
done
