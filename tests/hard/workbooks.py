"""Workbooks: real numbers and dates, texts that stay texts, the limits of a sheet, the
same bytes each time."""

import csv
import datetime
import os
import sqlite3

from book import Book

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", " =1", "＝1",
            "http://x.y", "{=1}", "_x0041_", "a\x01\x1fb", "]]>&<\"'", "two\r\nlines",
            "true", "1e5", "00012"]
LONG = "1234567890123456"


def make_store():
    store = sqlite3.connect("books.db")
    store.execute("create table t(id integer primary key, name text, big text, day text, "
                  "at text, amount text, rate text)")
    rows = [(i + 1, name, "7", "2025-01-31", "2025-01-31 10:20:30", "1.25", "0.155")
            for i, name in enumerate(FORMULAS)]
    n = len(rows)
    rows += [(n + 1, "x" * 40000, LONG, "1899-12-31", "1900-02-28 01:00:00", "-2.5", "1"),
             (n + 2, "\U0001F600" * 20000, LONG + "5", "1900-03-01", "1900-03-01 00:00:00",
              "123456789012345678.25", "1"),
             (n + 3, "", None, "9999-12-31", "9999-12-31 23:59:59", None, None),
             (n + 4, None, "0", None, "0001-01-01 00:00:00", "-1234.5", "0")]
    store.executemany("insert into t values (?,?,?,?,?,?,?)", rows)
    store.commit()
    store.close()
    return rows


SCRIPT = """open "books.db"
set today = 2025-06-01
source t from table t {
  key id
  time stamp = at
  dimension name, big = number(big), born = date(day)
  measure n = count()
  measure amount : money(EUR) = sum(number(amount))
  measure rate : percent = max(number(rate))
  measure plain = sum(number(amount))
}
"""
REPORT = """report r() "History" {
  text "=1+1"
  list id, name, big, born, stamp, number(amount) as money from t
  show n, amount, rate, plain by name with total
  show n, amount by big top 2 with others, total
  show amount, rate by year for 2024 .. 2026
  show n by born
}
"""


def texts(cases, book):
    sheet = book.sheet[1]
    names = sheet.column("B")
    shown = [FORMULAS[i].replace("\r\n", "\r\n") for i in range(len(FORMULAS))]
    cases.check("texts are as they were", names[:len(FORMULAS)] == shown,
                str(names[:len(FORMULAS)]))
    cases.check("texts are texts also when they are edited",
                all(sheet.cell[f"B{i + 2}"].format == "@" for i in range(len(FORMULAS))))
    cases.check("no formula and no link", not any(s.formulas for s in book.sheet))
    cases.check("a long text is cut", len(names[len(FORMULAS)]) == 32767)
    cases.check("signs of two units are not cut in half",
                len(names[len(FORMULAS) + 1]) == 32767 // 2)
    notes = [cell.value for cell in sheet.cell.values()]
    cases.check("what was cut is said",
                any(str(v).startswith("texts cut after 32767") and str(v).endswith(": 2")
                    for v in notes))


def numbers(cases, book, rows):
    sheet = book.sheet[1]
    first = len(FORMULAS) + 2
    at = {letter: [sheet.cell.get(f"{letter}{first + i}") for i in range(4)]
          for letter in "CDEF"}
    cases.check("a key of 16 digits is a text",
                [at["C"][i].value for i in (0, 1)] == [LONG, LONG + "5"])
    cases.check("what is empty is no cell",
                at["C"][2] is None and at["D"][3] is None and at["F"][2] is None)
    cases.check("days before March 1900 are texts",
                at["D"][0].value == "1899-12-31" and at["D"][1].value == 61)
    cases.check("the last moment", at["E"][2].moment ==
                datetime.datetime(9999, 12, 31, 23, 59, 59))
    cases.check("a moment is a number", sheet.cell["E2"].moment ==
                datetime.datetime(2025, 1, 31, 10, 20, 30))
    cases.check("formats of dates", sheet.cell["D2"].format == "yyyy\\-mm\\-dd" and
                sheet.cell["E2"].format == "yyyy\\-mm\\-dd\\ hh:mm:ss")
    by_name = book.sheet[2]
    last = len(rows) + 2
    cases.check("formats of numbers",
                [by_name.cell[f"{c}{last}"].format for c in "BCDE"] ==
                ["#,##0", '"€"#,##0.00', "#,##0.0%", "#,##0.00"])
    cases.check("totals are the last row, below what is filtered",
                by_name.cell[f"A{last}"].value == "total" and
                by_name.filter == f"A1:E{last - 1}" and by_name.frozen)
    cases.check("digits that are lost are said",
                any(str(c.value).startswith("numbers with more than 15 digits")
                    for c in by_name.cell.values()))
    cases.check("others", "others (17)" in book.sheet[3].column("A") or
                any(str(v).startswith("others (") for v in book.sheet[3].column("A")))
    partial = [c.format for c in book.sheet[4].cell.values() if "◔" in c.format]
    cases.check("partial values are marked", len(partial) >= 1)


def names(cases, book):
    cases.check("names of sheets are legal and differ",
                len({n.lower() for n in book.names}) == len(book.names) and
                all(len(n) <= 31 and not set(n) & set("[]:*?/\\") for n in book.names),
                str(book.names))
    front = book.sheet[0]
    cases.check("the report stands in front", front.name == "Report" and
                front.cell["A1"].value == "History" and front.cell["A2"].value == "=1+1")
    cases.check("the day is today", book.created == ["2025-06-01T12:00:00Z"] * 2)


def same_bytes(cases):
    with open("b.xlsx", "rb") as file:
        old = file.read()
    environ = dict(os.environ)
    os.environ.update(TZ="Asia/Tokyo", LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8")
    cases.run("the same workbook", SCRIPT + REPORT + 'run r() to "b.xlsx"\n')
    os.environ.clear()
    os.environ.update(environ)
    with open("b.xlsx", "rb") as file:
        cases.check("the same bytes", file.read() == old)


def same_as_csv(cases):
    cases.run("a workbook beside CSV", SCRIPT +
              "report s() { show amount, n by name, born }\n"
              'run s() to "s.xlsx", "s.csv", "s.json", "s.md", "s.txt"\n')
    with open("s.csv", encoding="utf8", newline="") as file:
        lines = list(csv.DictReader(file))
    sheet = Book("s.xlsx").sheet[1]
    amounts = [float(line["amount"]) for line in lines if line["amount"]]
    found = [v for v in sheet.column("C")]
    close = len(found) >= len(amounts) and all(
        abs(a - b) <= 1e-15 * abs(a) for a, b in zip(amounts, found))
    cases.check("numbers of CSV and of the workbook", close, f"{amounts} {found}")


def many_names(cases):
    shows = "show n by name  show n by name  list name from t  list name from t\n" * 3
    cases.run("equal names", SCRIPT + "report m() { " + shows + " }\n"
              'run m() to "m.xlsx"\n')
    book = Book("m.xlsx")
    cases.check("equal names are numbered", book.names[1:3] == ["n by name",
                                                                "n by name (2)"] and
                len(set(book.names)) == 13, str(book.names))


def run(cases):
    rows = make_store()
    cases.run("a workbook", SCRIPT + REPORT + 'run r() to "b.xlsx"\n')
    book = Book("b.xlsx")
    texts(cases, book)
    numbers(cases, book, rows)
    names(cases, book)
    same_bytes(cases)
    same_as_csv(cases)
    many_names(cases)
