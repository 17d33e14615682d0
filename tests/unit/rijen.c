/* Whatever bytes come, in whatever pieces: the rows of a sheet against a slow and simple reader of
 * RFC 4180; and which columns are one entry. */
#include "import/kop.h"
#include "import/rijen.h"

#include "unit.h"

#include <errno.h>

static struct str text_of(struct buf *b)
{
    buf_byte(b, '\0');
    return (struct str){b->p, b->n - 1};
}

/* ---- the reader ---- */

struct pieces {
    struct str rest;
    size_t size;
    int error; /* at the end; 0: none */
};

static ssize_t read_piece(void *context, void *bytes, size_t n)
{
    struct pieces *p = context;
    size_t now = p->size < n ? p->size : n;
    if (now > p->rest.n)
        now = p->rest.n;
    if (now == 0 && p->error) {
        errno = p->error;
        return -1;
    }
    if (now)
        memcpy(bytes, p->rest.p, now);
    p->rest = str_from(p->rest, now);
    return (ssize_t)now;
}

/* `2[a][b] 4[c] no CSV 5`: the rows with their numbers, and what ends them. */
static struct str rows(struct str input, size_t size, int error)
{
    static const char *const ends[] = {[RIJEN_END] = "",
                                       [RIJEN_NO_CSV] = "no CSV ",
                                       [RIJEN_TOO_LONG] = "too long ",
                                       [RIJEN_FAILED] = "failed "};
    struct pieces p = {input, size, error};
    struct import_rijen r = import_rijen_make((struct rec_source){read_piece, &p}, &a);
    struct buf b = buf_in(&a);
    enum rijen_result result;
    while ((result = import_rijen_next(&r)) == RIJEN_ROW) {
        buf_number(&b, r.rij);
        for (size_t i = 0; i < r.n; i++) {
            buf_byte(&b, '[');
            buf_str(&b, r.cells[i]);
            buf_byte(&b, ']');
        }
        buf_text(&b, r.overflow ? "... " : " ");
    }
    buf_text(&b, ends[result]);
    if (result == RIJEN_NO_CSV)
        buf_number(&b, r.rij);
    assert_int_equal(r.block.error, result == RIJEN_FAILED ? error : 0);
    assert_int_equal(import_rijen_next(&r), RIJEN_END);
    import_rijen_free(&r);
    return text_of(&b);
}

/* ---- the simple one ---- */

static bool is_one(char c, const char *of)
{
    return c && strchr(of, c);
}

/* One cell from s.p[*at] on into `b`; false when it is no CSV. `s` ends in NUL. */
static bool simple_cell(struct str s, size_t *at, struct buf *b)
{
    while (is_one(s.p[*at], " \t"))
        ++*at;
    if (s.p[*at] != '"') {
        size_t from = b->n;
        while (*at < s.n && !is_one(s.p[*at], ",\r\n\""))
            buf_byte(b, s.p[(*at)++]);
        while (b->n > from && is_one(b->p[b->n - 1], " \t"))
            b->n--;
        return s.p[*at] != '"';
    }
    bool closed = false;
    for (++*at; *at < s.n && !closed; ++*at) {
        bool twice = s.p[*at] == '"' && s.p[*at + 1] == '"';
        closed = s.p[*at] == '"' && !twice;
        *at += twice;
        if (!closed)
            buf_byte(b, s.p[*at]);
    }
    if (!closed)
        return false;
    while (is_one(s.p[*at], " \t"))
        ++*at;
    return *at == s.n || is_one(s.p[*at], ",\r\n");
}

static struct str simple_rows(struct str s)
{
    struct buf b = buf_in(&a);
    size_t at = str_starts(s, STR("\xef\xbb\xbf")) ? 3 : 0;
    for (unsigned rij = 1; at < s.n; rij++) {
        struct buf row = buf_in(&a);
        size_t held = 0, cells = 0;
        bool more = true;
        while (more) {
            struct buf cell = buf_in(&a);
            if (!simple_cell(s, &at, &cell)) {
                buf_text(&b, "no CSV ");
                buf_number(&b, rij);
                return text_of(&b);
            }
            more = s.p[at] == ',';
            at += more;
            buf_byte(&row, '[');
            buf_str(&row, buf_all(&cell));
            buf_byte(&row, ']');
            held += cell.n;
            cells++;
        }
        if (held) {
            buf_number(&b, rij);
            buf_str(&b, buf_all(&row));
            buf_byte(&b, ' ');
        }
        at += s.p[at] == '\r' && s.p[at + 1] == '\n' ? 2 : at < s.n;
    }
    return text_of(&b);
}

static void rows_are_those_of_a_simple_reader(void **state)
{
    (void)state;
    static const char letters[] = "aab,,\"\"\n\r  \t;";
    uint64_t seed = 4180;
    int broken = 0;
    for (int round = 0; round < 30000; round++) {
        char bytes[40] = {0};
        size_t n = next(&seed, 24);
        for (size_t i = 0; i < n; i++)
            bytes[i] = letters[next(&seed, sizeof letters - 1)];
        struct str input = {bytes, n}, wanted = simple_rows(input);
        for (size_t size = 1; size < 64; size *= 3)
            assert_string_equal(rows(input, size, 0).p, wanted.p);
        broken += strstr(wanted.p, "no CSV") != NULL;
        arena_reset(&a);
    }
    assert_in_range(broken, 3000, 27000);
}

static void rows_are_numbered_as_a_spreadsheet_shows_them(void **state)
{
    (void)state;
    assert_string_equal(rows(STR("a\r\n\r\n\"b\r\nc\"\r\n,,\r\nd"), 1, 0).p,
                        "1[a] 3[b\r\nc] 5[d] ");
    assert_string_equal(rows(STR("\xef\xbb\xbf\n\na,"), 1, 0).p, "3[a][] ");
    assert_string_equal(rows(STR("\xef\xbb"), 1, 0).p, "1[\xef\xbb] ");
    assert_string_equal(rows(STR(""), 1, 0).p, "");
}

static void an_error_of_the_source_is_told(void **state)
{
    (void)state;
    assert_string_equal(rows(STR("a\nb"), 1, EIO).p, "1[a] failed ");
    assert_string_equal(rows(STR(""), 1, EISDIR).p, "failed ");
}

static void more_cells_than_a_spreadsheet_has_are_not_kept(void **state)
{
    (void)state;
    struct buf b = buf_in(&a);
    buf_fill(&b, ',', IMPORT_CELLS);
    buf_text(&b, "\nx");
    buf_fill(&b, ',', IMPORT_CELLS - 1);
    buf_text(&b, "y\n");
    buf_fill(&b, ',', IMPORT_CELLS);
    buf_text(&b, "z\n");
    struct pieces p = {buf_all(&b), 4096, 0};
    struct import_rijen r = import_rijen_make((struct rec_source){read_piece, &p}, &a);
    assert_int_equal(import_rijen_next(&r), RIJEN_ROW);
    assert_int_equal(r.rij, 2);
    assert_int_equal(r.n, IMPORT_CELLS);
    assert_false(r.overflow);
    assert_true(str_is(r.cells[IMPORT_CELLS - 1], "y"));
    assert_int_equal(import_rijen_next(&r), RIJEN_ROW);
    assert_int_equal(r.n, IMPORT_CELLS);
    assert_true(r.overflow);
    import_rijen_free(&r);
}

/* ---- headers ---- */

static void columns_of_one_entry_are_a_group(void **state)
{
    (void)state;
    const struct str cells[] = {
        STR("Signaal.Feit"), STR(" zaak.zaak "),     STR("Signaal/4.Datum"),  STR(""),
        STR("Zaak.Team"),    STR("Signaal.Signaal"), STR("signaal/12.DATUM"), STR("Signaal.Datum")};
    struct import_kop kop = import_kop_read(cells, 8, false, &a);
    assert_int_equal(kop.fouten.n, 0);
    assert_int_equal(kop.zaak_kolom, 1);
    assert_int_equal(kop.groep_count, 4);
    const struct import_groep *g = kop.groepen;
    assert_int_equal(g[0].label_kolom, 5);
    assert_int_equal(g[0].n, 2);
    assert_int_equal(g[0].kolommen[0], 0);
    assert_int_equal(g[0].kolommen[1], 7);
    assert_int_equal(g[1].label_kolom, 1);
    assert_int_equal(g[1].n, 1);
    assert_true(str_is(g[2].van->label, "4"));
    assert_true(str_is(g[3].van->label, "12"));
    assert_int_equal(kop.hoogste[S_Signaal], 12);
    assert_int_equal(kop.hoogste[S_Persoon], 0);
    /* One field is one number, whatever the entry. */
    assert_int_equal(kop.kolommen[2].veld, kop.kolommen[6].veld);
    assert_int_equal(kop.kolommen[2].veld, kop.kolommen[7].veld);
    assert_int_not_equal(kop.kolommen[0].veld, kop.kolommen[7].veld);
    assert_true(str_is(kop.kolommen[6].k.veld, "Datum"));
    assert_null(kop.kolommen[3].k.kind);
    assert_int_equal(import_kop_zoek(&kop, &g[0], NAAM("Signaal")), 5);
    assert_int_equal(import_kop_zoek(&kop, &g[0], NAAM("Datum")), 7);
    assert_int_equal(import_kop_zoek(&kop, &g[0], NAAM("Bron")), -1);
    assert_int_equal(import_kop_zoek(&kop, &g[2], NAAM("Signaal")), -1);
}

static void every_field_has_its_column(void **state)
{
    (void)state;
    int n = 0;
    for (int i = 0; i < soorten.kind_count; i++) {
        const struct schema_kind *k = &soorten.kinds[i];
        short slots[64], closing, count = schema_order(&soorten, k, slots, &closing);
        for (short f = 0; f < count; f++, n++) {
            struct buf b = buf_in(&a);
            struct import_kolom kolom;
            buf_text(&b, k->naam.tekst);
            buf_byte(&b, '.');
            buf_text(&b, k->fields[slots[f]].naam.tekst);
            assert_true(import_kolom_read(buf_all(&b), &kolom));
            assert_ptr_equal(kolom.kind, k);
            assert_int_equal(kolom.slot, slots[f]);
        }
    }
    assert_true(n > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_are_those_of_a_simple_reader, arena_fresh, arena_done),
        cmocka_unit_test_setup_teardown(rows_are_numbered_as_a_spreadsheet_shows_them, arena_fresh,
                                        arena_done),
        cmocka_unit_test_setup_teardown(an_error_of_the_source_is_told, arena_fresh, arena_done),
        cmocka_unit_test_setup_teardown(more_cells_than_a_spreadsheet_has_are_not_kept, arena_fresh,
                                        arena_done),
        cmocka_unit_test_setup_teardown(columns_of_one_entry_are_a_group, arena_fresh, arena_done),
        cmocka_unit_test_setup_teardown(every_field_has_its_column, arena_fresh, arena_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
