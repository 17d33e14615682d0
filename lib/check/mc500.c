/* MC501 and on: step 5, deciding and carrying out. */
#include "check/besluit.h"
#include "check/regels.h"

/* A weighing calls for a decision: an acute one the same day, or a working day later when the
 * report, which comes first, was made already. */
static void ask_for_decision(const struct check *c, const struct weging *w, int persoon)
{
    struct vondst v = VONDST(w->a);
    if (w->acuut) {
        v.form = MC501_ACUUT;
        v.goed_tot[NIVEAU_WAARSCHUWING] = w->a->dag - 1;
        v.goed_tot[NIVEAU_FOUT] = melding_vanaf(c->voortgang, w->a->dag, persoon)
                                      ? check_termijn(c, 1, w->a->dag)
                                      : w->a->dag;
    } else {
        v.goed_tot[NIVEAU_WAARSCHUWING] = check_termijn(c, 0, w->a->dag);
    }
    check_vind(c, v);
}

void mc501(const struct check *c)
{
    const struct voortgang *t = c->voortgang;
    for (int p = 0; p < t->personen.n; p++) {
        const struct weging *w = t->per[p].weging;
        if (w && weging_volledig(w) && t->per[p].stand != STAND_GESLOTEN && !is_besloten(t, w, p))
            ask_for_decision(c, w, p);
    }
}

/* MC502 and MC504 go on in a closed case, for a Besluit that was there before the closing. */
static bool before_closing(const struct check *c, const struct aantekening *b)
{
    return !is_gesloten(c->voortgang) || b->dag <= c->voortgang->gesloten;
}

static bool departs_without_reason(const struct check *c, const struct aantekening *b, int persoon)
{
    const struct weging *w = besluit_weging(c->voortgang, b, persoon);
    if (!w || !w->kader || w->pad.uitkomst != UITKOMST_MELDEN || !before_closing(c, b) ||
        entry_number(&b->e, Besluit_Melden) != ja_nee_nee || entry_has(&b->e, Besluit_Afwijking))
        return false;
    struct vondst v = VONDST(b);
    v.ook = w->a;
    v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    check_vind(c, v);
    return true;
}

void mc502(const struct check *c)
{
    besluit_per_persoon(c, departs_without_reason);
}

static bool not_carried_out(const struct check *c, const struct aantekening *b, int persoon)
{
    if (entry_number(&b->e, Besluit_Melden) != ja_nee_ja || !before_closing(c, b) ||
        uitgevoerd(c->voortgang, b, persoon))
        return false;
    const struct weging *w = besluit_weging(c->voortgang, b, persoon);
    struct vondst v = VONDST(b);
    if (w && w->acuut) {
        v.form = MC504_ACUUT;
        v.goed_tot[NIVEAU_WAARSCHUWING] = b->dag - 1;
        v.goed_tot[NIVEAU_FOUT] = b->dag;
    } else {
        v.goed_tot[NIVEAU_FOUT] = check_termijn(c, 0, b->dag);
    }
    check_vind(c, v);
    return false; /* another person may make it acute */
}

void mc504(const struct check *c)
{
    besluit_per_persoon(c, not_carried_out);
}
