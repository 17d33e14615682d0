#!/usr/bin/env bats
# mc-step with an editor: what it opens on, what becomes of what is typed, and that it is never lost.
# shellcheck disable=SC2016 # the editors are scripts, and messages hold backquotes

load lib
bats_require_minimum_version 1.5.0

canary=Kwikstaart

# A case in a.zaak (nine lines), an empty folder `run` for what is kept, and no editor yet.
setup() {
    cd "$BATS_TEST_TMPDIR" || return
    export MC_DOOR=arts TMPDIR=$BATS_TEST_TMPDIR/run
    unset VISUAL EDITOR
    mkdir run
    mc-new -k basis --id=a -F Organisatie=Noord -F Beroepskracht=arts >a.zaak
    cp a.zaak before
}

# editor LINE...: a script with those lines is the editor; "$1" in it is the file.
editor() {
    printf '%s\n' '#!/bin/bash' "$@" >./ed
    chmod +x ed
    export EDITOR=$BATS_TEST_TMPDIR/ed
}

# edits STATUS ARGUMENT...: mc-step ends with that status; `out` and `err` hold what it prints.
edits() {
    local wanted=$1 got=0
    shift
    mc-step "$@" >out 2>err </dev/null || got=$?
    [ "$got" = "$wanted" ] || { echo "status $got: $*"; cat out err; return 1; }
}

# on_terminal STATUS COMMAND: with a terminal of its own; `out` holds what came on it.
on_terminal() {
    local got=0
    terminal "$2" >out || got=$?
    sed -i 's/\r$//; s/^\^D\x08\x08//' out
    [ "$got" = "$1" ] || { echo "status $got: $2"; cat out; return 1; }
}

# Nothing was kept, and the case is as it was.
nothing_done() {
    cmp before a.zaak
    diff /dev/null <(ls -A run)
}

# The file that was kept, and that it was said and is for nobody else; the case is as it was.
kept() {
    cmp before a.zaak
    file=$(echo run/mc-step-*/*.rec)
    [ -f "$file" ]
    [ "$(stat -c %a "$file" "${file%/*}" | tr '\n' ' ')" = "600 700 " ]
    grep -qF "mc-step: $BATS_TEST_TMPDIR/$file: what was typed is kept here; go on with: mc-step " err
    run ! grep -q "$canary" err
}

# The command that is said to go on with.
going_on() {
    sed -n 's/.*go on with: //p' err
}

# ---- what is typed is recorded ----

@test "what is typed in the editor is recorded, and nothing of it is left elsewhere" {
    editor 'sed -i "s/^Tekst: /&School gebeld./" "$1"; cp "$1" "$1~"; cp "$1" typed'
    edits 0 notitie -e a.zaak
    [ "$(cat out)" = "a.zaak:10: Notitie: 1" ]
    diff /dev/null err
    last_entry | diff - <(printf '%s\n' 'Notitie: 1' 'Datum: 2026-11-24' 'Tekst: School gebeld.' \
        'Vastgelegd: 2026-11-24T09:00:00+01:00' 'Door: arts')
    diff /dev/null <(ls -A run)
    # It opened on the template.
    sed 's/^Tekst: .*/Tekst: /' typed | diff - <(mc-step --template notitie)
}

@test "the editor opens on what is given, in the order of the table" {
    printf 'Advies: een\n+ twee\nX_Eigen: 7\nMet: collega\nVraag:\nNaam: Bakker\n' >o.rec
    editor 'grep -v "^#" "$1" >typed; echo "Stap: 3" >>"$1"'
    edits 0 overleg -i o.rec -F met='veilig thuis' -F Anoniem= --edit a.zaak
    sed '/^$/d' typed | diff - <(printf '%s\n' 'Overleg: ' 'Datum: ' 'Stap: ' 'Met: Veilig Thuis' 'Naam: Bakker' \
        'Advies: een' '+ twee' 'Toelichting: ' 'Afschermen: ' 'X_Eigen: 7' 'Vraag:' 'Anoniem:')
    last_entry | head -n -2 | diff - <(printf '%s\n' 'Overleg: 1' 'Datum: 2026-11-24' 'Stap: 3' 'Met: Veilig Thuis' \
        'Naam: Bakker' 'Anoniem:' 'Vraag:' 'Advies: een' '+ twee' 'X_Eigen: 7')
}

@test "VISUAL goes before EDITOR, and either may hold arguments and quotes" {
    editor 'echo "Tekst: x $1 $2" | sed "s|$PWD.*||" >>"${!#}"'
    EDITOR=false VISUAL="'$PWD/ed' -w 'twee woorden'" edits 0 notitie -e a.zaak
    last_entry | grep -qx 'Tekst: x -w twee woorden'
    VISUAL='' edits 0 notitie -e a.zaak
}

@test "without VISUAL and EDITOR it is sensible-editor, else vi" {
    mkdir bin
    editor 'echo "Tekst: vi" >>"$1"'
    mv ed bin/vi
    ln -s "$(command -v bash)" bin/bash
    unset EDITOR
    env PATH="$BATS_TEST_TMPDIR/bin" "$(command -v mc-step)" notitie -e a.zaak
    last_entry | grep -qx 'Tekst: vi'
    editor 'echo "Tekst: sensible" >>"$1"'
    mv ed bin/sensible-editor
    unset EDITOR
    env PATH="$BATS_TEST_TMPDIR/bin" "$(command -v mc-step)" notitie -e a.zaak
    last_entry | grep -qx 'Tekst: sensible'
}

@test "the case is not locked while the editor is open, and another's entry comes first" {
    editor 'mc-step notitie --wait=0 -F Tekst=collega a.zaak >/dev/null; echo "Tekst: ik" >>"$1"'
    edits 0 notitie -e a.zaak
    [ "$(cat out)" = "a.zaak:16: Notitie: 2" ]
    grep '^Tekst: ' a.zaak | diff - <(printf 'Tekst: collega\nTekst: ik\n')
}

@test "no text is in the environment or the arguments of the editor" {
    printf 'Tekst: %s\n' $canary >n.rec
    editor 'env >seen; tr "\0" "\n" </proc/$$/cmdline >>seen; tr "\0" "\n" </proc/$PPID/cmdline >>seen' 'echo "+ meer" >>"$1"' \
        'sed -i "s/^Afschermen: //" "$1"; sed -i "/^$/d" "$1"; sed -i "/^+ meer/d; s/^Tekst: /&meer /" "$1"'
    edits 0 notitie -e -i n.rec a.zaak
    [ -s seen ]
    run ! grep -q $canary seen
}

# ---- to revise ----

@test "an entry that is revised is filled in, and what is taken out is not copied" {
    mc-step overleg -F Met=collega -F Advies=oud -F Vraag=weg -F Anoniem=ja -F Naam= a.zaak >/dev/null
    editor 'cp "$1" typed; sed -i "s/^Advies: oud/Advies: nieuw/; /^Vraag: /d; s/^Anoniem: .*/Anoniem: /" "$1"'
    edits 0 overleg --revise=1 -e a.zaak
    grep -qx 'Overleg: 1' typed
    grep -q '^Ingetrokken: $' typed
    last_entry | head -n -2 | diff - <(printf '%s\n' 'Overleg: 1' 'Datum: 2026-11-24' 'Met: collega' 'Naam:' 'Advies: nieuw')
}

@test "an entry that is revised keeps its label, and may be withdrawn in the editor" {
    mc-step notitie -F Tekst=oud a.zaak >/dev/null
    cp a.zaak before
    editor 'sed -i "s/^Notitie: 1/Notitie: 2/" "$1"'
    edits 1 notitie --revise=1 -e a.zaak
    grep -qx 'mc-step: an entry that is revised keeps its label' err
    kept
    [ "$(going_on)" = "mc-step Notitie --revise=1 -e -i $BATS_TEST_TMPDIR/$file a.zaak" ]
    rm -r run/*
    editor 'sed -i "s/^Ingetrokken: /&dubbel/" "$1"'
    edits 0 notitie --revise=1 -e a.zaak
    last_entry | grep -qx 'Ingetrokken: dubbel'
}

@test "an entry that a colleague revised, withdrew or destroyed meanwhile is not replaced: 75" {
    mc-step notitie -F Tekst=oud a.zaak >/dev/null
    cp a.zaak old.zaak
    for meanwhile in '-F Tekst=collega' '--withdraw=dubbel'; do
        cp old.zaak a.zaak
        editor "mc-step notitie --revise=1 $meanwhile a.zaak >/dev/null; cp a.zaak before" \
            "sed -i 's/^Tekst: .*/Tekst: $canary/' \"\$1\""
        edits 75 notitie --revise=1 -e a.zaak
        grep -qx 'mc-step: somebody else revised or withdrew Notitie 1 meanwhile; nothing was recorded' err
        kept
        grep -qx "Tekst: $canary" "$file"
        rm -r run/*
    done
    # Another entry that came meanwhile is no reason.
    cp old.zaak a.zaak
    editor 'mc-step notitie -F Tekst=collega a.zaak >/dev/null; sed -i "s/^Tekst: .*/Tekst: nieuw/" "$1"'
    edits 0 notitie --revise=1 -e a.zaak
    [ "$(last_entry | head -n 3)" = $'Notitie: 1\nDatum: 2026-11-24\nTekst: nieuw' ]
}

# ---- nothing typed ----

@test "where nothing was typed nothing is recorded, and nothing is kept" {
    local line
    while IFS= read -r line; do
        editor "$line"
        edits 1 notitie -e a.zaak
        [ "$(cat err)" = "mc-step: nothing was typed; nothing was recorded" ]
        nothing_done
    done <<'EDITORS'
true
: >"$1"
sed -i '/^#/d' "$1"
sed -i 's/ *$//' "$1"; echo >>"$1"
rm "$1"
touch "$1~"
EDITORS
    mc-step notitie -F Tekst=oud a.zaak >/dev/null
    cp a.zaak before
    editor true
    edits 1 notitie --revise=1 -e a.zaak
    edits 1 notitie -F Tekst=x -e a.zaak
    nothing_done
}

@test "what was typed behind a # alone is kept all the same" {
    editor 'sed -i "s/^# the note.*/# $canary/" "$1"'
    canary=$canary edits 1 notitie -e a.zaak
    kept
}

@test "an editor that ends with an error: nothing is recorded, and what was typed is kept" {
    editor "sed -i 's/^Tekst: /&$canary/' \"\$1\"; exit 3"
    edits 1 notitie -e a.zaak
    grep -qx 'mc-step: the editor ended with an error; nothing was recorded' err
    kept
    [ "$(wc -l <err)" -eq 2 ]
    rm -r run/*
    editor 'exit 1'
    edits 1 notitie -e a.zaak
    [ "$(cat err)" = 'mc-step: the editor ended with an error; nothing was recorded' ]
    nothing_done
    # What the editor itself saved when it died is kept too.
    editor 'touch "${1%/*}/.notitie.rec.swp"; kill -KILL $$'
    edits 1 notitie -e a.zaak
    kept
    [ -e "${file%/*}/.notitie.rec.swp" ]
}

@test "an editor that there is not is said" {
    EDITOR=geen-editor edits 1 notitie -e a.zaak
    grep -qx 'mc-step: the editor could not be started; name one in VISUAL or EDITOR. Nothing was recorded' err
    nothing_done
}

# ---- refused, and going on ----

@test "an entry that breaks the format is refused with the lines of the kept file, from which one goes on" {
    editor "sed -i 's/^Datum: /&$canary/; s/^Met: /&colega/' \"\$1\"; echo 'Vrag: $canary' >>\"\$1\""
    edits 1 overleg -e a.zaak
    kept
    at=$BATS_TEST_TMPDIR/$file
    head -n -1 err | diff - <(printf '%s\n' \
        "$at:$(grep -n ^Datum: "$file" | cut -d : -f 1): fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008]" \
        "$at:$(grep -n ^Met: "$file" | cut -d : -f 1): fout: Met takes collega, aandachtsfunctionaris, Veilig Thuis, vertrouwensarts, letseldeskundige, deskundige eergerelateerd geweld, leidinggevende or andere beroepskracht (did you mean collega?) [MC006]" \
        "$at:$(grep -n ^Vrag: "$file" | cut -d : -f 1): fout: Overleg has no such field (did you mean Vraag?); fields of your own begin with X_ [MC004]" \
        "$at:$(grep -n ^Advies: "$file" | cut -d : -f 1): fout: Overleg lacks Advies, which is mandatory [MC007]")
    [ "$(going_on)" = "mc-step Overleg -i $at a.zaak" ]
    # In the editor again, and half mended.
    editor "sed -i 's/^Datum: .*/Datum: /; s/^Vrag: .*/Vraag: x/; s/^Met: colega/Met: collega/' \"\$1\""
    edits 1 2 -e -i "$file" a.zaak
    [[ $(head -n 1 err) == *": fout: Overleg has no such field"* || $(head -n 1 err) == *"lacks Advies"* ]]
    # And by hand.
    sed -i 's/^Datum: .*/Datum: 2026-11-20/; s/^Met: .*/Met: collega/; s/^Vrag: .*//; s/^Advies: /&Bel morgen./' "$file"
    edits 0 2 -i "$file" a.zaak
    last_entry | head -n 4 | diff - <(printf '%s\n' 'Overleg: 1' 'Datum: 2026-11-20' 'Met: collega' 'Advies: Bel morgen.')
}

@test "lines that are no field are refused, and the editor opens on them again as they are" {
    editor "sed -i 's/^Tekst: .*/Tekst: een\\n$canary is gezien\\n\\n+ twee/' \"\$1\""
    edits 1 notitie -e a.zaak
    kept
    line=$(grep -n "^$canary" "$file" | cut -d : -f 1)
    grep -q "^$BATS_TEST_TMPDIR/$file:$line: fout: .* \[MC001\]$" err
    editor "sed -i 's/^$canary/+ &/; /^\$/d' \"\$1\""
    edits 0 notitie -e -i "$file" a.zaak
    last_entry | sed -n '3,5p' | diff - <(printf '%s\n' 'Tekst: een' "+ $canary is gezien" '+ twee')
    [ -f "$file" ] # it is the input now, and that is not removed
}

@test "an empty line within what is typed is said" {
    editor 'printf "Tekst: een\n\nToelichting: twee\n" >"$1"'
    edits 1 notitie -e a.zaak
    grep -q ': holds an empty line, which ends the entry; take it out, or make it "+" where it belongs to a text$' err
    kept
}

@test "what is wrong before the editor opens is said before anything is typed" {
    editor 'touch opened'
    edits 1 notitie -e --revise=7 a.zaak
    edits 1 notitie -e -F Tekst=$'a\001' a.zaak
    edits 2 notitie -e weg.zaak
    edits 2 notitie -e -i weg.rec a.zaak
    edits 64 notities -e a.zaak
    exec 9<a.zaak
    flock 9
    edits 75 notitie -e --wait=0 a.zaak
    exec 9<&-
    sed -i '$d' a.zaak
    edits 2 notitie -e a.zaak
    [ ! -e opened ]
    diff /dev/null <(ls -A run)
}

@test "the command to go on with can be pasted, whatever the case is called" {
    mv a.zaak "it's een zaak.zaak"
    editor 'sed -i "s/^Tekst: /&gebeld/; s/^Datum: /&gisteren/" "$1"'
    edits 1 notitie -e "it's een zaak.zaak"
    sed -i 's/^Datum: .*/Datum: 2026-11-20/' run/*/notitie.rec
    bash -c "$(going_on)"
    grep -qx 'Tekst: gebeld' "it's een zaak.zaak"
}

# ---- nothing is lost ----

@test "a case that is locked at the end: 75, and what was typed is kept" {
    exec 9<a.zaak
    editor 'flock 9; echo "Tekst: gebeld" >>"$1"'
    edits 75 notitie -e --wait=0.3 a.zaak
    grep -qx 'mc-step: a.zaak: another program is writing to it; nothing was recorded' err
    kept
    exec 9<&-
    bash -c "$(going_on)"
    last_entry | grep -qx 'Tekst: gebeld'
}

@test "a case that was moved, cut off or given a second name meanwhile: what was typed is kept" {
    local meanwhile
    for meanwhile in 'mv a.zaak b.zaak' 'sed -i "\$d" a.zaak' 'ln a.zaak c.zaak' 'mkdir m; mv a.zaak m; ln -s m a.zaak'; do
        rm -rf a.zaak b.zaak c.zaak run/* m
        cp before a.zaak
        editor "$meanwhile" 'echo "Tekst: gebeld" >>"$1"'
        edits 2 notitie -e a.zaak
        [ "$(tail -n 1 run/*/notitie.rec)" = 'Tekst: gebeld' ]
        grep -q "/notitie.rec: what was typed is kept here; " err
    done
}

@test "a case that cannot be written: 73 or 74, and what was typed is kept" {
    mkdir map
    mv a.zaak map
    editor 'chmod 555 map; echo "Tekst: gebeld" >>"$1"'
    ends 73 plain_user mc-step notitie -e map/a.zaak >out 2>err
    chmod 755 map
    mv map/a.zaak .
    kept
    rm -r run/*
    # The case and its entry are larger than the kept file alone.
    printf 'Notitie: 1\nDatum: 2026-11-20\nTekst: %s\n\n' "$(head -c 9000 /dev/zero | tr '\0' x)" >>a.zaak
    cp a.zaak before
    editor 'echo "Tekst: gebeld" >>"$1"'
    ends 74 bash -c 'ulimit -f 8; mc-step notitie -e a.zaak' >out 2>err
    grep -qx 'mc-step: a.zaak: File too large; nothing was recorded' err
    kept
}

@test "a folder that cannot be written to, or is full, is said before the editor opens" {
    editor 'touch opened'
    chmod 500 run
    ends 73 plain_user mc-step notitie -e a.zaak >out 2>err
    [ "$(cat err)" = "mc-step: $BATS_TEST_TMPDIR/run: Permission denied; there is no place for a file to type the entry in, nothing was recorded" ]
    chmod 700 run
    TMPDIR=$PWD/weg edits 73 notitie -e a.zaak
    bash -c 'ulimit -f 0; mc-step notitie -e a.zaak' 2>&1 >out | cat >err
    grep -q ': File too large; nothing was recorded$' err
    [ ! -e opened ]
    nothing_done
}

@test "the folder is that of TMPDIR, not one that goes with the session, for nobody else whatever the umask and the folder above" {
    editor 'stat -c %a "$1" "${1%/*}" >modes; dirname "${1%/*}" >where; echo "Tekst: x" >>"$1"'
    chmod 2775 run
    umask 000
    edits 0 notitie -e a.zaak
    umask 077
    diff modes <(printf '600\n700\n')
    diff where <(echo "$PWD/run")
    mkdir session
    XDG_RUNTIME_DIR=$PWD/session edits 0 notitie -e a.zaak
    diff where <(echo "$PWD/run")
    # Without TMPDIR it is /tmp.
    TMPDIR='' edits 0 notitie -e a.zaak
    diff where <(echo /tmp)
}

@test "a full or closed standard output: what is recorded is not kept, what a filter lost is" {
    editor 'echo "Tekst: gebeld" >>"$1"'
    ends 74 mc-step notitie -e a.zaak >/dev/full 2>err
    grep -q 'a.zaak: the new Notitie is recorded, but that could not be told' err
    diff /dev/null <(ls -A run)
    cp before a.zaak
    on_terminal 74 'mc-step notitie -e <a.zaak 2>err >/dev/full'
    left=$(echo run/mc-step-*/notitie.rec)
    grep -qF "$left: what was typed is kept here; go on with: mc-step Notitie -i" err
    rm -r run/*
    # Nobody reads any more, before the editor is done.
    editor 'until [ -e gone ]; do sleep 0.01; done' 'echo "Tekst: gebeld" >>"$1"'
    on_terminal 141 'mc-step notitie -e <a.zaak 2>err | { exec <&-; touch gone; }; exit ${PIPESTATUS[0]}'
    left=$(echo run/mc-step-*/notitie.rec)
    grep -qF "$left: what was typed is kept here; go on with: mc-step Notitie -i" err
}

# ---- signals ----

# signalled SIGNAL LINE...: the editor of those lines, which may use $pid, is that of a mc-step; `ended` is its status.
signalled() {
    editor 'pid=$(cat pid)' "$@"
    ended=0
    timeout 20 env --default-signal bash -c 'echo $$ >pid; exec mc-step notitie -e a.zaak' >out 2>err || ended=$?
}

@test "SIGTERM and SIGHUP while the editor is open: it gets them, what was typed is kept and said, the end is by the signal" {
    for signal in TERM HUP; do
        signalled "echo 'Tekst: $canary' >>\"\$1\"" "trap 'echo got >got; exit 0' $signal" "kill -$signal \$pid" \
            'for i in {1..200}; do sleep 0.02; done'
        [ $ended -eq $((128 + $(kill -l $signal))) ]
        [ "$(cat got)" = got ]
        grep -qx 'mc-step: ended by a signal; nothing was recorded' err
        kept
        grep -qx "Tekst: $canary" "$file"
        rm -r run/* got
        # What is not in the file yet may be in an editor that lives on: nothing is removed.
        signalled "kill -$signal \$pid; sleep 4"
        [ $ended -eq $((128 + $(kill -l $signal))) ]
        kept
        rm -r run/*
    done
}

@test "SIGINT and SIGQUIT are the editor's own business" {
    signalled 'kill -INT $pid; kill -QUIT $pid; sleep 0.1; echo "Tekst: gebeld" >>"$1"'
    [ $ended -eq 0 ]
    [ "$(cat out)" = "a.zaak:10: Notitie: 1" ]
    diff /dev/null <(ls -A run)
    cp before a.zaak
    # An editor that it ends ends mc-step too, when the file was said.
    signalled "echo 'Tekst: $canary' >>\"\$1\"; kill -INT \$pid; trap - INT; kill -INT \$\$; sleep 4"
    [ $ended -eq 130 ]
    kept
}

@test "a signal while it waits for the lock with what was typed: kept and said, and the end is by the signal" {
    exec 9<a.zaak
    editor 'flock 9; echo "Tekst: gebeld" >>"$1"; { sleep 0.6; kill -TERM "$(cat pid)"; } >/dev/null 2>&1 9<&- &'
    ended=0
    timeout 20 env --default-signal bash -c 'echo $$ >pid; exec mc-step notitie -e --wait=60 a.zaak' >out 2>err || ended=$?
    exec 9<&-
    [ $ended -eq 143 ]
    kept
}

@test "signals that a parent left ignored do no harm" {
    editor 'echo "Tekst: gebeld" >>"$1"'
    timeout 20 env --ignore-signal=CHLD mc-step notitie -e a.zaak
    diff /dev/null <(ls -A run)
}

# ---- the terminal ----

@test "on a terminal, with nothing given, the editor opens by itself" {
    editor '[ -t 0 ] && [ -t 1 ] && echo "Tekst: gebeld" >>"$1"'
    on_terminal 0 'mc-step notitie a.zaak'
    [ "$(cat out)" = "a.zaak:10: Notitie: 1" ]
    mc-step persoon -F Persoon=kind1 -F Rol=kind a.zaak >/dev/null
    editor 'sed -i "s/^Rol: .*/Rol: ouder/" "$1"'
    on_terminal 0 'mc-step persoon --revise=kind1 a.zaak'
    last_entry | grep -qx 'Rol: ouder'
    editor 'touch opened'
    on_terminal 0 'mc-step notitie -F Tekst=x a.zaak'
    on_terminal 64 'mc-step notitie'
    [ ! -e opened ]
}

@test "off a terminal, with nothing given, it is usage as before" {
    editor 'touch opened'
    edits 64 notitie a.zaak
    [ "$(cat err)" = "mc-step: give the entry with -i FILE or -F NAME=VALUE" ]
    edits 64 notitie --revise=1 a.zaak
    [ ! -e opened ]
}

@test "as a filter the editor is on the terminal, and the case alone on standard output" {
    editor '[ -t 0 ] && [ -t 1 ] && echo praat && echo "Tekst: gebeld" >>"$1"'
    on_terminal 0 'mc-step notitie -e <a.zaak >b.zaak'
    [ "$(cat out)" = praat ]
    cmp -n "$(stat -c %s a.zaak)" a.zaak b.zaak
    [ "$(tail -n 4 b.zaak | head -n 1)" = "Tekst: gebeld" ]
    on_terminal 0 'mc-new -k basis -F Beroepskracht=arts | mc-step notitie -e | mc-step notitie -e | mc-check -v --only=MC0'
    grep -q 'zaken=1 fout=0' out
    diff /dev/null <(ls -A run)
}

@test "the entry may come from standard input, and the editor still has the terminal" {
    editor '[ -t 0 ] && sed -i "s/^Tekst: .*/& En teruggebeld./" "$1"'
    on_terminal 0 "printf 'Tekst: Gebeld.\n' | mc-step notitie -e -i - a.zaak"
    last_entry | grep -qx 'Tekst: Gebeld. En teruggebeld.'
}

@test "a filter without a terminal for the editor is usage" {
    editor 'touch opened'
    run -64 setsid --wait mc-step notitie -e <a.zaak
    [ "$output" = "mc-step: there is no terminal for the editor; give the entry with -i FILE" ]
    [ ! -e opened ]
    # With a case to write to, an editor that needs none will do.
    editor 'read -r line; echo "Tekst: x$line" >>"$1"; echo praat'
    setsid --wait mc-step notitie -e a.zaak >out 2>err </dev/null
    [ "$(cat out err)" = $'a.zaak:10: Notitie: 1\npraat' ]
}
