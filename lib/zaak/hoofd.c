#include "zaak/hoofd.h"

/* Where a field of Zaak stands in a Wijziging; 0: it cannot be replaced. */
static short in_wijziging(short zaak_slot)
{
    switch (zaak_slot) {
    case Zaak_Kader:
        return Wijziging_Kader;
    case Zaak_Organisatie:
        return Wijziging_Organisatie;
    case Zaak_Team:
        return Wijziging_Team;
    case Zaak_Beroepskracht:
        return Wijziging_Beroepskracht;
    case Zaak_Functie:
        return Wijziging_Functie;
    case Zaak_Contact:
        return Wijziging_Contact;
    case Zaak_Aandachtsfunctionaris:
        return Wijziging_Aandachtsfunctionaris;
    case Zaak_Vervolgt:
        return Wijziging_Vervolgt;
    default:
        return 0;
    }
}

const struct value *hoofd_veld(const struct zaak *z, short zaak_slot, day_no day)
{
    const struct value *best = z->at[0].e.slot[zaak_slot];
    const struct aantekening *from = NULL;
    short slot = in_wijziging(zaak_slot);
    for (int i = 0; slot && i < z->aantal[S_Wijziging]; i++) {
        const struct aantekening *w = z->geldig[S_Wijziging][i];
        if (w->dag == DAY_NONE || w->dag > day || !entry_has(&w->e, slot))
            continue;
        if (!from || aantekening_eerder(from, w)) {
            from = w;
            best = w->e.slot[slot];
        }
    }
    return best;
}

struct str hoofd_tekst(const struct zaak *z, short zaak_slot, day_no day)
{
    const struct value *v = hoofd_veld(z, zaak_slot, day);
    return v ? v->text : (struct str){0};
}
