/* Text as pointer and length.
 *
 * A `struct str` points into bytes that somebody else owns (usually the input of a case) and that
 * nobody alters. It need not end in NUL. The zero value is the empty text. Comparison is bytewise:
 * no locale takes part anywhere. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
    const char *p; /* may be NULL when n is 0 */
    size_t n;      /* bytes */
};

/* A `struct str` of a string literal. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})

/* A `struct str` of a NUL-terminated string; NULL gives the empty text. */
static inline struct str str_of(const char *s)
{
    return (struct str){s, s ? strlen(s) : 0};
}

static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Is `a` the text of the NUL-terminated `s`? */
static inline bool str_is(struct str a, const char *s)
{
    return str_eq(a, str_of(s));
}

/* As strcmp: bytewise, the shorter first. */
int str_cmp(struct str a, struct str b);

/* Equal when ASCII letters are folded; other bytes must be the same. */
bool str_eq_fold(struct str a, struct str b);

bool str_starts(struct str s, struct str start);
bool str_ends(struct str s, struct str end);

/* The text from byte `from` on; empty when `from` is past the end. */
struct str str_from(struct str s, size_t from);

/* Cuts `s` at the first `c`: what stands before it is returned and *rest becomes what stands after
 * it. Without a `c` all of `s` is returned and *rest is empty, with p NULL. */
struct str str_cut(struct str s, char c, struct str *rest);

/* Without spaces and TABs at both ends. */
struct str str_trim(struct str s);

/* How many columns a text of UTF-8 takes where every character takes one. */
int str_columns(struct str s);

/* A number of 1 to 9 ASCII digits and nothing else; -1 for anything else. */
long str_number(struct str s);

static inline bool ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_alnum(char c)
{
    return ascii_digit(c) || ascii_alpha(c);
}

/* A space, TAB, CR or LF. */
static inline bool ascii_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

#endif
