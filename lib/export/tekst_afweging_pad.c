#include "export/tekst_afweging.h"

#include "kader/waaromniet.h"

/* ---- questions ---- */

static void write_place(struct buf *b, const struct kader_versie *k, unsigned regel)
{
    buf_text(b, " (");
    buf_str(b, k->naam);
    buf_text(b, ".kader, ");
    uitleg_regel(b, regel);
    buf_byte(b, ')');
}

static void write_norms(struct buf *b, unsigned normen)
{
    if (!normen)
        return;
    buf_text(b, ", meldnorm" OPMAAK_VAST);
    uitkomst_normen(b, normen, " en ");
}

/* Where the answer stands. */
static unsigned line_of(const struct aantekening *a, int n)
{
    const struct value *v = a->e.slot[Weging_Vraag1 + n - 1];
    return v ? v->regel : a->e.regel;
}

static void write_answer(struct tekst *t, const struct weging *w, int n)
{
    struct buf *b = tekst_anew(&t->value);
    const struct aantekening *from = w->van[n];
    if (!from) {
        buf_text(b, w->ongeldig[n] ? "wat er staat is geen antwoord; telt als niet beantwoord"
                                   : "nog niet gegeven");
    } else {
        buf_text(b, antwoord_woord(w->antwoord[n]));
        buf_text(b, from == w->a ? " (" : " (uit ");
        if (from != w->a) {
            tekst_name(b, from);
            buf_text(b, ", ");
            uitleg_dag(b, from);
            buf_text(b, ", ");
        }
        uitleg_regel(b, line_of(from, n));
        if (from != w->a) {
            buf_text(b, ", ");
            uitleg_vastgelegd(b, from);
        }
        buf_byte(b, ')');
    }
    tekst_pair(t, "Antwoord:");
}

static void write_reasons(struct tekst *t, const struct aantekening *a, int n)
{
    short slot = (short)(Weging_Motivering1 + n - 1);
    struct buf *b = &t->value;
    for (const struct value *v = afweging_veld(a, slot); v; v = afweging_verder(v)) {
        buf_str(tekst_anew(b), v->text);
        tekst_pair(t, "Motivering:");
    }
    if (!afweging_verborgen(a, slot))
        return;
    buf_text(tekst_anew(b), "(afgeschermd; staat op ");
    uitleg_regel(b, a->e.slot[slot]->regel);
    buf_byte(b, ')');
    tekst_pair(t, "Motivering:");
}

/* Of an answer that was given elsewhere the reasons there, but where they were told already. */
static void write_motivering(struct tekst *t, const struct weging *w, int n, bool told)
{
    const struct aantekening *from = w->van[n];
    if (from && from != w->a && told) {
        buf_text(tekst_anew(&t->value), "zie ");
        tekst_name(&t->value, from);
        tekst_pair(t, "Motivering:");
    } else if (from && from != w->a) {
        write_reasons(t, from, n);
    } else if (from && !afweging_veld(w->a, (short)(Weging_Motivering1 + n - 1)) &&
               !afweging_verborgen(w->a, (short)(Weging_Motivering1 + n - 1))) {
        buf_text(tekst_anew(&t->value), "(niet gegeven)");
        tekst_pair(t, "Motivering:");
    }
    write_reasons(t, w->a, n);
}

/* What the framework makes of the answer. */
static void write_row(struct tekst *t, const struct weging *w, const struct kader_rij *rij)
{
    struct buf *b = tekst_anew(&t->value);
    if (rij->tekst.n) {
        buf_str(b, rij->tekst);
    } else if (rij->verder) {
        buf_text(b, "ga verder met vraag" OPMAAK_VAST);
        buf_number(b, rij->verder);
    } else {
        buf_text(b, "einde van de vragen");
    }
    tekst_status(b, w->kader, &rij->herkomst);
    if (rij->uitkomst != UITKOMST_GEEN) {
        buf_text(b, rij->tekst.n && rij->tekst.p[rij->tekst.n - 1] == '.' ? " Uitkomst: "
                                                                          : ". Uitkomst: ");
        buf_text(b, uitkomst_woord(rij->uitkomst));
        write_norms(b, rij->norm ? 1u << rij->norm : 0);
    }
    write_place(b, w->kader, rij->regel);
    tekst_pair(t, "Gevolg:");
}

/* The path stops here. */
static void write_stop(struct tekst *t, const struct weging *w)
{
    struct buf *b = tekst_anew(&t->value);
    if (w->pad.bij_twijfel)
        buf_text(b, "Het kader heeft geen vervolg op dit antwoord; de norm is dan overleg met "
                    "Veilig Thuis. ");
    if (w->pad.uitkomst == UITKOMST_MELDEN) {
        buf_text(b, "De uitkomst melden staat al vast, wat het antwoord ook wordt.");
    } else if (w->pad.uitkomst == UITKOMST_ONBESLIST) {
        buf_text(b, w->pad.bij_twijfel ? "Zolang het zo blijft, is er geen uitkomst."
                                       : "Zonder antwoord op deze vraag is er geen uitkomst.");
    } else {
        buf_text(b, "Tot hierop antwoord is, blijft de uitkomst ");
        buf_text(b, uitkomst_woord(w->pad.uitkomst));
        buf_byte(b, '.');
    }
    tekst_pair(t, "Gevolg:");
}

static void write_question(struct tekst *t, const struct weging *w, int n)
{
    const struct kader_vraag *q = w->kader ? &w->kader->vragen[n] : NULL;
    struct buf *b = tekst_anew(&t->value);
    if (q && q->is_er) {
        buf_str(b, q->tekst);
        tekst_status(b, w->kader, &q->herkomst);
        write_place(b, w->kader, q->regel);
    } else {
        buf_text(b, q ? "staat niet in het kader"
                      : "welke vraag het kader hier stelt, is niet bekend");
    }
    buf_text(tekst_anew(&t->label), "Vraag" OPMAAK_VAST);
    buf_number(&t->label, n);
    buf_byte(&t->label, ':');
    opmaak_gap(&t->o);
    tekst_long(t);
}

/* The place of question `n` among the answered ones of the path; -1: it is not among them. */
static int on_path(const struct weging *w, int n)
{
    for (int i = 0; i < w->pad.stappen; i++)
        if (w->pad.vraag[i] == n)
            return i;
    return -1;
}

static void write_step(struct tekst *t, const struct afweging_groep *g, int which, int n)
{
    const struct weging *w = g->wegingen[which];
    bool told = false;
    for (int i = 0; i < which; i++)
        told = told || g->wegingen[i]->a == w->van[n];
    write_question(t, w, n);
    write_answer(t, w, n);
    write_motivering(t, w, n, told);
    if (!w->kader)
        return;
    int place = on_path(w, n);
    if (place >= 0) {
        write_row(t, w, w->pad.rij[place]);
    } else if (w->pad.open == n) {
        write_stop(t, w);
    } else {
        buf_text(tekst_anew(&t->value), "Het kader komt aan deze vraag niet toe; het antwoord telt "
                                        "niet mee.");
        tekst_pair(t, "Gevolg:");
    }
}

void uitleg_vragen(struct tekst *t, const struct afweging_groep *g, int which)
{
    const struct weging *w = g->wegingen[which];
    bool done[VRAGEN_MAX + 1] = {false};
    for (int i = 0; w->kader && i <= w->pad.stappen; i++) {
        int n = i < w->pad.stappen ? w->pad.vraag[i] : w->pad.open;
        if (n && !done[n])
            write_step(t, g, which, n);
        done[n] = true;
    }
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (!done[n] && (w->van[n] || w->ongeldig[n] ||
                         entry_has(&w->a->e, (short)(Weging_Motivering1 + n - 1))))
            write_step(t, g, which, n);
}

/* ---- outcome ---- */

void uitleg_normen(struct tekst *t, const struct weging *w)
{
    for (size_t i = 0; i < w->kader->norm_count; i++) {
        const struct kader_norm *norm = &w->kader->normen[i];
        if (!(w->pad.normen & 1u << norm->nummer))
            continue;
        struct buf *b = tekst_anew(&t->value);
        buf_str(b, norm->tekst);
        tekst_status(b, w->kader, &norm->herkomst);
        buf_text(b, " Bron: ");
        buf_str(b, norm->herkomst.bron.n ? norm->herkomst.bron : w->kader->bron);
        write_place(b, w->kader, norm->regel);
        buf_text(tekst_anew(&t->label), "Meldnorm" OPMAAK_VAST);
        buf_number(&t->label, norm->nummer);
        buf_byte(&t->label, ':');
        tekst_long(t);
    }
}

/* ---- why not otherwise ---- */

static void write_change(struct buf *b, const struct weging *w, const struct anders *x)
{
    bool all_open = true;
    for (int i = 0; i < x->n; i++)
        all_open = all_open && !w->van[x->vraag[i]];
    buf_text(b, all_open ? (x->n > 1 ? "Worden " : "Wordt ") : (x->n > 1 ? "Waren " : "Was "));
    for (int i = 0; i < x->n; i++) {
        buf_text(b, i == 0         ? "vraag" OPMAAK_VAST
                    : i + 1 < x->n ? ", vraag" OPMAAK_VAST
                                   : " en vraag" OPMAAK_VAST);
        buf_number(b, x->vraag[i]);
        buf_text(b, " met" OPMAAK_VAST);
        buf_text(b, antwoord_woord(x->antwoord[i]));
    }
    buf_text(b, " beantwoord, dan ");
    if (x->pad.uitkomst == UITKOMST_ONBESLIST) {
        buf_text(b, all_open ? "is er nog geen uitkomst" : "was er nog geen uitkomst geweest");
        if (x->pad.open) {
            buf_text(b, ": het kader vraagt dan eerst antwoord op vraag" OPMAAK_VAST);
            buf_number(b, x->pad.open);
        }
    } else {
        buf_text(b, all_open ? "is de uitkomst " : "was de uitkomst ");
        buf_text(b, uitkomst_woord(x->pad.uitkomst));
        write_norms(b, x->pad.normen);
        buf_text(b, all_open ? "" : " geweest");
    }
    buf_byte(b, '.');
}

static void write_lead(struct buf *b, const struct waaromniet *other)
{
    if (other->n == 0)
        buf_text(b, "Geen ander antwoord had tot een andere uitkomst geleid.");
    else if (other->at[0].n == 1)
        buf_text(b, other->n == 1 ? "Eén ander antwoord had tot een andere uitkomst geleid:"
                                  : "Elk van deze andere antwoorden had tot een andere uitkomst "
                                    "geleid:");
    else {
        buf_text(b, "Eén ander antwoord had de uitkomst niet veranderd. Daarvoor hadden er ");
        buf_number(b, other->at[0].n);
        buf_text(b, " anders moeten zijn:");
    }
}

void uitleg_anders(struct tekst *t, const struct weging *w)
{
    struct waaromniet other = waaromniet(w->kader, w->antwoord, t->x->scratch);
    struct buf *b = tekst_anew(&t->value);
    opmaak_gap(&t->o);
    buf_text(b, "Waarom geen andere uitkomst? ");
    write_lead(b, &other);
    opmaak_flow(&t->o, 2, 2, buf_all(b));
    for (size_t i = 0; i < other.n; i++) {
        buf_text(tekst_anew(b), "-" OPMAAK_VAST);
        write_change(b, w, &other.at[i]);
        opmaak_flow(&t->o, 4, 6, buf_all(b));
    }
}
