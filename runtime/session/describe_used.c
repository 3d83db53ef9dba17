/* What else there is to say of a name: the comment on its definition, and which
   definitions mention it. Names are compared, so a name that means a column where it
   stands does not count there. */
#include "runtime/session/describe.h"

#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/module/doc.h"

#include <string.h>

enum { INDENT = 2 };

/* --- comments --- */

/* rfm(period, best = 10) begins with its name. */
static bool is_entry(const DocEntry *entry, AstStmtKind kind, const char *name)
{
    size_t len = strcspn(entry->written, "(");
    return entry->note && entry->kind == kind &&
           ascii_equal_n(entry->written, len, name);
}

void describe_add_note(StrBuf *sb, const SourceTexts *texts, Described what)
{
    Span span = what.span;
    if (!texts || span.file == UINT32_MAX)
        return;
    Arena *arena = arena_new();
    Doc doc;
    DiagSink sink;
    const SourceText *text = source_texts_get(texts, span.file);
    diag_sink_init(&sink, arena, NULL);
    bool ok = text && doc_read(&doc, text->name, text, arena, &sink);
    for (size_t i = 0; ok && i < doc.count; i++) {
        if (!is_entry(&doc.entry[i], what.kind, what.name))
            continue;
        const char *line = doc.entry[i].note;
        while (*line) {
            size_t len = strcspn(line, "\n");
            strbuf_addn(sb, ' ', len ? INDENT : 0);
            utf8_add_visible(sb, line, len);
            strbuf_addc(sb, '\n');
            line += len + (line[len] == '\n');
        }
        break;
    }
    arena_free(arena);
}

/* --- mentions --- */

typedef struct {
    const char *name;
    bool found;
} Search;

static void meet_name(void *data, const AstName *name)
{
    Search *search = data;
    search->found |= ascii_same(name->text, search->name);
}

static bool is_column(const Source *source, const char *name)
{
    return source && source_find_column(source, name) >= 0;
}

static bool expr_mentions(const AstExpr *expr, const char *name)
{
    Search search = {.name = name};
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &search, .name = meet_name});
    if (expr)
        ast_walk_expr(&visitor, expr);
    return search.found;
}

bool describe_mentions(const AstStmt *report, const char *name)
{
    Search search = {.name = name};
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &search, .name = meet_name});
    const AstReport *r = report->as.report;
    for (uint32_t i = 0; i < r->params.count; i++) {
        if (r->params.item[i].value)
            ast_walk_expr(&visitor, r->params.item[i].value);
    }
    for (uint32_t i = 0; i < r->body.count; i++)
        ast_walk_stmt(&visitor, r->body.item[i]);
    return search.found;
}

typedef struct {
    StrBuf *sb;
    const char *what; /* that is listed: measures */
    size_t n;
} List;

static void add(List *list, const char *name)
{
    strbuf_addf(list->sb, "%*s%s", list->n ? 0 : INDENT, "",
                list->n ? ", " : "used by ");
    if (!list->n)
        strbuf_addf(list->sb, "%s ", list->what);
    utf8_add_visible(list->sb, name, strlen(name));
    list->n++;
}

static void end(List *list)
{
    if (list->n)
        strbuf_addc(list->sb, '\n');
}

static void try_measure(List *list, const Measure *m, const char *name)
{
    if (m->ast && !ascii_same(m->name, name) && !is_column(m->source, name) &&
        (expr_mentions(m->ast->value, name) || expr_mentions(m->ast->where, name)))
        add(list, m->name);
}

static void try_dim(List *list, const Dim *dim, const char *name)
{
    if (dim->ast && dim->ast->value && !ascii_same(dim->name, name) &&
        !is_column(dim->source, name) && expr_mentions(dim->ast->value, name))
        add(list, dim->name);
}

static void add_measures(StrBuf *sb, const Model *model, const char *name)
{
    List list = {sb, "measures", 0};
    for (size_t i = 0; i < model->n_source; i++) {
        for (size_t k = 0; k < model->source[i]->n_measure; k++)
            try_measure(&list, model->source[i]->measure[k], name);
    }
    for (size_t i = 0; i < model->n_measure; i++)
        try_measure(&list, model->measure[i], name);
    end(&list);
}

static void add_dims(StrBuf *sb, const Model *model, const char *name)
{
    List list = {sb, "dimensions", 0};
    for (size_t i = 0; i < model->n_source; i++) {
        for (size_t k = 0; k < model->source[i]->n_dim; k++)
            try_dim(&list, model->source[i]->dim[k], name);
    }
    for (size_t i = 0; i < model->n_dim; i++)
        try_dim(&list, model->dim[i], name);
    end(&list);
}

/* Those that measure it. */
static void add_indicators(StrBuf *sb, const Steering *steering, const char *name)
{
    List list = {sb, "indicators", 0};
    for (size_t i = 0; i < steering->n_indicator; i++) {
        const Indicator *one = steering->indicator[i];
        if (steering_indicator(steering, one->head.name) == one &&
            expr_mentions(one->measure, name))
            add(&list, one->head.name);
    }
    end(&list);
}

void describe_add_used(StrBuf *sb, const Model *model, const char *name)
{
    add_measures(sb, model, name);
    add_dims(sb, model, name);
    List list = {sb, "reports", 0};
    for (size_t i = 0; i < model->n_report; i++) {
        const NamedAst *report = &model->report[i];
        if (!ascii_same(report->name, name) && describe_mentions(report->ast, name))
            add(&list, report->name);
    }
    end(&list);
    add_indicators(sb, &model->steering, name);
}
