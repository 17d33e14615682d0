#include "import/zaken.h"

#include "zaak/zaak.h"

#include <errno.h>

struct import_zaken import_zaken_make(struct rec_source source, void (*oom)(void))
{
    return (struct import_zaken){.reader = rec_reader_make(source, STR("Zaak:"), oom)};
}

void import_zaken_free(struct import_zaken *r)
{
    rec_reader_free(&r->reader);
}

static void refuse(struct import_zaak *z, struct arena *a, struct diag d)
{
    d.niveau = NIVEAU_FOUT;
    *arena_push(a, &z->refusals) = (struct import_refusal){.diag = d};
}

static void tell_stray(struct import_zaken *r, struct import_zaak *z)
{
    if (!r->reader.stray || r->stray_told)
        return;
    r->stray_told = true;
    struct diag d = diag_make(MC003, r->reader.stray);
    d.form = MC003_TEKST;
    diag_add(&z->opgemerkt, d);
}

static enum import_result take(const struct rec_unit *u, struct diags *found, struct arena *a,
                               struct import_zaak *z)
{
    struct zaak zaak;
    zaak_read(u, a, DAY_NONE, &zaak, found, 0);
    z->rij = zaak.regel;
    for (size_t i = 0; !zaak.leesbaar && i < found->n; i++)
        refuse(z, a, found->at[i]);
    if (!zaak.leesbaar)
        return IMPORT_BROKEN;
    if (!zaak_id_valid(zaak.id)) {
        struct diag d = diag_make(MC012, zaak.regel);
        d.form = MC012_ID;
        refuse(z, a, d);
        return IMPORT_REFUSED;
    }
    for (size_t i = 0; i < found->n; i++)
        if (found->at[i].code == MC005 && found->at[i].form == MC005_EINDE)
            diag_add(&z->opgemerkt, found->at[i]);
    z->id = zaak.id;
    z->geopend = zaak.at[0].dag;
    z->bytes = zaak.bytes;
    return IMPORT_TAKEN;
}

enum import_result import_zaken_next(struct import_zaken *r, struct arena *a, struct import_zaak *z)
{
    *z = (struct import_zaak){.geopend = DAY_NONE, .opgemerkt = {.arena = a}};
    struct rec_unit u;
    struct diags found = {.arena = a};
    int got = rec_next(&r->reader, a, &u, &found);
    tell_stray(r, z);
    if (got > 0)
        return take(&u, &found, a, z);
    r->error = got < 0 ? errno : 0;
    return got < 0 ? IMPORT_FAILED : IMPORT_END;
}
