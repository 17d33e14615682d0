/* Makes one entry of what was given: a rec input (-i), fields on the command line (-F), the entry
 * that is revised.
 *
 * Names of fields and words of closed lists are taken in any case and written as in the table. What
 * breaks the format is told in diags whose `regel` is a place: see import_place. */
#ifndef IMPORT_ENTRY_H
#define IMPORT_ENTRY_H

#include "zaak/zaak.h"

/* Where a field came from: a plain number is a line of the input; with one of these bits the rest
 * is ... */
enum import_place {
    PLACE_OPTION = 1 << 29, /* the number of the -F, from 1 */
    PLACE_ZAAK = 1 << 30,   /* a line of the case: the entry that is revised */
    PLACE_SET = 1 << 28,    /* set by the program: today, the clock, who records */
};

/* A field of an input that was left as a template offered it: empty. */
struct import_blank {
    struct str name; /* as in the table */
    unsigned place;
};

struct import_entry {
    const struct schema_kind *kind;
    struct arena *arena;
    struct {
        struct rec_field *at;
        size_t n, cap;
    } fields; /* without the first line; `regel` is a place */
    struct {
        struct import_blank *at;
        size_t n, cap;
    } blanks;
    struct str label; /* empty: not given */
    bool label_given;
    unsigned label_place;
};

struct import_entry import_entry_make(const struct schema_kind *kind, struct arena *a);

/* Adds one field behind the others. The kind's own name gives the label. */
void import_entry_add(struct import_entry *e, struct str name, struct str value, unsigned place);

/* Adds what a -F gave, NAME=VALUE, the `number`th of them from 1; line breaks of other systems
 * become LF. What cannot stand in a file is told in `list` (MC001, 002). */
void import_entry_option(struct import_entry *e, const char *typed, unsigned number,
                         struct diags *list);

/* Adds the fields of a rec input, of one record with or without its first line; line breaks of
 * other systems become LF. Lines that begin with `#` are comments, between fields too; but behind a
 * comment no `+` goes on with a value (MC001). A field that is empty and stands directly below a
 * comment is one of a template that was left as it was: it counts as not given, where any other
 * empty field is one that was asked and not yet answered. `bytes` must outlive the entry. What is
 * no rec is told in `list` (MC001, 002, 017), in the order of lines. Returns how many records there
 * were. */
size_t import_entry_input(struct import_entry *e, struct str bytes, struct diags *list);

/* Is anything given that is not empty: a label, or a field. */
bool import_entry_filled(const struct import_entry *e);

/* Takes away all values of a field, by its name in any case; false when the kind has no such field.
 */
bool import_entry_drop(struct import_entry *e, struct str name);

/* Is a value of the field there that is not empty. */
bool import_entry_has(const struct import_entry *e, struct str name);

/* Adds what an entry holds, but for the fields of `e` already given and for when and by whom it was
 * recorded. */
void import_entry_copy(struct import_entry *e, const struct aantekening *from);

/* Replaces all values of a field by one that the program sets. */
void import_entry_set(struct import_entry *e, const char *name, struct str value);

/* Binds what was gathered: what is wrong with it goes into `list` as refusals (niveau fout). The
 * result lives in the arena of `e`. */
struct entry import_entry_bind(const struct import_entry *e, struct diags *list);

/* The field of the kind with that name in any case; NULL when there is none. */
const struct schema_field *import_field(const struct schema_kind *k, struct str name);

/* The kind for a word of the command line: its name in any case, or the number of a step (1
 * Signaal, 2 Overleg, 3 Gesprek, 4 Weging, 5 Besluit); NULL when it is neither. */
const struct schema_kind *import_kind(struct str word);

#endif
