/* How far a run is, on standard error: files done, of how many, rate, time left. */
#ifndef CMD_PROGRESS_H
#define CMD_PROGRESS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct progress {
    bool on;       /* something is to be shown */
    bool shown;    /* a line stands there now */
    int64_t start; /* of the run, and ... */
    int64_t next;  /* ... when the line is to be shown or changed: milliseconds, monotonic */
    size_t of;     /* files in all */
};

/* By `when`: auto is when standard error is a terminal and standard output is none, and only from a
 * second on. `of`: how many files; 1 or 0: not known, then only what is done is told. */
struct progress progress_make(enum when when, size_t of);

/* `files` and `cases` are done. */
void progress_show(struct progress *p, struct buf *err, size_t files, long cases);

/* Takes the line away, before something else is written there or at the end. */
void progress_hide(struct progress *p, struct buf *err);

#endif
