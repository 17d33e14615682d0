#!/usr/bin/env bats
# mc-step: one entry, on a file and as a filter; what it takes, what it refuses, and what it never touches.
# shellcheck disable=SC2016,SC2154 # messages hold backquotes; stderr comes from run

load lib
bats_require_minimum_version 1.5.0

canary=Kwikstaart

# refuses STATUS TEXT ARGUMENT...: mc-step with those arguments on a.zaak says that, and leaves every file as it was.
refuses() {
    local before after
    before=$(ls -A; cat ./*.zaak | cksum)
    says "$1" "$2" mc-step "${@:3}"
    after=$(ls -A; cat ./*.zaak | cksum)
    [ "$before" = "$after" ]
}

# A case of the framework basis in a.zaak: nine lines, the blank one at its end too.
setup() {
    cd "$BATS_TEST_TMPDIR" || return
    export MC_DOOR=arts
    mc-new -k basis --id=a -F Organisatie="$canary" >a.zaak
}

# ---- the kind ----

@test "a step from 1 to 5 is its kind, and a kind is taken in any case" {
    mc-step 1 -F Datum=2026-11-20 -F Betreft=kind1 -F Bron=waarneming -F Feit=x a.zaak 2>/dev/null
    mc-step 2 -F Met=collega -F Advies=x a.zaak
    mc-step 3 -F Met=kind1 -F Gevoerd=ja a.zaak 2>/dev/null
    mc-step 4 -F Vraag1=ja a.zaak
    mc-step 5 -F Melden=nee -F Hulp=nee -F Motivering=x a.zaak
    mc-step NOTITIE -F Tekst=x a.zaak
    mc-step persoon -F Rol=kind a.zaak
    grep -E '^(Signaal|Overleg|Gesprek|Weging|Besluit|Notitie|Persoon): 1$' a.zaak | tr '\n' ' ' >got
    [ "$(cat got)" = "Signaal: 1 Overleg: 1 Gesprek: 1 Weging: 1 Besluit: 1 Notitie: 1 Persoon: 1 " ]
}

@test "what is no kind or step is usage, with the nearest kind" {
    refuses 64 "mc-step: unknown kind gesprk (did you mean Gesprek?)" gesprk -F Gevoerd=ja a.zaak
    refuses 64 "mc-step: unknown kind 6; zaak(5) lists them, steps are 1 to 5" 6 -F Feit=x a.zaak
    refuses 64 "mc-step: unknown kind 0; zaak(5) lists them, steps are 1 to 5" 0 -F Feit=x a.zaak
    refuses 64 "mc-step: a.zaak is a case; the kind of entry stands before it" a.zaak -F Feit=x notitie
    refuses 64 "mc-step: a case is started by mc-new; its header is changed by a Wijziging" zaak -F Team=x a.zaak
}

# ---- the entry ----

@test "an input may have its first line or not, and may come from standard input" {
    printf 'Tekst: gebeld\n' >without.rec
    printf 'Notitie: 7\nTekst: gebeld\n\n' >with.rec
    says 0 "a.zaak:10: Notitie: 1" mc-step notitie -i without.rec a.zaak
    says 0 "a.zaak:16: Notitie: 7" mc-step notitie --input=with.rec a.zaak
    printf 'Tekst: gebeld' | mc-step notitie -i - a.zaak >got
    [ "$(cat got)" = "a.zaak:22: Notitie: 8" ]
    last_entry | diff - <(printf '%s\n' 'Notitie: 8' 'Datum: 2026-11-24' 'Tekst: gebeld' \
        'Vastgelegd: 2026-11-24T09:00:00+01:00' 'Door: arts')
}

@test "lines that end in CR LF or CR, blank lines around and comments are taken, and LF is written" {
    printf '\r\n# eigen opmerking\r\n\r\nNotitie: 3\r\nTekst: een\r\n+ twee\r\n+\r\n+ vier\r\n\r\n' >dos.rec
    mc-step notitie -i dos.rec a.zaak
    last_entry | head -n 6 | diff - <(printf 'Notitie: 3\nDatum: 2026-11-24\nTekst: een\n+ twee\n+\n+ vier\n')
    printf 'Notitie: 4\rTekst: een\r+ twee\r' | mc-step notitie -i - a.zaak
    last_entry | head -n 4 | diff - <(printf 'Notitie: 4\nDatum: 2026-11-24\nTekst: een\n+ twee\n')
    run ! grep -q $'\r' a.zaak
}

@test "a field of -F replaces all that the input gives of it, and several are several values" {
    printf 'Datum: 2026-11-20\nBetreft: kind1\nBetreft: kind2\nBron: document\nSoort: getuige\nFeit: van de input\n' >s.rec
    mc-step 1 -i s.rec -F betreft=kind3 -F SOORT=overig -F soort=rechten -F Feit='met = erin' a.zaak 2>/dev/null
    last_entry | head -n 7 | diff - <(printf '%s\n' 'Signaal: 1' 'Datum: 2026-11-20' 'Betreft: kind3' \
        'Bron: document' 'Soort: overig' 'Soort: rechten' 'Feit: met = erin')
}

@test "a value of -F may hold line breaks and may be empty" {
    mc-step notitie -F Tekst=$'een\r\ntwee\n\nvier' -F Toelichting= a.zaak
    last_entry | sed -n '3,7p' | diff - <(printf '%s\n' 'Tekst: een' '+ twee' '+' '+ vier' 'Toelichting:')
}

@test "names and words of closed lists are written as the table has them, fields in its order, X_ fields before Vastgelegd" {
    mc-step overleg -F X_Eigen=1 -F ADVIES='Bel EERST' -F met='VEILIG thuis' -F anoniem=JA -F X_Ander=2 a.zaak
    last_entry | diff - <(printf '%s\n' 'Overleg: 1' 'Datum: 2026-11-24' 'Met: Veilig Thuis' 'Anoniem: ja' \
        'Advies: Bel EERST' 'X_Eigen: 1' 'X_Ander: 2' 'Vastgelegd: 2026-11-24T09:00:00+01:00' 'Door: arts')
}

# ---- templates ----

# filling TYPE LIST: something that a field of that type takes.
filling() {
    case $1 in
    lijst) echo "${2%%|*}" ;;
    d | D) echo 2026-11-20 ;;
    label) echo 1 ;;
    code) echo MC501 ;;
    'soort en label') echo 'Signaal 1' ;;
    tekst) echo 'Naar school gebeld.' ;;
    *) echo "no filling for $1" >&2; return 1 ;;
    esac
}

@test "the template of every kind, with its mandatory fields filled in, is an entry" {
    local kind name marks type words
    mc-step --list | cut -f 1 >kinds
    [ "$(wc -l <kinds)" -eq 20 ]
    while read -r kind; do
        mc-step --template "$kind" >t.rec
        printf '%s: \n' "$kind" >expected
        tables soorten | grep "^$kind"$'\t' | grep -vE $'\t(Ingetrokken|Vernietigd|Vastgelegd|Door)\t' |
            while IFS=$'\t' read -r _ name marks type words; do
                printf '%s: \n' "$name" >>expected
                [[ $marks != !* ]] || sed -i "s/^$name: $/&$(filling "$type" "$words")/" t.rec
            done
        # Every field is there, in the order of the table.
        mc-step --template "$kind" | grep -v '^#' | sed '/^$/d' | diff expected -
        mc-step "$kind" -i t.rec a.zaak 2>/dev/null >got
        [[ $(cat got) == a.zaak:*": $kind: 1" ]]
        # Nothing that was left empty is written.
        last_entry | grep -E ': ?$' && return 1
        tables soorten | awk -F '\t' -v kind="$kind" '$1 == kind && $3 ~ /!/ { print $2 ":" }' >must
        diff must <(last_entry | tail -n +2 | grep -vE '^(Vastgelegd|Door):' | cut -d ' ' -f 1)
    done <kinds
    mc-check --only=MC001,MC004,MC006,MC007,MC008,MC010 a.zaak
}

@test "a template as it stands is an input: what is mandatory is missed at its own line" {
    mc-step --template=2 >t.rec
    refuses 1 "t.rec:$(grep -n '^Met:' t.rec | cut -d : -f 1): fout: Overleg lacks Met, which is mandatory [MC007]
t.rec:$(grep -n '^Advies:' t.rec | cut -d : -f 1): fout: Overleg lacks Advies, which is mandatory [MC007]" \
        overleg -i t.rec a.zaak
    # What is given by -F, or stands in the entry that is revised, fills it.
    mc-step overleg -i t.rec -F Met=collega -F Advies=x a.zaak
    sed -i 's/^Advies: /&y/' t.rec
    mc-step overleg -i t.rec --revise=1 a.zaak
    last_entry | head -n 4 | diff - <(printf '%s\n' 'Overleg: 1' 'Datum: 2026-11-24' 'Met: collega' 'Advies: y')
}

@test "a template says what a field means, takes and whether it must be given, within 80 columns" {
    mc-step --template 1 >t.rec
    grep -qx '# Signaal (step 1): what was seen, heard or read, apart from what it may mean' t.rec
    grep -B 2 '^Bron: $' t.rec | diff - <(printf '%s\n' '# where it comes from (mandatory)' \
        '#   waarneming, uitspraak betrokkene, uitspraak derde, document, onderzoek' 'Bron: ')
    grep -B 2 '^Betreft: $' t.rec | diff - <(printf '%s\n' '# whom it is about (mandatory, may be repeated)' \
        '#   label of a Persoon' 'Betreft: ')
    grep -qxF '# by when (mandatory unless Doorlopend is ja)' <(mc-step --template AFSPRAAK)
    grep -qxF '# day of the agreement (left empty: today)' <(mc-step --template afspraak)
    mc-step --list | cut -f 1 | while read -r kind; do
        LANGUAGE='nl' mc-step --template "$kind"
        mc-step --template "$kind"
    done >all
    [ "$(grep -c '^# ' all)" -gt 500 ]
    run ! grep -E '^.{80}' all
}

@test "the list has each kind with its step and its meaning" {
    mc-step --list >list
    [ "$(awk -F '\t' 'NF != 3 || $2 !~ /^[1-5-]$/' list)" = "" ]
    grep -qxF $'Overleg\t2\ta consultation of a colleague, Veilig Thuis or an expert' list
    grep -qxF $'Notitie\t-\teen notitie; hoort bij het dossier, kan onder inzage vallen' <(LANGUAGE='nl' mc-step --list)
    diff <(tables soorten | cut -f 1 | uniq | grep -vx Zaak) <(cut -f 1 list)
}

@test "lists and templates stand alone, and are of kinds that there are" {
    refuses 64 "mc-step: --list and --template stand alone" --list a.zaak
    refuses 64 "mc-step: --list and --template stand alone" --template signaal -F Feit=x
    refuses 64 "mc-step: --list and --template stand alone" --template signaal --list
    refuses 64 "mc-step: unknown kind sinaal (did you mean Signaal?)" --template=sinaal
    refuses 64 "mc-step: a case is started by mc-new; its header is changed by a Wijziging" --template zaak
    says 74 "mc-step: standard output: No space left on device" bash -c 'mc-step --template 1 >/dev/full'
}

@test "comments may stand between the fields of an input, and not within a value" {
    printf '# vooraf\nDatum: 2026-11-20\n# ertussen \001\n#\nMet: collega\nAdvies: een\n+ # twee\n#achteraf' >o.rec
    mc-step overleg -i o.rec a.zaak
    last_entry | head -n 5 | diff - <(printf '%s\n' 'Overleg: 1' 'Datum: 2026-11-20' 'Met: collega' 'Advies: een' '+ # twee')
    printf '\xef\xbb\xbf# vooraf\nMet: collega\nAdvies: een\n# Vraag\n+ twee\nfout\n' >o.rec
    no_field="fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]"
    refuses 1 "o.rec:5: $no_field
o.rec:6: $no_field" overleg -i o.rec a.zaak
}

@test "an empty field below a comment is not given; any other is kept as empty" {
    printf '# a\nVraag:\n# b\nAnoniem:\nNaam:\nMet: collega\n# c\n\nAdvies: x\n' >o.rec
    sed -i '8d' o.rec
    mc-step overleg -i o.rec a.zaak
    last_entry | sed '1,2d' | head -n 3 | diff - <(printf '%s\n' 'Met: collega' 'Naam:' 'Advies: x')
}

# ---- the label ----

@test "the default label is one more than the highest number of the kind, a given one is kept" {
    says 0 "a.zaak:10: Notitie: 1" mc-step notitie -F Tekst=x a.zaak
    mc-step notitie -F Notitie=41 -F Tekst=x a.zaak
    mc-step notitie -F notitie=3b -F Tekst=x a.zaak
    mc-step persoon -F persoon=kind1 -F Rol=kind a.zaak
    mc-step notitie -F Tekst=x a.zaak
    grep -E '^(Notitie|Persoon):' a.zaak | diff - <(printf '%s\n' 'Notitie: 1' 'Notitie: 41' 'Notitie: 3b' \
        'Persoon: kind1' 'Notitie: 42')
    # The number of what was withdrawn is not used again.
    mc-step notitie --revise=42 --withdraw=dubbel a.zaak
    mc-step notitie -F Tekst=x a.zaak
    [ "$(last_entry | head -n 1)" = "Notitie: 43" ]
}

@test "a label in use, or none that a label can be, is refused" {
    mc-step notitie -F Tekst=x a.zaak
    refuses 1 "mc-step: the case has a Notitie with that label; leave the label out for the next number, or give --revise=LABEL to replace the entry" \
        notitie -F Notitie=1 -F Tekst=x a.zaak
    refuses 1 '-F:1: fout: the label of Notitie takes a letter or digit, then at most 31 letters, digits, `_` or `-` [MC006]' \
        notitie -F Notitie="$canary !" -F Tekst=x a.zaak
    refuses 1 "-F:2: fout: Notitie has no label; give it one, such as a number [MC007]" notitie -F Tekst=x -F Notitie= a.zaak
}

# ---- what is filled in ----

@test "Datum is today where it is not given, and never of a Signaal" {
    mc-step notitie -F Tekst=x a.zaak
    [ "$(last_entry | sed -n 2p)" = "Datum: 2026-11-24" ]
    mc-step notitie -F Tekst=x -F datum=2026-11-02T10:00:00+01:00 a.zaak
    [ "$(last_entry | sed -n 2p)" = "Datum: 2026-11-02T10:00:00+01:00" ]
    MC_NU=2026-12-31T23:30:00-02:00 mc-step notitie -F Tekst=x -F Datum= a.zaak
    [ "$(last_entry | sed -n 2p)" = "Datum: 2026-12-31" ]
    refuses 1 "-F:1: fout: Signaal lacks Datum, which is mandatory [MC007]" \
        1 -F Betreft=kind1 -F Bron=waarneming -F Feit=x a.zaak
    mc-step persoon -F Rol=kind a.zaak
    run ! grep -q Datum <(last_entry)
}

@test "Vastgelegd is the clock and Door who records, whatever the input says" {
    mc-step notitie -F Tekst=x -F Vastgelegd=1999-01-01T00:00:00Z -F door=iemand a.zaak
    last_entry | tail -n 2 | diff - <(printf 'Vastgelegd: 2026-11-24T09:00:00+01:00\nDoor: arts\n')
    MC_DOOR='' mc-step notitie -F Tekst=x a.zaak
    [ "$(last_entry | tail -n 1)" = "Door: $(id -un)" ]
}

# ---- to revise ----

@test "revise copies what stands, but for what is given and what is dropped" {
    mc-step 1 -F Datum=2026-11-20 -F Betreft=k -F Bron=document -F Soort=getuige -F Soort=overig -F Feit=oud \
        -F Duiding=weg -F Plaats=thuis -F X_Eigen=7 a.zaak 2>/dev/null
    cp a.zaak before.zaak
    MC_DOOR=collega MC_NU=2026-11-25 mc-step 1 --revise=1 --drop=duiding,PLAATS -F feit=nieuw a.zaak >got 2>/dev/null
    [ "$(cat got)" = "a.zaak:23: Signaal: 1" ]
    last_entry | diff - <(printf '%s\n' 'Signaal: 1' 'Datum: 2026-11-20' 'Betreft: k' 'Bron: document' 'Soort: getuige' \
        'Soort: overig' 'Feit: nieuw' 'X_Eigen: 7' 'Vastgelegd: 2026-11-25T00:00:00+01:00' 'Door: collega')
    cmp -n "$(stat -c %s before.zaak)" before.zaak a.zaak
    # What is revised is the version that stands.
    mc-step 1 --revise=1 -F X_Eigen=8 a.zaak 2>/dev/null
    [ "$(last_entry | grep -E '^(Feit|X_|Duiding)')" = $'Feit: nieuw\nX_Eigen: 8' ]
}

@test "withdraw needs no more than its reason" {
    mc-step notitie -F Tekst=x a.zaak
    says 0 "a.zaak:16: Notitie: 1" mc-step notitie --revise=1 --withdraw='verkeerde zaak' a.zaak
    last_entry | diff - <(printf '%s\n' 'Notitie: 1' 'Ingetrokken: verkeerde zaak' \
        'Vastgelegd: 2026-11-24T09:00:00+01:00' 'Door: arts')
    mc-step notitie -F Tekst=x a.zaak
    printf 'Ingetrokken: dubbel\n' | mc-step notitie --revise=2 -i - a.zaak
    [ "$(last_entry | sed -n '1,2p')" = $'Notitie: 2\nIngetrokken: dubbel' ]
}

@test "what is not there, or no longer counts, is not revised" {
    mc-step notitie -F Tekst=x a.zaak
    refuses 1 "mc-step: the case has no Notitie with the label 2" notitie --revise=2 -F Tekst=y a.zaak
    refuses 1 "mc-step: the case has no Overleg with the label 1" overleg --revise=1 -F Advies=y a.zaak
    mc-step notitie --revise=1 --withdraw=dubbel a.zaak
    refuses 1 "mc-step: Notitie 1 was withdrawn or destroyed; record a new entry" notitie --revise=1 -F Tekst=y a.zaak
    mc-step persoon -F Persoon=k -F Rol=kind a.zaak
    refuses 1 "mc-step: an entry that is revised keeps its label" persoon --revise=k -F Persoon=m a.zaak
    refuses 64 "mc-step: --drop: Persoon has no field haarkleur" persoon --revise=k --drop=naam,haarkleur a.zaak
}

# ---- refusals ----

@test "what breaks the format is refused whole, a line a field with its place, and no value of it" {
    printf 'Datum: %s\nFoute: %s\nMet: %s\n' $canary $canary $canary >o.rec
    refuses 1 "$(printf '%s\n' \
        'o.rec:1: fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008]' \
        'o.rec:2: fout: Overleg has no such field; fields of your own begin with X_ [MC004]' \
        '-F:2: fout: Stap takes 1, 2, 3, 4 or 5 [MC006]')" \
        overleg -i o.rec -F Met=collega -F Stap=$canary -F Advies=$canary a.zaak
}

@test "each line of the input that is no field is refused with its number" {
    printf '\nNotitie: 3\nTekst %s\n %s\nTekst: \001%s\nDatum:%s\n' $canary $canary $canary $canary >n.rec
    run mc-step notitie -i n.rec a.zaak
    [ "$status" -eq 1 ]
    [[ $output != *"$canary"* ]]
    [ "$(printf '%s\n' "$output" | grep -oE '^n.rec:[0-9]+: fout: .*\[MC00[12]\]$' | sed 's/ fout.*\[/ /; s/]$//')" = \
        $'n.rec:3: MC001\nn.rec:4: MC001\nn.rec:5: MC002\nn.rec:6: MC001' ]
    [ "$(wc -l <a.zaak)" -eq 9 ]
}

@test "a mandatory field that is absent or empty, and one that stands twice, are refused" {
    refuses 1 "-F:1: fout: Overleg lacks Met, which is mandatory [MC007]
-F:1: fout: Advies is empty, and it is mandatory in Overleg [MC007]" overleg -F Advies= a.zaak
    refuses 1 "-F:2: fout: Tekst may stand once in Notitie; only the first counts [MC010]" \
        notitie -F Tekst=een -F tekst=twee a.zaak
    refuses 1 "-F:2: fout: Overleg has no such field (did you mean Advies?); fields of your own begin with X_ [MC004]
-F:1: fout: Overleg lacks Advies, which is mandatory [MC007]" overleg -F Met=collega -F Advis=x a.zaak
}

@test "a copied field that breaks the format has the line of the case as its place" {
    printf 'Overleg: 1\nDatum: %s\nMet: collega\nAdvies: x\n\n' $canary >>a.zaak
    refuses 1 "a.zaak:11: fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008]" \
        overleg --revise=1 -F Advies=y a.zaak
    mc-step overleg --revise=1 -F Datum=2026-11-20 a.zaak
    [ "$(last_entry | sed -n 2p)" = "Datum: 2026-11-20" ]
}

@test "an input with more than one entry, or of another kind, is refused" {
    printf 'Notitie: 1\nTekst: een\n\nNotitie: 2\nTekst: twee\n' >two.rec
    refuses 1 "mc-step: two.rec: holds more than one entry; give them one at a time" notitie -i two.rec a.zaak
    printf 'Overleg: 1\nTekst: een\n' >other.rec
    refuses 1 "other.rec:1: fout: Notitie has no such field; fields of your own begin with X_ [MC004]" \
        notitie -i other.rec a.zaak
    : >empty.rec
    refuses 1 "empty.rec:1: fout: Notitie lacks Tekst, which is mandatory [MC007]" notitie -i empty.rec a.zaak
}

@test "a label that is not there yet is said, and the entry is written all the same" {
    run mc-step gesprek -F Met=moeder -F Gevoerd=ja a.zaak
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = "a.zaak:12: fout: Met names an entry that does not exist or was withdrawn [MC009]" ]
    [ "${lines[1]}" = "a.zaak:10: Gesprek: 1" ]
    [ "$(last_entry | sed -n 3p)" = "Met: moeder" ]
    # The label is theirs to give later; what other entries lack is not said again.
    mc-step persoon -F Persoon=moeder -F Rol=ouder a.zaak 2>err
    [ ! -s err ]
}

# ---- the file ----

@test "what stood in the case stays as it was, byte for byte, and the line that is printed is that of the entry" {
    printf '# opmerking\nNotitie: 1\nX_a:  b \nTekst:\n+\nDoor: y\n\n\n \t\nOnbekend: y\n\n' >>a.zaak
    cp a.zaak before
    for line in 21 27; do
        mc-step notitie -F Tekst=x a.zaak >got
        [ "$(cut -d : -f 2 got)" = $line ]
        [ "$(sed -n "${line}p" a.zaak)" = "$(cut -d ' ' -f 2- got)" ]
    done
    cmp -n "$(stat -c %s before)" before a.zaak
    [ "$(tail -n 6 a.zaak)" = $'Notitie: 3\nDatum: 2026-11-24\nTekst: x\nVastgelegd: 2026-11-24T09:00:00+01:00\nDoor: arts' ]
}

@test "mode and group of the file are kept, and nothing is left beside it" {
    for mode in 600 640 664 444; do
        chmod "$mode" a.zaak
        mc-step notitie -F Tekst=x a.zaak || [ "$mode" = 444 ]
        [ "$(stat -c %a a.zaak)" = "$mode" ]
    done
    [ "$(ls -A)" = a.zaak ]
}

@test "a case that is reached by a link is extended where it stands, and the link stays" {
    mkdir map
    mv a.zaak map/a.zaak
    ln -s map/a.zaak link.zaak
    [ "$(mc-step notitie -F Tekst=x link.zaak)" = "link.zaak:10: Notitie: 1" ]
    [ -L link.zaak ]
    [ "$(grep -c ^Notitie: map/a.zaak)" -eq 1 ]
}

@test "a file with another name too, a folder, a pipe and what is not there are refused" {
    ln a.zaak hard.zaak
    mkdir map.zaak
    mkfifo pipe
    for case in "hard.zaak: the file has a second name (a hard link), which would keep the old case; leave it one name" \
        "map.zaak: is a folder; name the file of the case" \
        "pipe: is no regular file; a case from a pipe comes in on standard input, without CASE" \
        "weg.zaak: No such file or directory" "weg/a.zaak: No such file or directory"; do
        says 2 "mc-step: $case" timeout 5 mc-step notitie -F Tekst=x "${case%%: *}"
    done
    [ "$(wc -l <a.zaak)" -eq 9 ]
    [ "$(stat -c %h a.zaak)" -eq 2 ]
}

# ---- a case that is not extended ----

@test "nothing is added to what is not exactly one readable case" {
    refused="is not exactly one case"
    cp a.zaak good
    while IFS='|' read -r change text; do
        bash -c "$change" <good >a.zaak
        cp a.zaak before
        says 2 "$text" mc-step notitie -F Tekst=x a.zaak
        cmp before a.zaak
        # The filter says the same, of `-`, and lets nothing through.
        says 2 "${text//a.zaak/-}" bash -c 'mc-step notitie -F Tekst=x <a.zaak'
    done <<TABLE
:|mc-step: a.zaak: $refused
cat; sed 's/^Zaak: a/Zaak: b/' good|mc-step: a.zaak: $refused
echo; echo Losse regel: x; cat|mc-step: a.zaak: $refused
tail -n +2|mc-step: a.zaak: $refused
TABLE
}

@test "nothing is added behind a last entry that may have been cut off" {
    sed -i '$d' a.zaak
    refuses 2 "a.zaak:1: waarschuwing: no blank line after this last entry: it may have been cut off; look whether it is whole and end it with a blank line [MC005]
mc-step: a.zaak: nothing is added to it until this was looked at" notitie -F Tekst=x a.zaak
    says 2 "-:1: waarschuwing: no blank line after this last entry: it may have been cut off; look whether it is whole and end it with a blank line [MC005]
mc-step: -: nothing is added to it until this was looked at" bash -c 'mc-step notitie -F Tekst=x <a.zaak'
    echo >>a.zaak
    mc-step notitie -F Tekst=x a.zaak
}

@test "a case with a line that is none, or of another format, is told with its line, and nothing is added" {
    later="mc-step: a.zaak: nothing is added to it until this was looked at"
    cp a.zaak good
    { sed '$d' good; printf 'geen veld %s\n\n' $canary; } >a.zaak
    refuses 2 "a.zaak:9: fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]
$later" notitie -F Tekst=x a.zaak
    { sed '$d' good; printf 'X_a: \001%s\n\n' $canary; } >a.zaak
    refuses 2 "a.zaak:9: fout: this line holds bytes that are not UTF-8, or a control or direction character; retype it [MC002]
$later" notitie -F Tekst=x a.zaak
    sed 's/^Formaat: 1/Formaat: 2/' good >a.zaak
    run mc-step notitie -F Tekst=x a.zaak
    [ "$status" -eq 2 ]
    [[ ${lines[0]} == "a.zaak:2: fout: Formaat takes 1"*"[MC006]" ]]
    [ "${lines[1]}" = "$later" ]
}

# ---- as a filter ----

@test "the filter lets the case through as it came, with the entry behind it, and prints nothing else" {
    printf '# opmerking\nNotitie: 1\nTekst: x\n\n\n' >>a.zaak
    mc-step notitie -F Tekst=y <a.zaak >got 2>err
    cmp -n "$(stat -c %s a.zaak)" a.zaak got
    [ "$(tail -n 6 got)" = $'Notitie: 2\nDatum: 2026-11-24\nTekst: y\nVastgelegd: 2026-11-24T09:00:00+01:00\nDoor: arts' ]
    [ ! -s err ]
    mc-step notitie -F Tekst=y - <a.zaak | cmp got -
    # On a file the bytes are the same.
    mc-step notitie -F Tekst=y a.zaak >/dev/null
    cmp got a.zaak
}

@test "a refused entry lets nothing through" {
    mc-step notitie -F Tekst=x -F Datum="$canary" <a.zaak >out 2>err || status=$?
    [ "$status" -eq 1 ]
    [ ! -s out ]
    [ "$(cat err)" = "-F:2: fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008]" ]
}

inputs() {
    printf '%s\n' 'Persoon: kind1' 'Rol: kind' 'Geboortedatum: 2018-03-02' >p.rec
    printf '%s\n' 'Datum: 2026-11-16' 'Betreft: kind1' 'Bron: waarneming' 'Soort: lichamelijk' \
        'Feit: Op school om kwart over drie een blauwe plek van vijf' '+ centimeter op de linkerbovenarm gezien.' >s.rec
    printf '%s\n' 'Datum: 2026-11-17' 'Met: aandachtsfunctionaris' 'Anoniem: ja' 'Vraag: Past dit bij een val?' \
        'Advies: Spreek deze week met de ouder.' >o.rec
    printf '%s\n' 'Datum: 2026-11-18' 'Met: kind1' 'Gevoerd: ja' 'Inhoud: Verteld wat gezien is.' >g.rec
    printf '%s\n' 'Datum: 2026-11-19' 'Vraag1: nee' 'Motivering1: Gevallen op de speelplaats, door de school gezien.' \
        'Steunt: 1' >w.rec
    printf '%s\n' 'Datum: 2026-11-19' 'Weging: 1' 'Beslisser: gezinsprofessional' 'Melden: nee' 'Hulp: nee' \
        'Motivering: Het vermoeden is weggenomen.' >b.rec
}

@test "a case is started, extended five steps and checked, all by pipes" {
    inputs
    mc-new -k jeugd-en-gezin -F Beroepskracht=gezinsprofessional | mc-step persoon -i p.rec | mc-step 1 -i s.rec |
        mc-step 2 -i o.rec | mc-step 3 -i g.rec | mc-step 4 -i w.rec | mc-step 5 -i b.rec | tee whole |
        mc-check -v >out 2>err
    diff - out </dev/null
    [[ $(cat err) == "mc-check: zaken=1 fout=0 waarschuwing=0 advies=0 "* ]]
    [ "$(grep -cE '^(Persoon: kind1|(Signaal|Overleg|Gesprek|Weging|Besluit): 1)$' whole)" -eq 7 ]
    # Persoon, and the five; the seventh is the Weging that the Besluit names.
    [ "$(grep -c '^Weging: 1$' whole)" -eq 2 ]
}

@test "the same on a file in a folder, with cron's empty environment" {
    inputs
    new=$(command -v mc-new) step=$(command -v mc-step) check=$(command -v mc-check)
    file=$(env -i "$new" -k jeugd-en-gezin -F Beroepskracht=gezinsprofessional -F Geopend=2026-11-16 -d zaken)
    [ -f "$file" ]
    for entry in persoon:p 1:s 2:o 3:g 4:w 5:b; do
        env -i "$step" "${entry%:*}" -i "${entry#*:}.rec" "$file" >>said
    done
    sed "s|^${file}:[0-9]*: ||" said | diff - <(printf '%s\n' 'Persoon: kind1' 'Signaal: 1' 'Overleg: 1' 'Gesprek: 1' \
        'Weging: 1' 'Besluit: 1')
    [ "$(grep -c "^Door: $(id -un)$" "$file")" -eq 7 ]
    says 0 "" env -i "$check" --today=2026-11-24 zaken
}

# ---- others at the same time ----

@test "a locked case is waited for as long as --wait says: then 75, and nothing is written" {
    exec 9<a.zaak
    flock 9
    cp a.zaak before
    locked="mc-step: a.zaak: another program is writing to it; nothing was recorded"
    says 75 "$locked" timeout 5 mc-step notitie --wait=0 -F Tekst=x a.zaak
    says 75 "$locked" timeout 5 mc-step notitie --wait=0.3 -F Tekst=x a.zaak
    cmp before a.zaak
    mc-step notitie --wait=30 -F Tekst=x a.zaak >got 9<&- &
    sleep 0.3
    [ ! -s got ]
    exec 9<&-
    wait $!
    [ "$(cat got)" = "a.zaak:10: Notitie: 1" ]
}

@test "the filter, and who reads, need no lock" {
    exec 9<a.zaak
    flock 9
    timeout 5 mc-step notitie -F Tekst=x <a.zaak >got
    [ "$(grep -c ^Notitie got)" -eq 1 ]
    timeout 5 mc-check --today=2026-11-24 a.zaak
    exec 9<&-
}

@test "a signal ends it by that signal, with nothing written and nothing left" {
    exec 9<a.zaak
    flock 9
    cp a.zaak before
    for signal in INT TERM HUP KILL; do
        # A shell lets jobs in the background ignore SIGINT.
        env --default-signal mc-step notitie --wait=30 -F Tekst=x a.zaak 9<&- &
        for _ in {1..500}; do
            [ "$(cat /proc/$!/comm)" != mc-step ] || break
            sleep 0.02
        done
        kill -"$signal" $!
        ended=0
        wait $! || ended=$?
        [ "$ended" -eq $((128 + $(kill -l "$signal"))) ]
    done
    exec 9<&-
    cmp before a.zaak
    rm before
    [ "$(ls -A)" = a.zaak ]
    mc-step notitie -F Tekst=x a.zaak
}

@test "what a killed writer left goes at the next writing, and no other file" {
    touch .a.mc-abc123 .a.mc-abc1234 .b.mc-abc123 a.mc-abc123
    mc-step notitie -F Tekst=x a.zaak
    [ "$(find . -type f | LC_ALL=C sort | tr '\n' ' ')" = "./.a.mc-abc1234 ./.b.mc-abc123 ./a.mc-abc123 ./a.zaak " ]
}

# ---- writing that fails ----

@test "a file that may not grow is 74, and the case is as it was" {
    cp a.zaak before
    says 74 "mc-step: a.zaak: File too large; nothing was recorded" bash -c 'ulimit -f 0; mc-step notitie -F Tekst=x a.zaak'
    cmp before a.zaak
    rm before
    [ "$(ls -A)" = a.zaak ]
}

@test "in a folder that may not be written to it is 73, a file that may not be is 2" {
    mkdir map
    mv a.zaak map/a.zaak
    cp map/a.zaak before
    chmod 555 map
    says 73 "mc-step: map/a.zaak: Permission denied; nothing was recorded" \
        plain_user mc-step notitie -F Tekst=x map/a.zaak
    chmod 755 map
    chmod 444 map/a.zaak
    says 2 "mc-step: map/a.zaak: Permission denied" plain_user mc-step notitie -F Tekst=x map/a.zaak
    cmp before map/a.zaak
    [ "$(ls -A map)" = a.zaak ]
}

@test "a full standard output is 74" {
    says 74 "mc-step: standard output: No space left on device" \
        bash -c 'mc-step notitie -F Tekst=x <a.zaak >/dev/full'
}

@test "a reader that goes away ends the filter quietly, by SIGPIPE" {
    head -c 250000 /dev/zero | tr '\0' x | sed 's/^/Tekst: /' >long.rec
    mc-step notitie -i long.rec <a.zaak 2>err | : || true
    [ ! -s err ]
    ended=0
    bash -c 'mc-step notitie -i long.rec <a.zaak | { exec <&-; sleep 0.3; }; exit ${PIPESTATUS[0]}' || ended=$?
    [ "$ended" -eq 141 ]
}

# ---- usage ----

@test "usage errors are 64, say what to give, and touch nothing" {
    refuses 64 "mc-step: name the kind of entry or the step, and at most one case"
    refuses 64 "mc-step: name the kind of entry or the step, and at most one case" 1 a.zaak b.zaak -F Feit=x
    refuses 64 "mc-step: give the entry with -i FILE or -F NAME=VALUE" notitie a.zaak
    refuses 64 "mc-step: -F takes NAME=VALUE" notitie -F Tekst a.zaak
    refuses 64 "mc-step: --drop and --withdraw go with --revise=LABEL" notitie --drop=Tekst a.zaak
    refuses 64 "mc-step: --drop and --withdraw go with --revise=LABEL" notitie --withdraw=dubbel a.zaak
    refuses 64 "mc-step: --withdraw needs a reason" notitie --revise=1 --withdraw= a.zaak
    for wait in x '' -1 1x nan 86401 0x10 1e1 ' 1' inf; do
        refuses 64 "mc-step: --wait takes a number of seconds" notitie --wait="$wait" -F Tekst=x a.zaak
    done
    refuses 64 "mc-step: standard input cannot be both the entry and the case" notitie -i -
    refuses 64 "mc-step: unknown option --forse; --help lists what there is" notitie --forse -F Tekst=x a.zaak
}

@test "an input that cannot be read is 2" {
    mkdir map
    refuses 2 "mc-step: weg.rec: No such file or directory" notitie -i weg.rec a.zaak
    refuses 2 "mc-step: map: Is a directory" notitie -i map a.zaak
}

@test "options may stand behind the operands, and -- ends them" {
    mv a.zaak ./-a.zaak
    [ "$(mc-step notitie -F Tekst=x -- -a.zaak)" = "-a.zaak:10: Notitie: 1" ]
    [ "$(mc-step -- notitie -a.zaak 2>&1 || true)" = "mc-step: give the entry with -i FILE or -F NAME=VALUE" ]
    mv ./-a.zaak a.zaak
    [ "$(mc-step notitie a.zaak --field Tekst=x)" = "a.zaak:16: Notitie: 2" ]
}

@test "help and version go to standard output" {
    mc-step --help >out 2>err
    [ ! -s err ]
    grep -q '^usage: mc-step ' out
    for option in --template --input --field --revise --drop --withdraw --wait; do
        grep -qe "$option=" out
    done
    [[ $(mc-step --version) == "mc-step (meldcode-tools) "* ]]
}

@test "verbose says at the end how many cases were met and refused" {
    run -0 --separate-stderr mc-step notitie -v -F Tekst=x a.zaak
    [ "$stderr" = "mc-step: zaken=1 geweigerd=0" ]
    run -0 --separate-stderr mc-step notitie --verbose -F Tekst=x - <a.zaak
    [ "$stderr" = "mc-step: zaken=1 geweigerd=0" ]
    run -1 --separate-stderr mc-step notitie -v -F Tekst= a.zaak
    [ "${stderr_lines[1]}" = "mc-step: zaken=1 geweigerd=1" ]
    run -2 --separate-stderr mc-step notitie -v -F Tekst=x - </dev/null
    [ "${stderr_lines[1]}" = "mc-step: zaken=0 geweigerd=1" ]
}

@test "an entry that is recorded but could not be told is said so, so that it is not recorded twice" {
    run bash -c 'mc-step notitie -F Tekst=x a.zaak >/dev/full'
    [ "$status" = 74 ]
    [[ $output == *"a.zaak: the new Notitie is recorded, but that could not be told"* ]]
    [ "$(grep -c '^Notitie: ' a.zaak)" = 1 ]
}

@test "with its standard streams closed nothing is written into a case but the entry" {
    cp a.zaak before
    run bash -c 'mc-step notitie -F Tekst=x a.zaak <&- >&- 2>&-'
    [ "$status" = 74 ]
    head -c "$(wc -c <before)" a.zaak | cmp - before
    [ "$(last_entry | head -2 | tr '\n' ' ')" = "Notitie: 1 Datum: 2026-11-24 " ]
    run bash -c 'mc-step notitie -i - a.zaak <&-'
    [ "$status" = 2 ]
    [ "$(grep -c '^Notitie: ' a.zaak)" = 1 ]
}

@test "the next label follows the highest number however long, and never replaces an entry" {
    mc-step notitie -F Notitie=999999999 -F Tekst=een a.zaak
    mc-step notitie -F Tekst=twee a.zaak
    mc-step notitie -F Tekst=drie a.zaak
    [ "$(grep '^Notitie: ' a.zaak | tr '\n' ' ')" = "Notitie: 999999999 Notitie: 1000000000 Notitie: 1000000001 " ]
}

@test "Vernietigd is not written by hand, and a bad character of -F or MC_DOOR is told where it came from" {
    refuses 1 "mc-step: Vernietigd destroys nothing by being written; --withdraw makes an entry no longer count" \
        notitie -F Vernietigd=ja -F Tekst=x a.zaak
    refuses 1 "-F:1: fout: this line holds bytes that are not UTF-8, or a control or direction character; retype it [MC002]" \
        notitie -F Tekst=$'a\001b' a.zaak
    MC_DOOR=$'a\001' refuses 64 "mc-step: MC_DOOR holds bytes that are not UTF-8, or a control or direction character" \
        notitie -F Tekst=x a.zaak
    MC_DOOR=$'arts\r' mc-step notitie -F Tekst=x a.zaak
    [ "$(tail -n 2 a.zaak | head -n 1)" = "Door: arts" ]
}
