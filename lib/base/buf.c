#include "base/buf.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

struct buf buf_in(struct arena *a)
{
    return (struct buf){.arena = a, .fd = -1};
}

struct buf buf_to(int fd, struct arena *a, size_t cap)
{
    return (struct buf){.p = arena_new(a, char, cap), .cap = cap, .fd = fd};
}

static void write_all(struct buf *b, const char *p, size_t n)
{
    while (n && !b->err) {
        ssize_t done = write(b->fd, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0) {
            b->err = errno;
        } else {
            p += done;
            n -= (size_t)done;
        }
    }
}

int buf_flush(struct buf *b)
{
    if (!b->arena) {
        write_all(b, b->p, b->n);
        b->n = 0;
    }
    return b->err;
}

static void make_room(struct buf *b, size_t n)
{
    size_t cap = b->cap ? b->cap : 256;
    while (cap - b->n < n)
        cap *= 2;
    b->p = arena_grow(b->arena, b->p, b->cap, cap);
    b->cap = cap;
}

void buf_add(struct buf *b, const char *p, size_t n)
{
    if (n == 0)
        return;
    if (b->cap - b->n < n) {
        if (b->arena) {
            make_room(b, n);
        } else {
            buf_flush(b);
            if (n >= b->cap) {
                write_all(b, p, n);
                return;
            }
        }
    }
    memcpy(b->p + b->n, p, n);
    b->n += n;
}

void buf_byte(struct buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_fill(struct buf *b, char c, size_t n)
{
    while (n--)
        buf_byte(b, c);
}

void buf_number(struct buf *b, long long number)
{
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%lld", number);
    buf_add(b, digits, (size_t)n);
}
