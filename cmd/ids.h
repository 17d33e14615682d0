/* The ids met in a run, and where each was met first (MC013). */
#ifndef CMD_IDS_H
#define CMD_IDS_H

#include "base/arena.h"

struct met {
    struct str id;
    const char *bestand; /* stays the caller's */
    unsigned regel;
};

struct ids {
    struct arena *arena; /* holds what was met */
    void *tree;          /* private */
};

/* Where this id was met before; NULL when it is new, and then it is kept. */
const struct met *ids_meet(struct ids *ids, struct met now);

void ids_free(struct ids *ids);

#endif
