#include "rec/writer.h"

static void write_line(struct buf *b, struct str line)
{
    if (line.n) {
        buf_byte(b, ' ');
        buf_str(b, line);
        if (line.p[line.n - 1] == '\\')
            buf_byte(b, ' ');
    }
    buf_byte(b, '\n');
}

void rec_write_field(struct buf *b, struct str name, struct str value)
{
    struct str rest, line = str_cut(value, '\n', &rest);
    buf_str(b, name);
    buf_byte(b, ':');
    write_line(b, line);
    while (rest.p) {
        line = str_cut(rest, '\n', &rest);
        buf_byte(b, '+');
        write_line(b, line);
    }
}

static void write_values(struct buf *b, const struct value *v)
{
    for (; v; v = v->next)
        rec_write_field(b, v->name, v->text);
}

static void write_slots(struct buf *b, const struct entry *e, const short *slots, short n)
{
    for (short i = 0; i < n; i++)
        write_values(b, e->slot[slots[i]]);
}

/* Fields that are not in the table, of one sort, in the order given, repeats together. */
static void write_strangers(struct buf *b, const struct entry *e, short sort)
{
    for (size_t i = 0; i < e->n; i++)
        if (e->values[i].slot == sort && e->values[i].first)
            write_values(b, &e->values[i]);
}

void rec_write_fields(struct buf *b, const struct schema *s, const struct entry *e)
{
    short slots[SCHEMA_FIELDS_MAX], n = 0, closing = 0;
    if (e->kind)
        n = schema_order(s, e->kind, slots, &closing);
    write_strangers(b, e, FIELD_KIND);
    write_slots(b, e, slots, (short)(n - closing));
    write_strangers(b, e, FIELD_UNKNOWN);
    write_strangers(b, e, FIELD_OWN_NAME);
    write_slots(b, e, slots + n - closing, closing);
}

void rec_write_entry(struct buf *b, const struct schema *s, const struct entry *e)
{
    rec_write_field(b, e->name, e->label);
    rec_write_fields(b, s, e);
    buf_byte(b, '\n');
}

struct str rec_newlines(struct arena *a, struct str s)
{
    if (!s.n || !memchr(s.p, '\r', s.n))
        return s;
    char *p = arena_new(a, char, s.n);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '\r')
            p[n++] = s.p[i];
        else if (i + 1 == s.n || s.p[i + 1] != '\n')
            p[n++] = '\n';
    }
    return (struct str){p, n};
}
