#!/usr/bin/env bats
# What is exported comes back: through json, through jsonl and through the formatter (-f zaak), to the byte for a case in
# normal form; any other readable case comes back in normal form, and a second round changes nothing.

load lib

# A case in normal form with all that is hard to carry over. A `~` at the end of a line is a space, <TAB> is one.
hard_case() {
    sed 's/~$/ /; s/<TAB>/\t/g' <<'CASE'
Zaak: Moeilijk.geval_1-a
Formaat: 1
Kader: basis
Geopend: 2026-11-02
Organisatie: Thuiszorg "De Linde" & Zn.
Team:
Beroepskracht: wijkverpleegkundige
Contact: map C:\zorg\~
Vervolgt: 2025-03-14-ab2c3d
Vervolgt: eigen_nummer.12
Onbekend_veld: bewaard
X_Clientnummer: 00417
Vastgelegd: 2026-11-02T10:00:00+01:00
Door: wijkverpleegkundige

Persoon: client
Rol: afhankelijke volwassene
Naam: Aaltje Zijlstra-Núñez
Ook_bekend_als: mevr. Zijlstra
Ook_bekend_als: oma Aal
Vastgelegd: 2026-11-02T10:02:00+01:00

Persoon: dochter
Rol: familielid
Naam: José van 't Hoff
Tolk: onbekend

Signaal: 1
Datum: 2026-11-02
Betreft: client
Bron: waarneming
Feit: Op de bovenarm vier ronde plekken, blauw en geel 🟦🟨.
Citaat: "Ze knijpt me," zei ze, "als ik niet opschiet."

Signaal: 2
Signaal: tweede
Signaal: derde
Datum: 2026-11-03T08:15:00+01:00
Betreft: client
Bron: uitspraak derde
Bronpersoon: buurvrouw
Feit: Eerste regel.
+
+
+  met een spatie ervoor en erachter~
+ # geen opmerking
+ + geen vervolg
+ Signaal: geen veld
+ <TAB>met<TAB>TAB
+ eindigt op \~
+ een " en dan ]}]} en nog \\" {[{ zonder einde
+ \u0041 "\" <b>&amp;</b> {"a":[1]}
+
Duiding:
Toelichting: gezien en gehoord
Afschermen: ja
Weer_iets: een
Weer_iets:
Weer_iets: drie
Los: apart
X_Mijn: een
X_Mijn: twee
X_Leeg:

Signaal: 1
Datum: 2026-11-02
Betreft: client
Bron: waarneming
Feit: Op de linkerbovenarm vier ronde plekken, blauw.
Vastgelegd: 2026-11-04T16:20:00+01:00
Door: wijkverpleegkundige

Overleg: 1
Ingetrokken: bij de verkeerde cliënt vastgelegd

Huisbezoek: 7
Toelichting: een soort die er niet is
Huis: Lindelaan 4
X_Km: 12
Door: wijkverpleegkundige

X_eigen:

Notitie:
Tekst: zonder label

Notitie: met spatie
+ en regel
Datum: geen dag
Datum: 2026-11-06
Tekst: ook wat niet klopt komt terug

Notitie: 3
Vernietigd: ja

Weging: 1
Datum: 2026-11-09
Vraag1: ja
Vraag2: misschien
Motivering1: de plekken passen bij knijpen
Steunt: 1
Steunt: 9

CASE
}

# same FILE WANTED
same() {
    cmp -- "$1" "$2" || {
        diff -- "$2" "$1"
        return 1
    }
}

# round FILE: the formatter, json and jsonl all give the normal form of it, and a second round gives it again.
round() {
    local format
    mc-export -f zaak "$1" >normal
    [ -s normal ]
    mc-export -f zaak normal >again
    same again normal
    for format in json jsonl; do
        mc-export -f "$format" "$1" | mc-new --from="$format" >back
        same back normal
        mc-export -f "$format" normal | mc-new --from="$format" >back
        same back normal
    done
}

@test "the shipped examples come back to the byte" {
    local file files=0
    for file in "$BATS_TEST_DIRNAME"/../share/voorbeelden/*.zaak; do
        round "$file"
        same normal "$file"
        files=$((files + 1))
    done
    [ "$files" -ge 3 ]
}

@test "a case with all that is hard to carry over comes back to the byte" {
    hard_case >hard.zaak
    round hard.zaak
    same normal hard.zaak
}

@test "every readable case among the tests comes back in normal form" {
    find "$BATS_TEST_DIRNAME" -name '*.zaak' | LC_ALL=C sort >files
    # All in one stream; none of them is unreadable.
    mapfile -t files <files
    mc-export -f zaak "${files[@]}" >readable
    [ "$(grep -c ^Zaak: readable)" -ge 100 ]
    round readable
    same normal readable
}

@test "what is not in normal form comes back in it, once and for all" {
    printf '%b' '\xef\xbb\xbf# opmerking\r\nZaak: x\r\nDoor: verpleegkundige\r\nX_B: 2\r\nTeam: Noord\r\nVreemd: a\r\n' \
        'Formaat: 1\r\nKader: basis\r\nVervolgt: een\r\nGeopend: 2026-11-02\r\nVervolgt: twee\r\n' \
        'Beroepskracht: verpleegkundige\r\nVreemd: b\r\nX_A: 1\r\n  \r\n\t\r\n# nog een\r\n\r\n' \
        'Signaal: 1\r\nVastgelegd: 2026-11-03T09:00:00+01:00\r\nFeit: blauw \r\n+ \r\n+ oog\r\nAfschermen: ja\r\n' \
        'Betreft: b\r\nDatum: 2026-11-02\r\nEigen: 1\r\nBetreft: a\r\nSignaal: 2\r\nBron: waarneming\r\n' >loose.zaak
    cat >wanted <<'CASE'
Zaak: x
Formaat: 1
Kader: basis
Geopend: 2026-11-02
Team: Noord
Beroepskracht: verpleegkundige
Vervolgt: een
Vervolgt: twee
Vreemd: a
Vreemd: b
X_B: 2
X_A: 1
Door: verpleegkundige

Signaal: 1
Signaal: 2
Datum: 2026-11-02
Betreft: b
Betreft: a
Bron: waarneming
Feit: blauw~
+
+ oog
Afschermen: ja
Eigen: 1
Vastgelegd: 2026-11-03T09:00:00+01:00

CASE
    sed -i 's/~$/ /' wanted
    round loose.zaak
    same normal wanted
}

@test "a stream of cases comes back in order, the same id twice included" {
    hard_case >one
    cat one "$BATS_TEST_DIRNAME"/../share/voorbeelden/*.zaak one >stream
    round stream
    same normal stream
}

@test "what json holds is the same, whether it comes from the case or from what came back" {
    hard_case >hard.zaak
    mc-export -f json hard.zaak >first
    mc-new --from=json first | mc-export -f json >second
    same second first
}

@test "json that jq has rewritten comes back to the byte" {
    hard_case >hard.zaak
    mc-export -f json hard.zaak | jq . | mc-new --from=json >back
    same back hard.zaak
    mc-export -f json hard.zaak | jq --ascii-output --compact-output '.[]' | mc-new --from=jsonl >back
    same back hard.zaak
}

@test "what comes back in a folder is judged as the case was" {
    hard_case >Moeilijk.geval_1-a.zaak
    mc-check Moeilijk.geval_1-a.zaak | sed 's/^[^:]*//' >wanted
    [ -s wanted ]
    mc-export -f jsonl Moeilijk.geval_1-a.zaak | mc-new --from=jsonl -d cases
    mc-check cases | sed 's/^[^:]*//' >got
    same got wanted
}

@test "the longest value there may be comes back; one byte more is refused" {
    long_case() {
        printf 'Zaak: lang\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\nNotitie: 1\nTekst: '
        head -c "$1" /dev/zero | tr '\0' x
        printf '\n\n'
    }
    long_case 262144 >long.zaak
    round long.zaak
    same normal long.zaak
    mc-export -f json long.zaak | sed 's/xxx/xxxx/' >longer.json
    run mc-new --from=json longer.json
    [ "$status" -eq 1 ]
    [ "$output" = "longer.json:1: fout: entry 1, Tekst: a value longer than 256 KiB [MC017]" ]
    # A value whose last line ends in a backslash is written with a space behind it: that counts.
    mc-export -f json long.zaak | sed 's/xxx"/xx\\\\"/' >backslash.json
    run mc-new --from=json backslash.json
    [ "$status" -eq 1 ]
    [ "$output" = "backslash.json:1: fout: entry 1, Tekst: a value longer than 256 KiB [MC017]" ]
    mc-export -f json long.zaak | sed 's/xxx"/x\\\\"/' | mc-new --from=json | mc-export -f zaak >back
    [ "$(wc -c <back)" -eq "$(wc -c <long.zaak)" ]
}

@test "the largest case there may be comes back; one byte more is refused" {
    large_case() {
        printf 'Zaak: groot\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n'
        local label
        for ((label = 1; label <= 83; label++)); do
            printf 'Notitie: %d\nTekst: ' "$label"
            head -c 200000 /dev/zero | tr '\0' x
            printf '\n\n'
        done
        printf 'Notitie: 84\nTekst: '
        head -c "$1" /dev/zero | tr '\0' y
        printf '\n\n'
    }
    large_case 0 >large.zaak
    large_case $((16 * 1024 * 1024 - $(wc -c <large.zaak))) >large.zaak.new
    mv large.zaak.new large.zaak
    [ "$(wc -c <large.zaak)" -eq $((16 * 1024 * 1024)) ]
    round large.zaak
    same normal large.zaak
    mc-export -f json large.zaak | sed 's/yyy/yyyy/' >larger.json
    run mc-new --from=json larger.json
    [ "$status" -eq 1 ]
    [ "$output" = "larger.json:1: fout: this case is larger than 16 MiB [MC017]" ]
}

@test "ten times as many entries, of as many labels or of one, cost about ten times as much" {
    # many ENTRIES ONE_LABEL
    many() {
        printf 'Zaak: veel\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n'
        awk -v n="$1" -v one="$2" 'BEGIN { for (i = 1; i <= n; i++)
            printf "Notitie: %d\nDatum: 2026-11-03\nTekst: aantekening %d\n\n", one ? 1 : i, i }'
    }
    # cost FILE PROGRAM...: sets `milliseconds` to its time in the processor, its output goes to FILE.
    cost() {
        local TIMEFORMAT=%U seconds
        seconds=$({ time "${@:2}" >"$1"; } 2>&1)
        milliseconds=$((10#${seconds/./}))
    }
    local one less
    for one in 0 1; do
        many 10000 "$one" >few.zaak
        many 100000 "$one" >many.zaak
        cost few.json mc-export -f json few.zaak
        less=$milliseconds
        cost many.json mc-export -f json many.zaak
        echo "export, one label $one: $less ms, $milliseconds ms"
        # Ten times and the noise of a busy machine; a hundred times were it to grow with the square.
        ((milliseconds <= 30 * (less + 10)))
        cost back mc-new --from=json few.json
        less=$milliseconds
        same back few.zaak
        cost back mc-new --from=json many.json
        echo "import, one label $one: $less ms, $milliseconds ms"
        ((milliseconds <= 30 * (less + 10)))
        same back many.zaak
    done
}

@test "a thousand generated cases come back to the byte, and recutils reads all cases there are" {
    gen -n 1000 -w 30 >stream
    mc-export -f zaak stream | cmp - stream
    mc-export -f json stream | mc-new --from=json | cmp - stream
    mc-export -f jsonl stream | mc-new --from=jsonl | cmp - stream
    recfix --check stream
    [ "$(recsel stream | grep -c '^Zaak: ')" = 1000 ]
    cat "$BATS_TEST_DIRNAME"/regels/*.zaak "$BATS_TEST_DIRNAME"/../share/voorbeelden/*.zaak >cases
    recfix --check cases
    [ "$(recsel cases | grep -c '^Zaak: ')" = "$(grep -c '^Zaak: ' cases)" ]
}
