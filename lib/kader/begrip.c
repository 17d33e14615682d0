#include "kader/begrip.h"

#include "base/nearest.h"
#include "kader/records.h"

#include <errno.h>
#include <stdlib.h>

/* ---- the list ---- */

static int fold_cmp(struct str a, struct str b)
{
    for (size_t i = 0; i < a.n && i < b.n; i++) {
        unsigned char x = (unsigned char)ascii_lower(a.p[i]),
                      y = (unsigned char)ascii_lower(b.p[i]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return (a.n > b.n) - (a.n < b.n);
}

/* The place of a word: where it stands, or would stand. */
static size_t place_of(const struct begrippen *b, struct str woord, bool *there)
{
    size_t low = 0, high = b->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fold_cmp(b->at[middle].woord, woord) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *there = low < b->n && fold_cmp(b->at[low].woord, woord) == 0;
    return low;
}

static struct begrip *word_of(struct begrippen *b, struct str woord)
{
    bool there;
    size_t at = place_of(b, woord, &there);
    if (there)
        return &b->at[at];
    (void)arena_push(b->arena, b);
    memmove(&b->at[at + 1], &b->at[at], (b->n - 1 - at) * sizeof *b->at);
    b->at[at] = (struct begrip){.woord = arena_copy(b->arena, woord)};
    return &b->at[at];
}

/* The text with one space for each run of white space. */
static struct str flowing(struct arena *a, struct str s)
{
    struct buf out = buf_in(a);
    bool gap = false;
    for (size_t i = 0; i < s.n; i++) {
        if (ascii_white(s.p[i])) {
            gap = true;
            continue;
        }
        if (gap && out.n)
            buf_byte(&out, ' ');
        buf_byte(&out, s.p[i]);
        gap = false;
    }
    return buf_all(&out);
}

static struct betekenis *meaning_of(struct begrippen *b, struct begrip *word, struct str tekst)
{
    struct str wanted = flowing(b->arena, tekst);
    for (size_t i = 0; i < word->betekenissen.n; i++)
        if (str_eq(flowing(b->arena, word->betekenissen.at[i].tekst), wanted))
            return &word->betekenissen.at[i];
    struct betekenis *m = arena_push(b->arena, &word->betekenissen);
    *m = (struct betekenis){.tekst = arena_copy(b->arena, tekst)};
    return m;
}

static void add_source(struct begrippen *b, struct betekenis *m, struct str bron)
{
    bron = flowing(b->arena, bron);
    for (size_t i = 0; i < m->bronnen.n; i++)
        if (str_eq(m->bronnen.at[i], bron))
            return;
    if (bron.n)
        *arena_push(b->arena, &m->bronnen) = bron;
}

/* ---- of a framework ---- */

/* Of the sources of a whole framework, those of one of its parts say so in brackets at their end:
 * the others are its words' own. Without any such, all are. */
static void add_sources_of_file(struct begrippen *b, struct betekenis *m, struct str all)
{
    bool own = false;
    for (struct str rest = all, bron; rest.n;) {
        bron = str_cut(rest, '\n', &rest);
        if (str_ends(bron, STR(")")))
            continue;
        add_source(b, m, bron);
        own = true;
    }
    for (struct str rest = all; rest.n && !own;)
        add_source(b, m, str_cut(rest, '\n', &rest));
}

static void add_kader(struct begrippen *b, struct betekenis *m, struct str naam, struct str status)
{
    for (size_t i = 0; i < m->kaders.n; i++)
        if (str_eq(m->kaders.at[i].naam, naam))
            return; /* it says so twice */
    *arena_push(b->arena, &m->kaders) =
        (struct begrip_kader){arena_copy(b->arena, naam), arena_copy(b->arena, status)};
}

void begrippen_add(struct begrippen *b, const struct kader_versie *k)
{
    for (size_t i = 0; i < k->begrip_count; i++) {
        const struct kader_begrip *g = &k->begrippen[i];
        const struct kader_herkomst *h = &g->herkomst;
        struct betekenis *m = meaning_of(b, word_of(b, g->woord), g->tekst);
        for (struct str rest = h->bron; rest.n;)
            add_source(b, m, str_cut(rest, '\n', &rest));
        if (!h->bron.n)
            add_sources_of_file(b, m, k->bron);
        add_kader(b, m, k->naam, h->tekst_status.n ? h->tekst_status : k->tekst_status);
    }
}

/* ---- of the common language ---- */

static void fault(struct diags *list, enum code code, const struct entry *e, int ordinal,
                  short slot)
{
    const struct value *v = slot >= 0 && e->slot ? e->slot[slot] : NULL;
    struct diag d = diag_make(code, v ? v->regel : e->regel);
    d.entry = ordinal;
    d.form = slot < 0 ? KADER_LABEL : 0;
    d.soort = e->kind->naam;
    d.veld = slot < 0 ? e->kind->naam : e->kind->fields[slot].naam;
    diag_add(list, d);
}

/* Says what must stand in a record and does not. */
static bool is_whole(const struct entry *e, int ordinal, struct diags *list)
{
    static const short must[] = {Begrip_Tekst, Begrip_Tekst_status, Begrip_Bron};
    size_t before = list->n;
    if (e->label.n == 0)
        fault(list, MC007, e, ordinal, -1);
    for (size_t i = 0; i < sizeof must / sizeof *must; i++)
        if (!entry_has(e, must[i]))
            fault(list, MC007, e, ordinal, must[i]);
    const struct value *status = e->slot[Begrip_Tekst_status];
    if (status && status->state == VALUE_UNKNOWN)
        fault(list, MC006, e, ordinal, Begrip_Tekst_status);
    return list->n == before;
}

static void record_add(struct begrippen *b, const struct rec_record *r, struct arena *scratch,
                       int ordinal, struct diags *list)
{
    struct entry e = schema_bind(&kader_records, r, scratch, ordinal, list);
    if (record_soort(&e) == R_ONBEKEND)
        return;
    if (record_soort(&e) != R_Begrip) {
        struct diag d = diag_make(MC004, e.regel);
        d.entry = ordinal;
        diag_add(list, d);
        return;
    }
    if (!is_whole(&e, ordinal, list))
        return;
    struct betekenis *m = meaning_of(b, word_of(b, e.label), entry_text(&e, Begrip_Tekst));
    m->tekst_status = arena_copy(b->arena, entry_text(&e, Begrip_Tekst_status));
    for (const struct value *v = e.slot[Begrip_Bron]; v; v = v->next)
        add_source(b, m, v->text);
}

bool begrippen_read(struct begrippen *b, struct rec_source source, struct diags *list)
{
    struct rec_reader r = rec_reader_make(source, STR("Begrip:"), b->arena->oom);
    struct arena scratch = arena_make(b->arena->oom);
    struct rec_unit u;
    int got, ordinal = 0, units = 0;
    while ((got = rec_next(&r, &scratch, &u, list)) > 0) {
        units++;
        for (size_t i = 0; i < u.n && !u.unreadable; i++)
            record_add(b, &u.records[i], &scratch, ordinal++, list);
        arena_reset(&scratch);
    }
    int error = errno;
    if (got == 0 && (r.stray || units == 0))
        diag_add(list, diag_make(MC003, r.stray ? r.stray : 1));
    rec_reader_free(&r);
    arena_free(&scratch);
    errno = error;
    return got == 0;
}

/* ---- looking up ---- */

static bool holds(struct str s, struct str part)
{
    for (size_t i = 0; i + part.n <= s.n; i++)
        if (str_eq_fold((struct str){s.p + i, part.n}, part))
            return true;
    return false;
}

struct begrippen begrippen_find(const struct begrippen *b, struct str woord)
{
    struct begrippen found = {.arena = b->arena};
    bool there;
    size_t at = place_of(b, woord, &there);
    if (there) {
        *arena_push(b->arena, &found) = b->at[at];
        return found;
    }
    for (size_t i = 0; i < b->n; i++)
        if (holds(b->at[i].woord, woord))
            *arena_push(b->arena, &found) = b->at[i];
    return found;
}

struct naam begrippen_nearest(const struct begrippen *b, struct str woord)
{
    struct nearest n = nearest_make(woord);
    for (size_t i = 0; i < b->n; i++)
        nearest_try(&n, (struct naam){b->at[i].woord.p});
    return nearest_found(&n);
}

struct str betekenis_status(const struct betekenis *m)
{
    struct str status = m->tekst_status.n ? m->tekst_status : m->kaders.at[0].tekst_status;
    for (size_t i = 0; i < m->kaders.n; i++)
        if (!str_eq(m->kaders.at[i].tekst_status, status))
            return (struct str){0};
    return status;
}
