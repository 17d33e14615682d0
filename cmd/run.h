/* What the four programs share: environment, clock, operands, the order of a run, exit status.
 *
 * The order is: options -> names of files collected, configuration opened -> sealed -> first byte
 * of a case. Nothing of a case is read before run_seal(). */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "base/text.h"
#include "check/check.h"
#include "ids.h"
#include "io/walk.h"
#include "progress.h"
#include "rec/reader.h"

#include <getopt.h>

enum exit_status {
    EXIT_FINE = 0,
    EXIT_FINDINGS = 1,
    EXIT_INPUT = 2,
    EXIT_NO_CASE = 3,
    EXIT_USAGE = 64,
    EXIT_INTERNAL = 70,
    EXIT_OUTPUT = 73,
    EXIT_WRITE = 74,
    EXIT_LOCKED = 75,
    EXIT_CONFIG = 78,
};

struct run {
    const char *program;    /* mc-check: a constant, not argv[0] */
    struct arena arena;     /* lives as long as the run */
    struct arena of_kaders; /* of the frameworks, which are loaded by whoever needs them first */
    struct arena scratch;   /* of one case: taken back before the next is read */
    struct buf out;         /* standard output */
    struct buf err;         /* standard error, written at every line */
    int status;             /* the highest so far */
    int64_t nu;             /* the clock: seconds since 1970, by MC_NU or the system */
    int offset;             /* of the local zone at that moment, minutes east of UTC */
    day_no clock_day;       /* the day of the clock */
    day_no today, as_of;    /* --today and --as-of; DAY_NONE: not given */
    bool allow_empty, verbose;
    bool show_text;            /* diagnostics may quote the case */
    enum when color, progress; /* --color and --progress */
    struct progress of_cases;  /* while cases are read */
    int jobs;                  /* how many cases are judged at once; 0: as many as processors */
    bool null;                 /* names end in NUL */
    const char *files_from;    /* a file with names of operands; NULL: none */
    /* Called after each file of the walk; `read`: it could be read. NULL: not. */
    void (*file_end)(struct run *r, const char *bestand, bool read, void *context);
    struct calendar calendar;
    struct kaders *kaders;
    struct walk walk;
    struct {
        const char **at;
        size_t n, cap;
    } kader_files;  /* operands that name a framework */
    size_t files;   /* files begun */
    long zaken;     /* cases met */
    struct ids ids; /* met so far */
};

/* Sets locale and language, reads the clock. Called first in main. */
void run_start(struct run *r, const char *program);

/* ---- options ---- */

/* An option of a program. The table makes getopt_long's, and --help is held against it by a test.
 */
struct run_option {
    char letter;          /* 0: it has only a long name */
    const char *name;     /* NULL: only a letter */
    const char *argument; /* NULL: takes none */
    const char *help;     /* N_(): in a line; NULL: that of the next is about both */
};

/* Values of options that have no letter: what run_getopt returns is their place in the table + 256.
 */
enum { RUN_LONG = 256 };

/* The next option: its letter, or RUN_LONG + its place in `options` for one without; '?' after a
 * message and with status 64 for one that is wrong; -1 at the end, when optind names the first
 * operand. *argument is its argument. */
int run_getopt(struct run *r, int argc, char **argv, const struct run_option *options, size_t count,
               const char **argument);

/* Options of the programs that read any number of cases. An option without a help text stands in
 * one line with the next. */
/* clang-format off */
#define FILES_OPTIONS                                                                              \
    {0, "files-from", "FILE", N_("read names of files from there; - is standard input")},          \
    {'0', "null", NULL, N_("names end in NUL, in and out")}

#define TERMINAL_OPTIONS                                                                           \
    {0, "show-text", NULL, N_("quote the line of the case that a message is about")},              \
    {0, "color", "WHEN", NULL},                                                                    \
    {0, "progress", "WHEN", N_("auto (default), always or never")}

#define COMMON_OPTIONS                                                                             \
    {0, "today", "JJJJ-MM-DD", N_("the day to judge by, instead of the clock's")},                 \
    {0, "as-of", "JJJJ-MM-DD", N_("only what was recorded by the end of that day")},               \
    {0, "allow-empty", NULL, N_("no case at all is fine")},                                        \
    {'v', "verbose", NULL, N_("say at the end how many cases were met")},                          \
    {'h', "help", NULL, NULL},                                                                     \
    {'V', "version", NULL, N_("print this help; print the version")}
/* clang-format on */

/* Takes an option of these tables: true when `opt` was one of them. --help and --version set *done:
 * what was asked for is printed. */
bool run_common_option(struct run *r, int opt, const char *argument,
                       const struct run_option *options, size_t count, const char *usage,
                       bool *done);

/* The day for judgements: --today, else --as-of, else that of the clock. */
day_no run_day(const struct run *r);

/* ---- talk ---- */

/* `PROGRAM: text` on standard error, and a status to remember. Never with text of a case. */
void run_say(struct run *r, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* `PROGRAM: file: text`. */
void run_say_file(struct run *r, int status, const char *file, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Raises the status. */
void run_status(struct run *r, int status);

/* ---- operands ---- */

/* Finds frameworks for a program without operands: $MC_KADER_PATH, the data folder. */
void run_kaders(struct run *r);

/* Takes the operands (argv from optind on); without any, standard input when it is no terminal,
 * else status 64. Frameworks among them (NAAM.kader) are set apart, and serve the run. */
void run_operands(struct run *r, int argc, char **argv);

/* The path of a case that an operand names: the operand itself when it is there or has not the form
 * of an id; else ID.zaak in $MC_DIR or in a folder directly below it. NULL after a message: there
 * is none (2), there are several (2), or $MC_DIR cannot be read (78). Lives in the arena of the
 * run. */
const char *run_case_path(struct run *r, const char *operand);

/* Closes the doors behind what was opened and named: after it only the files of the walk, the data
 * folder and the output can be reached. Today nothing is closed yet; every program calls it at the
 * place where it will be. */
void run_seal(struct run *r);

/* ---- cases ---- */

/* A case as a program gets it. */
struct run_case {
    const char *bestand; /* as shown: "-" is standard input */
    struct bestand facts;
    struct zaak zaak;      /* zaak.leesbaar: false for an unreadable one */
    struct diags diags;    /* findings of reading and format, of this case */
    struct arena *arena;   /* it lives there, until it was used */
    struct diags found;    /* what a run_judge makes of it, its to fill: all findings ... */
    struct diags excepted; /* ... and those that an Uitzondering excepts */
};

/* What can be said of a case by itself. Of several cases at once when r->jobs says so: it writes
 * nothing but `found` and `excepted` and in the arena of the case. It may be called a second time
 * for a case whose `diags` have grown. */
typedef void run_judge(const struct run *r, struct run_case *c);

/* What a program does with a case. A finding about a file as a whole (MC003) comes as a case
 * without records: zaak.at NULL. Everything in `c` is gone after it, and so is what was put in
 * r->scratch. */
typedef void run_use(struct run *r, struct run_case *c, void *context);

/* Reads all files of the walk and calls `judge` (NULL: none) and `use` for every case (--as-of
 * applied); `use` in order and in one thread. A repeated id (MC013) is among its findings. Read
 * errors are said and counted (2); without any case and anything wrong the status is 3. */
void run_cases(struct run *r, run_judge *judge, run_use *use, void *context);

/* Is colour wanted on what goes to that file descriptor. */
bool run_colour(const struct run *r, int fd);

/* Says on standard error what was found of a case that cannot be read, or of text that belongs to
 * none; what else is found of cases is mc-check's to tell. */
void run_unreadable(struct run *r, struct run_case *c);

/* What the rules are given of a readable case; findings go to c->diags. */
struct check run_check(const struct run *r, struct run_case *c, const struct voortgang *v);

/* ---- end ---- */

/* Writes out what is left and gives the exit status: 74 when anything could not be written. */
int run_end(struct run *r);

/* Where the data lies: $MC_DATA, else the installed folder, else share/ of the build tree. */
const char *run_data_folder(struct run *r);

/* `folder/rest`, in `a`. */
const char *run_path(struct arena *a, const char *folder, const char *rest);

bool run_is_folder(const char *path);

/* The environment, here and nowhere else; NULL when unset or empty. */
const char *run_env(const char *name);

/* The moment of the clock in RFC 3339, and who records: $MC_DOOR, else the login name of the uid.
 * Both live in the arena of the run. */
struct str run_vastgelegd(struct run *r);
struct str run_door(struct run *r);

/* Called when there is no memory: one line, and exit 70. */
void run_oom(void);

#endif
