/* afweging as json, for other programs: all that the text says, always in full (mc-export(1)). */
#include "export/afweging.h"

#include "base/escape.h"
#include "check/regels.h"
#include "check/report.h"
#include "export/opmaak.h"
#include "kader/waaromniet.h"

/* ---- a small writer ---- */

struct json {
    const struct export *x;
    const struct zaak *z;
    const struct voortgang *v;
    struct buf *b;
    bool comma; /* a member stands before the next one */
};

static void next(struct json *j)
{
    buf_text(j->b, j->comma ? "," : "");
    j->comma = true;
}

static void key(struct json *j, const char *naam)
{
    next(j);
    buf_byte(j->b, '"');
    buf_text(j->b, naam);
    buf_text(j->b, "\":");
}

/* Of a member, or with `naam` NULL of an item. */
static void enter(struct json *j, const char *naam, char bracket)
{
    if (naam)
        key(j, naam);
    else
        next(j);
    buf_byte(j->b, bracket);
    j->comma = false;
}

static void leave(struct json *j, char bracket)
{
    buf_byte(j->b, bracket);
    j->comma = true;
}

/* Nothing of an empty text. */
static void text(struct json *j, const char *naam, struct str s)
{
    if (!s.n)
        return;
    key(j, naam);
    escape_json(j->b, s);
}

static void number(struct json *j, const char *naam, long long n)
{
    key(j, naam);
    buf_number(j->b, n);
}

static void boolean(struct json *j, const char *naam, bool is)
{
    key(j, naam);
    buf_text(j->b, is ? "true" : "false");
}

static void day(struct json *j, const char *naam, day_no d)
{
    if (d == DAY_NONE)
        return;
    key(j, naam);
    buf_byte(j->b, '"');
    date_write(j->b, d);
    buf_byte(j->b, '"');
}

static void strings(struct json *j, const char *naam, struct str lines)
{
    enter(j, naam, '[');
    for (struct str rest = lines, line; rest.n;) {
        line = str_cut(rest, '\n', &rest);
        next(j);
        escape_json(j->b, line);
    }
    leave(j, ']');
}

static void norms(struct json *j, unsigned normen)
{
    enter(j, "norm", '[');
    for (int n = 1; n <= NORMEN_MAX; n++) {
        if (!(normen & 1u << n))
            continue;
        next(j);
        buf_number(j->b, n);
    }
    leave(j, ']');
}

/* A sentence without what holds its words together on a line. */
static struct str plain(struct buf *sentence)
{
    for (size_t i = 0; i < sentence->n; i++)
        if (sentence->p[i] == OPMAAK_VAST[0])
            sentence->p[i] = ' ';
    return buf_all(sentence);
}

/* ---- values of a case ---- */

/* Nothing of a field that has none, or may not leave. One that may be repeated is an array. */
static void field(struct json *j, const char *naam, const struct aantekening *a, short slot)
{
    const struct value *v = afweging_veld(a, slot);
    bool many = a->e.kind->fields[slot].flags & MANY;
    if (!v)
        return;
    if (!many) {
        text(j, naam, v->text);
        return;
    }
    enter(j, naam, '[');
    for (; v; v = afweging_verder(v)) {
        next(j);
        escape_json(j->b, v->text);
    }
    leave(j, ']');
}

/* All fields that may leave, under their names as in the file. */
static void fields(struct json *j, const struct aantekening *a)
{
    enter(j, "velden", '{');
    for (short slot = 0; slot < a->e.kind->field_count; slot++)
        field(j, a->e.kind->fields[slot].naam.tekst, a, slot);
    leave(j, '}');
}

static void reference(struct json *j, const char *naam, const struct aantekening *a)
{
    enter(j, naam, '{');
    text(j, "soort", a->e.name);
    text(j, "label", a->e.label);
    number(j, "regel", a->e.regel);
    day(j, "dag", a->dag);
    leave(j, '}');
}

static void entry(struct json *j, const struct aantekening *a)
{
    text(j, "soort", a->e.name);
    text(j, "label", a->e.label);
    number(j, "regel", a->e.regel);
    day(j, "dag", a->dag);
    boolean(j, "afgeschermd", afweging_afgeschermd(a));
    fields(j, a);
}

static void earlier(struct json *j, const struct aantekening *a)
{
    const struct aantekening *old = afweging_vorige(j->z, a, a->volgnr);
    enter(j, "vervangt", '[');
    for (; old; old = afweging_vorige(j->z, a, old->volgnr)) {
        enter(j, NULL, '{');
        entry(j, old);
        leave(j, '}');
    }
    leave(j, ']');
}

/* ---- a weighing ---- */

static void origin(struct json *j, const struct kader_versie *k, const struct kader_herkomst *h)
{
    text(j, "tekst_status", h->tekst_status.n ? h->tekst_status : k->tekst_status);
    strings(j, "bron", h->bron.n ? h->bron : k->bron);
}

static void file_of(struct json *j, const struct kader_versie *k)
{
    key(j, "bestand");
    buf_byte(j->b, '"'); /* a valid name needs no escaping */
    buf_str(j->b, k->naam);
    buf_text(j->b, ".kader\"");
}

static void kader(struct json *j, const struct weging *w)
{
    const struct kader_versie *k = w->kader;
    if (!k) {
        struct buf why = buf_in(j->x->scratch);
        afweging_geen_kader(&why, j->x, j->z, w);
        text(j, "geen_kader", plain(&why));
        return;
    }
    enter(j, "kader", '{');
    file_of(j, k);
    number(j, "regel", k->regel);
    text(j, "naam", k->naam);
    text(j, "versie", k->versie);
    text(j, "titel", k->titel);
    text(j, "eigenaar", k->eigenaar);
    text(j, "tekst_status", k->tekst_status);
    strings(j, "bron", k->bron);
    leave(j, '}');
}

static void row(struct json *j, const struct weging *w, const struct kader_rij *rij)
{
    enter(j, "rij", '{');
    file_of(j, w->kader);
    number(j, "regel", rij->regel);
    text(j, "tekst", rij->tekst);
    origin(j, w->kader, &rij->herkomst);
    if (rij->uitkomst != UITKOMST_GEEN)
        text(j, "uitkomst", str_of(uitkomst_woord(rij->uitkomst)));
    if (rij->norm)
        number(j, "norm", rij->norm);
    if (rij->verder)
        number(j, "verder", rij->verder);
    boolean(j, "samen", rij->samen);
    leave(j, '}');
}

static void question(struct json *j, const struct weging *w, int n)
{
    const struct kader_vraag *q = w->kader ? &w->kader->vragen[n] : NULL;
    const struct aantekening *from = w->van[n];
    const struct value *at = from ? from->e.slot[Weging_Vraag1 + n - 1] : NULL;
    enter(j, NULL, '{');
    number(j, "nummer", n);
    if (q && q->is_er) {
        text(j, "kort", q->kort);
        text(j, "tekst", q->tekst);
        origin(j, w->kader, &q->herkomst);
        file_of(j, w->kader);
        number(j, "regel_kader", q->regel);
    }
    if (from) {
        text(j, "antwoord", str_of(antwoord_woord(w->antwoord[n])));
        number(j, "regel", at ? at->regel : from->e.regel);
        text(j, "weging", from->e.label);
        field(j, "vastgelegd", from, Veld_Vastgelegd);
        field(j, "door", from, Veld_Door);
        field(j, "motivering", from, (short)(Weging_Motivering1 + n - 1));
    }
    if (from != w->a)
        field(j, from ? "motivering_hier" : "motivering", w->a,
              (short)(Weging_Motivering1 + n - 1));
    boolean(j, "telt", w->kader && pad_langs(&w->pad, n));
    for (int i = 0; i < w->pad.stappen; i++)
        if (w->pad.vraag[i] == n)
            row(j, w, w->pad.rij[i]);
    leave(j, '}');
}

static void questions(struct json *j, const struct weging *w)
{
    bool done[VRAGEN_MAX + 1] = {false};
    enter(j, "vragen", '[');
    for (int i = 0; w->kader && i <= w->pad.stappen; i++) {
        int n = i < w->pad.stappen ? w->pad.vraag[i] : w->pad.open;
        if (n && !done[n])
            question(j, w, n);
        done[n] = true;
    }
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (!done[n] && (w->van[n] || w->ongeldig[n] ||
                         entry_has(&w->a->e, (short)(Weging_Motivering1 + n - 1))))
            question(j, w, n);
    leave(j, ']');
}

static void norm_texts(struct json *j, const struct weging *w)
{
    enter(j, "meldnormen", '[');
    for (size_t i = 0; i < w->kader->norm_count; i++) {
        const struct kader_norm *norm = &w->kader->normen[i];
        if (!(w->pad.normen & 1u << norm->nummer))
            continue;
        enter(j, NULL, '{');
        number(j, "nummer", norm->nummer);
        text(j, "tekst", norm->tekst);
        origin(j, w->kader, &norm->herkomst);
        file_of(j, w->kader);
        number(j, "regel", norm->regel);
        leave(j, '}');
    }
    leave(j, ']');
}

static void where_it_ends(struct json *j, const struct pad *p)
{
    text(j, "uitkomst", str_of(uitkomst_woord(p->uitkomst)));
    norms(j, p->normen);
    if (p->open)
        number(j, "open", p->open);
}

static void otherwise(struct json *j, const struct weging *w)
{
    struct waaromniet other = waaromniet(w->kader, w->antwoord, j->x->scratch);
    enter(j, "anders", '[');
    for (size_t i = 0; i < other.n; i++) {
        const struct anders *x = &other.at[i];
        enter(j, NULL, '{');
        enter(j, "antwoorden", '[');
        for (int k = 0; k < x->n; k++) {
            enter(j, NULL, '{');
            number(j, "vraag", x->vraag[k]);
            text(j, "antwoord", str_of(antwoord_woord(x->antwoord[k])));
            leave(j, '}');
        }
        leave(j, ']');
        where_it_ends(j, &x->pad);
        leave(j, '}');
    }
    leave(j, ']');
}

static void weighing(struct json *j, const struct weging *w)
{
    enter(j, NULL, '{');
    entry(j, w->a);
    earlier(j, w->a);
    kader(j, w);
    questions(j, w);
    if (w->kader) {
        where_it_ends(j, &w->pad);
        boolean(j, "onveilig", w->onveilig);
        boolean(j, "acuut", w->acuut);
        norm_texts(j, w);
        otherwise(j, w);
    }
    leave(j, '}');
}

static void decision(struct json *j, const struct aantekening *besluit, int person)
{
    const struct weging *w = besluit_weging(j->v, besluit, person);
    const struct aantekening *m = entry_number(&besluit->e, Besluit_Melden) == ja_nee_ja
                                      ? uitgevoerd(j->v, besluit, person)
                                      : NULL;
    enter(j, NULL, '{');
    entry(j, besluit);
    earlier(j, besluit);
    if (w)
        reference(j, "weging", w->a);
    if (m) {
        enter(j, "melding", '{');
        entry(j, m);
        leave(j, '}');
    }
    leave(j, '}');
}

static void group(struct json *j, const struct afweging_groep *g)
{
    enter(j, NULL, '{');
    enter(j, "personen", '[');
    for (int i = 0; i < g->n && !j->v->personen.zaak_als_een; i++) {
        struct str label = j->v->personen.at[g->personen[i]].label;
        const struct aantekening *p = zaak_zoek(j->z, S_Persoon, label);
        enter(j, NULL, '{');
        text(j, "label", label);
        if (p && p->telt)
            field(j, "rol", p, Persoon_Rol);
        leave(j, '}');
    }
    leave(j, ']');
    enter(j, "wegingen", '[');
    for (int i = 0; i < g->weging_n; i++)
        weighing(j, g->wegingen[i]);
    leave(j, ']');
    enter(j, "besluiten", '[');
    for (int i = 0; i < g->besluit_n; i++)
        decision(j, g->besluiten[i], g->personen[0]);
    leave(j, ']');
    leave(j, '}');
}

/* ---- the case ---- */

static void time_line(struct json *j)
{
    enter(j, "tijdlijn", '[');
    for (int step = 1; step <= AFWEGING_STAPPEN; step++) {
        struct afweging_tijd list = afweging_stap(j->z, step, j->x->scratch);
        for (int i = 0; i < list.n; i++) {
            enter(j, NULL, '{');
            number(j, "stap", step);
            entry(j, list.at[i]);
            leave(j, '}');
        }
    }
    leave(j, ']');
}

static void durations(struct json *j)
{
    struct afweging_duren d = afweging_duren(j->v, j->x->scratch);
    enter(j, "doorlooptijden", '[');
    for (size_t i = 0; i < d.n; i++) {
        enter(j, NULL, '{');
        text(j, "maat", str_of(d.at[i].naam));
        reference(j, "van", d.at[i].van);
        if (d.at[i].tot)
            reference(j, "tot", d.at[i].tot);
        number(j, "werkdagen", d.at[i].werkdagen);
        leave(j, '}');
    }
    leave(j, ']');
}

static void finding(struct json *j, const struct diag *d, bool excepted)
{
    struct buf sentence = buf_in(j->x->scratch);
    afweging_bevinding(&sentence, d);
    enter(j, NULL, '{');
    text(j, "code", str_of(code_text(d->code).p));
    text(j, "niveau", str_of(niveau_woord(diag_niveau(d))));
    if (d->entry >= 0) {
        text(j, "soort", j->z->at[d->entry].e.name);
        text(j, "label", j->z->at[d->entry].e.label);
    }
    number(j, "regel", d->regel);
    text(j, "bericht", plain(&sentence));
    day(j, "termijn", d->termijn);
    boolean(j, "uitgezonderd", excepted);
    leave(j, '}');
}

static void findings(struct json *j)
{
    struct afweging_bevindingen f = afweging_bevindingen(j->x);
    enter(j, "bevindingen", '[');
    for (size_t i = 0; i < f.nu.n; i++)
        finding(j, &f.nu.at[i], false);
    for (size_t i = 0; i < f.uitgezonderd.n; i++)
        finding(j, &f.uitgezonderd.at[i], true);
    leave(j, ']');
}

static void withdrawn(struct json *j)
{
    enter(j, "ingetrokken", '[');
    for (int i = 1; i < j->z->n; i++) {
        const struct aantekening *a = &j->z->at[i];
        if ((a->soort != S_Weging && a->soort != S_Besluit && a->soort != S_Melding) ||
            a->vervangen || !(a->ingetrokken || a->vernietigd))
            continue;
        enter(j, NULL, '{');
        entry(j, a);
        boolean(j, "vernietigd", a->vernietigd);
        earlier(j, a);
        leave(j, '}');
    }
    leave(j, ']');
}

static void write_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct json j = {.x = x, .z = z, .v = v, .b = x->out};
    struct afweging_groepen groups = afweging_groepen(v, x->scratch);
    struct buf file = buf_in(x->scratch);
    if (x->check->bestand.naam)
        report_path(&file, x->check->bestand.naam);
    buf_text(x->out, x->zaken ? ",\n" : "\n");
    enter(&j, NULL, '{');
    number(&j, "formaat", 1);
    text(&j, "zaak", z->id);
    text(&j, "bestand", buf_all(&file));
    number(&j, "regel", z->regel);
    day(&j, "vandaag", v->vandaag);
    boolean(&j, "afgeschermd", afweging_iets_afgeschermd(z));
    enter(&j, "afwegingen", '[');
    for (int i = 0; i < groups.n; i++)
        group(&j, &groups.at[i]);
    leave(&j, ']');
    withdrawn(&j);
    time_line(&j);
    durations(&j);
    findings(&j);
    leave(&j, '}');
}

static void begin(struct export *x)
{
    buf_byte(x->out, '[');
}

static void end(struct export *x)
{
    buf_text(x->out, x->zaken ? "\n]\n" : "]\n");
}

const struct export_formaat afweging_json = {
    .naam = "json", .uitgang = "json", .begin = begin, .zaak = write_case, .end = end};
