#!/bin/sh
# The command line as it is installed: completions in the shells themselves, the pages
# that name options and modules, and what `make install` leaves.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lint/count.sh
KOERS=${KOERS:-$PWD/build/koers}
export KOERS
root=$PWD
dir=$(mktemp -d) || exit 1
socket=$dir/tmux0
trap 'tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$dir"' EXIT
unset KOERS_PATH

# same NAME WANTED FOUND
same()
{
    if [ "$2" = "$3" ]; then
        ok "$1"
    else
        fail "$1"
        printf '  wanted: %s\n  found:  %s\n' "$2" "$3"
    fi
}

mkdir "$dir/work" "$dir/work/sub" "$dir/bin" "$dir/zsh"
ln -s "$KOERS" "$dir/bin/koers"
PATH=$dir/bin:$PATH
export PATH
touch "$dir/work/a.koers" "$dir/work/my model.koers" "$dir/work/b.csv" "$dir/work/c.db"
for shell in bash zsh fish; do
    "$KOERS" completion $shell >"$dir/$shell.words" || fail "completion $shell"
done
cp "$dir/zsh.words" "$dir/zsh/_koers"

# --- bash: bash WORD ...: what is offered for the last word, in one line
bash_offers()
{
    (cd "$dir/work" && bash --norc -c '
        . "$1"
        shift
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _koers
        printf "%s\n" "${COMPREPLY[@]}" | sort | paste -sd" "' \
        bash "$dir/bash.words" koers "$@")
}

commands=$("$KOERS" --help | sed -n 's/^ \{7\}koers \([a-z]*\) .*/\1/p' | sort | paste -sd' ')
same "bash: subcommands" "$(printf '%s\n' c.db $commands sub | sort | paste -sd' ')" "$(bash_offers '' | tr ' ' '\n' | sort | paste -sd' ')"
same "bash: one subcommand" "describe" "$(bash_offers des)"
same "bash: options of run" "--as --csv-raw --dump --fail-on --format --today" "$(bash_offers run -)"
same "bash: options of init" "--force --stdout" "$(bash_offers init --)"
same "bash: a value" "table" "$(bash_offers run a.koers --format t)"
same "bash: a value behind =" "json" "$(bash_offers run --format = j)"
same "bash: values" "alarm warn" "$(bash_offers --fail-on '')"
same "bash: scripts" "a.koers my model.koers sub" "$(bash_offers check '')"
same "bash: files of an import" "b.csv c.db sub" "$(bash_offers import '')"
same "bash: a model or a store" "a.koers c.db my model.koers sub" "$(bash_offers describe '')"
same "bash: modules" "sales.wallet sales.waterfall" "$(bash_offers doc sales.wa)"
same "bash: shells" "bash fish zsh" "$(bash_offers completion '')"
same "bash: it is set" "complete -o filenames -F _koers koers" \
    "$(bash --norc -c '. "$1"; complete -p koers' bash "$dir/bash.words")"

# --- fish
fish_offers()
{
    (cd "$dir/work" && HOME=$dir fish --no-config -c \
        'source $argv[1]; complete -C $argv[2]' "$dir/fish.words" "$1" |
        sed 's/\t.*//' | sort | paste -sd' ')
}

same "fish: a subcommand" "fmt" "$(fish_offers 'koers fm')"
same "fish: options of run" "--format" "$(fish_offers 'koers run --fo')"
same "fish: a value" "json" "$(fish_offers 'koers run --format j')"
same "fish: scripts" "a.koers" "$(fish_offers 'koers check a')"
same "fish: modules" "sales.wallet sales.waterfall" "$(fish_offers 'koers doc sales.wa')"
same "fish: shells" "bash" "$(fish_offers 'koers completion b')"

# --- zsh: in a terminal, because nothing else completes
zsh_line()
{
    tmux -S "$socket" send-keys C-u C-l
    tmux -S "$socket" send-keys -l "$1"
    tmux -S "$socket" send-keys Tab
    tries=0
    while [ $tries -lt 50 ]; do
        line=$(tmux -S "$socket" capture-pane -p | sed -n '/^> /p' | tail -1)
        [ "$line" = "> $2" ] && break
        tries=$((tries + 1))
        sleep 0.1
    done
    same "zsh: $1" "> $2" "$line"
}

tmux -S "$socket" -f /dev/null new-session -d -x 100 -y 30 \
    "cd '$dir/work' && PATH='$PATH' TERM=screen HOME='$dir' PS1='> ' zsh -f"
tmux -S "$socket" send-keys -l \
    "fpath=('$dir/zsh' \$fpath); autoload -Uz compinit; compinit -u -D; PS1='> '"
tmux -S "$socket" send-keys Enter
zsh_line "koers descr" "koers describe"
zsh_line "koers run --fo" "koers run --format="
zsh_line "koers run --format=j" "koers run --format=json"
zsh_line "koers check a" "koers check a.koers"
zsh_line "koers init c" "koers init c.db"
zsh_line "koers doc sales.wal" "koers doc sales.wallet"

# --- the pages name what the help names
"$KOERS" --help | grep -o '^  -[-a-z]*' | tr -d ' ' | sort >"$dir/options"
"$KOERS" --help | sed -n 's/^ \{7\}koers \([a-z]*\) .*/\1/p' | sort >"$dir/commands"
[ -s "$dir/options" ] && [ -s "$dir/commands" ] || fail "the help names nothing"

sed -n '/^## Options/,/^## /p' docs/command-line.md | grep '^|' | sed 's/^| \([^|]*\)|.*/\1/;s/\\|.*//' |
    grep -o -- '`-[-a-z]*' | tr -d '`' | sort -u >"$dir/page"
diff "$dir/options" "$dir/page" >"$dir/found"
judge "docs/command-line.md names the options" "$dir/found"
sed -n '/^    koers/s/^    koers \([a-z]*\) .*/\1/p' docs/command-line.md | sed '/^## /q' |
    sort -u >"$dir/page"
comm -23 "$dir/commands" "$dir/page" >"$dir/found"
judge "docs/command-line.md names the subcommands" "$dir/found"

sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/p' docs/koers.1 | sed 's/\\-/-/g' |
    grep '^\.B' | grep -o -- '-[-a-z]*[a-z]' | grep '^-' | sort -u >"$dir/page"
diff "$dir/options" "$dir/page" >"$dir/found"
judge "koers.1 names the options" "$dir/found"
sed -n 's/^\.B koers \([a-z]*\)$/\1/p' docs/koers.1 | sort -u >"$dir/page"
diff "$dir/commands" "$dir/page" >"$dir/found"
judge "koers.1 names the subcommands" "$dir/found"
man --warnings -l docs/koers.1 2>"$dir/found" >/dev/null
judge "koers.1 is well formed" "$dir/found"

sh tests/docs/modules.sh >"$dir/page" 2>"$dir/found"
diff docs/stdlib.md "$dir/page" >>"$dir/found"
judge "docs/stdlib.md is what the modules say (make stdlib-page)" "$dir/found"

# What a file says of itself is the same once it is formatted.
find stdlib examples -name '*.koers' | sort | while read -r file; do
    cp "$file" "$dir/x.koers"
    "$KOERS" doc "$dir/x.koers" >"$dir/written"
    "$KOERS" fmt "$file" >"$dir/x.koers"
    "$KOERS" doc "$dir/x.koers" | cmp -s - "$dir/written" || echo "$file"
done >"$dir/found"
judge "fmt leaves comments with what they are about" "$dir/found"

# --- installed, and taken away again
if make -s install DESTDIR="$dir/root" PREFIX=/usr >"$dir/log" 2>&1; then
    ok "make install"
else
    fail "make install"
    cat "$dir/log"
fi
share=$dir/root/usr/share
for shell in bash:bash-completion/completions/koers zsh:zsh/site-functions/_koers \
    fish:fish/vendor_completions.d/koers.fish; do
    cmp "$dir/${shell%%:*}.words" "$share/${shell#*:}" >"$dir/found" 2>&1
    judge "completion of ${shell%%:*} is installed" "$dir/found"
done
(cd "$root" && find stdlib -name '*.koers') | while read -r file; do
    cmp "$root/$file" "$share/koers/$file"
done >"$dir/found" 2>&1
judge "modules are installed to be read" "$dir/found"
cp "$dir/root/usr/bin/koers" "$dir/alone"
same "the program alone knows its modules" "sales.price" \
    "$(cd / && "$dir/alone" doc | sed -n 's/^\(sales.price\) .*/\1/p')"
make -s uninstall DESTDIR="$dir/root" PREFIX=/usr >/dev/null 2>&1
find "$dir/root" -type f >"$dir/found"
judge "make uninstall leaves no file" "$dir/found"

closing
