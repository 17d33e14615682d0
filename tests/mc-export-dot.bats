#!/usr/bin/env bats
# mc-export -f dot: a framework as a graph, in the language that dot(1) of Graphviz reads.
# shellcheck disable=SC2154 # status and output come from run

bats_require_minimum_version 1.5.0
load lib

shipped=$BATS_TEST_DIRNAME/../share/kader

# own_kader [KORT]: a framework with two questions.
own_kader() {
    cat <<KADER
Kader: eigen
Versie: 2
Geldig: 2020-01-01
Titel: Kader voor "wie" weegt
Eigenaar: Huis & Hof
Tekst_status: letterlijk
Bron: handboek

Vraag: 1
Kort: ${1-Veilig}
Tekst: Is het onveilig?
Weegt: veiligheid
Ongunstig: ja

Antwoord: 1 ja
Uitkomst: melden
Norm: 1
Verder: 2
Samen: Veilig Thuis

Antwoord: 1 nee
Verder: 2

Antwoord: 1 twijfel
Verder: 2

Vraag: 2
Tekst: Kan ik helpen?
Weegt: hulp
Ongunstig: nee

Antwoord: 2 ja
Uitkomst: hulp
Verder: einde

Antwoord: 2 nee
Uitkomst: melden
Norm: 1
Verder: einde

Meldnorm: 1
Tekst: Bij onveiligheid.
KADER
}

# grammatical: standard input is graphs as the grammar of Graphviz has them, in the part of it that is used: every ID is a
# word or a string in which each quote is escaped, every statement is a node, an edge or what holds for all.
grammatical() {
    perl -0777 -ne '
        my $id = qr/(?:[A-Za-z_][A-Za-z0-9_]*|"(?:[^"\\\n]|\\["\\n])*")/;
        my $attributes = qr/\[$id=$id(?:, $id=$id)*\]/;
        my $statement = qr/    $id(?: -> $id)?(?: $attributes)?;\n/;
        my $graph = qr/digraph $id \{\n$statement+\}\n/;
        exit(/\A(?:$graph)+\z/ ? 0 : 1)'
}

@test "questions are boxes, rows are edges, outcomes are ends with their norm" {
    own_kader >eigen.kader
    mc-export -f dot eigen.kader >got
    diff got - <<'DOT'
digraph "eigen, versie 2" {
    graph [labelloc=t, fontname="sans-serif", label="eigen, versie 2\nKader voor \"wie\" weegt\nHuis &amp; Hof"];
    node [shape=box, fontname="sans-serif"];
    edge [fontname="sans-serif"];
    v1 [style=bold, label="1. Veilig"];
    v2 [label="2"];
    v1 -> v2 [label="ja: melden, meldnorm 1\nverder samen met Veilig Thuis"];
    v1 -> v2 [label="nee"];
    v1 -> v2 [label="twijfel"];
    v2 -> e1 [label="ja"];
    v2 -> e2 [label="nee"];
    e1 [shape=oval, label="hulp"];
    e2 [shape=oval, label="melden\nmeldnorm 1"];
}
DOT
    grammatical <got
}

@test "every framework that is shipped is a graph with an edge for each of its rows and a box for each question" {
    local at
    for at in "$shipped"/*.kader; do
        mc-export -f dot "$at" >got
        grammatical <got
        [ "$(grep -c -- ' -> ' got)" -eq "$(grep -c '^Antwoord:' "$at")" ]
        [ "$(grep -cE '^    v[0-9] \[' got)" -eq "$(grep -c '^Vraag:' "$at")" ]
    done
    mc-export -f dot "$shipped/basis.kader" | grep -o 'shape=oval, label="[^"]*"' >got
    printf 'shape=oval, label="%s"\n' afsluiten 'melden\nmeldnorm 2' volgen 'melden\nmeldnorm 3' | diff got -
    mc-export -f DOT "$shipped"/*.kader >all
    grammatical <all
    [ "$(grep -c '^digraph' all)" -eq "$(printf '%s\n' "$shipped"/*.kader | wc -l)" ]
}

@test "no text of a framework is taken for a sign of the graph" {
    local kort
    for kort in '"]; x -> y [label="' $'a\\' '\"' $'\\N \\G \\\\' '&lt;b&gt; &#34;' '<b>x</b>' '}' ']' '/* */ // #' $'\ttab' \
        'ünï' '%s %n'; do
        own_kader "${kort//\\/\\ }" >eigen.kader
        mc-export -f dot eigen.kader >got
        grammatical <got
        [ "$(grep -cE '^    v1 \[' got)" -eq 1 ]
        [ "$(grep -c -- '^    v[12] -> ' got)" -eq 5 ]
    done
    own_kader '"&lt;\ "' >eigen.kader
    mc-export -f dot eigen.kader | grep -qxF '    v1 [style=bold, label="1. \"&amp;lt;\\ \""];'
}

@test "of several versions the one that is in force is drawn, today or on the day of --today" {
    own_kader Nieuw >eigen.kader
    { echo && own_kader Oud | sed 's/^Versie: 2/Versie: 1/; s/^Geldig: .*/Geldig: 2015-01-01\nTot: 2019-12-31/'; } >>eigen.kader
    [ "$(mc-export -f dot eigen.kader | grep -c '^digraph')" -eq 1 ]
    mc-export -f dot eigen.kader | grep -q 'label="1. Nieuw"'
    mc-export -f dot --today=2019-12-31 eigen.kader | grep -q 'label="1. Oud"'
    says 2 "mc-export: eigen.kader: no version of it is in force on 2014-01-01; --today names another day" \
        mc-export -f dot --today=2014-01-01 eigen.kader
}

@test "one that does not parse, is not there or has no name is said, and the others are drawn" {
    own_kader >eigen.kader
    own_kader | sed 's/^Kader: eigen/Kader: stuk/; s/^Weegt: hulp/Weegt: niets/' >stuk.kader
    own_kader >Hoofd.kader
    ends 2 mc-export -f dot stuk.kader weg.kader Hoofd.kader eigen.kader >got 2>err
    grep -qxF 'stuk.kader:29: fout: Weegt takes vermoeden, veiligheid, hulp, aanvaarding or resultaat [MC006]' err
    grep -qxF 'mc-export: weg.kader: No such file or directory' err
    grep -qxF 'mc-export: Hoofd.kader: is no name of a framework: small letters, digits and -, then .kader' err
    grammatical <got
    grep -q '^digraph "eigen, versie 2" {$' got
}

@test "it is of frameworks alone: cases, no operand and options of cases are usage" {
    own_kader >eigen.kader
    header a >a.zaak
    local alone="mc-export: --format=dot takes frameworks alone: NAME.kader"
    says 64 "$alone" mc-export -f dot a.zaak
    says 64 "$alone" mc-export -f dot eigen.kader a.zaak
    says 64 "$alone" mc-export -f dot - </dev/null
    says 64 "$alone" mc-export -f dot </dev/null
    says 64 "$alone" mc-export -f dot eigen.kader .
    local option
    for option in --doel=dossier --table=zaken --since=2026-11-01 --stand=hulp --team=x --no-formula-guard; do
        says 64 "mc-export: --format=dot draws a framework: it goes without ${option%=*}" \
            mc-export -f dot "$option" eigen.kader
    done
    says 64 "mc-export: --format: unknown format dott; there is text, json, jsonl, csv, rec, zaak" mc-export -f dott a.zaak
    says 64 "mc-export: --format=dot is one document: --output takes a file" mc-export -f dot -o uit/ eigen.kader
    [ ! -e uit ]
}

@test "it goes into a file, which stays as it was when nothing could be drawn" {
    own_kader >eigen.kader
    mc-export -f dot -o eigen.dot eigen.kader
    grammatical <eigen.dot
    cp eigen.dot before
    ends 2 mc-export -f dot -o eigen.dot weg.kader 2>err
    cmp eigen.dot before
    run bash -c 'mc-export -f dot eigen.kader >/dev/full'
    [ "$status" -eq 74 ]
}

@test "a row to a question that is not there is drawn to it" {
    own_kader | sed '0,/^Verder: 2/s//Verder: 7/' >eigen.kader
    mc-export -f dot eigen.kader >got
    grammatical <got
    grep -q '^    v1 -> v7 ' got
}
