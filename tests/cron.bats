#!/usr/bin/env bats
# A morning as cron sees it: an empty environment, no terminal, a folder in which people work and which nobody tidied.
# Cron mails what is printed, so nothing may be when there is nothing to say; and every run ends, by itself.
# shellcheck disable=SC2154 # programs comes from lib

bats_require_minimum_version 1.5.0
load lib

# The sanitizer build stands in a folder of the build, and has no generator of its own.
export PATH=$PATH:$programs/..

# morning PROGRAM ARGUMENT...: as cron runs it; what it prints is the mail, in `out` and `err`, its status in `status`.
morning() {
    local status=0
    env -i PATH=/usr/bin:/bin timeout 20 "$programs/$1" --today=2026-11-24 "${@:2}" >out 2>err </dev/null || status=$?
    echo "$status" >status
}

# mail STATUS PROGRAM ARGUMENT...: a morning that ends so; what is mailed, errors last, is what stands on standard input.
mail() {
    morning "${@:2}"
    diff - <(cat out err) || return
    [ "$(cat status)" -eq "$1" ] || { echo "$2 ends with $(cat status)"; return 1; }
}

nothing() {
    :
}

# good ID: a case that nothing can be said of.
good() {
    header "$1" 2026-11-23
}

socket() {
    perl -MSocket -e 'socket(my $s, PF_UNIX, SOCK_STREAM, 0); bind($s, pack_sockaddr_un($ARGV[0])) or die' "$1"
}

# What lies in a folder: names, kinds, sizes, modes, when changed.
listing() {
    find "$1" -printf '%p %y %s %m %n %i %C@\n' | LC_ALL=C sort
}

# ---- mornings with nothing to say ----

@test "a good folder is an empty mail and status 0, for all who read" {
    gen -w 0 -n 300 -o zaken
    nothing | mail 0 mc-check zaken
    nothing | mail 0 mc-check --severity=waarschuwing zaken/ ./zaken/2026
    morning mc-export -f jsonl zaken
    [ "$(cat status) $(wc -l <out) $(wc -c <err)" = "0 300 0" ]
    # With few files that may be open, and with standard input closed.
    (ulimit -n 16 && nothing | mail 0 mc-check zaken)
    env -i "$programs/mc-check" --today=2026-11-24 zaken <&- >out 2>&1
    [ ! -s out ]
}

@test "an empty folder is status 3 and an empty mail; with --allow-empty status 0" {
    mkdir -p leeg/2026
    echo 'Zaak: a' >leeg/lijst.txt
    local program
    for program in mc-check mc-export; do
        nothing | mail 3 $program leeg
        nothing | mail 0 $program --allow-empty leeg
    done
    mail 3 mc-check -v leeg <<<'mc-check: zaken=0 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0'
}

@test "nothing is written, so a folder that is read-only will do" {
    gen -w 0 -n 50 -o zaken
    gen -w 0 -s 2 -n 1 -o los
    listing zaken >before
    # Not one file is opened in another way than for reading; standard output was open before.
    local calls=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,truncate
    ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o spoor -e trace=$calls mc-check --today=2026-11-24 zaken
    [ "$(grep -c '\.zaak"' spoor)" -eq 50 ]
    [ "$(grep -vcE 'open(at)?\(.*O_RDONLY|resumed>' spoor)" -eq 0 ]
    chmod -R a-w zaken
    listing zaken >closed
    plain_user "$programs/mc-check" --today=2026-11-24 zaken >out 2>&1
    [ ! -s out ]
    plain_user "$programs/mc-export" --today=2026-11-24 -f jsonl zaken >out 2>err
    [ "$(wc -l <out) $(wc -c <err)" = "50 0" ]
    listing zaken | diff closed -
    chmod -R u+w zaken
    # Where the system lets us, a folder that cannot be written at all.
    if unshare -m true 2>unshare.err; then
        # shellcheck disable=SC2016 # expanded in there
        unshare -m sh -c 'mount --bind zaken zaken && mount -o remount,ro,bind zaken && ! touch zaken/x 2>/dev/null &&
            exec "$0" --today=2026-11-24 zaken' "$programs/mc-check" >out 2>&1
        [ ! -s out ]
    fi
}

# ---- what is broken ----

@test "a broken file among good ones is said, once, and the good ones are judged" {
    mkdir zaken
    good a >zaken/a.zaak
    printf 'Zaak: b\nFormaat: 1\nMevrouw Jansen\n\nSignaal: 1\n\n' >zaken/b.zaak
    : >zaken/c.zaak
    printf 'naam;adres\nJansen;Veerpad 3\n' >zaken/d.zaak
    good e | sed 's/arts/\xff/' >zaken/e.zaak
    good f | sed 's/Formaat: 1/Formaat: 2/' >zaken/f.zaak
    good g | head -n -1 >zaken/g.zaak
    good h | head -c 60 >zaken/h.zaak
    good x >zaken/i.zaak
    good j >zaken/j.zaak
    morning mc-check zaken
    [ "$(cat status)" -eq 2 ]
    sed -E 's/: (fout|waarschuwing): .*\[/ \1 [/' out | diff - <(cat <<'MAIL'
zaken/b.zaak:3 fout [MC001]
zaken/c.zaak:1 fout [MC003]
zaken/d.zaak:1 fout [MC003]
zaken/e.zaak:5 fout [MC002]
zaken/f.zaak:2 fout [MC006]
zaken/g.zaak:1 waarschuwing [MC005]
zaken/h.zaak:5 fout [MC001]
zaken/i.zaak:1 waarschuwing [MC012]
MAIL
    )
    [ "$(grep -cE 'Jansen|Veerpad' out)" -eq 0 ]
    [ ! -s err ]
    # What can be read is exported; the rest is said on standard error, and nothing of what stands in it.
    morning mc-export -f jsonl zaken
    [ "$(cat status) $(jq -r .zaak.Zaak out | xargs)" = "2 a g x j" ]
    [ "$(cut -d: -f1 err | uniq | xargs)" = "zaken/b.zaak zaken/c.zaak zaken/d.zaak zaken/e.zaak zaken/f.zaak zaken/h.zaak" ]
    [ "$(grep -c Jansen err)" -eq 0 ]
}

@test "a name that is not there is said, and the rest is read; of a whole folder too" {
    mkdir zaken
    good a >zaken/a.zaak
    local program
    for program in mc-check mc-export; do
        morning $program -v weg zaken weg/b.zaak weg.zaak
        [ "$(cat status)" -eq 2 ]
        sed "s/ zaken=1 .*/ zaken=1/" err | diff - <(sed "s/^/$program: /" <<'ERR'
weg: No such file or directory
weg/b.zaak: No such file or directory
weg.zaak: No such file or directory
zaken=1
ERR
        )
    done
    # No answer is not: all is well.
    mail 2 mc-check --allow-empty weg <<<'mc-check: weg: No such file or directory'
}

@test "what is to be done next is told of the same folders, with the same statuses" {
    mkdir zaken leeg
    good a >zaken/a.zaak
    ln -s weg zaken/b.zaak
    printf 'Zaak: c\nMevrouw Jansen\n\n' >zaken/c.zaak
    nothing | mail 3 mc-step --next leeg
    nothing | mail 0 mc-step --next --allow-empty leeg
    morning mc-step --next weg zaken
    [ "$(cat status)" -eq 2 ]
    [ "$(cut -f 1,2 out | sort -u)" = $'a\tnieuw' ]
    cut -d: -f 1-3 err | diff - <(cat <<'ERR'
mc-step: weg: No such file or directory
mc-step: zaken/b.zaak: No such file or directory
zaken/c.zaak:2: fout
ERR
    )
    [ "$(grep -c Jansen err)" -eq 0 ]
}

# ---- what is there but is no case ----

@test "pipes, sockets, devices, loops, folders called .zaak: passed over or gone into, and it ends" {
    mkdir -p zaken/2026 zaken/map.zaak elders
    good a >zaken/2026/a.zaak
    good b >zaken/map.zaak/b.zaak
    good c >elders/c.zaak
    good d >elders/d.zaak
    mkfifo zaken/pijp.zaak
    socket zaken/s.zaak
    ln -s /dev/zero zaken/nul.zaak
    ln -s /proc/self/mem zaken/mem
    ln -s .. zaken/2026/terug
    ln -s . zaken/2026/zelf
    ln -s ../elders zaken/elders
    ln -s ../elders zaken/elders.zaak
    ln -s ../elders/d.zaak zaken/d.zaak
    ln -s nergens zaken/lijst
    mail 0 mc-check -v zaken <<<'mc-check: zaken=3 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0'
    morning mc-export -f jsonl zaken
    [ "$(cat status) $(jq -r .zaak.Zaak out | xargs) $(wc -c <err)" = "0 a d b 0" ]
    # Only these, and there is nothing: passed over is not met.
    mkdir niets
    mv zaken/pijp.zaak zaken/s.zaak zaken/nul.zaak zaken/elders.zaak niets
    nothing | mail 3 mc-check niets
}

@test "a link that leads nowhere or to itself is said: somebody meant a case to be there" {
    mkdir zaken
    good b >zaken/b.zaak
    ln -s weg.zaak zaken/a.zaak
    ln -s c.zaak zaken/c.zaak
    ln -s e.zaak zaken/d.zaak
    ln -s d.zaak zaken/e.zaak
    local program
    for program in mc-check mc-export; do
        morning $program -v zaken
        [ "$(cat status)" -eq 2 ]
        grep -q "^$program: zaken=1" err
        grep -v "^$program: zaken=1" err | diff - <(cat <<ERR
$program: zaken/a.zaak: No such file or directory
$program: zaken/c.zaak: Too many levels of symbolic links
$program: zaken/d.zaak: Too many levels of symbolic links
$program: zaken/e.zaak: Too many levels of symbolic links
ERR
        )
    done
}

@test "what is named outright is refused when it is no file, without waiting for it" {
    mkfifo pijp.zaak
    socket s.zaak
    mail 2 mc-check pijp.zaak s.zaak /dev/null /dev/zero <<'MAIL'
mc-check: pijp.zaak: is a pipe, device or socket; read it through standard input
mc-check: s.zaak: is a pipe, device or socket; read it through standard input
mc-check: /dev/null: is a pipe, device or socket; read it through standard input
mc-check: /dev/zero: is a pipe, device or socket; read it through standard input
MAIL
}

# ---- while people work ----

@test "a file that vanishes between the list and its reading is said, and the rest is read" {
    mkdir zaken
    local id program status
    for id in a b c; do good $id >zaken/$id.zaak; done
    # The folder is read in two calls, of which the second finds nothing more, and is made to wait.
    ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o spoor -e trace=getdents64 -e inject=getdents64:delay_enter=3000000:when=2 \
        mc-check --today=2026-11-24 -v zaken >out 2>err &
    program=$!
    until grep -qs 'getdents64.* = [1-9]' spoor; do sleep 0.05; done
    rm zaken/b.zaak
    status=0
    wait "$program" || status=$?
    [ "$status" -eq 2 ]
    [ ! -s out ]
    diff err - <<'ERR'
mc-check: zaken/b.zaak: No such file or directory
mc-check: zaken=2 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0
ERR
}

@test "a case that is written meanwhile is read whole, every time: old or new" {
    gen -w 0 -n 50 -o zaken
    local runs=0 writer notes
    mc-new -d zaken -k basis --id=k7q3wd -F Beroepskracht=arts >case
    {
        while [ ! -e stop ]; do
            mc-step notitie -F Tekst='Gebeld; er nam niemand op.' "$(cat case)" >/dev/null 2>>writer.err || echo "status $?"
        done >writer.status
    } &
    writer=$!
    # Twenty times, and until there were twenty entries too.
    while ((runs < 20)) || [ "$(grep -c '^Notitie: ' "$(cat case)")" -lt 20 ]; do
        mail 0 mc-check -v zaken <<<'mc-check: zaken=51 fout=0 waarschuwing=0 advies=0 uitgezonderd=0 onleesbaar=0' ||
            { touch stop; return 1; }
        morning mc-export -f zaak "$(cat case)"
        [ "$(cat status)" -eq 0 ] || { touch stop; return 1; }
        # An entry is there with all its lines.
        notes=$(grep -c '^Notitie: ' out || true)
        [ "$(grep -c '^Tekst: Gebeld; er nam niemand op\.$' out || true)" -eq "$notes" ] || { touch stop; return 1; }
        [ "$(grep -c '^Door: ' out || true)" -eq $((notes + 1)) ] || { touch stop; return 1; }
        runs=$((runs + 1))
    done
    touch stop
    wait "$writer"
    echo "$runs runs, $(grep -c '^Notitie: ' "$(cat case)") entries"
    [ ! -s writer.err ]
    [ ! -s writer.status ]
    [ "$(find zaken -type f ! -name '*.zaak')" = "" ]
}

@test "a case that somebody holds locked is read all the same" {
    mkdir zaken
    good a >zaken/a.zaak
    exec 7<zaken/a.zaak
    flock -x 7
    nothing | mail 0 mc-check zaken
    run -75 mc-step notitie --wait=0 -F Tekst=Gebeld. zaken/a.zaak
    exec 7<&-
}

@test "what a killed writer left behind is not read, nor any other name with a dot in front" {
    mkdir zaken
    good a >zaken/a.zaak
    head -c 40 zaken/a.zaak | tee zaken/.a.mc-x7Yq2P >zaken/.b.zaak
    nothing | mail 0 mc-check zaken
}
