#include "check/volgende.h"

#include "check/regels.h"
#include "check/uitzondering.h"

#include <stdlib.h>

/* Adds those of the case whom an entry is about and for whom it is not closed. */
static void add_persons(const struct check *c, const struct vondst *v, struct open_punt *punt)
{
    const struct personen *p = &c->voortgang->personen;
    if (p->zaak_als_een || betreft_slot(v->bij->soort) < 0)
        return;
    punt->voor = arena_new(c->volgende->arena, struct str, (size_t)p->n);
    for (int i = 0; i < p->n; i++) {
        bool meant = v->persoon == PERSOON_GEEN ? betreft(p, v->bij, i) : i == v->persoon;
        if (v->bij->volgnr == c->zaak->n) /* a Besluit that is to come */
            meant = meant && c->voortgang->per[i].besluit == v->bij;
        if (meant && c->voortgang->per[i].stand != STAND_GESLOTEN)
            punt->voor[punt->voor_n++] = p->at[i].label;
    }
}

/* The same item for another person. */
static void merge(struct open_punt *into, const struct open_punt *punt)
{
    if (punt->uiterlijk < into->uiterlijk)
        into->uiterlijk = punt->uiterlijk;
    into->nu = into->nu || punt->nu;
    for (int i = 0; i < punt->voor_n; i++) {
        bool known = false;
        for (int j = 0; j < into->voor_n; j++)
            known = known || str_eq(into->voor[j], punt->voor[i]);
        if (!known)
            into->voor[into->voor_n++] = punt->voor[i]; /* there is room for everyone */
    }
}

void volgende_vind(const struct check *c, const struct vondst *v)
{
    struct volgende *list = c->volgende;
    struct open_punt punt = {
        .code = c->regel->code, .soort = c->regel->herstel, .bij = v->bij, .uiterlijk = DAY_NONE};
    for (enum niveau n = NIVEAU_ADVIES; n <= NIVEAU_FOUT; n++) {
        if (v->goed_tot[n] == DAY_NONE)
            continue;
        punt.nu = v->goed_tot[n] == DAY_ALWAYS;
        punt.uiterlijk = punt.nu ? DAY_NONE : v->goed_tot[n];
    }
    if (!punt.nu && punt.uiterlijk == DAY_NONE)
        return;
    add_persons(c, v, &punt);
    for (size_t i = 0; i < list->n; i++) {
        if (list->at[i].code == punt.code && list->at[i].bij == punt.bij) {
            merge(&list->at[i], &punt);
            return;
        }
    }
    *arena_push(list->arena, list) = punt;
}

static struct volgende collect(const struct check *c, struct arena *a)
{
    struct volgende list = {.arena = a};
    struct check open = *c;
    open.volgende = &list;
    for (int i = 0; i < regel_count; i++) {
        open.regel = &regels[i];
        if (open.regel->vind && open.regel->herstel != S_ONBEKEND)
            open.regel->vind(&open);
    }
    return list;
}

/* Does it ask, for a Besluit, for one of the steps between the signals and it. A case without
 * signals is asked for them as it is. */
static bool of_order(const struct open_punt *punt)
{
    int step = soorten.kinds[punt->soort].step;
    return punt->bij->soort == S_Besluit && step > soorten.kinds[S_Signaal].step &&
           step < soorten.kinds[S_Besluit].step;
}

/* Whom a Besluit of today is about. */
enum whom {
    EVERYONE,        /* for whom the case is not closed */
    WITHOUT_ONE_YET, /* those of them about whom there is no Besluit: a second child, say */
};

static bool is_about(const struct voortgang *v, int persoon, enum whom whom)
{
    if (v->per[persoon].stand == STAND_GESLOTEN)
        return false;
    return whom == EVERYONE || (v->personen.at[persoon].iedereen && !v->per[persoon].besluit);
}

/* What the rules of order would ask of a Besluit of today: a case like this one, with that Besluit
 * as its only one. A Weging that it could not
 * answer for want of an answer (MC402) is among them. */
static struct volgende of_besluit_today(const struct check *c, enum whom whom, struct arena *a)
{
    struct aantekening besluit = {.e.kind = &soorten.kinds[S_Besluit],
                                  .soort = S_Besluit,
                                  .volgnr = c->zaak->n,
                                  .dag = c->vandaag,
                                  .telt = true};
    besluit.e.slot = arena_new(a, struct value *, (size_t)Besluit_slots);
    const struct aantekening *only[] = {&besluit};
    struct zaak zaak = *c->zaak;
    zaak.geldig[S_Besluit] = only;
    zaak.aantal[S_Besluit] = 1;
    struct voortgang v = *c->voortgang;
    v.zaak = &zaak;
    v.per = arena_new(a, struct persoon_voortgang, (size_t)v.personen.n);
    for (int i = 0; i < v.personen.n; i++) {
        v.per[i] = c->voortgang->per[i];
        v.per[i].besluit = is_about(c->voortgang, i, whom) ? &besluit : NULL;
    }
    struct check as_if = *c;
    as_if.zaak = &zaak;
    as_if.voortgang = &v;
    struct volgende all = collect(&as_if, a), list = {.arena = a};
    for (size_t i = 0; i < all.n; i++) {
        bool asked = all.at[i].bij == &besluit && of_order(&all.at[i]);
        if (!asked && all.at[i].code != MC402)
            continue;
        if (asked)
            all.at[i].bij = NULL;
        all.at[i].nu = false;
        all.at[i].uiterlijk = DAY_NONE;
        *arena_push(a, &list) = all.at[i];
    }
    return list;
}

static bool has_code(const struct volgende *list, enum code code)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].code == code)
            return true;
    return false;
}

static bool has_item(const struct volgende *list, enum code code, const struct aantekening *bij)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].code == code && list->at[i].bij == bij)
            return true;
    return false;
}

static int in_order(const void *x, const void *y, void *context)
{
    const struct open_punt *a = x, *b = y;
    const day_no *vandaag = context;
    day_no a_dag = a->nu ? *vandaag : a->uiterlijk, b_dag = b->nu ? *vandaag : b->uiterlijk;
    if (a_dag != b_dag)
        return a_dag < b_dag ? -1 : 1;
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    int a_plaats = a->bij ? a->bij->volgnr : -1, b_plaats = b->bij ? b->bij->volgnr : -1;
    return a_plaats < b_plaats ? -1 : a_plaats > b_plaats;
}

struct volgende volgende_van(const struct check *c, struct arena *a)
{
    struct volgende list = {.arena = a};
    if (is_gesloten(c->voortgang))
        return list;
    struct volgende all = collect(c, a), of_new = of_besluit_today(c, EVERYONE, a),
                    of_first = of_besluit_today(c, WITHOUT_ONE_YET, a);
    for (size_t i = 0; i < all.n; i++) {
        struct open_punt *punt = &all.at[i];
        if (uitzondering_voor(c, punt->code, punt->bij->volgnr))
            continue;
        /* What came too late does not mend a Besluit that lacked it; a new Besluit does. */
        if (of_order(punt) && !has_code(&of_new, punt->code))
            punt->soort = S_Besluit;
        *arena_push(a, &list) = *punt;
    }
    for (size_t i = 0; i < of_first.n; i++) {
        const struct open_punt *punt = &of_first.at[i];
        if (punt->bij && (has_item(&list, punt->code, punt->bij) ||
                          uitzondering_voor(c, punt->code, punt->bij->volgnr)))
            continue;
        *arena_push(a, &list) = *punt;
    }
    day_no vandaag = c->vandaag;
    if (list.n > 1)
        qsort_r(list.at, list.n, sizeof *list.at, in_order, &vandaag);
    return list;
}
