/* The rows of a CSV input, one at a time: RFC 4180, read by libcsv.
 *
 * Rows end in LF, CR LF or CR; spaces and TABs around a cell do not count, in quotes they do. Rows
 * are numbered as a spreadsheet shows them: from 1, empty ones too, and a line break within quotes
 * begins none. A byte order mark at the begin is passed over. */
#ifndef IMPORT_RIJEN_H
#define IMPORT_RIJEN_H

#include "import/block.h"

struct csv_parser;

enum {
    IMPORT_CELLS = 16384, /* of a row: what a spreadsheet has. More are not kept */
};

enum rijen_result {
    RIJEN_ROW,
    RIJEN_END,
    RIJEN_NO_CSV,   /* a quote within a cell without quotes, text behind a closing quote, or a quote
                       without an end: nothing more can be read */
    RIJEN_TOO_LONG, /* a cell longer than any case may be: likewise */
    RIJEN_FAILED,   /* the source gave an error: `block.error` is its errno */
};

struct import_rijen {
    struct str *cells; /* of the row, n of them; good until the next call */
    size_t n;
    unsigned rij;  /* its number, also of a row that is no CSV */
    bool overflow; /* something stood behind the first IMPORT_CELLS, which are kept */
    bool too_long; /* the row had more than REC_UNIT_MAX bytes: cells that went over are empty */
    struct import_block block; /* of it `error` tells why RIJEN_FAILED; the rest is private */
    /* private */
    struct arena *arena;
    struct csv_parser *parser; /* NULL: at the end */
    struct buf text;
    struct {
        size_t *at; /* where in `text` each cell ends */
        size_t n, cap;
    } ends;
    size_t cells_cap;
    bool complete, after_cr;
};

/* A reader of `source`, kept in `a`. */
struct import_rijen import_rijen_make(struct rec_source source, struct arena *a);
void import_rijen_free(struct import_rijen *r);

/* Reads the next row that has something in it. After another result than RIJEN_ROW it is RIJEN_END
 * for good. */
enum rijen_result import_rijen_next(struct import_rijen *r);

#endif
