/* MC601 and on: working together with Veilig Thuis, and what was agreed. */
#include "check/regels.h"

static bool reported_back(const struct zaak *z, const struct aantekening *melding)
{
    for (int i = 0; i < z->aantal[S_Terugkoppeling]; i++)
        if (terugkoppeling_melding(z, z->geldig[S_Terugkoppeling][i]) == melding)
            return true;
    return false;
}

void mc603(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Melding]; i++) {
        const struct aantekening *m = c->zaak->geldig[S_Melding][i];
        if (m->dag == DAY_NONE || reported_back(c->zaak, m) || is_aanvulling(m))
            continue;
        struct vondst v = VONDST(m);
        v.goed_tot[NIVEAU_ADVIES] = check_termijn(c, 0, m->dag);
        v.goed_tot[NIVEAU_WAARSCHUWING] = check_termijn(c, 1, m->dag);
        check_vind(c, v);
    }
}

void mc608(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Afspraak]; i++) {
        const struct aantekening *a = c->zaak->geldig[S_Afspraak][i];
        day_no day = entry_day(&a->e, Afspraak_Uiterlijk);
        if (day == DAY_NONE || entry_number(&a->e, Afspraak_Status) != status_open)
            continue;
        struct vondst v = VONDST(a);
        v.value = a->e.slot[Afspraak_Uiterlijk];
        v.veld = a->e.kind->fields[Afspraak_Uiterlijk].naam;
        v.goed_tot[NIVEAU_WAARSCHUWING] = day;
        check_vind(c, v);
    }
}
