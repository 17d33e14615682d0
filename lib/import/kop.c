#include "import/kop.h"

#include <stdlib.h>

/* A column and its place, for sorting. */
struct plaats {
    const struct import_kolom *k;
    int nr;
};

static int by_kolom(const void *x, const void *y)
{
    const struct plaats *a = x, *b = y;
    int order = import_kolom_cmp(a->k, b->k);
    return order ? order : a->nr - b->nr;
}

static int by_veld(const void *x, const void *y)
{
    const struct plaats *a = x, *b = y;
    if (a->k->kind != b->k->kind)
        return a->k->kind < b->k->kind ? -1 : 1;
    return str_cmp(a->k->veld, b->k->veld);
}

static int by_eerste(const void *x, const void *y)
{
    const struct import_groep *a = x, *b = y;
    return a->eerste - b->eerste;
}

static bool enough(const struct import_kop *kop)
{
    return kop->fouten.n > IMPORT_KOP_FOUTEN;
}

static void fout(struct import_kop *kop, struct arena *a, struct import_kop_fout f)
{
    if (enough(kop))
        return;
    if (kop->fouten.n == IMPORT_KOP_FOUTEN)
        f = (struct import_kop_fout){.tekst = N_("and more is wrong with this header")};
    *arena_push(a, &kop->fouten) = f;
}

/* ---- columns ---- */

/* A header that is not known may be a first row of data: nothing of its text is told. */
static void tell_unknown(struct import_kop *kop, struct arena *a, struct str tekst, int nr)
{
    if (enough(kop))
        return; /* looking for what is near takes time and memory */
    struct import_kop_fout f = {.kolom = (unsigned)nr + 1,
                                .tekst = N_("no column that is known"),
                                .bedoeld = import_kolom_nearest(tekst, a)};
    struct str rest;
    str_cut(tekst, ';', &rest);
    if (kop->n == 1 && rest.p)
        f.tekst = N_("columns are divided by a comma, not by `;`: save the sheet so");
    str_cut(tekst, '\t', &rest);
    if (kop->n == 1 && rest.p)
        f.tekst = N_("columns are divided by a comma, not by a TAB: save the sheet so");
    fout(kop, a, f);
}

static void read_kolom(struct import_kop *kop, struct arena *a, struct str cell, int nr)
{
    struct import_kop_kolom *kolom = &kop->kolommen[nr];
    kolom->tekst = arena_copy(a, str_trim(cell));
    if (!kolom->tekst.n)
        return;
    if (!import_kolom_read(kolom->tekst, &kolom->k)) {
        kolom->k.kind = NULL;
        tell_unknown(kop, a, kolom->tekst, nr);
        return;
    }
    if (kolom->k.kind == &soorten.kinds[S_Zaak] && kolom->k.slot == FIELD_KIND)
        kop->zaak_kolom = nr;
    long number = kolom->k.label.p ? str_number(kolom->k.label) : 0;
    long *hoogste = &kop->hoogste[kolom->k.kind - soorten.kinds];
    if (number > *hoogste)
        *hoogste = number;
}

/* The columns that have a header, to be sorted. */
static int places(const struct import_kop *kop, struct plaats *at)
{
    int n = 0;
    for (int i = 0; i < kop->n; i++)
        if (kop->kolommen[i].k.kind)
            at[n++] = (struct plaats){&kop->kolommen[i].k, i};
    return n;
}

static void number_fields(struct import_kop *kop, struct plaats *at, int n)
{
    qsort(at, (size_t)n, sizeof *at, by_veld);
    for (int i = 0; i < n; i++) {
        bool same = i && by_veld(&at[i - 1], &at[i]) == 0;
        kop->kolommen[at[i].nr].veld = same ? kop->kolommen[at[i - 1].nr].veld : i;
    }
}

/* ---- groups ---- */

static int by_number(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y;
}

static struct import_groep group(const struct import_kop *kop, const struct plaats *at, int n,
                                 struct arena *a)
{
    struct import_groep g = {.van = at[0].k,
                             .kolommen = arena_new(a, int, (size_t)n),
                             .label_kolom = -1,
                             .eerste = at[0].nr};
    for (int i = 0; i < n; i++) {
        if (kop->kolommen[at[i].nr].k.slot == FIELD_KIND)
            g.label_kolom = at[i].nr;
        else
            g.kolommen[g.n++] = at[i].nr;
        if (at[i].nr < g.eerste)
            g.eerste = at[i].nr;
    }
    qsort(g.kolommen, (size_t)g.n, sizeof *g.kolommen, by_number);
    return g;
}

/* Sorted, columns of one entry stand together, and those that hold the same beside one another. */
static void make_groups(struct import_kop *kop, struct plaats *at, int n, struct arena *a)
{
    kop->groepen = arena_new(a, struct import_groep, (size_t)n);
    qsort(at, (size_t)n, sizeof *at, by_kolom);
    for (int from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && import_kolom_cmp_entry(at[from].k, at[to].k) == 0; to++)
            if (import_kolom_cmp(at[to - 1].k, at[to].k) == 0)
                fout(kop, a,
                     (struct import_kop_fout){.kolom = (unsigned)at[to].nr + 1,
                                              .ook = (unsigned)at[to - 1].nr + 1,
                                              .tekst = N_("the same column stands there twice")});
        kop->groepen[kop->groep_count++] = group(kop, at + from, to - from, a);
    }
    qsort(kop->groepen, (size_t)kop->groep_count, sizeof *kop->groepen, by_eerste);
}

struct import_kop import_kop_read(const struct str *cells, size_t n, bool meer, struct arena *a)
{
    struct import_kop kop = {.n = (int)n,
                             .kolommen = arena_new(a, struct import_kop_kolom, n),
                             .zaak_kolom = -1,
                             .hoogste = arena_new(a, long, SOORTEN)};
    struct plaats *at = arena_new(a, struct plaats, n);
    for (int i = 0; i < kop.n; i++)
        read_kolom(&kop, a, cells[i], i);
    int known = places(&kop, at);
    number_fields(&kop, at, known);
    make_groups(&kop, at, known, a);
    if (meer)
        fout(&kop, a, (struct import_kop_fout){.tekst = N_("there are more than 16384 columns")});
    else if (kop.zaak_kolom < 0 && !kop.fouten.n)
        fout(&kop, a,
             (struct import_kop_fout){
                 .tekst = N_("there is no column Zaak.Zaak, which holds the id of the case")});
    return kop;
}

int import_kop_zoek(const struct import_kop *kop, const struct import_groep *g, struct naam veld)
{
    if (g->label_kolom >= 0 && strcmp(veld.tekst, g->van->kind->naam.tekst) == 0)
        return g->label_kolom;
    for (int i = 0; i < g->n; i++)
        if (str_is(kop->kolommen[g->kolommen[i]].k.veld, veld.tekst))
            return g->kolommen[i];
    return -1;
}
