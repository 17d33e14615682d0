/* Frameworks (afwegingskaders) as data: design 3 and kader(5).
 *
 * A framework is a file NAAM.kader with one or more versions; each profession weighs with its own.
 * This floor knows no case: a weighing comes to it as nine answers (kader/pad.h). */
#ifndef KADER_KADER_H
#define KADER_KADER_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "rec/reader.h"

#include <stdbool.h>

enum {
    VRAGEN_MAX = 9,
    KADER_NAAM_MAX = 64, /* bytes */
    NORMEN_MAX = 31,     /* so that the norms of a path are bits of an unsigned */
};

enum antwoord {
    ANTWOORD_GEEN, /* absent or empty */
    ANTWOORD_JA,
    ANTWOORD_NEE,
    ANTWOORD_TWIJFEL,
    ANTWOORD_ONBEKEND,
    ANTWOORDEN,
};

/* From light to grave, so that the gravest of several persons is the greatest. */
enum uitkomst {
    UITKOMST_GEEN,
    UITKOMST_AFSLUITEN,
    UITKOMST_VOLGEN,
    UITKOMST_HULP,
    UITKOMST_ONBESLIST,
    UITKOMST_MELDEN,
};

enum weegt {
    WEEGT_NIETS,
    WEEGT_VERMOEDEN,
    WEEGT_VEILIGHEID,
    WEEGT_HULP,
    WEEGT_AANVAARDING,
    WEEGT_RESULTAAT,
};

enum { VERDER_EINDE = 0 }; /* what follows an answer: the number of a question, or this */

/* Texts that may be another's than the framework's own. Empty: as the framework's. */
struct kader_herkomst {
    struct str tekst_status; /* letterlijk, basistekst, samengevat */
    struct str bron;         /* several: a line each */
};

/* What follows one answer to one question. */
struct kader_rij {
    bool is_er;
    enum uitkomst uitkomst; /* UITKOMST_GEEN: none yet */
    int norm;               /* number of a Meldnorm, 0: none */
    int verder;             /* number of a question, or VERDER_EINDE */
    bool samen;             /* what follows is weighed together with Veilig Thuis */
    struct str tekst;
    struct kader_herkomst herkomst;
    unsigned regel;  /* line in the file */
    unsigned dubbel; /* line of a second row for the same answer, which does not count; 0: none */
};

/* When it is not there its rows may be all the same: those of a file that forgot the question. */
struct kader_vraag {
    bool is_er;
    int nummer; /* 1 to 9, as Vraag1 ... Vraag9 of a Weging */
    struct str kort, stap, tekst, toelichting;
    struct str *deelvragen;
    size_t deelvraag_count;
    enum weegt weegt;
    enum antwoord ongunstig;            /* the side of more danger: ja or nee */
    struct kader_rij rijen[ANTWOORDEN]; /* by answer */
    struct kader_herkomst herkomst;
    unsigned regel;
};

struct kader_norm {
    int nummer; /* from 1 */
    struct str tekst;
    struct kader_herkomst herkomst;
    unsigned regel;
};

struct kader_begrip {
    struct str woord, tekst;
    struct kader_herkomst herkomst;
    unsigned regel;
};

/* One line of `Verplicht`: any one of these is to be consulted in step 2. */
struct kader_verplicht {
    struct str *met; /* words of Overleg.Met */
    size_t n;
};

struct kader_versie {
    struct str naam, versie, titel, eigenaar;
    day_no geldig, tot; /* in force from ... up to and including ...; tot DAY_NONE: no end */
    struct str tekst_status, bron; /* bron: several, a line each */
    struct str *groepen;
    size_t groep_count;
    struct str *stap_titels;
    size_t stap_titel_count;
    struct kader_verplicht *verplicht;
    size_t verplicht_count;
    bool onthulling_acuut;                     /* a disclosure counts as acute */
    struct kader_vraag vragen[VRAGEN_MAX + 1]; /* by number; [0] is not used */
    int eerste; /* number of the first question in the file, 0: none */
    struct kader_norm *normen;
    size_t norm_count;
    struct kader_begrip *begrippen;
    size_t begrip_count;
    unsigned regel;
};

enum kader_toestand {
    KADER_GOED,
    KADER_ONTBREEKT,    /* no such file, or its name breaks the grammar */
    KADER_ONLEESBAAR,   /* the file cannot be read or does not parse: it judges no case */
    KADER_NIET_BEWEZEN, /* it parses, and is broken (kader/proof.h): it judges no case either */
};

struct kader {
    struct str naam; /* empty when there is none */
    enum kader_toestand toestand;
    const char *path; /* the file it came from; NULL when there is none, or it is not known */
    int error;        /* errno of a file that cannot be opened or read, else 0 */
    struct kader_versie *versies; /* as in the file; none of what does not parse */
    size_t versie_count;
    struct diags bevindingen; /* what was found in reading it, by line; filled by kaders_... */
    const struct proof_fault *fouten; /* what is broken, in the order of kader_prove; likewise */
    size_t fout_count;
};

/* The version in force on a day, of several the last in the file. NULL when there is none: also on
 * DAY_NONE, and when `k` is not KADER_GOED. */
const struct kader_versie *kader_op(const struct kader *k, day_no day);

/* The lowest number of a question that weighs `weegt`, 0 when the framework has none. */
int kader_vraag_die_weegt(const struct kader_versie *k, enum weegt weegt);

/* Forms of findings that only frameworks have, of MC006, MC007 and MC010; the others are those of
 * codes.h. */
enum kader_form {
    KADER_LABEL = 16, /* the label is not what its kind asks for */
    KADER_TWEEDE, /* a record that stands once in a version, with this label, is there already */
    KADER_WEEGT,  /* what may be weighed once is weighed by an earlier question */
};

/* The words of the closed lists as they stand in files: "melden", "ja", "veiligheid". NULL for
 * ..._GEEN and WEEGT_NIETS. */
const char *uitkomst_woord(enum uitkomst u);
const char *antwoord_woord(enum antwoord a);
const char *weegt_woord(enum weegt w);

/* Reads a framework file, with all its versions. What is wrong goes into `list` with its line:
 * MC001 to MC008, MC010 and MC017. Any but MC004 and MC005 makes it KADER_ONLEESBAAR; so does a
 * read error (`error`). `naam` is the name that it must carry. The result lives in `a`, as do its
 * texts; `path` is left to the caller. */
struct kader kader_read(struct rec_source source, struct str naam, struct arena *a,
                        struct diags *list);

/* ---- the frameworks of a run ---- */

/* Finds frameworks by name: first among files named in the run, then in folders, in order; the
 * first that is there is taken, whether it can be read or not. Each is read and proved at its first
 * need, once, under a lock, and not altered after: workers may share it. A name that is not there
 * is looked for anew at each need. */
struct kaders;

struct kaders *kaders_make(struct arena *a); /* lives in `a`, which nobody else uses meanwhile */

/* To be called before the first search, in the order in which it is to go. A named file, whose name
 * is .../NAAM.kader, that cannot be opened is KADER_ONLEESBAAR, so that nothing is judged by
 * another of the same name. An empty folder name is none. */
void kaders_add_file(struct kaders *ks, const char *path);
void kaders_add_folder(struct kaders *ks, const char *folder);

/* Never NULL: a framework that is not to be had says so in `toestand`. */
const struct kader *kaders_find(struct kaders *ks, struct str naam);

/* What a file holds, by itself: also when another one of the same name serves the run. Its name in
 * the result is empty when the file's is none for a framework; then it is KADER_ONTBREEKT. */
const struct kader *kaders_file(struct kaders *ks, const char *path);

/* The nearest name of a framework among files and folders for one that is not there; no name when
 * none is near. */
struct naam kaders_nearest(struct kaders *ks, struct str naam);

/* The names of all frameworks among files and folders, in order and each once; they are listed at
 * the first need. *names lives as long as `ks`. */
size_t kaders_list(struct kaders *ks, const struct naam **names);

/* The same as one text, commas between. */
void kaders_names(struct kaders *ks, struct buf *out);

/* May `s` name a framework: [a-z0-9][a-z0-9-]*, at most KADER_NAAM_MAX bytes, so that a path can be
 * made of it. */
bool kader_naam_valid(struct str s);

#endif
