#!/usr/bin/env bats
# Every malformed input of zaak(5), as a table: what is found at which line, the exit status, that the next case is
# still read and judged, and that nothing of a case is shown in a diagnostic.

load lib

# Formats of printf. Behind CASE (lines 1-5) and ENTRY (6-8) the next line is 9.
CASE='Zaak: in\nFormaat: 1\nKader: jeugd-en-gezin\nGeopend: 2026-11-23\nBeroepskracht: KANARIE\n'
ENTRY='\nNotitie: KANARIE\nDatum: 2026-11-23\n'
TEXT='Tekst: KANARIE\n'
# Behind CASE and PERSON (6-8) the next line is 9, behind SIGNAL (9-14) it is 15.
PERSON='\nPersoon: kind1\nRol: kind\n'
SIGNAL='\nSignaal: 1\nDatum: 2026-11-20\nBetreft: kind1\nBron: waarneming\nFeit: KANARIE\n'
BOM='\xef\xbb\xbf'

# The case that comes next. Its unknown field, at line 6, shows that it was judged, and that the lines were counted.
NEXT='Zaak: goed\nFormaat: 1\nKader: jeugd-en-gezin\nGeopend: 2026-11-23\nBeroepskracht: KANARIE\nKANARIE: ja\n\n'

rows=0
failed=0

# row NAME FORMAT FINDINGS STATUS [UNREADABLE]: the next case stands behind the bytes, in one file and in one stream.
# FINDINGS are CODE:LINE in order, of the codes of the format; UNREADABLE cases: one with MC001, MC002 or MC017, else 0;
# where there are any, other codes are not passed over.
row() {
    local lines
    bytes "$2" "$NEXT" >in.zaak
    mapfile -t lines <in.zaak
    cases=$(count_cases)
    check in.zaak
    judge "$1 (file)" in.zaak "in.zaak:$((${#lines[@]} - 1))" "${@:3}"
    check < <(bytes "$2" "$NEXT")
    judge "$1 (stream)" - "-:$((${#lines[@]} - 1))" "${@:3}"
}

# row_end, as row: the bytes end their file or stream, the next case stands in a file of its own.
row_end() {
    row_file "$@"
    check - goed.zaak < <(bytes "$2")
    judge "$1 (stream)" - goed.zaak:6 "${@:3}"
}

# row_file, as row_end, where the contract speaks of a named file only.
row_file() {
    bytes "$2" >in.zaak
    bytes "$NEXT" >goed.zaak
    cases=$(($(count_cases) + 1))
    check in.zaak goed.zaak
    judge "$1 (file)" in.zaak goed.zaak:6 "${@:3}"
}

# row_each NAME FORMAT RECORD CODE VALUE...: behind FORMAT stands RECORD for each VALUE (its @, and a number for its ~), and each
# raises CODE at its line; with an empty CODE nothing is found.
row_each() {
    local format=$2 code=$4 value before breaks findings='' status=1 n=0
    for value in "${@:5}"; do
        n=$((n + 1))
        before=$format${3%%@*}
        breaks=${before//'\n'/}
        findings+=" $code:$(((${#before} - ${#breaks}) / 2 + 1))"
        format=${before//'~'/$n}$value${3#*@}
    done
    case $code in
    '') findings='' status=0 ;;
    MC002) status=2 ;;
    esac
    row "$1" "$format"'\n' "${findings# }" "$status"
}

bytes() {
    local format
    for format; do
        # shellcheck disable=SC2059 # the table holds formats
        printf "$format"
    done
}

count_cases() {
    LC_ALL=C grep -acE $'^(\xef\xbb\xbf)?Zaak:' in.zaak || true
}

check() {
    status=0
    mc-check --today=2026-11-24 --fail-level=fout -v "$@" >out 2>err || status=$?
}

# judge NAME FILE MARKER FINDINGS STATUS [UNREADABLE]: `out`, `err` and status are those, and nothing else.
judge() {
    local unreadable=${6-} want
    if [ -z "$unreadable" ]; then
        unreadable=0
        [[ $4 =~ MC001|MC002|MC017 ]] && unreadable=1
    fi
    read_findings "$2" "$3"
    if ((unreadable > 0)); then
        found+=$others
    fi
    want="$4; status $5; the next case judged; mc-check: zaken=$cases"
    want+=" fout=$fout waarschuwing=$waarschuwing advies=$advies uitgezonderd=0 onleesbaar=$unreadable"
    compare "$1" "$want" "$found; status $status; $next; $(<err)"
}

# compare NAME WANTED GOT counts a row, and lets no text of a case pass.
compare() {
    local got=$3 said
    for said in out err; do
        if IFS= read -r -d '' said <"$said" || [[ ${said,,} == *kanarie* ]]; then
            got+='; bytes of the case shown'
        fi
    done
    rows=$((rows + 1))
    if [ "$2" != "$got" ]; then
        failed=$((failed + 1))
        printf '%s\n' "$1" "  wanted: $2" "  got:    $got"
    fi
}

# read_findings FILE MARKER reads `out` into found (as FINDINGS of a row), others (those of other codes), the count of each
# level, and next.
read_findings() {
    local line place code level
    found='' others='' fout=0 waarschuwing=0 advies=0 next='the next case not judged'
    while IFS= read -r line || [ -n "$line" ]; do
        if ! [[ $line =~ ^([^:]+:[1-9][0-9]*):\ (fout|waarschuwing|advies):\ .+\ \[(MC[0-9]{3})\]$ ]]; then
            found+=' (a line that is no finding)'
            continue
        fi
        place=${BASH_REMATCH[1]} level=${BASH_REMATCH[2]} code=${BASH_REMATCH[3]}
        printf -v "$level" %d $((${!level} + 1))
        case "$code $level" in
        "MC005 waarschuwing" | "MC012 "*) ;;
        MC00[1236789]" fout" | MC010" fout" | MC013" fout" | MC017" fout") ;;
        MC00[12356789]* | MC010* | MC013* | MC017*) code+=":$level" ;;
        *)
            if [ "$place $level $code" = "$2 advies MC004" ]; then
                next='the next case judged'
            else
                others+=" $code:$place"
            fi
            continue
            ;;
        esac
        found+=" $code:${place#"$1:"}"
    done <out
    found=${found# }
}

@test "a line that is no field is MC001" {
    row 'bare text' "$CASE$ENTRY"'KANARIE\n\n' MC001:9 2
    row 'bare text in the Zaak record' 'Zaak: in\nKANARIE\nFormaat: 1\n\n' MC001:2 2
    row 'bare text as a record' "$CASE"'\nKANARIE\n\n' MC001:7 2
    row 'a rule of hyphens' "$CASE"'\n---\n\n' MC001:7 2
    row 'an equals sign for the colon' "$CASE$ENTRY"'Tekst = KANARIE\n\n' MC001:9 2
    row 'JSON' "$CASE$ENTRY"'{"Tekst": "KANARIE"}\n\n' MC001:9 2
    row 'a descriptor as a record' "$CASE"'\n%%rec: KANARIE\n\n' MC001:7 2
    row 'a descriptor inside a record' "$CASE$ENTRY"'%%rec: KANARIE\n\n' MC001:9 2
    row_end 'a last line cut off inside its name' "$CASE$ENTRY"'Tek' MC001:9 2
    row 'each such line is named' "$CASE$ENTRY"'KANARIE\nTekst:KANARIE\n'"$TEXT"' KANARIE\n\nKANARIE\n\n' \
        'MC001:9 MC001:10 MC001:12 MC001:14' 2
    [ "$failed of $rows" = "0 of 20" ]
}

@test "a colon without a space after it is MC001" {
    row 'in an entry' "$CASE$ENTRY"'Tekst:KANARIE\n\n' MC001:9 2
    row 'an unknown field' "$CASE$ENTRY"'KANARIE:KANARIE\n\n' MC001:9 2
    row 'the first field' "$CASE"'\nNotitie:KANARIE\nDatum: 2026-11-23\n'"$TEXT"'\n' MC001:7 2
    row 'Formaat, which is not absent then' 'Zaak: in\nFormaat:1\n\n' MC001:2 2
    row 'Zaak, which begins a case' 'Zaak:KANARIE\nFormaat: 1\n\n' MC001:1 2
    row 'Zaak, which begins a case behind another' "$CASE$ENTRY$TEXT"'\nZaak:KANARIE\nFormaat: 1\n\n' MC001:11 2
    row 'a TAB' "$CASE$ENTRY"'Tekst:\tKANARIE\n\n' MC001:9 2
    row 'a no-break space' "$CASE$ENTRY"'Tekst:\xc2\xa0KANARIE\n\n' MC001:9 2
    row 'a second colon' "$CASE$ENTRY"'Tekst::KANARIE\n\n' MC001:9 2
    [ "$failed of $rows" = "0 of 18" ]
}

@test "a name that is none is MC001" {
    row 'no name' "$CASE$ENTRY"': KANARIE\n\n' MC001:9 2
    row 'a hyphen' "$CASE$ENTRY"'KANARIE-veld: KANARIE\n\n' MC001:9 2
    row 'a dot' "$CASE$ENTRY"'KANARIE.veld: KANARIE\n\n' MC001:9 2
    row 'a slash' "$CASE$ENTRY"'KANARIE/veld: KANARIE\n\n' MC001:9 2
    row 'a space' "$CASE$ENTRY"'KANARIE veld: KANARIE\n\n' MC001:9 2
    row 'a space before the colon' "$CASE$ENTRY"'Tekst : KANARIE\n\n' MC001:9 2
    row 'a digit first' "$CASE$ENTRY"'1KANARIE: KANARIE\n\n' MC001:9 2
    row 'an underscore first' "$CASE$ENTRY"'_KANARIE: KANARIE\n\n' MC001:9 2
    row 'a letter outside ASCII' "$CASE$ENTRY"'KANARIE\xc3\xab: KANARIE\n\n' MC001:9 2
    row 'a letter outside ASCII first' "$CASE$ENTRY"'\xc3\x89KANARIE: KANARIE\n\n' MC001:9 2
    row 'as a first field' "$CASE"'\nKANARIE-soort: KANARIE\n\n' MC001:7 2
    [ "$failed of $rows" = "0 of 22" ]
}

@test "a continuation that is none is MC001" {
    row 'text at the plus sign' "$CASE$ENTRY$TEXT"'+KANARIE\n\n' MC001:10 2
    row 'a TAB at the plus sign' "$CASE$ENTRY$TEXT"'+\tKANARIE\n\n' MC001:10 2
    row 'at the start of a record' "$CASE$ENTRY$TEXT"'\n+ KANARIE\n\n' MC001:11 2
    row 'empty, at the start of a record' "$CASE$ENTRY$TEXT"'\n+\n\n' MC001:11 2
    row 'behind a line of blanks' "$CASE$ENTRY$TEXT"' \t\n+ KANARIE\n\n' MC001:11 2
    row 'behind a comment between records' "$CASE$ENTRY$TEXT"'\n# KANARIE\n+ KANARIE\n\n' MC001:12 2
    [ "$failed of $rows" = "0 of 12" ]
}

@test "a leading blank is MC001" {
    row 'a space before a field' "$CASE$ENTRY"' Tekst: KANARIE\n\n' MC001:9 2
    row 'a TAB before a field' "$CASE$ENTRY"'\tTekst: KANARIE\n\n' MC001:9 2
    row 'a space before a first field' "$CASE"'\n Notitie: KANARIE\n\n' MC001:7 2
    row 'a space before a continuation' "$CASE$ENTRY$TEXT"' + KANARIE\n\n' MC001:10 2
    row 'a space before a comment' "$CASE"'\n # KANARIE\n\n' MC001:7 2
    row 'folded text' "$CASE$ENTRY$TEXT"'    KANARIE\n\n' MC001:10 2
    row 'a space before Zaak, which begins no case' "$CASE$ENTRY$TEXT"'\n Zaak: KANARIE\nFormaat: 1\n\n' MC001:11 2
    row 'a no-break space before a field' "$CASE$ENTRY"'\xc2\xa0Tekst: KANARIE\n\n' MC001:9 2
    row 'a line of one no-break space' "$CASE$ENTRY$TEXT"'\xc2\xa0\n\n' MC001:10 2
    row 'a BOM before another field than Zaak' "$CASE$ENTRY$BOM$TEXT"'\n' MC001:9 2
    [ "$failed of $rows" = "0 of 20" ]
}

@test "a comment inside a record is MC001" {
    row 'behind the first field' "$CASE"'\nNotitie: KANARIE\n# KANARIE\nDatum: 2026-11-23\n'"$TEXT"'\n' MC001:8 2
    row 'behind the last field' "$CASE$ENTRY$TEXT"'# KANARIE\n\n' MC001:10 2
    row 'in the Zaak record' 'Zaak: in\n# KANARIE\nFormaat: 1\n\n' MC001:2 2
    row 'before a continuation' "$CASE$ENTRY$TEXT"'#KANARIE\n+ KANARIE\n\n' MC001:10 2
    [ "$failed of $rows" = "0 of 8" ]
}

@test "a value line that ends in a backslash is MC001" {
    row 'a value' "$CASE$ENTRY"'Tekst: KANARIE\\\n\n' MC001:9 2
    row 'two backslashes' "$CASE$ENTRY"'Tekst: KANARIE\\\\\n\n' MC001:9 2
    row 'nothing else' "$CASE$ENTRY"'Tekst: \\\n\n' MC001:9 2
    row 'a value that goes on' "$CASE$ENTRY"'Tekst: KANARIE\\\n+ KANARIE\n\n' MC001:9 2
    row 'a continuation' "$CASE$ENTRY$TEXT"'+ KANARIE\\\n\n' MC001:10 2
    row 'a label' "$CASE"'\nNotitie: KANARIE\\\nDatum: 2026-11-23\n'"$TEXT"'\n' MC001:7 2
    row 'an unknown field' "$CASE$ENTRY"'KANARIE: KANARIE\\\n'"$TEXT"'\n' MC001:9 2
    row 'the Zaak line' 'Zaak: KANARIE\\\nFormaat: 1\n\n' MC001:1 2
    row 'before CR LF' "$CASE$ENTRY"'Tekst: KANARIE\\\r\n\n' MC001:9 2
    # shellcheck disable=SC1003 # the backslash is the format's
    row_end 'before the end of the file' "$CASE$ENTRY"'Tekst: KANARIE\\' MC001:9 2
    [ "$failed of $rows" = "0 of 20" ]
}

@test "what is near to no field is read" {
    row 'a whole case' "$CASE$ENTRY$TEXT"'\n' '' 0
    row 'a space behind a backslash' "$CASE$ENTRY"'Tekst: KANARIE\\ \n+ KANARIE\\ \n\n' '' 0
    row 'a backslash inside' "$CASE$ENTRY"'Tekst: \\KANARIE\\n KANARIE\n\n' '' 0
    row 'values that look like other lines' "$CASE$ENTRY"'Tekst: # KANARIE\n+ + KANARIE\n+ %%rec: KANARIE\n+ Naam:x\n+ : x\n\n' '' 0
    row 'Zaak in a continuation' "$CASE$ENTRY$TEXT"'+ Zaak: KANARIE\n\n' '' 0
    row 'empty continuations' "$CASE$ENTRY$TEXT"'+\n+ \n+  KANARIE\n\n' '' 0
    row 'blanks at the start of a value' "$CASE$ENTRY"'Tekst:  \tKANARIE \n\n' '' 0
    row 'many blank lines' "$CASE\n\n$ENTRY$TEXT"'\n\n\n' '' 0
    row 'lines of blanks between records' "$CASE"' \t \n'"${ENTRY#'\n'}$TEXT"'\t\n' '' 0
    row 'comments between records' "$CASE"'\n# KANARIE\n\n#KANARIE\n#\n'"$ENTRY$TEXT"'\n# KANARIE\n\n' '' 0
    row 'a comment right before a record' "$CASE"'\n# KANARIE'"$ENTRY$TEXT"'\n# KANARIE\n' '' 0
    row 'a comment that ends in a backslash' "$CASE"'\n# KANARIE\\\n'"$ENTRY$TEXT"'\n' '' 0
    row 'unknown names' "$CASE$ENTRY$TEXT"'KANARIE: KANARIE\nK2_kanarie_: KANARIE\nX_KANARIE: KANARIE\n\nKANARIE: KANARIE\n\n' '' 0
    [ "$failed of $rows" = "0 of 26" ]
}

forbidden() {
    row "$1" "$CASE$ENTRY"'Tekst: KANARIE '"$2"' KANARIE\n\n' MC002:9 2
}

allowed() {
    row "$1" "$CASE$ENTRY"'Tekst: KANARIE '"$2"' KANARIE\n\n' '' 0
}

@test "ill-formed UTF-8 is MC002" {
    forbidden 'a lone continuation, lowest' '\x80'
    forbidden 'a lone continuation, highest' '\xbf'
    forbidden 'Latin-1' '\xe9'
    forbidden 'one continuation too many' '\xc3\xab\xab'
    forbidden 'overlong, 2 bytes, lowest' '\xc0\x80'
    forbidden 'overlong, 2 bytes, highest' '\xc1\xbf'
    forbidden 'overlong, 3 bytes, lowest' '\xe0\x80\x80'
    forbidden 'overlong, 3 bytes, highest' '\xe0\x9f\xbf'
    forbidden 'overlong, 4 bytes, lowest' '\xf0\x80\x80\x80'
    forbidden 'overlong, 4 bytes, highest' '\xf0\x8f\xbf\xbf'
    forbidden 'the lowest surrogate' '\xed\xa0\x80'
    forbidden 'the highest surrogate' '\xed\xbf\xbf'
    forbidden 'a pair of surrogates' '\xed\xa0\xbd\xed\xb8\x80'
    forbidden 'U+110000' '\xf4\x90\x80\x80'
    forbidden 'a lead byte of more than U+10FFFF' '\xf5\x80\x80\x80'
    forbidden '5 bytes' '\xf8\x88\x80\x80\x80'
    forbidden '6 bytes' '\xfc\x84\x80\x80\x80\x80'
    forbidden '0xFE' '\xfe'
    forbidden '0xFF' '\xff'
    forbidden 'truncated, 1 of 2' '\xc3'
    forbidden 'truncated, 1 of 3' '\xe2'
    forbidden 'truncated, 2 of 3' '\xe2\x82'
    forbidden 'truncated, 1 of 4' '\xf0'
    forbidden 'truncated, 2 of 4' '\xf0\x9f'
    forbidden 'truncated, 3 of 4' '\xf0\x9f\x98'
    forbidden 'truncated, the next begins' '\xf0\x9f\x98\xe2\x82\xac'
    [ "$failed of $rows" = "0 of 52" ]
}

@test "a control character is MC002" {
    row_each 'U+0000 to U+001F' "$CASE$ENTRY$TEXT" '+ KANARIE @ KANARIE\n' MC002 \
        '\x0'{0..8} '\x0'{b..f} '\x1'{0..9} '\x1'{a..f}
    row_each 'U+007F to U+009F' "$CASE$ENTRY$TEXT" '+ KANARIE @ KANARIE\n' MC002 \
        '\x7f' '\xc2\x'{8..9}{0..9} '\xc2\x'{8..9}{a..f}
    [ "$failed of $rows" = "0 of 4" ]
}

@test "a separator or direction character is MC002" {
    row_each 'U+2028 to U+202E' "$CASE$ENTRY$TEXT" '+ KANARIE @ KANARIE\n' MC002 '\xe2\x80\xa'{8,9,a,b,c,d,e}
    row_each 'U+2066 to U+2069' "$CASE$ENTRY$TEXT" '+ KANARIE @ KANARIE\n' MC002 '\xe2\x81\xa'{6,7,8,9}
    [ "$failed of $rows" = "0 of 4" ]
}

@test "what is near to a forbidden character is read" {
    allowed 'TAB' '\t'
    allowed '0x20 and 0x7E' ' ~'
    allowed 'U+00A0' '\xc2\xa0'
    allowed 'U+07FF' '\xdf\xbf'
    allowed 'U+0800' '\xe0\xa0\x80'
    allowed 'U+200D' '\xe2\x80\x8d'
    allowed 'U+200E and U+200F' '\xe2\x80\x8e\xe2\x80\x8f'
    allowed 'U+2027' '\xe2\x80\xa7'
    allowed 'U+202F' '\xe2\x80\xaf'
    allowed 'U+2065' '\xe2\x81\xa5'
    allowed 'U+206A' '\xe2\x81\xaa'
    allowed 'U+D7FF' '\xed\x9f\xbf'
    allowed 'U+E000' '\xee\x80\x80'
    allowed 'U+FEFF inside a value' '\xef\xbb\xbf'
    allowed 'U+FFFD' '\xef\xbf\xbd'
    allowed 'U+FFFF' '\xef\xbf\xbf'
    allowed 'U+10000' '\xf0\x90\x80\x80'
    allowed 'an emoji' '\xf0\x9f\x98\x80'
    allowed 'U+10FFFF' '\xf4\x8f\xbf\xbf'
    allowed 'a letter and its combining sign' 'e\xcc\x88'
    [ "$failed of $rows" = "0 of 40" ]
}

@test "a forbidden character is found wherever it stands" {
    row 'in a comment' "$CASE"'\n# KANARIE\xff\n'"$ENTRY$TEXT"'\n' MC002:7 2
    row 'in a comment behind the last record' "$CASE$ENTRY$TEXT"'\n# KANARIE\x1b\n\n' MC002:11 2
    row 'in a name' "$CASE$ENTRY"'KAN\xc3ARIE: KANARIE\n\n' MC002:9 2
    row 'in a label' "$CASE"'\nNotitie: KANARIE\x07\nDatum: 2026-11-23\n'"$TEXT"'\n' MC002:7 2
    row 'in a continuation' "$CASE$ENTRY$TEXT"'+ KANARIE\x0c\n\n' MC002:10 2
    row 'in the Zaak line' 'Zaak: KANARIE\x01\nFormaat: 1\n\n' MC002:1 2
    row 'before Zaak, which begins no case then' "$CASE$ENTRY$TEXT"'\n\x01Zaak: KANARIE\n\n' MC002:11 2
    row 'alone on a line' "$CASE$ENTRY$TEXT"'\x00\n\n' MC002:10 2
    row 'a form feed between records' "$CASE$ENTRY$TEXT"'\n\x0c\n\n' MC002:11 2
    row 'at the end of a line, truncated' "$CASE$ENTRY"'Tekst: KANARIE\xe2\x82\n\n' MC002:9 2
    row_end 'at the end of the file, truncated' "$CASE$ENTRY"'Tekst: KANARIE\xe2\x82' MC002:9 2
    row 'far in a long line' "$CASE$ENTRY"'Tekst: %100000sKANARIE\xff\n\n' MC002:9 2
    row 'a line with both is no MC001' "$CASE$ENTRY"'KANARIE\x1b\nTekst:KANARIE\xff\n+\x01\n \x7f\n\n' \
        'MC002:9 MC002:10 MC002:11 MC002:12' 2
    row 'each such line once' "$CASE$ENTRY"'Tekst: \x01KANARIE\x02\xff\n+ KANARIE\n+ \x1b\n\n' 'MC002:9 MC002:11' 2
    [ "$failed of $rows" = "0 of 28" ]
}

@test "a CR is allowed before LF only" {
    row 'inside a line' "$CASE$ENTRY"'Tekst: KANARIE\rKANARIE\n\n' MC002:9 2
    row 'before CR LF' "$CASE$ENTRY"'Tekst: KANARIE\r\r\n\n' MC002:9 2
    row_end 'at the end of the file' "$CASE$ENTRY"'Tekst: KANARIE\r' MC002:9 2
    row 'CR as the end of every line' 'Zaak: in\rFormaat: 1\rOrganisatie: KANARIE\r\r\n' MC002:1 2
    [ "$failed of $rows" = "0 of 8" ]
}

@test "of an unreadable case only that is reported" {
    row 'MC001 and findings of its fields' 'Zaak: in\nFormaat: 1\n'"$ENTRY"'KANARIE\nDatum: KANARIE\n\nPersoon:\nRol: KANARIE\n\n' MC001:6 2
    row 'MC001 and MC002' "$CASE$ENTRY"'KANARIE\nTekst: \x01KANARIE\nKANARIE\n\n' 'MC001:9 MC002:10 MC001:11' 2
    row 'MC001 and CR LF' "$CASE$ENTRY"'Tekst: KANARIE\r\nKANARIE\n\n' MC001:10 2
    row 'MC001 and a BOM' "$BOM$CASE"'KANARIE\n\n' MC001:6 2
    row 'MC001 and no blank line at the end' "$CASE$ENTRY"'KANARIE\n' MC001:9 2
    row_end 'MC001 and no blank line at the end of the file' "$CASE$ENTRY"'KANARIE\n' MC001:9 2
    row 'MC001 and no valid id' 'Zaak: -KANARIE\nKANARIE\n\n' MC001:2 2
    row_file 'MC001 and the name of another file' 'Zaak: KANARIE\nKANARIE\n\n' MC001:2 2
    row 'MC001 and another Formaat' 'Zaak: in\nFormaat: 2\n'"$ENTRY"'KANARIE\n\n' 'MC006:2 MC001:6' 2
    row 'another Formaat and findings of its fields' 'Zaak: in\nFormaat: 2\n\nPersoon: KANARIE KANARIE\nRol: KANARIE\n\n' MC006:2 2 1
    row 'an id that comes again' "${NEXT/%'\n\n'/'\n'}"'KANARIE\n\n' MC001:7 2
    row 'an id that was there' "$CASE$ENTRY$TEXT\n$CASE"'KANARIE\n\n' MC001:16 2
    row 'a readable case before it' "$CASE$PERSON"'Gezag: KANARIE\n\nZaak: KANARIE\nFormaat: 1\nKANARIE\n\n' 'MC006:9 MC001:13' 2
    row 'two of them' "$CASE"'KANARIE\n\nZaak: KANARIE\nKANARIE\n\n' 'MC001:6 MC001:9' 2 2
    [ "$failed of $rows" = "0 of 27" ]
}

@test "another Formaat than 1 makes a case unreadable" {
    row '2' 'Zaak: in\nFormaat: 2\nKANARIE: KANARIE\n\n' MC006:2 2 1
    row 'text' 'Zaak: in\nFormaat: KANARIE\n\n' MC006:2 2 1
    row '01' 'Zaak: in\nFormaat: 01\n\n' MC006:2 2 1
    row 'a space in front' 'Zaak: in\nFormaat:  1\n\n' MC006:2 2 1
    row 'a space behind' 'Zaak: in\nFormaat: 1 \n\n' MC006:2 2 1
    row 'a second line' 'Zaak: in\nFormaat: 1\n+ KANARIE\n\n' MC006:2 2 1
    row 'onbekend' 'Zaak: in\nFormaat: onbekend\n\n' MC006:2 2 1
    row 'not as the second field' 'Zaak: in\nKader: jeugd-en-gezin\nFormaat: 2\n\n' MC006:3 2 1
    row 'the first of two' 'Zaak: in\nFormaat: 2\nFormaat: 1\n\n' MC006:2 2 1
    row 'the second of two: the first counts' "$CASE"'Formaat: 2\n\n' MC010:6 1
    row 'absent: read as 1' "${CASE/'Formaat: 1\n'/}$PERSON"'Gezag: KANARIE\n\n' 'MC007:1 MC006:8' 1
    row 'empty: read as 1' "${CASE/'Formaat: 1'/'Formaat:'}$PERSON"'Gezag: KANARIE\n\n' 'MC007:2 MC006:9' 1
    [ "$failed of $rows" = "0 of 24" ]
}

@test "text before the first Zaak is MC003, once, and the cases after it are judged" {
    row 'a line of text' 'KANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'right before Zaak' 'KANARIE\n'"$CASE"'\n' MC003:1 2
    row 'behind blank lines and a comment' '\n \n# KANARIE\nKANARIE\n\n'"$CASE"'\n' MC003:4 2
    row 'several lines and records' 'KANARIE\nTekst:KANARIE\n\n+ KANARIE\n KANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'an entry' 'Persoon: kind1\nRol: KANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'a Zaak with a blank in front' ' Zaak: KANARIE\nFormaat: 1\n\n'"$CASE"'\n' MC003:1 2
    row 'a Zaak in lower case' 'zaak: KANARIE\nFormaat: 1\n\n'"$CASE"'\n' MC003:1 2
    row 'a descriptor' '%%rec: Zaak\n\n'"$CASE"'\n' MC003:1 2
    row 'a BOM and text' "$BOM"'KANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'the case has a finding' 'KANARIE\n\n'"$CASE$PERSON"'Gezag: KANARIE\n\n' 'MC003:1 MC006:11' 2
    row 'the case is unreadable' 'KANARIE\n\n'"$CASE"'KANARIE\n\n' 'MC003:1 MC001:8' 2
    row 'a long line' 'KANARIE%200000sZaak: KANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'a long line that begins with blanks' '%200000sKANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'Zaak inside a line, at 64 KiB' '%65536sZaak: KANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'Zaak inside a line, at 128 KiB' 'KANARIE%131065sZaak: KANARIE\n\n'"$CASE"'\n' MC003:1 2
    row 'no text: blank lines and comments' '\n# KANARIE\n \t\n#\n'"$CASE"'\n' '' 0
    [ "$failed of $rows" = "0 of 32" ]
}

@test "a named file without a case is MC003" {
    row_file 'an empty file' '' MC003:1 2
    row_file 'blank lines' '\n \n\t\n' MC003:1 2
    row_file 'comments' '# KANARIE\n# KANARIE\n' MC003:1 2
    row_file 'a BOM' "$BOM" MC003:1 2
    row_file 'text' 'KANARIE\nKANARIE\n' MC003:1 2
    row_file 'text without an end of line' 'KANARIE' MC003:1 2
    row_file 'text behind blank lines' '\n\nKANARIE\n' MC003:3 2
    row_file 'entries only' "${ENTRY#'\n'}$TEXT"'\n' MC003:1 2
    row_file 'UTF-16' '\xff\xfeZ\x00a\x00a\x00k\x00:\x00 \x00i\x00n\x00\n\x00' MC003:1 2
    row_end 'text, also on standard input' 'KANARIE\n\n' MC003:1 2
    [ "$failed of $rows" = "0 of 11" ]
}

@test "standard input without a case is no MC003" {
    local input
    for input in '' '\n \n' '# KANARIE\n\n'; do
        check < <(bytes "$input")
        compare "input '$input'" 'status 3; ' "status $status; $(<out)"
    done
    [ "$failed of $rows" = "0 of 3" ]
}

@test "CR LF is read with MC005, once a case, at the first such line" {
    local case=${CASE//'\n'/'\r\n'} entry=${ENTRY//'\n'/'\r\n'} text=${TEXT//'\n'/'\r\n'}
    row 'everywhere' "$case$entry$text"'\r\n' MC005:1 0
    row 'from an entry on' "$CASE\n${entry#'\r\n'}$text"'\r\n' MC005:7 0
    row 'one line' "$CASE$ENTRY$text"'\n' MC005:9 0
    row 'a blank line' "$CASE$entry$TEXT"'\n' MC005:6 0
    row 'a line of blanks' "$CASE$ENTRY$TEXT"' \t\r\n' MC005:10 0
    row 'a continuation' "$CASE$ENTRY$TEXT"'+\r\n+ KANARIE\r\n\n' MC005:10 0
    row 'a comment' "$CASE"'\n# KANARIE\r\n'"$ENTRY$TEXT"'\n' MC005:7 0
    row 'an empty value' "$CASE$ENTRY$TEXT"'Toelichting:\r\n\n' MC005:10 0
    row 'the case is judged' "$case${PERSON//'\n'/'\r\n'}"'Gezag: KANARIE\r\nGeboortedatum: 2018-03-02\r\n\r\n' 'MC005:1 MC006:9' 1
    row 'each case' "$case$entry$text"'\r\nZaak: KANARIE'"${case#'Zaak: in'}"'\r\n' 'MC005:1 MC005:11' 0
    [ "$failed of $rows" = "0 of 20" ]
}

@test "a BOM before a case is read with MC005" {
    row 'before the first case' "$BOM$CASE"'\n' MC005:1 0
    row 'the case is judged' "$BOM$CASE$PERSON"'Gezag: KANARIE\n\n' 'MC005:1 MC006:9' 1
    row 'inside a stream' "$CASE$ENTRY$TEXT\n${BOM}Zaak: KANARIE${CASE#'Zaak: in'}"'\n' MC005:11 0
    row 'before two cases' "$BOM$CASE\n${BOM}Zaak: KANARIE${CASE#'Zaak: in'}"'\n' 'MC005:1 MC005:7' 0
    row 'before Zaak without a blank line before it' "$CASE$ENTRY$TEXT${BOM}Zaak: KANARIE${CASE#'Zaak: in'}"'\n' 'MC005:7 MC005:10' 0
    row 'and CR LF: once a cause' "$BOM${CASE//'\n'/'\r\n'}"'\r\n' 'MC005:1 MC005:1' 0
    [ "$failed of $rows" = "0 of 12" ]
}

@test "a case without a blank line at its end is MC005, at its last entry" {
    row 'Zaak comes at once' "$CASE$ENTRY$TEXT" MC005:7 0
    row 'Zaak comes behind a Zaak record' "$CASE" MC005:1 0
    row 'the last of two entries' "$CASE$PERSON$SIGNAL" MC005:10 0
    row 'a superseded label' "$CASE$ENTRY$TEXT$ENTRY$TEXT" MC005:11 0
    row 'an unknown kind' "$CASE$ENTRY$TEXT"'\nKANARIE: KANARIE\nKANARIE: KANARIE\n' MC005:11 0
    row 'in two cases' "$CASE${ENTRY}${TEXT}Zaak: KANARIE${CASE#'Zaak: in'}" 'MC005:7 MC005:10' 0
    row 'the case is judged' "$CASE$PERSON"'Gezag: KANARIE\n' 'MC005:7 MC006:9' 1
    row_end 'the file ends' "$CASE$ENTRY$TEXT" MC005:7 0
    row_end 'the file ends behind the Zaak record' "$CASE" MC005:1 0
    row_end 'the file ends without an end of line' "$CASE$ENTRY${TEXT%'\n'}" MC005:7 0
    row_end 'the file ends in blanks without an end of line' "$CASE$ENTRY$TEXT"' ' MC005:7 0
    row_end 'the last value was cut off' "$CASE"'\nNotitie: KANARIE\nDatum: 2026-11' 'MC005:7 MC007:7 MC008:8' 1
    row_end 'CR LF too' "${CASE//'\n'/'\r\n'}$ENTRY$TEXT" 'MC005:1 MC005:7' 0
    row_end 'CR LF and a BOM too' "$BOM${CASE//'\n'/'\r\n'}$ENTRY$TEXT" 'MC005:1 MC005:1 MC005:7' 0
    row_end 'no finding: a blank line' "$CASE$ENTRY$TEXT"'\n' '' 0
    row_end 'no finding: a line of blanks' "$CASE$ENTRY$TEXT"' \t\n' '' 0
    row_end 'no finding: blank lines' "$CASE$ENTRY$TEXT"'\n\n\n' '' 0
    [ "$failed of $rows" = "0 of 34" ]
}

@test "a value outside its closed list is MC006" {
    row 'wrong case' "$CASE"'\nPersoon: kind1\nRol: Kind\n\n' MC006:8 1
    row 'no such value' "$CASE"'\nPersoon: kind1\nRol: KANARIE\n\n' MC006:8 1
    row 'a space behind' "$CASE"'\nPersoon: kind1\nRol: kind \n\n' MC006:8 1
    row 'a space in front' "$CASE"'\nPersoon: kind1\nRol:  kind\n\n' MC006:8 1
    row 'a second line' "$CASE$PERSON"'+ KANARIE\n\n' MC006:8 1
    row 'an optional field' "$CASE$PERSON"'Gezag: Ja\n\n' MC006:9 1
    row 'Onbekend with a capital' "$CASE$PERSON"'Gezag: Onbekend\n\n' MC006:9 1
    row 'onbekend in a mandatory field' "$CASE"'\nPersoon: kind1\nRol: onbekend\n\n' MC006:8 1
    row 'one of several' "$CASE$PERSON$SIGNAL"'Soort: psychisch\nSoort: KANARIE\nSoort: getuige\n\n' MC006:16 1
    row 'Afschermen' "$CASE$ENTRY$TEXT"'Afschermen: KANARIE\n\n' MC006:10 1
    row 'several fields' "$CASE"'\nPersoon: kind1\nRol: KANARIE\nClient: JA\nGezag: KANARIE\n\n' 'MC006:8 MC006:9 MC006:10' 1
    row 'near: onbekend in an optional field' "$CASE$PERSON"'Gezag: onbekend\nClient: onbekend\n\n' '' 0
    row 'near: an empty optional field' "$CASE$PERSON"'Gezag:\nClient: \n\n' '' 0
    row 'near: a superseded entry' "$CASE"'\nPersoon: kind1\nRol: KANARIE\n'"$PERSON"'\n' '' 0
    row 'near: a withdrawn entry' "$CASE"'\nPersoon: kind1\nRol: KANARIE\n\nPersoon: kind1\nIngetrokken: KANARIE\n\n' '' 0
    [ "$failed of $rows" = "0 of 30" ]
}

@test "a value outside its type is MC006" {
    local overleg='\nOverleg: 1\nDatum: 2026-11-23\nMet: collega\nAdvies: KANARIE\n'
    local kindcheck='\nKindcheck: 1\nDatum: 2026-11-23\nUitgevoerd: ja\n'
    local bevraging='\nBevraging: 1\nDatum: 2026-11-23\nVan: melder\nAan: Veilig Thuis\nOver: informatie\nVraag: KANARIE\n'
    row 'a BSN of eight digits' "$CASE$PERSON"'BSN: 12345678\n\n' MC006:9 1
    row 'a BSN of ten digits' "$CASE$PERSON"'BSN: 1234567890\n\n' MC006:9 1
    row 'a BSN with dots' "$CASE$PERSON"'BSN: 123.456.78\n\n' MC006:9 1
    row 'a BSN of text' "$CASE$PERSON"'BSN: KANARIE\n\n' MC006:9 1
    row 'a Stap over 5' "$CASE$overleg"'Stap: 6\n\n' MC006:11 1
    row 'a Stap of 0' "$CASE$overleg"'Stap: 0\n\n' MC006:11 1
    row 'an Aantal over 99' "$CASE$kindcheck"'Aantal: 100\n\n' MC006:10 1
    row 'an Aantal below 0' "$CASE$kindcheck"'Aantal: -1\n\n' MC006:10 1
    row 'an Aantal of text' "$CASE$kindcheck"'Aantal: KANARIE\n\n' MC006:10 1
    row 'Leeftijden that are no numbers' "$CASE$kindcheck"'Leeftijden: 3,KANARIE\n\n' MC006:10 1
    row 'Leeftijden over 99' "$CASE$kindcheck"'Leeftijden: 3,100\n\n' MC006:10 1
    row 'Leeftijden with a semicolon' "$CASE$kindcheck"'Leeftijden: 3;5\n\n' MC006:10 1
    row 'no kind and label' "$CASE$bevraging"'Bij: KANARIE\n\n' MC006:13 1
    row 'an id that is none' "$CASE"'Vervolgt: -KANARIE\n\n' MC006:6 1
    row 'near: the ends of each type' "$CASE$overleg"'Stap: 1\n'"$kindcheck"'Aantal: 99\nLeeftijden: 0,99\n\n' '' 0
    row 'near: onbekend' "$CASE$PERSON"'BSN: onbekend\n'"$kindcheck"'Aantal: onbekend\nLeeftijden: onbekend\n\n' '' 0
    row 'near: ids from elsewhere' "$CASE"'Vervolgt: KANARIE.2\nVervolgt: 0_-\n\n' '' 0
    [ "$failed of $rows" = "0 of 34" ]
}

@test "a label outside its grammar is MC006" {
    row_each 'each such label' "$CASE" '\nNotitie: @\nDatum: 2026-11-23\nTekst: KANARIE\n' MC006 -KANARIE _KANARIE 'KANARIE 1' \
        ' KANARIE' 'KANARIE ' KANARIE.1 KANARIE/1 KANARIE:1 'KANARIE\xc3\xab' 'KANARIE\n+ 1' KANARIE89012345678901234567890123
    row_each 'near: the ends of the grammar' "$CASE" '\nNotitie: @\nDatum: 2026-11-23\nTekst: KANARIE\n' '' \
        1 0 K KANARIE-_1 KANARIE8901234567890123456789012
    [ "$failed of $rows" = "0 of 4" ]
}

@test "an absent or empty mandatory field, and an empty label, is MC007" {
    row 'Kader absent' "${CASE/'Kader: jeugd-en-gezin\n'/}"'\n' MC007:1 1
    row 'Geopend absent: MC007 alone' "${CASE/'Geopend: 2026-11-23\n'/}"'\n' MC007:1 1
    row 'Geopend empty: MC007 alone' "${CASE/'2026-11-23'/}"'\n' MC007:4 1
    row 'Beroepskracht absent' "${CASE/'Beroepskracht: KANARIE\n'/}"'\n' MC007:1 1
    row 'Beroepskracht empty' "${CASE/' KANARIE'/}"'\n' MC007:5 1
    row 'Beroepskracht empty, with a space' "${CASE/'KANARIE'/}"'\n' MC007:5 1
    row 'an absent date: MC007 alone' "$CASE"'\nNotitie: KANARIE\n'"$TEXT"'\n' MC007:7 1
    row 'an empty date: MC007 alone' "$CASE"'\nNotitie: KANARIE\nDatum:\n'"$TEXT"'\n' MC007:8 1
    row 'an absent text' "$CASE$ENTRY"'\n' MC007:7 1
    row 'an empty text' "$CASE$ENTRY"'Tekst:\n\n' MC007:9 1
    row 'an absent closed value' "$CASE"'\nPersoon: kind1\nNaam: KANARIE\n\n' MC007:7 1
    row 'a name in lower case' "$CASE"'\nPersoon: kind1\nrol: kind\n\n' MC007:7 1
    row 'an empty closed value' "$CASE"'\nPersoon: kind1\nRol:\n\n' MC007:8 1
    row 'an empty reference' "$CASE$PERSON${SIGNAL/'Betreft: kind1'/'Betreft:'}"'\n' MC007:12 1
    row 'each of them' "$CASE"'\nSignaal: 1\nFeit:\n\n' 'MC007:7 MC007:7 MC007:7 MC007:8' 1
    row 'an empty label' "$CASE"'\nNotitie:\nDatum: 2026-11-23\n'"$TEXT"'\n' MC007:7 1
    row 'an empty label, with a space' "$CASE"'\nPersoon: \nRol: kind\n\n' MC007:7 1
    row 'Uiterlijk' "$CASE"'\nAfspraak: 1\nDatum: 2026-11-23\nPartij: melder\nWie: KANARIE\nWat: KANARIE\nStatus: open\n\n' MC007:7 1
    row 'near: Uiterlijk where Doorlopend is ja' \
        "$CASE"'\nAfspraak: 1\nDatum: 2026-11-23\nPartij: melder\nWie: KANARIE\nWat: KANARIE\nStatus: open\nDoorlopend: ja\n\n' '' 0
    row 'near: a superseded entry' "$CASE"'\nNotitie: KANARIE\n'"$ENTRY$TEXT"'\n' '' 0
    row 'near: a withdrawn entry' "$CASE$ENTRY$TEXT"'\nNotitie: KANARIE\nIngetrokken: KANARIE\n\n' '' 0
    row 'near: a destroyed entry' "$CASE"'\nNotitie: KANARIE\nVernietigd: ja\n\n' '' 0
    row 'Ingetrokken empty withdraws nothing' "$CASE"'\nNotitie: KANARIE\nIngetrokken:\n\n' 'MC007:7 MC007:7' 1
    [ "$failed of $rows" = "0 of 46" ]
}

DATE='\nNotitie: ~\nDatum: @\nTekst: KANARIE\n'

@test "no valid date is MC008" {
    row_each 'a day that there is not' "$CASE" "$DATE" MC008 2026-02-30 2025-02-29 1900-02-29 2100-02-29 2026-04-31 2026-11-31 \
        2026-00-10 2026-13-01 2026-11-00 2026-11-32
    row_each 'a year outside 1900 to 2199' "$CASE" "$DATE" MC008 1899-12-31 2200-01-01 0000-01-01
    row_each 'another form' "$CASE" "$DATE" MC008 26-01-01 12026-01-01 2026-1-1 2026-11 2026 20261124 24-11-2026 2026/11/24 \
        2026-11-24KANARIE ' 2026-11-24' '2026-11-24 ' '2026-11-24\n+ KANARIE' '2026-11-2\xd9\xa4' KANARIE vandaag
    row_each 'onbekend in a mandatory field' "$CASE" "$DATE" MC008 onbekend Onbekend
    row_each 'near' "$CASE" "$DATE" '' 2024-02-29 2000-02-29 1904-02-29 1900-01-01 2026-11-23
    [ "$failed of $rows" = "0 of 10" ]
}

@test "no valid date and time is MC008" {
    row_each 'no seconds or offset' "$CASE" "$DATE" MC008 2026-11-23T{10:00,10:00:00,10:00Z,10:00+01:00,10,}
    row_each 'a lower-case letter, a space or a fraction' "$CASE" "$DATE" MC008 2026-11-23t10:00:00Z 2026-11-23T10:00:00z \
        '2026-11-23 10:00:00Z' 2026-11-23T10:00:00.5Z 2026-11-23T10:00:00,5Z
    row_each 'a time that there is not' "$CASE" "$DATE" MC008 2026-11-23T{24:00:00,10:60:00,10:00:61,-1:00:00}Z
    row_each 'an offset that there is not' "$CASE" "$DATE" MC008 2026-11-23T10:00:00{+24:00,+01:60}
    row_each 'another form' "$CASE" "$DATE" MC008 2026-11-23T1:00:00Z 2026-11-23T10:00:00{+1:00,+0100,+01,Z+01:00,CET,Z.,' Z','Z '}
    row_each 'no valid day' "$CASE" "$DATE" MC008 2026-02-30T10:00:00Z 1899-12-31T23:59:59Z 2200-01-01T00:00:00+01:00 \
        26-11-23T10:00:00Z
    row_each 'near' "$CASE" "$DATE" '' 2026-11-23T{00:00:00Z,23:59:59Z,15:10:00+01:00,10:00:00-05:00,10:00:00+14:00,10:00:00+05:45}
    [ "$failed of $rows" = "0 of 14" ]
}

@test "a date that another date field would take is MC008" {
    row 'a time in Geopend' "${CASE/'2026-11-23'/'2026-11-23T10:00:00Z'}"'\n' MC008:4 1
    row 'onbekend in Geopend' "${CASE/'2026-11-23'/'onbekend'}"'\n' MC008:4 1
    row 'a time in Geboortedatum' "$CASE$PERSON"'Geboortedatum: 2018-03-02T10:00:00Z\n\n' MC008:9 1
    row 'a day in Vastgelegd' "$CASE$ENTRY$TEXT"'Vastgelegd: 2026-11-23\n\n' MC008:10 1
    row 'a day in Vastgelegd of the Zaak record' "$CASE"'Vastgelegd: 2026-11-23\n\n' MC008:6 1
    row 'a year in Geboortedatum' "$CASE$PERSON"'Geboortedatum: 2018\n\n' MC008:9 1
    row 'several' "$CASE$PERSON"'Geboortedatum: KANARIE\nUitgerekend: 2026-02-30\n\n' 'MC008:9 MC008:10' 1
    row 'near: onbekend' "$CASE$PERSON"'Geboortedatum: onbekend\nUitgerekend: onbekend\n\n' '' 0
    row 'near: empty' "$CASE$PERSON"'Geboortedatum:\nUitgerekend: \n\n' '' 0
    row 'near: a superseded entry' "$CASE"'\nNotitie: KANARIE\nDatum: KANARIE\n'"$TEXT$ENTRY$TEXT"'\n' '' 0
    [ "$failed of $rows" = "0 of 20" ]
}

@test "no valid Gebeurd is MC008" {
    local field signal='\nSignaal: ~\nDatum: 2026-11-20\nBetreft: kind1\nBron: waarneming\nFeit: KANARIE\n'
    for field in Gebeurd Gebeurd_tot; do
        row_each "$field" "$CASE$PERSON" "$signal$field"': @\n' MC008 2026-13 2026-00 2026-1 26 20261 1899 2200 1899-12 2200-01 \
            2026- 2026-11- 2026-02-30 2026-11-1 11-2026 2026-11T10:00:00Z 2026-11-20T10:00 KANARIE 'zomer 2026' Onbekend
        row_each "near: $field" "$CASE$PERSON" "$signal$field"': @\n' '' 2026 2026-11 2026-11-20 2026-11-20T10:00:00+01:00 1900 \
            1900-01 onbekend ''
    done
    [ "$failed of $rows" = "0 of 8" ]
}

@test "a label that does not exist, or was withdrawn, is MC009" {
    local bevraging='\nBevraging: 1\nDatum: 2026-11-23\nVan: melder\nAan: Veilig Thuis\nOver: informatie\nVraag: KANARIE\n'
    local verwachting='\nVerwachting: 1\nDatum: 2026-11-23\nVan: melder\nAan: Veilig Thuis\nSoort: verwacht\nVerwacht: KANARIE\n'
    local vernietiging='\nVernietiging: 1\nDatum: 2026-11-23\nVerzoek: betrokkene\nGrond: KANARIE\n'
    row 'a Persoon' "$CASE$PERSON${SIGNAL/'kind1'/'KANARIE'}"'\n' MC009:12 1
    row 'a Persoon in another case of letters' "$CASE$PERSON${SIGNAL/'kind1'/'Kind1'}"'\n' MC009:12 1
    row 'one of several' "$CASE$PERSON$SIGNAL"'Betreft: KANARIE\nBetreft: kind1\n\n' MC009:15 1
    row 'onbekend in a mandatory field' "$CASE$PERSON${SIGNAL/'kind1'/'onbekend'}"'\n' MC009:12 1
    row 'the label of another kind' "$CASE$PERSON$SIGNAL"'Vermoedelijk_door: 1\n\n' MC009:15 1
    row 'a Persoon in an optional field' "$CASE$PERSON$SIGNAL"'Vermoedelijk_door: KANARIE\n\n' MC009:15 1
    row 'an entry of the own kind' "$CASE$verwachting"'Bijstelling_van: KANARIE\n\n' MC009:13 1
    row 'kind and label' "$CASE$bevraging"'Bij: Signaal 9\n\n' MC009:13 1
    row 'withdrawn before' "$CASE$PERSON"'\nPersoon: kind1\nIngetrokken: KANARIE\n'"$SIGNAL"'\n' MC009:15 1
    row 'withdrawn after' "$CASE$PERSON$SIGNAL"'\nPersoon: kind1\nIngetrokken: KANARIE\n\n' MC009:12 1
    row 'in the next case only' "$CASE$PERSON${SIGNAL/'kind1'/'kind2'}"'\nZaak: KANARIE'"${CASE#'Zaak: in'}${PERSON/'kind1'/'kind2'}"'\n' MC009:12 1
    row 'near: a label that comes later' "$CASE$SIGNAL$PERSON"'\n' '' 0
    row 'near: a superseded label' "$CASE$PERSON$PERSON$SIGNAL"'\n' '' 0
    row 'near: a destroyed label' "$CASE"'\nPersoon: kind1\nVernietigd: ja\n'"$SIGNAL"'\n' '' 0
    row 'near: Wat of a Vernietiging' "$CASE$vernietiging"'Wat: Signaal 9\nWat: Persoon kind9\n\n' '' 0
    row 'near: onbekend in an optional field' "$CASE$PERSON$SIGNAL"'Vermoedelijk_door: onbekend\n\n' '' 0
    row 'near: text where text may stand' "$CASE$PERSON$SIGNAL"'Bronpersoon: KANARIE\n\n' '' 0
    row 'near: kind and label that exist' "$CASE$PERSON$SIGNAL$bevraging"'Bij: Signaal 1\n\n' '' 0
    [ "$failed of $rows" = "0 of 36" ]
}

@test "a field repeated that may stand once is MC010, and a withdrawn label used again" {
    row 'a field of the Zaak record' "$CASE"'Kader: jeugd-en-gezin\n\n' MC010:6 1
    row 'a field of an entry' "$CASE$ENTRY"'Datum: 2026-11-22\n'"$TEXT"'\n' MC010:9 1
    row 'not adjacent' "$CASE$ENTRY$TEXT"'Door: KANARIE\nTekst: KANARIE\n\n' MC010:11 1
    row 'the same value' "$CASE$PERSON"'Rol: kind\n\n' MC010:9 1
    row 'an empty value' "$CASE$PERSON"'Rol:\n\n' MC010:9 1
    row 'three times: at the second' "$CASE$PERSON"'Rol: kind\nRol: kind\n\n' MC010:9 1
    row 'fields of every kind' "$CASE$ENTRY$TEXT"'Toelichting: KANARIE\nToelichting: KANARIE\nDoor: KANARIE\nDoor: KANARIE\n\n' \
        'MC010:11 MC010:13' 1
    row 'the own field of a kind' "$CASE$ENTRY"'Notitie: 2\n'"$TEXT"'\n' MC010:9 1
    row 'a withdrawn label' "$CASE$ENTRY$TEXT"'\nNotitie: KANARIE\nIngetrokken: KANARIE\n'"$ENTRY$TEXT"'\n' MC010:14 1
    row 'near: a field that may be repeated' "$CASE$PERSON$SIGNAL"'Betreft: kind1\nSoort: psychisch\nSoort: getuige\n\n' '' 0
    row 'near: fields of the organisation' "$CASE$ENTRY$TEXT"'X_KANARIE: KANARIE\nX_KANARIE: KANARIE\n\n' '' 0
    row 'near: a label of another entry' "$CASE$ENTRY$TEXT"'\nVerklaring: KANARIE\nDatum: 2026-11-23\nVan: kind1\n'"$TEXT$PERSON"'\n' '' 0
    row 'near: a superseded label' "$CASE$ENTRY$TEXT$ENTRY$TEXT"'\n' '' 0
    row 'near: a withdrawn label of another kind' \
        "$CASE$PERSON"'\nNotitie: kind1\nIngetrokken: KANARIE\n'"$PERSON"'\n' '' 0
    [ "$failed of $rows" = "0 of 28" ]
}

@test "a file of one case that is not named after it is MC012" {
    row_file 'another id' "${CASE/'Zaak: in'/'Zaak: KANARIE'}"'\n' MC012:1 0
    row_file 'another case of letters' "${CASE/'Zaak: in'/'Zaak: In'}"'\n' MC012:1 0
    row_file 'the suffix too' "${CASE/'Zaak: in'/'Zaak: in.zaak'}"'\n' MC012:1 0
    row_file 'behind a comment' '# KANARIE\n\n'"${CASE/'Zaak: in'/'Zaak: KANARIE'}"'\n' MC012:3 0
    row_file 'near: its own id' "$CASE"'\n' '' 0
    row_file 'near: two cases' "${CASE/'Zaak: in'/'Zaak: KANARIE'}\n${CASE/'Zaak: in'/'Zaak: KANARIE-2'}"'\n' '' 0
    bytes "${CASE/'Zaak: in'/'Zaak: KANARIE'}"'\n' >in.zaak
    check <in.zaak
    compare 'near: standard input' 'status 0; mc-check: zaken=1 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0; ' \
        "status $status; $(<err); $(<out)"
    [ "$failed of $rows" = "0 of 7" ]
}

@test "no valid id is MC012, fout, alone" {
    local id id64=KANARIE.90123456789_123456789-123456789.123456789012345678901234
    for id in '' ' ' ' KANARIE' 'KANARIE ' -KANARIE .KANARIE .. 'KANARIE 1' KANARIE/1 ../KANARIE 'KANARIE\xc3\xab' 'KANARIE:1' "${id64}5"; do
        row_file "id '$id', in a file of its own" "${CASE/'Zaak: in'/"Zaak: $id"}"'\n' MC012:1 1
    done
    row_file 'no space and no id' "${CASE/' in'/}"'\n' MC012:1 1
    row_file 'two lines' "${CASE/'Zaak: in'/'Zaak: in\n+ KANARIE'}"'\n' MC012:1 1
    row_file 'in a file of two cases' "$CASE\n${CASE/'Zaak: in'/'Zaak: -KANARIE'}"'\n' MC012:7 1
    row_file 'the case is judged' "${CASE/'Zaak: in'/'Zaak: -KANARIE'}$PERSON"'Gezag: KANARIE\n\n' 'MC012:1 MC006:9' 1
    for id in "$id64" K 0 _KANARIE KANARIE- 2026-11-23-k7q3wd; do
        row "near: id '$id'" "$CASE\n${CASE/'Zaak: in'/"Zaak: $id"}"'\n' '' 0
    done
    [ "$failed of $rows" = "0 of 29" ]
}

@test "an id met before in the run is MC013" {
    row 'twice' "$CASE\n$CASE"'\n' MC013:7 1
    row 'three times' "$CASE\n$CASE\n$CASE"'\n' 'MC013:7 MC013:13' 1
    row 'the case is judged' "$CASE\n$CASE$PERSON"'Gezag: KANARIE\n\n' 'MC013:7 MC006:15' 1
    row 'near: another case of letters' "$CASE\n${CASE/'Zaak: in'/'Zaak: In'}"'\n' '' 0
    bytes "${CASE/'Zaak: in'/'Zaak: KANARIE'}\n${CASE/'Zaak: in'/'Zaak: KANARIE'}"'\n' >in.zaak
    check in.zaak
    read_findings in.zaak
    compare 'the second place names the first' "MC013:7; 1" "$found; $(grep -ac '^in\.zaak:7: .*in\.zaak:1[^0-9].*\[MC013\]$' out)"
    [ "$failed of $rows" = "0 of 9" ]
}

@test "an id met before in another file is MC013" {
    mkdir a b
    bytes "$CASE"'\n' >a/in.zaak
    cp a/in.zaak b/in.zaak
    check b/in.zaak a/in.zaak
    read_findings a/in.zaak
    compare 'in the order of the operands' 'MC013:1; status 1; 1' \
        "$found; status $status; $(grep -ac '^a/in\.zaak:1: .*b/in\.zaak:1[^0-9].*\[MC013\]$' out)"
    check a/in.zaak - < <(bytes "$CASE"'\n')
    read_findings -
    compare 'on standard input' 'MC013:1; status 1' "$found; status $status"
    check a/in.zaak a/../a/in.zaak
    compare 'near: the same file twice' 'status 0; mc-check: zaken=1 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0; ' \
        "status $status; $(<err); $(<out)"
    [ "$failed of $rows" = "0 of 3" ]
}

@test "a case is found wherever it begins in the input" {
    local size i before
    before=$(bytes "$CASE$ENTRY"'Tekst: ')
    # The line of the BOM begins i bytes before a power of two, at which input is often read.
    for size in 65536 131072; do
        for i in {0..8}; do
            row "$i bytes before $size" \
                "$CASE$ENTRY"'Tekst: %'$((size - i - ${#before} - 9))'sKANARIE\n\n'"${BOM}Zaak: KANARIE${CASE#'Zaak: in'}"'\n' MC005:11 0
        done
    done
    [ "$failed of $rows" = "0 of 36" ]
}

@test "a value over 256 KiB is MC017, at its field" {
    row 'one byte too many' "$CASE$ENTRY"'Tekst: %262138sKANARIE\n\n' MC017:9 2
    row 'one byte too many, with its continuation' "$CASE$ENTRY$TEXT"'+ %262129sKANARIE\n+\n\n' MC017:9 2
    row 'an unknown field' "$CASE$ENTRY$TEXT"'KANARIE: %300000s\n\n' MC017:10 2
    row 'many continuations' "$CASE$ENTRY$TEXT$(printf '+ %%1000sKANARIE\\n%.0s' {1..300})"'\n' MC017:9 2
    row 'a label' "$CASE"'\nNotitie: KANARIE%300000s\nDatum: 2026-11-23\n\n' MC017:7 2
    row 'the id' 'Zaak: KANARIE%300000s\nFormaat: 1\n\n' MC017:1 2
    row 'two of them, and a line that is no field' \
        "$CASE$ENTRY"'Tekst: KANARIE%300000s\nDoor: KANARIE%300000s\nKANARIE\n\n' 'MC017:9 MC017:10 MC001:11' 2
    row_end 'at the end of the file' "$CASE$ENTRY"'Tekst: KANARIE%300000s' MC017:9 2
    row 'near: 256 KiB' "$CASE$ENTRY"'Tekst: %262137sKANARIE\n\n' '' 0
    row 'near: 256 KiB with its continuation' "$CASE$ENTRY$TEXT"'+ %262128sKANARIE\n+\n\n' '' 0
    row 'near: 256 KiB before CR LF' "$CASE$ENTRY"'Tekst: %262137sKANARIE\r\n\n' MC005:9 0
    row 'near: a long comment' "$CASE\n"'# %300000sKANARIE\n'"$ENTRY$TEXT"'\n' '' 0
    [ "$failed of $rows" = "0 of 24" ]
}

@test "a case over 16 MiB is MC017, at its Zaak line" {
    local entries=() i
    for i in {1..88}; do
        entries+=('\nNotitie: '"$i"'\nDatum: 2026-11-23\nTekst: %200000sKANARIE\n')
    done
    row '17.6 MB' "$CASE$(printf %s "${entries[@]}")"'\n' MC017:1 2
    row 'behind another case' "${CASE/'Zaak: in'/'Zaak: KANARIE'}\n$CASE$(printf %s "${entries[@]}")"'\n' MC017:7 2
    row_end 'at the end of the file' "$CASE$(printf %s "${entries[@]}")" MC017:1 2
    row 'near: 16.0 MB' "$CASE$(printf %s "${entries[@]:0:80}")"'\n' '' 0
    [ "$failed of $rows" = "0 of 8" ]
}
