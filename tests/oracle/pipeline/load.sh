#!/bin/sh
# load.sh DATA STORE: the CSV files as tables of text, by the sqlite3 shell.
set -eu
rm -f "$2"
for name in customers deals moves stages targets quotes leads costs activities personal_targets days; do
    printf ".import --csv '%s/%s.csv' %s\n" "$1" "$name" "$name"
done | sqlite3 -batch -bail "$2"
