#include "check/uitzondering.h"

#include "check/regels.h"

/* An Uitzondering that is valid today, and what it is about. */
struct uitzondering {
    const struct aantekening *a;
    enum code code;
    int voor; /* volgnr of the entry it names, 0 for the case itself; ENTRY_NONE: what it names does
                 not count */
    bool used;
};

static bool in_force(const struct check *c, const struct aantekening *a)
{
    day_no tot = entry_day(&a->e, Uitzondering_Tot);
    return a->dag != DAY_NONE && a->dag <= c->vandaag && (tot == DAY_NONE || tot >= c->vandaag);
}

static int meant(const struct zaak *z, const struct aantekening *a)
{
    const struct value *voor = a->e.slot[Uitzondering_Voor];
    if (!voor || voor->state != VALUE_GOOD)
        return 0;
    struct str label;
    str_cut(voor->text, ' ', &label);
    const struct aantekening *named = zaak_zoek(z, (enum soort)(voor->number - 1), label);
    return named && named->telt ? named->volgnr : ENTRY_NONE;
}

/* Every one that excepts the finding is used: one that was renewed before it ended, too. */
static bool excepts(struct uitzondering *u, size_t n, const struct diag *d)
{
    bool excepted = false;
    for (size_t i = 0; i < n; i++) {
        if (u[i].code == d->code && u[i].voor == d->entry)
            excepted = u[i].used = true;
    }
    return excepted;
}

static void wrong(const struct check *c, enum code code, const struct aantekening *a, short slot)
{
    struct check with_rule = *c;
    with_rule.regel = regel_van(code);
    struct vondst v = VONDST(a);
    if (slot != FIELD_UNKNOWN) {
        v.value = a->e.slot[slot];
        v.veld = a->e.kind->fields[slot].naam;
    }
    v.goed_tot[with_rule.regel->niveau] = DAY_ALWAYS;
    check_vind(&with_rule, v);
}

/* Was the code not judged at all, for want of a framework, or of the file that it is about. */
static bool left_out(const struct check *c, size_t from, enum code code)
{
    if ((code == MC012 && !(c->bestand.naam && c->bestand.een_zaak)) ||
        (code == MC015 && !c->bestand.naam))
        return true;
    for (size_t i = from; regel_van(code)->kader && i < c->list->n; i++)
        if (c->list->at[i].code == MC016)
            return true;
    return false;
}

/* Looks at one exception: true when it is to be applied, in *u. */
static bool take(const struct check *c, const struct aantekening *a, struct uitzondering *u)
{
    enum code code = (enum code)entry_number(&a->e, Uitzondering_Code);
    if (code == CODE_NONE)
        return false; /* MC006 or MC007 is said already */
    const struct regel *r = regel_zoek(code);
    if (!r || r->vast) {
        wrong(c, MC903, a, Uitzondering_Code);
        return false;
    }
    day_no tot = entry_day(&a->e, Uitzondering_Tot);
    if (tot != DAY_NONE && tot < c->vandaag) {
        wrong(c, MC902, a, Uitzondering_Tot);
        return false;
    }
    *u = (struct uitzondering){a, code, meant(c->zaak, a), false};
    return in_force(c, a);
}

void uitzondering_toepassen(struct check *c, size_t from)
{
    const struct zaak *z = c->zaak;
    int count = z->aantal[S_Uitzondering];
    if (count == 0)
        return;
    struct uitzondering *u = arena_new(c->list->arena, struct uitzondering, (size_t)count);
    size_t n = 0, to = c->list->n, kept = from;
    for (int i = 0; i < count; i++)
        n += take(c, z->geldig[S_Uitzondering][i], &u[n]);
    for (size_t i = from; i < c->list->n; i++) {
        const struct diag *d = &c->list->at[i];
        if (i < to && excepts(u, n, d))
            diag_add(c->uitgezonderd, *d);
        else
            c->list->at[kept++] = *d;
    }
    c->list->n = kept;
    bool gesloten = is_gesloten(c->voortgang);
    for (size_t i = 0; i < n && !gesloten; i++)
        if (!u[i].used && !left_out(c, from, u[i].code))
            wrong(c, MC901, u[i].a, FIELD_UNKNOWN);
}

bool uitzondering_voor(const struct check *c, enum code code, int entry)
{
    const struct regel *r = regel_zoek(code);
    for (int i = 0; r && !r->vast && i < c->zaak->aantal[S_Uitzondering]; i++) {
        const struct aantekening *a = c->zaak->geldig[S_Uitzondering][i];
        if ((enum code)entry_number(&a->e, Uitzondering_Code) == code && in_force(c, a) &&
            meant(c->zaak, a) == entry)
            return true;
    }
    return false;
}
