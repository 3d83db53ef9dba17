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

=== options of another subcommand are refused
--- schema shop
--- args
--version >/dev/null; for o in "fmt --today 2025-03-31 x.koers" "--append run x.koers" "run x.koers -c y" "demo d --force" "import a.csv --seed=3" "describe store.db --format csv" "store.db --key a" "completion bash --quiet" "init store.db --size small" "check x.koers --csv-raw"; do "$KOERS" $o; done
--- stderr
koers: `koers fmt` has no option `--today`, but `koers [STORE]`, `koers run`, `koers check`, `koers describe`, `koers demo` and `koers brief` have
koers: `koers --help` shows the usage
koers: `koers run` has no option `--append`, but `koers import` has
koers: `koers --help` shows the usage
koers: `koers run` has no option `-c`, but `koers [STORE]` has
koers: `koers --help` shows the usage
koers: `koers demo` has no option `--force`, but `koers init` and `koers import` have
koers: `koers --help` shows the usage
koers: `koers import` has no option `--seed`, but `koers demo` has
koers: `koers --help` shows the usage
koers: `koers describe` has no option `--format`, but `koers [STORE]`, `koers run`, `koers doc` and `koers brief` have
koers: `koers --help` shows the usage
koers: `koers [STORE]` has no option `--key`, but `koers import` has
koers: `koers --help` shows the usage
koers: `koers completion` has no option `--quiet`, but `koers import` has
koers: `koers --help` shows the usage
koers: `koers init` has no option `--size`, but `koers demo` has
koers: `koers --help` shows the usage
koers: `koers check` has no option `--csv-raw`, but `koers [STORE]` and `koers run` have
koers: `koers --help` shows the usage
--- exit
2
