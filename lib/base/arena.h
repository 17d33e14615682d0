/* Memory that is given out piece by piece and taken back all at once.
 *
 * A case, a framework and a run each live in one arena; nothing is freed by itself. When there is
 * no memory the handler that the program gave is called and must not return (it ends the process or
 * jumps away), so that no caller has to look. Not for use by two threads at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *newest;
    char *at, *end;    /* what is free in the newest block */
    void (*oom)(void); /* does not return */
};

/* An empty arena; takes no memory yet. */
struct arena arena_make(void (*oom)(void));

/* `count` objects of `size` bytes, zeroed, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *a, size_t size, size_t count);

#define arena_new(a, type, count) ((type *)arena_alloc((a), sizeof(type), (count)))

/* Makes the newest piece `old` bytes longer in place when it still is the newest and there is room,
 * else copies it. `p` may be NULL with `old` 0. The bytes added are not zeroed. */
void *arena_grow(struct arena *a, void *p, size_t old, size_t wanted);

/* A copy of `s`, followed by a NUL byte that is not counted. */
struct str arena_copy(struct arena *a, struct str s);

/* The same as a C string. A NUL byte within `s` would end it early. */
char *arena_cstr(struct arena *a, struct str s);

/* Takes everything back. The arena can be used again and keeps its largest block. */
void arena_reset(struct arena *a);

/* Gives everything back to the system. The arena can be used again. */
void arena_free(struct arena *a);

/* A list that grows in an arena:
 *     struct { T *at; size_t n, cap; } list = {0};
 *     *arena_push(a, &list) = value;
 * A list that grows leaves its old memory behind in the arena: at most as much again. */
#define arena_push(a, list)                                                                        \
    ((list)->n == (list)->cap                                                                      \
         ? ((list)->at = arena_list_grow((a), (list)->at, sizeof *(list)->at, &(list)->cap),       \
            &(list)->at[(list)->n++])                                                              \
         : &(list)->at[(list)->n++])

void *arena_list_grow(struct arena *a, void *at, size_t size, size_t *cap);

#endif
