#!/bin/sh
# run.sh PROGRAM: runs it (cut.c) over every example and golden case, or with CUT_EVERY=N
# over every Nth of them.
set -eu
cd "$(dirname "$0")/../.."
program=$PWD/$1
KOERS=$PWD/${KOERS#"$PWD"/}
export KOERS
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh tests/fuzz/scripts.sh "$folder"
cd "$folder"
ls pool | awk -v every="${CUT_EVERY:-1}" 'NR % every == 0 { print "pool/" $0 }' >scripts
# shellcheck disable=SC2046
"$program" $(cat scripts)
