"""The rules of peer.awk once more, as one writes them in Python."""
import re
import sys

DATES = {"Datum", "Geopend", "Geboortedatum", "Uiterlijk", "Afgerond", "Evalueren", "Volgende", "Beantwoord"}
DAY = re.compile(r"[12]\d\d\d-[01]\d-[0-3]\d(T.*)?$")
BEFORE = {"Overleg": "MC201", "Gesprek": "MC301", "Weging": "MC401"}


def records(lines):
    record = []
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if record:
                yield record
            record = []
        elif line[0] == "+":
            record[-1][1] += "\n" + line[2:]
        else:
            record.append(line.split(": ", 1) if ": " in line else [line.rstrip(":"), ""])
    if record:
        yield record


def main():
    met, first, zaak = set(), {}, ""
    for record in records(sys.stdin):
        kind, label = record[0]
        if kind == "Zaak":
            zaak, first = label, {}
            if zaak in met:
                print(f"{zaak}: the id was met before [MC013]")
            met.add(zaak)
        datum = ""
        for name, value in record[1:]:
            if name in DATES:
                if not DAY.match(value):
                    print(f"{zaak}: no valid date [MC008]")
                if name == "Datum":
                    datum = value[:10]
        if kind in BEFORE:
            first[kind] = min(first.get(kind, datum), datum)
        elif kind == "Besluit":
            for kind, code in BEFORE.items():
                if first.get(kind, "9") > datum:
                    print(f"{zaak}: Besluit without an earlier {kind} [{code}]")


main()
