#!/bin/sh
# scripts.sh FOLDER: what the fuzzer of scripts works in. pool/ gets the input of every
# golden case and every example; beside it lie the models they use and the stores, cut
# down to a few rows; those of Adventure Works and the demo company only where $KOERS is
# there to make them. Golden cases whose SQL runs for long are left out.
set -eu
folder=$1
mkdir -p "$folder/pool"
sqlite3 -bail "$folder/store.db" <tests/golden/schema/shop.sql

cp examples/northwind/northwind.db "$folder/northwind.db"
chmod u+w "$folder/northwind.db"
sqlite3 -bail "$folder/northwind.db" 'pragma foreign_keys = off;
    delete from Orders where OrderID % 40 <> 0;
    delete from "Order Details" where OrderID % 40 <> 0; vacuum;'
cp examples/northwind/model.koers "$folder/northwind.koers"
sed 's/^open .*//' examples/northwind/model.koers >"$folder/model.koers"
printf 'id,day,amount\n1,2025-01-02,5.25\n2,2025-02-03,\n' >"$folder/orders.csv"

for file in examples/northwind/questions/*.koers examples/northwind/reports.koers; do
    sed 's|^use .*|use "northwind.koers"|' "$file" \
        >"$folder/pool/northwind-$(basename "$file")"
done
for file in examples/adventureworks/questions/*.koers; do
    sed 's|^use .*|use "adventureworks.koers"|' "$file" \
        >"$folder/pool/adventureworks-$(basename "$file")"
done
cp examples/adventureworks/model.koers "$folder/adventureworks.koers"
for file in examples/demo/questions/*.koers; do
    sed 's|^use .*model.*|use "demo.koers"|' "$file" >"$folder/pool/demo-$(basename "$file")"
done
sed 's/^open .*/open "demo.db"/' examples/demo/model.koers >"$folder/demo.koers"
if [ -n "${KOERS:-}" ]; then
    mkdir "$folder/data"
    for file in examples/adventureworks/data/*.csv; do
        head -20 "$file" >"$folder/data/$(basename "$file")"
    done
    cp examples/adventureworks/load.sh "$folder"
    sh "$folder/load.sh" "$KOERS" >/dev/null
    "$KOERS" demo "$folder/company" --today 2026-10-31 --size 5000 >/dev/null
    mv "$folder/company/store.db" "$folder/demo.db"
fi
cp examples/northwind/model.koers "$folder/pool/northwind-model.koers"
cp examples/adventureworks/model.koers "$folder/pool/adventureworks-model.koers"
cp tests/bench/questions/*.koers "$folder/pool"
awk -v dir="$folder/pool/golden-" '
    # what cases share: of their file, or a file of its own
    function text_of(name,    path, read, all)
    {
        if (name !~ "/")
            return shared[name]
        path = "tests/golden/" name
        while ((getline read <path) > 0)
            all = all read "\n"
        close(path)
        return all
    }
    FNR == 1          { split("", shared); name = "" }
    /^=== /           { sub(/\n\n$/, "\n", shared[name]); n++; inside = 0; name = ""; next }
    /^--- input/      { inside = 1; next }
    /^--- shared /    { name = substr($0, 12); next }
    /^--- /           { inside = 0; next }
    /^\\shared /      { line = text_of(substr($0, 9)) }
    !/^\\shared /     { line = $0 "\n" }
    name              { shared[name] = shared[name] line }
    inside            { text[n] = text[n] line }
    END {
        for (i in text)
            if (text[i] !~ /recursive/ && length(text[i]) < 4096)
                printf "%s", text[i] >(dir i)
    }' tests/golden/*/*.t
