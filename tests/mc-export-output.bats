#!/usr/bin/env bats
# mc-export -o: into a file, or a folder with a file a case; the old file or the new one, whole.

bats_require_minimum_version 1.5.0
load lib

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    cp -r "$BATS_TEST_DIRNAME/../share/voorbeelden" zaken
}

# refused STATUS TEXT OPTION...: with that status and message; standard output stays empty.
refused() {
    local status_got=0
    mc-export "${@:3}" >out 2>err || status_got=$?
    [ ! -s out ]
    diff err <(printf 'mc-export: %s\n' "$2")
    [ "$status_got" -eq "$1" ]
}

@test "with a file it holds all cases, byte for byte what standard output would" {
    local format
    for format in text json jsonl csv rec zaak; do
        mc-export -f "$format" zaken >wanted
        mc-export -f "$format" -o got zaken >out
        [ ! -s out ]
        cmp wanted got
    done
    [ "$(find . -name '.*.mc-*')" = "" ]
}

@test "a new file is for nobody else, whatever the umask and what was there" {
    umask 000
    mc-export -o uit.txt zaken
    [ "$(stat -c %a uit.txt)" = 600 ]
    chmod 666 uit.txt
    mc-export -o uit.txt zaken
    [ "$(stat -c %a uit.txt)" = 600 ]
    mc-export -o map/ zaken
    [ "$(stat -c %a map map/*.txt | sort -u | xargs)" = "600 700" ]
}

@test "with a folder each case is a file of its own, named after id, purpose and format" {
    mkdir uit
    local format extension
    for format in text json jsonl csv rec zaak; do
        extension=$format
        [ "$format" != text ] || extension=txt
        mc-export -f "$format" -o uit zaken >out
        [ ! -s out ]
        [ "$(find uit -name "*-dossier.$extension" | wc -l)" -eq 9 ]
        for file in zaken/*.zaak; do
            id=${file#zaken/}
            mc-export -f "$format" "$file" | cmp - "uit/${id%.zaak}-dossier.$extension"
        done
    done
    [ "$(find uit -type f | wc -l)" -eq 54 ]
    mc-export -f csv -t gesprek -o uit/ zaken
    mc-export -f csv -t gesprek zaken/twee-kinderen.zaak | cmp - uit/twee-kinderen-dossier.csv
}

@test "a folder that is not there is made when its name ends in a slash; a file's folder is not" {
    mc-export -o een/twee// zaken
    [ "$(find een/twee -name '*-dossier.txt' | wc -l)" -eq 9 ]
    refused 73 "drie/uit.txt: No such file or directory" -o drie/uit.txt zaken
    [ ! -e drie ]
    refused 73 "zaken/twee-kinderen.zaak/: Not a directory" -o zaken/twee-kinderen.zaak/ zaken
}

@test "- is standard output, and the last -o counts" {
    mc-export -f json -o uit.json -o - zaken >out
    [ "$(jq length out)" -eq 9 ]
    [ ! -e uit.json ]
}

@test "text has its default width, also when standard output is a terminal" {
    terminal "mc-export -o uit.txt zaken" >/dev/null
    mc-export zaken | cmp - uit.txt
}

@test "never over a case that is read, a device, a pipe or a folder" {
    local why="is a link, pipe, device or socket; nothing is put in its place"
    cp zaken/twee-kinderen.zaak before
    mkfifo pijp
    ln -s nergens los
    refused 73 "zaken/twee-kinderen.zaak: is one of the files to be exported; nothing is put in its place" \
        -o zaken/twee-kinderen.zaak zaken
    ln zaken/twee-kinderen.zaak ook
    refused 73 "ook: is one of the files to be exported; nothing is put in its place" -f zaak -o ook zaken
    refused 73 "/dev/null: $why" -o /dev/null zaken
    refused 73 "pijp: $why" -o pijp zaken
    refused 73 "los: No such file or directory" -o los zaken
    cmp before zaken/twee-kinderen.zaak
    [ -c /dev/null ]
    [ -p pijp ]
    # Standard input is read too.
    status=0
    ln before input
    mc-export -o before <input 2>err || status=$?
    [ "$status" -eq 73 ]
    cmp before zaken/twee-kinderen.zaak
}

@test "in a folder neither: the others are written" {
    mkdir uit
    ln -s ../zaken/twee-kinderen.zaak uit/twee-kinderen-dossier.zaak
    mkdir uit/overdracht-dossier.zaak
    cp zaken/acute-melding.zaak acute-melding-dossier.zaak
    mv acute-melding-dossier.zaak uit
    cp uit/acute-melding-dossier.zaak before
    status=0
    rm zaken/acute-melding.zaak
    mc-export -f zaak -o uit zaken uit/acute-melding-dossier.zaak 2>err || status=$?
    [ "$status" -eq 73 ]
    diff err - <<'ERR'
mc-export: uit/overdracht-dossier.zaak: Is a directory
mc-export: uit/twee-kinderen-dossier.zaak: is a link, pipe, device or socket; nothing is put in its place
mc-export: uit/acute-melding-dossier.zaak: is one of the files to be exported; nothing is put in its place
ERR
    [ -L uit/twee-kinderen-dossier.zaak ]
    cmp before uit/acute-melding-dossier.zaak
    [ "$(find uit -type f | wc -l)" -eq 7 ]
}

@test "an id is looked at before it becomes a path, and is not shown" {
    mkdir uit
    {
        header ../KANARIE
        header .KANARIE
        header KANARIE/x
        header -KANARIE
        header ''
        header goed
    } >in.zaak
    status=0
    mc-export -o uit in.zaak 2>err || status=$?
    [ "$status" -eq 73 ]
    [ "$(find . -name '*KANARIE*' | wc -l)" -eq 0 ]
    [ "$(ls -A uit)" = goed-dossier.txt ]
    for line in 1 7 13 19 25; do
        echo "mc-export: in.zaak: line $line: no file can be named after this id; the case is left out"
    done | diff err -
    # In one file they are cases as the others.
    mc-export -f jsonl -o uit.jsonl in.zaak
    [ "$(wc -l <uit.jsonl)" -eq 6 ]
}

@test "of two cases with one id the first has the file, and the other is said" {
    header a >een.zaak
    { header b && header a | sed 's/arts/KANARIE/'; } >twee.zaak
    status=0
    mc-export -o uit/ een.zaak twee.zaak 2>err || status=$?
    [ "$status" -eq 73 ]
    [ "$(cat err)" = "mc-export: twee.zaak: line 7: a case with this id was met before; this one is left out" ]
    [ "$(echo uit/*)" = "uit/a-dossier.txt uit/b-dossier.txt" ]
    mc-export een.zaak | cmp - uit/a-dossier.txt
}

@test "what is unreadable is said, the rest is put in place" {
    printf 'Zaak: kapot\nFormaat: 1\nKANARIE\n\n' >zaken/kapot.zaak
    status=0
    mc-export -f jsonl -o uit.jsonl zaken 2>err || status=$?
    [ "$status" -eq 2 ]
    [ "$(wc -l <uit.jsonl)" -eq 9 ]
    [ "$(grep -c '\[MC001\]$' err)" -eq 1 ]
}

@test "where no case was met the file of before stays, unless that is fine" {
    mkdir leeg
    echo eerder >uit.json
    status=0
    mc-export -f json -o uit.json leeg || status=$?
    [ "$status" -eq 3 ]
    [ "$(cat uit.json)" = eerder ]
    status=0
    mc-export -f json -o uit.json niet-hier 2>/dev/null || status=$?
    [ "$status" -eq 2 ]
    [ "$(cat uit.json)" = eerder ]
    mc-export -f json --allow-empty -o uit.json leeg
    [ "$(cat uit.json)" = "[]" ]
}

@test "a disk that is full leaves the old file whole, says so, and the status is 74" {
    echo eerder >uit.txt
    # A limit on the size of a file is an error of writing, as a full disk is.
    (ulimit -f 8 && refused 74 "uit.txt: File too large; what was there still is" -o uit.txt zaken)
    [ "$(cat uit.txt)" = eerder ]
    mkdir map
    header klein >klein.zaak
    status=0
    (ulimit -f 8 && mc-export -o map zaken klein.zaak 2>err) || status=$?
    [ "$status" -eq 74 ]
    grep -qx 'mc-export: map/twee-kinderen-dossier.txt: File too large; what was there still is' err
    [ ! -e map/twee-kinderen-dossier.txt ]
    [ -s map/klein-dossier.txt ]
    [ "$(find . -name '.*.mc-*')" = "" ]
}

@test "a signal in the middle leaves the old file, and nothing else" {
    local signal pipe
    echo eerder >uit.txt
    for signal in TERM INT HUP KILL; do
        mkfifo pijp
        env --default-signal mc-export -o uit.txt - <pijp 2>err &
        exec {pipe}>pijp
        cat zaken/*.zaak >&"$pipe"
        kill -s "$signal" $!
        status=0
        wait $! || status=$?
        exec {pipe}>&-
        rm pijp
        [ "$status" -eq $((128 + $(kill -l "$signal"))) ]
        [ "$(cat uit.txt)" = eerder ]
        [ "$(find . -name '.*.mc-*')" = "" ]
    done
}

@test "nothing of a case is read when the output cannot be opened" {
    printf 'Zaak: kapot\nFormaat: 1\nKANARIE\n\n' >kapot.zaak
    refused 73 "nergens/x: No such file or directory" -o nergens/x kapot.zaak
    # Usage comes before: no file is made.
    run -64 mc-export -f onzin -o nieuw.txt zaken
    [ ! -e nieuw.txt ]
}
