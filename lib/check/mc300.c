/* MC301 and on: step 3, the talk. */
#include "check/besluit.h"
#include "check/regels.h"

/* Held, or left out for a reason that is given. */
static bool talked_or_said_why(const struct aantekening *gesprek)
{
    return entry_number(&gesprek->e, Gesprek_Gevoerd) == ja_nee_ja ||
           entry_has(&gesprek->e, Gesprek_Reden);
}

void mc301(const struct check *c)
{
    besluit_eist(c, S_Gesprek, talked_or_said_why);
}
