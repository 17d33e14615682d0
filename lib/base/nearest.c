#include "base/nearest.h"

#include <limits.h>

enum { LONGEST = 40 }; /* longer words are never a slip of one of our names */

struct nearest nearest_make(struct str typed)
{
    return (struct nearest){.typed = typed, .distance = INT_MAX};
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Edits between two short words, a swap of neighbours counted as one (optimal string alignment). */
static int distance(struct str a, struct str b)
{
    int row[3][LONGEST + 1];
    int *before = row[0], *last = row[1], *now = row[2];
    for (size_t j = 0; j <= b.n; j++)
        last[j] = (int)j;
    for (size_t i = 1; i <= a.n; i++) {
        now[0] = (int)i;
        for (size_t j = 1; j <= b.n; j++) {
            char x = ascii_lower(a.p[i - 1]), y = ascii_lower(b.p[j - 1]);
            now[j] = least(last[j - 1] + (x != y), least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && x == ascii_lower(b.p[j - 2]) && y == ascii_lower(a.p[i - 2]))
                now[j] = least(now[j], before[j - 2] + 1);
        }
        int *free_row = before;
        before = last;
        last = now;
        now = free_row;
    }
    return last[b.n];
}

void nearest_try(struct nearest *n, struct naam name)
{
    struct str right = str_of(name.tekst);
    if (n->typed.n == 0 || n->typed.n > LONGEST || right.n > LONGEST)
        return;
    int d = distance(n->typed, right);
    int allowed = right.n < 6 ? 1 : least((int)right.n / 3, 3);
    if (d <= allowed && d < n->distance) {
        n->distance = d;
        n->best = name;
    }
}

struct naam nearest_found(const struct nearest *n)
{
    return n->best;
}
