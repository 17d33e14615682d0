#include "export/export.h"

const struct export_doel export_doelen[] = {
    {
        .naam = "dossier",
        .voor = N_("the own file, and other programs"),
        .formaten = {&export_tekst, &export_json, &export_jsonl, &export_csv, &export_rec,
                     &export_zaakformaat},
        .wat = N_("everything, also what was replaced and fields of the organisation's own"),
        .sinds = true,
        .tabellen = true,
    },
    {
        .naam = "overzicht",
        .voor = N_("the aandachtsfunctionaris and the team"),
        .formaten = {&overzicht_tekst, &overzicht_csv, &overzicht_json},
        .wat = N_("a line a case, the most pressing first: no names, no text of a case"),
        .kiest = true,
        .samen = true,
    },
    {
        .naam = "afweging",
        .voor = N_("the aandachtsfunctionaris and the disciplinary board"),
        .formaten = {&afweging_tekst, &afweging_json},
        .wat = N_("each outcome explained to the line, why not otherwise, the decisions, the time "
                  "line and its delays; no names of those concerned"),
    },
    {0},
};

const struct export_doel *export_doel_van(struct str naam)
{
    for (const struct export_doel *d = export_doelen; d->naam; d++)
        if (str_eq_fold(str_of(d->naam), naam))
            return d;
    return NULL;
}

const struct export_formaat *export_formaat_van(const struct export_doel *d, struct str naam)
{
    for (int i = 0; i < DOEL_FORMATEN && d->formaten[i]; i++)
        if (str_eq_fold(str_of(d->formaten[i]->naam), naam))
            return d->formaten[i];
    return NULL;
}

void export_begin(struct export *x)
{
    if (x->formaat->begin)
        x->formaat->begin(x);
}

void export_zaak(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    x->formaat->zaak(x, z, v);
    x->zaken++;
}

void export_end(struct export *x)
{
    if (x->formaat->end)
        x->formaat->end(x);
}

bool export_vertrekt(const struct export *x, const struct aantekening *a)
{
    if (x->sinds == DAY_NONE || a->soort == S_Zaak || a->soort == S_Wijziging ||
        a->soort == S_Persoon)
        return true;
    day_no day = entry_day(&a->e, Veld_Vastgelegd);
    return day == DAY_NONE || day >= x->sinds;
}
