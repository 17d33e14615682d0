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
