/* overzicht: a line a case, the most pressing first, for who watches over many of them.
 *
 * No text of a case is in it but the team. A row is kept until all cases were read, and nothing
 * else of a case. */
#include "export/export.h"

#include <stdlib.h>

#include "base/escape.h"
#include "check/volgende.h"
#include "export/opmaak.h"
#include "export/uitkomst.h"
#include "zaak/hoofd.h"

enum kolom { ZAAK, GEOPEND, KADER, TEAM, STAND, UITKOMST, SOORT, UITERLIJK, CODE, KOLOMMEN };

static const struct {
    const char *naam, *sleutel; /* of csv and text; of json */
} kolommen[KOLOMMEN] = {
    [ZAAK] = {"Zaak", "zaak"},    [GEOPEND] = {"Geopend", "geopend"},
    [KADER] = {"Kader", "kader"}, [TEAM] = {"Team", "team"},
    [STAND] = {"Stand", "stand"}, [UITKOMST] = {"Uitkomst", "uitkomst"},
    [SOORT] = {"Soort", "soort"}, [UITERLIJK] = {"Uiterlijk", "uiterlijk"},
    [CODE] = {"Code", "code"},
};

struct overzicht_rij {
    struct str zaak, kader, team; /* empty where there is nothing to say */
    day_no geopend, uiterlijk;    /* DAY_NONE likewise */
    day_no dringend; /* the day of its first open item, today for one that is wrong already;
                        DAY_NONE: it has none */
    enum stand stand;
    enum uitkomst uitkomst;
    enum soort soort; /* of the first open item; S_ONBEKEND: nothing is open */
    enum code code;
    bool nu;         /* it has no day and is wrong already */
    unsigned volgnr; /* among the cases read */
};

/* ---- a row ---- */

/* A copy that outlives the case; that of the row before, where it says the same. */
static struct str kept(struct export *x, struct str s, struct str before)
{
    if (str_eq(s, before))
        return before;
    return s.n ? arena_copy(x->arena, s) : s;
}

/* What a cell says, empty where that is nothing; `b` is for what has to be made. */
static struct str cell(struct buf *b, const struct overzicht_rij *r, enum kolom k)
{
    day_no day = k == GEOPEND ? r->geopend : r->uiterlijk;
    b->n = 0;
    switch (k) {
    case ZAAK:
        return r->zaak;
    case KADER:
        return r->kader;
    case TEAM:
        return r->team;
    case STAND:
        return str_of(stand_woord(r->stand));
    case UITKOMST:
        return r->uitkomst == UITKOMST_GEEN ? STR("") : str_of(uitkomst_woord(r->uitkomst));
    case SOORT:
        return r->soort == S_ONBEKEND ? STR("") : str_of(soorten.kinds[r->soort].naam.tekst);
    case CODE:
        buf_text(b, r->soort == S_ONBEKEND ? "" : code_text(r->code).p);
        break;
    case GEOPEND:
    case UITERLIJK:
        if (day != DAY_NONE)
            date_write(b, day);
        break;
    case KOLOMMEN:
        break;
    }
    return buf_all(b);
}

/* A field of the header as it is today; nothing of a value that is outside its type, for that may
 * be anything. */
static struct str header_text(const struct zaak *z, const struct voortgang *v, short slot)
{
    const struct value *first = hoofd_veld(z, slot, v->vandaag);
    return first && first->state == VALUE_GOOD ? first->text : STR("");
}

static void fill_open_item(struct export *x, struct overzicht_rij *r)
{
    struct volgende list = volgende_van(x->check, x->scratch);
    r->soort = S_ONBEKEND;
    r->uiterlijk = r->dringend = DAY_NONE;
    if (list.n == 0)
        return;
    const struct open_punt *punt = &list.at[0];
    r->soort = punt->soort;
    r->code = punt->code;
    r->uiterlijk = punt->uiterlijk;
    r->nu = punt->nu;
    r->dringend = punt->nu ? x->check->vandaag : punt->uiterlijk;
}

static bool chosen(const struct export *x, const struct zaak *z, const struct voortgang *v)
{
    if (x->stand >= 0 && (int)v->stand != x->stand)
        return false;
    return !x->team.p || str_eq_fold(str_trim(header_text(z, v, Zaak_Team)), str_trim(x->team));
}

static void take_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    if (!chosen(x, z, v))
        return;
    struct overzicht_rij before = {0};
    if (x->rijen.n)
        before = x->rijen.at[x->rijen.n - 1];
    struct overzicht_rij r = {
        .zaak = zaak_id_valid(z->id) ? kept(x, z->id, before.zaak) : STR(""),
        .kader = kept(x, header_text(z, v, Zaak_Kader), before.kader),
        .team = kept(x, header_text(z, v, Zaak_Team), before.team),
        .geopend = entry_day(&z->at[0].e, Zaak_Geopend),
        .stand = v->stand,
        .uitkomst = uitkomst_zaak(v).uitkomst,
        .volgnr = (unsigned)x->rijen.n,
    };
    fill_open_item(x, &r);
    *arena_push(x->arena, &x->rijen) = r;
}

/* By day; what has an item without a day before what has none; a closed case after what is open;
 * then the gravest outcome first, and by id. */
static int by_pressure(const void *one, const void *two)
{
    const struct overzicht_rij *a = one, *b = two;
    if (a->dringend != b->dringend)
        return a->dringend < b->dringend ? -1 : 1;
    if ((a->soort == S_ONBEKEND) != (b->soort == S_ONBEKEND))
        return a->soort == S_ONBEKEND ? 1 : -1;
    if ((a->stand == STAND_GESLOTEN) != (b->stand == STAND_GESLOTEN))
        return a->stand == STAND_GESLOTEN ? 1 : -1;
    if (a->uitkomst != b->uitkomst)
        return a->uitkomst > b->uitkomst ? -1 : 1;
    int order = str_cmp(a->zaak, b->zaak);
    return order != 0 ? order : a->volgnr < b->volgnr ? -1 : 1;
}

static void sort(struct export *x)
{
    if (x->rijen.n > 1)
        qsort(x->rijen.at, x->rijen.n, sizeof *x->rijen.at, by_pressure);
}

/* ---- csv ---- */

static void csv_row(struct export *x, struct buf *made, const struct overzicht_rij *r)
{
    for (int k = 0; k < KOLOMMEN; k++) {
        if (k)
            buf_byte(x->out, ',');
        escape_csv(x->out, r ? cell(made, r, (enum kolom)k) : str_of(kolommen[k].naam),
                   !x->ongemoeid);
    }
    buf_text(x->out, "\r\n");
}

static void csv_end(struct export *x)
{
    struct buf made = buf_in(x->scratch);
    sort(x);
    csv_row(x, &made, NULL);
    for (size_t i = 0; i < x->rijen.n; i++)
        csv_row(x, &made, &x->rijen.at[i]);
}

/* ---- json ---- */

static void json_row(struct buf *b, struct buf *made, const struct overzicht_rij *r)
{
    char before = '{';
    for (int k = 0; k < KOLOMMEN; k++) {
        struct str s = cell(made, r, (enum kolom)k);
        if (s.n == 0)
            continue;
        buf_byte(b, before);
        escape_json(b, str_of(kolommen[k].sleutel));
        buf_byte(b, ':');
        escape_json(b, s);
        before = ',';
    }
    buf_byte(b, '}');
}

static void json_end(struct export *x)
{
    struct buf made = buf_in(x->scratch);
    sort(x);
    buf_byte(x->out, '[');
    for (size_t i = 0; i < x->rijen.n; i++) {
        buf_text(x->out, i ? ",\n" : "\n");
        json_row(x->out, &made, &x->rijen.at[i]);
    }
    buf_text(x->out, x->rijen.n ? "\n]\n" : "]\n");
}

/* ---- text ---- */

/* To be read: what presses stands first, and what may be long last. */
static const enum kolom leesvolgorde[KOLOMMEN] = {UITERLIJK, SOORT,   CODE,  ZAAK, STAND,
                                                  UITKOMST,  GEOPEND, KADER, TEAM};

enum { BETWEEN = 2, HANG = 4, WIDEST = 32 };

/* How the columns stand, in that order: each as wide as its widest cell (a wider one than WIDEST
 * shifts its own row); `breaks` says before which of them a new line begins, where all do not fit
 * beside each other. */
struct tabel {
    int width[KOLOMMEN];
    bool breaks[KOLOMMEN];
    bool lines; /* a case takes more than one */
};

/* What stands in the text at a place of that order; of no row (NULL) the heading. */
static struct str shown(struct buf *made, const struct overzicht_rij *r, int place)
{
    enum kolom k = leesvolgorde[place];
    if (!r)
        return str_of(kolommen[k].naam);
    if (k == UITERLIJK && r->nu)
        return STR("nu");
    struct str s = cell(made, r, k);
    return s.n ? s : STR("-");
}

static struct tabel lay_out(const struct export *x, struct buf *made)
{
    struct tabel t = {0};
    for (int k = 0; k < KOLOMMEN; k++) {
        t.width[k] = str_columns(shown(made, NULL, k));
        for (size_t i = 0; i < x->rijen.n; i++) {
            int width = str_columns(shown(made, &x->rijen.at[i], k));
            if (width > t.width[k])
                t.width[k] = width < WIDEST ? width : WIDEST;
        }
    }
    int column = 0;
    for (int k = 0; k < KOLOMMEN; k++) {
        t.breaks[k] = k > 0 && column + BETWEEN + t.width[k] > x->width;
        t.lines = t.lines || t.breaks[k];
        column = t.breaks[k] ? HANG + t.width[k] : column + (k ? BETWEEN : 0) + t.width[k];
    }
    return t;
}

/* A line break of a value would end the row. */
static void write_cell(struct buf *b, struct str s)
{
    for (struct str rest = s, line; rest.n;) {
        line = str_cut(rest, '\n', &rest);
        buf_str(b, line);
        if (rest.n)
            buf_byte(b, ' ');
    }
}

static void text_row(struct export *x, const struct tabel *t, struct buf *made,
                     const struct overzicht_rij *r)
{
    int owed = 0; /* spaces before what comes next: none stand at the end of a line */
    for (int k = 0; k < KOLOMMEN; k++) {
        if (t->breaks[k]) {
            buf_byte(x->out, '\n');
            owed = HANG;
        }
        struct str s = shown(made, r, k);
        buf_fill(x->out, ' ', (size_t)owed);
        write_cell(x->out, s);
        int columns = str_columns(s);
        owed = BETWEEN + (columns < t->width[k] ? t->width[k] - columns : 0);
    }
    buf_byte(x->out, '\n');
}

static void text_end(struct export *x)
{
    struct buf made = buf_in(x->scratch);
    sort(x);
    struct tabel t = lay_out(x, &made);
    buf_text(x->out, "OVERZICHT VAN ZAKEN OP ");
    date_write(x->out, x->vandaag);
    buf_text(x->out, "\n\n");
    text_row(x, &t, &made, NULL);
    for (size_t i = 0; i < x->rijen.n; i++) {
        buf_text(x->out, t.lines ? "\n" : "");
        text_row(x, &t, &made, &x->rijen.at[i]);
    }
    buf_byte(x->out, '\n');
    buf_number(x->out, (long long)x->rijen.n);
    buf_text(x->out, x->rijen.n == 1 ? " zaak.\n" : " zaken.\n");
}

const struct export_formaat overzicht_tekst = {
    .naam = "text", .uitgang = "txt", .zaak = take_case, .end = text_end};
const struct export_formaat overzicht_csv = {
    .naam = "csv", .uitgang = "csv", .zaak = take_case, .end = csv_end};
const struct export_formaat overzicht_json = {
    .naam = "json", .uitgang = "json", .zaak = take_case, .end = json_end};
