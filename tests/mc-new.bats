#!/usr/bin/env bats
# mc-new: how a case is started, and how cases are taken over from JSON.
# shellcheck disable=SC2016,SC2154 # messages hold backquotes; stderr comes from run

load lib
bats_require_minimum_version 1.5.0

# start ARGUMENT...: a case of the framework basis by an arts, with those arguments.
start() {
    mc-new -k basis -F Beroepskracht=arts "$@"
}

# ---- to start a case ----

@test "a case is started with what is known: framework, professional, today, the clock" {
    MC_DOOR='verpleegkundige team Noord' mc-new -k basis --id=proef >got
    diff - got <<'CASE'
Zaak: proef
Formaat: 1
Kader: basis
Geopend: 2026-11-24
Beroepskracht: verpleegkundige team Noord
Vastgelegd: 2026-11-24T09:00:00+01:00
Door: verpleegkundige team Noord

CASE
}

@test "without MC_DOOR it was recorded by the login name of the user" {
    [ "$(start --id=a | grep ^Door:)" = "Door: $(id -un)" ]
    [ "$(start --id=a -F Door=secretariaat | grep ^Door:)" = "Door: secretariaat" ]
}

@test "the framework is that of -k, else of -F, else of MC_KADER; of a path its name is stored" {
    kader() {
        "$@" -F Beroepskracht=arts | sed -n 's/^Kader: //p'
    }
    cp "$BATS_TEST_DIRNAME/../share/kader/basis.kader" .
    sed 's/^Kader: .*/Kader: eigen/' basis.kader >eigen.kader
    export MC_KADER=basis
    [ "$(kader mc-new)" = basis ]
    [ "$(kader mc-new -F kader=jeugd-en-gezin)" = jeugd-en-gezin ]
    [ "$(kader mc-new -F kader=jeugd-en-gezin -k ./eigen.kader)" = eigen ]
    [ "$(kader mc-new -k eigen.kader)" = eigen ]
    [ "$(MC_KADER=$PWD/eigen.kader kader mc-new)" = eigen ]
    [ "$(MC_KADER_PATH=$PWD kader mc-new --kader=eigen)" = eigen ]
}

@test "a made id is the day of Geopend and six characters, another each time" {
    for _ in {1..40}; do
        start -F Geopend=2025-02-03 | sed -n 's/^Zaak: //p'
    done >ids
    [ "$(grep -cE '^2025-02-03-[23456789abcdefghjkmnpqrstvwxyz]{6}$' ids)" -eq 40 ]
    [ "$(sort -u ids | wc -l)" -eq 40 ]
    # 240 characters of 30 that are equally likely: more than 20 of them are met.
    [ "$(cut -c12- ids | fold -w1 | sort -u | wc -l)" -gt 20 ]
}

@test "every character of an id is as likely: of 256 values the 240 that 30 divides are used" {
    # poked BYTE TIMES: as many calls of getrandom give that byte; LeakSanitizer does not run below strace.
    poked() {
        ASAN_OPTIONS=detect_leaks=0 strace -qq -o calls -e trace=getrandom \
            -e inject=getrandom:poke_exit=@arg1="$1":when=1.."$2" mc-new -k basis -F Beroepskracht=arts
    }
    poked ef 40 | grep -q '^Zaak: 2026-11-24-zzzzzz$'
    poked 00 40 | grep -q '^Zaak: 2026-11-24-222222$'
    poked f0 20
    [ "$(grep -c '"\\xf0"' calls)" -ge 15 ]
}

@test "-F takes every field of Zaak, in any case of its name, and fields of one's own; in normal form" {
    start -F X_Nummer=12 -F door=ik -F VERVOLGT=een -F functie=huisarts -F Vervolgt=twee -F team=Noord \
        -F organisatie='Huisartsenpraktijk De Linde' -F Contact=$'tel. 1\r\ntel. 2\r+ \\' -F aandachtsfunctionaris=geen \
        -F formaat=1 -F geopend=2026-11-20 -F vastgelegd=2026-11-20T10:00:00+01:00 -F zaak=Eigen.1 -F X_Leeg= >got
    sed 's/~$/ /' >wanted <<'CASE'
Zaak: Eigen.1
Formaat: 1
Kader: basis
Geopend: 2026-11-20
Organisatie: Huisartsenpraktijk De Linde
Team: Noord
Beroepskracht: arts
Functie: huisarts
Contact: tel. 1
+ tel. 2
+ + \~
Aandachtsfunctionaris: geen
Vervolgt: een
Vervolgt: twee
X_Nummer: 12
X_Leeg:
Vastgelegd: 2026-11-20T10:00:00+01:00
Door: ik

CASE
    diff wanted got
}

@test "what breaks the format is refused whole, a line for each, by the number of its -F" {
    says 1 "-F:2: fout: Zaak has no such field (did you mean Team?); fields of your own begin with X_ [MC004]
-F:3: fout: this line is no field (Name: value), no comment between entries and no continuation (+ text) [MC001]
-F:4: fout: Geopend is no valid date; write JJJJ-MM-DD [MC008]
-F:6: fout: Organisatie may stand once in Zaak; only the first counts [MC010]
-F:8: fout: Vervolgt takes id of a case: 1 to 64 letters, digits, . _ - [MC006]
-F:9: fout: this line holds bytes that are not UTF-8, or a control or direction character; retype it [MC002]
-F:10: fout: this line holds bytes that are not UTF-8, or a control or direction character; retype it [MC002]
-F:11: fout: Formaat takes 1 [MC006]" \
        start -F Teamm=KANARIE -F 'X_a b=KANARIE' -F Geopend=2026-02-30 -F Organisatie=KANARIE -F Organisatie=KANARIE \
        -F Vervolgt=goed -F 'Vervolgt=KAN ARIE' -F Functie=$'KAN\x1bARIE' -F Contact=$'KAN\xffARIE' -F Formaat=2
    says 1 "-F:2: fout: Geopend is no valid date; write JJJJ-MM-DD [MC008]" start -d cases -F Geopend=morgen
    [ ! -e cases ]
}

@test "what is lacking or unknown is usage, and is told together" {
    says 64 "mc-new: no framework: give -k KADER, or set MC_KADER
mc-new: no professional: give -F Beroepskracht=NAME, or set MC_DOOR" mc-new
    says 64 "mc-new: no professional: give -F Beroepskracht=NAME, or set MC_DOOR" mc-new -k basis -F Beroepskracht=
    says 64 "mc-new: unknown framework jeugd-en-gezn (did you mean jeugd-en-gezin?)" start -k jeugd-en-gezn
    local shipped='apothekers, artsen, basis, gehandicaptenzorg, gemeente, jeugd-en-gezin, jeugdgezondheidszorg, justitie, kinderopvang'
    shipped+=', kraamzorg, logopedie, onderwijs, opvang-asielzoekers, paramedici, verloskundigen, verpleegkundigen'
    says 64 "mc-new: unknown framework sterrenkunde; there are $shipped" start -k sterrenkunde
    says 64 "mc-new: map/eigen.kader: No such file or directory" start -k map/eigen.kader
    says 64 "mc-new: map/eigen: a framework's file is called NAME.kader" start -k map/eigen
    says 64 "mc-new: -F takes NAME=VALUE" start -F Team
    says 64 "mc-new: --dir takes a folder" start -d ''
    says 64 "mc-new: a case is started from -F alone; to take over files give --from" start zaak.json
    local id
    for id in '' .a -a a/b 'a b' "$(printf '%065d' 1)" $'a\nb'; do
        says 64 "mc-new: an id takes 1 to 64 letters, digits, \`.\`, \`_\` or \`-\`, and does not start with \`.\` or \`-\`" \
            start --id="$id"
    done
    echo KANARIE >eigen.kader
    says 78 "mc-new: eigen.kader: is no framework that can be read" start -k eigen.kader
    MC_DOOR=$'KAN\x1bARIE' says 64 \
        "mc-new: MC_DOOR holds bytes that are not UTF-8, or a control or direction character" start
}

@test "with -d a file is made in the folder of its year, for its owner alone, and its path printed" {
    umask 0
    says 0 cases/2025/proef.zaak start -d cases --id=proef -F Geopend=2025-12-31
    [ "$(stat -c %a cases/2025/proef.zaak)" = 600 ]
    [ "$(stat -c %a cases/2025)" = 700 ]
    start --id=proef -F Geopend=2025-12-31 | cmp - cases/2025/proef.zaak
    says 0 cases/2026/ander.zaak start --dir=cases// --id=ander
    [ "$(find cases -type f | wc -l)" -eq 2 ]
    mc-check --severity=fout cases
}

@test "what exists is never written over, in whatever year it stands" {
    start -d cases --id=proef -F Geopend=2025-12-31
    cp cases/2025/proef.zaak before
    says 73 "mc-new: cases/2025/proef.zaak: exists already; nothing was written" \
        start -d cases --id=proef -F Geopend=2025-01-01 -F Team=Zuid
    says 73 "mc-new: cases/2025/proef.zaak: exists already; nothing was written" start -d cases --id=proef
    cmp before cases/2025/proef.zaak
    ln -s nergens cases/los.zaak
    says 73 "mc-new: cases/los.zaak: exists already; nothing was written" start -d cases --id=los
    [ "$(find cases -type f | wc -l)" -eq 1 ]
}

@test "where no file can be made the status is 73, and where it cannot be written 74" {
    touch geen_map
    says 73 "mc-new: geen_map/2026/a.zaak: Not a directory; nothing was written" start -d geen_map --id=a
    run bash -c 'mc-new -k basis -F Beroepskracht=arts >/dev/full'
    [ "$status" -eq 74 ]
    [ "$output" = "mc-new: standard output: No space left on device" ]
    # A limit on the size of files is met in the write, and leaves nothing behind.
    run bash -c 'ulimit -f 0; mc-new -k basis -F Beroepskracht=arts -d vol --id=a'
    [ "$status" -eq 74 ]
    [ "$(find vol -type f | wc -l)" -eq 0 ]
}

@test "standard input is not read when a case is started" {
    [ "$(echo over | { start >/dev/null && cat; })" = over ]
}

@test "--help is one screen, --version names the program" {
    run mc-new --help
    [ "$status" -eq 0 ]
    [ "${#lines[@]}" -lt 24 ]
    [[ ${lines[0]} == "usage: mc-new "* ]]
    run mc-new -V
    [[ ${lines[0]} =~ ^mc-new\ \(meldcode-tools\)\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

# ---- to take over cases ----

# object ID [MEMBERS]: a case as mc-export would write it; MEMBERS of `zaak` begin with a comma.
object() {
    printf '{"formaat":1,"zaak":{"Zaak":"%s","Formaat":"1","Kader":"basis","Geopend":"2026-11-02"%s},"aantekeningen":[]}' \
        "$1" "${2-}"
}

# taken_over FORMAT INPUT IDS STATUS [WHAT IS SAID]: the ids of the cases that come out, in order.
taken_over() {
    local got=0
    printf '%s' "$2" >in
    mc-new --from="$1" in >out 2>err || got=$?
    if [ "$got" != "$4" ] || [ "$(sed -n 's/^Zaak: //p' out | xargs)" != "$3" ] || [ "$(<err)" != "${5-}" ]; then
        printf '%s\n' "$2" "  wanted: $4: $3" "${5-}" "  got:    $got: $(sed -n 's/^Zaak: //p' out | xargs)" "$(<err)"
        return 1
    fi
}

NO_CASE='no case: that is an object with an object `zaak`, as mc-export -f json writes it'

@test "json is a case, an array of cases, or several of these one after another" {
    local a b c
    a=$(object a) b=$(object b) c=$(object c)
    taken_over json "$a" a 0
    taken_over json "[$a]" a 0
    taken_over json "[$a,$b]" "a b" 0
    taken_over json "$a$b"$'\n\t \r\n'"$c" "a b c" 0
    taken_over json "[ $a , $b ]${c}[][ ][$a]" "a b c a" 0
    taken_over json $'\xef\xbb\xbf'"[$a]"$'\r\n' a 0
    taken_over json "$(object a | jq .)" a 0
}

@test "jsonl is a case a line; blank lines are passed over, the last needs no end" {
    local a b
    a=$(object a) b=$(object b)
    taken_over jsonl "$a" a 0
    taken_over jsonl "$a"$'\n\n  \r\n'"$b"$'\r\n' "a b" 0
    taken_over jsonl $'\xef\xbb\xbf'"  $a  "$'\n' a 0
}

@test "where json does not parse the rest of that input is refused, and other files are read" {
    local a b rest="nothing more of it is read from line"
    a=$(object a) b=$(object b)
    taken_over json "[$a,$b" "a b" 2 "in:3: fout: no JSON: it breaks off; $rest 1 [MC001]"
    taken_over json "[$a $b]" a 2 "in:2: fout: no JSON; $rest 1 [MC001]"
    taken_over json "[$a,]" a 2 "in:2: fout: no JSON; $rest 1 [MC001]"
    taken_over json "$a,$b" a 2 "in:2: fout: no JSON; $rest 1 [MC001]"
    taken_over json "$a]$b" a 2 "in:2: fout: no JSON; $rest 1 [MC001]"
    taken_over json "$a"$'\n\n'"KANARIE $b" a 2 "in:2: fout: no JSON; $rest 3 [MC001]"
    taken_over json "$a"$'\n{"zaak":\n{"Zaak":"KANARIE",,}}'"$b" a 2 "in:2: fout: no JSON; $rest 3 [MC001]"
    taken_over json "$a"'{"zaak":{"Zaak":"KANARIE"' a 2 "in:2: fout: no JSON: it breaks off; $rest 1 [MC001]"
    taken_over json "$a"'{"zaak":{"Zaak":"KANARIE' a 2 "in:2: fout: no JSON: it breaks off; $rest 1 [MC001]"
    printf '%s' "$b" >ook
    status=0
    mc-new --from=json in ook >out 2>err || status=$?
    [ "$status" -eq 2 ]
    [ "$(sed -n 's/^Zaak: //p' out | xargs)" = "a b" ]
}

@test "where jsonl does not parse that line is refused, and the next is read" {
    local a b
    a=$(object a) b=$(object b)
    taken_over jsonl "$a"$'\nKANARIE\n'"$b" "a b" 2 "in:2: fout: no JSON [MC001]"
    taken_over jsonl '{"zaak":'$'\n'"$b" b 2 "in:1: fout: no JSON: it breaks off [MC001]"
    taken_over jsonl "$a $b"$'\n]]]}\n"KANARIE\n'"$b" b 2 "in:1: fout: no JSON [MC001]
in:2: fout: no JSON [MC001]
in:3: fout: no JSON: it breaks off [MC001]"
    taken_over jsonl "[$a]"$'\n\n'"$b" b 1 "in:1: fout: $NO_CASE [MC001]"
}

@test "ill-formed UTF-8, NUL, a lone surrogate, a raw control character and a key twice are no JSON" {
    local b
    b=$(object b)
    taken_over jsonl "$(object a ',"Team":"KAN'$'\xff''ARIE"')"$'\n'"$b" b 2 \
        "in:1: fout: no JSON: bytes that are not UTF-8 [MC002]"
    taken_over jsonl "$(object a ',"Team":"KAN'$'\xed\xa0\x80''ARIE"')"$'\n'"$b" b 2 \
        "in:1: fout: no JSON: bytes that are not UTF-8 [MC002]"
    taken_over jsonl "$(object a ',"Team":"KAN\u0000ARIE"')"$'\n'"$b" b 2 \
        "in:1: fout: no JSON for text: a NUL character [MC002]"
    taken_over jsonl "$(object a ',"KAN\u0000ARIE":""')"$'\n'"$b" b 2 \
        "in:1: fout: no JSON for text: a NUL character [MC002]"
    taken_over jsonl "$(object a ',"Team":"\ud83dKANARIE"')"$'\n'"$b" b 2 "in:1: fout: no JSON [MC001]"
    taken_over jsonl "$(object a ',"Team":"KAN'$'\t''ARIE"')"$'\n'"$b" b 2 "in:1: fout: no JSON [MC001]"
    taken_over jsonl "$(object a ',"Team":"KANARIE","Team":"x"')"$'\n'"$b" b 2 \
        "in:1: fout: no JSON: a key stands twice in one object [MC001]"
    taken_over jsonl '{"KANARIE":{"a":1,"a":1}}'$'\n'"$b" b 2 \
        "in:1: fout: no JSON: a key stands twice in one object [MC001]"
    # A NUL byte itself.
    printf '%s\0%s\n%s' '{"zaak":{"Zaak":"KAN' 'ARIE"}}' "$b" >in
    says 2 "in:1: fout: no JSON [MC001]
$(mc-new --from=json <<<"$b")" mc-new --from=jsonl in
}

@test "what is deeper than 64 is not read, however deep it is" {
    # nested DEPTH: a case that is that deep in all, by a key that is passed over.
    nested() {
        local open close
        open=$(printf '%*s' $(($1 - 1)) '') close=$open
        printf '{"zaak":{"Zaak":"a"},"voortgang":%s%s}' "${open// /[}" "${close// /]}"
    }
    taken_over json "$(nested 64)" a 0
    taken_over jsonl "$(nested 65)"$'\n'"$(object b)" b 2 \
        "in:1: fout: no JSON that is read: objects and arrays more than 64 deep [MC001]"
    local sign
    for sign in '[' '{"a":'; do
        { printf '{"zaak":' && yes "$sign" | head -n 300000 | tr -d '\n'; } >in
        says 2 "in:1: fout: no JSON that is read: objects and arrays more than 64 deep; nothing more of it is read from line 1 [MC001]" \
            timeout 10 mc-new --from=json in
    done
    { printf '[' && head -c 3000000 /dev/zero | tr '\0' '"'; } >in
    run timeout 10 mc-new --from=json in
    [ "$status" -eq 2 ]
}

@test "JSON that is no case is refused (1), the others go on" {
    local a b
    a=$(object a) b=$(object b)
    taken_over json "[$a,5,\"KANARIE\",null,[$b],{},{\"zaak\":\"KANARIE\"},$b] true $a" "a b a" 1 \
        "$(printf 'in:%s: fout: '"$NO_CASE"' [MC001]\n' 2 3 4 5 6 7 9)"
}

# refused CASE WHAT IS SAID OF IT: it is refused (1), and the next one taken over.
refused() {
    taken_over jsonl "$1"$'\n'"$(object next)" next 1 "in:1: fout: ${2//$'\n'/$'\n'in:1: fout: }"
}

@test "what would be unreadable is refused whole, and says where" {
    local bad_id='no valid id: it takes 1 to 64 letters, digits, `.`, `_` or `-`, and does not start with `.` or `-` [MC012]'
    local bad_name='a name of a kind or field that is not a letter, then letters, digits and `_` alone [MC001]'
    local bad_value='a value that is neither text nor an array of texts [MC001]'
    local bad_character='a control or direction character, other than TAB and a line break [MC002]'
    local id character
    for id in '' .a -a a/b 'a b' 'a\nb' 'é' "$(printf '%065d' 1)"; do
        refused "$(object "$id")" "$bad_id"
    done
    refused '{"zaak":{"Kader":"KANARIE"}}' 'no id: `zaak` lacks its `Zaak` [MC003]'
    refused '{"zaak":{"Zaak":["KANARIE"]}}' 'the id, `Zaak` in `zaak`, is no text [MC001]'
    refused '{"formaat":2,"zaak":{"Zaak":"a"}}' 'Formaat takes 1 [MC006]'
    refused '{"formaat":"1","zaak":{"Zaak":"a"}}' 'Formaat takes 1 [MC006]'
    refused '{"zaak":{"Zaak":"a","Formaat":"KANARIE"}}' 'Formaat takes 1 [MC006]'
    refused '{"zaak":{"Zaak":"a","Formaat":["2","1"]}}' 'Formaat takes 1 [MC006]'
    refused "$(object a ',"KANARIE VOGEL":""')" "$bad_name"
    refused "$(object a ',"":""')" "$bad_name"
    refused "$(object a ',"_a":""')" "$bad_name"
    refused "$(object a ',"Tëam":""')" "$bad_name"
    refused "$(object a ',"Team":5')" "Team: $bad_value"
    refused "$(object a ',"Team":null')" "Team: $bad_value"
    refused "$(object a ',"Team":["KANARIE",["x"]]')" "Team: $bad_value"
    refused "$(object a ',"KANARIE":{"x":"y"}')" "$bad_value"
    for character in '\u0001' '\u000b' '\u007f' '\u0085' '\u2028' '\u202e' '\u2066'; do
        refused "$(object a ",\"Team\":\"KAN${character}ARIE\"")" "Team: $bad_character"
    done
    entry() {
        printf '{"zaak":{"Zaak":"a"},"aantekeningen":[{"soort":"Notitie","label":"1"},%s]}' "$1"
    }
    refused '{"zaak":{"Zaak":"a"},"aantekeningen":{"soort":"Notitie"}}' '`aantekeningen` is no array [MC001]'
    refused "$(entry '["KANARIE"]')" 'entry 2: an entry is no object [MC001]'
    refused "$(entry '{"label":"KANARIE"}')" 'entry 2: `soort` is missing, or no text [MC001]'
    refused "$(entry '{"soort":["Notitie"]}')" 'entry 2: `soort` is missing, or no text [MC001]'
    refused "$(entry '{"soort":"KANARIE VOGEL"}')" "entry 2: $bad_name"
    refused "$(entry '{"soort":"Zaak","label":"b"}')" \
        'entry 2: an entry cannot be of the kind `Zaak`: it would begin a case [MC001]'
    refused "$(entry '{"soort":"Notitie","label":1}')" 'entry 2: `label` is no text [MC001]'
    refused "$(entry '{"soort":"Notitie","label":"KAN\u001bARIE"}')" "entry 2: $bad_character"
    refused "$(entry '{"soort":"Notitie","velden":["KANARIE"]}')" 'entry 2: `velden` is no object [MC001]'
    refused "$(entry '{"soort":"Notitie","velden":{"Zaak":"KANARIE"}}')" \
        'entry 2: an entry cannot have a field `Zaak`: it would begin a case [MC001]'
    refused "$(entry '{"soort":"Notitie","velden":{"Tekst":false}}')" "entry 2, Tekst: $bad_value"
    refused "$(entry '{"soort":"KANARIE","velden":{"KANARIE":false}}')" "entry 2: $bad_value"
    # All of them together are a line each, but of one cause only the first place.
    refused "$(object .a ',"Team":1,"Functie":2,"Contact":"\u0001","X_a":3,"X_b":4')" "$bad_id
Team: $bad_value
Functie: $bad_value
Contact: $bad_character
$bad_value"
}

@test "what is readable is taken over as it is, findings and all" {
    cat >in.json <<'JSON'
{"zaak":{"Kader":"","Zaak":"a","Team":["x","y"],"X_n":"1","Vreemd":"onbekend"},
 "aantekeningen":[{"soort":"Signaal","velden":{"Datum":"gisteren","Signaal":"2","Soort":[],"Feit":"a\r\nb\rc\\\nd\\"}},
                  {"velden":{},"label":"1 2","soort":"Vreemd"},{"soort":"Signaal","label":"","regel":"?","vervangen":5}],
 "voortgang":[{}]}
JSON
    mc-new --from=json in.json >got 2>err
    [ ! -s err ]
    sed 's/~$/ /' >wanted <<'CASE'
Zaak: a
Kader:
Team: x
Team: y
Vreemd: onbekend
X_n: 1

Signaal:
Signaal: 2
Datum: gisteren
Feit: a
+ b
+ c\~
+ d\~

Vreemd: 1 2

Signaal:

CASE
    diff wanted got
}

@test "a key that is not known is passed over with a hint, once, and never named" {
    cat >in.jsonl <<'JSON'
{"zaak":{"Zaak":"a"},"aantekening":[],"KANARIE":1,"aantekeningen":[{"soort":"Notitie","lable":"KANARIE"},{"soort":"Notitie","lable":""}]}
{"zaak":{"Zaak":"b"},"aantekening":[],"aantekeningen":[{"soort":"Notitie","veld":{}}]}
JSON
    mc-new --from=jsonl in.jsonl >out 2>err
    [ "$(grep -c ^Zaak out)" -eq 2 ]
    diff - err <<'ERR'
mc-new: in.jsonl: line 1: an unknown key is passed over (did you mean aantekeningen?)
mc-new: in.jsonl: line 1: an unknown key is passed over
mc-new: in.jsonl: line 1, entry 1: an unknown key is passed over (did you mean label?)
mc-new: in.jsonl: line 2, entry 1: an unknown key is passed over (did you mean velden?)
ERR
}

@test "with -d each case becomes a file of its year, its path is printed; without a valid day it is year 0000" {
    {
        object een
        object twee | sed 's/2026-11-02/2025-01-02/'
        object drie | sed 's/2026-11-02/KANARIE/'
    } >in.json
    says 0 "cases/2026/een.zaak
cases/2025/twee.zaak
cases/0000/drie.zaak" mc-new --from=json -d cases in.json
    cat cases/2026/een.zaak cases/2025/twee.zaak cases/0000/drie.zaak | cmp - <(mc-new --from=json in.json)
}

@test "an id that exists is refused, in whatever year and twice in one input; the others go on" {
    object een | mc-new --from=json -d cases
    cp cases/2026/een.zaak before
    { object een | sed 's/2026-11-02/2025-01-02/' && object twee && object twee ',"Team":"KANARIE"' && object drie; } >in.json
    mc-new --from=json -d cases in.json >out 2>err || status=$?
    [ "$status" -eq 1 ]
    diff - out <<'OUT'
cases/2026/twee.zaak
cases/2026/drie.zaak
OUT
    diff - err <<'ERR'
in.json:1: fout: the id of this case was met before, at cases/2026/een.zaak:1 [MC013]
in.json:3: fout: the id of this case was met before, at cases/2026/twee.zaak:1 [MC013]
ERR
    cmp before cases/2026/een.zaak
    [ "$(grep -rc KANARIE cases/2026/twee.zaak)" = 0 ]
}

@test "a refused case leaves no file" {
    { object een ',"Team":5' && object twee; } >in.json
    run mc-new --from=json -d cases in.json
    [ "$status" -eq 1 ]
    [ "$(find cases -type f)" = cases/2026/twee.zaak ]
}

@test "no case: 3 for standard input, and for a named file MC003 and 2" {
    says 3 "" mc-new --from=json </dev/null
    says 3 "" mc-new --from=jsonl - < <(printf '\n\n')
    says 3 "" mc-new --from=json < <(printf '[]')
    says 0 "" mc-new --from=json --allow-empty </dev/null
    : >leeg
    echo '[ ]' >lijst
    says 2 "leeg:1: fout: there is no case in this file [MC003]
lijst:1: fout: there is no case in this file [MC003]" mc-new --from=json leeg lijst
}

@test "one bad operand never stops the rest" {
    object a >a.json
    mkfifo pijp
    mkdir map
    mc-new --from=json niet-hier pijp map a.json >out 2>err || status=$?
    [ "$status" -eq 2 ]
    [ "$(head -n 1 out)" = "Zaak: a" ]
    sort err | diff - <(
        cat <<'ERR'
mc-new: map: is a folder; name the files to take over
mc-new: niet-hier: No such file or directory
mc-new: pijp: is a pipe, device or socket; read it through standard input
ERR
    )
}

@test "what --from takes is told; with what starts a case it does not go together" {
    says 64 "mc-new: --from: unknown format jsom (did you mean json?)" mc-new --from=jsom
    says 64 "mc-new: --from: unknown format spss; there is zaak, json, jsonl and csv" mc-new --from=spss
    says 64 "mc-new: -n goes with --from" start -n
    local option
    for option in -kbasis --id=a -FTeam=Noord; do
        says 64 "mc-new: -k, -F and --id start a case, --from takes over cases: give one or the other" \
            mc-new --from=json "$option" </dev/null
    done
}

@test "-v says how many cases were met and refused" {
    { object a && object b ',"Team":5' && echo KANARIE; } >in.json
    ends 2 mc-new --from=json -v in.json >out 2>err
    [ "$(tail -n 1 err)" = "mc-new: zaken=3 geweigerd=2" ]
}

@test "no text of the input is in any message" {
    local where place
    # A marked text in each place where text can stand, and each thing that can be wrong with it.
    for where in '{"KANARIE":1,"zaak":{"Zaak":"a"}}' '{"zaak":{"Zaak":".KANARIE"}}' '{"zaak":{"Zaak":"a","KANARIE":PLAATS}}' \
        '{"zaak":{"Zaak":"a","Team":PLAATS}}' '{"zaak":{"Zaak":"a","Geopend":PLAATS}}' '{"formaat":"KANARIE","zaak":{"Zaak":"a"}}' \
        '{"zaak":{"Zaak":"a"},"aantekeningen":[{"soort":PLAATS}]}' '{"zaak":{"Zaak":"a"},"aantekeningen":[{"soort":"Notitie","label":PLAATS}]}' \
        '{"zaak":{"Zaak":"a"},"aantekeningen":[{"KANARIE":PLAATS,"soort":"Notitie"}]}' \
        '{"zaak":{"Zaak":"a"},"aantekeningen":[{"soort":"Notitie","velden":{"KANARIE":PLAATS}}]}'; do
        for place in '"KANARIE"' '"KANARIE\u0007"' '["KANARIE",1]' '{"KANARIE":2}' '{"KANARIE":2,"KANARIE":2}' '"KANARIE\u0000"' \
            '"KANARIE\q"' '"KANARIE' 'KANARIE' '"KANARIE\ud800"' '"KANARIE'$'\xff''"' '1KANARIE'; do
            printf '%s\n' "${where//PLAATS/$place}"
        done
    done >in.jsonl
    ends 2 mc-new --from=jsonl in.jsonl >out 2>err
    [ "$(grep -c 'fout:' err)" -gt 60 ]
    [ "$(grep -ci kanarie err)" -eq 0 ]
    # A file each, for of json nothing is read behind what does not parse.
    split -l 1 in.jsonl json.
    ends 2 mc-new --from=json json.* >out 2>err
    [ "$(grep -c 'fout:' err)" -gt 60 ]
    [ "$(grep -ci kanarie err)" -eq 0 ]
}

@test "an id that comes twice in one import makes one file, also where the years differ" {
    printf '{"zaak":{"Zaak":"a","Geopend":"2026-01-01"}}{"zaak":{"Zaak":"a","Geopend":"2025-01-01"}}' >in.json
    run -1 --separate-stderr mc-new --from=json -d map in.json
    [ "$output" = map/2026/a.zaak ]
    [[ $stderr == "in.json:2: fout: the id of this case was met before, at map/2026/a.zaak:1 [MC013]" ]]
    [ "$(find map -name '*.zaak' | wc -l)" = 1 ]
}

@test "a case that is made but could not be told is said" {
    run bash -c 'mc-new -d map -k basis --id=b -F Beroepskracht=arts >/dev/full'
    [ "$status" = 74 ]
    [[ $output == *"map/2026/b.zaak: the case is there, but that could not be told on standard output"* ]]
    [ -s map/2026/b.zaak ]
}
