#include "zaak/weging.h"

#include "zaak/hoofd.h"

/* The words of the list antwoord stand in the order of enum antwoord. */
_Static_assert((int)antwoord_ja == (int)ANTWOORD_JA && (int)antwoord_nee == (int)ANTWOORD_NEE &&
                   (int)antwoord_twijfel == (int)ANTWOORD_TWIJFEL &&
                   (int)antwoord_onbekend == (int)ANTWOORD_ONBEKEND,
               "answers of a Weging and of a framework");

/* What the Weging itself answers. */
static void take_own(struct weging *w)
{
    const struct entry *e = &w->a->e;
    for (int i = 1; i <= VRAGEN_MAX; i++) {
        short slot = (short)(Weging_Vraag1 + i - 1);
        w->antwoord[i] = (enum antwoord)entry_number(e, slot);
        w->van[i] = w->antwoord[i] != ANTWOORD_GEEN ? w->a : NULL;
        w->ongeldig[i] = w->antwoord[i] == ANTWOORD_GEEN && entry_has(e, slot);
    }
    w->aard = entry_number(e, Weging_Aard);
    w->aard_gegeven = entry_has(e, Weging_Aard);
}

/* What it leaves open and the Weging that it builds on, with all that this one builds on, has.
 * `Aard` belongs to the safety answer: it is looked for until the Weging that gave that. */
static void take_over(struct weging *w, const struct weging *base)
{
    int safety = w->kader ? kader_vraag_die_weegt(w->kader, WEEGT_VEILIGHEID) : 0;
    if (!w->aard_gegeven && !(safety && w->van[safety])) {
        w->aard = base->aard;
        w->aard_gegeven = base->aard_gegeven;
    }
    for (int i = 1; i <= VRAGEN_MAX; i++) {
        if (w->antwoord[i] != ANTWOORD_GEEN)
            continue;
        w->antwoord[i] = base->antwoord[i];
        w->van[i] = base->van[i];
        w->ongeldig[i] =
            base->antwoord[i] == ANTWOORD_GEEN && (w->ongeldig[i] || base->ongeldig[i]);
    }
}

static void judge(struct weging *w)
{
    w->pad = kader_pad(w->kader, w->antwoord);
    w->onveilig = kader_onveilig(w->kader, w->antwoord);
    w->acuut = w->onveilig && (w->aard == aard_acuut || w->aard == aard_acuut_en_structureel);
}

enum mark { NEW, ON_THE_WAY, READY };

/* Goes back along Bouwt_op from Weging `i` to one that builds on nothing or is ready, and from
 * there forward again, so that every Weging is looked at once. Where the way comes back to itself,
 * twice: the first round brings all answers to the place where it closed. */
static void gather(const struct zaak *z, struct weging *w, unsigned char *mark, int *way, int i)
{
    int n = 0, base = -1;
    for (;;) {
        mark[i] = ON_THE_WAY;
        way[n++] = i;
        const struct aantekening *on = zaak_verwijst(z, w[i].a, Weging_Bouwt_op, S_Weging);
        base = on ? on->plaats : -1;
        if (base < 0 || mark[base] != NEW)
            break;
        i = base;
    }
    int rounds = base >= 0 && mark[base] == ON_THE_WAY ? 2 : 1;
    for (int round = 0; round < rounds; round++) {
        for (int k = n - 1, from = base; k >= 0; from = way[k--])
            if (from >= 0)
                take_over(&w[way[k]], &w[from]);
    }
    for (int k = 0; k < n; k++)
        mark[way[k]] = READY;
}

struct weging *wegingen_of(const struct zaak *z, struct kaders *kaders, struct arena *a)
{
    int n = z->aantal[S_Weging];
    struct weging *w = arena_new(a, struct weging, (size_t)n);
    unsigned char *mark = arena_new(a, unsigned char, (size_t)n);
    int *way = arena_new(a, int, (size_t)n);
    for (int i = 0; i < n; i++) {
        w[i].a = z->geldig[S_Weging][i];
        if (kaders && w[i].a->dag != DAY_NONE)
            w[i].kader =
                kader_op(kaders_find(kaders, hoofd_tekst(z, Zaak_Kader, w[i].a->dag)), w[i].a->dag);
        take_own(&w[i]);
    }
    for (int i = 0; i < n; i++)
        if (mark[i] == NEW)
            gather(z, w, mark, way, i);
    for (int i = 0; i < n; i++)
        if (w[i].kader)
            judge(&w[i]);
    return w;
}
