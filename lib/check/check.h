/* Judges a case by the table of rules (design 5, mc-rules(7)).
 *
 * A rule is a pure function of the case, the facts of its file, the framework, the calendar and
 * today; it says what it finds with the last day on which that is still good, and the finding is
 * shown from the day after. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "zaak/voortgang.h"

/* What a rule may know of the file a case stands in. */
struct bestand {
    const char *naam;  /* the last part of its path; NULL when it is no regular file (a stream) */
    bool een_zaak;     /* it holds this case and no other */
    bool voor_anderen; /* others than its owner and group can read or write it; told with its first
                          case */
};

struct check {
    const struct zaak *zaak;
    const struct voortgang *voortgang;
    struct kaders *kaders;
    const struct calendar *calendar;
    struct bestand bestand;
    day_no vandaag;
    struct diags *list;
    struct diags *uitgezonderd; /* what an Uitzondering excepts */
    const struct regel *regel;  /* the rule that is at work */
    struct volgende *volgende;  /* collects open items instead of findings; NULL: findings */
};

#define DAY_ALWAYS INT32_MIN /* a last good day before every day: rings at once */

enum { PERSOON_GEEN = -1 };

/* What a rule found. Start from VONDST. */
struct vondst {
    const struct aantekening *bij; /* the entry it is about */
    const struct value *value;     /* where it stands in the entry; NULL: at its first line */
    unsigned regel;                /* another line than these two; 0: none */
    struct naam veld;              /* the field it is about, if any */
    const struct aantekening *ook; /* another entry that the text names */
    int persoon;                   /* for whom, of voortgang->personen; PERSOON_GEEN: for all whom
                                      the entry is about */
    int form;
    long number;
    day_no goed_tot[4]; /* by enum niveau: the last day on which that level is not yet raised;
                           DAY_NONE: never */
};

#define VONDST(entry)                                                                              \
    ((struct vondst){.bij = (entry),                                                               \
                     .persoon = PERSOON_GEEN,                                                      \
                     .goed_tot = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE}})

/* Called by rules: keeps what was found when today is past a last good day, at the gravest level
 * reached. */
void check_vind(const struct check *c, struct vondst v);

/* The last day of the rule's term number `which` (0 or 1) that starts with `from`. */
day_no check_termijn(const struct check *c, int which, day_no from);

/* Runs every rule over the case, takes out what is excepted, and puts the findings in order: line,
 * code, field, label. `from`: where in c->list the case's findings begin; those of reading and
 * binding are there already. An unreadable case keeps just these. */
void check_zaak(struct check *c, size_t from);

#endif
