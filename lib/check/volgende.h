/* What is to be done next in a case: its open items (design 5, "Open items").
 *
 * They come from the same rules as the findings. A rule whose mend is a new entry (`herstel` in its
 * row) gives an item as soon as it is known, not only when its term is over; what an Uitzondering
 * excepts is left out. For those about whom no Besluit stands, what a Besluit of today would lack
 * is an item too: a second child is not lost behind the decision about the first. A closed case has
 * none. */
#ifndef CHECK_VOLGENDE_H
#define CHECK_VOLGENDE_H

#include "check/check.h"

struct open_punt {
    enum code code;
    enum soort soort;              /* the kind of entry that is asked for */
    const struct aantekening *bij; /* the entry that asks for it; NULL: a Besluit that is to come */
    day_no uiterlijk;              /* the last good day; DAY_NONE: it has none */
    bool nu;                       /* no day, and wrong already */
    struct str *voor;              /* labels of those it is for; none where it is the whole case */
    int voor_n;
};

struct volgende {
    struct arena *arena;
    struct open_punt *at; /* the most pressing first: by day, what has none and is wrong already as
                             if due today, what has none and is yet to come last; then by code and
                             place in the file */
    size_t n, cap;
};

/* The open items of a readable case. Of `c` the case, its voortgang, kaders, calendar, file and
 * today must be set. Everything lives in `a`. */
struct volgende volgende_van(const struct check *c, struct arena *a);

/* Called by check_vind when a check collects open items. */
void volgende_vind(const struct check *c, const struct vondst *v);

#endif
