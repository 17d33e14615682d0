#!/usr/bin/env bats
# Chains of commands as staff write them: names, lines and objects go from one program into the next, and nothing is
# lost, doubled or torn on the way.
# shellcheck disable=SC2154 # programs comes from lib

bats_require_minimum_version 1.5.0
load lib

# good ID: a case that nothing can be said of; bad ID: one with a fout, a Besluit out of nothing.
good() {
    header "$1" 2026-11-23
}

bad() {
    good "$1"
    printf '%s\n' 'Besluit: 1' 'Datum: 2026-11-23' 'Melden: nee' 'Hulp: zelf' 'Motivering: Hulp is mogelijk.' ''
}

# A folder whose names no script should choke on: three good cases and three bad ones.
odd_names() {
    local a='map met spaties' b=$'regel\nregel' c=$'-n\t*'
    mkdir -p "zaken/$a" "zaken/$b" "zaken/$c"
    good a >"zaken/$a/a.zaak"
    bad b >"zaken/$a/b.zaak"
    good c >"zaken/$b/c.zaak"
    bad d >"zaken/$b/d.zaak"
    good e >"zaken/$c/e.zaak"
    bad f >"zaken/$c/f.zaak"
}

# The ids in jsonl, sorted, on one line.
ids() {
    jq -r .zaak.Zaak | LC_ALL=C sort | xargs
}

@test "mc-check -l -0 | xargs -0: those with findings, whatever their names" {
    odd_names
    find zaken -name '[bdf].zaak' -print0 | LC_ALL=C sort -z >expected
    [ "$(tr -dc '\0' <expected | wc -c)" -eq 3 ]
    mc-check -l -0 zaken | LC_ALL=C sort -z | cmp - expected
    [ "$(mc-check -l -0 zaken | xargs -0 mc-export -f jsonl | ids)" = "b d f" ]
    [ "$(mc-check -L -0 zaken | xargs -0 mc-export -f jsonl | ids)" = "a c e" ]
    # Put apart, to be looked at; the folder has nothing more.
    mkdir nakijken
    mc-check -l -0 zaken | xargs -0 mv -t nakijken
    [ "$(cd nakijken && echo *)" = "b.zaak d.zaak f.zaak" ]
    mc-check zaken
    mc-check -l -0 zaken | xargs -0 -r false
}

@test "find -print0 | mc-check --files-from=- -0: what find chooses, and the same as by xargs and as the folder" {
    odd_names
    run -1 mc-check zaken
    [ "$(grep -c MC201 <<<"$output")" -eq 3 ]
    find zaken -name '*.zaak' -print0 | LC_ALL=C sort -z >names
    diff <(mc-check --files-from=names -0) <(printf '%s\n' "$output")
    diff <(mc-check --files-from=- -0 <names) <(printf '%s\n' "$output")
    diff <(xargs -0 mc-check <names) <(printf '%s\n' "$output")
    # The newest two only, of which one is wrong.
    touch -d '2 days ago' zaken/*/[a-d].zaak
    find zaken -name '*.zaak' -mtime -1 -print0 >names
    [ "$(mc-check --files-from=- -0 -v <names 2>&1 >found | grep -o 'zaken=[0-9]*')" = zaken=2 ]
    [ "$(grep -c MC201 found)" -eq 1 ]
    # And on: the names that come out can be the names that go in.
    find zaken -name '*.zaak' -print0 | mc-check --files-from=- -0 -l | mc-step --next --files-from=- -0 |
        cut -f 1 | uniq | LC_ALL=C sort >out
    diff <(printf '%s\n' b d f) out
}

@test "mc-step --next | sort: the items of all cases by day, none lost" {
    mkdir zaken
    gen -n 150 -w 30 -o zaken
    printf 'Zaak: oud\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n' >zaken/oud.zaak
    mc-step --next zaken >all
    mc-step --next zaken | sort -t $'\t' -k 4 >sorted
    diff <(LC_ALL=C sort all) <(LC_ALL=C sort sorted)
    cut -f 4 sorted | grep -v '^-$' >days
    [ "$(wc -l <days)" -ge 10 ]
    LC_ALL=C sort -c days
    # Not the order in which they were read.
    run -1 cmp -s all sorted
    # What was due before today.
    awk -F '\t' '$4 != "-" && $4 < "2026-11-24"' sorted | grep -qxF $'oud\tnieuw\tSignaal\t2026-11-09\tMC101\t-'
    # By kind: how many, as in the lines; each line has six fields.
    [ "$(cut -f 3 all | sort | uniq -c | awk '{ n += $1 } END { print n }')" -eq "$(wc -l <all)" ]
    [ "$(awk -F '\t' 'NF != 6' all | wc -l)" -eq 0 ]
}

@test "mc-step --next -f json | jq: the same as the lines, and what is asked of one person" {
    mkdir zaken
    gen -n 60 -w 30 -o zaken
    mc-step --next -f json zaken | jq -r '[.zaak, .voortgang.stand] as $case |
        (if .volgende == [] then [{}] else .volgende end)[] |
        $case + [.soort // "-", .uiterlijk // "-", .code // "-", .vraagt // "-"] | @tsv' >by-jq
    mc-step --next zaken | diff - by-jq
    [ "$(wc -l <by-jq)" -gt 60 ]
    cat zaken/*/*.zaak | mc-step --next -f json | jq -r 'select(.volgende | any(.soort == "Besluit")) | .zaak' >by-jq
    mc-step --next zaken | awk -F '\t' '$3 == "Besluit" { print $1 }' | uniq >by-awk
    [ -s by-awk ]
    diff <(sort by-awk) <(sort by-jq)
}

@test "mc-check -f jsonl | jq: the findings as they are printed, counted by code" {
    mkdir zaken
    gen -n 100 -w 40 -o zaken
    run -1 mc-check zaken
    [ "${#lines[@]}" -ge 30 ]
    mc-check -f jsonl zaken |
        jq -r '"\(.bestand):\(.regel): \(.niveau): \(.bericht) [\(.code)]"' | diff - <(printf '%s\n' "$output")
    mc-check -f jsonl zaken | jq -rs 'group_by(.code)[] | "\(length) \(.[0].code)"' >by-jq
    grep -o 'MC[0-9]*\]$' <<<"$output" | tr -d ']' | sort | uniq -c | sed 's/^ *//' | diff - by-jq
    # Nothing to say is nothing in.
    mkdir goed
    good a >goed/a.zaak
    [ "$(mc-check -f jsonl goed | jq -s length)" -eq 0 ]
    # What is a fout, per case; the id opens the case again.
    id=$(mc-check -f jsonl zaken | jq -rs 'map(select(.niveau == "fout"))[0].zaak')
    MC_DIR=$PWD/zaken run -1 mc-check -s fout "$id"
    [[ $output == *"/$id.zaak:"* ]]
}

@test "mc-check -f tap | prove: a test a case, and its status" {
    odd_names
    run -1 prove -e cat <(mc-check -f tap zaken)
    [[ $output == *'Failed 3/6 subtests'* ]]
    mc-check -f tap zaken >zaken.tap || true
    run -1 prove -e cat zaken.tap
    [[ $output == *'Tests: 6 Failed: 3'* && $output == *'Result: FAIL'* ]]
    # A failing case is no accident of the program: only what failed is told.
    [[ $output != *Dubious* && $output != *'Parse errors'* ]]
    mc-check -L -0 zaken | xargs -0 mc-check -f tap | { run -0 prove -e cat /dev/stdin; [[ $output == *'Result: PASS'* ]]; }
    # Each file a run of its own.
    mkdir goed
    good a >goed/a.zaak
    good b >goed/b.zaak
    run -0 prove -e 'mc-check -f tap' goed/a.zaak goed/b.zaak
    [[ $output == *'Files=2, Tests=2'* ]]
}

@test "mc-check -c | sort: which file has most, and all of them together" {
    mkdir zaken
    gen -n 60 -w 40 -o zaken
    bad z >zaken/z.zaak
    mc-check -c zaken >counts || true
    [ "$(wc -l <counts)" -eq 61 ]
    run -1 mc-check zaken
    [ "$(awk -F : '{ n += $NF } END { print n }' counts)" -eq "${#lines[@]}" ]
    most=$(sort -t : -k 2,2nr counts | head -n 1)
    [ "$(grep -cF "${most%:*}:" <<<"$output")" -eq "${most##*:}" ]
    [ "${most##*:}" -ge 3 ]
    # Files with a count and files with findings are the same.
    diff <(grep -v ':0$' counts | sed 's/:[0-9]*$//') <(mc-check -l zaken)
    # In figures, not in text: grep counts as well.
    [ "$(mc-check -c -C MC201 zaken | grep -c ':1$')" -eq "$(mc-check zaken | grep -c 'MC201]$')" ]
}

@test "mc-export -f jsonl | jq: where the cases stand, as --next has it" {
    mkdir zaken
    gen -n 60 -w 30 -o zaken
    mc-export -f jsonl zaken | jq -r '[.zaak.Zaak, .voortgang.stand] | @tsv' >stands
    [ "$(wc -l <stands)" -eq 60 ]
    mc-step --next zaken | cut -f 1,2 | uniq | diff stands -
    # A list of talks with those who held none, from free fields only.
    mc-export -f jsonl zaken | jq -r 'select(all(.aantekeningen[]; .soort != "Gesprek")) | .zaak.Zaak' | sort >without
    find zaken -name '*.zaak' -print0 | xargs -0 grep -L '^Gesprek: ' | sed 's/.*\///; s/\.zaak$//' | sort | diff without -
    [ -s without ]
}

@test "mc-export | jq | mc-new: the cases that are chosen, as files again, byte for byte" {
    mkdir zaken
    gen -n 40 -w 0 -o zaken
    mc-export -f jsonl zaken | jq -c 'select(.voortgang.stand == "gesloten")' | mc-new --from=jsonl -d archief >paths
    [ -s paths ] && [ "$(wc -l <paths)" -lt 40 ]
    local path
    while read -r path; do
        cmp "$path" "zaken/${path#archief/}"
    done <paths
    [ "$(mc-step --next archief | cut -f 2 | sort -u)" = gesloten ]
    mc-export -f jsonl zaken | jq -r 'select(.voortgang.stand == "gesloten").zaak.Zaak' | wc -l | diff - <(wc -l <paths)
}

@test "from nothing to a judgement in one line; a reader that stops early stops the rest without a word" {
    printf 'Datum: 2026-11-23\nBetreft: kind1\nBron: waarneming\nFeit: Zonder jas op school.\n' >signaal.rec
    mc-new -k basis --id=a -F Beroepskracht=arts | mc-step persoon -F Persoon=kind1 -F Rol=kind |
        mc-step 1 -i signaal.rec | mc-step 2 -F Met=collega -F Advies=Praten | tee a.zaak | mc-check -v 2>err
    grep -q 'zaken=1 fout=0 waarschuwing=0' err
    mc-step --next a.zaak | cut -f 3 | uniq | diff - <(printf '%s\n' Gesprek Weging)
    mkdir zaken
    gen -n 400 -w 60 -o zaken
    local program
    for program in mc-check 'mc-check -f jsonl' 'mc-check -c' 'mc-step --next' 'mc-step --next -f json' 'mc-export -f jsonl'; do
        # shellcheck disable=SC2086 # a program with its options
        { $program zaken 2>&3 | head -n 1 >first; } 3>err
        [ "$(wc -l <first) $(wc -c <err)" = '1 0' ]
    done
}
