/* What the parts of mc-new share: what was asked for, and the files that are made. */
#ifndef CMD_NEW_H
#define CMD_NEW_H

#include "import/entry.h"
#include "import/json.h"
#include "run.h"

struct making {
    struct run *r;
    const char *dir;  /* without a slash at its end; NULL: standard output */
    const char *from; /* NULL: a case is started */
    bool lines;       /* of --from: jsonl */
    const char *kader, *id;
    struct {
        const char **at;
        size_t n, cap;
    } fields; /* -F, in order */
    struct {
        const char **at;
        size_t n, cap;
    } folders; /* those directly below `dir`, and "." */
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
 * file, and nothing was written. */
const char *new_put(struct making *m, struct str id, day_no geopend, struct str bytes);

/* ---- what is asked for ---- */

/* Starts a case. */
void new_start(struct making *m);

/* Collects the files to take over: operands from argv[optind] on, without any standard input. */
void new_collect(struct making *m, int argc, char **argv);

/* Takes over what is in them. */
void new_import(struct making *m);

#endif
