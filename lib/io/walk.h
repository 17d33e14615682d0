/* Which files a run reads: the operands, and what lies in their folders, in order (design 4,
 * "Operands").
 *
 * A named file is taken whatever its name. A folder is walked for regular `*.zaak` files: links to
 * files followed, links to folders not, names that start with `.` skipped, in the order of
 * `find DIR -name '*.zaak' | LC_ALL=C sort`. The same file (device and inode) met again is left
 * out. Names are collected before anything is read, so that a sandbox can be closed in between.
 * Memory: the path, 24 bytes and at most some 40 more a file, and 32 bytes a name while a folder is
 * walked. */
#ifndef IO_WALK_H
#define IO_WALK_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <sys/stat.h>

enum walk_problem {
    WALK_FINE,
    WALK_FAILED,  /* cannot be looked at or opened: `error` says why */
    WALK_SPECIAL, /* a pipe, device or socket: `error` is EINVAL */
};

struct walk_file {
    const char *path; /* as it is shown: the operand, or operand/.../name; "-" is standard input */
    int fd;           /* its number when it is `input`, else -1 */
    int error;        /* errno of the problem, 0 when there is none */
    enum walk_problem problem;
    bool input;    /* it is already open: `-`, /dev/stdin, /dev/fd/N or /proc/self/fd/N */
    unsigned mode; /* its permissions, when walk_open opened it; 0 of an `input` */
    bool link;     /* met in a folder as a link: its target may lie outside of every operand */
};

struct walk {
    struct walk_file
        *at; /* in the order of reading; those with a problem stand where they were met */
    size_t n, cap;
    /* private: what was met, by device and inode */
    struct walk_seen *seen;
    size_t seen_count, seen_cap;
};

/* Adds an operand: a file, a folder, or what is already open. The zero value is an empty walk. A
 * path that does not exist is added with WALK_FAILED and ENOENT, a folder that cannot be read and a
 * `*.zaak` link that leads nowhere likewise with what is wrong; a pipe, device or socket that is
 * not already open is WALK_SPECIAL, unopened. Strings live in `a`. */
void walk_add(struct walk *w, struct arena *a, const char *operand);

/* Is the file with this stat one of those to be read. */
bool walk_holds(const struct walk *w, const struct stat *st);

/* Opens a file of a walk for reading (a link to a file is followed; never blocks on a pipe, refuses
 * what is no regular file). Of an `input` it is the number that was open already, which the caller
 * leaves open. -1 with `problem` and `error` set in it. Different files may be opened by different
 * threads at once. */
int walk_open(struct walk_file *f);

#endif
