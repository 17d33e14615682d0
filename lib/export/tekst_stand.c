#include "export/tekst.h"

#include <stdlib.h>

/* ---- stand ---- */

static const char *explain(enum stand s, const struct aantekening *besluit)
{
    static const char *const uitleg[STANDEN] = {
        [STAND_GEWOGEN] = "nog niet besloten",
        [STAND_BESLOTEN] = "geen melding en geen hulp",
        [STAND_GEMELD] = "nog geen terugkoppeling",
        [STAND_SAMENWERKING] = "gemeld, en Veilig Thuis koppelde terug",
        [STAND_HULP] = "zonder melding",
        [STAND_GESPROKEN] = "nog niet gewogen",
        [STAND_OVERLEGD] = "nog niet gesproken",
        [STAND_SIGNALEN] = "nog niet overlegd",
        [STAND_NIEUW] = "nog geen signalen",
    };
    if (s == STAND_BESLOTEN && besluit && entry_number(&besluit->e, Besluit_Melden) == ja_nee_ja)
        return "nog niet gemeld";
    return uitleg[s];
}

/* The Afsluiting that closed it for a person on that day. */
static const struct aantekening *closing(const struct voortgang *v, day_no since, int person)
{
    for (int i = 0; i < v->zaak->aantal[S_Afsluiting]; i++) {
        const struct aantekening *a = v->zaak->geldig[S_Afsluiting][i];
        if (a->dag == since && betreft(&v->personen, a, person))
            return a;
    }
    return NULL;
}

static void write_stand(struct buf *b, enum stand s, day_no since)
{
    buf_text(b, stand_woord(s));
    if (s != STAND_GESLOTEN)
        return;
    buf_text(b, " sinds ");
    leesbaar_dag(b, since);
}

static void write_reason(struct buf *b, const struct tekst *t, day_no since, int person)
{
    const struct aantekening *a = closing(t->v, since, person);
    if (!a || !entry_has(&a->e, Afsluiting_Reden))
        return;
    buf_text(b, " (");
    tekst_values(b, t, a, a->e.slot[Afsluiting_Reden]);
    buf_byte(b, ')');
}

/* The stand of a person in full; of the case too when it is that of everyone. */
static void write_stand_of(struct buf *b, const struct tekst *t, int person)
{
    const struct persoon_voortgang *p = &t->v->per[person];
    /* Who is not one of everyone is closed with the case. */
    day_no since = p->gesloten <= t->v->vandaag ? p->gesloten : t->v->gesloten;
    write_stand(b, p->stand, since);
    if (p->stand == STAND_GESLOTEN) {
        write_reason(b, t, since, person);
    } else if (explain(p->stand, p->besluit)) {
        buf_text(b, " (");
        buf_text(b, explain(p->stand, p->besluit));
        buf_byte(b, ')');
    }
}

/* ---- a person ---- */

static void write_reference(struct buf *b, const struct aantekening *a)
{
    buf_text(b, " (");
    tekst_name(b, a);
    if (a->dag != DAY_NONE) {
        buf_text(b, ", ");
        leesbaar_dag(b, a->dag);
    }
    buf_byte(b, ')');
}

/* `; hulp: zelf, georganiseerd`; nothing when it is not given. */
static void write_part(struct buf *b, const struct tekst *t, const struct aantekening *a,
                       short slot, const char *before)
{
    if (!entry_has(&a->e, slot))
        return;
    buf_text(b, b->n ? "; " : "");
    buf_text(b, before);
    tekst_values(b, t, a, a->e.slot[slot]);
}

static void write_besluit(struct tekst *t, int person)
{
    const struct aantekening *a = t->v->per[person].besluit, *melding = NULL;
    struct buf *b = tekst_anew(&t->value);
    write_part(b, t, a, Besluit_Melden, "melden: ");
    write_part(b, t, a, Besluit_Hulp, "hulp: ");
    if (!t->v->per[person].evaluatie)
        write_part(b, t, a, Besluit_Evalueren, "evalueren: ");
    write_reference(b, a);
    tekst_pair(t, "Besluit:");
    if (entry_number(&a->e, Besluit_Melden) == ja_nee_ja)
        melding = uitgevoerd(t->v, a, person);
    if (!melding)
        return;
    leesbaar_waarde(tekst_anew(&t->value), t->z, melding, melding->e.slot[Veld_Datum]);
    buf_text(&t->value, " (");
    tekst_name(&t->value, melding);
    buf_byte(&t->value, ')');
    tekst_pair(t, "Gemeld:");
}

static void write_evaluatie(struct tekst *t, const struct aantekening *a)
{
    struct buf *b = tekst_anew(&t->value);
    write_part(b, t, a, Evaluatie_Resultaat, "");
    write_part(b, t, a, Evaluatie_Onveiligheid, "onveiligheid: ");
    write_part(b, t, a, Evaluatie_Volgende, "volgende: ");
    write_reference(b, a);
    tekst_pair(t, "Evaluatie:");
}

/* The persons from `from` to before `to`, about whom the same stands. */
static void write_persons(struct tekst *t, int from, int to)
{
    const struct personen *all = &t->v->personen;
    const struct persoon_voortgang *p = &t->v->per[from];
    struct buf *b = tekst_anew(&t->value);
    for (int i = from; i < to && !all->zaak_als_een; i++) {
        if (i > from)
            buf_text(b, i + 1 < to ? ", " : " en ");
        leesbaar_persoon(b, t->z, all->at[i].label);
    }
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, 0, 2, buf_all(b));
    if (to - from < all->n) {
        write_stand_of(tekst_anew(b), t, from);
        tekst_pair(t, "Stand:");
    }
    if (p->weging) {
        tekst_outcome(tekst_anew(b), p->weging);
        write_reference(b, p->weging->a);
        tekst_pair(t, "Uitkomst:");
    }
    if (p->besluit)
        write_besluit(t, from);
    if (p->evaluatie)
        write_evaluatie(t, p->evaluatie);
}

/* Is the same so for both, so that it is said once. */
static bool same_progress(const struct persoon_voortgang *a, const struct persoon_voortgang *b)
{
    return a->weging == b->weging && a->besluit == b->besluit && a->evaluatie == b->evaluatie &&
           a->gesloten == b->gesloten && a->stand == b->stand;
}

static int persons_like(const struct voortgang *v, int from)
{
    int to = from + 1;
    while (to < v->personen.n && same_progress(&v->per[from], &v->per[to]))
        to++;
    return to;
}

/* ---- agreements ---- */

static int by_term(const void *x, const void *y)
{
    const struct aantekening *a = *(const struct aantekening *const *)x;
    const struct aantekening *b = *(const struct aantekening *const *)y;
    day_no p = entry_day(&a->e, Afspraak_Uiterlijk), q = entry_day(&b->e, Afspraak_Uiterlijk);
    if (p != q)
        return p < q ? -1 : 1;
    return a->eerste - b->eerste;
}

/* Open agreements, the first term first. */
static void write_agreements(struct tekst *t)
{
    int count = t->z->aantal[S_Afspraak], n = 0;
    const struct aantekening **open =
        arena_new(t->x->scratch, const struct aantekening *, (size_t)count);
    for (int i = 0; i < count; i++)
        if (entry_number(&t->z->geldig[S_Afspraak][i]->e, Afspraak_Status) == status_open)
            open[n++] = t->z->geldig[S_Afspraak][i];
    if (n == 0)
        return;
    qsort(open, (size_t)n, sizeof *open, by_term);
    tekst_anew(&t->value);
    for (int i = 0; i < n; i++) {
        const struct value *term = open[i]->e.slot[Afspraak_Uiterlijk];
        buf_text(&t->value, i ? ", " : "");
        tekst_name(&t->value, open[i]);
        buf_text(&t->value,
                 term ? OPMAAK_VAST "(uiterlijk" OPMAAK_VAST : OPMAAK_VAST "(doorlopend)");
        if (!term)
            continue;
        leesbaar_waarde(&t->value, t->z, open[i], term);
        buf_byte(&t->value, ')');
    }
    tekst_pair(t, "Open:");
}

void tekst_stand(struct tekst *t)
{
    const struct voortgang *v = t->v;
    struct buf *b = tekst_anew(&t->value);
    buf_text(b, "Op ");
    leesbaar_dag(b, v->vandaag);
    buf_text(b, ": ");
    if (persons_like(v, 0) == v->personen.n)
        write_stand_of(b, t, 0);
    else
        write_stand(b, v->stand, v->gesloten);
    buf_byte(b, '.');
    opmaak_heading(&t->o, STR("WAAR DE ZAAK STAAT"));
    opmaak_flow(&t->o, 0, 2, buf_all(b));
    for (int from = 0, to; from < v->personen.n; from = to) {
        to = persons_like(v, from);
        write_persons(t, from, to);
    }
    opmaak_gap(&t->o);
    for (int i = 0; i < v->personen.n; i++)
        if (v->per[i].weging)
            tekst_norms(t, v->per[i].weging);
    write_agreements(t);
}
