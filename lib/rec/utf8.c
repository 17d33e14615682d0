#include "rec/reader.h"

#include <stdint.h>

/* Eight bytes that are all printable ASCII, looked at at once. */
static bool plain_eight(const char *p)
{
    uint64_t w;
    memcpy(&w, p, sizeof w);
    const uint64_t ones = ~(uint64_t)0 / 255, high = ones * 0x80;
    uint64_t below_space = (w - ones * 0x20) & ~w;
    uint64_t x = w ^ (ones * 0x7f);
    uint64_t delete = (x - ones) & ~x;
    return ((w | below_space | delete) & high) == 0;
}

/* The length of the well-formed UTF-8 sequence at p, 0 when there is none, and its character. */
static size_t sequence(const unsigned char *p, size_t n, uint32_t *character)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = p[0] < 0x80                    ? 1
                    : p[0] >= 0xc2 && p[0] <= 0xdf ? 2
                    : (p[0] & 0xf0) == 0xe0        ? 3
                    : p[0] >= 0xf0 && p[0] <= 0xf4 ? 4
                                                   : 0;
    if (length == 0 || length > n)
        return 0;
    uint32_t c = length == 1 ? p[0] : p[0] & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        c = c << 6 | (p[i] & 0x3fu);
    }
    if (c < least[length] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        return 0;
    *character = c;
    return length;
}

static bool forbidden(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f) ||
           (c >= 0x2028 && c <= 0x2029) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

size_t rec_forbidden(struct str s)
{
    size_t i = 0;
    while (i < s.n) {
        if (s.n - i >= 8 && plain_eight(s.p + i)) {
            i += 8;
            continue;
        }
        uint32_t c;
        size_t length = sequence((const unsigned char *)s.p + i, s.n - i, &c);
        if (length == 0 || forbidden(c))
            return i;
        i += length;
    }
    return s.n;
}

bool rec_is_character(struct str s, size_t at)
{
    uint32_t c;
    return sequence((const unsigned char *)s.p + at, s.n - at, &c) > 0 && c != 0;
}
