/* Why not otherwise: the smallest changes of answers after which the outcome of a weighing is
 * another (design 3, "Explaining").
 *
 * A change gives one question another answer that leads on: ja, nee, or a twijfel or onbekend that
 * has a row. Answering a question that was not answered is a change too. */
#ifndef KADER_WAAROMNIET_H
#define KADER_WAAROMNIET_H

#include "base/arena.h"
#include "kader/pad.h"

/* What would have led elsewhere: some questions with other answers, and all others as they were. */
struct anders {
    int n;                 /* how many answers differ, at least 1 */
    int vraag[VRAGEN_MAX]; /* their questions, in the order of the path that is followed then; each
                              of them is on it */
    enum antwoord antwoord[VRAGEN_MAX]; /* what they are answered then */
    struct pad pad; /* that path, with its outcome, its norms and where it stops: the open question
                     */
};

struct waaromniet {
    struct anders *at; /* all of the smallest size, each once: what changes the first question of
                          the path comes first, then by the order of enum antwoord */
    size_t n;          /* 0: whatever is answered, the outcome is the same */
};

/* The result lives in `a`. Of a framework that is not proved it tells what kader_pad makes of it.
 */
struct waaromniet waaromniet(const struct kader_versie *k,
                             const enum antwoord antwoorden[VRAGEN_MAX + 1], struct arena *a);

#endif
