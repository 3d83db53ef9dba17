#!/bin/sh
# Prints docs/stdlib.md with what stands between its marks made anew by $KOERS from the
# comments of the modules.
set -eu
cd "$(dirname "$0")/../.."
page=docs/stdlib.md
unset KOERS_PATH
sed '/^<!-- modules -->$/q' $page
echo
"$KOERS" doc --format md |
    sed 's/^| `\([a-z]*\)\.\([a-z_]*\)`/| [`\1.\2`](#\1\2)/'
echo
# shellcheck disable=SC2046
"$KOERS" doc --format md $("$KOERS" doc | sed 's/ .*//')
sed -n '/^<!-- end of modules -->$/,$p' $page
