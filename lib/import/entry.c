#include "import/entry.h"

#include "rec/writer.h"

struct import_entry import_entry_make(const struct schema_kind *kind, struct arena *a)
{
    return (struct import_entry){.kind = kind, .arena = a};
}

const struct schema_field *import_field(const struct schema_kind *k, struct str name)
{
    short slots[64], closing;
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

size_t import_entry_input(struct import_entry *e, struct str bytes, struct diags *list)
{
    struct rec_unit u;
    rec_read_loose(rec_newlines(e->arena, bytes), e->arena, &u, list);
    for (size_t i = 0; u.n && i < u.records[0].n; i++) {
        const struct rec_field *f = &u.records[0].fields[i];
        import_entry_add(e, f->name, f->value, f->regel);
    }
    return u.n;
}

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
