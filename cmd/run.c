#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "check/report.h"
#include "rec/writer.h"

enum { OUT_BLOCK = 64 * 1024, SAY_MAX = 1024 };

/* No buffer, no arena: there is no memory. */
_Noreturn static void no_memory(void)
{
    static const char text[] = "meldcode: out of memory\n";
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit(EXIT_INTERNAL);
    _exit(EXIT_INTERNAL);
}

void run_oom(void)
{
    no_memory();
}

const char *run_env(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* ---- data ---- */

bool run_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *run_path(struct arena *a, const char *folder, const char *rest)
{
    struct buf b = buf_in(a);
    buf_text(&b, folder);
    buf_byte(&b, '/');
    buf_text(&b, rest);
    buf_byte(&b, '\0');
    return b.p;
}

/* The folder that the program itself lies in; empty when the system does not say. */
static const char *program_folder(struct arena *a)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0 || n == sizeof path)
        return "";
    struct str s = {path, (size_t)n};
    while (s.n && s.p[s.n - 1] != '/')
        s.n--;
    return arena_cstr(a, s);
}

/* $MC_DATA; where the program was installed; share/ when it is run from the build tree. */
const char *run_data_folder(struct run *r)
{
    static const char *const beside[] = {"../share/meldcode", "../share", "../../share"};
    const char *data = run_env("MC_DATA");
    if (data)
        return data;
    const char *folder = program_folder(&r->arena);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        data = run_path(&r->arena, folder, beside[i]);
        if (run_is_folder(run_path(&r->arena, data, "kader")))
            return data;
    }
    return MC_DATADIR;
}

/* ---- language ---- */

/* The programs run in C.UTF-8, so that no locale changes a byte of data; messages follow LANGUAGE,
 * which gettext heeds there, or what the locale variables would have chosen, installed or not. */
static void set_language(struct run *r)
{
    setlocale(LC_ALL, "C.UTF-8");
    static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    const char *language = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && !language; i++)
        language = run_env(names[i]);
    if (!language || strcmp(language, "C") == 0 || strcmp(language, "POSIX") == 0 ||
        strcmp(language, "C.UTF-8") == 0)
        return;
    setenv("LANGUAGE", language, 1);
    const char *folder = program_folder(&r->arena);
    const char *built = run_path(&r->arena, folder, "locale");
    const char *installed = run_path(&r->arena, folder, "../share/locale");
    bindtextdomain("meldcode", run_is_folder(built)       ? built
                               : run_is_folder(installed) ? installed
                                                          : MC_LOCALEDIR);
}

/* ---- clock ---- */

static void set_clock(struct run *r, int64_t seconds)
{
    time_t t = (time_t)seconds;
    struct tm local;
    r->nu = seconds;
    r->offset = localtime_r(&t, &local) ? (int)(local.tm_gmtoff / 60) : 0;
}

/* Midnight of that day in the local zone. */
static int64_t local_midnight(day_no day)
{
    struct date d = date_of(day);
    struct tm tm = {
        .tm_year = d.year - 1900, .tm_mon = d.month - 1, .tm_mday = d.day, .tm_isdst = -1};
    return mktime(&tm);
}

static void read_clock(struct run *r)
{
    const char *nu = run_env("MC_NU");
    day_no day;
    int64_t seconds;
    if (!nu) {
        set_clock(r, time(NULL));
    } else if (date_read_day(str_of(nu), &day)) {
        set_clock(r, local_midnight(day));
        r->clock_day = day;
        return;
    } else if (date_read_moment(str_of(nu), &day, &seconds)) {
        /* The day and the zone are those that are written in it: read as if it were UTC, it differs
         * by its offset. */
        char written[] = "JJJJ-MM-DDTHH:MM:SSZ";
        int64_t as_utc = seconds;
        memcpy(written, nu, sizeof written - 2);
        date_read_moment(str_of(written), &day, &as_utc);
        r->nu = seconds;
        r->offset = (int)((as_utc - seconds) / 60);
    } else {
        set_clock(r, time(NULL));
        run_say(r, EXIT_USAGE, _("MC_NU takes JJJJ-MM-DD, or RFC 3339 with seconds and offset"));
    }
    int64_t local = r->nu + r->offset * 60;
    r->clock_day = (day_no)(local / 86400 - (local % 86400 < 0));
}

/* A standard stream that is closed would give its number to the next file opened, a case perhaps.
 * Its place is taken by something that fails in the way it would have: stdin cannot be read, the
 * others not be written. */
static void fill_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
            open("/dev/null", (fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) | O_NOCTTY) < 0)
            _exit(EXIT_INTERNAL);
}

void run_start(struct run *r, const char *program)
{
    fill_standard_streams();
    *r = (struct run){
        .program = program, .today = DAY_NONE, .as_of = DAY_NONE, .calendar = CALENDAR_DEFAULT};
    r->arena = arena_make(run_oom);
    r->scratch = arena_make(run_oom);
    r->of_kaders = arena_make(run_oom);
    r->jobs = 1;
    r->ids.arena = &r->arena;
    r->out = buf_to(STDOUT_FILENO, &r->arena, OUT_BLOCK);
    r->err = buf_to(STDERR_FILENO, &r->arena, SAY_MAX);
    signal(SIGPIPE, SIG_DFL); /* who started us may ignore it (systemd does): a reader that is gone
                                 ends us, and not the end of the input */
    signal(SIGXFSZ, SIG_IGN); /* a limit on files is an error of write(2), not the end */
    set_language(r);
    read_clock(r);
}

struct str run_vastgelegd(struct run *r)
{
    struct buf b = buf_in(&r->arena);
    date_write_moment(&b, r->nu, r->offset);
    return buf_all(&b);
}

struct str run_door(struct run *r)
{
    struct str door = rec_newlines(&r->arena, str_of(run_env("MC_DOOR")));
    while (door.n && (door.p[door.n - 1] == '\n' || door.p[door.n - 1] == ' '))
        door.n--; /* as a file of settings that was saved on Windows gives it */
    if (rec_forbidden(door) < door.n)
        run_say(r, EXIT_USAGE,
                _("MC_DOOR holds bytes that are not UTF-8, or a control or direction character"));
    const struct passwd *user = door.n ? NULL : getpwuid(getuid());
    if (user && user->pw_name[0])
        door = str_of(user->pw_name);
    return door.n ? arena_copy(&r->arena, door) : STR("onbekend");
}

/* ---- talk ---- */

void run_status(struct run *r, int status)
{
    if (status > r->status)
        r->status = status;
}

__attribute__((format(printf, 2, 0))) static void say(struct run *r, const char *format,
                                                      va_list args)
{
    char text[SAY_MAX];
    vsnprintf(text, sizeof text, format, args);
    buf_text(&r->err, text);
    buf_byte(&r->err, '\n');
    buf_flush(&r->err);
}

void run_say(struct run *r, int status, const char *format, ...)
{
    va_list args;
    run_status(r, status);
    progress_hide(&r->of_cases, &r->err);
    buf_text(&r->err, r->program);
    buf_text(&r->err, ": ");
    va_start(args, format);
    say(r, format, args);
    va_end(args);
}

void run_say_file(struct run *r, int status, const char *file, const char *format, ...)
{
    va_list args;
    run_status(r, status);
    progress_hide(&r->of_cases, &r->err);
    buf_text(&r->err, r->program);
    buf_text(&r->err, ": ");
    report_path(&r->err, file);
    buf_text(&r->err, ": ");
    va_start(args, format);
    say(r, format, args);
    va_end(args);
}

/* ---- the end ---- */

void run_seal(struct run *r)
{
    (void)r;
}

int run_end(struct run *r)
{
    int error = buf_flush(&r->out);
    /* Some file systems tell of a failed write only when the file is closed. */
    if (close(STDOUT_FILENO) < 0 && errno != EBADF && !error)
        error = errno;
    if (error == EPIPE) {
        signal(SIGPIPE, SIG_DFL);
        raise(SIGPIPE);
    }
    if (error)
        run_say(r, EXIT_WRITE, _("standard output: %s"), strerror(error));
    ids_free(&r->ids);
    arena_free(&r->scratch);
    arena_free(&r->of_kaders);
    int status = r->status;
    arena_free(&r->arena);
    return status;
}
