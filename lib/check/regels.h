/* The table of rules: a row a code. Level, term, source and text of a finding stand here and
 * nowhere else; mc-rules(7), --explain, --list-rules and the tests are made from it. */
#ifndef CHECK_REGELS_H
#define CHECK_REGELS_H

#include "check/check.h"

enum eenheid { GEEN_TERMIJN, WERKDAGEN, DAGEN, WEKEN, JAREN };

struct termijn {
    int aantal;
    enum eenheid eenheid;
    bool eigen; /* ours (a dot in design 5), no published norm */
};

enum { REGEL_TEKSTEN = 4 };

struct regel {
    enum code code;
    enum niveau niveau, ook; /* the level, and a second one it may have (NIVEAU_GEEN: none) */
    struct termijn termijn[2];
    bool vast;                        /* can neither be excepted nor lowered by policy */
    bool ook_gesloten;                /* raised in closed cases too */
    enum soort herstel;               /* the kind of the new entry that mends it, which makes it an
                                         open item (check/volgende); S_ONBEKEND: it is mended in the
                                         entry itself, or not by an entry */
    const char *bron;                 /* where its norm is written */
    const char *titel;                /* N_(): when it is raised */
    const char *tekst[REGEL_TEKSTEN]; /* N_(): by form; what check/report puts in the place of {...}
                                         is told there */
    bool kader; /* judges by the framework: left out where there is none (MC016) */
    void (*vind)(const struct check *c); /* NULL: found by the reader, the binding or the run */
};

extern const struct regel regels[];
extern const int regel_count;

/* The row of a code; never NULL for a code that there is. */
const struct regel *regel_van(enum code code);

/* The same; NULL for a code that has no row. */
const struct regel *regel_zoek(enum code code);

/* The level of a finding: its own, else that of its rule. */
enum niveau diag_niveau(const struct diag *d);

/* "fout", "waarschuwing", "advies": the same in every language. */
const char *niveau_woord(enum niveau n);

/* The rules with a function, a file per hundred. */
void mc012(const struct check *c);
void mc014(const struct check *c);
void mc015(const struct check *c);
void mc016(const struct check *c);
void mc018(const struct check *c);
void mc101(const struct check *c);
void mc102(const struct check *c);
void mc103(const struct check *c);
void mc104(const struct check *c);
void mc201(const struct check *c);
void mc202(const struct check *c);
void mc203(const struct check *c);
void mc301(const struct check *c);
void mc302(const struct check *c);
void mc303(const struct check *c);
void mc304(const struct check *c);
void mc401(const struct check *c);
void mc402(const struct check *c);
void mc403(const struct check *c);
void mc405(const struct check *c);
void mc501(const struct check *c);
void mc502(const struct check *c);
void mc504(const struct check *c);
void mc505(const struct check *c);
void mc603(const struct check *c);
void mc608(const struct check *c);
void mc701(const struct check *c);
void mc801(const struct check *c);

#endif
