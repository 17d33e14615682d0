/* MC401 and on: step 4, the weighing. */
#include "check/besluit.h"
#include "check/regels.h"

static bool not_weighed(const struct check *c, const struct aantekening *b, int persoon)
{
    if (laatste_over(c->voortgang, S_Weging, persoon, b->dag))
        return false;
    struct vondst v = VONDST(b);
    v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    check_vind(c, v);
    return true;
}

void mc401(const struct check *c)
{
    besluit_per_persoon(c, not_weighed);
}

static bool weighing_has_a_gap(const struct check *c, const struct aantekening *b, int persoon)
{
    const struct weging *w = besluit_weging(c->voortgang, b, persoon);
    if (!w || !w->kader || weging_volledig(w) || w->pad.open == 0 ||
        w->antwoord[w->pad.open] != ANTWOORD_GEEN || w->ongeldig[w->pad.open])
        return false;
    struct vondst v = VONDST(w->a);
    v.ook = b;
    v.number = w->pad.open;
    v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    check_vind(c, v);
    return true;
}

void mc402(const struct check *c)
{
    besluit_per_persoon(c, weighing_has_a_gap);
}
