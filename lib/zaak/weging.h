/* A weighing by the framework of its day (design 2, "Weighing"). */
#ifndef ZAAK_WEGING_H
#define ZAAK_WEGING_H

#include "kader/pad.h"
#include "zaak/zaak.h"

struct weging {
    const struct aantekening *a;
    const struct kader_versie *kader; /* in force on its day; NULL: it cannot be judged, and nothing
                                         below but the answers is to be used */
    enum antwoord antwoord[VRAGEN_MAX + 1];        /* by question, built-on answers included */
    const struct aantekening *van[VRAGEN_MAX + 1]; /* the Weging that gave each answer */
    bool ongeldig[VRAGEN_MAX + 1]; /* not answered, for what stands there is no answer (MC006) */
    int64_t aard;                  /* a word of the list aard, 0: not given */
    bool aard_gegeven;             /* also as `onbekend`, or as a word that is none */
    struct pad pad;
    bool onveilig, acuut;
};

/* All Wegingen that count, as in z->geldig[S_Weging]: takes the answers together and follows the
 * framework of their day. `kaders` may be NULL: nothing is judged. */
struct weging *wegingen_of(const struct zaak *z, struct kaders *kaders, struct arena *a);

/* Can somebody decide on it: judged, and its outcome is not onbeslist. */
static inline bool weging_volledig(const struct weging *w)
{
    return w->kader && pad_volledig(&w->pad);
}

#endif
