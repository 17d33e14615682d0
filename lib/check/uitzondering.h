/* Exceptions: an Uitzondering in force turns the findings of exactly its code off, of the entry it
 * names or of the case itself (design 5). They are kept apart, and what is wrong with the
 * exceptions is found: MC901 to 903. */
#ifndef CHECK_UITZONDERING_H
#define CHECK_UITZONDERING_H

#include "check/check.h"

/* Moves what is excepted of the findings from `from` on in c->list to c->uitgezonderd, and adds
 * MC901 to 903. */
void uitzondering_toepassen(struct check *c, size_t from);

/* Does an Uitzondering in force except findings of that code at that entry (its volgnr). */
bool uitzondering_voor(const struct check *c, enum code code, int entry);

#endif
