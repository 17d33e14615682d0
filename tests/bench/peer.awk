# Five of mc-check's rules on a stream, as one writes them in awk: MC008, MC013, MC201, MC301, MC401.
# No superseding, no withdrawal, no persons, no calendar: a tenth of the work. Any awk.

function value(line) { return substr(line, index(line, ": ") + 2) }
function say(text, code) { print id ": " text " [" code "]" }
function earlier(day) { return day != "" && day <= datum }

BEGIN { RS = ""; FS = "\n" }

/^Zaak:/ {
    id = value($1)
    if (id in met) say("the id was met before", "MC013")
    met[id] = overleg = gesprek = weging = ""
}

{
    datum = ""
    for (i = 2; i <= NF; i++) {
        if ($i !~ /^(Datum|Geopend|Geboortedatum|Uiterlijk|Afgerond|Evalueren|Volgende|Beantwoord): /) continue
        day = value($i)
        if (day !~ /^[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9](T.*)?$/) say("no valid date", "MC008")
        if ($i ~ /^Datum: /) datum = substr(day, 1, 10)
    }
}

/^Overleg:/ && !earlier(overleg) { overleg = datum }
/^Gesprek:/ && !earlier(gesprek) { gesprek = datum }
/^Weging:/ && !earlier(weging) { weging = datum }
/^Besluit:/ {
    if (!earlier(overleg)) say("Besluit without an earlier Overleg", "MC201")
    if (!earlier(gesprek)) say("Besluit without an earlier Gesprek", "MC301")
    if (!earlier(weging)) say("Besluit without an earlier Weging", "MC401")
}
