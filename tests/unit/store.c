/* A file is extended or made: the old or the new one, whole, whatever happens. */
#undef _FORTIFY_SOURCE /* this file stands in for calls that it wraps */
#include "io/store.h"

#include "io/file.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ACL "system.posix_acl_access"

enum { LIMIT = 1 << 20, NOBODY = 65534 };

static const char OLD[] = "Zaak: 2026-11-23-k7q3wd\nKader: basis\n\n";
static const char NEW[] = "Notitie: 1\nTekst: gebeld, niet bereikt\n\n";

/* ---- system calls that can be made to fail ---- */

static struct {
    const char *call;  /* NULL: none fails */
    int from, times;   /* the first that fails, counted from 0, and how many do */
    int error, signal; /* a signal is sent to ourselves instead of the error */
    int made;          /* how often it was called */
    bool nameless;     /* O_TMPFILE is there */
    bool labels;       /* a file that is made has an attribute from the start */
    bool drops;        /* fchmod says that it worked, and does nothing */
    bool one_byte;     /* reads and writes are of one byte, each second one is interrupted */
    bool interrupt;
} sys;

static void sys_reset(void)
{
    memset(&sys, 0, sizeof sys);
    sys.nameless = true;
}

static bool fails(const char *call)
{
    if (!sys.call || strcmp(sys.call, call) != 0)
        return false;
    int n = sys.made++;
    if (n < sys.from || n >= sys.from + sys.times)
        return false;
    if (sys.signal) {
        raise(sys.signal);
        return false;
    }
    errno = sys.error;
    return true;
}

static bool interrupted(void)
{
    sys.interrupt = !sys.interrupt;
    if (sys.one_byte && sys.interrupt)
        errno = EINTR;
    return sys.one_byte && sys.interrupt;
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = va_arg(list, mode_t);
    va_end(list);
    if ((flags & O_TMPFILE) == O_TMPFILE && !sys.nameless) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (fails("openat") || ((flags & O_EXCL) && fails("O_EXCL")))
        return -1;
    int file = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (file >= 0 && (flags & O_EXCL) && sys.labels)
        syscall(SYS_fsetxattr, file, "user.test", "archief", 7, 0);
    return file;
}

ssize_t write(int file, const void *p, size_t n)
{
    if (fails("write"))
        return sys.error ? -1 : 0;
    return interrupted() ? -1 : syscall(SYS_write, file, p, sys.one_byte ? 1 : n);
}

ssize_t read(int file, void *p, size_t n)
{
    if (fails("read") || interrupted())
        return -1;
    return syscall(SYS_read, file, p, sys.one_byte ? 1 : n);
}

int close(int file)
{
    int result = (int)syscall(SYS_close, file);
    return fails("close") ? -1 : result;
}

int fstat(int file, struct stat *st)
{
    return fails("fstat") ? -1 : (int)syscall(SYS_newfstatat, file, "", st, AT_EMPTY_PATH);
}

int fstatat(int folder, const char *path, struct stat *st, int flags)
{
    return fails("fstatat") ? -1 : (int)syscall(SYS_newfstatat, folder, path, st, flags);
}

ssize_t getrandom(void *p, size_t n, unsigned flags)
{
    return fails("getrandom") ? -1 : syscall(SYS_getrandom, p, n, flags);
}

#define FAILING(type, call, parameters, ...)                                                       \
    type call parameters                                                                           \
    {                                                                                              \
        return fails(#call) ? -1 : (type)syscall(SYS_##call, __VA_ARGS__);                         \
    }

FAILING(int, fsync, (int file), file)
FAILING(int, flock, (int file, int how), file, how)
FAILING(int, renameat, (int of, const char *o, int nf, const char *n), of, o, nf, n)
FAILING(int, renameat2, (int of, const char *o, int nf, const char *n, unsigned f), of, o, nf, n, f)
FAILING(int, linkat, (int of, const char *o, int nf, const char *n, int f), of, o, nf, n, f)
FAILING(int, mkdirat, (int folder, const char *path, mode_t mode), folder, path, mode)
FAILING(int, fchown, (int file, uid_t uid, gid_t gid), file, uid, gid)
FAILING(ssize_t, flistxattr, (int file, char *list, size_t n), file, list, n)
FAILING(ssize_t, fgetxattr, (int file, const char *a, void *v, size_t n), file, a, v, n)
FAILING(int, fsetxattr, (int file, const char *a, const void *v, size_t n, int f), file, a, v, n, f)
FAILING(int, fremovexattr, (int file, const char *a), file, a)

int fchmod(int file, mode_t mode)
{
    if (fails("fchmod"))
        return -1;
    return sys.drops ? 0 : (int)syscall(SYS_fchmod, file, mode);
}

/* The call of the system knows no flags: libc's own is asked. */
int fchmodat(int folder, const char *path, mode_t mode, int flags)
{
    int (*next)(int, const char *, mode_t, int);
    void *found = dlsym(RTLD_NEXT, "fchmodat");
    memcpy(&next, &found, sizeof next);
    return fails("fchmodat") ? -1 : next(folder, path, mode, flags);
}

/* ---- a folder for each test ---- */

static struct arena a;
static char root[] = P_tmpdir "/store-XXXXXX";

static int fresh(void **state)
{
    (void)state;
    sys_reset();
    umask(022);
    a = arena_make(abort);
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
    sys_reset();
    arena_free(&a);
    return chdir("/") == 0 ? nftw(root, unlink_one, 8, FTW_DEPTH | FTW_PHYS) : -1;
}

static void put(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
}

static struct str contents(const char *path)
{
    static char bytes[1 << 16];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return (struct str){0};
    ssize_t n = syscall(SYS_read, file, bytes, sizeof bytes);
    syscall(SYS_close, file);
    return (struct str){bytes, n < 0 ? 0 : (size_t)n};
}

static bool holds(const char *path, const char *first, const char *second)
{
    struct str all = contents(path);
    return str_starts(all, str_of(first)) && str_is(str_from(all, strlen(first)), second);
}

static struct stat stat_of(const char *path)
{
    struct stat st;
    assert_int_equal(lstat(path, &st), 0);
    return st;
}

static int mode_of(const char *path)
{
    return (int)(stat_of(path).st_mode & 07777);
}

/* How many names a folder holds. */
static int names_in(const char *folder)
{
    int n = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e; (e = readdir(dir));)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(dir);
    return n;
}

static bool nothing_held_back(void)
{
    sigset_t now;
    return pthread_sigmask(SIG_BLOCK, NULL, &now) == 0 && !sigismember(&now, SIGTERM) &&
           !sigismember(&now, SIGINT) && !sigismember(&now, SIGHUP);
}

static enum store_result replace(struct store *s)
{
    return store_replace(s, (struct str[]){s->bytes, str_of(NEW)}, 2);
}

/* Opens, extends by NEW and closes. */
static enum store_result extend(const char *path, double wait)
{
    struct store s;
    enum store_result result = store_open(&s, &a, path, wait, LIMIT);
    if (result == STORE_DONE)
        result = replace(&s);
    store_close(&s);
    return result;
}

static void assert_opens(const char *path, enum store_result wanted, int error)
{
    struct store s;
    int before = names_in("/proc/self/fd");
    assert_int_equal(store_open(&s, &a, path, 0, LIMIT), wanted);
    assert_int_equal(s.error, error);
    store_close(&s);
    assert_int_equal(names_in("/proc/self/fd"), before);
}

static void assert_creates(const char *path, enum store_result wanted, int error)
{
    int before = names_in("/proc/self/fd"), got;
    assert_int_equal(store_create(&a, path, str_of(NEW), &got), wanted);
    assert_int_equal(got, error);
    assert_int_equal(names_in("/proc/self/fd"), before);
    assert_true(nothing_held_back());
}

/* Runs `f` as somebody without any right of root, in a folder that is theirs; its result. */
static int as_nobody(int (*f)(void))
{
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (chown(root, NOBODY, NOBODY) != 0 || setgroups(0, NULL) != 0 ||
                               setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
            _exit(99);
        _exit(f());
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* ---- opening ---- */

static void a_file_is_read_whole(void **state)
{
    (void)state;
    struct store s;
    put("a.zaak", OLD);
    assert_int_equal(store_open(&s, &a, "a.zaak", 0, LIMIT), STORE_DONE);
    assert_true(str_is(s.bytes, OLD));
    assert_string_equal(s.path, "a.zaak");
    assert_int_equal(s.error, 0);
    store_close(&s);
    store_close(&s);
}

static void short_and_interrupted_reads_and_writes_are_carried_on(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    sys.one_byte = true;
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    sys.one_byte = false;
    assert_true(holds("a.zaak", OLD, NEW));
}

static void an_interrupted_open_is_begun_again(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    sys.call = "openat";
    sys.times = 2;
    sys.error = EINTR;
    assert_opens("a.zaak", STORE_DONE, 0);
}

static void a_file_up_to_the_limit_is_read_and_none_beyond(void **state)
{
    (void)state;
    struct store s;
    put("a.zaak", OLD);
    assert_int_equal(store_open(&s, &a, "a.zaak", 0, strlen(OLD)), STORE_DONE);
    store_close(&s);
    assert_int_equal(store_open(&s, &a, "a.zaak", 0, strlen(OLD) - 1), STORE_UNREADABLE);
    assert_int_equal(s.error, EFBIG);
}

static void an_empty_file_is_read(void **state)
{
    (void)state;
    struct store s;
    put("a.zaak", "");
    assert_int_equal(store_open(&s, &a, "a.zaak", 0, 0), STORE_DONE);
    assert_int_equal(s.bytes.n, 0);
    store_close(&s);
}

/* A file of /proc says that it holds nothing, and holds something: as one that grows. */
static void a_file_that_grows_is_read_to_its_end_or_its_limit(void **state)
{
    (void)state;
    struct store s;
    struct str before = contents("/proc/self/comm");
    assert_int_equal(store_open(&s, &a, "/proc/self/comm", 0, LIMIT), STORE_DONE);
    assert_true(before.n > 1);
    assert_true(str_eq(s.bytes, before));
    assert_int_equal(store_replace(&s, &s.bytes, 1), STORE_CANNOT);
    store_close(&s);
    assert_int_equal(store_open(&s, &a, "/proc/self/comm", 0, 1), STORE_UNREADABLE);
    assert_int_equal(s.error, EFBIG);
}

static void what_is_no_regular_file_is_refused_at_once(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("fifo.zaak", 0600), 0);
    assert_int_equal(mkdir("folder.zaak", 0700), 0);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket.zaak"};
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    close(fd);
    assert_opens("fifo.zaak", STORE_UNREADABLE, EINVAL);
    assert_opens("socket.zaak", STORE_UNREADABLE, EINVAL);
    assert_opens("/dev/null", STORE_UNREADABLE, EINVAL);
    assert_opens("folder.zaak", STORE_UNREADABLE, EISDIR);
    assert_opens("folder.zaak/", STORE_UNREADABLE, EISDIR);
    assert_opens("/", STORE_UNREADABLE, EISDIR);
}

static void a_path_that_leads_nowhere_says_why(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(symlink("nowhere", "dangling.zaak"), 0);
    assert_int_equal(symlink("loop.zaak", "loop.zaak"), 0);
    assert_opens("", STORE_UNREADABLE, ENOENT);
    assert_opens("b.zaak", STORE_UNREADABLE, ENOENT);
    assert_opens("no/b.zaak", STORE_UNREADABLE, ENOENT);
    assert_opens("a.zaak/", STORE_UNREADABLE, ENOTDIR);
    assert_opens("dangling.zaak", STORE_UNREADABLE, ENOENT);
    assert_opens("loop.zaak", STORE_UNREADABLE, ELOOP);
}

static void a_file_with_a_second_name_is_refused(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(link("a.zaak", "b.zaak"), 0);
    assert_opens("a.zaak", STORE_UNREADABLE, EMLINK);
    assert_opens("b.zaak", STORE_UNREADABLE, EMLINK);
}

static void a_linked_operand_is_resolved_and_stays_a_link(void **state)
{
    (void)state;
    struct store s;
    assert_int_equal(mkdir("2026", 0700), 0);
    put("2026/a.zaak", OLD);
    assert_int_equal(symlink("2026/a.zaak", "first"), 0);
    assert_int_equal(symlink("first", "second"), 0);
    assert_int_equal(store_open(&s, &a, "second", 0, LIMIT), STORE_DONE);
    char *target = realpath("2026/a.zaak", NULL);
    assert_string_equal(s.path, target);
    free(target);
    assert_int_equal(replace(&s), STORE_DONE);
    store_close(&s);
    assert_true(holds("2026/a.zaak", OLD, NEW));
    assert_true(S_ISLNK(stat_of("first").st_mode) && S_ISLNK(stat_of("second").st_mode));
}

static void a_call_that_fails_while_opening_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *call;
        int from, error;
    } rows[] = {
        {"openat", 0, EMFILE}, {"openat", 1, EACCES}, {"fstat", 0, EIO},
        {"fstatat", 0, EIO},   {"flock", 0, ENOLCK},  {"read", 0, EIO},
    };
    put("a.zaak", OLD);
    for (size_t i = 0; i < COUNT(rows); i++) {
        sys.call = rows[i].call;
        sys.made = 0;
        sys.from = rows[i].from;
        sys.times = 1;
        sys.error = rows[i].error;
        assert_opens("a.zaak", STORE_UNREADABLE, rows[i].error);
    }
    sys_reset();
    assert_int_equal(link("a.zaak", "b.zaak"), 0);
    sys.call = "fstat";
    sys.from = 1;
    sys.times = 1;
    sys.error = EIO;
    struct store s;
    assert_int_equal(store_open(&s, &a, "a.zaak", 0, LIMIT), STORE_UNREADABLE);
    assert_int_equal(s.error, EIO);
}

static int open_what_may_not_be_written(void)
{
    struct store s;
    enum store_result result = store_open(&s, &a, "a.zaak", 0, LIMIT);
    return result == STORE_UNREADABLE && s.error == EACCES ? 0 : 1;
}

static void a_file_that_may_not_be_written_is_refused(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(chmod("a.zaak", 0444), 0);
    assert_int_equal(as_nobody(open_what_may_not_be_written), 0);
}

/* ---- the lock ---- */

/* Another program that has locked the file; ends, and unlocks, after `milliseconds`. */
static pid_t locker(const char *path, long milliseconds)
{
    int ready[2];
    char byte;
    assert_int_equal(pipe2(ready, O_CLOEXEC), 0);
    pid_t child = fork();
    if (child == 0) {
        int file = open(path, O_RDWR | O_CLOEXEC);
        struct timespec t = {.tv_sec = milliseconds / 1000,
                             .tv_nsec = milliseconds % 1000 * 1000000};
        if (file < 0 || flock(file, LOCK_EX) != 0 || write(ready[1], "", 1) != 1)
            _exit(1);
        nanosleep(&t, NULL);
        _exit(0);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    close(ready[1]);
    return child;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void a_locked_file_is_waited_for_as_long_as_told(void **state)
{
    (void)state;
    struct store s;
    put("a.zaak", OLD);
    pid_t other = locker("a.zaak", 20000);
    int before = names_in("/proc/self/fd");
    double start = seconds();
    assert_int_equal(store_open(&s, &a, "a.zaak", 0, LIMIT), STORE_LOCKED);
    assert_int_equal(s.error, EWOULDBLOCK);
    assert_int_equal(store_open(&s, &a, "a.zaak", -3, LIMIT), STORE_LOCKED);
    assert_true(seconds() - start < 0.2);
    start = seconds();
    assert_int_equal(store_open(&s, &a, "a.zaak", 0.3, LIMIT), STORE_LOCKED);
    assert_true(seconds() - start >= 0.3 && seconds() - start < 3);
    assert_int_equal(names_in("/proc/self/fd"), before);
    kill(other, SIGKILL);
    waitpid(other, NULL, 0);
    assert_true(holds("a.zaak", OLD, ""));
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
}

static void a_lock_that_is_given_up_in_time_is_taken(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    pid_t other = locker("a.zaak", 100);
    assert_int_equal(extend("a.zaak", 1e300), STORE_DONE);
    waitpid(other, NULL, 0);
    assert_true(holds("a.zaak", OLD, NEW));
}

static void an_interrupted_lock_is_tried_again(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    sys.call = "flock";
    sys.times = 1;
    sys.error = EINTR;
    assert_int_equal(extend("a.zaak", 1), STORE_DONE);
}

static void a_second_store_of_the_same_file_waits_for_the_first(void **state)
{
    (void)state;
    struct store first, second;
    put("a.zaak", OLD);
    assert_int_equal(store_open(&first, &a, "a.zaak", 0, LIMIT), STORE_DONE);
    assert_int_equal(store_open(&second, &a, "a.zaak", 0, LIMIT), STORE_LOCKED);
    assert_int_equal(replace(&first), STORE_DONE);
    assert_int_equal(store_open(&second, &a, "a.zaak", 0, LIMIT), STORE_DONE);
    assert_int_equal(second.bytes.n, strlen(OLD) + strlen(NEW));
    store_close(&first);
    store_close(&second);
}

enum { WRITERS = 20, ENTRIES = 5 };

static int write_entries(int writer)
{
    for (int i = 0; i < ENTRIES; i++) {
        struct store s;
        char entry[64];
        if (store_open(&s, &a, "a.zaak", 60, LIMIT) != STORE_DONE)
            return 1;
        int n = snprintf(entry, sizeof entry, "Notitie: %02d-%d\nTekst: overdracht\n\n", writer, i);
        struct str parts[] = {s.bytes, {entry, (size_t)n}};
        if (store_replace(&s, parts, 2) != STORE_DONE)
            return 1;
        store_close(&s);
    }
    return 0;
}

/* One reading: whole entries only, and no fewer than before. */
static void assert_grows(size_t *least)
{
    struct str all = contents("a.zaak");
    assert_true(all.n >= *least && str_ends(all, STR("\n\n")));
    *least = all.n;
}

static void no_entry_of_many_writers_is_lost(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    for (int i = 0; i < WRITERS; i++)
        if (fork() == 0)
            _exit(write_entries(i));
    size_t least = strlen(OLD);
    for (int ended = 0; ended < WRITERS;) {
        int status;
        pid_t child = waitpid(-1, &status, WNOHANG);
        assert_true(child >= 0);
        if (child > 0) {
            assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
            ended++;
        }
        assert_grows(&least);
    }
    struct str all = contents("a.zaak");
    for (int i = 0; i < WRITERS * ENTRIES; i++) {
        char first[64];
        int n = snprintf(first, sizeof first, "Notitie: %02d-%d\n", i / ENTRIES, i % ENTRIES);
        assert_non_null(memmem(all.p, all.n, first, (size_t)n));
    }
    assert_int_equal(names_in("."), 1);
}

/* ---- what a killed writer left ---- */

static void leftovers_of_this_file_are_removed_and_nothing_else(void **state)
{
    (void)state;
    static const char *const others[] = {
        ".a.mc-abc12", ".a.mc-abc1234", ".a.mc-abc-12", ".ab.mc-abc123", "a.mc-abc123", ".a.mc-",
    };
    put("a.zaak", OLD);
    put(".a.mc-abc123", "half");
    put(".a.mc-ZZ90zz", "");
    for (size_t i = 0; i < COUNT(others); i++)
        put(others[i], "");
    assert_int_equal(mkdir(".a.mc-folder", 0700), 0);
    assert_int_equal(symlink("a.zaak", ".a.mc-linked"), 0);
    assert_opens("a.zaak", STORE_DONE, 0);
    assert_int_equal(access(".a.mc-abc123", F_OK), -1);
    assert_int_equal(access(".a.mc-ZZ90zz", F_OK), -1);
    assert_int_equal(names_in("."), 3 + (int)COUNT(others));
}

static void a_leftover_that_is_a_second_name_does_not_stop_the_next(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(link("a.zaak", ".a.mc-abc123"), 0);
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_int_equal(names_in("."), 1);
}

static void leftovers_that_cannot_be_looked_for_do_not_stop_the_next(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    put(".a.mc-abc123", "half");
    sys.call = "openat";
    sys.from = 2;
    sys.times = 1;
    sys.error = EMFILE;
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_int_equal(access(".a.mc-abc123", F_OK), 0);
}

/* The end of a child in which `signal` was raised at the `from`-th `call` of a replace. */
static int end_of_writer(const char *call, int from, int signal)
{
    pid_t child = fork();
    if (child == 0) {
        sys.call = call;
        sys.from = from;
        sys.times = 1;
        sys.signal = signal;
        _exit(extend("a.zaak", 0) == STORE_DONE ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : -1;
}

static void a_killed_writer_leaves_the_old_file_and_the_next_cleans_up(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(end_of_writer("fsync", 0, SIGKILL), SIGKILL);
    assert_true(holds("a.zaak", OLD, ""));
    assert_int_equal(names_in("."), 2);
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_true(holds("a.zaak", OLD, NEW));
    assert_int_equal(names_in("."), 1);
}

static void a_signal_waits_until_no_temporary_is_left(void **state)
{
    (void)state;
    static const char *const calls[] = {"O_EXCL", "write", "fchmod", "fsync", "renameat"};
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP};
    for (size_t i = 0; i < COUNT(calls); i++) {
        put("a.zaak", OLD);
        int wanted = signals[i % COUNT(signals)];
        assert_int_equal(end_of_writer(calls[i], 0, wanted), wanted);
        assert_true(holds("a.zaak", OLD, NEW));
        assert_int_equal(names_in("."), 1);
    }
}

static void a_signal_before_the_temporary_ends_the_writer_at_once(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(end_of_writer("flock", 0, SIGTERM), SIGTERM);
    assert_true(holds("a.zaak", OLD, ""));
    assert_int_equal(names_in("."), 1);
}

/* ---- replacing ---- */

static void the_parts_stand_in_place_of_the_file(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    ino_t before = stat_of("a.zaak").st_ino;
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_true(holds("a.zaak", OLD, NEW));
    assert_int_not_equal(stat_of("a.zaak").st_ino, before);
    assert_int_equal(names_in("."), 1);
    assert_true(nothing_held_back());
}

static void a_long_name_is_replaced_too(void **state)
{
    (void)state;
    char name[NAME_MAX + 1];
    memset(name, 'z', NAME_MAX);
    name[NAME_MAX] = '\0';
    put(name, OLD);
    assert_int_equal(extend(name, 0), STORE_DONE);
    assert_true(holds(name, OLD, NEW));
    assert_int_equal(names_in("."), 1);
}

static void a_folder_that_was_moved_meanwhile_does_no_harm(void **state)
{
    (void)state;
    struct store s;
    assert_int_equal(mkdir("2026", 0700), 0);
    put("2026/a.zaak", OLD);
    assert_int_equal(store_open(&s, &a, "2026/a.zaak", 0, LIMIT), STORE_DONE);
    assert_int_equal(rename("2026", "archief"), 0);
    assert_int_equal(replace(&s), STORE_DONE);
    store_close(&s);
    assert_true(holds("archief/a.zaak", OLD, NEW));
    assert_int_equal(access("2026", F_OK), -1);
}

static void owner_group_and_mode_are_kept(void **state)
{
    (void)state;
    bool all = geteuid() == 0;
    uid_t owner = all ? 4320 : geteuid();
    gid_t group = all ? 4321 : getegid();
    static const mode_t modes[] = {0600, 0640, 0664, 0444, 04750};
    for (size_t i = 0; i < COUNT(modes); i++) {
        put("a.zaak", OLD);
        assert_int_equal(chown("a.zaak", owner, group), 0);
        assert_int_equal(chmod("a.zaak", modes[i] | 0200), 0);
        assert_int_equal(extend("a.zaak", 0), STORE_DONE);
        struct stat st = stat_of("a.zaak");
        assert_int_equal(st.st_mode & 07777, modes[i] | 0200);
        assert_int_equal(st.st_uid, owner);
        assert_int_equal(st.st_gid, group);
        assert_int_equal(unlink("a.zaak"), 0);
    }
}

static void the_mode_does_not_depend_on_the_umask(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(chmod("a.zaak", 0666), 0);
    umask(0777);
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_int_equal(mode_of("a.zaak"), 0666);
}

/* user::rw- user:4322:r-- group::r-- mask::r-- other::--- (acl(5), in the form of the kernel) */
static const unsigned char ACL_BYTES[] = {
    2,    0, 0, 0,                                     //
    0x01, 0, 6, 0, 0xff,        0xff,      0xff, 0xff, //
    0x02, 0, 4, 0, 4322 & 0xff, 4322 >> 8, 0,    0,    //
    0x04, 0, 4, 0, 0xff,        0xff,      0xff, 0xff, //
    0x10, 0, 4, 0, 0xff,        0xff,      0xff, 0xff, //
    0x20, 0, 0, 0, 0xff,        0xff,      0xff, 0xff, //
};

/* True when the file system has this attribute. */
static bool attribute_set(const char *path, const char *name, const void *value, size_t n)
{
    bool there = setxattr(path, name, value, n, 0) == 0;
    assert_true(there || errno == ENOTSUP);
    return there;
}

static bool attribute_is(const char *path, const char *name, const void *value, size_t n)
{
    char got[256];
    return getxattr(path, name, got, sizeof got) == (ssize_t)n && memcmp(got, value, n) == 0;
}

static void attributes_and_acl_are_kept(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    bool user = attribute_set("a.zaak", "user.test", "archief", 7);
    bool empty = attribute_set("a.zaak", "user.empty", "", 0);
    bool acl = attribute_set("a.zaak", ACL, ACL_BYTES, sizeof ACL_BYTES);
    int mode = mode_of("a.zaak");
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_int_equal(attribute_is("a.zaak", "user.test", "archief", 7), user);
    assert_int_equal(attribute_is("a.zaak", "user.empty", "", 0), empty);
    assert_int_equal(attribute_is("a.zaak", ACL, ACL_BYTES, sizeof ACL_BYTES), acl);
    assert_int_equal(mode_of("a.zaak"), mode);
}

/* As SELinux does: the label is there, and may not be set. */
static void an_attribute_that_the_new_file_has_already_is_not_set(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(setxattr("a.zaak", "user.test", "archief", 7, 0), 0);
    sys.labels = true;
    sys.call = "fsetxattr";
    sys.times = 1;
    sys.error = EPERM;
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_true(attribute_is("a.zaak", "user.test", "archief", 7));
    assert_int_equal(setxattr("a.zaak", "user.test", "ARCHIEF", 7, 0), 0);
    assert_int_equal(extend("a.zaak", 0), STORE_CANNOT);
}

static void an_acl_of_the_folder_does_not_come_with_the_new_file(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(chmod("a.zaak", 0660), 0);
    bool acl = attribute_set(".", "system.posix_acl_default", ACL_BYTES, sizeof ACL_BYTES);
    put("other", "");
    assert_int_equal(getxattr("other", ACL, NULL, 0) > 0, acl);
    assert_int_equal(extend("a.zaak", 0), STORE_DONE);
    assert_int_equal(getxattr("a.zaak", ACL, NULL, 0), -1);
    assert_int_equal(mode_of("a.zaak"), 0660);
}

static int replace_in_a_closed_folder(void)
{
    struct store s;
    if (store_open(&s, &a, "a.zaak", 0, LIMIT) != STORE_DONE)
        return 1;
    if (chmod(".", 0500) != 0 || replace(&s) != STORE_CANNOT || s.error != EACCES)
        return 2;
    store_close(&s);
    return chmod(".", 0700) == 0 && nothing_held_back() && holds("a.zaak", OLD, "") ? 0 : 3;
}

static void a_folder_that_may_not_be_written_leaves_the_old_file(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    assert_int_equal(chmod("a.zaak", 0666), 0);
    assert_int_equal(as_nobody(replace_in_a_closed_folder), 0);
    assert_int_equal(names_in("."), 1);
}

static int replace_a_file_of_another(void)
{
    if (extend("a.zaak", 0) != STORE_DONE || !holds("a.zaak", OLD, NEW))
        return 1;
    struct stat st;
    return stat("a.zaak", &st) == 0 && st.st_uid == geteuid() && (st.st_mode & 0777) == 0660 ? 0
                                                                                             : 2;
}

/* A colleague in the group: the file passes to whoever wrote last, its group stays. */
static void a_file_of_another_owner_is_replaced_where_the_group_stays(void **state)
{
    (void)state;
    put("a.zaak", OLD);
    if (geteuid() == 0)
        assert_int_equal(chown("a.zaak", 4320, NOBODY), 0);
    assert_int_equal(chmod("a.zaak", 0660), 0);
    assert_int_equal(as_nobody(replace_a_file_of_another), 0);
}

struct fault {
    const char *call;
    int from, times, error;
    enum store_result result;
};

static void fault_set(const struct fault *f)
{
    sys.call = f->call;
    sys.made = 0;
    sys.from = f->from;
    sys.times = f->times;
    sys.error = f->error;
}

/* (The rows on attributes need a file system that has them: any of Debian's, tmpfs too.) */
static void a_replace_that_fails_says_so_and_leaves_the_old_file(void **state)
{
    (void)state;
    static const struct fault rows[] = {
        {"O_EXCL", 0, 1, ENOSPC, STORE_CANNOT},
        {"O_EXCL", 0, 99, EEXIST, STORE_DONE},
        {"O_EXCL", 0, 100, EEXIST, STORE_CANNOT},
        {"getrandom", 0, 1, ENOSYS, STORE_CANNOT},
        {"write", 0, 1, ENOSPC, STORE_FAILED},
        {"write", 0, 1, EFBIG, STORE_FAILED},
        {"write", 1, 1, EDQUOT, STORE_FAILED},
        {"write", 1, 1, EIO, STORE_FAILED},
        {"write", 0, 1, 0, STORE_FAILED},
        {"fchown", 0, 1, EPERM, STORE_DONE},
        {"fchown", 0, 1, EINVAL, STORE_DONE},
        {"fchown", 0, 2, EPERM, STORE_CANNOT},
        {"fchown", 0, 1, EIO, STORE_FAILED},
        {"flistxattr", 0, 1, ENOTSUP, STORE_DONE},
        {"flistxattr", 0, 1, EIO, STORE_FAILED},
        {"fgetxattr", 0, 1, EACCES, STORE_CANNOT},
        {"fsetxattr", 0, 1, EPERM, STORE_CANNOT},
        {"fsetxattr", 0, 1, ENOSPC, STORE_FAILED},
        {"fsetxattr", 0, 1, EDQUOT, STORE_FAILED},
        {"fremovexattr", 0, 1, ENODATA, STORE_DONE},
        {"fremovexattr", 0, 1, ENOTSUP, STORE_DONE},
        {"fremovexattr", 0, 1, EPERM, STORE_CANNOT},
        {"fchmod", 0, 1, EPERM, STORE_CANNOT},
        {"fsync", 0, 1, EIO, STORE_FAILED},
        {"fsync", 0, 1, EINTR, STORE_FAILED},
        {"close", 0, 1, EIO, STORE_FAILED},
        {"renameat", 0, 1, EXDEV, STORE_FAILED},
        {"fsync", 1, 1, EIO, STORE_UNSURE},
        {"fsync", 1, 1, EINVAL, STORE_DONE},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store s;
        put("a.zaak", OLD);
        assert_int_equal(setxattr("a.zaak", "user.test", "archief", 7, 0), 0);
        assert_int_equal(store_open(&s, &a, "a.zaak", 0, LIMIT), STORE_DONE);
        fault_set(&rows[i]);
        enum store_result result = replace(&s);
        assert_true(sys.made > 0);
        if (strcmp(rows[i].call, "fsync") == 0) /* after one that failed none is tried again */
            assert_int_equal(sys.made, rows[i].from + 1);
        sys.call = NULL;
        store_close(&s);
        if (result != rows[i].result)
            print_error("row %zu: %s %d\n", i, rows[i].call, rows[i].error);
        assert_int_equal(result, rows[i].result);
        bool placed = result == STORE_DONE || result == STORE_UNSURE;
        assert_int_equal(s.error, result == STORE_DONE ? 0 : rows[i].error ? rows[i].error : EIO);
        assert_true(holds("a.zaak", OLD, placed ? NEW : ""));
        assert_int_equal(names_in("."), 1);
        assert_true(nothing_held_back());
    }
}

static void a_mode_that_the_system_drops_silently_is_noticed(void **state)
{
    (void)state;
    struct store s;
    put("a.zaak", OLD);
    assert_int_equal(chmod("a.zaak", 0640), 0);
    assert_int_equal(store_open(&s, &a, "a.zaak", 0, LIMIT), STORE_DONE);
    sys.drops = true;
    assert_int_equal(replace(&s), STORE_CANNOT);
    assert_int_equal(s.error, EPERM);
    store_close(&s);
    assert_true(holds("a.zaak", OLD, ""));
    assert_int_equal(names_in("."), 1);
}

/* ---- new files ---- */

static void a_new_file_is_whole_and_private(void **state)
{
    (void)state;
    umask(0);
    assert_creates("a.zaak", STORE_DONE, 0);
    assert_true(holds("a.zaak", "", NEW));
    assert_int_equal(mode_of("a.zaak"), 0600);
    umask(0777);
    assert_creates("b.zaak", STORE_DONE, 0);
    assert_int_equal(mode_of("b.zaak"), 0600);
    assert_int_equal(names_in("."), 2);
}

/* With and without O_TMPFILE: calls `test` with each. */
static void both_ways(void (*test)(const char *name))
{
    test("a.zaak");
    sys.nameless = false;
    test("b.zaak");
}

static void create_over(const char *name)
{
    put(name, OLD);
    assert_creates(name, STORE_EXISTS, EEXIST);
    assert_true(holds(name, OLD, ""));
    assert_int_equal(unlink(name), 0);
    assert_int_equal(symlink("nowhere", name), 0);
    assert_creates(name, STORE_EXISTS, EEXIST);
    assert_int_equal(unlink(name), 0);
    assert_int_equal(mkdir(name, 0700), 0);
    assert_creates(name, STORE_EXISTS, EEXIST);
    assert_int_equal(rmdir(name), 0);
    assert_int_equal(names_in("."), 0);
}

static void what_exists_is_never_written_over(void **state)
{
    (void)state;
    both_ways(create_over);
}

static void create_twice(const char *name)
{
    pid_t children[2];
    int made = 0;
    for (size_t i = 0; i < COUNT(children); i++)
        if ((children[i] = fork()) == 0) {
            int error;
            _exit((int)store_create(&a, name, str_of(NEW), &error));
        }
    for (size_t i = 0; i < COUNT(children); i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_true(WEXITSTATUS(status) == STORE_DONE || WEXITSTATUS(status) == STORE_EXISTS);
        made += WEXITSTATUS(status) == STORE_DONE;
    }
    assert_int_equal(made, 1);
    assert_true(holds(name, "", NEW));
    assert_int_equal(unlink(name), 0);
    assert_int_equal(names_in("."), 0);
}

static void of_two_that_make_the_same_file_one_does(void **state)
{
    (void)state;
    both_ways(create_twice);
}

static void create_shared(const char *name)
{
    assert_creates(name, STORE_DONE, 0);
    assert_int_equal(mode_of(name), 0660);
    assert_int_equal(stat_of(name).st_gid, stat_of(".").st_gid);
}

static void a_setgid_folder_shares_what_is_made_in_it(void **state)
{
    (void)state;
    assert_int_equal(chown(".", (uid_t)-1, geteuid() == 0 ? 4321 : getegid()), 0);
    assert_int_equal(chmod(".", 02770), 0);
    umask(077);
    both_ways(create_shared);
    assert_creates("2026/11/c.zaak", STORE_DONE, 0);
    assert_int_equal(mode_of("2026"), 02770);
    assert_int_equal(mode_of("2026/11"), 02770);
    assert_int_equal(stat_of("2026/11").st_gid, stat_of(".").st_gid);
    create_shared("2026/11/d.zaak");
}

static void missing_folders_are_made_private(void **state)
{
    (void)state;
    umask(0);
    assert_creates("zaken//2026/./a.zaak", STORE_DONE, 0);
    assert_int_equal(mode_of("zaken"), 0700);
    assert_int_equal(mode_of("zaken/2026"), 0700);
    umask(0777);
    char absolute[128];
    snprintf(absolute, sizeof absolute, "%s/elders/2027/a.zaak", root);
    assert_creates(absolute, STORE_DONE, 0);
    assert_int_equal(mode_of("elders"), 0700);
    assert_int_equal(mode_of("elders/2027"), 0700);
    assert_true(holds("elders/2027/a.zaak", "", NEW));
}

static void each_folder_is_put_on_disk_with_what_is_made_in_it(void **state)
{
    (void)state;
    sys.call = "fsync";
    assert_creates("2026/11/a.zaak", STORE_DONE, 0);
    assert_int_equal(sys.made, 4); /* ".", 2026, the file, 11 */
}

static void a_path_that_cannot_be_made_says_why(void **state)
{
    (void)state;
    put("file", "");
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_creates("", STORE_CANNOT, ENOENT);
    assert_creates("2026/", STORE_CANNOT, EISDIR);
    assert_creates("file/a.zaak", STORE_CANNOT, ENOTDIR);
    assert_creates("dangling/a.zaak", STORE_CANNOT, ENOTDIR);
    assert_creates("/proc/nowhere/a.zaak", STORE_CANNOT, ENOENT);
    assert_creates("/proc/nowhere/2026/a.zaak", STORE_CANNOT, ENOENT);
    assert_int_equal(names_in("."), 2);
}

static void a_working_folder_that_is_gone_is_not_made(void **state)
{
    (void)state;
    assert_int_equal(mkdir("gone", 0700), 0);
    assert_int_equal(chdir("gone"), 0);
    assert_int_equal(rmdir("../gone"), 0);
    assert_creates("a.zaak", STORE_CANNOT, ENOENT);
    assert_int_equal(chdir(root), 0);
    sys.call = "openat";
    sys.times = 9;
    sys.error = ENOENT;
    assert_creates("a.zaak", STORE_CANNOT, ENOENT);
    assert_creates("/a.zaak", STORE_CANNOT, ENOENT);
}

static int create_in_a_closed_folder(void)
{
    int error;
    if (chmod(".", 0500) != 0)
        return 1;
    if (store_create(&a, "a.zaak", str_of(NEW), &error) != STORE_CANNOT || error != EACCES)
        return 2;
    if (store_create(&a, "2026/a.zaak", str_of(NEW), &error) != STORE_CANNOT || error != EACCES)
        return 3;
    return chmod(".", 0700) == 0 && names_in(".") == 0 ? 0 : 4;
}

static void nothing_is_made_where_nothing_may(void **state)
{
    (void)state;
    assert_int_equal(as_nobody(create_in_a_closed_folder), 0);
}

static void assert_fault(const struct fault *f, size_t row)
{
    fault_set(f);
    int error;
    enum store_result result = store_create(&a, "2026/a.zaak", str_of(NEW), &error);
    assert_true(sys.made > 0);
    sys.call = NULL;
    if (result != f->result)
        print_error("row %zu: %s %d\n", row, f->call, f->error);
    assert_int_equal(result, f->result);
    assert_int_equal(error, result == STORE_DONE ? 0 : f->error);
    bool placed = result == STORE_DONE || result == STORE_UNSURE;
    assert_true(holds("2026/a.zaak", "", placed ? NEW : ""));
    assert_true(nothing_held_back());
    if (access("2026", F_OK) == 0)
        assert_int_equal(names_in("2026"), placed);
    unlink("2026/a.zaak");
    rmdir("2026");
    assert_int_equal(names_in("."), 0);
}

static void a_new_file_that_fails_is_not_there(void **state)
{
    (void)state;
    static const struct fault rows[] = {
        {"mkdirat", 0, 1, ENOSPC, STORE_CANNOT}, {"fchmodat", 0, 1, EPERM, STORE_CANNOT},
        {"fstat", 0, 1, EIO, STORE_CANNOT},      {"fstat", 1, 1, EIO, STORE_CANNOT},
        {"fsync", 0, 1, EIO, STORE_CANNOT},      {"write", 0, 1, ENOSPC, STORE_FAILED},
        {"write", 0, 1, EFBIG, STORE_FAILED},    {"fchmod", 0, 2, EPERM, STORE_CANNOT},
        {"fsync", 1, 1, EIO, STORE_FAILED},      {"fsync", 2, 1, EIO, STORE_UNSURE},
        {"fsync", 2, 1, EINVAL, STORE_DONE},     {"linkat", 0, 1, ENOENT, STORE_DONE},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_fault(&rows[i], i);
}

static void a_new_file_without_o_tmpfile_that_fails_is_not_there(void **state)
{
    (void)state;
    static const struct fault rows[] = {
        {"O_EXCL", 0, 1, ENOSPC, STORE_CANNOT},  {"write", 0, 1, EIO, STORE_FAILED},
        {"fchmod", 0, 1, EPERM, STORE_CANNOT},   {"fsync", 1, 1, EIO, STORE_FAILED},
        {"renameat2", 0, 1, EINVAL, STORE_DONE}, {"renameat2", 0, 1, ENOSYS, STORE_DONE},
        {"renameat2", 0, 1, EIO, STORE_CANNOT},  {"fsync", 2, 1, EIO, STORE_UNSURE},
    };
    sys.nameless = false;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_fault(&rows[i], i);
}

static void a_group_that_cannot_be_had_is_not_shared_with(void **state)
{
    (void)state;
    assert_int_equal(chmod(".", 02770), 0);
    sys.call = "fchown";
    sys.times = 2;
    sys.error = EPERM;
    assert_creates("a.zaak", STORE_CANNOT, EPERM);
    assert_int_equal(names_in("."), 0);
}

/* ---- output ---- */

/* Writes NEW and puts it at `path`. */
static enum store_result output(const char *path, int *error)
{
    struct store_output o;
    enum store_result result = store_output_open(&o, &a, path);
    if (result == STORE_DONE) {
        struct str text = str_of(NEW);
        result = store_output_close(&o, file_write(o.file, &text, 1));
    }
    *error = o.error;
    return result;
}

static void assert_outputs(const char *path, enum store_result wanted, int error)
{
    int before = names_in("/proc/self/fd"), got;
    assert_int_equal(output(path, &got), wanted);
    assert_int_equal(got, error);
    assert_int_equal(names_in("/proc/self/fd"), before);
    assert_true(nothing_held_back());
}

static void output_over(const char *name)
{
    umask(0);
    assert_outputs(name, STORE_DONE, 0);
    assert_true(holds(name, "", NEW));
    assert_int_equal(mode_of(name), 0600);
    put(name, OLD);
    assert_int_equal(chmod(name, 0644), 0);
    assert_outputs(name, STORE_DONE, 0);
    assert_true(holds(name, "", NEW));
    assert_int_equal(mode_of(name), 0600);
    assert_int_equal(unlink(name), 0);
    assert_int_equal(names_in("."), 0);
}

static void an_output_takes_the_place_of_what_is_there_and_is_private(void **state)
{
    (void)state;
    both_ways(output_over);
}

static void output_halfway(const char *name)
{
    struct store_output o;
    int before = names_in("/proc/self/fd");
    put(name, OLD);
    for (int given_up = 0; given_up < 2; given_up++) {
        assert_int_equal(store_output_open(&o, &a, name), STORE_DONE);
        assert_true(o.replaces && o.stat.st_ino == stat_of(name).st_ino);
        assert_int_equal(write(o.file, NEW, 5), 5);
        assert_true(holds(name, OLD, ""));
        assert_int_equal(nothing_held_back(), sys.nameless);
        assert_int_equal(names_in("."), sys.nameless ? 1 : 2);
        if (given_up)
            store_output_abandon(&o);
        else
            assert_int_equal(store_output_close(&o, ENOSPC), STORE_FAILED);
        assert_int_equal(o.error, given_up ? 0 : ENOSPC);
        assert_true(holds(name, OLD, ""));
        assert_int_equal(names_in("."), 1);
        assert_true(nothing_held_back());
    }
    assert_int_equal(names_in("/proc/self/fd"), before);
    assert_int_equal(unlink(name), 0);
}

static void until_an_output_is_whole_the_old_file_stands(void **state)
{
    (void)state;
    both_ways(output_halfway);
}

static void an_output_never_takes_the_place_of_what_is_no_file(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_int_equal(symlink("fifo", "to-fifo"), 0);
    put("file", OLD);
    assert_outputs("fifo", STORE_CANNOT, EINVAL);
    assert_outputs("to-fifo", STORE_CANNOT, EINVAL);
    assert_outputs("/dev/null", STORE_CANNOT, EINVAL);
    assert_outputs("folder", STORE_CANNOT, EISDIR);
    assert_outputs("folder/", STORE_CANNOT, EISDIR);
    assert_outputs("dangling", STORE_CANNOT, ENOENT);
    assert_outputs("", STORE_CANNOT, ENOENT);
    assert_outputs("no/file", STORE_CANNOT, ENOENT);
    assert_outputs("file/file", STORE_CANNOT, ENOTDIR);
    assert_int_equal(names_in("."), 5);
    assert_true(holds("file", OLD, ""));
}

static void a_linked_output_is_resolved_and_stays_a_link(void **state)
{
    (void)state;
    assert_int_equal(mkdir("elders", 0700), 0);
    put("elders/b", OLD);
    assert_int_equal(symlink("elders/b", "link"), 0);
    assert_outputs("link", STORE_DONE, 0);
    assert_true(S_ISLNK(stat_of("link").st_mode));
    assert_true(holds("elders/b", "", NEW));
    /* Within a folder of outputs nobody chose the link. */
    struct store_output o;
    int folder = store_output_folder(&a, ".", "-x.txt");
    assert_int_equal(store_output_open_in(&o, folder, "link"), STORE_CANNOT);
    assert_int_equal(o.error, EINVAL);
    close(folder);
}

static void an_output_in_a_setgid_folder_is_its_groups(void **state)
{
    (void)state;
    int error;
    assert_int_equal(chown(".", (uid_t)-1, geteuid() == 0 ? 4321 : getegid()), 0);
    assert_int_equal(chmod(".", 02770), 0);
    assert_int_equal(output("a", &error), STORE_DONE);
    assert_int_equal(mode_of("a"), 0660);
    assert_int_equal(stat_of("a").st_gid, stat_of(".").st_gid);
}

static void a_folder_of_outputs_is_made_and_tidied(void **state)
{
    (void)state;
    static const char *const others[] = {".een.mc-abc123", ".een-dossier.txt.mc-abc12",
                                         "een-dossier.txt.mc-abc123", "een-dossier.txt",
                                         ".een-dossier.txt.md-abc123"};
    int folder = store_output_folder(&a, "uit/2026//", "-dossier.txt");
    assert_true(folder >= 0);
    close(folder);
    assert_int_equal(mode_of("uit"), 0700);
    assert_int_equal(mode_of("uit/2026"), 0700);
    assert_int_equal(chdir("uit/2026"), 0);
    put(".een-dossier.txt.mc-abc123", "half");
    for (size_t i = 0; i < COUNT(others); i++)
        put(others[i], "");
    folder = store_output_folder(&a, ".", "-dossier.txt");
    assert_int_equal(access(".een-dossier.txt.mc-abc123", F_OK), -1);
    assert_int_equal(names_in("."), (int)COUNT(others));
    struct store_output o;
    assert_int_equal(store_output_open_in(&o, folder, "twee-dossier.txt"), STORE_DONE);
    assert_int_equal(write(o.file, NEW, strlen(NEW)), strlen(NEW));
    assert_int_equal(store_output_close(&o, 0), STORE_DONE);
    assert_true(holds("twee-dossier.txt", "", NEW));
    close(folder);
    assert_int_equal(store_output_folder(&a, "een-dossier.txt/", "-dossier.txt"), -1);
    assert_int_equal(errno, ENOTDIR);
    assert_int_equal(chdir(root), 0);
}

static void what_a_killed_writer_of_an_output_left_goes(void **state)
{
    (void)state;
    int error;
    put(".a.txt.mc-abc123", "half");
    put(".ab.txt.mc-abc123", "half");
    assert_int_equal(output("a.txt", &error), STORE_DONE);
    assert_int_equal(access(".a.txt.mc-abc123", F_OK), -1);
    assert_int_equal(names_in("."), 2);
}

static void output_faults(const struct fault *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int error;
        put("a", OLD);
        assert_int_equal(chmod(".", 02770), 0);
        fault_set(&rows[i]);
        enum store_result result = output("a", &error);
        assert_true(sys.made > 0);
        if (strcmp(rows[i].call, "fsync") == 0) /* after one that failed none is tried again */
            assert_int_equal(sys.made, rows[i].from + 1);
        sys.call = NULL;
        if (result != rows[i].result)
            print_error("row %zu: %s %d\n", i, rows[i].call, rows[i].error);
        assert_int_equal(result, rows[i].result);
        assert_int_equal(error, result == STORE_DONE ? 0 : rows[i].error ? rows[i].error : EIO);
        bool placed = result == STORE_DONE || result == STORE_UNSURE;
        assert_true(holds("a", placed ? "" : OLD, placed ? NEW : ""));
        assert_int_equal(names_in("."), 1);
        assert_true(nothing_held_back());
    }
}

static void an_output_that_fails_leaves_the_old_file_whole(void **state)
{
    (void)state;
    static const struct fault rows[] = {
        {"fstatat", 1, 1, EIO, STORE_CANNOT},      {"fstat", 0, 1, EIO, STORE_CANNOT},
        {"write", 0, 1, ENOSPC, STORE_FAILED},     {"write", 0, 1, EFBIG, STORE_FAILED},
        {"write", 0, 1, 0, STORE_FAILED},          {"fchown", 0, 1, EPERM, STORE_CANNOT},
        {"fchmod", 0, 1, EPERM, STORE_CANNOT},     {"fsync", 0, 1, EIO, STORE_FAILED},
        {"fsync", 0, 1, EINTR, STORE_FAILED},      {"linkat", 0, 1, EIO, STORE_CANNOT},
        {"linkat", 0, 99, EEXIST, STORE_DONE},     {"linkat", 0, 100, EEXIST, STORE_CANNOT},
        {"getrandom", 0, 1, ENOSYS, STORE_CANNOT}, {"renameat", 0, 1, EXDEV, STORE_FAILED},
        {"fsync", 1, 1, EIO, STORE_UNSURE},        {"fsync", 1, 1, EINVAL, STORE_DONE},
    };
    output_faults(rows, COUNT(rows));
}

static void an_output_without_o_tmpfile_that_fails_leaves_the_old_file_whole(void **state)
{
    (void)state;
    static const struct fault rows[] = {
        {"O_EXCL", 0, 1, ENOSPC, STORE_CANNOT}, {"write", 0, 1, EDQUOT, STORE_FAILED},
        {"fchmod", 0, 1, EPERM, STORE_CANNOT},  {"fsync", 0, 1, EIO, STORE_FAILED},
        {"close", 0, 1, EIO, STORE_FAILED},     {"renameat", 0, 1, EIO, STORE_FAILED},
        {"fsync", 1, 1, EIO, STORE_UNSURE},
    };
    sys.nameless = false;
    output_faults(rows, COUNT(rows));
}

/* The end of a child in which a signal was raised at a `call` of an output. */
static int end_of_output(const char *call, int signal)
{
    pid_t child = fork();
    if (child == 0) {
        int error;
        sys.call = call;
        sys.times = 1;
        sys.signal = signal;
        _exit(output("a", &error) == STORE_DONE ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : -1;
}

static void a_signal_ends_an_output_with_nothing_left(void **state)
{
    (void)state;
    static const struct {
        const char *call;
        int signal;
        bool placed; /* it came while there was a passing name, and so waited */
    } rows[] = {
        {"write", SIGTERM, false},  {"write", SIGINT, false},  {"write", SIGKILL, false},
        {"fsync", SIGHUP, false},   {"fsync", SIGKILL, false}, {"linkat", SIGTERM, true},
        {"renameat", SIGINT, true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        put("a", OLD);
        assert_int_equal(end_of_output(rows[i].call, rows[i].signal), rows[i].signal);
        assert_true(holds("a", rows[i].placed ? "" : OLD, rows[i].placed ? NEW : ""));
        assert_int_equal(names_in("."), 1);
    }
    sys.nameless = false;
    put("a", OLD);
    assert_int_equal(end_of_output("write", SIGTERM), SIGTERM);
    assert_true(holds("a", "", NEW));
    assert_int_equal(names_in("."), 1);
}

int main(void)
{
    /* Whoever runs this may have signals ignored, as nohup and CI do; a child would inherit that.
     */
    static const int of_tests[] = {SIGTERM, SIGINT, SIGHUP};
    for (size_t i = 0; i < sizeof of_tests / sizeof *of_tests; i++)
        signal(of_tests[i], SIG_DFL);
#define TEST(f) cmocka_unit_test_setup_teardown(f, fresh, done)
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read_whole),
        TEST(short_and_interrupted_reads_and_writes_are_carried_on),
        TEST(an_interrupted_open_is_begun_again),
        TEST(a_file_up_to_the_limit_is_read_and_none_beyond),
        TEST(an_empty_file_is_read),
        TEST(a_file_that_grows_is_read_to_its_end_or_its_limit),
        TEST(what_is_no_regular_file_is_refused_at_once),
        TEST(a_path_that_leads_nowhere_says_why),
        TEST(a_file_with_a_second_name_is_refused),
        TEST(a_linked_operand_is_resolved_and_stays_a_link),
        TEST(a_call_that_fails_while_opening_is_told),
        TEST(a_file_that_may_not_be_written_is_refused),
        TEST(a_locked_file_is_waited_for_as_long_as_told),
        TEST(a_lock_that_is_given_up_in_time_is_taken),
        TEST(an_interrupted_lock_is_tried_again),
        TEST(a_second_store_of_the_same_file_waits_for_the_first),
        TEST(no_entry_of_many_writers_is_lost),
        TEST(leftovers_of_this_file_are_removed_and_nothing_else),
        TEST(a_leftover_that_is_a_second_name_does_not_stop_the_next),
        TEST(leftovers_that_cannot_be_looked_for_do_not_stop_the_next),
        TEST(a_killed_writer_leaves_the_old_file_and_the_next_cleans_up),
        TEST(a_signal_waits_until_no_temporary_is_left),
        TEST(a_signal_before_the_temporary_ends_the_writer_at_once),
        TEST(the_parts_stand_in_place_of_the_file),
        TEST(a_long_name_is_replaced_too),
        TEST(a_folder_that_was_moved_meanwhile_does_no_harm),
        TEST(owner_group_and_mode_are_kept),
        TEST(the_mode_does_not_depend_on_the_umask),
        TEST(attributes_and_acl_are_kept),
        TEST(an_attribute_that_the_new_file_has_already_is_not_set),
        TEST(an_acl_of_the_folder_does_not_come_with_the_new_file),
        TEST(a_folder_that_may_not_be_written_leaves_the_old_file),
        TEST(a_file_of_another_owner_is_replaced_where_the_group_stays),
        TEST(a_replace_that_fails_says_so_and_leaves_the_old_file),
        TEST(a_mode_that_the_system_drops_silently_is_noticed),
        TEST(a_new_file_is_whole_and_private),
        TEST(what_exists_is_never_written_over),
        TEST(of_two_that_make_the_same_file_one_does),
        TEST(a_setgid_folder_shares_what_is_made_in_it),
        TEST(missing_folders_are_made_private),
        TEST(each_folder_is_put_on_disk_with_what_is_made_in_it),
        TEST(a_path_that_cannot_be_made_says_why),
        TEST(a_working_folder_that_is_gone_is_not_made),
        TEST(nothing_is_made_where_nothing_may),
        TEST(a_new_file_that_fails_is_not_there),
        TEST(a_new_file_without_o_tmpfile_that_fails_is_not_there),
        TEST(a_group_that_cannot_be_had_is_not_shared_with),
        TEST(an_output_takes_the_place_of_what_is_there_and_is_private),
        TEST(until_an_output_is_whole_the_old_file_stands),
        TEST(an_output_never_takes_the_place_of_what_is_no_file),
        TEST(a_linked_output_is_resolved_and_stays_a_link),
        TEST(an_output_in_a_setgid_folder_is_its_groups),
        TEST(a_folder_of_outputs_is_made_and_tidied),
        TEST(what_a_killed_writer_of_an_output_left_goes),
        TEST(an_output_that_fails_leaves_the_old_file_whole),
        TEST(an_output_without_o_tmpfile_that_fails_leaves_the_old_file_whole),
        TEST(a_signal_ends_an_output_with_nothing_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
