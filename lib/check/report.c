#include "check/report.h"

#include "check/regels.h"

#include <stdio.h>

static void path_byte(struct buf *out, char c, bool escaped)
{
    char hex[8];
    snprintf(hex, sizeof hex, "\\x%02X", (unsigned char)c);
    if (escaped)
        buf_text(out, hex);
    else
        buf_byte(out, c);
}

static void write_visible(struct buf *out, struct str s)
{
    while (s.n) {
        size_t clean = rec_forbidden(s);
        for (size_t i = 0; i < clean; i++)
            path_byte(out, s.p[i],
                      (unsigned char)s.p[i] < 0x20); /* TAB and LF, which a case may hold */
        if (clean < s.n)
            path_byte(out, s.p[clean++], true);
        s = str_from(s, clean);
    }
}

void report_path(struct buf *out, const char *path)
{
    write_visible(out, str_of(path));
}

void report_source(struct buf *out, struct report_place *place, struct str bytes, unsigned first,
                   unsigned regel)
{
    struct str line = {0}, rest;
    if (place->regel == 0 || regel < place->regel)
        *place = (struct report_place){bytes, first};
    for (; place->regel < regel && place->rest.n; place->regel++)
        str_cut(place->rest, '\n', &place->rest);
    if (place->regel == regel)
        line = str_cut(place->rest, '\n', &rest);
    if (!line.n)
        return;
    buf_text(out, "    ");
    write_visible(out, line);
    buf_byte(out, '\n');
}

void report_label(struct buf *out, const struct aantekening *a)
{
    if (label_toonbaar(a->e.label)) {
        buf_str(out, a->e.label);
    } else {
        buf_byte(out, '#');
        buf_number(out, a->nummer);
    }
}

/* What a field takes: the words of its list, or the meaning of its type. */
static void allowed(struct buf *out, const struct schema *s, const struct diag *d)
{
    const struct schema_kind *k = schema_kind(s, str_of(d->soort.tekst));
    short slot = k ? schema_slot(s, k, str_of(d->veld.tekst)) : FIELD_UNKNOWN;
    if (slot < 0)
        return;
    const struct schema_field *f = &k->fields[slot];
    if (!f->list) {
        buf_text(out, _(f->type->meaning));
        return;
    }
    for (const struct naam *w = f->list; w->tekst; w++) {
        if (w != f->list)
            buf_text(out, w[1].tekst ? ", " : _(" or "));
        buf_text(out, w->tekst);
    }
}

static void other_entry(struct buf *out, const struct diag *d, const struct zaak *z)
{
    if (!z || d->other == ENTRY_NONE)
        return;
    const struct aantekening *a = &z->at[d->other];
    buf_text(out, a->e.kind->naam.tekst);
    buf_byte(out, ' ');
    report_label(out, a);
}

static void fill_in(struct buf *out, struct str name, const struct schema *s, const struct diag *d,
                    const struct zaak *z)
{
    if (str_is(name, "soort")) {
        buf_text(out, d->soort.tekst ? d->soort.tekst : "");
    } else if (str_is(name, "veld")) {
        buf_text(out, d->veld.tekst ? d->veld.tekst : "");
    } else if (str_is(name, "getal")) {
        buf_number(out, d->number);
    } else if (str_is(name, "dag")) {
        date_write(out, d->termijn);
    } else if (str_is(name, "mag")) {
        allowed(out, s, d);
    } else if (str_is(name, "bij")) {
        other_entry(out, d, z);
    } else if (str_is(name, "hint") && d->hint.tekst) {
        buf_text(out, _(" (did you mean "));
        buf_text(out, d->hint.tekst);
        buf_text(out, "?)");
    } else if (str_is(name, "bestand")) {
        report_path(out, d->bestand.p);
        buf_byte(out, ':');
        buf_number(out, d->bestand_regel);
    }
}

void report_template(struct buf *out, const char *text, const struct schema *s,
                     const struct diag *d, const struct zaak *z)
{
    struct str rest = str_of(text);
    while (rest.n) {
        struct str after, plain = str_cut(rest, '{', &after);
        buf_str(out, plain);
        if (!after.p)
            return;
        struct str name = str_cut(after, '}', &rest);
        fill_in(out, name, s, d, z);
    }
}

void report_message(struct buf *out, const struct diag *d, const struct zaak *z)
{
    report_template(out, _(regel_van(d->code)->tekst[d->form]), &soorten, d, z);
}

void report_before(struct buf *out, const char *bestand, unsigned regel, enum niveau level,
                   bool colour)
{
    static const char *const colours[] = {[NIVEAU_ADVIES] = "\033[36m",
                                          [NIVEAU_WAARSCHUWING] = "\033[33m",
                                          [NIVEAU_FOUT] = "\033[1;31m"};
    report_path(out, bestand);
    buf_byte(out, ':');
    buf_number(out, regel);
    buf_text(out, ": ");
    buf_text(out, colour ? colours[level] : "");
    buf_text(out, niveau_woord(level));
    buf_text(out, colour ? "\033[0m: " : ": ");
}

void report_behind(struct buf *out, const char *code)
{
    buf_text(out, " [");
    buf_text(out, code);
    buf_text(out, "]\n");
}

static void write_diag(struct buf *out, const char *bestand, const struct diag *d,
                       const struct zaak *z, bool colour)
{
    report_before(out, bestand, d->regel, diag_niveau(d), colour);
    report_message(out, d, z);
    report_behind(out, code_text(d->code).p);
}

void report_diag(struct buf *out, const char *bestand, const struct diag *d, const struct zaak *z)
{
    write_diag(out, bestand, d, z, false);
}

void report_diag_coloured(struct buf *out, const char *bestand, const struct diag *d,
                          const struct zaak *z)
{
    write_diag(out, bestand, d, z, true);
}
