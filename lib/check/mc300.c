/* MC301 and on: step 3, the talk. */
#include "check/besluit.h"
#include "check/regels.h"

/* Held, or left out for a reason that is given. */
static bool talked_or_said_why(const struct aantekening *gesprek)
{
    return entry_number(&gesprek->e, Gesprek_Gevoerd) == ja_nee_ja ||
           entry_has(&gesprek->e, Gesprek_Reden);
}

void mc301(const struct check *c)
{
    besluit_eist(c, S_Gesprek, talked_or_said_why);
}

void mc302(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Gesprek]; i++) {
        struct vondst v = VONDST(c->zaak->geldig[S_Gesprek][i]);
        v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
        if (entry_number(&v.bij->e, Gesprek_Gevoerd) == ja_nee_nee &&
            !entry_has(&v.bij->e, Gesprek_Reden))
            check_vind(c, v);
    }
}

enum { POGINGEN = 2 }; /* ours: how many attempts make somebody unreachable */

static int attempts(const struct entry *gesprek)
{
    int n = 0;
    for (const struct value *v = gesprek->slot[Gesprek_Poging]; v; v = v->next)
        n += v->state != VALUE_EMPTY;
    return n;
}

void mc303(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Gesprek]; i++) {
        struct vondst v = VONDST(c->zaak->geldig[S_Gesprek][i]);
        v.number = POGINGEN;
        v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        if (entry_number(&v.bij->e, Gesprek_Reden) == reden_onbereikbaar &&
            attempts(&v.bij->e) < POGINGEN)
            check_vind(c, v);
    }
}

/* Not everybody was told: does the Melding say why, and who. */
static bool untold_is_explained(const struct entry *melding)
{
    int64_t told = entry_number(melding, Melding_Ingelicht);
    if (told != ja_deels_nee_nee && told != ja_deels_nee_deels)
        return true;
    if (!entry_has(melding, Melding_Reden) && !entry_has(melding, Melding_RedenAnoniem))
        return false;
    return told == ja_deels_nee_nee || entry_has(melding, Melding_Niet_ingelicht);
}

void mc304(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Melding]; i++) {
        struct vondst v = VONDST(c->zaak->geldig[S_Melding][i]);
        v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
        if (!untold_is_explained(&v.bij->e))
            check_vind(c, v);
    }
}
