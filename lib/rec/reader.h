/* Reads the strict subset of the rec format (design 2, "Syntax") through a window of whole units.
 *
 * A unit is a run of records that begins with a line `NAME:`, where NAME is given by the caller: a
 * case, a framework, a policy. The reader knows no other word. Bytes come through a callback, so
 * a file, a pipe and a block of memory are read alike; memory is that of the largest unit.
 *
 * What is wrong is written down with the unit, as MC001, MC002, MC005 and MC017, and reading goes
 * on at the next unit. Text before the first unit is no unit: see `stray`. */
#ifndef REC_READER_H
#define REC_READER_H

#include "base/diag.h"

#include <stdint.h>
#include <sys/types.h>

enum {
    REC_VALUE_MAX = 256 * 1024,      /* bytes of one value */
    REC_UNIT_MAX = 16 * 1024 * 1024, /* bytes of one unit */
};

/* Gives at most `n` bytes. Returns their number, 0 at the end, -1 with errno set on an error; EINTR
 * is the callback's own business. */
struct rec_source {
    ssize_t (*read)(void *context, void *bytes, size_t n);
    void *context;
};

/* A field as it stands: a slice of the window, or of the arena when `+` lines continue it. */
struct rec_field {
    struct str name;
    struct str value; /* line breaks of continuation are LF */
    unsigned regel;   /* line of its name */
};

struct rec_record {
    struct rec_field *fields; /* at least one, unless all of the record is malformed */
    size_t n;
    unsigned regel; /* line of the first field */
};

struct rec_unit {
    struct rec_record *records;
    size_t n;
    unsigned regel;   /* line of `NAME:` */
    struct str bytes; /* the unit as it stands in the window, comments and blank lines included */
    bool last;        /* nothing comes after it */
    bool complete;    /* a blank line follows its last record: the commit mark */
    bool unreadable;  /* it has MC001, MC002 or MC017: only these are to be reported of it */
};

struct rec_reader {
    struct rec_source source;
    struct str name;     /* what begins a unit, with its colon: "Zaak:" */
    unsigned stray;      /* line of the first text before the first unit; 0: there is none */
    unsigned regel;      /* line of the next byte */
    struct arena window; /* holds `p` */
    char *p;
    size_t start, end, cap; /* what is read and not yet given out: p[start..end) */
    unsigned bom;           /* line of a BOM that waits for its unit, else 0 */
    bool at_end, in_unit;
    bool mid_line;   /* the begin of the present line was dropped ... */
    bool blank_part; /* ... and was nothing but blanks */
};

/* A reader of units that begin with `name` ("Zaak:"). */
struct rec_reader rec_reader_make(struct rec_source source, struct str name, void (*oom)(void));
void rec_reader_free(struct rec_reader *r);

/* A reader over bytes that are all there: nothing is copied, slices point into them. Need not be
 * freed. */
struct rec_reader rec_reader_over(struct str bytes, struct str name);

/* Reads the next unit into `u`, its lists into `a`, its findings into `list`. Slices stay valid
 * until the next call. Returns 1 with a unit, 0 at the end, -1 on a read error (errno). */
int rec_next(struct rec_reader *r, struct arena *a, struct rec_unit *u, struct diags *list);

/* Reads records from a block of memory that need not begin with a name: an entry that is typed or
 * piped in. Line numbers count from 1. The same findings but for MC005. */
void rec_read_loose(struct str bytes, struct arena *a, struct rec_unit *u, struct diags *list);

/* A source over a block of memory. */
struct rec_memory {
    struct str rest;
};
struct rec_source rec_from_memory(struct rec_memory *m);

/* A source over an open file; *fd stays the caller's. */
struct rec_source rec_from_fd(int *fd);

/* May `s` be the name of a field: [A-Za-z][A-Za-z0-9_]*. */
bool rec_name_valid(struct str s);

/* The first byte of `s` that may not stand in a file (ill-formed UTF-8, or a character that design
 * 2 forbids); s.n when there is none. LF counts as allowed. */
size_t rec_forbidden(struct str s);

/* Is what stands at byte `at` of `s` a character of well-formed UTF-8, other than NUL. */
bool rec_is_character(struct str s, size_t at);

#endif
