"""Files that are no store, stores that are damaged, locked or strange, and data that
means harm to a terminal or to arithmetic."""

import os
import random
import sqlite3

from case import SCRIPT, STORE

ASK = """source t from table t {{ dimension b  measure n = count()  measure s = sum(a) }}
show n, s
show n by b top 2
"""


class AnyStatus:
    """Equal to every exit status that is one of Koers' own."""

    def __eq__(self, other):
        return other in (0, 1, 4)


class AnyFailure:
    """Equal to every exit status that tells of a mistake."""

    def __eq__(self, other):
        return other in (1, 2, 4)


def asking(path):
    return f'open "{path}"\n' + ASK.format()


def make_store(path, rows):
    store = sqlite3.connect(path)
    store.execute("create table t(id integer primary key, a int, b text)")
    store.executemany("insert into t values (?, ?, ?)",
                      [(i, i % 10, "y" * 100) for i in range(rows)])
    store.commit()
    store.close()
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def foreign_files(cases):
    noise = random.Random(1)
    write("picture.png", b"\x89PNG\r\n\x1a\n" + noise.randbytes(5000))
    write("encrypted.db", noise.randbytes(8192))
    write("header.db", b"SQLite format 3\0" + noise.randbytes(8192))
    write("short.db", b"SQLite format 3\0")
    write("script.db", b"show 1\n" * 200)
    for name in ("picture.png", "encrypted.db", "header.db", "short.db", "script.db"):
        cases.run(name, asking(name), status=STORE, err="E0803")
    write("empty.db", b"")
    cases.run("an empty file", asking("empty.db"), status=SCRIPT, err="E0806")
    os.mkdir("folder.db")
    os.mkfifo("pipe.db")
    for name in ("folder.db", "pipe.db", "/dev/zero", "/dev/null"):
        cases.run(name, asking(name), status=STORE, err="E0802")
    for name in ("missing.db", ""):
        cases.run(f"no store {name}", asking(name), status=STORE, err="E0801")


def damaged_stores(cases):
    good = make_store("good.db", 20000)
    write("half.db", good[:len(good) // 2])
    cases.run("half a store", asking("half.db"), status=STORE, err="E0804")
    hole = bytearray(good)
    hole[4096 * 30:4096 * 31] = bytes(4096)
    write("hole.db", hole)
    cases.run("a page of zeros", asking("hole.db"), status=SCRIPT, err="E0804")
    write("journal.db", good)
    write("journal.db-wal", random.Random(2).randbytes(3000))
    cases.run("a strange log beside a store", asking("journal.db"), out="20,000")
    noise = random.Random(3)
    for turn in range(30):
        bad = bytearray(good)
        for _ in range(2 + 10 * turn):
            bad[noise.randrange(4096, len(bad))] = noise.randrange(256)
        write("noise.db", bad)
        cases.run(f"noise {turn}", asking("noise.db") + "check model\n",
                  status=AnyStatus(), err="")


def locked_store(cases):
    make_store("locked.db", 10)
    holder = sqlite3.connect("locked.db", isolation_level=None)
    holder.execute("begin exclusive")
    cases.run("a locked store", asking("locked.db"), status=STORE, err="E0805")
    holder.execute("commit")
    cases.run("a store that was locked", asking("locked.db"), out="45")
    holder.close()


def quote(name):
    return '"' + name.replace('"', '""') + '"'


def strange_names(cases):
    names = ["a b", "select", '"; drop table t; --', "it's", "[x]", "naïve", "日本", "1st",
             "show", "from", "x.y", "\x1b[31mred", "tab\there", "%s%n", "a" * 300, "$p",
             "{z}", "-- x", "/* x", "\u202ertl"]
    store = sqlite3.connect("names.db")
    store.execute("create table t(x)")
    for i, name in enumerate(names):
        store.execute(f"create table {quote(name)} ({quote(name)} int, "
                      f"{quote(name + '2')} text)")
        store.execute(f"insert into {quote(name)} values (?, ?)",
                      (1000 + i, "v\x1b]0;x\x07" + name))
    wide = ", ".join(f"c{i} int" for i in range(2000))
    store.execute(f"create table wide({wide})")
    store.execute("insert into wide(c0, c1999) values (1, 2)")
    store.commit()
    for i, name in enumerate(names):
        model = (f'open "names.db"\nsource s from table `{name}` {{ dimension '
                 f"`{name}2`  dimension d = `{name}2`  measure m = sum(`{name}`) }}\n")
        cases.run(f"name {name!r}", model + f"show m by d\nshow m by `{name}2`\n"
                  'show m where d != "\\"; drop table t; --"\n',
                  out=f"1,?0{i:02}")
        cases.run(f"wrong beside {name!r}", model + f"show `{name}3` by d\n",
                  status=SCRIPT, err="E0301")
    found = store.execute("select count(*) from t").fetchone()
    cases.check("the table t is there", found == (0,))
    measures = "\n".join(f"measure m{i} = sum(c{i})" for i in range(2000))
    model = f'open "names.db"\nsource w from table wide {{ {measures} }}\n'
    cases.run("2000 columns, three asked", model + "show m0, m1999, m5", out="1 +2 +0")
    cases.run("2000 columns, all asked",
              model + "show " + ", ".join(f"m{i}" for i in range(2000)), out="m1999")


def strange_values(cases):
    store = sqlite3.connect("values.db")
    store.execute("create table m(id integer primary key, v, i integer, r real, t text,"
                  " d date)")
    store.executemany("insert into m values (?, ?, ?, ?, ?, ?)", [
        (1, 1, 2 ** 53 + 1, 1.5, "a\x1b[31m\x07\x00b", "2025-01-01"),
        (2, "2", 2 ** 63 - 1, float("inf"), "\u202ertl\u200b\x9b31m", "0001-01-01"),
        (3, 2.5, -2 ** 63, float("-inf"), "x\ty\nz\r", "9999-12-31"),
        (4, b"\xff\x00", 2 ** 53 + 1, float("nan"), "=cmd|x", None),
        (5, None, 0, 1e308, "", "2024-02-29"),
        (6, "abc", 1, 5e-324, "ok", "10000-01-01"),
        (7, -0.0, 2, -0.0, "ok", "2025-02-30")])
    store.execute("insert into m values (8, 1, 1, 1, cast(x'fffe41' as text), null)")
    store.commit()
    store.close()

    def model(body, source="table m"):
        return f'open "values.db"\nsource m from {source} {{ key id {body} }}\n'

    numbers = model("dimension id, i  measure x = sum(i)  measure low = min(i)  "
                    "measure high = max(i)")
    cases.run("whole numbers of 64 bits", numbers + "show x by id",
              out=r"9,223,372,036,854,775,807\n.*-9,223,372,036,854,775,808")
    cases.run("beyond 2^53", numbers + "show x where id in (1, 4)",
              out="18,014,398,509,481,986")
    cases.run("extremes of 64 bits", numbers + "show low, high, x",
              out="-9,223,372,036,854,775,808  9,223,372,036,854,775,807  "
                  "18,014,398,509,481,989")
    for ids in ("id = 2", "id = 3", "id = 5"):
        cases.run(f"a real that is no number, {ids}",
                  model("measure x = sum(r)", f'sql "select * from m where {ids}"') +
                  "show x", status=SCRIPT, err="E0808|E0890")
    cases.run("nan is empty and adds nothing",
              model("dimension id measure x = sum(r)",
                    'sql "select * from m where id in (1, 4, 7, 8)"') +
              "show x by id", out="4 +0")
    cases.run("text in a column of numbers",
              model("measure x = sum(v)", 'sql "select id, v from m"') + "show x",
              status=SCRIPT, err="E0401|E0808")
    cases.run("a blob in a column of texts", model("dimension v measure n = count()") +
              "show n by v", status=SCRIPT, err="E0808")
    texts = model("dimension id, t  measure n = count()") + "show n by id, t\n"
    for form in ("table", "markdown", "json"):
        cases.run(f"control characters as {form}", texts,
                  args=["run", f"--format={form}", "input.koers"], out="ok")
    cases.run("control characters as csv", texts,
              args=["run", "--format=csv", "input.koers"], out="'=cmd", raw=True)
    dates = model("time d = d measure n = count()",
                  'sql "select id, d from m where id < 6"')
    cases.run("bounds of dates", dates + "show n by year top 2\n", out="n")
    cases.run("a year of five digits", model("time d = d measure n = count()") +
              "show n by month", status=SCRIPT, err="E0808")
    for name, args in (("a script", ["run", "\x1b[31mx"]), ("an option", ["--\x1b[31m"]),
                       ("a store", ["\x1b[31m.db", "-c", "show 1"]),
                       ("a statement", ["-c", "show \x1b[31m"])):
        cases.run(f"control characters in {name}", args=args, status=AnyFailure(),
                  err="koers|<-c>")


def csv_files(cases):
    def ask(path):
        return (f'source c from csv "{path}" {{ dimension b  measure n = count() }}\n'
                "show n by b\n")

    files = {"huge": b'a,b\n1,"' + b"z" * 20_000_000 + b'"\n',
             "open": b'a,b\n1,"open\n2,3\n', "nul": b"a,b\n1,x\0y\n",
             "latin": "a,b\n1,näive\n".encode("latin1"), "empty": b"",
             "twice": b"b,b\n1,2\n",
             "wide": b",".join(b"c%d" % i for i in range(5000)) + b"\n"}
    for name, data in files.items():
        write(f"{name}.csv", data)
        cases.run(f"csv: {name}", ask(f"{name}.csv"), status=SCRIPT, err="E0810")
        if name in ("latin", "twice"):  # an import reads these: tests/import
            continue
        cases.run(f"import: {name}", args=["import", f"{name}.csv", "import.db"],
                  status=AnyFailure(), err="E0810")
        cases.check(f"import: {name} leaves nothing", not os.path.exists("import.db"))
    write("field.csv", b'a,b\n1,"' + b"z" * 10_000_000 + b'"\n2,y\n')
    cases.run("csv: a field of 10 MB", 'source c from csv "field.csv" { dimension '
              "short = left(b, 3)  measure n = count() }\nshow n by short",
              out="zzz +1")
    write("ansi.csv", b"a,b\n1,\x1b[31mred\n")
    cases.run("csv: control characters", ask("ansi.csv"), out=r"\^\[\[31mred")


def run(cases):
    foreign_files(cases)
    damaged_stores(cases)
    locked_store(cases)
    strange_names(cases)
    strange_values(cases)
    csv_files(cases)
