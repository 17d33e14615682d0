/* A file under a passing name, beside the one that it is to become: `.NAME.mc-XXXXXX`, NAME without
 * `.zaak`, XXXXXX of ASCII letters and digits.
 *
 * From temporary_make to temporary_end SIGINT, SIGTERM and SIGHUP are held back in this thread, so
 * that none of them leaves the file behind. SIGKILL and a power loss do: hence temporary_leftovers.
 */
#ifndef IO_TEMPORARY_H
#define IO_TEMPORARY_H

#include <limits.h>
#include <signal.h>
#include <stdbool.h>

struct temporary {
    int folder; /* the caller's */
    int file;   /* open for writing, mode 0600 less the umask; -1 once sealed */
    char name[NAME_MAX + 1];
    sigset_t before;
};

/* Makes one for the file `name` in `folder`. 0, or errno with nothing made and no signal held back.
 */
int temporary_make(struct temporary *t, int folder, const char *name);

/* The same for a `file` that has no name and is on disk; the caller's, not to be sealed. */
int temporary_name(struct temporary *t, int folder, const char *name, int file);

/* Puts what was written on disk and closes the file. 0 or errno; not to be tried again. */
int temporary_seal(struct temporary *t);

/* Removes it unless it is `placed` (has got another name), and lets signals through: one that
 * waited arrives before this returns. */
void temporary_end(struct temporary *t, bool placed);

/* Removes what killed writers of `name` left. To be called with `name` locked: a living writer's
 * file looks the same. (A file that has the same name but for `.zaak` shares them: its writer could
 * then fail, with nothing lost.) */
void temporary_leftovers(int folder, const char *name);

/* The same of all files in the folder whose names have this `end`. */
void temporary_leftovers_ending(int folder, const char *end);

#endif
