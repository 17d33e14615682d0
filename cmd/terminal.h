/* The terminal: the editor that somebody types an entry in, and the lines of a dialogue.
 *
 * The editor is run by a child that is forked before the doors are closed, and so before a byte of
 * a case is read; it waits for the name of a file, and is the editor from then on. From
 * terminal_hold to terminal_release no signal ends the program: what is typed can be dealt with
 * first. */
#ifndef CMD_TERMINAL_H
#define CMD_TERMINAL_H

#include "base/arena.h"
#include "base/buf.h"

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

struct terminal_editor {
    /* private */
    pid_t child; /* 0: none, or ended */
    int order;   /* to the child: the name of the file */
    sigset_t before;
    int fatal; /* the signal that the program ends by once it is released; 0: none */
};

enum terminal_end {
    TERMINAL_FINE,
    TERMINAL_FAILED,    /* the editor ended with another status than 0, or by a signal */
    TERMINAL_NO_EDITOR, /* there is no such program */
    TERMINAL_SIGNAL,    /* this program was told to end: nothing more is to be done */
};

/* The editor as sh(1) takes it: VISUAL, else EDITOR, else sensible-editor, else vi. */
const char *terminal_editor_command(void);

/* Makes the child. Its standard input and output are the terminal: those of this program where they
 * are one, else /dev/tty, else nothing and standard error; with `must` there must be one to read
 * from. 0 or errno. */
int terminal_prepare(struct terminal_editor *e, struct arena *a, const char *command, bool must);

/* Holds back SIGINT, SIGQUIT, SIGTERM, SIGHUP and SIGPIPE; terminal_release ends the program by one
 * that came. */
void terminal_hold(struct terminal_editor *e);
void terminal_release(struct terminal_editor *e);

/* Did one of SIGINT, SIGTERM and SIGHUP come since the editor ended. */
bool terminal_interrupted(void);

/* Runs the editor on a file until it ends. SIGINT and SIGQUIT are its own business; SIGTERM and
 * SIGHUP are handed on to it. To be called while signals are held. */
enum terminal_end terminal_edit(struct terminal_editor *e, const char *path);

/* Ends the child that was not needed. */
void terminal_end(struct terminal_editor *e);

/* ---- a dialogue ---- */

enum {
    /* Bytes of a line: the system cuts off longer ones at 4095, without a word. */
    TERMINAL_LINE_MAX = 4094,
    TERMINAL_COLUMNS = 76,
};

/* The terminal as it is: lines are typed, and mended, by its own means. */
struct terminal_dialogue {
    /* private */
    int out;
    bool own;    /* `out` was opened for it */
    int signals; /* what is held back can be waited for here; -1 */
    char line[TERMINAL_LINE_MAX + 2];
    size_t n;   /* bytes of it read, and not yet given out */
    size_t cut; /* of these, what was given out last */
};

/* Finds the terminal to write to: standard output where it is one, else /dev/tty. To be called
 * before the doors are closed. 0 or errno. */
int terminal_dialogue_find(struct terminal_dialogue *d);

/* Between terminal_hold and terminal_release: begins to wait for signals too. 0 or errno. */
int terminal_dialogue_start(struct terminal_dialogue *d);
void terminal_dialogue_end(struct terminal_dialogue *d);

/* Shows text as wide as a terminal: each line is a paragraph behind its own indent, and what stands
 * behind the last LF is a prompt, shown as it is. It is copied in `a`. */
void terminal_show(struct terminal_dialogue *d, struct arena *a, struct str text);

/* Shows text as it is. */
void terminal_show_raw(struct terminal_dialogue *d, struct str text);

enum terminal_line {
    TERMINAL_LINE,
    TERMINAL_LONG,   /* it was longer than TERMINAL_LINE_MAX, and is passed over */
    TERMINAL_CLOSED, /* Ctrl-D, or the terminal is gone */
    TERMINAL_ENDED,  /* SIGINT, SIGTERM or SIGHUP came: terminal_release ends the program by it */
};

/* The next line from standard input, without its LF; it stays until the next call. */
enum terminal_line terminal_read(struct terminal_dialogue *d, struct terminal_editor *e,
                                 struct str *line);

#endif
