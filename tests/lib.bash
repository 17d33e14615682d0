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
