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
    static const int form_of[] = {
        [KADER_GOED] = MC016_NIET_IN_KRACHT, /* a good one judges nothing on another day */
        [KADER_ONTBREEKT] = MC016_ONTBREEKT,
        [KADER_ONLEESBAAR] = MC016_ONLEESBAAR,
        [KADER_NIET_BEWEZEN] = MC016_NIET_BEWEZEN,
    };
    const struct value *field = hoofd_veld(c->zaak, Zaak_Kader, day);
    if (!field || field->state == VALUE_EMPTY || field->state == VALUE_BAD)
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
    v.form = form_of[k->toestand];
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

/* ---- MC014 ---- */

/* Fields whose day has come: the others plan. */
static bool tells_the_past(struct naam veld)
{
    static const char *const names[] = {"Datum",  "Geopend",       "Afgerond", "Beantwoord",
                                        "Poging", "Geboortedatum", "Gebeurd"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (veld.tekst && strcmp(veld.tekst, names[i]) == 0)
            return true;
    return false;
}

/* The first value of a field whose day has yet to come; NULL: none. */
static const struct value *future_value(const struct check *c, const struct value *first)
{
    for (const struct value *v = first; v; v = v->next)
        if (v->state == VALUE_GOOD && v->day != DAY_NONE && v->day > c->vandaag)
            return v;
    return NULL;
}

static void look_for_future(const struct check *c, const struct aantekening *a)
{
    for (short slot = VELD_COMMON; slot < a->e.kind->field_count; slot++) {
        struct vondst v = VONDST(a);
        v.value = future_value(c, a->e.slot[slot]);
        v.veld = a->e.kind->fields[slot].naam;
        v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        if (v.value && tells_the_past(v.veld))
            check_vind(c, v);
    }
}

void mc014(const struct check *c)
{
    for (int i = 0; i < c->zaak->n; i++)
        if (c->zaak->at[i].telt)
            look_for_future(c, &c->zaak->at[i]);
}

/* ---- MC015 ---- */

void mc015(const struct check *c)
{
    if (!c->bestand.voor_anderen)
        return;
    struct vondst v = VONDST(&c->zaak->at[0]);
    v.regel = 1; /* it is about the file */
    v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
    check_vind(c, v);
}

/* ---- MC018 ---- */

/* The next run of letters in *rest: ASCII ones, or any beyond ASCII. Empty at the end. */
static struct str next_word(struct str *rest)
{
    size_t from = 0;
    while (from < rest->n && !ascii_alpha(rest->p[from]) && !(rest->p[from] & 0x80))
        from++;
    size_t to = from;
    while (to < rest->n && (ascii_alpha(rest->p[to]) || (rest->p[to] & 0x80)))
        to++;
    struct str word = {rest->p + from, to - from};
    *rest = str_from(*rest, to);
    return word;
}

/* Does the label hold the word: of three letters or more as a part of its own, of five or more
 * anywhere. */
static bool label_holds(struct str label, struct str word)
{
    enum { AS_A_PART = 3, ANYWHERE = 5 };
    for (size_t at = 0; word.n >= AS_A_PART && at + word.n <= label.n; at++) {
        if (!str_eq_fold((struct str){label.p + at, word.n}, word))
            continue;
        bool part = (at == 0 || !ascii_alpha(label.p[at - 1])) &&
                    (at + word.n == label.n || !ascii_alpha(label.p[at + word.n]));
        if (part || word.n >= ANYWHERE)
            return true;
    }
    return false;
}

static bool label_holds_name(const struct aantekening *persoon)
{
    static const short names[] = {Persoon_Naam, Persoon_Ook_bekend_als};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        for (const struct value *v = persoon->e.slot[names[i]]; v; v = v->next) {
            struct str rest = v->state == VALUE_GOOD ? v->text : (struct str){0};
            for (struct str word; (word = next_word(&rest)).n;)
                if (label_holds(persoon->e.label, word))
                    return true;
        }
    }
    return false;
}

void mc018(const struct check *c)
{
    for (int i = 0; i < c->zaak->aantal[S_Persoon]; i++) {
        struct vondst v = VONDST(c->zaak->geldig[S_Persoon][i]);
        v.goed_tot[NIVEAU_WAARSCHUWING] = DAY_ALWAYS;
        /* `partner1` is no name, also of somebody who is called "partner van moeder". */
        if (!label_toonbaar(v.bij->e.label) && label_holds_name(v.bij))
            check_vind(c, v);
    }
}
