#!/usr/bin/env bats
# mc-step --begrip: what words of the field mean, by whom, and where that was read.
# shellcheck disable=SC2016,SC2030,SC2031,SC2154 # each test is a shell of its own; run sets stderr

bats_require_minimum_version 1.5.0
load lib

share=$BATS_TEST_DIRNAME/../share

# A framework NAME of one question with words of its own.
own_kader() {
    printf '%s\n' "Kader: $1" 'Versie: 1' "Geldig: ${2:-2020-01-01}" 'Titel: Van ons' 'Eigenaar: ons team' \
        'Tekst_status: samengevat' 'Bron: ons handboek' 'Bron: de gids (Vraag 1)' '' \
        'Vraag: 1' 'Tekst: Is het nu of telkens weer onveilig?' 'Weegt: veiligheid' 'Ongunstig: ja' '' \
        'Antwoord: 1 ja' 'Uitkomst: melden' 'Norm: 1' 'Verder: einde' '' \
        'Antwoord: 1 nee' 'Uitkomst: hulp' 'Verder: einde' '' \
        'Meldnorm: 1' 'Tekst: Als het onveilig is.' ''
}

# word WORD TEXT [LINE...]: a Begrip record.
word() {
    printf 'Begrip: %s\nTekst: %s\n' "$1" "$2"
    shift 2
    (($#)) && printf '%s\n' "$@"
    echo
}

# A data folder of which the common language comes from standard input, and the frameworks from here.
data() {
    mkdir -p data/taal data/kader
    cat >data/taal/begrippen.rec
    export MC_DATA=data
}

@test "without a word they are listed, a line each, in order whatever their case" {
    mc-step --begrip >list
    [ "$(wc -l <list)" -ge 45 ]
    LC_ALL=C sort -f list | diff list -
    sort -u list | wc -l | grep -qx "$(wc -l <list)"
    # Of the common language, and of the frameworks.
    grep -qx 'Veilig Thuis' list
    grep -qx radarfunctie list
    grep -qx mantelzorgverleningscheck list
    # Every word of every framework that is shipped is there.
    sed -n 's/^Begrip: //p' "$share"/kader/*.kader "$share"/taal/begrippen.rec | LC_ALL=C sort -fu | diff list -
}

@test "a word: its definitions, each with its sources, and the frameworks that hold it" {
    { own_kader a; word gevaar 'Als iemand nu gevaar loopt.' 'Bron: handboek, bladzijde 4' 'Tekst_status: letterlijk'; } >a.kader
    { own_kader b; printf 'Begrip: gevaar\nTekst: Als iemand nu\n+ gevaar loopt.\nBron: handboek,\n+ bladzijde 4\nBron: de nieuwe druk\n\n'; } >b.kader
    { own_kader c; word Gevaar 'Als iemand nu of straks gevaar loopt.'; } >c.kader
    data < <(word gevaar 'Wat niet veilig is.' 'Tekst_status: samengevat' 'Bron: factsheet')
    export MC_KADER_PATH=.
    mc-step --begrip gevaar >said
    diff said - <<'SAID'
gevaar
  Wat niet veilig is. (samengevat)
    Bron:  factsheet

  Als iemand nu gevaar loopt.
    Bron:  handboek, bladzijde 4
    Bron:  de nieuwe druk
    Kader: a (letterlijk)
    Kader: b (samengevat)

  Als iemand nu of straks gevaar loopt. (samengevat)
    Bron:  ons handboek
    Kader: c
SAID
    # Sources that are all of a part are better than none.
    { own_kader d; word ander 'Iets anders.'; } | sed '/^Bron: ons/d' >d.kader
    mc-step --begrip ander | grep -qx '    Bron:  de gids (Vraag 1)'
    # In any case, and as several words of the command line.
    mc-step --begrip GEVAAR | diff said -
    [ "$(mc-step --begrip acute onveiligheid 2>&1)" = 'mc-step: unknown word acute onveiligheid; --begrip alone lists them' ]
    unset MC_DATA
    mc-step --begrip 'acute onveiligheid' >said
    mc-step --begrip Acute onveiligheid | diff said -
    [ "$(head -n 1 said)" = 'acute onveiligheid' ]
    grep -qx '    Kader: jeugd-en-gezin' said
}

@test "where every framework says the same they stand on one line, and no word is in it twice" {
    { own_kader a; word gevaar Nu.; word gevaar Nu.; word gevaar Straks.; } >a.kader
    { own_kader b; word gevaar Nu.; } >b.kader
    data < <(word ander x 'Tekst_status: letterlijk' 'Bron: y')
    MC_KADER_PATH=. mc-step --begrip gevaar >said
    diff said - <<'SAID'
gevaar
  Nu. (samengevat)
    Bron:  ons handboek
    Kader: a, b

  Straks. (samengevat)
    Bron:  ons handboek
    Kader: a
SAID
}

@test "what is no word by itself gives the words in which it stands" {
    mc-step --begrip onveiligheid >said
    grep -x '[^ ].*' said | diff - <(mc-step --begrip | grep -F onveiligheid)
    [ "$(grep -cx '[^ ].*' said)" -ge 4 ]
    mc-step --begrip OnVeiligheid | diff said -
    # A word by itself is that word alone.
    [ "$(mc-step --begrip melding | grep -cx '[^ ].*')" -eq 1 ]
}

@test "what is not there: the nearest word, or the way to the list, and status 1" {
    run -1 --separate-stderr mc-step --begrip afwegingkader
    [ -z "$output" ]
    [ "$stderr" = 'mc-step: unknown word afwegingkader (did you mean afwegingskader?)' ]
    says 1 'mc-step: unknown word xyzzy; --begrip alone lists them' mc-step --begrip xyzzy
    LANGUAGE="nl" says 1 'mc-step: onbekend woord xyzzy; --begrip alleen noemt ze' mc-step --begrip xyzzy
    LANGUAGE="nl" says 1 'mc-step: onbekend woord afwegingkader (bedoelde je afwegingskader?)' mc-step --begrip afwegingkader
}

@test "lines have at most 72 columns, but for an address, which is never broken" {
    local word
    mc-step --begrip | while read -r word; do mc-step --begrip "$word"; done >said
    [ "$(wc -l <said)" -gt 300 ]
    perl -CSD -ne 'chomp; print if length > 72 && !m{^ *(Bron: )? *https?://\S+$}' said >wide
    diff /dev/null wide
    run -1 grep -nE ' $|Bron:$' said
    # Every source is told whole.
    sed -n 's/^Bron: \(http[^ ]*\)$/\1/p' "$share/taal/begrippen.rec" | sort -u >sources
    [ "$(wc -l <sources)" -gt 20 ]
    grep -oFf sources said | sort -u | diff sources -
}

@test "the version in force today is asked; a framework that is none is said, and the others told" {
    { own_kader eens 2020-01-01; word eens Toen.; } | sed '/^Geldig/a Tot: 2025-12-31' >eens.kader
    { own_kader eens 2026-01-01; word eens Nu.; } >>eens.kader
    { own_kader later 2030-01-01; word eens Later.; } >later.kader
    { own_kader stuk; word eens Stuk.; echo 'geen veld'; echo; } >stuk.kader
    { own_kader wankel; word eens Wankel.; } | sed 's/^Norm: 1/Norm: 2/' >wankel.kader
    export MC_KADER_PATH=.
    run -2 --separate-stderr mc-step --begrip eens
    [ "$output" = $'eens\n  Nu. (samengevat)\n    Bron:  ons handboek\n    Kader: eens' ]
    diff - <(printf '%s\n' "$stderr") <<'SAID'
mc-step: ./stuk.kader: is no framework that can be read
mc-step: ./wankel.kader: is a framework that is not proved; mc-check on this file says why
SAID
    # One that may not be opened.
    rm stuk.kader
    chmod 000 wankel.kader
    run -2 --separate-stderr plain_user mc-step --begrip eens
    [ "$stderr" = 'mc-step: ./wankel.kader: Permission denied' ]
    chmod 600 wankel.kader
    MC_NU=2024-11-24 run -2 mc-step --begrip eens
    [[ $output == *'  Toen. (samengevat)'* ]]
}

@test "a word list that is missing or wrong ends the run before anything is told, by file and line" {
    mkdir -p data/kader
    export MC_DATA=data
    says 78 'mc-step: data/taal/begrippen.rec: No such file or directory' mc-step --begrip
    mkdir data/taal
    wrong() {
        printf '%b' "$2" >data/taal/begrippen.rec
        says 78 "data/taal/begrippen.rec:$1" mc-step --begrip || return
    }
    local good='Tekst: y\nTekst_status: letterlijk\nBron: z\n'
    wrong '1: fout: this line belongs to no word: a word begins with a line `Begrip: word` [MC003]' ''
    wrong '1: fout: this line belongs to no word: a word begins with a line `Begrip: word` [MC003]' "Tekst: x\n\nBegrip: x\n$good\n"
    wrong '1: fout: Begrip lacks Tekst, which is mandatory [MC007]' 'Begrip: x\nTekst_status: letterlijk\nBron: z\n\n'
    wrong '1: fout: Begrip lacks Tekst_status, which is mandatory [MC007]' 'Begrip: x\nTekst: y\nBron: z\n\n'
    wrong '3: fout: Begrip lacks Bron, which is mandatory [MC007]' 'Begrip: x\nTekst: y\nBron:\nTekst_status: letterlijk\n\n'
    wrong '1: fout: the label of Begrip is the word that it explains [MC007]' "Begrip:\n$good\n"
    wrong '3: fout: Tekst_status takes letterlijk, basistekst or samengevat [MC006]' 'Begrip: x\nTekst: y\nTekst_status: onbekend\nBron: z\n\n'
    wrong '3: fout: Tekst_status takes letterlijk, basistekst or samengevat [MC006]' 'Begrip: x\nTekst: y\nTekst_status: eigen\nBron: z\n\n'
    wrong '5: fout: a word takes Tekst, Tekst_status and Bron, and nothing else [MC004]' "Begrip: x\n${good}Uitleg: nee\n\n"
    wrong '6: fout: a word takes Tekst, Tekst_status and Bron, and nothing else [MC004]' "Begrip: x\n$good\nVraag: 1\nTekst: x\nWeegt: hulp\nOngunstig: nee\n\n"
    wrong '3: fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]' 'Begrip: x\nTekst: y\nz\n\n'
    # An end that may have been cut off is said, and the rest is told.
    printf '%b' "Begrip: x\n${good%\\n}" >data/taal/begrippen.rec
    run -0 --separate-stderr mc-step --begrip
    [ "$output" = x ]
    [[ $stderr == *'[MC005]' ]]
    rm data/taal/begrippen.rec
    mkdir data/taal/begrippen.rec
    says 78 'mc-step: data/taal/begrippen.rec: Is a directory' mc-step --begrip
}

@test "it stands alone" {
    local option
    for option in --next --list --template=signaal -e -i- -FTekst=x --revise=1 --wait=1; do
        says 64 'mc-step: --begrip goes with words alone' mc-step --begrip "$option" melding
    done
    says 64 'mc-step: -f, --files-from, -0, --today, --as-of and --allow-empty go with --next' mc-step --begrip -f json melding
}

@test "every word of the common language has its source; what is literal is held against the quotations" {
    # record, status, source, text on a line, TABs between.
    perl -00 -ne 's/^#.*\n//mg; s/\n\+ / /g; my ($word) = /^Begrip: (.*)/m or next; my ($text) = /^Tekst: (.*)/m;
        my ($status) = /^Tekst_status: (.*)/m; my @from = /^Bron: (.*)/mg;
        print join("\t", $word, $status, $from[0], $text), "\n"' "$share/taal/begrippen.rec" >all
    [ "$(wc -l <all)" -ge 40 ]
    [ "$(grep -c "^Begrip: " "$share/taal/begrippen.rec")" -eq "$(wc -l <all)" ]
    [ "$(cut -f 2 all | sort -u | xargs)" = 'letterlijk samengevat' ]
    awk -F '\t' '$2 == "letterlijk" { print $3 "\t" $4 }' all | LC_ALL=C sort >literal
    [ "$(wc -l <literal)" -ge 15 ]
    awk '/^= / { source = substr($0, 3); next } /^#/ || !NF { next } { print source "\t" $0 }' \
        "$BATS_TEST_DIRNAME/taal/letterlijk.txt" | LC_ALL=C sort | diff literal -
    # The terms of the factsheet.
    local term
    for term in advies melding veiligheidsbeoordeling radarfunctie kindcheck ondersteuningsgesprek disclosure meldnorm \
        afwegingskader aandachtsfunctionaris vertrouwensarts 'veilig thuis' 'acute onveiligheid' 'structurele onveiligheid' \
        veiligheidsplan terugkoppeling verwachting 'collegiale consultatie' 'eergerelateerd geweld' letselduiding dossier; do
        [ "$(mc-step --begrip "$term" | head -n 1)" != '' ] && grep -qixF "$term" <(cut -f 1 all)
    done
}

@test "what is installed finds its words, frameworks and pages where it was put" {
    local root
    root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
    # The build as it is: nothing is made anew in it, and the programs stay those of this build.
    make -s -C "$root" -o all install B="$programs" DESTDIR="$PWD/root" PREFIX=/opt/mc
    env -i "$PWD/root/opt/mc/bin/mc-step" --begrip >list
    mc-step --begrip | diff list -
    [ "$(cd root/opt/mc/share/meldcode && find . -type f | LC_ALL=C sort | xargs)" = \
        "$(cd "$share" && find ./kader ./taal ./voorbeelden -type f | LC_ALL=C sort | xargs)" ]
    [ -z "$(find root -type f ! -perm 644 ! -path '*/bin/*')" ]
    [ -s root/opt/mc/share/man/man5/kader.5 ]
    [ -s root/opt/mc/share/man/man1/mc-step.1 ]
    # Without them it says so.
    rm -r root/opt/mc/share/meldcode/taal
    run -78 env -i "$PWD/root/opt/mc/bin/mc-step" --begrip
}
