#include "base/diag.h"

void diag_add(struct diags *list, struct diag d)
{
    *arena_push(list->arena, list) = d;
}
