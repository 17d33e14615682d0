#!/usr/bin/env bats
# Nothing is lost: failing system calls, signals and many writers. `make faults` runs the whole sweep.

load lib

@test "whatever call fails, and whenever a signal comes, a case is the old or the new one, whole" {
    # A seed a day, the same all day: what it finds can be found again.
    seed=$(date +%Y%m%d)
    echo "sweep --short $seed 60"
    "$BATS_TEST_DIRNAME/faults/sweep" --short "$seed" 60 >got || { cat got; return 1; }
    [ "$(cat got)" = "60 rounds, 0 bad" ]
}

@test "twenty writers at once: every entry is there, once, and every reader meets a whole case" {
    mc-new -k basis -F Beroepskracht=arts --id=a >a.zaak
    for i in {1..20}; do
        mc-step notitie --wait=60 -F Tekst="van schrijver $i" a.zaak >said."$i" 2>&1 &
        writers[i]=$!
    done
    for _ in {1..5}; do
        mc-check --today=2026-11-24 a.zaak
    done
    for i in {1..20}; do
        wait "${writers[i]}" || { cat said."$i"; return 1; }
    done
    diff <(printf 'Tekst: van schrijver %s\n' {1..20}) <(grep ^Tekst: a.zaak | sort -V)
    diff <(printf 'Notitie: %s\n' {1..20}) <(grep ^Notitie: a.zaak)
    # Each says the line at which its own entry stands.
    for i in {1..20}; do
        line=$(cut -d : -f 2 said."$i")
        [ "$(sed -n "$((line + 2))p" a.zaak)" = "Tekst: van schrijver $i" ]
    done
    rm said.*
    [ "$(ls -A)" = a.zaak ]
}
