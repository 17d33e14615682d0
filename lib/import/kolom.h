/* What a column of a sheet holds, by its header: `Soort.Veld`, or `Soort/label.Veld` for a field of
 * the entry with that label (design 4, "mc-new"). */
#ifndef IMPORT_KOLOM_H
#define IMPORT_KOLOM_H

#include "zaak/soorten.h"

struct import_kolom {
    const struct schema_kind *kind; /* NULL: the column has no header */
    struct str label;               /* p NULL: of no one entry */
    struct str veld;                /* as in the table; of the organisation's own as it stands */
    short slot;                     /* of the field, FIELD_OWN_NAME, or FIELD_KIND for the label */
};

/* Which column is meant by that header; false when it is none. Names of kinds and fields are taken
 * in any case, labels as they stand. Of everything that reads a sheet only this knows how a header
 * is written. Slices of `kop` stand in `k`. */
bool import_kolom_read(struct str kop, struct import_kolom *k);

/* The nearest `Soort.Veld` for a header that is none, in `a`; no name when nothing is near. */
struct naam import_kolom_nearest(struct str kop, struct arena *a);

/* In the order of kind, label (those without first) and field: 0 for two columns that hold the
 * same. */
int import_kolom_cmp(const struct import_kolom *x, const struct import_kolom *y);

/* The same, of kind and label alone: 0 for columns of one entry. */
int import_kolom_cmp_entry(const struct import_kolom *x, const struct import_kolom *y);

#endif
