#!/usr/bin/env bats
# mc-export -d afweging: how was weighed and decided, explained to the line. The worked cases in tests/afweging were each
# read as somebody who has to judge them would; where a framework is changed they are to be read again before
#     for f in tests/afweging/*.zaak; do build/mc-export --today=2026-11-24 -d afweging $f >${f%.zaak}.txt; done
# shellcheck disable=SC2154,SC2129,SC2030,SC2031 # status and output come from run; a test is a subshell of its own

bats_require_minimum_version 1.5.0
load lib

worked=$BATS_TEST_DIRNAME/afweging

# explain [OPTION...]: the explanation of a.zaak.
explain() {
    mc-export -d afweging "$@" a.zaak
}

# told LINE...: the explanation has these lines, white space aside, one after another. A line break is a space.
told() {
    local wanted=$* flat
    flat=$(explain | tr -s ' \n' '  ')
    [[ $flat == *"$wanted"* ]] || {
        printf 'not told: %s\n%s\n' "$wanted" "$(explain)"
        return 1
    }
}

# untold TEXT: the explanation does not have it.
untold() {
    ! told "$1" >/dev/null
}

# weighed QUESTION-ANSWER...: a case with one person and a weighing, `1=ja 2=nee`.
weighed() {
    header a
    printf 'Persoon: kind1\nRol: kind\n\n'
    printf 'Signaal: 1\nDatum: 2026-11-02\nBetreft: kind1\nBron: waarneming\nFeit: Blauwe plek.\nOnveiligheid: Slaat.\n\n'
    printf 'Weging: 1\nDatum: 2026-11-05\n'
    printf 'Vraag%s\n' "${@/=/: }"
    printf '\n'
}

# own_kader: one in which two answers each report.
own_kader() {
    cat <<'KADER'
Kader: eigen
Versie: 2
Geldig: 2020-01-01
Titel: Eigen kader
Eigenaar: Huis van Zorg
Tekst_status: letterlijk
Bron: handboek, bladzijde 4

Vraag: 1
Tekst: Is het onveilig?
Weegt: veiligheid
Ongunstig: ja

Antwoord: 1 ja
Uitkomst: melden
Norm: 1
Verder: 2

Antwoord: 1 nee
Verder: 2

Vraag: 2
Tekst: Kan ik helpen?
Weegt: hulp
Ongunstig: nee

Antwoord: 2 ja
Uitkomst: hulp
Verder: einde

Antwoord: 2 nee
Uitkomst: melden
Norm: 1
Verder: einde

Meldnorm: 1
Tekst: Bij onveiligheid.
KADER
}

# ---- worked cases ----

@test "two children, one reported and one helped: the explanation is as read" {
    diff "$worked/broertjes.txt" <(mc-export -d afweging "$worked/broertjes.zaak")
}

@test "doubt in education: the explanation is as read" {
    diff "$worked/twijfel-op-de-basisschool.txt" <(mc-export -d afweging "$worked/twijfel-op-de-basisschool.zaak")
}

@test "a disclosure in youth health care: the explanation is as read" {
    diff "$worked/onthulling-op-school.txt" <(mc-export -d afweging "$worked/onthulling-op-school.zaak")
}

@test "a doctor who consults a colleague and Veilig Thuis: the explanation is as read" {
    diff "$worked/huisarts-en-zuigeling.txt" <(mc-export -d afweging "$worked/huisarts-en-zuigeling.zaak")
}

@test "norm 3 after help failed: the explanation is as read" {
    diff "$worked/hulp-die-niet-hield.txt" <(mc-export -d afweging "$worked/hulp-die-niet-hield.zaak")
}

@test "in the worked cases is nothing wrong but that Veilig Thuis did not answer yet" {
    cp "$worked"/*.zaak .
    mc-check -f jsonl . | jq -r '"\(.zaak) \(.code)"' >got || true
    diff got - <<'FOUND'
hulp-die-niet-hield MC603
twijfel-op-de-basisschool MC603
FOUND
    local f
    for f in *.zaak; do mc-export -f zaak "$f" | cmp - "$f"; done
}

@test "every line that a worked case is explained by says what it is said to" {
    local at
    for at in "$worked"/*.zaak; do
        cp "$at" .
        mc-export -d afweging -f json "$at" >out.json
        jq -r '.[0] | .bestand as $f | .afwegingen[].wegingen[].vragen[] | select(.antwoord)
            | "\($f)\t\(.regel)\tVraag\(.nummer): \(.antwoord)"' out.json >lines
        jq -r '.[0].afwegingen[].wegingen[].vragen[] | select(.rij) | .nummer as $n | .antwoord as $a | .rij
            | "\(.bestand)\t\(.regel)\tAntwoord: \($n) \($a)"' out.json >>lines
        jq -r '.[0].afwegingen[].wegingen[].vragen[] | select(.bestand)
            | "\(.bestand)\t\(.regel_kader)\tVraag: \(.nummer)"' out.json >>lines
        jq -r '.[0].afwegingen[].wegingen[].meldnormen[] | "\(.bestand)\t\(.regel)\tMeldnorm: \(.nummer)"' out.json >>lines
        [ "$(wc -l <lines)" -ge 12 ]
        while IFS=$'\t' read -r file line text; do
            [ -e "$file" ] || file=$BATS_TEST_DIRNAME/../share/kader/$file
            [ "$(sed -n "${line}p" "$file")" = "$text" ]
        done <lines
    done
}

@test "json tells the same as data: outcomes, norms, rows, what would have been otherwise" {
    mc-export -d afweging -f json "$worked/broertjes.zaak" >out.json
    jq -c '.[0] | [.formaat, .zaak, .bestand, .vandaag, .afgeschermd]' out.json >got
    jq -c '.[0].afwegingen[] | [.personen, [.wegingen[] | [.label, .uitkomst, .norm, .open, .onveilig, .acuut]],
        [.besluiten[] | [.label, .weging.label, .melding.label]]]' out.json >>got
    jq -c '.[0].afwegingen[1].wegingen[0] | .anders[0, 4, 5], (.vervangt[0] | [.regel, .velden.Vraag4])' out.json >>got
    jq -c '.[0].afwegingen[0].wegingen[0].vragen[1] | [.nummer, .antwoord, .weging, .door, .telt, .rij.norm, .rij.verder,
        .rij.samen]' out.json >>got
    jq -c '.[0].doorlooptijden[] | [.maat, .van.label, .tot.label, .werkdagen]' out.json >>got
    jq -c '[.[0].tijdlijn[] | "\(.stap) \(.soort) \(.label) \(.dag)"] | .[0:2], .[-1:]' out.json >>got
    diff got - <<'DATA'
[1,"broertjes","broertjes.zaak","2026-11-24",false]
[[{"label":"kind1","rol":"kind"}],[["1","melden",[1,2],null,true,false]],[["1","1","1"]]]
[[{"label":"kind2","rol":"kind"}],[["2","hulp",[],5,false,false]],[["2","2",null]]]
{"antwoorden":[{"vraag":1,"antwoord":"nee"}],"uitkomst":"afsluiten","norm":[]}
{"antwoorden":[{"vraag":5,"antwoord":"ja"}],"uitkomst":"volgen","norm":[]}
{"antwoorden":[{"vraag":5,"antwoord":"nee"}],"uitkomst":"melden","norm":[3]}
[187,"nee"]
[2,"ja","1","N. Aydin",true,1,3,true]
["signaal-overleg","1","1",1]
["weging-besluit","1","1",0]
["weging-besluit","2","2",1]
["besluit-melding","1","1",0]
["melding-terugkoppeling","1","1",3]
["1 Signaal 1 2026-09-03","1 Signaal 2 2026-09-03"]
["5 Evaluatie 2 2026-10-08"]
DATA
    mc-export -d afweging -f json "$worked/huisarts-en-zuigeling.zaak" >out.json
    jq -c '.[0].afwegingen[0].wegingen[] | [.label, .uitkomst, .open, (.vragen[0] | .weging, .regel, .motivering)],
        [.anders[] | [.antwoorden[0].vraag, .uitkomst, .open]]' out.json >got
    diff got - <<'DATA'
["1","onbeslist",2,"1",95,"Een plek die een kind van vier maanden niet zelf oploopt, en twee verklaringen die niet\npassen."]
[[1,"afsluiten",null],[2,"melden",3]]
["2","melden",null,"1",95,"Een plek die een kind van vier maanden niet zelf oploopt, en twee verklaringen die niet\npassen."]
[[1,"afsluiten",null]]
DATA
    mc-export -d afweging -f json "$worked/hulp-die-niet-hield.zaak" >out.json
    jq -c '.[0] | [.afwegingen[0].wegingen[] | [.uitkomst, .norm, [.meldnormen[] | .nummer, .tekst_status]]],
        [.bevindingen[] | [.code, .niveau, .soort, .label, .regel, .termijn, .uitgezonderd]],
        [.doorlooptijden[-1] | .maat, .tot, .werkdagen]' out.json >got
    diff got - <<'DATA'
[["hulp",[],[]],["melden",[3],[3,"samengevat"]]]
[["MC603","waarschuwing","Melding","1",158,"2026-11-17",false]]
["melding-terugkoppeling",null,15]
DATA
}

@test "outcomes, norms and persons agree with those of the dossier, of every example" {
    mc-export -f jsonl "$worked" "$(examples)" | jq -c '.zaak.Zaak as $z | .voortgang.personen[] | select(.uitkomst)
        | [$z, .label, .uitkomst, .norm]' | sort >dossier
    mc-export -d afweging -f json "$worked" "$(examples)" | jq -c '.[] | .zaak as $z | .afwegingen[]
        | .wegingen[-1] as $w | select($w) | .personen[] | [$z, .label, $w.uitkomst, $w.norm]' | sort >explained
    [ "$(wc -l <dossier)" -ge 14 ]
    diff dossier explained
}

# ---- what leaves ----

# canaries SHAPE: a case in which every text of every kind is one; SHAPE `typed`: every value at all that is no text; an
# own field, an unknown one and an unknown kind besides.
canaries() {
    "$programs/tables" soorten | awk -F '\t' -v shape="$1" '
        BEGIN { made["D"] = made["d"] = "2026-11-20"; made["moment"] = "2026-11-20T10:00:00+01:00"
            made["BSN"] = "111222333"; made["code"] = "MC404"; made["getal"] = 2; made["getallen"] = "4,6"
            made["id"] = "andere"; made["kader"] = "basis"; made["periode"] = "2026-11"
            made["soort en label"] = "Signaal 1"; made["label"] = 1 }
        $2 ~ /^(Ingetrokken|Vernietigd|Afschermen|Tot)$/ { next }
        $1 != kind { kind = $1
            printf "%s%s: %s\n", (NR > 1) ? "X_eigen: kanarieEigen\nVreemd: kanarieVreemd\n\n" : "", kind,
                kind == "Zaak" ? "a" : kind == "Persoon" ? "kind1" : 1 }
        { value = $4 == "tekst" ? "kanarie" $1 $2 : $4 == "lijst" ? $5 : made[$4]
            if ($1 " " $2 == "Zaak Kader" || $2 == "Formaat") shown = $2 == "Kader" ? "basis" : 1
            else { sub(/\|.*/, "", value)
                if ($2 ~ /^(Betreft|Met|Voor|Van|Niet_ingelicht|Vermoedelijk_door)$/ && $4 == "label") value = "kind1"
                shown = shape == "typed" && $4 != "tekst" ? "kanarie " $1 " " $2 : value }
            printf "%s: %s\n", $2, shown }
        END { printf "\nOnbekend: 1\nIets: kanarieOnbekend\n\n" }'
}

# seen: the canaries that left, in both formats together.
seen() {
    { mc-export -d afweging a.zaak && mc-export -d afweging -f json a.zaak; } | grep -o 'kanarie[A-Za-z]*[0-9]*' | sort -u
}

@test "of all texts of a case only those leave that the purpose names, and of no person a name" {
    canaries text >a.zaak
    [ "$(grep -c kanarie a.zaak)" -gt 100 ]
    seen >got
    diff got - <<'NAMED'
kanarieBesluitAfwijking
kanarieBesluitBeslisser
kanarieBesluitDoel
kanarieBesluitDoor
kanarieBesluitMotivering
kanarieBesluitToelichting
kanarieMeldingDoor
kanarieWegingDoor
kanarieWegingInstrument
kanarieWegingMotivering1
kanarieWegingMotivering2
kanarieWegingMotivering3
kanarieWegingMotivering4
kanarieWegingMotivering5
kanarieWegingMotivering6
kanarieWegingMotivering7
kanarieWegingMotivering8
kanarieWegingMotivering9
kanarieWegingToelichting
NAMED
    mc-export -d afweging a.zaak | tr -s ' \n' '  ' | grep -o 'kanarie[A-Za-z]*[0-9]*' | sort -u | diff got -
}

@test "a value that is outside its list or type stays inside" {
    canaries typed | sed 's/kanarie[A-Z][A-Za-z]*[0-9]*/tekst/' >a.zaak
    [ "$(grep -c kanarie a.zaak)" -gt 100 ]
    run seen
    [ -z "$output" ]
}

@test "of an entry that is shielded the answers and decisions are told, its text stays, and it is said" {
    weighed 1=ja 2=ja >a.zaak
    untold AFGESCHERMD
    untold "Let op:"
    sed -i '$d' a.zaak
    printf 'Motivering1: GEHEIM\nMotivering2: GEHEIM\nAard: acuut\nToelichting: GEHEIM\nAfschermen: ja\n\n' >>a.zaak
    printf 'Besluit: 1\nDatum: 2026-11-05\nMelden: nee\nHulp: zelf\nMotivering: GEHEIM\nAfwijking: GEHEIM\nAfschermen: j\n\n' \
        >>a.zaak
    explain >out
    run ! grep -q GEHEIM out
    [ "$(grep -c 'AFGESCHERMD' out)" -eq 4 ]
    told "Let op: in deze zaak is iets voor de betrokkenen afgeschermd, of anoniem gemeld; geef hun dit stuk niet"
    told "Motivering: (afgeschermd; staat op regel 21)"
    told "Afwijking: (afgeschermd; staat op regel 32)"
    told "Uitkomst: melden, meldnorm 1; acuut onveilig"
    told "wijkt af: de uitkomst is melden"
    explain -f json >out.json
    run ! grep -q GEHEIM out.json
    [ "$(jq -c '.[0] | [.afgeschermd, .afwegingen[0].wegingen[0].afgeschermd]' out.json)" = "[true,true]" ]
}

@test "an anonymous report is said to be kept from the family" {
    weighed 1=ja 2=ja >a.zaak
    printf 'Melding: 1\nDatum: 2026-11-05\nVeiligThuis: Oost\nOnveiligNu: Slaat.\nIngelicht: nee\nReden: onbereikbaar\nAnoniem: ja\n\n' \
        >>a.zaak
    told "Let op:"
    printf 'Melding: 2\nDatum: 2026-11-06\nSoort: aanvulling\nBij: 1\nVeiligThuis: Oost\nOnveiligNu: x\nIngelicht: ja\n\n' >>a.zaak
    told "Melding 2, regel 30, aanvulling bij Melding 1; betrokkenen ingelicht: ja"
    untold "Van Melding 2"
    told "Melding 1, regel 22, anoniem voor de betrokkenen; betrokkenen ingelicht: nee, reden: onbereikbaar"
}

@test "a person is told by label, with the role where the label does not say it" {
    weighed 1=nee | sed 's/Betreft: kind1/Betreft: kind1\nBetreft: b7/' >a.zaak
    printf 'Persoon: b7\nRol: afhankelijke volwassene\nNaam: Truus Mulder\n\n' >>a.zaak
    told "OVER b7 (afhankelijke volwassene) en kind1"
    untold Truus
}

# ---- persons ----

@test "those about whom the same was weighed and decided stand together, others apart" {
    {
        header a
        printf 'Persoon: kind%s\nRol: kind\n\n' 1 2 3 4
        printf 'Signaal: 1\nDatum: 2026-11-02\nBetreft: kind1\nBetreft: kind2\nBetreft: kind3\nBetreft: kind4\nBron: waarneming\nFeit: Schreeuwt.\n\n'
        printf 'Weging: 1\nDatum: 2026-11-03\nBetreft: kind1\nBetreft: kind3\nVraag1: nee\n\n'
        printf 'Weging: 2\nDatum: 2026-11-04\nBetreft: kind2\nBetreft: kind1\nBetreft: kind3\nVraag1: ja\n\n'
        printf 'Besluit: 1\nDatum: 2026-11-05\nBetreft: kind4\nMelden: nee\nHulp: zelf\nMotivering: Te vroeg.\n\n'
    } >a.zaak
    explain | grep -E '^(OVER|Weging|Besluit)' | cut -d , -f 1 >got
    diff got - <<'ORDER'
OVER kind1 en kind3
Weging 1
Weging 2
OVER kind2
Weging 2
OVER kind4
Besluit 1
ORDER
    told "later is opnieuw gewogen: Weging 2"
    # One who is only named where help is evaluated was not to be weighed; a decision about one of two parts them.
    printf 'Evaluatie: 1\nDatum: 2026-11-06\nBetreft: buur1\nResultaat: te vroeg\nOnveiligheid: gestopt\n\n' >>a.zaak
    untold "OVER buur1"
    printf 'Besluit: 2\nDatum: 2026-11-05\nBetreft: kind1\nMelden: nee\nHulp: zelf\nMotivering: Wel.\n\n' >>a.zaak
    explain | grep '^OVER' >got
    printf 'OVER kind%s\n' 1 2 3 4 | diff got -
    told "In het kort: niet gewogen. Besloten niet te melden (Besluit 1)."
    told "Gegrond op: er is geen weging waarop dit besluit rust"
}

@test "an answer from a weighing about somebody else is told with its reason; a decision on one too" {
    {
        header a
        printf 'Signaal: 1\nDatum: 2026-11-02\nBetreft: kind1\nBetreft: kind2\nBron: waarneming\nFeit: Schreeuwt.\n\n'
        printf 'Weging: 1\nDatum: 2026-11-03\nBetreft: kind1\nVraag1: ja\nMotivering1: Beide kinderen horen het.\n\n'
        printf 'Weging: 2\nDatum: 2026-11-04\nBetreft: kind2\nBouwt_op: 1\nVraag2: nee\n\n'
        printf 'Besluit: 1\nDatum: 2026-11-05\nBetreft: kind2\nWeging: 1\nMelden: nee\nHulp: zelf\nMotivering: Zo.\n\n'
    } >a.zaak
    told "Antwoord: ja (uit Weging 1, 3 november 2026, regel 17, niet vermeld wanneer en door wie vastgelegd)" \
        "Motivering: Beide kinderen horen het. Gevolg:"
    told "Besluit 1, 5 november 2026, regel 26 (niet vermeld wanneer en door wie vastgelegd) Gegrond op: Weging 1;"
    printf 'Weging: 3\nBetreft: kind2\nVraag1: nee\n\n' >>a.zaak
    told "Weging 3, zonder datum, regel 34 (niet vermeld wanneer en door wie vastgelegd) Kader:"
}

@test "a case without a weighing says so, and shows the time line and what is lacking" {
    {
        header a
        printf 'Signaal: 1\nDatum: 2026-11-02\nBetreft: kind1\nBron: waarneming\nFeit: Schreeuwt.\n\n'
        printf 'Gesprek: 1\nDatum: 2026-11-06\nMet: kind1\nGevoerd: nee\nReden: onbereikbaar\nPoging: 2026-11-05\nPoging: 2026-11-06\n\n'
        printf 'Gesprek: 2\nDatum: 2026-11-09\nMet: kind1\nGevoerd: nee\n\n'
    } >a.zaak
    explain >out
    run ! grep -q '^OVER' out
    told "In deze zaak is nog niet gewogen. TIJDLIJN VAN DE VIJF STAPPEN"
    told "Stap 2. Overleg Geen overleg vastgelegd."
    told "met kind1: niet gevoerd, reden: onbereikbaar; geprobeerd op 5 november 2026, 6 november 2026"
    told "met kind1: niet gevoerd, zonder reden"
    told "Stap 4. Weging Geen weging vastgelegd."
    told "Geen besluit vastgelegd. Geen melding vastgelegd."
    told "Van Signaal 1 (2 november 2026): na 16 werkdagen nog geen overleg."
    told "- Gesprek 2, regel 21: Het gesprek is niet gevoerd, en de reden ontbreekt. (MC302)"
}

# ---- the framework ----

@test "without a framework that can be had there is no outcome, and it is said why" {
    weighed 1=ja 2=ja >a.zaak
    sed -i 's/Kader: basis/Kader: weg/' a.zaak
    told "Kader: Het afwegingskader weg is niet te vinden. Er is daarom geen uitkomst."
    told "In het kort: gewogen, zonder uitkomst (Weging 1). Niet besloten."
    untold "Uitkomst:"
    untold "Waarom geen andere"
    told "Vraag 2: welke vraag het kader hier stelt, is niet bekend Antwoord: ja (regel 20)"
    told "wat het vraagt, is niet volledig nagegaan. (MC016)"
    [ "$(explain -f json | jq -c '.[0].afwegingen[0].wegingen[0] | [.uitkomst, .anders, .geen_kader]')" = \
        '[null,null,"Het afwegingskader weg is niet te vinden. Er is daarom geen uitkomst."]' ]
    printf 'Kader: weg\nVersie: 1\n\n' >weg.kader
    run mc-export -d afweging weg.kader a.zaak
    [[ $output == *"Het afwegingskader weg is niet te lezen."* ]]
}

@test "a framework that was not in force on the day of the weighing gives no outcome" {
    weighed 1=ja 2=ja | sed 's/^Datum: 2026-11-05/Datum: 2018-11-05/' >a.zaak
    told "Het afwegingskader basis was op 5 november 2018 niet van kracht. Er is daarom geen uitkomst."
    weighed 1=ja 2=ja | sed 's/^Datum: 2026-11-05/Datum: morgen/' >a.zaak
    told "Weging 1, zonder datum, regel 17"
    told "De weging heeft geen geldige datum, zodat niet te zeggen is welk afwegingskader gold."
    untold morgen
}

@test "a framework that is not proved gives no outcome" {
    own_kader | sed 's/^Ongunstig: ja/Ongunstig: nee/' >eigen.kader
    export MC_KADER_PATH=$PWD
    weighed 1=ja 2=ja | sed 's/Kader: basis/Kader: eigen/' >a.zaak
    told "Kader: Het afwegingskader eigen voldoet niet aan wat voor elk kader is bewezen. Er is daarom geen uitkomst."
    untold "Uitkomst:"
}

@test "an answer that does not lead on, one beside the path and a text that is none are each explained" {
    weighed 1=ja 2=nee 3=twijfel 5=nee >a.zaak
    told "Antwoord: twijfel (regel 21) Motivering: (niet gegeven)" \
        "Gevolg: Het kader heeft geen vervolg op dit antwoord; de norm is dan overleg met Veilig Thuis." \
        "Zolang het zo blijft, is er geen uitkomst."
    told "Antwoord: nee (regel 22) Motivering: (niet gegeven) Gevolg: Het kader komt aan deze vraag niet toe;"
    told "Uitkomst: onbeslist; vraag 3 geeft geen uitsluitsel"
    weighed 1=ja 2=misschien >a.zaak
    told "Antwoord: wat er staat is geen antwoord; telt als niet beantwoord"
    told "Gevolg: Zonder antwoord op deze vraag is er geen uitkomst."
    untold misschien
    weighed 1=ja 2=ja 7=ja >a.zaak
    told "Vraag 3: Ben ik in staat"
    told "Antwoord: nog niet gegeven Gevolg: De uitkomst melden staat al vast, wat het antwoord ook wordt."
    told "Vraag 7: staat niet in het kader Antwoord: ja (regel 21)"
}

@test "where one other answer changes nothing, the two that do are told together" {
    own_kader >eigen.kader
    weighed 1=ja 2=nee | sed 's/Kader: basis/Kader: eigen/' >a.zaak
    export MC_KADER_PATH=$PWD
    told "Waarom geen andere uitkomst? Eén ander antwoord had de uitkomst niet veranderd. Daarvoor hadden er 2 anders" \
        "moeten zijn: - Waren vraag 1 met nee en vraag 2 met ja beantwoord, dan was de uitkomst hulp geweest."
    told "Gevolg: ga verder met vraag 2. Uitkomst: melden, meldnorm 1 (eigen.kader, regel 14)"
    told "Gevolg: einde van de vragen. Uitkomst: melden, meldnorm 1 (eigen.kader, regel 31)"
    told "Kader: Eigen kader; eigenaar: Huis van Zorg; kader eigen, versie 2"
    told "Meldnorm 1: Bij onveiligheid. Bron: handboek, bladzijde 4 (eigen.kader, regel 36)"
    [ "$(explain -f json | jq -c '.[0].afwegingen[0].wegingen[0].anders')" = \
        '[{"antwoorden":[{"vraag":1,"antwoord":"nee"},{"vraag":2,"antwoord":"ja"}],"uitkomst":"hulp","norm":[]}]' ]
}

@test "a framework that knows one outcome has no other" {
    own_kader >eigen.kader
    sed -i 's/Uitkomst: hulp/Uitkomst: melden\nNorm: 1/' eigen.kader
    weighed 1=nee 2=nee | sed 's/Kader: basis/Kader: eigen/' >a.zaak
    export MC_KADER_PATH=$PWD
    told "Waarom geen andere uitkomst? Geen ander antwoord had tot een andere uitkomst geleid. TIJDLIJN"
}

@test "what is still open is told as what may come, what was answered as what might have been" {
    weighed 1=ja 2=nee 3=ja 4=ja >a.zaak
    told "- Was vraag 4 met nee beantwoord, dan was de uitkomst melden, meldnorm 2 geweest."
    told "- Wordt vraag 5 met nee beantwoord, dan is de uitkomst melden, meldnorm 3."
    told "Vraag 5: Leidt de hulp"
    told "Antwoord: nog niet gegeven Gevolg: Tot hierop antwoord is, blijft de uitkomst hulp."
    weighed 1=ja >a.zaak
    told "- Wordt vraag 2 met ja beantwoord, dan is de uitkomst melden, meldnorm 1."
}

# ---- decisions ----

@test "how a decision relates to the outcome is said" {
    # decided ANSWERS DECISION TEXT
    decided() {
        # shellcheck disable=SC2086 # answers are words
        weighed $1 >a.zaak
        printf 'Besluit: 1\nDatum: 2026-11-05\nMotivering: Zo.\n%b\n\n' "$2" >>a.zaak
        told "Gegrond op: Weging 1; $3"
    }
    decided '1=ja 2=ja' 'Melden: ja\nHulp: zelf' "het besluit volgt de uitkomst Melden: ja"
    told "Uitgevoerd: er is geen melding vastgelegd die dit besluit uitvoert"
    told "Besloten te melden (Besluit 1); nog niet gemeld."
    decided '1=ja 2=ja' 'Melden: nee\nHulp: zelf\nAfwijking: Kind is al in veiligheid.\nBeslisser: teamleider' \
        "het besluit wijkt af: de uitkomst is melden, besloten is niet te melden Melden: nee"
    told "Afwijking: Kind is al in veiligheid."
    told "Beslist door: teamleider"
    untold MC502
    decided '1=ja 2=ja' 'Melden: nee\nHulp: zelf' \
        "het besluit wijkt af, zonder reden: de uitkomst is melden, besloten is niet te melden"
    told "Besluit 1, regel 22: De uitkomst is melden en het besluit is niet melden; de reden om af te wijken ontbreekt. (MC502)"
    decided '1=nee' 'Melden: ja\nHulp: zelf' "het besluit gaat verder: het kader vraagt hier niet om te melden"
    decided '1=ja 2=nee 3=ja 4=ja' 'Melden: nee\nHulp: nee' \
        "het besluit wijkt af: de uitkomst is hulp, besloten is geen hulp te geven"
    decided '1=ja 2=nee 3=ja 4=ja' 'Melden: nee\nHulp: nee\nHulp: georganiseerd' "het besluit volgt de uitkomst"
    decided '1=ja' 'Melden: nee\nHulp: zelf' "er is besloten terwijl die weging nog geen uitkomst heeft"
}

@test "a finding that is excepted is told, and that it is" {
    weighed 1=ja 2=nee 3=ja 4=ja >a.zaak
    printf 'Besluit: 1\nDatum: 2026-11-05\nMelden: nee\nHulp: zelf\nMotivering: Zo.\n\n' >>a.zaak
    told "Besluit 1, regel 24: Er is besloten zonder eerder overleg (stap 2). (MC201)"
    printf 'Uitzondering: 1\nDatum: 2026-11-05\nCode: MC201\nVoor: Besluit 1\nReden: GEHEIM\nWie: GEHEIM\n\n' >>a.zaak
    told "Er is besloten zonder eerder overleg (stap 2). Hiervoor is een uitzondering vastgelegd. (MC201)"
    untold GEHEIM
    [ "$(explain -f json | jq -c '.[0].bevindingen[] | select(.code == "MC201") | .uitgezonderd')" = true ]
}

# ---- what was put right or taken back ----

@test "what a weighing or decision said before it was put right is told, the newest first" {
    weighed 1=ja 2=nee >a.zaak
    printf 'Weging: 1\nDatum: 2026-11-05\nVraag1: ja\nVraag2: ja\nMotivering2: Nu wel.\nVastgelegd: 2026-11-06T10:00:00+01:00\nDoor: arts\n\n' >>a.zaak
    printf 'Weging: 1\nDatum: 2026-11-06\nVraag1: ja\nVraag2: ja\nMotivering2: Nu zeker.\nAard: acuut\nVastgelegd: 2026-11-07T10:00:00+01:00\nDoor: arts\n\n' >>a.zaak
    told "Weging 1, 6 november 2026, regel 30 (vastgelegd 7 november 2026, 10.00 uur door arts)" \
        "Vervangt: wat op regel 22 stond (vastgelegd 6 november 2026, 10.00 uur door arts); daar stond:" \
        "Datum: 5 november 2026; Motivering 2: Nu wel.; Aard: (ontbrak)" \
        "Vervangt: wat op regel 17 stond (niet vermeld wanneer en door wie vastgelegd); daar stond:" \
        "Vraag 2: nee; Motivering 2: (ontbrak)"
    [ "$(explain -f json | jq -c '[.[0].afwegingen[0].wegingen[0].vervangt[] | [.regel, .velden.Vraag2]]')" = \
        '[[22,"ja"],[17,"nee"]]' ]
}

@test "what was withdrawn or destroyed is said, and no more of what was destroyed" {
    weighed 1=ja 2=nee >a.zaak
    printf 'Weging: 1\nIngetrokken: verkeerde zaak\nVastgelegd: 2026-11-06T10:00:00+01:00\nDoor: arts\n\n' >>a.zaak
    printf 'Besluit: 4\nVernietigd: ja\n\nVernietiging: 1\nDatum: 2026-11-09\nWat: Besluit 4\nVerzoek: betrokkene\nGrond: GEHEIM\n\n' >>a.zaak
    told "In deze zaak is nog niet gewogen. INGETROKKEN OF VERNIETIGD" \
        "Weging 1: ingetrokken, regel 22 (vastgelegd 6 november 2026, 10.00 uur door arts): verkeerde zaak." \
        "Het stond op regel 17 Besluit 4: op verzoek vernietigd"
    untold GEHEIM
    printf 'Weging: 2\nVernietigd: ja\n\nWeging: 2\nDatum: 2026-11-09\nVraag1: nee\n\n' >>a.zaak
    told "Weging 2, 9 november 2026"
    untold Vervangt
    [ "$(explain -f json | jq -c '[.[0].ingetrokken[] | [.soort, .label, .vernietigd, (.vervangt | length)]]')" = \
        '[["Weging","1",false,1],["Besluit","4",true,0]]' ]
}

# ---- time ----

@test "the report that went before the decision, and what did not come, are told in working days" {
    weighed 1=ja 2=ja | sed 's/^Datum: 2026-11-05/Datum: 2026-11-06/' >a.zaak
    printf 'Melding: 1\nDatum: 2026-11-06\nVeiligThuis: Oost\nOnveiligNu: Slaat.\nIngelicht: ja\n\n' >>a.zaak
    printf 'Besluit: 1\nDatum: 2026-11-09\nMelden: ja\nHulp: zelf\nMotivering: Zo.\n\n' >>a.zaak
    told "Van Weging 1 (6 november 2026) tot Besluit 1 (9 november 2026): 1 werkdag."
    told "Van Besluit 1 (9 november 2026) tot Melding 1 (6 november 2026): 1 werkdag eerder: Melding 1 ging vooraf."
    told "Van Melding 1 (6 november 2026): na 12 werkdagen nog geen terugkoppeling."
    printf 'Afsluiting: 1\nDatum: 2026-11-20\nReden: overig\nMotivering: GEHEIM\n\n' >>a.zaak
    told "Van Melding 1 (6 november 2026): geen terugkoppeling vastgelegd."
    told "20 november 2026 Afsluiting 1, regel 34: overig"
    weighed 1=ja 2=ja >a.zaak
    told "Van Weging 1 (5 november 2026): na 13 werkdagen nog geen besluit."
    [ "$(mc-export --today=2026-11-05 -d afweging a.zaak | grep -A1 'Van Weging 1' | tr -s ' \n' '  ')" = \
        " Van Weging 1 (5 november 2026): nog geen besluit. " ]
}

# ---- the document ----

@test "it is Dutch whatever the language, and the same in every zone" {
    mc-export -d afweging "$worked" >c
    LANGUAGE=nl LC_ALL=C.UTF-8 TZ=Pacific/Auckland mc-export -d afweging "$worked" >dutch
    cmp c dutch
    LANGUAGE=nl LC_ALL=C.UTF-8 mc-export -d afweging -f json "$worked" | cmp - <(mc-export -d afweging -f json "$worked")
}

@test "several cases: text parted by a form feed, json one array; none is an empty one" {
    mc-export -d afweging "$worked" >out
    [ "$(grep -c $'^\f''AFWEGING ' out)" -eq 4 ]
    [ "$(mc-export -d afweging -f json "$worked" | jq length)" -eq 5 ]
    [ "$(mc-export -d afweging -f json --allow-empty - </dev/null)" = "[]" ]
    cat "$worked"/*.zaak | mc-export -d afweging -f json - | jq -e 'all(.[]; has("bestand") | not)' >/dev/null
    cat "$worked"/*.zaak | mc-export -d afweging - | grep -A1 '^Dossier: *waar een regel staat zonder bestand' >/dev/null
}

@test "in a folder each case has its file" {
    mc-export -d afweging -o uit/ "$worked"
    mc-export -d afweging -f json -o uit/ "$worked/broertjes.zaak"
    (cd uit && printf '%s\n' *) >got
    diff got - <<'NAMES'
broertjes-afweging.json
broertjes-afweging.txt
huisarts-en-zuigeling-afweging.txt
hulp-die-niet-hield-afweging.txt
onthulling-op-school-afweging.txt
twijfel-op-de-basisschool-afweging.txt
NAMES
    cmp uit/broertjes-afweging.txt "$worked/broertjes.txt"
    jq -e 'length == 1' uit/broertjes-afweging.json >/dev/null
}

@test "what chooses from entries or cases goes without it, and so do other formats" {
    weighed 1=ja >a.zaak
    says 64 "mc-export: --since goes with --doel=dossier alone" mc-export -d afweging --since=2026-11-01 a.zaak
    says 64 "mc-export: --stand goes with --doel=overzicht alone" mc-export -d afweging --stand=hulp a.zaak
    says 64 "mc-export: --format: unknown format csv; there is text, json" mc-export -d afweging -f csv a.zaak
}

@test "no line is longer than asked, but for a word that is; none ends in a space" {
    local width
    for width in 40 72 100; do
        mc-export -d afweging --width="$width" "$worked" >out
        run ! grep -E ' $' out
        grep -vE '[^ ]{25}' out >words
        LC_ALL=C.UTF-8 run ! grep -vP "^\f?.{0,$width}\$" words
    done
}

@test "--as-of explains what was weighed then" {
    mc-export -d afweging --as-of=2026-07-31 "$worked/hulp-die-niet-hield.zaak" >out
    grep -q '^  In het kort:  uitkomst hulp; vraag 5 is nog open (Weging 1)' out
    run ! grep -q 'Weging 2' out
}
