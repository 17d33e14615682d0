/* Text, memory, output and nearest names. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "base/str.h"

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static const struct str none = {NULL, 0};

/* ---- str ---- */

static void texts_are_compared_by_bytes(void **state)
{
    (void)state;
    static const char *const sorted[] = {"",   "A",  "Aa", "B",        "Z",       "a",
                                         "aa", "ab", "b",  "\xc3\xab", "\xff\xff"};
    const int count = sizeof sorted / sizeof *sorted;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            struct str x = str_of(sorted[i]), y = str_of(sorted[j]);
            int order = str_cmp(x, y);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
            assert_int_equal(str_eq(x, y), i == j);
            assert_int_equal(str_is(x, sorted[j]), i == j);
        }
    assert_true(str_eq(none, STR("")));
    assert_true(str_eq(none, none));
    assert_int_equal(str_cmp(none, none), 0);
    assert_true(str_cmp(none, STR("a")) < 0);
    assert_true(str_is(none, NULL));
    assert_false(str_is(STR("ja\0nee"), "ja"));
    assert_true(str_cmp(STR("ja\0nee"), STR("ja\0nef")) < 0);
}

static void folding_takes_ascii_letters_alone(void **state)
{
    (void)state;
    assert_true(str_eq_fold(STR("Veilig Thuis"), STR("vEILIG tHUIS")));
    assert_false(str_eq_fold(STR("Veilig Thuis"), STR("Veilig Thui")));
    assert_false(str_eq_fold(STR("\xc3\x8b"), STR("\xc3\xab")));
    assert_true(str_eq_fold(none, STR("")));
    for (int c = 0; c < 256; c++)
        for (int d = 0; d < 256; d++) {
            char x = (char)c, y = (char)d;
            bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            bool wanted = c == d || (letter && (c ^ d) == 0x20);
            assert_int_equal(str_eq_fold((struct str){&x, 1}, (struct str){&y, 1}), wanted);
        }
}

static void starts_ends_and_rests(void **state)
{
    (void)state;
    struct str s = STR("Zaak: 1");
    assert_true(str_starts(s, STR("Zaak:")));
    assert_true(str_starts(s, s));
    assert_true(str_starts(s, none));
    assert_false(str_starts(s, STR("Zaak: 12")));
    assert_false(str_starts(none, STR("Z")));
    assert_true(str_ends(s, STR(" 1")));
    assert_true(str_ends(s, s));
    assert_true(str_ends(s, none));
    assert_true(str_ends(none, none));
    assert_false(str_ends(s, STR("0Zaak: 1")));
    assert_true(str_eq(str_from(s, 6), STR("1")));
    assert_int_equal(str_from(s, 7).n, 0);
    assert_int_equal(str_from(s, SIZE_MAX).n, 0);
    assert_int_equal(str_from(none, 3).n, 0);
}

static void a_text_is_cut_at_the_first(void **state)
{
    (void)state;
    struct str rest, before = str_cut(STR("a:b:c"), ':', &rest);
    assert_true(str_is(before, "a"));
    assert_true(str_is(rest, "b:c"));
    before = str_cut(STR("a:"), ':', &rest);
    assert_true(str_is(before, "a"));
    assert_non_null(rest.p);
    assert_int_equal(rest.n, 0);
    before = str_cut(STR(":a"), ':', &rest);
    assert_int_equal(before.n, 0);
    assert_true(str_is(rest, "a"));
    before = str_cut(STR("abc"), ':', &rest);
    assert_true(str_is(before, "abc"));
    assert_null(rest.p);
    before = str_cut(none, ':', &rest);
    assert_int_equal(before.n, 0);
    assert_null(rest.p);
    before = str_cut(STR("a\0b"), '\0', &rest);
    assert_true(str_is(before, "a") && str_is(rest, "b"));
}

static void only_blanks_at_the_ends_are_trimmed(void **state)
{
    (void)state;
    assert_true(str_is(str_trim(STR(" \t a\t b \t")), "a\t b"));
    assert_int_equal(str_trim(STR(" \t ")).n, 0);
    assert_int_equal(str_trim(none).n, 0);
    assert_true(str_is(str_trim(STR("\na\r")), "\na\r"));
    assert_true(str_is(str_trim(STR("\xc2\xa0")), "\xc2\xa0"));
}

static void a_number_is_one_to_nine_digits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        long number;
    } table[] = {
        {"0", 0},           {"00", 0},        {"007", 7}, {"999999999", 999999999},
        {"1000000000", -1}, {"", -1},         {"+1", -1}, {"-1", -1},
        {" 1", -1},         {"1 ", -1},       {"1a", -1}, {"0x1", -1},
        {"1.0", -1},        {"\xd9\xa1", -1},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        assert_int_equal(str_number(str_of(table[i].text)), table[i].number);
    assert_int_equal(str_number(none), -1);
    assert_int_equal(str_number(STR("1\0")), -1);
}

/* ---- arena ---- */

static void pieces_are_aligned_zeroed_and_apart(void **state)
{
    (void)state;
    enum { PIECES = 4000 };
    static unsigned char *piece[PIECES];
    static size_t size[PIECES];
    uint64_t seed = 7;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < PIECES; i++) {
            size[i] = next(&seed, i % 500 == 0 ? 200000 : 90);
            piece[i] = arena_alloc(&a, 1, size[i]);
            assert_non_null(piece[i]);
            assert_int_equal((uintptr_t)piece[i] % _Alignof(max_align_t), 0);
            for (size_t j = 0; j < size[i]; j++)
                assert_int_equal(piece[i][j], 0);
            memset(piece[i], i & 0xff, size[i]);
        }
        for (int i = 0; i < PIECES; i++)
            for (size_t j = 0; j < size[i]; j++)
                if (piece[i][j] != (i & 0xff))
                    fail_msg("piece %d was written over", i);
        arena_reset(&a);
    }
}

static void what_grows_keeps_its_bytes(void **state)
{
    (void)state;
    char *p = NULL;
    size_t n = 0;
    for (size_t wanted = 1; wanted < 300000; wanted = wanted * 3 / 2 + 1) {
        p = arena_grow(&a, p, n, wanted);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(p[i], (char)(i * 7));
        for (size_t i = n; i < wanted; i++)
            p[i] = (char)(i * 7);
        n = wanted;
        if (n % 2)
            memset(arena_new(&a, char, 5), 'x', 5); /* something else becomes the newest */
    }
    assert_true(n > 200000);
    char *newest = arena_grow(&a, NULL, 0, 100);
    assert_ptr_equal(arena_grow(&a, newest, 100, 200), newest);
    char *after = arena_new(&a, char, 1);
    assert_true(after >= newest + 200);
    assert_ptr_not_equal(arena_grow(&a, newest, 200, 300), newest);
}

static void copies_end_in_nul(void **state)
{
    (void)state;
    struct str copy = arena_copy(&a, (struct str){"Zaak: 1", 4});
    assert_int_equal(copy.n, 4);
    assert_string_equal(copy.p, "Zaak");
    assert_string_equal(arena_cstr(&a, none), "");
    assert_int_equal(arena_copy(&a, STR("a\0b")).p[2], 'b');
}

static void a_list_grows(void **state)
{
    (void)state;
    struct {
        int *at;
        size_t n, cap;
    } list = {0}, other = {0};
    for (int i = 0; i < 50000; i++) {
        *arena_push(&a, &list) = i;
        if (i % 3 == 0)
            *arena_push(&a, &other) = -i;
    }
    assert_int_equal(list.n, 50000);
    for (int i = 0; i < 50000; i++) {
        assert_int_equal(list.at[i], i);
        if (i % 3 == 0)
            assert_int_equal(other.at[i / 3], -i);
    }
}

static jmp_buf jump;

static void jump_away(void)
{
    longjmp(jump, 1);
}

static void what_cannot_be_had_goes_to_the_handler(void **state)
{
    (void)state;
    struct arena small = arena_make(jump_away);
    static const struct {
        size_t size, count;
    } table[] = {{1, SIZE_MAX},           {SIZE_MAX, 1},
                 {SIZE_MAX / 2, 3},       {1, PTRDIFF_MAX},
                 {16, SIZE_MAX / 16 + 2}, {8, (SIZE_MAX >> 3) + 1},
                 {1, SIZE_MAX - 7},       {(size_t)1 << 33, (size_t)1 << 31}};
    volatile size_t caught = 0;
    for (volatile size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (setjmp(jump) == 0)
            assert_null(arena_alloc(&small, table[i].size, table[i].count));
        else
            caught++;
    }
    assert_int_equal(caught, sizeof table / sizeof *table);
    assert_non_null(arena_alloc(&small, 1, 10)); /* and is of use after it */
    arena_free(&small);
    assert_non_null(arena_alloc(&small, 1, 10)); /* also after it was freed */
    arena_free(&small);
}

/* ---- buf ---- */

static void a_buffer_in_memory_holds_what_was_written(void **state)
{
    (void)state;
    struct buf b = buf_in(&a);
    assert_int_equal(buf_all(&b).n, 0);
    buf_add(&b, NULL, 0);
    buf_text(&b, "");
    buf_str(&b, none);
    assert_int_equal(buf_all(&b).n, 0);
    buf_number(&b, LLONG_MIN);
    buf_byte(&b, ' ');
    buf_number(&b, LLONG_MAX);
    buf_fill(&b, '.', 3);
    buf_fill(&b, '.', 0);
    buf_byte(&b, '\0');
    buf_str(&b, STR("x\0y"));
    assert_true(str_eq(buf_all(&b), STR("-9223372036854775808 9223372036854775807...\0x\0y")));
    assert_int_equal(buf_flush(&b), 0);
    assert_int_equal(b.n, 47);

    struct buf two = buf_in(&a); /* two that grow by turns */
    for (int i = 0; i < 20000; i++) {
        buf_byte(&b, (char)i);
        buf_number(&two, i % 10);
    }
    for (int i = 0; i < 20000; i++) {
        assert_int_equal(b.p[47 + i], (char)i);
        assert_int_equal(two.p[i], '0' + i % 10);
    }
}

static void a_buffer_to_a_file_writes_all_in_order(void **state)
{
    (void)state;
    static const size_t caps[] = {1, 2, 7, 64, 4096};
    for (size_t c = 0; c < sizeof caps / sizeof *caps; c++) {
        FILE *passing = tmpfile();
        assert_non_null(passing);
        int fd = fileno(passing);
        struct buf file = buf_to(fd, &a, caps[c]), memory = buf_in(&a);
        uint64_t seed = 11 + c;
        for (int i = 0; i < 500; i++) {
            char piece[300];
            size_t n = next(&seed, 10) ? next(&seed, 20) : next(&seed, sizeof piece);
            for (size_t j = 0; j < n; j++)
                piece[j] = (char)next(&seed, 256);
            buf_add(&file, piece, n);
            buf_add(&memory, piece, n);
        }
        assert_int_equal(buf_flush(&file), 0);
        assert_int_equal(buf_flush(&file), 0);
        char *back = arena_new(&a, char, memory.n + 1);
        assert_int_equal(pread(fd, back, memory.n + 1, 0), memory.n);
        assert_memory_equal(back, memory.p, memory.n);
        fclose(passing);
    }
}

static void a_full_disk_is_seen_at_the_end(void **state)
{
    (void)state;
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    assert_true(fd >= 0);
    static const size_t caps[] = {1, 16, 4096};
    for (size_t c = 0; c < sizeof caps / sizeof *caps; c++) {
        struct buf b = buf_to(fd, &a, caps[c]);
        buf_text(&b, "Zaak: 1\n");
        assert_int_equal(buf_flush(&b), ENOSPC);
        buf_fill(&b, 'x', 10000); /* does not grow and does not end */
        buf_add(&b, "y", 1);
        assert_int_equal(buf_flush(&b), ENOSPC);
        assert_int_equal(b.err, ENOSPC);
        assert_true(b.cap == caps[c] && b.n <= b.cap);
    }
    close(fd);
}

static void the_first_error_sticks(void **state)
{
    (void)state;
    struct buf b = buf_to(-1, &a, 8);
    buf_text(&b, "more than eight bytes");
    assert_int_equal(b.err, EBADF);
    b.fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    buf_text(&b, "more than eight bytes");
    assert_int_equal(buf_flush(&b), EBADF);
    close(b.fd);

    int read_only = open("/dev/null", O_RDONLY | O_CLOEXEC);
    b = buf_to(read_only, &a, 8);
    buf_byte(&b, 'x');
    assert_int_equal(b.err, 0); /* nothing was tried yet */
    assert_int_equal(buf_flush(&b), EBADF);
    close(read_only);
}

static void a_reader_that_went_away_is_an_error(void **state)
{
    (void)state;
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    struct buf b = buf_to(ends[1], &a, 16);
    buf_fill(&b, 'x', 100);
    assert_int_equal(buf_flush(&b), EPIPE);
    close(ends[1]);
    signal(SIGPIPE, before);
}

/* ---- nearest ---- */

static const struct naam names[] = {
    NAAM("Signaal"),   NAAM("Overleg"),        NAAM("Gesprek"),      NAAM("Weging"),
    NAAM("Besluit"),   NAAM("Melding"),        NAAM("Evaluatie"),    NAAM("Afsluiting"),
    NAAM("Kindcheck"), NAAM("Terugkoppeling"), NAAM("Zaak"),         NAAM("ja"),
    NAAM("nee"),       NAAM("twijfel"),        NAAM("Veilig Thuis"), NAAM("aandachtsfunctionaris"),
};

static const char *hint(const char *typed)
{
    struct nearest n = nearest_make(str_of(typed));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        nearest_try(&n, names[i]);
    return nearest_found(&n).tekst;
}

static void near_words_get_their_name(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *name;
    } table[] = {
        {"Signal", "Signaal"},
        {"signaal", "Signaal"},
        {"Singaal", "Signaal"},
        {"SIGNAAL", "Signaal"},
        {"Signaall", "Signaal"},
        {"Sihnaal", "Signaal"},
        {"Wegign", "Weging"},
        {"Wegeing", "Weging"},
        {"Beslit", "Besluit"},
        {"beslist", "Besluit"},
        {"Medling", "Melding"},
        {"Evalautie", "Evaluatie"},
        {"Evaluaties", "Evaluatie"},
        {"Afsluitng", "Afsluiting"},
        {"Terugkopelling", "Terugkoppeling"},
        {"Terugkopling", "Terugkoppeling"},
        {"zak", "Zaak"},
        {"Zaaak", "Zaak"},
        {"jaa", "ja"},
        {"nne", "nee"},
        {"VeiligThuis", "Veilig Thuis"},
        {"veilig thuis", "Veilig Thuis"},
        {"aandachtfunctionaris", "aandachtsfunctionaris"},
        {"Gesprak", "Gesprek"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *got = hint(table[i].typed);
        if (!got || strcmp(got, table[i].name) != 0)
            fail_msg("%s: %s", table[i].typed, got ? got : "nothing");
    }
}

static void far_words_get_none(void **state)
{
    (void)state;
    static const char *const far[] = {
        "",
        "x",
        "Notitie",
        "misschien",
        "onbekend",
        "Zk",
        "Zacht",
        "nooit",
        "jawel",
        "neen ja",
        "Sgl",
        "Signalering",
        "Overdracht",
        "Terug",
        "functionaris",
        "Thuis",
        "wel",
        "\xff\xff",
        "Signaal Signaal Signaal Signaal Signaal Signaal",
        "0",
        "-",
    };
    for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
        const char *got = hint(far[i]);
        if (got)
            fail_msg("%s: %s", far[i], got);
    }
}

/* The distance in its recursive form, and every name against words that are made from it. */
static int by_recursion(const char *x, size_t n, const char *y, size_t m)
{
    if (n == 0 || m == 0)
        return (int)(n + m);
    int same = ascii_lower(x[n - 1]) == ascii_lower(y[m - 1]);
    int best = by_recursion(x, n - 1, y, m - 1) + !same;
    int other = by_recursion(x, n - 1, y, m) + 1;
    best = other < best ? other : best;
    other = by_recursion(x, n, y, m - 1) + 1;
    best = other < best ? other : best;
    if (n > 1 && m > 1 && ascii_lower(x[n - 1]) == ascii_lower(y[m - 2]) &&
        ascii_lower(x[n - 2]) == ascii_lower(y[m - 1])) {
        other = by_recursion(x, n - 2, y, m - 2) + 1;
        best = other < best ? other : best;
    }
    return best;
}

static void near_is_by_the_number_of_slips(void **state)
{
    (void)state;
    static const struct naam small[] = {NAAM("ja"), NAAM("nee"), NAAM("Zaak"), NAAM("zesle"),
                                        NAAM("Weging")};
    uint64_t seed = 3;
    int seen = 0;
    for (int round = 0; round < 3000; round++) {
        struct naam name = small[next(&seed, 5)];
        char typed[8];
        size_t right = strlen(name.tekst), n = next(&seed, 7);
        for (size_t i = 0; i < n; i++)
            typed[i] = next(&seed, 3) ? name.tekst[next(&seed, (unsigned)right)] : 'x';
        int slips = by_recursion(typed, n, name.tekst, right);
        bool wanted = n > 0 && slips <= (right < 6 ? 1 : (int)right / 3);
        struct nearest near = nearest_make((struct str){typed, n});
        nearest_try(&near, name);
        assert_int_equal(nearest_found(&near).tekst != NULL, wanted);
        if (wanted)
            assert_int_equal(near.distance, slips);
        seen += wanted;
    }
    assert_true(seen > 100);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, arena_fresh, arena_done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(texts_are_compared_by_bytes),
        TEST(folding_takes_ascii_letters_alone),
        TEST(starts_ends_and_rests),
        TEST(a_text_is_cut_at_the_first),
        TEST(only_blanks_at_the_ends_are_trimmed),
        TEST(a_number_is_one_to_nine_digits),
        TEST(pieces_are_aligned_zeroed_and_apart),
        TEST(what_grows_keeps_its_bytes),
        TEST(copies_end_in_nul),
        TEST(a_list_grows),
        TEST(what_cannot_be_had_goes_to_the_handler),
        TEST(a_buffer_in_memory_holds_what_was_written),
        TEST(a_buffer_to_a_file_writes_all_in_order),
        TEST(a_full_disk_is_seen_at_the_end),
        TEST(the_first_error_sticks),
        TEST(a_reader_that_went_away_is_an_error),
        TEST(near_words_get_their_name),
        TEST(far_words_get_none),
        TEST(near_is_by_the_number_of_slips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
