/* limit: the least that a program has to do that reads every case. mc-check is held against it.
 *
 *   limit [-j N] FOLDER   reads the *.zaak files of a folder, in the order in which mc-check does
 *   limit                 reads standard input
 *   limit -e FOLDER       puts these files out of the page cache instead (first sync)
 *   limit -l [CATALOGUES] nothing but what a program in a language starts with: locale, catalogue
 *
 * It looks for ends of lines and at UTF-8, and prints how many lines there are and in how many
 * places no UTF-8. Each file costs openat, one read into a buffer that is used again, and close: no
 * stat, no map. -j N: by so many threads, a handful of files at a time; N may go beyond the cores,
 * for files that are still on the disk.
 *
 * Exit: 0; 64 usage; 70 no memory, no thread; 2 something could not be read.
 */
#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <locale.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024, AT_ONCE = 16, THREADS_MAX = 256 };
#define USAGE "usage: limit [-j N | -e] [FOLDER] | limit -l [CATALOGUES]"

/* ---- what is looked for */

struct scan {
    uint64_t lines, bad;
    unsigned need;       /* bytes that the character in hand still wants */
    unsigned char least; /* what the next of them is at least and */
    unsigned char most;  /* at most */
};

/* A byte of a character of several, by the table of well-formed UTF-8 (Unicode, 3-7). */
static void take_byte(struct scan *s, unsigned char c)
{
    if (s->need && c >= s->least && c <= s->most) {
        s->need--;
        s->least = 0x80;
        s->most = 0xBF;
        return;
    }
    s->bad += s->need > 0; /* cut off; c may begin another */
    s->need = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    s->least = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    s->most = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    if ((c >= 0x80 && c < 0xC2) || c > 0xF4) {
        s->bad++;
        s->need = 0;
    }
}

static void take(struct scan *s, const char *p, size_t n)
{
    const char *end = p + n, *lf = p;
    while ((lf = memchr(lf, '\n', (size_t)(end - lf)))) {
        s->lines++;
        lf++;
    }
    while (p < end) {
        uint64_t eight;
        while (!s->need && end - p >= 8) { /* eight of ASCII at a time */
            memcpy(&eight, p, sizeof eight);
            if (eight & UINT64_C(0x8080808080808080))
                break;
            p += 8;
        }
        for (int i = 0; i < 8 && p < end; i++)
            take_byte(s, (unsigned char)*p++);
    }
}

/* ---- which files */

struct file {
    int folder;
    char *name; /* of a folder with a slash at its end, so that whole paths are in order */
};

struct list {
    struct file *at;
    size_t n, room;
};

static void add(struct list *l, int folder, const char *name, bool is_folder)
{
    size_t n = strlen(name);
    char *copy = malloc(n + 2);
    if (l->n == l->room) {
        l->room = l->room ? 2 * l->room : 256;
        l->at = realloc(l->at, l->room * sizeof *l->at);
    }
    if (!copy || !l->at)
        err(70, NULL);
    memcpy(copy, name, n);
    memcpy(copy + n, "/", 2);
    if (!is_folder)
        copy[n] = '\0';
    l->at[l->n++] = (struct file){folder, copy};
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

/* Adds what a folder holds; it stays open. */
static void walk(struct list *all, int folder, const char *name)
{
    struct list here = {0};
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC), own = fd < 0 ? -1 : dup(fd);
    DIR *dir = own < 0 ? NULL : fdopendir(own);
    if (!dir)
        err(2, "%s", name);
    for (struct dirent *e; (e = readdir(dir));) {
        size_t n = strlen(e->d_name);
        bool named = n >= 5 && !memcmp(e->d_name + n - 5, ".zaak", 5);
        if (e->d_name[0] != '.' && (e->d_type == DT_DIR || (named && e->d_type == DT_REG)))
            add(&here, fd, e->d_name, e->d_type == DT_DIR);
    }
    closedir(dir);
    qsort(here.at, here.n, sizeof *here.at, by_name);
    for (size_t i = 0; i < here.n; i++) {
        const char *child = here.at[i].name;
        if (child[strlen(child) - 1] == '/')
            walk(all, fd, child);
        else
            add(all, fd, child, false);
        free(here.at[i].name);
    }
    free(here.at);
}

/* ---- reading */

static ssize_t read_block(int fd, char *block)
{
    ssize_t n;
    do
        n = read(fd, block, BLOCK);
    while (n < 0 && errno == EINTR);
    return n;
}

struct reading {
    const struct list *files;
    atomic_size_t *next;
    bool evict;
    struct scan scan;
};

static void read_file(struct reading *r, const struct file *f, char *block)
{
    int fd = openat(f->folder, f->name, O_RDONLY | O_CLOEXEC);
    ssize_t n = 0;
    if (fd < 0)
        err(2, "%s", f->name);
    if (r->evict)
        posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    else
        do {
            n = read_block(fd, block);
            if (n < 0)
                err(2, "%s", f->name);
            take(&r->scan, block, (size_t)n);
        } while (n == BLOCK); /* of a regular file fewer is its end */
    r->scan.bad += r->scan.need > 0;
    r->scan.need = 0;
    close(fd);
}

static void *read_files(void *context)
{
    struct reading *r = context;
    char *block = malloc(BLOCK);
    if (!block)
        err(70, NULL);
    for (size_t i; (i = atomic_fetch_add(r->next, AT_ONCE)) < r->files->n;)
        for (size_t k = i; k < i + AT_ONCE && k < r->files->n; k++)
            read_file(r, &r->files->at[k], block);
    free(block);
    return NULL;
}

static struct scan read_folder(const char *name, unsigned jobs, bool evict)
{
    struct list files = {0};
    atomic_size_t next = 0;
    pthread_t thread[THREADS_MAX];
    struct reading part[THREADS_MAX];
    walk(&files, AT_FDCWD, name);
    for (unsigned i = 0; i < jobs; i++)
        part[i] = (struct reading){.files = &files, .next = &next, .evict = evict};
    for (unsigned i = 1; i < jobs; i++)
        if ((errno = pthread_create(&thread[i], NULL, read_files, &part[i])))
            err(70, NULL);
    read_files(&part[0]);
    for (unsigned i = 1; i < jobs; i++) {
        pthread_join(thread[i], NULL);
        part[0].scan.lines += part[i].scan.lines;
        part[0].scan.bad += part[i].scan.bad;
    }
    return part[0].scan;
}

static struct scan read_stream(void)
{
    static char block[BLOCK];
    struct scan s = {0};
    ssize_t n;
    while ((n = read_block(STDIN_FILENO, block)) > 0)
        take(&s, block, (size_t)n);
    if (n < 0)
        err(2, "-");
    s.bad += s.need > 0;
    return s;
}

int main(int argc, char **argv)
{
    unsigned long jobs = 1;
    bool evict = false, language = false;
    for (int option; (option = getopt(argc, argv, "j:el")) != -1;) {
        if (option == 'j')
            jobs = strtoul(optarg, NULL, 10);
        else if (option == 'e')
            evict = true;
        else if (option == 'l')
            language = true;
        else
            errx(64, "%s", USAGE);
    }
    if (jobs < 1 || jobs > THREADS_MAX || argc > optind + 1 || (evict && argc == optind))
        errx(64, "%s", USAGE);
    if (language) {
        setlocale(LC_ALL, "C.UTF-8");
        bindtextdomain("meldcode", argc > optind ? argv[optind] : "locale");
        textdomain("meldcode");
        return 0;
    }
    struct scan s =
        argc > optind ? read_folder(argv[optind], (unsigned)jobs, evict) : read_stream();
    if (!evict)
        printf("%ju %ju\n", (uintmax_t)s.lines, (uintmax_t)s.bad);
    return 0;
}
