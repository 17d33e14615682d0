#!/usr/bin/env bats
# mc-export -d overzicht: a line a case, the most pressing first, without names or text of a case.

bats_require_minimum_version 1.5.0
load lib

# agreed ID DAY: a case whose one open item with a day is an agreement for that day.
agreed() {
    header "$1"
    printf 'Persoon: kind1\nRol: kind\n\n'
    printf 'Signaal: 1\nDatum: 2026-11-20\nBetreft: kind1\nBron: waarneming\nFeit: Een blauwe plek.\n\n'
    printf 'Afspraak: 1\nDatum: 2026-11-03\nPartij: melder\nWie: arts\nWat: bellen\nStatus: open\nUiterlijk: %s\n\n' "$2"
}

# A case in which all is done, and that is not closed.
finished() {
    header "$1"
    printf 'Persoon: kind1\nRol: kind\n\n'
    printf 'Signaal: 1\nDatum: 2026-11-20\nBetreft: kind1\nBron: waarneming\nFeit: Een blauwe plek.\n\n'
    printf 'Overleg: 1\nDatum: 2026-11-20\nMet: aandachtsfunctionaris\nAdvies: afwegen\n\n'
    printf 'Gesprek: 1\nDatum: 2026-11-20\nMet: kind1\nGevoerd: ja\n\nWeging: 1\nDatum: 2026-11-20\nVraag1: nee\n\n'
    printf 'Besluit: 1\nDatum: 2026-11-20\nMelden: nee\nHulp: zelf\nMotivering: Het was een val van de trap.\n\n'
}

closed() {
    header "$1"
    printf 'Afsluiting: 1\nDatum: 2026-11-04\nReden: vermoeden weggenomen\nMotivering: Er was niets aan de hand.\n\n'
}

# The ids, in order.
order() {
    mc-export -d overzicht -f json "$@" | jq -r '.[].zaak' | xargs
}

@test "csv has the columns of the contract, and a row a case" {
    mc-export -d overzicht -f csv "$(examples)" >got
    [ "$(head -n 1 got)" = $'Zaak,Geopend,Kader,Team,Stand,Uitkomst,Soort,Uiterlijk,Code\r' ]
    [ "$(wc -l <got)" -eq 10 ]
    grep -qxF $'overdracht,2026-06-08,jeugd-en-gezin,Zuid,hulp,hulp,Afspraak,2026-12-18,MC608\r' got
    grep -qxF $'hulp-die-werkt,2026-09-07,jeugd-en-gezin,Oost,gesloten,volgen,,,\r' got
}

@test "the open item of a case is the first that mc-step --next says" {
    agreed laat 2026-11-10 >laat.zaak
    header nu >nu.zaak
    mc-step --next "$(examples)" . | cut -f 1-5 | sort -s -u -t $'\t' -k 1,1 >next
    [ "$(wc -l <next)" -eq 11 ]
    mc-export -d overzicht -f json "$(examples)" . |
        jq -r '.[] | [.zaak, .stand, .soort // "-", .uiterlijk // "-", .code // "-"] | @tsv' | LC_ALL=C sort >got
    diff <(LC_ALL=C sort next) got
}

@test "the most pressing is first: by day, then what has none, then where nothing is open, closed at the end" {
    mkdir zaken
    agreed b-eerder 2026-11-10 >zaken/1.zaak
    agreed a-later 2026-12-01 >zaken/2.zaak
    agreed c-later 2026-12-01 >zaken/3.zaak
    agreed d-vandaag 2026-11-24 >zaken/4.zaak
    closed e-gesloten >zaken/5.zaak
    agreed f-geen 2026-12-01 | sed 's/^Status: open/Status: gedaan/' >zaken/6.zaak
    finished a-klaar >zaken/7.zaak
    mc-export -d overzicht -f json zaken >all.json
    [ "$(jq -r '.[].zaak' all.json | xargs)" = "b-eerder d-vandaag a-later c-later f-geen a-klaar e-gesloten" ]
    [ "$(jq -c '.[4] | [.soort, .code, has("uiterlijk")]' all.json)" = '["Overleg","MC201",false]' ]
    [ "$(jq -c '.[6]' all.json)" = '{"zaak":"e-gesloten","geopend":"2026-11-02","kader":"basis","stand":"gesloten"}' ]
    # The same in whatever order they are read.
    [ "$(order zaken/7.zaak zaken/5.zaak zaken/6.zaak zaken/3.zaak zaken/2.zaak zaken/4.zaak zaken/1.zaak)" = \
        "b-eerder d-vandaag a-later c-later f-geen a-klaar e-gesloten" ]
}

@test "of the same day the graver outcome is first" {
    agreed a-afsluiten 2026-11-23 >a.zaak
    printf 'Weging: 1\nDatum: 2026-11-20\nVraag1: nee\n\n' >>a.zaak
    agreed b-geen 2026-11-23 >b.zaak
    agreed c-melden 2026-11-23 >c.zaak
    printf 'Weging: 1\nDatum: 2026-11-20\nVraag1: ja\nVraag2: ja\nAard: structureel\n\n' >>c.zaak
    mc-export -d overzicht -f json . | jq -r '.[] | "\(.uiterlijk) \(.zaak) \(.uitkomst)"' >got
    diff got - <<'ORDER'
2026-11-23 c-melden melden
2026-11-23 a-afsluiten afsluiten
2026-11-23 b-geen null
ORDER
}

@test "what is wrong already and has no day counts as of today" {
    # A weighing with a decision that nobody was consulted for.
    header nu >nu.zaak
    cat >>nu.zaak <<'CASE'
Persoon: kind1
Rol: kind

Signaal: 1
Datum: 2026-11-02
Betreft: kind1
Bron: waarneming
Feit: Een blauwe plek op de wang.

Weging: 1
Datum: 2026-11-05
Vraag1: nee

Besluit: 1
Datum: 2026-11-05
Melden: nee
Hulp: zelf
Motivering: Geen vermoeden meer.

CASE
    agreed gisteren 2026-11-23 >gisteren.zaak
    agreed morgen 2026-11-25 >morgen.zaak
    mc-export -d overzicht -f json . >got
    [ "$(jq -r '.[] | select(.zaak == "nu") | has("uiterlijk"), has("code")' got | xargs)" = "false true" ]
    [ "$(jq -r '.[].zaak' got | xargs)" = "gisteren nu morgen" ]
    mc-export -d overzicht . | grep -qE '^nu +[A-Z][a-z]+ +MC[0-9]{3}  nu '
}

@test "the header is that of today, and --today and --as-of say which day that is" {
    agreed a 2026-12-01 >a.zaak
    printf 'Wijziging: 1\nDatum: 2026-11-10\nReden: ander team\nTeam: Noord\n\n' >>a.zaak
    [ "$(mc-export -d overzicht -f json a.zaak | jq -r '.[0].team')" = Noord ]
    [ "$(mc-export -d overzicht -f json --today=2026-11-09 a.zaak | jq -r '.[0].team')" = null ]
    [ "$(mc-export -d overzicht -f json --as-of=2026-11-09 a.zaak | jq -r '.[0].team')" = null ]
    [ "$(mc-export -d overzicht --today=2026-11-09 a.zaak | head -n 1)" = "OVERZICHT VAN ZAKEN OP 2026-11-09" ]
}

@test "--stand and --team choose from the cases; without them the closed ones are there too" {
    [ "$(order --stand=gesloten "$(examples)")" = hulp-die-werkt ]
    [ "$(order --stand=HULP "$(examples)")" = overdracht ]
    [ "$(order --stand=nieuw "$(examples)")" = "" ]
    [ "$(order --team=zuid "$(examples)")" = overdracht ]
    [ "$(order --team=Zui "$(examples)")" = "" ]
    [ "$(order --team=Oost --stand=hulp "$(examples)")" = "" ]
    [ "$(mc-export -d overzicht -f json --team= "$(examples)" | jq 'map(has("team")) | any')" = false ]
    [ "$(order --team= "$(examples)" | wc -w)" -eq 5 ]
    # None chosen is no mistake.
    mc-export -d overzicht -f csv --stand=nieuw "$(examples)" >none
    [ "$(wc -l <none)" -eq 1 ]
    [ "$(mc-export -d overzicht -f json --stand=nieuw "$(examples)")" = "[]" ]
    [ "$(mc-export -d overzicht --stand=nieuw "$(examples)" | tail -n 1)" = "0 zaken." ]
}

@test "nothing of a case is in it but id, day, framework and team" {
    {
        printf 'Zaak: KANARIE 1\nFormaat: 1\nKader: Kanarie\nGeopend: KANARIE\nOrganisatie: KANARIE\nTeam: Noord\n'
        printf 'Beroepskracht: KANARIE\nContact: KANARIE\nX_Kanarie: KANARIE\n\n'
        printf 'Persoon: KANARIE\nRol: KANARIE\nNaam: KANARIE\n\nKANARIE: KANARIE\nKANARIE: x\n\n'
        printf 'Afspraak: KANARIE\nWie: KANARIE\nWat: KANARIE\nDatum: 2026-11-02\nStatus: open\nUiterlijk: 2026-11-30\n\n'
    } >a.zaak
    for format in text csv json; do
        mc-export -d overzicht -f "$format" a.zaak >got 2>err
        grep -q Noord got
        [ "$(grep -ci kanarie got err | sed 's/.*://' | xargs)" = "0 0" ]
    done
}

@test "the text keeps to its width: what does not fit stands on a line below" {
    mc-export -d overzicht "$(examples)" >narrow
    [ "$(awk 'length > 72' narrow)" = "" ]
    [ "$(sed -n 3,4p narrow)" = "Uiterlijk   Soort     Code   Zaak                 Stand         Uitkomst
    Geopend     Kader           Team" ]
    [ "$(tail -n 3 narrow)" = "    2026-09-07  jeugd-en-gezin  Oost

9 zaken." ]
    mc-export -d overzicht --width=150 "$(examples)" >wide
    [ "$(wc -l <wide)" -eq 14 ]
    [ "$(sed -n 3p wide)" = "Uiterlijk   Soort     Code   Zaak                 Stand         Uitkomst  Geopend     Kader           Team" ]
    grep -qx -- '-           -         -      hulp-die-werkt       gesloten      volgen    2026-09-07  jeugd-en-gezin  Oost' wide
    [ "$(grep -c ' $' narrow wide | sed 's/.*://' | xargs)" = "0 0" ]
}

@test "a team that would be a formula, or has several lines, is only text" {
    agreed a 2026-12-01 | sed 's/^Beroepskracht/Team: =1+1\n+ "x"\n&/' >a.zaak
    [ "$(mc-export -d overzicht -f csv a.zaak | tail -n +2)" = $'a,2026-11-02,basis,"\'=1+1\n""x""",signalen,,Afspraak,2026-12-01,MC608\r' ]
    [ "$(mc-export -d overzicht -f csv --no-formula-guard a.zaak | sed -n 2p)" = 'a,2026-11-02,basis,"=1+1' ]
    [ "$(mc-export -d overzicht --width=200 a.zaak | grep -c '=1+1 "x"$')" -eq 1 ]
    [ "$(mc-export -d overzicht -f json a.zaak | jq -r '.[0].team')" = $'=1+1\n"x"' ]
}

@test "it goes into a file, and is never a file a case" {
    mc-export -d overzicht -f csv -o uit.csv "$(examples)" >out
    [ ! -s out ]
    mc-export -d overzicht -f csv "$(examples)" | cmp - uit.csv
    run -64 mc-export -d overzicht -o map/ "$(examples)"
    [ "$output" = "mc-export: --doel=overzicht is one document of all cases: --output takes a file" ]
    [ ! -e map ]
}

@test "an option goes with the purpose that has a use for it" {
    # usage TEXT OPTION...
    usage() {
        run -64 mc-export "${@:2}" "$(examples)"
        [ "$output" = "mc-export: $1" ]
    }
    usage "--stand goes with --doel=overzicht alone" --stand=hulp
    usage "--team goes with --doel=overzicht alone" --team=Noord
    usage "--since goes with --doel=dossier alone" -d overzicht --since=2026-11-01
    usage "--table goes with --doel=dossier alone" -d overzicht -f csv -t zaken
    usage "--table goes with --format=csv alone" -d overzicht -t zaken
    usage "--stand: unknown word gemelt (did you mean gemeld?)" -d overzicht --stand=gemelt
    usage "--stand: unknown word af; there is gesloten, gewogen, besloten, gemeld, samenwerking, hulp, gesproken, overlegd, signalen, nieuw" \
        -d overzicht --stand=af
    usage "--format: unknown format rec; there is text, csv, json" -d overzicht -f rec
    usage "--doel: unknown purpose overzich (did you mean overzicht?)" -d overzich
}

@test "what is unreadable is said, and is no row" {
    agreed a 2026-12-01 >a.zaak
    printf 'Zaak: kapot\nFormaat: 1\nKANARIE\n\n' >>a.zaak
    status=0
    mc-export -d overzicht -f json -v a.zaak >got 2>err || status=$?
    [ "$status" -eq 2 ]
    [ "$(jq length got)" -eq 1 ]
    [ "$(tail -n 1 err)" = "mc-export: zaken=2 onleesbaar=1" ]
}

@test "it is the same in every language" {
    for format in text csv json; do
        LANGUAGE=en mc-export -d overzicht -f "$format" "$(examples)" >said.en
        LANGUAGE="nl" mc-export -d overzicht -f "$format" "$(examples)" | cmp - said.en
    done
}
