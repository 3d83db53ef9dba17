#include "runtime/cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 1000, PAUSE = 100 };

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_rows(void *self, uint64_t rows)
{
    ProgressLine *line = self;
    int64_t now = milliseconds();
    if (!line->begin)
        line->begin = now;
    if (now - line->begin < PATIENCE || now - line->shown < PAUSE ||
        !isatty(STDERR_FILENO))
        return;
    line->shown = now;
    fprintf(stderr, "\r%llu rows read ", (unsigned long long)rows);
}

void progress_clear(ProgressLine *line)
{
    if (line->shown)
        fputs("\r                                \r", stderr);
    line->begin = 0;
    line->shown = 0;
}
