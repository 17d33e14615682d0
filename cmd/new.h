/* What the parts of mc-new share: what was asked for, and the files that are made. */
#ifndef CMD_NEW_H
#define CMD_NEW_H

#include "import/entry.h"
#include "run.h"

/* A format of --from. */
struct new_format;

struct making {
    struct run *r;
    const char *dir;               /* without a slash at its end; NULL: standard output */
    const struct new_format *from; /* NULL: a case is started */
    bool dry_run;                  /* nothing is written */
    const char *kader, *id;
    struct {
        const char **at;
        size_t n, cap;
    } fields; /* -F, in order */
    struct {
        const char **at;
        size_t n, cap;
    } folders;     /* those directly below `dir`, and "." */
    bool mid_line; /* what was last written to standard output does not end in a line break */
    struct import_entry entry;
    struct diags diags;
    long refused;
};

/* ---- files ---- */

/* Collects the folders below `dir` in which a file of a case may stand already. Called before
 * anything is put. What goes wrong is said. */
void new_look_below(struct making *m);

/* Puts a new case where it belongs: DIR/YEAR/ID.zaak, whose path is printed, or standard output.
 * NULL when that was done, or failed and was said; when a case with that id exists, the path of its
 * file, and nothing was written. In a dry run the same, but that nothing is written: of a file the
 * path is printed, and what can be seen to be in its way is said. */
const char *new_put(struct making *m, struct str id, day_no geopend, struct str bytes);

/* ---- what is asked for ---- */

/* Starts a case. */
void new_start(struct making *m);

/* The format that is meant by a word in any case; NULL after a message. */
const struct new_format *new_format_find(struct run *r, const char *word);

/* Takes over what is in the files: operands from argv[optind] on, without any standard input. */
void new_import(struct making *m, int argc, char **argv);

#endif
