/* MC201 and on: step 2, consultation. */
#include "check/besluit.h"
#include "check/regels.h"

#include "zaak/hoofd.h"

void mc201(const struct check *c)
{
    besluit_eist(c, S_Overleg, NULL);
}

static bool with_aandachtsfunctionaris(const struct aantekening *overleg)
{
    return entry_number(&overleg->e, Overleg_Met) == overleg_met_aandachtsfunctionaris;
}

/* Is an aandachtsfunctionaris named on that day: `geen` says that there is none, `onbekend` names
 * nobody. */
static bool has_aandachtsfunctionaris(const struct zaak *z, day_no day)
{
    const struct value *v = hoofd_veld(z, Zaak_Aandachtsfunctionaris, day);
    return v && v->state == VALUE_GOOD && !str_eq_fold(v->text, STR("geen"));
}

void mc202(const struct check *c)
{
    struct besluit_eis eis;
    for (int i = 0; i < c->zaak->aantal[S_Besluit]; i++) {
        if (!besluit_eis(c, i, &eis) || !has_aandachtsfunctionaris(c->zaak, eis.besluit->dag) ||
            er_is(c->zaak, S_Overleg, eis.tot, with_aandachtsfunctionaris))
            continue;
        struct vondst v = VONDST(eis.besluit);
        v.goed_tot[NIVEAU_WAARSCHUWING] = eis.acuut ? eis.tot : DAY_ALWAYS;
        check_vind(c, v);
    }
}

void mc203(const struct check *c)
{
    struct besluit_eis eis;
    for (int i = 0; i < c->zaak->aantal[S_Besluit]; i++) {
        if (!besluit_eis(c, i, &eis))
            continue;
        struct str name = hoofd_tekst(c->zaak, Zaak_Kader, eis.besluit->dag);
        const struct kader_versie *k = kader_op(kaders_find(c->kaders, name), eis.besluit->dag);
        for (size_t line = 0; k && line < k->verplicht_count; line++)
            if (!is_geraadpleegd(c->zaak, &k->verplicht[line], eis.tot))
                besluit_mist(c, &eis);
    }
}
