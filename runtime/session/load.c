/* Reading scripts: a file, the files it uses, each once; their statements in order.
   A file that uses itself is an error that shows the way. */
#include "runtime/session/internal.h"

#include "runtime/diag/source_file.h"
#include "runtime/module/find.h"

#include <stdlib.h>
#include <string.h>

static void report(Session *s, Span span, const char *path, const char *why)
{
    if (span.file == UINT32_MAX)
        diag_error_at_large(&s->sink, DIAG_FILE, "cannot read `%s`: %s", path, why);
    else
        diag_error(&s->sink, DIAG_FILE, span, "cannot read `%s`: %s", path, why);
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
        module_report_missing(&s->sink, &path, name, &words->span);
        steps->is_blind = true;
        return false;
    }
    if (module.file) {
        Place own = {folder_of(s, module.file), module.root};
        return load_file(s, module.file, &own, words->span, steps);
    }
    const char *shown = module_shown(s->arena, name);
    Used used = {shown, shown, module.text, place, words->span};
    return load_used(s, &used, steps);
}

static bool load_use(Session *s, const AstStmt *stmt, Place place, Steps *steps)
{
    if (stmt->as.use.module.count) {
        size_t first = source_texts_count(s->texts);
        bool ok = load_module(s, &stmt->as.use.module, place, steps);
        source_texts_set_module(s->texts, first);
        return ok;
    }
    if (person_refuses(s, stmt->as.use.file.span, "another file"))
        return false;
    const char *path = load_path(s, place.folder, stmt->as.use.file.text);
    return load_file(s, path, NULL, stmt->as.use.file.span, steps);
}

bool load_script(Session *s, const SourceText *text, ParseMode mode, Place place,
                 Steps *steps)
{
    ParseResult parsed = parse_text(text, mode, s->arena, &s->sink);
    bool ok = parsed.status == PARSE_OK;
    size_t first = steps->count;
    for (uint32_t i = 0; i < parsed.script->stmts.count; i++) {
        const AstStmt *stmt = parsed.script->stmts.item[i];
        if (stmt->kind == AST_STMT_USE) {
            ok &= load_use(s, stmt, place, steps);
            continue;
        }
        if (stmt->kind == AST_STMT_REQUIRE)
            ARENA_PUSH(s->arena, s->model.required, s->model.n_required,
                       s->model.cap_required, stmt->as.require.name);
        Step step = {stmt, place.folder, false};
        ARENA_PUSH(s->arena, steps->item, steps->count, steps->cap, step);
    }
    broken_add_lost(s, steps, first, parsed.script);
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
    const char *why;
    if (used->held)
        return source_texts_add(s->texts, used->name, used->held->text,
                                used->held->len);
    const SourceText *text = source_file_read(s->texts, used->name, &why);
    if (!text)
        report(s, used->span, used->name, why);
    return text;
}

static bool load_used(Session *s, const Used *used, Steps *steps)
{
    if (is_cycle(s, used))
        return false;
    if (is_loaded(s, used->key))
        return true;
    if (s->n_reading == USE_DEPTH_MAX) {
        report(s, used->span, used->name, "too many files use each other");
        steps->is_blind = true;
        return false;
    }
    const SourceText *text = read_used(s, used);
    s->reading[s->n_reading++] = used->key;
    steps->is_blind |= !text;
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
