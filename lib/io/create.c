#include "io/file.h"
#include "io/rights.h"
#include "io/store.h"
#include "io/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* A file to be made. */
struct target {
    int folder;
    const char *name;
    struct rights rights;
};

static int target_open(struct target *t, struct arena *a, const char *path)
{
    struct file_place place = file_place(a, path);
    if (!*place.name)
        return *path ? EISDIR : ENOENT;
    t->name = place.name;
    t->folder = rights_folder(a, place.folder);
    if (t->folder < 0)
        return errno;
    int error = rights_of(&t->rights, t->folder);
    if (error)
        file_close(t->folder);
    return error;
}

static enum store_result said(int *error, int what, enum store_result otherwise)
{
    *error = what;
    return what ? otherwise : STORE_DONE;
}

static enum store_result fill(int file, const struct target *t, struct str bytes, int *error)
{
    enum store_result result = said(error, file_write(file, &bytes, 1), STORE_FAILED);
    if (result == STORE_DONE)
        result = said(error, rights_set(file, &t->rights), STORE_CANNOT);
    return result;
}

static enum store_result placed(int failed, int *error)
{
    int what = failed ? errno : 0;
    return said(error, what, what == EEXIST ? STORE_EXISTS : STORE_CANNOT);
}

/* A file without a name until it is whole: whatever ends us leaves nothing behind. */
static enum store_result put_nameless(const struct target *t, struct str bytes, int *error)
{
    int file = file_open(t->folder, ".", O_TMPFILE | O_WRONLY, 0600);
    if (file < 0)
        return said(error, errno, STORE_CANNOT);
    enum store_result result = fill(file, t, bytes, error);
    if (result == STORE_DONE && fsync(file) != 0)
        result = said(error, errno, STORE_FAILED);
    if (result == STORE_DONE) {
        char here[sizeof "/proc/self/fd/" + 3 * sizeof file];
        snprintf(here, sizeof here, "/proc/self/fd/%d", file);
        result = placed(linkat(AT_FDCWD, here, t->folder, t->name, AT_SYMLINK_FOLLOW), error);
    }
    file_close(file);
    return result;
}

/* Gives a sealed temporary its name, never over another: some file systems (NFS) can do that by a
 * second link only, which leaves the temporary to be removed, some (FAT) by renaming only. */
static int place(const struct temporary *from, const struct target *t, bool *moved)
{
    int failed = renameat2(t->folder, from->name, t->folder, t->name, RENAME_NOREPLACE);
    *moved = !failed;
    if (failed && (errno == EINVAL || errno == ENOSYS))
        failed = linkat(t->folder, from->name, t->folder, t->name, 0);
    return failed;
}

static enum store_result put_named(const struct target *t, struct str bytes, int *error)
{
    struct temporary made;
    bool moved = false;
    enum store_result result = said(error, temporary_make(&made, t->folder, t->name), STORE_CANNOT);
    if (result != STORE_DONE)
        return result;
    result = fill(made.file, t, bytes, error);
    if (result == STORE_DONE)
        result = said(error, temporary_seal(&made), STORE_FAILED);
    if (result == STORE_DONE)
        result = placed(place(&made, t, &moved), error);
    temporary_end(&made, moved);
    return result;
}

/* A file system without nameless files says so in many ways (EOPNOTSUPP, EISDIR, EINVAL; ENOENT
 * where there is no /proc): whatever cannot be made without a name is tried with one. */
enum store_result store_create(struct arena *a, const char *path, struct str bytes, int *error)
{
    struct target t = {.folder = -1};
    enum store_result result = said(error, target_open(&t, a, path), STORE_CANNOT);
    if (result != STORE_DONE)
        return result;
    result = put_nameless(&t, bytes, error);
    if (result == STORE_CANNOT)
        result = put_named(&t, bytes, error);
    if (result == STORE_DONE)
        result = said(error, file_sync_folder(t.folder), STORE_UNSURE);
    file_close(t.folder);
    return result;
}
