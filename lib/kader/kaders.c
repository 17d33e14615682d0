#include "kader/kader.h"

#include "base/nearest.h"
#include "io/walk.h"
#include "kader/proof.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static const struct str EXTENSION = {".kader", 6};

/* A folder's path, with room behind it for the name of a file and a NUL. */
struct folder {
    char *path;
    size_t n;
};

struct kaders {
    struct arena *a;
    pthread_mutex_t lock; /* of all below and of `a` */
    struct {
        const char **at;
        size_t n, cap;
    } files;
    struct {
        struct folder *at;
        size_t n, cap;
    } folders;
    struct {
        const struct kader **at;
        size_t n, cap;
    } loaded;
    struct {
        struct naam *at;
        size_t n, cap;
    } names; /* what there is to choose from, in order; listed at the first need */
    bool listed;
};

struct kaders *kaders_make(struct arena *a)
{
    struct kaders *ks = arena_new(a, struct kaders, 1);
    ks->a = a;
    ks->lock = (pthread_mutex_t)PTHREAD_MUTEX_INITIALIZER;
    return ks;
}

void kaders_add_file(struct kaders *ks, const char *path)
{
    *arena_push(ks->a, &ks->files) = arena_cstr(ks->a, str_of(path));
}

void kaders_add_folder(struct kaders *ks, const char *folder)
{
    size_t n = strlen(folder);
    if (n == 0)
        return;
    struct folder f = {arena_new(ks->a, char, n + 1 + KADER_NAAM_MAX + EXTENSION.n + 1), n};
    memcpy(f.path, folder, n);
    *arena_push(ks->a, &ks->folders) = f;
}

/* The name that a file gives its framework; empty when it gives none. */
static struct str name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct str name = str_of(slash ? slash + 1 : path);
    if (!str_ends(name, EXTENSION))
        return (struct str){0};
    name.n -= EXTENSION.n;
    return kader_naam_valid(name) ? name : (struct str){0};
}

/* ---- finding ---- */

static const struct kader absent = {.toestand = KADER_ONTBREEKT};

static const char *path_in(const struct folder *f, struct str naam)
{
    char *end = f->path + f->n;
    *end++ = '/';
    memcpy(end, naam.p, naam.n);
    memcpy(end + naam.n, EXTENSION.p, EXTENSION.n);
    end[naam.n + EXTENSION.n] = '\0';
    return f->path;
}

/* Opens the first file there is for the name. False: there is none; else it is open, or says why
 * not. */
static bool first_hit(const struct kaders *ks, struct str naam, struct walk_file *f, int *fd)
{
    for (size_t i = 0; i < ks->files.n; i++) {
        if (str_eq(name_of(ks->files.at[i]), naam)) {
            *f = (struct walk_file){.path = ks->files.at[i]};
            *fd = walk_open(f);
            return true;
        }
    }
    for (size_t i = 0; i < ks->folders.n; i++) {
        *f = (struct walk_file){.path = path_in(&ks->folders.at[i], naam)};
        *fd = walk_open(f);
        if (*fd >= 0 || (f->error != ENOENT && f->error != ENOTDIR))
            return true;
    }
    return false;
}

static int by_place(const void *x, const void *y)
{
    const struct diag *a = x, *b = y;
    return a->regel != b->regel ? (a->regel > b->regel) - (a->regel < b->regel)
                                : (int)a->code - (int)b->code;
}

/* Reads and proves what was opened, or could not be opened: then `fd` is -1. */
static struct kader *load(struct kaders *ks, struct str naam, const struct walk_file *f, int fd)
{
    struct kader *k = arena_new(ks->a, struct kader, 1);
    struct diags findings = {.arena = ks->a};
    struct proof_faults faults = {.arena = ks->a};
    if (fd >= 0) {
        *k = kader_read(rec_from_fd(&fd), naam, ks->a, &findings);
        close(fd);
    } else {
        *k = (struct kader){
            .naam = arena_copy(ks->a, naam), .toestand = KADER_ONLEESBAAR, .error = f->error};
    }
    if (findings.n)
        qsort(findings.at, findings.n, sizeof *findings.at, by_place);
    kader_prove(k, &faults);
    if (faults.n)
        k->toestand = KADER_NIET_BEWEZEN;
    k->bevindingen = findings;
    k->fouten = faults.at;
    k->fout_count = faults.n;
    k->path = arena_cstr(ks->a, str_of(f->path));
    return k;
}

static const struct kader *find(struct kaders *ks, struct str naam)
{
    for (size_t i = 0; i < ks->loaded.n; i++)
        if (str_eq(ks->loaded.at[i]->naam, naam))
            return ks->loaded.at[i];
    struct walk_file f;
    int fd;
    if (!first_hit(ks, naam, &f, &fd))
        return &absent;
    const struct kader *k = load(ks, naam, &f, fd);
    *arena_push(ks->a, &ks->loaded) = k;
    return k;
}

const struct kader *kaders_find(struct kaders *ks, struct str naam)
{
    if (!kader_naam_valid(naam))
        return &absent;
    pthread_mutex_lock(&ks->lock);
    const struct kader *k = find(ks, naam);
    pthread_mutex_unlock(&ks->lock);
    return k;
}

const struct kader *kaders_file(struct kaders *ks, const char *path)
{
    struct str naam = name_of(path);
    if (naam.n == 0)
        return &absent;
    pthread_mutex_lock(&ks->lock);
    const struct kader *k = find(ks, naam);
    if (!k->path || strcmp(k->path, path) != 0) {
        struct walk_file f = {.path = path};
        int fd = walk_open(&f);
        k = load(ks, naam, &f, fd);
    }
    pthread_mutex_unlock(&ks->lock);
    return k;
}

/* ---- the nearest name ---- */

static void name_add(struct kaders *ks, const char *path)
{
    struct str name = name_of(path);
    if (name.n)
        *arena_push(ks->a, &ks->names) = (struct naam){arena_cstr(ks->a, name)};
}

/* In order, so that of two that are as near it is not the disk that chooses. */
static int by_text(const void *x, const void *y)
{
    return strcmp(((const struct naam *)x)->tekst, ((const struct naam *)y)->tekst);
}

static void list_names(struct kaders *ks)
{
    if (ks->listed)
        return;
    for (size_t i = 0; i < ks->files.n; i++)
        name_add(ks, ks->files.at[i]);
    for (size_t i = 0; i < ks->folders.n; i++) {
        ks->folders.at[i].path[ks->folders.at[i].n] = '\0';
        DIR *folder = opendir(ks->folders.at[i].path);
        for (const struct dirent *d; folder && (d = readdir(folder));)
            name_add(ks, d->d_name);
        if (folder)
            closedir(folder);
    }
    if (ks->names.n)
        qsort(ks->names.at, ks->names.n, sizeof *ks->names.at, by_text);
    size_t kept = 0;
    for (size_t i = 0; i < ks->names.n; i++)
        if (i == 0 || strcmp(ks->names.at[i].tekst, ks->names.at[kept - 1].tekst) != 0)
            ks->names.at[kept++] = ks->names.at[i];
    ks->names.n = kept;
    ks->listed = true;
}

struct naam kaders_nearest(struct kaders *ks, struct str naam)
{
    struct nearest n = nearest_make(naam);
    pthread_mutex_lock(&ks->lock);
    list_names(ks);
    for (size_t i = 0; i < ks->names.n; i++)
        nearest_try(&n, ks->names.at[i]);
    pthread_mutex_unlock(&ks->lock);
    return nearest_found(&n);
}

size_t kaders_list(struct kaders *ks, const struct naam **names)
{
    pthread_mutex_lock(&ks->lock);
    list_names(ks);
    *names = ks->names.at;
    size_t n = ks->names.n;
    pthread_mutex_unlock(&ks->lock);
    return n;
}

void kaders_names(struct kaders *ks, struct buf *out)
{
    const struct naam *names;
    size_t n = kaders_list(ks, &names);
    for (size_t i = 0; i < n; i++) {
        buf_text(out, i ? ", " : "");
        buf_text(out, names[i].tekst);
    }
}
