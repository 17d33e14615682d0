#include "zaak/personen.h"

#include <stdlib.h>

short betreft_slot(enum soort soort)
{
    switch (soort) {
    case S_Signaal:
        return Signaal_Betreft;
    case S_Weging:
        return Weging_Betreft;
    case S_Besluit:
        return Besluit_Betreft;
    case S_Melding:
        return Melding_Betreft;
    case S_Evaluatie:
        return Evaluatie_Betreft;
    case S_Afsluiting:
        return Afsluiting_Betreft;
    default:
        return -1;
    }
}

static int by_label(const void *x, const void *y)
{
    const struct persoon *a = x, *b = y;
    int order = str_cmp(a->label, b->label);
    return order != 0 ? order : (int)b->iedereen - (int)a->iedereen;
}

struct personen personen_of(const struct zaak *z, struct arena *a)
{
    struct {
        struct persoon *at;
        size_t n, cap;
    } named = {0};
    bool any = false;
    for (int i = 0; i < z->n; i++) {
        const struct aantekening *x = &z->at[i];
        short slot = x->telt ? betreft_slot(x->soort) : -1;
        for (const struct value *v = slot >= 0 ? x->e.slot[slot] : NULL; v; v = v->next) {
            if (v->state != VALUE_GOOD)
                continue;
            bool iedereen = x->soort == S_Signaal;
            *arena_push(a, &named) = (struct persoon){.label = v->text, .iedereen = iedereen};
            any = any || iedereen;
        }
    }
    struct personen p = {.zaak_als_een = !any};
    if (!any) {
        p.at = arena_new(a, struct persoon, 1);
        p.at[0].iedereen = true;
        p.n = 1;
        return p;
    }
    qsort(named.at, named.n, sizeof *named.at, by_label);
    p.at = named.at;
    for (size_t i = 0; i < named.n; i++)
        if (p.n == 0 || !str_eq(p.at[p.n - 1].label, named.at[i].label))
            p.at[p.n++] = named.at[i];
    for (int i = 0; i < p.n; i++) {
        const struct aantekening *persoon = zaak_zoek(z, S_Persoon, p.at[i].label);
        p.at[i].a = persoon && persoon->telt ? persoon : NULL;
    }
    return p;
}

bool betreft(const struct personen *p, const struct aantekening *a, int persoon)
{
    short slot = betreft_slot(a->soort);
    const struct value *first = slot >= 0 ? a->e.slot[slot] : NULL;
    if (p->zaak_als_een)
        return true;
    if (!first || !entry_has(&a->e, slot))
        return p->at[persoon].iedereen;
    bool unknown = false;
    for (const struct value *v = first; v; v = v->next) {
        unknown = unknown || v->state == VALUE_UNKNOWN;
        if (v->state == VALUE_GOOD && str_eq(v->text, p->at[persoon].label))
            return true;
    }
    /* Who is meant is not known: nobody may be left out of a weighing or decision for it, and
     * nobody be taken for reported or closed. */
    return unknown && a->soort != S_Melding && a->soort != S_Afsluiting && p->at[persoon].iedereen;
}

bool betreft_samen(const struct personen *p, const struct aantekening *a,
                   const struct aantekening *b)
{
    for (int i = 0; i < p->n; i++)
        if (betreft(p, a, i) && betreft(p, b, i))
            return true;
    return false;
}
