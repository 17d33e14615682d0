/* What every reader of cases from elsewhere gives: one case after another, each taken whole or
 * refused whole (design 4, "mc-new").
 *
 * A reader has a function that reads the next case into a `struct import_zaak`. No text of an input
 * comes out but in the bytes of a case that was taken, and in the header of a column. */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "zaak/soorten.h"

enum import_result {
    IMPORT_END,
    IMPORT_TAKEN,
    IMPORT_REFUSED, /* it is of its format, but no case that can be taken: the next one is tried */
    IMPORT_BROKEN,  /* it is not of its format; the next call goes on as far as that can be done */
    IMPORT_FAILED,  /* the source gave an error: `error` of the reader is its errno */
};

/* Why a case is not taken. */
struct import_refusal {
    struct diag diag; /* code, regel: rij, veld: of a value; number: from which line on nothing more
                         of this input is read, else 0 */
    const char *tekst;    /* N_(): what is wrong; NULL: what the rule of that code says */
    unsigned aantekening; /* in which entry of the case, from 1; 0: in the case itself */
    struct str kolom;     /* the header of its column; p NULL: none */
};

/* A key that is not known, and was passed over. Each is told once for an input, of at most
 * IMPORT_HINTS of them. */
struct import_hint {
    unsigned aantekening; /* in which entry, from 1; 0: beside `zaak` */
    struct naam bedoeld;  /* the key that was most likely meant */
};

enum { IMPORT_HINTS = 16 };

struct import_zaak {
    unsigned rij;     /* where it begins in the input: which case of it, its line or its row; each
                         reader says which */
    struct str id;    /* valid when the case was taken */
    day_no geopend;   /* DAY_NONE: no valid day */
    struct str bytes; /* the case as a file holds it */
    struct {
        struct import_refusal *at;
        size_t n, cap;
    } refusals;             /* at least one unless it was taken */
    struct diags opgemerkt; /* what is to be told besides: of a case that was taken, or MC003 of
                               text that belongs to none, with IMPORT_END too */
    struct {
        struct import_hint *at;
        size_t n, cap;
    } hints;
};

/* How many bytes a reader counts for the value: each of its lines that ends in a backslash is
 * written with a space behind it. Over REC_VALUE_MAX it would be unreadable. */
size_t import_length(struct str value);

/* N_(): why a value that rec_forbidden finds a character in is not taken. */
extern const char import_forbidden[];

#endif
