#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024, ALIGN = _Alignof(max_align_t) };

struct arena_block {
    struct arena_block *older;
    size_t size; /* of what follows the block's head */
    max_align_t bytes[];
};

struct arena arena_make(void (*oom)(void))
{
    return (struct arena){.oom = oom};
}

/* A handler that returns is a fault of ours. */
_Noreturn static void no_memory(const struct arena *a)
{
    a->oom();
    __builtin_trap();
}

static void block_add(struct arena *a, size_t wanted)
{
    size_t size = a->newest ? a->newest->size : FIRST_BLOCK / 2;
    if (size < (size_t)1 << 20)
        size *= 2;
    if (size < wanted)
        size = wanted;
    struct arena_block *block = NULL;
    if (size <= PTRDIFF_MAX - sizeof *block)
        block = malloc(sizeof *block + size);
    if (!block)
        no_memory(a);
    block->older = a->newest;
    block->size = size;
    a->newest = block;
    a->at = (char *)block->bytes;
    a->end = a->at + size;
}

static size_t rounded(size_t n)
{
    return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static void *take(struct arena *a, size_t bytes)
{
    if (bytes > PTRDIFF_MAX - ALIGN) {
        no_memory(a);
    }
    bytes = rounded(bytes);
    if (!a->newest || (size_t)(a->end - a->at) < bytes)
        block_add(a, bytes);
    void *p = a->at;
    a->at += bytes;
    return p;
}

void *arena_alloc(struct arena *a, size_t size, size_t count)
{
    if (size && count > PTRDIFF_MAX / size) {
        no_memory(a);
    }
    void *p = take(a, size * count);
    return memset(p, 0, size * count);
}

void *arena_grow(struct arena *a, void *p, size_t old, size_t wanted)
{
    if (p && wanted >= old && (char *)p + rounded(old) == a->at &&
        wanted - old <= (size_t)(a->end - a->at) &&
        rounded(wanted) - rounded(old) <= (size_t)(a->end - a->at)) {
        a->at += rounded(wanted) - rounded(old);
        return p;
    }
    void *q = take(a, wanted);
    if (p && old)
        memcpy(q, p, old < wanted ? old : wanted);
    return q;
}

struct str arena_copy(struct arena *a, struct str s)
{
    return (struct str){arena_cstr(a, s), s.n};
}

char *arena_cstr(struct arena *a, struct str s)
{
    char *p = take(a, s.n + 1);
    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return p;
}

void arena_reset(struct arena *a)
{
    struct arena_block *keep = a->newest;
    if (!keep)
        return;
    for (struct arena_block *b = keep->older, *older; b; b = older) {
        older = b->older;
        if (b->size > keep->size) {
            free(keep);
            keep = b;
        } else {
            free(b);
        }
    }
    keep->older = NULL;
    a->newest = keep;
    a->at = (char *)keep->bytes;
    a->end = a->at + keep->size;
}

void arena_free(struct arena *a)
{
    for (struct arena_block *b = a->newest, *older; b; b = older) {
        older = b->older;
        free(b);
    }
    *a = arena_make(a->oom);
}

void *arena_list_grow(struct arena *a, void *at, size_t size, size_t *cap)
{
    size_t old = *cap;
    if (old > PTRDIFF_MAX / 2 / size) {
        no_memory(a);
    }
    *cap = old ? old * 2 : 8;
    return arena_grow(a, at, old * size, *cap * size);
}
