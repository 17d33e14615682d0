#include "io/attributes.h"

#include "base/str.h"

#include <errno.h>
#include <linux/limits.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACL "system.posix_acl_access"

enum { MODE_BITS = 07777 };

/* Only root gives a file away, and an owner from outside a container has no number in it. */
static int owner_copy(int to, const struct stat *old)
{
    if (fchown(to, old->st_uid, old->st_gid) == 0)
        return 0;
    if (errno != EPERM && errno != EINVAL)
        return errno;
    return fchown(to, (uid_t)-1, old->st_gid) == 0 ? 0 : errno;
}

/* The kernel makes these two from the bytes of the file: those of the old would be wrong. */
static bool is_of_the_bytes(const char *name)
{
    return strcmp(name, "security.ima") == 0 || strcmp(name, "security.evm") == 0;
}

/* What `to` has already, a SELinux label of its folder for one, need not be allowed to be set. */
static int attribute_copy(int from, int to, const char *name)
{
    char value[XATTR_SIZE_MAX], there[XATTR_SIZE_MAX];
    ssize_t n = fgetxattr(from, name, value, sizeof value);
    if (n < 0)
        return errno;
    if (fgetxattr(to, name, there, sizeof there) == n && memcmp(value, there, (size_t)n) == 0)
        return 0;
    return fsetxattr(to, name, value, (size_t)n, 0) == 0 ? 0 : errno;
}

static int attributes_list_copy(int from, int to)
{
    char names[XATTR_LIST_MAX];
    ssize_t n = flistxattr(from, names, sizeof names);
    if (n < 0)
        return errno == ENOTSUP ? 0 : errno;
    bool acl = false;
    for (const char *name = names; name < names + n; name += strlen(name) + 1) {
        acl = acl || strcmp(name, ACL) == 0;
        int error = is_of_the_bytes(name) ? 0 : attribute_copy(from, to, name);
        if (error)
            return error;
    }
    if (!acl && fremovexattr(to, ACL) != 0 && errno != ENODATA && errno != ENOTSUP)
        return errno;
    return 0;
}

int attributes_copy(int from, int to, const struct stat *old)
{
    int error = owner_copy(to, old);
    if (!error)
        error = attributes_list_copy(from, to);
    if (error)
        return error;
    struct stat now;
    if (fchmod(to, old->st_mode & MODE_BITS) != 0 || fstat(to, &now) != 0)
        return errno;
    bool kept =
        (now.st_mode & MODE_BITS) == (old->st_mode & MODE_BITS) && now.st_gid == old->st_gid;
    return kept ? 0 : EPERM;
}
