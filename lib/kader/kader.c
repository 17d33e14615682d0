#include "kader/kader.h"

#include "kader/records.h"

#include <errno.h>

bool kader_naam_valid(struct str s)
{
    if (s.n == 0 || s.n > KADER_NAAM_MAX || s.p[0] == '-')
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'z') && s.p[i] != '-')
            return false;
    return true;
}

const struct kader_versie *kader_op(const struct kader *k, day_no day)
{
    if (day == DAY_NONE || k->toestand != KADER_GOED)
        return NULL;
    for (size_t i = k->versie_count; i-- > 0;)
        if (k->versies[i].geldig <= day && day <= k->versies[i].tot)
            return &k->versies[i];
    return NULL;
}

int kader_vraag_die_weegt(const struct kader_versie *k, enum weegt weegt)
{
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (k->vragen[n].is_er && k->vragen[n].weegt == weegt)
            return n;
    return 0;
}

/* ---- binding a version ---- */

struct bind {
    struct kader_versie *v;
    struct str naam; /* that the file must carry */
    struct arena *a; /* of the result: what is read passes */
    struct diags *list;
    int ordinal; /* of the record */
    struct {
        struct kader_norm *at;
        size_t n, cap;
    } normen;
    struct {
        struct kader_begrip *at;
        size_t n, cap;
    } begrippen;
};

static void fault(const struct bind *b, enum code code, int form, const struct entry *e,
                  unsigned regel, struct naam veld)
{
    struct diag d = diag_make(code, regel);
    d.form = form;
    d.entry = b->ordinal;
    d.soort = e->kind->naam;
    d.veld = veld;
    diag_add(b->list, d);
}

/* The label is not what its kind asks for. */
static void label_fault(const struct bind *b, const struct entry *e)
{
    fault(b, e->label.n ? MC006 : MC007, KADER_LABEL, e, e->regel, e->kind->naam);
}

/* A label that stands once in a version is there already; it would be unclear which of the two
 * counts. */
static void second_fault(const struct bind *b, const struct entry *e)
{
    fault(b, MC010, KADER_TWEEDE, e, e->regel, e->kind->naam);
}

static struct str text(const struct bind *b, const struct entry *e, short slot)
{
    return arena_copy(b->a, entry_text(e, slot));
}

/* All values of a field that are not empty. */
static struct str *texts(const struct bind *b, const struct entry *e, short slot, size_t *count)
{
    struct {
        struct str *at;
        size_t n, cap;
    } all = {0};
    for (const struct value *v = e->slot[slot]; v; v = v->next)
        if (v->state != VALUE_EMPTY)
            *arena_push(b->a, &all) = arena_copy(b->a, v->text);
    *count = all.n;
    return all.at;
}

/* All values of a field, a line each: a value that is continued becomes one line. */
static struct str joined(const struct bind *b, const struct entry *e, short slot)
{
    struct buf all = buf_in(b->a);
    for (const struct value *v = e->slot[slot]; v; v = v->next) {
        if (all.n && v->state != VALUE_EMPTY)
            buf_byte(&all, '\n');
        for (size_t i = 0; i < v->text.n; i++)
            buf_byte(&all, v->text.p[i] == '\n' ? ' ' : v->text.p[i]);
    }
    return buf_all(&all);
}

static struct kader_herkomst herkomst(const struct bind *b, const struct entry *e, short status,
                                      short bron)
{
    return (struct kader_herkomst){text(b, e, status), joined(b, e, bron)};
}

static struct kader_verplicht choice(const struct bind *b, struct str line)
{
    struct {
        struct str *at;
        size_t n, cap;
    } met = {0};
    do
        *arena_push(b->a, &met) = arena_copy(b->a, str_trim(str_cut(line, '|', &line)));
    while (line.p);
    return (struct kader_verplicht){met.at, met.n};
}

static void verplicht_bind(const struct bind *b, const struct entry *e)
{
    struct {
        struct kader_verplicht *at;
        size_t n, cap;
    } lines = {0};
    for (const struct value *v = e->slot[Kader_Verplicht]; v; v = v->next)
        if (v->state != VALUE_EMPTY)
            *arena_push(b->a, &lines) = choice(b, v->text);
    b->v->verplicht = lines.at;
    b->v->verplicht_count = lines.n;
}

static void kader_bind(struct bind *b, const struct entry *e)
{
    struct kader_versie *k = b->v;
    if (!str_eq(e->label, b->naam))
        label_fault(b, e);
    k->naam = arena_copy(b->a, e->label);
    k->versie = text(b, e, Kader_Versie);
    k->titel = text(b, e, Kader_Titel);
    k->eigenaar = text(b, e, Kader_Eigenaar);
    k->geldig = entry_day(e, Kader_Geldig);
    k->tot = entry_day(e, Kader_Tot);
    k->tekst_status = text(b, e, Kader_Tekst_status);
    k->bron = joined(b, e, Kader_Bron);
    k->groepen = texts(b, e, Kader_Groep, &k->groep_count);
    k->stap_titels = texts(b, e, Kader_Stap_titel, &k->stap_titel_count);
    verplicht_bind(b, e);
    k->onthulling_acuut = entry_number(e, Kader_Onthulling) != 0;
    k->regel = e->regel;
}

/* The rules of the meldcode speak of the one question that weighs these. */
static bool weighed_once(enum weegt weegt)
{
    return weegt == WEEGT_VERMOEDEN || weegt == WEEGT_VEILIGHEID || weegt == WEEGT_RESULTAAT;
}

static void vraag_bind(struct bind *b, const struct entry *e)
{
    int n = record_vraag(e->label);
    if (n == 0) {
        label_fault(b, e);
        return;
    }
    struct kader_vraag *v = &b->v->vragen[n];
    if (v->is_er) {
        second_fault(b, e);
        return;
    }
    enum weegt weegt = (enum weegt)entry_number(e, Vraag_Weegt);
    if (weighed_once(weegt) && kader_vraag_die_weegt(b->v, weegt))
        fault(b, MC010, KADER_WEEGT, e, e->slot[Vraag_Weegt]->regel,
              e->kind->fields[Vraag_Weegt].naam);
    v->is_er = true;
    v->nummer = n;
    v->kort = text(b, e, Vraag_Kort);
    v->stap = text(b, e, Vraag_Stap);
    v->tekst = text(b, e, Vraag_Tekst);
    v->toelichting = text(b, e, Vraag_Toelichting);
    v->deelvragen = texts(b, e, Vraag_Deelvraag, &v->deelvraag_count);
    v->weegt = weegt;
    v->ongunstig = (enum antwoord)entry_number(e, Vraag_Ongunstig);
    v->herkomst = herkomst(b, e, Vraag_Tekst_status, Vraag_Bron);
    v->regel = e->regel;
    if (!b->v->eerste)
        b->v->eerste = n;
}

static void antwoord_bind(struct bind *b, const struct entry *e)
{
    struct str word, number = str_cut(e->label, ' ', &word);
    int n = record_vraag(number);
    enum antwoord answer = record_antwoord(word);
    if (n == 0 || answer == ANTWOORD_GEEN) {
        label_fault(b, e);
        return;
    }
    struct kader_rij *row = &b->v->vragen[n].rijen[answer];
    if (row->is_er) {
        if (!row->dubbel)
            row->dubbel = e->regel;
        return;
    }
    *row = (struct kader_rij){
        .is_er = true,
        .uitkomst = record_uitkomst(e),
        .norm = (int)entry_number(e, Antwoord_Norm),
        .verder = (int)entry_number(e, Antwoord_Verder),
        .samen = entry_number(e, Antwoord_Samen) != 0,
        .tekst = text(b, e, Antwoord_Tekst),
        .herkomst = herkomst(b, e, Antwoord_Tekst_status, Antwoord_Bron),
        .regel = e->regel,
    };
}

static void meldnorm_bind(struct bind *b, const struct entry *e)
{
    int n = record_norm(e->label);
    if (n == 0) {
        label_fault(b, e);
        return;
    }
    for (size_t i = 0; i < b->normen.n; i++) {
        if (b->normen.at[i].nummer == n) {
            second_fault(b, e);
            return;
        }
    }
    *arena_push(b->a, &b->normen) = (struct kader_norm){
        .nummer = n,
        .tekst = text(b, e, Meldnorm_Tekst),
        .herkomst = herkomst(b, e, Meldnorm_Tekst_status, Meldnorm_Bron),
        .regel = e->regel,
    };
}

static void begrip_bind(struct bind *b, const struct entry *e)
{
    if (e->label.n == 0)
        label_fault(b, e);
    *arena_push(b->a, &b->begrippen) = (struct kader_begrip){
        .woord = arena_copy(b->a, e->label),
        .tekst = text(b, e, Begrip_Tekst),
        .herkomst = herkomst(b, e, Begrip_Tekst_status, Begrip_Bron),
        .regel = e->regel,
    };
}

/* A case may say of a closed list or a date that it is not known; a framework may not: `Uitkomst:
 * onbekend` would read as none, `Tot: onbekend` as no end. */
static void refuse_unknown(const struct bind *b, const struct entry *e)
{
    for (size_t i = 0; i < e->n; i++) {
        struct value v = e->values[i];
        const struct schema_field *f = v.slot >= 0 ? &e->kind->fields[v.slot] : NULL;
        if (f && v.state == VALUE_UNKNOWN && f->type != &type_text)
            fault(b, f->type->read(f, &v), 0, e, v.regel, f->naam);
    }
}

static void record_bind(struct bind *b, const struct rec_record *r, struct arena *scratch)
{
    static void (*const of_kind[])(struct bind *, const struct entry *) = {
        [R_Kader] = kader_bind,       [R_Vraag] = vraag_bind,   [R_Antwoord] = antwoord_bind,
        [R_Meldnorm] = meldnorm_bind, [R_Begrip] = begrip_bind,
    };
    struct entry e = schema_bind(&kader_records, r, scratch, b->ordinal, b->list);
    if (record_soort(&e) == R_ONBEKEND)
        return;
    refuse_unknown(b, &e);
    of_kind[record_soort(&e)](b, &e);
}

static void versie_bind(struct bind *b, const struct rec_unit *u, struct arena *scratch)
{
    for (; (size_t)b->ordinal < u->n; b->ordinal++)
        record_bind(b, &u->records[b->ordinal], scratch);
    b->v->normen = b->normen.at;
    b->v->norm_count = b->normen.n;
    b->v->begrippen = b->begrippen.at;
    b->v->begrip_count = b->begrippen.n;
}

/* ---- reading a file ---- */

/* Does the file parse all the same: an unknown field, and what only warns of how it was saved. */
static bool harmless(enum code code)
{
    return code == MC004 || code == MC005;
}

struct kader kader_read(struct rec_source source, struct str naam, struct arena *a,
                        struct diags *list)
{
    struct {
        struct kader_versie *at;
        size_t n, cap;
    } versies = {0};
    struct rec_reader r = rec_reader_make(source, STR("Kader:"), a->oom);
    struct arena scratch = arena_make(a->oom);
    struct rec_unit u;
    size_t before = list->n, units = 0;
    int got;
    while ((got = rec_next(&r, &scratch, &u, list)) > 0) {
        units++;
        if (!u.unreadable) {
            struct kader_versie *v = arena_push(a, &versies);
            *v = (struct kader_versie){.tot = DAY_NONE};
            struct bind b = {.v = v, .naam = naam, .a = a, .list = list};
            versie_bind(&b, &u, &scratch);
        }
        arena_reset(&scratch);
    }
    struct kader k = {.naam = arena_copy(a, naam), .error = got < 0 ? errno : 0};
    struct diag stray = diag_make(MC003, r.stray ? r.stray : 1);
    stray.form = r.stray ? MC003_TEKST : MC003_GEEN_ZAAK;
    if (r.stray || (units == 0 && !k.error))
        diag_add(list, stray);
    rec_reader_free(&r);
    arena_free(&scratch);
    k.toestand = k.error ? KADER_ONLEESBAAR : KADER_GOED;
    for (size_t i = before; i < list->n; i++)
        if (!harmless(list->at[i].code))
            k.toestand = KADER_ONLEESBAAR;
    if (k.toestand == KADER_GOED) {
        k.versies = versies.at;
        k.versie_count = versies.n;
    }
    return k;
}
