"""Files that cannot be written: one sentence, status 5, and what was there stays."""

import os
import resource
import signal
import sqlite3

from case import OUTPUT, SCRIPT

ENDINGS = ["csv", "json", "md", "txt", "xlsx"]
NOBODY = 65534
OLD = "what was there before\n"
ONE_ERROR = r"\A[^\n]*error\[E0790\]: cannot write {}: {}\n(?![^§]*error)"


def make_store():
    store = sqlite3.connect("outputs.db")
    store.execute("create table t(id integer primary key, name text)")
    store.execute("with recursive c(x) as (select 1 union all select x + 1 from c where "
                  "x < 3000) insert into t select x, 'name ' || x from c")
    store.commit()
    store.close()


def script(to):
    return ('open "outputs.db"\nset today = 2025-06-01\n'
            "source t from table t { key id  dimension name  measure n = count() }\n"
            "report r() { list id, name from t }\n"
            f"run r() to {to}\n")


def put(path):
    with open(path, "w", encoding="utf8") as file:
        file.write(OLD)


def is_old(path):
    with open(path, "rb") as file:
        return file.read() == OLD.encode()


def little_space():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


def as_nobody():
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def refused(cases, name, to, path, reason, before=None, status=OUTPUT):
    cases.run(name, script(to), status=status, out=r"\A\Z", before=before,
              err=ONE_ERROR.format(path, reason))
    left = [f for f in os.listdir(".") if f.startswith(".koers")]
    cases.check(f"{name}: nothing is left behind", not left, str(left))


def each_ending(cases):
    os.mkdir("taken")
    for ending in ENDINGS:
        path = f"taken/x.{ending}"
        os.mkdir(path)
        refused(cases, f"a folder as .{ending}", f'"{path}"', path, "Is a directory")
        refused(cases, f"no folder for .{ending}", f'"none/x.{ending}"',
                f"none/x.{ending}", "No such file or directory")
        os.symlink("/dev/full", f"full.{ending}")
        refused(cases, f"/dev/full as .{ending}", f'"full.{ending}"',
                f"full.{ending}", "No space left on device")
        put(f"old.{ending}")
        refused(cases, f"a full disk under .{ending}", f'"old.{ending}"',
                f"old.{ending}", "(File too large|No space left on device)",
                before=little_space)
        cases.check(f"the old .{ending} is there", is_old(f"old.{ending}"))
        refused(cases, f".{ending} and one that fails",
                f'"old.{ending}", "none/y.csv"', "none/y.csv",
                "No such file or directory")
        cases.check(f"the old .{ending} is there still", is_old(f"old.{ending}"))
        refused(cases, f".{ending} twice", f'"old.{ending}", "./old.{ending}"',
                rf"\./old\.{ending}", "it is named twice", status=SCRIPT)
        refused(cases, f"a new .{ending} twice", f'"new.{ending}", "taken/../new.{ending}"',
                rf"taken/\.\./new\.{ending}", "it is named twice", status=SCRIPT)
        cases.check(f"no new .{ending}", not os.path.exists(f"new.{ending}"))


def no_permission(cases):
    """Root may write everywhere, so there another one tries, if that one may run the
    program at all."""
    os.chmod(".", 0o755)
    os.mkdir("shut", 0o555)
    put("kept.csv")
    os.chmod("kept.csv", 0o444)
    before = as_nobody if os.geteuid() == 0 else None
    if before and not reaches(cases.koers):
        return
    for ending in ENDINGS:
        refused(cases, f"a shut folder for .{ending}", f'"shut/x.{ending}"',
                f"shut/x.{ending}", "Permission denied", before=before)
    refused(cases, "a file that may not be written", '"kept.csv"', "kept.csv",
            "Permission denied", before=before)
    cases.check("it is as it was", is_old("kept.csv"))


def reaches(path):
    folder = os.path.dirname(path)
    while folder != "/":
        if not os.stat(folder).st_mode & 0o001:
            return False
        folder = os.path.dirname(folder)
    return bool(os.stat(path).st_mode & 0o001)


def unknown_endings(cases):
    for name in ["x", "x.", "", ".", "x.xls", "x.html.", "x.csv/", "x.c sv", "csv"]:
        cases.run(f"an ending that is none: {name!r}", script(f'"{name}"'), status=SCRIPT,
                  err=r"E0791[^§]*files end in \.csv, \.json, \.md, \.txt, \.html, \.svg or \.xlsx")


def small_disk(cases):
    """The workbook's own files lie in $TMPDIR."""
    os.mkdir("disk")
    if os.geteuid() != 0 or os.system("mount -t tmpfs -o size=64k tmpfs disk "
                                      "2>/dev/null") != 0:
        return
    try:
        for ending in ENDINGS:
            refused(cases, f"a small disk, .{ending}", f'"disk/x.{ending}", "disk/y.csv"',
                    r"disk/[xy]\.[a-z]+",
                    "No space left on device")
            cases.check(f"nothing on it, .{ending}", not os.listdir("disk"))
        for size in [64, 150, 300, 450, 600]:
            os.system(f"mount -o remount,size={size}k disk")
            os.environ["TMPDIR"] = os.path.abspath("disk")
            put("old.xlsx")
            refused(cases, f"{size} kB for a workbook", '"old.xlsx"', "old.xlsx",
                    "No space left on device")
            cases.check("the old workbook is there", is_old("old.xlsx"))
            del os.environ["TMPDIR"]
    finally:
        os.system("umount disk")


def run(cases):
    make_store()
    each_ending(cases)
    no_permission(cases)
    unknown_endings(cases)
    small_disk(cases)
