/* afweging as text: read by who judges how was weighed, and does not know these programs.
 *
 * No value of a case is written but by way of afweging_veld, and no name of a person at all. */
#include "export/tekst_afweging.h"

/* ---- pieces ---- */

void uitleg_persoon(struct buf *b, const struct zaak *z, struct str label)
{
    struct str rol = afweging_rol(z, label);
    buf_str(b, label);
    if (!rol.n)
        return;
    buf_text(b, OPMAAK_VAST "(");
    leesbaar_vast(b, rol);
    buf_byte(b, ')');
}

static bool names_person(const struct schema_field *f)
{
    return f->refers && strcmp(f->refers, "Persoon") == 0;
}

bool uitleg_waarden(struct buf *b, const struct zaak *z, const struct aantekening *a, short slot)
{
    const struct schema_field *f = &a->e.kind->fields[slot];
    const struct value *first = afweging_veld(a, slot);
    for (const struct value *v = first; v; v = afweging_verder(v)) {
        buf_text(b, v == first ? "" : ", ");
        if (names_person(f))
            uitleg_persoon(b, z, v->text);
        else if (v->day != DAY_NONE && v->state == VALUE_GOOD)
            leesbaar_datum(b, v->text);
        else
            buf_str(b, v->text);
    }
    return first;
}

void uitleg_dag(struct buf *b, const struct aantekening *a)
{
    const struct value *v = afweging_veld(a, Veld_Datum);
    if (v && v->state == VALUE_GOOD)
        leesbaar_datum(b, v->text);
    else
        buf_text(b, "zonder datum");
}

void uitleg_regel(struct buf *b, unsigned regel)
{
    buf_text(b, "regel" OPMAAK_VAST);
    buf_number(b, regel);
}

void uitleg_vastgelegd(struct buf *b, const struct aantekening *a)
{
    const struct value *when = afweging_veld(a, Veld_Vastgelegd);
    const struct value *who = afweging_veld(a, Veld_Door);
    if (!when && !who) {
        buf_text(b, "niet vermeld wanneer en door wie vastgelegd");
        return;
    }
    buf_text(b, "vastgelegd");
    if (when && when->state == VALUE_GOOD) {
        buf_byte(b, ' ');
        if (when->day == a->dag)
            leesbaar_uur(b, when->text);
        else
            leesbaar_datum(b, when->text);
    }
    buf_text(b, who ? " door " : ", niet vermeld door wie");
    if (who)
        leesbaar_vast(b, who->text);
}

/* `Weging 1, 5 oktober 2026, regel 128 (vastgelegd ...)`, with what has to be known of it. */
static void write_entry_heading(struct tekst *t, const struct aantekening *a, const char *remark)
{
    struct buf *b = tekst_anew(&t->value);
    tekst_name(b, a);
    buf_text(b, ", ");
    uitleg_dag(b, a);
    buf_text(b, ", ");
    uitleg_regel(b, a->e.regel);
    buf_text(b, " (");
    uitleg_vastgelegd(b, a);
    buf_byte(b, ')');
    if (afweging_afgeschermd(a))
        buf_text(b, ", AFGESCHERMD");
    buf_text(b, remark);
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, 0, 2, buf_all(b));
}

/* A field with its label; of free text that is shielded where it stands. */
static void write_field(struct tekst *t, const struct aantekening *a, short slot, const char *label)
{
    struct buf *b = tekst_anew(&t->value);
    if (afweging_verborgen(a, slot)) {
        buf_text(b, "(afgeschermd; staat op ");
        uitleg_regel(b, a->e.slot[slot]->regel);
        buf_byte(b, ')');
    } else if (!uitleg_waarden(b, t->z, a, slot)) {
        return;
    }
    tekst_pair(t, label);
}

/* ---- earlier records of the same entry ---- */

static bool same(const struct value *a, const struct value *b)
{
    for (; a && b; a = afweging_verder(a), b = afweging_verder(b))
        if (!str_eq(a->text, b->text))
            return false;
    return !a && !b;
}

static void write_difference(struct tekst *t, const struct aantekening *old,
                             const struct aantekening *new, short slot, bool *any)
{
    struct buf *b = &t->value;
    if (same(afweging_veld(old, slot), afweging_veld(new, slot)) || slot == Veld_Vastgelegd ||
        slot == Veld_Door)
        return;
    buf_text(b, *any ? "; " : "; daar stond: ");
    *any = true;
    leesbaar_veldnaam(b, str_of(old->e.kind->fields[slot].naam.tekst));
    buf_text(b, ": ");
    if (!uitleg_waarden(b, t->z, old, slot))
        buf_text(b, "(ontbrak)");
}

/* What stood there before it was put right: an answer that was altered is seen. */
static void write_earlier(struct tekst *t, const struct aantekening *a)
{
    const struct aantekening *new = a, *old;
    for (; (old = afweging_vorige(t->z, a, new->volgnr)); new = old) {
        struct buf *b = tekst_anew(&t->value);
        buf_text(b, "wat op ");
        uitleg_regel(b, old->e.regel);
        buf_text(b, " stond (");
        uitleg_vastgelegd(b, old);
        buf_byte(b, ')');
        bool any = false;
        for (short slot = 0; slot < old->e.kind->field_count; slot++)
            write_difference(t, old, new, slot, &any);
        tekst_pair(t, "Vervangt:");
    }
}

/* ---- a decision ---- */

static void write_carried_out(struct buf *b, const struct tekst *t, const struct aantekening *m)
{
    tekst_name(b, m);
    buf_text(b, ", ");
    uitleg_dag(b, m);
    buf_text(b, ", ");
    uitleg_regel(b, m->e.regel);
    buf_text(b, " (");
    uitleg_vastgelegd(b, m);
    buf_byte(b, ')');
    if (afweging_veld(m, Melding_Wijze)) {
        buf_text(b, ", per ");
        uitleg_waarden(b, t->z, m, Melding_Wijze);
    }
    if (is_aanvulling(m))
        buf_text(b, ", als aanvulling");
    uitleg_ingelicht(b, t, m);
}

void uitleg_ingelicht(struct buf *b, const struct tekst *t, const struct aantekening *melding)
{
    if (!afweging_veld(melding, Melding_Ingelicht))
        return;
    buf_text(b, "; betrokkenen ingelicht: ");
    uitleg_waarden(b, t->z, melding, Melding_Ingelicht);
    if (afweging_veld(melding, Melding_Niet_ingelicht)) {
        buf_text(b, ", niet: ");
        uitleg_waarden(b, t->z, melding, Melding_Niet_ingelicht);
    }
    if (afweging_veld(melding, Melding_Reden)) {
        buf_text(b, ", reden: ");
        uitleg_waarden(b, t->z, melding, Melding_Reden);
    }
}

static bool decides_help(const struct aantekening *besluit)
{
    for (const struct value *h = besluit->e.slot[Besluit_Hulp]; h; h = h->next)
        if (h->state == VALUE_GOOD && h->number != hulp_nee)
            return true;
    return false;
}

/* How the decision relates to what came out of the weighing. */
static void write_comparison(struct buf *b, const struct aantekening *besluit,
                             const struct weging *w)
{
    bool reports = entry_number(&besluit->e, Besluit_Melden) == ja_nee_ja;
    if (!w->kader) {
        buf_text(b, "die weging heeft geen uitkomst om het besluit mee te vergelijken");
        return;
    }
    if (w->pad.uitkomst == UITKOMST_ONBESLIST) {
        buf_text(b, "er is besloten terwijl die weging nog geen uitkomst heeft");
        return;
    }
    bool report_asked = w->pad.uitkomst == UITKOMST_MELDEN;
    bool help_asked = w->pad.uitkomst == UITKOMST_HULP;
    if (report_asked && !reports)
        buf_text(b, entry_has(&besluit->e, Besluit_Afwijking)
                        ? "het besluit wijkt af: de uitkomst is melden, besloten is niet te melden"
                        : "het besluit wijkt af, zonder reden: de uitkomst is melden, besloten is "
                          "niet te melden");
    else if (!report_asked && reports)
        buf_text(b, "het besluit gaat verder: het kader vraagt hier niet om te melden");
    else if (help_asked && !decides_help(besluit))
        buf_text(b, "het besluit wijkt af: de uitkomst is hulp, besloten is geen hulp te geven");
    else
        buf_text(b, "het besluit volgt de uitkomst");
}

static void write_besluit(struct tekst *t, const struct afweging_groep *g,
                          const struct aantekening *besluit, const struct weging *w)
{
    struct buf *b = &t->value;
    write_entry_heading(t, besluit, "");
    write_earlier(t, besluit);
    if (w) {
        tekst_name(tekst_anew(b), w->a);
        buf_text(b, "; ");
        write_comparison(b, besluit, w);
        tekst_pair(t, "Gegrond op:");
    } else {
        buf_text(tekst_anew(b), "er is geen weging waarop dit besluit rust");
        tekst_pair(t, "Gegrond op:");
    }
    write_field(t, besluit, Besluit_Melden, "Melden:");
    write_field(t, besluit, Besluit_Hulp, "Hulp:");
    write_field(t, besluit, Besluit_Beslisser, "Beslist door:");
    write_field(t, besluit, Besluit_Motivering, "Motivering:");
    write_field(t, besluit, Besluit_Afwijking, "Afwijking:");
    write_field(t, besluit, Besluit_Doel, "Doel:");
    write_field(t, besluit, Besluit_Evalueren, "Evalueren:");
    write_field(t, besluit, Veld_Toelichting, "Toelichting:");
    if (entry_number(&besluit->e, Besluit_Melden) != ja_nee_ja)
        return;
    const struct aantekening *m = uitgevoerd(t->v, besluit, g->personen[0]);
    tekst_anew(b);
    if (m)
        write_carried_out(b, t, m);
    else
        buf_text(b, "er is geen melding vastgelegd die dit besluit uitvoert");
    tekst_pair(t, "Uitgevoerd:");
}

/* Those that answer a Weging; with `w` NULL those that answer none of the group's. */
static void write_besluiten(struct tekst *t, const struct afweging_groep *g, const struct weging *w)
{
    for (int i = 0; i < g->besluit_n; i++) {
        const struct weging *answers = besluit_weging(t->v, g->besluiten[i], g->personen[0]);
        bool ours = false;
        for (int j = 0; j < g->weging_n; j++)
            ours = ours || g->wegingen[j] == answers;
        if (w ? answers == w : !ours)
            write_besluit(t, g, g->besluiten[i], answers);
    }
}

/* ---- a weighing ---- */

static void write_kader(struct tekst *t, const struct weging *w)
{
    struct buf *b = tekst_anew(&t->value);
    if (w->kader) {
        buf_str(b, w->kader->titel);
        tekst_status(b, w->kader, NULL);
        buf_text(b, "; eigenaar: ");
        buf_str(b, w->kader->eigenaar);
        buf_text(b, "; kader ");
        buf_str(b, w->kader->naam);
        buf_text(b, ", versie ");
        buf_str(b, w->kader->versie);
    } else {
        afweging_geen_kader(b, t->x, t->z, w);
    }
    tekst_pair(t, "Kader:");
}

static void write_builds_on(struct tekst *t, const struct weging *w)
{
    struct buf *b = tekst_anew(&t->value);
    buf_text(b, "Weging" OPMAAK_VAST);
    if (uitleg_waarden(b, t->z, w->a, Weging_Bouwt_op))
        tekst_pair(t, "Bouwt op:");
}

static void write_rests_on(struct tekst *t, const struct weging *w)
{
    struct buf *b = tekst_anew(&t->value);
    for (const struct value *v = afweging_veld(w->a, Weging_Steunt); v; v = afweging_verder(v)) {
        const struct aantekening *s = zaak_zoek(t->z, S_Signaal, v->text);
        buf_text(b, b->n ? "; Signaal" OPMAAK_VAST : "Signaal" OPMAAK_VAST);
        buf_str(b, v->text);
        if (!s)
            continue;
        buf_text(b, ", ");
        if (s->ingetrokken || s->vernietigd)
            buf_text(b, s->vernietigd ? "vernietigd" : "ingetrokken");
        else
            uitleg_dag(b, s);
        buf_text(b, ", ");
        uitleg_regel(b, s->e.regel);
    }
    if (b->n)
        tekst_pair(t, "Rust op:");
}

void uitleg_weging(struct tekst *t, const struct afweging_groep *g, int which)
{
    const struct weging *w = g->wegingen[which];
    struct buf *b = &t->value;
    struct buf remark = buf_in(t->x->scratch);
    if (which + 1 < g->weging_n && w->a->dag != DAY_NONE) {
        buf_text(&remark, "; later is opnieuw gewogen: ");
        tekst_name(&remark, g->wegingen[which + 1]->a);
    }
    buf_byte(&remark, '\0');
    write_entry_heading(t, w->a, remark.p);
    write_earlier(t, w->a);
    write_kader(t, w);
    write_builds_on(t, w);
    write_rests_on(t, w);
    write_field(t, w->a, Weging_Samen, "Samen met:");
    write_field(t, w->a, Weging_Instrument, "Instrument:");
    write_field(t, w->a, Veld_Toelichting, "Toelichting:");
    uitleg_vragen(t, g, which);
    opmaak_gap(&t->o);
    if (w->kader) {
        tekst_outcome(tekst_anew(b), w);
        if (w->onveilig && !w->aard)
            buf_text(b, "; of dat acuut of structureel is, is niet bekend");
        tekst_pair(t, "Uitkomst:");
        uitleg_normen(t, w);
        uitleg_anders(t, w);
    }
    write_besluiten(t, g, w);
}

/* ---- a group ---- */

static void write_persons(struct buf *b, const struct tekst *t, const struct afweging_groep *g)
{
    for (int i = 0; i < g->n; i++) {
        buf_text(b, i == 0 ? "" : i + 1 < g->n ? ", " : " en ");
        uitleg_persoon(b, t->z, t->v->personen.at[g->personen[i]].label);
    }
}

/* The last weighing, what was decided on it and whether that was done, in a line or two. */
static void write_in_short(struct tekst *t, const struct afweging_groep *g)
{
    const struct persoon_voortgang *p = &t->v->per[g->personen[0]];
    struct buf *b = tekst_anew(&t->value);
    const struct weging *last = g->weging_n ? g->wegingen[g->weging_n - 1] : NULL;
    if (!last) {
        buf_text(b, "niet gewogen");
    } else if (!last->kader) {
        buf_text(b, "gewogen, zonder uitkomst (");
        tekst_name(b, last->a);
        buf_byte(b, ')');
    } else {
        buf_text(b, "uitkomst ");
        tekst_outcome(b, last);
        buf_text(b, " (");
        tekst_name(b, last->a);
        buf_byte(b, ')');
    }
    const struct aantekening *besluit = p->besluit, *melding = NULL;
    if (!besluit) {
        buf_text(b, ". Niet besloten.");
    } else {
        bool reports = entry_number(&besluit->e, Besluit_Melden) == ja_nee_ja;
        buf_text(b, reports ? ". Besloten te melden (" : ". Besloten niet te melden (");
        tekst_name(b, besluit);
        buf_text(b, ")");
        if (reports)
            melding = uitgevoerd(t->v, besluit, g->personen[0]);
        if (melding) {
            buf_text(b, "; gemeld (");
            tekst_name(b, melding);
            buf_byte(b, ')');
        } else if (reports) {
            buf_text(b, "; nog niet gemeld");
        }
        buf_byte(b, '.');
    }
    tekst_pair(t, "In het kort:");
}

static void write_group(struct tekst *t, const struct afweging_groep *g)
{
    struct buf *b = tekst_anew(&t->value);
    if (t->v->personen.zaak_als_een)
        buf_text(b, "DE ZAAK ALS GEHEEL");
    else
        buf_text(b, "OVER ");
    if (!t->v->personen.zaak_als_een)
        write_persons(b, t, g);
    opmaak_heading(&t->o, buf_all(b));
    write_in_short(t, g);
    for (int i = 0; i < g->weging_n; i++)
        uitleg_weging(t, g, i);
    write_besluiten(t, g, NULL);
}

/* ---- the case ---- */

static void write_title(struct tekst *t)
{
    struct buf *b = tekst_anew(&t->value);
    buf_text(b, "AFWEGING" OPMAAK_VAST);
    buf_str(b, t->z->id);
    opmaak_flow(&t->o, 0, 2, buf_all(b));
    opmaak_flow(&t->o, 0, 0,
                STR("Meldcode huiselijk geweld en kindermishandeling: hoe is gewogen en besloten"));
    opmaak_gap(&t->o);
}

static void write_head(struct tekst *t)
{
    const char *naam = t->x->check->bestand.naam;
    struct buf *b = tekst_anew(&t->value);
    write_title(t);
    buf_text(tekst_anew(b), "de aandachtsfunctionaris en het tuchtcollege");
    tekst_pair(t, "Bestemd voor:");
    leesbaar_dag(tekst_anew(b), t->v->vandaag);
    tekst_pair(t, "Stand op:");
    tekst_anew(b);
    if (naam)
        report_path(b, naam);
    buf_text(b, naam ? "; waar een regel staat zonder bestand, is het een regel hiervan"
                     : "waar een regel staat zonder bestand, is het een regel van het dossier");
    tekst_pair(t, "Dossier:");
    if (!afweging_iets_afgeschermd(t->z))
        return;
    buf_text(tekst_anew(b), "in deze zaak is iets voor de betrokkenen afgeschermd, of anoniem "
                            "gemeld; geef hun dit stuk niet");
    tekst_pair(t, "Let op:");
}

static struct tekst start(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct tekst t = {.x = x, .z = z, .v = v, .o = {.out = x->out, .width = x->width}};
    t.label = t.value = t.kort = buf_in(x->scratch);
    t.indent = 2;
    return t;
}

static void write_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct tekst t = start(x, z, v);
    if (x->zaken)
        buf_byte(x->out, '\f');
    t.indent = 0;
    write_head(&t);
    t.indent = 2;
    struct afweging_groepen groups = afweging_groepen(v, x->scratch);
    if (z->aantal[S_Weging] == 0) {
        opmaak_gap(&t.o);
        opmaak_flow(&t.o, 0, 0, STR("In deze zaak is nog niet gewogen."));
    }
    for (int i = 0; i < groups.n; i++)
        if (z->aantal[S_Weging] || groups.at[i].besluit_n)
            write_group(&t, &groups.at[i]);
    uitleg_ingetrokken(&t);
    uitleg_tijdlijn(&t);
    uitleg_bevindingen(&t);
}

const struct export_formaat afweging_tekst = {.naam = "text", .uitgang = "txt", .zaak = write_case};
