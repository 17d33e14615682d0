/* What a table of kinds and fields is, and how a record is bound to it.
 *
 * A kind of record (Signaal, Weging, Kader, Vraag ...) is a row with fields; a field has a type,
 * which is one function that reads a value. Owners make their own tables with the macros below;
 * validation, normal form, templates, CSV columns and manual tables all come from them. */
#ifndef REC_SCHEMA_H
#define REC_SCHEMA_H

#include "base/diag.h"
#include "base/nearest.h"
#include "base/text.h"
#include "rec/reader.h"

struct schema_kind;
struct schema_field;

/* What became of a value. Absent is another thing than empty, and empty than unknown (design 2). */
enum value_state {
    VALUE_EMPTY,   /* asked, not yet answered: judged as absent */
    VALUE_UNKNOWN, /* `onbekend`: asked, not known */
    VALUE_GOOD,
    VALUE_BAD, /* outside its type: a finding */
};

enum {
    FIELD_UNKNOWN = -1,  /* not in the table */
    FIELD_OWN_NAME = -2, /* the organisation's own: X_... */
    FIELD_KIND = -3,     /* the kind's own name, given again */
};

/* One value of one field. */
struct value {
    struct str name; /* as in the table; of a field that is not in it, as it stands */
    struct str text;
    struct value *next; /* the next value of the same field; NULL */
    int64_t number;     /* by type: place in the closed list from 1, day, seconds, number */
    day_no day;         /* of a date; DAY_NONE without */
    unsigned regel;
    short slot; /* of its field in the kind, or FIELD_... */
    unsigned char state;
    bool first; /* the first of its field */
};

/* A type of value. `read` sets number and day of a value that is neither empty nor an `onbekend`
 * that counts as unknown, and returns CODE_NONE, or the code of what is wrong with it. */
struct schema_type {
    const char *word;    /* as in the manual: "d", "tekst" */
    const char *meaning; /* N_(): what it is, in a line */
    enum code (*read)(const struct schema_field *f, struct value *v);
    const char *pattern; /* an extended regular expression of what it takes; NULL: any */
};

enum schema_field_flag {
    MUST = 1, /* mandatory */
    MANY = 2, /* repeatable */
};

struct schema_field {
    struct naam naam;
    const struct schema_type *type;
    unsigned flags;
    const struct naam *list; /* closed values, ended by a naam without text; NULL: no closed list */
    const char *meaning;     /* N_(): what is written here, in a line */
    const char *refers;      /* name of the kind whose label it holds; NULL */
    short unless;            /* not mandatory when that slot ... */
    short unless_value;      /* ... has this number; 0: no such condition */
};

enum schema_kind_flag {
    LABEL_FREE = 1,  /* the label follows rules of its owner */
    COMMON_LESS = 2, /* has none of the `middle` fields */
};

struct schema_kind {
    struct naam naam;
    const struct schema_field *fields; /* by slot: the common fields first, then its own */
    short field_count;
    unsigned flags;
    int step;            /* of the meldcode, 0 without */
    const char *meaning; /* N_(): what it is, in a line */
};

/* Normal form (design 2) is: a kind's own fields in slot order, the `middle` ones, what is not in
 * the table, X_ fields, the `closing` ones. Middle and closing fields are common to the kinds. */
struct schema {
    const struct schema_kind *kinds;
    int kind_count;
    const struct schema_kind *other; /* a kind of common fields alone, for records of an unknown
                                        kind; NULL: nothing is known of them */
    short common_count;              /* the first slot of a kind's own */
    const short *middle, *closing;   /* slots, ended by -1; NULL: none */
    const short *excuses; /* slots that make every other field unneeded, ended by -1; NULL */
};

/* A record bound to its kind. Lives in the arena it was made in; texts are slices of the input. */
struct entry {
    const struct schema_kind *kind; /* of an unknown kind: the schema's `other`, or NULL */
    struct str name;                /* of the kind, as it stands */
    struct str label;
    unsigned regel;
    struct value *values; /* in the order of the file, without the first line */
    size_t n;
    struct value **slot; /* first value by slot, NULL when absent; NULL without a kind */
};

/* ---- types that every owner may use ---- */
extern const struct schema_type type_text, type_closed, type_moment_or_day, type_day, type_moment,
    type_period, type_label, type_number, type_numbers;

/* Binds `r` (at least one field) and writes what is wrong with its form into `list`: MC004, MC006,
 * MC007, MC008, MC010 and what a type gives, with `entry` as its ordinal. A kind that is not in the
 * table gives MC004. */
struct entry schema_bind(const struct schema *s, const struct rec_record *r, struct arena *a,
                         int ordinal, struct diags *list);

const struct schema_kind *schema_kind(const struct schema *s, struct str name);

/* The slot of a field by its name; FIELD_OWN_NAME for X_..., FIELD_UNKNOWN when the kind has none.
 */
short schema_slot(const struct schema *s, const struct schema_kind *k, struct str name);

/* No kind of a table has more fields, the common ones included. */
enum { SCHEMA_FIELDS_MAX = 64 };

/* The slots of a kind's fields in normal order into `slots` (room for field_count): how many there
 * are. Of these the last *closing stand after what is not in the table. */
short schema_order(const struct schema *s, const struct schema_kind *k, short *slots,
                   short *closing);

/* Is the field mandatory in this entry. */
bool schema_mandatory(const struct entry *e, short slot);

/* The nearest kind, or field of a kind, for a name that is not there. */
struct naam schema_nearest_kind(const struct schema *s, struct str name);
struct naam schema_nearest_field(const struct schema *s, const struct schema_kind *k,
                                 struct str name);
struct naam schema_nearest_value(const struct schema_field *f, struct str text);

/* [A-Za-z0-9][A-Za-z0-9_-]{0,31} (design 2, "Labels and ids"). */
bool schema_label_valid(struct str s);

/* Is the field given in the entry: present and not empty (`onbekend` counts as given). */
static inline bool entry_has(const struct entry *e, short slot)
{
    for (const struct value *v = e->slot ? e->slot[slot] : NULL; v; v = v->next)
        if (v->state != VALUE_EMPTY)
            return true;
    return false;
}

/* The text of the first value of a field; empty when it is absent. */
static inline struct str entry_text(const struct entry *e, short slot)
{
    return e->slot && e->slot[slot] ? e->slot[slot]->text : (struct str){0};
}

/* The number of the first value when it is good, else 0: place in the closed list, or a figure. */
static inline int64_t entry_number(const struct entry *e, short slot)
{
    const struct value *v = e->slot ? e->slot[slot] : NULL;
    return v && v->state == VALUE_GOOD ? v->number : 0;
}

/* The day of the first value when it is a good date, else DAY_NONE. */
static inline day_no entry_day(const struct entry *e, short slot)
{
    const struct value *v = e->slot ? e->slot[slot] : NULL;
    return v && v->state == VALUE_GOOD ? v->day : DAY_NONE;
}

#endif
