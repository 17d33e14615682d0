#include "kader/pad.h"

static bool asked(const struct pad *p, int vraag)
{
    for (int i = 0; i < p->stappen; i++)
        if (p->vraag[i] == vraag)
            return true;
    return false;
}

bool pad_langs(const struct pad *p, int vraag)
{
    return vraag != 0 && (asked(p, vraag) || p->open == vraag);
}

/* Any melden wins over questions still open; an open result is no more than help that still has to
 * work. */
static enum uitkomst outcome(const struct pad *p, const struct kader_versie *k)
{
    enum uitkomst last = UITKOMST_ONBESLIST;
    for (int i = 0; i < p->stappen; i++) {
        if (p->rij[i]->uitkomst == UITKOMST_MELDEN)
            return UITKOMST_MELDEN;
        if (p->rij[i]->uitkomst != UITKOMST_GEEN)
            last = p->rij[i]->uitkomst;
    }
    bool waits_for_result = k->vragen[p->open].weegt == WEEGT_RESULTAAT && !asked(p, p->open);
    return p->open && !waits_for_result ? UITKOMST_ONBESLIST : last;
}

static unsigned norms(const struct pad *p)
{
    unsigned bits = 0;
    for (int i = 0; i < p->stappen; i++)
        if (p->rij[i]->uitkomst == UITKOMST_MELDEN && p->rij[i]->norm)
            bits |= 1u << p->rij[i]->norm;
    return bits;
}

struct pad kader_pad(const struct kader_versie *k, const enum antwoord antwoorden[VRAGEN_MAX + 1])
{
    struct pad p = {0};
    for (int n = k->eerste; n != VERDER_EINDE; n = p.rij[p.stappen++]->verder) {
        const struct kader_vraag *v = &k->vragen[n];
        const struct kader_rij *row = &v->rijen[antwoorden[n]];
        if (!v->is_er || asked(&p, n) || !row->is_er) {
            p.open = n;
            p.bij_twijfel =
                v->is_er && !row->is_er &&
                (antwoorden[n] == ANTWOORD_TWIJFEL || antwoorden[n] == ANTWOORD_ONBEKEND);
            break;
        }
        p.vraag[p.stappen] = n;
        p.antwoord[p.stappen] = antwoorden[n];
        p.rij[p.stappen] = row;
    }
    p.uitkomst = outcome(&p, k);
    p.normen = norms(&p);
    return p;
}

bool kader_onveilig(const struct kader_versie *k, const enum antwoord antwoorden[VRAGEN_MAX + 1])
{
    int safety = kader_vraag_die_weegt(k, WEEGT_VEILIGHEID);
    const struct kader_vraag *v = &k->vragen[safety];
    enum antwoord a = antwoorden[safety];
    if (!safety)
        return false;
    return a == v->ongunstig ||
           (a == ANTWOORD_TWIJFEL && v->rijen[a].is_er && v->rijen[a].uitkomst == UITKOMST_MELDEN);
}
