"""Files that are no CSV, that break its rules, that are too long or too wide, or that mean
harm; and what an import does to a store that cannot take them."""

import os
import resource
import sqlite3
import subprocess

from case import FINE, SCRIPT, STORE, USAGE

STORE_FILE = "in.db"


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def fresh():
    for ending in ("", "-journal", "-wal", "-shm"):
        if os.path.exists(STORE_FILE + ending):
            os.remove(STORE_FILE + ending)


def ask(sql):
    store = sqlite3.connect(STORE_FILE)
    found = store.execute(sql).fetchall()
    store.close()
    return found


def refused(cases, name, data, err, args=(), status=SCRIPT):
    """Nothing is left of an import into a new store."""
    fresh()
    write("x.csv", data)
    cases.run(name, args=["import", "x.csv", STORE_FILE, *args], status=status, err=err)
    cases.check(f"{name}: nothing is left", not os.path.exists(STORE_FILE))


def loaded(cases, name, data, rows, args=(), err=""):
    """The rows of the table x; `err` is part of what was shown."""
    fresh()
    write("x.csv", data)
    cases.run(name, args=["import", "x.csv", STORE_FILE, *args], err=err, out="x: ")
    found = ask("select * from x order by rowid") if os.path.exists(STORE_FILE) else None
    cases.check(f"{name}: rows", found == rows, f"{found}, wanted {rows}")


def broken(cases):
    refused(cases, "no file", b"", "is empty: a header is wanted")
    refused(cases, "ragged rows", b"a,b\n1\n1,2\n1,2,3\n",
            "line 2: 1 field where the header has 2(.|\n)*line 4: 3 fields")
    many = b"a,b\n" + b"1\n" * 1000
    refused(cases, "a thousand ragged rows", many, "980 more errors are not shown")
    refused(cases, "an open quote", b'a,b\n1,2\n3,"x\n4,5\n',
            "line 3, column 3: a quote that is never closed(.|\n)*--quote none")
    refused(cases, "a NUL", b"a,b\n1,x\0y\n", "line 2, column 4: a NUL byte")
    refused(cases, "a quote inside and others around", b'a,b\n"1",x\n2,x"y\n',
            "line 3, column 4: a quote in(.|\n)*--quote none")
    refused(cases, "a quote inside, then others around", b'a,b\n1,x"y\n2,"x"\n',
            "line 3: column 2 begins with a quote(.|\n)*--quote none")
    refused(cases, "double quotes were asked for", b'a,b\n1,x"y\n',
            "line 2, column 4: a quote in", ["--quote", "double"])
    refused(cases, "2001 columns", b",".join(b"c%d" % i for i in range(2001)) + b"\n",
            "line 1, column [0-9]+: more than 2000 fields")
    refused(cases, "broken UTF-8", "a,b\né,1\n".encode() + b"\xff,2\n",
            "line 3, column 1: bytes that are not UTF-8(.|\n)*windows-1252")
    refused(cases, "UTF-8 was asked for", "a\né\n".encode("cp1252"),
            "line 2, column 1: bytes that are not utf-8(.|\n)*windows-1252",
            ["--encoding", "utf-8"])
    refused(cases, "half a UTF-16 file", "a,b\n1,2\n3".encode("utf-16") + b"4",
            "line 3, column 2: bytes that are not UTF-16LE")
    os.makedirs("folder.csv", exist_ok=True)
    for path in ("folder.csv", "/dev/zero", "/dev/null"):
        fresh()
        cases.run(path, args=["import", path, STORE_FILE], status=SCRIPT,
                  err="is no regular file")
    os.mkfifo("pipe.csv")
    cases.run("a pipe", args=["import", "pipe.csv", STORE_FILE], status=SCRIPT,
              err="is no regular file")
    cases.run("a file that is not there", args=["import", "none.csv", STORE_FILE],
              status=SCRIPT, err="there is no file")
    cases.check("no store was made", not os.path.exists(STORE_FILE))


def long_lines(cases):
    """A line of 1 GB is refused by its number, in little memory."""
    def little():
        resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28))

    fresh()
    with open("long.csv", "wb") as file:
        file.write(b"a,b\n1,2\n3,")
        file.truncate(1 << 30)
    cases.run("a gigabyte of NULs", args=["import", "long.csv", STORE_FILE],
              status=SCRIPT, err="line 3, column 3: a NUL byte")
    with open("long.csv", "wb") as file:
        file.write(b"a,b\n1,2\n3,")
        for _ in range(256):
            file.write(b"x" * (1 << 20))
        file.write(b"\n5,6\n")
    fresh()
    sanitized = b"asan" in subprocess.run(["nm", "-D", cases.koers], check=False,
                                          capture_output=True).stdout
    cases.run("a line of 256 MB", args=["import", "long.csv", STORE_FILE], status=SCRIPT,
              err="line 3, column 1: a record of more than 16 MiB",
              before=None if sanitized else little)
    os.remove("long.csv")
    loaded(cases, "a field of 10 MB", b'a,b\n1,"' + b"z" * 10_000_000 + b'"\n',
           [(1, "z" * 10_000_000)])


def odd(cases):
    loaded(cases, "a header only", b"a,b\n", [])
    loaded(cases, "2000 columns",
           b",".join(b"c%d" % i for i in range(2000)) + b"\n" + b"1," * 1999 + b"1\n",
           [(1,) * 2000], err="and 1900 more columns")
    loaded(cases, "names twice and none", b"b,B,,b_2\n1,2,3,4\n", [(1, 2, 3, 4)],
           err="column 2 is called `B_3`.*\n.*column 3 is called `column_3`: it has no")
    loaded(cases, "formulas", b'a,b\n=1+1,"=cmd|x"\n', [("=1+1", "=cmd|x")])
    loaded(cases, "signs of control", b"a,\x1b[31mb\n1,\x1b]0;x\x07\x9b\n".replace(
        b"\x9b", "\u009b\u202e".encode()), [(1, "\x1b]0;x\x07\u009b\u202e")],
        err=r"\[31mb(.|\n)*\^\[\]0;x")
    loaded(cases, "lines in quotes", b'a,b\r\n"x\r\ny",1\r\n', [("x\r\ny", 1)])
    loaded(cases, "a spreadsheet's first line", b"sep=|\r\na,b|c\r\n1|2\r\n", [(1, 2)],
           err="pipe")
    loaded(cases, "a name that looks like it", b"sep=\n1\n", [(1,)])
    loaded(cases, "a mark at the front", b"\xef\xbb\xbfa;b\n1;2\n", [(1, 2)])
    loaded(cases, "UTF-16, big end first", b"\xfe\xff" + "a\té\n1\t2\n".encode("utf-16-be"),
           [(1, 2)], err="tab.*UTF-16BE")
    loaded(cases, "windows-1252", "a,b\n1,2\n3,€é\n".encode("cp1252"),
           [(1, "2"), (3, "€é")], err="WINDOWS-1252")
    loaded(cases, "windows-1252 in the header", "é,b\n1,2\n".encode("cp1252"), [(1, 2)],
           err="WINDOWS-1252(.|\n)*é")
    loaded(cases, "no header", b"1,2024-01-31,x\n2,2024-02-01,y\n",
           [(1, "2024-01-31", "x"), (2, "2024-02-01", "y")], err="no header, 2 rows\n")
    loaded(cases, "years as names", b"id,2019,2020\n1,2,3\n", [(1, 2, 3)], err=" header")
    loaded(cases, "text by its last row", b"a\n1\n2\nx\n", [("1",), ("2",), ("x",)],
           err="`a` is text because of line 4; the values before it are numbers")
    loaded(cases, "quotes as they are", b'a,b\n5" nail,"x\n', [('5" nail', '"x')],
           ["--quote", "none"])
    loaded(cases, "inches", b'a,size "in"\n1,5"\n2,6" x 7"\n', [(1, '5"'), (2, '6" x 7"')],
           err="no quotes(.|\n)*taken as they are. Else: --quote double")
    late = b"a,b\n" + b"1,x\n" * 30000
    loaded(cases, "inches late", late + b'2,5"\n', [(1, "x")] * 30000 + [(2, '5"')],
           err="no quotes")
    loaded(cases, "inches in another encoding", 'a,b\n1,5"\n2,é\n'.encode("cp1252"),
           [(1, '5"'), (2, "é")], err="no quotes, WINDOWS-1252")
    loaded(cases, "lines that end in CR", b'a,b\r1,"x\ry"\r2,z', [(1, "x\ny"), (2, "z")],
           err="CR at line ends")
    loaded(cases, "many lines that end in CR", b"a,b\r" + b"1,x\r" * 600000,
           [(1, "x")] * 600000, err="CR at line ends")
    loaded(cases, "CR in UTF-16", "a,b\r1,é\r".encode("utf-16"), [(1, "é")],
           err="CR at line ends")
    refused(cases, "CR in some lines", b"a,b\nx,1\r2\n", "line 2, column 5: a carriage return")
    refused(cases, "ragged rows that end in CR", b"a,b\rx,1\ry\r", "line 3: 1 field where")


def readings(cases):
    loaded(cases, "a comma in all rows", b"a;b\n1,5;x\n1.234,50;y\n",
           [(1.5, "x"), (1234.5, "y")], err="1.234,5 ")
    loaded(cases, "groups", b'a\tb\n"1,234"\t1\n"1,234,567.5"\t2\n',
           [(1234, 1), (1234567.5, 2)], err="1,234.5")
    loaded(cases, "undecided numbers", b"a;b\n1.234;x\n", [(1234, "x")],
           err="`a` can be read in two ways; taken as 1.234,5. Else: --decimal point")
    loaded(cases, "decided numbers", b"a;b\n1.234;x\n", [(1.234, "x")],
           ["--decimal", "point"])
    loaded(cases, "blanks between groups", "a;b\n1 234,5;12\u00a0345\n".encode(),
           [(1234.5, 12345)])
    loaded(cases, "undecided dates", b"a,b\n01/02/2024,x\n", [("2024-02-01", "x")],
           err="`a` can be read in two ways; taken as D/M/Y. Else: --dates mdy")
    loaded(cases, "dates by option", b"a,b\n01/02/2024,x\n", [("2024-01-02", "x")],
           ["--dates", "mdy"])
    loaded(cases, "dates by the last row", b"a,b\n01/02/2024,1\n02/29/2024,2\n",
           [("2024-01-02", 1), ("2024-02-29", 2)], err="M/D/Y")
    loaded(cases, "dates by another column", b"a,b\n01/02/2024,2/28/2024\n",
           [("2024-01-02", "2024-02-28")])
    loaded(cases, "years of two digits", b"a,b,c\n31.01.26,1/31/69,31-12-99\n1.2.26,2/1/70,01-02-01\n"
           .replace(b"1.2.26", b"01.02.26"),
           [("2026-01-31", "2069-01-31", "1999-12-31"), ("2026-02-01", "1970-02-01", "2001-02-01")],
           err="D.M.y(.|\n)*M/D/y(.|\n)*D-M-y(.|\n)*`a` has years of two digits; taken as 1970 to"
           " 2069. Else: --years-from YEAR")
    loaded(cases, "years from another one", b"a,b\n31.01.26,1\n01.02.31,2\n",
           [("1926-01-31", 1), ("1931-02-01", 2)], ["--years-from", "1926"], "1926 to 2025")
    loaded(cases, "years in two ways", b"a,b\n01/02/26,1\n", [("01/02/26", 1)],
           err="`a` has years of two digits and can be read in several ways; taken as text. Say:"
           " --dates dmy or mdy\n")
    loaded(cases, "years in three ways", b"a,b\n01-02-03,1\n", [("01-02-03", 1)],
           err="Say: --dates ymd or dmy or mdy\n")
    loaded(cases, "years first or last", b"a,b\n26-01-31,1\n", [("26-01-31", 1)],
           err="Say: --dates ymd or dmy\n")
    for order, day in (("dmy", "2003-02-01"), ("mdy", "2003-01-02"), ("ymd", "2001-02-03")):
        loaded(cases, "years as said, " + order, b"a,b\n01-02-03,31-12-2024\n",
               [(day, "2024-12-31" if order != "mdy" else "31-12-2024")], ["--dates", order])
    loaded(cases, "years of two and four digits", b"a,b\n31.01.26,1\n31.01.2026,2\n",
           [("31.01.26", 1), ("31.01.2026", 2)], err="`a` is text because of line 3")
    loaded(cases, "no years", b"a,b,c\n1.2.3,10.1.25,1-2-26\n", [("1.2.3", "10.1.25", "1-2-26")])
    loaded(cases, "moments in short years", b"a,b\n1/31/26 3:04 PM,1\n", [("2026-01-31 15:04:00", 1)])
    refused(cases, "a type for years in two ways", b"a,b\n01/02/26,1\n",
            "can be read in several ways. Say: --dates dmy or mdy(.|\n)*line 2, column `a`: not a date",
            ["--type", "a=date"])
    loaded(cases, "a date that is none", b"a,b\n30.02.2024,1\n", [("30.02.2024", 1)])
    loaded(cases, "moments", b"a,b\n1/31/2024 3:04 PM,2024-01-31T10:00:00Z\n",
           [("2024-01-31 15:04:00", "2024-01-31 10:00:00")])
    loaded(cases, "currency signs", "a;b;c\n€ 1.200,50;$1,200.50;EUR 3\n-€ 3,10;($3.00);3 €\n"
           "€ -0,5;$ 7;-4 EUR\n".encode(), [(1200.5, 1200.5, 3), (-3.1, -3, 3), (-0.5, 7, -4)],
           err="1.234,5 (.|\n)*1,234.5 (.|\n)*`a` has EUR beside each number, which is left out"
           "(.|\n)*`b` has [$] (.|\n)*`c` has EUR ")
    loaded(cases, "signs of per cent", "a;b\n12,5 %;3%\n0 %;-1\u00a0%\n".encode(),
           [(12.5, 3), (0, -1)], err="`a` has % .*: 5 % becomes 5, not 0.05\n")
    for name, values in (("two currencies", ["€ 1", "$ 2"]), ("a sign in some rows", ["1", "2 %"]),
                         ("a sign in other rows", ["€ 1", "2"]), ("codes like currencies", ["ABC 1"]),
                         ("a sign twice", ["€ 1 €"]), ("a sign alone", ["€"]), ("a price of none", ["€ -"])):
        loaded(cases, name, "a;b\n".encode() + "".join(f"{v};x\n" for v in values).encode(),
               [(v, "x") for v in values])
    loaded(cases, "why a sign makes a text", "a;b\n€ 1;x\n$ 2;x\n".encode(),
           [("€ 1", "x"), ("$ 2", "x")], err="`a` is text because of line 3; the values before it are num")
    loaded(cases, "all digits beside a sign", "a;b\n€ 12345678901234567,89;x\n".encode(),
           [("12345678901234567.89", "x")])
    refused(cases, "a sign that is missing", "a;b\n€ 1;x\n2;x\n".encode(),
            "line 3, column `a`: not a number", ["--type", "a=number"])
    loaded(cases, "an exponent first", b"a\n1e3\n2\n", [("1e3",), ("2",)],
           err="`a` is text because of line 2; an exponent without a point may be a code")
    loaded(cases, "the example of a file without a header", b"1,x\n2,y\n",
           [(1, "x"), (2, "y")], err="column_1  integer        1 ")
    loaded(cases, "codes", b"a,b,c\n007,+31612345678,1e5\n", [("007", "+31612345678", "1e5")])
    loaded(cases, "all digits are kept", b"a,b\n12345678901234567.89,9223372036854775807\n",
           [("12345678901234567.89", 9223372036854775807)])
    loaded(cases, "a type by option", b"a,b\n1,2\n", [("1", 2)], ["--type", "a=text"])
    refused(cases, "a value of another type", b"a,b\n1,2\nx,3\n1,y\n4,5.5\n",
            "line 3, column `a`: not a number(.|\n)*line 4, column `b`: not a whole"
            "(.|\n)*line 5, column `b`: not a whole number(.|\n)*nothing was imported",
            ["--type", "a=number,b=integer"])
    refused(cases, "a column that is not there", b"a,b\n1,2\n",
            "no column `c`, which --type names(.|\n)*`a`, `b`", ["--type", "c=text"])


def keys(cases):
    loaded(cases, "a key", b"a,b\n1,x\n2,y\n", [(1, "x"), (2, "y")], ["--key", "a"])
    cases.check("a key: it is declared",
                ask("select pk from pragma_table_info('x')") == [(1,), (0,)])
    refused(cases, "a key twice", b"a,b\n1,x\n1,y\n2,z\n2,z\n",
            r"line 3: another row has the same key \(`a`\)(.|\n)*line 5", ["--key", "A"])
    refused(cases, "an empty key", b"a,b\n1,\n,y\n", "line 3, column `a`: the key is empty",
            ["--key", "a"])
    refused(cases, "no such key", b"a,b\n1,\n", "no column `c`, which --key names",
            ["--key", "a,c"])
    loaded(cases, "a key of two", b"a,b\n1,x\n1,y\n", [(1, "x"), (1, "y")],
           ["--key", "a,b"])
    write("y.csv", b"b,a\nnew,1\nz,3\n")
    loaded(cases, "before an update", b"a,b,c\n1,x,7\n2,y,8\n", [(1, "x", 7), (2, "y", 8)])
    cases.run("update", args=["import", "y.csv", "into", "x", STORE_FILE, "--upsert",
                              "--key", "a"], err="not in the file, as they are in rows that are there "
                                     "and empty in new ones: `c`",
              out="x: 2 rows")
    cases.check("update: rows", ask("select * from x order by a") ==
                [(1, "new", 7), (2, "y", 8), (3, "z", None)])
    write("y.csv", b"b,a\np,4\nq,4\n")
    cases.run("update twice", args=["import", "y.csv", "into", "x", STORE_FILE, "--upsert",
                                    "--key", "a"], status=SCRIPT,
              err="line 3: another row has the same key")
    cases.run("update without a key", args=["import", "y.csv", "into", "x", STORE_FILE,
                                            "--upsert"], status=USAGE, err="--key")
    loaded(cases, "a table with rows twice", b"a,b\n1,x\n1,y\n", [(1, "x"), (1, "y")])
    cases.run("a key over rows that are twice",
              args=["import", "y.csv", "into", "x", STORE_FILE, "--append", "--key", "a"],
              status=SCRIPT, err="rows with the same key already")


    loaded(cases, "before two updates", b"a,b\n1,x\n", [(1, "x")])
    write("z.csv", b"a,b\n1,z\n")
    cases.run("one update is there, one is not",
              args=["import", "x.csv", "z.csv", "into", "x", STORE_FILE, "--upsert",
                    "--key", "a"], err="z.csv", out="loaded already(.|\n)*x: 1 row")
    cases.check("one update: rows", ask("select * from x") == [(1, "z")])


def again(cases):
    loaded(cases, "the first time", b"a,b\n1,x\n", [(1, "x")])
    for args in ([], ["--append"], ["--replace"]):
        cases.run(f"the second time {args}", args=["import", "x.csv", STORE_FILE, *args],
                  out="loaded already, .*nothing was done")
    cases.check("once", ask("select count(*) from x") == [(1,)])
    cases.run("again", args=["import", "x.csv", STORE_FILE, "--append", "--again"], err="",
              out="x: 1 row")
    cases.check("twice", ask("select count(*) from x") == [(2,)])
    cases.run("replaced", args=["import", "x.csv", STORE_FILE, "--replace"], err="",
              out="x: 1 row")
    cases.check("once more", ask("select count(*) from x") == [(1,)])
    cases.check("the log", ask("select file, size, rows, into_table, mode from "
                               "koers_imports order by rowid") ==
                [("x.csv", 8, 1, "x", "new"), ("x.csv", 8, 1, "x", "append"),
                 ("x.csv", 8, 1, "x", "replace")])
    digest = subprocess.run(["sha256sum", "x.csv"], capture_output=True, text=True,
                            check=True).stdout.split()[0]
    cases.check("the digest", ask("select distinct sha256 from koers_imports") ==
                [(digest,)])
    write("y.csv", b"b,c\nz,1\n")
    cases.run("other columns", args=["import", "y.csv", "into", "x", STORE_FILE,
                                     "--append"], status=SCRIPT,
              err="table `x` has no column `c`(.|\n)*`a`, `b`")
    write("y.csv", b"b,a\nz,1\nz,one\n")
    cases.run("another type", args=["import", "y.csv", "into", "x", STORE_FILE,
                                    "--append"], status=SCRIPT,
              err="line 3, column `a`: not a number")
    before = ask("select count(*) from x")
    write("y.csv", b"b,a\nz,5\n")
    cases.run("for a try", args=["import", "y.csv", "into", "x", STORE_FILE, "--append",
                                 "--dry-run"], err="", out="x: 1 row, not kept")
    cases.check("for a try: nothing stays", ask("select count(*) from x") == before)
    fresh()
    cases.run("for a try, a new store", args=["import", "x.csv", STORE_FILE, "--dry-run"],
              err="", out="not kept")
    cases.check("for a try: no store", not os.path.exists(STORE_FILE))


def several(cases):
    fresh()
    write("jan.csv", b"id,amount\n1,5\n2,7\n")
    write("feb.csv", b"amount,id\n1.5,3\n")
    write("bad.csv", b"id,amount\n1\n")
    cases.run("one of two is bad", args=["import", "jan.csv", "bad.csv", STORE_FILE],
              status=SCRIPT, err="bad.csv, line 2")
    cases.check("neither is there", not os.path.exists(STORE_FILE))
    cases.run("two tables", args=["import", "jan.csv", "feb.csv", STORE_FILE], err="",
              out="jan: 2 rows\nfeb: 1 row\n")
    cases.run("two files into one", args=["import", "jan.csv", "feb.csv", "into", "year",
                                          STORE_FILE], err="", out="year: 2 rows\nyear: 1")
    cases.check("all rows", ask("select id, amount, typeof(amount) from year order by id")
                == [(1, 5, "integer"), (2, 7, "integer"), (3, 1.5, "real")])
    cases.check("a type of all rows", ask("select type from pragma_table_info('year')") ==
                [("INTEGER",), ("DECIMAL",)])
    write("mar.csv", b"id,sum\n1,5\n")
    cases.run("two files that differ", args=["import", "jan.csv", "mar.csv", "into", "t",
                                             STORE_FILE], status=SCRIPT,
              err="`mar.csv` has other columns than `jan.csv`")


def habits(cases):
    """What a file leaves open is read as the files of its table were."""
    loaded(cases, "dates that decide", b"a,b\n01/31/2024,1.5\n", [("2024-01-31", 1.5)])
    write("y.csv", b"a;b\n01/02/2024;1.234\n")
    cases.run("dates that do not", args=["import", "y.csv", "into", "x", STORE_FILE,
                                         "--append"], err=r"M/D/Y +01/02/2024 +0\n.*\n$",
              out="x: 1 row")
    cases.check("dates as before", ask("select * from x")[1] == ("2024-01-02", 1.234))


def stores(cases):
    rows = b"a,b\n" + b"".join(b"%d,%s\n" % (i, b"x" * 50) for i in range(200000))
    write("x.csv", rows)
    fresh()

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))

    cases.run("no room for a new store", args=["import", "x.csv", STORE_FILE],
              status=STORE, err="E0809", before=small)
    cases.check("no room: no store", not os.path.exists(STORE_FILE) or
                ask("select count(*) from sqlite_master") == [(0,)])
    fresh()
    store = sqlite3.connect(STORE_FILE)
    store.execute("create table t(a)")
    store.execute("insert into t values (1)")
    store.commit()
    store.close()
    cases.run("no room in a store", args=["import", "x.csv", STORE_FILE], status=STORE,
              err="E0809", before=small)
    cases.check("no room: the store is as it was",
                ask("select name from sqlite_master") == [("t",)] and
                ask("pragma integrity_check") == [("ok",)])
    write("y.csv", b"a\n1\n")
    without_rights(cases)
    write("noise.db", os.urandom(5000))
    cases.run("a store that is none", args=["import", "y.csv", "noise.db"], status=STORE,
              err="E0803")
    store = sqlite3.connect(STORE_FILE)
    store.execute("create view v as select 1 as a")
    store.commit()
    store.close()
    cases.run("a view", args=["import", "y.csv", "into", "v", STORE_FILE, "--replace"],
              status=SCRIPT, err="there is a view `v`")
    cases.run("the log itself", args=["import", "y.csv", "into", "koers_imports",
                                      STORE_FILE], status=SCRIPT, err="its own table")


def without_rights(cases):
    """As a user who is not root, to whom all is open."""
    def lesser():
        if not os.getuid():
            os.setgid(65534)
            os.setuid(65534)

    os.chmod(".", 0o755)
    os.chmod(STORE_FILE, 0o444)
    os.chmod("y.csv", 0o644)
    cases.run("a store that may not be written", args=["import", "y.csv", STORE_FILE],
              status=STORE, err="E0802", before=lesser)
    os.chmod(".", 0o777)
    os.chmod("y.csv", 0)
    cases.run("a file that may not be read", args=["import", "y.csv", "new.db"],
              status=SCRIPT, err="E0811", before=lesser)
    cases.check("no store was made for it", not os.path.exists("new.db"))
    os.chmod(".", 0o755)
    os.chmod("y.csv", 0o644)
    os.chmod(STORE_FILE, 0o644)
    if not os.getuid():
        cases.run("a folder that may not be written", args=["import", "y.csv", "new.db"],
                  status=STORE, err="E0802", before=lesser)


def options(cases):
    write("x.csv", b"a\n1\n")
    for args in (["--separator", "comma;"], ["--quote", "x"], ["--encoding", "no-such"],
                 ["--decimal", "dot"], ["--dates", "ydm"], ["--years-from", "70"], ["--years-from", "19700"], ["--years-from", "9999"], ["--type", "a=money"],
                 ["--type", "a"], ["--append", "--replace"]):
        fresh()
        cases.run(f"wrong {args}", args=["import", "x.csv", STORE_FILE, *args],
                  status=USAGE, err="koers: ")
    cases.run("fine", args=["import", "x.csv", STORE_FILE, "--separator=;"], status=FINE,
              err="")


def run(cases):
    for part in (broken, odd, readings, keys, again, several, habits, stores, options, long_lines):
        part(cases)
