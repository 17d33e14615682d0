#include "import/csv.h"

struct import_csv import_csv_make(struct rec_source source, const struct import_entry *vast,
                                  struct arena *a)
{
    return (struct import_csv){
        .arena = a, .vast = vast, .rijen = import_rijen_make(source, a), .rij = RIJEN_END};
}

void import_csv_free(struct import_csv *c)
{
    import_rijen_free(&c->rijen);
}

static void refuse(struct arena *a, struct import_zaak *z, enum code code, unsigned rij,
                   const char *tekst)
{
    *arena_push(a, &z->refusals) =
        (struct import_refusal){.diag = diag_make(code, rij), .tekst = tekst};
}

/* Nothing more can be read. */
static enum import_result stop(struct import_csv *c, struct arena *a, struct import_zaak *z)
{
    enum rijen_result why = c->rij;
    c->error = c->rijen.block.error;
    c->rij = RIJEN_END;
    if (why == RIJEN_FAILED)
        return IMPORT_FAILED;
    if (why == RIJEN_TOO_LONG)
        refuse(a, z, MC017, c->rijen.rij,
               N_("a cell of more than 16 MiB, or a quote that is not closed: from here on nothing "
                  "is read"));
    else
        refuse(
            a, z, MC001, c->rijen.rij,
            N_("no CSV: a quote that is not closed, text beside a quote, or columns that no comma "
               "divides; from here on nothing is read"));
    return IMPORT_BROKEN;
}

/* Is the header text, whatever it says. */
static bool is_utf8(const struct import_rijen *r)
{
    for (size_t i = 0; i < r->n; i++) {
        size_t at = rec_forbidden(r->cells[i]);
        if (at < r->cells[i].n && !rec_is_character(r->cells[i], at))
            return false;
    }
    return true;
}

enum import_result import_csv_header(struct import_csv *c, struct arena *a, struct import_zaak *z)
{
    *z = (struct import_zaak){.geopend = DAY_NONE, .opgemerkt = {.arena = a}};
    c->rij = import_rijen_next(&c->rijen);
    if (c->rij == RIJEN_END)
        return IMPORT_END;
    if (c->rij != RIJEN_ROW)
        return stop(c, a, z);
    if (!is_utf8(&c->rijen)) {
        refuse(a, z, MC002, c->rijen.rij,
               N_("the header holds bytes that are not UTF-8: save the sheet as CSV UTF-8"));
        c->rij = RIJEN_END;
        return IMPORT_BROKEN;
    }
    bool more = c->rijen.overflow || c->rijen.too_long;
    c->kop = import_kop_read(c->rijen.cells, c->rijen.n, more, c->arena);
    c->rij = import_rijen_next(&c->rijen);
    return IMPORT_TAKEN;
}

enum import_result import_csv_next(struct import_csv *c, struct arena *a, struct import_zaak *z)
{
    *z = (struct import_zaak){.geopend = DAY_NONE, .opgemerkt = {.arena = a}};
    if (c->rij == RIJEN_END)
        return IMPORT_END;
    if (c->rij != RIJEN_ROW)
        return stop(c, a, z);
    struct csv_zaak m = csv_zaak_begin(&c->kop, &c->rijen, a, z);
    do {
        csv_zaak_take(&m);
        c->rij = import_rijen_next(&c->rijen);
    } while (c->rij == RIJEN_ROW && csv_zaak_belongs(&m));
    csv_zaak_end(&m, c->vast);
    if (c->rij == RIJEN_NO_CSV || c->rij == RIJEN_TOO_LONG)
        refuse(a, z, MC001, z->rij, N_("more of this case may follow in what is not read"));
    if (c->rij != RIJEN_ROW && c->rij != RIJEN_END)
        return stop(c, a, z);
    return m.no_text ? IMPORT_BROKEN : z->refusals.n ? IMPORT_REFUSED : IMPORT_TAKEN;
}
