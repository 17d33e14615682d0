#!/usr/bin/env bats
# `make bench`, small: what it measures with measures what it says, and it fails when a program does. Not how fast.
# shellcheck disable=SC2030,SC2031,SC2154 # each test has its own TMPDIR; programs comes from lib

bats_require_minimum_version 1.5.0
load lib

bench=$BATS_TEST_DIRNAME/bench/bench

@test "the limit reads each byte that mc-check reads: its lines are those of wc" {
    gen -n 300 -o map
    gen -n 300 >stroom
    local lines
    lines=$(wc -l <stroom)
    [ "$(limit map)" = "$lines 0" ]
    [ "$(limit -j 3 map)" = "$lines 0" ]
    [ "$(limit <stroom)" = "$lines 0" ]
    # What is not well-formed, over the edge of what is read at once too: Unicode's own examples, and beside them.
    printf '\n\xC0\xAF\xE0\x9F\xBF\xED\xA0\x80\xF4\x90\x80\x80\xFF\n' >map/a.zaak
    printf '\xE2\x82\xAC\xC3\xA9\xF0\x9F\x99\x82\xED\x9F\xBF\xF4\x8F\xBF\xBF\n' >map/b.zaak
    printf 'half: \xE2\x82' >map/c.zaak
    [ "$(limit map)" = "$((lines + 3)) 14" ]
    perl -e 'print "a" x (256 * 1024 - 1), "\xE2\x82\xAC\n"' >lang
    [ "$(limit <lang)" = "1 0" ]
}

@test "it reads the files in the order in which mc-check does, and the same ones" {
    gen -n 100 -o map
    mkdir map/2025.d map/.weg
    printf 'Zaak: x\n' | tee map/2025.d/x.zaak map/.weg/y.zaak map/.z.zaak map/x.txt >map/2025.zaak
    # read_by COMMAND...: in this order.
    read_by() {
        strace -qq -o spoor -e trace=openat "$@" >/dev/null || true
        grep -o '[^"/]*\.zaak"' spoor
    }
    read_by limit map >limit.names
    read_by mc-check -j1 map >check.names
    [ "$(wc -l <limit.names)" -eq 102 ]
    diff limit.names check.names
}

@test "meter tells time, memory and status of what it ran" {
    meter -n 3 tijden sh -c 'sleep 0.1; exit 3'
    meter tijden sh -c 'kill -9 $$'
    awk 'NR == 1 && $1 < 0.3 && $2 >= 0.3 && $3 > 500 && $4 == 3 { good++ }
        NR == 2 && $4 == 137 { good++ }
        END { exit good != 2 }' tijden
    run -2 meter tijden ./niet-hier
    [ "$(wc -l <tijden)" -eq 2 ]
}

@test "bench prints a row for all it ran, and leaves nothing" {
    local row
    export TMPDIR=$PWD/tmp
    mkdir tmp
    CASES=40 ROUNDS=2 run -0 --separate-stderr "$bench"
    [[ ${lines[0]} == "40 cases, "*" bytes; 2 rounds in turn, medians. "* ]]
    for row in 'limit ' 'limit again ' 'mc-check ' 'mc-check .*- ' 'mc-export .*jsonl - ' 'locale and catalogue' \
        'mc-check acute-melding.zaak' 'jq -c' 'recfix --check'; do
        grep -qE "^  $row.* [0-9]+\.[0-9]{3} +[0-9]+\.[0-9]{3} +[1-9][0-9]*\.[0-9]" <<<"$output" ||
            { echo "$row"; return 1; }
    done
    [ "$(ls -A tmp)" = "" ]
}

@test "bench fails when a program does, and leaves nothing" {
    export TMPDIR=$PWD/tmp
    mkdir tmp programs
    CASES=veel run -64 "$bench"
    ln -s "$programs"/* programs
    rm programs/mc-export
    # It works while the cases are made, and not afterwards.
    cat >programs/mc-export <<'END'
#!/bin/sh
[ "$1" != --help ] || exit 0
[ ! -e "$TMPDIR/been" ] || exit 2
: >"$TMPDIR/been"
END
    chmod +x programs/mc-export
    MC_BUILD=$PWD/programs CASES=5 ROUNDS=1 run -1 --separate-stderr "$bench"
    [ -z "$output" ]
    [ "$stderr" = "export-s: exit status 2" ]
    [ "$(ls -A tmp)" = been ]
}
