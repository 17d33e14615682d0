#!/usr/bin/env bats
# mc-new --from=zaak: a stream of cases becomes files again, byte for byte.
# shellcheck disable=SC2016,SC2154 # messages hold backquotes; stderr comes from run

bats_require_minimum_version 1.5.0
load lib
load import

bad_id='no valid id: it takes 1 to 64 letters, digits, `.`, `_` or `-`, and does not start with `.` or `-` [MC012]'
cut_off='no blank line after this last entry: it may have been cut off; look whether it is whole and end it with a blank line [MC005]'

@test "a folder that went through a pipe comes back to the byte" {
    cp -r "$BATS_TEST_DIRNAME/../share/voorbeelden" .
    # The year of a file is that of Geopend.
    cat voorbeelden/*.zaak | mc-new --from=zaak -d terug >paths
    [ "$(wc -l <paths)" -ge 9 ]
    local file
    for file in voorbeelden/*.zaak; do
        cmp "$file" "terug/$(sed -n 's/^Geopend: \(....\).*/\1/p' "$file" | head -n 1)/$(sed -n 's/^Zaak: //p' "$file").zaak"
    done
    cat voorbeelden/*.zaak | cmp - <(cat voorbeelden/*.zaak | mc-new --from=zaak)
}

@test "files and folders are taken like a stream" {
    mkdir -p map/onder
    header a >map/a.zaak
    header b 2025-03-03 >map/onder/b.zaak
    { header c && header d; } >los
    header nee >map/nee.txt
    answers 0 'nieuw/2026/a.zaak
nieuw/2025/b.zaak
nieuw/2026/c.zaak
nieuw/2026/d.zaak' '' mc-new --from=zaak -d nieuw map los
    cmp map/onder/b.zaak nieuw/2025/b.zaak
    cat nieuw/2026/c.zaak nieuw/2026/d.zaak | cmp - los
}

@test "comments, blank lines, CR LF, the order of fields and what is not known stay as they are" {
    printf '# bij niemand\n\nZaak: a\nGeopend: 2026-11-02\r\nFormaat: 1\r\nVreemd: x\nVreemd:\n\n\n  \n# bij a\n\nNotitie: 1\n\n# ook bij a\n' >a
    printf '\nZaak: b\n\n' >b
    cat a b | mc-new --from=zaak -d c
    sed '1,2d' a | cat - <(echo) | cmp - c/2026/a.zaak
    sed 1d b | cmp - c/0000/b.zaak
    # A byte order mark belongs to no case.
    { printf '\xef\xbb\xbf' && header e && printf '\xef\xbb\xbf' && header f; } >merk
    mc-new --from=zaak -d c merk
    cmp <(header e) c/2026/e.zaak
    cmp <(header f) c/2026/f.zaak
}

@test "every readable case is taken, findings and all, and nothing is said of them" {
    printf 'Zaak: a\nKader: sterrenkunde\nGeopend: KANARIE\nTeam: x\nTeam: y\n\nSignaal: 1 2\nDatum: gisteren\n\nVreemd:\n\n' >in
    answers 0 c/0000/a.zaak '' mc-new --from=zaak -d c in
    cmp in c/0000/a.zaak
}

@test "what is unreadable is refused with its lines, and the others are taken" {
    {
        header a
        printf 'Zaak: b\nFormaat: 1\nKANARIE\nTeam:KANARIE\nTeam: KAN\x1bARIE\nTeam: KANARIE\\\n\n'
        printf 'Zaak: c\nFormaat: 2\nTeam: KANARIE\n\n'
        printf 'Zaak: d\nTeam: %0300000d\n\n' 0
        printf 'Zaak: -KANARIE\nFormaat: 1\n\n'
        header e
    } >in
    answers 2 'c/2026/a.zaak
c/2026/e.zaak' "in:9: fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]
in:10: fout: a space belongs behind the colon [MC001]
in:11: fout: this line holds bytes that are not UTF-8, or a control or direction character; retype it [MC002]
in:12: fout: this line ends in a backslash, which would join the next line to it: put a space behind it [MC001]
in:15: fout: Formaat takes 1 [MC006]
in:19: fout: this value is longer than 256 KiB [MC017]
in:21: fout: $bad_id
mc-new: zaken=6 geweigerd=4" mc-new -v --from=zaak -d c in
    [ "$(find c -type f | wc -l)" -eq 2 ]
    { header a && printf 'Zaak: a b\n\n'; } >in
    answers 1 "$(header a)" "in:7: fout: $bad_id" mc-new --from=zaak in
}

@test "text before the first case is told once, and the cases are taken" {
    { printf '# opmerking\n\nKANARIE: 1\nKANARIE\n\n' && header a && header b; } >in
    answers 2 'c/2026/a.zaak
c/2026/b.zaak' 'in:3: fout: text before the first line `Zaak:`; it belongs to no case [MC003]' mc-new --from=zaak -d c in
    printf 'KANARIE\n' >in
    says 2 'in:1: fout: text before the first line `Zaak:`; it belongs to no case [MC003]' mc-new --from=zaak in
}

@test "a case that may have been cut off is taken as it is, and that is said" {
    header b >whole
    printf 'Zaak: a\nGeopend: 2026-11-02\n\nNotitie: 1\nTekst: een\n' >torn
    answers 0 'c/2026/a.zaak
c/2026/b.zaak' "torn:4: waarschuwing: $cut_off" mc-new --from=zaak -d c torn whole
    cmp torn c/2026/a.zaak
    # mc-step would refuse it, as said.
    run ! mc-step notitie -F Tekst=x c/2026/a.zaak
    # A case that runs on into the next in one stream has lost its blank line too.
    answers 0 'd/2026/a.zaak
d/2026/b.zaak' "-:4: waarschuwing: $cut_off" mc-new --from=zaak -d d < <(cat torn whole)
    cmp torn d/2026/a.zaak
}

@test "on standard output a case that breaks off within a line does not run into the next" {
    printf 'Zaak: a\nFormaat: 1\n\nNotitie: 1\nTekst: half' >torn
    header b >whole
    mc-new --from=zaak torn whole >out 2>err
    { cat torn && echo && cat whole; } | cmp - out
    mc-new --from=zaak torn >out 2>err
    cmp torn out
    # And what was cut off remains so.
    mc-new --from=zaak torn whole 2>/dev/null | ends 1 mc-check -C MC005 - >found
    [ "$(cut -d: -f1-2 found)" = "-:4" ]
}

@test "an id that comes twice or is there already is refused, whatever its bytes; the others go on" {
    mkdir -p c/1999
    header oud >c/1999/oud.zaak
    { header a && header oud && header a 2025-01-01 && header b; } >in
    answers 1 'c/2026/a.zaak
c/2026/b.zaak' 'in:7: fout: the id of this case was met before, at c/1999/oud.zaak:1 [MC013]
in:13: fout: the id of this case was met before, at c/2026/a.zaak:1 [MC013]' mc-new --from=zaak -d c in
    cmp <(header oud) c/1999/oud.zaak
    cmp <(header a) c/2026/a.zaak
}

@test "no case: 3 for standard input and an empty folder, and for a named file MC003 and 2" {
    : >leeg
    mkdir map
    says 3 '' mc-new --from=zaak </dev/null
    says 3 '' mc-new --from=zaak map
    says 0 '' mc-new --from=zaak --allow-empty map
    says 2 'leeg:1: fout: there is no case in this file [MC003]' mc-new --from=zaak leeg
}

@test "an error of reading is told, and what was whole before it is there" {
    header a >in
    run -2 --separate-stderr mc-new --from=zaak -d c in /proc/self/mem
    [ "$output" = c/2026/a.zaak ]
    [[ $stderr == "mc-new: /proc/self/mem: Input/output error" ]]
}

# ---- a dry run ----

@test "-n prints the paths that would be made, and makes nothing" {
    { header a && header b 2025-03-03; } >in
    answers 0 'c/2026/a.zaak
c/2025/b.zaak' '' mc-new --from=zaak -n -d c in
    [ ! -e c ]
    says 0 '' mc-new --from=zaak --dry-run in
    { printf '{"zaak":{"Zaak":"a","Geopend":"2026-11-02"}}'; } >in.json
    says 0 c/2026/a.zaak mc-new --from=json -n -d c in.json
    [ ! -e c ]
}

@test "-n says what the real run says, with its status" {
    local status_dry=0 status_real=0
    mkdir -p c/1999
    header oud >c/1999/oud.zaak
    { header a && header oud && header a 2025-01-01 && printf 'Zaak: x\nKANARIE\n\nZaak: y z\n\n' && header b && printf 'Zaak: los\n'; } >in
    find c >before
    mc-new -v --from=zaak -n -d c in niet-hier >dry.out 2>dry.err || status_dry=$?
    find c | cmp before -
    mc-new -v --from=zaak -d c in niet-hier >real.out 2>real.err || status_real=$?
    [ "$status_dry" -eq 2 ]
    [ "$status_dry" = "$status_real" ]
    diff dry.out real.out
    diff dry.err real.err
    [ "$(wc -l <real.out)" -eq 3 ]
    [ "$(grep -c MC013 dry.err)" -eq 2 ]
}

@test "-n tells where no file could be made" {
    header a >in
    : >bestand
    says 73 'mc-new: bestand/2026/a.zaak: Not a directory; nothing was written' mc-new --from=zaak -n -d bestand in
    says 73 'mc-new: bestand/2026/a.zaak: Not a directory; nothing was written' mc-new --from=zaak -d bestand in
    # A folder that may not be written to.
    says 73 'mc-new: dicht/2026/a.zaak: Permission denied; nothing was written' env ASAN_OPTIONS=detect_leaks=0 \
        strace -qq -o calls -e trace=faccessat2 -e inject=faccessat2:error=EACCES mc-new --from=zaak -n -d dicht in
    [ ! -e dicht ]
    # To put on disk what is made in a folder it is read.
    grep -q 'R_OK|W_OK|X_OK' calls
    # A link to a folder that is not there makes none.
    mkdir d
    ln -s elders d/2026
    says 73 'mc-new: d/2026/a.zaak: Not a directory; nothing was written' mc-new --from=zaak -n -d d in
    says 73 'mc-new: d/2026/a.zaak: Not a directory; nothing was written' mc-new --from=zaak -d d in
}
