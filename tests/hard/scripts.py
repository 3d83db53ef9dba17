"""Scripts that are too long, too deep, too large or no text, and numbers and dates at
their bounds."""

import sqlite3

from case import SCRIPT, is_sanitized, limited

MODEL = """open "small.db"
source t from table t {
  key       id
  dimension a, b, i = id
  measure   n = count()
  measure   s = sum(a)
}
"""
JOINED = MODEL.replace("measure   n", "join      kinds on id\n  measure   n") + """
source kinds from table t {
  key       id
  dimension c = text(b)
}
"""


def doubled(line, count):
    return "\n".join(line.format(i + 1, i) for i in range(count)) + "\n"


def long_texts(cases):
    million = "x" * 1_000_000
    cases.run("a line of 1 MB", f"show 1 -- {million}", out="1")
    cases.run("a name of 1 MB", f"show {million}", status=SCRIPT, err="E0301")
    cases.run("a text of 1 MB", f'show "{million}"', out="xxx")
    cases.run("an open text of 1 MB", f'show "{million}', status=SCRIPT, err="E0103")
    cases.run("a NUL byte", b"show 1\0 2", status=SCRIPT, err="E0102")
    cases.run("invalid UTF-8", b'show "\xff\xfe"', status=SCRIPT, err="E0102")
    cases.run("UTF-16", "show 1".encode("utf-16"), status=SCRIPT, err="E0102")
    cases.run("a byte order mark", b"\xef\xbb\xbfshow 1", out="1")
    cases.run("16 MB and more", "-" * 17_000_000, status=SCRIPT, err="16 MB")
    for pair in ("()", "[]", "{}"):
        cases.run(f"10,000 nested {pair}", f"show {pair[0] * 10000}1{pair[1] * 10000}",
                  status=SCRIPT, err="E0203|E0201")
    cases.run("100 questions in each other",
              MODEL + "show n where a in " + "(show a where a in " * 100 + "(1)" +
              ")" * 100, status=SCRIPT, err="E0203")


def long_chains(cases):
    cases.run("three million terms", "show 1" + "+1" * 3_000_000, status=SCRIPT,
              err="E0112")
    cases.run("half a million terms", "show 1" + "+1" * 499_000, status=SCRIPT,
              err="E0203")
    cases.run("900 terms", "show 1" + "+1" * 899 + " as x", out="900")
    few = None if is_sanitized(cases.koers) else limited(1000)
    for word in ("and", "or"):
        chain = "".join(f" {word} i != {k + 50}" for k in range(100_000))
        cases.run(f"100,000 conditions and {word}", f"{MODEL}show n where i < 100{chain}",
                  out="n")
        chain = "".join(f' {word} c != "x{k}"' for k in range(100_000))
        cases.run(f"100,000 texts and {word}", f"{JOINED}show n where i < 100{chain}",
                  out="n", before=few)
        wrong = "".join(f" {word} nosuch = {k}" for k in range(200_000))
        cases.run(f"200,000 wrong names and {word}", f"{MODEL}show n where i < 1{wrong}",
                  status=SCRIPT, err="more errors")
        terms = f" {word} b" * 1_500_000
        cases.run(f"1.5 million terms and {word}", f"{MODEL}show n where b{terms}",
                  status=SCRIPT, err="E0112")
    values = ",".join(map(str, range(400_000)))
    cases.run("400,000 values in a list", f"{MODEL}show n where i in ({values})",
              out="100")
    values = ",".join(map(str, range(1_000_000)))
    cases.run("a million values in a list", f"{MODEL}show n where i in ({values})",
              status=SCRIPT, err="E0112")
    names = ",".join(f"q{k}" for k in range(200_000))
    cases.run("200,000 wrong names in a list", f"{MODEL}show n where i in ({names})",
              status=SCRIPT, err="more errors")
    cases.run("5,000 columns", MODEL + "show " +
              ", ".join(f"sum(a) + {k} as m{k}" for k in range(5000)) + " from t",
              out="m4999")


def growth(cases):
    too_large = {"status": SCRIPT, "err": "E0203"}
    functions = "let f0(x) = x\n" + doubled("let f{0}(x) = f{1}(x) + f{1}(x)", 40)
    cases.run("functions that double", functions + "show f40(1)", **too_large)
    cases.run("functions that double, in rows",
              MODEL + functions + "show n where f40(a) > 1", **too_large)
    cases.run("a function that calls itself", "let f(x) = f(x)\nshow f(1)", **too_large)
    cases.run("functions that call each other",
              "let f(x) = g(x)\nlet g(x) = f(x) + 1\nshow f(1)", **too_large)
    cases.run("values that double",
              "let a0 = 1\n" + doubled("let a{0} = $a{1} + $a{1}", 60) + "show $a60",
              **too_large)
    cases.run("measures that double",
              MODEL + "measure m0 = n\n" + doubled("measure m{0} = m{1} + m{1}", 60) +
              "show m60", **too_large)
    dimensions = ", ".join(f"d{i + 1} = d{i} + d{i}" for i in range(60))
    cases.run("dimensions that double", MODEL.replace(
        "i = id", f"i = id, d0 = a, {dimensions}") + "show n by d60", **too_large)
    dimensions = ", ".join(f"d{i + 1} = abs(d{i})" for i in range(20000))
    cases.run("dimensions on each other, 20,000 deep", MODEL.replace(
        "i = id", f"i = id, d0 = a, {dimensions}") + "show n by d20000", **too_large)
    cases.run("measures on each other, 3,000 deep",
              MODEL + "measure m0 = n\n" + doubled("measure m{0} = m{1} + 1", 3000) +
              "show m3000", **too_large)
    cases.run("a measure that stands on itself", MODEL +
              "measure x = y + 1\nmeasure y = x * 2\nshow x", status=SCRIPT,
              err=r"error\[E03")


def bounds(cases):
    nines = "9" * 76
    cases.run("76 digits", f"show {nines} as x", out="(9,?){76}")
    cases.run("77 digits", f"show {nines}9 as x", status=SCRIPT, err="E0113")
    cases.run("80 decimals", f"show 0.{'0' * 79}1 as x", status=SCRIPT, err="E0113")
    for text in (f"{nines} + 1", f"{nines} * 10", f"-{nines} - 1", "power(10, 76)",
                 "power(2, 1000)"):
        cases.run(f"beyond 76 digits: {text[-20:]}", f"show {text} as x", status=SCRIPT,
                  err="E0890")
    for text in ("1/0", "0/0", "mod(1, 0)", "sqrt(-1)", "ln(0)", "power(0, -1)",
                 "power(-1, 0.5)", 'date("10000-01-01")', 'date("2025-02-30")',
                 "2025-01-01 + 99999999999"):
        cases.run(f"empty: {text}", f"show {text} as x", out="x\n─+\n *–\n")
    for text in ("9999-12-31", "0001-01-01", "2024-02-29"):
        cases.run(f"date {text}", f'show date("{text}") as x', out=text)
    for text in ("2025-13-01", "2025-02-30", "2025-W54"):
        cases.run(f"no date {text}", f"show {text} as x", status=SCRIPT, err="E0107")


def run(cases):
    store = sqlite3.connect("small.db")
    store.execute("create table t(id integer primary key, a int, b text)")
    store.executemany("insert into t values (?, ?, ?)",
                      [(i, i % 10, f"x{i}") for i in range(100)])
    store.commit()
    store.close()
    long_texts(cases)
    long_chains(cases)
    growth(cases)
    bounds(cases)
