/* koers init STORE [-o FILE | --stdout]: a first model beside the store. What was found
   is said in a line, and what can be asked now in three. */
#include "runtime/cli/cli.h"

#include "runtime/cli/interrupt.h"
#include "runtime/init/init.h"
#include "runtime/render/output.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *file_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static const char *folder_part(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_strndup(arena, path, (size_t)(slash - path));
}

static const char *in_folder(Arena *arena, const char *folder, const char *file)
{
    return !strcmp(folder, ".") ? file : arena_printf(arena, "%s/%s", folder, file);
}

static bool is_same_folder(const char *a, const char *b)
{
    char real_a[PATH_MAX], real_b[PATH_MAX];
    return realpath(a, real_a) && realpath(b, real_b) && !strcmp(real_a, real_b);
}

/* A model opens its store relative to itself. */
static const char *opened_as(Arena *arena, const char *store, const char *target)
{
    char real[PATH_MAX];
    bool is_beside = !target || is_same_folder(folder_part(arena, store),
                                               folder_part(arena, target));
    return is_beside || !realpath(store, real) ? file_part(store)
                                               : arena_strdup(arena, real);
}

typedef struct {
    bool shows;
} Progress;

static void show_progress(void *self, const char *table, size_t done, size_t all)
{
    const Progress *progress = self;
    (void)table; /* a name of the store may hold anything */
    if (progress->shows)
        fprintf(stderr, "\r%zu of %zu tables", done, all);
}

static void clear_progress(const Progress *progress)
{
    if (progress->shows)
        fputs("\r                              \r", stderr);
}

static void add_number(StrBuf *sb, size_t n, const char *one, const char *several)
{
    strbuf_addf(sb, "%s%zu %s", sb->len ? ", " : "", n, n == 1 ? one : several);
}

/* To standard error where the model itself goes to standard output. */
static void print_report(const InitModel *model, const char *store, const char *target)
{
    FILE *to = target ? stdout : stderr;
    StrBuf sb;
    strbuf_init(&sb);
    add_number(&sb, model->n_source, "source", "sources");
    add_number(&sb, model->n_join, "join", "joins");
    add_number(&sb, model->n_axis, "time axis", "time axes");
    add_number(&sb, model->n_dimension, "dimension", "dimensions");
    add_number(&sb, model->n_measure, "measure", "measures");
    if (model->n_left_out)
        add_number(&sb, model->n_left_out, "table or view left out",
                   "tables and views left out");
    fprintf(to, "%s: %s\n", target ? target : "model", sb.text);
    if (model->n_question)
        fprintf(to, "ask at the prompt of `koers %s`:\n", store);
    for (size_t i = 0; i < model->n_question; i++)
        fprintf(to, "  %s\n", model->question[i]);
    strbuf_release(&sb);
}

static bool write_file(const InitModel *model, const char *target, DiagSink *sink)
{
    Output *file = output_open(target, sink, NULL);
    if (!file)
        return false;
    strbuf_add(&output_sink(file)->buf, model->text, model->len);
    return output_commit(file);
}

static int deliver(const InitModel *model, const CliOptions *o, const char *target,
                   DiagSink *sink)
{
    if (target) {
        if (!write_file(model, target, sink))
            return EXIT_OUTPUT;
    } else {
        StrBuf sb;
        strbuf_init(&sb);
        strbuf_add(&sb, model->text, model->len);
        bool ok = cli_print_text(&sb);
        strbuf_release(&sb);
        if (!ok)
            return EXIT_OUTPUT;
    }
    print_report(model, o->arg[0], target);
    return EXIT_FINE;
}

/* An empty store is no failure to read it. */
static int status_of(EngineStatus status, const DiagSink *sink)
{
    if (status == ENGINE_STOPPED)
        fputs("koers: stopped; no model was written\n", stderr);
    bool is_store =
        status == ENGINE_FAILED && sink->first && sink->first->code != DIAG_INIT_EMPTY;
    return is_store ? EXIT_STORE : EXIT_SCRIPT;
}

static int make_model(const CliOptions *o, const char *target, Arena *arena,
                      DiagSink *sink)
{
    Progress progress = {isatty(STDERR_FILENO) != 0};
    InitJob job = {.store = o->arg[0],
                   .opened_as = opened_as(arena, o->arg[0], target),
                   .stop = interrupt_flag(),
                   .progress = show_progress,
                   .progress_self = &progress};
    InitModel model;
    EngineStatus status = init_model(&job, arena, sink, &model);
    clear_progress(&progress);
    if (status != ENGINE_OK)
        return status_of(status, sink);
    return deliver(&model, o, target, sink);
}

int cli_init(const CliOptions *o)
{
    if (o->n_arg != 1 || (o->to_stdout && o->output)) {
        fputs("koers: usage: koers init STORE [-o FILE | --stdout] [--force]\n",
              stderr);
        return EXIT_USAGE;
    }
    Arena *arena = arena_new();
    const char *target = o->output;
    if (!target && !o->to_stdout)
        target = in_folder(arena, folder_part(arena, o->arg[0]), "model.koers");
    if (target && !o->force && access(target, F_OK) == 0) {
        fprintf(stderr,
                "koers: `%s` is there already; --force puts a new one in its place, "
                "-o names another file\n",
                target);
        arena_free(arena);
        return EXIT_OUTPUT;
    }
    SourceTexts *texts = source_texts_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    int res = make_model(o, target, arena, &sink);
    cli_print_diags(&sink);
    source_texts_free(texts);
    arena_free(arena);
    return res;
}
