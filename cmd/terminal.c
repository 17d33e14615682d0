#include "terminal.h"

#include "export/opmaak.h"
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SH_NOT_EXECUTABLE = 126, SH_NOT_FOUND = 127 };

const char *terminal_editor_command(void)
{
    const char *command = run_env("VISUAL");
    if (!command)
        command = run_env("EDITOR");
    return command ? command
                   : "e=$(command -v sensible-editor) || e=vi; "
                     "exec \"$e\"";
}

/* ---- the child ---- */

/* The name of the file, ended by NUL; empty when the parent has no need of an editor. */
static void read_order(int order, char path[PATH_MAX])
{
    size_t n = 0;
    ssize_t got;
    while (n < PATH_MAX &&
           ((got = read(order, path + n, PATH_MAX - n)) > 0 || (got < 0 && errno == EINTR)))
        n += got > 0 ? (size_t)got : 0;
    if (n == 0 || path[n - 1] != '\0')
        path[0] = '\0';
}

_Noreturn static void be_editor(int order, const char *script, int in, int out)
{
    char path[PATH_MAX];
    read_order(order, path);
    if (!*path)
        _exit(EXIT_FINE);
    signal(SIGXFSZ, SIG_DFL);
    if ((in >= 0 && dup2(in, STDIN_FILENO) < 0) || (out >= 0 && dup2(out, STDOUT_FILENO) < 0))
        _exit(SH_NOT_EXECUTABLE);
    execl("/bin/sh", "sh", "-c", script, "mc-step", path, (char *)NULL);
    _exit(SH_NOT_FOUND);
}

/* One command and its arguments: no more of a shell's language than quotes and `$`. */
static bool is_simple(struct str command)
{
    struct str rest, first = str_cut(command, ' ', &rest);
    for (size_t i = 0; i < command.n; i++)
        if (strchr(";|&()<>\n", command.p[i]))
            return false;
    return !memchr(first.p, '=', first.n);
}

/* As git runs it: the command may hold arguments and whatever else a shell takes. Where that can be
 * the editor takes the place of the shell, so that a signal reaches it. */
static const char *script_for(struct arena *a, const char *command)
{
    struct buf b = buf_in(a);
    buf_text(&b, is_simple(str_of(command)) ? "exec " : "");
    buf_text(&b, command);
    buf_text(&b, " \"$@\"");
    buf_byte(&b, '\0');
    return b.p;
}

/* What takes the place of standard input and output of the editor; -1: they stay. */
struct streams {
    int tty, null; /* to be closed in the parent; -1 */
    int in, out;
};

static int find_streams(struct streams *f, bool must)
{
    *f = (struct streams){-1, -1, -1, -1};
    bool in = isatty(STDIN_FILENO), out = isatty(STDOUT_FILENO);
    if (in && out)
        return 0;
    f->tty = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (f->tty < 0 && !in && must)
        return errno;
    if (f->tty < 0 && !in)
        f->null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (!in)
        f->in = f->tty >= 0 ? f->tty : f->null;
    if (!out)
        f->out = f->tty >= 0 ? f->tty : STDERR_FILENO;
    return 0;
}

static void close_streams(const struct streams *f)
{
    if (f->tty >= 0)
        close(f->tty);
    if (f->null >= 0)
        close(f->null);
}

int terminal_prepare(struct terminal_editor *e, struct arena *a, const char *command, bool must)
{
    struct streams f;
    int ends[2];
    int error = find_streams(&f, must);
    if (error)
        return error;
    const char *script = script_for(a, command);
    signal(SIGCHLD, SIG_DFL); /* ignored, as some parents leave it, it would tell of no end */
    if (pipe2(ends, O_CLOEXEC) != 0) {
        error = errno;
        close_streams(&f);
        return error;
    }
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        be_editor(ends[0], script, f.in, f.out);
    }
    error = child < 0 ? errno : 0;
    close(ends[0]);
    close_streams(&f);
    if (error)
        close(ends[1]);
    else
        *e = (struct terminal_editor){.child = child, .order = ends[1]};
    return error;
}

void terminal_end(struct terminal_editor *e)
{
    if (!e->child)
        return;
    close(e->order);
    while (waitpid(e->child, NULL, 0) < 0 && errno == EINTR)
        ;
    e->child = 0;
}

/* ---- signals ---- */

void terminal_hold(struct terminal_editor *e)
{
    static const int held[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        sigaddset(&set, held[i]);
    sigprocmask(SIG_BLOCK, &set, &e->before);
}

void terminal_release(struct terminal_editor *e)
{
    if (e->fatal)
        raise(e->fatal);
    sigprocmask(SIG_SETMASK, &e->before, NULL);
}

bool terminal_interrupted(void)
{
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1 ||
           sigismember(&pending, SIGHUP) == 1;
}

/* ---- the editor ---- */

static void tell(struct terminal_editor *e, const char *path)
{
    size_t n = strlen(path) + 1;
    ssize_t written;
    do
        written = write(e->order, path, n);
    while (written < 0 && errno == EINTR);
    if (written < 0 && errno == EPIPE) { /* it is gone: its end tells of it, not this signal */
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        sigtimedwait(&pipe, NULL, &(struct timespec){0});
    }
    close(e->order);
}

static enum terminal_end end_of(const struct terminal_editor *e, int status)
{
    if (e->fatal)
        return TERMINAL_SIGNAL;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return TERMINAL_FINE;
    bool missing = WIFEXITED(status) && (WEXITSTATUS(status) == SH_NOT_FOUND ||
                                         WEXITSTATUS(status) == SH_NOT_EXECUTABLE);
    return missing ? TERMINAL_NO_EDITOR : TERMINAL_FAILED;
}

enum terminal_end terminal_edit(struct terminal_editor *e, const char *path)
{
    int status = 0;
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGINT);
    sigaddset(&awaited, SIGQUIT);
    sigaddset(&awaited, SIGTERM);
    sigaddset(&awaited, SIGHUP);
    sigaddset(&awaited, SIGCHLD);
    tell(e, path);
    /* SIGCHLD is held: an end after the look is not missed. */
    for (;;) {
        pid_t ended = waitpid(e->child, &status, WNOHANG);
        if (ended == e->child || (ended < 0 && errno != EINTR))
            break;
        int number = sigwaitinfo(&awaited, NULL);
        if (number == SIGTERM || number == SIGHUP) {
            e->fatal = number;
            kill(e->child, number);
        }
    }
    e->child = 0;
    if (!e->fatal && WIFSIGNALED(status) && WTERMSIG(status) == SIGINT)
        e->fatal = SIGINT;
    return end_of(e, status);
}

/* ---- a dialogue ---- */

int terminal_dialogue_find(struct terminal_dialogue *d)
{
    *d = (struct terminal_dialogue){.out = STDOUT_FILENO, .signals = -1};
    if (isatty(STDOUT_FILENO))
        return 0;
    d->out = open("/dev/tty", O_WRONLY | O_CLOEXEC);
    d->own = d->out >= 0;
    return d->own ? 0 : errno;
}

int terminal_dialogue_start(struct terminal_dialogue *d)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGQUIT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    d->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return d->signals >= 0 ? 0 : errno;
}

void terminal_dialogue_end(struct terminal_dialogue *d)
{
    if (d->signals >= 0)
        close(d->signals);
    if (d->own)
        close(d->out);
    d->signals = -1;
    d->own = false;
}

static void lay_out(struct buf *out, struct str line)
{
    struct opmaak o = {.out = out, .width = TERMINAL_COLUMNS};
    size_t indent = 0;
    while (indent < line.n && line.p[indent] == ' ')
        indent++;
    if (indent == line.n)
        buf_byte(out, '\n');
    else
        opmaak_flow(&o, (int)indent, (int)indent, line);
}

/* A terminal that is gone is told of by the next read. */
void terminal_show_raw(struct terminal_dialogue *d, struct str text)
{
    while (text.n) {
        ssize_t written = write(d->out, text.p, text.n);
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return;
        text = str_from(text, written > 0 ? (size_t)written : 0);
    }
}

void terminal_show(struct terminal_dialogue *d, struct arena *a, struct str text)
{
    struct buf out = buf_in(a);
    struct str rest = text;
    for (;;) {
        struct str after, line = str_cut(rest, '\n', &after);
        if (!after.p) {
            buf_str(&out, line);
            break;
        }
        lay_out(&out, line);
        rest = after;
    }
    terminal_show_raw(d, buf_all(&out));
}

/* The signal that came, which then no longer waits; 0: none did. SIGQUIT ends the program like
 * SIGINT, for by itself it would leave what was typed in a dump of memory. */
static int signal_that_came(const struct terminal_dialogue *d)
{
    struct signalfd_siginfo info;
    if (read(d->signals, &info, sizeof info) != (ssize_t)sizeof info)
        return 0;
    return info.ssi_signo == SIGQUIT ? SIGINT : (int)info.ssi_signo;
}

/* Reads on behind what is there: 1, 0 at the end, -1 when a signal came, which goes first. */
static int read_on(struct terminal_dialogue *d, struct terminal_editor *e)
{
    struct pollfd awaited[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                               {.fd = d->signals, .events = POLLIN}};
    for (;;) {
        if (poll(awaited, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            return 0;
        }
        if ((e->fatal = signal_that_came(d)))
            return -1;
        if (!awaited[0].revents)
            continue;
        ssize_t got = read(STDIN_FILENO, d->line + d->n, sizeof d->line - d->n);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        d->n += got > 0 ? (size_t)got : 0;
        return got > 0;
    }
}

enum terminal_line terminal_read(struct terminal_dialogue *d, struct terminal_editor *e,
                                 struct str *line)
{
    bool passed_over = false;
    memmove(d->line, d->line + d->cut, d->n - d->cut);
    d->n -= d->cut;
    d->cut = 0;
    for (;;) {
        const char *end = memchr(d->line, '\n', d->n);
        size_t n = end ? (size_t)(end - d->line) : d->n;
        if (end) {
            d->cut = n + 1;
            *line = (struct str){d->line, n};
            return passed_over || n > TERMINAL_LINE_MAX ? TERMINAL_LONG : TERMINAL_LINE;
        }
        if (d->n == sizeof d->line) {
            passed_over = true;
            d->n = 0;
        }
        int more = read_on(d, e);
        if (more < 0)
            return TERMINAL_ENDED;
        if (more == 0 && (d->n == 0 || passed_over))
            return TERMINAL_CLOSED;
        if (more == 0) { /* Ctrl-D behind text ends the line */
            d->cut = d->n;
            *line = (struct str){d->line, d->n};
            return TERMINAL_LINE;
        }
    }
}
