/* MC201 and on: step 2, consultation. */
#include "check/besluit.h"
#include "check/regels.h"

void mc201(const struct check *c)
{
    besluit_eist(c, S_Overleg, NULL);
}
