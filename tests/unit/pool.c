/* io/pool: everything once, joined in order, whatever the threads do. */
#include "io/pool.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

enum { ITEMS = 500, ALL = -1 };

/* How many threads the system grants: this stands in for the call. */
static int grant = ALL;

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *),
                   void *context)
{
    static int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "pthread_create");
    if (grant == 0)
        return EAGAIN;
    grant -= grant > 0;
    return real(thread, attributes, start, context);
}

struct seen {
    atomic_int worked[ITEMS];
    size_t held[POOL_PLACES_MOST]; /* what a place holds: item + 1 */
    atomic_int at_once, most_at_once;
    size_t joined, items;
    pthread_t joiner;
    int slow; /* every so many items the work takes long, 0: never */
};

static void work(void *context, size_t item, size_t place)
{
    struct seen *s = context;
    int now = atomic_fetch_add(&s->at_once, 1) + 1, most = atomic_load(&s->most_at_once);
    while (now > most && !atomic_compare_exchange_weak(&s->most_at_once, &most, now))
        ;
    s->held[place] = item + 1;
    atomic_fetch_add(&s->worked[item], 1);
    if (s->slow && item % (size_t)s->slow == 0)
        usleep(2000);
    atomic_fetch_sub(&s->at_once, 1);
}

static void join(void *context, size_t item, size_t place)
{
    struct seen *s = context;
    assert_true(pthread_equal(pthread_self(), s->joiner));
    assert_int_equal(item, s->joined);
    assert_int_equal(s->held[place], item + 1);
    assert_int_equal(atomic_load(&s->worked[item]), 1);
    s->joined++;
}

static void run(struct seen *s, size_t items, size_t places, int jobs)
{
    s->joiner = pthread_self();
    pool_run(&(struct pool){
        .items = items, .places = places, .jobs = jobs, .context = s, .work = work, .join = join});
    assert_int_equal(s->joined, items);
}

static void each_is_worked_on_once_and_joined_in_order(void **state)
{
    (void)state;
    static const int jobs[] = {0, 1, 2, 3, 8, POOL_JOBS_MOST, 1000};
    static const size_t places[] = {1, 2, 7, POOL_PLACES_MOST};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        for (size_t j = 0; j < sizeof places / sizeof *places; j++)
            for (size_t items = 0; items <= ITEMS; items = items * 3 + 1)
                run(&(struct seen){.slow = 50}, items, places[j], jobs[i]);
}

static void without_jobs_it_is_the_thread_of_the_caller(void **state)
{
    (void)state;
    struct seen s = {0};
    run(&s, ITEMS, 4, 1);
    assert_int_equal(s.most_at_once, 1);
}

static void several_are_worked_on_at_once(void **state)
{
    (void)state;
    struct seen s = {.slow = 1};
    run(&s, 100, 8, 4);
    assert_in_range(s.most_at_once, 2, 4);
}

static void threads_that_are_not_granted_are_done_without(void **state)
{
    (void)state;
    static const int granted[] = {0, 1, 3};
    for (size_t i = 0; i < sizeof granted / sizeof *granted; i++) {
        struct seen s = {.slow = 1};
        grant = granted[i];
        run(&s, 50, 4, 8);
        assert_true(s.most_at_once <= (granted[i] ? granted[i] : 1));
    }
    grant = ALL;
}

static void there_is_a_processor(void **state)
{
    (void)state;
    assert_in_range(pool_processors(), 1, 4096);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_worked_on_once_and_joined_in_order),
        cmocka_unit_test(without_jobs_it_is_the_thread_of_the_caller),
        cmocka_unit_test(several_are_worked_on_at_once),
        cmocka_unit_test(threads_that_are_not_granted_are_done_without),
        cmocka_unit_test(there_is_a_processor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
