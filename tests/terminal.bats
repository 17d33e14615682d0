#!/usr/bin/env bats
# What differs on a terminal: colour, progress; and --show-text, which quotes the case.

load lib
bats_require_minimum_version 1.5.0

advies() {
    printf '%s\n' 'Zaak: a' 'Formaat: 1' 'Kader: basis' 'Geopend: 2026-11-23' 'Beroepskracht: arts' 'KANARIE: KANARIE' '' >a.zaak
}

unreadable() {
    printf 'Zaak: a\nFormaat: 1\nKAN\x01ARIE \xe2\x80\xae\n\n' >a.zaak
}

# on_terminal COMMAND: what it writes to a terminal, standard output and error, CR LF as LF.
on_terminal() {
    terminal "$1" | tr -d '\r'
}

red=$'\033[1;31mfout\033[0m'
cyan=$'\033[36madvies\033[0m'

@test "a level has its colour on a terminal, and nowhere else" {
    advies
    export TERM=xterm
    unset NO_COLOR
    [[ $(on_terminal 'mc-check a.zaak') == "a.zaak:6: $cyan: "*' [MC004]' ]]
    [[ $(mc-check a.zaak) == 'a.zaak:6: advies: '* ]]
    [[ $(NO_COLOR=1 on_terminal 'mc-check a.zaak') == 'a.zaak:6: advies: '* ]]
    [[ $(TERM=dumb on_terminal 'mc-check a.zaak') == 'a.zaak:6: advies: '* ]]
    [[ $(on_terminal 'mc-check --color=never a.zaak') == 'a.zaak:6: advies: '* ]]
    [[ $(NO_COLOR=1 mc-check --color=always a.zaak) == "a.zaak:6: $cyan: "* ]]
    # Other formats are data.
    for format in json jsonl csv tap; do
        run mc-check --color=always -f "$format" a.zaak
        [[ $output != *$'\033'* ]]
    done
}

@test "what cannot be read has its colour in all programs that read cases" {
    unreadable
    for command in 'mc-check' 'mc-export' 'mc-step --next'; do
        read -ra program <<<"$command"
        run -2 "${program[@]}" --color=always a.zaak
        [[ $output == *"a.zaak:3: $red: "* ]]
        run -2 "${program[@]}" a.zaak
        [[ $output == *'a.zaak:3: fout: '* ]]
    done
}

@test "--show-text quotes the line of the case, and nothing else does" {
    advies
    run -0 mc-check --show-text a.zaak
    [ "${#lines[@]}" -eq 2 ]
    [ "${lines[1]}" = '    KANARIE: KANARIE' ]
    run -0 mc-check a.zaak
    [[ $output != *KANARIE* ]]
    # In a stream the line counts from the begin of the stream.
    { printf 'Zaak: eerder\nFormaat: 1\nKader: basis\nGeopend: 2026-11-23\nBeroepskracht: arts\n\n'; cat a.zaak; } >stream
    run -0 mc-check --show-text - <stream
    [[ ${lines[0]} == -:12:* ]]
    [ "${lines[1]}" = '    KANARIE: KANARIE' ]
    unreadable
    for command in 'mc-check' 'mc-export' 'mc-step --next'; do
        read -ra program <<<"$command"
        run -2 "${program[@]}" --show-text a.zaak
        # What a terminal would obey is shown, and not obeyed.
        [[ $output == *$'\n''    KAN\x01ARIE \xE2\x80\xAE'* ]]
        run -2 "${program[@]}" a.zaak
        [[ $output != *KAN* ]]
    done
    # Text before the first case belongs to no case, and is not quoted.
    printf 'KANARIE\n' >geen.zaak
    run -2 mc-check --show-text geen.zaak
    [ "${#lines[@]}" -eq 1 ]
}

@test "progress: how many files and cases are done, and it is taken away at the end" {
    mkdir map
    for i in {1..20}; do sed "s/^Zaak: .*/Zaak: z$i/; /KANARIE/d" <(advies; cat a.zaak) >"map/z$i.zaak"; done
    run -0 --separate-stderr mc-check --progress=always map
    [ -z "$output" ]
    # What takes the line before it away.
    local gone=$'\r\033\\[K' line='1 of 20 files, 1 cases, [0-9]+ a second, [0-9]+ s left'
    [[ $stderr =~ ^$gone$line ]]
    [[ $stderr == *$'\r\033[K' ]]
    run -0 --separate-stderr mc-export --progress=always -f zaak - <map/z1.zaak
    line='1 cases, [0-9]+ a second'
    [[ $stderr =~ ^$gone$line$gone$ ]]
    run -0 env LANGUAGE=nl mc-check --progress=always map
    [[ $output == *' van 20 bestanden, '* ]]
    # A message does not stand behind it.
    mkfifo pijp
    run -2 --separate-stderr mc-check --progress=always map pijp
    [[ $stderr == *$'\033[K'"mc-check: pijp: "* ]]
}

@test "no progress within a second, where nobody looks, or when it is not wanted" {
    advies
    [[ $(on_terminal 'mc-check --color=never a.zaak >out') == '' ]]
    run -0 --separate-stderr mc-check a.zaak
    [ -z "$stderr" ]
    # It is there after a second, on a terminal, when standard output is none.
    cat >slow <<'SLOW'
{ cat a.zaak; sleep 1.2; sed 's/^Zaak: a/Zaak: b/' a.zaak; sed 's/^Zaak: a/Zaak: c/' a.zaak; } | mc-check "$@" >out
SLOW
    [[ $(on_terminal 'bash slow') == *' cases, '*' a second'* ]]
    [[ $(on_terminal 'bash slow --progress=never') == '' ]]
    bash slow 2>err
    [ ! -s err ]
}

@test "--color and --progress take auto, always or never" {
    for option in --color --progress; do
        run -64 mc-check "$option=soms" x.zaak
        [[ $output == *": $option takes auto, always or never" ]]
    done
}

@test "--show-text takes no longer for a case with many findings than its length asks for" {
    {
        printf 'Zaak: a\nFormaat: 1\nKader: basis\nGeopend: 2026-11-23\nBeroepskracht: arts\n\n'
        awk 'BEGIN { for (i = 1; i <= 40000; i++) printf "Notitie: %d\nDatum: 2026-11-23\nTekst: gebeld\nKleur: %d\n\n", i, i }'
    } >a.zaak
    run -0 timeout 20 mc-check --show-text a.zaak
    [ "${#lines[@]}" -eq 80000 ]
    [ "${lines[1]}" = '    Kleur: 1' ]
    [ "${lines[79999]}" = '    Kleur: 40000' ]
    sed 's/^Kleur: .*/Kleur/' a.zaak >kapot.zaak
    run -2 timeout 20 mc-check --show-text kapot.zaak
    [ "${lines[1]}" = '    Kleur' ]
    run -2 timeout 20 mc-step --next --show-text kapot.zaak
    [ "${lines[1]}" = '    Kleur' ]
}

@test "the line that --show-text quotes is of its own case, also where cases are as long and findings go back" {
    for id in a b; do
        printf '%s\n' "Zaak: $id" 'Formaat: 1' 'Kader: basis' 'Geopend: 2026-11-23' 'Beroepskracht: arts' "Kleur: $id" ''
    done >stream
    run -0 mc-check --show-text stream
    [ "${lines[1]}" = '    Kleur: a' ]
    [ "${lines[3]}" = '    Kleur: b' ]
    head -n 7 stream >a.zaak
    tail -n 7 stream >b.zaak
    run -0 mc-check -j1 --show-text a.zaak b.zaak
    [ "${lines[1]}" = '    Kleur: a' ]
    [ "${lines[3]}" = '    Kleur: b' ]
}
