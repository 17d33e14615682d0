/* Lays text out in lines of so many columns: paragraphs, headings, labels with their values.
 *
 * A column is a character: a code point of UTF-8. What is laid out flows: spaces, TABs and single
 * line breaks part words, an empty line makes a paragraph. A word longer than the line is left
 * whole. No line ends in a space. */
#ifndef EXPORT_OPMAAK_H
#define EXPORT_OPMAAK_H

#include "base/buf.h"

/* A space at which no line ends, unless what it holds together is longer than a line. No readable
 * case holds this character, so that no text of a case is taken for it. */
#define OPMAAK_VAST "\x1f"

struct opmaak {
    struct buf *out;
    int width;       /* columns */
    bool begun, gap; /* private: a line was written; an empty line is due before the next */
};

/* An empty line before what comes next; never two in a row, none at the start. */
void opmaak_gap(struct opmaak *o);

/* Text whose first line begins at column `first`, from 0, and each other at `hang`. Without a word:
 * nothing. */
void opmaak_flow(struct opmaak *o, int first, int hang, struct str text);

/* A label with its colon at column `first`, and its value from column `hang` on; a label that
 * reaches as far is followed by its value at once. */
void opmaak_pair(struct opmaak *o, int first, int hang, struct str label, struct str value);

/* A line of its own between empty lines. */
void opmaak_heading(struct opmaak *o, struct str text);

#endif
