/* MC501 and on: step 5, deciding and carrying out. */
#include "check/besluit.h"
#include "check/regels.h"

/* A weighing calls for a decision: an acute one the same day, or a working day later when the
 * report, which comes first, was made already. */
static void ask_for_decision(const struct check *c, const struct weging *w, int persoon)
{
    struct vondst v = VONDST(w->a);
    v.persoon = persoon;
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

static void departs_without_reason(const struct check *c, const struct aantekening *b, int persoon)
{
    const struct weging *w = besluit_weging(c->voortgang, b, persoon);
    if (!w || !w->kader || w->pad.uitkomst != UITKOMST_MELDEN || !before_closing(c, b) ||
        entry_number(&b->e, Besluit_Melden) != ja_nee_nee || entry_has(&b->e, Besluit_Afwijking))
        return;
    struct vondst v = VONDST(b);
    v.persoon = persoon;
    v.ook = w->a;
    v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    check_vind(c, v);
}

void mc502(const struct check *c)
{
    besluit_per_persoon(c, departs_without_reason);
}

static void not_carried_out(const struct check *c, const struct aantekening *b, int persoon)
{
    if (entry_number(&b->e, Besluit_Melden) != ja_nee_ja || !before_closing(c, b) ||
        uitgevoerd(c->voortgang, b, persoon))
        return;
    const struct weging *w = besluit_weging(c->voortgang, b, persoon);
    struct vondst v = VONDST(b);
    v.persoon = persoon;
    if (w && w->acuut) {
        v.form = MC504_ACUUT;
        v.goed_tot[NIVEAU_WAARSCHUWING] = b->dag - 1;
        v.goed_tot[NIVEAU_FOUT] = b->dag;
    } else {
        v.goed_tot[NIVEAU_FOUT] = check_termijn(c, 0, b->dag);
    }
    check_vind(c, v);
}

void mc504(const struct check *c)
{
    besluit_per_persoon(c, not_carried_out);
}

/* ---- MC505: a report without a decision to report ---- */

static bool decided_by(const struct check *c, const struct aantekening *melding, day_no tot)
{
    for (int i = 0; i < c->zaak->aantal[S_Besluit]; i++) {
        const struct aantekening *b = c->zaak->geldig[S_Besluit][i];
        if (b->dag != DAY_NONE && b->dag <= tot &&
            entry_number(&b->e, Besluit_Melden) == ja_nee_ja &&
            betreft_samen(&c->voortgang->personen, b, melding))
            return true;
    }
    return false;
}

/* The day of the last entry of a kind before (or on) that of the Melding about one of its persons;
 * DAY_ALWAYS: none. */
static day_no last_before(const struct check *c, enum soort soort,
                          const struct aantekening *melding)
{
    day_no last = DAY_ALWAYS;
    for (int i = 0; i < c->zaak->aantal[soort]; i++) {
        const struct aantekening *a = c->zaak->geldig[soort][i];
        if (a->dag != DAY_NONE && a->dag <= melding->dag && a->dag > last &&
            betreft_samen(&c->voortgang->personen, a, melding))
            last = a->dag;
    }
    return last;
}

/* May the paper come after the telephone: it is acute, or what was reported is newer than any
 * weighing. */
static bool report_comes_first(const struct check *c, const struct aantekening *melding)
{
    for (int i = 0; i < c->zaak->aantal[S_Weging]; i++)
        if (c->voortgang->wegingen[i].acuut &&
            betreft_samen(&c->voortgang->personen, c->voortgang->wegingen[i].a, melding))
            return true;
    day_no signaal = last_before(c, S_Signaal, melding);
    day_no evaluatie = last_before(c, S_Evaluatie, melding);
    day_no weging = last_before(c, S_Weging, melding);
    return weging == DAY_ALWAYS || weging < (signaal > evaluatie ? signaal : evaluatie);
}

void mc505(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Melding]; i++) {
        const struct aantekening *m = c->zaak->geldig[S_Melding][i];
        if (m->dag == DAY_NONE || is_aanvulling(m))
            continue;
        bool first = report_comes_first(c, m);
        day_no tot = first ? check_termijn(c, 0, m->dag) : m->dag;
        if (decided_by(c, m, tot))
            continue;
        struct vondst v = VONDST(m);
        v.goed_tot[NIVEAU_FOUT] = first ? tot : DAY_ALWAYS;
        if (first)
            v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        check_vind(c, v);
    }
}
