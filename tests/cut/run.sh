#!/bin/sh
# run.sh PROGRAM: runs it (cut.c) over every example and golden case.
set -eu
cd "$(dirname "$0")/../.."
program=$PWD/$1
KOERS=$PWD/${KOERS#"$PWD"/}
export KOERS
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh tests/fuzz/scripts.sh "$folder"
cd "$folder"
"$program" pool/*
