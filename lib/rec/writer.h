/* Writes entries in normal form (design 2): the form that the tools write, and that reading and
 * writing again does not change. */
#ifndef REC_WRITER_H
#define REC_WRITER_H

#include "rec/schema.h"

/* One field: `Naam: waarde`, further lines of the value behind `+`. A line that would end in a
 * backslash gets a space after it, for rec would join the next line to it. */
void rec_write_field(struct buf *b, struct str name, struct str value);

/* A whole entry, its blank line included. `s` is the schema that it was bound to. */
void rec_write_entry(struct buf *b, const struct schema *s, const struct entry *e);

/* The same without its first line and its blank line: for a form that puts more beside the fields.
 */
void rec_write_fields(struct buf *b, const struct schema *s, const struct entry *e);

/* Line breaks of other systems (CR LF, CR) as LF: `s` itself when it has none, else a copy in `a`.
 */
struct str rec_newlines(struct arena *a, struct str s);

#endif
