#include "ids.h"

#include <search.h>

static int by_id(const void *x, const void *y)
{
    const struct met *a = x, *b = y;
    return str_cmp(a->id, b->id);
}

const struct met *ids_meet(struct ids *ids, struct met now)
{
    struct met **found = tfind(&now, &ids->tree, by_id);
    if (found)
        return *found;
    struct met *kept = arena_new(ids->arena, struct met, 1);
    *kept = now;
    kept->id = arena_copy(ids->arena, now.id);
    if (!tsearch(kept, &ids->tree, by_id))
        ids->arena->oom();
    return NULL;
}

static void keep(void *met)
{
    (void)met; /* lives in the arena */
}

void ids_free(struct ids *ids)
{
    tdestroy(ids->tree, keep);
    ids->tree = NULL;
}
