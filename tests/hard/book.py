"""Reads a workbook with what Python brings along: sheets, cells, formats."""

import datetime
import re
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_DAY = datetime.datetime(1899, 12, 30)


class Cell:
    def __init__(self, element, formats):
        self.kind = element.get("t", "n")
        self.text = "".join(element.itertext())
        self.format = formats[int(element.get("s", "0"))]

    @property
    def value(self):
        if self.kind == "inlineStr":
            return unescape(self.text)
        if self.kind == "b":
            return self.text == "1"
        return float(self.text) if self.text else None

    @property
    def moment(self):
        seconds = round(float(self.text) * 86400)
        return FIRST_DAY + datetime.timedelta(seconds=seconds)


def unescape(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


class Sheet:
    def __init__(self, name, root, formats):
        self.name = name
        self.formulas = root.findall(f".//{MAIN}f") + root.findall(f".//{MAIN}hyperlink")
        found = root.find(f"{MAIN}autoFilter")
        self.filter = found.get("ref") if found is not None else None
        pane = root.find(f".//{MAIN}pane")
        self.frozen = pane is not None and pane.get("state") == "frozen"
        self.widths = [float(c.get("width")) for c in root.findall(f".//{MAIN}col")]
        self.cell = {}
        for element in root.findall(f".//{MAIN}c"):
            self.cell[element.get("r")] = Cell(element, formats)

    def column(self, letter):
        """The values of a column from row 2 on, in order."""
        rows = [int(at[1:]) for at in self.cell if re.fullmatch(letter + "[0-9]+", at)]
        return [self.cell[f"{letter}{row}"].value for row in sorted(rows) if row > 1]


class Book:
    def __init__(self, path):
        with zipfile.ZipFile(path) as packed:
            assert packed.testzip() is None
            part = {name: tree.fromstring(packed.read(name))
                    for name in packed.namelist()}
        styles = part["xl/styles.xml"]
        code = {f.get("numFmtId"): f.get("formatCode")
                for f in styles.findall(f".//{MAIN}numFmt")}
        formats = [code.get(x.get("numFmtId"), "") for x in
                   styles.find(f"{MAIN}cellXfs")]
        names = [s.get("name") for s in part["xl/workbook.xml"].findall(f".//{MAIN}sheet")]
        self.sheet = [Sheet(name, part[f"xl/worksheets/sheet{i}.xml"], formats)
                      for i, name in enumerate(names, 1)]
        self.created = [e.text for e in part["docProps/core.xml"].iter() if e.text]

    @property
    def names(self):
        return [sheet.name for sheet in self.sheet]
