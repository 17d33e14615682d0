#include "export_output.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

bool output_names_folder(const char *path)
{
    struct stat st;
    return str_ends(str_of(path), STR("/")) || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

/* ---- messages ---- */

/* The path of a file in the folder. */
static const char *path_in(struct run *r, const struct output *o, const char *name)
{
    struct buf b = buf_in(&r->scratch);
    buf_text(&b, o->path);
    if (!str_ends(str_of(o->path), STR("/")))
        buf_byte(&b, '/');
    buf_text(&b, name);
    buf_byte(&b, '\0');
    return b.p;
}

static void say_result(struct run *r, const char *path, enum store_result result, int error)
{
    if (result == STORE_CANNOT && error == EINVAL)
        run_say_file(r, EXIT_OUTPUT, path,
                     _("is a link, pipe, device or socket; nothing is put in its place"));
    else if (result == STORE_CANNOT)
        run_say_file(r, EXIT_OUTPUT, path, "%s", strerror(error));
    else if (result == STORE_FAILED)
        run_say_file(r, EXIT_WRITE, path, _("%s; what was there still is"), strerror(error));
    else if (result == STORE_UNSURE)
        run_say_file(r, EXIT_WRITE, path, _("%s: it is there, but may not survive a power failure"),
                     strerror(error));
}

/* ---- a file ---- */

/* True when it is open and takes the place of none that is read. */
static bool opened(struct run *r, struct output *o, enum store_result result, const char *path)
{
    if (result != STORE_DONE) {
        say_result(r, path, result, o->file.error);
        return false;
    }
    if (o->file.replaces && walk_holds(&r->walk, &o->file.stat)) {
        store_output_abandon(&o->file);
        run_say_file(r, EXIT_OUTPUT, path,
                     _("is one of the files to be exported; nothing is put in its place"));
        return false;
    }
    o->bytes.fd = o->file.file;
    o->bytes.n = 0;
    o->bytes.err = 0;
    return true;
}

static void close_file(struct run *r, struct output *o, const char *path)
{
    enum store_result result = store_output_close(&o->file, buf_flush(&o->bytes));
    say_result(r, path, result, o->file.error);
}

bool output_open(struct run *r, struct output *o, const char *end)
{
    o->folder = -1;
    o->end = end;
    if (!o->path)
        return true;
    o->bytes = buf_to(-1, &r->arena, BLOCK);
    if (!o->per_case)
        return opened(r, o, store_output_open(&o->file, &r->arena, o->path), o->path);
    o->folder = store_output_folder(&r->arena, o->path, end);
    if (o->folder < 0)
        run_say_file(r, EXIT_OUTPUT, o->path, "%s", strerror(errno));
    return o->folder >= 0;
}

void output_close(struct run *r, struct output *o, bool keep)
{
    if (!o->path)
        return;
    if (o->per_case)
        close(o->folder);
    else if (keep)
        close_file(r, o, o->path);
    else
        store_output_abandon(&o->file);
}

/* ---- a file a case ---- */

/* Was there a case with this id already: its file would be replaced by this one. */
static const struct diag *met_before(const struct run_case *c)
{
    for (size_t i = 0; i < c->diags.n; i++)
        if (c->diags.at[i].code == MC013)
            return &c->diags.at[i];
    return NULL;
}

bool output_case_begin(struct run *r, struct output *o, const struct run_case *c)
{
    if (!zaak_id_valid(c->zaak.id)) {
        run_say_file(r, EXIT_OUTPUT, c->bestand,
                     _("line %u: no file can be named after this id; the case is left out"),
                     c->zaak.regel);
        return false;
    }
    if (met_before(c)) {
        run_say_file(r, EXIT_OUTPUT, c->bestand,
                     _("line %u: a case with this id was met before; this one is left out"),
                     c->zaak.regel);
        return false;
    }
    struct buf name = buf_in(&r->scratch);
    buf_str(&name, c->zaak.id);
    buf_text(&name, o->end);
    buf_byte(&name, '\0');
    return opened(r, o, store_output_open_in(&o->file, o->folder, name.p), path_in(r, o, name.p));
}

void output_case_end(struct run *r, struct output *o)
{
    close_file(r, o, path_in(r, o, o->file.name));
}
