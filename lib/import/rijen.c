#include "import/rijen.h"

#include <csv.h>
#include <stdlib.h>

enum {
    GROWTH = 256 * 1024,
    CELL_MAX = REC_UNIT_MAX + GROWTH,
};

/* libcsv keeps a whole cell: without a limit a quote that is not closed would be all of the input.
 */
static void *limited_realloc(void *p, size_t n)
{
    return n > CELL_MAX ? NULL : realloc(p, n);
}

struct import_rijen import_rijen_make(struct rec_source source, struct arena *a)
{
    struct import_rijen r = {.block = import_block_make(source, a),
                             .arena = a,
                             .parser = arena_new(a, struct csv_parser, 1),
                             .text = buf_in(a)};
    csv_init(r.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_realloc_func(r.parser, limited_realloc);
    csv_set_blk_size(r.parser, GROWTH);
    return r;
}

void import_rijen_free(struct import_rijen *r)
{
    if (r->parser)
        csv_free(r->parser);
    r->parser = NULL;
}

/* ---- what libcsv tells ---- */

static void cell_end(void *text, size_t n, void *reader)
{
    struct import_rijen *r = reader;
    if (r->ends.n == IMPORT_CELLS) {
        r->overflow = r->overflow || n > 0;
        return;
    }
    bool fits = r->text.n + n <= REC_UNIT_MAX;
    r->too_long = r->too_long || !fits;
    if (fits)
        buf_add(&r->text, text, n);
    *arena_push(r->arena, &r->ends) = r->text.n;
}

/* `c` ended the row: -1 is the end of the input. */
static void row_end(int c, void *reader)
{
    struct import_rijen *r = reader;
    bool second = c == '\n' && r->after_cr; /* of CR LF */
    r->after_cr = c == '\r';
    r->complete = !second;
}

/* ---- rows ---- */

/* As much as can end one row at most: to the first CR or LF, that included. */
static size_t up_to_line_end(const struct import_rijen *r)
{
    struct str rest = {r->block.bytes + r->block.at, r->block.end - r->block.at};
    const char *lf = memchr(rest.p, '\n', rest.n);
    if (lf)
        rest.n = (size_t)(lf + 1 - rest.p);
    const char *cr = memchr(rest.p, '\r', rest.n);
    return cr ? (size_t)(cr + 1 - rest.p) : rest.n;
}

static enum rijen_result stop(struct import_rijen *r, enum rijen_result why)
{
    import_rijen_free(r);
    return why;
}

/* libcsv tells a cell that is too long and one for which there is no memory alike. */
static enum rijen_result stop_at_error(struct import_rijen *r)
{
    if (csv_error(r->parser) == CSV_EPARSE)
        return stop(r, RIJEN_NO_CSV);
    if (csv_get_buffer_size(r->parser) < REC_UNIT_MAX)
        r->arena->oom();
    return stop(r, RIJEN_TOO_LONG);
}

/* Reads until a row is complete. */
static enum rijen_result read_row(struct import_rijen *r)
{
    r->complete = r->overflow = r->too_long = false;
    r->text.n = r->ends.n = 0;
    while (!r->complete && import_block_more(&r->block)) {
        size_t n = up_to_line_end(r);
        r->after_cr = r->after_cr && r->block.bytes[r->block.at] == '\n';
        if (csv_parse(r->parser, r->block.bytes + r->block.at, n, cell_end, row_end, r) != n)
            return stop_at_error(r);
        r->block.at += n;
    }
    if (r->complete)
        return RIJEN_ROW;
    if (r->block.error)
        return stop(r, RIJEN_FAILED);
    if (csv_fini(r->parser, cell_end, row_end, r) != 0)
        return stop_at_error(r);
    return stop(r, r->complete ? RIJEN_ROW : RIJEN_END);
}

/* Lays the cells out; true when one of them holds something. */
static bool lay_out(struct import_rijen *r)
{
    if (r->cells_cap < r->ends.n) {
        r->cells_cap = r->ends.cap;
        r->cells = arena_new(r->arena, struct str, r->cells_cap);
    }
    r->n = r->ends.n;
    for (size_t i = 0; i < r->n; i++) {
        size_t from = i ? r->ends.at[i - 1] : 0;
        r->cells[i] = (struct str){r->text.p + from, r->ends.at[i] - from};
    }
    return r->text.n > 0 || r->overflow || r->too_long;
}

enum rijen_result import_rijen_next(struct import_rijen *r)
{
    if (r->rij == 0)
        import_block_skip_bom(&r->block);
    for (;;) {
        if (!r->parser)
            return RIJEN_END;
        r->rij++;
        enum rijen_result result = read_row(r);
        if (result != RIJEN_ROW || lay_out(r))
            return result;
    }
}
