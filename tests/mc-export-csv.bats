#!/usr/bin/env bats
# mc-export -f csv: one table, for programs and for people with a spreadsheet.
# shellcheck disable=SC2154 # programs comes from lib

bats_require_minimum_version 1.5.0
load lib

# csv TABLE FILE...: without the carriage returns at the ends of rows.
csv() {
    mc-export -f csv -t "$1" "${@:2}" | sed 's/\r$//'
}

@test "rows end in CR LF and have the columns of their table; a line break in a cell is LF" {
    header a >a.zaak
    printf 'Notitie: 1\nDatum: 2026-11-03\nTekst: een\n+ "twee", drie\n\n' >>a.zaak
    {
        printf 'Zaak,Label,Regel,Vervangen,Datum,Tekst,Toelichting,Afschermen,Ingetrokken,Vernietigd,Vastgelegd,Door,Overig\r\n'
        printf 'a,1,7,nee,2026-11-03,"een\n""twee"", drie",,,,,,,\r\n'
    } >wanted
    mc-export -f csv -t notitie a.zaak | cmp - wanted
}

@test "the columns are the fields of the kind in the order of the table, whatever the cases hold" {
    tables=$programs/tables
    [ -x "$tables" ] || tables=$programs/../tables
    "$tables" soorten >known
    header leeg >leeg.zaak
    for kind in $(cut -f 1 known | uniq); do
        own=$(awk -F '\t' -v kind="$kind" '$1 == kind && $2 !~ /^(Toelichting|Afschermen|Ingetrokken|Vernietigd|Vastgelegd|Door)$/ { printf ",%s", $2 }' known)
        common=,Toelichting,Afschermen,Ingetrokken,Vernietigd
        [ "$kind" != Zaak ] || common=
        csv "${kind,,}" "$(examples)" >all
        [ "$(head -n 1 all)" = "Zaak,Label,Regel,Vervangen$own$common,Vastgelegd,Door,Overig" ]
        csv "${kind,,}" leeg.zaak | head -n 1 | cmp - <(head -n 1 all)
    done
    [ "$(cut -f 1 known | uniq | wc -l)" -eq 21 ]
    own=$(awk -F '\t' '$1 == "Zaak" && $2 !~ /^(Vastgelegd|Door)$/ { printf ",%s", $2 }' known)
    [ "$(csv zaken leeg.zaak | head -n 1)" = "Zaak$own,Stand,Uitkomst,Norm" ]
    # No name stands twice: a reader that makes them keys would lose one.
    for kind in zaken $(cut -f 1 known | uniq); do
        csv "$kind" leeg.zaak | head -n 1 | tr , '\n' | sort | uniq -d >twice
        diff /dev/null twice
    done
}

@test "each kind has as many rows as there are entries, and each cell holds what json does" {
    mc-export -f jsonl "$(examples)" >all.jsonl
    for kind in Persoon Signaal Gesprek Weging Afspraak; do
        jq -c --arg kind "$kind" '.zaak.Zaak as $zaak | .aantekeningen[] | select(.soort == $kind) |
            {Zaak: $zaak, Label: .label, Regel: .regel | tostring, Vervangen: (if .vervangen then "ja" else "nee" end)} +
            (.velden | with_entries(select(.key | startswith("X_") | not)) |
             map_values(if type == "array" then join("; ") else . end))' all.jsonl >wanted
        mc-export -f csv -t "$kind" --no-formula-guard "$(examples)" |
            mlr --icsv --ojsonl -S -A cat |
            jq -c 'del(.Overig) | map_values(select(. != "") | tostring)' >got
        [ "$(wc -l <wanted)" -ge 5 ]
        diff <(jq -S -c . wanted) <(jq -S -c . got)
    done
}

@test "zaken is the default: a case a row, its header as it is today, and where it stands" {
    mc-export -f csv "$(examples)" >zaken.csv
    mc-export -f csv -t zaken "$(examples)" | cmp - zaken.csv
    [ "$(mlr --icsv --ojson count zaken.csv | jq '.[0].count')" -eq 9 ]
    [ "$(mlr --icsv --ojsonl cut -o -f Zaak,Stand,Uitkomst,Norm zaken.csv | jq -c 'select(.Zaak == "twee-kinderen")')" = \
        '{"Zaak":"twee-kinderen","Stand":"samenwerking","Uitkomst":"melden","Norm":"1; 2"}' ]
    header a | sed 's/^$/Vervolgt: een\nVervolgt: twee\nX_Nummer: 7\n/' >a.zaak
    printf 'Wijziging: 1\nDatum: 2026-11-10\nReden: ander team\nTeam: Noord\nVervolgt: drie\n\n' >>a.zaak
    [ "$(csv zaken a.zaak | tail -n 1)" = "a,1,basis,2026-11-02,,Noord,arts,,,,drie,nieuw,," ]
    [ "$(csv zaken --today=2026-11-09 a.zaak | tail -n 1)" = "a,1,basis,2026-11-02,,,arts,,,,een; twee,nieuw,," ]
    [ "$(csv zaken --as-of=2026-11-09 a.zaak | tail -n 1)" = "a,1,basis,2026-11-02,,,arts,,,,een; twee,nieuw,," ]
    # The header as it was recorded is a kind as the others.
    [ "$(csv zaak a.zaak | tail -n 1)" = "a,a,1,nee,1,basis,2026-11-02,,,arts,,,,een; twee,,,X_Nummer: 7" ]
}

@test "superseded, withdrawn and destroyed entries stand there and say so" {
    header a >a.zaak
    printf 'Notitie: 1\nDatum: 2026-11-03\nTekst: een\n\nNotitie: 2\nVernietigd: ja\n\nNotitie: 1\nIngetrokken: fout\n\n' >>a.zaak
    [ "$(csv notitie a.zaak | tail -n 3)" = "a,1,7,ja,2026-11-03,een,,,,,,,
a,2,11,nee,,,,,,ja,,,
a,1,14,nee,,,,,fout,,,," ]
}

@test "what no column is for stands in Overig; an entry of an unknown kind is in no table" {
    header a >a.zaak
    printf 'Notitie: 1\nNotitie: een\nVreemd: a\nX_Km: 12\nVreemd: b\nTekst: x\n\nHuisbezoek: 1\nHuis: KANARIE\n\n' >>a.zaak
    [ "$(csv notitie a.zaak | tail -n 1)" = 'a,1,7,nee,,x,,,,,,,Notitie: een; Vreemd: a; X_Km: 12; Vreemd: b' ]
    run -64 mc-export -f csv -t huisbezoek a.zaak
}

@test "a cell or line that a spreadsheet would reckon with gets an apostrophe" {
    local sign space
    : >payloads
    for sign in = + - @ '＝' '＋' '－' '＠'; do
        for space in '' ' ' $'\t' $'\xc2\xa0' $'\xe1\x9a\x80' $'\xe2\x80\x80' $'\xe2\x80\x83' $'\xe2\x80\x8a' \
            $'\xe2\x80\xaf' $'\xe2\x81\x9f' $'\xe3\x80\x80' $'  \xc2\xa0 '; do
            printf '%s\n' "$space$sign"'cmd|" /C calc"!A0' >>payloads
        done
    done
    printf '\tmet een TAB ervoor\n' >>payloads
    [ "$(wc -l <payloads)" -eq 97 ]
    {
        header a
        n=0
        while IFS= read -r line; do
            n=$((n + 1))
            printf 'Notitie: %d\nTekst: %s\nToelichting: tekst\n+ %s\nX_Eigen: a\n+ %s\n\n' "$n" "$line" "$line" "$line"
        done <payloads
    } >a.zaak
    mc-export -f csv -t notitie a.zaak | mlr --icsv --ojsonl -S -A cut -f Tekst,Toelichting,Overig | jq -c . >got.jsonl
    jq -R -c '{Tekst: ("\u0027" + .), Toelichting: ("tekst\n\u0027" + .), Overig: ("X_Eigen: a\n\u0027" + .)}' payloads >wanted.jsonl
    diff wanted.jsonl got.jsonl
    mc-export -f csv -t notitie --no-formula-guard a.zaak | mlr --icsv --ojsonl -S -A cut -f Tekst,Toelichting,Overig | jq -c . >got.jsonl
    jq -R -c '{Tekst: ., Toelichting: ("tekst\n" + .), Overig: ("X_Eigen: a\n" + .)}' payloads | diff - got.jsonl
}

@test "what only looks a little like a formula is left alone" {
    header a >a.zaak
    printf "Notitie: 1\nTekst: 1=1, a+b en 'aanhaling'\n+\n+ x - y\n\n" >>a.zaak
    mc-export -f csv -t notitie a.zaak >guarded
    mc-export -f csv -t notitie --no-formula-guard a.zaak | cmp - guarded
    [ "$(mlr --icsv --ojson cut -f Tekst guarded | jq -r '.[0].Tekst')" = $'1=1, a+b en \'aanhaling\'\n\nx - y' ]
}

@test "a cell that begins with a line break gets an apostrophe, and so does a label" {
    header a >a.zaak
    printf 'Notitie: =1+1\nTekst:\n+ tweede regel\n\n' >>a.zaak
    mc-export -f csv -t notitie a.zaak | tail -n +2 >got
    printf "a,'=1+1,7,nee,,\"'\ntweede regel\",,,,,,,\r\n" | cmp - got
}

@test "--as-of leaves out what was recorded later" {
    header a >a.zaak
    printf 'Notitie: 1\nTekst: een\nVastgelegd: 2026-11-03T23:59:59+01:00\n\n' >>a.zaak
    printf 'Notitie: 1\nTekst: twee\nVastgelegd: 2026-11-04T00:00:00+01:00\n\n' >>a.zaak
    [ "$(csv notitie --as-of=2026-11-03 a.zaak | tail -n +2)" = 'a,1,7,nee,,een,,,,,2026-11-03T23:59:59+01:00,,' ]
    [ "$(csv notitie --as-of=2026-11-04 a.zaak | tail -n +2 | cut -d, -f2-4)" = $'1,7,ja\n1,11,nee' ]
}

@test "without a case there is the header alone" {
    status=0
    mc-export -f csv </dev/null >got || status=$?
    [ "$status" -eq 3 ]
    [ "$(wc -l <got)" -eq 1 ]
    [ "$(cut -d, -f1 got)" = Zaak ]
}

@test "a table goes with csv alone, and has a name that there is, in any case" {
    # usage TEXT OPTION...
    usage() {
        run -64 mc-export "${@:2}" "$(examples)"
        [ "$output" = "mc-export: $1" ]
    }
    usage "--table goes with --format=csv alone" -t gesprek
    usage "--table goes with --format=csv alone" -f json -t zaken
    usage "--no-formula-guard goes with --format=csv alone" -f json --no-formula-guard
    usage "--table: unknown table gesprk (did you mean gesprek?)" -f csv -t gesprk
    usage "--table: unknown table zakn (did you mean zaken?)" -f csv -t zakn
    run -64 mc-export -f csv -t onzin "$(examples)"
    [[ $output == "mc-export: --table: unknown table onzin; there is zaken, zaak, "*", uitzondering" ]]
    mc-export -f csv -t GESPREK "$(examples)" | cmp - <(mc-export -f csv -t gesprek "$(examples)")
}

@test "csv goes through miller, as the manual page has it" {
    mc-export -f csv -t gesprek "$(examples)" | mlr --icsv --ojson cat >gesprekken.json
    [ "$(jq length gesprekken.json)" -eq "$(mc-export -f jsonl "$(examples)" | jq -s 'map(.aantekeningen[] | select(.soort == "Gesprek")) | length')" ]
    jq -e 'all(.[]; has("Zaak") and has("Met") and has("Overig"))' gesprekken.json
}
