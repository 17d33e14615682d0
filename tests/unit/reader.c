/* Whatever bytes come, in whatever pieces: the reader against a slow and simple one. */
#include "rec/reader.h"

#include "unit.h"

#include "base/buf.h"

#include <errno.h>

/* ---- what was read, as text that can be compared ---- */

enum { WHOLE = 0 }; /* size of a piece: all at once, through rec_reader_over */

struct pieces {
    struct str rest;
    size_t size;
};

static ssize_t read_piece(void *context, void *bytes, size_t n)
{
    struct pieces *p = context;
    size_t now = p->size < n ? p->size : n;
    if (now > p->rest.n)
        now = p->rest.n;
    if (now)
        memcpy(bytes, p->rest.p, now);
    p->rest = str_from(p->rest, now);
    return (ssize_t)now;
}

static void note(struct buf *b, const char *what, long long number)
{
    buf_text(b, what);
    buf_number(b, number);
}

static void note_records(struct buf *b, const struct rec_unit *u)
{
    for (size_t i = 0; i < u->n; i++) {
        note(b, " record ", u->records[i].regel);
        buf_byte(b, '\n');
        for (size_t j = 0; j < u->records[i].n; j++) {
            const struct rec_field *f = &u->records[i].fields[j];
            note(b, "  ", f->regel);
            buf_byte(b, ' ');
            buf_str(b, f->name);
            buf_byte(b, '=');
            buf_str(b, f->value);
            buf_byte(b, '\n');
        }
    }
}

static void note_findings(struct buf *b, const struct diags *list)
{
    for (size_t i = 0; i < list->n; i++) {
        note(b, " MC", list->at[i].code);
        note(b, " form ", list->at[i].form);
        note(b, " line ", list->at[i].regel);
        buf_byte(b, '\n');
    }
}

/* All of `bytes` as units named Zaak. Of an unreadable unit only what was found. */
static struct str read_all(struct str bytes, size_t piece)
{
    struct buf b = buf_in(&a);
    struct pieces p = {bytes, piece};
    struct rec_reader r =
        piece == WHOLE ? rec_reader_over(bytes, STR("Zaak:"))
                       : rec_reader_make((struct rec_source){read_piece, &p}, STR("Zaak:"), abort);
    struct rec_unit u;
    struct diags list = {.arena = &a};
    int got;
    while ((got = rec_next(&r, &a, &u, &list)) == 1) {
        note(&b, "unit ", u.regel);
        note(&b, u.complete ? " complete " : " cut ", u.last);
        buf_text(&b, u.unreadable ? " unreadable\n" : "\n");
        if (!u.unreadable) {
            buf_str(&b, u.bytes);
            buf_byte(&b, '\n');
            note_records(&b, &u);
        }
        note_findings(&b, &list);
        list.n = 0;
    }
    assert_int_equal(got, 0);
    assert_int_equal(rec_next(&r, &a, &u, &list), 0);
    note(&b, "stray ", r.stray);
    if (piece != WHOLE)
        rec_reader_free(&r);
    return buf_all(&b);
}

/* ---- the same by hand: one line after another, nothing clever ---- */

/* The character at p of n bytes, its length in *length; -1 when it is ill-formed. Written from the
 * table of Unicode, "Well-Formed UTF-8 Byte Sequences". */
static long character(const unsigned char *p, size_t n, size_t *length)
{
    static const struct {
        unsigned char first_low, first_high, second_low, second_high;
        size_t length;
    } table[] = {
        {0x00, 0x7f, 0, 0, 1},       {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3},
        {0xe1, 0xec, 0x80, 0xbf, 3}, {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
        {0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (p[0] < table[i].first_low || p[0] > table[i].first_high)
            continue;
        *length = table[i].length;
        if (*length == 1)
            return p[0];
        if (n < *length || p[1] < table[i].second_low || p[1] > table[i].second_high)
            return -1;
        long c = *length == 2 ? p[0] - 0xc0 : *length == 3 ? p[0] - 0xe0 : p[0] - 0xf0;
        for (size_t j = 1; j < *length; j++) {
            if (p[j] < 0x80 || p[j] > 0xbf)
                return -1;
            c = c * 64 + (p[j] - 0x80);
        }
        return c;
    }
    return -1;
}

static bool may_stand(long c)
{
    if (c == 0x09 || c == 0x0a)
        return true;
    return c > 0x1f && !(c >= 0x7f && c <= 0x9f) && c != 0x2028 && c != 0x2029 &&
           !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069);
}

static size_t forbidden_by_hand(struct str s)
{
    size_t length = 0;
    for (size_t i = 0; i < s.n; i += length) {
        long c = character((const unsigned char *)s.p + i, s.n - i, &length);
        if (c < 0 || !may_stand(c))
            return i;
    }
    return s.n;
}

struct hand {
    struct str line[256];
    bool ended[256]; /* the line has its LF */
    unsigned n;
};

static struct hand lines_of(struct str s)
{
    struct hand h = {0};
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '\n') {
            assert_true(h.n < 255);
            h.ended[h.n] = true;
            h.line[h.n++] = (struct str){s.p + from, i - from};
            from = i + 1;
        }
    if (from < s.n)
        h.line[h.n++] = (struct str){s.p + from, s.n - from};
    return h;
}

static bool blank(struct str line)
{
    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] != ' ' && line.p[i] != '\t')
            return false;
    return true;
}

static bool has_bom(struct str line)
{
    return line.n >= 3 && memcmp(line.p, "\xef\xbb\xbf", 3) == 0;
}

static struct str without_bom(struct str line)
{
    return (struct str){line.p + 3, line.n - 3};
}

static bool begins(struct str line)
{
    return line.n >= 5 && memcmp(line.p, "Zaak:", 5) == 0;
}

/* Length of the name of a well-formed line `Naam:` or `Naam: waarde`, 0 when it is none. */
static size_t name_length(struct str line)
{
    size_t n = 0;
    while (n < line.n &&
           (ascii_alpha(line.p[n]) || (n && (ascii_digit(line.p[n]) || line.p[n] == '_'))))
        n++;
    if (n == 0 || n == line.n || line.p[n] != ':')
        return 0;
    return n + 1 == line.n || line.p[n + 1] == ' ' ? n : 0;
}

/* Which form of MC001 a line has that is neither field nor continuation. */
static int form_by_hand(struct str line)
{
    if (line.p[line.n - 1] == '\\')
        return MC001_BACKSLASH;
    const char *colon = memchr(line.p, ':', line.n);
    struct str name = {line.p, colon ? (size_t)(colon - line.p) : 0};
    return colon && rec_name_valid(name) ? MC001_SPATIE : MC001_REGEL;
}

static void note_fault(struct buf *faults, int code, int form, unsigned regel)
{
    note(faults, " MC", code);
    note(faults, " form ", form);
    note(faults, " line ", regel);
    buf_byte(faults, '\n');
}

static struct str text_by_hand(struct str s, bool loose)
{
    struct hand h = lines_of(s);
    struct buf out = buf_in(&a);
    unsigned stray = 0, bom = 0, at = 0;
    if (h.n && has_bom(h.line[0])) {
        h.line[0] = without_bom(h.line[0]);
        bom = 1;
    }
    while (at < h.n && !loose) { /* what comes before the first unit */
        struct str line = h.line[at];
        if (begins(line) || (has_bom(line) && begins(str_from(line, 3))))
            break;
        if (line.n && line.p[line.n - 1] == '\r')
            line.n--;
        if (!blank(line) && line.p[0] != '#' && !stray)
            stray = at + 1;
        at++;
    }
    if (stray)
        bom = 0;
    while (at < h.n) {
        unsigned start = at, crlf = 0, last_record = 0;
        bool record = false, fields = false, unreadable = false;
        struct buf records = buf_in(&a), faults = buf_in(&a);
        const char *from = h.line[at].p;
        if (has_bom(h.line[at]) && !loose) {
            from += 3;
            h.line[at] = without_bom(h.line[at]);
            bom = bom ? bom : at + 1;
        }
        for (; at < h.n; at++) {
            struct str line = h.line[at];
            if (!loose && at > start &&
                (begins(line) || (has_bom(line) && begins(str_from(line, 3)))))
                break;
            if (h.ended[at] && line.n && line.p[line.n - 1] == '\r') {
                line.n--;
                crlf = crlf ? crlf : at + 1;
            }
            if (blank(line)) {
                if (h.ended[at]) {
                    if (fields)
                        buf_byte(&records, '\n');
                    record = fields = false;
                }
                continue;
            }
            bool bad = forbidden_by_hand(line) < line.n;
            if (bad)
                note_fault(&faults, MC002, 0, at + 1);
            unreadable = unreadable || bad;
            if (line.p[0] == '#' && !record)
                continue;
            record = true;
            size_t name = name_length(line);
            if (line.p[line.n - 1] != '\\' && name) {
                if (!fields) {
                    note(&records, " record ", at + 1);
                    last_record = at + 1;
                }
                fields = true;
                buf_byte(&records, '\n');
                note(&records, "  ", at + 1);
                buf_byte(&records, ' ');
                buf_add(&records, line.p, name);
                buf_byte(&records, '=');
                buf_str(&records, str_from(line, name + 2));
            } else if (line.p[line.n - 1] != '\\' && line.p[0] == '+' && fields &&
                       (line.n == 1 || line.p[1] == ' ')) {
                buf_byte(&records, '\n');
                buf_str(&records, str_from(line, 2));
            } else if (!bad) {
                unreadable = true;
                note_fault(&faults, MC001, form_by_hand(line), at + 1);
            }
        }
        if (fields)
            buf_byte(&records, '\n');
        bool complete = !record && h.ended[at - 1];
        if (!unreadable && !loose) {
            if (bom)
                note_fault(&faults, MC005, MC005_BOM, bom);
            if (crlf)
                note_fault(&faults, MC005, MC005_CRLF, crlf);
            if (!complete)
                note_fault(&faults, MC005, MC005_EINDE, last_record);
        }
        bom = 0;
        const char *to = at < h.n ? h.line[at].p : s.p + s.n;
        note(&out, "unit ", start + 1);
        note(&out, complete ? " complete " : " cut ", at == h.n);
        buf_text(&out, unreadable ? " unreadable\n" : "\n");
        if (!unreadable) {
            buf_add(&out, from, (size_t)(to - from));
            buf_byte(&out, '\n');
            buf_str(&out, buf_all(&records));
        }
        buf_str(&out, buf_all(&faults));
    }
    note(&out, "stray ", stray);
    return buf_all(&out);
}

/* ---- any text ---- */

static void assert_same(struct str got, struct str wanted, struct str bytes, size_t piece)
{
    if (!str_eq(got, wanted))
        fail_msg("in pieces of %zu\n<<<%.*s>>>\ngave\n%.*s\nnot\n%.*s", piece, (int)bytes.n,
                 bytes.p, (int)got.n, got.p, (int)wanted.n, wanted.p);
}

static void assert_read_as_by_hand(struct str bytes)
{
    static const size_t pieces[] = {WHOLE, 1, 3, 64 * 1024};
    struct str wanted = text_by_hand(bytes, false);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        assert_same(read_all(bytes, pieces[i]), wanted, bytes, pieces[i]);
}

/* A block of exactly these bytes, so that the sanitizer sees a byte read past it. */
static struct str exact(struct buf *b, char **block)
{
    *block = malloc(b->n ? b->n : 1);
    assert_non_null(*block);
    if (b->n)
        memcpy(*block, b->p, b->n);
    return (struct str){*block, b->n};
}

/* Lines of a case, good ones and faulty ones; `faults` in a hundred are faulty. */
static void any_line(struct buf *b, uint64_t *seed, unsigned faults)
{
    static const struct str good[] = {
        STR("Zaak: 2026-11-23-k7q3wd"),
        STR("Zaak: 2"),
        STR("Zaak:"),
        STR("Formaat: 1"),
        STR("Signaal: 1"),
        STR("Feit: Blauwe plek van vijf centimeter op de arm."),
        STR("Feit:  twee spaties ervoor en erna  "),
        STR("Citaat:"),
        STR("+ en zij zei: \"Zaak: van later\""),
        STR("+"),
        STR("+ "),
        STR("+ # geen opmerking"),
        STR("Duiding: schr\xc3\xafkken \xe2\x80\x9cnu\xe2\x80\x9d \xf0\x9f\x98\x80"),
        STR("X_Eigen_1: a:b"),
        STR("T\t: x"),
    };
    static const struct str bad[] = {
        STR("Naam:x"),
        STR("+x"),
        STR(" Naam: x"),
        STR("# midden in"),
        STR("Feit: eind\\"),
        STR("geen veld"),
        STR("1a: x"),
        STR("_a: x"),
        STR(":"),
        STR(": x"),
        STR("\\"),
        STR("Zaak:x"),
        STR("Zaak: x\\"),
        STR("zaak: x"),
        STR(" Zaak: x"),
        STR("Feit: \x01"),
        STR("Feit: \0 nul"),
        STR("Zaak: \0"),
        STR("Feit: \xff"),
        STR("Feit: \xe2\x80\xae om"),
        STR("\xef\xbb\xbf"),
        STR("\xef\xbb\xbfZaak: bom"),
        STR("\xef\xbb\xbf# bom"),
        STR("\xef\xbb\xbf\xef\xbb\xbfZaak: twee"),
        STR("Feit: a\rb"),
        STR("\r"),
        STR("Feit: x\r"),
        STR("Zaak: 3\r"),
        STR("\x0b"),
        STR("Feit: \xc2\x85"),
        STR("# \x7f"),
        STR("na\xc3\xaf"
            "ef: x"),
    };
    if (next(seed, 100) < faults)
        buf_str(b, bad[next(seed, sizeof bad / sizeof *bad)]);
    else if (next(seed, 4) == 0)
        buf_text(b, next(seed, 4) ? "" : next(seed, 2) ? " \t" : "# tussen aantekeningen");
    else
        buf_str(b, good[next(seed, sizeof good / sizeof *good - 1)]);
}

static void any_text_is_read_as_by_hand(void **state)
{
    (void)state;
    uint64_t seed = 20261124;
    for (int round = 0; round < 2500; round++) {
        struct buf b = buf_in(&a);
        unsigned faults = round % 3 == 0 ? 0 : round % 3 == 1 ? 4 : 30;
        unsigned lines = next(&seed, 25);
        if (faults && next(&seed, 6) == 0)
            buf_text(&b, "\xef\xbb\xbf");
        if (next(&seed, 4))
            buf_text(&b, "Zaak: 2026-11-23-aaaaaa\n");
        for (unsigned i = 0; i < lines; i++) {
            any_line(&b, &seed, faults);
            if (i + 1 < lines || next(&seed, 3))
                buf_text(&b, faults && next(&seed, 12) == 0 ? "\r\n" : "\n");
        }
        while (faults && next(&seed, 3) == 0 && b.n) { /* a slip of a byte */
            size_t at = next(&seed, (unsigned)b.n);
            b.p[at] = (char)next(&seed, next(&seed, 2) ? 256 : 16);
        }
        char *block;
        struct str bytes = exact(&b, &block);
        assert_read_as_by_hand(bytes);
        free(block);
        arena_reset(&a);
    }
}

/* Bytes of few sorts, so that everything meets everything. */
static void any_bytes_are_read_as_by_hand(void **state)
{
    (void)state;
    static const struct str sorts[] = {
        STR("Zaak:"), STR("Zaak: "),      STR("\n"), STR("\n\n"), STR("\r"),   STR("\xef\xbb\xbf"),
        STR("#"),     STR("+"),           STR(" "),  STR("\\"),   STR("F: x"), STR("\xef"),
        STR("\0"),    STR("\nZaak: 1\n"), STR("\t"), STR("Zaak"), STR(":")};
    uint64_t seed = 99;
    for (int round = 0; round < 3000; round++) {
        struct buf b = buf_in(&a);
        for (unsigned i = next(&seed, 14); i > 0; i--)
            buf_str(&b, sorts[next(&seed, sizeof sorts / sizeof *sorts)]);
        char *block;
        struct str bytes = exact(&b, &block);
        assert_read_as_by_hand(bytes);
        free(block);
        arena_reset(&a);
    }
}

/* An entry that is typed: the same text behind a first line, without the reader's window. */
static void a_loose_entry_is_read_as_by_hand(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 2500; round++) {
        struct buf b = buf_in(&a);
        unsigned lines = next(&seed, 12) + 1;
        for (unsigned i = 0; i < lines; i++) {
            any_line(&b, &seed, round % 2 ? 15 : 0);
            if (i + 1 < lines || next(&seed, 2))
                buf_byte(&b, '\n');
        }
        if (b.n == 0)
            continue;
        char *block;
        struct str bytes = exact(&b, &block);
        struct rec_unit u;
        struct diags list = {.arena = &a};
        struct buf got = buf_in(&a);
        rec_read_loose(bytes, &a, &u, &list);
        buf_text(&got, "unit 1");
        buf_text(&got, u.complete ? " complete 1" : " cut 1");
        buf_text(&got, u.unreadable ? " unreadable\n" : "\n");
        if (!u.unreadable) {
            bool bom = has_bom(bytes);
            buf_str(&got, bom ? str_from(bytes, 3) : bytes);
            buf_byte(&got, '\n');
            note_records(&got, &u);
        }
        note_findings(&got, &list);
        note(&got, "stray ", 0);
        struct str wanted = text_by_hand(bytes, true);
        if (bytes.n > 3 || !has_bom(bytes))
            assert_same(buf_all(&got), wanted, bytes, WHOLE);
        free(block);
        arena_reset(&a);
    }
}

/* ---- single sentences of the contract ---- */

static struct rec_unit one_unit(struct str bytes, struct diags *list)
{
    struct rec_reader r = rec_reader_over(bytes, STR("Zaak:"));
    struct rec_unit u = {0};
    *list = (struct diags){.arena = &a};
    assert_int_equal(rec_next(&r, &a, &u, list), 1);
    return u;
}

static void a_unit_as_the_design_shows_it(void **state)
{
    (void)state;
    struct diags list;
    struct rec_unit u =
        one_unit(STR("\n# begin\nZaak: 2026-11-23-k7q3wd\nFormaat: 1\n \t\n# tussen\n"
                     "Signaal: 1\nFeit: Op school, een blauwe plek\n+\n+  van vijf \n"
                     "Citaat:\n\n"),
                 &list);
    assert_int_equal(list.n, 0);
    assert_true(u.complete && u.last && !u.unreadable);
    assert_int_equal(u.regel, 3);
    assert_int_equal(u.n, 2);
    assert_int_equal(u.records[1].regel, 7);
    assert_int_equal(u.records[1].n, 3);
    assert_int_equal(u.records[1].fields[1].regel, 8);
    assert_true(str_is(u.records[1].fields[1].value, "Op school, een blauwe plek\n\n van vijf "));
    assert_int_equal(u.records[1].fields[2].regel, 11);
    assert_int_equal(u.records[1].fields[2].value.n, 0);
}

static void every_prefix_is_complete_only_behind_a_blank_line(void **state)
{
    (void)state;
    static const char file[] = "Zaak: 1\nFormaat: 1\n\nSignaal: 1\nFeit: Op school,\n"
                               "+ om kwart over drie\n \t\nNotitie: 1\nTekst: na\xc3\xaf"
                               "ef\n\n";
    size_t complete = 0;
    for (size_t n = 5; n < sizeof file; n++) {
        struct buf b = buf_in(&a);
        buf_add(&b, file, n);
        char *block;
        struct diags list;
        struct str bytes = exact(&b, &block);
        struct rec_unit u = one_unit(bytes, &list);
        bool wanted = n > 6 && file[n - 1] == '\n' && (file[n - 2] == '\n' || file[n - 2] == '\t');
        assert_int_equal(u.complete, wanted);
        if (!wanted && !u.unreadable) {
            assert_int_equal(list.n, 1);
            assert_int_equal(list.at[0].code, MC005);
            assert_int_equal(list.at[0].form, MC005_EINDE);
            assert_int_equal(list.at[0].regel, u.records[u.n - 1].regel);
        }
        assert_true(!wanted || list.n == 0);
        assert_read_as_by_hand(bytes);
        complete += wanted;
        free(block);
    }
    assert_int_equal(complete, 3);
}

static void an_unreadable_unit_keeps_its_id(void **state)
{
    (void)state;
    struct diags list;
    struct rec_unit u = one_unit(STR("Zaak: 7\nfout\n\n"), &list);
    assert_true(u.unreadable);
    assert_true(str_is(u.records[0].fields[0].value, "7"));
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].regel, 2);
    u = one_unit(STR("Zaak:7\n\n"), &list);
    assert_true(u.unreadable && u.complete);
    assert_int_equal(u.n, 0);
}

static void bom_and_crlf_are_said_once_where_they_first_stand(void **state)
{
    (void)state;
    struct diags list;
    one_unit(STR("\xef\xbb\xbf# x\r\nZaak: 1\nFormaat: 1\r\nKader: basis\r\n\r\n"), &list);
    assert_int_equal(list.n, 2);
    assert_true(list.at[0].form == MC005_BOM && list.at[0].regel == 1);
    assert_true(list.at[1].form == MC005_CRLF && list.at[1].regel == 3);
    one_unit(STR("\xef\xbb\xbf# x\n\xef\xbb\xbfZaak: 1\n\n"), &list);
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].regel, 1);
    one_unit(STR("\xef\xbb\xbftekst\n\xef\xbb\xbfZaak: 1\n\n"), &list);
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].regel, 2);
}

static ssize_t read_badly(void *context, void *bytes, size_t n)
{
    int *calls = context;
    if ((*calls)++ == 1) {
        errno = EIO;
        return -1;
    }
    assert_true(n > 40);
    memcpy(bytes, "Zaak: 1\nFormaat: 1\n\nSignaal: 1\n", 31);
    return 31;
}

static void a_read_error_is_no_end(void **state)
{
    (void)state;
    int calls = 0;
    struct rec_reader r =
        rec_reader_make((struct rec_source){read_badly, &calls}, STR("Zaak:"), abort);
    struct rec_unit u;
    struct diags list = {.arena = &a};
    errno = 0;
    assert_int_equal(rec_next(&r, &a, &u, &list), -1);
    assert_int_equal(errno, EIO);
    assert_int_equal(list.n, 0);
    rec_reader_free(&r);
}

/* ---- limits ---- */

static void a_value_of_a_quarter_megabyte(void **state)
{
    (void)state;
    for (int more = -1; more <= 1; more++)
        for (int way = 0; way < 4; way++) { /* in one line, in two, in many, its end alone */
            struct buf b = buf_in(&a);
            size_t n = (size_t)(REC_VALUE_MAX + more);
            buf_text(&b, "Zaak: 1\nFormaat: 1\nX_Lang: ");
            for (size_t i = 0; i < n; i++) {
                bool fold = (way == 1 && i == n / 2) || (way == 2 && i % 64 == 63 && i + 1 < n) ||
                            (way == 3 && (i == 9 || i + 1 == n));
                buf_text(&b, fold ? "\n+ " : "v");
            }
            buf_text(&b, "\nX_Na: goed\n\n");
            static const size_t pieces[] = {WHOLE, 4093, 64 * 1024};
            for (int i = 0; i < 3; i++) {
                struct pieces p = {buf_all(&b), pieces[i]};
                struct rec_reader r = i == 0 ? rec_reader_over(p.rest, STR("Zaak:"))
                                             : rec_reader_make((struct rec_source){read_piece, &p},
                                                               STR("Zaak:"), abort);
                struct rec_unit u;
                struct diags list = {.arena = &a};
                assert_int_equal(rec_next(&r, &a, &u, &list), 1);
                assert_int_equal(u.unreadable, more > 0);
                assert_int_equal(list.n, more > 0);
                assert_int_equal(u.records[0].n, 4);
                if (more > 0) {
                    assert_int_equal(list.at[0].code, MC017);
                    assert_int_equal(list.at[0].form, MC017_WAARDE);
                    assert_int_equal(list.at[0].regel, 3);
                } else {
                    assert_int_equal(u.records[0].fields[2].value.n, n);
                }
                assert_true(str_is(u.records[0].fields[3].value, "goed"));
                if (i)
                    rec_reader_free(&r);
            }
            arena_reset(&a);
        }
}

/* Stretches of one byte, given out without ever being in memory as a whole. */
struct stretch {
    const char *text; /* NULL: `count` bytes of comment, a line each 100 */
    size_t count;
};

struct stretches {
    const struct stretch *at;
    size_t done, piece;
    size_t stop; /* bytes after which one read ends early */
};

static ssize_t read_stretch(void *context, void *bytes, size_t n)
{
    struct stretches *s = context;
    char *p = bytes;
    size_t got = 0;
    if (n > s->piece)
        n = s->piece;
    if (s->stop && n > s->stop)
        n = s->stop;
    while (got < n && (s->at->text || s->at->count)) {
        size_t all = s->at->text ? strlen(s->at->text) : s->at->count;
        if (s->done == all) {
            s->at++;
            s->done = 0;
            continue;
        }
        size_t now = all - s->done < n - got ? all - s->done : n - got;
        if (s->at->text) {
            memcpy(p + got, s->at->text + s->done, now);
        } else {
            now = now < 100 - s->done % 100 ? now : 100 - s->done % 100;
            memset(p + got, '#', now);
            if ((s->done + now) % 100 == 0)
                p[got + now - 1] = '\n';
        }
        got += now;
        s->done += now;
    }
    s->stop -= s->stop ? got : 0;
    return (ssize_t)got;
}

static void assert_long_unit(const struct stretch *file, size_t piece, size_t stop, bool too_long,
                             unsigned second)
{
    struct stretches s = {file, 0, piece, stop};
    struct rec_reader r =
        rec_reader_make((struct rec_source){read_stretch, &s}, STR("Zaak:"), abort);
    struct rec_unit u;
    struct diags list = {.arena = &a};
    assert_int_equal(rec_next(&r, &a, &u, &list), 1);
    assert_int_equal(u.regel, 1);
    if (u.unreadable != too_long)
        fail_msg("in pieces of %zu, an end at %zu: %d", piece, stop, u.unreadable);
    assert_true(str_is(u.records[0].fields[0].value, "lang"));
    assert_int_equal(list.n, too_long);
    if (too_long) {
        assert_int_equal(list.at[0].code, MC017);
        assert_int_equal(list.at[0].form, MC017_ZAAK);
        assert_int_equal(list.at[0].regel, 1);
    }
    list.n = 0;
    if (second) {
        assert_int_equal(rec_next(&r, &a, &u, &list), 1);
        assert_int_equal(u.regel, second);
        assert_true(str_is(u.records[0].fields[0].value, "goed"));
        assert_true(!u.unreadable && u.complete && u.last);
        assert_int_equal(list.n, 0);
    }
    assert_int_equal(rec_next(&r, &a, &u, &list), 0);
    assert_int_equal(r.stray, 0);
    rec_reader_free(&r);
    arena_reset(&a);
}

/* The whole of `Zaak: lang`, a blank line, comments and a line's end is 16 MiB and `more`. */
static void assert_unit_of_16_mib_and(int more, size_t piece, size_t stop)
{
    size_t rest = (size_t)(REC_UNIT_MAX + more) - strlen("Zaak: lang\n\n") - 1;
    const struct stretch file[] = {
        {"Zaak: lang\n\n", 0}, {NULL, rest}, {"\n", 0}, {"Zaak: goed\n\n", 0}, {NULL, 0}};
    unsigned second = 2 + (unsigned)(rest / 100) + 1 + 1;
    assert_long_unit(file, piece, stop, more > 0, second);
}

static void a_unit_of_sixteen_megabytes(void **state)
{
    (void)state;
    for (int more = -1; more <= 1; more++)
        assert_unit_of_16_mib_and(more, 65521, 0);
    /* Also when a read ends within the line that begins the next one. */
    for (size_t part = 1; part <= 4; part++)
        assert_unit_of_16_mib_and(0, 1 << 20, REC_UNIT_MAX + part);
}

static void a_far_too_long_unit_is_dropped_and_the_next_read(void **state)
{
    (void)state;
    const size_t far = (size_t)REC_UNIT_MAX * 3 / 2;
    static char line[1 << 20];
    memset(line, 'v', sizeof line - 1);
    const struct stretch file[] = {{"Zaak: lang\n\n", 0},
                                   {NULL, far},
                                   {"\n  ", 0},
                                   {line, 0},
                                   {" Zaak: van binnen\nfout", 0},
                                   {line, 0},
                                   {"\n", 0},
                                   {"Zaak: goed\n\n", 0},
                                   {NULL, 0}};
    unsigned second = 2 + (unsigned)(far / 100) + 1 + 1 + 1 + 1;
    assert_long_unit(file, 65536, 0, true, second);
    assert_long_unit(file, 65521, 0, true, second);
    const struct stretch alone[] = {{"Zaak: lang\n\n", 0}, {NULL, far}, {NULL, 0}};
    assert_long_unit(alone, 65536, 0, true, 0);
}

/* ---- UTF-8 ---- */

static void assert_forbidden_as_by_hand(const unsigned char *p, size_t n)
{
    struct str s = {(const char *)p, n};
    if (rec_forbidden(s) != forbidden_by_hand(s))
        fail_msg("%02x %02x %02x %02x of %zu: at %zu", p[0], n > 1 ? p[1] : 0, n > 2 ? p[2] : 0,
                 n > 3 ? p[3] : 0, n, rec_forbidden(s));
}

static void every_sequence_of_one_to_three_bytes(void **state)
{
    (void)state;
    unsigned char one[1], two[2], three[3];
    for (unsigned i = 0; i < 1u << 24; i++) {
        three[0] = (unsigned char)(i >> 16);
        three[1] = (unsigned char)(i >> 8);
        three[2] = (unsigned char)i;
        assert_forbidden_as_by_hand(three, 3);
        if (i < 1u << 16) {
            memcpy(two, three + 1, 2);
            assert_forbidden_as_by_hand(two, 2);
        }
        if (i < 1u << 8) {
            one[0] = (unsigned char)i;
            assert_forbidden_as_by_hand(one, 1);
        }
    }
}

static void sequences_of_four_bytes(void **state)
{
    (void)state;
    static const unsigned char edges[] = {0x00, 0x0a, 0x41, 0x7f, 0x80, 0x81, 0x8f, 0x90,
                                          0x9f, 0xa0, 0xbe, 0xbf, 0xc0, 0xc2, 0xe2, 0xff};
    for (int first = 0xe0; first < 256; first++)
        for (int second = 0; second < 256; second++)
            for (size_t i = 0; i < sizeof edges; i++)
                for (size_t j = 0; j < sizeof edges; j++) {
                    unsigned char p[4] = {(unsigned char)first, (unsigned char)second, edges[i],
                                          edges[j]};
                    assert_forbidden_as_by_hand(p, 4);
                }
    static const struct {
        const char *text;
        bool good;
    } known[] = {
        {"\xf0\x90\x80\x80", true},  {"\xf0\x8f\xbf\xbf", false}, {"\xf4\x8f\xbf\xbf", true},
        {"\xf4\x90\x80\x80", false}, {"\xf5\x80\x80\x80", false}, {"\xf0\x9f\x98\x80", true},
        {"\xf0\x9f\x98", false},     {"\xed\xa0\x80\x80", false}, {"\xf8\x88\x80\x80\x80", false},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct str s = str_of(known[i].text);
        assert_int_equal(rec_forbidden(s) == s.n, known[i].good);
    }
}

/* Every byte at every place among eight and more plain ones: what is looked at eight at once. */
static void every_byte_among_plain_ones(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 26; n++)
        for (size_t at = 0; at < n; at++)
            for (int c = 0; c < 256; c++) {
                unsigned char *p = malloc(n);
                assert_non_null(p);
                for (size_t i = 0; i < n; i++)
                    p[i] = i % 3 ? ' ' : '~';
                p[at] = (unsigned char)c;
                struct str s = {(const char *)p, n};
                assert_int_equal(rec_forbidden(s), forbidden_by_hand(s));
                free(p);
            }
}

static void names_of_fields(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool good;
    } table[] = {
        {"A", true},
        {"a1_", true},
        {"X_Eigen", true},
        {"Feit", true},
        {"", false},
        {"1a", false},
        {"_a", false},
        {"a-b", false},
        {"a b", false},
        {"a:", false},
        {"%rec", false},
        {"\xc3\xa9", false},
        {"na\xc3\xaf"
         "ef",
         false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        assert_int_equal(rec_name_valid(str_of(table[i].name)), table[i].good);
    assert_false(rec_name_valid(STR("a\0")));
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, arena_fresh, arena_done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_unit_as_the_design_shows_it),
        TEST(any_text_is_read_as_by_hand),
        TEST(any_bytes_are_read_as_by_hand),
        TEST(a_loose_entry_is_read_as_by_hand),
        TEST(every_prefix_is_complete_only_behind_a_blank_line),
        TEST(an_unreadable_unit_keeps_its_id),
        TEST(bom_and_crlf_are_said_once_where_they_first_stand),
        TEST(a_read_error_is_no_end),
        TEST(a_value_of_a_quarter_megabyte),
        TEST(a_unit_of_sixteen_megabytes),
        TEST(a_far_too_long_unit_is_dropped_and_the_next_read),
        TEST(every_sequence_of_one_to_three_bytes),
        TEST(sequences_of_four_bytes),
        TEST(every_byte_among_plain_ones),
        TEST(names_of_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
