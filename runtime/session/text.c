/* Texts and titles: values in them print as in a table, names as they are written. */
#include "runtime/algebra/format.h"
#include "runtime/base/ascii.h"
#include "runtime/session/driver.h"
#include "runtime/session/internal.h"

/* A whole number is not grouped: {$year} is 2025. */
static void add_constant(Session *s, StrBuf *sb, Type type, Value value)
{
    const char *name = s->settings.locale;
    FormatStyle style = {.locale = name ? locale_find(name) : locale_default()};
    if (type.kind == VALUE_NUMBER && type.unit.kind == UNIT_NONE && !value.empty)
        format_key(sb, &style, type, value);
    else
        format_value(sb, &style, type, value);
}

/* The value that is meant: a parameter's may be another parameter. */
static const AstExpr *meant(const Resolver *r, const AstExpr *ast)
{
    while (ast->kind == AST_EXPR_PARAMETER) {
        const Variable *var = resolve_find_variable(r, ast->as.parameter.text);
        if (!var || !var->value || var->value == ast)
            break;
        ast = var->value;
    }
    return ast;
}

static bool is_constant(Resolver *r, const AstExpr *ast)
{
    Type type;
    Value value;
    DiagHush hush = diag_hush(r->sink);
    bool ok = resolve_constant(r, ast, &type, &value);
    diag_unhush(r->sink, hush);
    return ok;
}

/* The name of a dimension or measure that was given for a parameter. */
static void add_written(Session *s, StrBuf *sb, const AstExpr *ast)
{
    if (ast->kind == AST_EXPR_PATH) {
        for (uint32_t i = 0; i < ast->as.path.count; i++)
            strbuf_addf(sb, "%s%s", i ? "." : "", ast->as.path.item[i].text);
        return;
    }
    const SourceText *text = source_texts_get(s->texts, ast->span.file);
    strbuf_add(sb, text->text + ast->span.begin, ast->span.end - ast->span.begin);
}

/* M of title(M); NULL: something else. */
static const AstPath *titled_measure(const AstExpr *ast)
{
    const AstArgs *args = &ast->as.call.args;
    bool is_title = ast->kind == AST_EXPR_CALL &&
                    ascii_same(ast->as.call.function.text, "title") && args->count == 1;
    const AstExpr *of = is_title ? args->item[0].value : NULL;
    return of && of->kind == AST_EXPR_PATH ? &of->as.path : NULL;
}

/* What the model says of a measure: its title, or its name where it has none. */
static bool add_title(Session *s, StrBuf *sb, const AstPath *path)
{
    const Measure *m = driver_need_measure(s, path);
    if (m)
        strbuf_adds(sb, m->title && *m->title ? m->title : m->name);
    return m != NULL;
}

static bool add_value(Session *s, StrBuf *sb, const AstExpr *ast)
{
    const AstPath *path = titled_measure(ast);
    if (path)
        return add_title(s, sb, path);
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    const AstExpr *value = meant(&r, ast);
    if (value->kind == AST_EXPR_ALL) {
        strbuf_adds(sb, "all");
        return true;
    }
    if (value->kind == AST_EXPR_RELATIVE || value->kind == AST_EXPR_RANGE) {
        DayRange days;
        if (!resolve_period(&r, value, &days))
            return false;
        period_print(&r, value, days, sb);
        return true;
    }
    bool is_name = value->kind == AST_EXPR_PATH || value->kind == AST_EXPR_CALL;
    if (is_name && value != ast && !is_constant(&r, value)) {
        add_written(s, sb, value);
        return true;
    }
    Type type;
    Value constant;
    if (!resolve_constant(&r, value, &type, &constant))
        return false;
    add_constant(s, sb, type, constant);
    return true;
}

const char *run_text_of(Session *s, const AstExpr *ast)
{
    if (ast->kind == AST_EXPR_TEXT)
        return run_interpolate(s, &ast->as.text);
    StrBuf sb;
    strbuf_init(&sb);
    const char *res =
        add_value(s, &sb, ast) ? arena_strndup(s->arena, sb.text, sb.len) : NULL;
    strbuf_release(&sb);
    return res;
}

const char *run_interpolate(Session *s, const AstText *text)
{
    if (!text->n_part)
        return text->text;
    StrBuf sb;
    strbuf_init(&sb);
    bool ok = true;
    for (size_t i = 0; i < text->n_part; i++) {
        if (text->part[i].expr)
            ok &= add_value(s, &sb, text->part[i].expr);
        else
            strbuf_add(&sb, text->part[i].text, text->part[i].len);
    }
    const char *res = ok ? arena_strdup(s->arena, sb.text) : NULL;
    strbuf_release(&sb);
    return res;
}
