/* `[all D]`: takes D out of the lines' keys, and out of the question's `where` the
   conditions on D or an attribute of D alone. Nothing else widens a context. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/entity.h"
#include "runtime/resolve/tree.h"

enum { LIFTS_MAX = 64, NAMED_MOST = 64 };

/* The dimensions that brackets around an aggregate lift. */
typedef struct {
    const ValueScope *scope;
    const Source *source;
    const AstExpr *dim[LIFTS_MAX];
    size_t n;
} Lifts;

/* Do both names lead from rows of the source to the same value? */
static bool same_value(Resolver *r, const Source *source, const AstPath *a,
                       const AstPath *b)
{
    Reach x, y;
    RowScope rows = {r, source, false, NULL, NULL, NULL};
    if (reach_path(&rows, a, &x) != REACH_ONE || reach_path(&rows, b, &y) != REACH_ONE)
        return false;
    const Expr *value = reach_expr(&rows, &x, a->span);
    return value && value == reach_expr(&rows, &y, b->span);
}

/* The same dimension under another name: country, customer.country. Keys are those of
   all facts, so any source tells that reaches both. */
static bool same_dimension(const Lifts *lifts, const AstPath *a, const AstPath *b)
{
    Resolver *r = lifts->scope->qb->r;
    const Model *model = r->model;
    DiagHush hush = diag_hush(r->sink);
    bool same = lifts->source && same_value(r, lifts->source, a, b);
    for (size_t i = 0; i < model->n_source && !lifts->source && !same; i++)
        same = same_value(r, model->source[i], a, b);
    diag_unhush(r->sink, hush);
    return same;
}

static bool begins_with(const AstPath *path, const AstPath *start)
{
    AstPath head = *path;
    head.count = start->count;
    return path->count > start->count && entity_same_path(&head, start);
}

static bool is_level(const Dim *dim)
{
    return dim && dim->ast && dim->ast->value && tree_is_level(dim->ast->value);
}

/* Is it written as a level of a tree, or does it name one anywhere? */
static bool may_be_level(const Resolver *r, const AstExpr *key)
{
    const Model *model = r->model;
    if (key->kind != AST_EXPR_PATH)
        return tree_is_level(key);
    const AstPath *path = &key->as.path;
    const char *name = path->item[path->count - 1].text;
    bool may = path->count == 1 && is_level(model_find_dim(model, name));
    for (size_t i = 0; i < model->n_source && !may; i++)
        may = is_level(source_find_dim(model->source[i], name));
    return may;
}

static bool is_level_over(const Lifts *lifts, const Source *source, const AstExpr *key)
{
    RowScope rows = {lifts->scope->qb->r, source, false, NULL, NULL, NULL};
    const Expr *value = row_expr(&rows, key);
    if (!value || value->kind != EXPR_TREE || value->n_arg != 1)
        return false;
    for (size_t i = 0; i < lifts->n; i++) {
        const AstExpr *dim = lifts->dim[i];
        const Expr *lifted = dim->kind == AST_EXPR_PATH || tree_is_level(dim)
                                 ? row_expr(&rows, dim)
                                 : NULL;
        if (lifted && (lifted == value || lifted == value->arg[0]))
            return true;
    }
    return false;
}

/* A level is lifted by whatever it is called and by the entity. */
static bool is_level_lifted(const Lifts *lifts, const AstExpr *key)
{
    Resolver *r = lifts->scope->qb->r;
    bool lifted = false;
    if (!may_be_level(r, key))
        return false;
    DiagHush hush = diag_hush(r->sink);
    for (size_t i = 0; i < r->model->n_source && !lifted; i++)
        lifted = is_level_over(lifts, r->model->source[i], key);
    diag_unhush(r->sink, hush);
    return lifted;
}

static bool is_lifted(const Lifts *lifts, const AstPath *path)
{
    const AstExpr key = {.kind = AST_EXPR_PATH, .span = path->span, .as.path = *path};
    for (size_t i = 0; i < lifts->n; i++) {
        const AstPath *dim = &lifts->dim[i]->as.path;
        if (lifts->dim[i]->kind != AST_EXPR_PATH)
            continue;
        if (entity_same_path(path, dim) || begins_with(path, dim) ||
            same_dimension(lifts, path, dim))
            return true;
    }
    return is_level_lifted(lifts, &key);
}

typedef struct {
    const Lifts *lifts;
    bool lifted, other; /* which names there are */
    const char *lifted_name;
    unsigned depth; /* named conditions that it stands in */
} Names;

static void see_names(Names *names, const AstExpr *ast);

/* A named condition is on what it is made of. */
static void see_path(Names *names, const AstPath *path)
{
    const Resolver *r = names->lifts->scope->qb->r;
    const char *name = path->item[0].text;
    const Dim *named = path->count == 1 ? model_find_dim(r->model, name) : NULL;
    if (path->count == 1 && !path->item[0].quoted && literal_is_word(name))
        return;
    if (is_lifted(names->lifts, path)) {
        names->lifted = true;
        names->lifted_name = name;
    } else if (named && names->depth < NAMED_MOST) {
        names->depth++;
        see_names(names, named->ast->value);
        names->depth--;
    } else {
        names->other = true;
    }
}

static void see_call(Names *names, const AstExpr *ast)
{
    for (uint32_t i = 0; i < ast->as.call.args.count; i++)
        see_names(names, ast->as.call.args.item[i].value);
}

static void see_chain(Names *names, const AstExpr *ast)
{
    see_names(names, ast->as.chain.first);
    for (uint32_t i = 0; i < ast->as.chain.terms.count; i++)
        see_names(names, ast->as.chain.terms.item[i].operand);
}

static void see_parameter(Names *names, const AstExpr *ast)
{
    const Resolver *r = names->lifts->scope->qb->r;
    const Variable *var = resolve_find_variable(r, ast->as.parameter.text);
    if (var && var->value && var->value != ast)
        see_names(names, var->value);
}

static void see_names(Names *names, const AstExpr *ast)
{
    switch (ast->kind) {
    case AST_EXPR_PATH:
        see_path(names, &ast->as.path);
        return;
    case AST_EXPR_PARAMETER:
        see_parameter(names, ast);
        return;
    case AST_EXPR_CALL:
        see_call(names, ast);
        return;
    case AST_EXPR_UNARY:
        see_names(names, ast->as.unary.operand);
        return;
    case AST_EXPR_CHAIN:
        see_chain(names, ast);
        return;
    case AST_EXPR_COMPARE:
        see_names(names, ast->as.compare.left);
        see_names(names, ast->as.compare.right);
        return;
    case AST_EXPR_BETWEEN:
        see_names(names, ast->as.between.value);
        see_names(names, ast->as.between.low);
        see_names(names, ast->as.between.high);
        return;
    case AST_EXPR_IN_LIST:
    case AST_EXPR_IN_QUERY:
    case AST_EXPR_IN_SET:
        see_names(names, ast->as.in.value);
        return;
    case AST_EXPR_IS_EMPTY:
        see_names(names, ast->as.is_empty.value);
        return;
    case AST_EXPR_PER:
        for (uint32_t i = 0; i < ast->as.per.keys.count; i++)
            see_names(names, ast->as.per.keys.item[i]);
        return;
    case AST_EXPR_BRACKET:
        see_names(names, ast->as.bracket.base);
        return;
    case AST_EXPR_NUMBER:
    case AST_EXPR_PERCENT:
    case AST_EXPR_MONEY:
    case AST_EXPR_INTERVAL:
    case AST_EXPR_TEXT:
    case AST_EXPR_PERIOD:
    case AST_EXPR_RELATIVE:
    case AST_EXPR_CALENDAR_UNIT:
    case AST_EXPR_CALENDAR_PERIOD:
    case AST_EXPR_ALL:
    case AST_EXPR_ALL_TIME:
    case AST_EXPR_QUERY:
    case AST_EXPR_RANGE:
        return;
    }
}

/* Is the condition one that stays? */
static bool stays(const Lifts *lifts, const AstExpr *cond, bool *ok)
{
    Names names = {.lifts = lifts};
    see_names(&names, cond);
    if (names.lifted && names.other) {
        Resolver *r = lifts->scope->qb->r;
        const char *name = names.lifted_name;
        Diag *d = diag_error(r->sink, DIAG_LIFT_MIXED, cond->span,
                             "this condition is on `%s` and something else, so `[all "
                             "%s]` cannot lift it",
                             name, name);
        diag_help(r->sink, d, "join conditions with `and`, one dimension each");
        *ok = false;
    }
    return !names.lifted;
}

/* The conditions of an `and` that stay. */
static const AstExpr *lift_conjuncts(const Lifts *lifts, const AstExpr *where, bool *ok)
{
    Resolver *r = lifts->scope->qb->r;
    bool is_and =
        where->kind == AST_EXPR_CHAIN && where->as.chain.terms.item[0].op == AST_OP_AND;
    if (!is_and)
        return stays(lifts, where, ok) ? where : NULL;
    const AstTerms *terms = &where->as.chain.terms;
    AstTerm *kept = ARENA_ARRAY(r->arena, AstTerm, (size_t)terms->count + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i <= terms->count; i++) {
        AstTerm term = i ? terms->item[i - 1] : terms->item[0];
        const AstExpr *cond = i ? term.operand : where->as.chain.first;
        cond = lift_conjuncts(lifts, cond, ok);
        if (!cond)
            continue;
        term.operand = arena_memdup(r->arena, cond, sizeof *cond);
        kept[n++] = term;
    }
    if (n < 2)
        return n ? kept[0].operand : NULL;
    AstExpr *rest = arena_memdup(r->arena, where, sizeof *where);
    rest->as.chain.first = kept[0].operand;
    rest->as.chain.terms.item = kept + 1;
    rest->as.chain.terms.count = n - 1;
    return rest;
}

static void add_lift(Lifts *lifts, const AstExpr *dim)
{
    if (lifts->n < LIFTS_MAX)
        lifts->dim[lifts->n++] = dim;
}

const AstExpr *lift_where(const ValueScope *scope, const Source *source,
                          const AstExpr *where, bool *ok)
{
    Lifts lifts = {.scope = scope, .source = source};
    for (const Frame *f = scope->frame; f; f = f->outer) {
        if (f->lift)
            add_lift(&lifts, f->lift);
    }
    return where && lifts.n ? lift_conjuncts(&lifts, where, ok) : where;
}

/* A unit of time, whatever it is called. */
static bool is_unit_lifted(const Lifts *lifts, const AstExpr *key)
{
    const Resolver *r = lifts->scope->qb->r;
    PeriodUnit own, other;
    if (!leaf_is_time_unit(r, key, &own))
        return false;
    for (size_t i = 0; i < lifts->n; i++) {
        if (leaf_is_time_unit(r, lifts->dim[i], &other) && own == other)
            return true;
    }
    return false;
}

static bool is_title(const AstExpr *dim, const char *title)
{
    return dim->kind == AST_EXPR_PATH && dim->as.path.count == 1 &&
           ascii_same(dim->as.path.item[0].text, title);
}

bool lift_names_column(const QuestionBuilder *qb, const AstExpr *dim)
{
    for (size_t i = 0; i < qb->q->n_by; i++) {
        if (is_title(dim, qb->q->by[i].title))
            return true;
    }
    return false;
}

static bool is_title_lifted(const Lifts *lifts, const char *title)
{
    for (size_t i = 0; i < lifts->n; i++) {
        if (is_title(lifts->dim[i], title))
            return true;
    }
    return false;
}

/* The bit of a key, if it is lifted. */
static uint64_t lift_bit(const Lifts *lifts, const AstExpr *key, bool all, size_t bit)
{
    const AstExpr *entity = tree_entity_of(key);
    bool lifted = all || is_level_lifted(lifts, key) || is_unit_lifted(lifts, key) ||
                  (entity->kind == AST_EXPR_PATH && is_lifted(lifts, &entity->as.path));
    return lifted && bit < 64 ? (uint64_t)1 << bit : 0;
}

uint64_t lift_keys(const ValueScope *scope)
{
    const QuestionBuilder *qb = scope->qb;
    Lifts lifts = {.scope = scope};
    uint64_t bits = 0;
    bool all = false;
    for (const Frame *f = scope->frame; f && !f->is_grain; f = f->outer) {
        all |= f->lifts_all;
        bits |= f->lift_bits;
        if (f->lift)
            add_lift(&lifts, f->lift);
    }
    for (size_t i = 0; i < qb->q->n_by; i++)
        bits |= lift_bit(&lifts, qb->key[i],
                         all || is_title_lifted(&lifts, qb->q->by[i].title), i);
    for (const PerKey *per = scope->grain; per; per = per->outer) {
        for (size_t i = 0; i < per->keys.n_key; i++)
            bits |= lift_bit(&lifts, per_key_syntax(per, i), all, per->first_bit + i);
    }
    return bits;
}
