#!/usr/bin/env bats
# --explain and what it is made from: that each example raises what it is for, that the same put right does not, and
# that the commands under it mend it.
# shellcheck disable=SC2030,SC2031 # a clock for one command

bats_require_minimum_version 1.5.0
load lib

export MC_DOOR=gezinsprofessional

# Beside its own these codes are raised where nobody was consulted at all, or where only a Besluit is there.
declare -gA besides=(
    [MC201]=MC203
)

# What no text can show, and what comes from more than one file: a test below by name.
by_name='MC002 MC012 MC015 MC017'

# The examples as files CODE.fout, CODE.goed and CODE.doe, and a line each in `index`: CODE fout|goed DAY LINE.
written_examples() {
    tables voorbeelden | awk '/^@ MC/ { file = $2 "." $3; printf "" > file; if ($3 != "doe") print $2, $3, $4, $5 > "index"; next }
        { print > file }'
    [ "$(wc -l <index)" -ge 80 ]
}

# findings DAY FILE: CODE:LINE of what mc-check finds in it as a stream, where it has no name and no mode.
findings() {
    mc-check --today="$1" --fail-level=nooit - <"$2" 2>&1 | sed -nE 's/^-:([0-9]+): .* \[(MC[0-9]+)\]$/\2:\1/p'
}

@test "every code has its explanation, and every explanation a code" {
    mc-check --list-rules | cut -f 1 >codes
    tables voorbeelden | sed -n 's/^@ \(MC[0-9]*\) fout .*/\1/p' >explained
    [ "$(wc -l <codes)" -ge 44 ]
    diff codes explained
}

@test "each wrong example raises its code, on the line that is marked, and nothing else" {
    local code which day line
    written_examples
    while read -r code which day line; do
        [[ $which == fout && $day != - ]] || continue
        [ "$line" -gt 0 ] || echo "$code: no mark" >>bad
        findings "$day" "$code.fout" | grep -vE "^(${besides[$code]:-none}):" >found || true
        [ "$(cat found)" = "$code:$line" ] || { echo "$code:$line, and there is:" && cat found; } >>bad
    done <index
    touch bad
    diff /dev/null bad
}

@test "nothing is found in any right example" {
    local code which day line
    written_examples
    while read -r code which day line; do
        [[ $which == goed && $day != - ]] || continue
        [ "$line" = 0 ] || echo "$code: a mark" >>bad
        findings "$day" "$code.goed" | sed "s/^/$code has /" >>bad
    done <index
    diff /dev/null bad
}

# entry KIND FILE: its last entry of that kind, whatever the case of KIND.
entry() {
    awk -v kind="$1" 'BEGIN { RS = ""; FS = ":" } tolower($1) == kind { last = $0 } END { print last }' "$2"
}

# type_in CODE DAY: the commands under CODE, the way they stand there, in a folder with its wrong example as
# k7q3wd.zaak; what they read from standard input is that entry of the right one.
type_in() {
    local command kind
    mkdir "$1.d"
    cp "$1.fout" "$1.d/k7q3wd.zaak"
    while IFS= read -r command; do
        kind=$(sed -nE 's/^mc-step ([a-z]+) .*/\1/p' <<<"$command")
        entry "${kind:-none}" "$1.goed" |
            (cd "$1.d" && MC_NU="$2T17:00:00+01:00" bash -c "$command" >out 2>err) || return
    done < <(sed -e ':again' -e '/\\$/ { N; s/ *\\\n */ /; b again' -e '}' "$1.doe")
}

@test "the commands under it mend each wrong example, where it can be mended by command" {
    local code which day line typed=0
    written_examples
    while read -r code which day line; do
        # Of a name, bytes or a mode: below.
        [[ $which == fout && $day != - && -s $code.doe && $code != MC005 ]] || continue
        typed=$((typed + 1))
        if type_in "$code" "$day"; then
            findings "$day" "$code.d/k7q3wd.zaak" | sed "s/^/$code still has /" >>bad
        else
            { echo "$code: refused" && cat "$code.d/err"; } >>bad
        fi
    done <index
    [ "$typed" -ge 35 ]
    touch bad
    diff /dev/null bad
}

@test "those that no text can show are the ones that are tested by name" {
    written_examples
    [ "$(awk '$3 == "-" { print $1 }' index | sort -u | xargs)" = "$by_name" ]
}

@test "MC002: bytes that are not UTF-8, and iconv puts them right" {
    written_examples
    printf '%b' "$(<MC002.fout)" >k7q3wd.zaak
    printf '\n\n' >>k7q3wd.zaak
    [ "$(findings 2026-11-24 k7q3wd.zaak)" = "MC002:$(awk '$1 == "MC002" && $2 == "fout" { print $4 }' index)" ]
    bash -c "$(<MC002.doe)"
    [ "$(findings 2026-11-24 nieuw.zaak)" = '' ]
    diff MC002.goed nieuw.zaak
}

@test "MC005: a blank line behind the last entry" {
    written_examples
    head -n -6 MC005.fout >k7q3wd.zaak
    [ "$(tail -n 1 k7q3wd.zaak)" != '' ]
    [ "$(findings 2026-11-24 k7q3wd.zaak)" = MC005:7 ]
    bash -c "$(<MC005.doe)"
    [ "$(findings 2026-11-24 k7q3wd.zaak)" = '' ]
}

@test "MC012 and MC015: a file that is not named after its case, and one that is open to others" {
    written_examples
    sed '/^Notitie/,$d' MC003.goed >left
    sed -n '/^Zaak/,/^$/p' left >dossier-12.zaak
    chmod 666 dossier-12.zaak
    # Where to look is what the examples say.
    [ "$(sed -n '1s/^\$ //p' MC012.fout)" = 'head -n 1 dossier-12.zaak' ]
    [ "$(bash -c "$(sed -n '1s/^\$ //p' MC012.fout)")" = "$(tail -n 1 MC012.fout)" ]
    run -1 mc-check dossier-12.zaak
    [ "$(grep -o '\[MC[0-9]*\]$' <<<"$output" | xargs)" = '[MC012] [MC015]' ]
    bash -c "$(<MC012.doe)"
    run -1 mc-check k7q3wd.zaak
    [ "$(grep -o '\[MC[0-9]*\]$' <<<"$output" | xargs)" = '[MC015]' ]
    [[ $(bash -c "$(sed -n '1s/^\$ //p' MC015.fout)") == "$(tail -n 1 MC015.fout)"* ]]
    bash -c "$(<MC015.doe)"
    [[ $(bash -c "$(sed -n '1s/^\$ //p' MC015.goed)") == "$(tail -n 1 MC015.goed)"* ]]
    run -0 mc-check k7q3wd.zaak
    [ -z "$output" ]
}

@test "MC017: a value over the limit" {
    local line
    written_examples
    line=$(awk '$1 == "MC017" && $2 == "fout" { print $4 }' index)
    awk -v line="$line" '{ print } NR == line { for (i = 0; i < 5000; i++) print "+ Groeit en speelt, eet goed, slaapt elke nacht door, is vrolijk." }' \
        MC017.fout >long.zaak
    [ "$(findings 2026-11-24 long.zaak)" = "MC017:$line" ]
    [ "$(findings 2026-11-24 MC017.goed)" = '' ]
}

# ---- the option ----

@test "--explain tells all of a rule, in this order, within 72 columns, without a case" {
    run -0 --separate-stderr mc-check --explain=MC501 </dev/null
    # shellcheck disable=SC2154 # stderr is set by run
    [ -z "$stderr" ]
    [ "$(grep -E '^[^ ]' <<<"$output")" = "$(printf '%s\n' 'MC501  waarschuwing or fout' Why Norm Source Term \
        'Wrong, on 2026-11-24' Right 'What to do')" ]
    [[ $output == *$'\n  5 working days: a term of these tools, no published norm\n'* ]]
    [[ $output == *$'\n  (above it stand: Zaak, Persoon kind1, ouder1, ouder2, Signaal 1,\n  Overleg 1, Gesprek 1)\n  > Weging: 1\n'* ]]
    [[ $output == *$'\n    mc-step besluit -i - k7q3wd.zaak\n'* ]]
    [[ $output == *$'\n  An Uitzondering with a Reden can except it.\n  It is not raised in closed cases.' ]]
    for language in en nl; do
        LANGUAGE=$language mc-check --explain=MC >all
        [ "$(grep -c '^MC' all)" -ge 44 ]
        perl -CSD -ne 'chomp; print if length > 72 || / $/ || /\t/' all >wide
        diff /dev/null wide
    done
}

@test "--explain says what is a term of the norm, what cannot be excepted, and what is raised in closed cases" {
    mc-check --explain=MC603 >said
    grep -qxF '  5 working days: from the source above' said
    grep -qxF '  10 working days: a term of these tools, no published norm' said
    mc-check --explain=MC502 >said
    grep -qxF '  An Uitzondering cannot except it.' said
    grep -qxF '  It is raised in closed cases too.' said
    run -1 grep -x Term said
}

@test "--explain takes codes with commas, beginnings of codes and any case, and tells each once in order" {
    mc-check --explain='mc504, MC201,Mc20,mc201' >said
    [ "$(grep -o '^MC[0-9]*' said | xargs)" = 'MC201 MC202 MC203 MC504' ]
    mc-check --explain=mc5 >said
    [ "$(grep -o '^MC[0-9]*' said | sort -u | xargs)" = "$(mc-check --list-rules | grep -o '^MC5[0-9]*' | xargs)" ]
}

@test "--explain of a code that there is not is a usage error with the nearest that there is" {
    run -64 mc-check --explain=MC510
    [ "$output" = 'mc-check: --explain: no code begins with MC510 (did you mean MC501?)' ]
    run -64 mc-check --explain=mc5o1
    [ "$output" = 'mc-check: --explain: no code begins with mc5o1 (did you mean MC501?)' ]
    run -64 mc-check --explain=geweld
    [ "$output" = 'mc-check: --explain: no code begins with geweld; --list-rules shows them' ]
    run -64 mc-check --explain=
    [ "$output" = 'mc-check: --explain: no code begins with ; --list-rules shows them' ]
    # Nothing is told when one of them is wrong.
    run -64 mc-check --explain=MC501,MC999
    [[ $output != *Why* ]]
}

@test "in Dutch --explain is Dutch, but for codes, sources and examples" {
    LANGUAGE="nl" mc-check --explain=MC >dutch
    LANGUAGE=en mc-check --explain=MC >english
    [ "$(grep -E '^[^ ]' dutch | sed -n '1,7p' | sed 's/,.*//')" = "$(printf '%s\n' 'MC001  fout' Waarom Bron Fout Goed \
        'Wat te doen' 'MC002  fout')" ]
    # Of the lines of why and of what to do none is the same; examples and commands all are.
    text() { awk '/^[^ ]/ { inside = /^(Why|Waarom|What to do|Wat te doen)$/ } inside && NF > 2 && /^  [^ ]/' "$1" | sort -u; }
    [ "$(text english | wc -l)" -gt 200 ]
    [ "$(text dutch | wc -l)" -gt 200 ]
    comm -12 <(text english) <(text dutch) >same
    diff /dev/null same
    same_lines() { grep -E '^  (>|  [A-Za-z])' "$1"; }
    [ "$(same_lines english | wc -l)" -gt 500 ]
    diff <(same_lines english) <(same_lines dutch)
}
