#!/usr/bin/env python3
"""`koers brief`: values against SQL, what is due on each day of two months, and the
message of --mail as Python's email package reads it.

Usage: brief.py with $KOERS (default build/koers)."""
import datetime
import email
import email.policy
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
KOERS = os.path.abspath(os.environ.get("KOERS", os.path.join(HERE, "../../build/koers")))
failed = passed = 0


def same(name, wanted, found):
    global failed, passed
    if wanted == found:
        passed += 1
        return
    failed += 1
    print(f"FAILED {name}\n  wanted: {wanted!r}\n  found:  {found!r}")


def run(folder, *args, **env):
    done = subprocess.run([KOERS, "brief", *args], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, **env}, check=False)
    return done.returncode, done.stdout, done.stderr


def answers(folder, *args):
    status, out, err = run(folder, *args, "--format", "json")
    if status != 0:
        return err
    decoder, at, found = json.JSONDecoder(), 0, []
    while out[at:].strip():
        at += len(out[at:]) - len(out[at:].lstrip())
        one, at = decoder.raw_decode(out, at)
        found.append([line["values"] for line in one["rows"]])
    return found


def due(day, rhythm):
    """Once in each period, on its first day from Monday to Friday."""
    if rhythm == "daily":
        return True
    if rhythm == "weekly":
        return day.weekday() == 0
    months = {"monthly": range(1, 13), "quarterly": (1, 4, 7, 10)}[rhythm]
    first = day.replace(day=1)
    while first.weekday() > 4:
        first += datetime.timedelta(days=1)
    return day.month in months and day == first


def check_days(folder):
    steps = [datetime.date(2025, 3, 25) + datetime.timedelta(days=n) for n in range(60)]
    for day in steps:
        wanted = sorted(r for r in ("daily", "weekly", "monthly", "quarterly") if due(day, r))
        found = answers(folder, "days.koers", "on", str(day))
        same(f"due on {day}", wanted, sorted(line["indicator"] for line in found[0]))


def check_values(folder, store):
    """The month before, and the change since the one before it."""
    for month in ("2024-02", "2024-12", "2025-07"):
        day = datetime.date.fromisoformat(month + "-01")
        before = [str(day - datetime.timedelta(days=1))[:7]]
        before.append(str(datetime.date.fromisoformat(before[0] + "-01")
                          - datetime.timedelta(days=1))[:7])
        won = [store.execute("select count(*) from deal where substr(won_on, 1, 7) = ?",
                             (m,)).fetchone()[0] for m in before]
        while day.weekday() > 4:
            day += datetime.timedelta(days=1)
        lines = {line["indicator"]: line
                 for line in answers(folder, "model.koers", "on", str(day))[0]}
        line = lines["deals_won"]
        same(f"value in {before[0]}", (before[0], won[0], won[0] - won[1]),
             (line["period"], line["value"], line["change"]))


def check_words(folder):
    day = ["on", "2025-12-01"]
    for who, wanted in (("board", ["sales"]), ("Ann", ["sales"]),
                        ("director", ["sales"]), ("Cid", ["visits_made"]),
                        ("managers", ["deals_won", "deal_size"])):
        found = answers(folder, "model.koers", "for", who, *day)
        mine = [line["indicator"] for line in found[0]] if isinstance(found, list) else found
        same(f"brief for {who}", True, isinstance(mine, list) and set(wanted) <= set(mine))
    for args, status in ((["for"], 2), (["on", "monday"], 2), (["for", "Zoe"], 1),
                         (["for", "Ann", "for", "Bob"], 2), (["--to", "a@b"], 2),
                         (["--mail", "--to", "a\nb"], 2), (["--mail", "--format", "json"], 2),
                         (["--mail", "--to", "é@example.com"], 2), (["--size", "3"], 2)):
        same(f"status of {args}", status, run(folder, "model.koers", *args)[0])
    same("status without a model", 1, run(os.path.join(folder, "empty"))[0])
    same("the model of the folder", run(folder, "model.koers", *day), run(folder, *day))
    same("the model beside the store", run(folder, *day), run(folder, "store.db", *day))
    red = [line for line in answers(folder, *day)[0] if line["status"] == "red"]
    same("something is red", True, len(red) > 0)
    same("status of an alarm", 3, run(folder, *day, "--fail-on", "alarm")[0])


def check_addresses(folder):
    """Names in any signs, as the email package reads them."""
    for written, read in (
            ("Jörg Müller <j@x.nl>", [("Jörg Müller", "j@x.nl")]),
            ('"Müller, Jörg" <j@x.nl>,b@c.nl, Åsa <a@a.se>',
             [("Müller, Jörg", "j@x.nl"), ("", "b@c.nl"), ("Åsa", "a@a.se")]),
            ('"O\\"Neil é" <o@n.ie>', [('O"Neil é', "o@n.ie")]),
            ("Zoë <" + "z" * 60 + "@example.com>", [("Zoë", "z" * 60 + "@example.com")])):
        status, out, err = run(folder, "model.koers", "--mail", "--to", written,
                               "--from", "Zoë <zoe@example.com>")
        message = email.message_from_string(out, policy=email.policy.default)
        same(f"to {written}", (0, "", read, []),
             (status, err, [(a.display_name, a.addr_spec) for a in message["to"].addresses],
              list(message["to"].defects)))
        same(f"from, to {written}", "Zoë", message["from"].addresses[0].display_name)
        same(f"signs of {written}", True,
             out.isascii() and max(map(len, out.split("\n"))) <= 78)
    for written in ("é@example.com", "Zoë", "a <é@x.nl>", "a@b\r\nBcc: c@d", " ", "a@b, é@c.nl"):
        same(f"to {written!r}", 2, run(folder, "model.koers", "--mail", "--to", written)[0])


def check_mail(folder):
    args = ["model.koers", "on", "2025-12-01", "--mail", "--to", "Ann <ann@example.com>",
            "--from", "koers@example.com"]
    status, out, err = run(folder, *args, SOURCE_DATE_EPOCH="1767600900")
    same("status of a mail", (0, ""), (status, err))
    same("twice the same mail", out, run(folder, *args, SOURCE_DATE_EPOCH="1767600900")[1])
    same("signs of a mail", True, out.isascii() and max(map(len, out.split("\n"))) <= 78)
    message = email.message_from_string(out, policy=email.policy.default)
    same("defects", [], list(message.defects))
    same("kind", "multipart/alternative", message.get_content_type())
    same("from, to", ("koers@example.com", "Ann <ann@example.com>"),
         (message["from"], message["to"]))
    same("date", datetime.datetime(2026, 1, 5, 8, 15, tzinfo=datetime.timezone.utc),
         message["date"].datetime)
    same("name", True, bool(re.fullmatch(r"<[0-9a-f]{24}@[^<>@\s]+>", message["message-id"])))
    check_addresses(folder)
    other = email.message_from_string(run(folder, *args)[1])["message-id"]
    same("name of another", True, other != message["message-id"])
    reds = sum(line["status"] == "red" for line in answers(folder, *args[:3])[0])
    ambers = sum(line["status"] == "amber" for line in answers(folder, *args[:3])[0])
    counts = [f"{n} {word}" for n, word in ((reds, "red"), (ambers, "amber")) if n]
    same("subject", "Brief, 2025-12-01" + (": " + ", ".join(counts) if counts else ""),
         message["subject"])
    parts = list(message.iter_parts())
    same("parts", [("text/plain", "utf-8", []), ("text/html", "utf-8", [])],
         [(p.get_content_type(), p.get_content_charset(), list(p.defects)) for p in parts])
    # What is said of the page stands at the foot of a file only.
    same("text", True, parts[0].get_content().startswith(run(folder, *args[:3])[1].rstrip()))
    page = parts[1].get_content()
    same("page", True, page.startswith("<!DOCTYPE html>") and "<script" not in page
         and "Sell the larger package." in page)
    same("size", True, len(out) < 90_000)
    subject = email.message_from_string(
        run(folder, "model.koers", "for", "Zoë Ünal-Öztürk " + "é" * 60, "--mail")[1],
        policy=email.policy.default)["subject"]
    same("subject of other signs", "Brief for Zoë Ünal-Öztürk " + "é" * 60 + ", 2026-01-10",
         subject)


def ask(folder, text, *args):
    done = subprocess.run([KOERS, "store.db", *args, "-c", text], cwd=folder,
                          capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def found_by(folder, check, day):
    status, out, err = ask(folder, "check steering", "--format", "json", "--today", day)
    if status != 0 or err:
        return err
    return sorted((line["values"]["about"], line["values"]["finding"])
                  for line in json.loads(out)["rows"] if line["values"]["check"] == check)


def check_alignment(folder):
    """E2 to E4 by what was logged since the first look, on Monday 2025-09-01."""
    run(folder, "--today", "2025-09-01")
    for day in ("2025-09-08", "2025-09-16", "2025-10-01"):
        run(folder, "--today", day)
    red = [("indicator deal_size", "red for 2 periods without a decision: it goes to the"
                                   " strategic level")]
    late = found_by(folder, "E2", "2025-12-01")
    same("E2", red, [one for one in late if one[0] == red[0][0]])
    # Weeks of September, October and November from the first on: 13 over, 4 of them kept.
    same("E3", [("indicator deal_size", "of 3 looks that were due in a year 2 were kept"),
                ("indicator deals_won", "of 3 looks that were due in a year 2 were kept"),
                ("indicator sales", "of 3 looks that were due in a year 2 were kept"),
                ("indicator visits_made", "of 13 looks that were due in a year 4 were kept"),
                ("steering", "not checked for `other`: no look at it was due since the first one was logged")],
         found_by(folder, "E3", "2025-12-01"))
    same("E4 too early", [("steering", "not checked: nothing is logged of a year ago")],
         found_by(folder, "E4", "2025-12-01"))
    # Sales were green, and then nothing is known; the target of deals_won begins in 2026.
    same("E4", [("indicator sales", "never red and never decided upon in a year")],
         found_by(folder, "E4", "2026-09-01"))
    ask(folder, 'decide deal_size "Sell more" decide sales "Sell"', "--today", "2025-12-01")
    same("E2 decided", [], [one for one in found_by(folder, "E2", "2025-12-01")
                            if one[0] == red[0][0]])
    same("E4 decided", [], found_by(folder, "E4", "2026-09-01"))


def looks_of(path):
    log = sqlite3.connect(path)
    n = log.execute("select count(*) from koers_log").fetchone()[0]
    log.close()
    return n


def check_first_looks(folder):
    """Many look at once where there is no log yet, where one is just being made, which has
    nothing in it, and by another name of the store."""
    path = os.path.join(folder, "store.db.koers")
    if os.path.exists(path):
        os.remove(path)
    ask_one = [KOERS, "brief", "--today", "2025-12-01"]
    per_look = 0
    for n in (1, 25, 25, 25):
        many = [subprocess.Popen(ask_one, cwd=folder, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True) for _ in range(n)]
        same("errors of first looks", [""] * n, [one.communicate()[1] for one in many])
        per_look = per_look or looks_of(path)
        same("first looks", n * per_look, looks_of(path))
        os.remove(path)
    with open(path, "wb"):
        pass
    status, out, _ = ask(folder, "adoption", "--today", "2025-12-01")
    same("adoption without a look", (0, True), (status, "nothing is logged" in out))
    run(folder, "--today", "2025-12-01")
    same("a look into an empty log", per_look, looks_of(path))
    away = os.path.join(folder, "away")
    os.mkdir(away)
    os.symlink("../store.db", os.path.join(away, "store.db"))
    shutil.copy(os.path.join(folder, "model.koers"), away)
    run(away, "--today", "2025-12-01")
    same("a look by another name", 2 * per_look, looks_of(path))
    same("no second log", ["model.koers", "store.db"], sorted(os.listdir(away)))
    shutil.rmtree(away)
    os.remove(path)


def check_log(folder):
    """Who looked, and what the brief knows of it; 20 writers at once lose nothing."""
    path = os.path.join(folder, "store.db.koers")
    if os.path.exists(path):
        os.remove(path)
    run(folder, "--today", "2025-12-01", "--as", "Bob", "for", "managers")
    run(folder, "for", "managers", "on", "2025-12-02")
    run(folder, "--today", "2025-12-02", "--mail")
    for form in ("html", "json", "csv", "markdown"):
        run(folder, "--today", "2025-12-02", "--format", form)
    for file in (os.path.join(folder, "page.txt"), os.devnull):
        with open(file, "w", encoding="utf-8") as page:
            subprocess.run([KOERS, "brief", "--today", "2025-12-02"], cwd=folder, stdout=page,
                           check=True)
    ask(folder, "run daily", "--today", "2025-12-03")
    ask(folder, 'decide sales "it\'s due" owner "Ann" due 2026-01-01', "--today", "2025-12-03",
        "--as", "Ann")
    log = sqlite3.connect(path)
    same("looks", [("Bob", "brief", "managers", "deal_size", "2025-12-01"),
                   ("Bob", "brief", "managers", "deals_won", "2025-12-01")],
         sorted(log.execute("select who, kind, name, indicator, day from koers_log"
                            " where kind = 'brief'")))
    login = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True)
    same("a report", [(login.stdout.strip(), "report", "daily", "", "2025-12-03")],
         list(log.execute("select who, kind, name, indicator, day from koers_log"
                          " where kind = 'report'")))
    same("a decision", [("Ann", "sales", "it's due", "Ann", "2025-12-03", "2026-01-01")],
         list(log.execute("select who, indicator, decision, owner, day, due"
                          " from koers_decisions")))
    for change in ("update koers_log set who = 'x'", "delete from koers_decisions"):
        try:
            log.execute(change)
            same(change, "refused", "done")
        except sqlite3.IntegrityError:
            same(change, "refused", "refused")
        log.rollback()
    log.close()
    os.remove(path)
    many = [subprocess.Popen(
        [KOERS, "store.db", "--today", "2025-12-01", "-c",
         " ".join(f'decide sales "{n} {k}" brief' for k in range(5))],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for n in range(20)]
    errors = [one.communicate()[1] for one in many]
    same("errors of 20 writers", [""] * 20, errors)
    log = sqlite3.connect(path)
    wanted = sorted(f"{n} {k}" for n in range(20) for k in range(5))
    same("decisions of 20 writers", wanted,
         sorted(row[0] for row in log.execute("select decision from koers_decisions")))
    same("looks of 20 writers", 100 * 4,
         log.execute("select count(*) from koers_log").fetchone()[0])
    log.close()
    os.remove(path)
    check_alignment(folder)
    os.remove(path)
    os.mkdir(path)
    status, out, err = run(folder, "--today", "2025-12-01")
    same("a log that cannot be", (0, True, 1),
         (status, out.startswith("Brief, 2025-12-01"), err.count("warning[E0817]")))
    same("a decision that cannot be", True, ask(folder, 'decide sales "x"')[0] != 0)
    os.rmdir(path)


def main():
    with open(os.path.join(HERE, "good.koers"), encoding="utf-8") as file:
        good = file.read().replace("check steering\n", "")
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "empty"))
        store = sqlite3.connect(os.path.join(folder, "store.db"))
        with open(os.path.join(HERE, "store.sql"), encoding="utf-8") as sql:
            store.executescript(sql.read())
        store.commit()
        with open(os.path.join(folder, "model.koers"), "w", encoding="utf-8") as model:
            model.write(good + 'audience late members "Zoë Ünal-Öztürk ' + "é" * 60 + '"\n'
                        'indicator other { measure won audience late rhythm yearly }\n')
        with open(os.path.join(folder, "days.koers"), "w", encoding="utf-8") as model:
            model.write(good[:good.index("profile ")])
            for rhythm in ("daily", "weekly", "monthly", "quarterly"):
                model.write(f"indicator {rhythm} {{ measure won rhythm {rhythm} }}\n")
            model.write('text "what the model prints is no part of a brief"\n')
        check_days(folder)
        check_values(folder, store)
        check_words(folder)
        check_mail(folder)
        check_first_looks(folder)
        check_log(folder)
        store.close()
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
