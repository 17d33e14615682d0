#include "base/str.h"

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    if (order != 0)
        return order;
    return a.n < b.n ? -1 : a.n > b.n;
}

bool str_eq_fold(struct str a, struct str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
            return false;
    return true;
}

bool str_starts(struct str s, struct str start)
{
    return s.n >= start.n && str_eq((struct str){s.p, start.n}, start);
}

bool str_ends(struct str s, struct str end)
{
    return s.n >= end.n && str_eq(str_from(s, s.n - end.n), end);
}

struct str str_from(struct str s, size_t from)
{
    if (from >= s.n)
        return (struct str){0};
    return (struct str){s.p + from, s.n - from};
}

struct str str_cut(struct str s, char c, struct str *rest)
{
    const char *at = s.n ? memchr(s.p, c, s.n) : NULL;
    if (!at) {
        *rest = (struct str){0};
        return s;
    }
    size_t before = (size_t)(at - s.p);
    *rest = (struct str){at + 1, s.n - before - 1};
    return (struct str){s.p, before};
}

struct str str_trim(struct str s)
{
    while (s.n && (s.p[0] == ' ' || s.p[0] == '\t'))
        s = str_from(s, 1);
    while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
        s.n--;
    return s;
}

long str_number(struct str s)
{
    if (s.n == 0 || s.n > 9)
        return -1;
    long number = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_digit(s.p[i]))
            return -1;
        number = number * 10 + (s.p[i] - '0');
    }
    return number;
}

int str_columns(struct str s)
{
    int n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xc0) != 0x80; /* not a byte that continues a character */
    return n;
}
