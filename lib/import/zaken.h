/* Takes cases out of a stream of them, as `cat` of their files gives it (design 4, "mc-new").
 *
 * The bytes of a case are those from its line `Zaak:` to the next one, or to the end: comments and
 * whatever else stands in it come along unchanged. A byte order mark and comments before the first
 * case belong to none. */
#ifndef IMPORT_ZAKEN_H
#define IMPORT_ZAKEN_H

#include "import/import.h"

/* A reader of one input. All but `error` is private. */
struct import_zaken {
    int error;
    struct rec_reader reader;
    bool stray_told;
};

struct import_zaken import_zaken_make(struct rec_source source, void (*oom)(void));
void import_zaken_free(struct import_zaken *r);

/* Reads the next case into `z`, whose lists are in `a`; its bytes are good until the next call.
 * `rij` is the line of the case.
 *
 * Every readable case is taken, findings and all. What is unreadable is IMPORT_BROKEN, an id that
 * breaks its grammar IMPORT_REFUSED. Text before the first case is told once, as MC003 in
 * `opgemerkt`. A case whose last entry lacks its commit mark is taken with MC005 there: nothing can
 * be added to it before somebody has looked at it. */
enum import_result import_zaken_next(struct import_zaken *r, struct arena *a,
                                     struct import_zaak *z);

#endif
