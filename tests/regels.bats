#!/usr/bin/env bats
# The rules of mc-check, a case a behaviour: tests/regels/CODE-behaviour.zaak. Its comments say what must be found:
#     # verwacht DAY: CODE:LINE:niveau ...      judged on that day these findings of CODE, and no other of CODE
#     # verwacht DAY: niets                     none
#     # ook CODE ...                            codes of the format that this case has on purpose
# Lines count from the top of the file.

load lib

regels=$BATS_TEST_DIRNAME/regels
kaders=$BATS_TEST_DIRNAME/../share/kader
export MC_KADER_PATH=$regels:$kaders

# Every rule that has cases here, and what stands in a case that could raise it.
declare -gA subject=(
    [MC004]='^X_[A-Za-z0-9_]+: '
    [MC011]='^BSN: [0-9]{9}$'
    [MC014]='^(Datum|Geopend|Afgerond|Beantwoord|Poging|Geboortedatum|Gebeurd): '
    [MC016]='^Kader: '
    [MC018]='^Naam: '
    [MC101]='^(Gesprek|Weging|Besluit|Melding): '
    [MC102]='^Bron: (uitspraak derde|document)$'
    [MC103]='^Risicofactor: '
    [MC104]='^Weging: '
    [MC201]='^Besluit: '
    [MC202]='^Aandachtsfunctionaris: '
    [MC203]='^Besluit: '
    [MC301]='^Besluit: '
    [MC302]='^Gevoerd: nee$'
    [MC303]='^Reden: onbereikbaar$'
    [MC304]='^Ingelicht: (nee|deels)$'
    [MC401]='^Besluit: '
    [MC402]='^Weging: '
    [MC403]='^Vraag[1-9]: '
    [MC405]='^Weging: '
    [MC501]='^Weging: '
    [MC502]='^Melden: nee$'
    [MC504]='^Melden: ja$'
    [MC505]='^Melding: '
    [MC603]='^Melding: '
    [MC608]='^Afspraak: '
    [MC701]='^Afsluiting: '
    [MC801]='^Vastgelegd: '
)

# check ARGUMENT...: mc-check, which could read everything and had nothing to say but findings.
check() {
    status=0
    mc-check "$@" >out 2>err || status=$?
    ((status <= 1)) && [ ! -s err ] && return
    echo "mc-check $*: status $status"
    cat err
    return 1
}

# found CODE: the findings of CODE in `out`, as CODE:LINE:niveau.
found() {
    sed -nE "s/^.*:([0-9]+): (fout|waarschuwing|advies): .* \[$1\]\$/$1:\1:\2/p" out
}

# run_days: the cases of `days` (DAY FILE ...), each on its day; the findings go to `all` (DAY FILE:LINE: ...).
run_days() {
    local day operands
    while read -r day; do
        mapfile -t operands < <(awk -v day="$day" -v folder="$regels/" '$1 == day { print folder $2 }' days)
        check --today="$day" "${operands[@]}"
        sed "s|^$regels/|$day |" out >>all
    done < <(cut -d ' ' -f 1 days | sort -u)
}

# judge CODE: every case of CODE on every day that it names. In what is shown - was wanted, + is what came.
judge() {
    grep -H '^# verwacht ' "$regels/$1"-*.zaak |
        sed -E "s|^$regels/([^:]+):# verwacht ([0-9-]+): |\2 \1 |" >days
    run_days
    awk '$3 != "niets" { for (i = 3; i <= NF; i++) print $1, $2, $i }' days | sort >wanted
    sed -nE "s/^([0-9-]+) (.+):([0-9]+): (fout|waarschuwing|advies): .* \[$1\]\$/\1 \2 $1:\3:\4/p" all |
        sort >got
    [ -s wanted ]
    diff -U 0 --label wanted --label got wanted got
}

@test "MC004, an unknown kind or field" {
    judge MC004
}

@test "MC011, a BSN that fails the eleven-test" {
    judge MC011
}

@test "MC016, no framework to judge by" {
    judge MC016
}

@test "MC101, no Signaal" {
    judge MC101
}

@test "MC201, a Besluit without an earlier Overleg" {
    judge MC201
}

@test "MC301, a Besluit without an earlier Gesprek" {
    judge MC301
}

@test "MC401, a Besluit about somebody who was not weighed" {
    judge MC401
}

@test "MC402, a Besluit on a Weging with a question open" {
    judge MC402
}

@test "MC501, a Weging that no Besluit answers" {
    judge MC501
}

@test "MC502, not reporting where the framework reports" {
    judge MC502
}

@test "MC504, a decision to report that is not carried out" {
    judge MC504
}

@test "MC014, a date after today" {
    judge MC014
}

@test "MC018, a label that holds a name" {
    judge MC018
}

@test "MC102, somebody else said it, and who is not told" {
    judge MC102
}

@test "MC103, a risk without what it does" {
    judge MC103
}

@test "MC104, unsafe, and no Signaal says why" {
    judge MC104
}

@test "MC202, the aandachtsfunctionaris was not consulted" {
    judge MC202
}

@test "MC203, whom the framework asks to consult" {
    judge MC203
}

@test "MC302, a talk that was not held, without a reason" {
    judge MC302
}

@test "MC303, out of reach after too few attempts" {
    judge MC303
}

@test "MC304, not told, without a reason" {
    judge MC304
}

@test "MC403, an answer without its reason" {
    judge MC403
}

@test "MC405, unsafe without Aard" {
    judge MC405
}

@test "MC505, a report that nobody decided on" {
    judge MC505
}

@test "MC603, nothing was reported back" {
    judge MC603
}

@test "MC608, an agreement past its day" {
    judge MC608
}

@test "MC701, closed with a report owing or an agreement open" {
    judge MC701
}

@test "MC801, recorded out of order" {
    judge MC801
}

@test "every case belongs to a rule that is tested, and says what it expects in a form that is read" {
    local file code finding bad=0 files=0
    for file in "$regels"/*.zaak; do
        files=$((files + 1))
        code=${file##*/} code=${code%%-*}
        if [ -z "${subject[$code]-}" ] || ! grep -qF "judge $code" "$BATS_TEST_FILENAME"; then
            echo "${file##*/}: no test judges $code"
            bad=1
        fi
        finding="$code:[0-9]+:(fout|waarschuwing|advies)"
        if ! grep '^# *verwacht' "$file" >expected ||
            grep -vE "^# verwacht [0-9]{4}-[0-9]{2}-[0-9]{2}: (niets|$finding( $finding)*)\$" expected; then
            echo "${file##*/}: a line that is not read, or none"
            bad=1
        fi
    done
    echo "$files cases"
    ((files > 100 && bad == 0))
}

@test "every rule has a case that raises it, and one in which what it is about is there and it is silent" {
    local code bad=0
    ((${#subject[@]} > 0))
    for code in "${!subject[@]}"; do
        if ! grep -qE "^# verwacht .*$code:" "$regels/$code"-*.zaak; then
            echo "$code: nothing raises it"
            bad=1
        fi
        if ! grep -LE "^# verwacht .*$code:" "$regels/$code"-*.zaak |
            xargs -d '\n' grep -qE "${subject[$code]}"; then
            echo "$code: no near miss"
            bad=1
        fi
    done
    ((bad == 0))
}

# A misspelt field would make a near miss silent for the wrong reason. Judged on the last day that a case names.
@test "the cases have no fault of format but what they are about" {
    grep -H '^# verwacht ' "$regels"/*.zaak |
        sed -E "s|^$regels/([^:]+):# verwacht ([0-9-]+): .*|\2 \1|" | sort -k 2,2 -k 1,1r |
        sort -u -s -k 2,2 >days
    run_days
    {
        sed -E 's/^[0-9-]+ ((MC[0-9]+)-.*)$/\1 \2/' days
        grep -H '^# ook ' "$regels"/*.zaak | sed "s|^$regels/||; s|:# ook||" |
            awk '{ for (i = 2; i <= NF; i++) print $1, $i }'
    } | sort -u >meant
    sed -nE 's/^[0-9-]+ ([^:]+):.* \[(MC0(0[1-9]|1[0-36-8]))\]$/\1 \2/p' all | sort -u >got
    [ -s got ]
    [ "$(comm -13 meant got | tee /dev/stderr)" = '' ]
}

# case_named FILE ID [KADER]
case_named() {
    mkdir -p "$(dirname "$1")"
    printf '%s\n' "Zaak: $2" 'Formaat: 1' "Kader: ${3:-jeugd-en-gezin}" 'Geopend: 2026-11-23' \
        'Beroepskracht: sociaal werker' '' >"$1"
}

@test "MC012: a file of one case is named after it" {
    case_named juist.zaak juist
    case_named anders.zaak juist
    check --today=2026-11-24 juist.zaak
    [ "$(found MC012)" = '' ]
    check --today=2026-11-24 anders.zaak
    [ "$(found MC012)" = MC012:1:waarschuwing ]
}

@test "MC012: two cases in a file, or a case in a stream, need no name" {
    case_named een.zaak een
    case_named twee.zaak twee
    cat een.zaak twee.zaak >samen.zaak
    check --today=2026-11-24 samen.zaak
    [ "$(found MC012)" = '' ]
    check --today=2026-11-24 - <een.zaak
    [ "$(found MC012)" = '' ]
    check --today=2026-11-24 < <(cat een.zaak)
    [ "$(found MC012)" = '' ]
}

@test "MC012: an id of 64 characters is valid, one of 65 is not, and then that is all that is said of it" {
    local id
    id=$(printf 'a%.0s' {1..64})
    case_named "$id.zaak" "$id"
    check --today=2026-11-24 "$id.zaak"
    [ ! -s out ]
    case_named "${id}a.zaak" "${id}a"
    check --today=2026-11-24 "${id}a.zaak"
    [ "$(found MC012)" = MC012:1:fout ]
    [ "$(wc -l <out)" = 1 ]
}

@test "MC013: an id met before in the run, in whatever file, and the second place names the first" {
    case_named 2025/zaak-7.zaak zaak-7
    case_named 2026/zaak-7.zaak zaak-7
    case_named 2026/zaak-8.zaak zaak-8
    check --today=2026-11-24 2026 2025
    [ "$(found MC013)" = MC013:1:fout ]
    grep -q '^2025/zaak-7\.zaak:1: .*2026/zaak-7\.zaak:1.*\[MC013\]$' out
}

@test "MC013: the same file reached twice is read once" {
    case_named 2026/zaak-7.zaak zaak-7
    check --today=2026-11-24 2026/zaak-7.zaak 2026 ./2026/zaak-7.zaak
    [ "$(found MC013)" = '' ]
}

@test "MC013: the id of a case that cannot be read is not met" {
    case_named 2025/zaak-7.zaak zaak-7
    sed -i '3s/:/ /' 2025/zaak-7.zaak
    case_named 2026/zaak-7.zaak zaak-7
    run mc-check --today=2026-11-24 2025 2026
    [ "$status" = 2 ]
    [[ $output == *'[MC001]'* ]]
    [[ $output != *'[MC013]'* ]]
}

@test "MC016: a framework is found among the operands, anywhere in the list" {
    case_named zaak.zaak zaak twee-vragen
    export MC_KADER_PATH=$kaders
    check --today=2026-06-30 zaak.zaak
    [ "$(found MC016)" = MC016:3:fout ]
    check --today=2026-06-30 "$regels/twee-vragen.kader" zaak.zaak
    [ "$(found MC016)" = '' ]
    check --today=2026-06-30 zaak.zaak "$regels/twee-vragen.kader"
    [ "$(found MC016)" = '' ]
}

@test "MC016: of the folders of MC_KADER_PATH the first that has it counts" {
    mkdir oud nieuw
    sed 's/^Tot: .*/Tot: 2026-03-31/' "$regels/twee-vragen.kader" >oud/twee-vragen.kader
    cp "$regels/twee-vragen.kader" nieuw/
    case_named zaak.zaak zaak twee-vragen
    MC_KADER_PATH=nieuw:oud check --today=2026-04-01 zaak.zaak
    [ "$(found MC016)" = '' ]
    MC_KADER_PATH=oud:nieuw check --today=2026-04-01 zaak.zaak
    [ "$(found MC016)" = MC016:3:fout ]
}

@test "MC016: a framework that does not parse judges no case" {
    mkdir kader
    sed 's/^Weegt: veiligheid$/Weegt: zwaarte/' "$regels/twee-vragen.kader" >kader/twee-vragen.kader
    grep -q '^Weegt: zwaarte$' kader/twee-vragen.kader
    case_named zaak.zaak zaak twee-vragen
    MC_KADER_PATH=kader check --today=2026-04-01 zaak.zaak
    [ "$(found MC016)" = MC016:3:fout ]
}

@test "MC015: a file that others can read or write, told once, at line 1; a stream has no mode" {
    case_named open.zaak open
    case_named dicht.zaak dicht
    for mode in 604 602 606 644; do
        chmod "$mode" open.zaak
        check --today=2026-11-24 open.zaak dicht.zaak
        [ "$(found MC015)" = MC015:1:waarschuwing ]
    done
    for mode in 600 640 660 601; do
        chmod "$mode" open.zaak
        check --today=2026-11-24 open.zaak
        [ "$(found MC015)" = '' ]
    done
    chmod 644 open.zaak
    cat dicht.zaak >>open.zaak
    check --today=2026-11-24 open.zaak
    [ "$(found MC015)" = MC015:1:waarschuwing ]
    check --today=2026-11-24 - <open.zaak
    [ "$(found MC015)" = '' ]
}

# exception CODE [FIELD...]: an Uitzondering behind the case in x.zaak.
exception() {
    printf '%s\n' 'Uitzondering: 1' "Datum: 2026-11-10" "Code: $1" "${@:2}" 'Reden: afgesproken' 'Wie: teamleider' '' >>x.zaak
}

@test "MC901 to 903: an Uitzondering turns off exactly its code, of what it names, while it holds" {
    fresh() {
        case_named x.zaak x
        sed -i 's/^Geopend: .*/Geopend: 2026-11-02/' x.zaak
        printf '%s\n' 'Persoon: kind1' 'Rol: kind' '' 'Signaal: 1' 'Datum: 2026-11-09' 'Betreft: kind1' \
            'Bron: document' 'Risicofactor: drank' 'Feit: Een brief van school.' '' >>x.zaak
    }
    fresh
    check --today=2026-11-12 -v x.zaak || true
    [ "$(found 'MC10[0-9]' | wc -l)" = 2 ]
    fresh
    exception MC102 'Voor: Signaal 1'
    status=0
    mc-check --today=2026-11-12 -f json x.zaak >out 2>err || status=$?
    [ "$status" = 1 ]
    [ "$(jq -c '[.bevindingen[].code, .uitgezonderd[].code, .telling.uitgezonderd]' out)" = '["MC103","MC102",1]' ]
    # Before its day, after its end, of another entry, of another code: nothing is excepted.
    check --today=2026-11-09 x.zaak
    [ "$(found MC102)" = MC102:10:waarschuwing ]
    fresh
    exception MC102 'Voor: Signaal 1' 'Tot: 2026-11-11'
    check --today=2026-11-11 x.zaak
    [ "$(found MC102)" = '' ]
    check --today=2026-11-12 x.zaak
    [ "$(found MC102)" = MC102:10:waarschuwing ]
    [ "$(found MC902)" = MC902:21:waarschuwing ]
    fresh
    exception MC102
    check --today=2026-11-12 x.zaak
    [ "$(found MC102)" = MC102:10:waarschuwing ]
    [ "$(found MC901)" = MC901:17:waarschuwing ]
    fresh
    exception MC502
    check --today=2026-11-12 x.zaak
    [ "$(found MC903)" = MC903:19:fout ]
}

@test "MC901 is not for an exception that was renewed before it ended, nor for one of a file that is not there" {
    case_named x.zaak x
    printf '%s\n' 'Signaal: 1' 'Datum: 2026-11-09' 'Bron: document' 'Feit: Een brief van school.' '' >>x.zaak
    for number in 1 2; do
        printf '%s\n' "Uitzondering: $number" "Datum: 2026-11-1$number" 'Code: MC102' 'Voor: Signaal 1' 'Reden: r' 'Wie: w' \
            "Tot: 2026-11-2$number" ''
    done >>x.zaak
    check --today=2026-11-15 x.zaak
    [ "$(found 'MC(102|9..)')" = '' ]
    # Told of a file alone: its name, and who can read it.
    case_named x.zaak x
    printf '%s\n' 'Uitzondering: 1' 'Datum: 2026-11-23' 'Code: MC012' 'Reden: r' 'Wie: w' '' \
        'Uitzondering: 2' 'Datum: 2026-11-23' 'Code: MC015' 'Reden: r' 'Wie: w' '' >>x.zaak
    mv x.zaak y.zaak
    chmod o+r y.zaak
    check y.zaak
    [ "$(found 'MC(01[25]|901)')" = '' ]
    check - <y.zaak
    [ "$(found MC901)" = '' ]
    mv y.zaak x.zaak
    chmod o= x.zaak
    check x.zaak
    [ "$(found MC901 | wc -l)" = 2 ]
}
