#!/usr/bin/env bats
# The proof of frameworks, and the weighing by them, from outside. Broken frameworks and near misses stand in
# tests/kader/K-what.kader, near misses as K-bijna-what; their comments say what mc-check tells:
#     # verwacht LINE: fout: TEXT [K]      a line each, in this order, and nothing else
#     # verwacht niets
# tests/kader/tweede.pl decides the same a second time.

load lib

kaders=$BATS_TEST_DIRNAME/kader
shipped=$BATS_TEST_DIRNAME/../share/kader
second() { perl "$kaders/tweede.pl" "$@"; }

# one NAME: a framework that is proved, as NAME.kader.
one() {
    sed "1,/^\$/d; s/^Kader: .*/Kader: $1/" "$kaders/k7-bijna-bij-hulp.kader" >"$1.kader"
}

# broken NAME: one that is not: unsafe is not reported.
broken() {
    one "$1"
    sed -i '/^Antwoord: 2 ja$/,/^$/{/^Uitkomst\|^Norm/d}; /^Meldnorm: 1$/,/^$/d' "$1.kader"
}

# What mc-check says of the broken one.
NOT_PROVED='fout: veiligheid ja does not report (1 ja, 2 ja, 3 ja, 4 ja, 5 ja) [K4]'

# no PATTERN [FILE]: nothing matches.
no() {
    [ "$(grep -c -- "$@")" = 0 ]
}

# ---- what is broken ----

@test "every broken framework is told with its lines, and every near miss is silent" {
    sed -nE "s|^# verwacht (.*)|\1|p" "$kaders"/*.kader | grep -cvE '^niets$|^[0-9]+: fout: .* \[K[1-8]\]$' | grep -qx 0
    grep -H '^# verwacht [0-9]' "$kaders"/*.kader | sed 's/:# verwacht /:/' >wanted
    ends 1 mc-check "$kaders"/*.kader >got
    diff -U 0 --label wanted --label got wanted got
    grep -L '^# verwacht [0-9]' "$kaders"/*.kader >silent
    grep -lx '# verwacht niets' "$kaders"/*.kader | diff silent -
    ends 1 mc-check -L "$kaders"/*.kader | diff silent -
    tr '\n' '\0' <silent | xargs -0 mc-check
}

@test "every property and every form has a broken framework, and every property a near miss" {
    local k form bad=0 n=0
    for k in 1 2 3 4 5 6 7 8; do
        ls "$kaders/k$k-"[!b]*.kader "$kaders/k$k-bijna-"*.kader >/dev/null
        grep -qx '# verwacht niets' "$kaders/k$k-bijna-"*.kader
        [ "$(cat "$kaders/k$k-bijna-"*.kader | grep -c '^# verwacht [0-9]')" = 0 ]
        for form in "$kaders/k$k-"*.kader; do
            [[ $form == *-bijna-* ]] || grep -q "^# verwacht .* \[K$k\]\$" "$form"
        done
    done
    # The texts, as the table of the program has them; names of fields in them stand for anything.
    sed -n '/^static const char \*const texts/,/^};/p' "$BATS_TEST_DIRNAME/../lib/check/report_kader.c" | tr -d '\n' |
        sed 's/" *"//g' | grep -oE 'N_\("[^"]*"\)' | sed -E 's/^N_\("//; s/"\)$//; s/[].[*^$]/\\&/g; s/\{[a-z]+\}/.*/g' |
        grep -v '^the label of Kader' | sort -u >forms # K8_NAAM: such a file does not parse
    while read -r form; do
        n=$((n + 1))
        grep -hqE "^# verwacht [0-9]+: fout: ${form//[()]/.} \[K[1-8]\]\$" "$kaders"/*.kader || {
            echo "no broken framework: $form"
            bad=1
        }
    done <forms
    echo "$n forms"
    ((n == 17 && bad == 0))
}

# In the small framework: one line replaced, and what is said.
# shellcheck disable=SC2016 # nothing is to expand
@test "what does not parse says where and why, and ends with 2" {
    replaced() { # LINE TEXT FINDING...
        sed -E '/^#/d; s/^Kader: .*/Kader: stuk/' "$kaders/k6-bijna-twijfel.kader" | tail -n +2 | sed "$1c\\$2" >stuk.kader
        says 2 "$(printf 'stuk.kader:%s\n' "${@:3}")" mc-check stuk.kader
    }
    replaced 1 'Kader: ander' '1: fout: the label of Kader is the name of its file, without .kader [MC006]'
    replaced 1 'Kader:' '1: fout: the label of Kader is the name of its file, without .kader [MC007]'
    replaced 1 'Titel: t' '1: fout: text before the first line `Kader:`; it belongs to no framework [MC003]'
    replaced 2 'X_Versie: 1' '1: fout: Kader lacks Versie, which is mandatory [MC007]'
    replaced 3 'Geldig: 2026-02-30' '3: fout: Geldig is no valid date; write JJJJ-MM-DD [MC008]'
    replaced 6 'Tekst_status: eigen' '6: fout: Tekst_status takes letterlijk, basistekst or samengevat [MC006]'
    replaced 9 'Vraag: 10' '9: fout: the label of Vraag is a number from 1 to 9 [MC006]'
    replaced 11 'Weegt: gevaar' '11: fout: Weegt takes vermoeden, veiligheid, hulp, aanvaarding or resultaat [MC006]'
    replaced 41 'Weegt: veiligheid' '41: fout: an earlier question weighs this already; vermoeden, veiligheid and resultaat are weighed once [MC010]'
    replaced 12 'Ongunstig: twijfel' '12: fout: Ongunstig takes ja or nee [MC006]'
    replaced 14 'Antwoord: 1 misschien' '14: fout: the label of Antwoord is a question and an answer, such as `2 ja` [MC006]'
    replaced 18 'Uitkomst: meldne' '18: fout: Uitkomst takes melden, hulp, volgen or afsluiten (did you mean melden?) [MC006]'
    replaced 15 'Verder: 2\nVerder: 3' '16: fout: Verder may stand once in Antwoord; only the first counts [MC010]'
    replaced 15 'Verder: verder' '15: fout: Verder takes number of a question, or einde [MC006]'
    replaced 21 'Vraag: 1' '21: fout: this Vraag is a second one with the same label [MC010]'
    replaced 15 $'Tekst: \x07\\\nVerder: 2' '15: fout: this line holds bytes that are not UTF-8, or a control or direction character; retype it [MC002]'
    replaced 36 'Norm: 32' '36: fout: Norm takes number of a Meldnorm, from 1 to 31 [MC006]'
    : >leeg.kader
    says 2 'leeg.kader:1: fout: there is no framework here: it begins with a line `Kader: name`, with the name of the file [MC003]' \
        mc-check leeg.kader
}

@test "a question without number 10: nine are the most that parse, and nine are proved" {
    {
        sed -n '4,11p' "$kaders/k1-geen-nee.kader" | sed 's/^Kader: .*/Kader: negen/'
        for n in 1 2 3 4 5 6 7 8 9; do
            printf 'Vraag: %d\nTekst: t\nWeegt: hulp\nOngunstig: nee\n\n' "$n"
            printf 'Antwoord: %d ja\nUitkomst: hulp\nVerder: %s\n\n' "$n" "$([ "$n" = 9 ] && echo einde || echo $((n + 1)))"
            printf 'Antwoord: %d nee\nUitkomst: melden\nNorm: 1\nVerder: einde\n\n' "$n"
        done
        printf 'Meldnorm: 1\nTekst: t\n\n'
    } >negen.kader
    says 0 '' mc-check negen.kader
    printf 'Vraag: 10\nTekst: t\nWeegt: hulp\nOngunstig: nee\n\n' >>negen.kader
    says 2 "negen.kader:$(grep -n 'Vraag: 10' negen.kader | cut -d : -f 1): fout: the label of Vraag is a number from 1 to 9 [MC006]" \
        mc-check negen.kader
}

# ---- once more, by another program ----

# first FILE...: the properties of K1 to K7 that mc-check finds broken, as tweede.pl says them.
first() {
    mc-check -q --fail-level=nooit "$@"
    mc-check -f jsonl --fail-level=nooit "$@" | jq -r 'select(.code | test("^K[1-7]$")) | [.bestand, .code] | @tsv' | sort -u |
        awk -F '\t' 'NR == FNR { said[$1] = said[$1] (said[$1] ? " " : "") $2; next } { print $1 "\t" (said[$1] ? said[$1] : "-") }' \
            - <(printf '%s\n' "$@")
}

@test "a second, independent enumeration says the same of all shipped frameworks, broken ones and near misses" {
    second oordeel "$shipped"/*.kader "$kaders"/*.kader "$BATS_TEST_DIRNAME"/regels/*.kader >wanted
    first "$shipped"/*.kader "$kaders"/*.kader "$BATS_TEST_DIRNAME"/regels/*.kader | diff wanted -
}

@test "and of hundreds of random ones and mutants of the shipped ones" {
    local k
    second toeval 20261124 60 . "$shipped"/*.kader
    second oordeel ./*.kader >wanted
    first ./*.kader | diff wanted -
    cut -f 2 wanted | tr ' ' '\n' | sort | uniq -c
    for k in - K1 K2 K3 K4 K5 K6 K7; do
        (($(cut -f 2 wanted | tr ' ' '\n' | grep -cx -- "$k") >= 5))
    done
}

# weigh STEP FILE: every STEP-th assignment of answers goes the same way in mc-export, mc-step and mc-check as in the
# second enumeration.
weigh() {
    second zaken "$1" "$2" >cases
    second uitkomsten "$1" "$2" >wanted
    local outcome='[.voortgang.uitkomst, (.voortgang.norm | map(tostring) | join(" "))] | @tsv'
    cut -f 1-3 wanted >outcomes
    mc-export -f jsonl - "$2" <cases | jq -r "[.zaak.Zaak] + [$outcome] | join(\"\t\")" | diff outcomes - | head
    mc-step --next -f json <cases | jq -r "[.zaak] + [$outcome] | join(\"\t\")" | diff outcomes - | head
    mc-check -C MC402,MC502 -f jsonl - "$2" <cases |
        jq -r '[.zaak, .code, (.bericht | capture("^question (?<n>[0-9])").n? // "-")] | @tsv' >findings || [ "${PIPESTATUS[0]}" = 1 ]
    awk -F '\t' -v OFS='\t' '$4 != "-" { print $1, "MC402", $4 } $2 == "melden" { print $1, "MC502", "-" }' wanted |
        diff - findings | head
}

# `make kaders` leaves none out.
@test "all assignments of answers of the framework of VWS, and some of every other, come out alike in every program" {
    local file
    [ "$(weigh 1 "$shipped/basis.kader")" = '' ]
    [ "$(wc -l <outcomes)" = 3125 ]
    for file in "$shipped"/*.kader; do
        [ "$(MC_KADER_PATH=$shipped weigh "${MC_TEST_STEP:-41}" "$file")" = '' ]
        (($(wc -l <outcomes) > 10))
    done
    cut -f 2 outcomes | sort -u | tr '\n' ' '
}

# ---- mc-check on frameworks ----

@test "exit status: 0 proved, 1 a fault, 2 what cannot be read, 3 only without anything; the cases are judged too" {
    one goed
    broken fout
    printf 'Kader: stuk\nVersie 1\n\n' >stuk.kader
    says 0 '' mc-check goed.kader
    says 1 "fout.kader:26: $NOT_PROVED" mc-check fout.kader
    says 1 "fout.kader:26: $NOT_PROVED" mc-check goed.kader fout.kader
    ends 2 mc-check goed.kader fout.kader stuk.kader
    says 2 'mc-check: weg.kader: No such file or directory' mc-check weg.kader goed.kader
    says 2 "mc-check: Fout.kader: a framework's file is called NAME.kader, NAME of a-z, 0-9 and -" mc-check Fout.kader
    mkfifo pijp.kader
    says 2 'mc-check: pijp.kader: is a pipe, device or socket, no file' mc-check pijp.kader
    mkdir leeg
    ends 3 mc-check leeg
    says 0 '' mc-check leeg goed.kader
    header a 2026-11-23 >a.zaak
    says 0 '' mc-check a.zaak goed.kader
    says 1 "fout.kader:26: $NOT_PROVED" mc-check a.zaak fout.kader
    # Levels count as with cases: what is proved all the same, and a fault that is not to fail the run.
    printf 'Noot: 1\n\n' >>goed.kader
    says 0 'goed.kader:85: advies: unknown kind of record; it is passed over [MC004]' mc-check goed.kader
    says 1 'goed.kader:85: advies: unknown kind of record; it is passed over [MC004]' mc-check --fail-level=advies goed.kader
    says 0 '' mc-check -s waarschuwing goed.kader
    says 0 "fout.kader:26: $NOT_PROVED" mc-check --fail-level=nooit fout.kader
    # Asking for codes is about cases.
    says 1 "fout.kader:26: $NOT_PROVED" mc-check -C MC501 fout.kader
    ends 64 mc-check -C K4 fout.kader
}

@test "a file that is met twice is proved once; of two with one name each is proved" {
    mkdir een twee
    broken fout
    cp fout.kader een/
    one fout
    mv fout.kader twee/
    ln -s ../een/fout.kader twee/gelijk.kader
    says 1 "een/fout.kader:26: $NOT_PROVED" mc-check twee/fout.kader een/fout.kader ./een/fout.kader twee/gelijk.kader
    says 1 "een/fout.kader:26: $NOT_PROVED" mc-check een/fout.kader twee/fout.kader
}

@test "-q, -c, -l, -L and -0 tell of frameworks as of files with cases" {
    one goed
    broken fout
    printf 'Kader: stuk\nVersie 1\nTitel 1\n\n' >stuk.kader
    header a 2026-11-23 >a.zaak
    says 1 '' mc-check -q goed.kader fout.kader a.zaak
    says 2 'goed.kader:0
fout.kader:1
stuk.kader:2
a.zaak:0' mc-check -c goed.kader fout.kader stuk.kader a.zaak
    says 1 'fout.kader' mc-check -l goed.kader fout.kader a.zaak
    says 1 'goed.kader
a.zaak' mc-check -L goed.kader fout.kader a.zaak
    mc-check -0 -L goed.kader fout.kader a.zaak | tr '\0' '+' >got
    [ "$(cat got)" = goed.kader+a.zaak+ ]
    printf 'Noot: 1\n\n' >>goed.kader
    says 0 'goed.kader:1' mc-check -c goed.kader
    says 0 'goed.kader:0' mc-check -c -s waarschuwing goed.kader
}

@test "the formats for programs tell of frameworks with the keys of findings; counts stand apart from those of cases" {
    one goed
    broken fout
    printf 'Kader: stuk\nVersie 1\n\n' >stuk.kader
    header a 2026-11-23 >a.zaak
    ends 2 mc-check -v --format=json goed.kader fout.kader stuk.kader a.zaak >found.json 2>err
    diff err - <<'EOT'
mc-check: kaders=3 bewezen=1 fout=2 waarschuwing=0 advies=0 onleesbaar=1
mc-check: zaken=1 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0
EOT
    [ "$(jq -c '.kaders, .telling' found.json)" = '{"kaders":3,"bewezen":1,"fout":2,"waarschuwing":0,"advies":0,"onleesbaar":1}
{"zaken":1,"fout":0,"waarschuwing":0,"advies":0,"uitgezonderd":0,"onleesbaar":0}' ]
    [ "$(jq -c '.bevindingen[0]' found.json)" = '{"bestand":"fout.kader","regel":26,"soort":"Antwoord","label":"2 ja","code":"K4","niveau":"fout","bericht":"veiligheid ja does not report (1 ja, 2 ja, 3 ja, 4 ja, 5 ja)","bron":"kader(5)"}' ]
    [ "$(jq -c '.bevindingen[1] | [.bestand, .regel, .code, .bron]' found.json)" = '["stuk.kader",2,"MC001","kader(5)"]' ]
    ends 2 mc-check -f jsonl goed.kader fout.kader stuk.kader a.zaak >found.jsonl
    jq -c '.bevindingen[]' found.json | diff - found.jsonl
    ends 1 mc-check -f csv fout.kader a.zaak >found.csv
    printf '%s\r\n' bestand,regel,zaak,soort,label,veld,code,niveau,bericht,bron,termijn,dagen_over \
        'fout.kader,26,,Antwoord,2 ja,,K4,fout,"veiligheid ja does not report (1 ja, 2 ja, 3 ja, 4 ja, 5 ja)",kader(5),,' | diff - found.csv
    ends 2 mc-check -f tap goed.kader fout.kader stuk.kader a.zaak >found.tap
    diff found.tap - <<EOT
ok 1 - goed.kader:1
# fout.kader:26: $NOT_PROVED
not ok 2 - fout.kader:1
# stuk.kader:2: fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]
not ok 3 - stuk.kader:1
ok 4 - a.zaak:1
1..4
EOT
    # Without a framework nothing is said of frameworks.
    [ "$(mc-check -v -f json a.zaak 2>&1 | grep -c kaders)" = 0 ]
    # What record each kind of fault stands at.
    mc-check -f jsonl --fail-level=nooit "$kaders"/*.kader | jq -r '[.code, .soort, .label // "-", .veld // "-"] | join(" ")' |
        sed 's/ [0-9]* ja/ N ja/; s/ [0-9]* \(nee\|twijfel\|onbekend\)/ N ja/; s/ [0-9] / N /' | sort -u | diff - <(
            printf '%s\n' 'K1 Antwoord N ja -' 'K1 Vraag N -' 'K2 Antwoord N ja -' 'K2 Vraag N -' 'K3 Antwoord N ja -' \
                'K3 Kader - -' 'K3 Vraag N -' 'K4 Antwoord N ja -' 'K5 Antwoord N ja -' 'K6 Antwoord N ja -' \
                'K7 Antwoord N ja -' 'K7 Meldnorm N -' 'K8 Begrip - Tekst' 'K8 Kader - -' 'K8 Kader - Titel' \
                'K8 Meldnorm - Tekst' 'K8 Vraag - Tekst'
        )
}

@test "colour is of the level, as with cases" {
    broken fout
    [ "$(mc-check --color=always --fail-level=nooit fout.kader)" = $'fout.kader:26: \033[1;31mfout\033[0m: '"${NOT_PROVED#fout: }" ]
}

@test "a Dutch reader is told in Dutch, in the same words of the framework" {
    export LANGUAGE=nl
    broken fout
    says 1 'fout.kader:26: fout: veiligheid ja leidt niet tot melden (1 ja, 2 ja, 3 ja, 4 ja, 5 ja) [K4]' mc-check fout.kader
    says 1 "$kaders/k6-twijfel.kader:17: fout: 1 ja is gevaarlijker dan 1 twijfel, maar de melding valt weg: (1 twijfel) leidt tot melden, (1 ja, 2 nee, 3 ja, 4 ja, 5 ja) niet [K6]" \
        mc-check "$kaders/k6-twijfel.kader"
    # Numbers, answers and paths stay as they are.
    kept() {
        mc-check --fail-level=nooit "$kaders"/*.kader | grep -oE ':[0-9]+: |[0-9] (ja|nee|twijfel|onbekend|open)|\[K.\]' | sort
    }
    kept >dutch
    (($(wc -l <dutch) > 300))
    LANGUAGE=en kept | diff dutch -
}

# ---- a framework that is not proved judges no case ----

# case_of KADER DAY: weighed on that day with a suspicion, unsafe and acute, and decided not to report.
case_of() {
    printf '%s\n' 'Zaak: a' 'Formaat: 1' "Kader: $1" "Geopend: $2" 'Beroepskracht: arts' '' 'Persoon: kind1' 'Rol: kind' '' \
        'Signaal: 1' "Datum: $2" 'Betreft: kind1' 'Bron: waarneming' 'Feit: Blauwe plek van vijf centimeter.' \
        'Onveiligheid: Het kind slaapt vanavond thuis.' '' \
        'Weging: 1' "Datum: $2" 'Vraag1: ja' 'Motivering1: zie Signaal 1' 'Vraag2: ja' 'Motivering2: zie Signaal 1' 'Aard: acuut' '' \
        'Besluit: 1' "Datum: $2" 'Melden: nee' 'Hulp: zelf' 'Motivering: Moeder is gebeld.' ''
}

# codes: of findings on standard input LINE:CODE:niveau.
codes() {
    sed -nE 's/^[^:]*:([0-9]+): (fout|waarschuwing|advies): .* \[(MC[0-9]+)\]$/\1:\3:\2/p' | tr '\n' ' '
}

@test "an own framework in MC_KADER_PATH serves all four programs, and a broken one none" {
    mkdir eigen stuk
    one eigen
    mv eigen.kader eigen/
    broken eigen
    mv eigen.kader stuk/
    case_of eigen 2026-11-24 >a.zaak
    # shellcheck disable=SC2030 # each test has its own
    export MC_KADER_PATH=eigen MC_DOOR=arts
    [ "$(mc-new -k eigen | sed -n 's/^Kader: //p')" = eigen ]
    [[ $(mc-check --today=2026-11-24 a.zaak | codes) == *' 25:MC502:fout '* ]]
    [ "$(mc-export -f jsonl a.zaak | jq -c '.voortgang | [.uitkomst, .norm]')" = '["melden",[1]]' ]
    [ "$(mc-step --next -f json a.zaak | jq -c '.voortgang | [.uitkomst, .norm]')" = '["melden",[1]]' ]
    # Nothing is to be started anew: the next run sees what stands there then.
    cp stuk/eigen.kader eigen/
    says 78 'mc-new: eigen/eigen.kader: is a framework that is not proved; mc-check on this file says why' mc-new -k eigen
    says 78 'mc-new: stuk/eigen.kader: is a framework that is not proved; mc-check on this file says why' mc-new -k stuk/eigen.kader
    [[ $(mc-check --today=2026-11-24 a.zaak | grep MC016) == 'a.zaak:3: fout: Kader names a framework that is not proved'* ]]
    [ "$(mc-check --today=2026-11-24 a.zaak | codes)" = '3:MC016:fout 25:MC201:fout 25:MC301:fout ' ]
    [ "$(mc-export -f jsonl a.zaak | jq -c '.voortgang | [.uitkomst, .norm]')" = '[null,null]' ]
    [ "$(mc-step --next -f json a.zaak | jq -c '.voortgang | [.uitkomst, .norm]')" = '[null,null]' ]
    mc-export a.zaak | grep -q 'niet te raadplegen'
    # An installed one of that name does not take its place, and an operand goes before.
    MC_KADER_PATH=stuk:eigen mc-check a.zaak | grep -q 'MC016'
    one eigen
    mc-check a.zaak eigen.kader | no MC016
    mv eigen.kader eigen/
    mc-check a.zaak | no MC016
}

@test "what a case needs its framework for is left out alike where it is missing, unreadable, not proved or not in force" {
    local file state
    mkdir stuk onbewezen later goed
    for state in onbewezen later goed; do
        one wijkteams-drenthe
        mv wijkteams-drenthe.kader "$state/"
    done
    broken wijkteams-drenthe
    mv wijkteams-drenthe.kader onbewezen/
    sed -i 's/^Geldig: .*/Geldig: 2190-01-01/' later/wijkteams-drenthe.kader
    echo 'Kader: wijkteams-drenthe' >stuk/wijkteams-drenthe.kader
    cp "$BATS_TEST_DIRNAME"/regels/*-zonder-kader*.zaak .
    [ "$(cat ./*.zaak | grep -c '^Kader: wijkteams-drenthe$')" -ge 10 ]
    all_days() {
        local day
        cat ./*.zaak | sed -nE 's/^# verwacht ([0-9-]+): .*/\1/p' | sort -u | while read -r day; do
            MC_KADER_PATH=$1 mc-check --today="$day" --fail-level=nooit . | sed "s/^/$day /"
        done
    }
    all_days nergens >missing
    grep -qF '[MC016]' missing
    for state in stuk:cannot.be.read onbewezen:not.proved later:not.in.force; do
        all_days "${state%:*}" >got
        [ "$(grep -cF '[MC016]' got)" = "$(grep -c "${state#*:}.*\[MC016\]" got)" ]
        diff <(sed '/\[MC016\]/s/: fout: .*//' missing) <(sed '/\[MC016\]/s/: fout: .*//' got)
    done
    # With the framework more is found, and none of it is MC016.
    sed -i 's/^Bron: .*/&\nVerplicht: Veilig Thuis/' goed/wijkteams-drenthe.kader
    all_days goed >got
    no '\[MC016\]' got
    for code in MC104 MC203 MC402 MC405 MC501 MC502; do
        grep -qF "[$code]" got
        no "\[$code\]" missing
    done
}

@test "not proved: MC016 is told once for each Kader field, of the Zaak and of a Wijziging" {
    broken eerst
    broken daarna
    {
        case_of eerst 2026-11-09 | sed 's/^Weging: 1$/Weging: 9/' # lines of the Zaak: 3
        printf 'Wijziging: 1\nDatum: 2026-11-16\nReden: ander kader\nKader: daarna\n\n'
        for day in 17 18; do
            printf 'Weging: %d\nDatum: 2026-11-%d\nVraag1: nee\n\nBesluit: %d\nDatum: 2026-11-%d\nMelden: nee\nHulp: nee\nMotivering: Geen vermoeden.\n\n' \
                "$day" "$day" "$day" "$day"
        done
    } >a.zaak
    [ "$(MC_KADER_PATH=. mc-check -C MC016 a.zaak | codes)" = "3:MC016:fout $(grep -n '^Kader: daarna' a.zaak | cut -d : -f 1):MC016:fout " ]
    # Nothing of a case stands in what is said.
    MC_KADER_PATH=. mc-check -C MC016 a.zaak | no 'eerst\|daarna'
}

@test "each Weging is weighed by the version of its day, also of several in a file and after a Wijziging" {
    local day
    # Until the end of June not being able to help is reported; from July on so is doubt about that.
    {
        sed "1,/^\$/d; s/^Kader: .*/Kader: versies/; s/^Geldig: .*/&\nTot: 2026-06-30/" "$kaders/k7-bijna-bij-hulp.kader"
        sed "1,/^\$/d; s/^Kader: .*/Kader: versies/; s/^Versie: .*/Versie: 2/; s/^Geldig: .*/Geldig: 2026-07-01\nTot: 2026-12-31/" \
            "$kaders/k7-bijna-bij-hulp.kader"
        printf 'Antwoord: 3 twijfel\nUitkomst: melden\nNorm: 2\nVerder: einde\n\n'
    } >versies.kader
    one eigen
    says 0 '' mc-check versies.kader eigen.kader
    weighed() { # DAY: that day's case, and its answers
        printf 'Zaak: d%s\nFormaat: 1\nKader: %s\nGeopend: 2025-12-01\nBeroepskracht: arts\n\n%b' "$1" "${2-versies}" "${3-}"
        printf 'Weging: 1\nDatum: %s\nVraag1: ja\nVraag2: nee\nVraag3: twijfel\n\n' "$1"
        printf 'Besluit: 1\nDatum: %s\nMelden: nee\nHulp: nee\nMotivering: x\n\n' "$1"
    }
    for day in 2025-12-31 2026-01-01 2026-06-30 2026-07-01 2026-12-31 2027-01-01; do
        weighed "$day"
    done >cases
    # shellcheck disable=SC2031 # each test has its own
    export MC_KADER_PATH=.
    mc-export -f jsonl cases | jq -r '[.zaak.Zaak, .voortgang.uitkomst // "-"] | join(" ")' >got
    diff got - <<'EOT'
d2025-12-31 -
d2026-01-01 onbeslist
d2026-06-30 onbeslist
d2026-07-01 melden
d2026-12-31 melden
d2027-01-01 -
EOT
    mc-step --next -f json cases | jq -r '[.zaak, .voortgang.uitkomst // "-"] | join(" ")' | diff got -
    mc-check --today=2026-11-24 --fail-level=nooit -C MC016,MC502 -f jsonl cases | jq -r '[.zaak, .code] | join(" ")' >got
    diff got - <<'EOT'
d2025-12-31 MC016
d2026-07-01 MC502
d2026-12-31 MC502
d2027-01-01 MC016
EOT
    # After a Wijziging the other framework weighs what is of that day or later, and the first what was before.
    change='Wijziging: 1\nDatum: 2026-07-02\nReden: ander kader\nKader: versies\n\n'
    { weighed 2026-07-01 eigen "$change"; weighed 2026-07-02 eigen "$change"; } >cases
    mc-export -f jsonl cases | jq -r '.voortgang.uitkomst' | diff - <(printf 'onbeslist\nmelden\n')
}

@test "nothing is acute by a framework that is not proved: the Besluit has no working day to put its steps in order" {
    one eigen
    case_of eigen 2026-11-24 | sed 's/^Melden: nee$/Melden: ja/' >a.zaak
    [[ $(MC_KADER_PATH=. mc-check --today=2026-11-24 a.zaak | codes) == *'25:MC201:waarschuwing '*'25:MC504:waarschuwing '* ]]
    broken eigen
    [[ $(MC_KADER_PATH=. mc-check --today=2026-11-24 a.zaak | codes) == *'25:MC201:fout '* ]]
    MC_KADER_PATH=. mc-check --today=2026-11-24 a.zaak | no MC504
}
