#include "runtime/session/recall.h"

#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"

typedef struct {
    Span span;
    const char *text;
} Swap;

typedef struct {
    Session *s;
    Resolver r;
    Swap *swap; /* in the order of writing */
    size_t n, cap;
    bool in_parameter;
    bool whole;
} Recall;

static const char *day_text(Session *s, Day day)
{
    StrBuf sb;
    strbuf_init(&sb);
    civil_print_day(&sb, day);
    const char *text = arena_strdup(s->statement, sb.text);
    strbuf_release(&sb);
    return text;
}

static void begin_node(void *data, WalkRole role, const char *word, Span span)
{
    Recall *recall = data;
    (void)role;
    if (ascii_same(word, "relative") || ascii_same(word, "query"))
        recall->whole = false;
    recall->in_parameter = ascii_same(word, "parameter");
    if (recall->in_parameter)
        ARENA_PUSH(recall->s->statement, recall->swap, recall->n, recall->cap,
                   ((Swap){span, ""}));
}

/* A parameter's value may be another parameter. */
static void take_parameter(Recall *recall, const char *name)
{
    const Variable *var = resolve_find_variable(&recall->r, name);
    while (var && var->value && var->value->kind == AST_EXPR_PARAMETER)
        var = resolve_find_variable(&recall->r, var->value->as.parameter.text);
    if (var && var->value && !var->is_all)
        recall->swap[recall->n - 1].text =
            recall_expr(recall->s, var->value, &recall->whole);
    else
        recall->whole = false;
}

static void take_name(void *data, const AstName *name)
{
    Recall *recall = data;
    if (recall->in_parameter) {
        take_parameter(recall, name->text);
        recall->in_parameter = false;
    } else if (ascii_same(name->text, "today")) {
        Swap swap = {name->span, day_text(recall->s, recall->s->settings.today)};
        ARENA_PUSH(recall->s->statement, recall->swap, recall->n, recall->cap, swap);
    } else if (ascii_same(name->text, "now")) {
        recall->whole = false;
    }
}

/* As it is written, blanks and all. */
static const char *slice(const Session *s, Span span)
{
    const SourceText *text = source_texts_get(s->texts, span.file);
    if (!text || span.begin >= span.end || span.end > text->len)
        return "";
    return arena_strndup(s->statement, text->text + span.begin, span.end - span.begin);
}

static const char *text_with(const Recall *recall, Span span)
{
    Arena *arena = recall->s->statement;
    const char *text = "";
    Span rest = span;
    for (size_t i = 0; i < recall->n; i++) {
        rest.end = recall->swap[i].span.begin;
        text = arena_printf(arena, "%s%s%s", text, slice(recall->s, rest),
                            recall->swap[i].text);
        rest.begin = recall->swap[i].span.end;
    }
    rest.end = span.end;
    return arena_printf(arena, "%s%s", text, slice(recall->s, rest));
}

static Recall recall_begin(Session *s)
{
    return (Recall){
        .s = s, .r = session_resolver(s, s->statement, s->model.exprs), .whole = true};
}

static AstVisitor visitor_of(Recall *recall)
{
    return ast_visitor(
        (AstVisitor){.data = recall, .begin = begin_node, .name = take_name});
}

static const char *recall_end(const Recall *recall, Span span, bool *whole)
{
    if (whole)
        *whole = *whole && recall->whole;
    return text_with(recall, span);
}

const char *recall_expr(Session *s, const AstExpr *expr, bool *whole)
{
    Recall recall = recall_begin(s);
    AstVisitor visitor = visitor_of(&recall);
    ast_walk_expr(&visitor, expr);
    return recall_end(&recall, expr->span, whole);
}

const char *recall_clause(Session *s, const AstClause *clause, bool *whole)
{
    Recall recall = recall_begin(s);
    AstVisitor visitor = visitor_of(&recall);
    AstClause *copy = arena_memdup(s->statement, clause, sizeof *clause);
    AstQuestion only = {.span = clause->span, .clauses = {&copy, 1, 1}};
    ast_walk_question(&visitor, &only);
    return recall_end(&recall, clause->span, whole);
}

const char *recall_past(Session *s, const AstQuestion *ast, uint32_t n_by)
{
    static const AstClauseKind kept[] = {AST_CLAUSE_FROM, AST_CLAUSE_WHERE};
    bool whole = true;
    const AstByItems *by = &ast->clause[AST_CLAUSE_BY]->as.by;
    const char *text = arena_printf(s->statement, "show %s",
                                    recall_expr(s, ast->items.item[0].value, &whole));
    for (uint32_t i = 0; i < n_by; i++)
        text = arena_printf(s->statement, "%s%s %s", text, i ? "," : " by",
                            recall_expr(s, by->item[i].what.value, &whole));
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        const AstClause *clause = ast->clause[kept[i]];
        if (clause)
            text = arena_printf(s->statement, "%s %s", text,
                                recall_clause(s, clause, &whole));
    }
    return whole ? text : "";
}
