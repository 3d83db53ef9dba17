#!/bin/sh
# The tests of the reference evaluator itself, then Koers held against it. Finds
# the program in $KOERS; SEEDS says how many models (fewer with a slow build).
set -u
cd "$(dirname "$0")" || exit 1
: "${KOERS:=$PWD/../../build/koers}"
: "${BUILD_DIR:=build/release}"
case $BUILD_DIR in
*asan*) : "${SEEDS:=10}" ;;
*) : "${SEEDS:=60}" ;;
esac
export KOERS PYTHONDONTWRITEBYTECODE=1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
python3 -m unittest >"$log" 2>&1
status=$?
ran=$(sed -n 's/^Ran \([0-9]*\) tests\{0,1\}.*/\1/p' "$log")
bad=0
[ "$status" -eq 0 ] || bad=1
[ "$bad" -eq 0 ] || cat "$log"

python3 run.py "$SEEDS" >"$log" 2>&1
last=$(tail -1 "$log")
sed '$d' "$log"
good=${last%% passed*}
failed=${last#*passed, }
failed=${failed%% failed*}
case $good$failed in
'' | *[!0-9]*) echo "$last"; good=0 failed=1 ;;
esac
python3 stocks.py "$KOERS" >"$log" 2>&1
last=$(tail -1 "$log")
sed '$d' "$log"
stocks=${last%% stores*}
others=${last#*agree, }
others=${others%% differ*}
case $stocks$others in
'' | *[!0-9]*) echo "$last"; stocks=0 others=1 ;;
esac
good=$((good + stocks))
failed=$((failed + others))
python3 rights.py "$KOERS" "$((SEEDS / 3))" >"$log" 2>&1
last=$(tail -1 "$log")
sed '$d' "$log"
rights=${last%% passed*}
others=${last#*passed, }
others=${others%% failed*}
case $rights$others in
'' | *[!0-9]*) echo "$last"; rights=0 others=1 ;;
esac
good=$((good + rights))
failed=$((failed + others))
echo "$((${ran:-0} - bad + good)) passed, $((bad + failed)) failed"
[ $((bad + failed)) -eq 0 ]
