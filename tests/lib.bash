# shellcheck shell=bash
# Loaded by every bats file: the programs of the build first in PATH, a fixed clock, zone and language, and an own
# empty folder for each test.

programs=$(cd -- "${MC_BUILD:-$BATS_TEST_DIRNAME/../build}" && pwd) || exit 1
export PATH="$programs:$PATH"
export MC_NU=2026-11-24T09:00:00+01:00 TZ=Europe/Amsterdam
unset LANGUAGE LC_ALL LC_MESSAGES LANG MC_DIR MC_KADER MC_KADER_PATH MC_DOOR MC_BELEID XDG_CONFIG_HOME

# Case files are for nobody else (MC015).
umask 077

setup() {
    cd "$BATS_TEST_TMPDIR" || return
}

# says STATUS TEXT COMMAND...: that status, and that text on both outputs together.
says() {
    local wanted=$1 text=$2
    shift 2
    run "$@"
    # shellcheck disable=SC2154 # run sets status and output
    if [ "$status" != "$wanted" ] || [ "$output" != "$text" ]; then
        printf '%s\n' "$*" "  wanted: $wanted: $text" "  got:    $status: $output"
        return 1
    fi
}

# ends STATUS COMMAND...: with exactly that status; what it prints goes where the caller says.
ends() {
    local wanted=$1 got=0
    shift
    "$@" || got=$?
    [ "$got" -eq "$wanted" ]
}

# terminal COMMAND: that line of bash on a terminal of its own; its status, and on standard output what came there.
terminal() {
    SHELL=$BASH script -qec "$1" /dev/null </dev/null
}

# plain_user COMMAND...: with the rights of files in force, also for root.
plain_user() {
    if [[ $(id -u) -eq 0 ]]; then
        setpriv --bounding-set=-dac_override,-dac_read_search "$@"
    else
        "$@"
    fi
}

# ---- cases ----

# header ID [DAY]: a case that was opened then, and nothing more; entries may stand behind it.
header() {
    printf 'Zaak: %s\nFormaat: 1\nKader: basis\nGeopend: %s\nBeroepskracht: arts\n\n' "$1" "${2-2026-11-02}"
}

# The folder of the trajectories that are shipped.
examples() {
    echo "$BATS_TEST_DIRNAME/../share/voorbeelden"
}

# gen OPTION...: the generator of cases. The sanitizer build stands in a folder of the build, and has none of its own.
gen() {
    local program=$programs/gen
    [ -x "$program" ] || program=$programs/../gen
    "$program" "$@"
}

# The last entry of a.zaak.
last_entry() {
    awk -v RS= 'END { print }' a.zaak
}
