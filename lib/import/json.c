#include "import/json.h"

#include "rec/writer.h"

#include <jansson.h>
#include <stdlib.h>

enum { NOTHING = -1 };

/* ---- bytes ---- */

struct import_json import_json_make(struct rec_source source, bool lines, struct arena *a)
{
    return (struct import_json){
        .block = import_block_make(source, a), .arena = a, .lines = lines, .regel = 1};
}

/* The next byte, which stays the next; NOTHING at the end. */
static int peek(struct import_json *j)
{
    if (!import_block_more(&j->block))
        return NOTHING;
    return (unsigned char)j->block.bytes[j->block.at];
}

static void skip(struct import_json *j)
{
    if (j->block.bytes[j->block.at++] == '\n')
        j->regel++;
}

static int skip_space(struct import_json *j)
{
    while (ascii_white((char)peek(j)))
        skip(j);
    return peek(j);
}

/* ---- where a value begins and ends ---- */

/* jansson reads all that it is given, and knows no limit of its own: it is given one value, byte by
 * byte. False: this byte is not part of the value any more. */
static bool take_byte(struct import_json *j, char c)
{
    bool outside = j->value.depth == 0 && !j->value.in_string;
    if (j->lines ? c == '\n'
                 : outside && (ascii_white((char)c) || c == ',' || c == ']' || c == '}'))
        return false;
    if (j->value.in_string) {
        bool quoted = j->value.escaped;
        j->value.escaped = !quoted && c == '\\';
        j->value.in_string = quoted || c != '"';
    } else if (c == '"') {
        j->value.in_string = true;
    } else if (c == '{' || c == '[') {
        j->value.too_deep = ++j->value.depth > IMPORT_JSON_DEPTH;
    } else if ((c == '}' || c == ']') && j->value.depth > 0) {
        j->value.depth--;
    }
    /* A line ends at its end, whatever stands in it. */
    j->value.ended = !j->lines && j->value.depth == 0 && (c == '"' || c == '}' || c == ']') &&
                     !j->value.in_string;
    return true;
}

/* Copies at most `n` bytes of the value; fewer at its end. */
static size_t value_bytes(struct import_json *j, char *p, size_t n)
{
    size_t used = 0;
    while (used < n && !j->value.ended && !j->value.too_deep) {
        int c = peek(j);
        if (c == NOTHING || !take_byte(j, (char)c)) {
            j->value.ended = true;
            break;
        }
        p[used++] = (char)c;
        skip(j);
    }
    return used;
}

static size_t feed(void *p, size_t n, void *reader)
{
    struct import_json *j = reader;
    if (j->value.n > IMPORT_JSON_MAX)
        return 0;
    size_t used = value_bytes(j, p, n);
    j->value.n += used;
    j->value.too_long = j->value.n > IMPORT_JSON_MAX;
    return used;
}

/* Goes behind what is left of a value that is not wanted. */
static void skip_value(struct import_json *j)
{
    char rest[1024];
    while (value_bytes(j, rest, sizeof rest) > 0)
        ;
    for (int c; j->lines && (c = peek(j)) != NOTHING && c != '\n';)
        skip(j);
}

enum where { AT_VALUE, AT_END, AT_ERROR };

static enum where go_to_line(struct import_json *j)
{
    return skip_space(j) == NOTHING ? AT_END : AT_VALUE;
}

static enum where go_to_value(struct import_json *j)
{
    for (;;) {
        int c = skip_space(j);
        if (c == NOTHING)
            return j->array == ARRAY_NONE ? AT_END : AT_ERROR;
        if (j->array == ARRAY_NONE && c == '[') {
            j->array = ARRAY_BEGUN;
        } else if ((j->array == ARRAY_BEGUN || j->array == ARRAY_VALUE) && c == ']') {
            j->array = ARRAY_NONE;
        } else if (j->array == ARRAY_VALUE) {
            if (c != ',')
                return AT_ERROR;
            j->array = ARRAY_COMMA;
        } else {
            return AT_VALUE;
        }
        skip(j);
    }
}

/* ---- refusing ---- */

/* The case that is being taken. */
struct taking {
    struct import_json *j;
    struct arena *a;
    struct import_zaak *z;
    struct buf out;
    unsigned aantekening; /* from 1; 0: the case itself */
    struct {
        struct rec_field *at;
        size_t n, cap;
    } fields; /* of the present record */
    struct diags passed_over;
};

static void refuse_as(struct taking *t, struct diag d, const char *tekst)
{
    for (size_t i = 0; i < t->z->refusals.n; i++) {
        const struct import_refusal *before = &t->z->refusals.at[i];
        if (before->diag.code == d.code && before->diag.form == d.form &&
            before->diag.veld.tekst == d.veld.tekst && before->tekst == tekst)
            return;
    }
    d.regel = t->z->rij;
    d.niveau = NIVEAU_FOUT;
    *arena_push(t->a, &t->z->refusals) =
        (struct import_refusal){.diag = d, .tekst = tekst, .aantekening = t->aantekening};
}

static void refuse(struct taking *t, enum code code, const char *tekst)
{
    refuse_as(t, diag_make(code, 0), tekst);
}

/* A value of a field of the present record, which is named only when it is in the table. */
static void refuse_value(struct taking *t, struct str name, enum code code, const char *tekst)
{
    struct diag d = diag_make(code, 0);
    const struct schema_kind *k = schema_kind(&soorten, t->fields.at[0].name);
    if (k && schema_slot(&soorten, k, name) >= 0)
        d.veld = k->fields[schema_slot(&soorten, k, name)].naam;
    refuse_as(t, d, tekst);
}

static void refuse_formaat(struct taking *t)
{
    struct diag d = diag_make(MC006, 0);
    d.soort = soorten.kinds[S_Zaak].naam;
    d.veld = soorten.kinds[S_Zaak].fields[Zaak_Formaat].naam;
    refuse_as(t, d, NULL);
}

static void refuse_form(struct taking *t, enum code code, int form)
{
    struct diag d = diag_make(code, 0);
    d.form = form;
    refuse_as(t, d, NULL);
}

/* ---- one record ---- */

static void add_text(struct taking *t, struct str name, const json_t *text)
{
    struct str value = {json_string_value(text), json_string_length(text)};
    value = rec_newlines(t->a, value);
    *arena_push(t->a, &t->fields) = (struct rec_field){.name = name, .value = value};
    if (rec_forbidden(value) < value.n)
        refuse_value(t, name, MC002, import_forbidden);
    else if (import_length(value) > REC_VALUE_MAX)
        refuse_value(t, name, MC017, N_("a value longer than 256 KiB"));
}

static void add_values(struct taking *t, struct str name, const json_t *value)
{
    if (json_is_string(value)) {
        add_text(t, name, value);
        return;
    }
    bool texts = json_is_array(value);
    for (size_t i = 0; texts && i < json_array_size(value); i++) {
        const json_t *text = json_array_get(value, i);
        texts = json_is_string(text);
        if (texts)
            add_text(t, name, text);
    }
    if (!texts)
        refuse_value(t, name, MC001, N_("a value that is neither text nor an array of texts"));
}

static bool is_name(struct taking *t, struct str name)
{
    if (rec_name_valid(name))
        return true;
    refuse(
        t, MC001,
        N_("a name of a kind or field that is not a letter, then letters, digits and `_` alone"));
    return false;
}

/* The members of `zaak`, or of `velden`, as the fields of a record whose first is there. */
static void add_fields(struct taking *t, json_t *members)
{
    const char *key;
    json_t *value;
    json_object_foreach(members, key, value)
    {
        struct str name = str_of(key);
        bool zaak = str_is(name, "Zaak");
        if (zaak && t->aantekening)
            refuse(t, MC001, N_("an entry cannot have a field `Zaak`: it would begin a case"));
        else if (!zaak && is_name(t, name))
            add_values(t, name, value);
    }
}

/* Writes the record that was gathered. */
static struct entry write_record(struct taking *t)
{
    struct rec_record r = {.fields = t->fields.at, .n = t->fields.n};
    struct entry e = schema_bind(&soorten, &r, t->a, ENTRY_NONE, &t->passed_over);
    rec_write_entry(&t->out, &soorten, &e);
    t->fields.n = t->passed_over.n = 0;
    if (t->out.n > REC_UNIT_MAX)
        refuse_form(t, MC017, MC017_ZAAK);
    return e;
}

/* ---- one case ---- */

static bool is_known(const struct naam *known, const char *key)
{
    while (known->tekst && strcmp(known->tekst, key) != 0)
        known++;
    return known->tekst != NULL;
}

static void hint(struct taking *t, const struct naam *known, struct str key)
{
    struct import_json *j = t->j;
    for (size_t i = 0; i < j->keys.n; i++)
        if (str_eq(j->keys.at[i], key))
            return;
    if (j->keys.n == IMPORT_HINTS)
        return;
    struct nearest near = nearest_make(key);
    for (; known->tekst; known++)
        nearest_try(&near, *known);
    *arena_push(j->arena, &j->keys) = arena_copy(j->arena, key);
    *arena_push(t->a, &t->z->hints) = (struct import_hint){t->aantekening, nearest_found(&near)};
}

/* Tells of the keys that are not in `known`, which ends with a name without text. */
static void look_at_keys(struct taking *t, json_t *object, const struct naam *known)
{
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        if (!is_known(known, key))
            hint(t, known, str_of(key));
    }
}

static void take_header(struct taking *t, json_t *zaak)
{
    const json_t *id = json_object_get(zaak, "Zaak");
    if (!id) {
        refuse(t, MC003, N_("no id: `zaak` lacks its `Zaak`"));
        return;
    }
    if (!json_is_string(id)) {
        refuse(t, MC001, N_("the id, `Zaak` in `zaak`, is no text"));
        return;
    }
    t->z->id = arena_copy(t->a, (struct str){json_string_value(id), json_string_length(id)});
    if (!zaak_id_valid(t->z->id))
        refuse_form(t, MC012, MC012_ID);
    *arena_push(t->a, &t->fields) = (struct rec_field){.name = STR("Zaak"), .value = t->z->id};
    add_fields(t, zaak);
    struct entry e = write_record(t);
    const struct value *formaat = e.slot[Zaak_Formaat];
    if (formaat && formaat->state == VALUE_BAD)
        refuse_formaat(t);
    t->z->geopend = entry_day(&e, Zaak_Geopend);
}

static void take_entry(struct taking *t, json_t *entry)
{
    static const struct naam known[] = {{"soort"},     {"label"},  {"regel"},
                                        {"vervangen"}, {"velden"}, {NULL}};
    const json_t *soort = json_object_get(entry, "soort");
    const json_t *label = json_object_get(entry, "label");
    json_t *velden = json_object_get(entry, "velden");
    if (!json_is_string(soort)) {
        refuse(t, MC001,
               json_is_object(entry) ? N_("`soort` is missing, or no text")
                                     : N_("an entry is no object"));
        return;
    }
    look_at_keys(t, entry, known);
    struct str name = {json_string_value(soort), json_string_length(soort)};
    if (str_is(name, "Zaak"))
        refuse(t, MC001, N_("an entry cannot be of the kind `Zaak`: it would begin a case"));
    if (!is_name(t, name))
        return;
    if (json_is_string(label))
        add_text(t, name, label);
    else
        *arena_push(t->a, &t->fields) = (struct rec_field){.name = name};
    if (label && !json_is_string(label))
        refuse(t, MC001, N_("`label` is no text"));
    if (json_is_object(velden))
        add_fields(t, velden);
    else if (velden)
        refuse(t, MC001, N_("`velden` is no object"));
    write_record(t);
}

static void take_case(struct taking *t, json_t *root)
{
    static const struct naam known[] = {
        {"formaat"}, {"zaak"}, {"aantekeningen"}, {"voortgang"}, {NULL}};
    json_t *zaak = json_object_get(root, "zaak");
    json_t *entries = json_object_get(root, "aantekeningen");
    const json_t *formaat = json_object_get(root, "formaat");
    if (!json_is_object(zaak)) {
        refuse(
            t, MC001,
            N_("no case: that is an object with an object `zaak`, as mc-export -f json writes it"));
        return;
    }
    look_at_keys(t, root, known);
    if (formaat && !(json_is_integer(formaat) && json_integer_value(formaat) == 1))
        refuse_formaat(t);
    take_header(t, zaak);
    if (entries && !json_is_array(entries))
        refuse(t, MC001, N_("`aantekeningen` is no array"));
    for (size_t i = 0; i < json_array_size(entries) && t->out.n <= REC_UNIT_MAX; i++) {
        t->aantekening = (unsigned)i + 1;
        take_entry(t, json_array_get(entries, i));
    }
}

/* ---- reading ---- */

/* Of jansson's error only its code is used: its text quotes the input. */
static void refuse_no_json(struct taking *t, const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_duplicate_key:
        refuse(t, MC001, N_("no JSON: a key stands twice in one object"));
        break;
    case json_error_invalid_utf8:
        refuse(t, MC002, N_("no JSON: bytes that are not UTF-8"));
        break;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        refuse(t, MC002, N_("no JSON for text: a NUL character"));
        break;
    case json_error_numeric_overflow:
        refuse(t, MC001, N_("no JSON that is read: a number is too large"));
        break;
    case json_error_premature_end_of_input:
        /* Of a sign that begins no value jansson is given nothing. */
        refuse(t, MC001, t->j->value.n ? N_("no JSON: it breaks off") : N_("no JSON"));
        break;
    default:
        refuse(t, MC001, N_("no JSON"));
        break;
    }
}

/* jansson tells of some failed allocations by a code, and of most by no error at all. */
static bool no_memory(const json_error_t *error)
{
    enum json_error_code code = json_error_code(error);
    return code == json_error_out_of_memory || (code == json_error_unknown && !error->text[0]);
}

static enum import_result no_json(struct taking *t, unsigned regel)
{
    t->z->refusals.at[0].diag.number = t->j->lines ? 0 : (long)regel;
    t->j->stopped = !t->j->lines;
    return IMPORT_BROKEN;
}

/* Takes the value that begins here. */
static enum import_result read_value(struct taking *t)
{
    struct import_json *j = t->j;
    json_error_t error = {0};
    unsigned regel = j->regel;
    memset(&j->value, 0, sizeof j->value);
    json_t *root = json_load_callback(feed, j, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!root && no_memory(&error))
        t->a->oom();
    if (j->value.too_deep)
        refuse(t, MC001, N_("no JSON that is read: objects and arrays more than 64 deep"));
    else if (j->value.too_long)
        refuse_form(t, MC017, MC017_ZAAK);
    else if (root)
        take_case(t, root);
    else
        refuse_no_json(t, &error);
    bool json = root || j->value.too_long;
    json_decref(root);
    if (j->lines || j->value.too_long)
        skip_value(j);
    if (!json || j->value.too_deep)
        return no_json(t, regel + (unsigned)(error.line > 0 ? error.line - 1 : 0));
    if (j->array != ARRAY_NONE)
        j->array = ARRAY_VALUE;
    return t->z->refusals.n ? IMPORT_REFUSED : IMPORT_TAKEN;
}

enum import_result import_json_next(struct import_json *j, struct arena *a, struct import_zaak *z)
{
    *z = (struct import_zaak){.geopend = DAY_NONE};
    struct taking t = {.j = j, .a = a, .z = z, .out = buf_in(a), .passed_over = {.arena = a}};
    /* A byte order mark is no JSON, but a parser may pass it over (RFC 8259, section 8.1). */
    if (j->regel == 1 && j->block.end == 0)
        import_block_skip_bom(&j->block);
    enum where where = j->stopped ? AT_END : j->lines ? go_to_line(j) : go_to_value(j);
    enum import_result result = IMPORT_END;
    z->rij = j->rij = j->lines ? j->regel : j->rij + 1;
    if (where == AT_VALUE) {
        result = read_value(&t);
        z->bytes = buf_all(&t.out);
    } else if (where == AT_ERROR) {
        refuse(&t, MC001, peek(j) == NOTHING ? N_("no JSON: it breaks off") : N_("no JSON"));
        result = no_json(&t, j->regel);
    }
    return j->block.error ? IMPORT_FAILED : result;
}
