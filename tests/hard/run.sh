#!/bin/sh
# Bad and extreme input: stores, scripts, data, memory. Closes with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
exec python3 tests/hard/run.py "${KOERS:-$PWD/build/koers}"
