#!/usr/bin/env bats
# A case by its id: ID.zaak in $MC_DIR or in a folder directly below it, in all programs that take a case.

load lib
bats_require_minimum_version 1.5.0

# id FOLDER: a case of its own, started there.
started() {
    mkdir -p "$2"
    printf '%s\n' "Zaak: $1" 'Formaat: 1' 'Kader: basis' 'Geopend: 2026-11-23' 'Beroepskracht: arts' '' \
        'Persoon: kind1' 'Rol: kind' '' >"$2/$1.zaak"
}

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    export MC_DIR=$PWD/zaken
    started in-map zaken
    started in-jaar zaken/2026
    started te-diep zaken/2026/oud
    started dubbel zaken/2025
    started dubbel zaken/2026
}

@test "all programs find it in the folder and in those directly below it" {
    for id in in-map in-jaar; do
        run -0 mc-check -v "$id"
        [ "$output" = 'mc-check: zaken=1 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0' ]
        run -0 mc-export -f zaak "$id"
        [ "${lines[0]}" = "Zaak: $id" ]
        run -0 mc-step --next "$id"
        [ "${lines[0]}" = "$(printf '%s\tnieuw\tSignaal\t2026-11-30\tMC101\t-' "$id")" ]
    done
    run -0 mc-step 2 -F Met=collega -F Advies=Praten in-map
    [ "$output" = "$MC_DIR/in-map.zaak:10: Overleg: 1" ]
    run -0 mc-step 2 -F Met=collega -F Advies=Praten in-jaar
    [ "$output" = "$MC_DIR/2026/in-jaar.zaak:10: Overleg: 1" ]
}

@test "two files of that name are two too many, one deeper or none too few; the rest goes on" {
    run -2 mc-check -v dubbel in-map te-diep er-niet
    [ "${lines[0]}" = 'mc-check: dubbel: there are 2 files with this name in MC_DIR; name the one you mean' ]
    [ "${lines[1]}" = 'mc-check: te-diep: no such file, and no case with this id in MC_DIR' ]
    [ "${lines[2]}" = 'mc-check: er-niet: no such file, and no case with this id in MC_DIR' ]
    [[ ${lines[3]} == 'mc-check: zaken=1 '* ]]
    run -2 mc-step 2 -F Met=collega -F Advies=Praten dubbel
    [ "$output" = 'mc-step: dubbel: there are 2 files with this name in MC_DIR; name the one you mean' ]
    run -2 mc-export er-niet
    [ "$output" = 'mc-export: er-niet: no such file, and no case with this id in MC_DIR' ]
}

@test "what is there by that name comes first; what is no id is a path" {
    started in-map .
    mv in-map.zaak in-map
    run -1 mc-check in-map
    [[ $output == in-map:1:*MC012* ]]
    run -2 mc-check 2026/in-jaar ../zaken/x
    [ "${lines[0]}" = 'mc-check: 2026/in-jaar: No such file or directory' ]
    [ "${lines[1]}" = 'mc-check: ../zaken/x: No such file or directory' ]
}

@test "without MC_DIR an id is a path; an MC_DIR that is not there is wrong configuration" {
    run -2 env -u MC_DIR mc-check in-map
    [ "$output" = 'mc-check: in-map: No such file or directory' ]
    MC_DIR=weg run -78 mc-check in-map
    [ "$output" = 'mc-check: MC_DIR: No such file or directory' ]
    # Nothing is looked up, so it does not matter.
    MC_DIR=weg run -0 mc-check zaken/in-map.zaak
}

@test "a link, a name in a list, and a folder that may not be read" {
    ln -s ../in-map.zaak zaken/2026/link.zaak
    run -1 mc-check link
    [[ $output == "$MC_DIR/2026/link.zaak:1:"*MC012* ]]
    echo in-jaar | { run -0 mc-check -v --files-from=-; [[ $output == 'mc-check: zaken=1 '* ]]; }
    ln -s 2026 zaken/link-naar-map
    run -0 mc-check in-jaar
}
