#!/bin/sh
# The tests of the reference evaluator itself, then Koers held against it. Finds
# the program in $KOERS; SEEDS says how many models, SHARE that only one in so many of the
# cases of each test is made. With sanitizers, where the numbers were proven without,
# there are fewer of both.
set -u
cd "$(dirname "$0")" || exit 1
. ../lint/count.sh
: "${KOERS:=$PWD/../../build/koers}"
: "${BUILD_DIR:=build/release}"
case $BUILD_DIR in
*asan*) : "${SEEDS:=6}" "${SHARE:=4}" ;;
*) : "${SEEDS:=60}" "${SHARE:=1}" ;;
esac
export KOERS SHARE PYTHONDONTWRITEBYTECODE=1

part python3 units.py
part python3 run.py "$SEEDS"
# shellcheck disable=SC2046
part python3 stocks.py "$KOERS" $(seq 0 $((20 / SHARE - 1)))
part python3 rights.py "$KOERS" "$((SEEDS / 3))"
closing
