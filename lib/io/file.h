/* System calls on files with the care that each of them needs: EINTR, short writes, file systems
 * that lack something. Shared by what writes; nothing here knows what a store is. */
#ifndef IO_FILE_H
#define IO_FILE_H

#include "base/arena.h"
#include "base/str.h"

#include <sys/types.h>

/* Where a name stands: `folder` without slashes at its end ("." when the path has none, "/" for the
 * root) and the part after the last slash, empty when the path ends in one. */
struct file_place {
    const char *folder, *name;
};

/* The strings live in `a`. */
struct file_place file_place(struct arena *a, const char *path);

/* openat(2) with O_CLOEXEC and O_NOCTTY added, begun again after EINTR. */
int file_open(int folder, const char *path, int flags, mode_t mode);

/* Writes all of `parts`, one after another. 0 or errno. */
int file_write(int file, const struct str *parts, size_t count);

/* Puts the names in a folder on disk. 0 or errno; 0 too on a file system that cannot (EINVAL). */
int file_sync_folder(int folder);

/* Closes what is open (-1 is not) and keeps errno. For what was only read, or is given up. */
void file_close(int file);

#endif
