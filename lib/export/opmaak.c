#include "export/opmaak.h"

static const char VAST = OPMAAK_VAST[0];

void opmaak_gap(struct opmaak *o)
{
    o->gap = o->begun;
}

/* Lines under way. */
struct flow {
    struct opmaak *o;
    int hang;
    int column; /* where the last word of the line ended; 0: the line is empty */
    int next;   /* where the next word begins, when it fits */
};

static struct flow flow_start(struct opmaak *o, int first, int hang)
{
    return (struct flow){.o = o, .hang = hang, .next = first};
}

static void end_line(struct flow *f)
{
    if (f->column)
        buf_byte(f->o->out, '\n');
    f->column = 0;
    f->next = f->hang;
}

static void write_glued(struct buf *out, struct str word)
{
    for (;;) {
        struct str rest, part = str_cut(word, VAST, &rest);
        buf_str(out, part);
        if (!rest.p)
            return;
        buf_byte(out, ' ');
        word = rest;
    }
}

static void place(struct flow *f, struct str word)
{
    int columns = str_columns(word);
    if (f->column && f->next + columns > f->o->width)
        end_line(f);
    if (f->o->gap) {
        buf_byte(f->o->out, '\n');
        f->o->gap = false;
    }
    buf_fill(f->o->out, ' ', (size_t)(f->next - f->column));
    write_glued(f->o->out, word);
    f->o->begun = true;
    f->column = f->next + columns;
    f->next = f->column + 1;
}

static void place_word(struct flow *f, struct str word)
{
    if (f->hang + str_columns(word) <= f->o->width) {
        place(f, word);
        return;
    }
    for (struct str rest = word; rest.p;) {
        struct str part = str_cut(rest, VAST, &rest);
        if (part.n)
            place(f, part);
    }
}

static bool parts_words(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static void flow_text(struct flow *f, struct str text)
{
    bool any = false;
    for (size_t i = 0; i < text.n;) {
        size_t breaks = 0, from;
        for (; i < text.n && parts_words(text.p[i]); i++)
            breaks += text.p[i] == '\n';
        for (from = i; i < text.n && !parts_words(text.p[i]);)
            i++;
        if (i == from)
            return;
        if (any && breaks > 1) {
            end_line(f);
            opmaak_gap(f->o);
        }
        place_word(f, (struct str){text.p + from, i - from});
        any = true;
    }
}

void opmaak_flow(struct opmaak *o, int first, int hang, struct str text)
{
    struct flow f = flow_start(o, first, hang);
    flow_text(&f, text);
    end_line(&f);
}

void opmaak_pair(struct opmaak *o, int first, int hang, struct str label, struct str value)
{
    struct flow f = flow_start(o, first, hang);
    flow_text(&f, label);
    if (f.next < hang)
        f.next = hang;
    flow_text(&f, value);
    end_line(&f);
}

void opmaak_heading(struct opmaak *o, struct str text)
{
    opmaak_gap(o);
    opmaak_flow(o, 0, 0, text);
    opmaak_gap(o);
}
