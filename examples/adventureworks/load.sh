#!/bin/sh
# Builds adventureworks.db beside this script from the CSV files in data/.
# Usage: load.sh [KOERS]
set -eu
koers=${1:-${KOERS:-koers}}
case $koers in
*/*) koers=$(cd "$(dirname "$koers")" && pwd)/$(basename "$koers") ;;
esac
cd "$(dirname "$0")"
rm -f adventureworks.db

load() {
    "$koers" import "data/$1.csv" into "$2" adventureworks.db --quiet
}

load FactResellerSales reseller_sales
load quota_by_employee_quarter_shifted quota
load employee_map sellers
load Resellers resellers
load Product products
load DimSalesTerritory territories
load FactFinance finance
load DimAccount accounts
load DimDepartmentGroup departments
load DimOrganization organisations
load DimScenario scenarios
load currency_rates currency_rates
