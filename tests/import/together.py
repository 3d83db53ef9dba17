"""Imports that meet other programs: one waits for the other and nothing is lost; Ctrl-C
and a kill leave the store as it was."""

import os
import signal
import sqlite3
import subprocess
import time

ROWS = 100000


def make(path, first, bad=False):
    with open(path, "w", encoding="ascii") as file:
        file.write("id,a,b\n")
        file.writelines(f"{i},{i * 7 % 1000}.25,text {i}\n"
                        for i in range(first, first + ROWS))
        if bad:
            file.write(f"{first},1,x\n")


def start(cases, *args):
    return subprocess.Popen([cases.koers, "import", *args], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


def finish(process):
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def count(path, table):
    store = sqlite3.connect(path)
    found = store.execute(f"select count(*) from {table}").fetchone()[0]
    whole = store.execute("pragma integrity_check").fetchone()[0] == "ok"
    store.close()
    return found if whole else -1


def behind_a_lock(cases):
    make("small.csv", 0)
    store = sqlite3.connect("lock.db", isolation_level=None)
    store.execute("create table t(a)")
    store.execute("begin exclusive")
    process = start(cases, "small.csv", "lock.db")
    time.sleep(0.7)
    running = process.poll() is None
    store.execute("commit")
    status, _, err = finish(process)
    cases.check("it waits for a lock", running and status == 0 and
                "another program writes to `lock.db`; waiting" in err, err)
    cases.check("then all is there", count("lock.db", "small") == ROWS)
    store.execute("begin immediate")
    process = start(cases, "small.csv", "into", "other", "lock.db")
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    begun = time.time()
    status, _, err = finish(process)
    cases.check("Ctrl-C ends the waiting", status == 1 and time.time() - begun < 2 and
                "stopped; nothing was loaded" in err, err)
    store.execute("commit")
    store.close()


def many_at_once(cases):
    for i in range(4):
        make(f"many{i}.csv", i * ROWS)
    running = [start(cases, f"many{i}.csv", "many.db") for i in range(4)]
    ended = [finish(process) for process in running]
    cases.check("four imports at once, four tables", all(end[0] == 0 for end in ended) and
                all(count("many.db", f"many{i}") == ROWS for i in range(4)), ended)
    running = [start(cases, f"many{i}.csv", "into", "one", "many.db") for i in range(4)]
    ended = [finish(process) for process in running]
    good = [end for end in ended if end[0] == 0]
    cases.check("four imports into one new table: one wins", len(good) == 1 and
                all("there is a table `one`" in end[2] for end in ended if end[0]) and
                count("many.db", "one") == ROWS, ended)
    running = [start(cases, f"many{i}.csv", "into", "one", "many.db", "--append")
               for i in range(4)]
    ended = [finish(process) for process in running]
    cases.check("four appended at once: each file once",
                all(end[0] == 0 for end in ended) and
                count("many.db", "one") == 4 * ROWS, ended)


def beside_a_failure(cases):
    """The store that a failing import has made is not pulled away from one that waits."""
    make("bad.csv", 0, bad=True)
    for turn in range(5):
        path = f"beside{turn}.db"
        bad = start(cases, "bad.csv", path, "--key", "id")
        time.sleep(0.02 * turn)
        good = start(cases, "small.csv", path)
        bad_end, good_end = finish(bad), finish(good)
        cases.check(f"beside a failure {turn}", bad_end[0] == 1 and good_end[0] == 0 and
                    count(path, "small") == ROWS, (bad_end, good_end))


def interrupted(cases):
    with open("large.csv", "w", encoding="ascii") as file:
        file.write("id,a,b\n")
        for _ in range(10):
            file.writelines(f"{i},{i}.5,text {i}\n" for i in range(ROWS))
    for number in (signal.SIGINT, signal.SIGKILL):
        for delay in (0.1, 0.5, 0.9):
            path = f"stop{number}-{delay}.db"
            store = sqlite3.connect(path)
            store.execute("create table kept as select 1 as a")
            store.commit()
            store.close()
            process = start(cases, "large.csv", path)
            time.sleep(delay)
            process.send_signal(number)
            status, _, err = finish(process)
            store = sqlite3.connect(path)
            tables = store.execute("select name from sqlite_master").fetchall()
            store.close()
            done = status == 0 and ("large",) in tables
            cases.check(f"stopped by {number} after {delay} s", done or (
                tables == [("kept",)] and count(path, "kept") == 1),
                f"{status} {tables} {err}")


def run(cases):
    behind_a_lock(cases)
    many_at_once(cases)
    beside_a_failure(cases)
    interrupted(cases)
