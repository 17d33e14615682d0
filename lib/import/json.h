/* Takes back what mc-export wrote as json or jsonl (design 4, "mc-new"; design 6, "Round trip").
 *
 * An input is read a case at a time, so that its length does not matter: `json` is an array of
 * cases, a case, or several of these one after another; `jsonl` is a case a line, and blank lines
 * are passed over. Every case that would be readable is taken as it is, findings and all, and comes
 * out in normal form; one that would not be is refused whole, and says why. What was computed
 * (regel, vervangen, voortgang) is passed over. No text of the input comes out but in a case that
 * was taken. */
#ifndef IMPORT_JSON_H
#define IMPORT_JSON_H

#include "zaak/soorten.h"

enum {
    IMPORT_JSON_DEPTH = 64, /* objects and arrays within one another */
    IMPORT_JSON_MAX =
        20 * REC_UNIT_MAX, /* bytes of a case: the largest case file of the smallest entries fits */
};

enum import_result {
    IMPORT_END,
    IMPORT_TAKEN,
    IMPORT_REFUSED, /* JSON, but no case that could be read: the next one is tried */
    IMPORT_NO_JSON, /* of json nothing more can be read, of jsonl the next line is tried */
    IMPORT_FAILED,  /* the source gave an error: `error` of the reader is its errno */
};

/* Why a case is not taken. Of one cause only the first place is told. */
struct import_refusal {
    struct diag diag;  /* code, regel: rij, veld: of a value; number: of what is no JSON its line in
                          the input, else 0 */
    const char *tekst; /* N_(): what is wrong; NULL: what the rule of that code says */
    unsigned aantekening; /* in which entry of the case, from 1; 0: in the case itself */
};

/* A key that is not known, and was passed over. Each is told once for an input, of at most
 * IMPORT_HINTS of them. */
struct import_hint {
    unsigned aantekening; /* in which entry, from 1; 0: beside `zaak` */
    struct naam bedoeld;  /* the key that was most likely meant */
};

enum { IMPORT_HINTS = 16 };

struct import_zaak {
    unsigned rij;     /* which case of the input it is, from 1; of jsonl its line */
    struct str id;    /* valid when the case was taken */
    day_no geopend;   /* DAY_NONE: no valid day */
    struct str bytes; /* the case in normal form */
    struct {
        struct import_refusal *at;
        size_t n, cap;
    } refusals; /* at least one unless it was taken */
    struct {
        struct import_hint *at;
        size_t n, cap;
    } hints;
};

/* A reader of one input. All but `error` is private. */
struct import_json {
    struct rec_source source;
    struct arena *arena;
    bool lines; /* jsonl */
    int error;
    char *block;
    size_t at, end; /* what is read of the source and not yet used: block[at..end) */
    bool at_end, stopped;
    unsigned regel; /* of the next byte */
    unsigned rij;
    enum {
        ARRAY_NONE,
        ARRAY_BEGUN,
        ARRAY_VALUE,
        ARRAY_COMMA
    } array; /* what the last thing read was */
    struct {
        size_t n;
        int depth;
        bool in_string, escaped, ended, too_deep, too_long;
    } value; /* the one that is being read */
    struct {
        struct str *at;
        size_t n, cap;
    } keys; /* those that hints were given of */
};

/* A reader of `source`; `lines`: of jsonl. What lasts as long as the reader is kept in `a`. */
struct import_json import_json_make(struct rec_source source, bool lines, struct arena *a);

/* Reads the next case into `z`, whose lists and texts are in `a`. */
enum import_result import_json_next(struct import_json *j, struct arena *a, struct import_zaak *z);

#endif
