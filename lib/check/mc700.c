/* MC701 and on: closing. */
#include "check/regels.h"

/* Does a Besluit about that person depart from this Weging with a reason. */
static bool departed_from(const struct check *c, const struct weging *w, int persoon)
{
    for (int i = 0; i < c->zaak->aantal[S_Besluit]; i++) {
        const struct aantekening *b = c->zaak->geldig[S_Besluit][i];
        if (entry_has(&b->e, Besluit_Afwijking) && betreft(&c->voortgang->personen, b, persoon) &&
            besluit_weging(c->voortgang, b, persoon) == w)
            return true;
    }
    return false;
}

/* Is there, for that person, something to report that was not reported when the case was closed. */
static bool report_is_owing(const struct check *c, const struct aantekening *afsluiting,
                            int persoon)
{
    const struct voortgang *t = c->voortgang;
    const struct aantekening *b = laatste_over(t, S_Besluit, persoon, afsluiting->dag);
    if (b && entry_number(&b->e, Besluit_Melden) == ja_nee_ja && !uitgevoerd(t, b, persoon))
        return true;
    const struct weging *w = weging_bij(t, laatste_over(t, S_Weging, persoon, afsluiting->dag));
    return w && w->kader && w->pad.uitkomst == UITKOMST_MELDEN &&
           !melding_vanaf(t, w->a->dag, persoon) && !departed_from(c, w, persoon);
}

static bool agreement_is_open(const struct zaak *z, day_no day)
{
    for (int i = 0; i < z->aantal[S_Afspraak]; i++) {
        const struct aantekening *a = z->geldig[S_Afspraak][i];
        if (a->dag != DAY_NONE && a->dag <= day &&
            entry_number(&a->e, Afspraak_Status) == status_open &&
            entry_number(&a->e, Afspraak_Doorlopend) != ja_nee_ja)
            return true;
    }
    return false;
}

void mc701(const struct check *c)
{
    const struct personen *personen = &c->voortgang->personen;
    for (int i = 0; i < c->zaak->aantal[S_Afsluiting]; i++) {
        const struct aantekening *a = c->zaak->geldig[S_Afsluiting][i];
        if (a->dag == DAY_NONE ||
            entry_number(&a->e, Afsluiting_Reden) == afsluiting_reden_samengevoegd)
            continue;
        struct vondst v = VONDST(a);
        for (int p = 0; p < personen->n; p++)
            if (betreft(personen, a, p) && report_is_owing(c, a, p))
                v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
        v.form = v.goed_tot[NIVEAU_FOUT] == DAY_ALWAYS ? MC701_MELDEN : MC701_AFSPRAAK;
        if (agreement_is_open(c->zaak, a->dag))
            v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        check_vind(c, v);
    }
}
