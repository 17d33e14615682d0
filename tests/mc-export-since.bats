#!/usr/bin/env bats
# mc-export --since and --as-of: what was recorded from a day on, and what was known on a day.

bats_require_minimum_version 1.5.0
load lib

# Entries recorded before, on and after 2026-11-10, and without a moment.
setup() {
    cd "$BATS_TEST_TMPDIR" || return
    cat >a.zaak <<'CASE'
Zaak: a
Formaat: 1
Kader: basis
Geopend: 2026-11-02
Beroepskracht: arts
Vastgelegd: 2026-11-02T09:00:00+01:00

Persoon: kind1
Rol: kind
Vastgelegd: 2026-11-02T09:00:00+01:00

Signaal: 1
Datum: 2026-11-02
Betreft: kind1
Bron: waarneming
Feit: Een blauwe plek op de wang.
Vastgelegd: 2026-11-02T09:10:00+01:00

Wijziging: 1
Datum: 2026-11-03
Reden: ander team
Team: Noord
Vastgelegd: 2026-11-03T09:00:00+01:00

Notitie: laat
Datum: 2026-11-09
Tekst: De avond ervoor.
Vastgelegd: 2026-11-09T23:59:59+01:00

Notitie: vroeg
Datum: 2026-11-01
Tekst: Gehoord op de eerste, opgeschreven op de tiende.
Vastgelegd: 2026-11-10T00:00:00+01:00

Signaal: 1
Datum: 2026-11-02
Betreft: kind1
Bron: waarneming
Feit: Een blauwe plek op de linkerwang.
Vastgelegd: 2026-11-12T09:00:00+01:00

Notitie: zonder
Datum: 2026-11-01
Tekst: Wanneer dit is opgeschreven weet niemand.

Notitie: onbekend
Datum: 2026-11-01
Tekst: En dit ook niet.
Vastgelegd: onbekend

Notitie: weg
Vernietigd: ja

CASE
}

@test "only what was recorded from that day on leaves, with header, changes of it and persons" {
    mc-export -f json --since=2026-11-10 a.zaak >got
    jq -r '.[0].aantekeningen[] | "\(.soort) \(.label) \(.regel)"' got >left
    diff left - <<'LEFT'
Persoon kind1 8
Wijziging 1 19
Notitie vroeg 30
Signaal 1 35
Notitie zonder 42
Notitie onbekend 46
Notitie weg 51
LEFT
    # What the case is does not change: where it stands, and what replaces what.
    mc-export -f json a.zaak >all
    [ "$(jq -c '.[0].voortgang, .[0].zaak' got)" = "$(jq -c '.[0].voortgang, .[0].zaak' all)" ]
    [ "$(mc-export -f json --since=2026-11-01 a.zaak)" = "$(cat all)" ]
}

@test "what says no moment leaves: it may be new" {
    mc-export -f json --since=2199-01-01 a.zaak >got
    [ "$(jq -r '.[0].aantekeningen[].label' got | xargs)" = "kind1 1 zonder onbekend weg" ]
}

@test "every format of the dossier leaves out the same" {
    mc-export -f zaak --since=2026-11-10 a.zaak >since.zaak
    mc-export -f json --since=2026-11-10 a.zaak | mc-new --from=json | cmp - since.zaak
    mc-export -f jsonl --since=2026-11-10 a.zaak | mc-new --from=jsonl | cmp - since.zaak
    [ "$(grep -c '^[A-Z][a-z]*: [^ ]*$' since.zaak)" -ge 8 ]
    [ "$(mc-export -f rec --since=2026-11-10 a.zaak | recsel -c)" -eq 8 ]
    [ "$(mc-export -f csv -t notitie --since=2026-11-10 a.zaak | mlr --icsv --onidx cut -f Label | xargs)" = "vroeg zonder onbekend weg" ]
    [ "$(mc-export -f csv -t signaal --since=2026-11-10 a.zaak | mlr --icsv --onidx cut -f Vervangen)" = nee ]
    mc-export -f csv --since=2026-11-10 a.zaak | cmp - <(mc-export -f csv a.zaak)
}

@test "the text says that it is a part, and what is left out is not in it" {
    mc-export --width=200 --since=2026-11-10 a.zaak >part
    [ "$(grep -c 'De avond ervoor' part)" -eq 0 ]
    [ "$(grep -c 'op de wang' part)" -eq 0 ]
    grep -q 'opgeschreven op de tiende' part
    grep -q 'Let op: *alleen wat vanaf 10 november 2026 is vastgelegd' part
    grep -q '^Vanaf 10 november 2026 is niets vastgelegd\.$' part
    [ "$(grep -c '^Niets vastgelegd' part)" -eq 0 ]
    [ "$(tail -n 3 part | tr '\n' ' ' | grep -c '7 aantekeningen van de 9')" -eq 1 ]
    mc-export --width=200 a.zaak >all
    [ "$(grep -c 'Let op\|Vanaf' all)" -eq 0 ]
    # Of an earlier version that leaves only what differs stands there.
    grep -q 'anders was' all
    [ "$(grep -c 'anders was' part)" -eq 0 ]
}

@test "--as-of and --since together are what was recorded between them" {
    mc-export -f json --since=2026-11-03 --as-of=2026-11-10 a.zaak >got
    [ "$(jq -r '.[0].aantekeningen[].label' got | xargs)" = "kind1 1 laat vroeg zonder onbekend weg" ]
}

@test "--as-of is what was known at the end of that day, in every format" {
    mc-export -f zaak --as-of=2026-11-09 a.zaak >early.zaak
    # What says no moment goes by its day.
    [ "$(grep -E '^(Notitie|Signaal|Persoon|Wijziging)' early.zaak | xargs)" = \
        "Persoon: kind1 Signaal: 1 Wijziging: 1 Notitie: laat Notitie: zonder Notitie: onbekend Notitie: weg" ]
    local format
    for format in json jsonl csv rec zaak text; do
        mc-export -f "$format" --as-of=2026-11-09 a.zaak | cmp - <(mc-export -f "$format" --today=2026-11-09 early.zaak) ||
            # But for the lines, that are those of the file.
            diff <(mc-export -f "$format" --as-of=2026-11-09 a.zaak | sed 's/"regel":[0-9]*//g') \
                <(mc-export -f "$format" --today=2026-11-09 early.zaak | sed 's/"regel":[0-9]*//g')
    done
    # A case that was opened later is not there.
    run -3 mc-export -f jsonl --as-of=2026-11-01 a.zaak
    [ -z "$output" ]
}

@test "a day that is none is usage" {
    local day
    for day in gisteren 2026-11-31 2026-11-10T09:00:00+01:00 ''; do
        run -64 mc-export --since="$day" a.zaak
        [ "$output" = "mc-export: --since takes a day: JJJJ-MM-DD" ]
    done
}
