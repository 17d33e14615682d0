/* A case as text, shared by the files that write one (tekst*.c): the dossier, and the explanation
 * of its weighing (tekst_afweging*.c); nobody else includes this.
 *
 * What is short stands together on a line, what is to be read stands in a column beside its label.
 * An export is in Dutch whatever the language of the messages, for its words carry legal weight: no
 * text of these files passes _(). */
#ifndef EXPORT_TEKST_H
#define EXPORT_TEKST_H

#include "export/export.h"
#include "export/leesbaar.h"
#include "export/opmaak.h"

struct tekst {
    struct export *x;
    const struct zaak *z;
    const struct voortgang *v;
    struct opmaak o;
    struct str door; /* who recorded what only says when; empty: every entry says who */
    const struct kader_versie *kader; /* in force today; NULL: none */
    const struct weging **wegingen;   /* by volgnr; NULL for what is no Weging that counts */
    struct {
        const struct kader_norm **at;
        size_t n, cap;
    } normen;                /* whose text was given already */
    int indent;              /* of fields */
    struct buf label, value; /* of the field under way */
    struct buf kort;         /* short fields that wait for the end of their line */
};

/* ---- tekst_veld.c: fields ---- */

/* Empties t->label or t->value, to be filled anew. */
static inline struct buf *tekst_anew(struct buf *b)
{
    b->n = 0;
    return b;
}

/* Puts t->label and t->value beside each other. */
void tekst_long(struct tekst *t);

/* The same with a given label. */
void tekst_pair(struct tekst *t, const char *label);

/* Lets t->label and t->value wait for more that is short. */
void tekst_short(struct tekst *t);

/* Writes what waits. To be called when an entry ends. */
void tekst_line(struct tekst *t);

/* All values of a field, on one line. */
void tekst_values(struct buf *b, const struct tekst *t, const struct aantekening *a,
                  const struct value *first);

/* A field with its label: short or long, as its values ask. */
void tekst_field(struct tekst *t, const struct aantekening *a, const struct value *first);

/* Fields of an entry that are not in the table, of one sort (FIELD_...). */
void tekst_strangers(struct tekst *t, const struct aantekening *a, short sort);

/* Is the source of a Signaal kept from the family (design 6, "Shielding"). */
bool tekst_source_shielded(const struct aantekening *a);

/* ---- tekst_aantekening.c: an entry ---- */

/* With `than`: an earlier version of it, and only in what it differs. */
void tekst_entry(struct tekst *t, const struct aantekening *a, const struct aantekening *than);

/* Kind and label, held together. */
void tekst_name(struct buf *b, const struct aantekening *a);

/* ` (vastgelegd 10.01 uur door A. de Boer)`: when and by whom, as far as it is not as said in the
 * head. On the day `dag` the time is enough. */
void tekst_recorded(struct buf *b, const struct tekst *t, const struct aantekening *a, day_no dag);

/* ---- tekst_weging.c: a weighing ---- */

/* The questions of a Weging with answers and reasons. */
void tekst_questions(struct tekst *t, const struct weging *w);

/* Outcome, norms, safety, and what is still open. */
void tekst_outcome(struct buf *b, const struct weging *w);

/* The text of each norm of the outcome that was not given before. */
void tekst_norms(struct tekst *t, const struct weging *w);

/* ` (basistekst)` where words are not the framework's own. `h` NULL: of all of it. */
void tekst_status(struct buf *b, const struct kader_versie *k, const struct kader_herkomst *h);

/* ---- tekst_stand.c: where the case stands ---- */
void tekst_stand(struct tekst *t);

#endif
