#!/usr/bin/env bats
# The floors of the code: who may include whom, what may not happen below cmd/, and what lies in the repository.
# shellcheck disable=SC2154 # programs comes from lib

bats_require_minimum_version 1.5.0
load lib

root=$BATS_TEST_DIRNAME/..

# wrong_includes FOLDER: each include line in its lib/ and cmd/ that goes up, or to a stranger. A folder of lib/ is on a
# floor; it may include itself and what is on a lower one, so that those of one floor do not know each other.
wrong_includes() {
    (cd "$1" && grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' /dev/null lib/*/*.[ch] lib/*/*.def cmd/*.[ch]) |
        perl -ne '
        BEGIN {
            my $floor = 0;
            for my $line ("base", "rec io", "kader", "zaak", "check", "import export") {
                $floor_of{$_} = $floor for split / /, $line;
                $floor++;
            }
        }
        my ($file, $place, $included) = m{^(.*?):(\d+):.*"(.*?)"} or die;
        my ($to) = $included =~ m{^(\w+)/\w+\.(?:h|def)$};
        if ($file =~ m{^cmd/}) {
            my $own = $included =~ m{^\w+\.h$};
            print "$file:$place: $included\n" unless $own || defined $to && exists $floor_of{$to};
            next;
        }
        my ($from) = $file =~ m{^lib/(\w+)/} or die;
        print "$file:$place: $included\n"
            unless defined $to && exists $floor_of{$from} && exists $floor_of{$to} &&
            ($from eq $to || $floor_of{$to} < $floor_of{$from});'
}

@test "a floor includes itself and those below it, and nothing else" {
    [ "$(cat "$root"/lib/*/*.[ch] | grep -c '#include "')" -gt 100 ]
    wrong_includes "$root" >wrong
    diff /dev/null wrong
}

@test "every folder of lib has its floor" {
    diff <(cd "$root/lib" && printf '%s\n' *) - <<'FLOORS'
base
check
export
import
io
kader
rec
zaak
FLOORS
}

@test "an include that goes up, to a stranger, or by another name is found" {
    mkdir -p cmd lib/{base,rec,io,kader,zaak,check,export,import}
    printf '#include "base/str.h"\n#include <stdio.h>\n' | tee lib/{base,rec,io,kader,zaak,check,export,import}/good.c >cmd/good.h
    printf '#include "run.h"\n' >cmd/run.c
    touch lib/zaak/none.def
    run wrong_includes .
    [ -z "$output" ]
    printf '#include "rec/reader.h"\n' >lib/base/up.c
    printf '#  include "io/walk.h"\n' >lib/rec/stranger.c
    printf '\n#include "rec/reader.h"\n' >lib/io/stranger.c
    printf '#include "export/json.h"\n' >lib/import/stranger.c
    printf '#include "import/json.h"\n' >lib/export/stranger.h
    printf '#include "zaak/zaak.h"\n' >lib/kader/up.h
    printf '#include "check/regels.h"\n' >lib/zaak/table.def
    printf '#include "good.h"\n' >lib/check/short.c
    printf '#include "../io/good.h"\n' >lib/check/way.c
    printf '#include "elders/good.h"\n' >cmd/elders.c
    wrong_includes . | sed 's/:.*//' | sort >found
    diff found - <<'WRONG'
cmd/elders.c
lib/base/up.c
lib/check/short.c
lib/check/way.c
lib/export/stranger.h
lib/import/stranger.c
lib/io/stranger.c
lib/kader/up.h
lib/rec/stranger.c
lib/zaak/table.def
WRONG
}

# What a build of lib/ calls, as the linker sees it: also what a macro hides.
calls() {
    nm --undefined-only --format=posix "$1" 2>/dev/null | awk '$2 == "U" { print $1 }' | sort -u
}

# forbidden FILE: which of its calls print, end the program, read the environment or the clock, or copy without an end.
forbidden() {
    calls "$1" | grep -xE \
        '_?(_Exit|exit|quick_exit|abort)|secure_getenv|getenv|setenv|unsetenv|putenv|environ|(time|gettimeofday|ftime|clock)|local(time|time_r)|mktime|tzset|(__)?v?f?d?printf(_chk)?|f?puts(_unlocked)?|_IO_putc|f?putc|putchar|perror|psignal|fwrite|stdout|stderr|stdin|(__)?st[rp]n?c(py|at)(_chk)?|(__)?v?sprintf(_chk)?|gets|rand(_r)?|s?random|[dlm]rand48|setlocale|textdomain|bindtextdomain|isatty|system|popen|fork|exec[lv]p?e?|v?(err|warn)x?|error|getpwuid|setlocale'
}

@test "below cmd nothing prints, exits, or reads the environment or the clock" {
    [ "$(calls "$programs/lib.a" | wc -l)" -gt 50 ]
    run -1 forbidden "$programs/lib.a"
    [ -z "$output" ]
    # Of clocks the store alone has the monotonic one.
    grep -rn 'clock_gettime\|clock_nanosleep' "$root"/lib >clocks
    run -1 grep -v '/lib/io/.*CLOCK_MONOTONIC' clocks
    [ -z "$output" ]
}

@test "a forbidden call is found" {
    printf '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <time.h>\nint f(char *a, const char *b);\n' >a.c
    printf 'int f(char *a, const char *b) { strcpy(a, b); puts(getenv(b)); printf("%%s%%ld", b, (long)time(NULL)); if (rand()) exit(1); perror(a); return 0; }\n' >>a.c
    gcc -O0 -fno-builtin -c a.c
    [ "$(forbidden a.o | xargs)" = "exit getenv perror printf puts rand strcpy time" ]
}

@test "no state that can change: nothing of ours lies in .data or .bss" {
    size -A "$programs/lib.a" "$programs"/cmd/*.o >sizes
    [ "$(grep -c '^\.text' sizes)" -gt 20 ]
    awk '$1 ~ /^\.t?(data|bss)(\.|$)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0' sizes >changing
    diff /dev/null changing
}

# The files of the repository: what git knows or would take; without git all but the build.
files() {
    if git -C "$root" rev-parse --git-dir >/dev/null 2>&1; then
        git -C "$root" ls-files --cached --others --exclude-standard
    else
        (cd "$root" && find . -path ./build -prune -o -type f -print | sed 's,^\./,,')
    fi
}

@test "at the top there are only the folders and files that design names" {
    files | grep -v '^\.' | cut -d/ -f1 | sort -u >top
    diff top <(printf '%s\n' LICENSE Makefile README.md cmd lib man share tests)
}

@test "nothing that is made lies in the repository" {
    files >all
    [ "$(wc -l <all)" -gt 100 ]
    run -1 grep -E '\.(o|a|so|d|mo|pot|gch|gcda|gcno|gcov|profraw|orig|rej|sw[op]|log|tmp|core|out)$|~$|(^|/)(core|a\.out|\.DS_Store)$' all
    [ -z "$output" ]
    # Nor a program or a library, whatever its name.
    (cd "$root" && xargs -d '\n' grep -lE $'^(\x7fELF|!<arch>)' <"$BATS_TEST_TMPDIR/all") >binary || true
    diff /dev/null binary
}

@test "no file names a place of the machine it was written on" {
    local places='/(wor''k|roo''t|hom''e/[a-z]+|Use''rs)/'
    files >all
    (cd "$root" && xargs -d '\n' grep -nIE "(^|[^A-Za-z0-9_.\$})*-])$places" <"$BATS_TEST_TMPDIR/all") >named || true
    diff /dev/null named
    # The same would be found.
    printf 'see %s\n' "/wor""k/main/lib" | grep -qE "(^|[^A-Za-z0-9_.\$})*-])$places"
}
