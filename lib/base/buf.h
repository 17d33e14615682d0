/* Bytes being written: to memory that grows, or through a fixed block to a file descriptor.
 *
 * All output of the programs goes through a `struct buf`. An error of write(2) sticks in `err`:
 * after it nothing more is written, and whoever made the buffer looks once, at the end (buf_flush).
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"
#include "base/str.h"

struct buf {
    char *p;
    size_t n, cap;
    struct arena *arena; /* grows in it; NULL when written to fd */
    int fd;
    int err; /* errno of the first failed write, 0 when none failed */
};

/* A buffer that grows in `a`. */
struct buf buf_in(struct arena *a);

/* A buffer of `cap` bytes in `a` that is emptied into `fd` whenever it is full. */
struct buf buf_to(int fd, struct arena *a, size_t cap);

/* Writes out what is left. Returns `err`. Does nothing to a buffer in memory. */
int buf_flush(struct buf *b);

void buf_add(struct buf *b, const char *p, size_t n);
void buf_byte(struct buf *b, char c);
void buf_fill(struct buf *b, char c, size_t n);
void buf_number(struct buf *b, long long number);

static inline void buf_str(struct buf *b, struct str s)
{
    buf_add(b, s.p, s.n);
}

/* A NUL-terminated string. */
static inline void buf_text(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

/* What a buffer in memory holds; valid until it is written to again. */
static inline struct str buf_all(const struct buf *b)
{
    return (struct str){b->p, b->n};
}

#endif
