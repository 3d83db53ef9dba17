/* A text given for a parameter that is compared with a dimension has to be a value of
   that dimension: else the report would only be empty. Of an entity it may be the label
   that one has, and its key takes the place of it. */
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

/* Is the value a text, and compared with something? */
static bool is_choice(const AstReport *report, const Variable *variable, Compared *to)
{
    const AstExpr *value = variable->value;
    return value && value->kind == AST_EXPR_TEXT && !value->as.text.n_part &&
           find_compared(report, variable->name, to);
}

static bool has_value(const Intern *values, const AstText *text)
{
    uint32_t code;
    return values && intern_find(values, text->text, text->len, &code);
}

static const Dim *labelled_entity(const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_source; i++) {
        const Dim *entity = model->source[i]->entity;
        if (entity && entity->label_name.text && ascii_same(entity->name, name))
            return entity;
    }
    return NULL;
}

/* The keys of those with the label; NULL: they cannot be asked for. */
static Result *keys_of_label(Session *s, const Dim *entity, const char *label)
{
    DiagHush hush = diag_hush(&s->sink);
    char *text = arena_printf(
        s->statement, "show `%s` from `%s` where `%s`.`%s` = \"%s\"", entity->name,
        entity->source->name, entity->name, entity->label_name.text, label);
    Result *keys = session_ask(s, "", text, ASK_KEYS);
    diag_unhush(&s->sink, hush);
    return keys;
}

static char *key_literal(Session *s, const Result *keys, uint32_t row)
{
    const ResultColumn *column = &keys->column[0];
    StrBuf sb;
    strbuf_init(&sb);
    value_print(&sb, column->type, result_value(keys, 0, row));
    char *text = column->type.kind == VALUE_TEXT
                     ? arena_printf(s->arena, "\"%s\"", sb.text)
                     : arena_strdup(s->arena, sb.text);
    strbuf_release(&sb);
    return text;
}

static bool report_several(Session *s, const Variable *variable, const Dim *entity,
                           const Result *keys)
{
    StrBuf list;
    strbuf_init(&list);
    for (uint32_t i = 0; i < keys->n_row && i < VALUES_SHOWN; i++)
        strbuf_addf(&list, "%s%s", i ? ", " : "", key_literal(s, keys, i));
    Diag *d =
        diag_error(&s->sink, DIAG_PARAMETER, variable->value->span,
                   "parameter `%s`: \"%s\" is the label of %u `%s`", variable->name,
                   variable->value->as.text.text, keys->n_row, entity->name);
    diag_help(&s->sink, d, "take the key of one: %s%s", list.text,
              keys->n_row > VALUES_SHOWN ? ", ..." : "");
    strbuf_release(&list);
    return false;
}

/* The key in the place of the label; what is said of the value stays as it was
   written. */
static bool take_key(Session *s, Variable *variable, const Result *keys)
{
    AstExpr *key = parameter_value(s, variable->name, key_literal(s, keys, 0));
    if (!key)
        return true;
    key->span = variable->value->span;
    variable->value = key;
    return true;
}

static bool find_key(Session *s, const AstReport *report, Variable *variable)
{
    Compared to;
    const Dim *entity;
    const AstText *text = &variable->value->as.text;
    if (!is_choice(report, variable, &to) || !s->engine ||
        !(entity = labelled_entity(&s->model, to.name)) || !text->len ||
        strpbrk(text->text, "\"\\\n{") ||
        (entity->type.kind == VALUE_TEXT &&
         has_value(values_of(s, entity->source->name, entity->name), text)))
        return true;
    Result *keys = keys_of_label(s, entity, text->text);
    const Intern *labels = values_of(s, entity->source->name, entity->label_name.text);
    bool ok = true;
    if (keys && keys->n_row == 1)
        ok = take_key(s, variable, keys);
    else if (keys && keys->n_row > 1)
        ok = report_several(s, variable, entity, keys);
    else if (keys && labels)
        ok = (report_unknown(s, variable, to.name, labels), false);
    result_unref(keys);
    return ok;
}

bool choice_find_keys(Session *s, const AstReport *report, size_t first)
{
    bool ok = true;
    for (size_t i = first; i < s->n_variable; i++)
        ok &= !s->variable[i].value || find_key(s, report, &s->variable[i]);
    return ok;
}

static bool check_one(Session *s, const AstReport *report, const Variable *variable)
{
    Compared to;
    if (!is_choice(report, variable, &to))
        return true;
    const Intern *values = values_of(s, to.owner, to.name);
    uint32_t n = values ? intern_count(values) : 0;
    if (!n || n >= VALUES_MAX || has_value(values, &variable->value->as.text))
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
