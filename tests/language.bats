#!/usr/bin/env bats
# Language and place: messages in English or Dutch, and everything else the same bytes everywhere.
# shellcheck disable=SC2154 # programs comes from lib

bats_require_minimum_version 1.5.0
load lib

catalogue=$BATS_TEST_DIRNAME/../share/po/nl.po
# The sanitizer build has none of its own.
template=$programs/meldcode.pot
[[ -e $template ]] || template=$programs/../meldcode.pot

# A case with findings of several levels, in a file that is not named after it.
wrong_case() {
    printf 'Zaak: fout\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\nVreemd: 1\n\n'
    printf 'Persoon: kind1\nRol: kleuter\n\n'
    printf 'Signaal: 1\nDatum: 2026-11-31\nBetreft: kind2\nBron: waarnemin\n\n'
    printf 'Besluit: 1\nDatum: 2026-11-20\nMelden: ja\nHulp: geen\nMotivering: Overlegd.\n'
}

english='usage: mc-check [OPTION...] [FILE|FOLDER|-]...'
dutch='gebruik: mc-check [OPTIE...] [BESTAND|MAP|-]...'

# first_line VARIABLE=VALUE...: of --help, in that environment.
first_line() {
    env "$@" mc-check --help | head -n 1
}

@test "the Dutch catalogue has every message, and none besides" {
    [ "$(grep -c '^msgid ' "$template")" -gt 300 ]
    run -0 msgfmt --check --check-header --output-file=/dev/null "$catalogue"
    [ -z "$output" ]
    run -0 msgcmp "$catalogue" "$template"
    [ -z "$output" ]
    # A message that is gone would only be carried along.
    msgcat --no-wrap "$catalogue" | grep -E '^msgid ' | sort >ours
    msgcat --no-wrap "$template" | grep -E '^msgid ' | sort >theirs
    diff ours theirs
    run -1 grep -E '^#~|fuzzy' "$catalogue"
}

@test "every text of a table, an option and a usage is in the template" {
    local text
    msgcat --no-wrap "$template" >whole
    for text in 'msgid "no valid date"' 'msgid "print this help"' 'msgid "the fact: concrete, checkable, specific"' \
        'msgid "what follows an answer: its label is a question and an answer, as in: 2 ja"' \
        '"usage: mc-step ' '"usage: mc-new ' '"usage: mc-export ' '"usage: mc-check ' \
        'msgid "the own file, and other programs"' 'msgid "no JSON"' 'msgid "JJJJ-MM-DD"'; do
        grep -qF -- "$text" whole || { echo "not there: $text"; return 1; }
    done
}

@test "each {placeholder} of a message stands in its translation, and no other" {
    msgcat --no-wrap "$catalogue" | perl -0777 -ne '
        my $seen = 0;
        for my $message (split /\n\n+/) {
            my ($from, $to) = $message =~ /^msgid (.*?)^msgstr (.*)/ms or next;
            my ($left, $right) = map { join " ", sort /\{(\w+)\}/g } $from, $to;
            $seen++ if $left ne "";
            print "{$left} became {$right}: $from" if $left ne $right;
        }
        print "no placeholder was found\n" if $seen < 15;' >wrong
    diff /dev/null wrong
}

@test "codes, levels and names of fields stand in a translation as in the message" {
    local word
    msgcat --no-wrap "$catalogue" >whole
    for word in MC501 MC_DOOR MC_NU MC_KADER Signaal Overleg Gesprek Weging Besluit Melding Wijziging Meldnorm waarschuwing \
        nooit einde vermoeden acuut JJJJ-MM-DD -- .kader .zaak UTF-8 Beroepskracht aantekeningen; do
        perl -0777 -ne 'BEGIN { $w = shift } for my $message (split /\n\n+/) {
            my ($from, $to) = $message =~ /^msgid (.*?)^msgstr (.*)/ms or next;
            print "$w is lost: $from" if $from =~ /(?<![\w-])\Q$w\E/ && $to !~ /(?<![\w-])\Q$w\E/ }' -- "$word" whole
    done >wrong
    diff /dev/null wrong
}

@test "LANGUAGE, LC_ALL, LC_MESSAGES and LANG choose Dutch, installed or not" {
    [ "$(first_line LANGUAGE=nl)" = "$dutch" ]
    [ "$(first_line LANGUAGE=de:nl)" = "$dutch" ]
    [ "$(first_line LC_ALL=nl_NL.UTF-8)" = "$dutch" ]
    [ "$(first_line LC_MESSAGES=nl_BE.ISO-8859-1)" = "$dutch" ]
    [ "$(first_line LANG=nl_NL)" = "$dutch" ]
}

@test "without them, in C, and in a language without a catalogue it is English" {
    [ "$(first_line LANGUAGE=)" = "$english" ]
    [ "$(first_line LC_ALL=C)" = "$english" ]
    [ "$(first_line LC_ALL=POSIX)" = "$english" ]
    [ "$(first_line LANG=C.UTF-8)" = "$english" ]
    [ "$(first_line LANGUAGE=en)" = "$english" ]
    [ "$(first_line LANG=fr_FR.UTF-8)" = "$english" ]
}

@test "the first that is set decides: LANGUAGE, LC_ALL, LC_MESSAGES, LANG" {
    [ "$(first_line LC_ALL=C LANG=nl_NL.UTF-8)" = "$english" ]
    [ "$(first_line LC_MESSAGES=C LANG=nl_NL.UTF-8)" = "$english" ]
    [ "$(first_line LC_ALL=nl_NL.UTF-8 LC_MESSAGES=C LANG=C)" = "$dutch" ]
    [ "$(first_line LANGUAGE=en LC_ALL=nl_NL.UTF-8)" = "$english" ]
    [ "$(first_line LANGUAGE=nl LC_ALL=C)" = "$dutch" ]
    [ "$(first_line LANGUAGE= LC_ALL= LC_MESSAGES=nl_NL LANG=C)" = "$dutch" ]
}

@test "all four programs speak Dutch, and keep to one screen of 80 columns" {
    local program
    for program in mc-new mc-step mc-check mc-export; do
        LANGUAGE="nl" "$program" --help >help
        [[ $(head -n 1 help) == "gebruik: $program "* ]]
        grep -q 'toon deze hulp' help
        [ "$(wc -l <help)" -le 24 ]
        # Characters, not bytes.
        perl -CSD -ne 'chomp; print if length > 80' help >wide
        diff /dev/null wide
    done
}

@test "a finding is told in the language; its place, level and code are the same" {
    wrong_case >wrong.zaak
    LANGUAGE=en ends 1 mc-check wrong.zaak >said.en
    LANGUAGE="nl" ends 1 mc-check wrong.zaak >said.nl
    [ "$(wc -l <said.en)" -ge 8 ]
    diff <(cut -d' ' -f1,2 said.en) <(cut -d' ' -f1,2 said.nl)
    diff <(grep -o '\[MC[0-9]*\]$' said.en) <(grep -o '\[MC[0-9]*\]$' said.nl)
    # Every line is another one in Dutch.
    [ "$(comm -12 <(sort said.en) <(sort said.nl) | wc -l)" -eq 0 ]
    grep -qxF 'wrong.zaak:19: fout: Hulp takes zelf, georganiseerd, samen met Veilig Thuis or nee [MC006]' said.en
    grep -qxF 'wrong.zaak:19: fout: Hulp moet zijn: zelf, georganiseerd, samen met Veilig Thuis of nee [MC006]' said.nl
    grep -qE '^wrong.zaak:14: fout: Bron takes .* \(did you mean waarneming\?\) \[MC006\]$' said.en
    grep -qE '^wrong.zaak:14: fout: Bron moet zijn: .* \(bedoelde je waarneming\?\) \[MC006\]$' said.nl
}

@test "the line of -v is the same in every language" {
    wrong_case >wrong.zaak
    LANGUAGE="nl" mc-check -v --fail-level=nooit wrong.zaak 2>said.nl >/dev/null
    LANGUAGE=en mc-check -v --fail-level=nooit wrong.zaak 2>said.en >/dev/null
    cmp said.en said.nl
    [[ $(cat said.nl) == "mc-check: zaken=1 fout="*" onleesbaar=0" ]]
}

@test "what is data is the same in every language" {
    local format language
    for language in en nl; do
        for format in json jsonl csv rec zaak text; do
            LANGUAGE=$language mc-export -f "$format" "$BATS_TEST_DIRNAME/../share/voorbeelden"
        done >"said.$language"
        LANGUAGE=$language mc-new -k basis --id=a -F Beroepskracht=arts |
            LANGUAGE=$language mc-step persoon -F Persoon=kind1 -F Rol=kind >>"said.$language"
    done
    grep -q '^Rol: kind$' said.en
    cmp said.en said.nl
}

# What all four programs print on the examples and a wrong case, language and clock being fixed.
everything() {
    local format
    for format in text json jsonl csv rec zaak; do
        mc-export -f "$format" "$BATS_TEST_DIRNAME/../share/voorbeelden"
    done
    mc-check --fail-level=nooit "$1" "$BATS_TEST_DIRNAME/../share/voorbeelden"
    mc-export -f json "$BATS_TEST_DIRNAME/../share/voorbeelden" | mc-new --from=json
    mc-new -k basis --id=a -F Beroepskracht=arts | mc-step persoon -F Persoon=kind1 -F Rol=kind
    LANGUAGE=en mc-check --help
}

@test "all four programs print the same bytes over locales, zones and umasks" {
    local locale zone mask runs=0
    export LANGUAGE=nl MC_DOOR='İ. Ülker'
    wrong_case >wrong.zaak
    everything wrong.zaak >wanted
    [ "$(wc -l <wanted)" -gt 500 ]
    for locale in C C.UTF-8 nl_NL.UTF-8 tr_TR.UTF-8 de_DE.ISO-8859-1; do
        for zone in UTC Europe/Amsterdam America/St_Johns Pacific/Kiritimati; do
            mask=$([[ $((runs % 2)) -eq 0 ]] && echo 077 || echo 000)
            (umask "$mask" && LC_ALL=$locale LC_NUMERIC=$locale LANG=$locale TZ=$zone everything wrong.zaak) >got
            cmp wanted got || { echo "$locale $zone"; return 1; }
            runs=$((runs + 1))
        done
    done
    [ "$runs" -eq 20 ]
}

@test "a day of the clock without a zone is a day everywhere" {
    local zone
    for zone in UTC Pacific/Kiritimati America/St_Johns Europe/Amsterdam; do
        TZ=$zone MC_NU=2026-11-24 mc-new -k basis --id=a -F Beroepskracht=arts | grep -x 'Geopend: 2026-11-24'
        TZ=$zone MC_NU=2026-11-24 mc-new -k basis --id=a -F Beroepskracht=arts | grep -E '^Vastgelegd: 2026-11-24T00:00:00'
    done
}
