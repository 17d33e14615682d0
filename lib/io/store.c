#include "io/store.h"

#include "io/attributes.h"
#include "io/file.h"
#include "io/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static const int64_t SECOND = 1000000000, LONGEST_PAUSE = 10000000, SHORTEST_PAUSE = 1000000;
static const double LONGEST_WAIT = 1e9;

static enum store_result said(struct store *s, int error, enum store_result otherwise)
{
    s->error = error;
    return error ? otherwise : STORE_DONE;
}

static int64_t monotonic(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * SECOND + t.tv_nsec;
}

static int64_t deadline_of(double wait_seconds)
{
    if (!(wait_seconds > 0))
        wait_seconds = 0;
    else if (wait_seconds > LONGEST_WAIT)
        wait_seconds = LONGEST_WAIT;
    return monotonic() + (int64_t)(wait_seconds * (double)SECOND);
}

/* Who has little time left asks more often: of many writers none is passed over to the end. */
static void pause_shortly(int64_t left)
{
    int64_t pause = left / 64;
    if (pause > LONGEST_PAUSE)
        pause = LONGEST_PAUSE;
    if (pause < SHORTEST_PAUSE)
        pause = SHORTEST_PAUSE;
    if (pause > left)
        pause = left;
    struct timespec t = {.tv_sec = 0, .tv_nsec = (long)pause};
    clock_nanosleep(CLOCK_MONOTONIC, 0, &t, NULL);
}

/* All that follows goes through the folder's descriptor: a folder that is moved does no harm. */
static int folder_open(struct store *s, struct arena *a, const char *path)
{
    struct stat st;
    char target[PATH_MAX];
    if (lstat(path, &st) != 0)
        return errno;
    if (S_ISLNK(st.st_mode)) {
        if (!realpath(path, target))
            return errno;
        path = target;
    }
    struct file_place place = file_place(a, path);
    s->path = arena_cstr(a, str_of(path));
    s->name = *place.name ? place.name : ".";
    s->folder = file_open(AT_FDCWD, place.folder, O_RDONLY | O_DIRECTORY, 0);
    return s->folder < 0 ? errno : 0;
}

/* One attempt. EWOULDBLOCK: another has the file, or has just put a new one in its place. */
static int file_lock(struct store *s)
{
    s->file = file_open(s->folder, s->name, O_RDWR | O_NOFOLLOW | O_NONBLOCK, 0);
    if (s->file < 0)
        return errno == ENXIO ? EINVAL : errno; /* a socket */
    struct stat opened;
    if (fstat(s->file, &opened) != 0)
        return errno;
    if (!S_ISREG(opened.st_mode))
        return EINVAL;
    if (flock(s->file, LOCK_EX | LOCK_NB) != 0)
        return errno == EINTR ? EWOULDBLOCK : errno;
    if (fstatat(s->folder, s->name, &s->stat, AT_SYMLINK_NOFOLLOW) != 0)
        return errno;
    bool same = s->stat.st_dev == opened.st_dev && s->stat.st_ino == opened.st_ino;
    return same ? 0 : EWOULDBLOCK;
}

static int file_lock_until(struct store *s, int64_t deadline)
{
    for (;;) {
        int error = file_lock(s);
        if (error != EWOULDBLOCK)
            return error;
        file_close(s->file);
        s->file = -1;
        int64_t left = deadline - monotonic();
        if (left <= 0)
            return EWOULDBLOCK;
        pause_shortly(left);
    }
}

/* A writer that was killed while it made the file can have left its temporary as a second link
 * (store_create): that is why leftovers go before links are counted. */
static int links_check(struct store *s)
{
    temporary_leftovers(s->folder, s->name);
    if (s->stat.st_nlink == 1)
        return 0;
    if (fstat(s->file, &s->stat) != 0)
        return errno;
    return s->stat.st_nlink == 1 ? 0 : EMLINK;
}

/* The lock holds off only writers like this: a file that grows all the same is read to its end. */
static int file_read(struct store *s, struct arena *a, size_t limit)
{
    if ((uintmax_t)s->stat.st_size > limit)
        return EFBIG;
    size_t n = 0, cap = (size_t)s->stat.st_size + 1;
    char *p = arena_grow(a, NULL, 0, cap);
    for (;;) {
        ssize_t got = read(s->file, p + n, cap - n);
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return errno;
        n += got > 0 ? (size_t)got : 0;
        if (n > limit)
            return EFBIG;
        if (n == cap) {
            p = arena_grow(a, p, cap, cap * 2);
            cap *= 2;
        }
    }
    s->bytes = (struct str){p, n};
    return 0;
}

enum store_result store_open(struct store *s, struct arena *a, const char *path,
                             double wait_seconds, size_t limit)
{
    *s = (struct store){.file = -1, .folder = -1};
    int64_t deadline = deadline_of(wait_seconds);
    int error = folder_open(s, a, path);
    if (!error)
        error = file_lock_until(s, deadline);
    if (!error)
        error = links_check(s);
    if (!error)
        error = file_read(s, a, limit);
    if (error)
        store_close(s);
    return said(s, error, error == EWOULDBLOCK ? STORE_LOCKED : STORE_UNREADABLE);
}

/* A full or broken disk is a failed write; anything else refuses the attribute itself. */
static enum store_result not_kept(int error)
{
    bool disk = error == ENOSPC || error == EDQUOT || error == EIO;
    return disk ? STORE_FAILED : STORE_CANNOT;
}

enum store_result store_replace(struct store *s, const struct str *parts, size_t count)
{
    struct temporary t;
    enum store_result result = said(s, temporary_make(&t, s->folder, s->name), STORE_CANNOT);
    if (result != STORE_DONE)
        return result;
    result = said(s, file_write(t.file, parts, count), STORE_FAILED);
    if (result == STORE_DONE) {
        int error = attributes_copy(s->file, t.file, &s->stat);
        result = said(s, error, not_kept(error));
    }
    if (result == STORE_DONE)
        result = said(s, temporary_seal(&t), STORE_FAILED);
    if (result == STORE_DONE && renameat(s->folder, t.name, s->folder, s->name) != 0)
        result = said(s, errno, STORE_FAILED);
    bool placed = result == STORE_DONE;
    if (placed)
        result = said(s, file_sync_folder(s->folder), STORE_UNSURE);
    temporary_end(&t, placed);
    return result;
}

void store_close(struct store *s)
{
    file_close(s->file);
    file_close(s->folder);
    s->file = s->folder = -1;
}
