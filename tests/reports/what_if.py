"""Does a report under `what if revenue = revenue * 1.1` say what it says over a model in which
revenue is that much more? Usage: what_if.py KOERS FOLDER REPORT. FOLDER has the model and the
store of the demo company; beside `model.koers` a `more.koers` is written.

What stays is said in the manual: a profile spreads by what it was, so what is expected to be
paid is left out; lines are in the order of what is, so running parts are."""

import json
import os
import re
import subprocess
import sys
from decimal import Decimal

STAYS = re.compile("receipts|cash|cover|lowest|shortfall|least|p10|p50|part_so_far")


def asked(koers, folder, script):
    """The answers of a script with columns."""
    path = os.path.join(folder, "what_if.koers")
    with open(path, "w", encoding="utf-8") as file:
        file.write(script)
    out = subprocess.run([koers, "--format", "json", "--today", "2026-05-20", "run", path],
                         capture_output=True, text=True, check=False)
    if out.returncode or out.stderr:
        print(out.stderr)
        sys.exit(1)
    decoder, answers, at = json.JSONDecoder(parse_float=Decimal), [], 0
    while out.stdout[at:].strip():
        at += len(out.stdout[at:]) - len(out.stdout[at:].lstrip())
        found, at = decoder.raw_decode(out.stdout, at)
        answers += found if isinstance(found, list) else [found]
    return [a for a in answers if "columns" in a]


def titles(answer, is_key):
    return [c["title"] for c in answer["columns"] if (c["role"] == "key") == is_key]


def lines(answer):
    keys = titles(answer, True)
    return {(r.get("level"), *(str(r["values"][k]) for k in keys)): r["values"]
            for r in answer["rows"]}


def would_be(names, title):
    """The column of what would be: what `across` splits has its name in front."""
    for name in names:
        base = name.replace(" what if", "")
        if base != name and (base == title or base.endswith(" " + title)):
            return name
    return title


def same(a, b):
    if not isinstance(a, (int, Decimal)) or not isinstance(b, (int, Decimal)):
        return a == b
    return abs(Decimal(a) - Decimal(b)) <= Decimal("1e-9") * max(abs(Decimal(a)), abs(Decimal(b)))


def main():
    koers, folder, report = sys.argv[1:]
    with open(os.path.join(folder, "model.koers"), encoding="utf-8") as file:
        model = file.read()
    changed = re.sub(r"(measure +revenue +: money\(EUR\) = )sum\(net\)", r"\1sum(net * 1.1)", model)
    assert changed != model
    with open(os.path.join(folder, "more.koers"), "w", encoding="utf-8") as file:
        file.write(changed)
    run = f"use reports.{report}\nrun {report}()"
    wanted = asked(koers, folder, f'use "more.koers"\n{run}')
    have = asked(koers, folder, f'use "model.koers"\n{run} what if revenue = revenue * 1.1')
    n, missing, bad = 0, 0, len(wanted) != len(have)
    for want, answer in zip(wanted, have):
        named, shown = titles(answer, False), lines(answer)
        for key, values in lines(want).items():
            if key not in shown:  # `top` chooses by what is
                missing += 1
                continue
            for title in titles(want, False):
                if STAYS.search(title):
                    continue
                n += 1
                found = shown[key].get(would_be(named, title))
                if not same(values[title], found):
                    bad += 1
                    print(f"{key}: {title} is {found}, over the changed model {values[title]}")
    if n < 10 or missing > n / 10:
        print(f"{n} values, and {missing} lines are missing")
        bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
