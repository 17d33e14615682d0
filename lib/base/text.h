/* Marks of text that a user reads. Texts in tables are marked N_() and translated where they are
 * put on paper; a text that is used at once is marked _(). */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <libintl.h>

#define _(text) dgettext("meldcode", text)
#define N_(text) text

#endif
