#include "rec/reader.h"

#include <errno.h>

enum { CHUNK = 64 * 1024 };

static const struct str BOM = {"\xef\xbb\xbf", 3};

bool rec_name_valid(struct str s)
{
    if (s.n == 0 || !ascii_alpha(s.p[0]))
        return false;
    for (size_t i = 1; i < s.n; i++)
        if (!ascii_alnum(s.p[i]) && s.p[i] != '_')
            return false;
    return true;
}

/* ---- one unit, line by line ---- */

struct parse {
    struct arena *a;
    struct rec_unit *u;
    struct diags *list;
    bool clean;      /* no byte of the unit is forbidden */
    bool in_record;  /* a line of the present record was seen */
    bool has_record; /* it has a field: `fields` is being filled */
    bool ended;      /* the last line was terminated */
    unsigned crlf;   /* first line that ends in CR LF */
    struct {
        struct rec_record *at;
        size_t n, cap;
    } records;
    struct {
        struct rec_field *at;
        size_t n, cap;
    } fields;
    struct buf joined; /* the value that `+` lines continue */
    bool joining;
};

static void fault(struct parse *p, enum code code, int form, unsigned regel)
{
    struct diag d = diag_make(code, regel);
    d.form = form;
    if (code == MC001 || code == MC002 || code == MC017)
        p->u->unreadable = true;
    diag_add(p->list, d);
}

static void value_end(struct parse *p)
{
    if (p->fields.n == 0)
        return;
    struct rec_field *f = &p->fields.at[p->fields.n - 1];
    if (p->joining)
        f->value = buf_all(&p->joined);
    p->joining = false;
    if (f->value.n > REC_VALUE_MAX)
        fault(p, MC017, MC017_WAARDE, f->regel);
}

static void record_end(struct parse *p)
{
    if (p->has_record) {
        value_end(p);
        struct rec_record *r = &p->records.at[p->records.n - 1];
        r->n = p->fields.n;
        r->fields = arena_new(p->a, struct rec_field, r->n);
        memcpy(r->fields, p->fields.at, r->n * sizeof *r->fields);
        p->fields.n = 0;
    }
    p->in_record = p->has_record = false;
}

static void field_line(struct parse *p, struct str name, struct str value, unsigned regel)
{
    if (p->has_record) {
        value_end(p);
    } else {
        *arena_push(p->a, &p->records) = (struct rec_record){.regel = regel};
        p->has_record = true;
    }
    *arena_push(p->a, &p->fields) = (struct rec_field){name, value, regel};
}

static void continuation_line(struct parse *p, struct str text)
{
    if (!p->joining) {
        p->joined = buf_in(p->a);
        buf_str(&p->joined, p->fields.at[p->fields.n - 1].value);
        p->joining = true;
    }
    /* A value past its limit is a finding already: what more comes need not be kept. */
    if (p->joined.n <= REC_VALUE_MAX) {
        buf_byte(&p->joined, '\n');
        buf_str(&p->joined, text);
    }
}

/* A line that is neither blank nor a comment: a field or a continuation. Returns -1, or the form of
 * MC001 that says why it is neither. */
static int content_line(struct parse *p, struct str line, unsigned regel)
{
    if (str_ends(line, STR("\\")))
        return MC001_BACKSLASH;
    if (line.p[0] == '+') {
        if (!p->has_record || (line.n > 1 && line.p[1] != ' '))
            return MC001_REGEL;
        continuation_line(p, str_from(line, 2));
        return -1;
    }
    struct str value, name = str_cut(line, ':', &value);
    if (!value.p || !rec_name_valid(name))
        return MC001_REGEL;
    if (value.n && value.p[0] != ' ')
        return MC001_SPATIE;
    field_line(p, name, str_from(value, 1), regel);
    return -1;
}

static void line_read(struct parse *p, struct str line, unsigned regel)
{
    if (str_ends(line, STR("\r")) && p->ended) {
        line.n--;
        if (!p->crlf)
            p->crlf = regel;
    }
    if (str_trim(line).n == 0) {
        if (p->ended)
            record_end(p);
        return;
    }
    bool bad = !p->clean && rec_forbidden(line) < line.n;
    if (bad)
        fault(p, MC002, 0, regel);
    if (line.p[0] == '#' && !p->in_record)
        return;
    p->in_record = true;
    int form = content_line(p, line, regel);
    if (form >= 0 && !bad)
        fault(p, MC001, form, regel);
}

static void unit_parse(struct parse *p, struct str bytes, unsigned regel)
{
    p->clean = rec_forbidden(bytes) == bytes.n;
    while (bytes.n) {
        struct str rest, line = str_cut(bytes, '\n', &rest);
        p->ended = rest.p != NULL;
        line_read(p, line, regel);
        regel++;
        bytes = rest;
    }
    p->u->complete = !p->in_record && p->ended;
    record_end(p);
    p->u->records = p->records.at;
    p->u->n = p->records.n;
}

static struct parse parse_make(struct arena *a, struct rec_unit *u, struct diags *list)
{
    return (struct parse){.a = a, .u = u, .list = list};
}

void rec_read_loose(struct str bytes, struct arena *a, struct rec_unit *u, struct diags *list)
{
    *u = (struct rec_unit){.regel = 1, .bytes = bytes};
    if (str_starts(bytes, BOM))
        bytes = str_from(bytes, BOM.n);
    struct parse p = parse_make(a, u, list);
    unit_parse(&p, bytes, 1);
}

/* ---- the window ---- */

struct rec_reader rec_reader_make(struct rec_source source, struct str name, void (*oom)(void))
{
    return (struct rec_reader){
        .source = source, .name = name, .regel = 1, .window = arena_make(oom)};
}

struct rec_reader rec_reader_over(struct str bytes, struct str name)
{
    /* At its end from the start, the window is never written to. */
    return (struct rec_reader){.name = name,
                               .regel = 1,
                               .p = (char *)bytes.p,
                               .end = bytes.n,
                               .cap = bytes.n,
                               .at_end = true};
}

void rec_reader_free(struct rec_reader *r)
{
    arena_free(&r->window);
}

/* Reads once more. False at the end of the input or on an error, which is told apart by `at_end`.
 */
static bool more(struct rec_reader *r)
{
    if (r->at_end)
        return false;
    if (r->start > 0 && r->cap - r->end < CHUNK) {
        memmove(r->p, r->p + r->start, r->end - r->start);
        r->end -= r->start;
        r->start = 0;
    }
    if (r->cap - r->end < CHUNK) {
        struct arena wider = arena_make(r->window.oom);
        size_t cap = r->cap ? r->cap * 2 : 2 * CHUNK;
        char *p = arena_grow(&wider, NULL, 0, cap);
        if (r->end)
            memcpy(p, r->p, r->end);
        arena_free(&r->window);
        r->window = wider;
        r->p = p;
        r->cap = cap;
    }
    ssize_t n = r->source.read(r->source.context, r->p + r->end, r->cap - r->end);
    if (n > 0)
        r->end += (size_t)n;
    else if (n == 0)
        r->at_end = true;
    return n > 0;
}

static unsigned lines_in(struct str s)
{
    unsigned lines = 0;
    for (struct str rest; s.n; s = rest) {
        str_cut(s, '\n', &rest);
        lines += rest.p != NULL;
    }
    return lines;
}

static struct str unread(const struct rec_reader *r)
{
    return (struct str){r->p + r->start, r->end - r->start};
}

/* Where in `s` the next line begins with the unit's name, a BOM before it included, from `from` on;
 * s.n when nowhere. The first byte of `s` counts as the begin of a line when `line_start`. */
static size_t find_start(const struct rec_reader *r, struct str s, size_t from, bool line_start)
{
    while (from < s.n) {
        const char *hit = memmem(s.p + from, s.n - from, r->name.p, r->name.n);
        if (!hit)
            return s.n;
        size_t at = (size_t)(hit - s.p);
        size_t begin = at >= BOM.n && str_starts(str_from(s, at - BOM.n), BOM) ? at - BOM.n : at;
        if (begin == 0 ? line_start : s.p[begin - 1] == '\n')
            return begin;
        from = at + 1;
    }
    return s.n;
}

/* Drops n bytes. */
static void skip(struct rec_reader *r, size_t n)
{
    struct str dropped = {r->p + r->start, n};
    r->regel += lines_in(dropped);
    r->start += n;
    if (n == 0)
        return;
    const char *last = memrchr(dropped.p, '\n', n);
    struct str part = last ? str_from(dropped, (size_t)(last + 1 - dropped.p)) : dropped;
    bool begins_here = last || !r->mid_line;
    r->blank_part = str_trim(part).n == 0 && (begins_here || r->blank_part);
    r->mid_line = part.n > 0;
}

/* Looks through text before the first unit, for the first line that is no comment and not blank. */
static void look_for_stray(struct rec_reader *r, struct str s)
{
    unsigned regel = r->regel;
    bool inside = r->mid_line;
    if (r->in_unit)
        return; /* what is dropped of a unit that was too long */
    for (struct str rest; s.n && !r->stray; s = rest, regel++, inside = false) {
        struct str line = str_cut(s, '\n', &rest);
        if (str_ends(line, STR("\r")))
            line.n--;
        if (str_trim(line).n && (inside ? r->blank_part : line.p[0] != '#'))
            r->stray = regel;
    }
}

/* Goes to the begin of the next unit. 1 when it stands at one, 0 at the end, -1 on an error. */
static int go_to_unit(struct rec_reader *r)
{
    for (bool first = r->regel == 1 && !r->in_unit;; first = false) {
        while (first && r->end - r->start < BOM.n && more(r))
            ;
        if (first && str_starts(unread(r), BOM)) {
            r->bom = 1;
            r->start += BOM.n;
        }
        struct str s = unread(r);
        size_t at = find_start(r, s, 0, !r->mid_line);
        if (at == s.n && !r->at_end) {
            /* The last line may still become a unit's first: it is looked at when more is here. */
            const char *last = s.n ? memrchr(s.p, '\n', s.n) : NULL;
            at = last ? (size_t)(last - s.p) + 1 : s.n > CHUNK ? s.n : 0;
        } else if (at < s.n) {
            look_for_stray(r, (struct str){s.p, at});
            skip(r, at);
            return 1;
        }
        look_for_stray(r, (struct str){s.p, at});
        skip(r, at);
        if (r->at_end)
            return 0;
        if (!more(r) && !r->at_end)
            return -1;
    }
}

/* Reads until all of the unit is in the window: its length, with *too_long when only its begin is
 * (the rest is dropped). -1 on an error. */
static ssize_t unit_length(struct rec_reader *r, bool *too_long)
{
    size_t looked = 1;
    /* So much of the line that begins the next unit can be here without being known as such. */
    const size_t margin = r->name.n + BOM.n;
    for (;;) {
        struct str s = unread(r);
        size_t end = find_start(r, s, looked, true);
        if (end < s.n || r->at_end) {
            *too_long = end > REC_UNIT_MAX;
            return (ssize_t)end;
        }
        if (s.n > REC_UNIT_MAX + margin) {
            const char *last = memrchr(s.p, '\n', s.n);
            *too_long = true;
            return last ? last + 1 - s.p : (ssize_t)s.n;
        }
        looked = s.n > margin ? s.n - margin : 1;
        if (!more(r) && !r->at_end)
            return -1;
    }
}

static void unit_too_long(struct rec_reader *r, struct rec_unit *u, struct arena *a,
                          struct diags *list)
{
    struct str rest, line = str_cut(u->bytes, '\n', &rest);
    struct str value;
    struct parse p = parse_make(a, u, list);
    str_cut(line, ':', &value);
    field_line(&p, (struct str){r->name.p, r->name.n - 1}, str_trim(value), u->regel);
    record_end(&p);
    u->records = p.records.at;
    u->n = p.records.n;
    fault(&p, MC017, MC017_ZAAK, u->regel);
}

int rec_next(struct rec_reader *r, struct arena *a, struct rec_unit *u, struct diags *list)
{
    int found = go_to_unit(r);
    if (found <= 0)
        return found;
    r->in_unit = true;
    if (str_starts(unread(r), BOM)) {
        if (!r->bom || r->stray) /* else an earlier one is already the case's */
            r->bom = r->regel;
        r->start += BOM.n;
    }
    bool too_long = false;
    ssize_t n = unit_length(r, &too_long);
    if (n < 0)
        return -1;
    *u = (struct rec_unit){.regel = r->regel,
                           .bytes = {r->p + r->start, (size_t)n},
                           .complete = true,
                           .last = r->at_end && r->start + (size_t)n == r->end};
    unsigned bom = r->bom;
    if (bom == 1 && r->stray)
        bom = 0; /* it stood before that text */
    r->bom = 0;
    if (too_long) {
        unit_too_long(r, u, a, list);
        skip(r, (size_t)n);
        return 1;
    }
    struct parse p = parse_make(a, u, list);
    unit_parse(&p, u->bytes, u->regel);
    if (!u->unreadable) {
        if (bom)
            fault(&p, MC005, MC005_BOM, bom);
        if (p.crlf)
            fault(&p, MC005, MC005_CRLF, p.crlf);
        if (!u->complete && u->n)
            fault(&p, MC005, MC005_EINDE, u->records[u->n - 1].regel);
    }
    skip(r, (size_t)n);
    return 1;
}
