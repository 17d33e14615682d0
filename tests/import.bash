# shellcheck shell=bash
# Loaded by the tests of what mc-new takes over.

# says STATUS TEXT COMMAND...: that status, that text and nothing else on both outputs.
says() {
    local wanted=$1 text=$2 status=0 output
    shift 2
    output=$("$@" 2>&1) || status=$?
    if [ "$status" != "$wanted" ] || [ "$output" != "$text" ]; then
        printf '%s\n' "$*" "  wanted: $wanted: $text" "  got:    $status: $output"
        return 1
    fi
}

# answers STATUS OUT ERR COMMAND...: the same with the two outputs apart.
answers() {
    local wanted=$1 out=$2 err=$3 got=0
    shift 3
    "$@" >out 2>err || got=$?
    if [ "$got" != "$wanted" ] || [ "$(<out)" != "$out" ] || [ "$(<err)" != "$err" ]; then
        printf '%s\n' "$*" "  wanted: $wanted" "$out" "--" "$err" "  got: $got" "$(<out)" "--" "$(<err)"
        return 1
    fi
}

# a_case ID [DAY]: a case file's bytes.
a_case() {
    printf 'Zaak: %s\nFormaat: 1\nKader: basis\nGeopend: %s\nBeroepskracht: arts\n\n' "$1" "${2-2026-11-02}"
}
