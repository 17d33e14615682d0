/* What the parts of mc-new share: what was asked for, and the files that are made. */
#ifndef CMD_NEW_H
#define CMD_NEW_H

#include "import/entry.h"
#include "import/import.h"
#include "run.h"

struct making;

/* A format of --from. */
struct new_format {
    struct naam naam;
    /* Looks at all files before anything of one is taken over; NULL: there is nothing to look at.
     */
    void (*look)(struct making *m);
    /* Takes over all of one input, which is open. */
    void (*take)(struct making *m, struct walk_file *f, int fd);
    bool lines;   /* an input has a case a line */
    bool folders; /* an operand may be a folder of files */
    bool fields;  /* -F and -k give what a case itself does not */
    bool once;    /* an id may come once: to standard output too, and refused too */
};

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
    struct new_sheet *sheets; /* of inputs that were open already, and are read on */
    long refused;
};

/* ---- files ---- */

/* Collects the folders below `dir` in which a file of a case may stand already. Called before
 * anything is put. What goes wrong is said. */
void new_look_below(struct making *m);

/* Puts a new case where it belongs: DIR/YEAR/ID.zaak, whose path is printed, or standard output.
 * NULL when that was done, or failed and was said; when a case with that id exists, or was met in
 * this run, where that is, good until the scratch arena is reset, and nothing was written. In a dry
 * run the same, but that nothing is written: of a file the path is printed, and what can be seen to
 * be in its way is said. */
const struct met *new_put(struct making *m, struct str id, day_no geopend, struct str bytes);

/* ---- to start a case ---- */

void new_start(struct making *m);

/* What -F, -k and the environment give to every case that is taken over: into m->entry. False: it
 * was refused, and that was said. */
bool new_fixed(struct making *m);

/* ---- to take over cases ---- */

/* The format that is meant by a word in any case; NULL after a message. */
const struct new_format *new_format_find(struct run *r, const char *word);

/* A reader of one input. */
struct new_reader {
    void *self;
    enum import_result (*next)(void *self, struct arena *a, struct import_zaak *z);
    const int *error;
};

/* Takes over every case that the reader gives. */
void new_take_all(struct making *m, const struct walk_file *f, struct new_reader reader);

/* Says why something is not taken. */
void new_refuse(struct making *m, const char *bestand, int status, const struct import_zaak *z);

/* That a named file holds no case. */
void new_refuse_empty(struct making *m, const char *bestand);

/* Sheets: the two functions of their format. */
void new_csv_look(struct making *m);
void new_csv_take(struct making *m, struct walk_file *f, int fd);

/* Takes over what is in the files: operands from argv[optind] on, without any standard input. */
void new_import(struct making *m, int argc, char **argv);

#endif
