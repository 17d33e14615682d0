/* The formats of mc-check: text, json, jsonl, csv, tap. Keys and columns are those of design 5, in
 * that order; what does not apply is absent from json and empty in csv. */
#include "check/report.h"

#include "base/escape.h"
#include "check/regels.h"

#include <stdio.h>

enum sleutel {
    BESTAND,
    REGEL,
    ZAAK,
    SOORT,
    LABEL,
    VELD,
    CODE,
    NIVEAU,
    BERICHT,
    BRON,
    TERMIJN,
    DAGEN_OVER,
    SLEUTELS,
};

static const char *const sleutels[SLEUTELS] = {
    "bestand", "regel",  "zaak",    "soort", "label",   "veld",
    "code",    "niveau", "bericht", "bron",  "termijn", "dagen_over",
};

/* What a key holds for a finding: text, empty when it does not apply. */
static struct str value_of(struct report *r, enum sleutel key, const char *bestand,
                           const struct diag *d, const struct zaak *z)
{
    struct buf b = buf_in(r->scratch);
    const struct aantekening *a = z && z->at && d->entry != ENTRY_NONE ? &z->at[d->entry] : NULL;
    switch (key) {
    case BESTAND:
        report_path(&b, bestand);
        break;
    case REGEL:
        buf_number(&b, d->regel);
        break;
    case ZAAK:
        if (z && z->leesbaar)
            buf_str(&b, z->id);
        break;
    case SOORT:
        if (a && a->soort != S_ONBEKEND)
            buf_text(&b, a->e.kind->naam.tekst);
        break;
    case LABEL:
        if (a && a->soort != S_Zaak)
            report_label(&b, a);
        break;
    case VELD:
        buf_text(&b, d->veld.tekst ? d->veld.tekst : "");
        break;
    case CODE:
        buf_text(&b, code_text(d->code).p);
        break;
    case NIVEAU:
        buf_text(&b, niveau_woord(diag_niveau(d)));
        break;
    case BERICHT:
        report_message(&b, d, z);
        break;
    case BRON:
        buf_text(&b, regel_van(d->code)->bron);
        break;
    case TERMIJN:
        if (d->termijn != DAY_NONE)
            date_write(&b, d->termijn);
        break;
    case DAGEN_OVER:
        if (d->termijn != DAY_NONE)
            buf_number(&b, r->vandaag - d->termijn);
        break;
    case SLEUTELS:
        break;
    }
    return buf_all(&b);
}

struct cells {
    struct str at[SLEUTELS];
};

static struct cells cells_of(struct report *r, const char *bestand, const struct diag *d,
                             const struct zaak *z)
{
    struct cells c;
    for (enum sleutel key = 0; key < SLEUTELS; key++)
        c.at[key] = value_of(r, key, bestand, d, z);
    return c;
}

static void write_object(struct buf *out, const struct cells *c)
{
    for (enum sleutel key = 0; key < SLEUTELS; key++) {
        struct str value = c->at[key];
        if (value.n == 0)
            continue;
        buf_byte(out, key == BESTAND ? '{' : ',');
        escape_json(out, str_of(sleutels[key]));
        buf_byte(out, ':');
        if (key == REGEL || key == DAGEN_OVER)
            buf_str(out, value);
        else
            escape_json(out, value);
    }
    buf_byte(out, '}');
}

/* `c` NULL: the names of the columns. */
static void write_row(struct report *r, const struct cells *c)
{
    for (enum sleutel key = 0; key < SLEUTELS; key++) {
        if (key != BESTAND)
            buf_byte(r->out, ',');
        escape_csv(r->out, c ? c->at[key] : str_of(sleutels[key]), true);
    }
    buf_text(r->out, "\r\n");
}

void report_begin(struct report *r)
{
    r->uitgezonderd = buf_in(r->arena);
    if (r->formaat == REPORT_CSV)
        write_row(r, NULL);
    if (r->formaat != REPORT_JSON)
        return;
    buf_text(r->out, "{\"formaat\":1,\"vandaag\":\"");
    date_write(r->out, r->vandaag);
    buf_text(r->out, "\",\"bevindingen\":[");
}

static void write_text(struct report *r, const char *bestand, const struct diag *d,
                       const struct zaak *read)
{
    const struct zaak *z = read->n ? read : NULL;
    if (r->colour)
        report_diag_coloured(r->out, bestand, d, z);
    else
        report_diag(r->out, bestand, d, z);
    if (r->show_text)
        report_source(r->out, &r->place, read->bytes, read->regel, d->regel);
}

/* In the formats for programs. */
static void write_cells(struct report *r, const struct cells *c)
{
    if (r->formaat == REPORT_CSV) {
        write_row(r, c);
        return;
    }
    if (r->formaat == REPORT_JSON)
        buf_text(r->out, r->findings ? ",\n" : "\n");
    write_object(r->out, c);
    if (r->formaat == REPORT_JSONL)
        buf_byte(r->out, '\n');
}

void report_finding(struct report *r, const char *bestand, const struct diag *d,
                    const struct zaak *read)
{
    const struct zaak *z = read->n ? read : NULL;
    if (r->formaat == REPORT_TEXT) {
        write_text(r, bestand, d, read);
    } else if (r->formaat == REPORT_TAP) {
        buf_text(r->out, "# ");
        report_diag(r->out, bestand, d, z);
    } else {
        struct cells c = cells_of(r, bestand, d, z);
        write_cells(r, &c);
    }
    r->findings++;
}

void report_rij(struct report *r, const char *bestand, const struct report_rij *row)
{
    if (r->formaat == REPORT_TEXT || r->formaat == REPORT_TAP) {
        buf_text(r->out, r->formaat == REPORT_TAP ? "# " : "");
        report_before(r->out, bestand, row->regel, row->niveau, r->colour);
        buf_str(r->out, row->bericht);
        report_behind(r->out, arena_cstr(r->scratch, row->code));
    } else {
        struct buf path = buf_in(r->scratch), regel = buf_in(r->scratch);
        report_path(&path, bestand);
        buf_number(&regel, row->regel);
        struct cells c = {{[BESTAND] = buf_all(&path),
                           [REGEL] = buf_all(&regel),
                           [SOORT] = row->soort,
                           [LABEL] = row->label,
                           [VELD] = row->veld,
                           [CODE] = row->code,
                           [NIVEAU] = str_of(niveau_woord(row->niveau)),
                           [BERICHT] = row->bericht,
                           [BRON] = row->bron}};
        write_cells(r, &c);
    }
    r->findings++;
}

void report_excepted(struct report *r, const char *bestand, const struct diag *d,
                     const struct zaak *z)
{
    if (r->formaat != REPORT_JSON)
        return;
    buf_text(&r->uitgezonderd, r->uitgezonderd.n ? ",\n" : "\n");
    struct cells c = cells_of(r, bestand, d, z);
    write_object(&r->uitgezonderd, &c);
}

/* In TAP ` # TODO` behind a test says that it may fail, and a backslash takes that meaning away. */
static void tap_path(struct report *r, const char *bestand)
{
    struct buf b = buf_in(r->scratch);
    report_path(&b, bestand);
    struct str path = buf_all(&b);
    for (size_t i = 0; i < path.n; i++) {
        if (path.p[i] == '#' || path.p[i] == '\\')
            buf_byte(r->out, '\\');
        buf_byte(r->out, path.p[i]);
    }
}

void report_case(struct report *r, const char *bestand, const struct zaak *z, bool good)
{
    r->place = (struct report_place){0};
    report_file(r, bestand, z->regel ? z->regel : 1, good);
}

void report_file(struct report *r, const char *bestand, unsigned regel, bool good)
{
    r->tests++;
    if (r->formaat != REPORT_TAP)
        return;
    buf_text(r->out, good ? "ok " : "not ok ");
    buf_number(r->out, r->tests);
    buf_text(r->out, " - ");
    tap_path(r, bestand);
    buf_byte(r->out, ':');
    buf_number(r->out, regel);
    buf_byte(r->out, '\n');
}

struct telling {
    const char *key;
    long count;
};

static void write_telling(struct buf *out, const struct telling *counts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_byte(out, i ? ',' : '{');
        escape_json(out, str_of(counts[i].key));
        buf_byte(out, ':');
        buf_number(out, counts[i].count);
    }
    buf_byte(out, '}');
}

/* How many of each, in the order of design 5. */
static void write_cases(struct buf *out, const struct report_telling *t)
{
    const struct telling counts[] = {{"zaken", t->zaken},
                                     {"fout", t->fout},
                                     {"waarschuwing", t->waarschuwing},
                                     {"advies", t->advies},
                                     {"uitgezonderd", t->uitgezonderd},
                                     {"onleesbaar", t->onleesbaar}};
    write_telling(out, counts, sizeof counts / sizeof *counts);
}

static void write_kaders(struct buf *out, const struct report_kaders *t)
{
    const struct telling counts[] = {{"kaders", t->kaders}, {"bewezen", t->bewezen},
                                     {"fout", t->fout},     {"waarschuwing", t->waarschuwing},
                                     {"advies", t->advies}, {"onleesbaar", t->onleesbaar}};
    write_telling(out, counts, sizeof counts / sizeof *counts);
}

void report_end(struct report *r, const struct report_telling *t)
{
    if (r->formaat == REPORT_TAP) {
        buf_text(r->out, "1..");
        buf_number(r->out, r->tests);
        buf_byte(r->out, '\n');
    }
    if (r->formaat != REPORT_JSON)
        return;
    buf_text(r->out, "],\n\"uitgezonderd\":[");
    buf_str(r->out, buf_all(&r->uitgezonderd));
    buf_text(r->out, "],\n\"telling\":");
    write_cases(r->out, t);
    if (t->kaders.kaders) {
        buf_text(r->out, ",\n\"kaders\":");
        write_kaders(r->out, &t->kaders);
    }
    buf_text(r->out, "}\n");
}

static const char *unit(enum eenheid e)
{
    static const char *const words[] = {"", "wd", "dg", "wk", "jr"};
    return words[e];
}

/* The terms of a rule, as policy writes them: "5 wd, 1 wd". */
static struct str terms(struct arena *a, const struct regel *regel)
{
    struct buf b = buf_in(a);
    for (int i = 0; i < 2 && regel->termijn[i].aantal; i++) {
        buf_text(&b, i ? ", " : "");
        buf_number(&b, regel->termijn[i].aantal);
        buf_byte(&b, ' ');
        buf_text(&b, unit(regel->termijn[i].eenheid));
    }
    return buf_all(&b);
}

static void member(struct buf *out, const char *key, struct str value)
{
    buf_byte(out, key[0] == 'c' ? '{' : ',');
    escape_json(out, str_of(key));
    buf_byte(out, ':');
    escape_json(out, value);
}

void report_rules(struct buf *out, struct arena *scratch, bool json)
{
    for (int i = 0; i < regel_count; i++) {
        const struct regel *regel = &regels[i];
        struct buf code = buf_in(scratch), level = buf_in(scratch);
        buf_text(&code, code_text(regel->code).p);
        buf_text(&level, niveau_woord(regel->niveau));
        if (regel->ook != NIVEAU_GEEN) {
            buf_byte(&level, '/');
            buf_text(&level, niveau_woord(regel->ook));
        }
        struct str cells[] = {buf_all(&code), buf_all(&level), terms(scratch, regel),
                              str_of(regel->bron)};
        static const char *const keys[] = {"code", "niveau", "termijn", "bron"};
        if (json)
            buf_text(out, i ? ",\n" : "[");
        for (int k = 0; k < 4; k++) {
            if (json) {
                member(out, keys[k], cells[k]);
            } else {
                buf_str(out, cells[k].n || k == 3 ? cells[k] : STR("-"));
                buf_byte(out, k < 3 ? '\t' : '\n');
            }
        }
        if (json)
            buf_byte(out, '}');
    }
    if (json)
        buf_text(out, "]\n");
}
