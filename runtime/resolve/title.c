/* What is written, for titles of columns and for explanations. A name prints as it was
   declared, however it was typed. */
#include "lexer/lexer.h"
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"

#include <string.h>

enum { VALUES_DEPTH_MAX = 8 };

typedef struct {
    Resolver *r;
    StrBuf sb;
    bool with_values; /* in the place of parameters */
    unsigned depth;   /* of values in values */
} Slice;

static bool add_slice(Slice *s, Span span);

/* A text as one writes it; false: it cannot be written plainly. */
static bool add_text(Slice *s, const AstText *text)
{
    if (text->n_part || strlen(text->text) != text->len || strpbrk(text->text, "\"\\{"))
        return false;
    strbuf_addf(&s->sb, "\"%s\"", text->text);
    return true;
}

/* The value of `$name`; false: it stays as it is. */
static bool add_value(Slice *s, const char *token, size_t len)
{
    size_t before = s->sb.len;
    char *name = arena_strndup(s->r->arena, token + 1, len - 1);
    const Variable *var = resolve_find_variable(s->r, name);
    if (!var || !var->value || s->depth >= VALUES_DEPTH_MAX)
        return false;
    s->depth++;
    bool ok = var->value->kind == AST_EXPR_TEXT ? add_text(s, &var->value->as.text)
                                                : add_slice(s, var->value->span);
    s->depth--;
    if (!ok)
        strbuf_truncate(&s->sb, before);
    return ok;
}

static bool add_slice(Slice *s, Span span)
{
    DiagSink *sink = s->r->sink;
    const SourceText *text =
        sink->texts ? source_texts_get(sink->texts, span.file) : NULL;
    if (!text || span.end > text->len || span.begin >= span.end)
        return false;
    Lexer *lexer = lexer_open(text, span.begin, span.end, NULL, false);
    Token token;
    uint32_t end = span.begin;
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        const char *at = text->text + token.span.begin;
        size_t len = token.span.end - token.span.begin;
        bool value =
            s->with_values && lexer_token_class(token.kind) == TOKEN_CLASS_PARAMETER;
        if (token.span.begin > end)
            strbuf_addc(&s->sb, ' ');
        if (!value || !add_value(s, at, len))
            strbuf_add(&s->sb, at, len);
        end = token.span.end;
    }
    lexer_close(lexer);
    return true;
}

static const char *slice(Resolver *r, Span span, bool with_values)
{
    Slice s = {.r = r, .with_values = with_values};
    strbuf_init(&s.sb);
    char *copy = NULL;
    if (add_slice(&s, span))
        copy = arena_strndup(r->arena, s.sb.text, s.sb.len);
    for (char *c = copy; c && *c; c++)
        *c = *c == '\n' || *c == '\t' ? ' ' : *c;
    strbuf_release(&s.sb);
    return copy;
}

const char *question_slice(Resolver *r, Span span, const char *fallback)
{
    const char *text = slice(r, span, false);
    return text ? text : fallback;
}

const char *question_written(Resolver *r, Span span)
{
    const char *text = slice(r, span, true);
    return text ? text : "?";
}

static const char *in_source(const Source *source, const char *name)
{
    const Dim *dim = source_find_dim(source, name);
    const Measure *measure = source_find_measure(source, name);
    const Axis *axis = source_find_axis(source, name);
    int column = source_find_column(source, name);
    if (dim)
        return dim->name;
    if (measure)
        return measure->name;
    if (axis)
        return axis->name;
    return column >= 0 ? source->column[column].name : NULL;
}

static const char *in_model(const Model *model, const char *name)
{
    const Measure *measure = model_find_measure(model, name);
    const Dim *dim = model_find_dim(model, name);
    const char *found = measure ? measure->name : dim ? dim->name : NULL;
    for (size_t i = 0; i < model->n_source && !found; i++) {
        dim = source_find_dim(model->source[i], name);
        found = dim ? dim->name : NULL;
    }
    return found;
}

/* What stands before a dot: a role, a source or its entity; *target the rows there. */
static const char *owner_name(const Model *model, const char *name,
                              const Source **target)
{
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *source = model->source[i];
        const Join *join = source_find_join(source, name);
        *target = join && join->target ? join->target : source;
        if (join)
            return join->role;
        if (ascii_same(source->name, name))
            return source->name;
        if (source->entity && ascii_same(source->entity->name, name))
            return source->entity->name;
    }
    *target = NULL;
    return NULL;
}

const char *question_name(Resolver *r, const Source *from, const AstPath *path)
{
    const Source *source = NULL;
    const char *typed = path->item[path->count - 1].text;
    AstUnit unit;
    if (path->count == 1 && ast_name_unit(path->item[0], &unit))
        return ast_unit_text(unit);
    const char *name = path->count == 1 ? in_model(r->model, typed) : NULL;
    if (path->count == 1) {
        name = !name && from ? in_source(from, typed) : name;
        return name ? name : typed;
    }
    const char *text = NULL;
    for (uint32_t i = 0; i + 1 < path->count; i++) {
        const char *owner = owner_name(r->model, path->item[i].text, &source);
        owner = owner ? owner : path->item[i].text;
        text = text ? arena_printf(r->arena, "%s.%s", text, owner) : owner;
    }
    name = source ? in_source(source, typed) : NULL;
    name = name ? name : in_model(r->model, typed);
    return arena_printf(r->arena, "%s.%s", text, name ? name : typed);
}
