#include "step_kept.h"

#include "io/store.h"
#include "step.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Not XDG_RUNTIME_DIR, which is emptied when a session ends: a connection that breaks while the
 * editor is open would take along what was typed. */
static const char *base_folder(void)
{
    const char *folder = run_env("TMPDIR");
    return folder ? folder : "/tmp";
}

/* The folder is 0700 whatever the umask, and not setgid where its parent is: so the file is 0600.
 */
static bool make_folder(struct kept *k, struct run *r)
{
    struct buf b = buf_in(&r->arena);
    buf_text(&b, base_folder());
    buf_text(&b, "/mc-step-XXXXXX");
    buf_byte(&b, '\0');
    k->folder = b.p;
    if (mkdtemp(b.p) && chmod(b.p, S_IRWXU) == 0)
        return true;
    run_say_file(r, EXIT_OUTPUT, base_folder(),
                 _("%s; there is no place for a file to type the entry in, nothing was recorded"),
                 strerror(errno));
    return false;
}

bool kept_make(struct kept *k, struct run *r, const char *name, struct str text)
{
    if (!make_folder(k, r))
        return false;
    struct buf b = buf_in(&r->arena);
    buf_text(&b, k->folder);
    buf_byte(&b, '/');
    for (; *name; name++)
        buf_byte(&b, ascii_lower(*name));
    buf_text(&b, ".rec");
    buf_byte(&b, '\0');
    k->path = b.p;
    int error = 0;
    enum store_result result = store_create(&r->arena, k->path, text, &error);
    if (result == STORE_DONE)
        return true;
    run_say_file(r, result == STORE_FAILED || result == STORE_UNSURE ? EXIT_WRITE : EXIT_OUTPUT,
                 k->path, _("%s; nothing was recorded"), strerror(error));
    kept_remove(k, r);
    return false;
}

bool kept_read(const struct kept *k, struct run *r, struct str *text)
{
    *text = (struct str){0};
    int file = open(k->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0 && errno == ENOENT)
        return true;
    int before = r->status;
    r->status = EXIT_FINE;
    if (file < 0)
        run_say_file(r, EXIT_INPUT, k->path, "%s", strerror(errno));
    else
        *text = step_read_all(r, file, k->path);
    bool good = r->status == EXIT_FINE;
    run_status(r, before);
    if (file >= 0)
        close(file);
    return good;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

bool kept_beside(const struct kept *k)
{
    const char *own = strrchr(k->path, '/') + 1;
    bool found = false;
    DIR *dir = opendir(k->folder);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone */
    for (struct dirent *e; dir && (e = readdir(dir));)
        found = found || (!is_dots(e->d_name) && strcmp(e->d_name, own) != 0);
    if (dir)
        closedir(dir);
    return found;
}

void kept_remove(const struct kept *k, struct run *r)
{
    DIR *dir = opendir(k->folder);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone */
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (!is_dots(e->d_name))
            unlinkat(dirfd(dir), e->d_name, 0);
    if (dir)
        closedir(dir);
    if (rmdir(k->folder) != 0 && errno != ENOENT)
        run_say_file(r, EXIT_WRITE, k->folder,
                     _("%s; this folder may hold what was typed, remove it"), strerror(errno));
}
