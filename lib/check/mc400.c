/* MC401 and on: step 4, the weighing. */
#include "check/besluit.h"
#include "check/regels.h"

static void not_weighed(const struct check *c, const struct aantekening *b, int persoon)
{
    if (laatste_over(c->voortgang, S_Weging, persoon, b->dag))
        return;
    struct vondst v = VONDST(b);
    v.persoon = persoon;
    v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    check_vind(c, v);
}

void mc401(const struct check *c)
{
    besluit_per_persoon(c, not_weighed);
}

static void weighing_has_a_gap(const struct check *c, const struct aantekening *b, int persoon)
{
    const struct weging *w = besluit_weging(c->voortgang, b, persoon);
    if (!w || !w->kader || weging_volledig(w) || w->pad.open == 0 ||
        w->antwoord[w->pad.open] != ANTWOORD_GEEN || w->ongeldig[w->pad.open])
        return;
    struct vondst v = VONDST(w->a);
    v.persoon = persoon;
    v.ook = b;
    v.number = w->pad.open;
    v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    check_vind(c, v);
}

void mc402(const struct check *c)
{
    besluit_per_persoon(c, weighing_has_a_gap);
}

/* The first question that this Weging answers without saying why; 0: none. */
static int answer_without_reason(const struct entry *weging)
{
    for (int i = 0; i < VRAGEN_MAX; i++)
        if (entry_number(weging, (short)(Weging_Vraag1 + i)) != antwoord_geen &&
            !entry_has(weging, (short)(Weging_Motivering1 + i)))
            return i + 1;
    return 0;
}

void mc403(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Weging]; i++) {
        struct vondst v = VONDST(c->zaak->geldig[S_Weging][i]);
        v.number = answer_without_reason(&v.bij->e);
        v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        if (v.number && staat(c->voortgang, v.bij))
            check_vind(c, v);
    }
}

void mc405(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Weging]; i++) {
        const struct weging *w = &c->voortgang->wegingen[i];
        struct vondst v = VONDST(w->a);
        v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
        if (w->kader && w->onveilig && !w->aard_gegeven && staat(c->voortgang, w->a))
            check_vind(c, v);
    }
}
