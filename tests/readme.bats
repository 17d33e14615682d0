#!/usr/bin/env bats
# The README: what it tells a newcomer to type gives what it shows.
# shellcheck disable=SC2154 # examples comes from examples

bats_require_minimum_version 1.5.0
load lib
load examples

readme="$BATS_TEST_DIRNAME/../README.md"

# Each block ```sh below <!-- tested -->, then the block ```text that follows it at once; a form feed behind each.
blocks() {
    awk '/^<!-- tested -->$/ { tested = 1; next }
        tested && /^```sh$/ { inside = 1; tested = 0; next }
        shown && /^```text$/ { inside = 1; next }
        inside && /^```$/ { print "\f"; shown = !shown; inside = 0; next }
        inside' "$readme"
}

@test "the commands of the README print what it shows" {
    scratch
    while IFS= read -r -d $'\f' commands && IFS= read -r -d $'\f' shown; do
        example "${commands#$'\n'}" "${shown#$'\n'}"
    done < <(blocks)
    ((examples == 11))
    [ "$(grep -c '^<!-- tested -->$' "$readme")" -eq 11 ]
}

@test "the README names the two commands, and each program, page and target that there is" {
    grep -qx 'make deps demo' "$readme"
    grep -qx 'make deps check' "$readme"
    for word in mc-new mc-step mc-check mc-export 'zaak(5)' 'kader(5)' 'meldcode(7)' 'mc-rules(7)'; do
        grep -qF "$word" "$readme"
    done
    # shellcheck disable=SC2013 # targets are words
    for target in $(sed -n 's/^\.PHONY: //p' "$BATS_TEST_DIRNAME/../Makefile"); do
        [[ $target =~ ^(all|programs|locale|san)$ ]] || grep -qw "make[ $]*$target" <(tr '\n' ' ' <"$readme")
    done
}

@test "the folders that the README names are there" {
    local folder found=0
    while read -r folder; do
        [ -d "$BATS_TEST_DIRNAME/../$folder" ]
        found=$((found + 1))
    done < <(sed -n '/^## Where things are/,/^A floor/p' "$readme" | grep -oE '(cmd|man|share|tests|lib/[a-z]+)/' | sort -u)
    ((found >= 12))
}
