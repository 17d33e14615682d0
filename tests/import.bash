# shellcheck shell=bash
# Loaded by the tests of what mc-new takes over.

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
