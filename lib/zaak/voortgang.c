#include "zaak/voortgang.h"

const char *stand_woord(enum stand s)
{
    static const char *const woorden[STANDEN] = {
        [STAND_GESLOTEN] = "gesloten",         [STAND_GEWOGEN] = "gewogen",
        [STAND_BESLOTEN] = "besloten",         [STAND_GEMELD] = "gemeld",
        [STAND_SAMENWERKING] = "samenwerking", [STAND_HULP] = "hulp",
        [STAND_GESPROKEN] = "gesproken",       [STAND_OVERLEGD] = "overlegd",
        [STAND_SIGNALEN] = "signalen",         [STAND_NIEUW] = "nieuw",
    };
    return woorden[s];
}

const struct aantekening *laatste_over(const struct voortgang *v, enum soort soort, int persoon,
                                       day_no tot)
{
    const struct aantekening *last = NULL;
    for (int i = 0; i < v->zaak->aantal[soort]; i++) {
        const struct aantekening *a = v->zaak->geldig[soort][i];
        if (a->dag == DAY_NONE || a->dag > tot || !betreft(&v->personen, a, persoon))
            continue;
        if (!last || aantekening_eerder(last, a))
            last = a;
    }
    return last;
}

const struct weging *weging_bij(const struct voortgang *v, const struct aantekening *a)
{
    return a ? &v->wegingen[a->plaats] : NULL;
}

const struct weging *besluit_weging(const struct voortgang *v, const struct aantekening *besluit,
                                    int persoon)
{
    const struct aantekening *named = zaak_verwijst(v->zaak, besluit, Besluit_Weging, S_Weging);
    if (named)
        return weging_bij(v, named);
    if (besluit->dag == DAY_NONE)
        return NULL;
    return weging_bij(v, laatste_over(v, S_Weging, persoon, besluit->dag));
}

bool is_besloten(const struct voortgang *v, const struct weging *w, int persoon)
{
    for (int i = 0; i < v->zaak->aantal[S_Besluit]; i++) {
        const struct aantekening *b = v->zaak->geldig[S_Besluit][i];
        if (betreft(&v->personen, b, persoon) && besluit_weging(v, b, persoon) == w)
            return true;
    }
    return false;
}

const struct aantekening *terugkoppeling_melding(const struct zaak *z,
                                                 const struct aantekening *terugkoppeling)
{
    const struct aantekening *last =
        zaak_verwijst(z, terugkoppeling, Terugkoppeling_Melding, S_Melding);
    if (last || entry_has(&terugkoppeling->e, Terugkoppeling_Melding))
        return last;
    for (int i = 0; i < z->aantal[S_Melding]; i++) {
        const struct aantekening *m = z->geldig[S_Melding][i];
        if (is_aanvulling(m) || m->dag == DAY_NONE || terugkoppeling->dag == DAY_NONE ||
            m->dag > terugkoppeling->dag)
            continue;
        if (!last || aantekening_eerder(last, m))
            last = m;
    }
    return last;
}

/* Had Veilig Thuis ended that report by then: registered as advice, not taken up, or no longer
 * involved. */
static bool ended_by(const struct zaak *z, const struct aantekening *melding, day_no day)
{
    for (int i = 0; i < z->aantal[S_Terugkoppeling]; i++) {
        const struct aantekening *t = z->geldig[S_Terugkoppeling][i];
        int64_t vervolg = entry_number(&t->e, Terugkoppeling_Vervolg);
        if (t->dag != DAY_NONE && t->dag <= day && terugkoppeling_melding(z, t) == melding &&
            (vervolg == vervolg_advies || vervolg == vervolg_niet_behandeld ||
             vervolg == vervolg_einde))
            return true;
    }
    return false;
}

/* Can the Melding carry out a decision at all: nieuw or opnieuw, or a supplement to one that still
 * runs. */
static bool reports(const struct zaak *z, const struct aantekening *m)
{
    if (!is_aanvulling(m))
        return true;
    const struct aantekening *bij = zaak_verwijst(z, m, Melding_Bij, S_Melding);
    return bij && !is_aanvulling(bij) && !ended_by(z, bij, m->dag);
}

/* Does the Melding about a person, on or after day `from`, carry out a decision to report. */
static bool carries_out(const struct voortgang *v, const struct aantekening *m, day_no from,
                        int persoon)
{
    return m->dag != DAY_NONE && from != DAY_NONE && m->dag >= from &&
           betreft(&v->personen, m, persoon) && reports(v->zaak, m);
}

static const struct aantekening *first_from(const struct voortgang *v, day_no from, int persoon)
{
    const struct aantekening *first = NULL;
    for (int i = 0; i < v->zaak->aantal[S_Melding]; i++) {
        const struct aantekening *m = v->zaak->geldig[S_Melding][i];
        if (carries_out(v, m, from, persoon) && (!first || aantekening_eerder(m, first)))
            first = m;
    }
    return first;
}

const struct aantekening *melding_vanaf(const struct voortgang *v, day_no basis, int persoon)
{
    return first_from(v, date_add_working(basis, -1, v->calendar), persoon);
}

/* The first day on which a Melding carries out the Besluit for that person; DAY_NONE: it has no
 * day. */
static day_no uitvoering_vanaf(const struct voortgang *v, const struct aantekening *besluit,
                               int persoon)
{
    const struct weging *w = besluit_weging(v, besluit, persoon);
    day_no basis = w && w->a->dag != DAY_NONE ? w->a->dag : besluit->dag;
    return basis == DAY_NONE ? DAY_NONE : date_add_working(basis, -1, v->calendar);
}

const struct aantekening *uitgevoerd(const struct voortgang *v, const struct aantekening *besluit,
                                     int persoon)
{
    return first_from(v, uitvoering_vanaf(v, besluit, persoon), persoon);
}

static bool last_about_somebody(const struct voortgang *v, const struct aantekening *a)
{
    for (int i = 0; i < v->personen.n; i++) {
        const struct persoon_voortgang *p = &v->per[i];
        const struct aantekening *last = a->soort == S_Besluit     ? p->besluit
                                         : a->soort == S_Evaluatie ? p->evaluatie
                                         : p->weging               ? p->weging->a
                                                                   : NULL;
        if (last == a)
            return true;
    }
    return false;
}

bool staat(const struct voortgang *v, const struct aantekening *a)
{
    if (last_about_somebody(v, a))
        return true;
    for (int i = 0; a->soort == S_Weging && i < v->personen.n; i++) {
        const struct aantekening *b = v->per[i].besluit;
        const struct weging *w = b ? besluit_weging(v, b, i) : NULL;
        if (w && w->a == a)
            return true;
    }
    return false;
}

/* ---- closed ---- */

static day_no closed_for(const struct voortgang *v, int persoon)
{
    day_no first = DAY_NONE;
    for (int i = 0; i < v->zaak->aantal[S_Afsluiting]; i++) {
        const struct aantekening *a = v->zaak->geldig[S_Afsluiting][i];
        if (a->dag < first && betreft(&v->personen, a, persoon))
            first = a->dag;
    }
    return first;
}

static day_no case_closed(const struct voortgang *v)
{
    day_no last = INT32_MIN;
    for (int i = 0; i < v->personen.n; i++)
        if (v->personen.at[i].iedereen && v->per[i].gesloten > last)
            last = v->per[i].gesloten;
    return last;
}

/* ---- stand ---- */

static bool answered_by_veilig_thuis(const struct voortgang *v, const struct aantekening *melding)
{
    const struct aantekening *bij = zaak_verwijst(v->zaak, melding, Melding_Bij, S_Melding);
    bool supplement = is_aanvulling(melding);
    for (int i = 0; i < v->zaak->aantal[S_Terugkoppeling]; i++) {
        const struct aantekening *on =
            terugkoppeling_melding(v->zaak, v->zaak->geldig[S_Terugkoppeling][i]);
        if (on && (on == melding || (supplement && on == bij)))
            return true;
    }
    return false;
}

bool besluit_helpt(const struct aantekening *besluit)
{
    for (const struct value *h = besluit->e.slot[Besluit_Hulp]; h; h = h->next)
        if (h->state == VALUE_GOOD && h->number != hulp_nee)
            return true;
    return false;
}

/* Has Veilig Thuis answered one of the reports that carry the Besluit out. */
static bool answered(const struct voortgang *v, const struct aantekening *besluit, int persoon)
{
    for (int i = 0; i < v->zaak->aantal[S_Melding]; i++) {
        const struct aantekening *m = v->zaak->geldig[S_Melding][i];
        if (carries_out(v, m, uitvoering_vanaf(v, besluit, persoon), persoon) &&
            answered_by_veilig_thuis(v, m))
            return true;
    }
    return false;
}

static enum stand decided_stand(const struct voortgang *v, const struct aantekening *besluit,
                                int persoon)
{
    if (entry_number(&besluit->e, Besluit_Melden) != ja_nee_ja)
        return besluit_helpt(besluit) ? STAND_HULP : STAND_BESLOTEN;
    if (!uitgevoerd(v, besluit, persoon))
        return STAND_BESLOTEN;
    return answered(v, besluit, persoon) ? STAND_SAMENWERKING : STAND_GEMELD;
}

static enum stand person_stand(const struct voortgang *v, int persoon)
{
    const struct persoon_voortgang *p = &v->per[persoon];
    if (is_gesloten(v) || (p->gesloten != DAY_NONE && p->gesloten <= v->vandaag))
        return STAND_GESLOTEN;
    if (p->weging && weging_volledig(p->weging) && !is_besloten(v, p->weging, persoon))
        return STAND_GEWOGEN;
    if (p->besluit)
        return decided_stand(v, p->besluit, persoon);
    return v->zaak->aantal[S_Gesprek]   ? STAND_GESPROKEN
           : v->zaak->aantal[S_Overleg] ? STAND_OVERLEGD
           : v->zaak->aantal[S_Signaal] ? STAND_SIGNALEN
                                        : STAND_NIEUW;
}

static enum uitkomst outcome(const struct persoon_voortgang *p)
{
    return p->weging && p->weging->kader ? p->weging->pad.uitkomst : UITKOMST_GEEN;
}

/* The case stands where the person with the gravest outcome stands among those not closed. */
static void case_stand(struct voortgang *v)
{
    v->stand = STAND_GESLOTEN;
    v->gravest = -1;
    enum uitkomst of_open = UITKOMST_GEEN;
    bool any_open = false;
    for (int i = 0; i < v->personen.n; i++) {
        const struct persoon_voortgang *p = &v->per[i];
        enum uitkomst u = outcome(p);
        if (u != UITKOMST_GEEN && (v->gravest < 0 || u > outcome(&v->per[v->gravest])))
            v->gravest = i;
        if (p->stand == STAND_GESLOTEN)
            continue;
        if (!any_open || u > of_open || (u == of_open && p->stand < v->stand))
            v->stand = p->stand;
        of_open = u > of_open ? u : of_open;
        any_open = true;
    }
}

struct voortgang voortgang_of(const struct zaak *z, struct kaders *kaders,
                              const struct calendar *calendar, day_no vandaag, struct arena *a)
{
    struct voortgang v = {.zaak = z, .calendar = calendar, .vandaag = vandaag};
    v.personen = personen_of(z, a);
    v.wegingen = wegingen_of(z, kaders, a);
    v.per = arena_new(a, struct persoon_voortgang, (size_t)v.personen.n);
    for (int i = 0; i < v.personen.n; i++) {
        struct persoon_voortgang *p = &v.per[i];
        p->weging = weging_bij(&v, laatste_over(&v, S_Weging, i, DAY_NONE));
        p->besluit = laatste_over(&v, S_Besluit, i, DAY_NONE);
        p->evaluatie = laatste_over(&v, S_Evaluatie, i, DAY_NONE);
        p->gesloten = closed_for(&v, i);
    }
    v.gesloten = case_closed(&v);
    for (int i = 0; i < v.personen.n; i++)
        v.per[i].stand = person_stand(&v, i);
    case_stand(&v);
    return v;
}
