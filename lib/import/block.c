#include "import/block.h"

#include <errno.h>

enum { BLOCK = 64 * 1024 };

struct import_block import_block_make(struct rec_source source, struct arena *a)
{
    return (struct import_block){.source = source, .bytes = arena_new(a, char, BLOCK)};
}

/* Reads on behind what is there; false at the end and on an error. */
static bool fill(struct import_block *b)
{
    if (b->at_end)
        return false;
    ssize_t n = b->source.read(b->source.context, b->bytes + b->end, BLOCK - b->end);
    if (n > 0) {
        b->end += (size_t)n;
        return true;
    }
    b->at_end = true;
    b->error = n < 0 ? errno : 0;
    return false;
}

bool import_block_more(struct import_block *b)
{
    if (b->at == b->end)
        b->at = b->end = 0;
    return b->at < b->end || fill(b);
}

void import_block_skip_bom(struct import_block *b)
{
    static const char bom[] = "\xef\xbb\xbf";
    while (b->end < sizeof bom - 1 && fill(b))
        ;
    if (b->end >= sizeof bom - 1 && memcmp(b->bytes, bom, sizeof bom - 1) == 0)
        b->at = sizeof bom - 1;
}
