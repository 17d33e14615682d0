#include "base/diag.h"

void diag_add(struct diags *list, struct diag d)
{
    *arena_push(list->arena, list) = d;
}

struct code_text code_text(enum code code)
{
    return (struct code_text){{'M', 'C', (char)('0' + code / 100 % 10),
                               (char)('0' + code / 10 % 10), (char)('0' + code % 10), '\0'}};
}
