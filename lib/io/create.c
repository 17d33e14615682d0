#include "io/file.h"
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
    bool shared; /* the folder is setgid: what is in it is its group's */
    gid_t group;
};

/* A folder in `parent`, made unless another was faster; the parent's names are put on disk either
 * way, since the other may not have come to that. -1 with errno. */
static int folder_new(int parent, const char *name)
{
    struct stat st;
    if (fstat(parent, &st) != 0)
        return -1;
    mode_t mode = st.st_mode & S_ISGID ? 02770 : 0700;
    if (mkdirat(parent, name, 0700) == 0) {
        if (fchmodat(parent, name, mode, AT_SYMLINK_NOFOLLOW) != 0)
            return -1;
    } else if (errno != EEXIST) {
        return -1;
    }
    errno = file_sync_folder(parent);
    if (errno)
        return -1;
    return file_open(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
}

static int folder_find(struct arena *a, const char *path)
{
    int folder = file_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);
    if (folder >= 0 || errno != ENOENT)
        return folder;
    struct file_place place = file_place(a, path);
    if (strcmp(place.folder, path) == 0)
        return -1; /* "." that was removed */
    int parent = folder_find(a, place.folder);
    if (parent < 0)
        return -1;
    folder = folder_new(parent, place.name);
    file_close(parent);
    return folder;
}

static int target_open(struct target *t, struct arena *a, const char *path)
{
    struct file_place place = file_place(a, path);
    if (!*place.name)
        return *path ? EISDIR : ENOENT;
    t->name = place.name;
    t->folder = folder_find(a, place.folder);
    struct stat st;
    if (t->folder < 0)
        return errno;
    if (fstat(t->folder, &st) != 0) {
        int error = errno;
        file_close(t->folder);
        return error;
    }
    t->shared = st.st_mode & S_ISGID;
    t->group = st.st_gid;
    return 0;
}

static enum store_result said(int *error, int what, enum store_result otherwise)
{
    *error = what;
    return what ? otherwise : STORE_DONE;
}

/* The group is set though the folder gives it: read and write for another group would be a leak. */
static int access_set(int file, const struct target *t)
{
    if (t->shared && fchown(file, (uid_t)-1, t->group) != 0)
        return errno;
    return fchmod(file, t->shared ? 0660 : 0600) == 0 ? 0 : errno;
}

static enum store_result fill(int file, const struct target *t, struct str bytes, int *error)
{
    enum store_result result = said(error, file_write(file, &bytes, 1), STORE_FAILED);
    if (result == STORE_DONE)
        result = said(error, access_set(file, t), STORE_CANNOT);
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
