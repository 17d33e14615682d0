/* rec: an entry a record, for recutils: each says of which case it is, and whether it was replaced.
 *
 * No descriptors stand in it, so that two exports can be put behind each other. */
#include "export/export.h"

#include "rec/writer.h"

#define ZAAK_ID "ZaakId"
#define VERVANGEN "Vervangen"

/* What this format adds to a record. A field or kind of the case that has one of these names gets
 * X_ before it: else it would put an entry in another case, or say that it was replaced. */
static const char *const added[] = {ZAAK_ID, VERVANGEN};

static bool collides(struct str name)
{
    for (size_t i = 0; i < sizeof added / sizeof *added; i++)
        if (str_is(name, added[i]))
            return true;
    return false;
}

static struct str free_name(struct arena *a, struct str name)
{
    if (!collides(name))
        return name;
    struct buf b = buf_in(a);
    buf_text(&b, "X_");
    buf_str(&b, name);
    return buf_all(&b);
}

/* The entry with free names; itself where they are. No field of the table collides, so that what
 * stands in a slot is left alone. */
static struct entry with_free_names(const struct entry *e, struct arena *a)
{
    struct entry free = *e;
    free.name = free_name(a, e->name);
    bool any = false;
    for (size_t i = 0; i < e->n; i++)
        any = any || (e->values[i].slot < 0 && collides(e->values[i].name));
    if (!any)
        return free;
    free.values = arena_new(a, struct value, e->n);
    for (size_t i = 0; i < e->n; i++) {
        free.values[i] = e->values[i];
        free.values[i].name = free_name(a, e->values[i].name);
        if (e->values[i].next)
            free.values[i].next = &free.values[e->values[i].next - e->values];
    }
    return free;
}

static void write_record(struct export *x, const struct zaak *z, const struct aantekening *a)
{
    struct entry e = with_free_names(&a->e, x->scratch);
    rec_write_field(x->out, e.name, e.label);
    rec_write_field(x->out, STR(ZAAK_ID), z->id);
    rec_write_fields(x->out, &soorten, &e);
    if (a->vervangen)
        rec_write_field(x->out, STR(VERVANGEN), STR("ja"));
    buf_byte(x->out, '\n');
}

static void write_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    (void)v;
    for (int i = 0; i < z->n; i++)
        if (export_vertrekt(x, &z->at[i]))
            write_record(x, z, &z->at[i]);
}

const struct export_formaat export_rec = {.naam = "rec", .uitgang = "rec", .zaak = write_case};
