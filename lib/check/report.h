/* The one function that puts a finding or a refusal on paper, in all programs:
 *     bestand:regel: niveau: tekst [CODE]
 * and never a word of a case: no value, no name of an unknown kind or field, no label but a number
 * or a role with a number. */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "check/check.h"

/* Writes `d` as one line. `bestand` is shown with unprintable bytes as \xHH. `z` is the case that
 * d->entry and d->other mean; it may be NULL. */
void report_diag(struct buf *out, const char *bestand, const struct diag *d, const struct zaak *z);

/* The same with its niveau in colour, for a terminal. */
void report_diag_coloured(struct buf *out, const char *bestand, const struct diag *d,
                          const struct zaak *z);

/* Where in a case or an input the line was found that was shown last: findings come in the order of
 * lines, and none is looked for from the start again. The zero value is the start. */
struct report_place {
    struct str rest; /* from line number `regel` on */
    unsigned regel;  /* 0: nothing was looked for yet */
};

/* The line that a finding is about, as text of a case is shown nowhere else: indented, what is no
 * printable UTF-8 as \xHH. `bytes` are a case or an input, whose first line is number `first`;
 * nothing when line `regel` is not in it. `place` is its own, from one finding to the next. */
void report_source(struct buf *out, struct report_place *place, struct str bytes, unsigned first,
                   unsigned regel);

/* The text of a finding, in the reader's language. */
void report_message(struct buf *out, const struct diag *d, const struct zaak *z);

/* What such a line is made of: what stands before and behind its text; and a text in which what the
 * finding knows is put in the place of {soort} {veld} {hint} {mag} {bij} {getal} {dag} {bestand}.
 * `s` is the table of kinds and fields that {mag} is looked up in. */
void report_before(struct buf *out, const char *bestand, unsigned regel, enum niveau level,
                   bool colour);
void report_behind(struct buf *out, const char *code);
void report_template(struct buf *out, const char *text, const struct schema *s,
                     const struct diag *d, const struct zaak *z);

/* ---- findings as data: mc-check's formats ---- */

enum report_formaat { REPORT_TEXT, REPORT_JSON, REPORT_JSONL, REPORT_CSV, REPORT_TAP };

struct report {
    enum report_formaat formaat;
    bool colour, show_text;    /* of text */
    struct report_place place; /* in the present case */
    struct buf *out;
    struct arena *arena;   /* of the run: keeps what json tells at the end */
    struct arena *scratch; /* of a case */
    day_no vandaag;
    long findings;
    long tests;              /* of tap: a case or framework each */
    struct buf uitgezonderd; /* json: what was excepted, written already */
};

/* Of frameworks, told apart from cases, and only when there were any. */
struct report_kaders {
    long kaders, bewezen, fout, waarschuwing, advies, onleesbaar;
};

struct report_telling {
    long zaken, fout, waarschuwing, advies, uitgezonderd, onleesbaar;
    struct report_kaders kaders;
};

void report_begin(struct report *r);

/* One finding of the case, which may be one that could not be read (design 5: bestand, regel, zaak,
 * soort, label, veld, code, niveau, bericht, bron, termijn, dagen_over). */
void report_finding(struct report *r, const char *bestand, const struct diag *d,
                    const struct zaak *read);

/* One that is about no case; what is empty does not apply. */
struct report_rij {
    unsigned regel;
    enum niveau niveau;
    struct str soort, label, veld, code, bericht, bron;
};

void report_rij(struct report *r, const char *bestand, const struct report_rij *row);

/* One that is excepted: only json tells it. */
void report_excepted(struct report *r, const char *bestand, const struct diag *d,
                     const struct zaak *z);

/* The end of a case: tap counts it, `good` when nothing in it fails. */
void report_case(struct report *r, const char *bestand, const struct zaak *z, bool good);

/* The end of what is no case, and begins at that line; likewise. */
void report_file(struct report *r, const char *bestand, unsigned regel, bool good);

void report_end(struct report *r, const struct report_telling *t);

/* The table of rules: a line a code (code, niveau, terms, source, TABs between), or an array of
 * json. */
void report_rules(struct buf *out, struct arena *scratch, bool json);

/* A name of a file, bytes under 0x20, 0x7F and ill-formed UTF-8 as \xHH. */
void report_path(struct buf *out, const char *path);

/* The label as a diagnostic may show it: itself, or its place among its kind: #3. */
void report_label(struct buf *out, const struct aantekening *a);

#endif
