#include "zaak/weging.h"

#include "zaak/hoofd.h"

/* The words of the list antwoord stand in the order of enum antwoord. */
_Static_assert((int)antwoord_ja == (int)ANTWOORD_JA && (int)antwoord_nee == (int)ANTWOORD_NEE &&
                   (int)antwoord_twijfel == (int)ANTWOORD_TWIJFEL &&
                   (int)antwoord_onbekend == (int)ANTWOORD_ONBEKEND,
               "answers of a Weging and of a framework");

/* Takes what `from` answers and was not answered yet. */
static void take_answers(struct weging *w, const struct aantekening *from)
{
    for (int i = 1; i <= VRAGEN_MAX; i++) {
        short slot = (short)(Weging_Vraag1 + i - 1);
        enum antwoord a = (enum antwoord)entry_number(&from->e, slot);
        if (w->antwoord[i] == ANTWOORD_GEEN && a != ANTWOORD_GEEN) {
            w->antwoord[i] = a;
            w->van[i] = from;
            w->ongeldig[i] = false;
        } else if (w->antwoord[i] == ANTWOORD_GEEN && entry_has(&from->e, slot)) {
            w->ongeldig[i] = true;
        }
    }
}

/* Goes back along Bouwt_op. `Aard` belongs to the safety answer: it is looked for until the Weging
 * that gave it. */
static void gather(struct weging *w, const struct zaak *z, int safety)
{
    const struct aantekening *from = w->a;
    bool aard_open = true;
    for (int steps = 0; from && steps < z->aantal[S_Weging]; steps++) {
        take_answers(w, from);
        if (aard_open && w->aard == 0)
            w->aard = entry_number(&from->e, Weging_Aard);
        if (safety && w->van[safety])
            aard_open = false;
        from = zaak_verwijst(z, from, Weging_Bouwt_op, S_Weging);
    }
}

static bool unsafe(const struct weging *w, int safety)
{
    const struct kader_vraag *v = &w->kader->vragen[safety];
    enum antwoord a = w->antwoord[safety];
    if (a == v->ongunstig)
        return true;
    return a == ANTWOORD_TWIJFEL && v->rijen[a].is_er && v->rijen[a].uitkomst == UITKOMST_MELDEN;
}

struct weging weging_of(const struct zaak *z, const struct aantekening *a, struct kaders *kaders)
{
    struct weging w = {.a = a};
    if (kaders && a->dag != DAY_NONE)
        w.kader = kader_op(kaders_find(kaders, hoofd_tekst(z, Zaak_Kader, a->dag)), a->dag);
    int safety = w.kader ? kader_vraag_die_weegt(w.kader, WEEGT_VEILIGHEID) : 0;
    gather(&w, z, safety);
    if (!w.kader)
        return w;
    w.pad = kader_pad(w.kader, w.antwoord);
    w.onveilig = safety && unsafe(&w, safety);
    w.acuut = w.onveilig && (w.aard == aard_acuut || w.aard == aard_acuut_en_structureel);
    return w;
}
