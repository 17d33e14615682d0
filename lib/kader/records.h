/* The kinds and fields of a framework file, as numbers for the code and as a table for everything
 * that is made from it. Both come from records.def.
 *
 * A field of a record is its slot: `entry_text(e, Vraag_Kort)`. The number of a closed value is
 * that of its enum in kader.h, but for `Uitkomst`: see record_uitkomst. All labels are LABEL_FREE:
 * kader.c reads them. */
#ifndef KADER_RECORDS_H
#define KADER_RECORDS_H

#include "kader/kader.h"
#include "rec/schema.h"

/* clang-format off */
#define SOORT(kind, meaning) enum velden_##kind {
#define VELD(kind, field, type, flags, list, meaning) kind##_##field,
#define SOORT_EINDE(kind) kind##_slots };
/* clang-format on */
#include "kader/records.def"

enum record_soort {
#define SOORT(kind, meaning) R_##kind,
#define VELD(kind, field, type, flags, list, meaning)
#define SOORT_EINDE(kind)
#include "kader/records.def"
    RECORD_SOORTEN,
    R_ONBEKEND = -1,
};

extern const struct schema kader_records;

/* The kind of a record; R_ONBEKEND when it is not in the table. */
enum record_soort record_soort(const struct entry *e);

/* The `Uitkomst` of an Antwoord. */
enum uitkomst record_uitkomst(const struct entry *e);

/* `ja`, `nee`, `twijfel` or `onbekend`; ANTWOORD_GEEN for anything else. */
enum antwoord record_antwoord(struct str s);

/* The number of a question, 1 to 9, or of a Meldnorm, 1 to NORMEN_MAX; 0 for anything else. */
int record_vraag(struct str s);
int record_norm(struct str s);

#endif
