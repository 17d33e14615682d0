/* What the framework of a case asks now, of whom and by when (mc-step --next).
 *
 * It is the framework of today, which weighs what comes next (design 3). A question is asked of
 * those for whom the case is not closed:
 *
 *   - the first one, of whom nobody weighed, or whose weighing is undecided by another framework or
 *     version, whose questions are not these;
 *   - the one at which the path of their last weighing stops;
 *   - of the result question only while help runs: the Besluit about them brings help.
 *
 * These are no open items: those come from rules alone (check/volgende.h). */
#ifndef CHECK_VRAAGT_H
#define CHECK_VRAAGT_H

#include "check/volgende.h"

/* A question that is asked of some, all of them by the same day. */
struct vraagt_vraag {
    const struct kader_vraag *vraag;
    bool samen;       /* it is weighed together with Veilig Thuis */
    day_no uiterlijk; /* of the result question the first day that a Besluit or Evaluatie planned
                         and that nothing followed yet; of the others that of the open item about
                         it; DAY_NONE: no day is set */
    int *voor;        /* their places in voortgang->personen */
    int voor_n;
};

/* Of one person. */
struct vraagt_persoon {
    int vraag; /* number of the question asked now; 0: none */
    bool samen;
    day_no uiterlijk;
};

struct vraagt {
    const struct check *check;
    struct str naam;                  /* that the header gives today; empty: none that is valid */
    const struct kader_versie *kader; /* in force today; NULL: it asks nothing, for ... */
    const char *toestand;             /* ... "ontbreekt", "onleesbaar", "niet bewezen", "niet in
                                         kracht": a word of the field; else NULL */
    struct vraagt_persoon *per;       /* as voortgang->personen */
    struct vraagt_vraag *at;          /* the earliest first, without a day last; then by number */
    size_t n, cap;
};

/* For a readable case; `c` as for volgende_van, which gave `list`. Everything lives in `a`. */
struct vraagt vraagt_van(const struct check *c, const struct volgende *list, struct arena *a);

/* What the framework asks with an open item, in words of the field: a question (`vraag 3 Hulp`), or
 * whom to consult (`collega | aandachtsfunctionaris`), several with `; ` between. Nothing is
 * written where it asks nothing. No text of the case, no TAB and no line break is in it. */
void vraagt_bij(struct buf *out, const struct vraagt *v, const struct open_punt *punt);

#endif
