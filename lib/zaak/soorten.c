#include "zaak/soorten.h"

/* Rows of tables. */
/* clang-format off */
#define LIJST(list) static const struct naam list_##list[] = {
#define WOORD(list, identifier, text) NAAM_INIT(text),
#define LIJST_EINDE(list) {NULL}};
#define NAAM_INIT(text) {text}
#include "zaak/soorten.def"

/* What a table row says for "no closed list". */
#define list_NULL NULL

#define COMMON_ENTRY                                                                               \
    [Veld_Vastgelegd] = {{"Vastgelegd"}, &type_moment, 0, NULL,                                    \
                         N_("moment at which it was recorded"), NULL, 0, 0},                       \
    [Veld_Door] = {{"Door"}, &type_text, 0, NULL, N_("who recorded it (role or name)"), NULL, 0, 0}, \
    [Veld_Toelichting] = {{"Toelichting"}, &type_text, 0, NULL, N_("free text"), NULL, 0, 0},      \
    [Veld_Afschermen] = {{"Afschermen"}, &type_closed, 0, list_ja_nee,                             \
                         N_("must be kept from the family"), NULL, 0, 0},                          \
    [Veld_Ingetrokken] = {{"Ingetrokken"}, &type_text, 0, NULL,                                    \
                          N_("reason why the entry no longer counts"), NULL, 0, 0},                \
    [Veld_Vernietigd] = {{"Vernietigd"}, &type_closed, 0, list_ja,                                 \
                         N_("its content was destroyed on request"), NULL, 0, 0}

#define SOORT(kind, step, meaning) static const struct schema_field fields_##kind[] = {COMMON_ENTRY
#define VELD(kind, field, type, flags, list, refers, meaning)                                      \
    , [kind##_##field] = {{#field}, &type, flags, list_##list, meaning, refers, 0, 0}
#define VELD_TENZIJ(kind, field, type, list, meaning, other, value)                                \
    , [kind##_##field] = {{#field}, &type, MUST, list_##list, meaning, NULL, kind##_##other, value}
#define SOORT_EINDE(kind) }; \
    _Static_assert((int)kind##_slots <= (int)SCHEMA_FIELDS_MAX, "room for the fields of a kind");
#include "zaak/soorten.def"

static const struct schema_kind kinds[] = {
#define SOORT(kind, step, meaning)                                                                 \
    {{#kind}, fields_##kind, kind##_slots,                                                         \
     S_##kind == S_Zaak ? LABEL_FREE | COMMON_LESS : 0, step, meaning},
#define VELD(kind, field, type, flags, list, refers, meaning)
#define VELD_TENZIJ(kind, field, type, list, meaning, other, value)
#define SOORT_EINDE(kind)
#include "zaak/soorten.def"
};
/* clang-format on */

/* Every kind begins with the common fields: those of any kind serve for an unknown one. */
static const struct schema_kind other = {{NULL}, fields_Notitie, VELD_COMMON, LABEL_FREE, 0, NULL};

static const short middle[] = {Veld_Toelichting, Veld_Afschermen, Veld_Ingetrokken, Veld_Vernietigd,
                               -1};
static const short closing[] = {Veld_Vastgelegd, Veld_Door, -1};
static const short excuses[] = {Veld_Ingetrokken, Veld_Vernietigd, -1};

const struct schema soorten = {
    .kinds = kinds,
    .kind_count = SOORTEN,
    .other = &other,
    .common_count = VELD_COMMON,
    .middle = middle,
    .closing = closing,
    .excuses = excuses,
};

enum soort soort_of(const struct entry *e)
{
    return e->kind == &other ? S_ONBEKEND : (enum soort)(e->kind - kinds);
}

bool zaak_id_valid(struct str s)
{
    if (s.n == 0 || s.n > 64 || s.p[0] == '.' || s.p[0] == '-')
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_alnum(s.p[i]) && s.p[i] != '.' && s.p[i] != '_' && s.p[i] != '-')
            return false;
    return true;
}

static enum code read_id(const struct schema_field *f, struct value *v)
{
    (void)f;
    return zaak_id_valid(v->text) ? CODE_NONE : MC006;
}

static enum code read_kader(const struct schema_field *f, struct value *v)
{
    (void)f;
    return kader_naam_valid(v->text) ? CODE_NONE : MC006;
}

/* The eleven-test of the citizen service number: 9 a + 8 b + ... + 2 h - i is a multiple of 11. */
static enum code read_bsn(const struct schema_field *f, struct value *v)
{
    (void)f;
    if (v->text.n != 9 || str_number(v->text) < 0)
        return MC006;
    int sum = 0;
    for (int i = 0; i < 9; i++)
        sum += (v->text.p[i] - '0') * (i < 8 ? 9 - i : -1);
    return sum % 11 == 0 && str_number(v->text) > 0 ? CODE_NONE : MC011;
}

/* Kind and label, one space between: `Signaal 1`. The kind's place in the table becomes its number,
 * from 1. */
static enum code read_wat(const struct schema_field *f, struct value *v)
{
    (void)f;
    struct str label, name = str_cut(v->text, ' ', &label);
    const struct schema_kind *k = schema_kind(&soorten, name);
    if (!k || !(k == &kinds[S_Zaak] ? zaak_id_valid(label) : schema_label_valid(label)))
        return MC006;
    v->number = k - kinds + 1;
    return CODE_NONE;
}

static enum code read_code(const struct schema_field *f, struct value *v)
{
    (void)f;
    if (v->text.n != 5 || !str_starts(v->text, STR("MC")) || str_number(str_from(v->text, 2)) < 0)
        return MC006;
    v->number = str_number(str_from(v->text, 2));
    return CODE_NONE;
}

const struct schema_type type_id = {"id", N_("id of a case: 1 to 64 letters, digits, . _ -"),
                                    read_id, "[A-Za-z0-9_][A-Za-z0-9._-]{0,63}"};
const struct schema_type type_kader = {"kader", N_("name of a framework"), read_kader,
                                       "[a-z0-9][a-z0-9-]*"};
const struct schema_type type_bsn = {"BSN", N_("nine digits that pass the eleven-test"), read_bsn,
                                     "[0-9]{9}"};
const struct schema_type type_wat = {"soort en label", N_("kind and label of an entry: Signaal 1"),
                                     read_wat, "[A-Z][a-z]* [A-Za-z0-9][A-Za-z0-9_-]*"};
const struct schema_type type_code = {"code", N_("code of a check: MC501"), read_code,
                                      "MC[0-9]{3}"};
