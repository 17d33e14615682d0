#include "zaak/zaak.h"

#include <stdlib.h>

bool code_van_lezen(const struct diag *d)
{
    if (d->code == MC006)
        return d->entry == 0 && d->veld.tekst && strcmp(d->veld.tekst, "Formaat") == 0;
    return d->code == MC001 || d->code == MC002 || d->code == MC017;
}

bool label_toonbaar(struct str label)
{
    if (str_number(label) >= 0)
        return true;
    for (const struct naam *w = soorten.kinds[S_Persoon].fields[Persoon_Rol].list; w->tekst; w++) {
        struct str rol = str_of(w->tekst);
        if (str_starts(label, rol) && str_number(str_from(label, rol.n)) >= 0)
            return true;
    }
    return false;
}

bool aantekening_eerder(const struct aantekening *a, const struct aantekening *b)
{
    if (a->dag == DAY_NONE || b->dag == DAY_NONE)
        return false;
    return a->dag != b->dag ? a->dag < b->dag : a->eerste < b->eerste;
}

bool werkt_als_ja(const struct entry *e, short slot)
{
    for (const struct value *v = e->slot ? e->slot[slot] : NULL; v; v = v->next)
        if (v->state != VALUE_EMPTY && !str_eq(v->text, STR("nee")))
            return true;
    return false;
}

/* ---- by kind and label ---- */

static int by_label(const struct entry *a, const struct entry *b)
{
    int order = str_cmp(a->name, b->name);
    return order != 0 ? order : str_cmp(a->label, b->label);
}

static int by_label_and_place(const void *x, const void *y)
{
    const struct aantekening *a = *(struct aantekening *const *)x;
    const struct aantekening *b = *(struct aantekening *const *)y;
    int order = by_label(&a->e, &b->e);
    return order != 0 ? order : a->volgnr - b->volgnr;
}

const struct aantekening *zaak_zoek(const struct zaak *z, enum soort soort, struct str label)
{
    struct entry wanted = {.name = str_of(soorten.kinds[soort].naam.tekst), .label = label};
    int low = 0, high = z->n;
    while (low <
           high) { /* the first that is greater; what stands before it is the last equal one */
        int middle = low + (high - low) / 2;
        if (by_label(&z->op_label[middle]->e, &wanted) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || by_label(&z->op_label[low - 1]->e, &wanted) != 0)
        return NULL;
    return z->op_label[low - 1];
}

const struct aantekening *zaak_verwijst(const struct zaak *z, const struct aantekening *van,
                                        short slot, enum soort naar)
{
    const struct value *v = van->e.slot[slot];
    if (!v || v->state != VALUE_GOOD)
        return NULL;
    const struct aantekening *a = zaak_zoek(z, naar, v->text);
    return a && a->telt ? a : NULL;
}

/* The digits of a label of only digits, without zeros in front; p NULL when it is none. */
static struct str digits_of(struct str label)
{
    for (size_t i = 0; i < label.n; i++)
        if (!ascii_digit(label.p[i]))
            return (struct str){0};
    while (label.n > 1 && label.p[0] == '0')
        label = str_from(label, 1);
    return label.n ? label : (struct str){0};
}

struct str zaak_volgend_label(const struct zaak *z, enum soort soort, struct arena *a)
{
    struct str highest = STR("0");
    for (int i = 0; i < z->n; i++) {
        struct str digits = z->at[i].soort == soort ? digits_of(z->at[i].e.label) : STR("");
        if (digits.n > highest.n || (digits.n == highest.n && str_cmp(digits, highest) > 0))
            highest = digits;
    }
    char *next = arena_new(a, char, highest.n + 1);
    memcpy(next + 1, highest.p, highest.n);
    size_t at = highest.n;
    while (at > 0 && next[at] == '9')
        next[at--] = '0';
    next[at] = at == 0 ? '1' : (char)(next[at] + 1);
    return at == 0 ? (struct str){next, highest.n + 1} : (struct str){next + 1, highest.n};
}

/* ---- what counts ---- */

static struct diag at_entry(const struct aantekening *a, enum code code, unsigned regel)
{
    struct diag d = diag_make(code, regel);
    d.entry = a->volgnr;
    if (a->soort != S_ONBEKEND)
        d.soort = a->e.kind->naam;
    return d;
}

/* Records with one kind and label, in the order of the file: the last one stands, all keep the
 * first's place. */
static void supersede(struct aantekening **group, int n, struct diags *list)
{
    bool withdrawn = false;
    for (int i = 0; i < n; i++) {
        struct aantekening *a = group[i];
        a->eerste = group[0]->volgnr;
        a->vervangen = i < n - 1;
        a->telt = !a->vervangen && !a->ingetrokken && !a->vernietigd;
        if (withdrawn && a->telt) {
            struct diag d = at_entry(a, MC010, a->e.regel);
            d.form = MC010_INGETROKKEN;
            diag_add(list, d);
        }
        withdrawn = withdrawn || a->ingetrokken;
    }
}

static void decide_what_counts(struct zaak *z, struct arena *a, struct diags *list)
{
    z->op_label = arena_new(a, struct aantekening *, (size_t)z->n);
    for (int i = 0; i < z->n; i++)
        z->op_label[i] = &z->at[i];
    qsort(z->op_label, (size_t)z->n, sizeof *z->op_label, by_label_and_place);
    for (int from = 0, to; from < z->n; from = to) {
        for (to = from + 1; to < z->n; to++)
            if (z->op_label[from]->e.label.n == 0 || /* without one nothing is the same entry */
                by_label(&z->op_label[from]->e, &z->op_label[to]->e) != 0)
                break;
        supersede(&z->op_label[from], to - from, list);
    }
}

static int by_eerste(const void *x, const void *y)
{
    const struct aantekening *a = *(struct aantekening *const *)x;
    const struct aantekening *b = *(struct aantekening *const *)y;
    return a->eerste - b->eerste;
}

static void list_by_kind(struct zaak *z, struct arena *a)
{
    int labels[SOORTEN] = {0};
    for (int i = 0; i < z->n; i++) {
        struct aantekening *e = &z->at[i];
        if (e->soort == S_ONBEKEND)
            continue;
        e->nummer = e->eerste == e->volgnr ? ++labels[e->soort] : z->at[e->eerste].nummer;
        z->aantal[e->soort] += e->telt;
    }
    for (int s = 0; s < SOORTEN; s++) {
        z->geldig[s] = arena_new(a, const struct aantekening *, (size_t)z->aantal[s]);
        z->aantal[s] = 0;
    }
    for (int i = 0; i < z->n; i++)
        if (z->at[i].telt && z->at[i].soort != S_ONBEKEND)
            z->geldig[z->at[i].soort][z->aantal[z->at[i].soort]++] = &z->at[i];
    for (int s = 0; s < SOORTEN; s++)
        qsort(z->geldig[s], (size_t)z->aantal[s], sizeof *z->geldig[s], by_eerste);
    for (int s = 0; s < SOORTEN; s++)
        for (int i = 0; i < z->aantal[s]; i++)
            z->at[z->geldig[s][i]->volgnr].plaats = i;
}

/* ---- references ---- */

static bool refers_well(const struct zaak *z, const struct schema_field *f, const struct value *v)
{
    struct str label = v->text, name = str_of(f->refers);
    if (str_is(name, "*")) {
        name = str_cut(v->text, ' ', &label);
        if (str_is(name, "Zaak"))
            return str_eq(label, z->id);
    }
    const struct schema_kind *k = schema_kind(&soorten, name);
    const struct aantekening *a = zaak_zoek(z, (enum soort)(k - soorten.kinds), label);
    return a && !a->ingetrokken;
}

static void look_at_references(const struct zaak *z, const struct aantekening *a,
                               struct diags *list)
{
    for (short slot = VELD_COMMON; slot < a->e.kind->field_count; slot++) {
        const struct schema_field *f = &a->e.kind->fields[slot];
        for (const struct value *v = f->refers ? a->e.slot[slot] : NULL; v; v = v->next) {
            if (v->state != VALUE_GOOD || refers_well(z, f, v))
                continue;
            struct diag d = at_entry(a, MC009, v->regel);
            d.veld = f->naam;
            diag_add(list, d);
            break; /* at most one finding for a code, an entry and a field */
        }
    }
}

/* ---- reading ---- */

/* Was the record there by the end of that day: by Vastgelegd, else Datum, else always. A case
 * opened after that day is not there, whenever that was recorded. */
static bool recorded_by(const struct aantekening *a, day_no as_of)
{
    if (a->soort == S_Zaak && a->dag != DAY_NONE && a->dag > as_of)
        return false;
    day_no day = entry_day(&a->e, Veld_Vastgelegd);
    if (day == DAY_NONE)
        day = a->dag;
    return day == DAY_NONE || day <= as_of;
}

static struct aantekening bind_record(const struct rec_record *r, struct arena *a, int volgnr,
                                      struct diags *list)
{
    struct aantekening x = {.e = schema_bind(&soorten, r, a, volgnr, list), .volgnr = volgnr};
    x.soort = soort_of(&x.e);
    x.dag = DAY_NONE;
    if (x.soort == S_Zaak)
        x.dag = entry_day(&x.e, Zaak_Geopend);
    else if (x.soort != S_ONBEKEND && x.soort != S_Persoon)
        x.dag = entry_day(&x.e, Veld_Datum);
    if (x.soort != S_Zaak) {
        x.ingetrokken = entry_has(&x.e, Veld_Ingetrokken);
        x.vernietigd = entry_number(&x.e, Veld_Vernietigd) == ja_ja;
    }
    return x;
}

/* The reader knows no entries: MC005 stands at the last one, or at the case as a whole. */
static void place_findings_of_reading(const struct zaak *z, struct diags *list, size_t from)
{
    for (size_t i = from; z->leesbaar && i < list->n; i++)
        if (list->at[i].code == MC005)
            list->at[i].entry = list->at[i].form == MC005_EINDE ? z->n - 1 : 0;
}

/* Of entries that do not count nothing is said but what the reader found; of an unreadable case
 * just that. */
static void keep_what_counts(const struct zaak *z, struct diags *list, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < list->n; i++) {
        const struct diag *d = &list->at[i];
        if (z->leesbaar ? d->entry == ENTRY_NONE || d->code == MC005 || z->at[d->entry].telt
                        : code_van_lezen(d))
            list->at[kept++] = *d;
    }
    list->n = kept;
}

bool zaak_read(const struct rec_unit *u, struct arena *a, day_no as_of, struct zaak *z,
               struct diags *list, size_t from)
{
    *z = (struct zaak){
        .regel = u->regel, .bytes = u->bytes, .leesbaar = !u->unreadable, .compleet = u->complete};
    /* A first line that is no field has no record: the id is not to be had. */
    if (u->n && u->records[0].regel == u->regel)
        z->id = u->records[0].fields[0].value;
    if (u->unreadable) {
        /* Its Formaat may be the reason. */
        if (z->id.p)
            bind_record(&u->records[0], a, 0, list);
        keep_what_counts(z, list, from);
        return true;
    }
    z->at = arena_new(a, struct aantekening, u->n);
    for (size_t i = 0; i < u->n; i++) {
        size_t before = list->n;
        z->at[z->n] = bind_record(&u->records[i], a, z->n, list);
        if (as_of == DAY_NONE || recorded_by(&z->at[z->n], as_of))
            z->n++;
        else
            list->n = before;
        if (z->n == 0)
            return false;
    }
    const struct value *formaat = z->at[0].e.slot[Zaak_Formaat];
    z->leesbaar = !formaat || formaat->state != VALUE_BAD;
    if (z->leesbaar) {
        decide_what_counts(z, a, list);
        list_by_kind(z, a);
        for (int i = 0; i < z->n; i++)
            if (z->at[i].telt && z->at[i].soort != S_ONBEKEND)
                look_at_references(z, &z->at[i], list);
    }
    place_findings_of_reading(z, list, from);
    keep_what_counts(z, list, from);
    return true;
}
