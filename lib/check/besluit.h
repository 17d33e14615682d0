/* What the rules about a Besluit share. */
#ifndef CHECK_BESLUIT_H
#define CHECK_BESLUIT_H

#include "check/check.h"

/* Does the Besluit answer an acute Weging about one of its persons. */
bool besluit_acuut(const struct voortgang *v, const struct aantekening *besluit);

/* Calls `look` for every person for whom a Besluit is the last, until it says that it found
 * something: one finding an entry. */
void besluit_per_persoon(const struct check *c,
                         bool (*look)(const struct check *c, const struct aantekening *besluit,
                                      int persoon));

/* Is there an entry of the kind, of which `good` holds, on or before that day. */
bool er_is(const struct zaak *z, enum soort soort, day_no tot,
           bool (*good)(const struct aantekening *));

/* The rules of order (MC201, 203, 205, 301): every Besluit that stands needs an entry of the kind
 * that is good, dated on or before it. In an acute case the report comes first: W for the rule's
 * term after the Besluit, then F, and an entry within that term satisfies. */
void besluit_eist(const struct check *c, enum soort soort,
                  bool (*good)(const struct aantekening *));

#endif
