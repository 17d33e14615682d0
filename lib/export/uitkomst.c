#include "export/uitkomst.h"

struct uitgekomen uitkomst_persoon(const struct persoon_voortgang *p)
{
    if (!p->weging || !p->weging->kader || p->weging->pad.uitkomst == UITKOMST_GEEN)
        return (struct uitgekomen){UITKOMST_GEEN, 0};
    return (struct uitgekomen){p->weging->pad.uitkomst, p->weging->pad.normen};
}

struct uitgekomen uitkomst_zaak(const struct voortgang *v)
{
    struct uitgekomen gravest = {UITKOMST_GEEN, 0};
    if (v->gravest < 0)
        return gravest;
    gravest.uitkomst = uitkomst_persoon(&v->per[v->gravest]).uitkomst;
    for (int i = 0; i < v->personen.n && gravest.uitkomst != UITKOMST_GEEN; i++) {
        struct uitgekomen u = uitkomst_persoon(&v->per[i]);
        if (u.uitkomst == gravest.uitkomst)
            gravest.normen |= u.normen;
    }
    return gravest;
}

void uitkomst_normen(struct buf *b, unsigned normen, const char *between)
{
    for (int norm = 1, written = 0; norm <= NORMEN_MAX; norm++) {
        if (!(normen >> norm & 1u))
            continue;
        buf_text(b, written++ ? between : "");
        buf_number(b, norm);
    }
}
