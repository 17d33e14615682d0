#!/usr/bin/env bats
# mc-new --from=csv: rows of a sheet become cases.
# shellcheck disable=SC2016 # messages hold backquotes

bats_require_minimum_version 1.5.0
load lib
load import

CASE_HEAD='Zaak.Zaak,Zaak.Kader,Zaak.Geopend,Zaak.Beroepskracht'
CASE_ROW='basis,2026-11-02,arts'

# sheet HEADER ROW...: header and rows behind those of a case with id a; ROW begins with the first further cell. In rows
# \n and the like are as printf knows them.
sheet() {
    local row
    printf '%b\n' "$CASE_HEAD,$1"
    shift
    for row in "$@"; do
        printf 'a,%s,%b\n' "$CASE_ROW" "$row"
    done
}

# entries: the case on standard input without its header, blank lines away.
entries() {
    sed -e '1,/^$/d' | sed '/^$/d'
}

# gives HEADER ROW... -- ENTRY LINE...: what the case holds behind its header.
gives() {
    local args=()
    while [ "$1" != -- ]; do
        args+=("$1")
        shift
    done
    shift
    sheet "${args[@]}" >in.csv
    mc-new --from=csv in.csv >out
    diff <(printf '%s\n' "$@") <(entries <out)
}

# refused STATUS WHAT HEADER ROW...: the case is refused for that, a line each, and the one behind it taken.
refused() {
    local status=$1 what=$2
    shift 2
    { sheet "$@" && printf 'next,%s\n' "$CASE_ROW"; } >in.csv
    answers "$status" "$(printf 'Zaak: next\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n')" \
        "${what//@/in.csv}" mc-new --from=csv in.csv
}

# ---- a sheet of a team ----

# Three cases as a team may keep them: several rows a case, an empty row between, repeatables with semicolons.
team() {
    cat <<'CSV'
Zaak.Zaak,Zaak.Kader,Zaak.Geopend,Zaak.Team,Zaak.Beroepskracht,Persoon/kind1.Rol,Persoon/kind1.Naam,Persoon/kind1.Geboortedatum,Persoon/moeder.Rol,Persoon/moeder.Naam,Signaal.Datum,Signaal.Betreft,Signaal.Bron,Signaal.Soort,Signaal.Feit,Overleg.Overleg,Overleg.Datum,Overleg.Met,Overleg.Advies
T-2026-014,jeugd-en-gezin,2026-11-02,Noord,gezinsprofessional,kind,Sem,2018-03-02,ouder,Daphne Mulder,2026-10-30,kind1; moeder,waarneming,verwaarlozing; getuige,"Sem (8) kwam zonder jas en zonder eten op school; het vroor.
Op de vraag waarom zei hij: ""mama slaapt nog"".",,,,
T-2026-014,,,,,,,,,,2026-11-03,kind1,uitspraak derde,,De juf belde: Sem viel in slaap onder de les.,collega1,2026-11-04,collega,"Praat eerst met moeder, samen met de jeugdverpleegkundige."

T-2026-015,jeugd-en-gezin,2026-11-05,Noord,gezinsprofessional,kind,Yara,2015-07-19,,,2026-11-04T16:20:00+01:00,kind1,uitspraak betrokkene,psychisch,Yara zei dat ze niet naar huis durft.,,,,
T-2026-016,basis,2026-11-06,Zuid,wijkverpleegkundige,,,,,,,,,,,,,,
CSV
}

@test "a sheet of three cases of a team becomes three files in normal form" {
    team >team.csv
    says 0 'c/2026/T-2026-014.zaak
c/2026/T-2026-015.zaak
c/2026/T-2026-016.zaak' mc-new --from=csv -d c team.csv
    diff - c/2026/T-2026-014.zaak <<'CASE'
Zaak: T-2026-014
Formaat: 1
Kader: jeugd-en-gezin
Geopend: 2026-11-02
Team: Noord
Beroepskracht: gezinsprofessional

Persoon: kind1
Rol: kind
Naam: Sem
Geboortedatum: 2018-03-02

Persoon: moeder
Rol: ouder
Naam: Daphne Mulder

Signaal: 1
Datum: 2026-10-30
Betreft: kind1
Betreft: moeder
Bron: waarneming
Soort: verwaarlozing
Soort: getuige
Feit: Sem (8) kwam zonder jas en zonder eten op school; het vroor.
+ Op de vraag waarom zei hij: "mama slaapt nog".

Signaal: 2
Datum: 2026-11-03
Betreft: kind1
Bron: uitspraak derde
Feit: De juf belde: Sem viel in slaap onder de les.

Overleg: collega1
Datum: 2026-11-04
Met: collega
Advies: Praat eerst met moeder, samen met de jeugdverpleegkundige.

CASE
    mc-check -q --fail-level=fout c
    # What comes out is in normal form.
    mc-export -f zaak c/2026/*.zaak | cmp - <(mc-new --from=csv team.csv)
    mc-new --from=csv team.csv | mc-export -f jsonl - | mc-new --from=jsonl | cmp - <(mc-new --from=csv team.csv)
}

@test "rows that end in CR LF, in CR, with and without a byte order mark or a last end give the same" {
    # Line breaks within cells too.
    team | mc-new --from=csv >wanted
    [ "$(grep -c ^Zaak: wanted)" -eq 3 ]
    team | sed 's/$/\r/' | mc-new --from=csv | cmp - wanted
    team | tr '\n' '\r' | mc-new --from=csv | cmp - wanted
    { printf '\xef\xbb\xbf' && team; } | mc-new --from=csv | cmp - wanted
    printf %s "$(team)" | mc-new --from=csv | cmp - wanted
    team >in.csv
    mc-new --from=csv - <in.csv | cmp - wanted
}

# ---- cells ----

@test "a cell in quotes holds commas, quotes and line breaks; free text keeps its white space" {
    gives Notitie.Datum,Notitie.Tekst '2026-11-02,"een, ""twee""\r\n\r\n+ drie\\\n# vier "' '" 2026-11-03 \n",  kaal  ' -- \
        'Notitie: 1' 'Datum: 2026-11-02' 'Tekst: een, "twee"' + '+ + drie\ ' '+ # vier ' \
        'Notitie: 2' 'Datum: 2026-11-03' 'Tekst: kaal'
}

@test "an empty cell is absent, and a row that is shorter too; a row without cells is none" {
    gives Persoon/kind1.Rol,Persoon/kind1.Naam,Notitie.Datum,Notitie.Tekst 'kind,,,' 'kind' ',,2026-11-02,x,,,' -- \
        'Persoon: kind1' 'Rol: kind' 'Notitie: 1' 'Datum: 2026-11-02' 'Tekst: x'
    printf '%s\n,,,\n\n  , ,\na,%s\n\n' "$CASE_HEAD" "$CASE_ROW" >in.csv
    [ "$(mc-new --from=csv in.csv | head -n 1)" = 'Zaak: a' ]
}

@test "values of a field that may be repeated are divided by semicolons; of others a semicolon is text" {
    gives 'Persoon/kind1.Rol,Persoon/kind1.Ook_bekend_als,Persoon/kind1.Naam,Persoon/kind1.X_Mijn' 'kind," Sem; ; Semmie ;",Sem; Mulder,1;2' -- \
        'Persoon: kind1' 'Rol: kind' 'Naam: Sem; Mulder' 'Ook_bekend_als: Sem' 'Ook_bekend_als: Semmie' 'X_Mijn: 1;2'
}

@test "names of columns and words of lists are taken in any case, and written as in the table" {
    gives 'persoon/Kind1.ROL,PERSOON/Kind1.client' 'Ouder,JA' -- 'Persoon: Kind1' 'Rol: ouder' 'Client: ja'
}

# ---- entries and labels ----

@test "the label of an entry is that of the header, of its own column, or numbered on for each row" {
    gives 'Notitie/x.Datum,Notitie/x.Tekst' '2026-11-02,een' -- 'Notitie: x' 'Datum: 2026-11-02' 'Tekst: een'
    gives 'Notitie.Tekst,Notitie.Notitie,Notitie.Datum' 'een,7,2026-11-02' 'twee,b,2026-11-02' -- \
        'Notitie: 7' 'Datum: 2026-11-02' 'Tekst: een' 'Notitie: b' 'Datum: 2026-11-02' 'Tekst: twee'
    gives 'Notitie.Datum,Notitie.Tekst' '2026-11-02,een' ',' '2026-11-02,een' -- \
        'Notitie: 1' 'Datum: 2026-11-02' 'Tekst: een' 'Notitie: 2' 'Datum: 2026-11-02' 'Tekst: een'
    # Behind the numbers that the header gives, wherever it gives them.
    gives 'Notitie.Datum,Notitie.Tekst,Notitie/3.Datum,Notitie/3.Tekst,Notitie/b7.Datum,Notitie/b7.Tekst' '2026-11-02,een,,,,' '2026-11-02,twee,2026-11-03,drie,,' -- \
        'Notitie: 4' 'Datum: 2026-11-02' 'Tekst: een' 'Notitie: 5' 'Datum: 2026-11-02' 'Tekst: twee' \
        'Notitie: 3' 'Datum: 2026-11-03' 'Tekst: drie'
    # Numbers go on where they get longer: two equal rows are two entries.
    gives 'Notitie/999999999.Datum,Notitie/999999999.Tekst,Notitie.Datum,Notitie.Tekst' 2026-11-01,nul,2026-11-02,een ,,2026-11-02,een -- \
        'Notitie: 999999999' 'Datum: 2026-11-01' 'Tekst: nul' 'Notitie: 1000000000' 'Datum: 2026-11-02' 'Tekst: een' \
        'Notitie: 1000000001' 'Datum: 2026-11-02' 'Tekst: een'
    # Each case begins at 1, each kind too.
    printf '%s,Notitie.Datum,Notitie.Tekst\na,%s,2026-11-02,x\nb,%s,2026-11-02,y\n' "$CASE_HEAD" "$CASE_ROW" "$CASE_ROW" >in.csv
    [ "$(mc-new --from=csv in.csv | grep -c '^Notitie: 1$')" -eq 2 ]
}

@test "a label that returns with equal or empty cells is the same entry" {
    gives 'Persoon/kind1.Rol,Persoon/kind1.Naam' 'kind,Sem' 'kind,Sem' ',Sem' 'kind,' -- 'Persoon: kind1' 'Rol: kind' 'Naam: Sem'
    gives 'Notitie.Notitie,Notitie.Datum,Notitie.Tekst' 'b,2026-11-02,een' '2,2026-11-02,twee' 'b,,een' '2,,' -- \
        'Notitie: b' 'Datum: 2026-11-02' 'Tekst: een' 'Notitie: 2' 'Datum: 2026-11-02' 'Tekst: twee'
    # The header of the case likewise.
    printf '%s\na,%s\na,,,\na,basis,,arts\n' "$CASE_HEAD" "$CASE_ROW" >in.csv
    [ "$(mc-new --from=csv in.csv | wc -l)" -eq 6 ]
    # In one row two columns may give one entry.
    gives 'Notitie/b.Datum,Notitie.Notitie,Notitie.Tekst' '2026-11-02,b,een' -- 'Notitie: b' 'Datum: 2026-11-02' 'Tekst: een'
}

@test "a label that returns with others is refused, at each cell" {
    local again='this label stands in a row above with something else here; an entry is given once, and where its label returns its cells are the same or empty [MC010]'
    refused 1 "@:3: fout: $again (kolom Persoon/kind1.Naam)
@:4: fout: $again (kolom Persoon/kind1.Rol)" Persoon/kind1.Rol,Persoon/kind1.Naam,Persoon/kind1.Tolk kind,Sem kind,KANARIE ouder,Sem
    # Something where there was nothing is another thing too.
    refused 1 "@:3: fout: $again (kolom Persoon/kind1.Naam)" Persoon/kind1.Rol,Persoon/kind1.Naam kind, kind,KANARIE
    refused 1 "@:4: fout: $again (kolom Notitie.Tekst)" Notitie.Notitie,Notitie.Datum,Notitie.Tekst \
        b,2026-11-02,een c,2026-11-02,twee b,,KANARIE
    refused 1 "@:2: fout: $again (kolom Notitie.Datum)" Notitie/b.Datum,Notitie.Notitie,Notitie.Datum,Notitie.Tekst \
        2026-11-02,b,2026-11-03,KANARIE
    printf '%s\na,%s\na,jeugd-en-gezin,,\n' "$CASE_HEAD" "$CASE_ROW" >in.csv
    says 1 "in.csv:3: fout: $again (kolom Zaak.Kader)" mc-new --from=csv in.csv
}

# ---- cases ----

@test "adjacent rows with one id are a case; one that comes again is refused, to standard output too" {
    printf '%s,Notitie.Datum,Notitie.Tekst\na,%s,2026-11-02,x\na,,,,2026-11-02,y\n\na,,,,2026-11-03,z\nb,%s\na,%s,2026-11-02,KANARIE\nc,%s\n' \
        "$CASE_HEAD" "$CASE_ROW" "$CASE_ROW" "$CASE_ROW" "$CASE_ROW" >in.csv
    local status=0
    mc-new --from=csv in.csv >out 2>err || status=$?
    [ "$status" -eq 1 ]
    [ "$(grep -c ^Notitie: out)" -eq 3 ]
    [ "$(sed -n 's/^Zaak: //p' out | xargs)" = "a b c" ]
    [ "$(<err)" = "in.csv:7: fout: the id of this case was met before, at in.csv:2 [MC013]" ]
    # The same file twice in a run is read once; a copy has the same ids.
    cp in.csv ook.csv
    status=0
    mc-new --from=csv -d c in.csv ook.csv >out 2>err || status=$?
    [ "$status" -eq 1 ]
    [ "$(wc -l <out)" -eq 3 ]
    grep -qxF 'ook.csv:6: fout: the id of this case was met before, at c/2026/b.zaak:1 [MC013]' err
}

@test "of a case that was refused no other part is taken, whichever way it goes out" {
    printf '%s,Notitie.Datum,Notitie.Tekst\na,%s,gisteren,x\nb,%s\na,%s,2026-11-02,y\n' "$CASE_HEAD" "$CASE_ROW" "$CASE_ROW" "$CASE_ROW" >in.csv
    local way
    for way in '' -n '-n -d c' '-d c'; do
        # shellcheck disable=SC2086 # options
        ends 1 mc-new --from=csv $way in.csv >out 2>err
        [ "$(grep -c '/a.zaak$\|^Zaak: a$' out)" -eq 0 ]
        [ "$(sed 1d err)" = "in.csv:4: fout: the id of this case was met before, at in.csv:2 [MC013]" ]
    done
    [ "$(find c -type f)" = c/2026/b.zaak ]
}

@test "a row without an id is refused with the case above it, for nobody can say whose it is" {
    local lost='this row has no id, so that nobody can say of which case it is; every row of a case repeats it [MC012] (kolom Zaak.Zaak)'
    printf '%s\n,%s\na,%s\nb,%s\n,,,KANARIE\nc,%s\n' "$CASE_HEAD" "$CASE_ROW" "$CASE_ROW" "$CASE_ROW" "$CASE_ROW" >in.csv
    local status=0
    mc-new --from=csv in.csv >out 2>err || status=$?
    [ "$status" -eq 1 ]
    [ "$(sed -n 's/^Zaak: //p' out | xargs)" = "a c" ]
    [ "$(grep -F "$lost" err)" = "in.csv:2: fout: $lost
in.csv:5: fout: $lost" ]
    [ "$(grep -c KANARIE err)" -eq 0 ]
}

@test "an id that breaks its grammar is refused" {
    local id
    for id in -x .x a/b 'a b' é "$(printf '%065d' 1)"; do
        printf '%s\n%s,%s\nb,%s\n' "$CASE_HEAD" "$id" "$CASE_ROW" "$CASE_ROW" >in.csv
        ends 1 mc-new --from=csv in.csv >out 2>err
        [ "$(sed -n 's/^Zaak: //p' out)" = b ]
        [ "$(<err)" = 'in.csv:2: fout: no valid id: it takes 1 to 64 letters, digits, `.`, `_` or `-`, and does not start with `.` or `-` [MC012] (kolom Zaak.Zaak)' ]
    done
}

# ---- what every case gets ----

@test "Beroepskracht, Kader and other fields of Zaak that the rows do not give come from -F, -k and the environment" {
    printf 'Zaak.Zaak,Zaak.Geopend,Zaak.Beroepskracht,Zaak.Team\na,2026-11-02,,\nb,2026-11-03,psycholoog,Zuid\n' >in.csv
    fields() {
        sed -n "s/^$1: //p" out | xargs
    }
    MC_DOOR=arts MC_KADER=basis mc-new --from=csv in.csv >out
    [ "$(fields Beroepskracht)" = "arts psycholoog" ]
    [ "$(fields Kader)" = "basis basis" ]
    [ "$(fields Formaat)" = "1 1" ]
    # Who records and when is not made up.
    [ "$(grep -cE '^(Door|Vastgelegd):' out)" -eq 0 ]
    MC_DOOR=arts MC_KADER=basis mc-new --from=csv -k jeugd-en-gezin -F beroepskracht=verpleegkundige -F Team=Noord -F X_Bron=blad in.csv >out
    [ "$(fields Beroepskracht)" = "verpleegkundige psycholoog" ]
    [ "$(fields Kader)" = "jeugd-en-gezin jeugd-en-gezin" ]
    [ "$(fields Team)" = "Noord Zuid" ]
    [ "$(fields X_Bron)" = "blad blad" ]
    says 1 'in.csv:2: fout: Zaak lacks Kader, which is mandatory [MC007]
in.csv:2: fout: Zaak lacks Beroepskracht, which is mandatory [MC007] (kolom Zaak.Beroepskracht)
in.csv:3: fout: Zaak lacks Kader, which is mandatory [MC007]' mc-new --from=csv in.csv
    says 1 '-F:2: fout: Team may stand once in Zaak; only the first counts [MC010]
-F:3: fout: Zaak has no such field; fields of your own begin with X_ [MC004]' mc-new --from=csv -F Team=a -F Team=b -F KANARIE=x in.csv
    says 64 'mc-new: unknown framework basiss (did you mean basis?)' mc-new --from=csv -k basiss in.csv
    says 64 'mc-new: -F cannot give an id: every row of a sheet has its own' mc-new --from=csv -F Zaak=x in.csv
    says 64 'mc-new: --id starts a case; every row of a sheet has its own id' mc-new --from=csv --id=x in.csv
}

# ---- refusals, with row and column ----

@test "what breaks the format is refused, by row and column" {
    refused 1 '@:2: fout: Rol takes kind, ouder, verzorger, partner, ex-partner, afhankelijke volwassene, volwassene, huisgenoot, familielid, vertegenwoordiger, netwerk, beroepskracht or overig (did you mean ouder?) [MC006] (kolom Persoon/kind1.Rol)' \
        Persoon/kind1.Rol ouderr
    refused 1 '@:3: fout: the label of Notitie takes a letter or digit, then at most 31 letters, digits, `_` or `-` [MC006] (kolom Notitie.Notitie)' \
        Notitie.Notitie,Notitie.Datum,Notitie.Tekst 1,2026-11-02,x 'KAN ARIE,2026-11-02,y'
    refused 1 '@:2: fout: Betreft: several values in one cell are divided by `;` [MC006] (kolom Weging.Betreft)' \
        Weging.Datum,Weging.Betreft '2026-11-02,"kind1, kind2"'
    refused 1 '@:3: fout: Notitie has no label; give it one, such as a number [MC007] (kolom Notitie.Notitie)' \
        Notitie.Notitie,Notitie.Datum,Notitie.Tekst 1,2026-11-02,x ,2026-11-02,KANARIE
    refused 1 '@:2: fout: Notitie lacks Datum, which is mandatory [MC007]
@:3: fout: Notitie lacks Datum, which is mandatory [MC007]' Notitie.Tekst KANARIE KANARIE
    refused 1 '@:2: fout: Notitie lacks Tekst, which is mandatory [MC007] (kolom Notitie/b.Tekst)' \
        Notitie/b.Datum,Notitie/b.Tekst 2026-11-02,
    refused 1 '@:2: fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008] (kolom Notitie.Datum)
@:4: fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008] (kolom Notitie.Datum)' \
        Notitie.Datum,Notitie.Tekst 02-11-2026,x 2026-11-02,x 2026-02-30,x
    refused 1 '@:2: fout: BSN fails the eleven-test: a digit is wrong [MC011] (kolom Persoon/kind1.BSN)' \
        Persoon/kind1.Rol,Persoon/kind1.BSN kind,123456789
    refused 1 '@:2: fout: Formaat takes 1 [MC006] (kolom Zaak.Formaat)' Zaak.Formaat 2
    # What mc-check says besides is no reason.
    gives Signaal.Datum,Signaal.Betreft,Signaal.Bron,Signaal.Feit 2027-11-02,kind9,waarneming,x -- \
        'Signaal: 1' 'Datum: 2027-11-02' 'Betreft: kind9' 'Bron: waarneming' 'Feit: x'
}

@test "what cannot stand in a file is refused: characters (1), and bytes that are no text (2)" {
    local character
    local bad='a control or direction character, other than TAB and a line break [MC002] (kolom Notitie.Tekst)'
    local no_text='bytes that are not UTF-8: save the sheet as CSV UTF-8 [MC002] (kolom Notitie.Tekst)'
    for character in '\x01' '\x0b' '\x7f' '\xc2\x85' '\xe2\x80\xa8' '\xe2\x80\xae' '\xe2\x81\xa6'; do
        refused 1 "@:2: fout: $bad" Notitie.Datum,Notitie.Tekst "2026-11-02,KAN${character}ARIE"
    done
    for character in '\xe9' '\xff' '\xc3' '\xed\xa0\x80' '\xf5\x80\x80\x80' '\xe2\x80' '\xe2' '\xc2'; do
        refused 2 "@:2: fout: $no_text" Notitie.Datum,Notitie.Tekst "2026-11-02,KAN${character}ARIE"
    done
    refused 2 "@:2: fout: $no_text" Notitie.Datum,Notitie.Tekst '2026-11-02,KAN\x00ARIE'
    # Not in a label or an id either.
    refused 2 '@:2: fout: bytes that are not UTF-8: save the sheet as CSV UTF-8 [MC002] (kolom Notitie.Notitie)' \
        Notitie.Notitie,Notitie.Datum,Notitie.Tekst 'KAN\xe9,2026-11-02,x'
}

@test "a cell beyond the header, or below an empty one, is refused; where these are empty they do not count" {
    local outside='@:3: fout: a cell stands where the header has no column [MC001]'
    refused 1 "$outside" Notitie.Datum,Notitie.Tekst 2026-11-02,x 2026-11-02,x,KANARIE
    refused 1 "$outside" Notitie.Datum,,Notitie.Tekst 2026-11-02,,x 2026-11-02,KANARIE,x
    gives 'Notitie.Datum, ,Notitie.Tekst,,' '2026-11-02,,x,,,,," "' -- 'Notitie: 1' 'Datum: 2026-11-02' 'Tekst: x'
}

@test "a value or a case over its limit is refused" {
    local long lengths
    printf -v long '%0300000d' 0
    refused 1 '@:2: fout: this value is longer than 256 KiB [MC017] (kolom Notitie.Tekst)' Notitie.Datum,Notitie.Tekst "2026-11-02,$long"
    # Backslashes that would end a line count twice.
    { sheet Notitie.Datum,Notitie.Tekst && printf 'a,%s,2026-11-02,"' "$CASE_ROW" && yes \\ | head -n 90000 && echo '"'; } >in.csv
    says 1 'in.csv:2: fout: this value is longer than 256 KiB [MC017] (kolom Notitie.Tekst)' mc-new --from=csv in.csv
    {
        sheet Notitie.Datum,Notitie.Tekst
        for _ in {1..100}; do
            printf 'a,%s,2026-11-02,%s\n' "$CASE_ROW" "${long::200000}"
        done
        printf 'next,%s\n' "$CASE_ROW"
    } >in.csv
    answers 1 "$(printf 'Zaak: next\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n')" \
        'in.csv:85: fout: this case is larger than 16 MiB [MC017]' mc-new --from=csv in.csv
    # A row that alone is larger, in one cell or in two.
    for lengths in "$((16 << 20 | 1))" '9000000 9000000'; do
        {
            sheet Notitie.Datum,Notitie.Tekst,Notitie.Toelichting && printf 'a,%s,2026-11-02' "$CASE_ROW"
            for long in $lengths; do
                printf , && head -c "$long" /dev/zero | tr '\0' x
            done
            printf '\nnext,%s\n' "$CASE_ROW"
        } >in.csv
        answers 1 "$(printf 'Zaak: next\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n')" \
            'in.csv:2: fout: this case is larger than 16 MiB [MC017]' mc-new --from=csv in.csv
    done
}

@test "of a case with many faults the first hundred are told" {
    local rows=()
    mapfile -t rows < <(yes gisteren,x | head -n 150)
    sheet Notitie.Datum,Notitie.Tekst "${rows[@]}" >in.csv
    run -1 mc-new --from=csv in.csv
    [ "${#lines[@]}" -eq 101 ]
    [[ ${lines[99]} == "in.csv:101: fout: "*"[MC008] (kolom Notitie.Datum)" ]]
    [ "${lines[100]}" = 'in.csv:102: fout: and more is wrong with this case [MC008]' ]
}

@test "what is refused a hundred times is not compared any further" {
    # Each cell stands where the first row has none.
    awk 'BEGIN {
        for (i = 1; i <= 16000; i++) { h = h ",Notitie/b.X_" i; odd = odd (i % 2 ? ",v" : ","); even = even (i % 2 ? "," : ",v") }
        print "Zaak.Zaak" h
        for (i = 0; i < 400; i++) print "a" (i % 2 ? even : odd)
    }' >in.csv
    run -1 timeout 15 mc-new --from=csv in.csv
    [ "${#lines[@]}" -eq 101 ]
}

@test "rows are numbered as a spreadsheet shows them" {
    printf '%s,Notitie.Datum,Notitie.Tekst\r\n\r\na,%s,2026-11-02,"een\r\ntwee\r\n\r\ndrie"\r\n,,\r\na,%s,gisteren,x\r\n' "$CASE_HEAD" "$CASE_ROW" "$CASE_ROW" >in.csv
    says 1 'in.csv:5: fout: Datum is no valid date; write JJJJ-MM-DD, or RFC 3339 with seconds and offset [MC008] (kolom Notitie.Datum)' \
        mc-new --from=csv in.csv
}

# ---- headers ----

@test "an unknown column is usage, before anything is written, with a hint and without its text" {
    sheet Notitie.Datum,Notitie.Tekst 2026-11-02,x >goed.csv
    printf '%s,Notitie.Datun,KANARIE,Signaal Feit,notitie/b.tekts,Persoon/Jan de Vries.Rol,Zaak/x.Team,Notitie/b.Notitie,Notitie.x_a\n' "$CASE_HEAD" >fout.csv
    says 64 'mc-new: fout.csv: column 5 (E): no column that is known (did you mean Notitie.Datum?)
mc-new: fout.csv: column 6 (F): no column that is known
mc-new: fout.csv: column 7 (G): no column that is known (did you mean Signaal.Feit?)
mc-new: fout.csv: column 8 (H): no column that is known (did you mean Notitie.Tekst?)
mc-new: fout.csv: column 9 (I): no column that is known (did you mean Persoon.Rol?)
mc-new: fout.csv: column 10 (J): no column that is known (did you mean Zaak.Team?)
mc-new: fout.csv: column 11 (K): no column that is known (did you mean Notitie.Notitie?)
mc-new: fout.csv: column 12 (L): no column that is known' mc-new --from=csv -d c goed.csv fout.csv
    [ ! -e c ]
    run -64 mc-new --from=csv -d c goed.csv - <fout.csv
    [ ! -e c ]
    # The twenty-eighth column.
    printf 'Zaak.Zaak%0.s,' {1..1} >ver.csv
    printf ',%.0s' {1..26} >>ver.csv
    printf 'x\n' >>ver.csv
    says 64 'mc-new: ver.csv: column 28 (AB): no column that is known' mc-new --from=csv ver.csv
}

@test "a header that cannot be used says why" {
    printf 'Zaak.Kader,Zaak.Team\n' >in.csv
    says 64 'mc-new: in.csv: there is no column Zaak.Zaak, which holds the id of the case' mc-new --from=csv in.csv
    printf 'Zaak.Zaak,Zaak.Team,zaak.team,Notitie/b.Tekst,Notitie.Tekst,Notitie/b.Tekst\n' >in.csv
    says 64 'mc-new: in.csv: column 3 (C): the same column stands there twice, also as column 2 (B)
mc-new: in.csv: column 6 (F): the same column stands there twice, also as column 4 (D)' mc-new --from=csv in.csv
    printf 'Zaak.Zaak;Zaak.Team\n1;2\n' >in.csv
    says 64 'mc-new: in.csv: column 1 (A): columns are divided by a comma, not by `;`: save the sheet so' mc-new --from=csv in.csv
    printf 'Zaak.Zaak\tZaak.Team\n1\t2\n' >in.csv
    says 64 'mc-new: in.csv: column 1 (A): columns are divided by a comma, not by a TAB: save the sheet so' mc-new --from=csv in.csv
    # As LibreOffice saves it with quotes around all text.
    printf '"Zaak.Zaak";"Zaak.Team"\n"1";"2"\n' >in.csv
    says 2 'in.csv:1: fout: no CSV: a quote that is not closed, text beside a quote, or columns that no comma divides; from here on nothing is read [MC001]' \
        mc-new --from=csv in.csv
    printf 'Zaak.Zaak,Zaak.KAN\xe9RIE\n' >in.csv
    says 2 'in.csv:1: fout: the header holds bytes that are not UTF-8: save the sheet as CSV UTF-8 [MC002]' mc-new --from=csv in.csv
    printf '%s' "$CASE_HEAD" | iconv -t UTF-16 >in.csv
    says 2 'in.csv:1: fout: the header holds bytes that are not UTF-8: save the sheet as CSV UTF-8 [MC002]' mc-new --from=csv in.csv
    { printf Zaak.Zaak && printf ',Zaak.X_%s' {1..16384}; } >in.csv
    says 64 'mc-new: in.csv: there are more than 16384 columns' mc-new --from=csv in.csv
}

@test "of a header with many faults the first hundred are told" {
    printf 'Zaak.Zaak%s\n' "$(printf ',KANARIE %s' {1..16000})" >in.csv
    run -64 mc-new --from=csv in.csv
    [ "${#lines[@]}" -eq 101 ]
    [ "${lines[99]}" = 'mc-new: in.csv: column 101 (CW): no column that is known' ]
    [ "${lines[100]}" = 'mc-new: in.csv: and more is wrong with this header' ]
}

@test "a header with what could steer a terminal is no column" {
    printf '%s,"Notitie/b.X_\xc2\xa0"\n' "$CASE_HEAD" >in.csv
    says 64 'mc-new: in.csv: column 5 (E): no column that is known' mc-new --from=csv in.csv
    printf '%s,"Notitie/b.X_\x1b[31m"\n' "$CASE_HEAD" >in.csv
    says 64 'mc-new: in.csv: column 5 (E): no column that is known' mc-new --from=csv in.csv
}

@test "a sheet without rows: 3 for standard input, and for a named file MC003 and 2" {
    : >leeg.csv
    echo "$CASE_HEAD" >kop.csv
    says 3 '' mc-new --from=csv </dev/null
    says 3 '' mc-new --from=csv <kop.csv
    says 0 '' mc-new --from=csv --allow-empty <kop.csv
    says 2 'leeg.csv:1: fout: there is no case in this file [MC003]
kop.csv:1: fout: there is no case in this file [MC003]' mc-new --from=csv leeg.csv kop.csv
}

# ---- what cannot be parsed ----

@test "what is no CSV is told by its row, and the case it may belong to is not taken; the next file is" {
    local no_csv='no CSV: a quote that is not closed, text beside a quote, or columns that no comma divides; from here on nothing is read [MC001]'
    local more='more of this case may follow in what is not read [MC001]' bad
    sheet Notitie.Datum,Notitie.Tekst 2026-11-02,x | sed '2s/^a/ook/' >ook.csv
    for bad in '2026-11-02,"KANARIE' '2026-11-02,KAN"ARIE' '2026-11-02,"KAN"ARIE' '2026-11-02,"KAN""ARIE,""\n\n'; do
        {
            sheet Notitie.Datum,Notitie.Tekst 2026-11-02,x | sed '2s/^a/voor/'
            printf 'a,%s,2026-11-02,x\n\na,%s,%b\nna,%s' "$CASE_ROW" "$CASE_ROW" "$bad" "$CASE_ROW"
        } >in.csv
        ends 2 mc-new --from=csv -v in.csv ook.csv >out 2>err
        [ "$(sed -n 's/^Zaak: //p' out | xargs)" = "voor ook" ]
        diff - err <<ERR
in.csv:3: fout: $more
in.csv:5: fout: $no_csv
mc-new: zaken=3 geweigerd=1
ERR
    done
    printf 'Zaak.Zaak,"KANARIE\nb\n' >in.csv
    says 2 "in.csv:1: fout: $no_csv" mc-new --from=csv in.csv
    printf 'Zaak.Zaak\n"KANARIE\nb\n' >in.csv
    says 2 "in.csv:2: fout: $no_csv" mc-new --from=csv in.csv
}

@test "a quote without an end costs no more than its limit, and ends the reading" {
    { sheet Notitie.Datum,Notitie.Tekst && printf 'a,%s,2026-11-02,"' "$CASE_ROW" && head -c 60000000 /dev/zero | tr '\0' x; } >in.csv
    says 2 'in.csv:2: fout: a cell of more than 16 MiB, or a quote that is not closed: from here on nothing is read [MC017]' \
        timeout 60 mc-new --from=csv in.csv
    run bash -c 'ulimit -v 400000; mc-new --from=csv in.csv'
    [ "${MC_BUILD-}" ] || [ "$status" -eq 2 ]
}

@test "an error of reading is told" {
    says 2 'mc-new: /proc/self/mem: Input/output error' mc-new --from=csv /proc/self/mem
    says 2 'mc-new: weg.csv: No such file or directory' mc-new --from=csv weg.csv
}

# ---- files, dry run ----

@test "-n says what the real run says, with its status, and makes nothing" {
    local dry=0 real=0
    mkdir -p c/1999
    header T-2026-015 >c/1999/T-2026-015.zaak
    { team && printf 'a b,,,\nx,basis,gisteren,,arts\n'; } >in.csv
    mc-new -v --from=csv -n -d c in.csv >dry.out 2>dry.err || dry=$?
    [ "$(find c -type f | wc -l)" -eq 1 ]
    mc-new -v --from=csv -d c in.csv >real.out 2>real.err || real=$?
    [ "$dry" -eq 1 ]
    [ "$real" -eq 1 ]
    diff dry.out real.out
    diff dry.err real.err
    [ "$(wc -l <real.out)" -eq 2 ]
    grep -q 'zaken=5 geweigerd=3' real.err
    says 0 '' mc-new --from=csv -n <(team)
}

@test "a refused case leaves no file" {
    sheet Notitie.Datum,Notitie.Tekst 2026-11-02,x gisteren,KANARIE >in.csv
    run -1 mc-new --from=csv -d c in.csv
    [ ! -e c ]
}

@test "no text of a cell is in any message" {
    local cells column place row i=0
    # A marked text in each cell, and each thing that can be wrong with it; a sheet each, for nothing is read behind what
    # does not parse.
    for place in KANARIE 'KANARIE\x07' 'KANARIE\xff' 'KANARIE\x00' '"KANARIE\nx"' 'KANARIE;KANARIE' '"KANARIE,1"' '"KANARIE'; do
        for column in {0..14}; do
            cells=(a basis 2026-11-02 arts een p kind 2018-03-02 111222333 2026-11-02 x '' ja '' 2026-11-02)
            cells[column]=$place
            printf -v row '%s,' "${cells[@]}"
            i=$((i + 1))
            printf '%b\n' "$CASE_HEAD,Zaak.Vervolgt,Persoon.Persoon,Persoon.Rol,Persoon.Geboortedatum,Persoon.BSN,Notitie.Datum,Notitie.Tekst,,Persoon/kind1.Client,Persoon/kind1.Rol,Persoon/kind1.Uitgerekend" \
                "$row" >"$i.csv"
        done
    done
    ends 2 mc-new --from=csv {1..120}.csv >out 2>err
    # The first row of a sheet without a header.
    printf 'KANARIE,KANARIE Rol,Persoon.KANARIE\n' >in.csv
    ends 64 mc-new --from=csv in.csv 2>>err
    [ "$(grep -c 'fout:' err)" -gt 120 ]
    [ "$(grep -ci kanarie err)" -eq 0 ]
}
