#include "check/vraagt.h"

#include "check/besluit.h"
#include "zaak/hoofd.h"

#include <stdlib.h>

/* ---- the framework ---- */

static const char *why_not(const struct kader *k)
{
    return k->toestand == KADER_ONTBREEKT    ? "ontbreekt"
           : k->toestand == KADER_ONLEESBAAR ? "onleesbaar"
           : k->toestand == KADER_GOED       ? "niet in kracht"
                                             : "niet bewezen";
}

static void find_kader(struct vraagt *v)
{
    const struct check *c = v->check;
    const struct value *field = hoofd_veld(c->zaak, Zaak_Kader, c->vandaag);
    if (field && field->state == VALUE_GOOD)
        v->naam = field->text;
    const struct kader *k = kaders_find(c->kaders, v->naam);
    v->kader = kader_op(k, c->vandaag);
    if (!v->kader)
        v->toestand = why_not(k);
}

/* ---- the question of a person ---- */

static bool weighs_result(const struct weging *w, int vraag)
{
    return vraag && w->kader->vragen[vraag].weegt == WEEGT_RESULTAAT;
}

/* That a weighing leaves open, as the framework of today asks it. */
static int open_of(const struct vraagt *v, const struct weging *w)
{
    if (!w->kader)
        return v->kader->eerste;
    if (weighs_result(w, w->pad.open))
        return kader_vraag_die_weegt(v->kader, WEEGT_RESULTAAT);
    if (w->kader == v->kader)
        return w->pad.open;
    return weging_volledig(w) ? 0 : v->kader->eerste;
}

static int question_of(const struct vraagt *v, int persoon)
{
    const struct voortgang *t = v->check->voortgang;
    const struct persoon_voortgang *p = &t->per[persoon];
    if (p->stand == STAND_GESLOTEN)
        return 0;
    if (!p->weging)
        return t->personen.at[persoon].iedereen ? v->kader->eerste : 0;
    bool waits = p->weging->kader && weighs_result(p->weging, p->weging->pad.open);
    return waits && !(p->besluit && besluit_helpt(p->besluit)) ? 0 : open_of(v, p->weging);
}

/* Does an answer on the way to the open question say that the rest is weighed together. */
static bool is_samen(const struct vraagt *v, const struct weging *w)
{
    if (!w || w->kader != v->kader)
        return false;
    for (int i = 0; i < w->pad.stappen; i++)
        if (w->pad.rij[i]->samen)
            return true;
    return false;
}

/* When help is to be looked at again. A day that passed counts while no Evaluatie came. */
static day_no evaluated_by(const struct vraagt *v, int persoon)
{
    const struct persoon_voortgang *p = &v->check->voortgang->per[persoon];
    day_no planned = entry_day(&p->besluit->e, Besluit_Evalueren);
    if (!p->evaluatie)
        return planned;
    if (p->evaluatie->dag >= p->besluit->dag && planned < v->check->vandaag)
        planned = DAY_NONE;
    day_no next = entry_day(&p->evaluatie->e, Evaluatie_Volgende);
    return planned < next ? planned : next;
}

static void ask(struct vraagt *v, int persoon)
{
    struct vraagt_persoon *p = &v->per[persoon];
    const struct persoon_voortgang *of = &v->check->voortgang->per[persoon];
    p->vraag = v->kader ? question_of(v, persoon) : 0;
    if (!p->vraag)
        return;
    p->samen = is_samen(v, of->weging);
    if (v->kader->vragen[p->vraag].weegt == WEEGT_RESULTAAT && of->besluit)
        p->uiterlijk = evaluated_by(v, persoon);
}

/* ---- whom an open item is for ---- */

static int by_label(const void *label, const void *persoon)
{
    return str_cmp(*(const struct str *)label, ((const struct persoon *)persoon)->label);
}

/* Person number `i` of those whom the item is for: of the persons of the case. -1: no more. */
static int person_of(const struct vraagt *v, const struct open_punt *punt, int i)
{
    const struct personen *p = &v->check->voortgang->personen;
    if (punt->voor_n == 0)
        return i < p->n ? i : -1;
    if (i >= punt->voor_n)
        return -1;
    const struct persoon *at =
        bsearch(&punt->voor[i], p->at, (size_t)p->n, sizeof *p->at, by_label);
    return at ? (int)(at - p->at) : -1;
}

/* An open item about a weighing gives its day to the question that it is about. */
static void take_days(struct vraagt *v, const struct volgende *list)
{
    for (size_t i = 0; i < list->n; i++) {
        const struct open_punt *punt = &list->at[i];
        if (punt->soort != S_Weging || punt->uiterlijk == DAY_NONE)
            continue;
        for (int j = 0, persoon; (persoon = person_of(v, punt, j)) >= 0; j++) {
            struct vraagt_persoon *p = &v->per[persoon];
            bool of_result =
                v->kader && p->vraag && v->kader->vragen[p->vraag].weegt == WEEGT_RESULTAAT;
            if (!of_result && punt->uiterlijk < p->uiterlijk)
                p->uiterlijk = punt->uiterlijk;
        }
    }
}

/* ---- those who are asked the same ---- */

static int same(const struct vraagt_persoon *a, const struct vraagt_persoon *b)
{
    if (a->uiterlijk != b->uiterlijk)
        return a->uiterlijk < b->uiterlijk ? -1 : 1;
    if (a->vraag != b->vraag)
        return a->vraag < b->vraag ? -1 : 1;
    return (int)a->samen - (int)b->samen;
}

static int in_order(const void *x, const void *y, void *context)
{
    const int *a = x, *b = y;
    const struct vraagt_persoon *per = context;
    int order = same(&per[*a], &per[*b]);
    return order != 0 ? order : *a - *b;
}

static void put_together(struct vraagt *v, struct arena *a)
{
    int persons = v->check->voortgang->personen.n, n = 0;
    int *asked = arena_new(a, int, (size_t)persons);
    for (int i = 0; i < persons; i++)
        if (v->per[i].vraag)
            asked[n++] = i;
    if (n > 1)
        qsort_r(asked, (size_t)n, sizeof *asked, in_order, v->per);
    for (int i = 0; i < n; i++) {
        const struct vraagt_persoon *p = &v->per[asked[i]];
        if (i == 0 || same(&v->per[asked[i - 1]], p) != 0)
            *arena_push(a, v) = (struct vraagt_vraag){.vraag = &v->kader->vragen[p->vraag],
                                                      .samen = p->samen,
                                                      .uiterlijk = p->uiterlijk,
                                                      .voor = &asked[i]};
        v->at[v->n - 1].voor_n++;
    }
}

struct vraagt vraagt_van(const struct check *c, const struct volgende *list, struct arena *a)
{
    struct vraagt v = {.check = c};
    int persons = c->voortgang->personen.n;
    v.per = arena_new(a, struct vraagt_persoon, (size_t)persons);
    find_kader(&v);
    for (int i = 0; i < persons; i++) {
        v.per[i].uiterlijk = DAY_NONE;
        ask(&v, i);
    }
    take_days(&v, list);
    put_together(&v, a);
    return v;
}

/* ---- in words ---- */

/* A text of a framework may hold what would break a line apart. */
static void on_a_line(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        buf_byte(out, ascii_white(s.p[i]) ? ' ' : s.p[i]);
}

static void write_question(struct buf *out, const struct kader_vraag *vraag)
{
    buf_text(out, "vraag ");
    buf_number(out, vraag->nummer);
    buf_text(out, vraag->kort.n ? " " : "");
    on_a_line(out, vraag->kort);
}

/* Of a set of questions, bit n: number n. */
static void write_questions(struct buf *out, const struct kader_versie *k, unsigned vragen)
{
    bool any = false;
    for (int n = 1; n <= VRAGEN_MAX; n++) {
        if (!(vragen & (1U << n)))
            continue;
        buf_text(out, any ? "; " : "");
        write_question(out, &k->vragen[n]);
        any = true;
    }
}

/* Which questions an item asks a Weging for. */
static unsigned questions_of(const struct vraagt *v, const struct open_punt *punt)
{
    if (punt->code == MC405) /* Aard goes with the safety answer */
        return 1U << kader_vraag_die_weegt(v->kader, WEEGT_VEILIGHEID);
    if (punt->code == MC402)
        return 1U << open_of(v, weging_bij(v->check->voortgang, punt->bij));
    unsigned vragen = 0;
    for (int i = 0, persoon; (persoon = person_of(v, punt, i)) >= 0; i++)
        vragen |= 1U << v->per[persoon].vraag;
    return vragen;
}

/* The lines of `Verplicht` of which nobody was consulted yet. */
static void write_whom(struct buf *out, const struct vraagt *v)
{
    bool any = false;
    for (size_t i = 0; i < v->kader->verplicht_count; i++) {
        const struct kader_verplicht *line = &v->kader->verplicht[i];
        if (is_geraadpleegd(v->check->zaak, line, v->check->vandaag))
            continue;
        for (size_t j = 0; j < line->n; j++) {
            buf_text(out, j ? " | " : any ? "; " : "");
            on_a_line(out, line->met[j]);
        }
        any = true;
    }
}

void vraagt_bij(struct buf *out, const struct vraagt *v, const struct open_punt *punt)
{
    if (!v->kader)
        return;
    if (punt->soort == S_Weging)
        write_questions(out, v->kader, questions_of(v, punt));
    else if (punt->soort == S_Overleg && (punt->code == MC201 || punt->code == MC203))
        write_whom(out, v);
}
