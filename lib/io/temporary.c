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

static int file_make(struct temporary *t, char *end)
{
    for (int i = 0; i < ATTEMPTS; i++) {
        unsigned char random[RANDOM];
        if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
            return errno;
        for (size_t k = 0; k < RANDOM; k++)
            end[k] = ALPHABET[random[k] % STR(ALPHABET).n];
        end[RANDOM] = '\0';
        t->file = file_open(t->folder, t->name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
        if (t->file >= 0)
            return 0;
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

int temporary_make(struct temporary *t, int folder, const char *name)
{
    t->folder = folder;
    char *end = t->name + stem_write(t->name, name);
    signals_hold(&t->before);
    int error = file_make(t, end);
    if (error)
        pthread_sigmask(SIG_SETMASK, &t->before, NULL);
    return error;
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

void temporary_leftovers(int folder, const char *name)
{
    char stem[NAME_MAX + 1];
    struct str start = {stem, stem_write(stem, name)};
    int list = file_open(folder, ".", O_RDONLY | O_DIRECTORY, 0);
    DIR *dir = list < 0 ? NULL : fdopendir(list);
    if (!dir) {
        file_close(list);
        return;
    }
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone */
    for (struct dirent *e; (e = readdir(dir));) {
        struct str found = str_of(e->d_name);
        struct stat st;
        if (str_starts(found, start) && is_random(str_from(found, start.n)) &&
            fstatat(folder, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode))
            unlinkat(folder, e->d_name, 0);
    }
    closedir(dir);
}
