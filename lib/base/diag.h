/* The one way to say that something is wrong.
 *
 * A diag takes a code, a place, names that only tables make, a number and a day: never text from a
 * case, so that nothing personal can leak by mistake. Its words stand in the table of rules;
 * check/report puts them on paper. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/codes.h"
#include "base/date.h"

/* A name that stands in one of our own tables: a kind, a field, a value of a closed list. */
struct naam {
    const char *tekst; /* NULL: no name */
};

#define NAAM(literal) ((struct naam){"" literal})

enum { ENTRY_NONE = -1 };

struct diag {
    enum code code;
    enum niveau niveau; /* NIVEAU_GEEN: the first level of its rule */
    int form;           /* which of the rule's texts, from 0 */
    unsigned regel;     /* line in the input, from 1; 0: the input as a whole */
    int entry;          /* which record of its case, from 0 (the Zaak record); ENTRY_NONE */
    int other;          /* a second record that the text speaks of; ENTRY_NONE */
    struct naam soort;  /* the kind, where one is known */
    struct naam veld;   /* the field, where it is about one */
    struct naam hint;   /* the nearest right name for a mistyped one */
    long number;
    day_no termijn;     /* last good day; DAY_NONE: it has no term */
    struct str bestand; /* another file that the text speaks of */
    unsigned bestand_regel;
};

struct diags {
    struct arena *arena;
    struct diag *at;
    size_t n, cap;
};

/* A diag with nothing but a code and a line. */
static inline struct diag diag_make(enum code code, unsigned regel)
{
    return (struct diag){.code = code,
                         .regel = regel,
                         .entry = ENTRY_NONE,
                         .other = ENTRY_NONE,
                         .termijn = DAY_NONE};
}

/* Keeps a copy of `d`. */
void diag_add(struct diags *list, struct diag d);

/* A code as it is written everywhere: MC001, and a NUL. */
struct code_text {
    char p[sizeof "MC001"];
};

struct code_text code_text(enum code code);

#endif
