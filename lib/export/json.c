/* json and jsonl: cases for other programs, and for mc-new to take back (design 6, "Round trip").
 *
 * An object a case: its fields as they stand in the file, then what is computed from them. Keys are
 * in the order of the file, so that reading them back gives the same case. */
#include "export/export.h"

#include "base/escape.h"
#include "export/uitkomst.h"

static void write_key(struct buf *b, struct str name)
{
    escape_json(b, name);
    buf_byte(b, ':');
}

/* All values of one field: an array where there can be, or are, several. */
static void write_values(struct buf *b, const struct entry *e, const struct value *first)
{
    bool many = first->slot >= 0 && e->kind->fields[first->slot].flags & MANY;
    if (!many && !first->next) {
        escape_json(b, first->text);
        return;
    }
    for (const struct value *v = first; v; v = v->next) {
        buf_byte(b, v == first ? '[' : ',');
        escape_json(b, v->text);
    }
    buf_byte(b, ']');
}

/* The fields of an entry, each at its first place in the file; `before`: how many members stand
 * before them. */
static void write_fields(struct buf *b, const struct entry *e, size_t before)
{
    for (size_t i = 0; i < e->n; i++) {
        if (!e->values[i].first)
            continue;
        if (before++)
            buf_byte(b, ',');
        write_key(b, e->values[i].name);
        write_values(b, e, &e->values[i]);
    }
}

static void write_header(struct buf *b, const struct entry *e)
{
    buf_text(b, "\"zaak\":{");
    write_key(b, e->name);
    escape_json(b, e->label);
    write_fields(b, e, 1);
    buf_byte(b, '}');
}

static void write_entry(struct buf *b, const struct aantekening *a)
{
    buf_text(b, "{\"soort\":");
    escape_json(b, a->e.name);
    buf_text(b, ",\"label\":");
    escape_json(b, a->e.label);
    buf_text(b, ",\"regel\":");
    buf_number(b, a->e.regel);
    buf_text(b, a->vervangen ? ",\"vervangen\":true" : ",\"vervangen\":false");
    buf_text(b, ",\"velden\":{");
    write_fields(b, &a->e, 0);
    buf_text(b, "}}");
}

/* ---- how far the case is ---- */

/* Nothing is written of an outcome that is not there. */
static void write_stand(struct buf *b, enum stand stand, struct uitgekomen u)
{
    buf_text(b, "\"stand\":");
    escape_json(b, str_of(stand_woord(stand)));
    if (u.uitkomst == UITKOMST_GEEN)
        return;
    buf_text(b, ",\"uitkomst\":");
    escape_json(b, str_of(uitkomst_woord(u.uitkomst)));
    buf_text(b, ",\"norm\":[");
    uitkomst_normen(b, u.normen, ",");
    buf_byte(b, ']');
}

void export_voortgang(struct buf *b, const struct voortgang *v)
{
    buf_text(b, "\"voortgang\":{");
    write_stand(b, v->stand, uitkomst_zaak(v));
    buf_text(b, ",\"personen\":[");
    for (int i = 0; i < v->personen.n && !v->personen.zaak_als_een; i++) {
        buf_text(b, i ? ",{\"label\":" : "{\"label\":");
        escape_json(b, v->personen.at[i].label);
        buf_byte(b, ',');
        write_stand(b, v->per[i].stand, uitkomst_persoon(&v->per[i]));
        buf_byte(b, '}');
    }
    buf_text(b, "]}");
}

/* ---- the formats ---- */

static void write_case(const struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct buf *b = x->out;
    buf_text(b, "{\"formaat\":1,");
    write_header(b, &z->at[0].e);
    buf_text(b, ",\"aantekeningen\":[");
    bool any = false;
    for (int i = 1; i < z->n; i++) {
        if (!export_vertrekt(x, &z->at[i]))
            continue;
        if (any)
            buf_byte(b, ',');
        any = true;
        write_entry(b, &z->at[i]);
    }
    buf_text(b, "],");
    export_voortgang(b, v);
    buf_byte(b, '}');
}

static void json_begin(struct export *x)
{
    buf_byte(x->out, '[');
}

/* A case a line, so that two exports can be compared with diff. */
static void json_zaak(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    buf_text(x->out, x->zaken ? ",\n" : "\n");
    write_case(x, z, v);
}

static void json_end(struct export *x)
{
    buf_text(x->out, x->zaken ? "\n]\n" : "]\n");
}

static void jsonl_zaak(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    write_case(x, z, v);
    buf_byte(x->out, '\n');
}

const struct export_formaat export_json = {
    .naam = "json", .uitgang = "json", .begin = json_begin, .zaak = json_zaak, .end = json_end};
const struct export_formaat export_jsonl = {
    .naam = "jsonl", .uitgang = "jsonl", .zaak = jsonl_zaak};
