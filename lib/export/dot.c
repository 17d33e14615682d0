#include "export/dot.h"

#include "base/escape.h"

/* Where the path ends: with which outcome, by which norm. Each is drawn once. */
struct einde {
    enum uitkomst uitkomst;
    int norm;
};

struct graph {
    struct buf *b;
    const struct kader_versie *k;
    struct arena *a;
    struct {
        struct einde *at;
        size_t n, cap;
    } einden;
};

/* `melden, meldnorm 2` */
static void write_outcome(struct buf *b, enum uitkomst uitkomst, int norm, const char *between)
{
    buf_text(b, uitkomst == UITKOMST_GEEN ? "einde" : uitkomst_woord(uitkomst));
    if (norm) {
        buf_text(b, between);
        buf_text(b, "meldnorm ");
        buf_number(b, norm);
    }
}

static size_t end_of(struct graph *g, const struct kader_rij *rij)
{
    size_t i = 0;
    while (i < g->einden.n &&
           (g->einden.at[i].uitkomst != rij->uitkomst || g->einden.at[i].norm != rij->norm))
        i++;
    if (i == g->einden.n)
        *arena_push(g->a, &g->einden) = (struct einde){rij->uitkomst, rij->norm};
    return i;
}

static void write_question(struct graph *g, int n)
{
    const struct kader_vraag *v = &g->k->vragen[n];
    struct buf label = buf_in(g->a);
    buf_number(&label, n);
    buf_text(&label, v->kort.n ? ". " : "");
    buf_str(&label, v->kort);
    buf_text(g->b, "    v");
    buf_number(g->b, n);
    buf_text(g->b, n == g->k->eerste ? " [style=bold, label=" : " [label=");
    escape_dot(g->b, buf_all(&label));
    buf_text(g->b, "];\n");
}

/* What an edge says: the answer, and what is certain from there on when the way does not end. */
static void write_row(struct graph *g, int n, enum antwoord antwoord)
{
    const struct kader_rij *rij = &g->k->vragen[n].rijen[antwoord];
    struct buf label = buf_in(g->a);
    buf_text(&label, antwoord_woord(antwoord));
    buf_text(g->b, "    v");
    buf_number(g->b, n);
    if (rij->verder == VERDER_EINDE) {
        buf_text(g->b, " -> e");
        buf_number(g->b, (long long)end_of(g, rij) + 1);
    } else {
        buf_text(g->b, " -> v");
        buf_number(g->b, rij->verder);
        if (rij->uitkomst != UITKOMST_GEEN) {
            buf_text(&label, ": ");
            write_outcome(&label, rij->uitkomst, rij->norm, ", ");
        }
    }
    if (rij->samen)
        buf_text(&label, "\nverder samen met Veilig Thuis");
    buf_text(g->b, " [label=");
    escape_dot(g->b, buf_all(&label));
    buf_text(g->b, "];\n");
}

static void write_ends(struct graph *g)
{
    for (size_t i = 0; i < g->einden.n; i++) {
        struct buf label = buf_in(g->a);
        write_outcome(&label, g->einden.at[i].uitkomst, g->einden.at[i].norm, "\n");
        buf_text(g->b, "    e");
        buf_number(g->b, (long long)i + 1);
        buf_text(g->b, " [shape=oval, label=");
        escape_dot(g->b, buf_all(&label));
        buf_text(g->b, "];\n");
    }
}

static void write_head(struct graph *g)
{
    const struct kader_versie *k = g->k;
    struct buf name = buf_in(g->a);
    buf_str(&name, k->naam);
    buf_text(&name, ", versie ");
    buf_str(&name, k->versie);
    buf_text(g->b, "digraph ");
    escape_dot(g->b, buf_all(&name));
    buf_text(g->b, " {\n    graph [labelloc=t, fontname=\"sans-serif\", label=");
    buf_byte(&name, '\n');
    buf_str(&name, k->titel);
    buf_byte(&name, '\n');
    buf_str(&name, k->eigenaar);
    escape_dot(g->b, buf_all(&name));
    buf_text(g->b, "];\n    node [shape=box, fontname=\"sans-serif\"];\n"
                   "    edge [fontname=\"sans-serif\"];\n");
}

void export_dot(struct buf *b, const struct kader_versie *k, struct arena *a)
{
    struct graph g = {.b = b, .k = k, .a = a};
    write_head(&g);
    for (int n = 1; n <= VRAGEN_MAX; n++)
        if (k->vragen[n].is_er)
            write_question(&g, n);
    for (int n = 1; n <= VRAGEN_MAX; n++)
        for (int x = ANTWOORD_JA; k->vragen[n].is_er && x < ANTWOORDEN; x++)
            if (k->vragen[n].rijen[x].is_er)
                write_row(&g, n, (enum antwoord)x);
    write_ends(&g);
    buf_text(b, "}\n");
}
