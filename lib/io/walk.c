#include "io/walk.h"

#include "io/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that was met. Most come from a folder's list alone, which names an inode without its
 * device: the folder's is taken, and what looks the same is looked at again before it is left out.
 */
struct walk_seen {
    uint64_t inode;
    uint32_t device; /* folded */
    uint32_t file;   /* its place in the walk + 1; 0: this slot is empty */
};

/* What a folder holds. A list, because that is sorted without more memory. */
struct child {
    struct child *next;
    char *path; /* of a folder with a slash at its end: so whole paths sort as they are shown */
    uint64_t inode;
    uint32_t device;
    uint16_t error; /* a folder or a link that cannot be looked into: why */
    bool folder, link;
};

/* All that an operand holds, in order. */
struct tree {
    struct arena *paths, *children;
    struct child *first, **end;
    size_t n;
};

static uint32_t device_fold(dev_t device)
{
    return (uint32_t)(device ^ (uint64_t)device >> 32);
}

static bool walk_stat(const struct walk_file *f, struct stat *st)
{
    return (f->input ? fstat(f->fd, st) : stat(f->path, st)) == 0;
}

static bool same_file(const struct walk_file *a, const struct walk_file *b)
{
    struct stat sa, sb;
    return walk_stat(a, &sa) && walk_stat(b, &sb) && sa.st_dev == sb.st_dev &&
           sa.st_ino == sb.st_ino;
}

static size_t slot_first(const struct walk *w, uint64_t inode, uint32_t device)
{
    uint64_t mixed = (inode ^ (uint64_t)device << 32) * 0x9E3779B97F4A7C15u;
    return (size_t)((mixed ^ mixed >> 32) % w->seen_cap);
}

/* The slot of this file, or the empty one where it would go. `f` NULL: only the empty one. */
static struct walk_seen *slot_find(const struct walk *w, uint64_t inode, uint32_t device,
                                   const struct walk_file *f)
{
    size_t i = slot_first(w, inode, device);
    for (; w->seen[i].file; i = i + 1 < w->seen_cap ? i + 1 : 0) {
        struct walk_seen *s = &w->seen[i];
        if (f && s->inode == inode && s->device == device && same_file(&w->at[s->file - 1], f))
            break;
    }
    return &w->seen[i];
}

/* Room for `more` files: of one folder exactly, so that a large one costs no memory twice. */
static void reserve(struct walk *w, struct arena *a, size_t more)
{
    if (w->n + more > w->cap) {
        size_t cap = w->n + more > 2 * w->n ? w->n + more : 2 * w->n;
        w->at = arena_grow(a, w->at, w->cap * sizeof *w->at, cap * sizeof *w->at);
        w->cap = cap;
    }
    size_t wanted = w->seen_count + more, limit = w->seen_cap / 5 * 4;
    if (wanted <= limit)
        return;
    struct walk old = *w;
    w->seen_cap = (wanted > 2 * limit ? wanted : 2 * limit) / 4 * 5 + 5;
    w->seen = arena_new(a, struct walk_seen, w->seen_cap);
    for (size_t i = 0; i < old.seen_cap; i++)
        if (old.seen[i].file)
            *slot_find(w, old.seen[i].inode, old.seen[i].device, NULL) = old.seen[i];
}

static void add(struct walk *w, struct arena *a, struct walk_file f)
{
    reserve(w, a, 1);
    w->at[w->n++] = f;
}

static void add_once(struct walk *w, struct arena *a, struct walk_file f, uint64_t inode,
                     uint32_t device)
{
    reserve(w, a, 1);
    struct walk_seen *slot = slot_find(w, inode, device, &f);
    if (slot->file)
        return;
    w->at[w->n++] = f;
    *slot = (struct walk_seen){inode, device, (uint32_t)w->n};
    w->seen_count++;
}

static void add_problem(struct walk *w, struct arena *a, const char *path,
                        enum walk_problem problem, int error)
{
    add(w, a, (struct walk_file){.path = path, .fd = -1, .problem = problem, .error = error});
}

/* The path of a name in a folder; with a slash at its end when that is a `folder` too. */
static char *join(struct arena *a, struct str path, const char *name, bool folder)
{
    size_t n = path.n, more = strlen(name);
    char *joined = arena_grow(a, NULL, 0, n + more + 3);
    memcpy(joined, path.p, n);
    if (!str_ends(path, STR("/")))
        joined[n++] = '/';
    memcpy(joined + n, name, more);
    n += more;
    if (folder)
        joined[n++] = '/';
    joined[n] = '\0';
    return joined;
}

static bool is_link(int folder, const struct dirent *e)
{
    struct stat st;
    return e->d_type == DT_LNK || fstatat(folder, e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
           S_ISLNK(st.st_mode);
}

/* Looks at what the list of its folder does not tell: a link's target, and on some file systems
 * everything. False: nothing for us. */
static bool child_stat(struct child *c, int folder, const struct dirent *e, bool named)
{
    struct stat st;
    c->link = is_link(folder, e);
    if (fstatat(folder, e->d_name, &st, 0) != 0) {
        c->error = (uint16_t)errno;
        return named;
    }
    c->inode = st.st_ino;
    c->device = device_fold(st.st_dev);
    c->folder = S_ISDIR(st.st_mode);
    return c->folder ? !c->link : named && S_ISREG(st.st_mode);
}

static bool child_look(struct child *c, int folder, const struct dirent *e)
{
    if (e->d_name[0] == '.')
        return false;
    bool named = str_ends(str_of(e->d_name), STR(".zaak"));
    if (e->d_type == DT_LNK || e->d_type == DT_UNKNOWN)
        return child_stat(c, folder, e, named);
    c->folder = e->d_type == DT_DIR;
    return c->folder || (named && e->d_type == DT_REG);
}

static struct child *merge(struct child *a, struct child *b, size_t same)
{
    struct child *first, **end = &first;
    while (a && b) {
        struct child **least = strcmp(a->path + same, b->path + same) <= 0 ? &a : &b;
        *end = *least;
        end = &(*least)->next;
        *least = *end;
    }
    *end = a ? a : b;
    return first;
}

enum { LISTS = 64 }; /* the last would have 2^63 members */

/* Sorts by what comes after the first `same` bytes of the paths. Each list in `sorted` is empty or
 * has twice as many members as the one before it. */
static struct child *sort(struct child *list, size_t same)
{
    struct child *sorted[LISTS] = {0};
    while (list) {
        struct child *one = list;
        list = list->next;
        one->next = NULL;
        size_t i = 0;
        for (; sorted[i]; i++) {
            one = merge(sorted[i], one, same);
            sorted[i] = NULL;
        }
        sorted[i] = one;
    }
    for (size_t i = 0; i < LISTS; i++)
        list = merge(sorted[i], list, same);
    return list;
}

/* What the folder that is open as `folder` holds, in order; closes it. `error`: why the list is not
 * whole, 0 when it is. */
static struct child *folder_list(struct tree *t, int folder, struct str path, int *error)
{
    struct child *list = NULL;
    struct stat st;
    DIR *dir = fstat(folder, &st) == 0 ? fdopendir(folder) : NULL;
    if (!dir) {
        if (errno == ENOMEM)
            t->paths->oom();
        *error = errno;
        file_close(folder);
        return NULL;
    }
    for (;;) {
        errno = 0;
        struct dirent *e =
            readdir(dir); /* NOLINT(concurrency-mt-unsafe): the stream is ours alone */
        if (!e)
            break;
        struct child c = {.next = list, .inode = e->d_ino, .device = device_fold(st.st_dev)};
        if (!child_look(&c, folder, e))
            continue;
        c.path = join(t->paths, path, e->d_name, c.folder);
        list = arena_new(t->children, struct child, 1);
        *list = c;
    }
    *error = errno;
    closedir(dir);
    return sort(list, path.n);
}

static void tree_add(struct tree *t, struct child *c)
{
    c->next = NULL;
    *t->end = c;
    t->end = &c->next;
    t->n++;
}

/* Cuts the slash at the end of the path, by which a link would be followed, and opens it. */
static int child_open(char *path)
{
    path[strlen(path) - 1] = '\0';
    return file_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
}

/* Adds what a folder holds, or why it could not be opened. One folder is open at a time, and the
 * longest path that the system takes bounds the depth. */
static void tree_read(struct tree *t, int folder, char *path)
{
    int error = errno;
    struct child *c = folder < 0 ? NULL : folder_list(t, folder, str_of(path), &error);
    if (error) {
        struct child *problem = arena_new(t->children, struct child, 1);
        *problem = (struct child){.path = path, .error = (uint16_t)error};
        tree_add(t, problem);
    }
    for (struct child *next; c; c = next) {
        next = c->next;
        if (c->folder)
            tree_read(t, child_open(c->path), c->path);
        else
            tree_add(t, c);
    }
}

static void add_folder(struct walk *w, struct arena *a, char *path)
{
    struct arena children = arena_make(a->oom);
    struct tree t = {.paths = a, .children = &children, .end = &t.first};
    tree_read(&t, file_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0), path);
    reserve(w, a, t.n);
    for (struct child *c = t.first; c; c = c->next) {
        struct walk_file f = {.path = c->path, .fd = -1, .link = c->link};
        if (c->error)
            add_problem(w, a, c->path, WALK_FAILED, c->error);
        else
            add_once(w, a, f, c->inode, c->device);
    }
    arena_free(&children);
}

/* The descriptor that an operand names, -1 when it names none. */
static int input_number(const char *operand)
{
    struct str s = str_of(operand);
    if (str_eq(s, STR("-")) || str_eq(s, STR("/dev/stdin")))
        return STDIN_FILENO;
    static const struct str folders[] = {STR("/dev/fd/"), STR("/proc/self/fd/")};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (str_starts(s, folders[i]))
            return (int)str_number(str_from(s, folders[i].n));
    return -1;
}

static void add_input(struct walk *w, struct arena *a, int fd, const char *path)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        add_problem(w, a, path, WALK_FAILED, errno);
    else if (S_ISDIR(st.st_mode))
        add_problem(w, a, path, WALK_FAILED, EISDIR);
    else
        add_once(w, a, (struct walk_file){.path = path, .fd = fd, .input = true}, st.st_ino,
                 device_fold(st.st_dev));
}

void walk_add(struct walk *w, struct arena *a, const char *operand)
{
    int fd = input_number(operand);
    char *path = arena_cstr(a, str_of(fd == STDIN_FILENO ? "-" : operand));
    struct stat st;
    if (fd >= 0)
        add_input(w, a, fd, path);
    else if (stat(path, &st) != 0)
        add_problem(w, a, path, WALK_FAILED, errno);
    else if (S_ISDIR(st.st_mode))
        add_folder(w, a, path);
    else if (!S_ISREG(st.st_mode))
        add_problem(w, a, path, WALK_SPECIAL, EINVAL);
    else
        add_once(w, a, (struct walk_file){.path = path, .fd = -1}, st.st_ino,
                 device_fold(st.st_dev));
}

bool walk_holds(const struct walk *w, const struct stat *st)
{
    if (w->seen_cap == 0)
        return false;
    uint32_t device = device_fold(st->st_dev);
    size_t i = slot_first(w, st->st_ino, device);
    for (; w->seen[i].file; i = i + 1 < w->seen_cap ? i + 1 : 0) {
        const struct walk_seen *s = &w->seen[i];
        struct stat met;
        if (s->inode == st->st_ino && s->device == device && walk_stat(&w->at[s->file - 1], &met) &&
            met.st_dev == st->st_dev && met.st_ino == st->st_ino)
            return true;
    }
    return false;
}

static int refuse(struct walk_file *f, enum walk_problem problem, int error)
{
    f->problem = problem;
    f->error = error;
    return -1;
}

int walk_open(struct walk_file *f)
{
    if (f->problem != WALK_FINE)
        return -1;
    if (f->input)
        return f->fd;
    int file = file_open(AT_FDCWD, f->path, O_RDONLY | O_NONBLOCK, 0);
    if (file < 0)
        return errno == ENXIO ? refuse(f, WALK_SPECIAL, EINVAL) : refuse(f, WALK_FAILED, errno);
    struct stat st;
    int error = fstat(file, &st) == 0 ? 0 : errno;
    if (!error && S_ISREG(st.st_mode)) {
        f->mode = st.st_mode & 07777;
        return file;
    }
    file_close(file);
    if (!error && !S_ISDIR(st.st_mode))
        return refuse(f, WALK_SPECIAL, EINVAL);
    return refuse(f, WALK_FAILED, error ? error : EISDIR);
}
