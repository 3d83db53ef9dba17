#!/bin/sh
# Does what docs/cron.md says: takes the files from the page, runs the command of its
# crontab in the bare environment that cron gives, and holds the units against systemd.
set -u
cd "$(dirname "$0")/../.." || exit 1
koers=${KOERS:-$PWD/build/koers}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# is WHAT WANTED FOUND
is()
{
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'docs/cron.md: %s\nexpected %s\nfound %s\n' "$1" "$2" "$3"
    fi
}

# job: the job of the crontab as cron runs it; its output in $work/out
job()
{
    command=$(sed -n 's/^[0-9*][^ ]* [^ ]* [^ ]* [^ ]* [^ ]* //p' "$work/site/crontab")
    path=$(sed -n 's/^PATH=//p' "$work/site/crontab")
    (cd / && env -i HOME=/ LOGNAME=nobody SHELL=/bin/sh PATH="$path" \
        /bin/sh -c "$command") >"$work/out" 2>&1
}

# has TEXT: whether the job printed it
has()
{
    if grep -qF "$1" "$work/out"; then echo yes; else echo no; fi
}

cp -R examples/northwind "$work/site" && mkdir "$work/bin" &&
    ln -s "$koers" "$work/bin/koers" || exit 1
awk -v folder="$work/site/" '
    /^<!-- file: .* -->$/ { name = $3; next }
    name != "" && /^```/  { if (inside) { close(folder name); name = "" }
                            inside = !inside; next }
    inside && name != ""  { print > (folder name) }' docs/cron.md
cd "$work/site" || exit 1
sed -i "s|/srv/reports|$work/site|g; s|/usr/local/bin|$work/bin|g" \
    crontab morning.sh ./*.service

job
is "status with an alarm" 3 $?
is "the alarm in the mail" yes "$(has 'alarm: United Package is late')"
is "the page" 1 "$(grep -ci '^<!doctype html>' morning.html)"
before=$(cksum morning.html)

sed -i 's/> 4%/> 90%/' morning.koers
job
is "status when all is well" 0 $?
is "the mail when all is well" "" "$(cat "$work/out")"

before=$(cksum morning.html)
mv northwind.db away.db
job
is "status without a store" 4 $?
is "the message" yes "$(has 'there is no store')"
is "the last line" yes "$(has 'the morning report failed with status 4')"
is "the page of before" "$before" "$(cksum morning.html)"
mv away.db northwind.db

flock morning.lock sleep 5 &
held=$!
tries=100
while [ $((tries -= 1)) -gt 0 ] && flock -n morning.lock true; do sleep 0.05; done
job
is "status while another one runs" 1 $?
is "the mail while another one runs" "" "$(cat "$work/out")"
kill "$held"
wait "$held" 2>/dev/null

PATH="$work/bin:$PATH" sh orders.sh
is "lines of the CSV" 22 "$(wc -l <orders.csv)"
mv northwind.db away.db
PATH="$work/bin:$PATH" sh orders.sh 2>/dev/null
is "lines of the CSV after a failure" 22 "$(wc -l <orders.csv)"

printf '#!/bin/sh\necho "$*"; cat\n' >"$work/bin/sendmail"
chmod +x "$work/bin/sendmail"
sed -i "s|/srv/reports|$work/site|g; s|/usr/local/bin|$work/bin|g" brief.crontab
command=$(sed -n 's/^30 [^ ]* [^ ]* [^ ]* [^ ]* //p' brief.crontab)
path=$(sed -n 's/^PATH=//p' brief.crontab)
brief()
{
    (cd / && env -i HOME=/ LOGNAME=nobody SHELL=/bin/sh PATH="$path" \
        /bin/sh -c "$1") >"$work/out" 2>&1
}
mv away.db northwind.db
brief "$command"
is "status of the brief" 0 $?
is "whom the brief is to" "-t To: board@example.com" \
    "$(sed -n '1p; /^To: /p' "$work/out" | tr '\n' ' ' | sed 's/ $//')"
is "what the brief says" yes "$(has 'Sales')"
brief "$(sed -n 's/^ExecStart=//p' brief.service)"
is "whom the brief of systemd is to" "To: board@example.com" "$(grep '^To: ' "$work/out")"
mv northwind.db away.db
brief "$command"
is "status of a brief without a store" 4 $?
is "nothing is mailed" no "$(has 'To: ')"
mv away.db northwind.db

printf '#!/bin/sh\necho "log of $2"\n' >"$work/bin/journalctl"
printf '#!/bin/sh\necho "$*"; cat\n' >"$work/bin/mail"
chmod +x "$work/bin/journalctl" "$work/bin/mail"
command=$(sed -n 's/^ExecStart=//p' mail-failure@.service | sed 's/%i/morning.service/g')
is "the mail that systemd sends" \
    "-s morning.service failed sales@example.com log of morning.service" \
    "$(PATH="$work/bin:$PATH" sh -c "$command" | tr '\n' ' ' | sed 's/ $//')"

if command -v systemd-analyze >/dev/null; then
    mkdir "$work/units"
    cp ./*.service ./*.timer "$work/units"
    cp mail-failure@.service "$work/units/mail-failure@morning.service"
    cp mail-failure@.service "$work/units/mail-failure@brief.service"
    systemd-analyze verify "$work/units/morning.service" "$work/units/morning.timer" \
        "$work/units/brief.service" "$work/units/brief.timer" \
        "$work/units/mail-failure@morning.service" >"$work/out" 2>&1
    is "systemd-analyze verify" "0 " "$? $(cat "$work/out")"
    is "the time of the timer" "Mon..Fri *-*-* 06:15:00" \
        "$(systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' morning.timer)" |
            sed -n 's/.*Normalized form: //p')"
    is "the time of the timer of the brief" "Mon..Fri *-*-* 06:30:00" \
        "$(systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' brief.timer)" |
            sed -n 's/.*Normalized form: //p')"
else
    echo "cron.sh: no systemd-analyze; the units are not held against it"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
