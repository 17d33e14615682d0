#include "export/tekst.h"

static void write_norm_numbers(struct buf *b, unsigned normen)
{
    buf_text(b, ", meldnorm" OPMAAK_VAST);
    for (int n = 1; n <= NORMEN_MAX; n++) {
        if (!(normen & 1u << n))
            continue;
        normen &= ~(1u << n);
        buf_number(b, n);
        if (normen)
            buf_text(b, (normen & (normen - 1)) == 0 ? " en " : ", ");
    }
}

void tekst_status(struct buf *b, const struct kader_versie *k, const struct kader_herkomst *h)
{
    struct str status = h && h->tekst_status.n ? h->tekst_status : k->tekst_status;
    if (str_is(status, "letterlijk"))
        return;
    buf_text(b, " (");
    buf_str(b, status);
    buf_byte(b, ')');
}

static bool given_before(const struct tekst *t, const struct kader_norm *norm)
{
    for (size_t i = 0; i < t->normen.n; i++)
        if (t->normen.at[i] == norm)
            return true;
    return false;
}

void tekst_norms(struct tekst *t, const struct weging *w)
{
    for (size_t i = 0; w->kader && i < w->kader->norm_count; i++) {
        const struct kader_norm *norm = &w->kader->normen[i];
        if (!(w->pad.normen & 1u << norm->nummer) || given_before(t, norm))
            continue;
        *arena_push(t->x->scratch, &t->normen) = norm;
        buf_text(tekst_anew(&t->label), "Meldnorm ");
        buf_number(&t->label, norm->nummer);
        buf_byte(&t->label, ':');
        buf_str(tekst_anew(&t->value), norm->tekst);
        tekst_status(&t->value, w->kader, &norm->herkomst);
        tekst_long(t);
    }
}

void tekst_outcome(struct buf *b, const struct weging *w)
{
    if (!w->kader) {
        buf_text(b, "niet te bepalen; het kader is niet te raadplegen of gold die dag niet");
        return;
    }
    buf_text(b, uitkomst_woord(w->pad.uitkomst));
    if (w->pad.normen)
        write_norm_numbers(b, w->pad.normen);
    if (w->onveilig) {
        buf_text(b, "; ");
        if (w->aard) {
            buf_text(b, soorten.kinds[S_Weging].fields[Weging_Aard].list[w->aard - 1].tekst);
            buf_byte(b, ' ');
        }
        buf_text(b, "onveilig");
    }
    if (w->pad.open && w->pad.uitkomst != UITKOMST_MELDEN) {
        buf_text(b, "; vraag" OPMAAK_VAST);
        buf_number(b, w->pad.open);
        buf_text(b, w->pad.bij_twijfel ? " geeft geen uitsluitsel" : " is nog open");
    }
}

/* What the framework makes of an answer. */
static void write_consequence(struct buf *b, const struct weging *w, int n)
{
    if (!pad_langs(&w->pad, n))
        buf_text(b, "; telt hier niet mee");
    for (int i = 0; i < w->pad.stappen; i++) {
        const struct kader_rij *rij = w->pad.rij[i];
        if (w->pad.vraag[i] != n || rij->uitkomst == UITKOMST_GEEN)
            continue;
        buf_text(b, "; uitkomst ");
        buf_text(b, uitkomst_woord(rij->uitkomst));
        if (rij->norm)
            write_norm_numbers(b, 1u << rij->norm);
    }
}

static void write_answer(struct buf *b, const struct tekst *t, const struct weging *w, int n)
{
    const struct value *own = w->a->e.slot[Weging_Vraag1 + n - 1];
    const struct aantekening *from = w->van[n] != w->a ? w->van[n] : NULL;
    if (own)
        tekst_values(b, t, w->a, own);
    if (own && from)
        buf_text(b, "; ");
    if (from) {
        buf_text(b, antwoord_woord(w->antwoord[n]));
        buf_text(b, " (zie ");
        tekst_name(b, from);
        buf_byte(b, ')');
    }
    if (!own && !from)
        buf_text(b, "(nog geen)");
    if (w->kader)
        write_consequence(b, w, n);
}

static void write_question(struct tekst *t, const struct weging *w, int n)
{
    const struct value *own = w->a->e.slot[Weging_Vraag1 + n - 1];
    const struct value *why = w->a->e.slot[Weging_Motivering1 + n - 1];
    const struct kader_vraag *q = w->kader ? &w->kader->vragen[n] : NULL;
    bool elsewhere = !own && !why && w->van[n]; /* asked and answered in full in another Weging */
    buf_text(tekst_anew(&t->label), "Vraag ");
    buf_number(&t->label, n);
    buf_byte(&t->label, ':');
    tekst_anew(&t->value);
    if (q && !q->is_er) {
        buf_text(&t->value, "(staat niet in het kader)");
    } else if (q && elsewhere && q->kort.n) {
        buf_str(&t->value, q->kort);
    } else if (q) {
        buf_str(&t->value, q->tekst);
        tekst_status(&t->value, w->kader, &q->herkomst);
    }
    if (q && !elsewhere) {
        tekst_long(t);
        write_answer(tekst_anew(&t->value), t, w, n);
        tekst_pair(t, "Antwoord:");
    } else {
        buf_text(&t->value, q ? ": " : "");
        write_answer(&t->value, t, w, n);
        tekst_long(t);
    }
    for (; why; why = why->next) {
        leesbaar_waarde(tekst_anew(&t->value), t->z, w->a, why);
        tekst_pair(t, "Motivering:");
    }
}

/* As the framework asks them, then those that it did not come to. */
void tekst_questions(struct tekst *t, const struct weging *w)
{
    bool done[VRAGEN_MAX + 1] = {false};
    for (int i = 0; i <= w->pad.stappen; i++) {
        int n = i < w->pad.stappen ? w->pad.vraag[i] : w->pad.open;
        if (n && !done[n])
            write_question(t, w, n);
        done[n] = true;
    }
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (!done[n] && (w->van[n] || w->a->e.slot[Weging_Vraag1 + n - 1] ||
                         w->a->e.slot[Weging_Motivering1 + n - 1]))
            write_question(t, w, n);
}
