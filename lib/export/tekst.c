/* text: the dossier as it is read on paper or on a screen, by who keeps the case and by who judges it later.
 *
 * Everything of a case stands in it once: what counts under the step it belongs to, and under it what it replaced. An export
 * is in Dutch whatever the language of the messages, for its words carry legal weight: no text here passes _(). Nothing of
 * a case but kinds and labels stands at the first column, so that no value passes for a heading. */
#include "export/export.h"

#include <stdlib.h>

#include "export/leesbaar.h"
#include "export/opmaak.h"
#include "zaak/hoofd.h"

/* The parts of the document. An entry of a step stands in that step; any other in the part that names its kind, else in
 * the last. */
static const struct deel {
    struct str titel;
    int stap; /* of the meldcode: shown also without entries; 0: none */
    enum soort soorten[5]; /* ended by S_Zaak */
} delen[] = {
    {STR("PERSONEN"), 0, {S_Persoon}},
    {STR("STAP 1. SIGNALEN"), 1, {0}},
    {STR("STAP 2. OVERLEG"), 2, {0}},
    {STR("STAP 3. GESPREKKEN"), 3, {0}},
    {STR("STAP 4. WEGING"), 4, {0}},
    {STR("STAP 5. BESLUIT, MELDING EN HULP"), 5, {0}},
    {STR("SAMENWERKING"), 0, {S_Verwachting, S_Bevraging, S_Maatregel, S_Afspraak}},
    {STR("VERKLARINGEN"), 0, {S_Verklaring}},
    {STR("NOTITIES"), 0, {S_Notitie}},
    {STR("AFSLUITING"), 0, {S_Afsluiting}},
    {STR("WIJZIGINGEN"), 0, {S_Wijziging}},
    {STR("VERNIETIGING"), 0, {S_Vernietiging}},
    {STR("UITZONDERINGEN"), 0, {S_Uitzondering}},
    {STR("OVERIGE AANTEKENINGEN"), 0, {0}},
};

enum { DELEN = sizeof delen / sizeof *delen, DEEL_OVERIG = DELEN - 1 };

/* An entry at its place in the document. */
struct regel {
    const struct aantekening *a;
    int deel;
    day_no dag;
};

struct tekst {
    struct export *x;
    const struct zaak *z;
    const struct voortgang *v;
    struct opmaak o;
    struct str door;                  /* who recorded what does not say otherwise; empty: every entry says */
    const struct kader_versie *kader; /* in force today, NULL: none */
    const struct weging **wegingen;   /* as they were judged, by volgnr; NULL for what is no Weging that counts */
    struct {
        const struct kader_norm **at;
        size_t n, cap;
    } normen;        /* whose text was given already */
    int indent;      /* of fields */
    struct buf kort; /* short fields, to stand together on a line */
};

static struct buf scratch(const struct tekst *t)
{
    return buf_in(t->x->scratch);
}

/* ---- fields ---- */

/* Where values begin that stand beside their label: in a column of their own, where there is room for one. */
static int hang(const struct tekst *t)
{
    return t->indent + (t->o.width >= 60 ? 14 : 2);
}

static void write_short(struct tekst *t)
{
    opmaak_flow(&t->o, t->indent, t->indent, buf_all(&t->kort));
    t->kort.n = 0;
}

static void write_long(struct tekst *t, struct str label, struct str value)
{
    write_short(t);
    opmaak_pair(&t->o, t->indent, hang(t), label, value);
}

/* What is short waits for more of it, held together. */
static void add_short(struct tekst *t, struct str label, struct str value)
{
    if (t->kort.n)
        buf_text(&t->kort, OPMAAK_VAST "· ");
    struct str parts[] = {label, STR(" "), value};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (size_t j = 0; j < parts[i].n; j++)
            buf_byte(&t->kort, parts[i].p[j] == ' ' || parts[i].p[j] == '\t' ? OPMAAK_VAST[0]
                                                                             : parts[i].p[j]);
}

static struct str label_of(const struct tekst *t, const struct aantekening *a,
                           const struct value *v)
{
    struct buf b = scratch(t);
    if (v->slot >= 0) {
        leesbaar_veldnaam(&b, v->name);
    } else if (v->slot == FIELD_OWN_NAME) {
        leesbaar_vreemd(&b, str_from(v->name, 2));
        buf_text(&b, " (eigen veld)");
    } else if (v->slot == FIELD_KIND) {
        leesbaar_vreemd(&b, v->name);
        buf_text(&b, " (nog een label)");
    } else {
        leesbaar_vreemd(&b, v->name);
        buf_text(&b, a->soort == S_ONBEKEND ? "" : " (onbekend veld)");
    }
    buf_byte(&b, ':');
    return buf_all(&b);
}

/* A label of another kind than a person says which, unless the name of the field does. */
static void write_kind_referred_to(struct buf *b, const struct aantekening *a,
                                   const struct value *v)
{
    const char *kind = v->slot >= 0 ? a->e.kind->fields[v->slot].refers : NULL;
    if (!kind || v->state != VALUE_GOOD || strcmp(kind, "*") == 0 || strcmp(kind, "Persoon") == 0 ||
        str_is(v->name, kind))
        return;
    buf_text(b, kind);
    buf_byte(b, ' ');
}

/* Is the source of a Signaal kept from the family. */
static bool source_shielded(const struct aantekening *a)
{
    return a->soort == S_Signaal && entry_has(&a->e, Signaal_Bronpersoon) &&
           entry_number(&a->e, Signaal_Bron) == bron_uitspraak_derde &&
           entry_number(&a->e, Signaal_Bron_open) != ja_nee_ja;
}

static struct str values_together(const struct tekst *t, const struct aantekening *a,
                                  const struct value *v)
{
    struct buf b = scratch(t);
    bool text = v->slot < 0 || a->e.kind->fields[v->slot].type == &type_text;
    write_kind_referred_to(&b, a, v);
    for (; v; v = v->next) {
        leesbaar_waarde(&b, t->z, a, v);
        if (a->soort == S_Signaal && v->slot == Signaal_Bronpersoon && source_shielded(a))
            buf_text(&b, " (AFGESCHERMD)");
        if (v->next)
            buf_text(&b, text ? "; " : ", ");
    }
    return buf_all(&b);
}

/* What the professional makes of it stands apart from what was seen. */
static void write_duiding(struct tekst *t, struct str value)
{
    write_short(t);
    opmaak_gap(&t->o);
    write_long(t, STR("Duiding (geen feit):"), value);
    opmaak_gap(&t->o);
}

static void write_field(struct tekst *t, const struct aantekening *a, const struct value *first)
{
    bool prose = false;
    for (const struct value *v = first; v; v = v->next)
        prose = prose || leesbaar_proza(a, v);
    if (!prose) {
        add_short(t, label_of(t, a, first), values_together(t, a, first));
        return;
    }
    for (const struct value *v = first; v; v = v->next) {
        struct buf b = scratch(t);
        leesbaar_waarde(&b, t->z, a, v);
        if (a->soort == S_Signaal && v->slot == Signaal_Duiding)
            write_duiding(t, buf_all(&b));
        else
            write_long(t, label_of(t, a, v), buf_all(&b));
    }
}

/* The first value of a field that its heading, or its place, does not say already. */
static const struct value *not_in_heading(const struct aantekening *a, short slot, bool with_day)
{
    const struct value *v = a->e.slot[slot];
    bool dated = a->soort != S_ONBEKEND && a->soort != S_Persoon;
    bool said = slot == Veld_Vastgelegd || slot == Veld_Door ||
                (slot == Veld_Ingetrokken && a->ingetrokken) ||
                (slot == Veld_Vernietigd && a->vernietigd) ||
                (slot == Veld_Datum && dated && with_day);
    if (slot == Veld_Ingetrokken && a->ingetrokken)
        return NULL;
    if (v && slot == Veld_Afschermen)
        said = str_is(v->text, "ja");
    if (v && ((a->soort == S_Overleg && slot == Overleg_Stap) ||
              (a->soort == S_Gesprek && slot == Gesprek_Stap)))
        said = v->state == VALUE_GOOD;
    return v && said ? v->next : v;
}

static bool same_values(const struct value *a, const struct value *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (!str_eq(a->text, b->text))
            return false;
    return !a && !b;
}

static void write_strangers(struct tekst *t, const struct aantekening *a, short sort)
{
    for (size_t i = 0; i < a->e.n; i++)
        if (a->e.values[i].slot == sort && a->e.values[i].first)
            write_field(t, a, &a->e.values[i]);
}

/* ---- outcomes and norms ---- */

static void write_norm_numbers(struct buf *b, unsigned normen)
{
    buf_text(b, "meldnorm ");
    for (int n = 1; n <= NORMEN_MAX; n++) {
        if (!(normen & 1u << n))
            continue;
        normen &= ~(1u << n);
        buf_number(b, n);
        if (normen)
            buf_text(b, (normen & (normen - 1)) == 0 ? " en " : ", ");
    }
}

/* Whether the words are the framework's own is said where they are not. */
static void write_tekst_status(struct buf *b, const struct kader_versie *k,
                               const struct kader_herkomst *h)
{
    struct str status = h && h->tekst_status.n ? h->tekst_status : k->tekst_status;
    if (str_is(status, "letterlijk"))
        return;
    buf_text(b, " (");
    buf_str(b, status);
    buf_text(b, ")");
}

/* The text of each norm that was not given before. */
static void write_norms(struct tekst *t, const struct weging *w)
{
    for (size_t i = 0; w->kader && i < w->kader->norm_count; i++) {
        const struct kader_norm *norm = &w->kader->normen[i];
        bool given = !(w->pad.normen & 1u << norm->nummer);
        for (size_t j = 0; !given && j < t->normen.n; j++)
            given = t->normen.at[j] == norm;
        if (given)
            continue;
        *arena_push(t->x->scratch, &t->normen) = norm;
        struct buf label = scratch(t), text = scratch(t);
        buf_text(&label, "Meldnorm ");
        buf_number(&label, norm->nummer);
        buf_byte(&label, ':');
        buf_str(&text, norm->tekst);
        write_tekst_status(&text, w->kader, &norm->herkomst);
        write_long(t, buf_all(&label), buf_all(&text));
    }
}

static void write_outcome(struct buf *b, const struct weging *w)
{
    if (!w->kader) {
        buf_text(b, "niet te bepalen: het kader is niet te raadplegen of gold die dag niet");
        return;
    }
    buf_text(b, uitkomst_woord(w->pad.uitkomst));
    if (w->pad.normen) {
        buf_text(b, ", ");
        write_norm_numbers(b, w->pad.normen);
    }
    if (w->onveilig) {
        buf_text(b, "; ");
        if (w->aard) {
            buf_text(b, soorten.kinds[S_Weging].fields[Weging_Aard].list[w->aard - 1].tekst);
            buf_byte(b, ' ');
        }
        buf_text(b, "onveilig");
    }
    if (w->pad.open && w->pad.uitkomst != UITKOMST_MELDEN) {
        buf_text(b, "; vraag ");
        buf_number(b, w->pad.open);
        buf_text(b, w->pad.bij_twijfel ? " geeft geen uitsluitsel" : " is nog open");
    }
}

/* ---- the questions of a Weging ---- */

static void write_answer(struct buf *b, const struct tekst *t, const struct weging *w, int n)
{
    const struct value *own = w->a->e.slot[Weging_Vraag1 + n - 1];
    const struct aantekening *from = w->van[n] != w->a ? w->van[n] : NULL;
    if (own)
        buf_str(b, values_together(t, w->a, own));
    if (own && from)
        buf_text(b, "; ");
    if (from) {
        buf_text(b, antwoord_woord(w->antwoord[n]));
        buf_text(b, " (zie" OPMAAK_VAST "Weging" OPMAAK_VAST);
        buf_str(b, from->e.label);
        buf_byte(b, ')');
    }
    if (!own && !from)
        buf_text(b, "(nog geen)");
    if (!w->kader)
        return;
    if (!pad_langs(&w->pad, n))
        buf_text(b, "; telt hier niet mee");
    for (int i = 0; i < w->pad.stappen; i++) {
        const struct kader_rij *rij = w->pad.rij[i];
        if (w->pad.vraag[i] != n || rij->uitkomst == UITKOMST_GEEN)
            continue;
        buf_text(b, "; uitkomst ");
        buf_text(b, uitkomst_woord(rij->uitkomst));
        if (rij->norm) {
            buf_text(b, ", ");
            write_norm_numbers(b, 1u << rij->norm);
        }
    }
}

static void write_question(struct tekst *t, const struct weging *w, int n)
{
    const struct kader_vraag *q = w->kader && w->kader->vragen[n].is_er ? &w->kader->vragen[n] : NULL;
    const struct value *own = w->a->e.slot[Weging_Vraag1 + n - 1];
    const struct value *why = w->a->e.slot[Weging_Motivering1 + n - 1];
    struct buf label = scratch(t), text = scratch(t), answer = scratch(t);
    buf_text(&label, "Vraag ");
    buf_number(&label, n);
    buf_byte(&label, ':');
    write_answer(&answer, t, w, n);
    if (!own && !why && w->van[n] && q && q->kort.n) { /* asked and answered in full elsewhere */
        buf_str(&text, q->kort);
        buf_text(&text, ": ");
        buf_str(&text, buf_all(&answer));
        write_long(t, buf_all(&label), buf_all(&text));
        return;
    }
    if (q) {
        buf_str(&text, q->tekst);
        write_tekst_status(&text, w->kader, &q->herkomst);
    } else {
        buf_text(&text, w->kader ? "(staat niet in het kader)" : "(tekst niet te raadplegen)");
    }
    write_long(t, buf_all(&label), buf_all(&text));
    write_long(t, STR("Antwoord:"), buf_all(&answer));
    for (; why; why = why->next) {
        struct buf b = scratch(t);
        leesbaar_waarde(&b, t->z, w->a, why);
        write_long(t, STR("Motivering:"), buf_all(&b));
    }
}

/* As the framework asks them, then those that it did not come to. */
static void write_questions(struct tekst *t, const struct weging *w)
{
    bool done[VRAGEN_MAX + 1] = {false};
    for (int i = 0; i <= w->pad.stappen; i++) {
        int n = i < w->pad.stappen ? w->pad.vraag[i] : w->pad.open;
        if (n)
            write_question(t, w, n);
        done[n] = true;
    }
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (!done[n] && (w->van[n] || w->a->e.slot[Weging_Vraag1 + n - 1] ||
                         w->a->e.slot[Weging_Motivering1 + n - 1]))
            write_question(t, w, n);
}

static void write_kader_of_day(struct tekst *t, const struct weging *w)
{
    if (!w->kader || w->kader == t->kader)
        return;
    struct buf b = scratch(t);
    buf_str(&b, w->kader->naam);
    buf_text(&b, ", versie ");
    buf_str(&b, w->kader->versie);
    add_short(t, STR("Kader:"), buf_all(&b));
}

/* ---- entries ---- */

static void add_everyone(struct tekst *t)
{
    const struct personen *p = &t->v->personen;
    struct buf b = scratch(t);
    int n = 0;
    for (int i = 0; i < p->n; i++) {
        if (!p->at[i].iedereen)
            continue;
        buf_text(&b, n++ ? ", " : "iedereen (");
        buf_str(&b, p->at[i].label);
    }
    buf_byte(&b, ')');
    if (n > 1)
        add_short(t, STR("Betreft:"), buf_all(&b));
}

static void write_slot(struct tekst *t, const struct aantekening *a, short slot,
                       const struct aantekening *than)
{
    const struct weging *w = than ? NULL : t->wegingen[a->volgnr];
    if (w && slot == Weging_Vraag1)
        write_questions(t, w);
    if (w && slot >= Weging_Vraag1 && slot <= Weging_Motivering9)
        return;
    const struct value *v = not_in_heading(a, slot, !than);
    if (than && slot != Veld_Vastgelegd && slot != Veld_Door) {
        const struct value *now = not_in_heading(than, slot, false);
        if (same_values(v, now))
            return;
        if (!v)
            add_short(t, label_of(t, than, now), STR("(ontbrak)"));
    }
    if (v)
        write_field(t, a, v);
    else if (a->telt && slot == betreft_slot(a->soort))
        add_everyone(t);
}

/* The fields in table order, those that are not in the table behind them. With `than`: only those that differ from it. */
static void write_fields(struct tekst *t, const struct aantekening *a,
                         const struct aantekening *than)
{
    short slots[64], closing = 0;
    short n = schema_order(&soorten, a->e.kind, slots, &closing);
    write_strangers(t, a, FIELD_KIND);
    for (short i = 0; i < n - closing; i++)
        write_slot(t, a, slots[i], than);
    write_strangers(t, a, FIELD_UNKNOWN);
    write_strangers(t, a, FIELD_OWN_NAME);
    for (short i = (short)(n - closing); i < n; i++)
        write_slot(t, a, slots[i], than);
    const struct weging *w = than ? NULL : t->wegingen[a->volgnr];
    if (w) {
        write_kader_of_day(t, w);
        struct buf b = scratch(t);
        write_outcome(&b, w);
        write_long(t, STR("Uitkomst:"), buf_all(&b));
        write_norms(t, w);
    }
    write_short(t);
}

/* When and by whom it was recorded: ` (vastgelegd 10.01 uur door A. de Boer)`. On the day `dag` the time is enough. */
static void write_recorded(struct buf *b, const struct tekst *t, const struct aantekening *a,
                           day_no dag)
{
    const struct value *when = a->e.slot[Veld_Vastgelegd], *who = a->e.slot[Veld_Door];
    bool as_said = who ? str_eq(who->text, t->door) && t->door.n : t->door.n == 0;
    if (!when && as_said)
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

static void write_name(struct buf *b, const struct aantekening *a)
{
    buf_str(b, a->e.name);
    buf_text(b, OPMAAK_VAST);
    buf_str(b, a->e.label);
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
        buf_str(b, values_together(t, a, a->e.slot[Veld_Ingetrokken]));
    }
    if (a->vernietigd)
        buf_text(b, ", vernietigd");
    if (werkt_als_ja(&a->e, Veld_Afschermen))
        buf_text(b, ", AFGESCHERMD");
}

/* With `than`: what was before it, and only in what. */
static void write_entry(struct tekst *t, const struct aantekening *a,
                        const struct aantekening *than)
{
    struct buf b = scratch(t);
    bool dated = a->soort != S_ONBEKEND && a->soort != S_Persoon && !than;
    write_name(&b, a);
    if (dated)
        write_day(&b, t, a);
    write_marks(&b, t, a);
    write_recorded(&b, t, a, dated ? a->dag : DAY_NONE);
    if (than)
        buf_text(&b, "; anders was:");
    t->indent = a->vervangen ? 4 : 2;
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, t->indent - 2, t->indent, buf_all(&b));
    write_fields(t, a, than);
}

/* ---- the order of the document ---- */

static int deel_of(const struct aantekening *a)
{
    int step = a->e.kind->step;
    int64_t given = a->soort == S_Overleg   ? entry_number(&a->e, Overleg_Stap)
                    : a->soort == S_Gesprek ? entry_number(&a->e, Gesprek_Stap)
                                            : 0;
    if (given)
        step = (int)given;
    for (int i = 0; i < DEEL_OVERIG; i++) {
        if (step && delen[i].stap == step)
            return i;
        for (const enum soort *s = delen[i].soorten; *s != S_Zaak; s++)
            if (*s == a->soort)
                return i;
    }
    return DEEL_OVERIG;
}

static int by_place(const void *x, const void *y)
{
    const struct regel *a = x, *b = y;
    if (a->deel != b->deel)
        return a->deel - b->deel;
    if (a->a->soort != b->a->soort)
        return a->a->soort < b->a->soort ? -1 : 1;
    if (a->dag != b->dag)
        return a->dag < b->dag ? -1 : 1;
    if (a->a->eerste != b->a->eerste)
        return a->a->eerste - b->a->eerste;
    return b->a->volgnr - a->a->volgnr;
}

/* All entries in the order of the document: part, kind, day; of one label what stands comes first, then what it replaced, the
 * newest first. What was withdrawn or destroyed keeps the place it had before. */
static struct regel *in_order(const struct tekst *t)
{
    const struct zaak *z = t->z;
    struct regel *place = arena_new(t->x->scratch, struct regel, (size_t)z->n);
    for (int i = 1; i < z->n; i++) {
        const struct aantekening *a = &z->at[i];
        struct regel *p = &place[a->eerste];
        bool gone = a->ingetrokken || a->vernietigd;
        if (!p->a || !gone)
            *p = (struct regel){a, deel_of(a), a->dag};
    }
    struct regel *all = arena_new(t->x->scratch, struct regel, (size_t)z->n);
    for (int i = 1; i < z->n; i++) {
        all[i - 1] = place[z->at[i].eerste];
        all[i - 1].a = &z->at[i];
    }
    qsort(all, (size_t)z->n - 1, sizeof *all, by_place);
    return all;
}

static void write_entries(struct tekst *t)
{
    const struct regel *all = in_order(t);
    const struct aantekening *stands = NULL;
    int at = 0, count = t->z->n - 1;
    for (int d = 0; d < DELEN; d++) {
        bool any = at < count && all[at].deel == d;
        if (!any && !delen[d].stap)
            continue;
        opmaak_heading(&t->o, delen[d].titel);
        if (!any)
            opmaak_flow(&t->o, 0, 0, STR("Niets vastgelegd."));
        for (; at < count && all[at].deel == d; at++) {
            const struct aantekening *a = all[at].a;
            if (!a->vervangen)
                stands = a;
            write_entry(t, a, a->vervangen && stands->telt ? stands : NULL);
        }
    }
}

/* ---- the head ---- */

/* A field of the header as it is today, and as it was when the case was opened. */
static void header_value(struct buf *b, const struct tekst *t, short slot)
{
    const struct value *first = t->z->at[0].e.slot[slot];
    const struct value *now = hoofd_veld(t->z, slot, t->v->vandaag);
    for (const struct value *v = now; v; v = v->next) {
        leesbaar_waarde(b, t->z, NULL, v);
        if (v->next)
            buf_text(b, "; ");
    }
    if (now == first)
        return;
    buf_text(b, " (bij opening: ");
    for (const struct value *v = first; v; v = v->next) {
        leesbaar_waarde(b, t->z, NULL, v);
        if (v->next)
            buf_text(b, "; ");
    }
    buf_text(b, first ? ")" : "niet vermeld)");
}

static void write_header_field(struct tekst *t, short slot)
{
    const struct value *now = hoofd_veld(t->z, slot, t->v->vandaag);
    struct buf b = scratch(t);
    header_value(&b, t, slot);
    if (now)
        write_long(t, label_of(t, &t->z->at[0], now), buf_all(&b));
}

static void write_kader(struct tekst *t)
{
    struct buf b = scratch(t);
    if (t->kader) {
        buf_str(&b, t->kader->titel);
        write_tekst_status(&b, t->kader, NULL);
        buf_text(&b, "; eigenaar: ");
        buf_str(&b, t->kader->eigenaar);
        buf_text(&b, "; ");
    }
    header_value(&b, t, Zaak_Kader);
    if (t->kader) {
        buf_text(&b, ", versie ");
        buf_str(&b, t->kader->versie);
    } else {
        buf_text(&b, " (niet te raadplegen, of nu niet van kracht)");
    }
    write_long(t, STR("Kader:"), buf_all(&b));
}

static bool any_shielded(const struct zaak *z)
{
    for (int i = 0; i < z->n; i++)
        if (werkt_als_ja(&z->at[i].e, Veld_Afschermen) || source_shielded(&z->at[i]))
            return true;
    return false;
}

static void write_head(struct tekst *t)
{
    const struct aantekening *zaak = &t->z->at[0];
    struct buf title = scratch(t), opened = scratch(t);
    buf_text(&title, "DOSSIER" OPMAAK_VAST);
    buf_str(&title, t->z->id);
    opmaak_heading(&t->o, buf_all(&title));
    if (zaak->e.slot[Zaak_Geopend])
        leesbaar_waarde(&opened, t->z, zaak, zaak->e.slot[Zaak_Geopend]);
    write_recorded(&opened, t, zaak, zaak->dag);
    write_long(t, STR("Geopend:"), buf_all(&opened));
    for (short slot = Zaak_Geopend + 1; slot < Zaak_slots; slot++)
        write_header_field(t, slot);
    write_strangers(t, zaak, FIELD_UNKNOWN);
    write_strangers(t, zaak, FIELD_OWN_NAME);
    write_short(t);
    write_kader(t);
    if (t->door.n) {
        struct buf b = scratch(t);
        buf_str(&b, t->door);
        buf_text(&b, ", waar bij een aantekening niets anders staat");
        write_long(t, STR("Vastgelegd door:"), buf_all(&b));
    }
    if (any_shielded(t->z))
        write_long(t, STR("Let op:"),
                   STR("wat hierin AFGESCHERMD heet, is niet bestemd voor de betrokkenen"));
}

/* ---- where the case stands ---- */

static void write_stand(struct buf *b, enum stand s)
{
    static const char *const uitleg[STANDEN] = {
        [STAND_GEWOGEN] = "nog niet besloten",
        [STAND_BESLOTEN] = "nog niet gemeld, en geen hulp",
        [STAND_GEMELD] = "nog geen terugkoppeling",
        [STAND_SAMENWERKING] = "gemeld, en Veilig Thuis koppelde terug",
        [STAND_HULP] = "niet gemeld",
        [STAND_GESPROKEN] = "nog niet gewogen",
        [STAND_OVERLEGD] = "nog niet gesproken",
        [STAND_SIGNALEN] = "nog niet overlegd",
        [STAND_NIEUW] = "nog geen signalen",
    };
    buf_text(b, stand_woord(s));
    if (!uitleg[s])
        return;
    buf_text(b, " (");
    buf_text(b, uitleg[s]);
    buf_byte(b, ')');
}

static void write_reference(struct buf *b, const struct aantekening *a)
{
    buf_text(b, " (");
    write_name(b, a);
    if (a->dag != DAY_NONE) {
        buf_text(b, ", ");
        leesbaar_dag(b, a->dag);
    }
    buf_byte(b, ')');
}

/* Does the same stand about both, so that it is said once. */
static bool same_progress(const struct persoon_voortgang *a, const struct persoon_voortgang *b)
{
    return a->weging == b->weging && a->besluit == b->besluit && a->evaluatie == b->evaluatie &&
           a->gesloten == b->gesloten && a->stand == b->stand;
}

static void write_closed(struct buf *b, const struct tekst *t, enum stand s, day_no since)
{
    write_stand(b, s);
    if (s != STAND_GESLOTEN || since == DAY_NONE || since > t->v->vandaag)
        return;
    buf_text(b, " sinds ");
    leesbaar_dag(b, since);
}

static void write_besluit(struct tekst *t, int person)
{
    const struct aantekening *a = t->v->per[person].besluit;
    const struct aantekening *melding = NULL;
    struct buf b = scratch(t), m = scratch(t);
    if (!a)
        return;
    if (entry_number(&a->e, Besluit_Melden) == ja_nee_ja)
        melding = uitgevoerd(t->v, a, person);
    if (entry_has(&a->e, Besluit_Melden)) {
        buf_text(&b, "melden ");
        buf_str(&b, values_together(t, a, a->e.slot[Besluit_Melden]));
    }
    if (entry_has(&a->e, Besluit_Hulp)) {
        buf_text(&b, ", hulp ");
        buf_str(&b, values_together(t, a, a->e.slot[Besluit_Hulp]));
    }
    write_reference(&b, a);
    write_long(t, STR("Besluit:"), buf_all(&b));
    if (!melding)
        return;
    leesbaar_waarde(&m, t->z, melding, melding->e.slot[Veld_Datum]);
    buf_text(&m, " (");
    write_name(&m, melding);
    buf_byte(&m, ')');
    write_long(t, STR("Gemeld:"), buf_all(&m));
}

static void write_evaluatie(struct tekst *t, const struct aantekening *a)
{
    struct buf b = scratch(t);
    if (!a)
        return;
    if (entry_has(&a->e, Evaluatie_Resultaat))
        buf_str(&b, values_together(t, a, a->e.slot[Evaluatie_Resultaat]));
    if (entry_has(&a->e, Evaluatie_Onveiligheid)) {
        buf_text(&b, ", onveiligheid ");
        buf_str(&b, values_together(t, a, a->e.slot[Evaluatie_Onveiligheid]));
    }
    write_reference(&b, a);
    write_long(t, STR("Evaluatie:"), buf_all(&b));
}

/* The persons from `from` to before `to`, about whom the same stands. */
static void write_persons(struct tekst *t, int from, int to)
{
    const struct personen *all = &t->v->personen;
    const struct persoon_voortgang *p = &t->v->per[from];
    struct buf who = scratch(t), stand = scratch(t);
    for (int i = from; i < to && !all->zaak_als_een; i++) {
        if (i > from)
            buf_text(&who, i + 1 < to ? ", " : " en ");
        leesbaar_persoon(&who, t->z, all->at[i].label);
    }
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, 0, 2, buf_all(&who));
    write_closed(&stand, t, p->stand, p->gesloten);
    if (to - from < all->n)
        write_long(t, STR("Stand:"), buf_all(&stand));
    if (p->weging) {
        struct buf b = scratch(t);
        write_outcome(&b, p->weging);
        write_reference(&b, p->weging->a);
        write_long(t, STR("Uitkomst:"), buf_all(&b));
    }
    write_besluit(t, from);
    write_evaluatie(t, p->evaluatie);
}

static void write_open_afspraken(struct tekst *t)
{
    struct buf b = scratch(t);
    for (int i = 0; i < t->z->aantal[S_Afspraak]; i++) {
        const struct aantekening *a = t->z->geldig[S_Afspraak][i];
        if (entry_number(&a->e, Afspraak_Status) != status_open)
            continue;
        buf_text(&b, b.n ? ", " : "");
        write_name(&b, a);
        if (!entry_has(&a->e, Afspraak_Uiterlijk))
            continue;
        buf_text(&b, " (uiterlijk" OPMAAK_VAST);
        leesbaar_waarde(&b, t->z, a, a->e.slot[Afspraak_Uiterlijk]);
        buf_byte(&b, ')');
    }
    if (b.n)
        write_long(t, STR("Open:"), buf_all(&b));
}

static void write_where(struct tekst *t)
{
    const struct voortgang *v = t->v;
    struct buf b = scratch(t);
    opmaak_heading(&t->o, STR("WAAR DE ZAAK STAAT"));
    buf_text(&b, "Op ");
    leesbaar_dag(&b, v->vandaag);
    buf_text(&b, ": ");
    write_closed(&b, t, v->stand, v->gesloten);
    buf_byte(&b, '.');
    opmaak_flow(&t->o, 0, 0, buf_all(&b));
    for (int from = 0, to; from < v->personen.n; from = to) {
        for (to = from + 1; to < v->personen.n; to++)
            if (!same_progress(&v->per[from], &v->per[to]))
                break;
        write_persons(t, from, to);
    }
    opmaak_gap(&t->o);
    for (int i = 0; i < v->personen.n; i++)
        if (v->per[i].weging)
            write_norms(t, v->per[i].weging);
    write_open_afspraken(t);
}

/* ---- the foot ---- */

static const struct aantekening *last_recorded(const struct zaak *z)
{
    const struct aantekening *last = NULL;
    const struct value *when = NULL;
    for (int i = 0; i < z->n; i++) {
        const struct value *v = z->at[i].e.slot[Veld_Vastgelegd];
        if (v && v->state == VALUE_GOOD && (!when || v->number >= when->number)) {
            last = &z->at[i];
            when = v;
        }
    }
    return last ? last : &z->at[z->n - 1];
}

static void write_foot(struct tekst *t)
{
    const struct aantekening *last = last_recorded(t->z);
    struct buf b = scratch(t);
    opmaak_gap(&t->o);
    buf_text(&b, "Einde van dossier ");
    buf_str(&b, t->z->id);
    buf_text(&b, ": ");
    buf_number(&b, t->z->n - 1);
    buf_text(&b, t->z->n == 2 ? " aantekening. Het laatst vastgelegd: "
                              : " aantekeningen. Het laatst vastgelegd: ");
    write_name(&b, last);
    const struct value *when = last->e.slot[Veld_Vastgelegd], *who = last->e.slot[Veld_Door];
    if (when) {
        buf_text(&b, ", ");
        leesbaar_waarde(&b, t->z, last, when);
    }
    if (who) {
        buf_text(&b, ", door ");
        leesbaar_waarde(&b, t->z, last, who);
    }
    buf_byte(&b, '.');
    opmaak_flow(&t->o, 0, 0, buf_all(&b));
}

/* ---- a case ---- */

static void write_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct tekst t = {.x = x, .z = z, .v = v, .indent = 2};
    t.o = (struct opmaak){.out = x->out, .width = x->width};
    t.kort = buf_in(x->scratch);
    if (z->at[0].e.slot[Veld_Door])
        t.door = z->at[0].e.slot[Veld_Door]->text;
    if (x->kaders)
        t.kader = kader_op(kaders_find(x->kaders, hoofd_tekst(z, Zaak_Kader, v->vandaag)), v->vandaag);
    t.wegingen = arena_new(x->scratch, const struct weging *, (size_t)z->n);
    for (int i = 0; i < z->aantal[S_Weging]; i++)
        t.wegingen[z->geldig[S_Weging][i]->volgnr] = &v->wegingen[i];
    if (x->zaken)
        buf_text(x->out, "\f");
    t.indent = 0;
    write_head(&t);
    t.indent = 2;
    write_where(&t);
    write_entries(&t);
    write_foot(&t);
}

const struct export_formaat export_tekst = {.naam = "text", .zaak = write_case};
