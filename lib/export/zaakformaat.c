/* zaak: the case in normal form, its comments gone: the formatter. */
#include "export/export.h"

#include "rec/writer.h"

static void write_case(struct export *x, const struct zaak *z, const struct voortgang *v)
{
    (void)v;
    for (int i = 0; i < z->n; i++)
        if (export_vertrekt(x, &z->at[i]))
            rec_write_entry(x->out, &soorten, &z->at[i].e);
}

const struct export_formaat export_zaakformaat = {
    .naam = "zaak", .uitgang = "zaak", .zaak = write_case};
