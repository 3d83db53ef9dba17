#!/bin/sh
# Prints the message codes that no golden case or unit test shows, and codes given
# twice.
set -eu

codes=$(sed -n 's/^DIAG([A-Z0-9_]*, *"\([EW][0-9]*\)".*/\1/p' runtime/diag/diag.def)
for code in $codes; do
    grep -rqF "[$code]" tests/golden tests/unit 2>/dev/null ||
        echo "$code: no golden case under tests/golden shows it"
done
echo "$codes" | sort | uniq -d | sed 's/$/: given twice/'
