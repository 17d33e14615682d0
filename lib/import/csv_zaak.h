/* One case, as rows of a sheet give it: what stands behind import/csv.h. */
#ifndef IMPORT_CSV_ZAAK_H
#define IMPORT_CSV_ZAAK_H

#include "import/entry.h"
#include "import/import.h"
#include "import/kop.h"
#include "import/labels.h"
#include "import/rijen.h"

enum { IMPORT_CSV_REFUSALS = 100 };

/* A cell that was kept. */
struct csv_cel {
    int kolom;
    struct str tekst; /* empty: it was refused */
};

/* An entry. */
struct csv_gegeven {
    const struct import_groep *groep; /* that made it */
    struct str label;
    unsigned rij; /* that made it: all its cells come from there */
    struct {
        struct csv_cel *at;
        size_t n, cap;
    } cellen;
    size_t volgende;        /* the cell that is most likely looked for next */
    struct csv_gegeven *na; /* the next entry of the case */
};

struct csv_zaak {
    const struct import_kop *kop;
    const struct import_rijen *rijen; /* the present row */
    struct arena *a;
    struct import_zaak *z;
    struct csv_gegeven kopgegeven; /* its header, the first of its entries */
    struct csv_gegeven *laatste;   /* the last */
    struct import_labels labels;   /* where each entry is */
    long *hoogste; /* by kind: the highest number that a header or a row was given */
    size_t bytes;  /* that it holds so far, at least */
    bool too_long;
    bool no_text; /* a cell holds bytes that are not UTF-8, or NUL */
};

/* Begins a case with the present row, which is not taken yet. Refusals go into `z`, everything that
 * is made into `a`. Freed by csv_zaak_end. */
struct csv_zaak csv_zaak_begin(const struct import_kop *kop, const struct import_rijen *rijen,
                               struct arena *a, struct import_zaak *z);

/* Is the present row one more of the case. */
bool csv_zaak_belongs(const struct csv_zaak *m);

/* Takes the present row. */
void csv_zaak_take(struct csv_zaak *m);

/* Writes the case into `z`, with what `vast` gives where its rows do not. */
void csv_zaak_end(struct csv_zaak *m, const struct import_entry *vast);

#endif
