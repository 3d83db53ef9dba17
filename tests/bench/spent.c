/* Runs a program and writes what it took: seconds of CPU, seconds by the clock, and the
   largest resident size in bytes.

     spent FILE PROGRAM [ARGUMENT ...]

   A program of its own, since a process that is started inherits the size of the one
   that starts it. The exit status is that of the program, 126 where it did not end by
   itself. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: spent FILE PROGRAM [ARGUMENT ...]\n", stderr);
        return 2;
    }
    double begin = now();
    pid_t child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status = 0;
    struct rusage used;
    if (child < 0 || wait4(child, &status, 0, &used) < 0) {
        perror("spent");
        return 126;
    }
    double wall = now() - begin;
    FILE *file = fopen(argv[1], "w");
    if (!file) {
        perror(argv[1]);
        return 126;
    }
    fprintf(file, "%.6f %.6f %ld\n", seconds(used.ru_utime) + seconds(used.ru_stime),
            wall, used.ru_maxrss * 1024);
    if (fclose(file) != 0)
        return 126;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}
