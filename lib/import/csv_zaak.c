#include "import/csv_zaak.h"

#include "rec/writer.h"

/* ---- refusing ---- */

static void refuse_as(struct csv_zaak *m, struct diag d, const char *tekst, unsigned rij, int kolom)
{
    struct import_refusal r = {.tekst = tekst};
    if (m->z->refusals.n > IMPORT_CSV_REFUSALS)
        return;
    if (m->z->refusals.n == IMPORT_CSV_REFUSALS) {
        d = diag_make(d.code, 0);
        r.tekst = N_("and more is wrong with this case");
        kolom = -1;
    }
    d.regel = rij;
    d.niveau = NIVEAU_FOUT;
    r.diag = d;
    if (kolom >= 0)
        r.kolom = m->kop->kolommen[kolom].tekst;
    *arena_push(m->a, &m->z->refusals) = r;
}

static void refuse(struct csv_zaak *m, enum code code, const char *tekst, int kolom)
{
    refuse_as(m, diag_make(code, 0), tekst, m->rijen->rij, kolom);
}

static void refuse_form(struct csv_zaak *m, enum code code, int form, int kolom)
{
    struct diag d = diag_make(code, 0);
    d.form = form;
    refuse_as(m, d, NULL, m->rijen->rij, kolom);
}

/* More than a case may hold: what more comes need not be kept. */
static void refuse_length(struct csv_zaak *m)
{
    if (!m->too_long)
        refuse_form(m, MC017, MC017_ZAAK, -1);
    m->too_long = true;
}

/* ---- cells ---- */

static bool is_free_text(const struct import_kolom *k)
{
    if (k->slot < 0)
        return k->slot == FIELD_OWN_NAME;
    const struct schema_field *f = &k->kind->fields[k->slot];
    return f->type == &type_text && !(f->flags & MANY);
}

/* Without white space at both ends, line breaks too. */
static struct str trimmed(struct str s)
{
    while (s.n && ascii_white(s.p[0]))
        s = str_from(s, 1);
    while (s.n && ascii_white(s.p[s.n - 1]))
        s.n--;
    return s;
}

/* A cell of the present row; empty where it holds white space alone, or the row is shorter. */
static struct str cell_of(const struct csv_zaak *m, int kolom)
{
    const struct import_rijen *r = m->rijen;
    struct str cell = (size_t)kolom < r->n ? r->cells[kolom] : (struct str){0};
    struct str inside = trimmed(cell);
    return inside.n && is_free_text(&m->kop->kolommen[kolom].k) ? cell : inside;
}

/* Can the cell stand in a file; else it is refused. */
static bool is_clean(struct csv_zaak *m, struct str cell, int kolom)
{
    size_t at = rec_forbidden(cell);
    if (at < cell.n && rec_is_character(cell, at)) {
        refuse(m, MC002, import_forbidden, kolom);
    } else if (at < cell.n) {
        refuse(m, MC002, N_("bytes that are not UTF-8: save the sheet as CSV UTF-8"), kolom);
        m->no_text = true;
    }
    return at == cell.n;
}

/* ---- entries ---- */

static void keep(struct csv_zaak *m, struct csv_gegeven *g, int kolom, struct str cell)
{
    m->bytes += cell.n;
    if (m->bytes > REC_UNIT_MAX)
        refuse_length(m);
    else
        *arena_push(m->a, &g->cellen) = (struct csv_cel){kolom, arena_copy(m->a, cell)};
}

/* The cell of the entry that holds the field of the column. Cells are looked for in the order in
 * which they were kept, so the first that is looked at is as a rule the one. */
static const struct csv_cel *kept(const struct csv_zaak *m, struct csv_gegeven *g, int kolom)
{
    const struct import_kop_kolom *kolommen = m->kop->kolommen;
    for (size_t i = 0; i < g->cellen.n; i++) {
        size_t at = (g->volgende + i) % g->cellen.n;
        if (kolommen[g->cellen.at[at].kolom].veld != kolommen[kolom].veld)
            continue;
        g->volgende = at + 1;
        return &g->cellen.at[at];
    }
    return NULL;
}

static void take_cell(struct csv_zaak *m, struct csv_gegeven *g, const struct import_groep *groep,
                      int kolom)
{
    struct str cell = cell_of(m, kolom);
    if (!cell.n || m->too_long)
        return;
    if (!is_clean(m, rec_newlines(m->a, cell), kolom))
        cell.n = 0;
    if (m->z->refusals.n > IMPORT_CSV_REFUSALS)
        return; /* the case is refused, and no more is told of it: comparing would cost for nothing
                 */
    bool made_here = g->rij == m->rijen->rij;
    const struct csv_cel *before = made_here && g->groep == groep ? NULL : kept(m, g, kolom);
    if (before ? !str_eq(before->tekst, cell) : !made_here)
        refuse(m, MC010,
               N_("this label stands in a row above with something else here; an entry is given "
                  "once, and where its label returns its cells are the same or empty"),
               kolom);
    else if (!before)
        keep(m, g, kolom, cell);
}

static struct str next_number(struct csv_zaak *m, const struct schema_kind *k)
{
    struct buf b = buf_in(m->a);
    buf_number(&b, ++m->hoogste[k - soorten.kinds]);
    return buf_all(&b);
}

/* The entry with that label; made when there is none. */
static struct csv_gegeven *find_or_make(struct csv_zaak *m, const struct import_groep *groep,
                                        struct str label)
{
    const struct schema_kind *k = groep->van->kind;
    void **place = import_labels_at(&m->labels, k - soorten.kinds, label);
    struct csv_gegeven *g = *place;
    if (g)
        return g;
    g = arena_new(m->a, struct csv_gegeven, 1);
    *g = (struct csv_gegeven){
        .groep = groep, .label = arena_copy(m->a, label), .rij = m->rijen->rij};
    *place = m->laatste = m->laatste->na = g;
    m->bytes += label.n + 1;
    return g;
}

static bool has_cells(const struct csv_zaak *m, const struct import_groep *groep)
{
    for (int i = 0; i < groep->n; i++)
        if (cell_of(m, groep->kolommen[i]).n)
            return true;
    return groep->label_kolom >= 0 && cell_of(m, groep->label_kolom).n;
}

/* The label of the group in this row; empty after a refusal. */
static struct str label_of(struct csv_zaak *m, const struct import_groep *groep)
{
    if (groep->van->label.p)
        return groep->van->label;
    if (groep->label_kolom < 0)
        return next_number(m, groep->van->kind);
    struct str label = cell_of(m, groep->label_kolom);
    if (label.n)
        return is_clean(m, label, groep->label_kolom) ? label : (struct str){0};
    struct diag d = diag_make(MC007, 0);
    d.form = MC007_LABEL;
    d.soort = groep->van->kind->naam;
    refuse_as(m, d, NULL, m->rijen->rij, groep->label_kolom);
    return label;
}

static void take_group(struct csv_zaak *m, const struct import_groep *groep)
{
    struct csv_gegeven *g = &m->kopgegeven;
    if (groep != g->groep) {
        struct str label = has_cells(m, groep) ? label_of(m, groep) : (struct str){0};
        if (!label.n || m->too_long)
            return;
        g = find_or_make(m, groep, label);
    }
    for (int i = 0; i < groep->n; i++)
        take_cell(m, g, groep, groep->kolommen[i]);
}

/* ---- rows ---- */

static struct str row_id(const struct csv_zaak *m)
{
    return cell_of(m, m->kop->zaak_kolom);
}

static void look_outside_columns(struct csv_zaak *m)
{
    const struct import_rijen *r = m->rijen;
    bool outside = r->overflow;
    for (size_t i = 0; i < r->n && !outside; i++)
        outside =
            (i >= (size_t)m->kop->n || !m->kop->kolommen[i].k.kind) && trimmed(r->cells[i]).n > 0;
    if (outside)
        refuse(m, MC001, N_("a cell stands where the header has no column"), -1);
}

void csv_zaak_take(struct csv_zaak *m)
{
    const struct import_kop *kop = m->kop;
    if (!m->laatste)
        m->laatste = &m->kopgegeven;
    if (!row_id(m).n)
        refuse(m, MC012,
               N_("this row has no id, so that nobody can say of which case it is; every row of a "
                  "case repeats it"),
               kop->zaak_kolom);
    look_outside_columns(m);
    if (m->rijen->too_long)
        refuse_length(m);
    for (int i = 0; i < kop->groep_count && (size_t)kop->groepen[i].eerste < m->rijen->n; i++)
        take_group(m, &kop->groepen[i]);
}

bool csv_zaak_belongs(const struct csv_zaak *m)
{
    struct str id = row_id(m);
    return !id.n || str_eq(id, m->kopgegeven.label);
}

struct csv_zaak csv_zaak_begin(const struct import_kop *kop, const struct import_rijen *rijen,
                               struct arena *a, struct import_zaak *z)
{
    struct csv_zaak m = {.kop = kop, .rijen = rijen, .a = a, .z = z, .labels = {.arena = a}};
    struct str id = row_id(&m);
    z->rij = m.kopgegeven.rij = rijen->rij;
    z->id = m.kopgegeven.label = arena_copy(a, id);
    for (int i = 0; i < kop->groep_count; i++)
        if (kop->groepen[i].label_kolom == kop->zaak_kolom)
            m.kopgegeven.groep = &kop->groepen[i];
    m.hoogste = arena_new(a, long, SOORTEN);
    memcpy(m.hoogste, kop->hoogste, SOORTEN * sizeof *m.hoogste);
    if (id.n && is_clean(&m, id, kop->zaak_kolom) && !zaak_id_valid(id))
        refuse_form(&m, MC012, MC012_ID, kop->zaak_kolom);
    return m;
}

/* ---- writing ---- */

static void add_value(struct csv_zaak *m, struct import_entry *e, const struct csv_gegeven *g,
                      int kolom, struct str value)
{
    value = rec_newlines(m->a, value);
    import_entry_add(e, m->kop->kolommen[kolom].k.veld, value, g->rij);
    if (import_length(value) <= REC_VALUE_MAX)
        return;
    struct diag d = diag_make(MC017, 0);
    d.form = MC017_WAARDE;
    refuse_as(m, d, NULL, g->rij, kolom);
}

/* The values of a cell: of a field that may be repeated divided by `;`. */
static void add_values(struct csv_zaak *m, struct import_entry *e, const struct csv_gegeven *g,
                       const struct csv_cel *cel)
{
    const struct import_kolom *k = &m->kop->kolommen[cel->kolom].k;
    if (!cel->tekst.n)
        return;
    if (k->slot < 0 || !(k->kind->fields[k->slot].flags & MANY)) {
        add_value(m, e, g, cel->kolom, cel->tekst);
        return;
    }
    for (struct str rest = cel->tekst, value; rest.p;) {
        value = trimmed(str_cut(rest, ';', &rest));
        if (value.n)
            add_value(m, e, g, cel->kolom, value);
    }
}

/* What the rows do not give. */
static void add_fixed(const struct csv_zaak *m, struct import_entry *e,
                      const struct import_entry *vast)
{
    size_t given = e->fields.n;
    for (size_t i = 0; i < vast->fields.n; i++) {
        const struct rec_field *f = &vast->fields.at[i];
        bool there = !f->value.n;
        for (size_t k = 0; k < given; k++)
            there = there || str_eq(e->fields.at[k].name, f->name);
        if (!there)
            import_entry_add(e, f->name, f->value, m->kopgegeven.rij);
    }
    if (!import_entry_has(e, STR("Formaat")))
        import_entry_add(e, STR("Formaat"), STR("1"), m->kopgegeven.rij);
}

/* The cell of the entry that holds the field; NULL: none. */
static const struct csv_cel *cell_with(const struct csv_zaak *m, const struct csv_gegeven *g,
                                       struct naam veld)
{
    for (size_t i = 0; veld.tekst && i < g->cellen.n; i++)
        if (str_is(m->kop->kolommen[g->cellen.at[i].kolom].k.veld, veld.tekst))
            return &g->cellen.at[i];
    return NULL;
}

/* Tells what binding an entry found, and where in the sheet. */
static void refuse_fault(struct csv_zaak *m, const struct csv_gegeven *g, const struct diag *d)
{
    const struct csv_cel *cel = cell_with(m, g, d->veld);
    const char *tekst = NULL;
    int kolom = cel ? cel->kolom : d->veld.tekst ? import_kop_zoek(m->kop, g->groep, d->veld) : -1;
    if (cel && !cel->tekst.n)
        return; /* refused already */
    if (d->code == MC006 && d->form == MC006_MEER)
        tekst = N_("several values in one cell are divided by `;`");
    refuse_as(m, *d, tekst, g->rij, kolom);
}

static void write_entry(struct csv_zaak *m, const struct csv_gegeven *g,
                        const struct import_entry *vast, struct buf *out)
{
    struct diags faults = {.arena = m->a};
    struct import_entry e = import_entry_make(g->groep->van->kind, m->a);
    e.label = g->label;
    e.label_place = g->rij;
    for (size_t i = 0; i < g->cellen.n; i++)
        add_values(m, &e, g, &g->cellen.at[i]);
    if (g == &m->kopgegeven)
        add_fixed(m, &e, vast);
    struct entry bound = import_entry_bind(&e, &faults);
    for (size_t i = 0; i < faults.n; i++)
        refuse_fault(m, g, &faults.at[i]);
    if (g == &m->kopgegeven)
        m->z->geopend = entry_day(&bound, Zaak_Geopend);
    rec_write_entry(out, &soorten, &bound);
}

void csv_zaak_end(struct csv_zaak *m, const struct import_entry *vast)
{
    struct buf out = buf_in(m->a);
    for (const struct csv_gegeven *g = &m->kopgegeven; g && !m->too_long; g = g->na) {
        write_entry(m, g, vast, &out);
        if (out.n > REC_UNIT_MAX)
            refuse_length(m);
    }
    m->z->bytes = buf_all(&out);
    import_labels_free(&m->labels);
}
