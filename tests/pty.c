/* pty SCRIPT COMMAND: runs a line of bash on a terminal of its own, and types on it by a script.
 *
 * A line of the script is TEXT|KEYS: when TEXT has come on the terminal, behind what was waited for
 * before and where it was typed last, and a prompt, KEYS are typed, and Enter. Without `|` it only
 * waits. In KEYS \xHH is a byte; \c at the end: no Enter; \hup alone: the terminal is closed; \term
 * alone: the command gets SIGTERM; \sh and a space: the rest is run by sh first, and nothing is
 * typed. Nothing depends on time, but for an end to waiting.
 *
 * Prints what came on the terminal, without CR, and ends as the command did: its status, 128 and
 * the number of a signal; 124 when a text did not come. */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE = 20000, SEEN_MAX = 1 << 20, KEYS_MAX = 1 << 16, IN_VAIN = 124 };

struct session {
    int terminal; /* -1: closed */
    pid_t child;
    char seen[SEEN_MAX];
    size_t n, from; /* what came; behind what was waited for */
    bool late;      /* nothing came for too long */
};

/* Takes in what comes next: false at the end, or when nothing comes any more. */
static bool take_in(struct session *s)
{
    char block[4096];
    struct pollfd p = {.fd = s->terminal, .events = POLLIN};
    s->late = s->terminal >= 0 && poll(&p, 1, PATIENCE) == 0;
    if (s->terminal < 0 || s->late)
        return false;
    ssize_t got = read(s->terminal, block, sizeof block);
    for (ssize_t i = 0; i < got; i++)
        if (block[i] != '\r' && s->n + 1 < sizeof s->seen)
            s->seen[s->n++] = block[i];
    return got > 0;
}

static bool wait_for(struct session *s, const char *text)
{
    for (;;) {
        const char *found = memmem(s->seen + s->from, s->n - s->from, text, strlen(text));
        if (found) {
            s->from = (size_t)(found - s->seen) + strlen(text);
            return true;
        }
        if (!take_in(s))
            return false;
    }
}

/* Waits for a prompt, so that what is typed stands behind it. */
static bool wait_for_prompt(struct session *s)
{
    while (s->n < 2 || s->seen[s->n - 1] != ' ' || !strchr(":>", s->seen[s->n - 2]))
        if (!take_in(s))
            return false;
    return true;
}

static void type_in(struct session *s, const char *keys)
{
    static char bytes[KEYS_MAX];
    size_t n = 0;
    bool enter = true;
    for (; *keys && n + 1 < sizeof bytes; keys++) {
        char hex[3] = {0};
        if (keys[0] == '\\' && keys[1] == 'x') {
            memcpy(hex, keys + 2, 2);
            bytes[n++] = (char)strtol(hex, NULL, 16);
            keys += 3;
        } else if (strcmp(keys, "\\c") == 0) {
            enter = false;
            break;
        } else {
            bytes[n++] = *keys;
        }
    }
    if (enter)
        bytes[n++] = '\n';
    for (size_t at = 0; at < n;) {
        ssize_t written = write(s->terminal, bytes + at, n - at);
        if (written <= 0)
            return;
        at += (size_t)written;
    }
}

static void act(struct session *s, const char *keys)
{
    if (strcmp(keys, "\\hup") == 0) {
        close(s->terminal);
        s->terminal = -1;
    } else if (strcmp(keys, "\\term") == 0) {
        kill(s->child, SIGTERM);
    } else if (strncmp(keys, "\\sh ", 4) == 0) {
        if (system(keys + 4) != 0)
            fprintf(stderr, "pty: this failed: %s\n", keys + 4);
    } else {
        type_in(s, keys);
    }
}

static bool play(struct session *s, FILE *script)
{
    static char line[KEYS_MAX];
    while (fgets(line, sizeof line, script)) {
        line[strcspn(line, "\n")] = '\0';
        char *keys = strchr(line, '|');
        if (keys)
            *keys++ = '\0';
        if (!wait_for(s, line) || (keys && !wait_for_prompt(s))) {
            fprintf(stderr, "pty: this did not come: %s\n", line);
            return false;
        }
        if (keys) {
            s->from = s->n;
            act(s, keys);
        }
    }
    return true;
}

static int end_of(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv)
{
    static struct session s;
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    FILE *script = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (!script) {
        fputs("usage: pty SCRIPT COMMAND\n", stderr);
        return 64;
    }
    s.child = forkpty(&s.terminal, NULL, NULL, &size);
    if (s.child < 0)
        return 70;
    if (s.child == 0) {
        /* A shell's background job has the first two ignored, nohup the third. */
        static const int usual[] = {SIGINT, SIGQUIT, SIGHUP, SIGTERM};
        for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
            signal(usual[i], SIG_DFL);
        execlp("bash", "bash", "-c", argv[2], (char *)NULL);
        _exit(127);
    }
    bool good = play(&s, script);
    while (good && take_in(&s))
        ;
    if (s.late) {
        fputs("pty: it does not end\n", stderr);
        good = false;
    }
    if (!good)
        kill(s.child, SIGKILL);
    int status = end_of(s.child);
    fwrite(s.seen, 1, s.n, stdout);
    return good ? status : IN_VAIN;
}
