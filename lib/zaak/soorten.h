/* The kinds and fields of a case file, as numbers for the code and as a table for everything that
 * is made from it. Both come from soorten.def.
 *
 * A field of an entry is its slot: `entry_text(e, Signaal_Feit)`. The words of a closed list are
 * numbers from 1: `entry_number(e, Besluit_Melden) == ja_nee_ja`; 0 is absent, unknown or invalid.
 */
#ifndef ZAAK_SOORTEN_H
#define ZAAK_SOORTEN_H

#include "base/text.h"
#include "kader/kader.h"
#include "rec/schema.h"

/* clang-format off */
#define LIJST(list) enum lijst_##list { list##_geen,
#define WOORD(list, identifier, text) list##_##identifier,
#define LIJST_EINDE(list) };
/* clang-format on */
#include "zaak/soorten.def"

/* Slots that every kind has (Zaak only the first two). */
enum {
    Veld_Vastgelegd,
    Veld_Door,
    Veld_Toelichting,
    Veld_Afschermen,
    Veld_Ingetrokken,
    Veld_Vernietigd,
    VELD_COMMON,
    Veld_Datum = VELD_COMMON, /* of every kind but Zaak and Persoon */
};

/* clang-format off */
#define SOORT(kind, step, meaning) enum velden_##kind { kind##_before = VELD_COMMON - 1,
#define VELD(kind, field, type, flags, list, refers, meaning) kind##_##field,
#define VELD_TENZIJ(kind, field, type, list, meaning, other, value) kind##_##field,
#define SOORT_EINDE(kind) kind##_slots };
/* clang-format on */
#include "zaak/soorten.def"

enum soort {
#define SOORT(kind, step, meaning) S_##kind,
#define VELD(kind, field, type, flags, list, refers, meaning)
#define VELD_TENZIJ(kind, field, type, list, meaning, other, value)
#define SOORT_EINDE(kind)
#include "zaak/soorten.def"
    SOORTEN,
    S_ONBEKEND = -1,
};

extern const struct schema soorten;

/* The kind of an entry; S_ONBEKEND when it is not in the table. */
enum soort soort_of(const struct entry *e);

/* An id: 1 to 64 of [A-Za-z0-9._-], not starting with `.` or `-` (design 2, "Labels and ids"). */
bool zaak_id_valid(struct str s);

extern const struct schema_type type_id, type_kader, type_bsn, type_wat, type_code;

#endif
