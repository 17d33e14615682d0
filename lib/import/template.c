#include "import/template.h"

#include "rec/writer.h"

enum { COLUMNS = 78, INDENT = 2 };

/* ---- comments ---- */

/* `text` as comment lines, its words behind `indent` spaces. */
static void comment(struct buf *b, int indent, struct str text)
{
    int at = 0;
    for (struct str rest; text.n; text = rest) {
        struct str word = str_cut(text, ' ', &rest);
        if (at && at + 1 + str_columns(word) > COLUMNS) {
            buf_byte(b, '\n');
            at = 0;
        }
        if (at) {
            buf_byte(b, ' ');
        } else {
            buf_byte(b, '#');
            buf_fill(b, ' ', 1 + (size_t)indent);
            at = indent + 1;
        }
        buf_str(b, word);
        at += 1 + str_columns(word);
    }
    buf_byte(b, '\n');
}

/* `text` with `with` in the place of {it}. */
static void put(struct buf *b, const char *text, const char *with)
{
    struct str after, before = str_cut(str_of(text), '{', &after);
    buf_str(b, before);
    str_cut(after, '}', &after);
    buf_text(b, with);
    buf_str(b, after);
}

static struct buf scratch(const struct import_entry *e)
{
    return buf_in(e->arena);
}

static void head(struct buf *b, const struct import_entry *e, enum template_use use)
{
    struct buf line = scratch(e);
    buf_text(&line, e->kind->naam.tekst);
    if (e->kind->step) {
        char step[] = {(char)('0' + e->kind->step), '\0'};
        buf_byte(&line, ' ');
        put(&line, _("(step {step})"), step);
    }
    buf_text(&line, ": ");
    buf_text(&line, _(e->kind->meaning));
    comment(b, 0, buf_all(&line));
    buf_text(b, "#\n");
    comment(
        b, 0,
        str_of(_("Type behind the colons. A further line of a text begins with \"+ \", an empty "
                 "line of it is \"+\". A field that is left empty is left out. Lines that begin "
                 "with # explain, and are not recorded.")));
    buf_byte(b, '\n');
    comment(b, 0,
            use == TEMPLATE_REVISE ? str_of(_("label of the entry, which stays as it is"))
                                   : str_of(_("label; left empty: the next number")));
}

/* What must be known of a field besides its meaning and its type. */
static void marks(struct buf *b, const struct schema_kind *k, const struct schema_field *f)
{
    if (f->unless_value) {
        const struct schema_field *other = &k->fields[f->unless];
        struct naam word = other->list[f->unless_value - 1];
        put(b, _("mandatory unless {field} is "), other->naam.tekst);
        buf_text(b, word.tekst);
    } else if (f->flags & MUST && f == &k->fields[Veld_Datum] && k != &soorten.kinds[S_Signaal] &&
               strcmp(f->naam.tekst, "Datum") == 0) {
        buf_text(b, _("left empty: today"));
    } else if (f->flags & MUST) {
        buf_text(b, _("mandatory"));
    }
    if (f->flags & MANY) {
        buf_text(b, f->flags & MUST ? ", " : "");
        buf_text(b, _("may be repeated"));
    }
}

static void explain(struct buf *b, const struct import_entry *e, const struct schema_field *f)
{
    struct buf line = scratch(e), mark = scratch(e);
    buf_text(&line, _(f->meaning));
    marks(&mark, e->kind, f);
    if (mark.n) {
        buf_text(&line, " (");
        buf_str(&line, buf_all(&mark));
        buf_byte(&line, ')');
    }
    comment(b, 0, buf_all(&line));
    line.n = 0;
    if (f->type == &type_label && f->refers)
        put(&line, _("label of a {kind}"), f->refers);
    else if (!f->list)
        buf_text(&line, _(f->type->meaning));
    for (const struct naam *w = f->list; w && w->tekst; w++) {
        buf_text(&line, w == f->list ? "" : ", ");
        buf_text(&line, w->tekst);
    }
    comment(b, INDENT, buf_all(&line));
}

/* ---- fields ---- */

/* A field to be filled in: a space behind the colon, for what is typed there needs one. */
static void offer(struct buf *b, const char *name)
{
    buf_text(b, name);
    buf_text(b, ": \n");
}

static bool named(const struct rec_field *f, const struct schema_field *field)
{
    return str_is(f->name, field->naam.tekst);
}

static bool given(const struct import_entry *e, const struct schema_field *f)
{
    for (size_t i = 0; i < e->fields.n; i++)
        if (named(&e->fields.at[i], f) && e->fields.at[i].value.n)
            return true;
    return false;
}

static void write_field(struct buf *b, const struct import_entry *e, const struct schema_field *f)
{
    explain(b, e, f);
    if (!given(e, f))
        offer(b, f->naam.tekst);
    for (size_t i = 0; i < e->fields.n; i++)
        if (named(&e->fields.at[i], f) && e->fields.at[i].value.n)
            rec_write_field(b, e->fields.at[i].name, e->fields.at[i].value);
}

/* A field that was given and is empty, though it need not be there: it stays so. */
static bool given_empty(const struct import_entry *e, const struct schema_field *f)
{
    bool found = false;
    for (size_t i = 0; i < e->fields.n; i++)
        found = found || named(&e->fields.at[i], f);
    return found && !(f->flags & MUST) && !given(e, f);
}

/* To withdraw is for an entry that stands, and nothing is destroyed by being written. */
static bool asked(const struct import_entry *e, short slot, enum template_use use)
{
    if (given_empty(e, &e->kind->fields[slot]))
        return false;
    if (slot == Veld_Ingetrokken || slot == Veld_Vernietigd)
        return given(e, &e->kind->fields[slot]) ||
               (slot == Veld_Ingetrokken && use == TEMPLATE_REVISE);
    return true;
}

/* What has no place above: fields that are not in the table, and what was given empty. */
static void write_rest(struct buf *b, const struct import_entry *e)
{
    for (size_t i = 0; i < e->fields.n; i++) {
        const struct rec_field *f = &e->fields.at[i];
        short slot = schema_slot(&soorten, e->kind, f->name);
        bool closing = slot == Veld_Vastgelegd || slot == Veld_Door;
        if (slot < 0 || (!closing && given_empty(e, &e->kind->fields[slot])))
            rec_write_field(b, f->name, f->value);
    }
}

void template_write(struct buf *b, const struct import_entry *e, enum template_use use)
{
    short slots[SCHEMA_FIELDS_MAX], closing;
    short n = (short)(schema_order(&soorten, e->kind, slots, &closing) - closing);
    head(b, e, use);
    if (e->label.n)
        rec_write_field(b, str_of(e->kind->naam.tekst), e->label);
    else
        offer(b, e->kind->naam.tekst);
    for (short i = 0; i < n; i++)
        if (asked(e, slots[i], use))
            write_field(b, e, &e->kind->fields[slots[i]]);
    write_rest(b, e);
}

/* ---- what came back ---- */

/* The next line of *text that is not empty, without blanks at its end; false at the end. */
static bool next_line(struct str *text, struct str *line)
{
    while (text->n) {
        *line = str_cut(*text, '\n', text);
        while (line->n && strchr(" \t\r", line->p[line->n - 1]))
            line->n--;
        if (line->n)
            return true;
    }
    return false;
}

static bool same_lines(struct str a, struct str b)
{
    struct str x = {0}, y = {0};
    for (;;) {
        bool more = next_line(&a, &x);
        if (next_line(&b, &y) != more)
            return false;
        if (!more)
            return true;
        if (!str_eq(x, y))
            return false;
    }
}

/* Are the lines of `part` lines of `whole`, in its order. */
static bool lines_left(struct str whole, struct str part)
{
    struct str x = {0}, y = {0};
    while (next_line(&part, &y)) {
        do
            if (!next_line(&whole, &x))
                return false;
        while (!str_eq(x, y));
    }
    return true;
}

bool template_untouched(struct str template, struct str text, const struct import_entry *typed)
{
    return same_lines(template, text) ||
           (!import_entry_filled(typed) && lines_left(template, text));
}
