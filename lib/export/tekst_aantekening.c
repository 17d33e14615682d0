#include "export/tekst.h"

/* ---- heading ---- */

void tekst_name(struct buf *b, const struct aantekening *a)
{
    buf_str(b, a->e.name);
    buf_text(b, OPMAAK_VAST);
    buf_str(b, a->e.label);
}

void tekst_recorded(struct buf *b, const struct tekst *t, const struct aantekening *a, day_no dag)
{
    const struct value *when = a->e.slot[Veld_Vastgelegd], *who = a->e.slot[Veld_Door];
    bool as_said = who ? when && t->door.n && str_eq(who->text, t->door) : t->door.n == 0;
    if (!when && !who)
        return;
    buf_text(b, " (vastgelegd");
    if (when) {
        buf_byte(b, ' ');
        if (when->state == VALUE_GOOD && when->day == dag)
            leesbaar_uur(b, when->text);
        else
            leesbaar_waarde(b, t->z, a, when);
    }
    if (who && !as_said) {
        buf_text(b, " door ");
        leesbaar_waarde(b, t->z, a, who);
    } else if (!as_said) {
        buf_text(b, ", niet vermeld door wie");
    }
    buf_byte(b, ')');
}

static bool has_day(const struct aantekening *a)
{
    return a->soort != S_ONBEKEND && a->soort != S_Persoon;
}

static void write_day(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    const struct value *v = a->e.slot[Veld_Datum];
    if (v) {
        buf_text(b, v->state == VALUE_EMPTY ? ", datum " : ", ");
        leesbaar_waarde(b, t->z, a, v);
    } else if (a->telt) {
        buf_text(b, ", zonder datum");
    }
}

static void write_marks(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    if (a->vervangen)
        buf_text(b, ", vervangen");
    if (a->ingetrokken) {
        buf_text(b, ", ingetrokken: ");
        tekst_values(b, t, a, a->e.slot[Veld_Ingetrokken]);
    }
    if (a->vernietigd)
        buf_text(b, ", vernietigd");
    if (werkt_als_ja(&a->e, Veld_Afschermen))
        buf_text(b, ", AFGESCHERMD");
}

static void write_heading(struct tekst *t, const struct aantekening *a, bool with_day,
                          bool only_differences)
{
    struct buf *b = tekst_anew(&t->value);
    tekst_name(b, a);
    if (a->soort == S_ONBEKEND)
        buf_text(b, " (onbekende soort)");
    if (with_day)
        write_day(b, t, a);
    write_marks(b, t, a);
    tekst_recorded(b, t, a, with_day ? a->dag : DAY_NONE);
    if (only_differences)
        buf_text(b, "; anders was:");
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, t->indent - 2, t->indent, buf_all(b));
}

/* ---- fields ---- */

static bool is_step(const struct aantekening *a, short slot)
{
    return (a->soort == S_Overleg && slot == Overleg_Stap) ||
           (a->soort == S_Gesprek && slot == Gesprek_Stap);
}

/* The first value of a field that neither the heading of the entry says nor its place in the
 * document. Where only differences stand, neither says its day or its step. */
static const struct value *left_to_say(const struct aantekening *a, short slot,
                                       bool only_differences)
{
    const struct value *v = a->e.slot[slot];
    bool said = false;
    if (!v || (slot == Veld_Ingetrokken && a->ingetrokken))
        return NULL;
    if (slot == Veld_Vastgelegd || slot == Veld_Door)
        said = true;
    else if (slot == Veld_Datum && has_day(a))
        said = !only_differences;
    else if (slot == Veld_Vernietigd)
        said = a->vernietigd;
    else if (slot == Veld_Afschermen)
        said = str_is(v->text, "ja");
    else if (is_step(a, slot))
        said = v->state == VALUE_GOOD && !a->vervangen;
    return said ? v->next : v;
}

static bool same_values(const struct value *a, const struct value *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (!str_eq(a->text, b->text))
            return false;
    return !a && !b;
}

/* Who everyone is, where that is more than one. */
static void write_everyone(struct tekst *t)
{
    const struct personen *p = &t->v->personen;
    struct buf *b = tekst_anew(&t->value);
    int n = 0;
    for (int i = 0; i < p->n; i++) {
        if (!p->at[i].iedereen)
            continue;
        buf_text(b, n++ ? ", " : "iedereen (");
        buf_str(b, p->at[i].label);
    }
    buf_byte(b, ')');
    buf_text(tekst_anew(&t->label), "Betreft:");
    if (n > 1)
        tekst_short(t);
}

static void write_difference(struct tekst *t, const struct aantekening *a, short slot,
                             const struct aantekening *than)
{
    const struct value *was = a->e.slot[slot], *is = than->e.slot[slot];
    bool closing = slot == Veld_Vastgelegd || slot == Veld_Door; /* the heading says them */
    if (closing ? !was : same_values(was, is))
        return;
    if (was) {
        was = left_to_say(a, slot, true);
        if (was)
            tekst_field(t, a, was);
        return;
    }
    leesbaar_veldnaam(tekst_anew(&t->label), is->name);
    buf_byte(&t->label, ':');
    buf_text(tekst_anew(&t->value), "(ontbrak)");
    tekst_short(t);
}

static void write_slot(struct tekst *t, const struct aantekening *a, short slot)
{
    const struct weging *w = t->wegingen[a->volgnr];
    if (w && slot == Weging_Vraag1)
        tekst_questions(t, w);
    if (w && slot >= Weging_Vraag1 && slot <= Weging_Motivering9)
        return;
    const struct value *v = left_to_say(a, slot, false);
    if (v)
        tekst_field(t, a, v);
    else if (a->telt && slot == betreft_slot(a->soort))
        write_everyone(t);
}

static void write_conclusion(struct tekst *t, const struct weging *w)
{
    if (w->kader && w->kader != t->kader) {
        buf_text(tekst_anew(&t->label), "Kader:");
        buf_str(tekst_anew(&t->value), w->kader->naam);
        buf_text(&t->value, ", versie ");
        buf_str(&t->value, w->kader->versie);
        tekst_short(t);
    }
    tekst_outcome(tekst_anew(&t->value), w);
    tekst_pair(t, "Uitkomst:");
    tekst_norms(t, w);
}

static void write_slots(struct tekst *t, const struct aantekening *a,
                        const struct aantekening *than, const short *slots, int n)
{
    for (int i = 0; i < n; i++) {
        if (than)
            write_difference(t, a, slots[i], than);
        else
            write_slot(t, a, slots[i]);
    }
}

/* In table order; what is not in the table stands before Vastgelegd and Door. */
static void write_fields(struct tekst *t, const struct aantekening *a,
                         const struct aantekening *than)
{
    short slots[SCHEMA_FIELDS_MAX], closing = 0;
    short n = schema_order(&soorten, a->e.kind, slots, &closing);
    tekst_strangers(t, a, FIELD_KIND);
    write_slots(t, a, than, slots, n - closing);
    tekst_strangers(t, a, FIELD_UNKNOWN);
    tekst_strangers(t, a, FIELD_OWN_NAME);
    write_slots(t, a, than, slots + n - closing, closing);
}

void tekst_entry(struct tekst *t, const struct aantekening *a, const struct aantekening *than)
{
    t->indent = a->vervangen ? 4 : 2;
    write_heading(t, a, has_day(a) && !than, than);
    write_fields(t, a, than);
    if (t->wegingen[a->volgnr])
        write_conclusion(t, t->wegingen[a->volgnr]);
    tekst_line(t);
}
