#include "io/file.h"
#include "io/store.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static enum store_result said(struct store_output *o, int error, enum store_result otherwise)
{
    o->error = error;
    return error ? otherwise : STORE_DONE;
}

/* What is there, and whether it may be replaced. */
static int look(struct store_output *o)
{
    if (fstatat(o->folder, o->name, &o->stat, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? 0 : errno;
    o->replaces = true;
    if (S_ISREG(o->stat.st_mode))
        return 0;
    return S_ISDIR(o->stat.st_mode) ? EISDIR : EINVAL;
}

/* A file system without nameless files says so in many ways, and without /proc a nameless file gets
 * no name: whatever cannot be made without a name is tried with one. */
static int make(struct store_output *o)
{
    o->file = access("/proc/self/fd", X_OK) == 0
                  ? file_open(o->folder, ".", O_TMPFILE | O_WRONLY, 0600)
                  : -1;
    o->named = o->file < 0;
    if (!o->named)
        return 0;
    int error = temporary_make(&o->temporary, o->folder, o->name);
    if (!error)
        o->file = o->temporary.file;
    return error;
}

static enum store_result start(struct store_output *o)
{
    int error = look(o);
    if (!error)
        error = rights_of(&o->rights, o->folder);
    if (!error)
        error = make(o);
    if (error && o->own_folder)
        file_close(o->folder);
    return said(o, error, STORE_CANNOT);
}

enum store_result store_output_open(struct store_output *o, struct arena *a, const char *path)
{
    *o = (struct store_output){.file = -1, .folder = -1, .own_folder = true};
    char target[PATH_MAX];
    struct stat st;
    if (fstatat(AT_FDCWD, path, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode)) {
        if (!realpath(path, target))
            return said(o, errno, STORE_CANNOT);
        path = target;
    }
    struct file_place place = file_place(a, path);
    if (!*place.name)
        return said(o, *path ? EISDIR : ENOENT, STORE_CANNOT);
    o->name = place.name;
    o->folder = file_open(AT_FDCWD, place.folder, O_RDONLY | O_DIRECTORY, 0);
    if (o->folder < 0)
        return said(o, errno, STORE_CANNOT);
    temporary_leftovers(o->folder, o->name);
    return start(o);
}

enum store_result store_output_open_in(struct store_output *o, int folder, const char *name)
{
    *o = (struct store_output){.file = -1, .folder = folder, .name = name};
    return start(o);
}

/* Whole and on disk, under a passing name. */
static enum store_result finish(struct store_output *o)
{
    enum store_result result = said(o, rights_set(o->file, &o->rights), STORE_CANNOT);
    if (result != STORE_DONE)
        return result;
    if (o->named) {
        o->file = -1;
        return said(o, temporary_seal(&o->temporary), STORE_FAILED);
    }
    if (fsync(o->file) != 0)
        return said(o, errno, STORE_FAILED);
    int error = temporary_name(&o->temporary, o->folder, o->name, o->file);
    o->named = !error;
    return said(o, error, STORE_CANNOT);
}

static void release(struct store_output *o, bool placed)
{
    if (o->file >= 0 && !(o->named && o->temporary.file == o->file))
        file_close(o->file);
    if (o->named)
        temporary_end(&o->temporary, placed);
    if (o->own_folder)
        file_close(o->folder);
    o->file = o->folder = -1;
    o->named = o->own_folder = false;
}

enum store_result store_output_close(struct store_output *o, int error)
{
    enum store_result result = said(o, error, STORE_FAILED);
    if (result == STORE_DONE)
        result = finish(o);
    if (result == STORE_DONE && renameat(o->folder, o->temporary.name, o->folder, o->name) != 0)
        result = said(o, errno, STORE_FAILED);
    bool placed = result == STORE_DONE;
    if (placed)
        result = said(o, file_sync_folder(o->folder), STORE_UNSURE);
    release(o, placed);
    return result;
}

void store_output_abandon(struct store_output *o)
{
    release(o, false);
}

int store_output_folder(struct arena *a, const char *path, const char *end)
{
    struct str bare = str_of(path);
    while (bare.n > 1 && bare.p[bare.n - 1] == '/')
        bare.n--;
    int folder = rights_folder(a, arena_cstr(a, bare));
    if (folder >= 0)
        temporary_leftovers_ending(folder, end);
    return folder;
}
