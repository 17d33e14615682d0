/* What a reader of an import has of its source and has not used yet. */
#ifndef IMPORT_BLOCK_H
#define IMPORT_BLOCK_H

#include "base/arena.h"
#include "rec/reader.h"

struct import_block {
    struct rec_source source;
    char *bytes;
    size_t at, end; /* read, and not yet used: bytes[at..end); who uses them moves `at` */
    bool at_end;
    int error; /* errno of the source; 0: none, so far */
};

/* Of `source`, its bytes in `a`. */
struct import_block import_block_make(struct rec_source source, struct arena *a);

/* Is there a byte that was not used yet: reads on when there is none here. */
bool import_block_more(struct import_block *b);

/* Passes over a byte order mark; to be called before anything was used. */
void import_block_skip_bom(struct import_block *b);

#endif
