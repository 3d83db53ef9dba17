/* koers import FILE... [into TABLE] [STORE]: one transaction for all files. What was
   found is shown on standard error before anything is loaded; standard output says what
   was done. */
#include "runtime/cli/cli.h"

#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/cli/import_show.h"
#include "runtime/cli/interrupt.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const char *table;
    const char *store;
    int n_file;
} Arguments;

static bool is_csv(const char *path)
{
    static const char *const ending[] = {".csv", ".tsv", ".txt", ".tab"};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < COUNT_OF(ending); i++)
        if (ascii_same(dot, ending[i]))
            return true;
    return false;
}

/* The only store in the working folder, else one that is made; NULL: there are several,
   which was said. */
static const char *store_of_folder(Arena *arena)
{
    glob_t found;
    const char *store = "store.db";
    int status = glob("*.db", 0, NULL, &found);
    if (status == 0 && found.gl_pathc > 1) {
        fputs("koers: there are several stores here; name one last\n", stderr);
        store = NULL;
    } else if (status == 0) {
        store = arena_strdup(arena, found.gl_pathv[0]);
    }
    globfree(&found);
    if (store) {
        StrBuf path;
        strbuf_init(&path);
        utf8_add_visible(&path, store, strlen(store));
        fprintf(stderr, "koers: the store is `%s`\n", path.text);
        strbuf_release(&path);
    }
    return store;
}

static bool has_into(const CliOptions *o, int at)
{
    return at >= 1 && !strcmp(o->arg[at], "into");
}

static bool read_arguments(const CliOptions *o, Arguments *a, Arena *arena)
{
    int n = o->n_arg;
    bool has_store = !is_csv(o->arg[n - 1]) && !has_into(o, n - 2);
    a->n_file = n - has_store;
    a->store = has_store ? o->arg[n - 1] : NULL;
    a->table = NULL;
    if (has_into(o, a->n_file - 2)) {
        a->table = o->arg[a->n_file - 1];
        a->n_file -= 2;
    }
    if (!a->store && a->n_file)
        a->store = store_of_folder(arena);
    return a->store && a->n_file;
}

typedef struct {
    volatile sig_atomic_t *stop;
    bool is_terminal;
    int percent; /* that stands on the terminal, -1: nothing does */
    const char *store;
    bool has_waited;
} Terminal;

static void clear_progress(Terminal *terminal)
{
    if (terminal->percent >= 0)
        fputs("\r     \r", stderr);
    terminal->percent = -1;
}

static bool show_progress(void *self, uint64_t done, uint64_t all)
{
    Terminal *terminal = self;
    int percent = all ? (int)(done * 100 / all) : 100;
    if (terminal->is_terminal && percent != terminal->percent) {
        fprintf(stderr, "\r%3d %%", percent);
        terminal->percent = percent;
    }
    return !*terminal->stop;
}

static void show_file(void *self, const ImportFile *file)
{
    clear_progress(self);
    import_show(file);
}

static bool wait_for_store(void *self)
{
    Terminal *terminal = self;
    if (!terminal->has_waited) {
        StrBuf path;
        strbuf_init(&path);
        utf8_add_visible(&path, terminal->store, strlen(terminal->store));
        fprintf(stderr, "koers: another program writes to `%s`; waiting\n", path.text);
        strbuf_release(&path);
    }
    terminal->has_waited = true;
    return !*terminal->stop;
}

static void add_count(StrBuf *out, uint64_t n)
{
    strbuf_addf(out, "%llu row%s", (unsigned long long)n, n == 1 ? "" : "s");
}

static void add_outcome(StrBuf *out, const ImportFile *file, const ImportJob *job)
{
    if (!file->is_there) {
        utf8_add_visible(out, file->table, strlen(file->table));
        strbuf_adds(out, ": ");
        add_count(out, file->rows);
        strbuf_adds(out, job->dry_run ? ", not kept (--dry-run)\n" : "\n");
        return;
    }
    utf8_add_visible(out, file->table, strlen(file->table));
    strbuf_adds(out, ": `");
    utf8_add_visible(out, file->path, strlen(file->path));
    if (!file->since)
        strbuf_adds(out, "` is named twice; it was loaded once\n");
    else
        strbuf_addf(out,
                    "` was loaded already, %s; nothing was done (--again loads it "
                    "again)\n",
                    file->since);
}

static bool print_outcome(const ImportFile *file, const ImportJob *job)
{
    StrBuf out;
    strbuf_init(&out);
    for (size_t i = 0; i < job->n_file; i++)
        add_outcome(&out, &file[i], job);
    bool is_written = cli_print_text(&out);
    strbuf_release(&out);
    return is_written;
}

static int status_of(EngineStatus status, const DiagSink *sink)
{
    if (status == ENGINE_STOPPED)
        fputs("koers: stopped; nothing was loaded\n", stderr);
    DiagCode code = sink->first ? sink->first->code : DIAG_COUNT;
    bool is_store = code == DIAG_STORE_UNREADABLE || code == DIAG_STORE_FOREIGN ||
                    code == DIAG_STORE_DAMAGED || code == DIAG_STORE_LOCKED ||
                    code == DIAG_STORE_FAILED;
    return is_store ? EXIT_STORE : EXIT_SCRIPT;
}

static int import(const CliOptions *o, const Arguments *a, Arena *arena, DiagSink *sink)
{
    Terminal terminal = {interrupt_flag(), isatty(STDERR_FILENO) != 0, -1, a->store,
                         false};
    const char **path = ARENA_ARRAY(arena, const char *, (size_t)a->n_file);
    for (int i = 0; i < a->n_file; i++)
        path[i] = o->arg[i];
    ImportJob job = {.file = path,
                     .n_file = (size_t)a->n_file,
                     .store = a->store,
                     .table = a->table,
                     .progress = show_progress,
                     .show = o->import.quiet ? NULL : show_file,
                     .wait = wait_for_store,
                     .self = &terminal};
    if (!import_options_apply(&o->import, arena, &job))
        return EXIT_USAGE;
    job.again |= o->force;
    ImportFile *file;
    EngineStatus status = import_files(&job, arena, sink, &file);
    clear_progress(&terminal);
    if (status == ENGINE_FAILED && *terminal.stop) {
        diag_sink_clear(sink); /* that the store is locked is no news to who stopped */
        status = ENGINE_STOPPED;
    }
    if (status != ENGINE_OK)
        return status_of(status, sink);
    return print_outcome(file, &job) ? EXIT_FINE : EXIT_OUTPUT;
}

int cli_import(const CliOptions *o)
{
    Arguments a;
    Arena *arena = arena_new();
    if (!read_arguments(o, &a, arena)) {
        fputs("koers: usage: koers import FILE ... [into TABLE] [STORE]\n", stderr);
        arena_free(arena);
        return EXIT_USAGE;
    }
    SourceTexts *texts = source_texts_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    int res = import(o, &a, arena, &sink);
    cli_print_diags(&sink);
    source_texts_free(texts);
    arena_free(arena);
    return res;
}
