#include "rec/schema.h"

#include <stdlib.h>

/* ---- the table ---- */

static bool named(struct naam naam, struct str s)
{
    /* A NUL in `s` ends the comparison: only the length says whether it ended at the end. */
    return s.n && strncmp(naam.tekst, s.p, s.n) == 0 && strlen(naam.tekst) == s.n;
}

const struct schema_kind *schema_kind(const struct schema *s, struct str name)
{
    for (int i = 0; i < s->kind_count; i++)
        if (named(s->kinds[i].naam, name))
            return &s->kinds[i];
    return NULL;
}

static short add_slots(short *slots, short n, const short *list)
{
    while (list && *list >= 0)
        slots[n++] = *list++;
    return n;
}

short schema_order(const struct schema *s, const struct schema_kind *k, short *slots,
                   short *closing)
{
    short n = 0;
    for (short i = s->common_count; i < k->field_count; i++)
        slots[n++] = i;
    if (!(k->flags & COMMON_LESS))
        n = add_slots(slots, n, s->middle);
    short before = n;
    n = add_slots(slots, n, s->closing);
    *closing = (short)(n - before);
    return n;
}

static short listed(const struct schema_kind *k, const short *list, struct str name)
{
    for (; list && *list >= 0; list++)
        if (named(k->fields[*list].naam, name))
            return *list;
    return FIELD_UNKNOWN;
}

short schema_slot(const struct schema *s, const struct schema_kind *k, struct str name)
{
    if (str_starts(name, STR("X_")))
        return FIELD_OWN_NAME;
    for (short i = s->common_count; i < k->field_count; i++)
        if (named(k->fields[i].naam, name))
            return i;
    short slot = listed(k, s->closing, name);
    if (slot == FIELD_UNKNOWN && !(k->flags & COMMON_LESS))
        slot = listed(k, s->middle, name);
    return slot;
}

bool schema_label_valid(struct str s)
{
    if (s.n == 0 || s.n > 32 || !ascii_alnum(s.p[0]))
        return false;
    for (size_t i = 1; i < s.n; i++)
        if (!ascii_alnum(s.p[i]) && s.p[i] != '_' && s.p[i] != '-')
            return false;
    return true;
}

bool schema_mandatory(const struct entry *e, short slot)
{
    const struct schema_field *f = &e->kind->fields[slot];
    if (!(f->flags & MUST))
        return false;
    return !f->unless_value || entry_number(e, f->unless) != f->unless_value;
}

struct naam schema_nearest_kind(const struct schema *s, struct str name)
{
    struct nearest n = nearest_make(name);
    for (int i = 0; i < s->kind_count; i++)
        nearest_try(&n, s->kinds[i].naam);
    return nearest_found(&n);
}

struct naam schema_nearest_field(const struct schema *s, const struct schema_kind *k,
                                 struct str name)
{
    struct nearest n = nearest_make(name);
    short slots[SCHEMA_FIELDS_MAX], closing;
    short count = schema_order(s, k, slots, &closing);
    for (short i = 0; i < count; i++)
        nearest_try(&n, k->fields[slots[i]].naam);
    return nearest_found(&n);
}

struct naam schema_nearest_value(const struct schema_field *f, struct str text)
{
    struct nearest n = nearest_make(text);
    if (f->list && !f->list[1].tekst)
        return (struct naam){0}; /* the only word there is needs no hint */
    for (const struct naam *w = f->list; w && w->tekst; w++)
        nearest_try(&n, *w);
    return nearest_found(&n);
}

/* ---- types ---- */

static enum code read_text(const struct schema_field *f, struct value *v)
{
    (void)f;
    (void)v;
    return CODE_NONE;
}

static enum code read_closed(const struct schema_field *f, struct value *v)
{
    for (int i = 0; f->list[i].tekst; i++) {
        if (named(f->list[i], v->text)) {
            v->number = i + 1;
            return CODE_NONE;
        }
    }
    return MC006;
}

static enum code read_moment_or_day(const struct schema_field *f, struct value *v)
{
    (void)f;
    if (date_read_day(v->text, &v->day) || date_read_moment(v->text, &v->day, &v->number))
        return CODE_NONE;
    return MC008;
}

static enum code read_day(const struct schema_field *f, struct value *v)
{
    (void)f;
    return date_read_day(v->text, &v->day) ? CODE_NONE : MC008;
}

static enum code read_moment(const struct schema_field *f, struct value *v)
{
    (void)f;
    return date_read_moment(v->text, &v->day, &v->number) ? CODE_NONE : MC008;
}

static enum code read_period(const struct schema_field *f, struct value *v)
{
    (void)f;
    return date_read_period(v->text, &v->day) ? CODE_NONE : MC008;
}

static enum code read_label(const struct schema_field *f, struct value *v)
{
    (void)f;
    return schema_label_valid(v->text) ? CODE_NONE : MC006;
}

static enum code read_number(const struct schema_field *f, struct value *v)
{
    (void)f;
    v->number = v->text.n <= 2 ? str_number(v->text) : -1;
    return v->number >= 0 ? CODE_NONE : MC006;
}

static enum code read_numbers(const struct schema_field *f, struct value *v)
{
    (void)f;
    struct str rest = v->text;
    do {
        struct str one = str_trim(str_cut(rest, ',', &rest));
        if (one.n > 2 || str_number(one) < 0)
            return MC006;
    } while (rest.p);
    return CODE_NONE;
}

const struct schema_type type_text = {"tekst", N_("any text"), read_text, NULL};
const struct schema_type type_closed = {"lijst", N_("one of the words listed"), read_closed, NULL};
const struct schema_type type_moment_or_day = {
    "d", N_("JJJJ-MM-DD, or RFC 3339 with seconds and offset"), read_moment_or_day,
    "[12][0-9]{3}-[01][0-9]-[0-3][0-9](T[0-9:]{8}(Z|[+-][0-9]{2}:[0-9]{2}))?"};
const struct schema_type type_day = {"D", N_("JJJJ-MM-DD"), read_day,
                                     "[12][0-9]{3}-[01][0-9]-[0-3][0-9]"};
const struct schema_type type_moment = {"moment", N_("RFC 3339 with seconds and offset"),
                                        read_moment,
                                        "[12][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-9:]{8}"
                                        "(Z|[+-][0-9]{2}:[0-9]{2})"};
const struct schema_type type_period = {"periode", N_("JJJJ, JJJJ-MM, or a day or moment"),
                                        read_period, "[12][0-9]{3}(-[01][0-9].*)?"};
const struct schema_type type_label = {
    "label", N_("label of an entry: a letter or digit, then at most 31 letters, digits, _ -"),
    read_label, "[A-Za-z0-9][A-Za-z0-9_-]{0,31}"};
const struct schema_type type_number = {"getal", N_("0 to 99"), read_number, "[0-9]{1,2}"};
const struct schema_type type_numbers = {"getallen", N_("numbers from 0 to 99, commas between"),
                                         read_numbers, "[0-9]{1,2}( *, *[0-9]{1,2})*"};

/* ---- binding ---- */

#define NO_NAME ((struct naam){0})

struct bind {
    const struct schema *s;
    struct entry *e;
    struct arena *a;
    struct diags *list;
    int ordinal;
};

static void fault(const struct bind *b, enum code code, int form, unsigned regel, struct naam veld,
                  struct naam hint)
{
    struct diag d = diag_make(code, regel);
    d.form = form;
    d.entry = b->ordinal;
    if (b->e->kind)
        d.soort = b->e->kind->naam;
    d.veld = veld;
    d.hint = hint;
    diag_add(b->list, d);
}

static int by_name(const void *x, const void *y)
{
    const struct value *a = *(struct value *const *)x, *b = *(struct value *const *)y;
    int order = str_cmp(a->name, b->name);
    return order != 0 ? order : (a > b) - (a < b);
}

/* Chains the repeats of fields that are not in the table: sorted, so that thousands cost no more
 * each. */
static void chain_strangers(const struct bind *b, size_t count)
{
    struct value **sorted = arena_new(b->a, struct value *, count);
    size_t n = 0;
    for (size_t i = 0; i < b->e->n; i++)
        if (b->e->values[i].slot < 0)
            sorted[n++] = &b->e->values[i];
    qsort(sorted, n, sizeof *sorted, by_name);
    for (size_t i = 0; i < n; i++) {
        sorted[i]->first = i == 0 || !str_eq(sorted[i - 1]->name, sorted[i]->name);
        if (!sorted[i]->first)
            sorted[i - 1]->next = sorted[i];
    }
}

/* Gives every value its slot and chains those of one field, in the order of the file. */
static void chain(const struct bind *b, const struct rec_record *r)
{
    struct entry *e = b->e;
    short field_count = e->kind ? e->kind->field_count : 0;
    struct value **last = arena_new(b->a, struct value *, (size_t)field_count);
    size_t strangers = 0;
    for (size_t i = 0; i < e->n; i++) {
        const struct rec_field *f = &r->fields[i + 1];
        struct value *v = &e->values[i];
        *v = (struct value){.name = f->name, .text = f->value, .regel = f->regel, .day = DAY_NONE};
        v->state = v->text.n ? VALUE_GOOD : VALUE_EMPTY;
        v->slot = str_eq(f->name, e->name) ? FIELD_KIND
                  : e->kind                ? schema_slot(b->s, e->kind, f->name)
                                           : FIELD_UNKNOWN;
        if (v->slot < 0) {
            strangers++;
        } else if (last[v->slot]) {
            last[v->slot]->next = v;
            last[v->slot] = v;
        } else {
            v->first = true;
            e->slot[v->slot] = last[v->slot] = v;
        }
    }
    if (strangers)
        chain_strangers(b, strangers);
}

/* The form of a finding on a value that is wrong: the slips that the eye does not see have their
 * own. */
static int slip(const struct schema_field *f, const struct value *v, enum code code)
{
    struct value trimmed = *v;
    trimmed.text = str_trim(v->text);
    if ((code == MC006 || code == MC008) && trimmed.text.n != v->text.n && trimmed.text.n &&
        f->type->read(f, &trimmed) == CODE_NONE)
        return code == MC006 ? MC006_SPATIE : MC008_SPATIE;
    if (code == MC006 && f->flags & MANY &&
        (memchr(v->text.p, ',', v->text.n) || memchr(v->text.p, ';', v->text.n)))
        return MC006_MEER;
    return 0;
}

static void value_read(const struct bind *b, struct value *v, bool judged)
{
    const struct schema_field *f = &b->e->kind->fields[v->slot];
    if (v->state == VALUE_EMPTY)
        return;
    enum code code = f->type->read(f, v);
    /* Where the list itself has the word it is an answer like the others. */
    bool listed = f->list && code == CODE_NONE;
    if (str_eq(v->text, STR("onbekend")) && !listed && !schema_mandatory(b->e, v->slot)) {
        v->state = VALUE_UNKNOWN;
        v->number = 0;
        return;
    }
    if (code == CODE_NONE)
        return;
    v->state = VALUE_BAD;
    v->number = 0;
    v->day = DAY_NONE;
    if (judged)
        fault(b, code, slip(f, v, code), v->regel, f->naam, schema_nearest_value(f, v->text));
}

/* Reads the values of one field. At most one finding for a code, an entry and a field; of a field
 * that may stand once the first counts, and it alone is judged. */
static void field_read(const struct bind *b, struct value *first)
{
    const struct schema_field *f = &b->e->kind->fields[first->slot];
    bool judged = true;
    for (struct value *v = first; v; v = v->next) {
        value_read(b, v, judged);
        judged = judged && v->state != VALUE_BAD && (f->flags & MANY);
    }
    if (first->next && !(f->flags & MANY))
        fault(b, MC010, MC010_VELD, first->next->regel, f->naam, NO_NAME);
}

static void stranger_read(const struct bind *b, const struct value *v, bool known_kind)
{
    if (!known_kind)
        return; /* what is not known is not judged */
    if (v->slot == FIELD_KIND)
        fault(b, MC010, MC010_SOORT, v->regel, b->e->kind->naam, NO_NAME);
    else if (v->slot == FIELD_UNKNOWN)
        fault(b, MC004, MC004_VELD, v->regel, NO_NAME,
              schema_nearest_field(b->s, b->e->kind, v->name));
}

static bool excused(const struct bind *b)
{
    if (b->e->kind->flags & COMMON_LESS)
        return false;
    for (const short *slot = b->s->excuses; slot && *slot >= 0; slot++)
        if (entry_has(b->e, *slot))
            return true;
    return false;
}

static void look_for_missing(const struct bind *b)
{
    const struct entry *e = b->e;
    for (short slot = 0; slot < e->kind->field_count; slot++)
        if (schema_mandatory(e, slot) && !entry_has(e, slot))
            fault(b, MC007, e->slot[slot] ? MC007_LEEG : MC007_ONTBREEKT,
                  e->slot[slot] ? e->slot[slot]->regel : e->regel, e->kind->fields[slot].naam,
                  NO_NAME);
}

static void label_read(const struct bind *b)
{
    const struct entry *e = b->e;
    if (e->kind->flags & LABEL_FREE)
        return;
    if (e->label.n == 0)
        fault(b, MC007, MC007_LABEL, e->regel, e->kind->naam, NO_NAME);
    else if (!schema_label_valid(e->label))
        fault(b, MC006, MC006_LABEL, e->regel, e->kind->naam, NO_NAME);
}

struct entry schema_bind(const struct schema *s, const struct rec_record *r, struct arena *a,
                         int ordinal, struct diags *list)
{
    struct entry e = {.name = r->fields[0].name, .label = r->fields[0].value, .regel = r->regel};
    const struct schema_kind *known = schema_kind(s, e.name);
    e.kind = known ? known : s->other;
    e.n = r->n - 1;
    e.values = arena_new(a, struct value, e.n);
    if (e.kind)
        e.slot = arena_new(a, struct value *, (size_t)e.kind->field_count);
    struct bind b = {s, &e, a, list, ordinal};
    chain(&b, r);
    if (!known && !str_starts(e.name, STR("X_")))
        fault(&b, MC004, MC004_SOORT, e.regel, NO_NAME, schema_nearest_kind(s, e.name));
    if (known)
        label_read(&b);
    for (size_t i = 0; i < e.n; i++) {
        struct value *v = &e.values[i];
        if (v->first && v->slot >= 0 && e.kind)
            field_read(&b, v);
        else if (v->first)
            stranger_read(&b, v, known != NULL);
    }
    if (known && !excused(&b))
        look_for_missing(&b);
    return e;
}
