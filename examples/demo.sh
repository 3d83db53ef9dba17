#!/bin/sh
# What `make demo` shows: questions to a real store, then a report, then a company made
# for trying things on.
# Usage: demo.sh KOERS FOLDER      FOLDER/company is made anew
set -eu
koers=$1
folder=$2
here=$(dirname "$0")

# ask FOLDER NAME
ask() {
    echo
    sed '/^--/!d; s/^-- //' "$1/questions/$2.koers"
    echo "  koers run $1/questions/$2.koers"
    echo
    "$koers" run "$1/questions/$2.koers"
}

ask "$here/northwind" revenue_by_year
ask "$here/northwind" top_customers
ask "$here/northwind" category_across_years
ask "$here/northwind" late_shipping
echo
echo "A report, with texts, parameters and an alarm:  koers run $here/northwind/reports.koers"
echo
"$koers" run "$here/northwind/reports.koers"
echo
echo "Ask on:  $koers $here/northwind/northwind.db"

company=$folder/company
echo
echo "A company that does not exist:  koers demo $company --today 2026-10-31"
echo
rm -rf "$company"
mkdir -p "$folder"
"$koers" demo "$company" --today 2026-10-31
cp -R "$here/demo/questions" "$company/questions"
ask "$company" result_by_year
ask "$company" attainment_by_unit
ask "$company" pipeline_by_stage
ask "$company" deals_to_call_about
ask "$company" cash_and_fixed_cost
echo
echo "Ask on:  $koers $company/store.db"
