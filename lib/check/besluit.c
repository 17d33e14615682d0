#include "check/besluit.h"

#include "check/regels.h"

bool besluit_acuut(const struct voortgang *v, const struct aantekening *besluit)
{
    for (int i = 0; i < v->personen.n; i++) {
        const struct weging *w =
            betreft(&v->personen, besluit, i) ? besluit_weging(v, besluit, i) : NULL;
        if (w && w->acuut)
            return true;
    }
    return false;
}

void besluit_per_persoon(const struct check *c,
                         void (*look)(const struct check *c, const struct aantekening *besluit,
                                      int persoon))
{
    for (int i = 0; i < c->zaak->aantal[S_Besluit]; i++) {
        const struct aantekening *b = c->zaak->geldig[S_Besluit][i];
        for (int p = 0; p < c->voortgang->personen.n; p++)
            if (c->voortgang->per[p].besluit == b)
                look(c, b, p);
    }
}

bool er_is(const struct zaak *z, enum soort soort, day_no tot,
           bool (*good)(const struct aantekening *))
{
    for (int i = 0; i < z->aantal[soort]; i++) {
        const struct aantekening *a = z->geldig[soort][i];
        if (a->dag != DAY_NONE && a->dag <= tot && (!good || good(a)))
            return true;
    }
    return false;
}

bool is_geraadpleegd(const struct zaak *z, const struct kader_verplicht *line, day_no tot)
{
    for (int i = 0; i < z->aantal[S_Overleg]; i++) {
        const struct aantekening *o = z->geldig[S_Overleg][i];
        if (o->dag == DAY_NONE || o->dag > tot)
            continue;
        for (size_t j = 0; j < line->n; j++)
            if (str_eq(entry_text(&o->e, Overleg_Met), line->met[j]))
                return true;
    }
    return false;
}

bool besluit_eis(const struct check *c, int i, struct besluit_eis *eis)
{
    const struct aantekening *b = c->zaak->geldig[S_Besluit][i];
    if (b->dag == DAY_NONE || !staat(c->voortgang, b))
        return false;
    *eis = (struct besluit_eis){.besluit = b, .acuut = besluit_acuut(c->voortgang, b)};
    eis->tot = eis->acuut ? check_termijn(c, 0, b->dag) : b->dag;
    return true;
}

void besluit_mist(const struct check *c, const struct besluit_eis *eis)
{
    struct vondst v = VONDST(eis->besluit);
    v.goed_tot[NIVEAU_FOUT] = eis->acuut ? eis->tot : DAY_ALWAYS;
    if (eis->acuut)
        v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
    check_vind(c, v);
}

void besluit_eist(const struct check *c, enum soort soort, bool (*good)(const struct aantekening *))
{
    struct besluit_eis eis;
    for (int i = 0; i < c->zaak->aantal[S_Besluit]; i++)
        if (besluit_eis(c, i, &eis) && !er_is(c->zaak, soort, eis.tot, good))
            besluit_mist(c, &eis);
}
