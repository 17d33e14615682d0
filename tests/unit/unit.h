/* What the tests of units share: cmocka with what it needs, an arena of the test that runs, and
 * numbers that look random and are the same in every run. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Of the test that runs. */
static struct arena a;

/* Around each test: an empty arena, and back with all that it held. */
static inline int arena_fresh(void **state)
{
    (void)state;
    a = arena_make(abort);
    return 0;
}

static inline int arena_done(void **state)
{
    (void)state;
    arena_free(&a);
    return 0;
}

/* A number under `below`. */
static inline unsigned next(uint64_t *seed, unsigned below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*seed >> 33) % below;
}

#endif
