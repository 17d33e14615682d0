/* tables: prints what documentation is made from, out of the tables of the code. Built, not
 * installed.
 *
 * `tables NAME`: fragments of mdoc(7) for the manual, the JSON Schema of the json export, the
 * fields for tests. What is printed is English: the manual is. */
#include "check/uitleg.h"
#include "export/export.h"
#include "kader/records.h"
#include "zaak/voortgang.h"

#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

enum {
    STATUS_INPUT = 2,
    STATUS_USAGE = 64,
    STATUS_INTERNAL = 70,
    STATUS_WRITE = 74,
    OUT_BLOCK = 65536
};

_Noreturn static void no_memory(void)
{
    _exit(STATUS_INTERNAL);
}

/* ---- mdoc ---- */

/* Text for a line of mdoc, behind something else: signs that roff reads are escaped, and a word in
 * backquotes, as meanings have them, is put between quotation marks. */
static void mdoc_text(struct buf *b, const char *text)
{
    bool quoted = false;
    for (; *text; text++) {
        if (*text == '`') {
            buf_text(b, quoted ? "\\(cq" : "\\(oq");
            quoted = !quoted;
        } else if (*text == '\\') {
            buf_text(b, "\\e");
        } else if (*text == '-') {
            buf_text(b, "\\-");
        } else if (*text == '\'') {
            buf_text(b, "\\(aq");
        } else if (*text == '"') {
            buf_text(b, "\\(dq");
        } else {
            buf_byte(b, *text);
        }
    }
}

/* The same at the start of a line or as an argument of a macro, where nothing may be taken for a
 * request or a macro. */
static void mdoc_start(struct buf *b, const char *text)
{
    buf_text(b, "\\&");
    mdoc_text(b, text);
}

/* A meaning as a line of its own. */
static void mdoc_sentence(struct buf *b, const char *text)
{
    char first = *text;
    if (first >= 'a' && first <= 'z')
        first = (char)(first - 'a' + 'A');
    buf_text(b, "\\&");
    buf_byte(b, first);
    mdoc_text(b, text + 1);
    buf_text(b, ".\n");
}

static void mdoc_list(struct buf *b, const char *width)
{
    buf_text(b, ".Bl -tag -width \"");
    buf_text(b, width);
    buf_text(b, "\" -compact\n");
}

/* ---- kinds and fields ---- */

/* Are these two of a row that differ in a digit at their end alone, such as Vraag1 and Vraag2. */
static bool same_row(const struct schema_field *f, const struct schema_field *g)
{
    size_t n = strlen(f->naam.tekst);
    return n == strlen(g->naam.tekst) && ascii_digit(f->naam.tekst[n - 1]) &&
           strncmp(f->naam.tekst, g->naam.tekst, n - 1) == 0 && f->meaning == g->meaning;
}

static const char *marks(const struct schema_field *f)
{
    static const char *const text[] = {[MUST] = "!", [MANY] = "*", [MUST | MANY] = "!*"};
    return f->flags ? text[f->flags] : "";
}

static void mdoc_words(struct buf *b, const struct naam *list)
{
    for (const struct naam *w = list; w->tekst; w++) {
        buf_text(b, w == list ? "" : ", ");
        mdoc_text(b, w->tekst);
    }
}

/* One field, or a row of them from `f` to `last`. */
static void mdoc_field(struct buf *b, const struct schema_kind *k, const struct schema_field *f,
                       const struct schema_field *last)
{
    buf_text(b, ".It Cm ");
    mdoc_start(b, f->naam.tekst);
    if (last != f) {
        buf_text(b, " No to Cm ");
        mdoc_start(b, last->naam.tekst);
    }
    buf_text(b, " No ");
    if (f->flags) {
        mdoc_start(b, marks(f));
        buf_byte(b, ' ');
    }
    mdoc_start(b, f->type->word);
    buf_byte(b, '\n');
    mdoc_start(b, f->meaning);
    if (f->refers && strcmp(f->refers, "*") != 0) {
        buf_text(b, "; names a ");
        mdoc_text(b, f->refers);
    }
    if (f->unless_value) {
        buf_text(b, "; may be left out when ");
        mdoc_text(b, k->fields[f->unless].naam.tekst);
        buf_text(b, " is ");
        mdoc_text(b, k->fields[f->unless].list[f->unless_value - 1].tekst);
    }
    if (f->list) {
        buf_text(b, ": ");
        mdoc_words(b, f->list);
    }
    buf_byte(b, '\n');
}

/* The types that fields have, each once, in the order in which they are first met. */
static void mdoc_types(struct buf *b, const struct schema *s)
{
    const struct schema_type *seen[SCHEMA_FIELDS_MAX];
    size_t n = 0;
    buf_text(b, ".Ss Types\n");
    mdoc_list(b, "soort en label");
    for (int i = 0; i < s->kind_count; i++) {
        const struct schema_kind *k = &s->kinds[i];
        short slots[SCHEMA_FIELDS_MAX], closing, count = schema_order(s, k, slots, &closing);
        for (short at_slot = 0; at_slot < count; at_slot++) {
            const struct schema_type *t = k->fields[slots[at_slot]].type;
            size_t at = 0;
            while (at < n && seen[at] != t)
                at++;
            if (at < n)
                continue;
            seen[n++] = t;
            buf_text(b, ".It No ");
            mdoc_start(b, t->word);
            buf_byte(b, '\n');
            mdoc_start(b, t->meaning);
            buf_byte(b, '\n');
        }
    }
    buf_text(b, ".El\n");
}

static void mdoc_kind(struct buf *b, const struct schema *s, const struct schema_kind *k)
{
    buf_text(b, ".Ss ");
    mdoc_start(b, k->naam.tekst);
    if (k->step) {
        buf_text(b, " (step ");
        buf_number(b, k->step);
        buf_byte(b, ')');
    }
    buf_byte(b, '\n');
    mdoc_sentence(b, k->meaning);
    buf_text(b, ".Pp\n");
    mdoc_list(b, "Bouwt_op label");
    for (short slot = s->common_count; slot < k->field_count; slot++) {
        const struct schema_field *f = &k->fields[slot], *last = f;
        while (slot + 1 < k->field_count && same_row(last, last + 1)) {
            last++;
            slot++;
        }
        mdoc_field(b, k, f, last);
    }
    buf_text(b, ".El\n");
}

/* The fields of every kind. */
static void mdoc_common(struct buf *b)
{
    const struct schema_kind *k = &soorten.kinds[S_Notitie];
    buf_text(b, ".Ss Every kind but Zaak\n");
    mdoc_list(b, "Bouwt_op label");
    for (const short *slot = soorten.middle; *slot >= 0; slot++)
        mdoc_field(b, k, &k->fields[*slot], &k->fields[*slot]);
    buf_text(b, ".El\n.Ss Every kind\n");
    mdoc_list(b, "Bouwt_op label");
    for (const short *slot = soorten.closing; *slot >= 0; slot++)
        mdoc_field(b, k, &k->fields[*slot], &k->fields[*slot]);
    buf_text(b, ".El\n");
}

static void soorten_mdoc(struct buf *b)
{
    mdoc_types(b, &soorten);
    for (int i = 0; i < soorten.kind_count; i++)
        mdoc_kind(b, &soorten, &soorten.kinds[i]);
    mdoc_common(b);
}

static void kader_mdoc(struct buf *b)
{
    mdoc_types(b, &kader_records);
    for (int i = 0; i < kader_records.kind_count; i++)
        mdoc_kind(b, &kader_records, &kader_records.kinds[i]);
}

/* The frameworks that are shipped, each by its last version, as they lie in share/kader below the
 * present folder. */
static void kaders_mdoc(struct buf *b)
{
    const struct naam *names;
    struct arena a = arena_make(no_memory);
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, "share/kader");
    size_t n = kaders_list(ks, &names);
    if (n == 0)
        _exit(STATUS_INPUT);
    buf_text(b, ".Bl -tag -width Ds -compact\n");
    for (size_t i = 0; i < n; i++) {
        const struct kader *k = kaders_find(ks, str_of(names[i].tekst));
        if (k->versie_count == 0)
            _exit(STATUS_INPUT);
        const struct kader_versie *v = &k->versies[k->versie_count - 1];
        buf_text(b, ".It Cm ");
        mdoc_start(b, names[i].tekst);
        buf_text(b, "\n");
        mdoc_start(b, arena_cstr(&a, v->eigenaar));
        buf_text(b, "; version ");
        mdoc_text(b, arena_cstr(&a, v->versie));
        buf_text(b, ", ");
        mdoc_text(b, arena_cstr(&a, v->tekst_status));
        buf_byte(b, '\n');
    }
    buf_text(b, ".El\n");
    arena_free(&a);
}

/* Kind, field, flags (`-` for none), type, closed list (words parted by `|`, `-` for none):
 * separated by TABs. */
static void soorten_tabs(struct buf *b)
{
    for (int i = 0; i < soorten.kind_count; i++) {
        const struct schema_kind *k = &soorten.kinds[i];
        short slots[SCHEMA_FIELDS_MAX], closing, n = schema_order(&soorten, k, slots, &closing);
        for (short at = 0; at < n; at++) {
            const struct schema_field *f = &k->fields[slots[at]];
            const char *cells[] = {k->naam.tekst, f->naam.tekst, f->flags ? marks(f) : "-",
                                   f->type->word};
            for (size_t c = 0; c < sizeof cells / sizeof *cells; c++) {
                buf_text(b, cells[c]);
                buf_byte(b, '\t');
            }
            for (const struct naam *w = f->list; w && w->tekst; w++) {
                buf_text(b, w == f->list ? "" : "|");
                buf_text(b, w->tekst);
            }
            buf_text(b, f->list ? "\n" : "-\n");
        }
    }
}

/* ---- rules ---- */

static void mdoc_term(struct buf *b, const struct termijn *t)
{
    static const char *const one[] = {
        [WERKDAGEN] = " working day", [DAGEN] = " day", [WEKEN] = " week", [JAREN] = " year"};
    buf_number(b, t->aantal);
    buf_text(b, one[t->eenheid]);
    buf_text(b, t->aantal == 1 ? "" : "s");
    buf_text(b, t->eigen ? " (own)" : "");
}

static void write_code(struct buf *b, enum code code)
{
    struct code_text text = code_text(code);
    buf_text(b, text.p);
}

/* The end of the first sentence of a text: behind its point and what closes it, before a space. */
static const char *sentence_end(const char *text)
{
    for (const char *p = text; *p; p++) {
        const char *end = p + 1 + (p[1] == '"' || p[1] == ')');
        if ((*p == '.' || *p == '?') && end[0] == ' ' && end[1] >= 'A' && end[1] <= 'Z')
            return end;
    }
    return text + strlen(text);
}

/* A part of a rule: its name, and its sentences, each on a line of its own, as mdoc(7) wants it. */
static void mdoc_part(struct buf *b, const char *name, const char *text)
{
    enum { SENTENCE_MAX = 1024 };
    buf_text(b, ".It ");
    buf_text(b, name);
    buf_byte(b, '\n');
    while (*text) {
        const char *end = sentence_end(text);
        char sentence[SENTENCE_MAX];
        snprintf(sentence, sizeof sentence, "%.*s", (int)(end - text), text);
        mdoc_start(b, sentence);
        buf_byte(b, '\n');
        text = *end ? end + 1 : end;
    }
}

static void mdoc_rule(struct buf *b, const struct regel *r)
{
    const struct uitleg *u = uitleg_zoek(r->code);
    buf_text(b, ".Ss ");
    write_code(b, r->code);
    buf_text(b, ": ");
    buf_text(b, niveau_woord(r->niveau));
    if (r->ook != NIVEAU_GEEN) {
        buf_text(b, " or ");
        buf_text(b, niveau_woord(r->ook));
    }
    buf_text(b, "\n.Bl -tag -width Source -compact\n.It When\n");
    mdoc_sentence(b, r->titel);
    for (size_t t = 0; t < 2 && r->termijn[t].eenheid != GEEN_TERMIJN; t++) {
        buf_text(b, t == 0 ? ".It Term\n" : "and ");
        mdoc_term(b, &r->termijn[t]);
        buf_byte(b, '\n');
    }
    mdoc_part(b, "Source", r->bron);
    if (u && u->norm)
        mdoc_part(b, "Norm", u->norm);
    if (u)
        mdoc_part(b, "Mend", u->herstel);
    if (r->vast || (r->ook_gesloten && r->code >= MC101)) {
        buf_text(b, ".It Also\n");
        buf_text(b, r->vast ? "Cannot be excepted.\n" : "");
        buf_text(b, r->ook_gesloten && r->code >= MC101 ? "Raised in closed cases too.\n" : "");
    }
    buf_text(b, ".El\n");
}

/* What mc-rules(7) tells: a section for each hundred, of which the last is of the exceptions. */
static void rules(struct buf *b)
{
    static const char *const hundreds[] = {
        "THE FILE (MC0)",
        "STEP 1: SIGNALS (MC1)",
        "STEP 2: CONSULTATION (MC2)",
        "STEP 3: THE TALK (MC3)",
        "STEP 4: THE WEIGHING (MC4)",
        "STEP 5: DECIDING AND REPORTING (MC5)",
        "TOGETHER WITH VEILIG THUIS (MC6)",
        "CLOSING (MC7)",
        "RECORDING (MC8)",
        "EXCEPTIONS (MC9)",
    };
    enum { HUNDRED = 100 };
    int before = -1;
    for (int i = 0; i < regel_count; i++) {
        int hundred = (int)regels[i].code / HUNDRED;
        if (hundred != before) {
            buf_text(b, ".Sh ");
            buf_text(b, hundreds[hundred]);
            buf_byte(b, '\n');
        }
        before = hundred;
        mdoc_rule(b, &regels[i]);
    }
}

/* The line of the whole file on which the mark of an example stands; 0: it has none. */
static long marked_line(const struct uitleg *u, const char *text)
{
    long line = 1;
    for (int i = 0; i < UITLEG_STUKKEN; i++)
        for (const char *p = u->boven & (1U << i) ? uitleg_stuk(i) : ""; *p; p++)
            line += *p == '\n';
    for (struct str rest = str_of(text); rest.n; line++)
        if (str_starts(str_cut(rest, '\n', &rest), STR(">")))
            return line;
    return 0;
}

/* The examples, for their test: a line `@ CODE fout|goed DAY LINE` (the line where the finding
 * stands, 0 for none; `-` for the day where a text cannot show it), then the file. */
static void write_example(struct buf *b, const struct uitleg *u, const char *which,
                          const char *text)
{
    buf_text(b, "@ ");
    write_code(b, u->code);
    buf_byte(b, ' ');
    buf_text(b, which);
    buf_byte(b, ' ');
    buf_text(b, u->boven & GEEN_TEKST ? "-" : u->dag ? u->dag : UITLEG_DAG);
    buf_byte(b, ' ');
    buf_number(b, marked_line(u, text));
    buf_byte(b, '\n');
    for (int i = 0; i < UITLEG_STUKKEN; i++)
        if (u->boven & (1U << i))
            buf_text(b, uitleg_stuk(i));
    struct str rest = str_of(text);
    while (rest.n) {
        struct str line = str_cut(rest, '\n', &rest);
        buf_str(b, str_from(line, str_starts(line, STR(">"))));
        buf_byte(b, '\n');
    }
}

/* Besides: a line `@ CODE doe`, then the commands. */
static void voorbeelden(struct buf *b)
{
    for (int i = 0; i < uitleg_count; i++) {
        const struct uitleg *u = &uitlegs[i];
        write_example(b, u, "fout", u->fout);
        write_example(b, u, "goed", u->goed);
        buf_text(b, "@ ");
        write_code(b, u->code);
        buf_text(b, " doe\n");
        buf_text(b, u->doe ? u->doe : "");
        buf_text(b, u->doe ? "\n" : "");
    }
}

/* ---- purposes ---- */

static void doelen_mdoc(struct buf *b)
{
    buf_text(b, ".Bl -tag -width dossier\n");
    for (const struct export_doel *d = export_doelen; d->naam; d++) {
        buf_text(b, ".It Cm ");
        mdoc_start(b, d->naam);
        buf_text(b, "\nFor ");
        mdoc_text(b, d->voor);
        buf_text(b, ".\nWhat leaves: ");
        mdoc_text(b, d->wat);
        buf_text(b, ".\n");
        buf_text(b, "Formats: ");
        for (int i = 0; i < DOEL_FORMATEN && d->formaten[i]; i++) {
            buf_text(b, i ? ", " : "");
            mdoc_text(b, d->formaten[i]->naam);
        }
        buf_text(b, ".\n");
    }
    buf_text(b, ".El\n");
}

/* ---- JSON Schema ---- */

/* Takes `value` over. */
static void put(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        no_memory();
}

static void push(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        no_memory();
}

static json_t *typed(const char *type, const char *description)
{
    return json_pack("{s:s, s:s}", "type", type, "description", description);
}

static json_t *reference(const char *definition)
{
    return json_pack("{s:s+}", "$ref", "#/$defs/", definition);
}

/* An array of `items`, which is taken over. */
static json_t *array_of(json_t *items)
{
    return json_pack("{s:s, s:o}", "type", "array", "items", items);
}

/* An object with `properties`, which are taken over, of which `required` (ended by NULL) must be
 * there. */
static json_t *object_with(json_t *properties, const char *const *required)
{
    json_t *names = json_array();
    while (*required)
        push(names, json_string(*required++));
    return json_pack("{s:s, s:o, s:o}", "type", "object", "properties", properties, "required",
                     names);
}

/* One field. Every readable case is exported, findings and all: so a word outside its closed list
 * or a mandatory field that is not there is no reason to refuse an export, and both are told as
 * annotations. */
static json_t *schema_of_field(const struct schema_field *f)
{
    json_t *s = reference(f->flags & MANY ? "values" : "value");
    const char *mandatory = f->unless_value   ? " (mandatory with an exception)"
                            : f->flags & MUST ? " (mandatory)"
                                              : "";
    put(s, "description", json_pack("s+", f->meaning, mandatory));
    if (f->list) {
        json_t *words = json_array();
        for (const struct naam *w = f->list; w->tekst; w++)
            push(words, json_string(w->tekst));
        put(s, "examples", words);
    }
    return s;
}

static json_t *schema_of_kind(const struct schema_kind *k)
{
    static const char *const of_zaak[] = {"Zaak", NULL}, *const of_others[] = {NULL};
    bool header = k == &soorten.kinds[S_Zaak];
    json_t *properties = json_object();
    if (header)
        put(properties, k->naam.tekst, typed("string", "id of the case"));
    short slots[SCHEMA_FIELDS_MAX], closing, n = schema_order(&soorten, k, slots, &closing);
    for (short i = 0; i < n; i++)
        put(properties, k->fields[slots[i]].naam.tekst, schema_of_field(&k->fields[slots[i]]));
    json_t *s = object_with(properties, header ? of_zaak : of_others);
    put(s, "description", json_string(k->meaning));
    put(s, "additionalProperties", reference("value"));
    return s;
}

/* An entry: what is in `velden` hangs on `soort`. An unknown kind has fields too. */
static json_t *schema_of_entry(void)
{
    static const char *const required[] = {"soort", "label", "velden", NULL};
    json_t *properties = json_object(), *by_kind = json_array(), *kinds = json_array();
    for (int i = S_Zaak + 1; i < soorten.kind_count; i++) {
        const char *name = soorten.kinds[i].naam.tekst;
        push(kinds, json_string(name));
        push(by_kind, json_pack("{s:{s:{s:{s:s}}}, s:{s:{s:o}}}", "if", "properties", "soort",
                                "const", name, "then", "properties", "velden", reference(name)));
    }
    json_t *soort = typed("string", "kind of the entry; one that is not listed is kept too");
    put(soort, "examples", kinds);
    put(properties, "soort", soort);
    put(properties, "label", typed("string", "unique among the entries of its kind that count"));
    put(properties, "regel", typed("integer", "line in the case file (computed)"));
    put(properties, "vervangen", typed("boolean", "a later entry replaces it (computed)"));
    put(properties, "velden",
        json_pack("{s:s, s:o}", "type", "object", "additionalProperties", reference("value")));
    json_t *s = object_with(properties, required);
    put(s, "allOf", by_kind);
    return s;
}

/* Where a case or a person stands; all of it is computed. */
static json_t *schema_of_stand(void)
{
    static const char *const required[] = {"stand", NULL};
    json_t *properties = json_object(), *standen = json_array(), *uitkomsten = json_array();
    for (int i = 0; i < STANDEN; i++)
        push(standen, json_string(stand_woord((enum stand)i)));
    for (int i = UITKOMST_GEEN + 1; i <= UITKOMST_MELDEN; i++)
        push(uitkomsten, json_string(uitkomst_woord((enum uitkomst)i)));
    json_t *uitkomst = json_pack("{s:o}", "enum", uitkomsten);
    put(uitkomst, "description", json_string("outcome of the weighing; absent without a Weging"));
    json_t *norm = array_of(typed("integer", "number of a reporting norm"));
    put(norm, "description", json_string("norms of that outcome; absent without a Weging"));
    put(properties, "stand", json_pack("{s:o}", "enum", standen));
    put(properties, "uitkomst", uitkomst);
    put(properties, "norm", norm);
    return object_with(properties, required);
}

static json_t *schema_of_case(void)
{
    static const char *const required[] = {"formaat", "zaak", "aantekeningen", NULL};
    json_t *person = reference("stand"), *voortgang = reference("stand"),
           *properties = json_object();
    put(person, "properties", json_pack("{s:o}", "label", typed("string", "of the Persoon")));
    put(person, "required", json_pack("[s]", "label"));
    put(voortgang, "description", json_string("where the case stands (computed)"));
    put(voortgang, "properties", json_pack("{s:o}", "personen", array_of(person)));
    put(properties, "formaat", json_pack("{s:i}", "const", 1));
    put(properties, "zaak", reference("Zaak"));
    put(properties, "aantekeningen", array_of(reference("entry")));
    put(properties, "voortgang", voortgang);
    return object_with(properties, required);
}

static int into_buf(const char *text, size_t n, void *buf)
{
    buf_add(buf, text, n);
    return 0;
}

/* One schema for both formats: json is an array of cases, jsonl a case a line. */
static void json_schema(struct buf *b)
{
    json_t *defs = json_object(), *s = json_object();
    json_t *value = array_of(json_pack("{s:s}", "type", "string"));
    json_t *values = json_deep_copy(value);
    put(value, "type", json_pack("[s, s]", "string", "array"));
    put(value, "description", json_string("an array where a field stands more than once"));
    put(values, "description", json_string("of a field that may be repeated: always an array"));
    put(defs, "value", value);
    put(defs, "values", values);
    put(defs, "stand", schema_of_stand());
    put(defs, "entry", schema_of_entry());
    put(defs, "case", schema_of_case());
    for (int i = 0; i < soorten.kind_count; i++)
        put(defs, soorten.kinds[i].naam.tekst, schema_of_kind(&soorten.kinds[i]));
    put(s, "$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
    put(s, "title", json_string("Case files of meldcode-tools"));
    put(s, "description", json_string("what mc-export writes as json, and a line of its jsonl"));
    put(s, "anyOf", json_pack("[o, o]", array_of(reference("case")), reference("case")));
    put(s, "$defs", defs);
    if (json_dump_callback(s, into_buf, b, JSON_INDENT(2)) != 0)
        no_memory();
    buf_byte(b, '\n');
    json_decref(s);
}

/* ---- */

static const struct table {
    const char *name;
    void (*print)(struct buf *b);
} tables[] = {
    {"soorten-mdoc", soorten_mdoc}, {"rules", rules},
    {"doelen-mdoc", doelen_mdoc},   {"json-schema", json_schema},
    {"soorten", soorten_tabs},      {"voorbeelden", voorbeelden},
    {"kader-mdoc", kader_mdoc},     {"kaders-mdoc", kaders_mdoc},
};

enum { TABLES = sizeof tables / sizeof *tables };

static int usage(struct arena *a)
{
    struct buf b = buf_to(STDERR_FILENO, a, 512);
    buf_text(&b, "usage: tables NAME\n");
    for (size_t i = 0; i < TABLES; i++) {
        buf_text(&b, "    ");
        buf_text(&b, tables[i].name);
        buf_byte(&b, '\n');
    }
    buf_flush(&b);
    return STATUS_USAGE;
}

int main(int argc, char **argv)
{
    struct arena a = arena_make(no_memory);
    struct buf out = buf_to(STDOUT_FILENO, &a, OUT_BLOCK);
    const struct table *t = NULL;
    for (size_t i = 0; argc == 2 && i < TABLES; i++)
        if (strcmp(tables[i].name, argv[1]) == 0)
            t = &tables[i];
    int status = 0;
    if (t)
        t->print(&out);
    else
        status = usage(&a);
    if (buf_flush(&out) != 0 || close(STDOUT_FILENO) != 0)
        status = STATUS_WRITE;
    arena_free(&a);
    return status;
}
