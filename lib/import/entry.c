#include "import/entry.h"

#include "rec/writer.h"

#include <stdlib.h>

struct import_entry import_entry_make(const struct schema_kind *kind, struct arena *a)
{
    return (struct import_entry){.kind = kind, .arena = a};
}

const struct schema_field *import_field(const struct schema_kind *k, struct str name)
{
    short slots[SCHEMA_FIELDS_MAX], closing;
    short n = schema_order(&soorten, k, slots, &closing);
    for (short i = 0; i < n; i++)
        if (str_eq_fold(str_of(k->fields[slots[i]].naam.tekst), name))
            return &k->fields[slots[i]];
    return NULL;
}

/* The word of the closed list that was meant; the value itself when there is none. */
static struct str listed_word(const struct schema_field *f, struct str value)
{
    for (const struct naam *w = f->list; w && w->tekst; w++)
        if (str_eq_fold(str_of(w->tekst), value))
            return str_of(w->tekst);
    return value;
}

void import_entry_add(struct import_entry *e, struct str name, struct str value, unsigned place)
{
    value = rec_newlines(e->arena, value);
    if (str_eq_fold(str_of(e->kind->naam.tekst), name)) {
        e->label = value;
        e->label_given = true;
        e->label_place = place;
        return;
    }
    const struct schema_field *f = import_field(e->kind, name);
    if (f) {
        name = str_of(f->naam.tekst);
        value = listed_word(f, value);
    }
    *arena_push(e->arena, &e->fields) = (struct rec_field){name, value, place};
}

/* ---- an input ---- */

static const struct str BOM = {"\xef\xbb\xbf", 3};

/* A line that is kept of an input with comments. */
struct line {
    unsigned regel; /* in the input, from 1 */
    bool offered;   /* it stands directly below a comment */
};

struct lines {
    struct line *at;
    size_t n, cap;
};

/* The input without its comments; what stands on line N of it came from lines.at[N - 1]. */
static struct str without_comments(struct arena *a, struct str bytes, struct lines *lines,
                                   struct diags *list)
{
    struct buf kept = buf_in(a);
    bool below = false;
    unsigned regel = 1;
    for (struct str rest, line; bytes.n; bytes = rest, regel++) {
        line = str_cut(bytes, '\n', &rest);
        if (str_starts(line, STR("#"))) {
            below = true;
            continue;
        }
        /* Else it would go on with the field above the comment, and perhaps one that is not meant.
         */
        if (below && str_starts(line, STR("+"))) {
            diag_add(list, diag_make(MC001, regel));
            continue;
        }
        *arena_push(a, lines) = (struct line){regel, below};
        buf_str(&kept, line);
        if (rest.p)
            buf_byte(&kept, '\n');
        below = false;
    }
    return buf_all(&kept);
}

/* Where a line of what is kept came from. */
static struct line line_of(const struct lines *lines, unsigned regel)
{
    return regel >= 1 && regel <= lines->n ? lines->at[regel - 1] : (struct line){regel, false};
}

static int by_line(const void *x, const void *y)
{
    const struct diag *a = x, *b = y;
    return (a->regel > b->regel) - (a->regel < b->regel);
}

/* What is left as it was offered is remembered by its name in the table. */
static bool left_blank(struct import_entry *e, const struct rec_field *f, unsigned place)
{
    const struct schema_field *known = import_field(e->kind, f->name);
    bool label = str_eq_fold(str_of(e->kind->naam.tekst), f->name);
    if (f->value.n || !(known || label))
        return false;
    struct str name = label ? str_of(e->kind->naam.tekst) : str_of(known->naam.tekst);
    *arena_push(e->arena, &e->blanks) = (struct import_blank){name, place};
    return true;
}

void import_entry_option(struct import_entry *e, const char *typed, unsigned number,
                         struct diags *list)
{
    struct str value, name = str_cut(str_of(typed), '=', &value);
    unsigned place = PLACE_OPTION | number;
    value = rec_newlines(e->arena, value);
    if (!rec_name_valid(name))
        diag_add(list, diag_make(MC001, place));
    else if (rec_forbidden(value) < value.n)
        diag_add(list, diag_make(MC002, place));
    import_entry_add(e, name, value, place);
}

size_t import_entry_input(struct import_entry *e, struct str bytes, struct diags *list)
{
    struct rec_unit u;
    struct lines lines = {0};
    size_t before = list->n;
    bytes = rec_newlines(e->arena, bytes);
    if (str_starts(bytes, BOM))
        bytes = str_from(bytes, BOM.n);
    bytes = without_comments(e->arena, bytes, &lines, list);
    size_t read = list->n;
    rec_read_loose(bytes, e->arena, &u, list);
    for (size_t i = read; i < list->n; i++)
        list->at[i].regel = line_of(&lines, list->at[i].regel).regel;
    if (list->n > before)
        qsort(list->at + before, list->n - before, sizeof *list->at, by_line);
    for (size_t i = 0; u.n && i < u.records[0].n; i++) {
        const struct rec_field *f = &u.records[0].fields[i];
        struct line line = line_of(&lines, f->regel);
        if (!line.offered || !left_blank(e, f, line.regel))
            import_entry_add(e, f->name, f->value, line.regel);
    }
    return u.n;
}

bool import_entry_filled(const struct import_entry *e)
{
    for (size_t i = 0; i < e->fields.n; i++)
        if (e->fields.at[i].value.n)
            return true;
    return e->label.n > 0;
}

/* ---- fields ---- */

bool import_entry_drop(struct import_entry *e, struct str name)
{
    const struct schema_field *f = import_field(e->kind, name);
    if (f)
        name = str_of(f->naam.tekst);
    size_t kept = 0, before = e->fields.n;
    for (size_t i = 0; i < before; i++)
        if (!str_eq(e->fields.at[i].name, name))
            e->fields.at[kept++] = e->fields.at[i];
    e->fields.n = kept;
    return f || kept < before;
}

static bool given(const struct import_entry *e, struct str name)
{
    for (size_t i = 0; i < e->fields.n; i++)
        if (str_eq(e->fields.at[i].name, name))
            return true;
    return false;
}

bool import_entry_has(const struct import_entry *e, struct str name)
{
    for (size_t i = 0; i < e->fields.n; i++)
        if (str_eq(e->fields.at[i].name, name) && e->fields.at[i].value.n)
            return true;
    return false;
}

void import_entry_copy(struct import_entry *e, const struct aantekening *from)
{
    struct import_entry asked = *e; /* what was given before anything is copied */
    for (size_t i = 0; i < from->e.n; i++) {
        const struct value *v = &from->e.values[i];
        if (v->slot != Veld_Vastgelegd && v->slot != Veld_Door && v->slot != FIELD_KIND &&
            !given(&asked, v->name))
            *arena_push(e->arena, &e->fields) =
                (struct rec_field){v->name, v->text, PLACE_ZAAK | v->regel};
    }
}

void import_entry_set(struct import_entry *e, const char *name, struct str value)
{
    import_entry_drop(e, str_of(name));
    value = rec_newlines(e->arena, value);
    *arena_push(e->arena, &e->fields) = (struct rec_field){str_of(name), value, PLACE_SET};
}

/* The line of a field that is missing is that where the template asks for it. */
static void place_missing(const struct import_entry *e, struct diag *d)
{
    for (size_t i = 0; i < e->blanks.n && d->code == MC007; i++)
        if (str_is(e->blanks.at[i].name, d->veld.tekst))
            d->regel = e->blanks.at[i].place;
}

struct entry import_entry_bind(const struct import_entry *e, struct diags *list)
{
    struct rec_record r = {.regel = e->label_place ? e->label_place
                                    : e->fields.n  ? e->fields.at[0].regel
                                                   : PLACE_SET};
    r.n = e->fields.n + 1;
    r.fields = arena_new(e->arena, struct rec_field, r.n);
    r.fields[0] = (struct rec_field){str_of(e->kind->naam.tekst), e->label, r.regel};
    if (e->fields.n)
        memcpy(r.fields + 1, e->fields.at, e->fields.n * sizeof *r.fields);
    size_t before = list->n;
    struct entry bound = schema_bind(&soorten, &r, e->arena, ENTRY_NONE, list);
    for (size_t i = before; i < list->n; i++) {
        list->at[i].niveau = NIVEAU_FOUT;
        if (list->at[i].code == MC004)
            list->at[i].form = MC004_GEWEIGERD;
        if (list->at[i].form == MC007_ONTBREEKT)
            place_missing(e, &list->at[i]);
    }
    return bound;
}

const struct schema_kind *import_kind(struct str word)
{
    static const enum soort by_step[] = {S_Signaal, S_Overleg, S_Gesprek, S_Weging, S_Besluit};
    long step = word.n == 1 ? str_number(word) : -1;
    if (step >= 1 && step <= 5)
        return &soorten.kinds[by_step[step - 1]];
    for (int i = 0; i < soorten.kind_count; i++)
        if (str_eq_fold(str_of(soorten.kinds[i].naam.tekst), word))
            return &soorten.kinds[i];
    return NULL;
}
