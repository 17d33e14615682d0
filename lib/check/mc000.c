/* MC012 and MC016: the file and the framework of a case. The other codes below MC100 are found by
 * the reader, the binding and the run. */
#include "check/regels.h"

#include "zaak/hoofd.h"

void mc012(const struct check *c)
{
    struct vondst v = VONDST(&c->zaak->at[0]);
    if (!zaak_id_valid(c->zaak->id)) {
        v.form = MC012_ID;
        v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
        check_vind(c, v);
        return;
    }
    struct str name = str_of(c->bestand.naam);
    if (!name.p || !c->bestand.een_zaak)
        return;
    if (str_starts(name, c->zaak->id) && str_eq(str_from(name, c->zaak->id.n), STR(".zaak")))
        return;
    v.form = MC012_NAAM;
    v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
    check_vind(c, v);
}

/* The framework that a field names, on a day: is there one to judge by. */
static void look_at_kader(const struct check *c, day_no day)
{
    const struct value *field = hoofd_veld(c->zaak, Zaak_Kader, day);
    if (!field || field->state != VALUE_GOOD)
        return; /* MC006 or MC007 is said already */
    const struct kader *k = kaders_find(c->kaders, field->text);
    if (kader_op(k, day))
        return;
    struct vondst v = VONDST(&c->zaak->at[0]);
    for (int i = 0; i < c->zaak->aantal[S_Wijziging]; i++)
        if (c->zaak->geldig[S_Wijziging][i]->e.slot[Wijziging_Kader] == field)
            v.bij = c->zaak->geldig[S_Wijziging][i];
    for (size_t i = 0; i < c->list->n; i++)
        if (c->list->at[i].code == MC016 && c->list->at[i].regel == field->regel &&
            c->list->at[i].entry == v.bij->volgnr)
            return; /* one finding for a Kader field */
    v.value = field;
    v.veld = soorten.kinds[S_Zaak].fields[Zaak_Kader].naam;
    v.form = k->toestand == KADER_ONTBREEKT    ? MC016_ONTBREEKT
             : k->toestand == KADER_ONLEESBAAR ? MC016_ONLEESBAAR
                                               : MC016_NIET_IN_KRACHT;
    v.goed_tot[NIVEAU_FOUT] = DAY_ALWAYS;
    check_vind(c, v);
}

void mc016(const struct check *c)
{
    static const enum soort judged[] = {S_Weging, S_Besluit};
    for (size_t s = 0; s < 2; s++)
        for (int i = 0; i < c->zaak->aantal[judged[s]]; i++)
            if (c->zaak->geldig[judged[s]][i]->dag != DAY_NONE)
                look_at_kader(c, c->zaak->geldig[judged[s]][i]->dag);
    if (!is_gesloten(c->voortgang))
        look_at_kader(c, c->vandaag);
}
