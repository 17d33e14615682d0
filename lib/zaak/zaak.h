/* A case: its records bound to the table of kinds, and which of them count (design 2, "What
 * counts").
 *
 * Everything of a case lives in the arena it was read into; texts are slices of what was read. */
#ifndef ZAAK_ZAAK_H
#define ZAAK_ZAAK_H

#include "zaak/soorten.h"

/* A record of a case. */
struct aantekening {
    struct entry e;
    enum soort soort; /* S_ONBEKEND for a kind that is not in the table */
    int volgnr;       /* its place among the records, from 0: the Zaak record */
    int eerste;       /* volgnr of the first record with its kind and label: the place it keeps */
    int plaats;       /* of one that counts: its index in zaak.geldig of its kind */
    int nummer;       /* which label of its kind it is, from 1 */
    day_no dag; /* of Datum (Zaak: Geopend); DAY_NONE without a valid one: no order, term or last */
    bool vervangen;   /* a later record has its kind and label */
    bool ingetrokken; /* withdrawn by itself */
    bool vernietigd;  /* destroyed on request */
    bool telt;        /* it counts: none of these three */
};

struct zaak {
    struct str id;
    unsigned regel;         /* line of its Zaak record */
    bool leesbaar;          /* false: only what the reader and Formaat found may be said of it */
    bool compleet;          /* its last record has its commit mark */
    struct str bytes;       /* as they stand in the input */
    struct aantekening *at; /* in the order of the file; at[0] is the Zaak record */
    int n;
    const struct aantekening *
        *geldig[SOORTEN]; /* those that count, by kind, in the order of `eerste` */
    int aantal[SOORTEN];
    struct aantekening **op_label; /* private: sorted by kind and label, the last of each last */
};

/* Binds a unit of a reader of "Zaak:" units. The reader's findings from `from` in `list` on are
 * part of the case; those of the format are added (MC004, 006 to 011), for entries that count
 * alone. `as_of` leaves out what was not recorded by the end of that day; DAY_NONE: everything.
 * With `as_of` before the day it was opened the case is not there: false. Of an unreadable case
 * only its id is to be had. */
bool zaak_read(const struct rec_unit *u, struct arena *a, day_no as_of, struct zaak *z,
               struct diags *list, size_t from);

/* The entry with this kind and label as it now stands: the last record of it, also when it was
 * withdrawn or destroyed. NULL: there is none. */
const struct aantekening *zaak_zoek(const struct zaak *z, enum soort soort, struct str label);

/* The entry that a field of type label names; NULL when it is absent, or its entry does not count.
 */
const struct aantekening *zaak_verwijst(const struct zaak *z, const struct aantekening *van,
                                        short slot, enum soort naar);

/* Is `a` before `b` in the order of days, and within a day of place (design 2, "Dates and order");
 * an entry without a day is never before another. */
bool aantekening_eerder(const struct aantekening *a, const struct aantekening *b);

/* The default label of a new entry: 1 + the highest label of only digits that the kind ever had.
 * Lives in `a`; longer than a label may be (32) where there is no higher number. */
struct str zaak_volgend_label(const struct zaak *z, enum soort soort, struct arena *a);

/* May the label be shown in a diagnostic: a number, or a role with a number (design 4). */
bool label_toonbaar(struct str label);

/* Is the finding one of those that make a case unreadable, or of its reading: all that is said of
 * an unreadable one. */
bool code_van_lezen(const struct diag *d);

/* `ja` for Afschermen and Melding.Anoniem: every value but `nee` and empty, so that a spelling
 * error does not unshield; with several, one is enough. */
bool werkt_als_ja(const struct entry *e, short slot);

#endif
