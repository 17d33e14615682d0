/* Is a framework one that may judge cases: the properties K1 to K8 (design 3, kader(5)), looked at
 * for every assignment of answers that there is.
 *
 * R is the set of all `Uitkomst` on a path, which is more than the outcome of the path. Enumerated
 * are `ja`, `nee` and those of `twijfel` and `onbekend` that have a row; the question that weighs
 * `resultaat` may also be left open.
 *
 *   K1  every question has ja and nee, and no answer has two rows; no row is without its question
 *   K2  what follows an answer is a question or the end; no way leads back; every question is
 *       reached
 *   K3  R is never empty at the end of a path, and never holds both afsluiten and melden
 *   K4  with the Ongunstig answer on a veiligheid question, melden is in R, whatever follows
 *   K5  likewise on hulp, aanvaarding and resultaat
 *   K6  more danger never means less: an answer replaced by the Ongunstig one keeps melden in R
 *   K7  a row that reports names a Meldnorm of its version; every Meldnorm is named by such a row
 *   K8  texts, titles, owner, version and sources are there, the name is the file's, the days are
 *       in order, and no two versions are in force on one day */
#ifndef KADER_PROOF_H
#define KADER_PROOF_H

#include "kader/kader.h"

enum proof_property { K1 = 1, K2, K3, K4, K5, K6, K7, K8 };

/* What is wrong, by property. */
enum proof_form {
    K1_GEEN_RIJ = 0, /* no row for `vraag` `antwoord` */
    K1_DUBBEL,       /* a second row for it */
    K1_GEEN_VRAAG,   /* a row, and no `vraag` */
    K2_NERGENS = 0,  /* `vraag` `antwoord` leads to question `ander`, which is not there */
    K2_KRING,        /* ... which stands on the path already */
    K2_ONBEREIKBAAR, /* no answer leads to `vraag` */
    K3_LEEG = 0,     /* no outcome on the path */
    K3_BEIDE,        /* afsluiten and melden on it */
    K3_GEEN_VRAAG,   /* there is no question at all */
    K4_MELDT_NIET = 0,
    K5_MELDT_NIET = 0,
    K6_MINDER = 0, /* `path` reports; `vraag` answered with `antwoord` instead: `other` does not */
    K7_GEEN_NORM = 0, /* `vraag` `antwoord` reports without Norm */
    K7_ONBEKEND,      /* its Norm `ander` is no Meldnorm of the version */
    K7_ONGEBRUIKT,    /* Meldnorm `ander` is named by no row that reports */
    K8_ONTBREEKT = 0, /* field `slot` of a record of kind `soort` is not there or empty */
    K8_NAAM,          /* another name than the file's */
    K8_TOT,           /* Tot lies before Geldig */
    K8_OVERLAP, /* in force on `dag`, as is the version that begins at line `ander`; of several the
                   first, and of days the first */
};

/* A way through the questions, with the answers given on it. ANTWOORD_GEEN, as the last: open. */
struct proof_path {
    int n;
    struct proof_step {
        int vraag;
        enum antwoord antwoord;
    } at[VRAGEN_MAX];
};

/* A counterexample. What does not belong to its form is 0. */
struct proof_fault {
    enum proof_property k;
    int form;       /* enum proof_form */
    unsigned regel; /* of the row, else of the question, the norm or the version */
    int vraag;
    enum antwoord antwoord; /* K6: the one put in place of what stands on `path` */
    int ander;
    int soort, slot;         /* enum record_soort and its slot (kader/records.h) */
    day_no dag;              /* DAY_NONE: of no day */
    struct proof_path path;  /* that shows it; K2_KRING: up to and including the row */
    struct proof_path other; /* K6 */
};

struct proof_faults {
    struct arena *arena;
    struct proof_fault *at;
    size_t n, cap;
};

/* Proves every version of a framework that was read, and adds what is broken to `list`: versions as
 * in the file, properties in order, and of each the first: by line, of paths the shortest. Of a
 * version with K1 or K2 broken nothing else is judged. It looks at 327,680 assignments at most. */
void kader_prove(const struct kader *k, struct proof_faults *list);

#endif
