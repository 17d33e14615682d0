#include "import/labels.h"

#include <search.h>

struct node {
    long kind;
    struct str label;
    void *what;
};

static int by_label(const void *x, const void *y)
{
    const struct node *a = x, *b = y;
    return a->kind != b->kind ? (a->kind > b->kind) - (a->kind < b->kind)
                              : str_cmp(a->label, b->label);
}

void **import_labels_at(struct import_labels *l, long kind, struct str label)
{
    struct node wanted = {kind, label, NULL};
    struct node **found = tfind(&wanted, &l->tree, by_label);
    if (found)
        return &(*found)->what;
    struct node *kept = arena_new(l->arena, struct node, 1);
    *kept = (struct node){kind, arena_copy(l->arena, label), NULL};
    if (!tsearch(kept, &l->tree, by_label))
        l->arena->oom();
    return &kept->what;
}

static void leave(void *node)
{
    (void)node; /* lives in the arena */
}

void import_labels_free(struct import_labels *l)
{
    tdestroy(l->tree, leave);
    l->tree = NULL;
}
