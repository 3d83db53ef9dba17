/* Reading scripts: a file, the files it uses, each once; their statements in order.
   A file that uses itself is an error that shows the way. */
#include "runtime/session/internal.h"

#include "runtime/base/xalloc.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void report(Session *s, Span span, const char *path, const char *why)
{
    if (span.file == UINT32_MAX)
        diag_error_at_large(&s->sink, DIAG_FILE, "cannot read `%s`: %s", path, why);
    else
        diag_error(&s->sink, DIAG_FILE, span, "cannot read `%s`: %s", path, why);
}

static char *read_stream(FILE *file, size_t *len)
{
    size_t cap = 0, n = 0;
    char *text = NULL;
    for (;;) {
        XGROW(text, cap, n + 65536);
        size_t got = fread(text + n, 1, 65535, file);
        n += got;
        if (!got || n > SOURCE_TEXT_MAX)
            break;
    }
    text[n] = '\0';
    *len = n;
    return text;
}

/* The text of a file; NULL: reported. */
static const SourceText *read_file(Session *s, const char *path, Span span)
{
    struct stat st;
    FILE *file = NULL;
    if (stat(path, &st) || !(S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode)) ||
        !(file = fopen(path, "rb"))) {
        report(s, span, path,
               errno ? strerror(errno) : "it is no file that can be read");
        return NULL;
    }
    size_t len;
    char *text = read_stream(file, &len);
    bool failed = ferror(file) != 0;
    fclose(file);
    const SourceText *source = NULL;
    if (failed)
        report(s, span, path, "reading failed");
    else if (len > SOURCE_TEXT_MAX)
        report(s, span, path, "it is larger than 16 MB");
    else
        source = source_texts_add(s->texts, path, text, len);
    free(text);
    return source;
}

const char *load_path(Session *s, const char *folder, const char *file)
{
    if (file[0] == '/' || !strcmp(folder, "."))
        return arena_strdup(s->arena, file);
    return arena_printf(s->arena, "%s/%s", folder, file);
}

static const char *folder_of(Session *s, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    if (slash == path)
        return "/";
    return arena_strndup(s->arena, path, (size_t)(slash - path));
}

/* a.b is a/b.koers in one of the folders for modules. */
static bool load_module(Session *s, const AstPath *module, Steps *steps)
{
    const char *tail = "", *name = "";
    for (uint32_t i = 0; i < module->count; i++) {
        const char *word = module->item[i].text;
        tail = arena_printf(s->arena, "%s/%s", tail, word);
        name = arena_printf(s->arena, "%s%s%s", name, i ? "." : "", word);
    }
    tail = arena_printf(s->arena, "%s.koers", tail);
    for (size_t i = 0; s->options.modules && s->options.modules[i]; i++) {
        const char *path = arena_printf(s->arena, "%s%s", s->options.modules[i], tail);
        if (access(path, F_OK) == 0)
            return load_file(s, path, module->span, steps);
    }
    Diag *d = diag_error(&s->sink, DIAG_MODULE, module->span, "there is no module `%s`",
                         name);
    for (size_t i = 0; s->options.modules && s->options.modules[i]; i++)
        diag_note(&s->sink, d, NULL, "looked for %s%s", s->options.modules[i], tail);
    diag_help(&s->sink, d, "a file is written in quotes: use \"model.koers\"");
    return false;
}

static bool load_use(Session *s, const AstStmt *stmt, const char *folder, Steps *steps)
{
    if (stmt->as.use.module.count) {
        size_t first = source_texts_count(s->texts);
        bool ok = load_module(s, &stmt->as.use.module, steps);
        source_texts_set_module(s->texts, first);
        return ok;
    }
    const char *path = load_path(s, folder, stmt->as.use.file.text);
    return load_file(s, path, stmt->as.use.file.span, steps);
}

bool load_script(Session *s, const SourceText *text, ParseMode mode, const char *folder,
                 Steps *steps)
{
    ParseResult parsed = parse_text(text, mode, s->arena, &s->sink);
    bool ok = parsed.status == PARSE_OK;
    for (uint32_t i = 0; i < parsed.script->stmts.count; i++) {
        const AstStmt *stmt = parsed.script->stmts.item[i];
        if (stmt->kind == AST_STMT_USE) {
            ok &= load_use(s, stmt, folder, steps);
            continue;
        }
        if (stmt->kind == AST_STMT_REQUIRE)
            ARENA_PUSH(s->arena, s->model.required, s->model.n_required,
                       s->model.cap_required, stmt->as.require.name);
        Step step = {stmt, folder, false};
        ARENA_PUSH(s->arena, steps->item, steps->count, steps->cap, step);
    }
    return ok;
}

static bool is_loaded(Session *s, const char *real)
{
    for (size_t i = 0; i < s->n_loaded; i++) {
        if (!strcmp(s->loaded[i], real))
            return true;
    }
    ARENA_PUSH(s->arena, s->loaded, s->n_loaded, s->cap_loaded,
               arena_strdup(s->arena, real));
    return false;
}

/* Is the file `real` being read, that is, does it use itself? Then it is reported. */
static bool is_cycle(Session *s, const char *real, const char *path, Span span)
{
    for (size_t i = 0; i < s->n_reading; i++) {
        if (strcmp(s->reading[i], real) != 0)
            continue;
        Diag *d =
            diag_error(&s->sink, DIAG_CYCLE, span, "`%s` leads back to itself", path);
        diag_help(&s->sink, d, "put what both files need into a third one");
        return true;
    }
    return false;
}

static bool read_script(Session *s, const char *path, const char *real, Span span,
                        Steps *steps)
{
    if (s->n_reading == USE_DEPTH_MAX) {
        report(s, span, path, "too many files use each other");
        return false;
    }
    errno = 0;
    const SourceText *text = read_file(s, path, span);
    s->reading[s->n_reading++] = real;
    bool ok = text && load_script(s, text, PARSE_SCRIPT, folder_of(s, path), steps);
    s->n_reading--;
    return ok;
}

bool load_file(Session *s, const char *path, Span span, Steps *steps)
{
    char *real = realpath(path, NULL);
    bool ok;
    if (real && is_cycle(s, real, path, span))
        ok = false;
    else if (real && is_loaded(s, real))
        ok = true;
    else
        ok = read_script(s, path, real ? real : path, span, steps);
    free(real);
    return ok;
}
