/* What stands behind a rule, for --explain and mc-rules(7): why it matters, what the norm says, an
 * example that raises it, the same put right, and how to mend it. A row a code, in uitleg.def;
 * level, term and source stand in the table of rules.
 *
 * The tests put each example into a case, hold it against mc-check and type the commands, so that
 * what is told here is so. */
#ifndef CHECK_UITLEG_H
#define CHECK_UITLEG_H

#include "check/regels.h"

/* What stands in the case above an example, each a piece of one small case, in this order. */
enum uitleg_boven {
    KOP = 1 << 0,
    KOP_AANDACHT = 1 << 1, /* the same with an Aandachtsfunctionaris */
    PERSONEN = 1 << 2,
    SIGNAAL = 1 << 3,
    OVERLEG = 1 << 4,
    GESPREK = 1 << 5,
    WEGING = 1 << 6,          /* outcome hulp */
    WEGING_ONVEILIG = 1 << 7, /* outcome melden, structureel */
    BESLUIT_MELDEN = 1 << 8,
    VERWACHTINGEN = 1 << 9, /* of Veilig Thuis and back, as a Melding asks */
    MELDING = 1 << 10,
    UITLEG_STUKKEN = 11,

    GEEN_TEKST = 1 << 11, /* an example that a text cannot show: the test makes a file for it */
};

/* Examples are lines of a case file, never translated; a `>` before a line marks where the finding
 * stands and is no part of it. They are judged on `dag`. */
struct uitleg {
    enum code code;
    unsigned boven;      /* of enum uitleg_boven; 0: the example is a file as a whole */
    const char *dag;     /* told, because it matters; NULL: UITLEG_DAG, which does not */
    const char *waarom;  /* N_() */
    const char *norm;    /* N_(): what the norm says; NULL: the source of the rule says it all */
    const char *herstel; /* N_() */
    const char *doe;     /* commands, a line each; NULL: there is none */
    const char *fout, *goed;
};

#define UITLEG_DAG "2026-11-24"

extern const struct uitleg uitlegs[];
extern const int uitleg_count;

/* The row of a code; NULL for one without. */
const struct uitleg *uitleg_zoek(enum code code);

/* Piece number i of what stands above an example, with its last blank line. */
const char *uitleg_stuk(int i);

/* All that is known of a rule, in the reader's language, in lines of at most 72 columns. */
void uitleg_schrijf(struct buf *out, const struct regel *r);

#endif
