#!/bin/sh
# The prompt in a real terminal: tmux types the keys and shows the screen. Each check
# waits for what it wants to see, so a slow machine is only slower.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lint/count.sh
KOERS=${KOERS:-$PWD/build/koers}
if ! command -v tmux >/dev/null; then
    fail "tmux is not installed"
    closing
    exit 1
fi
dir=$(mktemp -d) || exit 1
socket=$dir/tmux0
terminals=0
locale=LC_ALL=C.UTF-8
term=screen-256color
no_color=
pager=cat
history=$dir/state/koers/history
trap 'tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$dir"' EXIT

sqlite3 "$dir/shop.db" <<'SQL'
create table sales(id integer primary key, region text, product text, sold text,
                   amount integer);
insert into sales values (1, 'North', 'tea', '2025-01-05', 10),
    (2, 'South', 'tea', '2025-02-05', 20), (3, 'North', 'cake', '2025-02-07', 5);
SQL
cat >"$dir/model.koers" <<'MODEL'
open "shop.db"
source sales "What was sold" from table sales {
  key       id
  time      sold = sold
  dimension region, product
  measure   amount "Pieces sold" = sum(amount)
  measure   sales_count = count()
}
source endless from sql "with recursive t(x) as (select 1 union all
    select x + 1 from t where x < 1000000000) select x from t" {
  key       x
  dimension endless_text = text(x)
  measure   endless_count = count()
}
MODEL
cat >"$dir/days.koers" <<'DAYS'
use "model.koers"
show amount by day
DAYS
cat >"$dir/editor" <<'EDITOR'
#!/bin/sh
echo 'show amount * 2 as doubled' >"$1"
EDITOR
chmod +x "$dir/editor"

# A shell with jobs around the prompt.
cat >"$dir/shell" <<'SHELL'
set -m
$KOERS
status=$?
[ "$status" -ne 143 ] || { stty -a | grep -q ' icanon' && echo "ENDED whole"; }
while [ "$status" -gt 128 ]; do
    echo "STOPPED $status"
    read -r word
    $word
    status=$?
done
echo "LEFT $status"
sleep 100
SHELL

tm()
{
    tmux -S "$socket" -f /dev/null "$@" 2>/dev/null
}

# start [COLUMNS [ROWS]]: a prompt in a fresh terminal.
start()
{
    tm kill-server
    terminals=$((terminals + 1))
    socket=$dir/tmux$terminals
    tm new-session -d -x "${1:-80}" -y "${2:-24}" -s k "cd $dir && env -u NO_COLOR $no_color \
        XDG_STATE_HOME=$dir/state HOME=$dir INPUTRC=/dev/null $locale PAGER='$pager' \
        VISUAL=$dir/editor TERM=$term ENV= PS1=sh: KOERS=$KOERS \
        sh $dir/shell"
    sees '^koers>$' "starts"
}

# children PID
children()
{
    ps -o pid= --ppid "$1" | tr -d ' '
}

keys()
{
    tm send-keys -t k "$@"
}

screen()
{
    tm capture-pane -t k -p "$@"
}

# sees PATTERN NAME: the screen shows it within 3 seconds or so.
sees()
{
    tries=0
    while [ "$tries" -lt 60 ]; do
        if screen | grep -q -e "$1"; then
            ok
            return
        fi
        tries=$((tries + 1))
        sleep 0.05
    done
    fail "$2: no $1"
    screen | grep . | sed 's/^/  | /'
}

# lacks PATTERN NAME: what is there now does not hold it.
lacks()
{
    if screen | grep -q -e "$1"; then
        fail "$2: $1"
        screen | grep . | sed 's/^/  | /'
    else
        ok
    fi
}

model()
{
    keys 'include model.koers' Enter
    sees 'model.koers' "include"
}

# ---- help: its sentences are run ----
cp -r examples/northwind "$dir/northwind"
topics=$(echo help | $KOERS | sed -n '/one of:/,/quit/p' | sed 's/.*one of://; s/quit//')
for topic in $topics; do
    echo "help $topic" | $KOERS >"$dir/help"
    if [ ! -s "$dir/help" ] || awk 'length > 80 { exit 1 }' "$dir/help"; then
        ok
    else
        fail "help $topic: a line is long"
    fi
    sed -n 's/^    //p' "$dir/help" >"$dir/sentences"
    if [ -s "$dir/sentences" ] && ! (cd "$dir/northwind" &&
        $KOERS northwind.db) <"$dir/sentences" >"$dir/answers" 2>&1; then
        fail "help $topic: its sentences"
        sed 's/^/  | /' "$dir/answers"
    else
        ok
    fi
done
case $(echo "$topics" | wc -w) in
    1[0-9] | 2[0-9]) ok ;;
    *) fail "topics of help: $topics" ;;
esac

# ---- questions, refinement, errors ----
start
sees 'Koers ' "greets"
model
keys 'show amount by region' Enter
sees '^North *15' "answers"
keys 'by product' Enter
sees '^cake *5' "refines the last question"
keys 'show nosuch' Enter
sees 'E0301' "says what is wrong"
keys C-l 'explain' Enter
sees 'by product' "explains the last question that was answered"
keys C-l 'show nosuch' Enter
sees 'E0301' "says what is wrong"
keys '1 + 41' Enter
sees '^ *42$' "goes on after an error"
keys 'C-d'
sees 'LEFT 0' "Ctrl-D leaves"

# ---- another store ----
mkdir "$dir/other"
sqlite3 "$dir/other/bikes.db" 'create table bikes(id integer primary key, colour text);
    insert into bikes values (1, "red"), (2, "blue"), (3, "red")'
cat >"$dir/other/model.koers" <<'MODEL'
open "bikes.db"
source bikes from table bikes { key id  dimension colour  measure bikes_count = count() }
MODEL
start
model
keys 'open other/absent.db' Enter
sees 'E0801' "a store that is not there"
keys C-l 'show amount by region' Enter
sees '^North *15' "leaves the one before"
keys C-l 'open other/bikes.db' Enter
sees 'other/model.koers is read' "another store with its model"
keys 'show bikes_count by colour' Enter
sees '^red *2' "is asked"
keys C-l 'show amount' Enter
sees 'E0301' "and knows nothing of the one before"
keys C-l 'explain' Enter
sees 'by colour' "explains its last question"

# ---- more than one line ----
start
model
keys 'show amount \' Enter
sees '^  *\.\.\.>' "a backslash continues a line"
keys 'by region' Enter
sees '^North *15' "and the text runs once it is whole"
keys C-l
keys 'show amount by (' Enter
sees '^ \.\.\.(>' "an open bracket is the reason"
keys 'region)' Enter
sees '^South *20' "runs when the bracket is closed"
keys 'text "one' Enter
sees '^ \.\.\.">' "an open text is the reason"
keys 'two"' Enter
sees '^two$' "a text over two lines"
keys '/* note' Enter
sees '^ \.\.\.\*>' "an open comment is the reason"
keys '*/ show sales_count,' Enter
sees '^  \.\.\.>$' "a comma wants more"
keys 'amount' Enter
sees '^ *3 *35$' "runs what was gathered"
keys 'show amount,' Enter
keys Enter
sees 'E02' "an empty line ends it"

# ---- keys ----
start
model
keys 'show amount,' Enter 'sales_count' Up 'C-e' BSpace '+'
sees 'show amount+' "Up goes to the line above"
keys Down 'C-e' ' * 0' Enter
sees '^ *35' "Down goes back"
keys 'C-l'
keys Up
sees '^  \.\.\.> sales_count \* 0' "one Up brings the whole text back"
keys 'C-c'
sees '\^C' "Ctrl-C says so"
keys '7 * 6' Enter
sees '^ *42$' "Ctrl-C cleared the text"
keys 'nonsense' 'C-c'
sleep 0.2
keys '6 * 7' Enter
lacks 'nonsense6' "the next line stands alone"
keys 'C-r' '7 '
sees 'reverse-i-search' "Ctrl-R searches"
keys 'C-c'
sleep 0.2
keys '50 + 5' Enter
sees '^ *55$' "Ctrl-C ends a search"

# ---- completion ----
start
model
keys 'show am' Tab 'by re' Tab Enter
sees '^North *15' "measures and dimensions are completed"
keys 'SHOW s' Tab
sees 'sales_count' "a list of what fits"
keys 'C-c'
sleep 0.2
keys 'describe sal' Tab
sees 'sales_count' "names after describe"
keys 'C-c'
sleep 0.2
keys 'include mod' Tab
sees 'include model.koers' "files after include"
keys 'C-c'
sleep 0.2
keys 'use "mod' Tab
sees 'use "model.koers"' "files in a text"
keys 'C-c'
sleep 0.2
keys '\tim' Tab
sees '.timing' "commands"
keys 'C-c'
sleep 0.2

keys 'amount where region = "so' Tab Enter
sees '^ *20$' "a value in a text, with its end"
keys 'amount where region in ("North", "So' Tab ')' Enter
sees '^ *35$' "a value in a list"
keys 'amount where product = ' Tab
sees '^"tea"' "values before the quote"
keys 'C-c'
sleep 0.2
keys 'list period from koers_indicators where status = "' Tab
sees '^amber  *green  *grey  *red' "values of what Koers knows"
keys 'C-c'
sleep 0.2
keys 'list what from (list product as what from sales) where what = "c' Tab Enter
sees '^ *cake$' "values of the answer that is read"
keys 'endless_count where endless_text = "' Tab
sleep 0.5
keys 'C-c'
sees 'endless_text = ".*^C' "Tab never hangs"

# ---- commands ----
start
model
keys 'describe' Enter
sees 'Pieces sold' "describe lists"
keys '\d amount' Enter
sees '= sum(amount)' "describe shows the definition"
keys 'describe amunt' Enter
sees 'did you mean .amount' "describe suggests"
keys 'help where' Enter
sees 'picks rows' "help of a topic"
keys '\helo' Enter
sees 'did you mean .help' "commands are suggested"
keys 'timing on' Enter '5 + 4' Enter
sees ' ms$' "timing"
keys 'timing off' Enter
keys '.mode csv' Enter 'show amount by region' Enter
sees '^North,15' "format"
keys 'format nosuch' Enter
sees 'formats are' "formats are listed"
keys 'format table' Enter
keys 'explain E0301' Enter
sees '[a-z]' "explains a code"
keys '\edit' Enter
sees '^ *70$' "the editor's text is run"
keys 'watch 0.2 show sales_count' Enter
sees '(every 0.2 s)' "watches"
keys 'C-c'
sleep 0.3
keys '10 + 2' Enter
sees '^ *12$' "Ctrl-C ends watching"
keys '\q' Enter
sees 'LEFT 0' "quits"

# ---- a long question ----
start
model
keys 'show endless_count' Enter
sleep 0.5
keys 'C-c'
sees '^stopped$' "Ctrl-C stops a question"
keys '20 + 3' Enter
sees '^ *23$' "the prompt goes on after it"
keys 'show amount' Enter
sees '^ *35$' "and the store too"

# ---- Ctrl-Z, resize ----
start
model
keys 'show amount,' Enter 'sales_count'
sees '> sales_count$' "two lines"
keys 'C-z'
sees 'STOPPED 148' "Ctrl-Z stops it"
lacks 'LEFT' "and does not end it"
keys 'fg' Enter
sees '^  \.\.\.> sales_count$' "fg draws the text anew"
keys ' * 2' Enter
sees '^ *35 *6$' "which goes on"
keys 'text "a line that is so long that it will not fit in a narrow terminal"'
sees 'narrow terminal"$' "a long line"
tm resize-window -t k -x 40
sees '^ *it will.*narrow terminal"$' "a narrower terminal"
keys Left 'x'
sees '^ *it will.*narrow terminalx"$' "and a key in it"
tm resize-window -t k -x 90
sees 'koers> text.*narrow terminalx"$' "a wider terminal"
if [ "$(screen | grep -c 'so long')" = 1 ]; then
    ok
else
    fail "leftovers"
    screen | grep . | sed 's/^/  | /'
fi
keys 'C-c'
sees 'terminalx"^C$' "Ctrl-C stands behind the text"

# ---- colours, width, paste, history ----
start 30 10
keys 'show amount'
sleep 0.3
if screen -e | grep -q "$(printf '\033')\[1m.*show"; then ok; else fail "colours"; fi
keys ' -- a comment that is longer than the terminal is wide'
sees '^is wide$\|^ wide\|wide$' "long lines are broken"
keys 'C-a' 'C-k'
sleep 0.2
lacks 'wide' "the rows of a long line are cleared"
keys 'C-c'
printf '1 +\n1 +\t\n3' >"$dir/paste"
tm load-buffer -b p "$dir/paste"
tm paste-buffer -p -b p -t k
sleep 0.2
keys Enter
sees '^ *5$' "a paste of lines is one text"
keys "'日本" 'ä' "'" ' || "x"' Enter
sees '日本äx' "wide letters"
tm kill-server
sleep 0.2
if grep -q '^1 +$' "$history"; then ok; else fail "history of a killed prompt"; fi
start
keys Up Up
sees '^  \.\.\.> 3' "history is read again"
keys 'C-c'

# ---- other terminals ----
start 40 12
model
keys 'help where' Enter
sees '^ *is not empty$' "help is broken between words"
keys 'C-l'
keys 'text "' '日本語' 'é' '€ in a line that is longer than the window"' Left Left BSpace
sees 'longer than the windw"$' "a line with wide letters"
keys Enter
sees '^日本語é€ in a line' "which prints them"
no_color='-u LC_ALL -u LANG -u LC_CTYPE'
locale=
tm kill-server
start
keys 'text "é日x"' Left Left BSpace
sees '^koers> text "éx"$' "letters are whole where no locale is set"
keys Enter
sees '^éx$' "and run"
locale=LC_ALL=C
start
model
keys 'indicator sold { measure amount  rhythm monthly  target >= 5 }' Enter
keys 'brief on 2025-03-03' Enter
sees '^ *trend  *_#$' "the trend of a brief is in ASCII there"
no_color=
locale=LC_ALL=C.UTF-8
term=dumb
start
model
keys 'amount,' Enter
sees '^\.\.\.>' "a plain terminal has a continuation"
keys 'sales_count by region' Enter
sees '^North *15 *2' "and answers"
keys 'amount +' 'C-c'
sleep 0.2
keys '9 + 9' Enter
sees '^ *18$' "Ctrl-C clears its line"
keys 'C-d'
sees 'LEFT 0' "Ctrl-D leaves it"
term=screen-256color
tm kill-server
no_color="NO_COLOR=1"
start
keys 'show 1 + '
sees '1 +' "typed"
kill -TERM "$(children "$(tm list-panes -t k -F '#{pane_pid}')")" ||
    fail "no process to end"
sees 'ENDED whole' "SIGTERM leaves the terminal as it was"
start
model
python3 -c "import sqlite3, time
c = sqlite3.connect('$dir/shop.db', isolation_level=None)
c.execute('begin exclusive'); time.sleep(4)" &
sleep 0.5
keys 'show amount where region = "N' Tab 'x'
sees '"Nx' "completion does not wait for a lock"
keys C-c
wait
pager='sed s/^/paged/'
start 80 8
model
keys 'describe' Enter
sees '^paged.*endless_count' "what is longer than the screen goes to the pager"
keys 'describe endless_count' Enter
sees '^ *measure *endless_count' "what fits does not"
keys C-l 'show amount by day' Enter
sees '^paged.*2025-02-07' "an answer that is longer than the screen goes to the pager"
keys C-l 'show amount by month' Enter
sees '^2025-02 ' "an answer that fits does not"
keys C-l 'watch 60 show amount by day' Enter
sees '^2025-02-07 ' "what is watched does not"
keys C-c
keys C-l 'set pager = off' Enter 'show amount by day' Enter
sees '^2025-02-07 ' "nothing does where the pager is off"
keys C-d
sees 'LEFT 0' "leaves"
keys C-c
tm kill-server
terminals=$((terminals + 1))
socket=$dir/tmux$terminals
tm new-session -d -x 80 -y 8 -s k "cd $dir && export PAGER='$pager' $locale && {
    $KOERS shop.db -c 'use \"days.koers\"'; $KOERS run days.koers | tail -3; sleep 100; }"
sees '^paged.*2025-02-07' "an answer of -c goes to the pager"
sees '^2025-02-07 ' "what goes into a pipe does not"
pager=cat
start
keys 'show 12 as twelve, nosuch' Enter
sees 'E0301' "without colours"
if screen -e | grep -q "$(printf '\033')\["; then fail "NO_COLOR"; else ok; fi
no_color=

closing
