/* The nearest right name for a mistyped one. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/diag.h"

/* Looks for the one name that `typed` was most likely meant to be: call nearest_try with each right
 * name, then ask nearest_found. Case does not count; one missing, extra, wrong or swapped letter
 * costs one; of a word under six letters one, else a third of the letters and at most three may be
 * wrong. */
struct nearest {
    struct str typed;
    struct naam best;
    int distance;
};

struct nearest nearest_make(struct str typed);
void nearest_try(struct nearest *n, struct naam name);

/* No name (tekst NULL) when nothing is near enough. */
struct naam nearest_found(const struct nearest *n);

#endif
