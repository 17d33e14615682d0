/* How far the questions are: what vragen.c and vragen_tekst.c share, and nobody else. */
#ifndef IMPORT_VRAGEN_STAND_H
#define IMPORT_VRAGEN_STAND_H

#include "import/vragen.h"

/* In the order of asking; from STAGE_VRAAG to STAGE_SAMEN once for each question of the path. */
enum stage {
    STAGE_BETREFT,
    STAGE_BOUWT_OP,
    STAGE_VRAAG,
    STAGE_MOTIVERING,
    STAGE_AARD,
    STAGE_SAMEN,
    STAGE_STEUNT,
    STAGE_INSTRUMENT,
    STAGE_TOELICHTING,
    STAGE_VASTLEGGEN,
};

struct place {
    enum stage stage;
    int vraag; /* from STAGE_VRAAG to STAGE_SAMEN */
};

/* What was given to one question. */
struct own {
    enum antwoord antwoord; /* ANTWOORD_GEEN: none, or that of the Weging it builds on */
    struct str motivering;
    bool open; /* it was asked, and left open */
};

struct names {
    struct str *at;
    size_t n, cap;
};

struct vragen {
    struct vragen_over over;
    struct arena *arena;
    struct place at;
    struct {
        struct place *at;
        size_t n, cap;
    } way;                      /* the places asked before this one, to go back to */
    struct names betreft;       /* none: everyone */
    const struct weging *basis; /* what it builds on; NULL */
    struct own own[VRAGEN_MAX + 1];
    int64_t aard; /* a word of the list aard; 0: not given */
    bool aard_onbekend;
    enum lijst_ja_nee samen; /* are questions weighed together with Veilig Thuis */
    struct names steunt;
    struct str instrument, toelichting;
    struct buf text;    /* lines of a Motivering or Toelichting under way */
    size_t text_length; /* what they count for the limit of a value */
    bool typed;
};

/* ---- vragen.c: what follows from the answers ---- */

/* The answer that counts for a question: its own, else that of what it builds on. */
enum antwoord vragen_antwoord(const struct vragen *v, int vraag);

struct pad vragen_pad(const struct vragen *v);

/* The outcome when that question were answered with a doubt that has no row. */
enum uitkomst vragen_uitkomst_bij_twijfel(const struct vragen *v, int vraag);

/* Is the answer that counts to a question one taken over. */
bool vragen_overgenomen(const struct vragen *v, int vraag);

/* The Weging that can be built on: the last one about all that this one is about, by the same
 * version of the framework; NULL: there is none. */
const struct weging *vragen_eerdere(const struct vragen *v);

/* The first Signaal with a disclosure about those that the Weging is about; NULL. */
const struct aantekening *vragen_onthulling(const struct vragen *v);

/* Is Aard a field of this Weging, and not of the one it builds on, or of none. */
bool vragen_met_aard(const struct vragen *v);

/* The same for Samen. */
bool vragen_met_samen(const struct vragen *v);

/* ---- vragen_tekst.c: what is shown ---- */

/* A word that may be typed, or its first letters; the list ends with NULL. */
struct choice {
    const char *word;
    int value;
};

extern const struct choice choices_antwoord[], choices_ja_nee[], choices_aard[];

/* The value in a text in the place of its {name}; a list ends with a name NULL. */
struct gap {
    const char *name;
    struct str value;
};
#define GAPS(...) ((const struct gap[]){__VA_ARGS__, {NULL, {NULL, 0}}})

/* A line behind so many spaces, its gaps (may be NULL) filled. */
void tell(struct buf *out, int indent, const char *text, const struct gap *gaps);

/* What stands before the first question. */
void show_opening(const struct vragen *v, struct buf *out);

/* The question at which it is, with its prompt; the prompt alone; what belongs to it. */
void show_question(const struct vragen *v, struct buf *out);
void show_prompt(const struct vragen *v, struct buf *out);
void show_explanation(const struct vragen *v, struct buf *out);

/* What the framework makes of the answer that a question now has. */
void show_consequence(const struct vragen *v, int vraag, struct buf *out);

/* What may be answered here. */
void show_choices(const struct choice *choices, struct buf *out);

#endif
