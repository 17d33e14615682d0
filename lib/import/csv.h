/* Makes cases of the rows of a sheet (design 4, "mc-new").
 *
 * The first row with something in it is the header: see import/kop.h. Adjacent rows with the same
 * `Zaak.Zaak` are one case; each row gives it an entry for every kind and label that the row has a
 * cell of. An empty cell is absent. The label of columns `Soort.Veld` stands in the column
 * `Soort.Soort`; without that column each row gives a new entry, numbered on from the highest label
 * of only digits. A label that returns in a later row of the case has equal or empty cells there,
 * and no others. Values of a field that may be repeated are divided by `;`. Words of closed lists
 * are taken in any case; around a value that is not free text white space does not count. A row
 * without an id refuses the case above it, for nobody can say whose it is.
 *
 * A case is taken, in normal form, when it has nothing of MC001, 002, 006 to 008, 010 to 012 and
 * 017; else it is refused, with all its reasons, IMPORT_CSV_REFUSALS at most. `rij` is the row.
 * Memory is that of a case. */
#ifndef IMPORT_CSV_H
#define IMPORT_CSV_H

#include "import/csv_zaak.h"

/* A reader of one input. All but `error` and `kop` is private. */
struct import_csv {
    int error;
    struct import_kop kop;
    struct import_rijen rijen;
    struct arena *arena;
    const struct import_entry *vast;
    enum rijen_result rij; /* what the last reading gave: RIJEN_ROW is a row that waits */
};

/* A reader of `source`, kept in `a`. `vast` holds fields of Zaak that a case gets where its own
 * rows do not give them; an empty one gives nothing. It outlives the reader. */
struct import_csv import_csv_make(struct rec_source source, const struct import_entry *vast,
                                  struct arena *a);
void import_csv_free(struct import_csv *c);

/* Reads the header, once, before any case. IMPORT_TAKEN: it is there, and good unless `kop.fouten`
 * tells otherwise. IMPORT_END: there is none. IMPORT_BROKEN: it is no CSV or no UTF-8, `z` says
 * why. IMPORT_FAILED. After another result than IMPORT_TAKEN there is no case. */
enum import_result import_csv_header(struct import_csv *c, struct arena *a, struct import_zaak *z);

/* Reads the next case into `z`, whose lists and texts are in `a`. IMPORT_BROKEN: a cell holds bytes
 * that are no text, and the next case is tried; or nothing more can be read, and the case that was
 * being read is refused, for more of its rows may follow. */
enum import_result import_csv_next(struct import_csv *c, struct arena *a, struct import_zaak *z);

#endif
