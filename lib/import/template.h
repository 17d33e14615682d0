/* The text of an entry that somebody fills in: what `mc-step --template` prints, and what the
 * editor opens on. Every field stands below comments that say what it means, what it takes and
 * whether it must be given.
 *
 * The text is an input of import_entry_input, as it stands and when it was filled in: fields left
 * empty count as not given. What each field is comes from the table of kinds alone. */
#ifndef IMPORT_TEMPLATE_H
#define IMPORT_TEMPLATE_H

#include "import/entry.h"

enum template_use {
    TEMPLATE_NEW,    /* for a new entry */
    TEMPLATE_REVISE, /* for one that stands: its label is given, and it may be withdrawn */
};

/* Writes the template of the kind of `e`, with what `e` holds filled in (but for when and by whom
 * it was recorded, which are never asked). Read again it gives the same fields; one that is empty
 * though not mandatory stands at the end, without comments, so that it stays empty. */
void template_write(struct buf *b, const struct import_entry *e, enum template_use use);

/* Was nothing typed: is `text` the template but for lines taken out, blanks at the end of a line
 * and empty lines, and no field in it has a value; or is it the template as it was. `typed` is what
 * import_entry_input made of `text`. */
bool template_untouched(struct str template, struct str text, const struct import_entry *typed);

#endif
