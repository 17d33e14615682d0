#include "kader/proof.h"

#include "kader/pad.h"
#include "kader/records.h"

struct proving {
    const struct kader *file;
    const struct kader_versie *v;
    struct proof_fault first[K8 + 1]; /* by property; k 0: none */
    /* The answers that a question may have in an assignment. */
    enum antwoord keuze[VRAGEN_MAX + 1][ANTWOORDEN];
    size_t keuzes[VRAGEN_MAX + 1]; /* 0: no such question */
    /* An assignment has a number: of each question the place of its answer among `keuze`, times
     * this. */
    size_t stride[VRAGEN_MAX + 1];
    size_t assignments;
    /* By assignment: twice the steps of its path, and 1 more when melden is in its R. */
    unsigned char *path;
    int shortest; /* K6: steps of the two paths of the first so far */
    struct arena scratch;
};

static struct proof_fault fault(enum proof_property k, int form, unsigned regel)
{
    return (struct proof_fault){.k = k, .form = form, .regel = regel, .dag = DAY_NONE};
}

static struct proof_fault at_row(enum proof_property k, int form, int vraag, enum antwoord antwoord,
                                 const struct kader_rij *row)
{
    struct proof_fault f = fault(k, form, row->regel);
    f.vraag = vraag;
    f.antwoord = antwoord;
    return f;
}

/* How far a reader has to go for it. */
static int length(const struct proof_fault *f)
{
    return f->path.n + f->other.n;
}

/* Keeps the fault when it is the first of its property: of K3 to K6 the one with the shortest
 * paths, of the others that of the first line. */
static void offer(struct proving *p, struct proof_fault f)
{
    struct proof_fault *first = &p->first[f.k];
    bool by_path = f.k >= K3 && f.k <= K6;
    if (first->k == 0 || (by_path ? length(&f) < length(first) : f.regel < first->regel))
        *first = f;
}

/* ---- K1 ---- */

static void look_at_rows(struct proving *p, int n)
{
    const struct kader_vraag *v = &p->v->vragen[n];
    for (enum antwoord a = ANTWOORD_JA; a < ANTWOORDEN; a++) {
        const struct kader_rij *row = &v->rijen[a];
        struct proof_fault f = at_row(K1, K1_GEEN_VRAAG, n, a, row);
        if (row->is_er && !v->is_er) {
            offer(p, f);
        } else if (row->dubbel) {
            f.form = K1_DUBBEL;
            f.regel = row->dubbel;
            offer(p, f);
        } else if (v->is_er && !row->is_er && a <= ANTWOORD_NEE) {
            f.form = K1_GEEN_RIJ;
            f.regel = v->regel;
            offer(p, f);
        }
    }
}

static void prove_k1(struct proving *p)
{
    for (int n = 1; n <= VRAGEN_MAX; n++)
        look_at_rows(p, n);
}

/* ---- K2 ---- */

struct search {
    struct proving *p;
    struct proof_path way; /* to where the search is */
    bool reached[VRAGEN_MAX + 1];
};

static bool on_way(const struct proof_path *way, int vraag)
{
    for (int i = 0; i < way->n; i++)
        if (way->at[i].vraag == vraag)
            return true;
    return false;
}

/* Goes to question `n`, and on from there when nobody was there yet. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than there are questions */
static void search_from(struct search *s, int n)
{
    const struct kader_vraag *vragen = s->p->v->vragen;
    s->reached[n] = true;
    struct proof_step *step = &s->way.at[s->way.n++];
    step->vraag = n;
    for (step->antwoord = ANTWOORD_JA; step->antwoord < ANTWOORDEN; step->antwoord++) {
        const struct kader_rij *row = &vragen[n].rijen[step->antwoord];
        if (!row->is_er || row->verder == VERDER_EINDE)
            continue;
        struct proof_fault f = at_row(K2, K2_NERGENS, n, step->antwoord, row);
        f.ander = row->verder;
        if (!vragen[row->verder].is_er) {
            offer(s->p, f);
        } else if (on_way(&s->way, row->verder)) {
            f.form = K2_KRING;
            f.path = s->way;
            offer(s->p, f);
        } else if (!s->reached[row->verder]) {
            search_from(s, row->verder);
        }
    }
    s->way.n--;
}

static void prove_k2(struct proving *p)
{
    struct search s = {.p = p};
    if (p->v->eerste)
        search_from(&s, p->v->eerste);
    for (int n = 1; n <= VRAGEN_MAX; n++) {
        if (!p->v->vragen[n].is_er || s.reached[n])
            continue;
        struct proof_fault f = fault(K2, K2_ONBEREIKBAAR, p->v->vragen[n].regel);
        f.vraag = n;
        offer(p, f);
        search_from(&s, n); /* so that what it leads to, and where to, is looked at as well */
    }
}

/* ---- K3 to K6 ---- */

/* The answers of each question, and a number for each assignment. */
static void number_assignments(struct proving *p)
{
    p->assignments = 1;
    for (int n = 1; n <= VRAGEN_MAX; n++) {
        const struct kader_vraag *v = &p->v->vragen[n];
        if (!v->is_er)
            continue;
        for (enum antwoord a = ANTWOORD_JA; a < ANTWOORDEN; a++)
            if (v->rijen[a].is_er)
                p->keuze[n][p->keuzes[n]++] = a;
        if (v->weegt == WEEGT_RESULTAAT)
            p->keuze[n][p->keuzes[n]++] = ANTWOORD_GEEN;
        p->stride[n] = p->assignments;
        p->assignments *= p->keuzes[n];
    }
    p->path = arena_new(&p->scratch, unsigned char, p->assignments);
}

/* Where the Ongunstig answer stands among the answers of a question: ja and nee come first. */
static size_t worst(const struct kader_vraag *v)
{
    return v->ongunstig == ANTWOORD_JA ? 0 : 1;
}

static struct proof_path path_of(const struct pad *pad)
{
    struct proof_path path = {.n = pad->stappen};
    for (int i = 0; i < pad->stappen; i++)
        path.at[i] = (struct proof_step){pad->vraag[i], pad->antwoord[i]};
    if (pad->open)
        path.at[path.n++] = (struct proof_step){pad->open, ANTWOORD_GEEN};
    return path;
}

/* Bit u: Uitkomst u is in R; UITKOMST_GEEN is not looked at. */
static unsigned all_outcomes(const struct pad *pad)
{
    unsigned r = 0;
    for (int i = 0; i < pad->stappen; i++)
        r |= 1u << pad->rij[i]->uitkomst;
    return r;
}

static bool holds(unsigned r, enum uitkomst u)
{
    return r >> u & 1u;
}

static void offer_path(struct proving *p, struct proof_fault f, const struct pad *pad)
{
    f.path = path_of(pad);
    offer(p, f);
}

/* A path that ends without any outcome: at its last row, or at the question left open. */
static void offer_empty(struct proving *p, const struct pad *pad)
{
    struct proof_fault f = fault(K3, K3_GEEN_VRAAG, p->v->regel);
    if (pad->open || pad->stappen) {
        f.form = K3_LEEG;
        f.vraag = pad->open ? pad->open : pad->vraag[pad->stappen - 1];
        f.antwoord = pad->open ? ANTWOORD_GEEN : pad->antwoord[pad->stappen - 1];
        f.regel = pad->open ? p->v->vragen[pad->open].regel : pad->rij[pad->stappen - 1]->regel;
    }
    offer_path(p, f, pad);
}

/* The row that makes it both is the later of the two. */
static void offer_both(struct proving *p, const struct pad *pad)
{
    int i = pad->stappen - 1;
    while (pad->rij[i]->uitkomst != UITKOMST_AFSLUITEN && pad->rij[i]->uitkomst != UITKOMST_MELDEN)
        i--;
    offer_path(p, at_row(K3, K3_BEIDE, pad->vraag[i], pad->antwoord[i], pad->rij[i]), pad);
}

static void prove_k3(struct proving *p, const struct pad *pad, unsigned r)
{
    if ((r & ~(1u << UITKOMST_GEEN)) == 0)
        offer_empty(p, pad);
    else if (holds(r, UITKOMST_AFSLUITEN) && holds(r, UITKOMST_MELDEN))
        offer_both(p, pad);
}

/* K4 and K5, of a path without melden. */
static void prove_reports(struct proving *p, const struct pad *pad)
{
    static const enum proof_property of[] = {
        [WEEGT_VEILIGHEID] = K4,
        [WEEGT_HULP] = K5,
        [WEEGT_AANVAARDING] = K5,
        [WEEGT_RESULTAAT] = K5,
    };
    for (int i = 0; i < pad->stappen; i++) {
        const struct kader_vraag *v = &p->v->vragen[pad->vraag[i]];
        if (of[v->weegt] && pad->antwoord[i] == v->ongunstig)
            offer_path(p, at_row(of[v->weegt], 0, v->nummer, v->ongunstig, pad->rij[i]), pad);
    }
}

/* Writes `value` for all assignments that go along a path: of each question on it the answer is
 * known (`known`: its place), and what the others have makes no difference. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than there are questions */
static void mark(struct proving *p, const size_t *known, int n, size_t assignment,
                 unsigned char value)
{
    while (n <= VRAGEN_MAX && (p->keuzes[n] == 0 || known[n])) {
        assignment += known[n] ? (known[n] - 1) * p->stride[n] : 0;
        n++;
    }
    if (n > VRAGEN_MAX) {
        p->path[assignment] = value;
        return;
    }
    for (size_t i = 0; i < p->keuzes[n]; i++)
        mark(p, known, n + 1, assignment + i * p->stride[n], value);
}

static void end_of_path(struct proving *p, const struct pad *pad, const size_t *known)
{
    unsigned r = all_outcomes(pad);
    prove_k3(p, pad, r);
    if (!holds(r, UITKOMST_MELDEN))
        prove_reports(p, pad);
    int steps = pad->stappen + (pad->open != 0);
    mark(p, known, 1, 0, (unsigned char)(2 * steps + holds(r, UITKOMST_MELDEN)));
}

/* Every path on from these answers. `known`: of each answer its place among `keuze`, from 1; 0: not
 * answered. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than there are questions */
static void follow(struct proving *p, enum antwoord antwoorden[VRAGEN_MAX + 1], size_t *known)
{
    struct pad pad = kader_pad(p->v, antwoorden);
    int n = pad.open;
    if (n == 0) {
        end_of_path(p, &pad, known);
        return;
    }
    for (known[n] = 1; known[n] <= p->keuzes[n]; known[n]++) {
        antwoorden[n] = p->keuze[n][known[n] - 1];
        if (antwoorden[n] == ANTWOORD_GEEN)
            end_of_path(p, &pad, known);
        else
            follow(p, antwoorden, known);
    }
    known[n] = 0;
    antwoorden[n] = ANTWOORD_GEEN;
}

static struct proof_path path_of_assignment(const struct proving *p, size_t assignment)
{
    enum antwoord antwoorden[VRAGEN_MAX + 1] = {ANTWOORD_GEEN};
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (p->keuzes[n])
            antwoorden[n] = p->keuze[n][assignment / p->stride[n] % p->keuzes[n]];
    struct pad pad = kader_pad(p->v, antwoorden);
    return path_of(&pad);
}

/* Of the assignments that differ from this one in the answer to question `n` alone, and which has
 * the Ongunstig answer there and no melden in R: is melden in theirs. */
static void prove_k6_of(struct proving *p, int n, size_t assignment)
{
    const struct kader_vraag *v = &p->v->vragen[n];
    size_t milder = assignment - worst(v) * p->stride[n];
    for (size_t i = 0; i < p->keuzes[n]; i++, milder += p->stride[n]) {
        if (!(p->path[milder] & 1u) || (p->path[milder] + p->path[assignment]) / 2 >= p->shortest)
            continue;
        struct proof_fault f = at_row(K6, K6_MINDER, n, v->ongunstig, &v->rijen[v->ongunstig]);
        f.path = path_of_assignment(p, milder);
        f.other = path_of_assignment(p, assignment);
        p->shortest = length(&f);
        offer(p, f);
    }
}

static void prove_k6(struct proving *p, int n)
{
    size_t stride = p->stride[n], round = stride * p->keuzes[n];
    for (size_t i = worst(&p->v->vragen[n]) * stride; i < p->assignments; i += round)
        for (size_t k = i; k < i + stride; k++)
            if (!(p->path[k] & 1u))
                prove_k6_of(p, n, k);
}

static void prove_paths(struct proving *p)
{
    enum antwoord antwoorden[VRAGEN_MAX + 1] = {ANTWOORD_GEEN};
    size_t known[VRAGEN_MAX + 1] = {0};
    p->shortest = 2 * VRAGEN_MAX + 1;
    number_assignments(p);
    follow(p, antwoorden, known);
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (p->keuzes[n])
            prove_k6(p, n);
}

/* ---- K7 ---- */

static void prove_norm_of(struct proving *p, int n, enum antwoord a, unsigned *used)
{
    const struct kader_rij *row = &p->v->vragen[n].rijen[a];
    if (!row->is_er || row->uitkomst != UITKOMST_MELDEN)
        return;
    *used |= row->norm ? 1u << row->norm : 0;
    bool there = false;
    for (size_t i = 0; i < p->v->norm_count; i++)
        there = there || p->v->normen[i].nummer == row->norm;
    if (there)
        return;
    struct proof_fault f = at_row(K7, row->norm ? K7_ONBEKEND : K7_GEEN_NORM, n, a, row);
    f.ander = row->norm;
    offer(p, f);
}

static void prove_k7(struct proving *p)
{
    unsigned used = 0; /* bit n: Meldnorm n */
    for (int n = 1; n <= VRAGEN_MAX; n++)
        for (enum antwoord a = ANTWOORD_JA; a < ANTWOORDEN; a++)
            prove_norm_of(p, n, a, &used);
    for (size_t i = 0; i < p->v->norm_count; i++) {
        const struct kader_norm *norm = &p->v->normen[i];
        if (used >> norm->nummer & 1u)
            continue;
        struct proof_fault f = fault(K7, K7_ONGEBRUIKT, norm->regel);
        f.ander = norm->nummer;
        offer(p, f);
    }
}

/* ---- K8 ---- */

/* A field that must hold text. */
static void must_have(struct proving *p, struct str text, int soort, int slot, unsigned regel)
{
    if (str_trim(text).n)
        return;
    struct proof_fault f = fault(K8, K8_ONTBREEKT, regel);
    f.soort = soort;
    f.slot = slot;
    offer(p, f);
}

static void prove_texts(struct proving *p)
{
    const struct kader_versie *v = p->v;
    must_have(p, v->versie, R_Kader, Kader_Versie, v->regel);
    must_have(p, v->titel, R_Kader, Kader_Titel, v->regel);
    must_have(p, v->eigenaar, R_Kader, Kader_Eigenaar, v->regel);
    must_have(p, v->bron, R_Kader, Kader_Bron, v->regel);
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (v->vragen[n].is_er)
            must_have(p, v->vragen[n].tekst, R_Vraag, Vraag_Tekst, v->vragen[n].regel);
    for (size_t i = 0; i < v->norm_count; i++)
        must_have(p, v->normen[i].tekst, R_Meldnorm, Meldnorm_Tekst, v->normen[i].regel);
    for (size_t i = 0; i < v->begrip_count; i++)
        must_have(p, v->begrippen[i].tekst, R_Begrip, Begrip_Tekst, v->begrippen[i].regel);
}

/* Is the version in force on a day on which one before it in the file is too. */
static void prove_days_apart(struct proving *p)
{
    const struct kader_versie *v = p->v;
    for (const struct kader_versie *other = p->file->versies; other < v; other++) {
        day_no from = v->geldig > other->geldig ? v->geldig : other->geldig;
        if (from > v->tot || from > other->tot)
            continue;
        struct proof_fault f = fault(K8, K8_OVERLAP, v->regel);
        f.ander = (int)other->regel;
        f.dag = from;
        offer(p, f);
    }
}

static void prove_k8(struct proving *p)
{
    const struct kader_versie *v = p->v;
    if (!str_eq(v->naam, p->file->naam))
        offer(p, fault(K8, K8_NAAM, v->regel));
    if (v->geldig == DAY_NONE)
        must_have(p, (struct str){0}, R_Kader, Kader_Geldig, v->regel);
    else if (v->tot < v->geldig)
        offer(p, fault(K8, K8_TOT, v->regel));
    else
        prove_days_apart(p);
    prove_texts(p);
}

/* ---- a version, a file ---- */

static void prove_version(struct proving *p)
{
    prove_k1(p);
    prove_k2(p);
    if (p->first[K1].k || p->first[K2].k)
        return;
    prove_paths(p);
    prove_k7(p);
    prove_k8(p);
}

void kader_prove(const struct kader *k, struct proof_faults *list)
{
    struct arena scratch = arena_make(list->arena->oom);
    for (size_t i = 0; i < k->versie_count; i++) {
        struct proving p = {.file = k, .v = &k->versies[i], .scratch = scratch};
        prove_version(&p);
        for (enum proof_property n = K1; n <= K8; n++)
            if (p.first[n].k)
                *arena_push(list->arena, list) = p.first[n];
        scratch = p.scratch;
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}
