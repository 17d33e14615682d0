/* What the rules about a Besluit share. */
#ifndef CHECK_BESLUIT_H
#define CHECK_BESLUIT_H

#include "check/check.h"

/* Does the Besluit answer an acute Weging about one of its persons. */
bool besluit_acuut(const struct voortgang *v, const struct aantekening *besluit);

/* Calls `look` for every Besluit and every person for whom it is the last. */
void besluit_per_persoon(const struct check *c,
                         void (*look)(const struct check *c, const struct aantekening *besluit,
                                      int persoon));

/* Is there an entry of the kind, of which `good` holds (NULL: always), on or before that day. */
bool er_is(const struct zaak *z, enum soort soort, day_no tot,
           bool (*good)(const struct aantekening *));

/* Was somebody of one line of `Verplicht` consulted on or before that day. */
bool is_geraadpleegd(const struct zaak *z, const struct kader_verplicht *line, day_no tot);

/* The rules of order (MC201 to 203, 205, 301) ask of every Besluit that stands for something on or
 * before it. In an acute case the report comes first: what is asked for may come within the rule's
 * term after the Besluit. */
struct besluit_eis {
    const struct aantekening *besluit;
    bool acuut;
    day_no tot; /* the last day on which it is in time */
};

/* What is asked of Besluit number `i`; false when it does not stand or has no day. */
bool besluit_eis(const struct check *c, int i, struct besluit_eis *eis);

/* What was asked for is not there: F, and in an acute case W until its term is over. */
void besluit_mist(const struct check *c, const struct besluit_eis *eis);

/* Every Besluit that stands needs an entry of the kind that is good. */
void besluit_eist(const struct check *c, enum soort soort,
                  bool (*good)(const struct aantekening *));

#endif
