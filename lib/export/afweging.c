#include "export/afweging.h"

#include "check/regels.h"
#include "export/leesbaar.h"
#include "export/opmaak.h"
#include "zaak/hoofd.h"

#include <stdlib.h>

/* ---- fields ---- */

/* What leaves: fields `van` to `tot` of a kind. `vrij`: text that stays when the entry is shielded.
 */
static const struct {
    enum soort soort;
    short van, tot;
    bool vrij;
} velden[] = {
    {S_Persoon, Persoon_Rol, Persoon_Rol, false},
    {S_Signaal, Veld_Datum, Veld_Datum, false},
    {S_Overleg, Veld_Datum, Overleg_Met, false},
    {S_Gesprek, Veld_Datum, Gesprek_Poging, false},
    {S_Gesprek, Gesprek_Ondersteuning, Gesprek_Ondersteuning, false},
    {S_Weging, Veld_Vastgelegd, Veld_Door, false},
    {S_Weging, Veld_Toelichting, Veld_Toelichting, true},
    {S_Weging, Veld_Ingetrokken, Veld_Ingetrokken, true},
    {S_Weging, Veld_Datum, Weging_Vraag9, false},
    {S_Weging, Weging_Motivering1, Weging_Motivering9, true},
    {S_Weging, Weging_Aard, Weging_Steunt, false},
    {S_Weging, Weging_Instrument, Weging_Instrument, true},
    {S_Weging, Weging_Samen, Weging_Samen, false},
    {S_Besluit, Veld_Vastgelegd, Veld_Door, false},
    {S_Besluit, Veld_Toelichting, Veld_Toelichting, true},
    {S_Besluit, Veld_Ingetrokken, Veld_Ingetrokken, true},
    {S_Besluit, Veld_Datum, Besluit_Hulp, false},
    {S_Besluit, Besluit_Motivering, Besluit_Doel, true},
    {S_Besluit, Besluit_Evalueren, Besluit_Evalueren, false},
    {S_Besluit, Besluit_Afwijking, Besluit_Afwijking, true},
    {S_Melding, Veld_Vastgelegd, Veld_Door, false},
    {S_Melding, Veld_Ingetrokken, Veld_Ingetrokken, true},
    {S_Melding, Veld_Datum, Melding_Bij, false},
    {S_Melding, Melding_Wijze, Melding_Wijze, false},
    {S_Melding, Melding_Ingelicht, Melding_Anoniem, false},
    {S_Terugkoppeling, Veld_Datum, Terugkoppeling_Oordeel, false},
    {S_Terugkoppeling, Terugkoppeling_Vervolg, Terugkoppeling_Vervolg, false},
    {S_Evaluatie, Veld_Datum, Evaluatie_Betreft, false},
    {S_Evaluatie, Evaluatie_Resultaat, Evaluatie_Onveiligheid, false},
    {S_Afsluiting, Veld_Datum, Afsluiting_Reden, false},
};

/* Is the field named, and on what terms: 0 no, 1 yes, 2 as free text. */
static int leaves(const struct aantekening *a, short slot)
{
    for (size_t i = 0; i < sizeof velden / sizeof *velden; i++)
        if (velden[i].soort == a->soort && slot >= velden[i].van && slot <= velden[i].tot)
            return velden[i].vrij ? 2 : 1;
    return 0;
}

static const struct value *first_fit(const struct value *v)
{
    while (v && v->state != VALUE_GOOD && v->state != VALUE_UNKNOWN)
        v = v->next;
    return v;
}

bool afweging_afgeschermd(const struct aantekening *a)
{
    return a->soort != S_Persoon && werkt_als_ja(&a->e, Veld_Afschermen);
}

const struct value *afweging_veld(const struct aantekening *a, short slot)
{
    int how = leaves(a, slot);
    if (!how || (how == 2 && afweging_afgeschermd(a)))
        return NULL;
    return first_fit(a->e.slot[slot]);
}

const struct value *afweging_verder(const struct value *v)
{
    return first_fit(v->next);
}

bool afweging_verborgen(const struct aantekening *a, short slot)
{
    return leaves(a, slot) == 2 && afweging_afgeschermd(a) && first_fit(a->e.slot[slot]);
}

bool afweging_iets_afgeschermd(const struct zaak *z)
{
    for (int i = 0; i < z->n; i++) {
        const struct aantekening *a = &z->at[i];
        if (a->soort == S_Melding && a->telt && werkt_als_ja(&a->e, Melding_Anoniem))
            return true;
        if (a->soort != S_ONBEKEND && afweging_afgeschermd(a) && leaves(a, Veld_Datum))
            return true;
    }
    return false;
}

struct str afweging_rol(const struct zaak *z, struct str label)
{
    const struct aantekening *p = zaak_zoek(z, S_Persoon, label);
    const struct value *rol = p && p->telt ? afweging_veld(p, Persoon_Rol) : NULL;
    if (!rol || rol->state != VALUE_GOOD || str_starts(label, rol->text))
        return (struct str){0};
    return rol->text;
}

const struct aantekening *afweging_vorige(const struct zaak *z, const struct aantekening *a,
                                          int before)
{
    for (int i = before - 1; i >= a->eerste; i--)
        if (z->at[i].eerste == a->eerste && !z->at[i].vernietigd && !z->at[i].ingetrokken)
            return &z->at[i];
    return NULL;
}

/* ---- who was weighed together ---- */

static int by_day(const void *x, const void *y)
{
    const struct aantekening *a = *(const struct aantekening *const *)x;
    const struct aantekening *b = *(const struct aantekening *const *)y;
    if ((a->dag == DAY_NONE) != (b->dag == DAY_NONE))
        return a->dag == DAY_NONE ? -1 : 1;
    if (a->dag != b->dag)
        return a->dag < b->dag ? -1 : 1;
    return a->eerste - b->eerste;
}

static struct afweging_tijd in_order(const struct zaak *z, const enum soort *kinds, int kind_count,
                                     struct arena *a)
{
    struct afweging_tijd list = {0};
    int most = 0;
    for (int k = 0; k < kind_count; k++)
        most += z->aantal[kinds[k]];
    list.at = arena_new(a, const struct aantekening *, (size_t)most);
    for (int k = 0; k < kind_count; k++)
        for (int i = 0; i < z->aantal[kinds[k]]; i++)
            list.at[list.n++] = z->geldig[kinds[k]][i];
    if (list.n > 1)
        qsort(list.at, (size_t)list.n, sizeof *list.at, by_day);
    return list;
}

struct afweging_tijd afweging_stap(const struct zaak *z, int stap, struct arena *a)
{
    static const enum soort before[] = {S_Signaal, S_Overleg, S_Gesprek, S_Weging};
    static const enum soort last[] = {S_Besluit, S_Melding, S_Terugkoppeling, S_Evaluatie,
                                      S_Afsluiting};
    return stap < AFWEGING_STAPPEN ? in_order(z, &before[stap - 1], 1, a)
                                   : in_order(z, last, sizeof last / sizeof *last, a);
}

static bool about_same(const struct voortgang *v, enum soort soort, int one, int other)
{
    for (int i = 0; i < v->zaak->aantal[soort]; i++)
        if (betreft(&v->personen, v->zaak->geldig[soort][i], one) !=
            betreft(&v->personen, v->zaak->geldig[soort][i], other))
            return false;
    return true;
}

static bool weighed_together(const struct voortgang *v, int one, int other)
{
    return about_same(v, S_Weging, one, other) && about_same(v, S_Besluit, one, other) &&
           about_same(v, S_Melding, one, other);
}

static void fill(struct afweging_groep *g, const struct voortgang *v, int person, struct arena *a)
{
    const struct zaak *z = v->zaak;
    struct afweging_tijd weighed = afweging_stap(z, 4, a);
    struct afweging_tijd decided = in_order(z, (const enum soort[]){S_Besluit}, 1, a);
    g->wegingen = arena_new(a, const struct weging *, (size_t)weighed.n);
    for (int i = 0; i < weighed.n; i++)
        if (betreft(&v->personen, weighed.at[i], person))
            g->wegingen[g->weging_n++] = weging_bij(v, weighed.at[i]);
    g->besluiten = decided.at;
    for (int i = 0; i < decided.n; i++)
        if (betreft(&v->personen, decided.at[i], person))
            decided.at[g->besluit_n++] = decided.at[i];
}

struct afweging_groepen afweging_groepen(const struct voortgang *v, struct arena *a)
{
    int n = v->personen.n;
    struct afweging_groepen all = {arena_new(a, struct afweging_groep, (size_t)n), 0};
    bool *taken = arena_new(a, bool, (size_t)n);
    for (int i = 0; i < n; i++) {
        struct afweging_groep g = {0};
        int *persons = arena_new(a, int, (size_t)(n - i));
        for (int j = i; !taken[i] && j < n; j++)
            if (!taken[j] && weighed_together(v, i, j))
                persons[g.n++] = j;
        for (int j = 0; j < g.n; j++)
            taken[persons[j]] = true;
        g.personen = persons;
        if (g.n)
            fill(&g, v, i, a);
        if (g.weging_n || g.besluit_n || (g.n && v->personen.at[i].iedereen))
            all.at[all.n++] = g;
    }
    return all;
}

/* ---- how long it took ---- */

static void add(struct afweging_duren *d, const struct voortgang *v, const char *naam,
                const struct aantekening *van, const struct aantekening *tot)
{
    day_no end = tot ? tot->dag : v->vandaag;
    for (size_t i = 0; i < d->n; i++)
        if (d->at[i].van == van && d->at[i].tot == tot)
            return;
    if (van->dag != DAY_NONE && end != DAY_NONE)
        *arena_push(d->arena, d) = (struct afweging_duur){
            naam, van, tot, date_working_between(van->dag, end, v->calendar)};
}

static const struct aantekening *first_dated(const struct zaak *z, enum soort soort)
{
    const struct aantekening *first = NULL;
    for (int i = 0; i < z->aantal[soort]; i++) {
        const struct aantekening *a = z->geldig[soort][i];
        if (a->dag != DAY_NONE && (!first || aantekening_eerder(a, first)))
            first = a;
    }
    return first;
}

/* What a Weging led to: the Besluiten that answer it; without any, that it waits, when it is the
 * last about somebody and can be decided on. */
static void add_decisions(struct afweging_duren *d, const struct voortgang *v,
                          const struct weging *w)
{
    bool waits = false;
    for (int p = 0; p < v->personen.n; p++) {
        bool answered = false;
        for (int i = 0; i < v->zaak->aantal[S_Besluit]; i++) {
            const struct aantekening *b = v->zaak->geldig[S_Besluit][i];
            if (!betreft(&v->personen, b, p) || besluit_weging(v, b, p) != w)
                continue;
            answered = true;
            add(d, v, "weging-besluit", w->a, b);
        }
        waits = waits || (v->per[p].weging == w && !answered && weging_volledig(w));
    }
    if (waits)
        add(d, v, "weging-besluit", w->a, NULL);
}

static void add_reports(struct afweging_duren *d, const struct voortgang *v,
                        const struct aantekening *besluit)
{
    if (entry_number(&besluit->e, Besluit_Melden) != ja_nee_ja)
        return;
    for (int p = 0; p < v->personen.n; p++)
        if (betreft(&v->personen, besluit, p))
            add(d, v, "besluit-melding", besluit, uitgevoerd(v, besluit, p));
}

static void add_answer(struct afweging_duren *d, const struct voortgang *v,
                       const struct aantekening *melding)
{
    const struct zaak *z = v->zaak;
    const struct aantekening *first = NULL;
    if (is_aanvulling(melding))
        return;
    for (int i = 0; i < z->aantal[S_Terugkoppeling]; i++) {
        const struct aantekening *t = z->geldig[S_Terugkoppeling][i];
        if (t->dag != DAY_NONE && terugkoppeling_melding(z, t) == melding &&
            (!first || aantekening_eerder(t, first)))
            first = t;
    }
    add(d, v, "melding-terugkoppeling", melding, first);
}

struct afweging_duren afweging_duren(const struct voortgang *v, struct arena *a)
{
    const struct zaak *z = v->zaak;
    struct afweging_duren d = {.arena = a};
    const struct aantekening *signaal = first_dated(z, S_Signaal);
    if (signaal)
        add(&d, v, "signaal-overleg", signaal, first_dated(z, S_Overleg));
    struct afweging_tijd weighed = afweging_stap(z, 4, a);
    for (int i = 0; i < weighed.n; i++)
        add_decisions(&d, v, weging_bij(v, weighed.at[i]));
    struct afweging_tijd then = afweging_stap(z, 5, a);
    for (int i = 0; i < then.n; i++)
        if (then.at[i]->soort == S_Besluit)
            add_reports(&d, v, then.at[i]);
    for (int i = 0; i < then.n; i++)
        if (then.at[i]->soort == S_Melding)
            add_answer(&d, v, then.at[i]);
    return d;
}

/* ---- what is lacking ---- */

/* The findings that leave, in words for who judges: by code and form. {getal} and {dag} as in
 * check/report. A code without a row is about the form of the file, or about other things than
 * weighing, deciding and carrying out: it stays with mc-check. */
static const struct {
    enum code code;
    const char *tekst[2];
} zinnen[] = {
    {MC016,
     {"Een afwegingskader dat de zaak noemt, is niet te raadplegen of was niet van kracht: wat "
      "het vraagt, is niet volledig nagegaan."}},
    {MC101, {"Er is geen signaal vastgelegd (stap 1).", "Er is geen signaal vastgelegd (stap 1)."}},
    {MC104,
     {"Er is onveiligheid gewogen, maar geen signaal over deze personen zegt wat het nu "
      "onveilig maakt."}},
    {MC201, {"Er is besloten zonder eerder overleg (stap 2)."}},
    {MC202,
     {"Er is besloten zonder overleg met de aandachtsfunctionaris die de zaak noemt "
      "(stap 2)."}},
    {MC203, {"Er is besloten zonder het overleg dat het kader in stap 2 vraagt."}},
    {MC205,
     {"Er is een signaal van eergerelateerd geweld, en geen deskundige daarin is geraadpleegd."}},
    {MC206, {"Bij twijfel hoort overleg met Veilig Thuis; dat is niet vastgelegd."}},
    {MC301,
     {"Er is besloten zonder eerder gesprek, en zonder reden om het niet te voeren "
      "(stap 3)."}},
    {MC302, {"Het gesprek is niet gevoerd, en de reden ontbreekt."}},
    {MC303, {"De betrokkene heet onbereikbaar, met minder dan {getal} vastgelegde pogingen."}},
    {MC304, {"Niet iedereen is over de melding ingelicht, en waarom of wie ontbreekt."}},
    {MC307, {"Een gesprek is om de veiligheid uitgesteld en niet alsnog gevoerd."}},
    {MC401, {"Er is besloten over iemand over wie op die dag nog niet was gewogen (stap 4)."}},
    {MC402, {"Vraag {getal} is niet beantwoord, en er is wel op deze weging besloten."}},
    {MC403, {"Het antwoord op vraag {getal} heeft geen motivering."}},
    {MC404,
     {"Iemand vertelde uit zichzelf over het geweld, en de veiligheid is niet als onveilig "
      "gewogen; gemeld is er niet."}},
    {MC405, {"Er is onveiligheid gewogen, maar niet of die acuut of structureel is."}},
    {MC407, {"Na onveiligheid is niet vastgelegd dat samen met Veilig Thuis verder is gewogen."}},
    {MC408, {"Dit signaal is van na de laatste weging en melding; er is niet opnieuw gewogen."}},
    {MC409, {"De weging noemt geen signaal waarop zij rust."}},
    {MC410,
     {"Er is acute onveiligheid gewogen, en die dag is niets voor de veiligheid gedaan of "
      "gemeld."}},
    {MC501,
     {"Op deze weging is nog niet besloten; de laatste goede dag was {dag}.",
      "Er is acute onveiligheid gewogen, en nog niet besloten."}},
    {MC502,
     {"De uitkomst is melden en het besluit is niet melden; de reden om af te wijken "
      "ontbreekt."}},
    {MC503,
     {"Er is van het kader afgeweken zonder overleg met de aandachtsfunctionaris of Veilig "
      "Thuis."}},
    {MC504,
     {"Er is besloten te melden, en niet over iedereen is gemeld; de laatste goede dag was "
      "{dag}.",
      "Er is acute onveiligheid en besloten te melden, en niet over iedereen is gemeld."}},
    {MC505, {"Er is gemeld zonder een besluit om over deze personen te melden."}},
    {MC506, {"Er is tot hulp besloten, en wanneer die wordt geëvalueerd is niet vastgelegd."}},
    {MC507,
     {"De hulp hielp niet genoeg of de onveiligheid ging door; daarna is niet opnieuw gewogen "
      "of gemeld."}},
    {MC602, {"Er is anoniem gemeld, en de grond daarvoor ontbreekt."}},
    {MC603, {"Veilig Thuis heeft op deze melding nog niet teruggekoppeld."}},
    {MC604, {"Veilig Thuis zou onderzoek doen, en daarvan is nog niets teruggekoppeld."}},
    {MC610, {"De evaluatie die was afgesproken, is niet vastgelegd."}},
    {MC611,
     {"Veilig Thuis oordeelt anders over de veiligheid dan er is gewogen, en dat is nog niet "
      "besproken."}},
    {MC612,
     {"Veilig Thuis gaat niet verder, terwijl er onveiligheid is gewogen, en daarop is niets "
      "gedaan."}},
    {MC701,
     {"De zaak is afgesloten terwijl nog gemeld moest worden.",
      "De zaak is afgesloten terwijl een afspraak nog open is."}},
    {MC705, {"Dit is van na de afsluiting van de zaak."}},
    {MC706,
     {"De zaak is afgesloten omdat het vermoeden is weggenomen, terwijl de laatste weging het "
      "vermoeden bevestigt."}},
    {MC707,
     {"De zaak is afgesloten omdat de hulp voldoende is, en een evaluatie die dat zegt "
      "ontbreekt."}},
};

static const char *sentence(const struct diag *d)
{
    for (size_t i = 0; i < sizeof zinnen / sizeof *zinnen; i++) {
        const char *const *tekst = zinnen[i].tekst;
        if (zinnen[i].code == d->code)
            return d->form == 1 && tekst[1] ? tekst[1] : tekst[0];
    }
    return NULL;
}

void afweging_bevinding(struct buf *b, const struct diag *d)
{
    struct str rest = str_of(sentence(d));
    while (rest.n) {
        struct str after, text = str_cut(rest, '{', &after);
        buf_str(b, text);
        if (!after.p)
            return;
        if (str_is(str_cut(after, '}', &rest), "getal"))
            buf_number(b, d->number);
        else
            leesbaar_dag(b, d->termijn);
    }
}

static void keep_told(struct diags *into, const struct diags *from)
{
    for (size_t i = 0; i < from->n; i++)
        if (sentence(&from->at[i]))
            diag_add(into, from->at[i]);
}

struct afweging_bevindingen afweging_bevindingen(const struct export *x)
{
    struct diags all = {.arena = x->scratch}, excepted = {.arena = x->scratch};
    struct afweging_bevindingen told = {{.arena = x->scratch}, {.arena = x->scratch}};
    struct check c = *x->check;
    for (size_t i = 0; i < c.list->n; i++)
        diag_add(&all, c.list->at[i]);
    c.list = &all;
    c.uitgezonderd = &excepted;
    check_zaak(&c, 0);
    keep_told(&told.nu, &all);
    keep_told(&told.uitgezonderd, &excepted);
    return told;
}

void afweging_geen_kader(struct buf *b, const struct export *x, const struct zaak *z,
                         const struct weging *w)
{
    struct str naam = hoofd_tekst(z, Zaak_Kader, w->a->dag);
    if (w->a->dag == DAY_NONE) {
        buf_text(b,
                 "De weging heeft geen geldige datum, zodat niet te zeggen is welk afwegingskader "
                 "gold. Er is daarom geen uitkomst.");
        return;
    }
    const struct kader *k = x->kaders ? kaders_find(x->kaders, naam) : NULL;
    buf_text(b, "Het afwegingskader");
    if (kader_naam_valid(naam)) {
        buf_byte(b, ' ');
        buf_str(b, naam);
    }
    if (!k || k->toestand == KADER_ONTBREEKT) {
        buf_text(b, " is niet te vinden");
    } else if (k->toestand == KADER_GOED) {
        buf_text(b, " was op ");
        leesbaar_dag(b, w->a->dag);
        buf_text(b, " niet van kracht");
    } else if (k->toestand == KADER_ONLEESBAAR) {
        buf_text(b, " is niet te lezen");
    } else {
        buf_text(b, " voldoet niet aan wat voor elk kader is bewezen");
    }
    buf_text(b, ". Er is daarom geen uitkomst.");
}
