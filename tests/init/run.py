"""Writes models with `koers init` and asks them."""
import csv
import datetime

import io
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lint"))
from count import check, close

KOERS = os.path.abspath(sys.argv[1])
ROOT = os.getcwd()
SECONDS = 60


def koers(*args):
    done = subprocess.run([KOERS, *args], stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=SECONDS, check=False)
    return done.returncode, done.stdout, done.stderr


def make_model(store, title):
    """Writes the model; it is canonical, has no error, and its claims hold."""
    status, out, err = koers("init", store)
    check(f"{title}: init", status == 0 and not err, out, err)
    for args in (["fmt", "--check", "model.koers"], ["check", "model.koers"]):
        status, said, err = koers(*args)
        check(f"{title}: {args[0]}", status == 0 and not said and not err, said, err)
    status, said, err = koers(store, "-c", "check model", "--format", "csv")
    check(f"{title}: check model", status == 0 and said.count("\n") == 1, said, err)
    for question in re.findall(r"^  (show .*)$", out, re.M):
        status, said, err = koers(store, "-c", question)
        check(f"{title}: {question}", status == 0 and said and not err, said, err)
    with open("model.koers", encoding="utf-8") as file:
        return file.read(), out


def rounded(value):
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return value


def answers(store, question):
    status, out, err = koers(store, "-c", question, "--format", "csv")
    rows = list(csv.reader(io.StringIO(out)))[1:] if status == 0 else [[err]]
    return sorted([cell if i == 0 else rounded(cell) for i, cell in enumerate(row)]
                  for row in rows)


def sql(store, text):
    with sqlite3.connect(store) as db:
        return sorted([str(row[0]), *map(rounded, row[1:])]
                      for row in db.execute(text))


def compare(store, question, text):
    have, want = answers(store, question), sql(store, text)
    check(f"{store}: {question}", have == want, have, want)


def northwind():
    shutil.copy(f"{ROOT}/examples/northwind/northwind.db", ".")
    make_model("northwind.db", "northwind")
    net = 'sum(d.UnitPrice * d.Quantity * (1 - d.Discount))'
    lines = ('"Order Details" d join Orders o using (OrderID) join Customers c using '
             '(CustomerID) join Employees e using (EmployeeID) join Products p using '
             '(ProductID) join Categories g using (CategoryID)')
    by = {"country": "c.Country", "category": "g.CategoryName",
          "month": "substr(o.OrderDate, 1, 7)",
          "employee": "e.FirstName || ' ' || e.LastName"}
    for name, column in by.items():
        compare("northwind.db", f"show revenue by {name}",
                f"select {column}, {net} from {lines} group by 1")
    status, out, err = koers("northwind.db", "-c", "show revenue", "--format", "csv")
    check("northwind: revenue", out == "revenue\n1265793.0395\n", status, out, err)
    compare("northwind.db", "show orders, freight by shipper",
            "select s.CompanyName, count(*), sum(o.Freight) from Orders o join Shippers "
            "s on s.ShipperID = o.ShipVia group by 1")
    compare("northwind.db", "show products, units_in_stock by supplier_country",
            "select s.Country, count(*), sum(p.UnitsInStock) from Products p join "
            "Suppliers s using (SupplierID) group by 1")


def company():
    """The demo company: its model is not looked at."""
    koers("demo", "company", "--today", "2026-10-31")
    os.chdir("company")
    os.remove("model.koers")
    make_model("store.db", "company")
    compare("store.db", "show net by product_family",
            "select p.family, sum(l.net) from invoice_line l join order_line o using "
            "(line_id) join product p using (product_id) group by 1")
    compare("store.db", "show activity_count by month for 2026-H1",
            "select substr(done_on, 1, 7), count(*) from activity where done_on between "
            "'2026-01-01' and '2026-06-30' group by 1")
    compare("store.db", "show cash_balance_amount by month sparse for 2026-H1",
            "select substr(as_of, 1, 7), amount from cash_balance where as_of in "
            "(select max(as_of) from cash_balance where as_of between '2026-01-01' and "
            "'2026-06-30' group by substr(as_of, 1, 7))")
    compare("store.db", "show revenue, order_line_cost by month for 2026-H1",
            "select substr(ordered_on, 1, 7), sum(net_price * qty), sum(cost * qty) from "
            "order_line join sales_order using (order_id) where ordered_on between "
            "'2026-01-01' and '2026-06-30' group by 1")
    compare("store.db", "show invoice_line_count by is_credit",
            "select iif(is_credit, 'true', 'false'), count(*) from invoice_line group by 1")
    os.chdir("..")


def adventureworks():
    shutil.copytree(f"{ROOT}/examples/adventureworks/data", "data")
    shutil.copy(f"{ROOT}/examples/adventureworks/load.sh", ".")
    subprocess.run(["sh", "load.sh", KOERS], check=True, stdout=subprocess.DEVNULL)
    make_model("adventureworks.db", "adventureworks")
    compare("adventureworks.db", "show sales_amount, order_quantity by job_title",
            "select s.JobTitle, sum(f.SalesAmount), sum(f.OrderQuantity) from "
            "reseller_sales f join sellers s using (EmployeeKey) group by 1")
    compare("adventureworks.db", "show sales_amount_quota by quarter",
            "select substr(QuarterStart, 1, 4) || '-Q' || "
            "((substr(QuarterStart, 6, 2) + 2) / 3), sum(SalesAmountQuota) from quota "
            "group by 1")
    compare("adventureworks.db", "show amount by account_type",
            "select a.AccountType, sum(f.Amount) from finance f join accounts a using "
            "(AccountKey) group by 1")


def pipeline():
    folder = f"{ROOT}/examples/pipeline/data"
    files = sorted(f"{folder}/{name}" for name in os.listdir(folder))
    status, out, err = koers("import", *files, "pipeline.db")
    check("pipeline: import", status == 0, out, err)
    make_model("pipeline.db", "pipeline")
    compare("pipeline.db", "show deals, deal_amount by country",
            "select c.country, count(*), sum(d.amount) from deals d join customers c "
            "using (customer) group by 1")
    compare("pipeline.db", "show moves by stage",
            "select stage, count(*) from moves group by 1")


def star():
    """A table of days whose keys stand in the facts, twice in one of them."""
    days = [datetime.date(2023, 1, 1) + datetime.timedelta(days=i) for i in range(400)]
    key = [int(day.strftime("%Y%m%d")) for day in days]
    rng = random.Random(5)
    db = sqlite3.connect("star.db")
    db.execute("create table DimDate (DateKey integer, FullDate text, Month integer)")
    db.executemany("insert into DimDate values (?, ?, ?)",
                   ((k, str(d), d.month) for k, d in zip(key, days)))
    db.execute("create table FactSales (SalesKey integer, OrderDateKey integer, "
               "ShipDateKey integer, NetAmount real, Currency text)")
    for i in range(900):
        at = rng.randrange(390)
        db.execute("insert into FactSales values (?, ?, ?, ?, 'EUR')",
                   (i, key[at], key[at + 7], rng.randrange(9999) / 100))
    db.commit()
    db.close()
    text, _ = make_model("star.db", "star")
    check("star: euros", "net_amount : money(EUR)" in text, text)
    for question, column in (("month", "OrderDateKey"), ("month(shipped)", "ShipDateKey")):
        compare("star.db", f"show sales, net_amount by {question}",
                f"select substr({column}, 1, 4) || '-' || substr({column}, 5, 2), "
                "count(*), sum(NetAmount) from FactSales group by 1")


def dutch():
    """Names of another language, in one word; nothing is declared."""
    db = sqlite3.connect("winkel.db")
    db.executescript("""
        create table klanten (klantnummer integer, naam text, land text);
        insert into klanten values (1, 'Aa', 'NL'), (2, 'Bee', 'BE'), (3, 'Cee', 'NL'),
          (4, 'Dee', 'BE');
        create table facturen (factuurnr integer, klantnummer integer, factuurdatum text);
        insert into facturen values (1, 1, '2024-01-02'), (2, 2, '2024-02-03'),
          (3, 1, '2024-02-04'), (4, 3, '2024-05-06');
        create table factuurregels (factuurnr integer, regel integer, aantal integer,
          prijs real, korting real);
        insert into factuurregels values (1, 1, 2, 10, 0), (1, 2, 1, 5, 0.1),
          (2, 1, 3, 4, 0), (3, 1, 1, 1, 0.5), (4, 1, 7, 2, 0), (4, 2, 1, 2, 0);""")
    db.close()
    text, _ = make_model("winkel.db", "winkel")
    for part in ("entity klant key klantnummer label naam", "key factuurnr, regel",
                 "entity factuur key factuurnr"):
        check(f"winkel: {part}", part in text, text)
    net = "sum(aantal * prijs * (1 - korting))"
    lines = "factuurregels join facturen using (factuurnr) join klanten using (klantnummer)"
    for name, column in (("klant", "naam"), ("land", "land")):
        compare("winkel.db", f"show revenue by {name}",
                f"select {column}, {net} from {lines} group by 1")
    compare("winkel.db", "show revenue by month sparse",
            f"select substr(factuurdatum, 1, 7), {net} from {lines} group by 1")


def abbreviated():
    """Names cut short. An article has a name of its own, too; its code is the key."""
    db = sqlite3.connect("afgekort.db")
    db.executescript("""
        create table TBL_ART (ART_CD text, ART_OMSCHR text, ART_GRP text);
        create table TBL_TARIEF (ZONE text, SOORT text, TARIEF real);
        create table TBL_ORDKOP (ORD_NR integer, ORD_DAT text, LEVER_DAT text);
        create table TBL_ORDRGL (ORD_NR integer, RGL_NR integer, ART_CD text,
          AANTAL integer, PRIJS real);""")
    db.executemany("insert into TBL_ART values (?, ?, ?)",
                   ((f"A-{i:03}", f"Artikel {i}", f"Groep {i % 3}") for i in range(60)))
    db.executemany("insert into TBL_TARIEF values (?, ?, ?)",
                   ((f"Z{i % 5}", f"S{i // 5}", i / 4) for i in range(20)))
    first = datetime.date(2024, 1, 1)
    days = [first + datetime.timedelta(days=i * 3 // 2) for i in range(400)]
    db.executemany("insert into TBL_ORDKOP values (?, ?, ?)",
                   ((i, str(day), str(day + datetime.timedelta(days=9)))
                    for i, day in enumerate(days)))
    db.executemany("insert into TBL_ORDRGL values (?, ?, ?, ?, ?)",
                   ((i // 3, i % 3 + 1, f"A-{i * 7 % 60:03}", i % 5 + 1, i % 11 / 4)
                    for i in range(1200)))
    db.commit()
    db.close()
    text, _ = make_model("afgekort.db", "afgekort")
    for part in ("entity art key ART_CD label ART_OMSCHR", "key ZONE, SOORT",
                 "key ORD_NR, RGL_NR", "join art on ART_CD", "time ord_dat = ordkop.ORD_DAT"):
        check(f"afgekort: {part}", part in text, text)
    net = "sum(AANTAL * PRIJS)"
    compare("afgekort.db", "show revenue by art_grp",
            f"select ART_GRP, {net} from TBL_ORDRGL join TBL_ART using (ART_CD) group by 1")
    compare("afgekort.db", "show revenue by month",
            f"select substr(ORD_DAT, 1, 7), {net} from TBL_ORDRGL join TBL_ORDKOP using "
            "(ORD_NR) group by 1")


def unique_alone():
    """A text that tells all rows apart needs no other column beside it."""
    db = sqlite3.connect("alone.db")
    db.execute("create table plants (species text, family text, height real)")
    db.executemany("insert into plants values (?, ?, ?)",
                   ((f"species {i}", f"family {i % 3}", i / 4) for i in range(40)))
    db.commit()
    db.close()
    text, _ = make_model("alone.db", "alone")
    check("alone: one column", "key species  -- key unique" in text, text)


def kinds():
    """Numbers that do not add up: stocks over days, prices, costs of a piece, flags."""
    db = sqlite3.connect("kinds.db")
    db.executescript("""
        create table stock (sku text, day date, pieces integer);
        create table stock_movement (sku text, day date, pieces integer);
        create table bought (bought_id integer primary key, bought_on date, qty integer,
          cost real, paid integer, has_tax integer);
        create table list (list_id integer primary key, prs real, cost_per_piece real);
        create table bank_balance (id integer primary key, on_day date, bank text,
          amount real);
        create table depot (sku text, day date, on_hand integer, value real);
        create table sold (sold_id integer primary key, day date, qty integer,
          unit_cost real, line_total real);
        """)
    for i in range(40):
        row = (f"s{i % 4}", f"2024-01-{i // 4 + 1:02}", i * 7 % 11)
        db.execute("insert into stock values (?, ?, ?)", row)
        db.execute("insert into stock_movement values (?, ?, ?)", row)
        db.execute("insert into bought values (?, ?, ?, ?, ?, ?)",
                   (i, row[1], i % 5, i / 4, i % 2, 1))
        db.execute("insert into bank_balance values (?, ?, ?, ?)",
                   (i, row[1], row[0], i / 2))
        db.execute("insert into depot values (?, ?, ?, ?)", row + (i / 4,))
        db.execute("insert into sold values (?, ?, ?, ?, ?)",
                   (i, row[1], i % 5, i / 4, i / 2))
        db.execute("insert into list values (?, ?, ?)", (i, i / 8, i / 9))
    db.commit()
    db.close()
    text, _ = make_model("kinds.db", "kinds")
    for part in ("sum(pieces) at snapshot `day`", "measure average_prs = avg(prs)",
                 "avg(cost_per_piece)", "dimension paid = paid = 1",
                 "-- amount: holds at an instant, so it was not added up; sum(amount) at",
                 "-- value: holds at an instant", "sum(unit_cost * qty)",
                 "= sum(line_total)", "sum(on_hand) at snapshot",
                 "-- cost: of a piece or of all? sum(cost * qty) or sum(cost)"):
        check(f"kinds: {part}", part in text, text)
    for part in ("= sum(cost", "sum(paid)", "has_tax)"):
        check(f"kinds: no {part}", part not in text, text)
    check("kinds: two stocks", len(re.findall("^  measure.* at snapshot", text, re.M)) == 2, text)
    compare("kinds.db", "show stock_pieces by month for 2024-01",
            "select '2024-01', sum(pieces) from stock where day = '2024-01-10'")


def dates():
    """Days that the store keeps as texts and numbers: what would be an axis is said."""
    db = sqlite3.connect("dates.db")
    db.execute("create table sales (sale_id integer primary key, sold text, paid date, "
               "mdy text, early text, short text, bad text, num integer, seen integer, "
               "msec integer, amount real)")
    first = datetime.date(2023, 1, 2)
    for i in range(300):
        day = first + datetime.timedelta(days=i)
        db.execute("insert into sales values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   (i, day.strftime("%d-%m-%Y"), day.strftime("%d/%m/%Y"),
                    day.strftime("%m/%d/%Y"), f"0{i % 9 + 1}-0{i % 8 + 1}-2023",
                    f"{day.day}-{day.month}-{day.year}",
                    day.strftime("%d-%m-%Y") if i % 3 else f"x{i}",
                    int(day.strftime("%Y%m%d")), 1700000000 + i, 1700000000000 + i,
                    i / 4))
    db.commit()
    db.close()
    text, _ = make_model("dates.db", "dates")
    for part in ("key sale_id  -- declared key\n",
                 "-- short: a text with dates as D-M-Y, not all equally long",
                 "-- bad: a text; 200 of 300 values are dates as D-M-Y",
                 "-- early: a text with dates as D-M-Y or M-D-Y. An axis",
                 "-- seen: seconds since 1970?", "datetime(msec / 1000, 'unixepoch')"):
        check(f"dates: {part}", part in text, text)
    axes = re.findall(r"-- (?:sold|paid|mdy|num): .* An axis: (time .*)$", text, re.M)
    check("dates: four axes", len(axes) == 4, text)
    with open("model.koers", "w", encoding="utf-8") as file:
        file.write(re.sub(r"^(  measure sales = )", "  " + "\n  ".join(axes) + r"\n\1",
                          text, flags=re.M))
    want = ("select substr(num, 1, 4) || '-' || substr(num, 5, 2), sum(amount) from sales "
            "group by 1")
    for axis in axes:
        name = axis.split()[1]
        compare("dates.db", f"show amount by month({name}) sparse", want)


def stems():
    """Joins whose columns have other names than the keys."""
    db = sqlite3.connect("stems.db")
    db.executescript("""
        create table shops (sh_pk integer, city text);
        create table cust_mst (c_id text, nm text);
        create table klanten ("KL#" integer, plaats text);
        create table depots (dp text primary key, land text);
        create table sls_hdr (h_id integer, sh_fk integer, cust_ref text, "KL#" integer,
          via_ref text, no_ref text, dt date, amt real);""")
    db.executemany("insert into shops values (?, ?)", ((i, f"c{i % 4}") for i in range(9)))
    db.executemany("insert into cust_mst values (?, ?)",
                   ((f"C{i}", f"n{i}") for i in range(50)))
    db.executemany("insert into klanten values (?, ?)",
                   ((i * 3, f"p{i % 5}") for i in range(50)))
    db.executemany("insert into depots values (?, ?)",
                   ((f"D{i}", f"l{i % 3}") for i in range(12)))
    db.executemany("insert into sls_hdr values (?, ?, ?, ?, ?, ?, ?, ?)",
                   ((i, i % 9, f"C{i % 40}", i % 50 * 3, f"D{i % 7}", f"D{i % 13}",
                     f"2024-01-{i % 28 + 1:02}", i / 4) for i in range(800)))
    db.commit()
    db.close()
    text, _ = make_model("stems.db", "stems")
    for part in ("join shops on sh_fk  -- by a part of its name; 9 of 9 values are there",
                 "join cust_mst on cust_ref  -- by a part of its name; 40 of 40",
                 "entity klanten key `KL#`  -- key unique in all rows",
                 "join klanten on `KL#`",
                 "-- via_ref: all of its 7 values are keys of depots. If it leads there: "
                 "join depots on via_ref"):
        check(f"stems: {part}", part in text, text)
    check("stems: no join of values that are missing", "join depots on no_ref" not in text,
          text)
    for question, column in (("city", "city"), ("plaats", "plaats")):
        compare("stems.db", f"show amt by {question}",
                f"select {column}, sum(amt) from sls_hdr h join shops on sh_pk = sh_fk "
                'join klanten k on k."KL#" = h."KL#" group by 1')


def words():
    """Tables and columns named after every word of the language."""
    with open(f"{ROOT}/lexer/keywords.def", encoding="utf-8") as file:
        names = set(re.findall(r'^KEYWORD\(\w+, "(\w+)"', file.read(), re.M))
    with open(f"{ROOT}/runtime/model/function.def", encoding="utf-8") as file:
        names |= set(re.findall(r'^FUNCTION\(\w+, "([a-z_]+)"', file.read(), re.M))
    names |= {"day", "week", "quarter", "year", "eur", "today", "now", "true", "false",
              "count", "sum", "money", "0", "a b", 'a"b', "a`b", "--", "/*", "{", "é"}
    quoted = ['"%s"' % name.replace('"', '""') for name in sorted(names)]
    db = sqlite3.connect("words.db")
    for table, kind in (("texts", "text"), ("numbers", "real")):
        columns = ", ".join(f"{name} {kind}" for name in quoted)
        db.execute(f"create table {table} (id integer primary key, on_day date, "
                   f"{columns})")
        for i in range(20):
            value = "ab"[i % 2] if kind == "text" else i + 0.5
            marks = ", ".join("?" * (len(quoted) + 2))
            db.execute(f"insert into {table} values ({marks})",
                       [i, f"2024-01-{i + 1:02}"] + [value] * len(quoted))
    for name in quoted:
        db.execute(f"create table {name} (id integer primary key, name text, x real)")
        db.execute(f"insert into {name} values (1, 'a', 1.5), (2, 'b', 2)")
    db.commit()
    db.close()
    text, _ = make_model("words.db", "words")
    check("words: a source per table", text.count("\nsource ") == len(quoted) + 2)


def large():
    """More rows than are read: the text says so, and the joins are found all the same."""
    rows, buyers = 400000, 150000
    rng = random.Random(7)
    db = sqlite3.connect("large.db")
    db.execute("create table buyers (buyer_id integer primary key, buyer_name text)")
    db.executemany("insert into buyers values (?, ?)",
                   ((i, f"buyer {i}") for i in range(buyers)))
    db.execute("create table sales (sale_id integer, buyer_id integer, sold_on text, "
               "amount real, channel text)")
    db.executemany("insert into sales values (?, ?, ?, ?, ?)",
                   ((i, rng.randrange(buyers), f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}",
                     rng.randrange(10000) / 100, rng.choice(["web", "shop"]))
                    for i in range(rows)))
    db.commit()
    db.close()
    text, _ = make_model("large.db", "large")
    for part in ("about 400000 rows; what stands here is from 100000 of them",
                 "entity sale key sale_id  -- key unique in the rows that were read",
                 "join buyers on buyer_id", "time sold = sold_on",
                 "dimension channel = channel"):
        check(f"large: {part}", part in text, text)
    compare("large.db", "show sales by channel",
            "select channel, count(*) from sales group by 1")


for part in (northwind, adventureworks, company, pipeline, star, dutch, abbreviated, unique_alone,
             kinds, dates, stems, words, large):
    with tempfile.TemporaryDirectory(prefix="koers-init-") as folder:
        os.chdir(folder)
        part()
        os.chdir(ROOT)
sys.exit(close())
