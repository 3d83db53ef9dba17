/* Prints the model: lists of names with their types and titles, and single names with
   the text of their definition. */
#include "runtime/session/describe.h"

#include "runtime/base/arena.h"
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/base/utf8.h"
#include "runtime/plan/plan.h"
#include "runtime/resolve/resolve.h"

#include <string.h>

typedef struct {
    StrBuf *sb;
    const Model *model;
    Arena *arena;
    const SourceTexts *texts;
    size_t width;
    size_t name_cells, type_cells; /* of the list being printed */
} Describe;

enum { INDENT = 2, GAP = 2, NAME_CELLS_MAX = 32 };

static const char *measure_type(const Describe *d, const Measure *m)
{
    if (m->has_type || m->state == RESOLVE_DONE)
        return type_text(d->arena, m->type);
    return "";
}

static const char *dim_type(const Describe *d, const Dim *dim)
{
    if (dim->kind == DIM_ENTITY)
        return "entity";
    if (dim->state == RESOLVE_DONE)
        return type_text(d->arena, dim->type);
    return "";
}

static void widen(size_t *cells, const char *text)
{
    size_t own = utf8_width(text, strlen(text));
    if (own > *cells)
        *cells = own < NAME_CELLS_MAX ? own : NAME_CELLS_MAX;
}

static void pad(StrBuf *sb, const char *text, size_t cells)
{
    size_t own = utf8_width(text, strlen(text));
    utf8_add_visible(sb, text, strlen(text));
    strbuf_addn(sb, ' ', (own < cells ? cells - own : 0) + GAP);
}

static void end_line(StrBuf *sb)
{
    while (sb->len && sb->text[sb->len - 1] == ' ')
        strbuf_truncate(sb, sb->len - 1);
    strbuf_addc(sb, '\n');
}

static void add_item(Describe *d, const char *name, const char *type, const char *title)
{
    strbuf_addn(d->sb, ' ', 2 * INDENT);
    pad(d->sb, name, d->name_cells);
    pad(d->sb, type, d->type_cells);
    if (title) {
        size_t used = 2 * INDENT + d->name_cells + d->type_cells + 2 * GAP;
        size_t room = d->width > used + 8 ? d->width - used : 0;
        size_t len = strlen(title);
        utf8_add_visible(d->sb, title, room ? utf8_fit(title, len, room) : len);
    }
    end_line(d->sb);
}

static void add_heading(Describe *d, const char *text)
{
    strbuf_addf(d->sb, "%*s%s\n", INDENT, "", text);
}

static void add_measures(Describe *d, Measure *const *measure, size_t n)
{
    d->name_cells = d->type_cells = 0;
    for (size_t i = 0; i < n; i++) {
        widen(&d->name_cells, measure[i]->name);
        widen(&d->type_cells, measure_type(d, measure[i]));
    }
    if (n)
        add_heading(d, "measures");
    for (size_t i = 0; i < n; i++)
        add_item(d, measure[i]->name, measure_type(d, measure[i]), measure[i]->title);
}

static void add_dims(Describe *d, Dim *const *dim, size_t n, const Dim *entity)
{
    d->name_cells = d->type_cells = 0;
    for (size_t i = 0; i < n; i++) {
        widen(&d->name_cells, dim[i]->name);
        widen(&d->type_cells, dim_type(d, dim[i]));
    }
    if (entity) {
        widen(&d->name_cells, entity->name);
        widen(&d->type_cells, "entity");
    }
    if (n || entity)
        add_heading(d, "dimensions");
    if (entity)
        add_item(d, entity->name, "entity", entity->title);
    for (size_t i = 0; i < n; i++) {
        if (dim[i] != entity)
            add_item(d, dim[i]->name, dim_type(d, dim[i]), dim[i]->title);
    }
}

static void add_unit(Describe *d, PeriodUnit unit)
{
    const char *calendar = model_calendar_name(d->model, unit);
    strbuf_addf(d->sb, ", by %s%s%s", calendar ? calendar : "", calendar ? " " : "",
                calendar_unit_name(unit));
}

static void add_axes(Describe *d, const Source *s)
{
    if (!s->n_axis)
        return;
    add_heading(d, "time");
    for (size_t i = 0; i < s->n_axis; i++) {
        const Axis *axis = s->axis[i];
        strbuf_addn(d->sb, ' ', 2 * INDENT);
        utf8_add_visible(d->sb, axis->name, strlen(axis->name));
        if (axis->has_unit)
            add_unit(d, axis->unit);
        strbuf_adds(d->sb, i == 0 && s->n_axis > 1 ? " (the default)\n" : "\n");
    }
}

/* Of a source in which nothing is declared. */
static void add_columns(Describe *d, const Source *s)
{
    d->name_cells = d->type_cells = 0;
    for (size_t i = 0; i < s->n_column; i++)
        widen(&d->name_cells, s->column[i].name);
    add_heading(d, "columns");
    for (size_t i = 0; i < s->n_column; i++)
        add_item(d, s->column[i].name, type_text(d->arena, s->column[i].type), NULL);
}

static void add_joins(Describe *d, const Source *s)
{
    if (!s->n_join)
        return;
    add_heading(d, "joins");
    for (size_t i = 0; i < s->n_join; i++) {
        const Join *join = s->join[i];
        strbuf_addn(d->sb, ' ', 2 * INDENT);
        utf8_add_visible(d->sb, join->target->name, strlen(join->target->name));
        if (join->is_role) {
            strbuf_adds(d->sb, " as ");
            utf8_add_visible(d->sb, join->role, strlen(join->role));
        }
        strbuf_addc(d->sb, '\n');
    }
}

void describe_add_title(StrBuf *sb, const char *kind, const char *name,
                        const char *title)
{
    strbuf_adds(sb, kind);
    strbuf_addc(sb, ' ');
    utf8_add_visible(sb, name, strlen(name));
    if (title) {
        strbuf_adds(sb, ": ");
        utf8_add_visible(sb, title, strlen(title));
    }
    strbuf_addc(sb, '\n');
}

static void add_source(Describe *d, const Source *s)
{
    describe_add_title(d->sb, "source", s->name, s->title);
    if (source_is_system(s))
        add_columns(d, s);
    add_measures(d, s->measure, s->n_measure);
    add_dims(d, s->dim, s->n_dim, s->entity);
    add_axes(d, s);
    add_joins(d, s);
}

void describe_model(StrBuf *sb, const Model *model, unsigned width)
{
    Describe d = {.sb = sb, .model = model, .arena = arena_new(), .width = width};
    if (model->store)
        describe_add_title(sb, "store", model->store, NULL);
    for (size_t i = 0; i < model->n_source; i++)
        add_source(&d, model->source[i]);
    if (model->n_measure || model->n_dim)
        strbuf_adds(sb, "over all sources\n");
    add_measures(&d, model->measure, model->n_measure);
    add_dims(&d, model->dim, model->n_dim, NULL);
    if (model->n_report)
        strbuf_adds(sb, "reports\n");
    for (size_t i = 0; i < model->n_report; i++) {
        add_heading(&d, model->report[i].name);
    }
    if (!model->n_source && !model->n_measure)
        strbuf_adds(sb, "Nothing is defined yet: `include FILE` reads a model, "
                        "`help source` says how one is written.\n");
    arena_free(d.arena);
}

void describe_add_text(StrBuf *sb, const SourceTexts *texts, Span span, size_t indent)
{
    const SourceText *text = NULL;
    if (texts && span.file != UINT32_MAX)
        text = source_texts_get(texts, span.file);
    if (!text || span.begin >= span.end || span.end > text->len)
        return;
    size_t line = span.begin;
    while (line > 0 && text->text[line - 1] != '\n')
        line--;
    size_t before = line;
    while (text->text[before] == ' ')
        before++;
    before -= line;
    for (size_t at = span.begin; at < span.end;) {
        const char *end = memchr(text->text + at, '\n', span.end - at);
        size_t n = end ? (size_t)(end - (text->text + at)) : span.end - at;
        size_t blank = 0;
        while (at != span.begin && blank < before && blank < n &&
               text->text[at + blank] == ' ')
            blank++;
        strbuf_addn(sb, ' ', indent);
        utf8_add_visible(sb, text->text + at + blank, n - blank);
        end_line(sb);
        at += n + 1;
    }
}

static void add_definition(Describe *d, Span span)
{
    describe_add_text(d->sb, d->texts, span, INDENT);
}

static void add_where_from(Describe *d, const Source *source, const char *type)
{
    strbuf_addn(d->sb, ' ', INDENT);
    if (type[0])
        strbuf_addf(d->sb, "%s%s", type, source ? ", " : "");
    if (source) {
        strbuf_adds(d->sb, "of source ");
        utf8_add_visible(d->sb, source->name, strlen(source->name));
    }
    if (type[0] || source)
        strbuf_addc(d->sb, '\n');
    else
        strbuf_truncate(d->sb, d->sb->len - INDENT);
}

void describe_add_place(StrBuf *sb, const SourceTexts *texts, Span span)
{
    const SourceText *text = NULL;
    unsigned line, column;
    if (texts && span.file != UINT32_MAX)
        text = source_texts_get(texts, span.file);
    if (!text || !text->name[0])
        return;
    source_text_place(text, span.begin, &line, &column);
    strbuf_addf(sb, "%*sin ", INDENT, "");
    utf8_add_visible(sb, text->name, strlen(text->name));
    strbuf_addf(sb, ":%u\n", line);
}

/* What is said of the definition, who mentions it, and where it stands. */
static void add_uses(Describe *d, AstStmtKind kind, const char *name, Span span)
{
    describe_add_note(d->sb, d->texts, (Described){kind, name, span});
    describe_add_used(d->sb, d->model, name);
    describe_add_place(d->sb, d->texts, span);
}

const char *describe_adding(Additivity add)
{
    static const char *const text[] = {
        [ADD_FLOW] = "added up over everything",
        [ADD_STOCK] = "added up over everything but time",
        [ADD_DISTINCT] = "counted anew from the rows on each level, never added up",
        [ADD_RATIO] = "computed anew from its parts on each level, never added up",
    };
    return text[add];
}

static void add_kind(Describe *d, const Measure *m)
{
    if (m->state == RESOLVE_DONE)
        strbuf_addf(d->sb, "%*s%s\n", INDENT, "", describe_adding(m->type.add));
}

static void add_filter(Describe *d, const Source *source)
{
    if (!source || !source->filter)
        return;
    strbuf_addf(d->sb, "%*srows of ", INDENT, "");
    utf8_add_visible(d->sb, source->name, strlen(source->name));
    strbuf_adds(d->sb, " are those where ");
    plan_print_expr(d->sb, source->filter);
    strbuf_addc(d->sb, '\n');
}

/* The time that the measure is read on. */
static void add_axis(Describe *d, const Measure *m)
{
    if (!m->source || !m->ast)
        return;
    if (m->ast->stock.kind != AST_STOCK_NONE)
        strbuf_addf(d->sb, "%*sread at the end of a period\n", INDENT, "");
    if (!m->source->n_axis || m->ast->stock.kind != AST_STOCK_NONE)
        return;
    const AstPath *on = &m->ast->axis;
    strbuf_addf(d->sb, "%*son %s\n", INDENT, "",
                on->count ? on->item[on->count - 1].text : m->source->axis[0]->name);
}

enum { WAY_JOINS_MAX = 8, WAYS_MAX = 4 };

typedef struct {
    Describe *d;
    const Source *from, *to;
    const Join *join[WAY_JOINS_MAX];
    size_t n_join, n_way;
} Ways;

static void add_way(Ways *w)
{
    StrBuf *sb = w->d->sb;
    if (w->n_way++ >= WAYS_MAX)
        return;
    strbuf_addf(sb, "%*sfrom %s by ", INDENT, "", w->from->name);
    for (size_t i = 0; i < w->n_join; i++)
        strbuf_addf(sb, "%s%s", i ? ", " : "", w->join[i]->role);
    strbuf_addc(sb, '\n');
}

static void find_ways(Ways *w, const Source *at)
{
    if (at == w->to && w->n_join) {
        add_way(w);
        return;
    }
    for (size_t i = 0; i < at->n_join && w->n_join < WAY_JOINS_MAX; i++) {
        bool seen = at->join[i]->target == w->from;
        for (size_t k = 0; k < w->n_join; k++)
            seen |= w->join[k]->target == at->join[i]->target;
        if (seen || !at->join[i]->target)
            continue;
        w->join[w->n_join++] = at->join[i];
        find_ways(w, at->join[i]->target);
        w->n_join--;
    }
}

/* Which sources reach the rows of `to`, and by which joins. */
static void add_ways(Describe *d, const Model *model, const Source *to)
{
    for (size_t i = 0; to && i < model->n_source; i++) {
        Ways ways = {.d = d, .from = model->source[i], .to = to};
        if (model->source[i] != to)
            find_ways(&ways, model->source[i]);
    }
}

static bool add_measure(Describe *d, const Model *model, const char *name)
{
    const Measure *m = model_find_measure(model, name);
    if (!m)
        return false;
    describe_add_title(d->sb, "measure", m->name, m->title);
    add_where_from(d, m->source, measure_type(d, m));
    if (m->ast)
        add_definition(d, m->ast->span);
    add_kind(d, m);
    add_axis(d, m);
    add_filter(d, m->source);
    add_uses(d, AST_STMT_MEASURE, m->name, m->span);
    return true;
}

static void add_dim(Describe *d, const Model *model, const Dim *dim)
{
    describe_add_title(d->sb, "dimension", dim->name, dim->title);
    add_where_from(d, dim->source, dim_type(d, dim));
    if (dim->ast)
        add_definition(d, dim->ast->span);
    add_ways(d, model, dim->source);
    add_uses(d, AST_STMT_DIMENSION, dim->name, dim->span);
}

static bool add_any_dim(Describe *d, const Model *model, const char *name)
{
    const Dim *dim = model_find_dim(model, name);
    bool found = dim != NULL;
    if (dim)
        add_dim(d, model, dim);
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *s = model->source[i];
        dim = source_find_dim(s, name);
        if (dim)
            add_dim(d, model, dim);
        const Axis *axis = source_find_axis(s, name);
        if (axis) {
            describe_add_title(d->sb, "time", axis->name, NULL);
            add_where_from(d, s, "");
            if (axis->ast)
                add_definition(d, axis->ast->span);
            describe_add_place(d->sb, d->texts, axis->span);
        }
        found = found || dim || axis;
    }
    return found;
}

static bool add_report(Describe *d, const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_report; i++) {
        if (ascii_casecmp(model->report[i].name, name) != 0)
            continue;
        const AstStmt *report = model->report[i].ast;
        describe_add_title(d->sb, "report", model->report[i].name,
                           report->as.report->title.text);
        add_definition(d, report->span);
        describe_add_report_use(d->sb, model, name);
        add_uses(d, AST_STMT_REPORT, model->report[i].name, report->span);
        return true;
    }
    return false;
}

static bool add_function(Describe *d, const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_function; i++) {
        if (ascii_casecmp(model->function[i].name, name) != 0)
            continue;
        describe_add_title(d->sb, "function", model->function[i].name, NULL);
        add_definition(d, model->function[i].ast->span);
        add_uses(d, AST_STMT_LET_FUNCTION, model->function[i].name,
                 model->function[i].ast->span);
        return true;
    }
    return false;
}

static void offer_near(void *self, const char *name, const char *title,
                       DescribeKind kind)
{
    (void)title;
    (void)kind;
    suggest_offer(self, name);
}

static void offer_named(void *self, const char *name)
{
    suggest_offer(self, name);
}

static void add_unknown(StrBuf *sb, const Model *model, const char *name)
{
    Suggest near;
    suggest_init(&near, name);
    describe_names(model, offer_near, &near);
    for (size_t i = 0; i < model->n_report; i++)
        suggest_offer(&near, model->report[i].name);
    describe_steering_names(model, offer_named, &near);
    strbuf_adds(sb, "the model has no `");
    utf8_add_visible(sb, name, strlen(name));
    strbuf_addc(sb, '`');
    for (size_t i = 0; i < near.count; i++)
        strbuf_addf(sb, "%s`%s`", i ? " or " : "; did you mean ", near.found[i]);
    strbuf_adds(sb, near.count ? "?\n" : "\n");
}

bool describe_name(StrBuf *sb, const Model *model, const SourceTexts *texts,
                   const char *name, unsigned width)
{
    Describe d = {
        .sb = sb, .model = model, .arena = arena_new(), .texts = texts, .width = width};
    const Source *source = model_find_source(model, name);
    if (source) {
        add_source(&d, source);
        add_filter(&d, source);
        if (!source_is_system(source))
            describe_add_place(sb, texts, source->span);
    }
    bool found = source != NULL;
    found |= add_measure(&d, model, name);
    found |= add_any_dim(&d, model, name);
    found |= add_report(&d, model, name);
    found |= add_function(&d, model, name);
    found |= describe_add_steering(sb, model, texts, name);
    if (!found)
        add_unknown(sb, model, name);
    arena_free(d.arena);
    return found;
}

static void offer_source(const Source *s, DescribeOffer *offer, void *self)
{
    offer(self, s->name, s->title, DESCRIBE_SOURCE);
    for (size_t i = 0; i < s->n_measure; i++)
        offer(self, s->measure[i]->name, s->measure[i]->title, DESCRIBE_MEASURE);
    if (s->entity)
        offer(self, s->entity->name, s->entity->title, DESCRIBE_DIMENSION);
    for (size_t i = 0; i < s->n_dim; i++) {
        if (s->dim[i] != s->entity)
            offer(self, s->dim[i]->name, s->dim[i]->title, DESCRIBE_DIMENSION);
    }
    for (size_t i = 0; i < s->n_axis; i++)
        offer(self, s->axis[i]->name, NULL, DESCRIBE_DIMENSION);
    for (size_t i = 0; i < s->n_join; i++) {
        if (s->join[i]->is_role)
            offer(self, s->join[i]->role, NULL, DESCRIBE_DIMENSION);
    }
}

void describe_names(const Model *model, DescribeOffer *offer, void *self)
{
    for (size_t i = 0; i < model->n_measure; i++)
        offer(self, model->measure[i]->name, model->measure[i]->title,
              DESCRIBE_MEASURE);
    for (size_t i = 0; i < model->n_dim; i++)
        offer(self, model->dim[i]->name, model->dim[i]->title, DESCRIBE_DIMENSION);
    for (size_t i = 0; i < model->n_source; i++)
        offer_source(model->source[i], offer, self);
}
