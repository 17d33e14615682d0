#!/usr/bin/env bats
# mc-export: what leaves, in which form, and what it says of what cannot.

load lib

small_case() {
    cat <<'CASE'
Zaak: klein
Formaat: 1
Kader: basis
Geopend: 2026-11-02
Beroepskracht: wijkverpleegkundige

Persoon: kind1
Rol: kind

Signaal: 1
Datum: 2026-11-02
Betreft: kind1
Bron: waarneming
Feit: Blauwe plek op de wang.
Onbekend: a
Onbekend: b

Signaal: 1
Datum: 2026-11-02
Betreft: kind1
Bron: waarneming
Soort: lichamelijk
Feit: Blauwe plek op de linkerwang.
X_Eigen: 4

CASE
}

# case_with ID FIELDS: a readable case with those lines behind the header.
case_with() {
    printf 'Zaak: %s\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n%b\n' "$1" "$2"
}

@test "json is an array, a case a line, keys and entries in the order of the file" {
    small_case >klein.zaak
    {
        printf '[\n{"formaat":1,"zaak":{"Zaak":"klein","Formaat":"1","Kader":"basis","Geopend":"2026-11-02",'
        printf '"Beroepskracht":"wijkverpleegkundige"},"aantekeningen":['
        printf '{"soort":"Persoon","label":"kind1","regel":7,"vervangen":false,"velden":{"Rol":"kind"}},'
        printf '{"soort":"Signaal","label":"1","regel":10,"vervangen":true,"velden":{"Datum":"2026-11-02",'
        printf '"Betreft":["kind1"],"Bron":"waarneming","Feit":"Blauwe plek op de wang.","Onbekend":["a","b"]}},'
        printf '{"soort":"Signaal","label":"1","regel":18,"vervangen":false,"velden":{"Datum":"2026-11-02",'
        printf '"Betreft":["kind1"],"Bron":"waarneming","Soort":["lichamelijk"],'
        printf '"Feit":"Blauwe plek op de linkerwang.","X_Eigen":"4"}}],'
        printf '"voortgang":{"stand":"signalen","personen":[{"label":"kind1","stand":"signalen"}]}}\n]\n'
    } >wanted
    mc-export -f json klein.zaak >got
    diff wanted got
}

@test "several cases are one array in json, and a line each in jsonl" {
    mc-export -f json "$(examples)" >all.json
    [ "$(jq 'length' all.json)" -eq 9 ]
    [ "$(wc -l <all.json)" -eq 11 ]
    mc-export -f jsonl "$(examples)" >all.jsonl
    [ "$(wc -l <all.jsonl)" -eq 9 ]
    diff <(jq -c '.[]' all.json) <(jq -c . all.jsonl)
    # But for the array they are the same bytes.
    diff <(sed '1d; $d; s/,$//' all.json) all.jsonl
}

@test "no case is an empty array in json and nothing in jsonl, with status 3" {
    run mc-export -f json </dev/null
    [ "$status" -eq 3 ]
    [ "$output" = "[]" ]
    run mc-export -f jsonl </dev/null
    [ "$status" -eq 3 ]
    [ "$output" = "" ]
    run mc-export -f json --allow-empty </dev/null
    [ "$status" -eq 0 ]
    [ "$output" = "[]" ]
}

@test "quotes, backslashes, TABs and line breaks are escaped, all else is left as it is" {
    case_with a '' >a.zaak
    sed 's/<TAB>/\t/' >>a.zaak <<'ENTRY'
Notitie: 1
Tekst: zei "au" \ <TAB>in <b>&</b> 'é' 🟦/
+
+ C:\x

ENTRY
    cat >wanted <<'JSON'
{"Tekst":"zei \"au\" \\ \tin <b>&</b> 'é' 🟦/\n\nC:\\x"}
JSON
    mc-export -f jsonl a.zaak | grep -o '{"Tekst":.*x"}' | diff wanted -
}

@test "a field that can stand more than once, or does, is an array at its first place" {
    case_with a 'Vervolgt: b\nX_Een: 1\nX_Twee: 2\nX_Een: 3\n\nNotitie: 1\nNotitie: 2\nTekst: a\nDatum: x\nTekst: b\n' >a.zaak
    [ "$(mc-export -f json a.zaak | jq -c '.[0].zaak | [.Vervolgt, .X_Een, .X_Twee, .Team]')" = '[["b"],["1","3"],"2",null]' ]
    # The kind's own name given again stands among the fields.
    [ "$(mc-export -f json a.zaak | jq -c '.[0].aantekeningen[0] | [.label, .velden]')" = \
        '["1",{"Notitie":"2","Tekst":["a","b"],"Datum":"x"}]' ]
}

@test "empty, unknown and absent stay three things" {
    case_with a 'Team:\nFunctie: onbekend\n' >a.zaak
    [ "$(mc-export -f json a.zaak | jq -c '.[0].zaak | [.Team, .Functie, has("Organisatie")]')" = '["","onbekend",false]' ]
}

@test "voortgang says for each person and for the case where it stands, what came out, and by which norm" {
    [ "$(mc-export -f json "$(examples)/twee-kinderen.zaak" | jq -c '.[0].voortgang')" = \
        '{"stand":"samenwerking","uitkomst":"melden","norm":[1,2],"personen":[{"label":"kind1","stand":"samenwerking","uitkomst":"melden","norm":[1,2]},{"label":"kind2","stand":"hulp","uitkomst":"hulp","norm":[]}]}' ]
    [ "$(mc-export -f json "$(examples)/hulp-die-werkt.zaak" | jq -c '.[0].voortgang')" = \
        '{"stand":"gesloten","uitkomst":"volgen","norm":[],"personen":[{"label":"kind1","stand":"gesloten","uitkomst":"volgen","norm":[]}]}' ]
}

# A case with two children who are weighed apart: for the first norm 1 alone, for the second norm 2 alone.
two_norms() {
    printf 'Zaak: normen\nFormaat: 1\nKader: %s\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n' "$1"
    printf 'Persoon: kind%s\nRol: kind\n\n' 1 2
    printf 'Signaal: %s\nDatum: 2026-11-02\nBetreft: kind%s\nBron: waarneming\nFeit: Blauwe plek.\n\n' 1 1 2 2
    printf 'Weging: 1\nDatum: 2026-11-04\nBetreft: kind1\nVraag1: ja\n\n'
    printf 'Weging: 2\nDatum: 2026-11-04\nBetreft: kind2\nVraag1: nee\n\n'
}

@test "the norm of the case is that of all persons with its outcome" {
    mkdir kaders
    cat >kaders/proef.kader <<'KADER'
Kader: proef
Versie: 1
Titel: Proefkader
Eigenaar: praktijk
Geldig: 2020-01-01
Tekst_status: samengevat
Bron: eigen

Vraag: 1
Kort: letsel
Stap: 4
Tekst: Is er letsel?
Weegt: veiligheid
Ongunstig: ja

Antwoord: 1 ja
Uitkomst: melden
Norm: 1
Verder: einde

Antwoord: 1 nee
Uitkomst: melden
Norm: 2
Verder: einde

Meldnorm: 1
Tekst: letsel

Meldnorm: 2
Tekst: geen letsel

KADER
    two_norms proef >normen.zaak
    MC_KADER_PATH=$PWD/kaders mc-export -f json normen.zaak >normen.json
    jq -c '.[0].voortgang | [.uitkomst, .norm, [.personen[].norm]]' normen.json
    [ "$(jq -c '.[0].voortgang | [.uitkomst, .norm, [.personen[].norm]]' normen.json)" = '["melden",[1,2],[[1],[2]]]' ]
    # The framework may be an operand too.
    mc-export -f json normen.zaak kaders/proef.kader | cmp - normen.json
    # Without it nothing is judged.
    [ "$(mc-export -f json normen.zaak | jq -c '.[0].voortgang | [has("uitkomst"), has("norm"), (.personen[0] | has("norm"))]')" = \
        '[false,false,false]' ]
}

@test "a case without a person is one, and its persons are none" {
    case_with a '\nOverleg: 1\nDatum: 2026-11-03\nMet: collega\nAdvies: signalen vastleggen\n' >a.zaak
    [ "$(mc-export -f json a.zaak | jq -c '.[0].voortgang')" = '{"stand":"overlegd","personen":[]}' ]
}

@test "--as-of leaves out what was recorded later, and judges by that day" {
    mc-export -f json --as-of=2026-10-01 "$(examples)/twee-kinderen.zaak" >early.json
    mc-export -f json "$(examples)/twee-kinderen.zaak" >all.json
    [ "$(jq '.[0].aantekeningen | length' early.json)" -lt "$(jq '.[0].aantekeningen | length' all.json)" ]
    [ "$(jq '[.[0].aantekeningen[].velden.Vastgelegd | select(. >= "2026-10-02")] | length' early.json)" -eq 0 ]
    [ "$(jq -r '.[0].voortgang.stand' early.json)" != samenwerking ]
}

@test "zaak is the case in normal form" {
    printf '# opmerking\nZaak: a\nKader: basis\nFormaat: 1\nGeopend: 2026-11-02\nBeroepskracht: arts\n' >a.zaak
    mc-export -f zaak a.zaak >got
    printf 'Zaak: a\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n' | diff - got
}

@test "without options it is the dossier as text; several cases have a form feed between them" {
    run mc-export "$(examples)/twee-kinderen.zaak"
    [ "$status" -eq 0 ]
    [ "$output" = "$(mc-export -d dossier -f text "$(examples)/twee-kinderen.zaak")" ]
    [[ $output == *twee-kinderen* ]]
    [[ $output != *$'\f'* ]]
    [ "$(mc-export "$(examples)" | tr -dc '\f' | wc -c)" -eq 8 ]
}

@test "an unreadable case is named, the others are exported, and the status is 2" {
    {
        printf 'KANARIE ervoor\n\n'
        case_with goed ''
        printf 'Zaak: kapot\nFormaat: 1\nKANARIE\nTekst: KAN\x01ARIE\n\n'
        printf 'Zaak: nieuwer\nFormaat: 2\nTeam: KANARIE\n\n'
        case_with ook ''
    } >in.zaak
    printf '' >leeg.zaak
    status=0
    mc-export -f json in.zaak leeg.zaak >out 2>err || status=$?
    [ "$status" -eq 2 ]
    [ "$(jq -r '.[].zaak.Zaak' out | xargs)" = "goed ook" ]
    cut -d' ' -f1,2 err >places
    diff - places <<'PLACES'
in.zaak:1: fout:
in.zaak:11: fout:
in.zaak:12: fout:
in.zaak:15: fout:
leeg.zaak:1: fout:
PLACES
    [ "$(grep -o '\[MC[0-9]*\]$' err | xargs)" = "[MC003] [MC001] [MC002] [MC006] [MC003]" ]
    [ "$(grep -c KAN err)" -eq 0 ]
}

@test "what is readable is exported without a word, whatever mc-check would say of it" {
    case_with a 'Vreemd: 1\n\nSignaal: 1\nDatum: gisteren\nBetreft: niemand\n' >a.zaak
    cp a.zaak b.zaak
    status=0
    mc-export -f jsonl a.zaak b.zaak >out 2>err || status=$?
    [ "$status" -eq 0 ]
    [ ! -s err ]
    [ "$(wc -l <out)" -eq 2 ]
}

@test "one bad operand never stops the rest" {
    case_with a '' >a.zaak
    mkfifo pijp
    status=0
    mc-export -f jsonl niet-hier pijp a.zaak >out 2>err || status=$?
    [ "$status" -eq 2 ]
    [ "$(jq -r '.zaak.Zaak' out)" = a ]
    diff - err <<'ERR'
mc-export: niet-hier: No such file or directory
mc-export: pijp: is a pipe, device or socket; read it through standard input
ERR
}

@test "an unknown purpose or format is usage: the nearest is named, or else all; nothing is written" {
    # usage OPTION TEXT
    usage() {
        run mc-export "$1" "$(examples)"
        [ "$status" -eq 64 ]
        [ "$output" = "mc-export: $2" ]
    }
    usage --format=jsn "--format: unknown format jsn (did you mean json?)"
    usage --format=spreadsheet "--format: unknown format spreadsheet; there is text, json, jsonl, csv, rec, zaak"
    usage --doel=dosier "--doel: unknown purpose dosier (did you mean dossier?)"
    usage --doel=raad "--doel: unknown purpose raad; there is dossier, overzicht, afweging"
    usage --width=12 "--width takes a number of columns from 40 to 1000"
    usage --width=breed "--width takes a number of columns from 40 to 1000"
    usage --widht=80 "unknown option --widht (did you mean --width?)"
}

@test "the last of an option counts, and its case does not" {
    case_with a '' >a.zaak
    [ "$(mc-export -f text -f JSONL --doel=Dossier a.zaak | jq -r '.zaak.Zaak')" = a ]
}

@test "--width sets how wide text is" {
    mc-export --width=100 "$(examples)" >wide
    mc-export --width=40 "$(examples)" >narrow
    [ "$(wc -l <narrow)" -gt "$(wc -l <wide)" ]
}

@test "an export that cannot be written is not lost in silence" {
    local format
    for format in text json jsonl csv rec zaak; do
        run bash -c 'mc-export -f "$1" "$2" >/dev/full' - "$format" "$(examples)"
        [ "$status" -eq 74 ]
        [ "$output" = "mc-export: standard output: No space left on device" ]
    done
}

@test "a closed pipe ends it quietly" {
    local status_of
    for _ in {1..100}; do cat "$(examples)"/*.zaak; done >stream
    set +e
    mc-export -f json stream 2>err | head -n 1 >/dev/null
    status_of=("${PIPESTATUS[@]}")
    set -e
    [ "${status_of[0]}" -eq $((128 + 13)) ]
    [ ! -s err ]
}

@test "-v says how many cases there were; --help and --version what there is" {
    printf 'Zaak: a\nFormaat: 9\n\n' >a.zaak
    ends 2 mc-export -f jsonl -v "$(examples)/twee-kinderen.zaak" a.zaak >out 2>err
    [ "$(tail -n 1 err)" = "mc-export: zaken=2 onleesbaar=1" ]
    run mc-export --help
    [ "$status" -eq 0 ]
    [[ $output == "usage: mc-export "*--doel=DOEL*--format=FORMAT*--width=COLUMNS* ]]
    run mc-export --version
    [ "$status" -eq 0 ]
    [[ ${lines[0]} =~ ^mc-export\ \(meldcode-tools\)\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}
