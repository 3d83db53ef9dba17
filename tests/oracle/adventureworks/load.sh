#!/bin/sh
# load.sh DATA STORE: the CSV files as tables of text, by the sqlite3 shell.
set -eu
rm -f "$2"
for name in FactResellerSales quota_by_employee_quarter_shifted employee_map Resellers \
    Product DimSalesTerritory FactFinance DimAccount DimDepartmentGroup \
    DimOrganization currency_rates; do
    printf ".import --csv '%s/%s.csv' %s\n" "$1" "$name" "$name"
done | sqlite3 -batch -bail "$2"
