/* csv: RFC 4180, for programs and for people with a spreadsheet; it cannot be read back.
 *
 * One table of all cases. Its columns come from the table of kinds, whatever the cases hold, so
 * that two exports can be put behind each other. */
#include "export/export.h"

#include "base/escape.h"
#include "export/uitkomst.h"
#include "zaak/hoofd.h"

static const char *const before[] = {"Zaak", "Label", "Regel", "Vervangen"};
static const char *const computed[] = {"Stand", "Uitkomst", "Norm"};

enum { ZAKEN = 0, BEFORE = sizeof before / sizeof *before };

/* ---- tables ---- */

int export_tabel_van(struct str naam)
{
    if (str_eq_fold(naam, STR("zaken")))
        return ZAKEN;
    for (int s = 0; s < SOORTEN; s++)
        if (str_eq_fold(naam, str_of(soorten.kinds[s].naam.tekst)))
            return 1 + s;
    return -1;
}

const char *export_tabel_naam(int tabel, struct arena *a)
{
    if (tabel == ZAKEN)
        return "zaken";
    char *naam = arena_cstr(a, str_of(soorten.kinds[tabel - 1].naam.tekst));
    for (char *c = naam; *c; c++)
        *c = ascii_lower(*c);
    return naam;
}

/* ---- rows ---- */

/* A row under way: `cell` is filled, then put. */
struct rij {
    struct export *x;
    struct buf cell;
    bool begun;
};

static struct rij row_start(struct export *x)
{
    return (struct rij){.x = x, .cell = buf_in(x->scratch)};
}

static void put(struct rij *r, struct str text)
{
    if (r->begun)
        buf_byte(r->x->out, ',');
    r->begun = true;
    escape_csv(r->x->out, text, !r->x->ongemoeid);
}

static void put_cell(struct rij *r)
{
    put(r, buf_all(&r->cell));
    r->cell.n = 0;
}

static void put_values(struct rij *r, const struct value *v)
{
    for (const struct value *first = v; v; v = v->next) {
        buf_text(&r->cell, v == first ? "" : "; ");
        buf_str(&r->cell, v->text);
    }
    put_cell(r);
}

static void row_end(struct rij *r)
{
    buf_text(r->x->out, "\r\n");
}

/* ---- zaken ---- */

static void zaken_header(struct rij *r)
{
    const struct schema_kind *zaak = &soorten.kinds[S_Zaak];
    put(r, str_of(zaak->naam.tekst));
    for (short slot = VELD_COMMON; slot < zaak->field_count; slot++)
        put(r, str_of(zaak->fields[slot].naam.tekst));
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
        put(r, str_of(computed[i]));
    row_end(r);
}

static void zaken_row(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct rij r = row_start(x);
    put(&r, z->id);
    for (short slot = VELD_COMMON; slot < soorten.kinds[S_Zaak].field_count; slot++)
        put_values(&r, hoofd_veld(z, slot, v->vandaag));
    struct uitgekomen u = uitkomst_zaak(v);
    put(&r, str_of(stand_woord(v->stand)));
    put(&r, u.uitkomst == UITKOMST_GEEN ? STR("") : str_of(uitkomst_woord(u.uitkomst)));
    uitkomst_normen(&r.cell, u.normen, "; ");
    put_cell(&r);
    row_end(&r);
}

/* ---- a kind ---- */

static void kind_header(struct rij *r, const struct schema_kind *k)
{
    short slots[SCHEMA_FIELDS_MAX], closing, n = schema_order(&soorten, k, slots, &closing);
    for (size_t i = 0; i < BEFORE; i++)
        put(r, str_of(before[i]));
    for (short i = 0; i < n; i++)
        put(r, str_of(k->fields[slots[i]].naam.tekst));
    put(r, STR("Overig"));
    row_end(r);
}

/* What no column is for: unknown fields, those of the organisation, a label that is given again. */
static void put_others(struct rij *r, const struct entry *e)
{
    for (size_t i = 0; i < e->n; i++) {
        if (e->values[i].slot >= 0)
            continue;
        buf_text(&r->cell, r->cell.n ? "; " : "");
        buf_str(&r->cell, e->values[i].name);
        buf_text(&r->cell, ": ");
        buf_str(&r->cell, e->values[i].text);
    }
    put_cell(r);
}

static void kind_row(struct export *x, const struct zaak *z, const struct aantekening *a)
{
    short slots[SCHEMA_FIELDS_MAX], closing, n = schema_order(&soorten, a->e.kind, slots, &closing);
    struct rij r = row_start(x);
    put(&r, z->id);
    put(&r, a->e.label);
    buf_number(&r.cell, a->e.regel);
    put_cell(&r);
    put(&r, a->vervangen ? STR("ja") : STR("nee"));
    for (short i = 0; i < n; i++)
        put_values(&r, a->e.slot[slots[i]]);
    put_others(&r, &a->e);
    row_end(&r);
}

/* ---- the format ---- */

static void write_header(struct export *x)
{
    struct rij r = row_start(x);
    if (x->tabel == ZAKEN)
        zaken_header(&r);
    else
        kind_header(&r, &soorten.kinds[x->tabel - 1]);
}

static void write_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    if (x->tabel == ZAKEN)
        zaken_row(x, z, v);
    for (int i = 0; i < z->n && x->tabel != ZAKEN; i++)
        if ((int)z->at[i].soort == x->tabel - 1 && export_vertrekt(x, &z->at[i]))
            kind_row(x, z, &z->at[i]);
}

const struct export_formaat export_csv = {
    .naam = "csv", .uitgang = "csv", .begin = write_header, .zaak = write_case};
