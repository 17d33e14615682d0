#include "io/rights.h"

#include "io/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int rights_of(struct rights *r, int folder)
{
    struct stat st;
    if (fstat(folder, &st) != 0)
        return errno;
    *r = (struct rights){.shared = st.st_mode & S_ISGID, .group = st.st_gid};
    return 0;
}

/* The group is set though the folder gives it: read and write for another group would be a leak. */
int rights_set(int file, const struct rights *r)
{
    if (r->shared && fchown(file, (uid_t)-1, r->group) != 0)
        return errno;
    return fchmod(file, r->shared ? 0660 : 0600) == 0 ? 0 : errno;
}

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

int rights_folder(struct arena *a, const char *path)
{
    int folder = file_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);
    if (folder >= 0 || errno != ENOENT)
        return folder;
    struct file_place place = file_place(a, path);
    if (strcmp(place.folder, path) == 0)
        return -1; /* "." that was removed */
    int parent = rights_folder(a, place.folder);
    if (parent < 0)
        return -1;
    folder = folder_new(parent, place.name);
    file_close(parent);
    return folder;
}
