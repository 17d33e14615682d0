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
    mc-step --next "$@" | cut -f 3-5 | tr '\t\n' ': '
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
    [ "$(mc-step --next -f json a.zaak | jq -c '.volgende')" = \
        '[{"soort":"Weging","code":"MC401","vraagt":"vraag 1 Vermoeden","voor":["kind2"]}]' ]
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
    [ "$(mc-step --next b.zaak)" = "$(printf 'a\tgesloten\t-\t-\t-\t-')" ]
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
'{"soort":"Weging","code":"MC401","vraagt":"vraag 1 Vermoeden","voor":["kind2"]}]' ]
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
    [ "${lines[1]}" = "$(printf 'a\tsignalen\tOverleg\t-\tMC201\tcollega | aandachtsfunctionaris | Veilig Thuis')" ]
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

# ---- what the framework asks ----

# The kind and the last column of every line.
asks() {
    mc-step --next "$@" | cut -f 3,6 | tr '\t\n' ':,'
}

# What json says that the framework asks now.
questions() {
    mc-step --next -f json "$@" | jq -c '.kader.vragen | map([.vraag, .kort, .weegt, .voor, .uiterlijk])'
}

# A second child, and what is recorded about the first alone.
of_two() {
    { seen; consulted; talked; } | sed '/^Signaal/,$s/^Betreft: kind1/&\nBetreft: kind2/'
    printf '%s\n' 'Persoon: kind2' 'Rol: kind' ''
}

helped() {
    weighed | sed '/^Vraag5/d; /^Motivering5/d'
    printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-06' 'Melden: nee' 'Hulp: zelf' 'Motivering: Het kan.' 'Evalueren: 2026-12-21' ''
}

@test "step by step the last column says what the framework asks: whom to consult, which question" {
    seen >a.zaak
    local whom='collega | aandachtsfunctionaris | Veilig Thuis'
    [ "$(asks a.zaak)" = "Overleg:$whom,Overleg:$whom,Gesprek:-,Weging:vraag 1 Vermoeden," ]
    consulted >>a.zaak
    [ "$(asks a.zaak)" = 'Gesprek:-,Weging:vraag 1 Vermoeden,' ]
    talked >>a.zaak
    weighed | sed '/^Vraag3/,/^Motivering5/d' >>a.zaak
    [ "$(asks a.zaak)" = 'Weging:vraag 3 Hulp,' ]
    weighed | sed 's/^Weging: 1/Weging: 2/' >>a.zaak
    [ "$(asks a.zaak)" = 'Besluit:-,' ]
    # Unsafe without Aard, which goes with the safety answer.
    weighed | sed 's/^Weging: 1/Weging: 3/; s/^Vraag2: nee/Vraag2: ja/' >>a.zaak
    [ "$(asks a.zaak)" = 'Besluit:-,Weging:vraag 2 Veiligheid,' ]
}

# A framework of two questions, without Kort, of which step 2 has two lines.
own_kader() {
    printf '%s\n' "Kader: ${1:-eigen}" 'Versie: 1' "Geldig: ${2:-2020-01-01}" 'Titel: Van ons' 'Eigenaar: ons team' \
        'Tekst_status: samengevat' 'Bron: ons handboek' 'Verplicht: collega|aandachtsfunctionaris' \
        'Verplicht: Veilig Thuis | vertrouwensarts' '' \
        'Vraag: 4' 'Tekst: Is het nu of telkens weer onveilig?' 'Weegt: veiligheid' 'Ongunstig: ja' '' \
        'Antwoord: 4 ja' 'Uitkomst: melden' 'Norm: 1' 'Verder: einde' '' \
        'Antwoord: 4 nee' 'Verder: 2' '' \
        'Vraag: 2' "Kort: Passende$(printf '\t')hulp" 'Tekst: Kunnen wij helpen?' 'Weegt: hulp' 'Ongunstig: nee' '' \
        'Antwoord: 2 ja' 'Uitkomst: hulp' 'Verder: einde' '' \
        'Antwoord: 2 nee' 'Uitkomst: melden' 'Norm: 1' 'Verder: einde' '' \
        'Meldnorm: 1' 'Tekst: Als het onveilig is.' ''
}

@test "a framework of one's own asks its own: lines of Verplicht still open, a question without Kort, a TAB in a text" {
    own_kader >eigen.kader
    seen a eigen >a.zaak
    [ "$(asks eigen.kader a.zaak | cut -d , -f 1,4)" = \
        'Overleg:collega | aandachtsfunctionaris; Veilig Thuis | vertrouwensarts,Weging:vraag 4' ]
    consulted | sed '/^Overleg: 2/,$d' >>a.zaak
    [ "$(asks eigen.kader a.zaak)" = 'Overleg:Veilig Thuis | vertrouwensarts,Gesprek:-,Weging:vraag 4,' ]
    talked >>a.zaak
    printf '%s\n' 'Weging: 1' 'Datum: 2026-11-05' 'Vraag4: nee' 'Motivering4: Veilig.' '' >>a.zaak
    [ "$(asks eigen.kader a.zaak)" = 'Overleg:Veilig Thuis | vertrouwensarts,Weging:vraag 2 Passende hulp,' ]
    [ "$(questions eigen.kader a.zaak)" = '[[2,"Passende\thulp","hulp",[],null]]' ] ||
        [ "$(questions eigen.kader a.zaak)" = '[[2,"Passende\thulp","hulp",["kind1"],null]]' ]
}

@test "in json: the question that the framework asks, with its text, its step and what it weighs" {
    seen >a.zaak
    mc-step --next -f json a.zaak >out
    [ "$(jq -c '.kader | [.naam, .versie, (.vragen | length), (.vragen[0] | keys_unsorted)]' out)" = \
        '["basis","2019-01-01",1,["vraag","kort","tekst","stap","weegt","voor"]]' ]
    [ "$(jq -r '.kader.vragen[0].tekst' out | tr '\n' ' ')" = \
        'Heb ik op basis van de stappen 1 tot en met 4 van de meldcode een vermoeden van (dreiging van) huiselijk geweld en/of kindermishandeling? ' ]
    # A case that counts as one names nobody.
    seen | sed '/^Persoon/,$d' >b.zaak
    [ "$(questions b.zaak)" = '[[1,"Vermoeden","vermoeden",[],null]]' ]
}

@test "while help runs the result question is asked, by the day that was planned" {
    { seen; consulted; talked; helped; } >a.zaak
    [ "$(items a.zaak)" = '-:-:- ' ]
    [ "$(questions a.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-21"]]' ]
    # Passed, and nothing came of it.
    [ "$(questions --today=2026-12-28 a.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-21"]]' ]
    printf '%s\n' 'Evaluatie: 1' 'Datum: 2026-12-18' 'Resultaat: te vroeg' 'Onveiligheid: gestopt' 'Volgende: 2027-02-01' '' >>a.zaak
    # The day of the Besluit is still to come, and then over.
    [ "$(questions --today=2026-12-18 a.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-21"]]' ]
    [ "$(questions --today=2026-12-28 a.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2027-02-01"]]' ]
    # A Besluit after it plans anew.
    cp a.zaak b.zaak
    printf '%s\n' 'Besluit: 2' 'Datum: 2026-12-20' 'Melden: nee' 'Hulp: georganiseerd' 'Motivering: Het kan.' 'Evalueren: 2026-12-28' '' >>b.zaak
    [ "$(questions --today=2027-01-04 b.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-28"]]' ]
    # Answered.
    printf '%s\n' 'Weging: 2' 'Datum: 2027-02-01' 'Bouwt_op: 1' 'Vraag5: ja' 'Motivering5: De hulp werkt.' '' >>a.zaak
    [ "$(questions --today=2027-02-01 a.zaak)" = '[]' ]
}

@test "without help, before there is a Besluit, and without a planned day" {
    { seen; consulted; talked; helped | sed '/^Besluit/,$d'; } >a.zaak
    [ "$(questions a.zaak)" = '[]' ]
    helped | sed '1,/^$/d; s/^Hulp: .*/Hulp: nee/' >>a.zaak
    [ "$(questions a.zaak)" = '[]' ]
    { seen; consulted; talked; helped | sed '/^Evalueren/d'; } >b.zaak
    [ "$(questions b.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],null]]' ]
}

@test "two children: each is asked the question where the weighing of each stops; who is closed is asked nothing" {
    { of_two; helped | sed 's/^\(Weging\|Besluit\): 1/&\nBetreft: kind1/'; } >a.zaak
    [ "$(questions a.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-21"],[1,"Vermoeden","vermoeden",["kind2"],null]]' ]
    # The same by the same day is one question.
    { of_two; helped; } >b.zaak
    [ "$(questions b.zaak)" = '[[5,"Resultaat","resultaat",["kind1","kind2"],"2026-12-21"]]' ]
    # Not by the same day: two.
    {
        of_two
        helped | sed 's/^\(Weging\|Besluit\): 1/&\nBetreft: kind1/'
        helped | sed 's/^\(Weging\|Besluit\): 1/\1: 2\nBetreft: kind2/; s/2026-12-21/2026-12-14/'
    } >c.zaak
    [ "$(questions c.zaak)" = '[[5,"Resultaat","resultaat",["kind2"],"2026-12-14"],[5,"Resultaat","resultaat",["kind1"],"2026-12-21"]]' ]
    printf '%s\n' 'Afsluiting: 1' 'Datum: 2026-11-20' 'Betreft: kind2' 'Reden: vermoeden weggenomen' 'Motivering: Niets gezien.' '' |
        tee -a a.zaak >>c.zaak
    [ "$(questions a.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-21"]]' ]
    [ "$(questions c.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-21"]]' ]
    printf '%s\n' 'Afsluiting: 2' 'Datum: 2026-11-20' 'Reden: hulp voldoende' 'Motivering: Klaar.' 'Volgen: de wijkagent' '' >>a.zaak
    [ "$(questions a.zaak)" = '[]' ]
}

@test "questions behind an unsafe answer are asked together with Veilig Thuis" {
    { seen; consulted; talked; weighed | sed 's/^Vraag2: nee/Vraag2: ja/; /^Datum/a Aard: structureel' | sed '/^Vraag3/,/^Motivering5/d'; } >a.zaak
    [ "$(mc-step --next -f json a.zaak | jq -c '.kader.vragen | map([.vraag, .samen])')" = '[[3,"Veilig Thuis"]]' ]
    [ "$(asks a.zaak | cut -d , -f 1)" = 'Besluit:-' ]
    # Not of another child, who is asked the same question.
    {
        of_two
        weighed | sed 's/^Vraag2: nee/Vraag2: ja/; s/^Datum.*/&\nBetreft: kind1\nAard: structureel/; /^Vraag3/,/^Motivering5/d'
        weighed | sed 's/^Weging: 1/Weging: 2\nBetreft: kind2/; /^Vraag3/,/^Motivering5/d'
    } >b.zaak
    [ "$(mc-step --next -f json b.zaak | jq -c '.kader.vragen | map([.vraag, .samen, .voor])')" = '[[3,null,["kind2"]],[3,"Veilig Thuis",["kind1"]]]' ]
    # Nor by another framework, in which nothing was answered yet.
    {
        seen; consulted; talked
        helped | sed 's/^Vraag2: nee/Vraag2: ja\nAard: structureel/'
        printf '%s\n' 'Wijziging: 1' 'Datum: 2026-11-16' 'Reden: ander kader' 'Kader: onderwijs' ''
    } >c.zaak
    [ "$(mc-step --next -f json c.zaak | jq -c '.kader.vragen | map([.vraag, .samen])')" = '[[5,null]]' ]
    [ "$(sed '/^Wijziging/,$d' c.zaak | mc-step --next -f json | jq -c '.kader.vragen | map([.vraag, .samen])')" = '[[5,"Veilig Thuis"]]' ]
}

@test "whom to consult is said where that is asked, and not with a Besluit or for another rule" {
    { seen | sed 's/^Beroepskracht/Aandachtsfunctionaris: M. de Groot\n&/'; talked; weighed; } >a.zaak
    printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-06' 'Melden: nee' 'Hulp: zelf' 'Motivering: Het kan.' '' \
        'Overleg: 1' 'Datum: 2026-11-20' 'Met: leidinggevende' 'Advies: Praten.' '' >>a.zaak
    mc-step --next a.zaak | cut -f 3,5,6 >said
    diff said - <<<$'Besluit\tMC201\t-\nOverleg\tMC202\t-\nOverleg\tMC203\tcollega | aandachtsfunctionaris | Veilig Thuis'
}

@test "halfway to another framework: what is undecided begins there anew, help that runs is asked its result" {
    own_kader >eigen.kader
    { seen; consulted; talked; weighed | sed '/^Vraag3/,/^Motivering5/d'; } >a.zaak
    printf '%s\n' 'Wijziging: 1' 'Datum: 2026-11-16' 'Reden: ander kader' 'Kader: eigen' '' >wijziging
    cat a.zaak wijziging >b.zaak
    [ "$(asks a.zaak)" = 'Weging:vraag 3 Hulp,' ]
    [ "$(asks eigen.kader b.zaak)" = 'Weging:vraag 4,' ]
    # Decided by its own framework: nothing is asked anew.
    { seen; consulted; talked; weighed; cat wijziging; } >c.zaak
    [ "$(questions eigen.kader c.zaak)" = '[]' ]
    { seen; consulted; talked; helped; sed 's/eigen/onderwijs/' wijziging; } >d.zaak
    [ "$(mc-step --next -f json d.zaak | jq -r '.kader.naam')" = onderwijs ]
    [ "$(questions d.zaak)" = '[[5,"Resultaat","resultaat",["kind1"],"2026-12-21"]]' ]
    # One that does not weigh a result.
    { seen; consulted; talked; helped; cat wijziging; } >e.zaak
    [ "$(questions eigen.kader e.zaak)" = '[]' ]
}

@test "a framework that does not judge today asks nothing, and says why" {
    export MC_KADER_PATH=kaders
    mkdir kaders
    own_kader later 2030-01-01 >kaders/later.kader
    { own_kader stuk; echo 'geen veld'; echo; } >kaders/stuk.kader
    own_kader wankel | sed '/^Antwoord: 2 nee/,$d' >kaders/wankel.kader
    local kader
    for kader in later stuk wankel weg; do
        seen "$kader" "$kader" >"$kader.zaak"
        asks "$kader.zaak" | tr ',' '\n' | grep -v ':-$' >asked || true
        diff /dev/null asked
        mc-step --next -f json "$kader.zaak" | jq -c '.kader'
    done >said
    diff said - <<'SAID'
{"toestand":"niet in kracht","naam":"later"}
{"toestand":"onleesbaar","naam":"stuk"}
{"toestand":"niet bewezen","naam":"wankel"}
{"toestand":"ontbreekt","naam":"weg"}
SAID
    # What is no name of a framework is not repeated.
    seen fout 'Fam. KANARIE' >fout.zaak
    [ "$(mc-step --next -f json fout.zaak | jq -c '.kader')" = '{"toestand":"ontbreekt"}' ]
}

@test "the weighing that a Besluit names is asked what it lacks, also behind a later one that is whole" {
    { seen; consulted; talked; weighed | sed '/^Vraag3/,/^Motivering5/d'; weighed | sed 's/^Weging: 1/Weging: 2/'; } >a.zaak
    printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-06' 'Weging: 1' 'Melden: nee' 'Hulp: zelf' 'Motivering: Het kan.' '' >>a.zaak
    [ "$(asks a.zaak)" = 'Besluit:-,Weging:vraag 3 Hulp,' ]
    [ "$(questions a.zaak)" = '[]' ]
}

@test "of who is no subject of a signal nothing is asked" {
    { seen; consulted; talked; weighed; printf '%s\n' 'Persoon: ouder1' 'Rol: ouder' ''; } >a.zaak
    printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-06' 'Betreft: kind1' 'Betreft: ouder1' 'Melden: nee' 'Hulp: zelf' 'Motivering: Het kan.' '' >>a.zaak
    [ "$(questions a.zaak)" = '[]' ]
}
