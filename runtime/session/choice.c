/* A text given for a parameter that is compared with a dimension has to be a value of
   that dimension: else the report would only be empty. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/internal.h"
#include "runtime/session/values.h"

#include <stdlib.h>
#include <string.h>

enum { VALUES_SHOWN = 8, SUGGEST_VALUES_MAX = 2000 };

/* A dimension that a parameter is compared with. */
typedef struct {
    const char *owner, *name;
} Compared;

static bool is_parameter(const AstExpr *ast, const char *name)
{
    return ast->kind == AST_EXPR_PARAMETER && ascii_same(ast->as.parameter.text, name);
}

static bool match(const AstExpr *term, const char *parameter, Compared *found)
{
    if (term->kind != AST_EXPR_COMPARE || term->as.compare.op != AST_OP_EQ)
        return false;
    const AstExpr *left = term->as.compare.left, *right = term->as.compare.right;
    const AstExpr *path = is_parameter(right, parameter)  ? left
                          : is_parameter(left, parameter) ? right
                                                          : NULL;
    if (!path || path->kind != AST_EXPR_PATH)
        return false;
    const AstPath *p = &path->as.path;
    found->name = p->item[p->count - 1].text;
    if (p->count > 1)
        found->owner = p->item[p->count - 2].text;
    return true;
}

static bool find_in(const AstExpr *where, const char *parameter, Compared *found)
{
    if (where->kind != AST_EXPR_CHAIN || where->as.chain.terms.item[0].op != AST_OP_AND)
        return match(where, parameter, found);
    bool res = match(where->as.chain.first, parameter, found);
    for (uint32_t i = 0; !res && i < where->as.chain.terms.count; i++)
        res = match(where->as.chain.terms.item[i].operand, parameter, found);
    return res;
}

static bool find_compared(const AstReport *report, const char *parameter,
                          Compared *found)
{
    for (uint32_t i = 0; i < report->body.count; i++) {
        const AstStmt *stmt = report->body.item[i];
        if (stmt->kind != AST_STMT_QUESTION)
            continue;
        const AstClause *where = stmt->as.question->clause[AST_CLAUSE_WHERE];
        const AstClause *from = stmt->as.question->clause[AST_CLAUSE_FROM];
        *found = (Compared){0};
        if (from && from->as.from.path.count == 1)
            found->owner = from->as.from.path.item[0].text;
        if (where && find_in(where->as.expr, parameter, found))
            return true;
    }
    return false;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whatever order they were read in. */
static const char **sorted(Session *s, const Intern *values)
{
    uint32_t n = intern_count(values);
    const char **value = ARENA_ARRAY(s->statement, const char *, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++) {
        Text text = intern_text(values, i);
        value[i] = arena_strndup(s->statement, text.text, text.len);
    }
    qsort(value, n, sizeof *value, compare_texts);
    return value;
}

static void report_unknown(Session *s, const Variable *variable, const char *dimension,
                           const Intern *values)
{
    const AstText *text = &variable->value->as.text;
    uint32_t n = intern_count(values);
    const char **value = sorted(s, values);
    Suggest near;
    StrBuf list;
    strbuf_init(&list);
    suggest_init(&near, text->text);
    for (uint32_t i = 0; i < n && i < SUGGEST_VALUES_MAX; i++) {
        suggest_offer(&near, value[i]);
        if (i < VALUES_SHOWN)
            strbuf_addf(&list, "%s\"%s\"", i ? ", " : "", value[i]);
    }
    Diag *d = diag_error(&s->sink, DIAG_PARAMETER, variable->value->span,
                         "parameter `%s`: no `%s` is \"%s\"", variable->name, dimension,
                         text->text);
    if (near.count)
        diag_help(&s->sink, d, "did you mean \"%s\"?", near.found[0]);
    else
        diag_help(&s->sink, d, "there are %s%s", list.text,
                  n > VALUES_SHOWN ? ", ..." : "");
    strbuf_release(&list);
}

static bool check_one(Session *s, const AstReport *report, const Variable *variable)
{
    const AstExpr *value = variable->value;
    Compared to;
    uint32_t code;
    if (!value || value->kind != AST_EXPR_TEXT || value->as.text.n_part ||
        !find_compared(report, variable->name, &to))
        return true;
    const Intern *values = values_of(s, to.owner, to.name);
    uint32_t n = values ? intern_count(values) : 0;
    if (!n || n >= VALUES_MAX ||
        intern_find(values, value->as.text.text, value->as.text.len, &code))
        return true;
    report_unknown(s, variable, to.name, values);
    return false;
}

bool choice_check(Session *s, const AstReport *report, size_t first)
{
    bool ok = true;
    for (size_t i = first; i < s->n_variable; i++)
        ok &= check_one(s, report, &s->variable[i]);
    return ok;
}
