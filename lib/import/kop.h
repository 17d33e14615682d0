/* The header of a sheet: its columns, and which of them make one entry a row. */
#ifndef IMPORT_KOP_H
#define IMPORT_KOP_H

#include "import/kolom.h"

/* What is wrong is told of at most so many columns. */
enum { IMPORT_KOP_FOUTEN = 100 };

/* Why a header cannot be used. */
struct import_kop_fout {
    unsigned kolom;      /* which column, from 1; 0: the header as a whole */
    unsigned ook;        /* another column that holds the same; 0: none */
    const char *tekst;   /* N_() */
    struct naam bedoeld; /* the column that was most likely meant */
};

struct import_kop_kolom {
    struct import_kolom k; /* k.kind NULL: it has no header, and no cell may stand below it */
    struct str tekst;      /* as it is shown */
    int veld;              /* the same number for columns of one kind and field */
};

/* The columns that together are one entry a row. */
struct import_groep {
    const struct import_kolom *van; /* its kind and label are those of all of them */
    int *kolommen;                  /* in order, without that of the label */
    int n;
    int label_kolom; /* where the label stands; -1: it is fixed, or numbered */
    int eerste;      /* the first of its columns */
};

struct import_kop {
    struct import_kop_kolom *kolommen;
    int n;
    struct import_groep *groepen; /* in the order of their first columns */
    int groep_count;
    int zaak_kolom; /* that of Zaak.Zaak; -1: there is none */
    long *hoogste;  /* by kind: the highest number among the labels of columns, 0 without */
    struct {
        struct import_kop_fout *at;
        size_t n, cap;
    } fouten; /* none: the header is good */
};

/* Reads a header of at most IMPORT_CELLS cells (import/rijen.h), `meer`: it had more. What is made
 * lives in `a`, copies of the cells too. */
struct import_kop import_kop_read(const struct str *cells, size_t n, bool meer, struct arena *a);

/* The column of a group that holds the field, or the label for the kind's own name; -1: none. */
int import_kop_zoek(const struct import_kop *kop, const struct import_groep *g, struct naam veld);

#endif
