#include "kader/waaromniet.h"

/* A search along all paths that can be reached with so many changes. What lies beside a path does
 * not bear on its outcome, so that no smallest change is missed by looking at paths alone. */
struct search {
    const struct kader_versie *k;
    const enum antwoord *given;
    enum antwoord answer[VRAGEN_MAX + 1]; /* as given, but for what was changed */
    unsigned asked;                       /* bit n: question n is on the path already */
    struct anders way;                    /* changed so far */
    enum uitkomst was;
    struct arena *a;
    struct {
        struct anders *at;
        size_t n, cap;
    } found;
};

static void look_at_end(struct search *s)
{
    s->way.pad = kader_pad(s->k, s->answer);
    if (s->way.pad.uitkomst != s->was)
        *arena_push(s->a, &s->found) = s->way;
}

static void follow(struct search *s, int n, int left);

/* Gives question `n` an answer that has a row, and goes on. */
static void take(struct search *s, int n, enum antwoord answer, int left)
{
    bool changes = answer != s->given[n];
    if (changes) {
        s->way.vraag[s->way.n] = n;
        s->way.antwoord[s->way.n++] = answer;
    }
    s->answer[n] = answer;
    follow(s, s->k->vragen[n].rijen[answer].verder, left - changes);
    s->answer[n] = s->given[n];
    s->way.n -= changes;
}

/* All paths from question `n` on, on which exactly `left` more answers are changed. */
static void follow(struct search *s, int n, int left)
{
    const struct kader_vraag *v = &s->k->vragen[n];
    if (n == VERDER_EINDE || !v->is_er || s->asked >> n & 1u) {
        if (left == 0)
            look_at_end(s);
        return;
    }
    s->asked |= 1u << n;
    for (enum antwoord x = ANTWOORD_JA; x < ANTWOORDEN && left > 0; x++)
        if (x != s->given[n] && v->rijen[x].is_er)
            take(s, n, x, left);
    if (v->rijen[s->given[n]].is_er)
        take(s, n, s->given[n], left);
    else if (left == 0)
        look_at_end(s);
    s->asked &= ~(1u << n);
}

struct waaromniet waaromniet(const struct kader_versie *k,
                             const enum antwoord antwoorden[VRAGEN_MAX + 1], struct arena *a)
{
    struct search s = {
        .k = k, .given = antwoorden, .was = kader_pad(k, antwoorden).uitkomst, .a = a};
    memcpy(s.answer, antwoorden, sizeof s.answer);
    for (int size = 1; size <= VRAGEN_MAX && s.found.n == 0; size++)
        follow(&s, k->eerste, size);
    return (struct waaromniet){s.found.at, s.found.n};
}
