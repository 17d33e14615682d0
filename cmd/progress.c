#include "progress.h"

#include "base/text.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { FIRST = 1000, EVERY = 250 }; /* milliseconds */

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct progress progress_make(enum when when, size_t of)
{
    struct progress p = {.of = of, .start = now()};
    p.on = when == WHEN_ALWAYS ||
           (when == WHEN_AUTO && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO));
    p.next = p.start + (when == WHEN_ALWAYS ? 0 : FIRST);
    return p;
}

static void write_line(struct buf *err, const struct progress *p, size_t files, long cases,
                       int64_t passed)
{
    char text[160];
    long rate = (long)(passed > 0 ? cases * 1000 / passed : 0);
    if (p->of > 1) {
        int64_t left = files ? passed * (int64_t)(p->of - files) / (int64_t)files / 1000 : 0;
        snprintf(text, sizeof text, _("%zu of %zu files, %ld cases, %ld a second, %ld s left"),
                 files, p->of, cases, rate, (long)left);
    } else {
        snprintf(text, sizeof text, _("%ld cases, %ld a second"), cases, rate);
    }
    buf_text(err, "\r\033[K");
    buf_text(err, text);
    buf_flush(err);
}

void progress_show(struct progress *p, struct buf *err, size_t files, long cases)
{
    if (!p->on)
        return;
    int64_t at = now();
    if (at < p->next)
        return;
    p->next = at + EVERY;
    p->shown = true;
    write_line(err, p, files, cases, at - p->start);
}

void progress_hide(struct progress *p, struct buf *err)
{
    if (!p->shown)
        return;
    p->shown = false;
    buf_text(err, "\r\033[K");
    buf_flush(err);
}
