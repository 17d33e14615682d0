#include "io/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct file_place file_place(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return (struct file_place){".", arena_cstr(a, str_of(path))};
    struct str folder = {path, (size_t)(slash - path)};
    while (folder.n && folder.p[folder.n - 1] == '/')
        folder.n--;
    return (struct file_place){folder.n ? arena_cstr(a, folder) : "/",
                               arena_cstr(a, str_of(slash + 1))};
}

int file_open(int folder, const char *path, int flags, mode_t mode)
{
    int file;
    do
        file = openat(folder, path, flags | O_CLOEXEC | O_NOCTTY, mode);
    while (file < 0 && errno == EINTR);
    return file;
}

int file_write(int file, const struct str *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (struct str rest = parts[i]; rest.n;) {
            ssize_t written = write(file, rest.p, rest.n);
            if (written > 0)
                rest = str_from(rest, (size_t)written);
            else if (written == 0)
                return EIO; /* no regular file answers so; trying again might never end */
            else if (errno != EINTR)
                return errno;
        }
    return 0;
}

int file_sync_folder(int folder)
{
    return fsync(folder) == 0 || errno == EINVAL ? 0 : errno;
}

void file_close(int file)
{
    int error = errno;
    if (file >= 0)
        close(file);
    errno = error;
}
