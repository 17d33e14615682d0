/* How far a case is: which weighing and which decision stand about whom, what was carried out, what
 * is closed, and where the case stands (design 2, "Weighing" and "Closed, and where a case
 * stands"). Computed, never stored. */
#ifndef ZAAK_VOORTGANG_H
#define ZAAK_VOORTGANG_H

#include "zaak/personen.h"
#include "zaak/weging.h"

enum stand {
    STAND_GESLOTEN,
    STAND_GEWOGEN,
    STAND_BESLOTEN,
    STAND_GEMELD,
    STAND_SAMENWERKING,
    STAND_HULP,
    STAND_GESPROKEN,
    STAND_OVERLEGD,
    STAND_SIGNALEN,
    STAND_NIEUW,
    STANDEN,
};

/* The word as it stands in exports; never translated. */
const char *stand_woord(enum stand s);

/* What is the case for one person. */
struct persoon_voortgang {
    const struct weging *weging;       /* the last about this person; NULL: none */
    const struct aantekening *besluit; /* the last about this person; NULL: none */
    const struct aantekening *evaluatie;
    day_no gesloten; /* the day of its closing; DAY_NONE: not closed */
    enum stand stand;
};

struct voortgang {
    const struct zaak *zaak;
    const struct calendar *calendar;
    day_no vandaag;
    struct personen personen;
    struct weging *wegingen;       /* as zaak->geldig[S_Weging], in the same order */
    struct persoon_voortgang *per; /* as personen.at */
    day_no gesloten;               /* the day from which the case is closed; DAY_NONE: it is open */
    enum stand stand;
    int gravest; /* the person whose outcome the case has; -1: nobody was weighed */
};

struct voortgang voortgang_of(const struct zaak *z, struct kaders *kaders,
                              const struct calendar *calendar, day_no vandaag, struct arena *a);

/* Is the case closed today. */
static inline bool is_gesloten(const struct voortgang *v)
{
    return v->gesloten != DAY_NONE && v->gesloten <= v->vandaag;
}

/* The last entry of a kind about a person on or before a day (DAY_NONE: ever); NULL: none. */
const struct aantekening *laatste_over(const struct voortgang *v, enum soort soort, int persoon,
                                       day_no tot);

/* The Weging as it was judged; NULL for NULL. */
const struct weging *weging_bij(const struct voortgang *v, const struct aantekening *a);

/* The Weging that a Besluit answers for a person: the one it names, else the last on or before its
 * day about that person; NULL: none. */
const struct weging *besluit_weging(const struct voortgang *v, const struct aantekening *besluit,
                                    int persoon);

/* Does some Besluit about that person answer the Weging. */
bool is_besloten(const struct voortgang *v, const struct weging *w, int persoon);

/* Does the Besluit bring help: a `Hulp` other than nee. */
bool besluit_helpt(const struct aantekening *besluit);

/* The Melding that carries out a Besluit `Melden: ja` for a person (of several the first by day);
 * NULL: it is not carried out. */
const struct aantekening *uitgevoerd(const struct voortgang *v, const struct aantekening *besluit,
                                     int persoon);

/* The Melding about a person that would carry out a decision on a Weging (or Besluit) of day
 * `basis`: dated on or after the working day before it, for the telephone comes first and the paper
 * after. Of several the first by day; NULL: none. */
const struct aantekening *melding_vanaf(const struct voortgang *v, day_no basis, int persoon);

/* Does the Weging, Besluit or Evaluatie stand. */
bool staat(const struct voortgang *v, const struct aantekening *a);

/* Does the Melding add to an earlier one, instead of being a report by itself. */
static inline bool is_aanvulling(const struct aantekening *melding)
{
    return entry_number(&melding->e, Melding_Soort) == melding_soort_aanvulling;
}

/* The Melding that a Terugkoppeling is on: the one it names, else the last one that is no
 * aanvulling on or before its day; NULL: none. */
const struct aantekening *terugkoppeling_melding(const struct zaak *z,
                                                 const struct aantekening *terugkoppeling);

#endif
