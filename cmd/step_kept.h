/* The file that an entry is typed in: for its owner alone, and kept whenever what was typed is not
 * in the case. */
#ifndef CMD_STEP_KEPT_H
#define CMD_STEP_KEPT_H

#include "run.h"

/* A file KIND.rec (0600) in a folder of its own, mc-step-XXXXXX (0700). */
struct kept {
    const char *folder, *path;
};

/* Makes folder and file, in $TMPDIR, else /tmp. False, with nothing made,
 * after a message (73, 74). `name` is that of the kind. */
bool kept_make(struct kept *k, struct run *r, const char *name, struct str text);

/* What the file holds now; empty when it is gone. False after a message (2). */
bool kept_read(const struct kept *k, struct run *r, struct str *text);

/* Is anything else in the folder: what an editor saves when it is ended. */
bool kept_beside(const struct kept *k);

/* Removes the folder with all that is in it; says so when that fails (74). */
void kept_remove(const struct kept *k, struct run *r);

#endif
