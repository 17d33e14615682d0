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
#include "io/rights.h"
#include "io/temporary.h"

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

/* ---- output: a new file that takes the place of what is there ---- */

/* A file that is being written. */
struct store_output {
    int file;      /* to be written to, by the caller, from store_output_open on */
    int error;     /* errno of the last result that is not STORE_DONE; 0 after STORE_DONE */
    bool replaces; /* a file of that name is there: `stat` is its own */
    struct stat stat;
    /* private */
    int folder;
    bool own_folder, named;
    const char *name;
    struct rights rights;
    struct temporary temporary;
};

/* Opens a file to be put at `path`, whose folder must be there; a symbolic link is resolved, and
 * its target replaced. Over what is no regular file nothing is put: STORE_CANNOT with EISDIR of a
 * folder, else EINVAL. The new file has no name while it is written, so that whatever ends us
 * leaves nothing; where the file system lacks such files it has a passing one, and then signals
 * wait from here to store_output_close. What a killed writer of this file left goes. STORE_DONE or
 * STORE_CANNOT, with nothing open. Strings live in `a`. */
enum store_result store_output_open(struct store_output *o, struct arena *a, const char *path);

/* The same for `name` in an open folder, which stays the caller's. A symbolic link is no regular
 * file here, and leftovers are left. `name` stays the caller's too. */
enum store_result store_output_open_in(struct store_output *o, int folder, const char *name);

/* Puts the file in its place, whole, on disk and for nobody else: as of store_create its mode and
 * group do not come from what was there. `error` is an errno of writing to it: unless it is 0 the
 * file is given up, STORE_FAILED. STORE_DONE, STORE_CANNOT, STORE_FAILED (in both what was there
 * still is) or STORE_UNSURE. Closes in any case. */
enum store_result store_output_close(struct store_output *o, int error);

/* Gives it up: what was there still is. */
void store_output_abandon(struct store_output *o);

/* Opens a folder for store_output_open_in. What is missing on the way is made, as by store_create;
 * leftovers of names that have this `end` go. -1 with errno. */
int store_output_folder(struct arena *a, const char *path, const char *end);

#endif
