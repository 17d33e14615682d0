#!/usr/bin/env bats
# mc-check judges several cases at once; what it says does not depend on how many.

load lib
bats_require_minimum_version 1.5.0

# same STATUS ARGUMENT...: 1, 2, 3 and 8 at once and the default say the same bytes on both streams, all with that status.
# What one at a time says stays in `one`.
same() {
    local wanted=$1 jobs status
    shift
    for jobs in -j1 -j2 --jobs=3 -j8 -v; do
        status=0
        mc-check "$jobs" "$@" >many 2>many.err || status=$?
        [ "$jobs" != -j1 ] || cp many one
        [ "$jobs" != -j1 ] || cp many.err one.err
        [ "$jobs" != -v ] || sed -i '$d' many.err
        if ((status != wanted)) || ! diff one many || ! diff one.err many.err; then
            echo "mc-check $jobs $*: status $status, wanted $wanted"
            return 1
        fi
    done
}

@test "a thousand cases: one at a time, eight at once, a folder and a stream say the same" {
    mkdir zaken
    gen -n 1000 -w 30 -o zaken
    same 1 zaken
    [ "$(wc -l <one)" -gt 300 ]
    for format in json jsonl csv tap; do
        same 1 -f "$format" zaken
        [ "$(wc -l <one)" -gt 300 ]
    done
    # The stream: the same findings, but for file and line, and but for what only a file can have.
    find zaken -name '*.zaak' -print0 | LC_ALL=C sort -z | xargs -0 cat >stream
    mc-check zaken | sed -E 's/^[^:]*:[0-9]+: //' >of-folder || true
    mc-check stream | sed -E 's/^[^:]*:[0-9]+: //' >of-file || true
    mc-check <stream | sed -E 's/^[^:]*:[0-9]+: //' >of-stream || true
    [ -s of-folder ]
    diff of-folder of-file
    diff of-folder of-stream
}

@test "names of files with findings, without, and counts are the same" {
    mkdir zaken
    gen -n 100 -w 30 -o zaken
    for mode in -l -L -c '-0 -l'; do
        # shellcheck disable=SC2086 # two options
        same 1 $mode zaken
        [ -s one ]
    done
    same 1 -q zaken
    [ ! -s one ]
}

@test "an id that was met before is found at the second place in the order of the files" {
    mkdir zaken
    for i in $(seq 10 60); do
        printf 'Zaak: zelfde\nFormaat: 1\nKader: basis\nGeopend: 2026-11-23\nBeroepskracht: arts\n\n' >"zaken/$i.zaak"
    done
    same 1 zaken
    [ "$(grep -c 'MC013' one)" -eq 50 ]
    [ "$(grep -c 'met before, at zaken/10.zaak:1 ' one)" -eq 50 ]
    run ! grep -q '^zaken/10.zaak.*MC013' one
}

@test "an exception of MC013 holds when several are judged at once" {
    mkdir zaken
    for i in $(seq 10 30); do
        printf '%s\n' 'Zaak: zelfde' 'Formaat: 1' 'Kader: basis' 'Geopend: 2026-11-23' 'Beroepskracht: arts' '' \
            'Uitzondering: 1' 'Datum: 2026-11-23' 'Code: MC013' 'Reden: proef' 'Wie: beheer' '' >"zaken/$i.zaak"
    done
    same 1 zaken
    [ "$(grep -c MC013 one)" -eq 0 ]
    [ "$(grep -c MC901 one)" -eq 1 ]
    [[ $(grep MC901 one) == zaken/10.zaak:* ]]
}

@test "broken, large, vanished and unreadable files, a stream among them: each in its place" {
    mkdir zaken
    gen -n 40 -w 50 -o zaken
    files=(zaken/*/*.zaak)
    printf 'Zaak: kapot\nFormaat: 1\nKANARIE\n\n' >"${files[3]}"
    printf 'geen zaak\n' >"${files[5]}"
    : >"${files[7]}"
    # Larger than what is read at once: many cases in one file.
    gen -s 2 -n 100 -w 50 >"${files[9]}"
    mkfifo pijp
    gen -s 3 -n 20 -w 50 >stream
    operands=("${files[@]:0:20}" weg.zaak pijp - "${files[@]:20}")
    for jobs in 1 8; do
        status=0
        mc-check "-j$jobs" "${operands[@]}" <stream >"out.$jobs" 2>"err.$jobs" || status=$?
        [ "$status" -eq 2 ]
    done
    diff out.1 out.8
    diff err.1 err.8
    [ "$(grep -c '^-:' out.1)" -gt 0 ]
    [ "$(grep -c "^${files[9]}:" out.1)" -gt 10 ]
    [ "$(wc -l <err.1)" -eq 2 ]
    run ! grep -q KANARIE out.1 err.1
    # The order of the operands.
    cut -d: -f1 out.1 | uniq >order
    [ "$(sort order | uniq -d | wc -l)" -eq 0 ]
    for file in "${operands[@]}"; do echo "$file"; done | grep -Fxf order | diff order -
}

@test "as of a day, and of a framework that is not there, the same" {
    mkdir zaken
    gen -n 60 -w 30 -o zaken
    find zaken -name '*.zaak' | head -n 20 | xargs sed -i 's/^Kader: .*/Kader: er-is-geen/'
    same 1 zaken
    [ "$(grep -c MC016 one)" -gt 0 ]
    same 1 --as-of=2025-06-30 zaken
}

@test "--jobs takes a number" {
    for jobs in 0 -1 x 2x '' 1025; do
        run mc-check "--jobs=$jobs" x.zaak
        [ "$status" -eq 64 ]
        [ "$output" = 'mc-check: --jobs takes a number from 1 to 1024' ]
    done
}
