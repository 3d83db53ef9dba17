/* Messages about a name that does not lead anywhere from the rows of a source: is it
   known elsewhere, is it a column that nobody declared, what is near it. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"

const char *path_text(Arena *arena, const AstPath *path)
{
    const char *text = path->item[0].text;
    for (uint32_t i = 1; i < path->count; i++)
        text = arena_printf(arena, "%s.%s", text, path->item[i].text);
    return text;
}

void suggest_measures(Suggest *suggest, const Model *model)
{
    for (size_t i = 0; i < model->n_measure; i++)
        suggest_offer(suggest, model->measure[i]->name);
    for (size_t i = 0; i < model->n_source; i++) {
        for (size_t k = 0; k < model->source[i]->n_measure; k++)
            suggest_offer(suggest, model->source[i]->measure[k]->name);
    }
}

void suggest_dimensions(Suggest *suggest, const Model *model)
{
    for (size_t i = 0; i < model->n_dim; i++)
        suggest_offer(suggest, model->dim[i]->name);
    for (size_t i = 0; i < model->n_source; i++) {
        for (size_t k = 0; k < model->source[i]->n_dim; k++)
            suggest_offer(suggest, model->source[i]->dim[k]->name);
    }
}

const char *key_example(const Source *source, bool itself)
{
    if (itself && source && source->entity)
        return source->entity->name;
    for (size_t i = 0; source && i < source->n_join; i++) {
        const Source *target = source->join[i]->target;
        if (target && target->entity)
            return target->entity->name;
    }
    return "K";
}

static void report_measure(const RowScope *scope, AstName name)
{
    DiagSink *sink = scope->r->sink;
    const char *key = key_example(scope->source, true);
    Diag *d = diag_error(sink, DIAG_MEASURE_IN_ROW, name.span,
                         "`%s` is a measure; a row of `%s` has no such value",
                         name.text, scope->source->name);
    if (scope->with_columns)
        diag_help(
            sink, d,
            "it adds rows up already; conditions on lines go into `having`, and a "
            "value per key is `%s per %s`",
            name.text, key);
    else
        diag_help(sink, d,
                  "conditions on measures go into `having`, or name whose "
                  "value it is: `%s per %s`",
                  name.text, key);
}

static const Source *source_with_dim(const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_source; i++) {
        if (!source_is_system(model->source[i]) &&
            source_find_dim(model->source[i], name))
            return model->source[i];
    }
    return NULL;
}

static const Source *source_with_column(const RowScope *scope, const char *name)
{
    const Model *model = scope->r->model;
    if (source_find_column(scope->source, name) >= 0)
        return scope->source;
    for (size_t i = 0; i < model->n_source; i++) {
        if (source_find_column(model->source[i], name) >= 0)
            return model->source[i];
    }
    return NULL;
}

enum { NAMES_SAID = 8 };

static const char *and_name(Arena *arena, const char *text, const char *name)
{
    return text ? arena_printf(arena, "%s, `%s`", text, name)
                : arena_printf(arena, "`%s`", name);
}

/* "`a`, `b`, ...": its dimensions and times, a few; NULL: it has none. */
static const char *names_text(Arena *arena, const Source *source)
{
    const char *text = NULL;
    size_t left = NAMES_SAID;
    for (size_t i = 0; i < source->n_axis && left; i++) {
        if (!source->axis[i]->name)
            continue;
        text = and_name(arena, text, source->axis[i]->name);
        left--;
    }
    for (size_t i = 0; i < source->n_dim && left; i++, left--)
        text = and_name(arena, text, source->dim[i]->name);
    return text && !left ? arena_printf(arena, "%s ...", text) : text;
}

/* "`a`, `b`, ...": the columns of an answer, which nobody declares; NULL: it is none.
 */
static const char *columns_text(Arena *arena, const Source *source)
{
    const char *text = NULL;
    OriginKind kind = source->origin.kind;
    for (size_t i = 0; i < source->n_column && i < NAMES_SAID; i++)
        text = and_name(arena, text, source->column[i].name);
    if (kind != ORIGIN_QUESTION && kind != ORIGIN_SYSTEM)
        return NULL;
    return source->n_column > NAMES_SAID ? arena_printf(arena, "%s ...", text) : text;
}

enum { JOINS_MOST = 8 };

static bool leads_to(const Source *source, const Source *other, int joins)
{
    bool found = source == other;
    for (size_t i = 0; i < source->n_join && joins && !found; i++) {
        const Source *target = source->join[i]->target;
        found = target && leads_to(target, other, joins - 1);
    }
    return found;
}

bool source_leads_to(const Source *source, const Source *other)
{
    return leads_to(source, other, JOINS_MOST);
}

static void help_name(const RowScope *scope, Diag *d, AstName name)
{
    Arena *arena = scope->r->arena;
    const char *names = scope->with_columns ? columns_text(arena, scope->source)
                                            : names_text(arena, scope->source);
    DiagSink *sink = scope->r->sink;
    Suggest suggest;
    if (!d->message)
        return; /* one of too many */
    suggest_init(&suggest, name.text);
    reach_suggest(scope, &suggest);
    const Source *source = source_with_column(scope, name.text);
    if (ascii_same(name.text, "null") || ascii_same(name.text, "none"))
        diag_help(sink, d, "an empty value is found by `is empty`");
    else if (suggest.count)
        diag_help(sink, d, "did you mean `%s`?", suggest.found[0]);
    else if (source && !(scope->with_columns && source == scope->source) &&
             source_leads_to(scope->source, source))
        diag_help(sink, d,
                  "`%s` has a column of that name; declare it there: `dimension %s`",
                  source->name, name.text);
    else if (names)
        diag_help(sink, d, "`%s` has %s", scope->source->name, names);
}

static const Source *source_with_axis(const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_source; i++) {
        if (!source_is_system(model->source[i]) &&
            source_find_axis(model->source[i], name))
            return model->source[i];
    }
    return NULL;
}

/* A time of other rows: month(ordered) beside a measure that has none. */
static bool report_axis(const RowScope *scope, AstName name)
{
    const Source *owner = source_with_axis(scope->r->model, name.text);
    if (!owner || owner == scope->source)
        return false;
    Diag *d = diag_error(scope->r->sink, DIAG_UNREACHABLE, name.span,
                         "`%s` has no time `%s`; it belongs to `%s`",
                         scope->source->name, name.text, owner->name);
    if (scope->with_columns)
        diag_help(scope->r->sink, d,
                  "what adds it up is a measure of `%s`: `measure m = max(%s)` there",
                  owner->name, name.text);
    else
        diag_help(scope->r->sink, d,
                  "a unit alone takes each measure's own time: `by year`");
    return true;
}

static void report_name(const RowScope *scope, AstName name)
{
    DiagSink *sink = scope->r->sink;
    const char *here = scope->source->name;
    const Source *owner = source_with_dim(scope->r->model, name.text);
    if (owner && owner != scope->source) {
        const char *kept = kept_by(scope->r, scope->source);
        Diag *d =
            diag_error(sink, DIAG_UNREACHABLE, name.span, "`%s` has no `%s`%s%s", here,
                       name.text, kept ? "; it is kept per " : "", kept ? kept : "");
        diag_help(sink, d, "it belongs to `%s`, and no join of `%s` leads there",
                  owner->name, here);
        return;
    }
    if (report_axis(scope, name))
        return;
    Diag *d = scope->with_columns
                  ? diag_error(sink, DIAG_UNKNOWN_COLUMN, name.span,
                               "`%s` has no column or dimension `%s`", here, name.text)
                  : diag_error(sink, DIAG_UNKNOWN_NAME, name.span,
                               "there is no dimension `%s`", name.text);
    help_name(scope, d, name);
}

/* "`a`, `b`": the roles that rows of the source and of those it joins have; NULL: none.
 */
static const char *roles_text(Arena *arena, const Source *source, const char *text,
                              unsigned levels)
{
    for (size_t i = 0; i < source->n_join; i++) {
        const Join *join = source->join[i];
        text = and_name(arena, text, join->role);
        if (levels && join->target && join->target != source)
            text = roles_text(arena, join->target, text, levels - 1);
    }
    return text;
}

/* A role of other rows. */
static bool report_role(const RowScope *scope, AstName head)
{
    const Model *model = scope->r->model;
    const Source *owner = NULL;
    for (size_t i = 0; i < model->n_source && !owner; i++) {
        if (model->source[i] != scope->source &&
            source_find_join(model->source[i], head.text))
            owner = model->source[i];
    }
    if (!owner)
        return false;
    const char *roles = roles_text(scope->r->arena, scope->source, NULL, 1);
    Diag *d = diag_error(scope->r->sink, DIAG_UNREACHABLE, head.span,
                         "`%s` has no role `%s`; it belongs to `%s`",
                         scope->source->name, head.text, owner->name);
    if (roles)
        diag_help(scope->r->sink, d, "`%s` has %s", scope->source->name, roles);
    else
        diag_help(scope->r->sink, d, "`%s` has no joins", scope->source->name);
    return true;
}

static void report_head(const RowScope *scope, AstName head)
{
    const Model *model = scope->r->model;
    DiagSink *sink = scope->r->sink;
    Suggest suggest;
    if (report_role(scope, head))
        return;
    suggest_init(&suggest, head.text);
    for (size_t i = 0; i < scope->source->n_join; i++)
        suggest_offer(&suggest, scope->source->join[i]->role);
    for (size_t i = 0; i < model->n_source; i++)
        suggest_offer(&suggest, model->source[i]->name);
    Diag *d = diag_error(sink, DIAG_UNKNOWN_SOURCE, head.span,
                         "there is no source and no role `%s`", head.text);
    if (suggest.count)
        diag_help(sink, d, "did you mean `%s`?", suggest.found[0]);
}

static bool has_part(const Source *source, const char *name)
{
    return source_find_dim(source, name) || source_find_axis(source, name) ||
           source_find_column(source, name) >= 0;
}

static void report_part(const RowScope *scope, const Source *source, AstName part)
{
    DiagSink *sink = scope->r->sink;
    Suggest suggest;
    suggest_init(&suggest, part.text);
    for (size_t i = 0; i < source->n_dim; i++)
        suggest_offer(&suggest, source->dim[i]->name);
    for (size_t i = 0; i < source->n_column; i++)
        suggest_offer(&suggest, source->column[i].name);
    Diag *d =
        diag_error(sink, DIAG_UNKNOWN_COLUMN, part.span,
                   "`%s` has no column or dimension `%s`", source->name, part.text);
    if (suggest.count)
        diag_help(sink, d, "did you mean `%s`?", suggest.found[0]);
}

static void report_path(const RowScope *scope, const AstPath *path)
{
    DiagSink *sink = scope->r->sink;
    AstName head = path->item[0], part = path->item[path->count - 1];
    const Join *join = source_find_join(scope->source, head.text);
    const Source *source =
        join ? join->target : model_find_source(scope->r->model, head.text);
    if (!source && !source_with_dim(scope->r->model, head.text)) {
        report_head(scope, head);
        return;
    }
    if (source && path->count == 2 && !has_part(source, part.text)) {
        report_part(scope, source, part);
        return;
    }
    Diag *d = diag_error(sink, DIAG_UNREACHABLE, path->span, "`%s` has no `%s`",
                         scope->source->name, path_text(scope->r->arena, path));
    diag_help(sink, d, "no join of `%s` leads to `%s`", scope->source->name, head.text);
}

void report_unknown_in_rows(const RowScope *scope, const AstPath *path)
{
    if (path->count > 1)
        report_path(scope, path);
    else if (model_find_measure(scope->r->model, path->item[0].text))
        report_measure(scope, path->item[0]);
    else
        report_name(scope, path->item[0]);
}
