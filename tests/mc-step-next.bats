#!/usr/bin/env bats
# mc-step --next: what is to be done next in cases.

load lib

# A case in which a child was seen, from 2 November on.
seen() {
    printf '%s\n' "Zaak: ${1:-a}" 'Formaat: 1' "Kader: ${2:-basis}" 'Geopend: 2026-11-02' 'Beroepskracht: arts' '' \
        'Persoon: kind1' 'Rol: kind' '' \
        'Signaal: 1' 'Datum: 2026-11-02' 'Betreft: kind1' 'Bron: waarneming' 'Feit: Een blauwe plek.' \
        'Onveiligheid: Wordt geslagen.' ''
}

# The kind, day and code of every line.
items() {
    mc-step --next "$@" | cut -f 3- | tr '\t\n' ': '
}

consulted() {
    printf '%s\n' 'Overleg: 1' 'Datum: 2026-11-03' 'Met: collega' 'Advies: Praten.' '' 'Overleg: 2' 'Datum: 2026-11-03' \
        'Met: Veilig Thuis' 'Anoniem: ja' 'Advies: Praten.' ''
}

talked() {
    printf '%s\n' 'Gesprek: 1' 'Datum: 2026-11-04' 'Met: kind1' 'Gevoerd: ja' 'Verslag: Een val.' ''
}

weighed() {
    printf '%s\n' 'Weging: 1' 'Datum: 2026-11-05' 'Vraag1: ja' 'Motivering1: Zie signaal 1.' 'Vraag2: nee' \
        'Motivering2: Veilig thuis.' 'Vraag3: ja' 'Motivering3: Wij kunnen dit.' 'Vraag4: ja' \
        'Motivering4: Ouders willen.' 'Vraag5: ja' 'Motivering5: De hulp werkt.' ''
}

@test "a new case asks for a Signaal by the fifth working day; the other steps have no day yet" {
    seen | sed '/^Persoon/,$d' >a.zaak
    [ "$(items a.zaak)" = 'Signaal:2026-11-09:MC101 Overleg:-:MC201 Overleg:-:MC203 Gesprek:-:MC301 Weging:-:MC401 ' ]
}

@test "step by step each is asked for until it is there, and then the next" {
    seen >a.zaak
    [ "$(items a.zaak)" = 'Overleg:-:MC201 Overleg:-:MC203 Gesprek:-:MC301 Weging:-:MC401 ' ]
    consulted >>a.zaak
    [ "$(items a.zaak)" = 'Gesprek:-:MC301 Weging:-:MC401 ' ]
    talked >>a.zaak
    [ "$(items a.zaak)" = 'Weging:-:MC401 ' ]
    weighed >>a.zaak
    [ "$(items a.zaak)" = 'Besluit:2026-11-12:MC501 ' ]
    printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-06' 'Melden: ja' 'Hulp: nee' 'Motivering: Hulp duurt te lang.' '' >>a.zaak
    [ "$(items a.zaak)" = 'Melding:2026-11-10:MC504 ' ]
    printf '%s\n' 'Melding: 1' 'Datum: 2026-11-09' 'Soort: nieuw' 'VeiligThuis: Utrecht' 'Ingelicht: ja' 'Anoniem: nee' \
        'OnveiligNu: Slaan.' '' >>a.zaak
    [ "$(items a.zaak)" = 'Terugkoppeling:2026-11-23:MC603 ' ]
}

@test "a Weging with a question open is asked for before there is a Besluit" {
    { seen; consulted; talked; weighed | sed '/^Vraag3/,/^Motivering5/d'; } >a.zaak
    [ "$(items a.zaak)" = 'Weging:-:MC402 ' ]
}

@test "a Besluit that lacked its consultation is mended by consulting, and then by a new Besluit" {
    { seen; talked; weighed; } >a.zaak
    printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-06' 'Melden: nee' 'Hulp: zelf' 'Motivering: Het kan.' '' >>a.zaak
    [ "$(items a.zaak)" = 'Overleg:-:MC201 Overleg:-:MC203 ' ]
    consulted | sed 's/2026-11-03/2026-11-20/' >>a.zaak
    [ "$(items a.zaak)" = 'Besluit:-:MC201 Besluit:-:MC203 ' ]
    printf '%s\n' 'Besluit: 2' 'Datum: 2026-11-23' 'Melden: nee' 'Hulp: zelf' 'Motivering: Het kan.' '' >>a.zaak
    [ "$(items a.zaak)" = '-:-:- ' ]
}

@test "a second child is asked for after the decision about the first, and not when it is closed for it" {
    {
        { seen; consulted; talked; } | sed '/^Signaal/,$s/^Betreft: kind1/&\nBetreft: kind2/'
        printf '%s\n' 'Persoon: kind2' 'Rol: kind' ''
        weighed | sed 's/^Vraag1/Betreft: kind1\n&/'
        printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-06' 'Betreft: kind1' 'Melden: nee' 'Hulp: zelf' 'Motivering: Het kan.' ''
    } >a.zaak
    [ "$(items a.zaak)" = 'Weging:-:MC401 ' ]
    [ "$(mc-step --next -f json a.zaak | jq -c '.volgende')" = '[{"soort":"Weging","code":"MC401","voor":["kind2"]}]' ]
    cp a.zaak b.zaak
    weighed | sed 's/^Weging: 1/Weging: 2/; s/^Vraag1/Betreft: kind2\n&/' >>a.zaak
    [ "$(items a.zaak)" = 'Besluit:2026-11-12:MC501 ' ]
    printf '%s\n' 'Afsluiting: 1' 'Datum: 2026-11-12' 'Betreft: kind2' 'Reden: vermoeden weggenomen' \
        'Toelichting: Niets gezien.' '' >>b.zaak
    [ "$(items b.zaak)" = '-:-:- ' ]
}

@test "the earliest first; what is wrong already and has no day is due today" {
    { seen; consulted; talked; weighed | sed 's/^Vraag2: nee/Vraag2: ja/; /^Datum/a Aard: structureel'; } |
        sed '/^Onveiligheid/d' >a.zaak
    printf '%s\n' 'Afspraak: 1' 'Datum: 2026-11-06' 'Soort: taak' 'Partij: melder' 'Wie: arts' 'Wat: bellen' \
        'Uiterlijk: 2026-11-20' 'Status: open' '' 'Afspraak: 2' 'Datum: 2026-11-06' 'Soort: taak' 'Partij: melder' \
        'Wie: arts' 'Wat: bellen' 'Uiterlijk: 2026-11-25' 'Status: open' '' >>a.zaak
    [ "$(items a.zaak)" = 'Besluit:2026-11-12:MC501 Afspraak:2026-11-20:MC608 Signaal:-:MC104 Afspraak:2026-11-25:MC608 ' ]
}

@test "an exception takes its item away; a closed case has none, and is still named" {
    { seen; consulted; talked; weighed; } >a.zaak
    printf '%s\n' 'Uitzondering: 1' 'Datum: 2026-11-10' 'Code: MC501' 'Voor: Weging 1' 'Reden: vakantie' 'Wie: teamleider' '' \
        >>a.zaak
    [ "$(items a.zaak)" = '-:-:- ' ]
    { seen; consulted; talked; weighed; } >b.zaak
    printf '%s\n' 'Afsluiting: 1' 'Datum: 2026-11-12' 'Reden: vermoeden weggenomen' 'Toelichting: Het was een val.' '' >>b.zaak
    [ "$(mc-step --next b.zaak)" = "$(printf 'a\tgesloten\t-\t-\t-')" ]
}

@test "json: a line a case, with how far it is, what is asked for and for whom" {
    {
        { seen; consulted; talked; } | sed '/^Signaal/,$s/^Betreft: kind1/&\nBetreft: kind2/'
        printf '%s\n' 'Persoon: kind2' 'Rol: kind' ''
        weighed | sed 's/^Vraag1/Betreft: kind1\n&/'
        printf '%s\n' 'Afspraak: 7' 'Datum: 2026-11-06' 'Soort: taak' 'Partij: melder' 'Wie: arts' 'Wat: bellen' \
            'Uiterlijk: 2026-11-27' 'Status: open' ''
    } >a.zaak
    mc-step --next -f json a.zaak >out
    [ "$(jq -c '[.zaak, .voortgang.stand, (.voortgang.personen | length)]' out)" = '["a","gewogen",2]' ]
    [ "$(jq -c '.volgende' out)" = '[{"soort":"Besluit","uiterlijk":"2026-11-12","code":"MC501","voor":["kind1"]},'\
'{"soort":"Afspraak","label":"7","uiterlijk":"2026-11-27","code":"MC608","voor":[]},'\
'{"soort":"Weging","code":"MC401","voor":["kind2"]}]' ]
}

@test "cases of a folder, a stream and a list of names, each in turn; sort(1) puts them by day" {
    mkdir zaken
    { seen a; consulted; talked; weighed; } >zaken/a.zaak
    seen b | sed '/^Persoon/,$d' >zaken/b.zaak
    mc-step --next zaken >of-folder
    [ "$(cut -f 1 of-folder | uniq | tr '\n' ' ')" = 'a b ' ]
    cat zaken/*.zaak | mc-step --next | diff of-folder -
    find zaken -name '*.zaak' -print0 | sort -z | mc-step --next -0 --files-from=- | diff of-folder -
    [ "$(sort -t "$(printf '\t')" -k 4,4 of-folder | tail -n 1 | cut -f 1,3,4)" = "$(printf 'a\tBesluit\t2026-11-12')" ]
}

@test "open items are no failure; what cannot be read is named, and the rest is told" {
    seen >a.zaak
    printf 'Zaak: kapot\nFormaat: 1\nKANARIE\n\n' >kapot.zaak
    run mc-step --next a.zaak
    [ "$status" -eq 0 ]
    run mc-step --next kapot.zaak a.zaak
    [ "$status" -eq 2 ]
    [ "${lines[0]}" = "kapot.zaak:3: fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]" ]
    [ "${lines[1]}" = "$(printf 'a\tsignalen\tOverleg\t-\tMC201')" ]
    [[ $output != *KANARIE* ]]
    mkdir leeg
    run mc-step --next leeg
    [ "$status" -eq 3 ]
    run mc-step --next --allow-empty leeg
    [ "$status" -eq 0 ]
}

@test "it is asked by today, and of what was recorded by then" {
    { seen; consulted; talked; weighed; } >a.zaak
    printf '%s\n' 'Uitzondering: 1' 'Datum: 2026-11-10' 'Tot: 2026-11-20' 'Code: MC501' 'Voor: Weging 1' \
        'Reden: vakantie' 'Wie: teamleider' '' >>a.zaak
    [ "$(items --today=2026-11-20 a.zaak)" = '-:-:- ' ]
    [ "$(items --today=2026-11-21 a.zaak)" = 'Besluit:2026-11-12:MC501 ' ]
    [ "$(items --as-of=2026-11-04 a.zaak)" = 'Weging:-:MC401 ' ]
}

@test "what does not go together is refused before anything is read" {
    run mc-step --next -f csv a.zaak
    [ "$status" -eq 64 ]
    run mc-step --next -F Datum=2026-11-03 a.zaak
    [ "$status" -eq 64 ]
    run mc-step -f json 1 a.zaak
    [ "$status" -eq 64 ]
}

@test "a question left open that an exception allows is asked for no more" {
    { seen; consulted; talked; weighed | sed '/^Vraag3/,/^Motivering5/d'; } >a.zaak
    [ "$(items a.zaak)" = 'Weging:-:MC402 ' ]
    printf '%s\n' 'Uitzondering: 1' 'Datum: 2026-11-10' 'Code: MC402' 'Voor: Weging 1' 'Reden: wacht' 'Wie: teamleider' '' >>a.zaak
    [ "$(items a.zaak)" = '-:-:- ' ]
}
