/* mc-step: records one entry in a case. */
#include "check/regels.h"
#include "check/report.h"
#include "import/entry.h"
#include "io/store.h"
#include "rec/writer.h"
#include "run.h"
#include "step_next.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static const char usage[] =
    N_("usage: mc-step [OPTION...] KIND|STEP [CASE]\n"
       "Records one entry in a case file; without CASE a case goes from standard input\n"
       "to standard output with its new entry. STEP: 1 Signaal, 2 Overleg, 3 Gesprek,\n"
       "4 Weging, 5 Besluit. Text about people belongs in -i: -F is visible to others.\n");

enum { REVISE, DROP, WITHDRAW, WAIT, NEXT = 6 };

static const struct run_option options[] = {
    [REVISE] = {0, "revise", "LABEL", N_("replace that entry; what is not given is copied")},
    [DROP] = {0, "drop", "FIELD,...", N_("with --revise: leave these fields out")},
    [WITHDRAW] = {0, "withdraw", "REASON", N_("with --revise: the entry no longer counts")},
    [WAIT] = {0, "wait", "SECONDS", N_("wait for a locked case (5)")},
    {'i', "input", "FILE", N_("the entry: lines `Name: value`; - is standard input")},
    {'F', "field", "NAME=VALUE", N_("a field, over what -i gives; may be repeated")},
    [NEXT] = {0, "next", NULL, N_("what is to be done next in cases: operands are files, folders")},
    {'f', "format", "FORMAT", N_("with --next: text (default) or json")},
    FILES_OPTIONS,
    TERMINAL_OPTIONS,
    COMMON_OPTIONS,
};

enum { OPTIONS = sizeof options / sizeof *options };

struct step {
    struct run *r;
    const char *input; /* -i; NULL: none */
    int input_fd;
    struct {
        const char **at;
        size_t n, cap;
    } fields; /* -F, in order */
    const char *revise, *drop, *withdraw;
    bool next, json, format_given, wait_given;
    double wait;
    const struct schema_kind *kind;
    const char *path; /* the case; NULL: standard input */
    struct str old;   /* the case as it is */
    struct zaak zaak;
    struct diags diags;
    struct import_entry entry;
    struct str record; /* the new entry in normal form */
};

/* ---- options ---- */

static void take_option(struct step *s, int opt, const char *argument, bool *done)
{
    char *end;
    switch (opt) {
    case 'i':
        s->input = argument;
        break;
    case 'F':
        *arena_push(&s->r->arena, &s->fields) = argument;
        if (!strchr(argument, '='))
            run_say(s->r, EXIT_USAGE, _("-F takes NAME=VALUE"));
        break;
    case RUN_LONG + REVISE:
        s->revise = argument;
        break;
    case RUN_LONG + DROP:
        s->drop = argument;
        break;
    case RUN_LONG + WITHDRAW:
        s->withdraw = argument;
        if (!*argument)
            run_say(s->r, EXIT_USAGE, _("--withdraw needs a reason"));
        break;
    case RUN_LONG + NEXT:
        s->next = true;
        break;
    case 'f':
        s->format_given = true;
        s->json = str_eq_fold(str_of(argument), STR("json"));
        if (!s->json && !str_eq_fold(str_of(argument), STR("text")))
            run_say(s->r, EXIT_USAGE, _("unknown format %s; there are text and json"), argument);
        break;
    case RUN_LONG + WAIT:
        s->wait_given = true;
        s->wait = strtod(argument, &end);
        if (*end || end == argument || !(s->wait >= 0 && s->wait <= 86400))
            run_say(s->r, EXIT_USAGE, _("--wait takes a number of seconds"));
        break;
    default:
        run_common_option(s->r, opt, argument, options, OPTIONS, usage, done);
    }
}

static void take_kind(struct step *s, const char *word)
{
    s->kind = import_kind(str_of(word));
    if (s->kind == &soorten.kinds[S_Zaak]) {
        run_say(s->r, EXIT_USAGE,
                _("a case is started by mc-new; its header is changed by a Wijziging"));
    } else if (!s->kind) {
        struct naam near = schema_nearest_kind(&soorten, str_of(word));
        if (near.tekst)
            run_say(s->r, EXIT_USAGE, _("unknown kind %s (did you mean %s?)"), word, near.tekst);
        else
            run_say(s->r, EXIT_USAGE, _("unknown kind %s; zaak(5) lists them, steps are 1 to 5"),
                    word);
    }
}

/* Recording and --next take different options. */
static void look_at_mode(struct step *s)
{
    struct run *r = s->r;
    if (s->next &&
        (s->input || s->fields.n || s->revise || s->drop || s->withdraw || s->wait_given))
        run_say(r, EXIT_USAGE, _("--next records nothing: it goes with cases alone"));
    else if (!s->next && (s->format_given || r->files_from || r->null || r->allow_empty ||
                          r->today != DAY_NONE || r->as_of != DAY_NONE))
        run_say(r, EXIT_USAGE,
                _("-f, --files-from, -0, --today, --as-of and --allow-empty go with --next"));
}

static void look_at_options(struct step *s, int argc, char **argv)
{
    struct run *r = s->r;
    if (optind == argc || argc - optind > 2) {
        run_say(r, EXIT_USAGE, _("name the kind of entry or the step, and at most one case"));
        return;
    }
    take_kind(s, argv[optind]);
    if (argc - optind == 2 && strcmp(argv[optind + 1], "-") != 0)
        s->path = argv[optind + 1];
    if (!s->input && s->fields.n == 0 && !s->withdraw && !s->drop)
        run_say(r, EXIT_USAGE, _("give the entry with -i FILE or -F NAME=VALUE"));
    if ((s->drop || s->withdraw) && !s->revise)
        run_say(r, EXIT_USAGE, _("--drop and --withdraw go with --revise=LABEL"));
    if (!s->path && s->input && strcmp(s->input, "-") == 0)
        run_say(r, EXIT_USAGE, _("standard input cannot be both the entry and the case"));
    else if (!s->path && isatty(STDIN_FILENO))
        run_say(r, EXIT_USAGE, _("name a case, or give one on standard input"));
}

/* ---- the entry ---- */

static void open_input(struct step *s)
{
    if (s->path)
        s->path = run_case_path(s->r, s->path);
    s->input_fd = STDIN_FILENO;
    if (!s->input || strcmp(s->input, "-") == 0)
        return;
    s->input_fd = open(s->input, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (s->input_fd < 0)
        run_say_file(s->r, EXIT_INPUT, s->input, "%s", strerror(errno));
}

/* All that an open file gives; status 2 when it cannot be read or is larger than a case may be. */
static struct str read_all(struct run *r, int fd, const char *name)
{
    struct rec_source source = rec_from_fd(&fd);
    struct buf b = buf_in(&r->arena);
    char block[16 * 1024];
    ssize_t n;
    while ((n = source.read(source.context, block, sizeof block)) > 0 && b.n <= REC_UNIT_MAX)
        buf_add(&b, block, (size_t)n);
    if (n < 0)
        run_say_file(r, EXIT_INPUT, name, "%s", strerror(errno));
    else if (b.n > REC_UNIT_MAX)
        run_say_file(r, EXIT_INPUT, name, _("is larger than a case may be"));
    return buf_all(&b);
}

/* Where a field came from, as the place of a refusal. */
static void report_refusal(struct step *s, const struct diag *d)
{
    struct buf place = buf_in(&s->r->arena);
    struct diag at = *d;
    unsigned regel = d->regel & ~(unsigned)(PLACE_OPTION | PLACE_ZAAK | PLACE_SET);
    const char *input = s->input ? s->input : "-F";
    at.regel = regel ? regel : 1;
    if (d->regel & PLACE_OPTION) {
        buf_text(&place, "-F:");
        buf_number(&place, regel);
        buf_byte(&place, '\0');
        report_at(&s->r->err, place.p, &at, NULL);
    } else if (d->regel & PLACE_ZAAK) {
        report_diag(&s->r->err, s->path ? s->path : "-", &at, NULL);
    } else {
        report_diag(&s->r->err, input, &at, NULL);
    }
    buf_flush(&s->r->err);
    run_status(s->r, EXIT_FINDINGS);
}

/* One line for a field, in the order of the entry. */
static void refuse(struct step *s)
{
    for (size_t i = 0; i < s->diags.n; i++)
        report_refusal(s, &s->diags.at[i]);
}

static void gather_input(struct step *s)
{
    if (!s->input)
        return;
    struct str bytes = read_all(s->r, s->input_fd, s->input);
    size_t records = import_entry_input(&s->entry, bytes, &s->diags);
    for (size_t i = 0; i < s->diags.n; i++)
        s->diags.at[i].niveau = NIVEAU_FOUT;
    if (records > 1)
        run_say_file(s->r, EXIT_FINDINGS, s->input,
                     _("holds more than one entry; give them one at a time"));
}

static void gather_fields(struct step *s)
{
    for (size_t i = 0; i < s->fields.n; i++) {
        struct str value, name = str_cut(str_of(s->fields.at[i]), '=', &value);
        bool again = false;
        for (size_t j = 0; j < i; j++) {
            struct str rest;
            again = again || str_eq_fold(str_cut(str_of(s->fields.at[j]), '=', &rest), name);
        }
        if (!again)
            import_entry_drop(&s->entry, name);
        unsigned place = PLACE_OPTION | (unsigned)(i + 1);
        value = rec_newlines(&s->r->arena, value);
        if (!rec_name_valid(name) || rec_forbidden(value) < value.n) {
            struct diag d = diag_make(rec_name_valid(name) ? MC002 : MC001, place);
            d.niveau = NIVEAU_FOUT;
            diag_add(&s->diags, d);
        }
        import_entry_add(&s->entry, name, value, place);
    }
}

static void drop_fields(struct step *s)
{
    struct str rest = str_of(s->drop);
    while (rest.n) {
        struct str name = str_cut(rest, ',', &rest);
        if (!import_entry_drop(&s->entry, name))
            run_say(s->r, EXIT_USAGE, _("--drop: %s has no field %.*s"), s->kind->naam.tekst,
                    (int)name.n, name.p);
    }
}

/* The entry that --revise names, as it stands; NULL after a message. */
static const struct aantekening *revised(struct step *s)
{
    enum soort soort = (enum soort)(s->kind - soorten.kinds);
    const struct aantekening *a = zaak_zoek(&s->zaak, soort, str_of(s->revise));
    if (!a)
        run_say(s->r, EXIT_FINDINGS, _("the case has no %s with the label %s"), s->kind->naam.tekst,
                s->revise);
    else if (a->ingetrokken || a->vernietigd)
        run_say(s->r, EXIT_FINDINGS, _("%s %s was withdrawn or destroyed; record a new entry"),
                s->kind->naam.tekst, s->revise);
    return a && a->telt ? a : NULL;
}

static void label_revised(struct step *s)
{
    const struct aantekening *a = revised(s);
    if (a && s->entry.label_given && !str_eq(s->entry.label, a->e.label))
        run_say(s->r, EXIT_FINDINGS, _("an entry that is revised keeps its label"));
    if (!a || s->r->status != EXIT_FINE)
        return;
    if (s->withdraw)
        import_entry_set(&s->entry, "Ingetrokken", str_of(s->withdraw));
    /* What is withdrawn needs nothing but its reason: the old record stays readable. */
    if (!import_entry_has(&s->entry, STR("Ingetrokken")))
        import_entry_copy(&s->entry, a);
    if (s->drop)
        drop_fields(s);
    s->entry.label = a->e.label;
}

static void label_new(struct step *s)
{
    enum soort soort = (enum soort)(s->kind - soorten.kinds);
    if (!s->entry.label_given)
        s->entry.label = zaak_volgend_label(&s->zaak, soort, &s->r->arena);
    else if (zaak_zoek(&s->zaak, soort, s->entry.label))
        run_say(
            s->r, EXIT_FINDINGS,
            _("the case has a %s with that label; leave the label out for the next number, or give "
              "--revise=LABEL to replace the entry"),
            s->kind->naam.tekst);
}

/* What the program fills in: Datum (never of a Signaal: a day that was only assumed is no fact),
 * and when and by whom it was recorded. */
static void fill_in(struct step *s)
{
    bool dated = s->kind->field_count > Veld_Datum &&
                 strcmp(s->kind->fields[Veld_Datum].naam.tekst, "Datum") == 0;
    if (dated && s->kind != &soorten.kinds[S_Signaal] &&
        !import_entry_has(&s->entry, STR("Datum")) &&
        !import_entry_has(&s->entry, STR("Ingetrokken"))) {
        struct buf b = buf_in(&s->r->arena);
        date_write(&b, s->r->clock_day);
        import_entry_set(&s->entry, "Datum", buf_all(&b));
    }
    import_entry_set(&s->entry, "Vastgelegd", run_vastgelegd(s->r));
    import_entry_set(&s->entry, "Door", run_door(s->r));
}

/* ---- the case ---- */

/* Reads the case that `bytes` are: it must be one, readable and with its commit mark. */
static bool read_case(struct step *s, struct str bytes)
{
    const char *name = s->path ? s->path : "-";
    struct diags list = {.arena = &s->r->arena};
    struct rec_reader reader = rec_reader_over(bytes, STR("Zaak:"));
    struct rec_unit u;
    if (rec_next(&reader, &s->r->arena, &u, &list) != 1 || !u.last || reader.stray) {
        run_say_file(s->r, EXIT_INPUT, name, _("is not exactly one case"));
        return false;
    }
    zaak_read(&u, &s->r->arena, DAY_NONE, &s->zaak, &list, 0);
    bool cut_off = false;
    for (size_t i = 0; i < list.n; i++) {
        bool end = list.at[i].code == MC005 && list.at[i].form == MC005_EINDE;
        cut_off = cut_off || end;
        if (code_van_lezen(&list.at[i]) || end)
            report_diag(&s->r->err, name, &list.at[i], NULL);
    }
    if (!s->zaak.leesbaar || cut_off)
        run_say_file(s->r, EXIT_INPUT, name, _("nothing is added to it until this was looked at"));
    return s->zaak.leesbaar && !cut_off;
}

/* Makes the new record for the case that was read; false when it is refused. */
static bool make_record(struct step *s)
{
    if (s->revise)
        label_revised(s);
    else
        label_new(s);
    if (import_entry_has(&s->entry, STR("Vernietigd")))
        run_say(
            s->r, EXIT_FINDINGS,
            _("Vernietigd destroys nothing by being written; --withdraw makes an entry no longer "
              "count"));
    fill_in(s);
    if (s->r->status != EXIT_FINE)
        return false;
    struct entry bound = import_entry_bind(&s->entry, &s->diags);
    refuse(s);
    struct buf b = buf_in(&s->r->arena);
    rec_write_entry(&b, &soorten, &bound);
    s->record = buf_all(&b);
    return s->r->status == EXIT_FINE;
}

static unsigned count_lines(struct str s)
{
    unsigned lines = 0;
    for (const char *p = s.p; p && (p = memchr(p, '\n', (size_t)(s.p + s.n - p))); p++)
        lines++;
    return lines;
}

/* Looks at the case with its new record, as every later reader will: it must be readable, and hold
 * one record more. What the new record names and is not there yet is said (MC009), and no reason to
 * refuse. */
static bool look_at_result(struct step *s)
{
    const char *name = s->path ? s->path : "-";
    struct buf whole = buf_in(&s->r->arena);
    buf_str(&whole, s->old);
    buf_str(&whole, s->record);
    struct diags list = {.arena = &s->r->arena};
    struct rec_reader reader = rec_reader_over(buf_all(&whole), STR("Zaak:"));
    struct rec_unit u;
    struct zaak z = {0};
    if (rec_next(&reader, &s->r->arena, &u, &list) == 1)
        zaak_read(&u, &s->r->arena, DAY_NONE, &z, &list, 0);
    bool good = z.leesbaar && z.compleet && u.last && z.n == s->zaak.n + 1;
    for (size_t i = 0; i < list.n; i++)
        if (good ? list.at[i].code == MC009 && list.at[i].entry == s->zaak.n
                 : code_van_lezen(&list.at[i]))
            report_diag(&s->r->err, name, &list.at[i], &z);
    buf_flush(&s->r->err);
    if (!good)
        run_status(s->r, EXIT_FINDINGS);
    return good;
}

static bool prepare(struct step *s)
{
    return read_case(s, s->old) && make_record(s) && look_at_result(s);
}

static void filter(struct step *s)
{
    s->old = read_all(s->r, STDIN_FILENO, "-");
    if (s->r->status != EXIT_FINE || !prepare(s))
        return;
    buf_str(&s->r->out, s->old);
    buf_str(&s->r->out, s->record);
}

static void say_recorded(struct step *s)
{
    struct buf *out = &s->r->out;
    report_path(out, s->path);
    buf_byte(out, ':');
    buf_number(out, count_lines(s->old) + 1);
    buf_text(out, ": ");
    buf_text(out, s->kind->naam.tekst);
    buf_text(out, ": ");
    buf_str(out, s->entry.label);
    buf_byte(out, '\n');
    if (buf_flush(out))
        run_say_file(
            s->r, EXIT_WRITE, s->path,
            _("the new %s is recorded, but that could not be told on standard output; do not "
              "record it again"),
            s->kind->naam.tekst);
}

static void say_why_not(struct step *s, enum store_result result, int error)
{
    static const int status[] = {
        [STORE_DONE] = EXIT_FINE,     [STORE_UNREADABLE] = EXIT_INPUT, [STORE_EXISTS] = EXIT_OUTPUT,
        [STORE_CANNOT] = EXIT_OUTPUT, [STORE_FAILED] = EXIT_WRITE,     [STORE_UNSURE] = EXIT_WRITE,
        [STORE_LOCKED] = EXIT_LOCKED,
    };
    const char *why = error ? strerror(error) : "";
    if (result == STORE_LOCKED)
        run_say_file(s->r, status[result], s->path,
                     _("another program is writing to it; nothing was recorded"));
    else if (result == STORE_UNSURE)
        run_say_file(s->r, status[result], s->path,
                     _("%s: the new %s is recorded, but may not survive a power failure; do not "
                       "record it again: look whether the case holds it"),
                     why, s->kind->naam.tekst);
    else if (result == STORE_UNREADABLE)
        run_say_file(s->r, status[result], s->path, "%s", why);
    else
        run_say_file(s->r, status[result], s->path, _("%s; nothing was recorded"), why);
}

static void extend(struct step *s)
{
    struct store store;
    enum store_result result =
        store_open(&store, &s->r->arena, s->path, s->wait, REC_UNIT_MAX + REC_VALUE_MAX);
    if (result != STORE_DONE) {
        say_why_not(s, result, store.error);
        return;
    }
    s->old = store.bytes;
    bool wanted = prepare(s);
    struct str parts[] = {s->old, s->record};
    if (wanted)
        result = store_replace(&store, parts, 2);
    store_close(&store);
    if (wanted && result == STORE_DONE)
        say_recorded(s);
    else if (wanted)
        say_why_not(s, result, store.error);
}

int main(int argc, char **argv)
{
    struct run r;
    run_start(&r, "mc-step");
    struct step s = {.r = &r, .wait = 5, .diags = {.arena = &r.arena}};
    bool done = false;
    const char *argument;
    int opt;
    while ((opt = run_getopt(&r, argc, argv, options, OPTIONS, &argument)) != -1)
        take_option(&s, opt, argument, &done);
    if (!done)
        look_at_mode(&s);
    if (!done && r.status == EXIT_FINE && s.next) {
        step_next(&r, argc, argv, s.json);
        done = true;
    }
    if (!done && r.status == EXIT_FINE)
        look_at_options(&s, argc, argv);
    if (!done && r.status == EXIT_FINE)
        open_input(&s);
    if (!done && r.status == EXIT_FINE) {
        run_seal(&r);
        s.entry = import_entry_make(s.kind, &r.arena);
        gather_input(&s);
        gather_fields(&s);
        if (r.status != EXIT_FINE || s.diags.n)
            refuse(&s);
        else if (s.path)
            extend(&s);
        else
            filter(&s);
    }
    return run_end(&r);
}
