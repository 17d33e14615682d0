/* MC101 and on: step 1, signals. */
#include "check/regels.h"

/* Is it one of the steps that rest on signals: a talk of step 3 or later, a weighing, a decision, a
 * report. */
static bool rests_on_signals(const struct aantekening *a)
{
    int64_t stap = a->soort == S_Gesprek ? entry_number(&a->e, Gesprek_Stap) : stap_geen;
    return a->dag != DAY_NONE && (stap == stap_geen || stap >= stap_3);
}

static const struct aantekening *first_that_rests(const struct zaak *z)
{
    static const enum soort steps[] = {S_Gesprek, S_Weging, S_Besluit, S_Melding};
    const struct aantekening *first = NULL;
    for (size_t s = 0; s < sizeof steps / sizeof *steps; s++) {
        for (int i = 0; i < z->aantal[steps[s]]; i++) {
            const struct aantekening *a = z->geldig[steps[s]][i];
            if (rests_on_signals(a) && (!first || aantekening_eerder(a, first)))
                first = a;
        }
    }
    return first;
}

void mc101(const struct check *c)
{
    if (c->zaak->aantal[S_Signaal] > 0)
        return;
    const struct aantekening *first = first_that_rests(c->zaak);
    struct vondst v = VONDST(first ? first : &c->zaak->at[0]);
    if (first) {
        v.form = MC101_VOOR_SIGNAAL;
        v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    } else if (v.bij->dag != DAY_NONE) {
        v.form = MC101_GEEN_SIGNAAL;
        v.goed_tot[NIVEAU_WAARSCHUWING] = check_termijn(c, 0, v.bij->dag);
    }
    check_vind(c, v);
}

/* Calls `wrong` for every Signaal, and finds a waarschuwing where it says so. */
static void signalen_die(const struct check *c, bool (*wrong)(const struct aantekening *))
{
    for (int i = 0; i < c->zaak->aantal[S_Signaal]; i++) {
        struct vondst v = VONDST(c->zaak->geldig[S_Signaal][i]);
        v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        if (wrong(v.bij))
            check_vind(c, v);
    }
}

static bool source_not_named(const struct aantekening *s)
{
    int64_t bron = entry_number(&s->e, Signaal_Bron);
    return (bron == bron_uitspraak_derde || bron == bron_document) &&
           !entry_has(&s->e, Signaal_Bronpersoon);
}

void mc102(const struct check *c)
{
    signalen_die(c, source_not_named);
}

static bool risk_without_effect(const struct aantekening *s)
{
    return entry_has(&s->e, Signaal_Risicofactor) && !entry_has(&s->e, Signaal_Onveiligheid);
}

void mc103(const struct check *c)
{
    signalen_die(c, risk_without_effect);
}

static bool unsafety_is_told(const struct check *c, const struct aantekening *weging)
{
    for (int i = 0; i < c->zaak->aantal[S_Signaal]; i++) {
        const struct aantekening *s = c->zaak->geldig[S_Signaal][i];
        if (entry_has(&s->e, Signaal_Onveiligheid) &&
            betreft_samen(&c->voortgang->personen, s, weging))
            return true;
    }
    return false;
}

void mc104(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Weging]; i++) {
        const struct weging *w = &c->voortgang->wegingen[i];
        if (!w->kader || !w->onveilig || !staat(c->voortgang, w->a) || unsafety_is_told(c, w->a))
            continue;
        struct vondst v = VONDST(w->a);
        v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        check_vind(c, v);
    }
}
