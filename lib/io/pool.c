#include "io/pool.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>

struct state {
    const struct pool *p;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t place_free, item_done;
    size_t taken;  /* items 0 to taken-1 are worked on, or were */
    size_t joined; /* items 0 to joined-1 are joined */
    bool *done;    /* by place: worked on and not yet joined */
};

static void *worker(void *context)
{
    struct state *s = context;
    const struct pool *p = s->p;
    pthread_mutex_lock(&s->lock);
    for (;;) {
        while (s->taken < p->items && s->taken - s->joined >= p->places)
            pthread_cond_wait(&s->place_free, &s->lock);
        if (s->taken == p->items)
            break;
        size_t item = s->taken++;
        pthread_mutex_unlock(&s->lock);
        p->work(p->context, item, item % p->places);
        pthread_mutex_lock(&s->lock);
        s->done[item % p->places] = true;
        if (item == s->joined)
            pthread_cond_signal(&s->item_done);
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

static void join_all(struct state *s)
{
    const struct pool *p = s->p;
    for (size_t item = 0; item < p->items; item++) {
        size_t place = item % p->places;
        pthread_mutex_lock(&s->lock);
        while (!s->done[place])
            pthread_cond_wait(&s->item_done, &s->lock);
        pthread_mutex_unlock(&s->lock);
        p->join(p->context, item, place);
        pthread_mutex_lock(&s->lock);
        s->done[place] = false;
        s->joined++;
        pthread_cond_signal(&s->place_free);
        pthread_mutex_unlock(&s->lock);
    }
    pthread_cond_broadcast(&s->place_free); /* whoever waits for a place finds that all is done */
}

static void without_threads(const struct pool *p)
{
    for (size_t item = 0; item < p->items; item++) {
        p->work(p->context, item, item % p->places);
        p->join(p->context, item, item % p->places);
    }
}

/* Signals are for the thread that joins. */
static int start(pthread_t *threads, int jobs, struct state *s)
{
    sigset_t all, before;
    int started = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (started < jobs && pthread_create(&threads[started], NULL, worker, s) == 0)
        started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

void pool_run(const struct pool *p)
{
    bool done[POOL_PLACES_MOST] = {false};
    struct state s = {.p = p,
                      .lock = PTHREAD_MUTEX_INITIALIZER,
                      .place_free = PTHREAD_COND_INITIALIZER,
                      .item_done = PTHREAD_COND_INITIALIZER,
                      .done = done};
    pthread_t threads[POOL_JOBS_MOST];
    int jobs = p->jobs > POOL_JOBS_MOST ? POOL_JOBS_MOST : p->jobs;
    int started = jobs > 1 && p->items > 1 ? start(threads, jobs, &s) : 0;
    if (started == 0) {
        without_threads(p);
        return;
    }
    join_all(&s);
    for (int i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}

int pool_processors(void)
{
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return n < 1 ? 1 : n;
}
