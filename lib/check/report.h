/* The one function that puts a finding or a refusal on paper, in all programs:
 *     bestand:regel: niveau: tekst [CODE]
 * and never a word of a case: no value, no name of an unknown kind or field, no label but a number
 * or a role with a number. */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "check/check.h"

/* Writes `d` as one line. `bestand` is shown with unprintable bytes as \xHH. `z` is the case that
 * d->entry and d->other mean; it may be NULL. */
void report_diag(struct buf *out, const char *bestand, const struct diag *d, const struct zaak *z);

/* The same for a place that is no line of a file: `plaats` ("-F:2") stands for file and line. */
void report_at(struct buf *out, const char *plaats, const struct diag *d, const struct zaak *z);

/* A name of a file, bytes under 0x20, 0x7F and ill-formed UTF-8 as \xHH. */
void report_path(struct buf *out, const char *path);

/* The label as a diagnostic may show it: itself, or its place among its kind: #3. */
void report_label(struct buf *out, const struct aantekening *a);

#endif
