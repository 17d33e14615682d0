#!/usr/bin/env bats
# The manual pages, as they are made in the build: well-formed, about the options that there are, and their examples do
# what they say.
# shellcheck disable=SC2154 # programs comes from lib, examples from examples

bats_require_minimum_version 1.5.0
load lib
load examples

# The lines of the literal blocks of a page as a reader sees them, a form feed behind each block.
blocks() {
    awk '/^\.Bd -literal/ { inside = 1; next }
        /^\.Ed/ { if (inside) print "\f"; inside = 0; next }
        inside' "$1" |
        sed "s/\\\\-/-/g; s/\\\\&//g; s/\\\\(aq/'/g; s/\\\\(dq/\"/g; s/\\\\e/\\\\/g"
}

# play PAGE: `$ command`, its further lines behind `> `, then what it prints.
play() {
    local line command='' expected=''
    scratch
    while IFS= read -r line; do
        if [[ $line == $'\f' || $line == '$ '* ]]; then
            [[ -z $command ]] || example "$command" "$expected"
            command=${line#$'\f'}
            command=${command#'$ '}
            expected=''
        elif [[ $line == '>'* && -z $expected ]]; then
            line=${line#>}
            command+=$'\n'${line# }
        else
            expected+=$line$'\n'
        fi
    done < <(blocks "$programs/man/$1")
    ((examples >= 2))
}

# The options of a program by its --help, and by the list in the DESCRIPTION of its page.
help_options() {
    # Two that share a line have a semicolon between.
    "$1" --help | sed -nE 's/^ +((-[A-Za-z0-9], )?--[^ ;]+)(; ((-[A-Za-z0-9], )?--[^ ]+))? .*/\1\n\4/p' | sed '/^$/d'
}

page_options() {
    mandoc -T ascii -O width=200 "$programs/man/$1.1" | sed 's/.\x08//g' |
        awk '/^[A-Z]/ { inside = $0 == "DESCRIPTION" } inside' |
        sed -nE 's/^     ((-[A-Za-z0-9], )?--[^ ]+)( +[A-Z].*)?$/\1/p'
}

@test "mandoc has nothing to say about any page" {
    run -0 mandoc -T lint -W warning "$programs"/man/{mc-new,mc-step,mc-check,mc-export}.1 \
        "$programs"/man/{kader,zaak}.5 "$programs"/man/{mc-rules,meldcode}.7
    [ -z "$output" ]
}

@test "the examples of mc-new(1) do what they say" {
    play mc-new.1
}

@test "the examples of mc-step(1) do what they say" {
    play mc-step.1
}

@test "the examples of mc-check(1) do what they say" {
    play mc-check.1
}

@test "the examples of mc-export(1) do what they say" {
    play mc-export.1
}

@test "the examples of zaak(5) do what they say" {
    play zaak.5
}

@test "the examples of kader(5) do what they say" {
    # shellcheck disable=SC2034 # the page says what it is
    kaders=$BATS_TEST_DIRNAME/../share/kader
    play kader.5
    ((examples >= 25))
}

@test "the examples of mc-rules(7) do what they say" {
    play mc-rules.7
}

@test "mc-rules(7) has every rule under its hundred, with what raises it, its source and how to mend it" {
    mandoc -T ascii -O width=300 "$programs/man/mc-rules.7" | sed 's/.\x08//g' >page
    mc-check --list-rules >rules
    [ "$(grep -c '^   MC' page)" -eq "$(wc -l <rules)" ]
    while IFS=$'\t' read -r code level _ source; do
        awk -v heading="   $code: ${level/\// or }" '/^   MC/ { inside = $0 == heading } inside' page >rule
        grep -q '^     When    [A-Z].*\.$' rule
        grep -qF "     Source  $source" rule
        grep -q '^     Mend    [A-Z]' rule
        awk '/^[A-Z]/ { section = $NF } /^   MC/ { print section, $1 }' page | grep -qxF "(${code:0:3}) $code:"
    done <rules
    grep -A 12 '^   MC501:' page | grep -qx '     Term    5 working days (own) and 1 working day (own)'
    grep -A 12 '^   MC603:' page | grep -qx '     Term    5 working days and 10 working days (own)'
    grep -A 12 '^   MC502:' page | grep -qx '     Also    Cannot be excepted.  Raised in closed cases too.'
}

@test "meldcode(7) can be typed from top to bottom, and does what it says" {
    play meldcode.7
    ((examples >= 60))
    # Its crontab, as cron runs it, but for where things are.
    mkdir srv
    mv zaken srv
    grep '^\.Dl [0-9]' "$programs/man/meldcode.7" | sed 's/\\-/-/g; s/^\.Dl \([^ ]* \)\{5\}//' >daily
    local line
    while read -r line; do
        env -i PATH="$programs:/usr/bin:/bin" MC_NU="$MC_NU" sh -c "${line//\/srv\//$PWD/srv/}"
    done <daily >mail 2>&1
    diff mail - <<<$'k7q3wd\tgesloten\t-\t-\t-\t-'
    [ "$(wc -l <daily) $(wc -l <srv/lijst.csv)" = '3 2' ]
}

@test "meldcode(7) has each step with its command, and names no code that mc-check has not" {
    local step
    for step in 1 2 3 4 5; do
        awk -v heading="^[.]Sh STEP $step: " '/^[.]Sh / { inside = $0 ~ heading } inside' \
            "$programs/man/meldcode.7" >section
        grep -qx "\$ mc\\\\-step $step .*" section
        grep -q "^.Pq Sy MC${step}0[1-9]" section
    done
    grep -oE 'MC[0-9]{3}' "$programs/man/meldcode.7" | sort -u >named
    [ "$(wc -l <named)" -ge 20 ]
    mc-check --list-rules | cut -f 1 | comm -13 - named >unknown
    diff /dev/null unknown
}

@test "each page describes the options that its program has, in the order of --help" {
    for program in mc-new mc-step mc-check mc-export; do
        help_options $program >said
        [ "$(wc -l <said)" -ge 5 ]
        diff -u --label "$program --help" --label "$program(1)" said <(page_options $program)
    done
}

@test "zaak(5) has a heading for each of the 21 kinds, and a field below each" {
    tables soorten | cut -f 1 | uniq >kinds
    [ "$(wc -l <kinds)" -eq 21 ]
    mandoc -T ascii "$programs/man/zaak.5" | sed 's/.\x08//g' |
        awk '/^[A-Z]/ { inside = $0 == "KINDS AND FIELDS" } inside' >page
    while read -r kind; do
        grep -qE "^   $kind( \(step [1-5]\))?$" page
        field=$(tables soorten | awk -F '\t' -v kind="$kind" '$1 == kind { print $2; exit }')
        awk -v kind="$kind" '/^   [A-Z]/ { inside = $1 == kind } inside' page | grep -q "^     $field "
    done <kinds
}

# section PAGE HEADING: those lines of a page as a reader sees them.
section() {
    mandoc -T ascii -O width=200 "$programs/man/$1" | sed 's/.\x08//g' |
        awk -v heading="$2" '/^[A-Z]/ { inside = $0 == heading } inside'
}

@test "kader(5) has each record and each field of it, and each property of the proof with an example" {
    local kind field n
    section kader.5 'RECORDS AND FIELDS' >page
    [ "$(grep -cE '^   [A-Z]' page)" -eq 6 ]
    # As the table has them: kinds and fields, one a line.
    sed -n 's/^SOORT(\([A-Z][a-z]*\), N_.*/\1/p; s/^VELD(\([A-Z][a-z]*\), \([A-Za-z_]*\),.*/\1 \2/p' "$BATS_TEST_DIRNAME/../lib/kader/records.def" >table
    [ "$(wc -l <table)" -ge 35 ]
    while read -r kind field; do
        awk -v kind="$kind" '/^   [A-Z]/ { inside = $1 == kind } inside' page >record
        grep -qx "   $kind" record
        [ -z "$field" ] || grep -q "^     $field " record
    done <table
    section kader.5 PROOF >page
    for n in 1 2 3 4 5 6 7 8; do
        awk -v heading="   K$n" '/^   K/ { inside = $0 == heading } inside' page | grep -q "fout/buurtteam.kader:.*\[K$n\]$"
    done
}

@test "kader(5) lists the frameworks that are shipped, with owner, version and status" {
    local file
    for file in "$BATS_TEST_DIRNAME"/../share/kader/*.kader; do
        awk -v name="$(basename "$file" .kader)" '/^Eigenaar: / { owner = substr($0, 11) } /^Versie: / { version = $2 }
            /^Tekst_status: / && !status { status = $2 } END { print name " " owner "; version " version ", " status }' "$file"
    done >files
    [ "$(wc -l <files)" -ge 3 ]
    section kader.5 'FRAMEWORKS THAT ARE SHIPPED' >page
    sed -n '/^     [a-z0-9-]/,$p' page | tr -s ' \n' ' ' | sed 's/ $/\n/; s/^ //' >said
    tr '\n' ' ' <files | sed 's/ $/\n/' | diff - said
}

@test "the pages have their tables, and no mark of a table is left" {
    grep -q '^.Ss MC101' "$programs/man/mc-rules.7"
    grep -q 'dossier' <(mandoc -T ascii "$programs/man/mc-export.1" | sed 's/.\x08//g')
    run -1 grep -h '\.\\" TABLE' "$programs"/man/*
}

@test "the table of fields tells marks, type and closed list" {
    tables soorten >table
    [ "$(awk -F '\t' 'NF != 5' table)" = "" ]
    grep -qxF $'Signaal\tBetreft\t!*\tlabel\t-' table
    grep -qxF $'Signaal\tRichting\t-\tlijst\tbevestigend|weerleggend' table
}

@test "the JSON Schema knows every field, and which of them are always arrays" {
    tables json-schema >schema
    tables soorten | awk -F '\t' '{ print $1, $2, $3 ~ /\*/ ? "values" : "value" }' | sort >expected
    jq -r '."$defs" | to_entries[] | select(.key | test("^[A-Z]")) | .key as $kind | .value.properties |
        to_entries[] | select(.value."$ref") | "\($kind) \(.key) \(.value."$ref" | sub(".*/"; ""))"' schema |
        sort >actual
    diff -u expected actual
}

@test "an unknown table is a usage error that names those there are" {
    run -64 tables onzin
    [[ $output == *soorten-mdoc*json-schema* ]]
}
