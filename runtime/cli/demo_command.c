/* koers demo DIR: the demo company's store and its model in a folder of their own. What
   is there already is never touched. */
#include "runtime/cli/cli.h"

#include "runtime/base/embedded.h"
#include "runtime/cli/interrupt.h"
#include "runtime/render/output.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char usage[] = "koers: usage: koers demo DIR [--today DAY] [--size "
                            "small|medium|large|LINES] [--seed N]\n";

/* Digits alone, at most `most`. */
static bool read_number(const char *text, uint64_t most, uint64_t *out)
{
    uint64_t v = 0;
    for (const char *c = text; *c; c++) {
        if (*c < '0' || *c > '9' || v > (most - (uint64_t)(*c - '0')) / 10)
            return false;
        v = v * 10 + (uint64_t)(*c - '0');
    }
    *out = v;
    return *text != '\0';
}

static bool read_size(const char *text, int64_t *lines)
{
    static const struct {
        const char *name;
        int64_t lines;
    } sizes[] = {{"small", DEMO_SMALL}, {"medium", DEMO_MEDIUM}, {"large", DEMO_LARGE}};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        if (!strcmp(text, sizes[i].name)) {
            *lines = sizes[i].lines;
            return true;
        }
    }
    uint64_t n;
    if (!read_number(text, DEMO_MOST, &n) || n < DEMO_LEAST)
        return false;
    *lines = (int64_t)n;
    return true;
}

static bool read_job(const CliOptions *o, DemoJob *job)
{
    *job = (DemoJob){.lines = DEMO_SMALL, .seed = 1, .stop = interrupt_flag()};
    job->today = o->has_today ? o->today : civil_today();
    if (o->size && !read_size(o->size, &job->lines)) {
        fprintf(stderr,
                "koers: `--size` takes small, medium, large or a number of order lines "
                "from %d to %d\n",
                DEMO_LEAST, DEMO_MOST);
        return false;
    }
    if (o->seed && !read_number(o->seed, UINT64_MAX, &job->seed)) {
        fputs("koers: `--seed` takes a whole number\n", stderr);
        return false;
    }
    int year = civil_from_day(job->today).year;
    if (year < DEMO_FIRST_YEAR || year > DEMO_LAST_YEAR) {
        fprintf(stderr, "koers: a demo company ends in a year from %d to %d\n",
                DEMO_FIRST_YEAR, DEMO_LAST_YEAR);
        return false;
    }
    return true;
}

static bool is_empty(DIR *folder)
{
    const struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return false;
    }
    return true;
}

/* Makes the folder or takes an empty one; *made: it was not there. */
static bool take_folder(const char *path, bool *made)
{
    *made = mkdir(path, 0777) == 0;
    if (*made)
        return true;
    int error = errno;
    DIR *folder = error == EEXIST ? opendir(path) : NULL;
    if (folder) {
        bool is_free = is_empty(folder);
        closedir(folder);
        if (!is_free)
            fprintf(stderr,
                    "koers: there are files in `%s` already; the demo company needs a "
                    "folder of its own\n",
                    path);
        return is_free;
    }
    if (error == EEXIST)
        error = errno;
    fprintf(stderr, "koers: the folder `%s` cannot be made: %s\n", path,
            strerror(error));
    return false;
}

/* The model, and the day that the data end on: later questions hang on it too. */
static bool write_model(const char *path, Day today, DiagSink *sink)
{
    Output *file = output_open(path, sink, NULL);
    if (!file)
        return false;
    StrBuf *sb = &output_sink(file)->buf;
    strbuf_adds(sb, embedded_text("examples/demo/model.koers"));
    strbuf_adds(sb, "\n-- The data end on this day.\nset today = ");
    civil_print_day(sb, today);
    strbuf_addc(sb, '\n');
    return output_commit(file);
}

static bool print_report(const char *folder, Day today, const DemoReport *report)
{
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_addf(&sb, "%s/store.db: a company that does not exist, from ", folder);
    civil_print_day(&sb, report->start);
    strbuf_adds(&sb, " to ");
    civil_print_day(&sb, today);
    strbuf_addf(&sb,
                "\n  %lld orders of %lld lines, %lld customers, %lld deals, %lld "
                "people\n",
                (long long)report->orders, (long long)report->lines,
                (long long)report->customers, (long long)report->deals,
                (long long)report->people);
    strbuf_addf(&sb, "%s/model.koers: its model\n", folder);
    strbuf_addf(&sb, "ask at the prompt of `koers %s/store.db`:\n", folder);
    strbuf_adds(&sb,
                "  show revenue, target by quarter for this year with total\n"
                "  show open_deals, open_value by owner top 5 by open_value\n"
                "  use sales.winning show win_rate, median_won_cycle by quarter\n");
    bool is_printed = cli_print_text(&sb);
    strbuf_release(&sb);
    return is_printed;
}

DemoStatus cli_make_company(const char *folder, DemoJob *job, DiagSink *sink,
                            DemoReport *report)
{
    const char *model = arena_printf(sink->arena, "%s/model.koers", folder);
    job->store = arena_printf(sink->arena, "%s/store.db", folder);
    DemoStatus status = demo_write_store(job, sink, report);
    if (status != DEMO_MADE || write_model(model, job->today, sink))
        return status;
    unlink(job->store);
    return DEMO_FAILED;
}

static int make_in(const char *folder, DemoJob *job, DiagSink *sink)
{
    DemoReport report;
    switch (cli_make_company(folder, job, sink, &report)) {
    case DEMO_MADE:
        break;
    case DEMO_FAILED:
        return EXIT_OUTPUT;
    case DEMO_STOPPED:
        fputs("koers: stopped; nothing was written\n", stderr);
        return EXIT_SCRIPT;
    }
    return print_report(folder, job->today, &report) ? EXIT_FINE : EXIT_OUTPUT;
}

int cli_demo(const CliOptions *o)
{
    DemoJob job;
    if (o->n_arg != 1) {
        fputs(usage, stderr);
        return EXIT_USAGE;
    }
    if (!read_job(o, &job))
        return EXIT_USAGE;
    bool made;
    if (!take_folder(o->arg[0], &made))
        return EXIT_OUTPUT;
    Arena *arena = arena_new();
    SourceTexts *texts = source_texts_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    int res = make_in(o->arg[0], &job, &sink);
    if (res != EXIT_FINE && made)
        rmdir(o->arg[0]); /* which fails where there is something in it */
    cli_print_diags(&sink);
    source_texts_free(texts);
    arena_free(arena);
    return res;
}
