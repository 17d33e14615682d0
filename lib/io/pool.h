/* An ordered pool: pieces of work are done by several threads at once, and joined one after another
 * in their order by the thread that runs it, so that what comes out does not depend on how many
 * threads there are. */
#ifndef IO_POOL_H
#define IO_POOL_H

#include <stddef.h>

enum { POOL_JOBS_MOST = 64, POOL_PLACES_MOST = 2 * POOL_JOBS_MOST };

struct pool {
    size_t items;  /* pieces of work: 0 to items-1 */
    size_t places; /* 1 to POOL_PLACES_MOST: of so many pieces the work may be begun and not yet
                      joined; piece i has place i % places to itself from its work to its join */
    int jobs;      /* threads that work beside the one that joins, at most POOL_JOBS_MOST; under 2:
                      none */
    void *context;
    void (*work)(void *context, size_t item, size_t place); /* in any thread */
    void (*join)(void *context, size_t item, size_t place); /* in the thread of pool_run */
};

/* Works and joins all items. Threads that the system does not grant are done without, down to
 * none. */
void pool_run(const struct pool *p);

/* How many processors this process may run on. */
int pool_processors(void);

#endif
