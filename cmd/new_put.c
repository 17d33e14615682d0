#include "new.h"

#include "io/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void say_not_written(struct making *m, int status, const char *path, int error)
{
    run_say_file(m->r, status, path, _("%s; nothing was written"), strerror(error));
}

/* Collects the folders in which a file of the case may stand already; where they cannot be listed
 * the id might be made a second time. A folder that is not there, or is none, is left to put. */
void new_look_below(struct making *m)
{
    struct arena *a = &m->r->arena;
    *arena_push(a, &m->folders) = ".";
    DIR *dir;
    do
        dir = opendir(m->dir);
    while (!dir && errno == EINTR);
    if (!dir) {
        if (errno != ENOENT && errno != ENOTDIR)
            say_not_written(m, EXIT_OUTPUT, m->dir, errno);
        return;
    }
    errno = 0;
    for (const struct dirent *d; (d = readdir(dir)); errno = 0)
        if (d->d_name[0] != '.' && d->d_type != DT_REG)
            *arena_push(a, &m->folders) = arena_cstr(a, str_of(d->d_name));
    if (errno)
        say_not_written(m, EXIT_OUTPUT, m->dir, errno);
    closedir(dir);
}

static const char *path_of(const struct making *m, const char *folder, struct str id)
{
    struct buf b = buf_in(&m->r->scratch);
    buf_text(&b, m->dir);
    buf_byte(&b, '/');
    if (strcmp(folder, ".") != 0) {
        buf_text(&b, folder);
        buf_byte(&b, '/');
    }
    buf_str(&b, id);
    buf_text(&b, ".zaak");
    buf_byte(&b, '\0');
    return b.p;
}

/* The file of a case with that id, in whatever year; NULL with `error` 0: there is none. A folder
 * that may not be entered (lost+found) holds no case of ours. */
static const char *existing(const struct making *m, struct str id, int *error)
{
    *error = 0;
    for (size_t i = 0; i < m->folders.n; i++) {
        const char *path = path_of(m, m->folders.at[i], id);
        struct stat st;
        if (lstat(path, &st) == 0)
            return path;
        if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
            *error = errno;
    }
    return NULL;
}

/* FOLDER/YEAR/ID.zaak; a case without a valid day of Geopend goes to year 0000, the same at every
 * import. */
static const char *new_path(const struct making *m, struct str id, day_no geopend)
{
    char year[16];
    snprintf(year, sizeof year, "%04d", geopend == DAY_NONE ? 0 : date_of(geopend).year);
    return path_of(m, year, id);
}

/* To standard output. A case that breaks off within a line is kept apart from the next one. */
static void put_out(struct making *m, struct str bytes)
{
    if (m->dry_run)
        return;
    if (m->mid_line)
        buf_byte(&m->r->out, '\n');
    buf_str(&m->r->out, bytes);
    m->mid_line = !str_ends(bytes, STR("\n"));
}

static void say_path(struct making *m, const char *path)
{
    buf_text(&m->r->out, path);
    buf_byte(&m->r->out, '\n');
}

/* The folder that a path lies in, without slashes at its end. */
static struct str folder_of(struct str path)
{
    bool rooted = path.n && path.p[0] == '/';
    while (path.n && path.p[path.n - 1] != '/')
        path.n--;
    while (path.n && path.p[path.n - 1] == '/')
        path.n--;
    return path.n ? path : rooted ? STR("/") : STR(".");
}

/* Why nothing can be made in a folder: an errno, or 0. What is made in it is put on disk by way of
 * the folder, which is read for that. */
static int unwritable(const char *folder)
{
    return faccessat(AT_FDCWD, folder, R_OK | W_OK | X_OK, AT_EACCESS) == 0 ? 0 : errno;
}

/* What can be seen to be in the way of a file that is not there: an errno, or 0. Folders that are
 * missing would be made. */
static int obstacle(struct making *m, const char *path)
{
    for (struct str folder = folder_of(str_of(path));; folder = folder_of(folder)) {
        const char *name = arena_cstr(&m->r->scratch, folder);
        struct stat st;
        if (stat(name, &st) == 0)
            return !S_ISDIR(st.st_mode) ? ENOTDIR : unwritable(name);
        if (errno != ENOENT || str_is(folder, ".") || str_is(folder, "/"))
            return errno;
        if (lstat(name, &st) == 0)
            return ENOTDIR; /* a link to what is not there */
    }
}

static void put_dry(struct making *m, const char *path)
{
    int error = obstacle(m, path);
    if (error)
        say_not_written(m, EXIT_OUTPUT, path, error);
    else
        say_path(m, path);
}

/* Makes the file, and says so; what went wrong is said, but for STORE_EXISTS. */
static enum store_result put_file(struct making *m, const char *path, struct str bytes)
{
    struct run *r = m->r;
    int error;
    enum store_result result = store_create(&r->scratch, path, bytes, &error);
    if (result == STORE_DONE || result == STORE_UNSURE) {
        say_path(m, path);
        if (buf_flush(&r->out))
            run_say_file(r, EXIT_WRITE, path,
                         _("the case is there, but that could not be told on standard output"));
    }
    if (result == STORE_UNSURE)
        run_say_file(r, EXIT_WRITE, path,
                     _("%s: the case is there, but may not survive a power failure"),
                     strerror(error));
    else if (result != STORE_DONE && result != STORE_EXISTS)
        say_not_written(m, result == STORE_CANNOT ? EXIT_OUTPUT : EXIT_WRITE, path, error);
    return result;
}

static const struct met *there_already(struct making *m, const char *path)
{
    struct met *there = arena_new(&m->r->scratch, struct met, 1);
    *there = (struct met){.bestand = path, .regel = 1};
    return there;
}

const struct met *new_put(struct making *m, struct str id, day_no geopend, struct str bytes)
{
    if (!m->dir) {
        put_out(m, bytes);
        return NULL;
    }
    int error;
    const char *there = existing(m, id, &error);
    if (there)
        return there_already(m, there);
    /* Folders that this run makes were not there when they were listed. */
    const char *path = arena_cstr(&m->r->arena, str_of(new_path(m, id, geopend)));
    const struct met *before = ids_meet(&m->r->ids, (struct met){id, path, 1});
    if (before)
        return before;
    if (error)
        say_not_written(m, EXIT_OUTPUT, path, error);
    else if (m->dry_run)
        put_dry(m, path);
    else if (put_file(m, path, bytes) == STORE_EXISTS)
        return there_already(m, path);
    return NULL;
}
