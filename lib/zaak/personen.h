/* About whom: the persons of a case as its weighings, decisions and reports see them (design 2,
 * "Weighing").
 *
 * Everyone is each person whom a Signaal `Betreft`; an absent `Betreft` means everyone. Without
 * such a person the case counts as one, and every entry is about it. */
#ifndef ZAAK_PERSONEN_H
#define ZAAK_PERSONEN_H

#include "zaak/zaak.h"

struct persoon {
    struct str label;            /* empty when the case counts as one */
    bool iedereen;               /* one of everyone */
    const struct aantekening *a; /* the Persoon that counts, NULL when there is none */
};

struct personen {
    struct persoon *at; /* everyone, and whoever else a Betreft names; by label, bytewise */
    int n;              /* at least 1 */
    bool zaak_als_een;
};

struct personen personen_of(const struct zaak *z, struct arena *a);

/* The slot of `Betreft` in a kind; -1 when it has none. */
short betreft_slot(enum soort soort);

/* Is the entry about that person. Of an entry without `Betreft` in its kind: about everyone. */
bool betreft(const struct personen *p, const struct aantekening *a, int persoon);

/* Is the entry about one of those whom `b` is about. */
bool betreft_samen(const struct personen *p, const struct aantekening *a,
                   const struct aantekening *b);

#endif
