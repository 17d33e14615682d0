#!/usr/bin/env bats
# mc-step weging on a terminal: the questions of the framework, and that what is typed is in the case or kept.
# shellcheck disable=SC2016,SC2154 # the editors are scripts; programs comes from lib

load lib
bats_require_minimum_version 1.5.0

canary=Kwikstaart
export MC_DOOR=arts

# A case in a.zaak with two children and two signals, an empty folder `run` for what is kept, and no editor.
setup() {
    cd "$BATS_TEST_TMPDIR" || return
    export TMPDIR=$BATS_TEST_TMPDIR/run
    unset VISUAL EDITOR
    mkdir run
    new_case basis
}

new_case() {
    mc-new -k "$1" --id=a -F Beroepskracht=arts >a.zaak
    local kind
    for kind in kind1 kind2; do
        mc-step persoon -F Persoon=$kind -F Rol=kind a.zaak >>made
    done
    mc-step signaal -F Datum=2026-11-19 -F Betreft=kind1 -F Betreft=kind2 -F Bron=waarneming \
        -F "Feit=$canary: een blauwe plek van vijf centimeter op de linkerbovenarm gezien, en een op de rechter." a.zaak >>made
    mc-step signaal -F Datum=2026-11-20 -F Betreft=kind1 -F Bron=waarneming -F "Feit=Geen jas aan." a.zaak >>made
    cp a.zaak before
}

# The program that types: the sanitizer build has none of its own.
pty() {
    local program=$programs/pty
    [ -x "$program" ] || program=$programs/../pty
    "$program" "$@"
}

# asks STATUS ARGUMENT...: mc-step on a terminal, typed on by the script on standard input, with `Antwoord`, `Labels` and so
# on as in the language; it ends with that status. `out` is what came on the terminal, `err` standard error.
asks() {
    local wanted=$1 got=0
    shift
    cat >script
    pty script "exec mc-step $(printf '%q ' "$@") 2>err" >out || got=$?
    [ "$got" = "$wanted" ] || { echo "status $got"; cat out err; return 1; }
    # Nothing about people is said outside the terminal of the one who records.
    run ! grep -q "$canary" err
}

# The last entry without when and by whom.
recorded() {
    last_entry | head -n -2
}

# Nothing was kept, and the case is as it was.
nothing_done() {
    cmp before a.zaak
    diff /dev/null <(ls -A run)
}

# What was typed is in `file`, for nobody else, and that was said; the case is as it was.
kept() {
    cmp before a.zaak
    file=$(echo run/mc-step-*/weging.rec)
    [ -f "$file" ]
    [ "$(stat -c %a "$file" "${file%/*}" | tr '\n' ' ')" = "600 700 " ]
    grep -qF "mc-step: $BATS_TEST_TMPDIR/$file: what was typed is kept here; go on with: mc-step Weging " err
}

going_on() {
    sed -n 's/.*go on with: //p' err
}

# holds TEXT...: each is in what came on the terminal, as it would be on one line.
holds() {
    local text
    tr -s ' \n' ' ' <out >flat
    for text; do
        grep -qF -- "$text" flat || { echo "not shown: $text"; cat out; return 1; }
    done
}

# ---- whole ways ----

@test "all the way to a report: Aard, Samen, signals, the norms with their source, and then it is recorded" {
    asks 0 weging a.zaak <<'SCRIPT'
Labels [iedereen]: |
Question 1, Vermoeden
Answer (ja, nee, twijfel, onbekend): |ja
> |Twee plekken,
> |+ beide \x5c
> |# even groot.
> |
Question 2, Veiligheid
Answer|J
> |Hij is nu thuis.
> |
Unsafety (acuut, structureel, beide): |b
Together (ja, nee) [nee]: |ja
Question 3, Hulp
Answer|n
> |Ik kan dit niet.
> |
1: 2026-11-19, Kwikstaart: een blauwe plek van vijf centimeter op de ...
2: 2026-11-20, Geen jas aan.
Labels [geen]: |2, 1
Instrument [geen]: |LIRIK
> |Samen met Bakker.
> |
Record it? (ja/nee): |ja
SCRIPT
    [ "$(tail -n 1 out)" = "a.zaak:36: Weging: 1" ]
    recorded | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-24' 'Vraag1: ja' 'Vraag2: ja' 'Vraag3: nee' \
        'Motivering1: Twee plekken,' '+ + beide \ ' '+ # even groot.' 'Motivering2: Hij is nu thuis.' \
        'Motivering3: Ik kan dit niet.' 'Aard: acuut en structureel' 'Steunt: 2' 'Steunt: 1' 'Instrument: LIRIK' \
        'Samen: Veilig Thuis' 'Toelichting: Samen met Bakker.')
    diff /dev/null err
    diff /dev/null <(ls -A run)
    # What went before is as it was.
    cmp -n "$(stat -c %s before)" before a.zaak
    holds 'by the framework basis, version 2019-01-01: Voorbeeld-afwegingskader, ministerie van VWS.' \
        'The framework: Melden bij Veilig Thuis. De afwegingen 3 tot en met 5 worden samen met Veilig Thuis doorlopen.' \
        'Question 2, Veiligheid: ja Hij is nu thuis.' 'Unsafety: acuut en structureel Weighed together' 'Outcome: melden' \
        'Meldnorm 1: In ALLE gevallen van acute onveiligheid en/of structurele onveiligheid. Source: https://handelingsprotocol' \
        'Meldnorm 2: In alle ANDERE' 'Framework basis, version 2019-01-01'
    run -1 grep -F 'Still open' out
    # What mc-check makes of it is not the questions' fault.
    run mc-check -s waarschuwing -C MC0,MC4 a.zaak
    [ -z "$output" ]
}

@test "help whose result is not known yet: the last question is left open, and says so" {
    asks 0 4 a.zaak <<'SCRIPT'
Labels|kind2
Question 1|ja
> |x
> |
Question 2|nee
> |x
> |
Question 3|ja
> |x
> |
Question 4|ja
> |x
> |
Question 5, Resultaat
Answer|
Labels|alle
Instrument|
> |
Record it?|j
SCRIPT
    recorded | grep -v Motivering | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-24' 'Betreft: kind2' 'Vraag1: ja' \
        'Vraag2: nee' 'Vraag3: ja' 'Vraag4: ja' 'Vraag5:' 'Steunt: 1' 'Steunt: 2')
    holds 'Left open: not yet to be said.' 'Outcome: hulp' 'Still open: question 5, Resultaat, and what follows on it.' 'For: kind2'
    run -1 grep -E 'Unsafety|Together|Meldnorm' out
}

@test "a closed matter: nee to the first question asks no other" {
    asks 0 weging a.zaak <<'SCRIPT'
Labels|
Answer|nee
> |Een val, door twee mensen gezien.
> |
Labels [geen]|
Instrument|
> |
Record it?|ja
SCRIPT
    holds 'Outcome: afsluiten'
    run -1 grep -F 'Question 2' out
}

@test "each question may be left open; the questions end there, and the outcome is onbeslist" {
    asks 0 weging a.zaak <<'SCRIPT'
Labels|
Answer|ja
> |
Question 2|
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-24' 'Vraag1: ja' 'Vraag2:')
    holds 'Without a reason; mc-check will ask for it (MC403).' 'Left open: the questions end here.' 'Outcome: onbeslist' \
        'Still open: question 2, Veiligheid'
}

# ---- going back ----

@test "- goes back, what was answered stands in brackets, and what is no longer on the path is not recorded" {
    asks 0 weging a.zaak <<'SCRIPT'
Labels|-
This is the first question.
Labels|kind1
Answer|ja
> |een
> |
Question 2|ja
> |twee
> |
Unsafety|a
Together|j
Question 3, Hulp
Answer|-
Together (ja, nee) [ja]: |-
Unsafety (acuut, structureel, beide) [acuut]: |-
There stands, and Enter leaves it so:
  twee
> |-
Answer (ja, nee, twijfel, onbekend, open) [ja]: |nee
> |toch niet
> |
Question 3, Hulp
Answer|-
> |-
Answer|-
> |-
Answer (ja, nee, twijfel, onbekend, open) [ja]: |-
Labels [kind1]: |kind1 kind2
Answer (ja, nee, twijfel, onbekend, open) [ja]: |
> |
Question 2, Veiligheid
[nee]: |
> |
Question 3|nee
> |drie
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-24' 'Betreft: kind1' 'Betreft: kind2' 'Vraag1: ja' 'Vraag2: nee' \
        'Vraag3: nee' 'Motivering1: een' 'Motivering2: toch niet' 'Motivering3: drie')
}

@test "a first answer that is changed at the end takes the rest out; open takes an answer back" {
    asks 0 weging a.zaak <<'SCRIPT'
Labels|
Answer|ja
> |een
> |
Answer|nee
> |twee
> |
Question 3|-
> |-
[nee]: |open
Labels [geen]: |-
Question 2
Answer (ja, nee, twijfel, onbekend): |-
> |een en een half
> |-
[ja]: |
  een en een half
> |
Question 2|
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-24' 'Vraag1: ja' 'Vraag2:' 'Motivering1: een en een half')
}

# ---- what is shown on ? ----

@test "? shows the explanation, what helps, the terms with their sources, and what follows from each answer" {
    new_case jeugd-en-gezin
    asks 1 weging a.zaak <<'SCRIPT'
Labels|?
Labels|
Answer|?
Question 1, Vermoeden
Answer|ja
> |?
The reason says on what this answer rests
> |x
> |?
> |
Question 2, Veiligheid
Answer|?
Answer|ja
> |x
> |
Unsafety|?
Unsafety|a
Together|?
Together|ja
Question 3, Hulp
Answer|?
Answer|ja
> |x
> |
Question 4|j
> |
Question 5|
Labels|?
Labels|
Instrument|?
Instrument|
> |?
> |
Record it?|?
ja puts this weighing in the case file
Record it?|
Possible are: ja, nee.
Record it?|nee
SCRIPT
    holds 'one child may have to be reported' 'In alle stappen van de meldcode is het mogelijk deze af te sluiten.' \
        'acute onveiligheid: Van acute onveiligheid is sprake als een persoon in direct fysiek gevaar verkeert' \
        'voorbeelden van acute onveiligheid: Direct (levens)gevaar;' '(samengevat) Source:' \
        'What helps to weigh it: Heeft de professional de mogelijkheid indien nodig het slachtoffer in veiligheid te brengen?' \
        'ja: Meld bij Veilig Thuis. De afwegingen 3 tot en met 5' 'twijfel, onbekend: the weighing stays undecided' \
        'twijfel, onbekend: this question stays open; ask Veilig Thuis for advice.' 'Its name and what came out of it' \
        'Meldnorm 1: In ALLE gevallen van acute onveiligheid en/of structurele onveiligheid. (basistekst)' \
        'A weighing rests on facts' 'What else is to be known'
    # A question to which some terms belong by name is explained by these.
    [ "$(tr -s ' \n' ' ' <out | grep -o 'onthulling: Een slachtoffer' | wc -l)" -ge 3 ]
    # What follows from ja to question 1 is known without its being answered.
    kept
    grep -qx 'mc-step: nothing was recorded' err
    [ "$(grep -c . "$file")" -gt 8 ]
}

# ---- doubt ----

@test "doubt to which the framework has no row leaves it undecided, and Veilig Thuis is named" {
    asks 0 weging a.zaak <<'SCRIPT'
Labels|
twijfel, onbekend: the weighing stays undecided (onbeslist)
Answer|ja
> |x
> |
Question 2|t
twijfel, onbekend: the weighing stays undecided (onbeslist); ask Veilig
> |Ik weet het niet.
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | grep -qx 'Vraag2: twijfel'
    holds 'Outcome: onbeslist' 'Still open: question 2, Veiligheid was answered with doubt; ask Veilig Thuis for advice.'
}

@test "doubt about safety reports where the framework has a row for it" {
    new_case onderwijs
    asks 0 weging a.zaak <<'SCRIPT'
Labels|
Question 1, Vermoeden
Answer|ja
> |x
> |
Question 2, Veiligheid
Answer|t
Bij twijfel geldt hetzelfde als bij ja
> |x
> |
Unsafety|s
Together|
mc-check will ask for it (MC407).
Question 3|o
> |x
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | grep -v Motivering | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-24' 'Vraag1: ja' 'Vraag2: twijfel' \
        'Vraag3: onbekend' 'Aard: structureel')
    holds '(samengevat)' 'Outcome: melden' 'Meldnorm 1' 'twijfel, onbekend: this question stays open; ask Veilig Thuis' \
        'Heb ik op basis van de stappen 1 tot en met 4 van de meldcode een vermoeden van (dreiging van) huiselijk geweld en/of kindermishandeling? (basistekst)'
}

@test "a disclosure is shown at the safety question, by what the framework says of it" {
    mc-step signaal -F Datum=2026-11-21 -F Betreft=kind2 -F Bron=waarneming -F Feit=x -F Disclosure=ja a.zaak
    asks 1 weging a.zaak <<'SCRIPT'
Labels|kind1
Answer|ja
> |
Question 2|-
> |-
Answer|-
Labels|kind2
Answer|
> |
Signal 3 is a disclosure. An answer other than unsafe is asked about
Answer|\x04\c
SCRIPT
    [ "$(grep -c 'is a disclosure' out)" = 1 ]
    sed -i 's/^Kader: .*/Kader: jeugd-en-gezin/' a.zaak
    asks 1 weging a.zaak <<'SCRIPT'
Labels|
Answer|ja
> |
Signal 3 is a disclosure. In this framework a disclosure counts as acute
Answer|\x04\c
SCRIPT
}

# ---- earlier weighings ----

# A weighing of before about that child.
earlier() {
    mc-step weging -F Datum=2026-11-22 -F Betreft="$1" -F Vraag1=ja -F Vraag2=nee -F Vraag3=ja -F Vraag4=ja -F Motivering1=oud1 \
        -F Motivering2=oud2 -F Motivering3=oud3 -F Motivering4=oud4 -F Steunt=1 a.zaak
}

@test "a weighing that builds on an earlier one holds what is new alone" {
    earlier kind1
    asks 0 weging a.zaak <<'SCRIPT'
Labels|kind1
There is a weighing 1 of 2026-11-22 about the same, with the outcome
Build on it (ja, nee) [nee]: |ja
Answer (ja, nee, twijfel, onbekend) [ja]: |
Question 2
Answer (ja, nee, twijfel, onbekend) [nee]: |
Question 3
[ja]: |
Question 4
[ja]: |
Question 5
Answer (ja, nee, twijfel, onbekend): |nee
> |Het helpt niet.
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 2' 'Datum: 2026-11-24' 'Betreft: kind1' 'Bouwt_op: 1' 'Vraag5: nee' 'Motivering5: Het helpt niet.')
    holds 'Question 1, Vermoeden: ja (from weighing 1)' 'Outcome: melden Meldnorm 3' '(samengevat)'
    says 0 "" mc-check -C MC4 a.zaak
}

@test "an answer that changes is written with its reason, and the rest is taken over" {
    earlier kind1
    asks 0 weging a.zaak <<'SCRIPT'
Labels|kind1
Build|j
[ja]: |
[nee]: |ja
> |Nu wel.
> |
Unsafety|a
Together|ja
[ja]: |nee
> |x
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 2' 'Datum: 2026-11-24' 'Betreft: kind1' 'Bouwt_op: 1' 'Vraag2: ja' 'Vraag3: nee' \
        'Motivering2: Nu wel.' 'Motivering3: x' 'Aard: acuut' 'Samen: Veilig Thuis')
}

@test "nothing is built on a weighing that is not about all of the persons, or by another framework" {
    earlier kind1
    asks 1 weging a.zaak <<'SCRIPT'
Labels|
Question 1|-
Labels|kind2
Question 1|-
Labels|kind1 kind2
Question 1|\x04\c
SCRIPT
    run -1 grep Build out
    mc-step wijziging -F Datum=2026-11-23 -F "Reden=ander kader" -F Kader=jeugd-en-gezin a.zaak
    asks 1 weging a.zaak <<'SCRIPT'
jeugd-en-gezin, version 2019-01-01
Labels|kind1
Question 1|\x04\c
SCRIPT
    run -1 grep Build out
}

@test "two children: one is reported, the other helped" {
    earlier kind2
    asks 0 weging a.zaak <<'SCRIPT'
Labels|kind3
There is no kind3; the labels stand above.
Labels|kind1
Answer|ja
> |x
> |
Question 2|ja
> |x
> |
Unsafety|a
Together|n
Question 3|
Labels|3
There is no 3
Labels|1 2
Instrument|
> |
Record it?|ja
SCRIPT
    mc-step besluit -F Melden=ja -F Hulp=nee -F Betreft=kind1 -F Motivering=x a.zaak
    mc-export -f json a.zaak | jq -r '.. | .voortgang? // empty | .uitkomst' | grep -qx melden
    recorded | grep -qx 'Betreft: kind1'
}

# ---- to revise ----

@test "--revise: what stands is in brackets, and what is not asked stays" {
    mc-step weging -F Datum=2026-11-22 -F Betreft=kind1 -F Vraag1=ja -F Vraag2=ja -F Vraag3=nee -F Motivering1=oud -F Motivering2=weg \
        -F Aard=acuut -F Samen='Veilig Thuis' -F Steunt=1 -F Instrument=LIRIK -F Toelichting=lang -F Afschermen=ja -F X_Eigen=7 a.zaak
    asks 0 weging --revise=1 a.zaak <<'SCRIPT'
Weighing 1 is revised
Labels [kind1]: |
[ja]: |
  oud
> |
Question 2
[ja]: |
  weg
> |nieuw
> |
[acuut]: |s
[ja]: |
Question 3
[nee]: |
> |
Labels [1]: |1,2
  LIRIK
Instrument: |geen
  lang
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-22' 'Betreft: kind1' 'Vraag1: ja' 'Vraag2: ja' 'Vraag3: nee' \
        'Motivering1: oud' 'Motivering2: nieuw' 'Aard: structureel' 'Steunt: 1' 'Steunt: 2' 'Samen: Veilig Thuis' 'Toelichting: lang' \
        'Afschermen: ja' 'X_Eigen: 7')
}

@test "--revise: nothing changed is nothing typed; a colleague who was faster: 75, and it is kept" {
    mc-step weging -F Datum=2026-11-22 -F Betreft=kind1 -F Vraag1=nee -F Motivering1=oud a.zaak
    cp a.zaak before
    asks 1 weging --revise=1 a.zaak <<'SCRIPT'
Labels|
Answer|
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    grep -qx 'mc-step: nothing was typed; nothing was recorded' err
    nothing_done
    asks 75 weging --revise=1 a.zaak <<SCRIPT
Labels|
Answer|
> |$canary
> |
Labels|
Instrument|
> |
Record it?|\\sh mc-step weging --revise=1 -F Motivering1=collega a.zaak >place; cp a.zaak before
|ja
SCRIPT
    grep -qx 'mc-step: somebody else revised or withdrew Weging 1 meanwhile; nothing was recorded' err
    kept
    grep -qx "Motivering1: $canary" "$file"
    asks 1 weging --revise=2 a.zaak </dev/null
    grep -qx 'mc-step: the case has no Weging with the label 2' err
}

# ---- nothing is lost ----

@test "Ctrl-C records nothing and keeps what was typed, and the command that is said goes on" {
    asks 130 weging a.zaak <<SCRIPT
Labels|kind1
Answer|ja
> |$canary gezien.
> |
Question 2|ja
> |Een regel van twee.
> |\x03\c
SCRIPT
    kept
    grep -qx 'mc-step: ended by a signal; nothing was recorded' err
    diff "$file" - <<KEPT
Datum: 2026-11-24
Betreft: kind1
Vraag1: ja
Vraag2: ja
Motivering1: $canary gezien.
Motivering2: Een regel van twee.
KEPT
    [ "$(going_on)" = "mc-step Weging -i $BATS_TEST_TMPDIR/$file a.zaak" ]
    bash -c "$(going_on)"
    recorded | tail -n +2 | diff "$file" -
}

@test "Ctrl-C while revising keeps the whole entry, and the command that is said opens it again" {
    mc-step weging -F Datum=2026-11-22 -F Betreft=kind1 -F Vraag1=ja -F Motivering1=oud -F X_Eigen=7 a.zaak
    cp a.zaak before
    asks 130 weging --revise=1 a.zaak <<'SCRIPT'
Labels|
[ja]: |nee
> |\x03\c
SCRIPT
    kept
    diff "$file" - <<'KEPT'
Weging: 1
Datum: 2026-11-22
Betreft: kind1
Vraag1: nee
Motivering1: oud
X_Eigen: 7
KEPT
    [ "$(going_on)" = "mc-step Weging --revise=1 -e -i $BATS_TEST_TMPDIR/$file a.zaak" ]
    EDITOR="sed -i 's/oud/nieuw/'" bash -c "$(going_on)"
    recorded | diff <(sed 's/oud/nieuw/' "$file") -
}

@test "Ctrl-D, a terminal that is closed and SIGTERM keep it too; where nothing was typed nothing is kept" {
    local how wanted said
    while read -r how wanted said; do
        asks "$wanted" weging a.zaak <<SCRIPT
Labels|
Answer|ja
> |$how
SCRIPT
        kept
        [ -z "$said" ] || grep -qx "mc-step: $said" err
        grep -qx 'Vraag1: ja' "$file"
        rm -r run/*
        asks "$wanted" weging a.zaak <<SCRIPT
Labels|
Answer|$how
SCRIPT
        nothing_done
    done <<'HOW'
\x04\c 1 the input ended before the last question; nothing was recorded
\x03\c 130 ended by a signal; nothing was recorded
\x1c\c 130 ended by a signal; nothing was recorded
\term 143 ended by a signal; nothing was recorded
\hup 129
HOW
}

@test "nee at the end records nothing, and keeps it" {
    asks 1 weging a.zaak <<'SCRIPT'
Labels|
Answer|nee
> |
Labels|
Instrument|
> |
Record it?|misschien
Possible are: ja, nee.
Record it?|nee
SCRIPT
    kept
    [ "$(head -n 1 err)" = 'mc-step: nothing was recorded' ]
    rm -r run/*
    # Where there is no place for a file it is shown, for it is nowhere else.
    TMPDIR=$PWD/weg asks 73 weging a.zaak <<'SCRIPT'
Labels|
Answer|nee
> |Gezien door twee mensen.
> |
Labels|
Instrument|
> |
Record it?|nee
Motivering1: Gezien door twee mensen.
SCRIPT
    nothing_done
}

@test "a case that is locked at the end: 75, and it is kept; one that another wrote to meanwhile is extended" {
    asks 0 weging a.zaak <<'SCRIPT'
Labels|
Answer|\sh mc-step weging -F Vraag1=nee a.zaak >place; mc-step notitie -F Tekst=x a.zaak >>place
|nee
> |een
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 2' 'Datum: 2026-11-24' 'Vraag1: nee' 'Motivering1: een')
    cp a.zaak before
    mkfifo lock locked unlock
    { read -r _ <lock; exec 9<a.zaak; flock 9; echo >locked; read -r _ <unlock; } 3>&- &
    asks 75 weging --wait=0 a.zaak <<'SCRIPT'
Labels|
Build|
Answer|nee
> |twee
> |
Labels|
Instrument|
> |
Record it?|\sh echo >lock; read -r x <locked
|ja
SCRIPT
    echo >unlock
    wait $!
    grep -qx 'mc-step: a.zaak: another program is writing to it; nothing was recorded' err
    kept
    bash -c "$(going_on)"
    recorded | grep -qx 'Motivering1: twee'
}

# ---- what cannot be taken ----

@test "lines that are too long, no UTF-8, or hold control characters are said and asked again" {
    long=$(printf '%5000s' '' | tr ' ' x)
    most=$(printf '%4094s' '' | tr ' ' y)
    asks 0 weging a.zaak <<SCRIPT
Labels|\\xff
which no case may hold
Labels [iedereen]: |
Answer|j\\x16\\x01a
which no case may hold
Answer|$long
This line is too long for a terminal.
Answer|ja
> |goed
> |kapot \\xc3\\x28
> |terug\\xe2\\x80\\xaedraai
> |$long
This line is too long for a terminal.
> |$most
> |
Question 2|$most
That is no answer here. Possible are: ja, nee, twijfel, onbekend, open.
Answer|
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    recorded | diff - <(printf '%s\n' 'Weging: 1' 'Datum: 2026-11-24' 'Vraag1: ja' 'Vraag2:' 'Motivering1: goed' "+ $most")
}

# ---- where there is no dialogue ----

@test "without a framework that judges that day: it is said, and the editor opens" {
    sed -i 's/^Kader: .*/Kader: weg/' a.zaak
    cp a.zaak before
    printf '%s\n' '#!/bin/bash' 'sed -i "s/^Vraag1: /&ja/" "$1"' >./ed
    chmod +x ed
    EDITOR=$PWD/ed asks 0 weging a.zaak </dev/null
    [ "$(cat err)" = "mc-step: a.zaak: no framework judges it on that day (MC016), so there are no questions to ask; the editor opens instead" ]
    recorded | grep -qx 'Vraag1: ja'
    run -1 grep Question out
    # One that is not in force on the day of the Weging that is revised.
    sed -i 's/^Kader: .*/Kader: basis/' a.zaak
    mc-step weging --revise=1 -F Datum=2018-01-01 a.zaak
    EDITOR=true asks 1 weging --revise=1 a.zaak </dev/null
    grep -qF '(MC016)' err
}

@test "-e is the editor; another kind, and a weighing that is given, ask nothing" {
    printf '%s\n' '#!/bin/bash' 'sed -i "s/^Vraag1: /&ja/; s/^Tekst: /&x/" "$1"' >./ed
    chmod +x ed
    export EDITOR=$PWD/ed
    asks 0 weging -e a.zaak </dev/null
    asks 0 notitie a.zaak </dev/null
    asks 0 weging -F Vraag1=nee a.zaak </dev/null
    run -1 grep Question out
    [ "$(grep -c ^Vraag1: a.zaak)" = 2 ]
}

@test "standard output elsewhere: the questions are on the terminal, the place of the entry there" {
    cat >script <<'SCRIPT'
Labels|
Answer|nee
> |
Labels|
Instrument|
> |
Record it?|ja
SCRIPT
    pty script 'exec mc-step weging a.zaak >place' >out
    [ "$(cat place)" = "a.zaak:36: Weging: 1" ]
    grep -q 'Question 1' out
    run -1 grep -F 'a.zaak:36' out
}

# ---- how it looks ----

@test "lines are at most 80 columns, without any control character, and end without a space" {
    local kader
    for kader in jeugd-en-gezin onderwijs; do
        new_case "$kader"
        asks 1 weging a.zaak <<'SCRIPT'
Labels|?
Labels|
Answer|?
Answer|ja
> |
Question 2|?
Answer|ja
> |
Unsafety|?
Unsafety|b
Together|?
Together|
Question 3|?
Answer|ja
> |
Question 4|?
Answer|ja
> |
Question 5|?
Answer|nee
> |
Labels|
Instrument|
> |
Record it?|nee
SCRIPT
        # A single word may be longer: an address is left whole.
        perl -CSD -ne 'chomp; print if length > 80 && /\S\s+\S/' out >wide
        diff /dev/null wide
        run -1 grep -P '[\x00-\x09\x0b-\x1f\x7f]' out
        run -1 grep -P '^(?!.*: $|> $).* $' out
        rm -rf run/*
    done
}

@test "in Dutch" {
    export LANGUAGE=nl
    asks 0 weging a.zaak <<'SCRIPT'
Voor wie is deze weging?
Labels [iedereen]: |
Vraag 1, Vermoeden
Antwoord (ja, nee, twijfel, onbekend): |ja
Waarom dit antwoord op vraag 1?
> |Twee plekken.
> |
Vraag 2, Veiligheid
Antwoord (ja, nee, twijfel, onbekend): |misschien
Dat is hier geen antwoord. Mogelijk zijn: ja, nee, twijfel, onbekend, open.
Antwoord|ja
> |Hij is nu thuis.
> |
Onveiligheid (acuut, structureel, beide): |acuut
Samen (ja, nee) [nee]: |nee
Vraag 3, Hulp
Antwoord|
Op welke signalen steunt deze weging?
Labels [geen]: |1
Instrument [geen]: |
> |
Uitkomst: melden
Vastleggen? (ja/nee): |ja
SCRIPT
    recorded | grep -qx 'Aard: acuut'
    # No English is left but what is the same in Dutch.
    run -1 grep -Ei 'question|weighing|answer|unsafety|framework|the |enter alone l' out
}

@test "the session in mc-step(1) is what comes on the terminal" {
    mkdir -p zaken/2026
    header k7q3wd >zaken/2026/k7q3wd.zaak
    mc-step persoon -F Persoon=kind1 -F Rol=kind zaken/2026/k7q3wd.zaak
    mc-step signaal -F Datum=2026-11-23 -F Betreft=kind1 -F Bron=waarneming -F Feit=x zaken/2026/k7q3wd.zaak
    asks 0 weging zaken/2026/k7q3wd.zaak <<'SCRIPT'
Answer|ja
> |Zie signaal 1.
> |
Answer|ja
> |Vader is nu thuis en heeft gezegd dat hij weer gaat slaan.
> |
Unsafety|acuut
Together|nee
Answer|
Labels|1
Instrument|
> |
Record it?|ja
SCRIPT
    awk '/^\.Ss The questions/ { section = 1 } section && /^\.Bd/ { inside = 1; next } /^\.Ed/ { inside = section = 0 } inside' \
        "$programs/man/mc-step.1" | sed 's/\\-/-/g; s/\\&//g' >page
    [ "$(wc -l <page)" -gt 20 ]
    # Each part of it, between dots, is there as it stands.
    perl -0777 -ne 'BEGIN { open my $out, "<", "out"; local $/; $all = <$out> }
        for my $part (split /^\.\.\.\n/m) { print "not so:\n$part" if index($all, $part) < 0 }' page >wrong
    diff /dev/null wrong
}
