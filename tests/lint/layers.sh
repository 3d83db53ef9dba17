#!/bin/sh
# Prints every include that breaks the layers: a file includes only its own layer or
# lower ones, sqlite3.h stands under engine/sqlite only, readline in one file of
# prompt, xlsxwriter.h in one of render, and engine, forecast and render do not know each other.
set -eu

folders=
for folder in lexer parser runtime; do
    [ ! -d "$folder" ] || folders="$folders $folder"
done
# shellcheck disable=SC2086
find $folders -name '*.[chly]' -o -name '*.def' | sort | xargs awk '
function layer_of(path, part) {
    split(path, part, "/")
    return part[1] == "runtime" ? part[2] : part[1]
}
BEGIN {
    n = split("base diag lexer parser model resolve plan algebra engine execute " \
              "forecast steering render import init demo module learn session prompt cli", order, " ")
    for (i = 1; i <= n; i++)
        rank[order[i]] = i
    apart["engine forecast"] = apart["forecast engine"] = 1
    apart["render forecast"] = apart["forecast render"] = 1
    apart["render engine"] = apart["engine render"] = 1
}
FNR == 1 {
    own = layer_of(FILENAME)
    if (!(own in rank))
        print FILENAME ": no known layer"
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    to = quoted[2]
    if (to !~ /\// || to ~ /^(grammar\.tab|lexer\.yy)/)
        next
    other = layer_of(to)
    if (!(other in rank))
        print FILENAME ":" FNR ": " to " is in no layer"
    else if (rank[other] > rank[own] || ((own " " other) in apart))
        print FILENAME ":" FNR ": " own " must not include " to
}
/^[ \t]*#[ \t]*include[ \t]*<sqlite3/ && FILENAME !~ /^runtime\/engine\/sqlite\// {
    print FILENAME ":" FNR ": sqlite3.h stands under engine/sqlite only"
}
/^[ \t]*#[ \t]*include[ \t]*<readline\// && own != "prompt" {
    print FILENAME ":" FNR ": readline stands under prompt only"
}
/^[ \t]*#[ \t]*include[ \t]*<readline\// {
    if (reader && reader != FILENAME)
        print FILENAME ":" FNR ": readline is used in " reader " already"
    reader = FILENAME
}
/^[ \t]*#[ \t]*include[ \t]*<xlsxwriter/ && FILENAME != "runtime/render/xlsx.c" {
    print FILENAME ":" FNR ": xlsxwriter.h stands in runtime/render/xlsx.c only"
}
'
