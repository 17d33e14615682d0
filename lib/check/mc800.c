/* MC801 and on: when things were recorded. */
#include "check/regels.h"

enum { GRACE = 5 * 60 }; /* seconds: clocks of two machines differ a little */

static void look_at_moment(const struct check *c, const struct aantekening *a, int64_t before,
                           bool any_before)
{
    const struct value *recorded = a->e.slot[Veld_Vastgelegd];
    bool turned = any_before && recorded->number < before - GRACE;
    bool ahead = a->soort != S_Zaak && a->dag != DAY_NONE && recorded->day < a->dag;
    if (!turned && !ahead)
        return;
    struct vondst v = VONDST(a);
    v.value = recorded;
    v.veld = a->e.kind->fields[Veld_Vastgelegd].naam;
    v.form = turned ? MC801_VOLGORDE : MC801_DATUM;
    v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
    check_vind(c, v);
}

void mc801(const struct check *c)
{
    int64_t before = 0;
    bool any_before = false;
    for (int i = 0; i < c->zaak->n; i++) {
        const struct aantekening *a = &c->zaak->at[i];
        const struct value *recorded = a->e.slot[Veld_Vastgelegd];
        if (!recorded || recorded->state != VALUE_GOOD)
            continue;
        if (a->telt)
            look_at_moment(c, a, before, any_before);
        before = recorded->number;
        any_before = true;
    }
}
