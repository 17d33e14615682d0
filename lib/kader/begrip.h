/* The glossary: words of the field with what they mean, from the `Begrip` records of frameworks and
 * from those of the common language (share/taal/begrippen.rec).
 *
 * Professions mean different things by one word; that is why there are frameworks. So every
 * definition is kept, and says in which it stands; those that are the same but for where their
 * lines end are one. Everything is copied into the arena of the list. */
#ifndef KADER_BEGRIP_H
#define KADER_BEGRIP_H

#include "kader/kader.h"

/* A framework that holds a definition. */
struct begrip_kader {
    struct str naam, tekst_status;
};

struct betekenis {
    struct str tekst;
    struct str tekst_status; /* of the common language; empty: it does not stand there */
    struct {
        struct str *at;
        size_t n, cap;
    } bronnen; /* each once; no line break is in them */
    struct {
        struct begrip_kader *at;
        size_t n, cap;
    } kaders; /* in the order in which they were added */
};

struct begrip {
    struct str woord; /* followed by a NUL */
    struct {
        struct betekenis *at;
        size_t n, cap;
    } betekenissen; /* in the order in which they were first added */
};

struct begrippen {
    struct arena *arena;
    struct begrip *at; /* by word, ASCII letters folded, then bytewise; each once */
    size_t n, cap;
};

/* Adds the words of a version of a framework. */
void begrippen_add(struct begrippen *b, const struct kader_versie *k);

/* Adds the words of a file of `Begrip:` records, in which Tekst, Tekst_status and Bron must stand.
 * What is wrong with it goes into `list`, as for a framework (MC001 to MC008, MC010, MC017): with
 * anything in it but MC005 the file is not to be used. False: a read error (errno). */
bool begrippen_read(struct begrippen *b, struct rec_source source, struct diags *list);

/* The word that is asked for, in any case of ASCII letters; when there is none such, those in which
 * it stands. The result has a list of its own in the arena, empty when nothing was found. */
struct begrippen begrippen_find(const struct begrippen *b, struct str woord);

/* The nearest word for one that is not there; no name when none is near. */
struct naam begrippen_nearest(const struct begrippen *b, struct str woord);

/* The one status of a definition, wherever it stands; empty when they differ. */
struct str betekenis_status(const struct betekenis *m);

#endif
