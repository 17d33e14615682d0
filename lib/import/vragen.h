/* The questions of a framework, one by one: how a Weging is made on a terminal (design 4,
 * "mc-step").
 *
 * A dialogue without a terminal: it is given one line after another and gives the text to be shown
 * for it. It asks for whom, the questions along the path by the answers, why, and what else a
 * Weging holds; then it shows the outcome with its norm and asks whether to record it. At every
 * question
 * `?` explains, `-` goes back (what was answered stays, and stands in brackets), and an empty line
 * leaves it open, or takes what stands in brackets.
 *
 * The text is lines that are not wrapped: each is a paragraph behind its own indent, and what
 * stands behind the last LF is the prompt, which ends in a space. It holds text of the case: it is
 * for the terminal of the one who records, and for nothing else. */
#ifndef IMPORT_VRAGEN_H
#define IMPORT_VRAGEN_H

#include "base/buf.h"
#include "zaak/voortgang.h"

/* What it is about; all of it must outlive the dialogue. */
struct vragen_over {
    const struct voortgang *voortgang; /* of the case, as it stands */
    const struct kader_versie *kader;  /* in force on `dag` */
    day_no dag;                        /* of the Weging */
    const struct aantekening *herziet; /* the Weging that is revised: its answers stand in brackets
                                          from the start; NULL: a new one */
};

enum vragen_stand {
    VRAGEN_VRAAGT, /* it waits for the next line */
    VRAGEN_JA,     /* to be recorded */
    VRAGEN_NEE,    /* not to be recorded */
};

struct vragen;

/* Begins: the first question goes into `out`. Lives in `a`, which it also keeps what is typed in.
 */
struct vragen *vragen_start(const struct vragen_over *over, struct arena *a, struct buf *out);

/* Takes a line, without its LF: any bytes at all. What is no UTF-8, holds a character that no case
 * may hold, or is no answer to the question, is said and asked again. To be called while
 * VRAGEN_VRAAGT. */
enum vragen_stand vragen_take(struct vragen *v, struct str line, struct buf *out);

/* The same for a line that was too long to be read: nothing of it is taken. */
void vragen_too_long(struct vragen *v, struct buf *out);

/* Was anything given that a Weging holds. */
bool vragen_typed(const struct vragen *v);

/* Writes what was given so far as an input of mc-step: the fields of the Weging in rec form, its
 * first line only when it is revised. It holds the answers on the path alone, and as empty a
 * question that was asked and left open; of a Weging that is revised also what is not asked here.
 * Where it builds on an earlier one, an answer that was taken over is not written. */
void vragen_write(const struct vragen *v, struct buf *out);

#endif
