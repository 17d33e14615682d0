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

#include "import/block.h"
#include "import/import.h"

enum {
    IMPORT_JSON_DEPTH = 64, /* objects and arrays within one another */
    IMPORT_JSON_MAX =
        20 * REC_UNIT_MAX, /* bytes of a case: the largest case file of the smallest entries fits */
};

/* A reader of one input. All but `block.error` is private. */
struct import_json {
    struct import_block block;
    struct arena *arena;
    bool lines; /* jsonl */
    bool stopped;
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

/* Reads the next case into `z`, whose lists and texts are in `a`; `rij` is which case of the input
 * it is, from 1, of jsonl its line. After what is no JSON nothing more can be read of json; of
 * jsonl the next line is tried. Of one cause only the first place in a case is told. */
enum import_result import_json_next(struct import_json *j, struct arena *a, struct import_zaak *z);

#endif
