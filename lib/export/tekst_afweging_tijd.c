#include "export/tekst_afweging.h"

/* ---- withdrawn ---- */

static bool is_told(enum soort soort)
{
    return soort == S_Weging || soort == S_Besluit || soort == S_Melding;
}

static void write_withdrawn(struct tekst *t, const struct aantekening *a)
{
    const struct aantekening *old = afweging_vorige(t->z, a, a->volgnr);
    struct buf *b = tekst_anew(&t->value);
    tekst_name(b, a);
    buf_text(b, a->vernietigd ? ": op verzoek vernietigd" : ": ingetrokken, ");
    if (!a->vernietigd) {
        uitleg_regel(b, a->e.regel);
        buf_text(b, " (");
        uitleg_vastgelegd(b, a);
        buf_byte(b, ')');
        if (afweging_veld(a, Veld_Ingetrokken)) {
            buf_text(b, ": ");
            uitleg_waarden(b, t->z, a, Veld_Ingetrokken);
        }
    }
    if (old && !a->vernietigd) {
        buf_text(b, ". Het stond op ");
        uitleg_regel(b, old->e.regel);
    }
    opmaak_flow(&t->o, 2, 4, buf_all(b));
}

void uitleg_ingetrokken(struct tekst *t)
{
    bool any = false;
    for (int i = 1; i < t->z->n; i++) {
        const struct aantekening *a = &t->z->at[i];
        if (!is_told(a->soort) || a->vervangen || !(a->ingetrokken || a->vernietigd))
            continue;
        if (!any)
            opmaak_heading(&t->o, STR("INGETROKKEN OF VERNIETIGD"));
        any = true;
        write_withdrawn(t, a);
    }
}

/* ---- time line ---- */

static void write_met(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    buf_text(b, ", met ");
    if (!uitleg_waarden(b, t->z, a, a->soort == S_Overleg ? Overleg_Met : Gesprek_Met))
        buf_text(b, "(niet vermeld wie)");
}

/* `, over kind1 en kind2`; nothing where it is about everyone. */
static void write_over(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    if (!afweging_veld(a, betreft_slot(a->soort)))
        return;
    buf_text(b, ", over ");
    uitleg_waarden(b, t->z, a, betreft_slot(a->soort));
}

/* `; naam: waarde`; nothing when it is not given. */
static void write_part(struct buf *b, const struct tekst *t, const struct aantekening *a,
                       short slot, const char *before)
{
    if (!afweging_veld(a, slot))
        return;
    buf_text(b, before);
    uitleg_waarden(b, t->z, a, slot);
}

static void write_gesprek(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    write_met(b, t, a);
    if (entry_number(&a->e, Gesprek_Gevoerd) == ja_nee_nee) {
        buf_text(b, ": niet gevoerd, ");
        write_part(b, t, a, Gesprek_Reden, "reden: ");
        if (!afweging_veld(a, Gesprek_Reden))
            buf_text(b, "zonder reden");
        write_part(b, t, a, Gesprek_Poging, "; geprobeerd op ");
    }
    write_part(b, t, a, Gesprek_Ondersteuning, ", samen met ");
}

static void write_weging(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    const struct weging *w = weging_bij(t->v, a);
    write_over(b, t, a);
    buf_text(b, ": ");
    if (w->kader)
        tekst_outcome(b, w);
    else
        buf_text(b, "geen uitkomst");
}

static void write_besluit(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    write_over(b, t, a);
    write_part(b, t, a, Besluit_Melden, ": melden: ");
    write_part(b, t, a, Besluit_Hulp, "; hulp: ");
}

static void write_melding(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    write_over(b, t, a);
    write_part(b, t, a, Melding_Soort, ", ");
    write_part(b, t, a, Melding_Bij, " bij Melding ");
    if (werkt_als_ja(&a->e, Melding_Anoniem))
        buf_text(b, ", anoniem voor de betrokkenen");
    uitleg_ingelicht(b, t, a);
}

static void write_terugkoppeling(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    const struct aantekening *m = terugkoppeling_melding(t->z, a);
    if (m) {
        buf_text(b, ", op ");
        tekst_name(b, m);
    }
    write_part(b, t, a, Terugkoppeling_Moment, ", na ");
    write_part(b, t, a, Terugkoppeling_Oordeel, "; oordeel: ");
    write_part(b, t, a, Terugkoppeling_Vervolg, "; vervolg: ");
}

static void write_evaluatie(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    write_over(b, t, a);
    write_part(b, t, a, Evaluatie_Resultaat, "; resultaat van de hulp: ");
    write_part(b, t, a, Evaluatie_Onveiligheid, "; onveiligheid: ");
}

static void write_afsluiting(struct buf *b, const struct tekst *t, const struct aantekening *a)
{
    write_over(b, t, a);
    write_part(b, t, a, Afsluiting_Reden, ": ");
}

/* What is said of an entry besides its name, day and line. */
static void (*const schrijf[SOORTEN])(struct buf *b, const struct tekst *t,
                                      const struct aantekening *a) = {
    [S_Overleg] = write_met,         [S_Gesprek] = write_gesprek,
    [S_Weging] = write_weging,       [S_Besluit] = write_besluit,
    [S_Melding] = write_melding,     [S_Terugkoppeling] = write_terugkoppeling,
    [S_Evaluatie] = write_evaluatie, [S_Afsluiting] = write_afsluiting,
};

/* Where text begins that stands beside a day: `28 september 2026`. */
static int day_hang(const struct tekst *t)
{
    return t->o.width < 60 ? 6 : 23;
}

static void write_line(struct tekst *t, const struct aantekening *a, int more)
{
    struct buf *b = tekst_anew(&t->value);
    const struct value *day = afweging_veld(a, Veld_Datum);
    if (a->dag == DAY_NONE)
        buf_text(tekst_anew(&t->label), "zonder datum");
    else
        leesbaar_dag(tekst_anew(&t->label), a->dag);
    tekst_name(b, a);
    if (day && day->state == VALUE_GOOD && day->text.n > 10) {
        buf_text(b, ", ");
        leesbaar_uur(b, day->text);
    }
    buf_text(b, ", ");
    uitleg_regel(b, a->e.regel);
    if (afweging_afgeschermd(a))
        buf_text(b, ", AFGESCHERMD");
    if (schrijf[a->soort])
        schrijf[a->soort](b, t, a);
    if (more) {
        buf_text(b, "; daarna nog ");
        buf_number(b, more);
    }
    opmaak_pair(&t->o, 4, day_hang(t), buf_all(&t->label), buf_all(b));
}

/* The steps; of one that lacks what the norm asks for that is said. Of the signals the first is
 * enough: the case tells them. */
static void write_stap(struct tekst *t, int stap)
{
    static const struct str titels[] = {STR("Stap 1. Signalen"), STR("Stap 2. Overleg"),
                                        STR("Stap 3. Gesprekken"), STR("Stap 4. Weging"),
                                        STR("Stap 5. Besluit, melding en hulp")};
    static const struct {
        enum soort soort;
        const char *geen;
    } asked[] = {
        {S_Signaal, "Geen signaal vastgelegd."},
        {S_Overleg, "Geen overleg vastgelegd."},
        {S_Gesprek, "Geen gesprek vastgelegd, en geen reden om het niet te voeren."},
        {S_Weging, "Geen weging vastgelegd."},
        {S_Besluit, "Geen besluit vastgelegd."},
        {S_Melding, "Geen melding vastgelegd."},
    };
    struct afweging_tijd list = afweging_stap(t->z, stap, t->x->scratch);
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, 2, 4, titels[stap - 1]);
    for (int i = 0; i < list.n && !(stap == 1 && i); i++)
        write_line(t, list.at[i], stap == 1 ? list.n - 1 : 0);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (soorten.kinds[asked[i].soort].step == stap && t->z->aantal[asked[i].soort] == 0)
            opmaak_flow(&t->o, 4, 6, str_of(asked[i].geen));
}

/* ---- how long it took ---- */

static void write_days(struct buf *b, int n)
{
    buf_number(b, n);
    buf_text(b, n == 1 ? OPMAAK_VAST "werkdag" : OPMAAK_VAST "werkdagen");
}

static void write_with_day(struct buf *b, const struct aantekening *a)
{
    tekst_name(b, a);
    buf_text(b, " (");
    leesbaar_dag(b, a->dag);
    buf_byte(b, ')');
}

static const char *awaited(const char *naam)
{
    return strcmp(naam, "signaal-overleg") == 0   ? "overleg"
           : strcmp(naam, "weging-besluit") == 0  ? "besluit"
           : strcmp(naam, "besluit-melding") == 0 ? "melding"
                                                  : "terugkoppeling";
}

static void write_duur(struct tekst *t, const struct afweging_duur *d)
{
    struct buf *b = tekst_anew(&t->value);
    buf_text(b, "Van ");
    write_with_day(b, d->van);
    if (!d->tot) {
        bool closed = is_gesloten(t->v);
        buf_text(b, closed ? ": geen " : d->werkdagen ? ": na " : ": nog geen ");
        if (!closed && d->werkdagen) {
            write_days(b, d->werkdagen);
            buf_text(b, " nog geen ");
        }
        buf_text(b, awaited(d->naam));
        buf_text(b, closed ? " vastgelegd." : ".");
    } else {
        buf_text(b, " tot ");
        write_with_day(b, d->tot);
        buf_text(b, ": ");
        if (d->van->dag == d->tot->dag) {
            buf_text(b, "dezelfde dag.");
        } else if (d->tot->dag < d->van->dag) {
            write_days(b, -d->werkdagen);
            buf_text(b, " eerder: ");
            tekst_name(b, d->tot);
            buf_text(b, " ging vooraf.");
        } else {
            write_days(b, d->werkdagen);
            buf_byte(b, '.');
        }
    }
    opmaak_flow(&t->o, 4, 6, buf_all(b));
}

void uitleg_tijdlijn(struct tekst *t)
{
    struct afweging_duren durations = afweging_duren(t->v, t->x->scratch);
    opmaak_heading(&t->o, STR("TIJDLIJN VAN DE VIJF STAPPEN"));
    for (int stap = 1; stap <= AFWEGING_STAPPEN; stap++)
        write_stap(t, stap);
    if (durations.n == 0)
        return;
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, 2, 4, STR("Tijd tussen de stappen, in werkdagen"));
    for (size_t i = 0; i < durations.n; i++)
        write_duur(t, &durations.at[i]);
}

/* ---- what is lacking ---- */

static void write_finding(struct tekst *t, const struct diag *d, const char *remark)
{
    struct buf *b = tekst_anew(&t->value);
    buf_text(b, "-" OPMAAK_VAST);
    if (d->entry > 0) {
        tekst_name(b, &t->z->at[d->entry]);
        buf_text(b, ", ");
    }
    uitleg_regel(b, d->regel);
    buf_text(b, ": ");
    afweging_bevinding(b, d);
    buf_text(b, remark);
    buf_text(b, " (");
    buf_text(b, code_text(d->code).p);
    buf_byte(b, ')');
    opmaak_flow(&t->o, 2, 4, buf_all(b));
}

void uitleg_bevindingen(struct tekst *t)
{
    struct afweging_bevindingen f = afweging_bevindingen(t->x);
    opmaak_heading(&t->o, STR("WAT ONTBREEKT OF AANDACHT VRAAGT"));
    if (f.nu.n + f.uitgezonderd.n == 0)
        opmaak_flow(&t->o, 2, 2,
                    STR("Over het wegen, besluiten en melden is niets gevonden dat ontbreekt."));
    for (size_t i = 0; i < f.nu.n; i++)
        write_finding(t, &f.nu.at[i], "");
    for (size_t i = 0; i < f.uitgezonderd.n; i++)
        write_finding(t, &f.uitgezonderd.at[i], " Hiervoor is een uitzondering vastgelegd.");
}
