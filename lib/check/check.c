#include "check/check.h"

#include "check/regels.h"
#include "check/uitzondering.h"
#include "check/volgende.h"

#include <stdlib.h>

day_no check_termijn(const struct check *c, int which, day_no from)
{
    struct termijn t = c->regel->termijn[which];
    switch (t.eenheid) {
    case WERKDAGEN:
        return date_add_working(from, t.aantal, c->calendar);
    case DAGEN:
        return from + t.aantal;
    case WEKEN:
        return from + 7 * t.aantal;
    case JAREN:
        return date_add_years(from, t.aantal);
    case GEEN_TERMIJN:
        break;
    }
    return from;
}

void check_vind(const struct check *c, struct vondst v)
{
    if (c->volgende) {
        volgende_vind(c, &v);
        return;
    }
    enum niveau reached = NIVEAU_GEEN, gravest = NIVEAU_GEEN;
    for (enum niveau n = NIVEAU_ADVIES; n <= NIVEAU_FOUT; n++) {
        if (v.goed_tot[n] == DAY_NONE)
            continue;
        gravest = n;
        if (v.goed_tot[n] < c->vandaag)
            reached = n;
    }
    if (reached == NIVEAU_GEEN)
        return;
    unsigned regel = v.regel ? v.regel : v.value ? v.value->regel : v.bij->e.regel;
    struct diag d = diag_make(c->regel->code, regel);
    d.niveau = reached;
    d.form = v.form;
    d.entry = v.bij->volgnr;
    d.other = v.ook ? v.ook->volgnr : ENTRY_NONE;
    d.soort = v.bij->e.kind->naam;
    d.veld = v.veld;
    d.number = v.number;
    if (v.goed_tot[gravest] != DAY_ALWAYS)
        d.termijn = v.goed_tot[gravest];
    diag_add(c->list, d);
}

/* An unknown field in a Persoon or Melding may be one that Veilig Thuis or the family needs:
 * graver. */
static void settle_levels(struct check *c, size_t from)
{
    for (size_t i = from; i < c->list->n; i++) {
        struct diag *d = &c->list->at[i];
        if (d->code != MC004 || d->niveau != NIVEAU_GEEN || d->form != MC004_VELD)
            continue;
        enum soort s = c->zaak->at[d->entry].soort;
        if (s == S_Persoon || s == S_Melding)
            d->niveau = NIVEAU_WAARSCHUWING;
    }
}

static struct str label_of(const struct zaak *z, const struct diag *d)
{
    return z->leesbaar && d->entry != ENTRY_NONE ? z->at[d->entry].e.label : (struct str){0};
}

static int in_order(const void *x, const void *y, void *context)
{
    const struct diag *a = x, *b = y;
    if (a->regel != b->regel)
        return a->regel < b->regel ? -1 : 1;
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    int order = str_cmp(str_of(a->veld.tekst), str_of(b->veld.tekst));
    if (order != 0)
        return order;
    return str_cmp(label_of(context, a), label_of(context, b));
}

/* At most one finding of a rule for an entry and a field: of several levels the gravest. What the
 * reader and the binding found has causes of its own. */
static void leave_out_repeats(struct diags *list, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < list->n; i++) {
        struct diag *d = &list->at[i], *last = kept > from ? &list->at[kept - 1] : NULL;
        if (!last || d->entry == ENTRY_NONE || last->entry != d->entry || last->code != d->code ||
            last->veld.tekst != d->veld.tekst || last->regel != d->regel ||
            !regel_van(d->code)->vind)
            list->at[kept++] = *d;
        else if (diag_niveau(d) > diag_niveau(last))
            *last = *d;
    }
    list->n = kept;
}

void check_zaak(struct check *c, size_t from)
{
    if (c->zaak->leesbaar) {
        settle_levels(c, from);
        bool gesloten = is_gesloten(c->voortgang);
        for (int i = 0; i < regel_count; i++) {
            c->regel = &regels[i];
            if (c->regel->vind && (c->regel->ook_gesloten || !gesloten))
                c->regel->vind(c);
        }
    }
    if (c->zaak->leesbaar)
        uitzondering_toepassen(c, from);
    struct zaak z = *c->zaak;
    if (c->list->n > from)
        qsort_r(c->list->at + from, c->list->n - from, sizeof *c->list->at, in_order, &z);
    leave_out_repeats(c->list, from);
}
