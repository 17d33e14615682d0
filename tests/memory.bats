#!/usr/bin/env bats
# Many cases and long streams, in little memory and without a leak. The cases are made by tests/bench/gen.c.
# shellcheck disable=SC2154 # programs comes from lib

bats_require_minimum_version 1.5.0
load lib

examples=$BATS_TEST_DIRNAME/../share/voorbeelden
day=--today=2026-11-24

# peak BYTES PROGRAM ARGUMENT...: the most memory in kB that the program had when so many bytes of cases had come in on
# standard input. It waits for more while the kernel is asked, so that nothing needs to be guessed; then it ends.
peak() {
    local bytes=$1 program writer status=0
    shift
    rm -f pijp
    mkfifo pijp
    "$@" <pijp >out 2>err &
    program=$!
    exec {writer}>pijp
    gen -s 7 -b "$bytes" >&"$writer"
    awk '/^VmHWM:/ { print $2 }' "/proc/$program/status"
    exec {writer}>&-
    wait "$program" || status=$?
    echo "$status" >status
    [ ! -s err ]
}

# cases BYTES: how many cases these are.
cases() {
    gen -s 7 -b "$1" | grep -c '^Zaak: '
}

@test "a stream of 64 MB passes through mc-check in less than 16 MB, and 128 bytes a case at most" {
    local small large few many
    small=$(peak 8M mc-check "$day" -)
    large=$(peak 64M mc-check "$day" -)
    few=$(cases 8M)
    many=$(cases 64M)
    echo "$few cases: $small kB; $many cases: $large kB"
    [ "$(cat status)" -eq 1 ]
    [ "$many" -gt 10000 ]
    [ "$(wc -l <out)" -gt 100 ]
    [ "$small" -gt 1000 ]
    [ "$large" -lt 16384 ]
    # Half a megabyte more for what the allocator rounds up.
    [ $((large - small)) -le $(((many - few) * 128 / 1024 + 512)) ]
}

@test "a stream of 64 MB passes through mc-export in less than 16 MB, every case of it" {
    local small large few many
    small=$(peak 8M mc-export "$day" -f jsonl -)
    large=$(peak 64M mc-export "$day" -f jsonl -)
    few=$(cases 8M)
    many=$(cases 64M)
    echo "$few cases: $small kB; $many cases: $large kB"
    [ "$(cat status)" -eq 0 ]
    [ "$(wc -l <out)" -eq "$many" ]
    [ "$small" -gt 1000 ]
    [ "$large" -lt 16384 ]
    [ $((large - small)) -le $(((many - few) * 128 / 1024 + 512)) ]
}

@test "an overview keeps half a kilobyte a case at most" {
    local small large few many
    small=$(peak 8M mc-export "$day" -d overzicht -f csv -)
    large=$(peak 64M mc-export "$day" -d overzicht -f csv -)
    few=$(cases 8M)
    many=$(cases 64M)
    echo "$few cases: $small kB; $many cases: $large kB"
    [ "$(wc -l <out)" -eq $((many + 1)) ]
    [ $((large - small)) -le $(((many - few) * 512 / 1024 + 512)) ]
}

@test "what mc-new takes back needs no more for a longer stream" {
    local large
    gen -s 7 -b 16M | mc-export -f jsonl - >alle.jsonl
    mkfifo pijp
    mc-new --from=jsonl <pijp >out &
    local program=$! writer
    exec {writer}>pijp
    cat alle.jsonl >&"$writer"
    large=$(awk '/^VmHWM:/ { print $2 }' "/proc/$program/status")
    exec {writer}>&-
    wait "$program"
    echo "$large kB"
    [ "$(grep -c '^Zaak: ' out)" -eq "$(cases 16M)" ]
    [ "$large" -lt 16384 ]
}

@test "what mc-new makes of a sheet needs no more for a longer one" {
    local large writer program
    awk 'BEGIN {
        for (i = 0; i < 700; i++) text = text "Zonder jas op school. "
        print "Zaak.Zaak,Zaak.Kader,Zaak.Geopend,Zaak.Beroepskracht,Notitie.Datum,Notitie.Tekst"
        for (i = 0; i < 3000; i++) print "T-" int(i / 2) ",basis,2026-11-02,arts,2026-11-02,\"" text "\n\""
    }' >team.csv
    mkfifo pijp
    mc-new --from=csv <pijp >out &
    program=$!
    exec {writer}>pijp
    cat team.csv >&"$writer"
    large=$(awk '/^VmHWM:/ { print $2 }' "/proc/$program/status")
    exec {writer}>&-
    wait "$program"
    echo "$large kB"
    [ "$(wc -c <team.csv)" -gt 45000000 ]
    [ "$(grep -c '^Zaak: ' out)" -eq 1500 ]
    [ "$large" -lt 16384 ]
}

@test "a folder of 2,000 cases is read whole, and says what the same cases say in a stream" {
    gen -s 7 -n 2000 -o map
    gen -s 7 -n 2000 >stroom
    ends 1 mc-check -v "$day" map >of_folder 2>counts
    ends 1 mc-check "$day" stroom >of_stream
    [[ $(cat counts) == "mc-check: zaken=2000 "* ]]
    [ "$(wc -l <of_folder)" -gt 20 ]
    # In a folder they come by name; place apart they are the same.
    diff <(sed 's/^[^ ]*: //' of_folder | sort) <(sed 's/^[^ ]*: //' of_stream | sort)
    cut -d: -f1 of_folder | LC_ALL=C sort -c
    mc-export "$day" -f jsonl map | jq -r .zaak.Zaak | sort >ids
    grep '^Zaak: ' stroom | cut -d' ' -f2 | sort | diff - ids
}

@test "two runs on the same cases print the same bytes" {
    gen -s 8 -n 300 -o map
    ends 1 mc-check "$day" map >first
    ends 1 mc-check "$day" map >second
    [ -s first ]
    cmp first second
    # Nor does it matter in which order they were made.
    mkdir there back
    find map -name '*.zaak' | LC_ALL=C sort | xargs cp -t there
    find map -name '*.zaak' | LC_ALL=C sort -r | xargs cp -t back
    diff <(mc-check "$day" there | cut -d/ -f2) <(mc-check "$day" back | cut -d/ -f2)
}

# checked COMMAND...: under valgrind, which turns an error or a leak into status 99.
checked() {
    valgrind -q --leak-check=full --show-leak-kinds=definite,possible --errors-for-leak-kinds=definite,possible \
        --error-exitcode=99 "$@"
}

@test "valgrind has nothing to say of mc-check, findings and a framework or not" {
    local file
    for file in "$examples"/*.zaak; do
        install -m 600 "$file" .
        checked mc-check "${file##*/}" 2>err
        [ ! -s err ]
    done
    gen -s 9 -n 20 -w 100 | ends 1 checked mc-check "$day" - >out 2>err
    [ -s out ]
    [ ! -s err ]
    printf 'KANARIE\n\nZaak: a\nFormaat: 1\ngeen veld\n\nZaak: b\nFormaat: 7\n' | ends 2 checked mc-check - >out 2>err
    [ "$(wc -l <out)" -eq 3 ]
    [ ! -s err ]
}

@test "valgrind has nothing to say of mc-export, in any format" {
    local format
    for format in text json jsonl csv rec zaak; do
        checked mc-export -f "$format" "$examples" >out 2>err
        [ -s out ]
        [ ! -s err ]
    done
    for format in text csv json; do
        checked mc-export -d overzicht -f "$format" "$examples" >out 2>err
        [ -s out ]
        [ ! -s err ]
    done
    for format in text json; do
        checked mc-export -d afweging -f "$format" "$examples" >out 2>err
        [ -s out ]
        [ ! -s err ]
    done
    checked mc-export -f dot "$examples/../kader/basis.kader" >out 2>err
    [ -s out ]
    [ ! -s err ]
    checked mc-export -o map/ "$examples" 2>err
    [ -s map/twee-kinderen-dossier.txt ]
    [ ! -s err ]
}

@test "valgrind has nothing to say of mc-new, started and taken over" {
    checked mc-new -k jeugd-en-gezin --id=a -F Beroepskracht=gezinsprofessional >out 2>err
    [ -s out ]
    [ ! -s err ]
    checked mc-new -d map -k basis --id=b -F Beroepskracht=arts >out 2>err
    [ -s map/2026/b.zaak ]
    [ ! -s err ]
    mc-export -f json "$examples/acute-melding.zaak" | checked mc-new --from=json >out 2>err
    cmp out "$examples/acute-melding.zaak"
    [ ! -s err ]
    printf '{"zaak":{"Zaak":"a","Zaak":"b"}}' | ends 2 checked mc-new --from=jsonl >out 2>err
    [ "$(wc -l <err)" -eq 1 ]
}

@test "valgrind has nothing to say of mc-step, on a file and as a filter" {
    mc-new -k basis --id=a -F Beroepskracht=arts >a.zaak
    checked mc-step persoon -F Persoon=kind1 -F Rol=kind a.zaak >out 2>err
    [ "$(cat out)" = "a.zaak:9: Persoon: kind1" ]
    [ ! -s err ]
    checked mc-step persoon -F Rol=ouder --revise=kind1 a.zaak >out 2>err
    [ ! -s err ]
    checked mc-step 1 -F Datum=2026-11-24 -F Betreft=kind1 -F Bron=waarneming -F 'Feit=Blauwe plek.' <a.zaak >out 2>err
    grep -qx 'Feit: Blauwe plek.' out
    [ ! -s err ]
}

@test "large files at once need little memory" {
    local program writer peak
    mkdir zaken
    for i in $(seq 10 49); do
        {
            printf '%s\n' "Zaak: $i" 'Formaat: 1' 'Kader: basis' 'Geopend: 2026-11-23' 'Beroepskracht: arts' ''
            awk 'BEGIN { for (i = 1; i <= 5300; i++) printf "Notitie: %d\nDatum: 2026-11-23\nTekst: gebeld\n\n", i }'
        } >"zaken/$i.zaak"
    done
    [ "$(wc -c <zaken/10.zaak)" -gt 200000 ]
    [ "$(wc -c <zaken/10.zaak)" -lt 262144 ]
    mkfifo pijp
    # What comes last is read when the folder was judged: then it is asked how much that took.
    mc-check -j2 zaken - <pijp >out &
    program=$!
    exec {writer}>pijp
    sed 's/^Zaak: .*/Zaak: laatste/' zaken/10.zaak >&"$writer"
    peak=$(awk '/^VmHWM:/ { print $2 }' "/proc/$program/status")
    exec {writer}>&-
    wait "$program"
    echo "$peak kB"
    [ "$(grep -c MC101 out)" -eq 0 ]
    [ "$peak" -lt 49152 ]
}

@test "no memory: one line and status 70 from all four programs, and nothing of a case in it" {
    {
        header groot
        awk 'BEGIN { for (i = 1; i <= 200000; i++) printf "Notitie: %d\nDatum: 2026-11-03\nTekst: KANARIE\n\n", i }'
    } >groot.zaak
    mc-export -f json groot.zaak >groot.json
    { echo Zaak.Zaak,Zaak.Kader,Zaak.Geopend,Zaak.Beroepskracht,Notitie.Datum,Notitie.Tekst
        awk 'BEGIN { for (i = 1; i <= 100000; i++) print "groot,basis,2026-11-02,arts,2026-11-03,KANARIE" }'; } >groot.csv
    cp groot.zaak before
    local command limit
    for command in 'mc-check -j1 groot.zaak' 'mc-check -j2 groot.zaak groot.zaak' 'mc-export -f json groot.zaak' \
        'mc-step --next groot.zaak' 'mc-step overleg -F Met=collega -F Advies=x groot.zaak' \
        'mc-new --from=json groot.json' 'mc-new --from=zaak -d zaken groot.zaak' 'mc-new --from=csv -d zaken groot.csv'; do
        for limit in 30000 60000; do
            says 70 'meldcode: out of memory' bash -c "ulimit -v $limit; $command"
        done
    done
    cmp before groot.zaak
    [ "$(find . -name '.*zaak*' -o -name '*.mc-*')" = '' ]
    [ ! -e zaken ] || [ "$(find zaken -type f)" = '' ]
}
