#!/usr/bin/env bats
# mc-check: which files are read, what is printed of them, and the exit status. What each rule finds: regels.bats.
# shellcheck disable=SC2154 # programs and stderr come from lib and run

bats_require_minimum_version 1.5.0
load lib

examples=$BATS_FILE_TMPDIR/voorbeelden

# The shipped cases as they should lie: for nobody else to read.
setup_file() {
    mkdir "$BATS_FILE_TMPDIR/voorbeelden"
    install -m 600 "$BATS_TEST_DIRNAME"/../share/voorbeelden/*.zaak "$BATS_FILE_TMPDIR/voorbeelden"
}

# good ID: a case that nothing can be said of, yet.
good() {
    printf 'Zaak: %s\nFormaat: 1\nKader: basis\nGeopend: 2026-11-23\nBeroepskracht: arts\n%b\n' "$1" "${2-}"
}

# One finding: on line 6 an advies, on line 1 a waarschuwing (the name of the file), on line 8 a fout.
advies_case() {
    good "$1" 'Vreemd: 1\n'
}

fout_case() {
    good "$1" '\nNotitie: 1\nDatum: 2026-11-31\nTekst: Gebeld.\n'
}

unreadable_case() {
    printf 'Zaak: %s\nFormaat: 1\ngeen veld\n\n' "$1"
}

# places: of each finding its file and line.
places() {
    cut -d: -f1,2 | xargs
}

@test "nothing to say is nothing printed and status 0" {
    good a >a.zaak
    run -0 --separate-stderr mc-check a.zaak "$examples"
    [ -z "$output" ]
    [ -z "$stderr" ]
}

@test "a finding is one line: file, line, level, text, code" {
    fout_case a >a.zaak
    run -1 --separate-stderr mc-check a.zaak
    [ "$output" = "a.zaak:8: fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008]" ]
    [ -z "$stderr" ]
}

# ---- operands ----

@test "operands are read in the order given; a named file whatever its name, but a finding says so" {
    fout_case b >b.zaak
    fout_case a >a.txt
    mkdir map
    fout_case c >map/c.zaak
    [ "$(mc-check map b.zaak a.txt | places)" = "map/c.zaak:8 b.zaak:8 a.txt:1 a.txt:8" ]
    [ "$(mc-check a.txt map b.zaak | places)" = "a.txt:1 a.txt:8 map/c.zaak:8 b.zaak:8" ]
}

@test "a folder is walked: nested, sorted as find does, names with a dot in front passed over" {
    mkdir -p map/diep/dieper map/.verborgen map/a.zaak.d
    local file
    for file in map/Z.zaak map/a.zaak map/diep/b.zaak map/diep/dieper/c.zaak map/diep-er.zaak map/é.zaak \
        map/a.zaak.d/d.zaak map/.e.zaak map/.verborgen/f.zaak map/g.txt map/h.zaak~; do
        fout_case id >"$file"
    done
    mc-check map | grep -F '[MC008]' | cut -d: -f1 >got
    find map -name '*.zaak' -not -path '*/.*' | LC_ALL=C sort | diff - got
    [ "$(wc -l <got)" -eq 7 ]
    # With a slash behind it, and from within.
    [ "$(mc-check map/ | grep -c '^map/.*\[MC008\]$')" -eq 7 ]
    (cd map && [ "$(mc-check . | grep -c '^\./.*\[MC008\]$')" -eq 7 ])
}

@test "a link to a file is followed, a link to a folder is not, a folder that holds itself ends" {
    mkdir -p map/onder elders
    fout_case a >elders/a.zaak
    fout_case b >elders/b.zaak
    ln -s ../elders/a.zaak map/a.zaak
    ln -s ../elders map/elders
    ln -s .. map/onder/terug
    [ "$(timeout 10 mc-check map | places)" = "map/a.zaak:8" ]
    # A link among the operands is what it leads to.
    ln -s elders wijzer
    [ "$(mc-check wijzer | places)" = "wijzer/a.zaak:8 wijzer/b.zaak:8" ]
}

@test "a link that leads nowhere is said, and the rest is read" {
    mkdir map
    fout_case b >map/b.zaak
    ln -s nergens map/a.zaak
    run -2 --separate-stderr mc-check map
    [ "$(places <<<"$output")" = "map/b.zaak:8" ]
    [ "$stderr" = "mc-check: map/a.zaak: No such file or directory" ]
}

@test "a file that is reached twice is read once" {
    mkdir map
    fout_case a >map/a.zaak
    ln map/a.zaak map/b.zaak
    ln -s a.zaak map/c.zaak
    [ "$(mc-check map/a.zaak map ./map/b.zaak map/c.zaak | places)" = "map/a.zaak:8" ]
}

@test "an id that was met before is said in the second file, with the place of the first" {
    mkdir een twee
    good a >een/a.zaak
    good a >twee/a.zaak
    run -1 mc-check een twee
    [ "$output" = "twee/a.zaak:1: fout: the id of this case was met before, at een/a.zaak:1 [MC013]" ]
}

@test "standard input is - and what is read without operands; it may stand between files" {
    fout_case a >a.zaak
    fout_case b >b.zaak
    fout_case c >c.zaak
    [ "$(mc-check <b.zaak | places)" = "-:8" ]
    [ "$(mc-check - <b.zaak | places)" = "-:8" ]
    [ "$(mc-check /dev/stdin <b.zaak | places)" = "-:8" ]
    [ "$(mc-check a.zaak - c.zaak <b.zaak | places)" = "a.zaak:8 -:8 c.zaak:8" ]
    [ "$(mc-check a.zaak <b.zaak | places)" = "a.zaak:8" ]
    [ "$(mc-check /dev/fd/9 9<b.zaak | places)" = "/dev/fd/9:8" ]
    [ "$(cat a.zaak b.zaak | mc-check | places)" = "-:8 -:18" ]
}

@test "without operands on a terminal it says what to give" {
    ends 64 terminal mc-check >said
    grep -qF 'mc-check: name a file or a folder, or give a case on standard input' said
}

@test "a stream is cases one after another, each judged for itself, the unreadable too" {
    { good a && unreadable_case b && fout_case c && advies_case d; } >stroom
    run -2 --separate-stderr mc-check -v - <stroom
    [ "$(places <<<"$output")" = "-:9 -:18 -:26" ]
    [ "$stderr" = "mc-check: zaken=4 fout=2 waarschuwing=0 advies=1 uitgezonderd=0 onleesbaar=1" ]
}

@test "findings come by line, and on one line by code" {
    good a '\nBesluit: 1\nMelden: ja\nHulp: nee\nMotivering: Zie dossier.\nVreemd: 1' >b.zaak
    run -1 mc-check b.zaak
    [ "$(sed -E 's/^[^:]*:([0-9]+):.*\[(.*)\]$/\1 \2/' <<<"$output")" = "$(sed -E 's/^[^:]*:([0-9]+):.*\[(.*)\]$/\1 \2/' <<<"$output" | sort -k1,1n -k2,2)" ]
    [ "$(places <<<"$output" | wc -w)" -ge 4 ]
    [ "$(head -n 1 <<<"$output" | grep -o 'MC...')" = MC012 ]
}

@test "one bad operand never stops the rest" {
    fout_case a >a.zaak
    fout_case z >z.zaak
    mkfifo pijp
    run -2 --separate-stderr timeout 10 mc-check niet-hier a.zaak pijp /dev/null z.zaak niet/hier
    [ "$(places <<<"$output")" = "a.zaak:8 z.zaak:8" ]
    diff - <(echo "$stderr") <<'ERR'
mc-check: niet-hier: No such file or directory
mc-check: pijp: is a pipe, device or socket; read it through standard input
mc-check: /dev/null: is a pipe, device or socket; read it through standard input
mc-check: niet/hier: No such file or directory
ERR
}

@test "a pipe, device or socket in a folder is passed over, and nothing hangs" {
    mkdir map
    mkfifo map/pijp.zaak
    perl -MSocket -e 'socket(my $s, PF_UNIX, SOCK_STREAM, 0); bind($s, pack_sockaddr_un("map/s.zaak")) or die'
    ln -s /dev/zero map/nul.zaak
    fout_case a >map/a.zaak
    run -1 --separate-stderr timeout 10 mc-check map
    [ "$(places <<<"$output")" = "map/a.zaak:8" ]
    [ -z "$stderr" ]
    run -2 timeout 10 mc-check map/s.zaak map/nul.zaak
    [ "${#lines[@]}" -eq 2 ]
}

@test "a pipe is read when it is standard input or open already" {
    fout_case a >a.zaak
    [ "$(mc-check <(cat a.zaak) | places)" = "$(mc-check <(cat a.zaak) | cut -d: -f1):8" ]
    [ "$(mc-check - < <(cat a.zaak) | places)" = "-:8" ]
}

@test "a file that vanishes after it was named is said, and the rest is read" {
    fout_case a >a.zaak
    fout_case b >b.zaak
    mkfifo pijp
    # More files before it than are read ahead.
    for i in {1..8}; do good "goed$i" >"goed$i.zaak"; done
    mc-check -j1 - goed?.zaak a.zaak b.zaak <pijp >out 2>err &
    local program=$! status=0
    exec {writer}>pijp
    # Once it reads standard input, the names have been collected.
    for _ in {1..100}; do
        grep -q pipe "/proc/$program/wchan" 2>/dev/null && break
        sleep 0.05
    done
    rm a.zaak
    good c >&"$writer"
    exec {writer}>&-
    wait "$program" || status=$?
    [ "$status" -eq 2 ]
    [ "$(places <out)" = "b.zaak:8" ]
    [ "$(cat err)" = "mc-check: a.zaak: No such file or directory" ]
}

@test "a file or folder that may not be read is said, and the rest is read" {
    mkdir -p map/dicht
    fout_case a >map/a.zaak
    fout_case c >map/c.zaak
    good b >map/dicht/b.zaak
    chmod 000 map/dicht map/c.zaak
    run -2 --separate-stderr plain_user "$programs/mc-check" map
    chmod 700 map/dicht
    [ "$(places <<<"$output")" = "map/a.zaak:8" ]
    diff - <(echo "$stderr") <<'ERR'
mc-check: map/c.zaak: Permission denied
mc-check: map/dicht: Permission denied
ERR
}

@test "names of files are shown with control bytes and ill-formed UTF-8 as \\xHH" {
    local name=$'a\x01\tb\nc\x1b[31m\xff\x7f é.zaak'
    fout_case a >"$name"
    run -1 mc-check "$name"
    [ "${lines[0]%%: waarschuwing*}" = 'a\x01\x09b\x0Ac\x1B[31m\xFF\x7F é.zaak:1' ]
    [ "${#lines[@]}" -eq 2 ]
    run -2 mc-check $'weg\x07\xc3\x28'
    [ "$output" = 'mc-check: weg\x07\xC3(: No such file or directory' ]
}

@test "options may stand behind operands; -- ends them" {
    fout_case -v >-v.zaak
    good a >a.zaak
    run -0 --separate-stderr mc-check a.zaak -v
    [ "$stderr" = "mc-check: zaken=1 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0" ]
    run -1 mc-check -- -v.zaak
    [ "$(cut -d: -f1 <<<"$output" | sort -u)" = "-v.zaak" ]
}

# ---- exit status ----

@test "1: findings at or above the fail level, each level" {
    # fails CASE LEVEL...: the status for advies, waarschuwing, fout, nooit and without the option.
    fails() {
        local file=$1 level status got=
        for level in advies waarschuwing fout nooit; do
            status=0
            mc-check --fail-level="$level" "$file" >/dev/null || status=$?
            got+="$status "
        done
        status=0
        mc-check "$file" >/dev/null || status=$?
        [ "$got$status" = "$2" ] || { echo "$file: $got$status"; return 1; }
    }
    good goed >goed.zaak
    advies_case advies >advies.zaak
    good elders >waarschuwing.zaak
    fout_case fout >fout.zaak
    unreadable_case onleesbaar >onleesbaar.zaak
    fails goed.zaak '0 0 0 0 0'
    fails advies.zaak '1 0 0 0 0'
    fails waarschuwing.zaak '1 1 0 0 1'
    fails fout.zaak '1 1 1 0 1'
    fails onleesbaar.zaak '2 2 2 2 2'
}

@test "-s hides what is below a level, does not count it and does not fail on it" {
    # shown LEVEL: codes, and the counts of -v.
    shown() {
        mc-check --fail-level=nooit -v -s "$1" b.zaak 2>err | grep -o 'MC...' | xargs
        grep -o 'fout=.* u' err
    }
    good a 'Vreemd: 1\n\nNotitie: 1\nDatum: 2026-11-31\nTekst: Gebeld.\n' >b.zaak
    [ "$(shown advies)" = $'MC012 MC004 MC008\nfout=1 waarschuwing=1 advies=1 u' ]
    [ "$(shown waarschuwing)" = $'MC012 MC008\nfout=1 waarschuwing=1 advies=0 u' ]
    [ "$(shown FOUT)" = $'MC008\nfout=1 waarschuwing=0 advies=0 u' ]
    good elders >waarschuwing.zaak
    run -0 mc-check --fail-level=advies --severity=fout waarschuwing.zaak
    [ -z "$output" ]
    # The last counts.
    run -1 mc-check -s fout -s advies waarschuwing.zaak
}

@test "2: what could not be opened, read or parsed, a named file without a case too" {
    : >leeg.zaak
    printf 'zomaar tekst\n' >tekst.zaak
    run -2 mc-check niet-hier
    run -2 mc-check leeg.zaak
    [[ $output == "leeg.zaak:1: fout: "*" [MC003]" ]]
    run -2 mc-check tekst.zaak
    [[ $output == "tekst.zaak:1: fout: "*" [MC003]" ]]
}

@test "2 goes over 1, and is not 3" {
    fout_case a >a.zaak
    run -2 mc-check a.zaak niet-hier
    run -2 mc-check --allow-empty niet-hier
}

@test "3: no case at all and nothing wrong; with --allow-empty 0; both silent" {
    mkdir -p leeg/ook
    echo geen >leeg/ook/zaak.txt
    run -3 mc-check leeg
    [ -z "$output" ]
    run -3 mc-check </dev/null
    [ -z "$output" ]
    run -0 mc-check --allow-empty leeg - </dev/null
    [ -z "$output" ]
}

@test "64: a wrong option; nothing is read, and the nearest is named" {
    # usage MESSAGE ARGUMENT...
    usage() {
        local said=$1
        shift
        run -64 --separate-stderr mc-check "$@" a.zaak
        [ -z "$output" ]
        [ "$stderr" = "mc-check: $said" ] || { echo "$* says $stderr"; return 1; }
    }
    fout_case a >a.zaak
    usage 'unknown option --severiti (did you mean --severity?)' --severiti=fout
    usage 'unknown option --fail-levle (did you mean --fail-level?)' --fail-levle fout
    usage 'unknown option --iets-anders; --help lists what there is' --iets-anders
    usage 'unknown option -x; --help lists what there is' -x
    usage 'unknown option -x; --help lists what there is' -vx
    usage '--severity: unknown level waarschuwng (did you mean waarschuwing?)' -s waarschuwng
    usage '--severity takes advies, waarschuwing or fout' --severity=nooit
    usage '--fail-level takes advies, waarschuwing or fout, or nooit' --fail-level=iets
    usage '--today takes a day: JJJJ-MM-DD' --today=2026-02-30
    usage '--today takes a day: JJJJ-MM-DD' --today=gisteren
    usage '--as-of takes a day: JJJJ-MM-DD' --as-of=2026-11-24T10:00:00+01:00
    usage '--verbose=3 takes no value' --verbose=3
    run -64 mc-check a.zaak -s
    [ "$output" = "mc-check: -s needs NIVEAU" ]
    run -64 env MC_NU=nu mc-check a.zaak
    [ "$output" = "mc-check: MC_NU takes JJJJ-MM-DD, or RFC 3339 with seconds and offset" ]
}

@test "74: findings that cannot be written are not lost in silence" {
    fout_case a >a.zaak
    run -74 bash -c 'mc-check a.zaak niet-hier >/dev/full'
    [ "${lines[1]}" = "mc-check: standard output: No space left on device" ]
    run -74 bash -c 'mc-check a.zaak >&-'
    run -74 bash -c 'mc-check --help >/dev/full'
    # Nothing to write is nothing lost.
    good b >b.zaak
    run -0 bash -c 'mc-check b.zaak >/dev/full'
}

@test "a closed pipe ends it quietly" {
    local i statuses
    for i in {1..1500}; do fout_case "z$i"; done >stroom
    set +e
    mc-check stroom 2>err | head -n 1 >/dev/null
    statuses=("${PIPESTATUS[@]}")
    set -e
    [ "${statuses[0]}" -eq $((128 + 13)) ]
    [ ! -s err ]
}

@test "a closed pipe ends it, and not the end of the input, also where SIGPIPE was ignored" {
    for i in {1..300}; do fout_case "z$i"; done >stroom
    # A reader that is gone, and an input that never ends.
    # shellcheck disable=SC2016 # expanded by the shell within
    run -0 timeout 20 bash -c 'trap "" PIPE; while cat stroom; do :; done 2>/dev/null | mc-check - | head -n 1; exit "$((PIPESTATUS[1] - 141))"'
    [[ ${lines[0]} == -:* ]]
}

@test "a file that could not be read to its end is not one without findings" {
    [ -r /proc/self/mem ] || return
    run -2 --separate-stderr mc-check -L /proc/self/mem
    [ -z "$output" ]
    [[ $stderr == 'mc-check: /proc/self/mem: '* ]]
}

@test "tap: a name of a file cannot excuse its findings" {
    fout_case a >'a # TODO b.zaak'
    run -1 mc-check -f tap 'a # TODO b.zaak'
    [ "${lines[-2]}" = 'not ok 1 - a \# TODO b.zaak:1' ]
    fout_case a >'a \# TODO b.zaak'
    run -1 mc-check -f tap 'a \# TODO b.zaak'
    [ "${lines[-2]}" = 'not ok 1 - a \\\# TODO b.zaak:1' ]
}

# ---- counts, help, version ----

@test "-v is one line on standard error, findings or not" {
    mkdir map
    good a >map/a.zaak
    fout_case b >map/b.zaak
    advies_case c >map/c.zaak
    unreadable_case d >map/d.zaak
    good e >map/f.zaak
    run -2 --separate-stderr mc-check --verbose map
    [ "$stderr" = "mc-check: zaken=5 fout=2 waarschuwing=1 advies=1 uitgezonderd=0 onleesbaar=1" ]
    [ "$(wc -l <<<"$output")" -eq 4 ]
    run -3 --separate-stderr mc-check -v </dev/null
    [ "$stderr" = "mc-check: zaken=0 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0" ]
}

@test "--help is the table of options in one screen of 80 columns" {
    run -0 --separate-stderr mc-check --help
    [ -z "$stderr" ]
    [ "${#lines[@]}" -le 24 ]
    [ "$(awk 'length > 80' <<<"$output")" = "" ]
    [ "${lines[0]}" = "usage: mc-check [OPTION...] [FILE|FOLDER|-]..." ]
    sed -nE 's/^  (.{26}).*/\1/p' <<<"$output" | sed 's/ *$//' >options
    diff - options <<'OPTIONS'
-s, --severity=NIVEAU
    --fail-level=NIVEAU
-f, --format=FORMAT
-C, --only=CODE,...
-X, --except=CODE,...
-l, --files-with-findings
-L, --files-without-findin
-c, --count
-q, --quiet
-j, --jobs=N
    --explain=CODE,...
    --list-rules
    --files-from=FILE
-0, --null
    --show-text
    --color=WHEN; --progre
    --today=JJJJ-MM-DD
    --as-of=JJJJ-MM-DD
    --allow-empty
-v, --verbose
-h, --help; -V, --version
OPTIONS
    # Each of them is taken, by its whole name.
    good a >a.zaak
    run -0 mc-check --files-without-findings a.zaak
    [ "$output" = a.zaak ]
    run -0 mc-check --severity=fout --fail-level=fout --today=2026-11-24 --as-of=2026-11-24 --allow-empty --verbose a.zaak
    [ "$(mc-check -h)" = "$(mc-check --help)" ]
}

@test "--version says what it is" {
    run -0 --separate-stderr mc-check --version
    [[ $output =~ ^mc-check\ \(meldcode-tools\)\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
    [ "$(mc-check -V)" = "$output" ]
}

# ---- the day ----

@test "--today is the day to judge by; without it the clock's" {
    printf 'Zaak: a\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n' >a.zaak
    # A case without a Signaal is said from the sixth working day on: Tuesday the tenth.
    run -0 mc-check --today=2026-11-09 a.zaak
    [ -z "$output" ]
    run -1 mc-check --today=2026-11-10 a.zaak
    [[ $output == "a.zaak:1: waarschuwing: "*" [MC101]" ]]
    MC_NU=2026-11-09 run -0 mc-check a.zaak
    MC_NU=2026-11-10T00:00:00+01:00 run -1 mc-check a.zaak
}

@test "--as-of leaves out what was recorded later, and is the day to judge by" {
    {
        printf 'Zaak: a\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n'
        printf 'Persoon: kind1\nRol: kind\n\nSignaal: 1\nDatum: 2026-11-02\nBetreft: kind1\nBron: waarneming\n'
        printf 'Feit: Blauwe plek.\nVastgelegd: 2026-11-23T10:00:00+01:00\n\n'
    } >a.zaak
    run -0 mc-check a.zaak
    run -1 mc-check --as-of=2026-11-22 a.zaak
    [[ $output == "a.zaak:1: waarschuwing: "*" [MC101]" ]]
    run -0 mc-check --as-of=2026-11-09 a.zaak
    run -0 mc-check --as-of=2026-11-22 --today=2026-11-09 a.zaak
    # A case that was opened later is not there.
    run -3 mc-check --as-of=2026-11-01 a.zaak
}

# ---- frameworks ----

framework() {
    sed 's/^Kader: basis$/Kader: proef/' "$BATS_TEST_DIRNAME/../share/kader/basis.kader"
}

@test "a framework among the operands serves the run; alone it is no case and no failure" {
    good a | sed 's/basis/proef/' >a.zaak
    framework >proef.kader
    run -1 mc-check a.zaak
    [[ $output == "a.zaak:3: fout: Kader names a framework that is not there"*" [MC016]" ]]
    run -0 mc-check a.zaak proef.kader
    [ -z "$output" ]
    run -0 mc-check proef.kader a.zaak
    run -0 mc-check proef.kader
    [ -z "$output" ]
}

@test "a framework that cannot be read is said, and the cases are judged" {
    fout_case a >a.zaak
    printf 'Kader: stuk\nVersie 1\n\n' >stuk.kader
    run -2 --separate-stderr mc-check stuk.kader a.zaak weg.kader
    [ "${lines[0]}" = 'stuk.kader:2: fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]' ]
    [ "$(places <<<"${lines[1]}")" = "a.zaak:8" ]
    [ "${#lines[@]}" = 2 ]
    [ "$stderr" = 'mc-check: weg.kader: No such file or directory' ]
}

@test "MC_KADER_PATH names folders with frameworks, before the installed ones" {
    mkdir een twee
    good a | sed 's/basis/proef/' >a.zaak
    framework >twee/proef.kader
    MC_KADER_PATH=een:twee run -0 mc-check a.zaak
    MC_KADER_PATH=:een::twee: run -0 mc-check a.zaak
    MC_KADER_PATH=een:nergens run -1 mc-check a.zaak
    # One that is not in force goes before the installed one.
    good b >b.zaak
    sed 's/^Geldig: .*/Geldig: 2199-01-01/' "$BATS_TEST_DIRNAME/../share/kader/basis.kader" >een/basis.kader
    MC_KADER_PATH=een run -1 mc-check b.zaak
    [[ $output == *" [MC016]" ]]
}

@test "with cron's empty environment it says the same" {
    fout_case a >a.zaak
    [ "$(env -i "$programs/mc-check" --today=2026-11-24 a.zaak "$examples" 2>&1)" = "$(mc-check a.zaak)" ]
    run -0 env -i "$programs/mc-check" --today=2026-11-24 "$examples"
    [ -z "$output" ]
}

# ---- personal text ----

# For each line of the examples a case in which its value is another word; each name of a field likewise.
canaries() {
    perl -e '
        my $n = 0;
        for my $file (@ARGV) {
            open my $in, "<", $file or die;
            my @lines = <$in>;
            for my $i (2 .. $#lines) {
                next if $lines[$i] !~ /^[A-Z]|^\+/;
                for my $form ("value", "name") {
                    my @copy = @lines;
                    $copy[0] = "Zaak: z" . ++$n . "\n";
                    if ($form eq "name") { $copy[$i] =~ s/^\w+:/Kanarie_$&/ or next }
                    else { $copy[$i] =~ s/^(\w+:|\+).*/$1 KANARIE Jansen/ }
                    print @copy, $copy[-1] eq "\n" ? "" : "\n";
                }
            }
        }' "$examples"/*.zaak
}

@test "no text of a case is in a finding: every value and every name, one after another" {
    canaries >stroom
    mc-check -v - <stroom >out 2>err || [ $? -le 2 ]
    [ "$(grep -o 'zaken=[0-9]*' err | cut -d= -f2)" -gt 300 ]
    [ "$(grep -o 'MC[0-9]*' out | sort -u | wc -l)" -ge 8 ]
    run -1 grep -iE 'kanarie|jansen' out err
}

@test "no text of a case is in what the other programs say of it" {
    local kind
    canaries >stroom
    { printf 'KANARIE Jansen\n\n' && cat stroom && printf 'Zaak: KANARIE Jansen\nFormaat: KANARIE\nKANARIE\n\n'; } >alles
    ends 2 mc-export -v -f jsonl alles >alles.jsonl 2>err
    [ -s err ]
    # What goes back as JSON, whole and spoilt.
    mc-new --from=jsonl -v alles.jsonl >/dev/null 2>>err || [ $? -le 2 ]
    sed -n 1,40p alles.jsonl | sed -E 's/"label":"[^"]*"/"label":{"KANARIE":1}/; n; s/"velden":/"Kanarie_velden":/; n; s/KANARIE/KAN\\u0001ARIE/g; n; s/"soort":"[^"]*"/"soort":"KANARIE Jansen"/; n; s/.$//' >stuk.jsonl
    mc-new --from=jsonl stuk.jsonl >/dev/null 2>>err || [ $? -le 2 ]
    good a >a.zaak
    for kind in persoon signaal overleg gesprek weging besluit melding notitie; do
        printf 'Datum: KANARIE\nBetreft: KANARIE Jansen\nRol: KANARIE\nKanarie: Jansen\nMelden: KANARIE\n\n' >in.rec
        run -1 --separate-stderr mc-step "$kind" -i in.rec a.zaak
        printf '%s\n' "$stderr" "$output" >>err
        printf 'KANARIE Jansen\n\n' >in.rec
        mc-step "$kind" -i in.rec a.zaak >>err 2>&1 || [ $? -le 2 ]
        # As a filter on a case that is none.
        mc-step "$kind" -F Datum=2026-11-24 <stuk.jsonl >/dev/null 2>>err || [ $? -le 64 ]
    done
    [ "$(wc -l <err)" -ge 40 ]
    run -1 grep -iE 'kanarie|jansen' err
}
