/* Operands become files to read: which, in what order, and each once. */
#undef _FORTIFY_SOURCE /* this file stands in for calls that it wraps */
#include "io/walk.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { NOBODY = 65534 };

/* ---- a file system that tells less, or fails ---- */

static struct {
    bool unknown;      /* a folder's list does not tell what its names are */
    bool folders;      /* it tells of all names that they are folders */
    ino_t inode;       /* what it says of every file, when not 0 */
    int readdir_error; /* after the first two names */
    int readdir_count;
    int fstat_error, fdopendir_error;
} sys;

struct dirent *readdir(DIR *dir)
{
    struct dirent *(*next)(DIR *);
    void *found = dlsym(RTLD_NEXT, "readdir");
    memcpy(&next, &found, sizeof next);
    if (sys.readdir_error && sys.readdir_count++ == 2) {
        errno = sys.readdir_error;
        return NULL;
    }
    struct dirent *e = next(dir);
    if (e && sys.unknown)
        e->d_type = DT_UNKNOWN;
    if (e && sys.folders)
        e->d_type = DT_DIR;
    if (e && sys.inode)
        e->d_ino = sys.inode;
    return e;
}

int fstat(int file, struct stat *st)
{
    if (sys.fstat_error) {
        errno = sys.fstat_error;
        return -1;
    }
    return (int)syscall(SYS_newfstatat, file, "", st, AT_EMPTY_PATH);
}

DIR *fdopendir(int folder)
{
    DIR *(*next)(int);
    void *found = dlsym(RTLD_NEXT, "fdopendir");
    memcpy(&next, &found, sizeof next);
    if (sys.fdopendir_error) {
        errno = sys.fdopendir_error;
        return NULL;
    }
    return next(folder);
}

/* ---- a folder for each test ---- */

static struct arena a;
static struct walk w;
static char root[] = P_tmpdir "/walk-XXXXXX";

static int fresh(void **state)
{
    (void)state;
    memset(&sys, 0, sizeof sys);
    a = arena_make(abort);
    w = (struct walk){0};
    memcpy(root + sizeof root - 7, "XXXXXX", 6);
    return mkdtemp(root) && chdir(root) == 0 ? 0 : -1;
}

static int unlink_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st;
    (void)kind;
    (void)where;
    return remove(path);
}

static int done(void **state)
{
    (void)state;
    memset(&sys, 0, sizeof sys);
    arena_free(&a);
    return chdir("/") == 0 ? nftw(root, unlink_one, 8, FTW_DEPTH | FTW_PHYS) : -1;
}

static void file(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    assert_true(fd >= 0);
    close(fd);
}

static void folder(const char *path)
{
    assert_int_equal(mkdir(path, 0755), 0);
}

static void link_to(const char *target, const char *path)
{
    assert_int_equal(symlink(target, path), 0);
}

/* The files without a problem are these, in this order, and nothing else is there. */
static void assert_walked(const char *const *wanted, size_t n)
{
    for (size_t i = 0; i < w.n && i < n; i++) {
        assert_string_equal(w.at[i].path, wanted[i]);
        assert_int_equal(w.at[i].problem, WALK_FINE);
        assert_int_equal(w.at[i].error, 0);
    }
    assert_int_equal(w.n, n);
}

#define ASSERT_WALKED(...)                                                                         \
    assert_walked((const char *const[]){__VA_ARGS__},                                              \
                  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void assert_problem(size_t i, const char *path, enum walk_problem problem, int error)
{
    assert_true(i < w.n);
    assert_string_equal(w.at[i].path, path);
    assert_int_equal(w.at[i].problem, problem);
    assert_int_equal(w.at[i].error, error);
    assert_int_equal(walk_open(&w.at[i]), -1);
    assert_int_equal(w.at[i].problem, problem);
    assert_int_equal(w.at[i].error, error);
}

static int open_descriptors(void)
{
    int n = 0;
    DIR *dir = opendir("/proc/self/fd");
    assert_non_null(dir);
    while (readdir(dir))
        n++;
    closedir(dir);
    return n;
}

/* ---- named files ---- */

static void a_named_file_is_taken_whatever_its_name(void **state)
{
    (void)state;
    file("notes.txt");
    file(".hidden");
    file("b.zaak");
    walk_add(&w, &a, "notes.txt");
    walk_add(&w, &a, "b.zaak");
    walk_add(&w, &a, "./.hidden");
    ASSERT_WALKED("notes.txt", "b.zaak", "./.hidden");
    assert_false(w.at[0].input || w.at[0].link);
}

static void operands_keep_the_order_given_and_one_bad_stops_none(void **state)
{
    (void)state;
    file("z.zaak");
    file("a.zaak");
    walk_add(&w, &a, "z.zaak");
    walk_add(&w, &a, "nowhere.zaak");
    walk_add(&w, &a, "z.zaak/x");
    walk_add(&w, &a, "");
    walk_add(&w, &a, "a.zaak");
    assert_int_equal(w.n, 5);
    assert_string_equal(w.at[0].path, "z.zaak");
    assert_problem(1, "nowhere.zaak", WALK_FAILED, ENOENT);
    assert_problem(2, "z.zaak/x", WALK_FAILED, ENOTDIR);
    assert_problem(3, "", WALK_FAILED, ENOENT);
    assert_string_equal(w.at[4].path, "a.zaak");
    assert_int_equal(w.at[4].problem, WALK_FINE);
}

static void the_same_file_is_taken_once_by_its_first_name(void **state)
{
    (void)state;
    folder("d");
    file("d/a.zaak");
    assert_int_equal(link("d/a.zaak", "hard.zaak"), 0);
    link_to("d/a.zaak", "soft.zaak");
    walk_add(&w, &a, "soft.zaak");
    walk_add(&w, &a, "d");
    walk_add(&w, &a, "d/../d/a.zaak");
    walk_add(&w, &a, "hard.zaak");
    walk_add(&w, &a, ".");
    ASSERT_WALKED("soft.zaak");
}

static void specials_are_refused_without_opening_them(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("fifo", 0600), 0);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    close(fd);
    link_to("fifo", "link.zaak");
    walk_add(&w, &a, "fifo");
    walk_add(&w, &a, "socket");
    walk_add(&w, &a, "/dev/null");
    walk_add(&w, &a, "link.zaak");
    assert_problem(0, "fifo", WALK_SPECIAL, EINVAL);
    assert_problem(1, "socket", WALK_SPECIAL, EINVAL);
    assert_problem(2, "/dev/null", WALK_SPECIAL, EINVAL);
    assert_problem(3, "link.zaak", WALK_SPECIAL, EINVAL);
    /* A writer finds no reader: nobody opened it. */
    assert_int_equal(open("fifo", O_WRONLY | O_NONBLOCK | O_CLOEXEC), -1);
    assert_int_equal(errno, ENXIO);
}

/* ---- what is open already ---- */

static void standard_input_has_one_name_and_is_taken_once(void **state)
{
    (void)state;
    walk_add(&w, &a, "/dev/stdin");
    walk_add(&w, &a, "-");
    walk_add(&w, &a, "/dev/fd/0");
    ASSERT_WALKED("-");
    assert_true(w.at[0].input);
    assert_int_equal(w.at[0].fd, STDIN_FILENO);
    assert_int_equal(walk_open(&w.at[0]), STDIN_FILENO);
}

static void a_descriptor_is_taken_by_its_number(void **state)
{
    (void)state;
    int ends[2], more[2];
    char first[32], second[32];
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    assert_int_equal(pipe2(more, O_CLOEXEC), 0);
    snprintf(first, sizeof first, "/dev/fd/%d", ends[0]);
    snprintf(second, sizeof second, "/proc/self/fd/%d", more[0]);
    walk_add(&w, &a, first);
    walk_add(&w, &a, second);
    walk_add(&w, &a, first);
    ASSERT_WALKED(first, second);
    assert_true(w.at[0].input && w.at[1].input);
    assert_int_equal(walk_open(&w.at[0]), ends[0]);
    assert_int_equal(walk_open(&w.at[1]), more[0]);
    for (size_t i = 0; i < 2; i++) {
        close(ends[i]);
        close(more[i]);
    }
}

static void a_descriptor_that_cannot_be_read_is_refused(void **state)
{
    (void)state;
    char path[32];
    int dir = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    snprintf(path, sizeof path, "/dev/fd/%d", dir);
    walk_add(&w, &a, path);
    walk_add(&w, &a, "/dev/fd/987654321");
    walk_add(&w, &a, "/dev/fd/9876543210");
    assert_problem(0, path, WALK_FAILED, EISDIR);
    assert_problem(1, "/dev/fd/987654321", WALK_FAILED, EBADF);
    assert_problem(2, "/dev/fd/9876543210", WALK_FAILED, ENOENT);
    close(dir);
}

/* ---- folders ---- */

static void a_folder_is_walked_for_cases_in_bytewise_order(void **state)
{
    (void)state;
    static const char *const folders[] = {"d", "d/a", "d/a-b", "d/B", "d/e.zaak", "d/leeg"};
    static const char *const files[] = {
        "d/a.zaak",        "d/a/z.zaak", "d/a-b/c.zaak", "d/B/x.zaak",
        "d/e.zaak/f.zaak", "d/b.zaak",   "d/C.zaak",     "d/\xc3\xa9.zaak",
        "d/a.zaak.zaak",   "d/a b.zaak", "d/notes.txt",  "d/x.zaak~",
        "d/zaak",          "d/X.ZAAK",   "d/B/10.zaak",  "d/B/9.zaak",
    };
    for (size_t i = 0; i < COUNT(folders); i++)
        folder(folders[i]);
    for (size_t i = 0; i < COUNT(files); i++)
        file(files[i]);
    walk_add(&w, &a, "d");
    ASSERT_WALKED("d/B/10.zaak", "d/B/9.zaak", "d/B/x.zaak", "d/C.zaak", "d/a b.zaak",
                  "d/a-b/c.zaak", "d/a.zaak", "d/a.zaak.zaak", "d/a/z.zaak", "d/b.zaak",
                  "d/e.zaak/f.zaak", "d/\xc3\xa9.zaak");
}

static void the_operand_is_shown_as_given(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"d", "d/a.zaak"},       {"d/", "d/a.zaak"},       {".", "./d/a.zaak"},
        {"./", "./d/a.zaak"},    {"./d//", "./d//a.zaak"}, {"d/../d", "d/../d/a.zaak"},
        {"link", "link/a.zaak"}, {"link/", "link/a.zaak"},
    };
    folder("d");
    file("d/a.zaak");
    link_to("d", "link");
    for (size_t i = 0; i < COUNT(rows); i++) {
        w = (struct walk){0};
        walk_add(&w, &a, rows[i][0]);
        ASSERT_WALKED(rows[i][1]);
    }
}

static void names_that_start_with_a_point_are_skipped_but_as_operand(void **state)
{
    (void)state;
    folder(".hidden");
    folder(".hidden/.git");
    file(".hidden/a.zaak");
    file(".hidden/.b.zaak");
    file(".hidden/.zaak");
    file(".hidden/.git/c.zaak");
    walk_add(&w, &a, ".");
    assert_int_equal(w.n, 0);
    walk_add(&w, &a, ".hidden");
    ASSERT_WALKED(".hidden/a.zaak");
}

static void links_to_files_are_followed_and_links_to_folders_not(void **state)
{
    (void)state;
    folder("d");
    folder("elders");
    file("elders/a.zaak");
    file("elders/text.txt");
    link_to("../elders", "d/folder");
    link_to("../elders", "d/folder.zaak");
    link_to("..", "d/up.zaak");
    link_to("../elders/a.zaak", "d/a.zaak");
    link_to("../elders/text.txt", "d/named.zaak");
    link_to("../elders/a.zaak", "d/unnamed");
    walk_add(&w, &a, "d");
    ASSERT_WALKED("d/a.zaak", "d/named.zaak");
    assert_true(w.at[0].link && w.at[1].link);
    assert_false(w.at[0].input);
}

static void a_link_that_leads_nowhere_is_a_problem_only_as_a_case(void **state)
{
    (void)state;
    folder("d");
    file("d/b.zaak");
    link_to("nowhere", "d/a.zaak");
    link_to("c.zaak", "d/c.zaak");
    link_to("nowhere", "d/other");
    walk_add(&w, &a, "d");
    assert_int_equal(w.n, 3);
    assert_problem(0, "d/a.zaak", WALK_FAILED, ENOENT);
    assert_int_equal(w.at[1].problem, WALK_FINE);
    assert_problem(2, "d/c.zaak", WALK_FAILED, ELOOP);
}

static void specials_in_a_folder_are_passed_by(void **state)
{
    (void)state;
    folder("d");
    assert_int_equal(mkfifo("d/fifo.zaak", 0600), 0);
    link_to("fifo.zaak", "d/link.zaak");
    link_to("/dev/null", "d/null.zaak");
    file("d/a.zaak");
    walk_add(&w, &a, "d");
    ASSERT_WALKED("d/a.zaak");
}

static void the_same_file_in_a_folder_is_taken_by_its_first_name_in_order(void **state)
{
    (void)state;
    folder("d");
    file("d/m.zaak");
    assert_int_equal(link("d/m.zaak", "d/b.zaak"), 0);
    link_to("m.zaak", "d/a.zaak");
    link_to("m.zaak", "d/z.zaak");
    walk_add(&w, &a, "d");
    ASSERT_WALKED("d/a.zaak");
}

/* Where a folder's list gives numbers that are not those of stat, as some file systems do. */
static void files_that_only_look_the_same_are_all_taken(void **state)
{
    (void)state;
    folder("d");
    file("d/a.zaak");
    file("d/b.zaak");
    file("d/c.zaak");
    assert_int_equal(link("d/c.zaak", "d/d.zaak"), 0);
    sys.inode = 7;
    walk_add(&w, &a, "d");
    ASSERT_WALKED("d/a.zaak", "d/b.zaak", "d/c.zaak");
}

static void a_walk_knows_what_it_holds(void **state)
{
    (void)state;
    struct stat st;
    folder("d");
    file("d/a.zaak");
    file("b.txt");
    file("elders.txt");
    assert_int_equal(link("d/a.zaak", "ook-a"), 0);
    assert_int_equal(stat("b.txt", &st), 0);
    assert_false(walk_holds(&w, &st));
    walk_add(&w, &a, "d");
    walk_add(&w, &a, "b.txt");
    assert_true(walk_holds(&w, &st));
    assert_int_equal(stat("ook-a", &st), 0);
    assert_true(walk_holds(&w, &st));
    assert_int_equal(stat("elders.txt", &st), 0);
    assert_false(walk_holds(&w, &st));
    /* What is gone is not held. */
    assert_int_equal(stat("d/a.zaak", &st), 0);
    assert_int_equal(unlink("d/a.zaak"), 0);
    assert_false(walk_holds(&w, &st));
}

static void a_file_that_goes_while_it_is_compared_is_kept(void **state)
{
    (void)state;
    folder("d");
    file("d/a.zaak");
    sys.inode = 7;
    walk_add(&w, &a, "d");
    assert_int_equal(unlink("d/a.zaak"), 0);
    file("d/b.zaak");
    walk_add(&w, &a, "d");
    ASSERT_WALKED("d/a.zaak", "d/b.zaak");
    assert_int_equal(walk_open(&w.at[0]), -1);
    assert_problem(0, "d/a.zaak", WALK_FAILED, ENOENT);
}

static void a_list_without_kinds_gives_the_same(void **state)
{
    (void)state;
    folder("d");
    folder("d/sub");
    folder("d/.sub");
    folder("elders");
    file("d/b.zaak");
    file("d/text.txt");
    file("d/sub/a.zaak");
    file("d/.sub/a.zaak");
    file("elders/c.zaak");
    assert_int_equal(mkfifo("d/fifo.zaak", 0600), 0);
    link_to("../elders", "d/away");
    link_to("../elders/c.zaak", "d/c.zaak");
    link_to("nowhere", "d/d.zaak");
    sys.unknown = true;
    walk_add(&w, &a, "d");
    assert_int_equal(w.n, 4);
    assert_string_equal(w.at[0].path, "d/b.zaak");
    assert_false(w.at[0].link);
    assert_string_equal(w.at[1].path, "d/c.zaak");
    assert_true(w.at[1].link);
    assert_problem(2, "d/d.zaak", WALK_FAILED, ENOENT);
    assert_string_equal(w.at[3].path, "d/sub/a.zaak");
}

static void a_folder_that_has_become_a_link_is_not_followed(void **state)
{
    (void)state;
    folder("d");
    folder("elders");
    file("elders/a.zaak");
    link_to("../elders", "d/sub");
    sys.folders = true;
    walk_add(&w, &a, "d");
    assert_int_equal(w.n, 1);
    assert_problem(0, "d/sub", WALK_FAILED, ENOTDIR);
}

static void a_folder_that_fails_is_one_entry_and_the_rest_goes_on(void **state)
{
    (void)state;
    folder("d");
    file("d/a.zaak");
    folder("d/b");
    file("d/c.zaak");
    int before = open_descriptors();
    sys.fstat_error = EIO;
    walk_add(&w, &a, "d");
    sys.fstat_error = 0;
    sys.fdopendir_error = EMFILE;
    walk_add(&w, &a, "d/b");
    sys.fdopendir_error = 0;
    assert_int_equal(open_descriptors(), before);
    assert_problem(0, "d", WALK_FAILED, EIO);
    assert_problem(1, "d/b", WALK_FAILED, EMFILE);
    walk_add(&w, &a, "d");
    assert_int_equal(w.n, 4);
    assert_string_equal(w.at[3].path, "d/c.zaak");
}

static void a_list_that_breaks_off_says_so_and_keeps_what_came(void **state)
{
    (void)state;
    folder("d");
    folder("d/b");
    for (char name[] = "d/b/a.zaak"; name[4] <= 'e'; name[4]++)
        file(name);
    sys.readdir_error = EIO;
    sys.readdir_count = -3; /* of d: two points, b */
    walk_add(&w, &a, "d");
    assert_true(w.n >= 1 && w.n <= 3);
    assert_problem(0, "d/b", WALK_FAILED, EIO);
    for (size_t i = 1; i < w.n; i++)
        assert_int_equal(w.at[i].problem, WALK_FINE);
}

static jmp_buf no_memory;

static void jump(void)
{
    longjmp(no_memory, 1);
}

static void a_folder_without_memory_goes_to_the_handler(void **state)
{
    (void)state;
    folder("d");
    a.oom = jump;
    sys.fdopendir_error = ENOMEM;
    if (setjmp(no_memory) == 0) {
        walk_add(&w, &a, "d");
        fail();
    }
    assert_int_equal(w.n, 0);
}

static int walk_what_is_closed(void)
{
    if (chmod("d/dicht", 0) != 0 || chmod("d/geheim", 0600) != 0)
        return 1;
    walk_add(&w, &a, "d");
    walk_add(&w, &a, "d/dicht/");
    walk_add(&w, &a, "d/dicht/b.zaak");
    if (w.n != 6 || chmod("d/dicht", 0700) != 0 || chmod("d/geheim", 0700) != 0)
        return 2;
    static const char *const paths[] = {"d/a.zaak", "d/dicht",  "d/geheim/c.zaak",
                                        "d/z.zaak", "d/dicht/", "d/dicht/b.zaak"};
    for (size_t i = 0; i < COUNT(paths); i++) {
        bool closed = i == 1 || i > 3;
        if (strcmp(w.at[i].path, paths[i]) != 0 || (w.at[i].problem == WALK_FAILED) != closed ||
            w.at[i].error != (closed ? EACCES : 0))
            return 3 + (int)i;
    }
    return 0;
}

static void what_may_not_be_looked_into_is_one_entry(void **state)
{
    (void)state;
    static const char *const mine[] = {"d", "d/dicht", "d/geheim"};
    for (size_t i = 0; i < COUNT(mine); i++)
        folder(mine[i]);
    file("d/a.zaak");
    file("d/z.zaak");
    file("d/dicht/b.zaak");
    file("d/geheim/c.zaak");
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0) {
            for (size_t i = 0; i < COUNT(mine); i++)
                if (chown(mine[i], NOBODY, NOBODY) != 0)
                    _exit(98);
            if (chmod(".", 0755) != 0 || setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 ||
                setuid(NOBODY) != 0)
                _exit(99);
        }
        _exit(walk_what_is_closed());
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* A path as long as the system takes, and folders beyond it. */
static void the_deepest_folders_end_in_an_entry(void **state)
{
    (void)state;
    enum { DEPTH = 2100 };
    char name[] = "d";
    for (int i = 0; i < DEPTH; i++)
        assert_true(mkdir(name, 0755) == 0 && chdir(name) == 0);
    assert_int_equal(chdir(root), 0);
    int before = open_descriptors();
    walk_add(&w, &a, ".");
    assert_int_equal(open_descriptors(), before);
    assert_int_equal(w.n, 1);
    assert_int_equal(w.at[0].error, ENAMETOOLONG);
    for (int i = 0; i < DEPTH; i++) /* else too deep to be removed by its path */
        assert_int_equal(chdir(name), 0);
    for (int i = 0; i < DEPTH; i++)
        assert_true(chdir("..") == 0 && rmdir(name) == 0);
}

/* ---- many ---- */

enum { MANY = 20000, YEARS = 20 };

static void many_files(void)
{
    char path[64];
    uint32_t random = 42;
    folder("d");
    for (int i = 0; i < YEARS; i++) {
        snprintf(path, sizeof path, "d/%d", 2010 + i);
        folder(path);
    }
    for (int i = 0; i < MANY; i++) {
        random = random * 1664525u + 1013904223u;
        snprintf(path, sizeof path, "d/%d/%08x-%d.zaak", 2010 + i % YEARS, random, i);
        file(path);
    }
}

static void twenty_thousand_files_come_as_find_and_sort_give_them(void **state)
{
    (void)state;
    many_files();
    walk_add(&w, &a, "d");
    assert_int_equal(w.n, MANY);
    FILE *list = popen("find d -name '*.zaak' | LC_ALL=C sort", "r");
    assert_non_null(list);
    char line[128];
    for (size_t i = 0; i < w.n; i++) {
        assert_non_null(fgets(line, sizeof line, list));
        line[strcspn(line, "\n")] = '\0';
        assert_string_equal(w.at[i].path, line);
    }
    assert_null(fgets(line, sizeof line, list));
    assert_int_equal(pclose(list), 0);
    /* Named again, one by one and as a folder: all are known. */
    for (size_t i = 0; i < MANY; i += 7)
        walk_add(&w, &a, w.at[i].path);
    walk_add(&w, &a, ".");
    assert_int_equal(w.n, MANY);
}

static void many_operands_are_told_apart(void **state)
{
    (void)state;
    char path[32];
    folder("d");
    for (int i = 0; i < 1000; i++) {
        snprintf(path, sizeof path, "d/%d.zaak", i);
        file(path);
        walk_add(&w, &a, path);
    }
    assert_int_equal(w.n, 1000);
    walk_add(&w, &a, "d");
    assert_int_equal(w.n, 1000);
}

/* ---- opening ---- */

static void a_file_is_opened_for_reading(void **state)
{
    (void)state;
    file("a.zaak");
    walk_add(&w, &a, "a.zaak");
    int fd = walk_open(&w.at[0]);
    assert_true(fd >= 0);
    assert_int_equal(fcntl(fd, F_GETFL) & O_ACCMODE, O_RDONLY);
    assert_int_equal(fcntl(fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    assert_int_equal(w.at[0].problem, WALK_FINE);
    close(fd);
}

/* What was a file when it was collected, and is no longer when it is opened. */
static void assert_changed(const char *path, enum walk_problem problem, int error)
{
    int before = open_descriptors();
    struct walk_file f = {.path = path, .fd = -1};
    assert_int_equal(walk_open(&f), -1);
    assert_int_equal(f.problem, problem);
    assert_int_equal(f.error, error);
    assert_int_equal(open_descriptors(), before);
}

static void what_is_no_file_any_more_is_refused_without_hanging(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("fifo", 0600), 0);
    folder("folder");
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    close(fd);
    alarm(10);
    assert_changed("fifo", WALK_SPECIAL, EINVAL);
    assert_changed("/dev/null", WALK_SPECIAL, EINVAL);
    assert_changed("socket", WALK_SPECIAL, EINVAL);
    assert_changed("folder", WALK_FAILED, EISDIR);
    assert_changed("gone", WALK_FAILED, ENOENT);
    alarm(0);
    file("a.zaak");
    sys.fstat_error = EIO;
    struct walk_file f = {.path = "a.zaak", .fd = -1};
    assert_int_equal(walk_open(&f), -1);
    assert_int_equal(f.problem, WALK_FAILED);
    assert_int_equal(f.error, EIO);
}

static void a_file_whose_reading_fails_opens(void **state)
{
    (void)state;
    char byte;
    walk_add(&w, &a, "/proc/self/mem");
    int fd = walk_open(&w.at[0]);
    assert_true(fd >= 0);
    assert_int_equal(read(fd, &byte, 1), -1);
    assert_int_equal(errno, EIO);
    close(fd);
}

int main(void)
{
    if (fcntl(STDIN_FILENO, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != STDIN_FILENO)
        return 1; /* the tests need a standard input, whatever it is */
#define TEST(f) cmocka_unit_test_setup_teardown(f, fresh, done)
    const struct CMUnitTest tests[] = {
        TEST(a_named_file_is_taken_whatever_its_name),
        TEST(operands_keep_the_order_given_and_one_bad_stops_none),
        TEST(the_same_file_is_taken_once_by_its_first_name),
        TEST(specials_are_refused_without_opening_them),
        TEST(standard_input_has_one_name_and_is_taken_once),
        TEST(a_descriptor_is_taken_by_its_number),
        TEST(a_descriptor_that_cannot_be_read_is_refused),
        TEST(a_folder_is_walked_for_cases_in_bytewise_order),
        TEST(the_operand_is_shown_as_given),
        TEST(names_that_start_with_a_point_are_skipped_but_as_operand),
        TEST(links_to_files_are_followed_and_links_to_folders_not),
        TEST(a_link_that_leads_nowhere_is_a_problem_only_as_a_case),
        TEST(specials_in_a_folder_are_passed_by),
        TEST(the_same_file_in_a_folder_is_taken_by_its_first_name_in_order),
        TEST(files_that_only_look_the_same_are_all_taken),
        TEST(a_walk_knows_what_it_holds),
        TEST(a_file_that_goes_while_it_is_compared_is_kept),
        TEST(a_list_without_kinds_gives_the_same),
        TEST(a_folder_that_has_become_a_link_is_not_followed),
        TEST(a_folder_that_fails_is_one_entry_and_the_rest_goes_on),
        TEST(a_list_that_breaks_off_says_so_and_keeps_what_came),
        TEST(a_folder_without_memory_goes_to_the_handler),
        TEST(what_may_not_be_looked_into_is_one_entry),
        TEST(the_deepest_folders_end_in_an_entry),
        TEST(twenty_thousand_files_come_as_find_and_sort_give_them),
        TEST(many_operands_are_told_apart),
        TEST(a_file_is_opened_for_reading),
        TEST(what_is_no_file_any_more_is_refused_without_hanging),
        TEST(a_file_whose_reading_fails_opens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
