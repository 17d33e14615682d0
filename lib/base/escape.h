/* One escaping function for each place where text is put among signs that mean something. */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/buf.h"

/* A string of JSON, its quotes included: RFC 8259, section 7, and no more escaped than must be. `s`
 * is UTF-8. */
void escape_json(struct buf *b, struct str s);

/* A cell of CSV: RFC 4180. With `guard` a cell, or a line within it, that a spreadsheet would take
 * for a formula (after any white space = + - @ or a full-width twin of these, or TAB, CR or LF at
 * its begin) gets an apostrophe before it. */
void escape_csv(struct buf *b, struct str s, bool guard);

/* A name or label of a graph, its quotes included, in the language of Graphviz. There a label is
 * looked through once more: for backslashes and for entities such as &lt;. A line break stays one.
 */
void escape_dot(struct buf *b, struct str s);

#endif
