/* What stands behind the options: files, folders, frameworks, and cases by their id. */
#include "run.h"

#include "rec/reader.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- a case by its id ---- */

static bool is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

/* Where cases by their id are looked for, and what was found. */
struct lookup {
    const char *file; /* ID.zaak */
    const char *hit;
    int hits;
};

static void look_in(struct run *r, struct lookup *l, const char *folder)
{
    const char *path = run_path(&r->arena, folder, l->file);
    if (!is_there(path))
        return;
    if (l->hits++ == 0)
        l->hit = path;
}

static void look_below(struct run *r, struct lookup *l, const char *folder, DIR *open)
{
    for (const struct dirent *d; (d = readdir(open));) {
        if (d->d_name[0] == '.' || (d->d_type != DT_DIR && d->d_type != DT_UNKNOWN))
            continue;
        const char *below = run_path(&r->arena, folder, d->d_name);
        if (d->d_type == DT_DIR || run_is_folder(below))
            look_in(r, l, below);
    }
}

const char *run_case_path(struct run *r, const char *operand)
{
    const char *folder = run_env("MC_DIR");
    if (!folder || !zaak_id_valid(str_of(operand)) || is_there(operand))
        return operand;
    DIR *open = opendir(folder);
    if (!open) {
        run_say(r, EXIT_CONFIG, "MC_DIR: %s", strerror(errno));
        return NULL;
    }
    struct buf name = buf_in(&r->arena);
    buf_text(&name, operand);
    buf_text(&name, ".zaak");
    struct lookup l = {.file = arena_cstr(&r->arena, buf_all(&name))};
    look_in(r, &l, folder);
    look_below(r, &l, folder, open);
    closedir(open);
    if (l.hits > 1)
        run_say_file(r, EXIT_INPUT, operand,
                     _("there are %d files with this name in MC_DIR; name the one you mean"),
                     l.hits);
    else if (l.hits == 0)
        run_say_file(r, EXIT_INPUT, operand, _("no such file, and no case with this id in MC_DIR"));
    return l.hits == 1 ? l.hit : NULL;
}

/* ---- operands ---- */

void run_kaders(struct run *r)
{
    r->kaders = kaders_make(&r->of_kaders);
    for (size_t i = 0; i < r->kader_files.n; i++)
        kaders_add_file(r->kaders, r->kader_files.at[i]);
    struct str rest = str_of(run_env("MC_KADER_PATH"));
    while (rest.n) {
        struct str folder = str_cut(rest, ':', &rest);
        if (folder.n)
            kaders_add_folder(r->kaders, arena_cstr(&r->arena, folder));
    }
    const char *folder = run_path(&r->arena, run_data_folder(r), "kader");
    if (run_env("MC_DATA") && !run_is_folder(folder))
        run_say_file(r, EXIT_CONFIG, run_env("MC_DATA"), _("MC_DATA holds no folder `kader`"));
    kaders_add_folder(r->kaders, folder);
}

static void add_operand(struct run *r, const char *operand)
{
    if (str_ends(str_of(operand), STR(".kader")) && !run_is_folder(operand))
        *arena_push(&r->arena, &r->kader_files) = operand;
    else if ((operand = run_case_path(r, operand)))
        walk_add(&r->walk, &r->arena, operand);
}

/* The names in the file of --files-from: a line each, or ended by NUL with --null; empty ones are
 * passed over. */
static void read_names(struct run *r)
{
    bool input = strcmp(r->files_from, "-") == 0;
    int fd = input ? STDIN_FILENO : open(r->files_from, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    struct rec_source source = rec_from_fd(&fd);
    struct buf names = buf_in(&r->arena);
    char block[16 * 1024];
    ssize_t n = -1;
    while (fd >= 0 && (n = source.read(source.context, block, sizeof block)) > 0)
        buf_add(&names, block, (size_t)n);
    if (n < 0)
        run_say_file(r, EXIT_INPUT, r->files_from, "%s", strerror(errno));
    if (fd >= 0 && !input)
        close(fd);
    for (struct str rest = buf_all(&names), name; rest.n;) {
        name = str_cut(rest, r->null ? '\0' : '\n', &rest);
        if (name.n)
            add_operand(r, arena_cstr(&r->arena, name));
    }
}

void run_operands(struct run *r, int argc, char **argv)
{
    for (int i = optind; i < argc; i++)
        add_operand(r, argv[i]);
    if (r->files_from)
        read_names(r);
    else if (optind == argc && isatty(STDIN_FILENO))
        run_say(r, EXIT_USAGE, _("name a file or a folder, or give a case on standard input"));
    else if (optind == argc)
        walk_add(&r->walk, &r->arena, "-");
    run_kaders(r);
}
