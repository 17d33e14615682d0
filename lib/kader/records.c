#include "kader/records.h"

/* ---- closed lists: a word's place, from 1, is its number in kader.h ---- */

static const struct naam list_weegt[] = {
    [WEEGT_VERMOEDEN - 1] = {"vermoeden"}, [WEEGT_VEILIGHEID - 1] = {"veiligheid"},
    [WEEGT_HULP - 1] = {"hulp"},           [WEEGT_AANVAARDING - 1] = {"aanvaarding"},
    [WEEGT_RESULTAAT - 1] = {"resultaat"}, [WEEGT_RESULTAAT] = {NULL},
};

static const struct naam list_ongunstig[] = {
    [ANTWOORD_JA - 1] = {"ja"},
    [ANTWOORD_NEE - 1] = {"nee"},
    [ANTWOORD_NEE] = {NULL},
};

static const struct naam list_antwoord[] = {
    [ANTWOORD_JA - 1] = {"ja"},
    [ANTWOORD_NEE - 1] = {"nee"},
    [ANTWOORD_TWIJFEL - 1] = {"twijfel"},
    [ANTWOORD_ONBEKEND - 1] = {"onbekend"},
};

static const struct naam list_tekst_status[] = {
    {"letterlijk"}, {"basistekst"}, {"samengevat"}, {NULL}};
static const struct naam list_onthulling[] = {{"acuut"}, {NULL}};
static const struct naam list_samen[] = {{"Veilig Thuis"}, {NULL}};

/* `onbeslist` lies between `hulp` and `melden` and is nobody's to write: so this list has its own
 * numbers. */
static const struct naam list_uitkomst[] = {
    {"melden"}, {"hulp"}, {"volgen"}, {"afsluiten"}, {NULL}};
static const enum uitkomst uitkomsten[] = {UITKOMST_GEEN, UITKOMST_MELDEN, UITKOMST_HULP,
                                           UITKOMST_VOLGEN, UITKOMST_AFSLUITEN};

enum uitkomst record_uitkomst(const struct entry *e)
{
    return uitkomsten[entry_number(e, Antwoord_Uitkomst)];
}

const char *uitkomst_woord(enum uitkomst u)
{
    if (u == UITKOMST_ONBESLIST)
        return "onbeslist";
    for (int i = 0; list_uitkomst[i].tekst; i++)
        if (uitkomsten[i + 1] == u)
            return list_uitkomst[i].tekst;
    return NULL;
}

const char *weegt_woord(enum weegt w)
{
    return w == WEEGT_NIETS ? NULL : list_weegt[w - 1].tekst;
}

enum antwoord record_antwoord(struct str s)
{
    for (int a = ANTWOORD_JA; a < ANTWOORDEN; a++)
        if (str_is(s, list_antwoord[a - 1].tekst))
            return (enum antwoord)a;
    return ANTWOORD_GEEN;
}

const char *antwoord_woord(enum antwoord a)
{
    return a > ANTWOORD_GEEN && a < ANTWOORDEN ? list_antwoord[a - 1].tekst : NULL;
}

/* ---- types that only frameworks have ---- */

int record_vraag(struct str s)
{
    long number = s.n == 1 ? str_number(s) : 0;
    return number >= 1 && number <= VRAGEN_MAX ? (int)number : 0;
}

int record_norm(struct str s)
{
    long number = s.n && s.p[0] != '0' ? str_number(s) : 0;
    return number >= 1 && number <= NORMEN_MAX ? (int)number : 0;
}

static enum code read_norm(const struct schema_field *f, struct value *v)
{
    (void)f;
    v->number = record_norm(v->text);
    return v->number ? CODE_NONE : MC006;
}

static enum code read_verder(const struct schema_field *f, struct value *v)
{
    (void)f;
    if (str_eq(v->text, STR("einde"))) {
        v->number = VERDER_EINDE;
        return CODE_NONE;
    }
    v->number = record_vraag(v->text);
    return v->number ? CODE_NONE : MC006;
}

static enum code read_verplicht(const struct schema_field *f, struct value *v)
{
    (void)f;
    struct str rest = v->text;
    if (memchr(rest.p, '\n', rest.n))
        return MC006;
    do {
        if (str_trim(str_cut(rest, '|', &rest)).n == 0)
            return MC006;
    } while (rest.p);
    return CODE_NONE;
}

static const struct schema_type type_norm = {"norm", N_("number of a Meldnorm, from 1 to 31"),
                                             read_norm, "[1-9]|[12][0-9]|3[01]"};
static const struct schema_type type_verder = {"verder", N_("number of a question, or einde"),
                                               read_verder, "[1-9]|einde"};
static const struct schema_type type_verplicht = {
    "keuze", N_("words of Overleg.Met of which any one will do, with | between them"),
    read_verplicht, " *[^| ][^|]*(\\| *[^| ][^|]*)*"};

/* ---- the table ---- */

#define list_NULL NULL

/* clang-format off */
#define SOORT(kind, meaning) static const struct schema_field fields_##kind[] = {
#define VELD(kind, field, type, flags, list, meaning) \
    [kind##_##field] = {{#field}, &type, flags, list_##list, meaning, NULL, 0, 0},
#define SOORT_EINDE(kind) };
/* clang-format on */
#include "kader/records.def"

static const struct schema_kind kinds[] = {
#define SOORT(kind, meaning) {{#kind}, fields_##kind, kind##_slots, LABEL_FREE, 0, meaning},
#define VELD(kind, field, type, flags, list, meaning)
#define SOORT_EINDE(kind)
#include "kader/records.def"
};

const struct schema kader_records = {.kinds = kinds, .kind_count = RECORD_SOORTEN};

enum record_soort record_soort(const struct entry *e)
{
    return e->kind ? (enum record_soort)(e->kind - kinds) : R_ONBEKEND;
}
