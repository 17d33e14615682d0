/* The effective header: the Zaak record with the Wijzigingen in force on a day (design 2). */
#ifndef ZAAK_HOOFD_H
#define ZAAK_HOOFD_H

#include "zaak/zaak.h"

/* The first value of a field of Zaak (a Zaak_... slot) as it is on `day`, its later values behind
 * it in `next`; NULL when it is absent. DAY_NONE: after all Wijzigingen. */
const struct value *hoofd_veld(const struct zaak *z, short zaak_slot, day_no day);

/* Its text; empty when absent. */
struct str hoofd_tekst(const struct zaak *z, short zaak_slot, day_no day);

#endif
