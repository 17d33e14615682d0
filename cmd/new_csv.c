/* --from=csv: the headers of all sheets are looked at before anything of one is taken over. */
#include "new.h"

#include "import/csv.h"

#include <unistd.h>

/* A sheet that is being read. */
struct new_sheet {
    const struct walk_file *file;
    int fd;
    struct arena arena;
    struct import_csv csv;
    enum import_result header;
    struct import_zaak why; /* of a header that cannot be read */
    struct new_sheet *next;
};

/* Opens a sheet and reads its header. */
static struct new_sheet *open_sheet(struct making *m, const struct walk_file *f, int fd)
{
    struct new_sheet *s = arena_new(&m->r->arena, struct new_sheet, 1);
    *s = (struct new_sheet){.file = f, .fd = fd, .arena = arena_make(run_oom)};
    s->csv = import_csv_make(rec_from_fd(&s->fd), &m->entry, &s->arena);
    s->header = import_csv_header(&s->csv, &s->arena, &s->why);
    return s;
}

static void close_sheet(struct new_sheet *s)
{
    import_csv_free(&s->csv);
    arena_free(&s->arena);
}

/* ---- the header ---- */

/* ` 28 (AB)`: its number, and its name in a spreadsheet. */
static void write_column(struct buf *b, unsigned nr)
{
    char letters[8];
    size_t n = 0;
    for (unsigned rest = nr; rest; rest = (rest - 1) / 26)
        letters[n++] = (char)('A' + (rest - 1) % 26);
    buf_byte(b, ' ');
    buf_number(b, nr);
    buf_text(b, " (");
    while (n)
        buf_byte(b, letters[--n]);
    buf_byte(b, ')');
}

static void say_wrong_header(struct making *m, const struct new_sheet *s,
                             const struct import_kop_fout *f)
{
    struct buf text = buf_in(&m->r->scratch);
    if (f->kolom) {
        buf_text(&text, _("column"));
        write_column(&text, f->kolom);
        buf_text(&text, ": ");
    }
    buf_text(&text, _(f->tekst));
    if (f->ook) {
        buf_text(&text, _(", also as column"));
        write_column(&text, f->ook);
    }
    if (f->bedoeld.tekst) {
        buf_text(&text, _(" (did you mean "));
        buf_text(&text, f->bedoeld.tekst);
        buf_text(&text, "?)");
    }
    buf_byte(&text, '\0');
    run_say_file(m->r, EXIT_USAGE, s->file->path, "%s", text.p);
}

static bool header_is_good(struct making *m, const struct new_sheet *s)
{
    for (size_t i = 0; i < s->csv.kop.fouten.n; i++)
        say_wrong_header(m, s, &s->csv.kop.fouten.at[i]);
    return s->csv.kop.fouten.n == 0;
}

/* What cannot be opened or read is told when its turn comes. */
void new_csv_look(struct making *m)
{
    for (size_t i = 0; i < m->r->walk.n; i++) {
        struct walk_file *f = &m->r->walk.at[i];
        int fd = f->problem == WALK_FINE ? walk_open(f) : -1;
        if (fd < 0)
            continue;
        struct new_sheet *s = open_sheet(m, f, fd);
        header_is_good(m, s);
        if (f->input) { /* it cannot be read a second time */
            s->next = m->sheets;
            m->sheets = s;
        } else {
            close_sheet(s);
            close(fd);
        }
    }
    for (struct new_sheet *s = m->sheets; s && m->r->status >= EXIT_USAGE; s = s->next)
        close_sheet(s); /* nothing is taken over */
}

/* ---- the rows ---- */

static struct new_sheet *sheet_of(struct making *m, const struct walk_file *f, int fd)
{
    for (struct new_sheet *s = m->sheets; s; s = s->next)
        if (s->file == f)
            return s;
    return open_sheet(m, f, fd);
}

static enum import_result next_case(void *self, struct arena *a, struct import_zaak *z)
{
    return import_csv_next(self, a, z);
}

static void take_rows(struct making *m, struct new_sheet *s)
{
    const char *path = s->file->path;
    if (s->header == IMPORT_FAILED)
        run_say_file(m->r, EXIT_INPUT, path, "%s", strerror(s->csv.error));
    else if (s->header == IMPORT_BROKEN)
        new_refuse(m, path, EXIT_INPUT, &s->why);
    else if (s->header == IMPORT_END && !s->file->input)
        new_refuse_empty(m, path);
    else if (s->header == IMPORT_TAKEN)
        new_take_all(m, s->file, (struct new_reader){&s->csv, next_case, &s->csv.error});
}

void new_csv_take(struct making *m, struct walk_file *f, int fd)
{
    struct new_sheet *s = sheet_of(m, f, fd);
    if (f->input || header_is_good(m, s)) /* unless it changed since it was looked at */
        take_rows(m, s);
    close_sheet(s);
}
