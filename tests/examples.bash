# shellcheck shell=bash
# Runs examples of the documentation as a reader would type them, and compares what they print.

# What went before: its exit status, which an example may ask for with `echo $?`.
last=0
examples=0

# In the shell of the test, so that what one example exports is there for the next.
type_in() {
    (exit "$1")
    eval "$2"
}

# example COMMAND EXPECTED: standard output and standard error together are what stands in the page, byte for byte.
example() {
    local before=$last
    examples=$((examples + 1))
    last=0
    type_in "$before" "$1" >"$BATS_TEST_TMPDIR/actual" 2>&1 </dev/null || last=$?
    printf '%s' "$2" >"$BATS_TEST_TMPDIR/expected"
    diff -u --label "the page says" --label "$1" "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# An empty folder for the examples of one page.
scratch() {
    mkdir "$BATS_TEST_TMPDIR/scratch"
    cd "$BATS_TEST_TMPDIR/scratch" || return
}
