/* From nine answers to the path through a framework, its outcome and its norm (design 2,
 * "Weighing"). */
#ifndef KADER_PAD_H
#define KADER_PAD_H

#include "kader/kader.h"

struct pad {
    int stappen;           /* how many questions were asked and answered in a way that leads on */
    int vraag[VRAGEN_MAX]; /* their numbers, in order */
    enum antwoord antwoord[VRAGEN_MAX];
    const struct kader_rij *rij[VRAGEN_MAX]; /* the row each followed */
    int open;         /* the question at which the path stops before `einde`; 0: it does not */
    bool bij_twijfel; /* it stops there on a twijfel or onbekend without a row */
    enum uitkomst uitkomst; /* never UITKOMST_GEEN: without any on the path it is onbeslist */
    unsigned normen;        /* bit n: Meldnorm n of a melden row */
};

/* Follows `antwoorden` (by number of the question, [0] is not used) from the first question along
 * `verder`, to `einde` or to the first question without a usable answer. In a framework that is not
 * proved it also stops, undecided, at a question that is not there or that it met before. */
struct pad kader_pad(const struct kader_versie *k, const enum antwoord antwoorden[VRAGEN_MAX + 1]);

/* Not undecided: somebody can decide on it. */
static inline bool pad_volledig(const struct pad *p)
{
    return p->uitkomst != UITKOMST_ONBESLIST;
}

/* Do the answers say unsafe: the safety question has its `Ongunstig` answer, or a twijfel whose row
 * reports. */
bool kader_onveilig(const struct kader_versie *k, const enum antwoord antwoorden[VRAGEN_MAX + 1]);

/* Does the path pass this question, whether it was answered or stopped there. */
bool pad_langs(const struct pad *p, int vraag);

#endif
