/* What came out of the weighing: of a person, and of the case as a whole, as exports say it. */
#ifndef EXPORT_UITKOMST_H
#define EXPORT_UITKOMST_H

#include "zaak/voortgang.h"

struct uitgekomen {
    enum uitkomst
        uitkomst;    /* UITKOMST_GEEN: not weighed, or by a framework that is not to be had */
    unsigned normen; /* a set of bits, as in struct pad; 0 without an outcome */
};

struct uitgekomen uitkomst_persoon(const struct persoon_voortgang *p);

/* The gravest over persons, with the norms of all who have it. */
struct uitgekomen uitkomst_zaak(const struct voortgang *v);

/* Writes the norms, `between` between two. */
void uitkomst_normen(struct buf *b, unsigned normen, const char *between);

#endif
