/* Turns cases into what leaves: one purpose (doel), one format, one stream of bytes.
 *
 * A purpose is a row of a table, a format is a file with three functions; both know no file and no
 * option. What a purpose does not name stays inside. */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "base/text.h"
#include "check/check.h"

struct export;
struct overzicht_rij;

/* A format: what comes before the first case, a case, what comes after the last. Any of begin and
 * end may be NULL. */
struct export_formaat {
    const char *naam;    /* as after --format */
    const char *uitgang; /* of the names of its files, without a dot */
    void (*begin)(struct export *x);
    void (*zaak)(struct export *x, const struct zaak *z, const struct voortgang *v);
    void (*end)(struct export *x);
};

enum { DOEL_FORMATEN = 8 };

/* A purpose: for whom, and so what may leave. */
struct export_doel {
    const char *naam; /* as after --doel */
    const char *voor; /* N_(): for whom */
    const struct export_formaat
        *formaten[DOEL_FORMATEN]; /* the first is the default; ended by NULL */
    const char *wat;              /* N_(): what leaves */
    bool sinds;                   /* --since may choose from the entries */
    bool tabellen;                /* csv has a table for each kind */
    bool kiest;                   /* --stand and --team may choose from the cases */
    bool samen;                   /* all cases are one document, never a file a case */
};

/* The table of purposes, ended by one without a name. */
extern const struct export_doel export_doelen[];

const struct export_doel *export_doel_van(struct str naam);

/* The format of that name among those of a purpose; NULL when it has none such. */
const struct export_formaat *export_formaat_van(const struct export_doel *d, struct str naam);

/* The tables of csv: `zaken`, a case a row, then one for each kind, an entry a row. A table is its
 * place in this order: 0, and 1 + the kind. */
enum { EXPORT_TABELLEN = 1 + SOORTEN };

/* The table of that name, in any case; -1: there is none. */
int export_tabel_van(struct str naam);

/* The name of a table; it may live in `a`. */
const char *export_tabel_naam(int tabel, struct arena *a);

/* An export under way. */
struct export
{
    const struct export_doel *doel;
    const struct export_formaat *formaat;
    struct buf *out;
    struct arena *scratch; /* taken back by the caller after each case */
    struct arena *arena;   /* lives as long as the export */
    struct kaders *kaders; /* where frameworks are found; NULL: nowhere */
    int width;             /* columns of text, at least 40 */
    int tabel;             /* of csv: see export_tabel_van */
    day_no sinds;          /* entries recorded before it stay; DAY_NONE: none does */
    bool ongemoeid;        /* csv without an apostrophe before what looks like a formula */
    int stand;             /* only cases that stand there; -1: all */
    struct str team;       /* only cases of that team; p NULL: all */
    day_no vandaag;
    const struct check *check; /* of the case under way */
    long zaken;                /* written so far */
    struct {
        struct overzicht_rij *at;
        size_t n, cap;
    } rijen; /* private: of overzicht */
};

void export_begin(struct export *x);
void export_zaak(struct export *x, const struct zaak *z, const struct voortgang *v);
void export_end(struct export *x);

/* How far a case is, as json tells it: `"voortgang":{...}` (design 6). */
void export_voortgang(struct buf *b, const struct voortgang *v);

/* Does the entry leave, as --since asks: it was recorded on that day or later, or it is the header,
 * a change of it, or a Persoon, without which the others say little. What does not say when it was
 * recorded leaves: it may be new. */
bool export_vertrekt(const struct export *x, const struct aantekening *a);

/* The formats, a file each. */
extern const struct export_formaat export_tekst; /* text: to be read and printed, 72 columns */
extern const struct export_formaat export_json;  /* json: an array of cases */
extern const struct export_formaat export_jsonl; /* jsonl: a case a line */
extern const struct export_formaat export_csv;   /* csv: one table of all cases */
extern const struct export_formaat export_rec;   /* rec: an entry a record, with its case */
extern const struct export_formaat export_zaakformaat; /* zaak: the case in normal form */

extern const struct export_formaat overzicht_tekst, overzicht_csv, overzicht_json;

extern const struct export_formaat afweging_tekst, afweging_json;

#endif
