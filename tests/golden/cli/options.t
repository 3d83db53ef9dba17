=== values of options
--- schema shop
--- args
--version >/dev/null; for o in "--format xml" "--today 2025" "--fail-on never" "--dump all"; do "$KOERS" $o store.db -c 'show 1 as x'; done
--- stderr
koers: `--format` takes table, csv, json, md, html, svg or xlsx
koers: `koers --help` shows the usage
koers: `--today` takes a day, as 2025-03-31
koers: `koers --help` shows the usage
koers: `--fail-on` takes alarm or warn
koers: `koers --help` shows the usage
koers: `--dump` takes tokens, ast, question, plan or sql
koers: `koers --help` shows the usage
--- exit
2
