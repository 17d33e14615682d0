#include "io/temporary.h"

#include "io/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define ALPHABET "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" /* mkstemp's */
#define MARK ".mc-"

enum { RANDOM = 6, ATTEMPTS = 100 };

/* Writes all of the name but its random end to `out`, of NAME_MAX + 1 bytes; returns its length. A
 * name that leaves no room is cut. */
static size_t stem_write(char *out, const char *name)
{
    struct str stem = str_of(name);
    if (str_ends(stem, STR(".zaak")))
        stem.n -= STR(".zaak").n;
    size_t room = NAME_MAX - RANDOM - STR(MARK).n - 1;
    if (stem.n > room)
        stem.n = room;
    return (size_t)snprintf(out, NAME_MAX + 1, ".%.*s" MARK, (int)stem.n, stem.p);
}

static void signals_hold(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

/* Gives `existing` (-1: a new file) the passing name. */
static int name_take(struct temporary *t, int existing)
{
    if (existing < 0) {
        t->file = file_open(t->folder, t->name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
        return t->file < 0 ? errno : 0;
    }
    char here[sizeof "/proc/self/fd/" + 3 * sizeof existing];
    snprintf(here, sizeof here, "/proc/self/fd/%d", existing);
    return linkat(AT_FDCWD, here, t->folder, t->name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

static int name_find(struct temporary *t, char *end, int existing)
{
    for (int i = 0; i < ATTEMPTS; i++) {
        unsigned char random[RANDOM];
        if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
            return errno;
        for (size_t k = 0; k < RANDOM; k++)
            end[k] = ALPHABET[random[k] % STR(ALPHABET).n];
        end[RANDOM] = '\0';
        int error = name_take(t, existing);
        if (error != EEXIST)
            return error;
    }
    return EEXIST;
}

static int start(struct temporary *t, int folder, const char *name, int existing)
{
    t->folder = folder;
    t->file = -1;
    char *end = t->name + stem_write(t->name, name);
    signals_hold(&t->before);
    int error = name_find(t, end, existing);
    if (error)
        pthread_sigmask(SIG_SETMASK, &t->before, NULL);
    return error;
}

int temporary_make(struct temporary *t, int folder, const char *name)
{
    return start(t, folder, name, -1);
}

int temporary_name(struct temporary *t, int folder, const char *name, int file)
{
    return start(t, folder, name, file);
}

int temporary_seal(struct temporary *t)
{
    if (fsync(t->file) != 0)
        return errno;
    int file = t->file;
    t->file = -1;
    return close(file) == 0 ? 0 : errno;
}

void temporary_end(struct temporary *t, bool placed)
{
    file_close(t->file);
    if (!placed)
        unlinkat(t->folder, t->name, 0);
    pthread_sigmask(SIG_SETMASK, &t->before, NULL);
}

static bool is_random(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_alnum(s.p[i]))
            return false;
    return s.n == RANDOM;
}

/* Is it a passing name that begins with `stem`, or, of `ending`, has it before its random end. */
static bool is_passing(struct str name, struct str stem, bool ending)
{
    if (name.n < stem.n + RANDOM || name.p[0] != '.' || !is_random(str_from(name, name.n - RANDOM)))
        return false;
    struct str rest = {name.p, name.n - RANDOM};
    return ending ? str_ends(rest, stem) : str_eq(rest, stem);
}

static void remove_passing(int folder, struct str stem, bool ending)
{
    int list = file_open(folder, ".", O_RDONLY | O_DIRECTORY, 0);
    DIR *dir = list < 0 ? NULL : fdopendir(list);
    if (!dir) {
        file_close(list);
        return;
    }
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone */
    for (struct dirent *e; (e = readdir(dir));) {
        struct stat st;
        if (is_passing(str_of(e->d_name), stem, ending) &&
            fstatat(folder, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode))
            unlinkat(folder, e->d_name, 0);
    }
    closedir(dir);
}

void temporary_leftovers(int folder, const char *name)
{
    char stem[NAME_MAX + 1];
    remove_passing(folder, (struct str){stem, stem_write(stem, name)}, false);
}

void temporary_leftovers_ending(int folder, const char *end)
{
    char stem[NAME_MAX + 1];
    struct str all = {stem, stem_write(stem, end)};
    remove_passing(folder, str_from(all, 1), true); /* without the dot of a whole name */
}
