/* Finds what belongs to a kind and a label, however many there are. */
#ifndef IMPORT_LABELS_H
#define IMPORT_LABELS_H

#include "base/arena.h"

struct import_labels {
    struct arena *arena; /* keeps copies of labels */
    void *tree;          /* private */
};

/* What was put there for that kind, a number, and label; a place that holds NULL when nothing was.
 */
void **import_labels_at(struct import_labels *l, long kind, struct str label);

void import_labels_free(struct import_labels *l);

#endif
