/* The one writer: everything that is put on disk goes through here (design 8, "Nothing is lost").
 *
 * A reader needs no lock: at any moment a name leads to the old file or to the new one, whole. What
 * was written is on disk before it is said to be. After a failed fsync nothing is tried again.
 * While a temporary file exists SIGINT, SIGTERM and SIGHUP wait; one that came meanwhile then does
 * what it always does. SIGXFSZ is for the program to ignore, so that a file too large is EFBIG.
 * Nothing here prints, and no memory is asked for while a temporary file exists. */
#ifndef IO_STORE_H
#define IO_STORE_H

#include "base/arena.h"
#include "base/str.h"

#include <sys/stat.h>

enum store_result {
    STORE_DONE,
    STORE_UNREADABLE, /* cannot be opened or read: status 2 */
    STORE_EXISTS,     /* the file is there already: 73 */
    STORE_CANNOT,     /* cannot be made, or group, mode, ACL or attributes cannot be kept: 73 */
    STORE_FAILED,     /* writing failed; what was there still is: 74 */
    STORE_UNSURE,     /* written and in place, but the folder's fsync failed: 74 */
    STORE_LOCKED,     /* another writer kept its lock for all of the time given: 75 */
};

/* An existing file, open and locked. */
struct store {
    struct str bytes; /* all that it holds, in the arena given */
    const char *path; /* as given, or the target of a link; in the arena given */
    int error;        /* errno of the last result that is not STORE_DONE; 0 after STORE_DONE */
    /* private */
    int file, folder; /* -1: not open */
    const char *name; /* the last part of path */
    struct stat stat; /* of the file, under the lock */
};

/* Opens `path`, a regular file with one link (a symbolic link is resolved first; `path` of the
 * store is then the target), locks it and reads all of it. Waits at most `wait_seconds` for the
 * lock (0 or less: one attempt, STORE_LOCKED with EWOULDBLOCK) and, having it, makes sure that the
 * name still leads to what is locked. `limit` is the most bytes the file may hold (more:
 * STORE_UNREADABLE with EFBIG). A pipe, device or socket is STORE_UNREADABLE with EINVAL, a folder
 * with EISDIR, a file with more links with EMLINK; one that may not be written with EACCES or
 * EROFS. Removes the temporary that a killed writer of this file left; one that cannot be removed
 * is left to the next. On any result but STORE_DONE nothing is left open. */
enum store_result store_open(struct store *s, struct arena *a, const char *path,
                             double wait_seconds, size_t limit);

/* Puts `parts`, one after another, in place of the file: a temporary `.NAME.mc-XXXXXX` beside it
 * (NAME without `.zaak`), with its owner where the system allows, and its group, mode, ACL and
 * extended attributes, fsync, rename, fsync of the folder. STORE_DONE, STORE_CANNOT (no temporary,
 * or an attribute not kept), STORE_FAILED or STORE_UNSURE; in the first three no temporary is left.
 * Once at most for a store, in the thread that takes the signals; store_close after it. */
enum store_result store_replace(struct store *s, const struct str *parts, size_t count);

/* Closes and unlocks. A store that is not open, but was once given to store_open, may be closed. */
void store_close(struct store *s);

/* Makes a new file that holds `bytes`: never over an existing one, whatever that is (STORE_EXISTS).
 * Folders on the way that are missing are made: 0700, in a setgid folder 2770; they stay when the
 * file then fails. The file is 0600, in a setgid folder 0660 with its group, whatever the umask. It
 * has its name only when it is whole and on disk. STORE_CANNOT when a folder or the file cannot be
 * made, STORE_FAILED, STORE_UNSURE as above. `error` gets errno, 0 with STORE_DONE (may not be
 * NULL). */
enum store_result store_create(struct arena *a, const char *path, struct str bytes, int *error);

#endif
