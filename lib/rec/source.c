#include "rec/reader.h"

#include <errno.h>
#include <unistd.h>

static ssize_t memory_read(void *context, void *bytes, size_t n)
{
    struct rec_memory *m = context;
    if (n > m->rest.n)
        n = m->rest.n;
    if (n)
        memcpy(bytes, m->rest.p, n);
    m->rest = str_from(m->rest, n);
    return (ssize_t)n;
}

struct rec_source rec_from_memory(struct rec_memory *m)
{
    return (struct rec_source){memory_read, m};
}

static ssize_t fd_read(void *context, void *bytes, size_t n)
{
    ssize_t got;
    do
        got = read(*(int *)context, bytes, n);
    while (got < 0 && errno == EINTR);
    return got;
}

struct rec_source rec_from_fd(int *fd)
{
    return (struct rec_source){fd_read, fd};
}
