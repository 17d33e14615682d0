#include "import/kolom.h"

#include "import/entry.h"

/* `Soort/label.Veld` in its parts; p of a part that is not there is NULL. */
struct parts {
    struct str soort, label, veld;
};

static struct parts cut(struct str kop)
{
    struct parts p = {0};
    p.soort = str_cut(kop, '.', &p.veld);
    p.soort = str_cut(p.soort, '/', &p.label);
    return p;
}

static const struct schema_kind *kind_named(struct str name)
{
    for (int i = 0; i < soorten.kind_count; i++)
        if (str_eq_fold(str_of(soorten.kinds[i].naam.tekst), name))
            return &soorten.kinds[i];
    return NULL;
}

static bool read_field(struct str name, struct import_kolom *k)
{
    const struct schema_field *f = import_field(k->kind, name);
    k->veld = name;
    if (str_eq_fold(str_of(k->kind->naam.tekst), name)) {
        k->slot = FIELD_KIND;
        k->veld = str_of(k->kind->naam.tekst);
        return !k->label.p;
    }
    if (f) {
        k->slot = (short)(f - k->kind->fields);
        k->veld = str_of(f->naam.tekst);
        return true;
    }
    k->slot = FIELD_OWN_NAME;
    return str_starts(name, STR("X_")) && rec_name_valid(name);
}

bool import_kolom_read(struct str kop, struct import_kolom *k)
{
    struct parts p = cut(kop);
    *k = (struct import_kolom){.kind = kind_named(p.soort), .label = p.label};
    if (!k->kind || !p.veld.p)
        return false;
    if (k->label.p && (k->kind->flags & LABEL_FREE || !schema_label_valid(k->label)))
        return false;
    return read_field(p.veld, k);
}

static struct naam joined(const struct schema_kind *k, struct naam field, struct arena *a)
{
    struct buf b = buf_in(a);
    buf_text(&b, k->naam.tekst);
    buf_byte(&b, '.');
    buf_text(&b, field.tekst);
    buf_byte(&b, '\0');
    return (struct naam){b.p};
}

struct naam import_kolom_nearest(struct str kop, struct arena *a)
{
    struct parts p = cut(kop);
    struct buf typed = buf_in(a);
    buf_str(&typed, p.soort);
    if (p.veld.p)
        buf_byte(&typed, '.');
    buf_str(&typed, p.veld);
    struct nearest near = nearest_make(buf_all(&typed));
    for (int i = 0; i < soorten.kind_count; i++) {
        const struct schema_kind *k = &soorten.kinds[i];
        short slots[SCHEMA_FIELDS_MAX], closing, n = schema_order(&soorten, k, slots, &closing);
        nearest_try(&near, joined(k, k->naam, a));
        for (short f = 0; f < n; f++)
            nearest_try(&near, joined(k, k->fields[slots[f]].naam, a));
    }
    return nearest_found(&near);
}

int import_kolom_cmp_entry(const struct import_kolom *x, const struct import_kolom *y)
{
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (!x->label.p || !y->label.p)
        return (x->label.p != NULL) - (y->label.p != NULL);
    return str_cmp(x->label, y->label);
}

int import_kolom_cmp(const struct import_kolom *x, const struct import_kolom *y)
{
    int order = import_kolom_cmp_entry(x, y);
    return order ? order : str_cmp(x->veld, y->veld);
}
