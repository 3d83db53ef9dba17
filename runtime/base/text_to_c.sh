#!/bin/sh
# text_to_c.sh NAME <FILE: the text of FILE as a constant array of C, with a zero behind
# it. A header declares it: `extern const char NAME[];`.
set -eu
printf '\nconst char %s[] = {\n' "$1"
od -An -v -to1 | sed "s/  *\([0-7][0-7]*\)/'\\\\\1',/g"
echo '0};'
