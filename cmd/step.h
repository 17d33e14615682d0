/* mc-step in parts: what was asked for, and the way of one entry into a case.
 *
 * mc-step.c reads the options; step_entry.c makes the entry, step_case.c writes it into the case. A
 * function that fails has said why, and raised the status of the run. */
#ifndef CMD_STEP_H
#define CMD_STEP_H

#include "import/entry.h"
#include "run.h"
#include "step_kept.h"
#include "terminal.h"

/* What became of the new record. */
enum stored {
    STORED_NOT,
    STORED_UNSURE, /* it is there, but may not survive a power failure */
    STORED,
};

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
    bool next, begrip, json, format_given, wait_given;
    const char *template; /* --template: a kind or step; NULL: not asked */
    bool list;            /* --list */
    const struct schema_kind *kind;
    const char *path;   /* the case; NULL: standard input */
    const char *source; /* what the lines of the entry are lines of: the file of -i */
    struct str bytes;   /* what it holds */
    size_t records;     /* how many entries it holds */
    bool edit;          /* -e, or nothing given on a terminal */
    bool ask;           /* by the questions of the framework, not in the editor */
    bool typed;         /* the entry came from the editor, or from the questions */
    struct terminal_editor editor;
    struct terminal_dialogue dialogue;
    struct str copied; /* the entry that was copied to be revised, in normal form */
    struct str old;    /* the case as it is */
    struct zaak zaak;
    struct diags diags; /* what is wrong with the entry */
    struct import_entry entry;
    struct str record; /* the new entry in normal form */
    enum stored stored;
};

/* ---- step_entry.c ---- */

/* Takes in what -i and -F give. False when it is not one entry: why is for step_refuse to say. */
bool step_gather(struct step *s);

/* Takes in what was typed in the editor, in place of that. */
bool step_take_typed(struct step *s, struct str text);

/* Says what is wrong with the entry, a line for each. */
void step_refuse(struct step *s);

/* Adds what the entry gets from the case that was read: the fields of the one that is revised.
 * False after a message. */
bool step_prefill(struct step *s);

/* Makes the new record for the case that was read; false when it is refused. */
bool step_record(struct step *s);

/* ---- step_case.c ---- */

/* All that an open file gives; status 2 when it cannot be read or is larger than a case may be. */
struct str step_read_all(struct run *r, int fd, const char *name);

/* Reads the case, from its file or standard input, as it will be read when the entry is written;
 * nothing stays locked. False after a message. */
bool step_look_at_case(struct step *s);

/* The entry behind the case that came in on standard input: out. */
void step_filter(struct step *s);

/* The entry behind the case in its file. */
void step_extend(struct step *s);

/* ---- step_edit.c ---- */

/* The whole way of an entry that is typed in the editor. */
void step_edit(struct step *s);

/* Says that what was typed is in that file, and the command that goes on from there. */
void step_keep(struct step *s, const struct kept *k);

/* ---- step_vragen.c ---- */

/* The whole way of a Weging by the questions of the framework; where no framework judges, that of
 * the editor after a message. */
void step_vragen(struct step *s);

/* ---- step_lists.c ---- */

/* The kinds that can be recorded: kind TAB step or - TAB meaning. */
void step_list(struct run *r);

/* An empty entry of the kind, every field explained. */
void step_template(struct run *r, const struct schema_kind *kind);

#endif
