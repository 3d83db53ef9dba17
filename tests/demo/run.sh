#!/bin/sh
# The demo company: the same store each time, what must hold in it, figures near those it
# was made after, what is refused, its model. Closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
exec python3 tests/demo/run.py "${KOERS:-$PWD/build/koers}"
