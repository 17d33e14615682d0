/* meter: what a command costs, by the kernel's own account of the finished process.
 *
 *   meter [-n TIMES] FILE COMMAND [ARGUMENT...]
 *
 * Runs the command so many times (1), one after another, and adds a line to FILE: cpu seconds (user
 * and system) and wall seconds of all runs together, peak memory in kB of the largest, the highest
 * exit status (128 and the signal when it was killed).
 *
 * Exit: 0, whatever the command's; 64 usage; 2 it cannot be started, 74 FILE cannot be written.
 */
#include <err.h>
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

struct cost {
    double cpu, wall;
    long peak;
    int status;
};

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* Spawned and not forked: so the copy of ourselves is not on its account. */
static void run(struct cost *c, char **command)
{
    struct timespec begin, end;
    struct rusage use;
    pid_t child;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    if ((errno = posix_spawnp(&child, command[0], NULL, NULL, command, environ)))
        err(2, "%s", command[0]);
    while (wait4(child, &status, 0, &use) < 0)
        if (errno != EINTR)
            err(2, "%s", command[0]);
    clock_gettime(CLOCK_MONOTONIC, &end);
    c->wall += (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
    c->cpu += seconds(use.ru_utime) + seconds(use.ru_stime);
    c->peak = use.ru_maxrss > c->peak ? use.ru_maxrss : c->peak;
    status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    c->status = status > c->status ? status : c->status;
}

int main(int argc, char **argv)
{
    long times = 1;
    for (int option; (option = getopt(argc, argv, "+n:")) != -1;)
        times = option == 'n' ? strtol(optarg, NULL, 10) : 0;
    if (times < 1 || argc < optind + 2)
        errx(64, "usage: meter [-n TIMES] FILE COMMAND [ARGUMENT...]");
    struct cost c = {0};
    for (long i = 0; i < times; i++)
        run(&c, argv + optind + 1);
    FILE *out = fopen(argv[optind], "a");
    if (!out || fprintf(out, "%.6f %.6f %ld %d\n", c.cpu, c.wall, c.peak, c.status) < 0 ||
        fclose(out))
        err(74, "%s", argv[optind]);
    return 0;
}
