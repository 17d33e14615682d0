/* The explanation of a weighing as text, shared by the files that write it (tekst_afweging*.c). */
#ifndef EXPORT_TEKST_AFWEGING_H
#define EXPORT_TEKST_AFWEGING_H

#include "check/report.h"
#include "export/afweging.h"
#include "export/tekst.h"
#include "export/uitkomst.h"

/* ---- tekst_afweging.c ---- */

/* A person by label, with the role where the label does not say it; never by name. */
void uitleg_persoon(struct buf *b, const struct zaak *z, struct str label);

/* All values of a field that may leave, commas between; false: there is none. */
bool uitleg_waarden(struct buf *b, const struct zaak *z, const struct aantekening *a, short slot);

/* The day of an entry, with its time where that is known. */
void uitleg_dag(struct buf *b, const struct aantekening *a);

/* `regel 12` */
void uitleg_regel(struct buf *b, unsigned regel);

/* `vastgelegd 11.30 uur door ...` */
void uitleg_vastgelegd(struct buf *b, const struct aantekening *a);

/* `; betrokkenen ingelicht: deels, niet: ouder2, reden: onbereikbaar` */
void uitleg_ingelicht(struct buf *b, const struct tekst *t, const struct aantekening *melding);

/* Weging number `which` of a group, with the Besluiten that answer it. */
void uitleg_weging(struct tekst *t, const struct afweging_groep *g, int which);

/* ---- tekst_afweging_pad.c ---- */

/* The questions along the path, each with its answer, reason and row; then those beside it. An
 * answer that the group was told in an earlier Weging is not told in full once more. */
void uitleg_vragen(struct tekst *t, const struct afweging_groep *g, int which);

/* The norms of the outcome. */
void uitleg_normen(struct tekst *t, const struct weging *w);

/* Why not otherwise. */
void uitleg_anders(struct tekst *t, const struct weging *w);

/* ---- tekst_afweging_tijd.c ---- */

void uitleg_ingetrokken(struct tekst *t);
void uitleg_tijdlijn(struct tekst *t);
void uitleg_bevindingen(struct tekst *t);

#endif
