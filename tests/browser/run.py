"""Pages and SVG files as a browser sees them."""

import base64
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.dom.minidom

from browser import Browser

KOERS = os.path.abspath(sys.argv[1])
NORTHWIND = os.path.abspath("examples/northwind")
WIDTHS = (375, 1280, 2560)
PAGE_MOST, SCRIPT_MOST = 60_000, 10_000
HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "</title><script>alert(3)",
    "';alert(4)//", "<svg onload=alert(5)>", "{{7*7}}", "</style><script>alert(6)</script>",
    "javascript:alert(7)", "&lt;b&gt;", "<!--", "]]>", "a\x1b[31mred", "\x00end", "\u202eevil",
    "\x7f\x9b", "日本語", "e\u0301",
]
REPORTS = """use "model.koers"
set today = 1998-05-06
report morning(year : period = 1997) "Sales in {$year}" question "Are we on course?"
{
  text "Net of discount."
  show revenue, gross, discount_share by category for $year
    sort by revenue descending with total chart bullet
    alarm when discount_share > 7% "{category} gives away {discount_share}"
  show revenue by month for $year chart line
  show revenue by category, quarter for $year chart column
  show revenue, orders by country, quarter for $year where nordic with total, subtotals
  show revenue, units by category across quarter for $year with total chart heatmap
  show revenue by month for 1997 .. 1998 chart area
  show orders, shipped_orders, late_orders for $year chart funnel
  show revenue by country for $year where nordic chart waterfall
  show revenue by country, month for $year where nordic chart sparkline
  show revenue by country, year where nordic chart bar
}
"""

passed = failed = 0


def check(what, good, seen=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED", what, str(seen)[:300])


def koers(folder, *args, **env):
    return subprocess.run([KOERS, *args], cwd=folder, capture_output=True, check=False,
                          env={**os.environ, **env})


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make_reports(folder):
    for name in ("model.koers", "northwind.db"):
        shutil.copy(os.path.join(NORTHWIND, name), folder)
    write(os.path.join(folder, "r.koers"),
          REPORTS + 'run morning() to "r.html", "r.svg"\n')
    write(os.path.join(folder, "two.koers"),
          REPORTS + "run morning()\nrun morning(year: 1998)\n")
    done = koers(folder, "run", "r.koers")
    check("the report runs", done.returncode == 0, done.stderr.decode())
    two = koers(folder, "run", "two.koers", "--format", "html")
    with open(os.path.join(folder, "two.html"), "wb") as file:
        file.write(two.stdout)


def same_bytes(folder):
    """Another folder, time zone and locale."""
    other = os.path.join(folder, "other", "deeper")
    os.makedirs(other)
    make_reports(other)
    koers(other, "run", "r.koers", TZ="Asia/Tokyo", LC_ALL="C", LANG="nl_NL", COLUMNS="40")
    for name in ("r.html", "r.svg"):
        with open(os.path.join(folder, name), "rb") as a, \
                open(os.path.join(other, name), "rb") as b:
            check("the same bytes in " + name, a.read() == b.read())


def sizes(folder):
    page = koers(folder, "model.koers", "-c", 'text "x"', "--format", "html").stdout
    page = page or koers(folder, "-c", 'text "x"', "--format", "html").stdout
    script = page[page.find(b"<script>"):page.find(b"</script>")]
    check("a page without data is small", 0 < len(page) <= PAGE_MOST, len(page))
    check("its script is small", 0 < len(script) < SCRIPT_MOST, len(script))


def is_clean(browser, what, path):
    check(what + ": no errors", not browser.errors, browser.errors)
    check(what + ": no dialogs", not browser.dialogs, browser.dialogs)
    outside = [url for url in browser.requests if url != "file://" + path]
    check(what + ": nothing else is asked for", not outside, outside)


def widths(browser, path, name):
    for width in WIDTHS:
        for dark in (False, True):
            what = f"{name} at {width}" + (" dark" if dark else "")
            browser.open(path, width, dark)
            is_clean(browser, what, path)
            wide = browser.ask("document.documentElement.scrollWidth")
            check(what + ": not wider than the screen", wide <= width, wide)
    browser.open(path, 375)
    shown = "Array.from(document.querySelectorAll('svg.%s')).filter(" \
            "s => s.getBoundingClientRect().width > 0).length"
    check(name + ": charts for a phone", browser.ask(shown % "wide") == 0)
    browser.open(path, 1280)
    check(name + ": charts for a screen", browser.ask(shown % "narrow") == 0)


COLUMN = "Array.from(document.querySelectorAll('table')[%d].rows).map(r => r.cells[%d] " \
         "? r.cells[%d].textContent : '')"


def column(browser, table, place):
    return browser.ask(COLUMN % (table, place, place))


def amount(text):
    return float(text.replace("$", "").replace(",", ""))


def sorting(browser, path):
    browser.open(path, 1280)
    before = column(browser, 0, 2)
    button = "document.querySelectorAll('table')[0].querySelectorAll('button.sort')[2]"
    heading = button + ".closest('th').getAttribute('aria-sort')"
    check("sort: at first by none", browser.ask(heading) == "none")
    browser.ask(button + ".focus()")
    browser.key("Enter", 13, "\r")
    lines = [amount(v) for v in column(browser, 0, 2)[1:-1]]
    check("sort: Enter sorts down", lines == sorted(lines, reverse=True), lines)
    check("sort: it is said", browser.ask(heading) == "descending")
    check("sort: the total stays", column(browser, 0, 2)[-1] == before[-1])
    browser.key(" ", 32, " ")
    lines = [amount(v) for v in column(browser, 0, 2)[1:-1]]
    check("sort: then up", lines == sorted(lines), lines)
    check("sort: one column is sorted", browser.ask(
        "document.querySelectorAll('table')[0].querySelectorAll("
        "'[aria-sort=ascending],[aria-sort=descending]').length") == 1)
    browser.ask(button + ".click()")
    check("sort: then as it came", column(browser, 0, 2) == before)
    check("sort: no errors", not browser.errors, browser.errors)


def sorting_parts(browser, path):
    browser.open(path, 1280)
    table = "document.querySelectorAll('table')[3]"
    browser.ask(table + ".querySelectorAll('button.sort')[2].click()")
    parts = browser.ask(f"Array.from({table}.tBodies).map(b => Array.from(b.rows).map("
                        "r => [r.className, r.cells[2].textContent]))")
    check("sort: there are parts", len(parts) == 4, len(parts))
    for part in parts:
        lines = [amount(text) for kind, text in part[:-1]]
        check("sort: within a part", lines == sorted(lines, reverse=True), lines)
        check("sort: a subtotal closes its part", part[-1][0] == "lv")
    colour = "getComputedStyle(%s.querySelector('.rep')).color" % table
    check("sort: keys show on each line", browser.ask(colour) != "rgba(0, 0, 0, 0)")


def explanations(browser, path, script):
    browser.open(path, 1280, script=script)
    what = "explanations" + ("" if script else " without script")
    check(what + ": closed", browser.find(":popover-open") == 0)
    browser.click("thead th:nth-child(2) button.why")
    node = browser.find(":popover-open")
    check(what + ": open", node != 0)
    text = browser.call("DOM.getOuterHTML", nodeId=node)["outerHTML"] if node else ""
    check(what + ": the formula", "sum(UnitPrice * Quantity * (1 - Discount))" in text)
    check(what + ": the filter", "for $year" in text)
    browser.key("Escape", 27)
    check(what + ": Escape closes", browser.find(":popover-open") == 0)


CONTRAST = """(function () {
  var style = getComputedStyle(document.documentElement);
  function light(name) {
    var probe = document.createElement('i');
    probe.style.setProperty('color', 'var(' + name + ')');
    document.body.appendChild(probe);
    var rgb = getComputedStyle(probe).color.match(/[0-9.]+/g).slice(0, 3).map(
      function (v) { v /= 255; return v <= .03928 ? v / 12.92
                     : Math.pow((v + .055) / 1.055, 2.4); });
    probe.remove();
    return .2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2];
  }
  function ratio(a, b) {
    var x = light(a), y = light(b);
    return (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
  }
  var found = {ink: ratio('--ink', '--paper'), soft: ratio('--soft', '--paper'),
               link: ratio('--link', '--paper'),
               alarm: ratio('--alarm', '--alarm-wash'), warn: ratio('--warn', '--warn-wash')};
  for (var i = 0; i < 8; i++) found['c' + i] = ratio('--c' + i, '--paper');
  return found;
})()"""


def colours(browser, path):
    papers = []
    for dark in (False, True):
        browser.open(path, 1280, dark)
        papers.append(browser.ask(
            "getComputedStyle(document.documentElement).backgroundColor"))
        for name, ratio in browser.ask(CONTRAST).items():
            least = 7 if name == "ink" else 4.5
            check(f"contrast of {name}" + (" dark" if dark else ""), ratio >= least, ratio)
    check("dark is dark", papers[0] != papers[1], papers)


def accessible(browser, path):
    browser.open(path, 1280)
    check("ids are unique", browser.ask(
        "new Set(Array.from(document.querySelectorAll('[id]')).map(e => e.id)).size === "
        "document.querySelectorAll('[id]').length"))
    check("headers have a scope", browser.ask(
        "document.querySelectorAll('th:not([scope])').length") == 0)
    check("tables have a caption", browser.ask(
        "document.querySelectorAll('table:not(:has(caption))').length") == 0)
    check("one h1", browser.ask("document.querySelectorAll('h1').length") == 1)
    levels = browser.ask("Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6')).map("
                         "h => Number(h.tagName[1]))")
    check("no level of headings is left out",
          all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)
    small = browser.ask("Array.from(document.querySelectorAll('button')).filter(b => {"
                        "var r = b.getBoundingClientRect(); return r.width && r.height && ("
                        "r.width < 24 || r.height < 24)}).map(b => b.className)")
    check("buttons are at least 24 by 24", small == [], small[:4])
    check("what opens has a role and a name", browser.ask(
        "Array.from(document.querySelectorAll('[popover]')).every(e => e.getAttribute('role')"
        " && e.getAttribute('aria-label'))"))
    tree = browser.call("Accessibility.getFullAXTree")["nodes"]
    images = [n for n in tree if n.get("role", {}).get("value") in ("image", "img")
              and not n.get("ignored")]
    named = [n for n in images if n.get("name", {}).get("value")]
    check("each chart has a name", len(named) == len(images) >= 9,
          (len(named), len(images)))


def printing(browser, path):
    browser.open(path, 800, media="print")
    hidden = "Array.from(document.querySelectorAll('%s')).every(" \
             "e => e.getBoundingClientRect().width === 0)"
    for selector in ("button.why", "svg.narrow", "details"):
        check("print: without " + selector, browser.ask(hidden % selector))
    pdf = browser.call("Page.printToPDF", printBackground=True)["data"]
    check("print: as PDF", pdf.startswith("JVBERi"), pdf[:10])


def printed_pages(browser, folder):
    """A long table has its heads on every page."""
    write(os.path.join(folder, "long.koers"),
          'use "model.koers"\nreport long() "Long" {\n'
          "  show revenue, orders by customer, month for 1997 with total\n}\n"
          'run long() to "long.html"\n')
    koers(folder, "run", "long.koers")
    browser.open(os.path.join(folder, "long.html"), 800, media="print")
    data = browser.call("Page.printToPDF")["data"]
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=base64.b64decode(data),
                          capture_output=True, check=True).stdout.decode()
    pages = [p for p in text.split("\f") if p.strip()]
    heads = [p for p in pages if re.search(r"customer +month +revenue +orders", p)]
    check("print: heads on every page", len(heads) == len(pages) > 9,
          (len(heads), len(pages)))


def printed_numbers(browser, folder):
    """Numbers of a table of 18 columns are not broken over lines, nor cut off."""
    write(os.path.join(folder, "wide.koers"),
          'use "model.koers"\nreport wide() "Wide" {\n'
          "  show revenue by category across month for 1997-01 .. 1998-04 with total\n}\n"
          'run wide() to "wide.html"\n')
    koers(folder, "run", "wide.koers")
    browser.open(os.path.join(folder, "wide.html"), 800, media="print")
    cells = browser.ask("Array.from(document.querySelectorAll('td')).map(e => e.textContent)")
    data = browser.call("Page.printToPDF", preferCSSPageSize=True)["data"]
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=base64.b64decode(data),
                          capture_output=True, check=True).stdout.decode().split()
    broken = [cell for cell in cells if cell not in text]
    check("print: whole numbers in wide tables", len(cells) > 150 and not broken,
          (len(cells), broken[:4]))


def first_column(browser, folder):
    """What a line is about stays in sight."""
    browser.open(os.path.join(folder, "wide.html"), 375)
    browser.ask("document.querySelector('.scroll').scrollLeft = 900")
    at = browser.ask("document.querySelector('tbody th').getBoundingClientRect().left"
                     " - document.querySelector('.scroll').getBoundingClientRect().left")
    check("the first column stays", abs(at) < 1, at)


def hostile(browser, folder):
    """In data, titles, texts, parameters, names of columns."""
    place = os.path.join(folder, "hostile")
    os.makedirs(place)
    store = sqlite3.connect(os.path.join(place, "h.db"))
    store.execute("create table t (name text, amount integer)")
    store.executemany("insert into t values (?, ?)",
                      [(text, i + 1) for i, text in enumerate(HOSTILE)])
    store.commit()
    store.close()
    quoted = [t.replace('"', '\\"').replace("{", "").replace("\x00", "") for t in HOSTILE]
    script = 'open "h.db"\nsource t from table t { dimension name  measure n "%s" = ' \
             'sum(amount) }\n' % quoted[1]
    script += 'report r(p = "%s") "%s" question "%s" {\n' % (
        quoted[0], quoted[2], quoted[6])
    script += "".join('  text "%s"\n' % text for text in quoted)
    for kind in ("bar", "column", "funnel", "waterfall"):
        script += '  show n as `%s`, n * 2 as m by name chart %s alarm when m > 4 "%s {name}"\n' % (
            quoted[0], kind, quoted[1])
    script += '}\nrun r() to "h.html", "h.svg"\n'
    write(os.path.join(place, "h.koers"), script)
    done = koers(place, "run", "h.koers")
    check("hostile: it runs", done.returncode == 0, done.stderr.decode(errors="replace"))
    path = os.path.join(place, "h.html")
    browser.open(path, 1280)
    is_clean(browser, "hostile", path)
    check("hostile: one script", browser.ask("document.scripts.length") == 1)
    check("hostile: no image", browser.ask("document.images.length") == 0)
    names = set(column(browser, 0, 0))
    for text in HOSTILE:
        if min(map(ord, text)) >= 32 and not set(text) & set("\x7f\x9b\u202e"):
            check("hostile: the text is as it was", text in names, repr(text))
    with open(path, "rb") as file:
        raw = file.read()
    check("hostile: no control character is raw",
          not any(b < 32 and b != 10 or b == 127 for b in raw))
    check("hostile: valid UTF-8", raw.decode("utf-8") is not None)
    path = os.path.join(place, "h.svg")
    xml.dom.minidom.parse(path)
    browser.open(path, 1280)
    is_clean(browser, "hostile svg", path)


STEERING = """use "model.koers"
set today = 1998-04-20
audience board level strategic members "Fuller"
indicator low  "Sales that are far below what was agreed" { measure revenue rhythm weekly target >= 900k USD }
indicator near "Orders" { measure orders rhythm weekly target >= 90 warn < 90 alarm < 2 }
indicator good "Freight" { measure freight rhythm weekly target >= 1 USD }
indicator none "Sales of a year that is not there yet" { measure revenue rhythm weekly target >= 1M USD for 1999 }
strategy grow "Grow" { choice penetration steers low }
objective first "Be the first supplier of all large customers" { serves grow level strategic steers low, near }
"""


def steering(browser, folder):
    """The brief: a status has its colour, and nothing is cut off; titles of a map are whole."""
    write(os.path.join(folder, "steering.koers"), STEERING)
    write(os.path.join(folder, "map.koers"), 'use "steering.koers"\nmap steering\n')
    for name, args in (("brief", ("brief", "steering.koers")), ("map", ("run", "map.koers"))):
        done = koers(folder, *args, "--format", "html")
        check(name + " as a page", done.returncode == 0, done.stderr.decode())
        with open(os.path.join(folder, name + ".html"), "wb") as file:
            file.write(done.stdout)
    path = os.path.join(folder, "brief.html")
    cut = "Array.from(document.querySelectorAll('.scroll')).filter(" \
          "s => s.scrollWidth > s.clientWidth).length"
    colour = "getComputedStyle(document.querySelector('.s.%s')).color"
    for width in (400, 900, 1400):
        browser.open(path, width)
        is_clean(browser, f"brief at {width}", path)
        check(f"brief at {width}: nothing is cut off", browser.ask(cut) == 0)
        colours_found = {browser.ask(colour % word) for word in ("red", "amber", "green", "grey")}
        check(f"brief at {width}: four colours", len(colours_found) == 4, colours_found)
    path = os.path.join(folder, "map.html")
    for width, kind in ((400, "narrow"), (900, "wide"), (1400, "wide")):
        browser.open(path, width)
        texts = browser.ask(f"Array.from(document.querySelectorAll('svg.{kind} text')).map("
                            "t => t.textContent)")
        check(f"map at {width}: titles are whole", "supplier of all" in " ".join(texts) and
              not any("…" in text for text in texts), texts)


def main():
    folder = os.path.realpath(tempfile.mkdtemp(prefix="koers-pages-"))
    make_reports(folder)
    same_bytes(folder)
    sizes(folder)
    browser = Browser()
    try:
        page = os.path.join(folder, "r.html")
        widths(browser, page, "a report")
        widths(browser, os.path.join(folder, "two.html"), "two reports")
        sorting(browser, page)
        sorting_parts(browser, page)
        explanations(browser, page, True)
        explanations(browser, page, False)
        colours(browser, page)
        accessible(browser, page)
        printing(browser, page)
        printed_pages(browser, folder)
        printed_numbers(browser, folder)
        first_column(browser, folder)
        hostile(browser, folder)
        steering(browser, folder)
        svg = os.path.join(folder, "r.svg")
        xml.dom.minidom.parse(svg)
        browser.open(svg, 1280, dark=True)
        is_clean(browser, "svg", svg)
    finally:
        browser.close()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
