/* koers import FILE... [into TABLE] STORE: one transaction per file. What was found is
   said before the next file: table, rows, and the type of every column. */
#include "runtime/cli/cli.h"

#include "runtime/cli/interrupt.h"
#include "runtime/import/import.h"
#include "runtime/resolve/resolve.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const char *table;
    const char *store;
    int n_file;
} Arguments;

static bool read_arguments(const CliOptions *o, Arguments *a)
{
    if (o->n_arg < 2)
        return false;
    a->store = o->arg[o->n_arg - 1];
    a->n_file = o->n_arg - 1;
    a->table = NULL;
    if (o->n_arg >= 4 && !strcmp(o->arg[o->n_arg - 3], "into")) {
        a->table = o->arg[o->n_arg - 2];
        a->n_file = o->n_arg - 3;
    }
    return a->n_file == 1 || !a->table;
}

typedef struct {
    volatile sig_atomic_t *stop;
    bool shows;
    int percent;
} Progress;

static bool show_progress(void *self, uint64_t done, uint64_t all)
{
    Progress *progress = self;
    int percent = all ? (int)(done * 100 / all) : 100;
    if (progress->shows && percent != progress->percent) {
        fprintf(stderr, "\r%3d %%", percent);
        progress->percent = percent;
    }
    return !*progress->stop;
}

static void print_report(const ImportReport *report)
{
    Arena *arena = arena_new();
    printf("%s: %llu rows\n", report->table, (unsigned long long)report->rows);
    for (size_t i = 0; i < report->n_column; i++)
        printf("  %s: %s\n", report->column[i].name,
               type_text(arena, report->column[i].type));
    arena_free(arena);
}

static EngineStatus import_one(const CliOptions *o, const Arguments *a,
                               const char *file, DiagSink *sink)
{
    Progress progress = {interrupt_flag(), isatty(STDERR_FILENO), -1};
    ImportJob job = {.file = file,
                     .store = a->store,
                     .table = a->table,
                     .append = o->append,
                     .replace = o->replace,
                     .progress = show_progress,
                     .progress_self = &progress};
    ImportReport report;
    EngineStatus status = import_file(&job, sink->arena, sink, &report);
    if (progress.percent >= 0)
        fputs("\r     \r", stderr);
    if (status == ENGINE_OK)
        print_report(&report);
    return status;
}

int cli_import(const CliOptions *o)
{
    Arguments a;
    if (!read_arguments(o, &a) || (o->append && o->replace)) {
        fputs("koers: usage: koers import FILE ... [into TABLE] STORE\n", stderr);
        return EXIT_USAGE;
    }
    Arena *arena = arena_new();
    SourceTexts *texts = source_texts_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    EngineStatus status = ENGINE_OK;
    for (int i = 0; i < a.n_file && status == ENGINE_OK; i++)
        status = import_one(o, &a, o->arg[i], &sink);
    cli_print_diags(&sink);
    if (status == ENGINE_STOPPED)
        fputs("koers: stopped; nothing of this file was loaded\n", stderr);
    source_texts_free(texts);
    arena_free(arena);
    return status == ENGINE_OK ? EXIT_FINE : EXIT_SCRIPT;
}
