/* A run finds its frameworks by name, and reads each once. */
#include "kader/proof.h"

#include <errno.h>
#include <ftw.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena a;
static char root[] = P_tmpdir "/kader-XXXXXX";

static int with_folder(void **state)
{
    (void)state;
    memcpy(root + sizeof root - 7, "XXXXXX", 6);
    a = arena_make(abort);
    return mkdtemp(root) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

static int without_folder(void **state)
{
    (void)state;
    arena_free(&a);
    return nftw(root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static const char *joined(const char *x, const char *y, const char *z)
{
    struct buf b = buf_in(&a);
    buf_text(&b, x);
    buf_text(&b, y);
    buf_text(&b, z);
    buf_byte(&b, '\0');
    return b.p;
}

static const char *in_root(const char *name)
{
    return joined(root, "/", name);
}

static const char *folder(const char *name)
{
    assert_int_equal(mkdir(in_root(name), 0700), 0);
    return in_root(name);
}

static const char *file(const char *name, const char *text)
{
    FILE *f = fopen(in_root(name), "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    return in_root(name);
}

#define QUESTION                                                                                   \
    "\n\nVraag: 1\nTekst: x\nWeegt: vermoeden\nOngunstig: ja\n\n"                                  \
    "Antwoord: 1 ja\nUitkomst: hulp\nVerder: einde\n\n"
#define NO "Antwoord: 1 nee\nUitkomst: afsluiten\nVerder: einde\n\n"

/* A file that holds the framework `naam` with `title`, and what is behind its title. */
static const char *framework_with(const char *name, const char *naam, const char *title,
                                  const char *questions)
{
    const char *label = joined("Kader: ", naam, "\nVersie: 1\nGeldig: 2019-01-01\n");
    const char *rest =
        joined("Eigenaar: x\nTekst_status: letterlijk\nBron: x\nTitel: ", title, questions);
    return file(name, joined(label, rest, ""));
}

static const char *framework(const char *name, const char *naam, const char *title)
{
    return framework_with(name, naam, title, QUESTION NO);
}

static void assert_title(const struct kader *k, const char *title)
{
    assert_int_equal(k->toestand, KADER_GOED);
    assert_true(str_is(k->versies[0].titel, title));
}

static void a_named_file_comes_before_folders_and_folders_in_order(void **state)
{
    (void)state;
    const char *one = folder("een"), *two = folder("twee");
    framework("een/a.kader", "a", "een");
    framework("twee/a.kader", "a", "twee");
    framework("twee/b.kader", "b", "twee");
    framework("een/c.kader", "c", "een");
    const char *path = framework("c.kader", "c", "genoemd");
    folder("drie");
    const char *later = framework("drie/c.kader", "c", "later genoemd");
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, one);
    kaders_add_folder(ks, two);
    kaders_add_file(ks, in_root("x.zaak"));
    kaders_add_file(ks, path);
    kaders_add_file(ks, later);
    assert_title(kaders_find(ks, STR("a")), "een");
    assert_title(kaders_find(ks, STR("b")), "twee");
    assert_string_equal(kaders_find(ks, STR("a"))->path, in_root("een/a.kader"));
    assert_string_equal(kaders_find(ks, STR("b"))->path, in_root("twee/b.kader"));
    framework("een/d.kader", "d", "een");
    assert_title(kaders_find(ks, STR("d")), "een");
    assert_string_equal(kaders_find(ks, STR("a"))->path, in_root("een/a.kader"));
    assert_title(kaders_find(ks, STR("c")), "genoemd");
    assert_string_equal(kaders_find(ks, STR("c"))->path, path);
}

static void a_framework_that_is_nowhere_is_absent(void **state)
{
    (void)state;
    framework("niets", "niets", "zonder uitgang");
    struct kaders *ks = kaders_make(&a);
    assert_int_equal(kaders_find(ks, STR("niets"))->toestand, KADER_ONTBREEKT);
    kaders_add_folder(ks, in_root("geen-map"));
    kaders_add_folder(ks, in_root("niets"));
    kaders_add_folder(ks, root);
    kaders_add_file(ks, in_root("niets"));
    const struct kader *k = kaders_find(ks, STR("niets"));
    assert_int_equal(k->toestand, KADER_ONTBREEKT);
    assert_null(k->path);
    assert_null(kader_op(k, date_number((struct date){2026, 1, 1})));
}

static void a_name_that_is_none_is_never_opened(void **state)
{
    (void)state;
    const char *map = folder("map");
    framework("x.kader", "../x", "buiten");
    framework("map/.kader", "", "verborgen");
    framework("map/X.kader", "X", "hoofdletter");
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, map);
    kaders_add_file(ks, in_root("map/X.kader"));
    kaders_add_file(ks, in_root("map/.kader"));
    static const char *const names[] = {"../x", "", "X", "/etc/passwd", "x\n"};
    for (size_t i = 0; i < COUNT(names); i++)
        assert_int_equal(kaders_find(ks, str_of(names[i]))->toestand, KADER_ONTBREEKT);
}

static void the_first_hit_counts_though_it_cannot_be_read(void **state)
{
    (void)state;
    const char *one = folder("een"), *two = folder("twee");
    file("een/stuk.kader", "Kader: stuk\n\n");
    folder("een/map.kader");
    assert_int_equal(mkfifo(in_root("een/pijp.kader"), 0600), 0);
    framework("een/ander.kader", "basis", "met andermans naam");
    static const char *const names[] = {"stuk", "map", "pijp", "ander"};
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, one);
    kaders_add_folder(ks, two);
    for (size_t i = 0; i < COUNT(names); i++) {
        framework(joined("twee/", names[i], ".kader"), names[i], "heel");
        const struct kader *k = kaders_find(ks, str_of(names[i]));
        assert_int_equal(k->toestand, KADER_ONLEESBAAR);
        assert_true(str_is(k->naam, names[i]));
        assert_true(str_starts(str_of(k->path), str_of(one)));
        assert_int_equal(k->error != 0, i == 1 || i == 2);
    }
}

static void a_named_file_that_is_not_there_hides_the_others(void **state)
{
    (void)state;
    framework("a.kader", "a", "uit de map");
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, root);
    kaders_add_file(ks, in_root("elders/a.kader"));
    const struct kader *k = kaders_find(ks, STR("a"));
    assert_int_equal(k->toestand, KADER_ONLEESBAAR);
    assert_int_equal(k->error, ENOENT);
    assert_string_equal(k->path, in_root("elders/a.kader"));
}

static void a_framework_is_read_once(void **state)
{
    (void)state;
    framework("a.kader", "a", "eerst");
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, root);
    const struct kader *k = kaders_find(ks, STR("a"));
    assert_title(k, "eerst");
    framework("a.kader", "a", "daarna");
    assert_ptr_equal(kaders_find(ks, STR("a")), k);
    assert_title(k, "eerst");
    framework("b.kader", "b", "later gekomen");
    assert_title(kaders_find(ks, STR("b")), "later gekomen");
}

static void a_framework_that_is_not_proved_judges_nothing_and_says_why(void **state)
{
    (void)state;
    framework_with("half.kader", "half", "zonder nee", QUESTION);
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, root);
    const struct kader *k = kaders_find(ks, STR("half"));
    assert_int_equal(k->toestand, KADER_NIET_BEWEZEN);
    assert_null(kader_op(k, date_number((struct date){2026, 1, 1})));
    assert_int_equal(k->versie_count, 1);
    assert_int_equal(k->bevindingen.n, 0);
    assert_int_equal(k->fout_count, 1);
    assert_int_equal(k->fouten[0].k, K1);
    assert_ptr_equal(kaders_find(ks, STR("half")), k);
}

static void what_is_found_in_reading_is_kept_by_line(void **state)
{
    (void)state;
    framework_with("los.kader", "los", "x\nVersei: 2\nBorn: y", QUESTION NO);
    file("stuk.kader", "Kader 1\n\nKader: stuk\nVersie 1\n\n");
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, root);
    const struct kader *k = kaders_find(ks, STR("los"));
    assert_int_equal(k->toestand, KADER_GOED);
    assert_int_equal(k->bevindingen.n, 2);
    assert_int_equal(k->bevindingen.at[0].code, MC004);
    assert_int_equal(k->bevindingen.at[0].regel, 8);
    assert_int_equal(k->bevindingen.at[1].regel, 9);
    k = kaders_find(ks, STR("stuk"));
    assert_int_equal(k->toestand, KADER_ONLEESBAAR);
    assert_int_equal(k->bevindingen.n, 2);
    assert_int_equal(k->bevindingen.at[0].code, MC003);
    assert_int_equal(k->bevindingen.at[1].code, MC001);
}

static void a_file_is_read_by_itself(void **state)
{
    (void)state;
    const char *one = folder("een");
    framework("een/a.kader", "a", "een");
    const char *other = framework("a.kader", "a", "ander");
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, one);
    assert_title(kaders_find(ks, STR("a")), "een");
    assert_title(kaders_file(ks, other), "ander");
    assert_title(kaders_find(ks, STR("a")), "een");
    assert_ptr_equal(kaders_file(ks, in_root("een/a.kader")), kaders_find(ks, STR("a")));
    assert_int_equal(kaders_file(ks, in_root("weg.kader"))->error, ENOENT);
    assert_int_equal(kaders_file(ks, in_root("A.kader"))->toestand, KADER_ONTBREEKT);
    assert_int_equal(kaders_file(ks, in_root("a"))->toestand, KADER_ONTBREEKT);
}

enum { THREADS = 4, NAMES = 60 };

struct finder {
    struct kaders *ks;
    pthread_barrier_t *start;
    const char *const *names;
    const struct kader *found[NAMES];
};

static void *find_all(void *context)
{
    struct finder *f = context;
    for (int i = 0; i < NAMES; i++) {
        pthread_barrier_wait(f->start);
        f->found[i] = kaders_find(f->ks, str_of(f->names[i]));
    }
    return NULL;
}

static void threads_that_search_at_once_share_one_reading(void **state)
{
    (void)state;
    const char *names[NAMES];
    for (int i = 0; i < NAMES; i++) {
        struct buf b = buf_in(&a);
        buf_byte(&b, 'k');
        buf_number(&b, i);
        buf_byte(&b, '\0');
        names[i] = b.p;
        framework(joined("", names[i], ".kader"), names[i], names[i]);
    }
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, root);
    pthread_barrier_t start;
    assert_int_equal(pthread_barrier_init(&start, NULL, THREADS), 0);
    static struct finder finders[THREADS];
    pthread_t threads[THREADS];
    for (int t = 0; t < THREADS; t++) {
        finders[t] = (struct finder){.ks = ks, .start = &start, .names = names};
        assert_int_equal(pthread_create(&threads[t], NULL, find_all, &finders[t]), 0);
    }
    for (int t = 0; t < THREADS; t++)
        assert_int_equal(pthread_join(threads[t], NULL), 0);
    pthread_barrier_destroy(&start);
    for (int i = 0; i < NAMES; i++) {
        assert_title(finders[0].found[i], names[i]);
        for (int t = 1; t < THREADS; t++)
            assert_ptr_equal(finders[t].found[i], finders[0].found[i]);
    }
}

static void the_nearest_name_is_offered(void **state)
{
    (void)state;
    framework("onderwijs.kader", "onderwijs", "x");
    framework("artsen.kader", "artsen", "x");
    framework("Artsem.kader", "artsem", "geen naam");
    framework("kadea.kader", "kadea", "x");
    framework("kadec.kader", "kadec", "x");
    framework("kadeb.kader", "kadeb", "x");
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, in_root("geen-map"));
    kaders_add_folder(ks, root);
    kaders_add_file(ks, in_root("elders/kraamzorg.kader"));
    assert_string_equal(kaders_nearest(ks, STR("artsem")).tekst, "artsen");
    assert_string_equal(kaders_nearest(ks, STR("onderwijz")).tekst, "onderwijs");
    assert_string_equal(kaders_nearest(ks, STR("kraamsorg")).tekst, "kraamzorg");
    assert_string_equal(kaders_nearest(ks, STR("kaded")).tekst, "kadea");
    assert_null(kaders_nearest(ks, STR("brandweer")).tekst);
    assert_null(kaders_nearest(kaders_make(&a), STR("artsen")).tekst);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, with_folder, without_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_named_file_comes_before_folders_and_folders_in_order),
        TEST(a_framework_that_is_nowhere_is_absent),
        TEST(a_name_that_is_none_is_never_opened),
        TEST(the_first_hit_counts_though_it_cannot_be_read),
        TEST(a_named_file_that_is_not_there_hides_the_others),
        TEST(a_framework_is_read_once),
        TEST(a_framework_that_is_not_proved_judges_nothing_and_says_why),
        TEST(what_is_found_in_reading_is_kept_by_line),
        TEST(a_file_is_read_by_itself),
        TEST(threads_that_search_at_once_share_one_reading),
        TEST(the_nearest_name_is_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
