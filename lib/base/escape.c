#include "base/escape.h"

void escape_json(struct buf *b, struct str s)
{
    static const char hex[] = "0123456789abcdef";
    size_t from = 0;
    buf_byte(b, '"');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        buf_add(b, s.p + from, i - from);
        from = i + 1;
        buf_byte(b, '\\');
        if (c == '\n') {
            buf_byte(b, 'n');
        } else if (c == '\t') {
            buf_byte(b, 't');
        } else if (c >= 0x20) {
            buf_byte(b, (char)c);
        } else {
            buf_text(b, "u00");
            buf_byte(b, hex[c >> 4]);
            buf_byte(b, hex[c & 15]);
        }
    }
    if (from < s.n)
        buf_add(b, s.p + from, s.n - from);
    buf_byte(b, '"');
}

/* The white space of Unicode beyond ASCII, in UTF-8: at the begin of a cell it hides what follows.
 */
static size_t white_space(struct str s)
{
    static const char *const wide[] = {
        "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81",
        "\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86",
        "\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\xa8",
        "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80",
    };
    if (s.n && (s.p[0] == ' ' || (s.p[0] >= '\t' && s.p[0] <= '\r')))
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (str_starts(s, str_of(wide[i])))
            return strlen(wide[i]);
    return 0;
}

static bool like_a_formula(struct str line)
{
    /* = + - @ and U+FF1D, U+FF0B, U+FF0D, U+FF20 */
    static const char *const starts[] = {
        "=", "+", "-", "@", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    if (line.n && (line.p[0] == '\t' || line.p[0] == '\r' || line.p[0] == '\n'))
        return true;
    for (size_t n; (n = white_space(line));)
        line = str_from(line, n);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(line, str_of(starts[i])))
            return true;
    return false;
}

void escape_csv(struct buf *b, struct str s, bool guard)
{
    bool quoted = false;
    for (size_t i = 0; i < s.n && !quoted; i++)
        quoted = s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r';
    if (quoted)
        buf_byte(b, '"');
    bool line_start = true;
    for (size_t i = 0; i < s.n; i++) {
        if (line_start && guard) {
            struct str rest, line = str_cut(str_from(s, i), '\n', &rest);
            if (like_a_formula(line) || (i == 0 && s.p[0] == '\n'))
                buf_byte(b, '\'');
        }
        line_start = s.p[i] == '\n';
        if (s.p[i] == '"')
            buf_byte(b, '"');
        buf_byte(b, s.p[i]);
    }
    if (quoted)
        buf_byte(b, '"');
}

void escape_dot(struct buf *b, struct str s)
{
    buf_byte(b, '"');
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '\n')
            buf_text(b, "\\n");
        else if (c == '&')
            buf_text(b, "&amp;");
        else if (c == '"' || c == '\\')
            buf_add(b, (const char[]){'\\', c}, 2);
        else
            buf_byte(b, c);
    }
    buf_byte(b, '"');
}
