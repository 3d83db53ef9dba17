#!/bin/sh
# First models of stores: the examples, whose answers are held against SQL, stores with
# odd names, and tables that are too large to be read whole. Closes with "N passed, N
# failed".
set -eu
cd "$(dirname "$0")/../.."
exec python3 tests/init/run.py "${KOERS:-$PWD/build/koers}"
