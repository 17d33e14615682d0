/* mc-step in parts: what was asked for, and the way of one entry into a case.
 *
 * mc-step.c reads the options; step_entry.c makes the entry, step_case.c writes it into the case. A
 * function that fails has said why, and raised the status of the run. */
#ifndef CMD_STEP_H
#define CMD_STEP_H

#include "import/entry.h"
#include "run.h"

struct step {
    struct run *r;
    const char *input; /* -i; NULL: none */
    int input_fd;
    struct {
        const char **at;
        size_t n, cap;
    } fields; /* -F, in order */
    const char *revise, *drop, *withdraw;
    double wait; /* seconds */
    bool next, json, format_given, wait_given;
    const char *template; /* --template: a kind or step; NULL: not asked */
    bool list;            /* --list */
    const struct schema_kind *kind;
    const char *path;   /* the case; NULL: standard input */
    const char *source; /* what the lines of the entry are lines of: the file of -i */
    struct str old;     /* the case as it is */
    struct zaak zaak;
    struct diags diags; /* what is wrong with the entry */
    struct import_entry entry;
    struct str record; /* the new entry in normal form */
};

/* ---- step_entry.c ---- */

/* Takes in what -i and -F give. What is no rec is in `diags`. */
void step_gather(struct step *s);

/* Says what is in `diags`, a line for each. */
void step_refuse(struct step *s);

/* Makes the new record for the case that was read; false when it is refused. */
bool step_record(struct step *s);

/* ---- step_case.c ---- */

/* All that an open file gives; status 2 when it cannot be read or is larger than a case may be. */
struct str step_read_all(struct run *r, int fd, const char *name);

/* One case in on standard input, the case with its new entry out. */
void step_filter(struct step *s);

/* The entry behind the case in its file. */
void step_extend(struct step *s);

/* ---- step_lists.c ---- */

/* The kinds that can be recorded: kind TAB step or - TAB meaning. */
void step_list(struct run *r);

/* An empty entry of the kind, every field explained. */
void step_template(struct run *r, const struct schema_kind *kind);

#endif
