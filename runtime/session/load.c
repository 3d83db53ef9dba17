/* Reading scripts: a file, the files it uses, each once; their statements in order.
   A file that uses itself is an error that shows the way. */
#include "runtime/session/internal.h"

#include "runtime/base/suggest.h"
#include "runtime/base/xalloc.h"
#include "runtime/module/find.h"

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

/* What a `use` is about: a file or a text that the program holds. */
typedef struct {
    const char *name; /* in messages */
    const char *key;  /* two of one key are the same */
    const EmbeddedText *held;
    Place place; /* that its own `use` starts from */
    Span span;
} Used;

static bool load_used(Session *s, const Used *used, Steps *steps);

static void offer(void *self, const char *name)
{
    suggest_offer(self, name);
}

static void report_no_module(Session *s, const ModulePath *path, const char *name,
                             Span span)
{
    const char *file;
    Suggest near;
    Diag *d = diag_error(&s->sink, DIAG_MODULE, span, "there is no module `%s`", name);
    suggest_init(&near, name);
    module_offer_names(s->arena, path, offer, &near);
    for (size_t i = 0; (file = module_candidate(s->arena, path, name, i)); i++)
        diag_note(&s->sink, d, NULL, "looked for %s", file);
    if (near.count)
        diag_help(&s->sink, d, "did you mean `%s`?", near.found[0]);
    else
        diag_help(&s->sink, d, "a file is written in quotes: use \"model.koers\"");
}

/* A module that the program holds is at the place of who uses it: its own `use` finds
   what that of the user would. */
static bool load_module(Session *s, const AstPath *words, Place place, Steps *steps)
{
    const char *name = "";
    for (uint32_t i = 0; i < words->count; i++)
        name =
            arena_printf(s->arena, "%s%s%s", name, i ? "." : "", words->item[i].text);
    ModulePath path = {place.root, s->options.modules};
    Module module;
    if (!module_find(s->arena, &path, name, &module)) {
        report_no_module(s, &path, name, words->span);
        return false;
    }
    if (module.file) {
        Place own = {folder_of(s, module.file), module.root};
        return load_file(s, module.file, &own, words->span, steps);
    }
    const char *shown = arena_printf(s->arena, "<%s>", name);
    Used used = {shown, shown, module.text, place, words->span};
    return load_used(s, &used, steps);
}

static bool load_use(Session *s, const AstStmt *stmt, Place place, Steps *steps)
{
    if (stmt->as.use.module.count)
        return load_module(s, &stmt->as.use.module, place, steps);
    const char *path = load_path(s, place.folder, stmt->as.use.file.text);
    return load_file(s, path, NULL, stmt->as.use.file.span, steps);
}

bool load_script(Session *s, const SourceText *text, ParseMode mode, Place place,
                 Steps *steps)
{
    ParseResult parsed = parse_text(text, mode, s->arena, &s->sink);
    bool ok = parsed.status == PARSE_OK;
    for (uint32_t i = 0; i < parsed.script->stmts.count; i++) {
        const AstStmt *stmt = parsed.script->stmts.item[i];
        if (stmt->kind == AST_STMT_USE) {
            ok &= load_use(s, stmt, place, steps);
            continue;
        }
        Step step = {stmt, place.folder, false};
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

/* Is it being read, that is, does it use itself? Then that is reported. */
static bool is_cycle(Session *s, const Used *used)
{
    for (size_t i = 0; i < s->n_reading; i++) {
        if (strcmp(s->reading[i], used->key) != 0)
            continue;
        Diag *d = diag_error(&s->sink, DIAG_CYCLE, used->span,
                             "`%s` leads back to itself", used->name);
        diag_help(&s->sink, d, "put what both files need into a third one");
        return true;
    }
    return false;
}

static const SourceText *read_used(Session *s, const Used *used)
{
    errno = 0;
    if (!used->held)
        return read_file(s, used->name, used->span);
    return source_texts_add(s->texts, used->name, used->held->text, used->held->len);
}

static bool load_used(Session *s, const Used *used, Steps *steps)
{
    if (is_cycle(s, used))
        return false;
    if (is_loaded(s, used->key))
        return true;
    if (s->n_reading == USE_DEPTH_MAX) {
        report(s, used->span, used->name, "too many files use each other");
        return false;
    }
    const SourceText *text = read_used(s, used);
    s->reading[s->n_reading++] = used->key;
    bool ok = text && load_script(s, text, PARSE_SCRIPT, used->place, steps);
    s->n_reading--;
    return ok;
}

bool load_file(Session *s, const char *path, const Place *place, Span span,
               Steps *steps)
{
    const char *folder = folder_of(s, path);
    char *real = realpath(path, NULL);
    Used used = {path, real ? real : path, NULL,
                 place ? *place : (Place){folder, folder}, span};
    bool ok = load_used(s, &used, steps);
    free(real);
    return ok;
}
