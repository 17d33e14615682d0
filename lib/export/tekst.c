/* text: the dossier as it is read on paper or on a screen, by who keeps the case and by who judges
 * it later.
 *
 * Everything of a case stands in it once: what counts under the step it belongs to, and under it
 * what it replaced. No value stands at the first column, where headings stand. */
#include "export/tekst.h"

#include <stdlib.h>

#include "zaak/hoofd.h"

/* The parts of the document. An entry of a step stands in that step, by day; any other in the part
 * that names its kind, by kind; what no part names, in the last. */
static const struct deel {
    struct str titel;
    int stap;              /* of the meldcode: shown also without entries; 0: none */
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

/* ---- head ---- */

static void write_header_values(struct buf *b, const struct tekst *t, const struct value *v)
{
    for (; v; v = v->next) {
        leesbaar_waarde(b, t->z, NULL, v);
        if (v->next)
            buf_text(b, "; ");
    }
}

/* A field of the header as it is today, and as it was when the case was opened. */
static void write_header_field(struct buf *b, const struct tekst *t, short slot)
{
    const struct value *first = t->z->at[0].e.slot[slot];
    const struct value *now = hoofd_veld(t->z, slot, t->v->vandaag);
    write_header_values(b, t, now);
    if (now == first)
        return;
    buf_text(b, " (bij opening: ");
    write_header_values(b, t, first);
    buf_text(b, first ? ")" : "niet vermeld)");
}

static void write_kader(struct tekst *t)
{
    struct buf *b = tekst_anew(&t->value);
    if (t->kader) {
        buf_str(b, t->kader->titel);
        tekst_status(b, t->kader, NULL);
        buf_text(b, "; eigenaar: ");
        buf_str(b, t->kader->eigenaar);
        buf_text(b, "; ");
    }
    write_header_field(b, t, Zaak_Kader);
    if (t->kader) {
        buf_text(b, ", versie ");
        buf_str(b, t->kader->versie);
    } else {
        buf_text(b, " (niet te raadplegen, of nu niet van kracht)");
    }
    tekst_pair(t, "Kader:");
}

static bool any_shielded(const struct zaak *z)
{
    for (int i = 0; i < z->n; i++)
        if (werkt_als_ja(&z->at[i].e, Veld_Afschermen) || tekst_source_shielded(&z->at[i]))
            return true;
    return false;
}

static void write_title(struct tekst *t)
{
    struct buf *b = tekst_anew(&t->value);
    buf_text(b, "DOSSIER" OPMAAK_VAST);
    buf_str(b, t->z->id);
    opmaak_flow(&t->o, 0, 2, buf_all(b));
    opmaak_flow(&t->o, 0, 0, STR("Meldcode huiselijk geweld en kindermishandeling"));
    opmaak_gap(&t->o);
}

static void write_head(struct tekst *t)
{
    const struct aantekening *zaak = &t->z->at[0];
    const struct value *opened = zaak->e.slot[Zaak_Geopend];
    write_title(t);
    tekst_anew(&t->value);
    if (opened)
        leesbaar_waarde(&t->value, t->z, zaak, opened);
    tekst_recorded(&t->value, t, zaak, zaak->dag);
    tekst_pair(t, "Geopend:");
    for (int i = Zaak_Geopend + 1; i < Zaak_slots; i++) {
        short slot = (short)i;
        if (!hoofd_veld(t->z, slot, t->v->vandaag))
            continue;
        leesbaar_veldnaam(tekst_anew(&t->label),
                          str_of(soorten.kinds[S_Zaak].fields[slot].naam.tekst));
        buf_byte(&t->label, ':');
        write_header_field(tekst_anew(&t->value), t, slot);
        tekst_long(t);
    }
    tekst_strangers(t, zaak, FIELD_UNKNOWN);
    tekst_strangers(t, zaak, FIELD_OWN_NAME);
    write_kader(t);
    if (t->door.n) {
        buf_text(tekst_anew(&t->value), "door ");
        leesbaar_vast(&t->value, t->door);
        buf_text(&t->value, ", waar alleen het tijdstip staat");
        tekst_pair(t, "Vastgelegd:");
    }
    if (t->x->sinds != DAY_NONE) {
        buf_text(tekst_anew(&t->value), "alleen wat vanaf ");
        leesbaar_dag(&t->value, t->x->sinds);
        buf_text(&t->value, " is vastgelegd staat hieronder, met alle personen en wijzigingen; "
                            "ook wat niet zegt wanneer het is vastgelegd");
        tekst_pair(t, "Let op:");
    }
    if (any_shielded(t->z)) {
        buf_text(tekst_anew(&t->value), "wat AFGESCHERMD heet, is niet voor de betrokkenen");
        tekst_pair(t, "Let op:");
    }
}

/* ---- entries in the order of the document ---- */

struct plaats {
    const struct aantekening *a;
    const struct aantekening *stands; /* the last record of its label */
    int deel;
    day_no dag;
};

static int deel_of(const struct aantekening *a)
{
    int64_t step = a->soort == S_Overleg   ? entry_number(&a->e, Overleg_Stap)
                   : a->soort == S_Gesprek ? entry_number(&a->e, Gesprek_Stap)
                                           : 0;
    if (!step)
        step = a->e.kind->step;
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
    const struct plaats *p = x, *q = y;
    const struct aantekening *a = p->a, *b = q->a;
    if (p->deel != q->deel)
        return p->deel - q->deel;
    if (!delen[p->deel].stap && a->soort != b->soort)
        return a->soort < b->soort ? -1 : 1;
    if (p->dag != q->dag)
        return p->dag < q->dag ? -1 : 1;
    if (a->eerste != b->eerste)
        return a->eerste - b->eerste;
    return b->volgnr - a->volgnr;
}

/* Of one label what stands comes first, then what it replaced, the newest first. What was withdrawn
 * or destroyed keeps the place it had before. How many there are is in *count: what --since leaves
 * out is not there. */
static const struct plaats *in_order(const struct tekst *t, int *count)
{
    const struct zaak *z = t->z;
    struct plaats *of_label = arena_new(t->x->scratch, struct plaats, (size_t)z->n);
    struct plaats *all = arena_new(t->x->scratch, struct plaats, (size_t)z->n);
    for (int i = 1; i < z->n; i++) {
        const struct aantekening *a = &z->at[i];
        struct plaats *p = &of_label[a->eerste];
        if (!p->stands || !(a->ingetrokken || a->vernietigd)) {
            p->deel = deel_of(a);
            p->dag = a->dag;
        }
        p->stands = a;
    }
    int n = 0;
    for (int i = 1; i < z->n; i++) {
        if (!export_vertrekt(t->x, &z->at[i]))
            continue;
        all[n] = of_label[z->at[i].eerste];
        all[n++].a = &z->at[i];
    }
    qsort(all, (size_t)n, sizeof *all, by_place);
    *count = n;
    return all;
}

/* Is it an earlier version of what stands, so that what differs is enough. */
static bool is_version(const struct plaats *p)
{
    return p->a->vervangen && !p->a->ingetrokken && !p->a->vernietigd && p->stands->telt;
}

/* A step without entries. */
static void write_none(struct tekst *t)
{
    struct buf *b = tekst_anew(&t->value);
    if (t->x->sinds == DAY_NONE) {
        buf_text(b, "Niets vastgelegd.");
    } else {
        buf_text(b, "Vanaf ");
        leesbaar_dag(b, t->x->sinds);
        buf_text(b, " is niets vastgelegd.");
    }
    opmaak_flow(&t->o, 0, 0, buf_all(b));
}

/* Returns how many there are. */
static int write_entries(struct tekst *t)
{
    int count;
    const struct plaats *p = in_order(t, &count), *end = p + count;
    for (int d = 0; d < DELEN; d++) {
        bool any = p < end && p->deel == d;
        if (!any && !delen[d].stap)
            continue;
        opmaak_heading(&t->o, delen[d].titel);
        if (!any)
            write_none(t);
        for (; p < end && p->deel == d; p++)
            tekst_entry(t, p->a, is_version(p) ? p->stands : NULL);
    }
    return count;
}

/* ---- foot ---- */

static const struct aantekening *last_recorded(const struct zaak *z)
{
    const struct aantekening *last = &z->at[z->n - 1];
    const struct value *when = NULL;
    for (int i = 0; i < z->n; i++) {
        const struct value *v = z->at[i].e.slot[Veld_Vastgelegd];
        if (v && v->state == VALUE_GOOD && (!when || v->number >= when->number)) {
            last = &z->at[i];
            when = v;
        }
    }
    return last;
}

static void write_foot(struct tekst *t, int entries)
{
    const struct aantekening *last = last_recorded(t->z);
    const struct value *when = last->e.slot[Veld_Vastgelegd], *who = last->e.slot[Veld_Door];
    struct buf *b = tekst_anew(&t->value);
    buf_text(b, "Einde van dossier ");
    buf_str(b, t->z->id);
    buf_text(b, ", ");
    buf_number(b, entries);
    buf_text(b, entries == 1 ? " aantekening" : " aantekeningen");
    if (t->x->sinds != DAY_NONE) {
        buf_text(b, " van de ");
        buf_number(b, t->z->n - 1);
    }
    buf_text(b, ". Het laatst vastgelegd: ");
    tekst_name(b, last);
    if (when) {
        buf_text(b, ", ");
        leesbaar_waarde(b, t->z, last, when);
    }
    if (who) {
        buf_text(b, ", door ");
        leesbaar_waarde(b, t->z, last, who);
    }
    buf_byte(b, '.');
    opmaak_gap(&t->o);
    opmaak_flow(&t->o, 0, 2, buf_all(b));
}

/* ---- a case ---- */

static struct tekst start(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct tekst t = {.x = x, .z = z, .v = v, .o = {.out = x->out, .width = x->width}};
    t.label = t.value = t.kort = buf_in(x->scratch);
    if (z->at[0].e.slot[Veld_Door])
        t.door = z->at[0].e.slot[Veld_Door]->text;
    if (x->kaders) {
        struct str naam = hoofd_tekst(z, Zaak_Kader, v->vandaag);
        t.kader = kader_op(kaders_find(x->kaders, naam), v->vandaag);
    }
    t.wegingen = arena_new(x->scratch, const struct weging *, (size_t)z->n);
    for (int i = 0; i < z->aantal[S_Weging]; i++)
        t.wegingen[z->geldig[S_Weging][i]->volgnr] = &v->wegingen[i];
    return t;
}

static void write_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    struct tekst t = start(x, z, v);
    if (x->zaken)
        buf_byte(x->out, '\f');
    write_head(&t);
    t.indent = 2;
    tekst_stand(&t);
    write_foot(&t, write_entries(&t));
}

const struct export_formaat export_tekst = {.naam = "text", .uitgang = "txt", .zaak = write_case};
