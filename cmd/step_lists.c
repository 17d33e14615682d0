/* mc-step: what kinds of entry there are, and the template of one. */
#include "import/template.h"
#include "step.h"

void step_list(struct run *r)
{
    for (int i = S_Zaak + 1; i < soorten.kind_count; i++) {
        const struct schema_kind *k = &soorten.kinds[i];
        buf_text(&r->out, k->naam.tekst);
        buf_byte(&r->out, '\t');
        if (k->step)
            buf_number(&r->out, k->step);
        else
            buf_byte(&r->out, '-');
        buf_byte(&r->out, '\t');
        buf_text(&r->out, _(k->meaning));
        buf_byte(&r->out, '\n');
    }
}

void step_template(struct run *r, const struct schema_kind *kind)
{
    struct import_entry none = import_entry_make(kind, &r->arena);
    template_write(&r->out, &none, TEMPLATE_NEW);
}
