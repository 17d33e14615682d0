/* Puts what stands in a case into the words that a Dutch reader expects: days and times, names of
 * fields, persons, values.
 *
 * An export is in Dutch whatever the language of the messages, for its words are those of the field
 * and carry legal weight: none of these texts passes _(). Spaces that hold together are
 * OPMAAK_VAST. */
#ifndef EXPORT_LEESBAAR_H
#define EXPORT_LEESBAAR_H

#include "zaak/zaak.h"

/* 20 november 2026 */
void leesbaar_dag(struct buf *b, day_no day);

/* A day, a moment or a period in long form: `20 november 2026, 15.10 uur`, `november 2026`. The
 * seconds go, and so does the zone when it is the Dutch one; another is named. What is no date
 * stands as it is. */
void leesbaar_datum(struct buf *b, struct str s);

/* Only the time of a moment: `15.10 uur`; nothing of anything else. */
void leesbaar_uur(struct buf *b, struct str moment);

/* The name of a field: `Bijstelling van`, `Onveilig nu`, `Vraag 1`. */
void leesbaar_veldnaam(struct buf *b, struct str name);

/* The same of a field that is not in the table: only `_` becomes a space. */
void leesbaar_vreemd(struct buf *b, struct str name);

/* Text whose words stay together, such as somebody's name. */
void leesbaar_vast(struct buf *b, struct str s);

/* A person by label, with the name where it is known: `kind1 (Sam de Wit)`. */
void leesbaar_persoon(struct buf *b, const struct zaak *z, struct str label);

/* One value of an entry; of no entry (NULL): as plain text. Empty and unknown say so. */
void leesbaar_waarde(struct buf *b, const struct zaak *z, const struct aantekening *a,
                     const struct value *v);

/* Is it text to be read as such, and not a word, a name or a number. */
bool leesbaar_proza(const struct aantekening *a, const struct value *v);

#endif
