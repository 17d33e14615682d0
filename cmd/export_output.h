/* Where an export goes: standard output, a file that holds all cases, or a folder that gets a file
 * a case (design 6, `-o`). */
#ifndef CMD_EXPORT_OUTPUT_H
#define CMD_EXPORT_OUTPUT_H

#include "io/store.h"
#include "run.h"

struct output {
    const char *path; /* as typed; NULL: standard output */
    bool per_case;    /* it is a folder */
    /* private */
    const char *end; /* of the names in it: "-dossier.txt" */
    int folder;
    struct buf bytes;
    struct store_output file;
};

/* Is `path` a folder, or to be one. */
bool output_names_folder(const char *path);

/* Opens it; `path` and `per_case` are set. `end` is the end of each name in a folder. Called after
 * run_operands and before run_seal. False after a message, with status 73. */
bool output_open(struct run *r, struct output *o, const char *end);

/* Where to write to: all cases, or in a folder the present one. */
static inline struct buf *output_bytes(struct run *r, struct output *o)
{
    return o->path ? &o->bytes : &r->out;
}

/* In a folder: begins and ends the file of a case. False after a message when it cannot be made, or
 * would take the place of that of another case (73). */
bool output_case_begin(struct run *r, struct output *o, const struct run_case *c);
void output_case_end(struct run *r, struct output *o);

/* Ends it. A file is put in place when `keep`. */
void output_close(struct run *r, struct output *o, bool keep);

#endif
