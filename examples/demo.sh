#!/bin/sh
# What `make demo` shows: questions to a real store, then a report.
# Usage: demo.sh KOERS
set -eu
koers=$1
here=$(dirname "$0")/northwind

ask() {
    echo
    sed '/^--/!d; s/^-- //' "$here/questions/$1.koers"
    echo "  koers run $here/questions/$1.koers"
    echo
    "$koers" run "$here/questions/$1.koers"
}

ask revenue_by_year
ask top_customers
ask category_across_years
ask late_shipping
echo
echo "A report, with texts, parameters and an alarm:  koers run $here/reports.koers"
echo
"$koers" run "$here/reports.koers"
echo
echo "Ask on:  $koers $here/northwind.db"
