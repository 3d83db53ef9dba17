/* Joins of a source onto the keys of others. They are resolved before anything else is
   looked up, for names are found through them. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/define.h"

static const char *key_text(Arena *arena, const Source *source)
{
    const char *text = "";
    for (size_t i = 0; i < source->n_key; i++)
        text = arena_printf(arena, "%s%s`%s`", text, i ? ", " : "",
                            source->column[source->key[i]->as.column.column].name);
    return text;
}

static bool report_no_key(Resolver *r, const Source *target, const AstSourceItem *item)
{
    Diag *d = diag_error(r->sink, DIAG_JOIN_KEY, item->span,
                         "`%s` has no key that a join could go onto", target->name);
    diag_help(r->sink, d, "declare it in `%s`: `key id`, or `entity customer key id`",
              target->name);
    return false;
}

static bool report_key_count(Resolver *r, const Source *target,
                             const AstSourceItem *item)
{
    Diag *d = diag_error(r->sink, DIAG_JOIN_KEY, item->span,
                         "the key of `%s` has %zu column%s, the join names %u",
                         target->name, target->n_key, target->n_key == 1 ? "" : "s",
                         item->as.join.on.count);
    diag_help(r->sink, d,
              "name as many columns behind `on`, in the order of the key: %s",
              key_text(r->arena, target));
    return false;
}

static bool is_instant(Resolver *r, const Expr **expr, Span span)
{
    if (!*expr)
        return false;
    *expr = typed_as(r, *expr, VALUE_DATE);
    if ((*expr)->is_dated) {
        diag_error(r->sink, DIAG_CYCLE, span,
                   "the dates of a dated join cannot come through another one");
        return false;
    }
    if ((*expr)->type.kind == VALUE_DATE || (*expr)->type.kind == VALUE_MOMENT)
        return true;
    Diag *d = diag_error(r->sink, DIAG_TYPE, span,
                         "a dated join wants a date or time here, this is %s",
                         type_text(r->arena, (*expr)->type));
    diag_help(r->sink, d, "text in another form becomes one with `date(...)`");
    return false;
}

bool define_join_dates(Resolver *r, Join *join, const Source *target,
                       const AstDated *dated)
{
    if (!dated->from)
        return true;
    RowScope scope = definition_scope(r, target, NULL);
    join->valid_from = row_expr(&scope, dated->from);
    join->valid_to = row_expr(&scope, dated->until);
    bool from = is_instant(r, &join->valid_from, dated->from->span);
    return is_instant(r, &join->valid_to, dated->until->span) && from;
}

/* The columns of the target's key that `on` stands for: all, or of a dated join all but
   the one that its rows begin with. */
static bool find_key(Resolver *r, Join *join, const Source *target,
                     const AstSourceItem *item)
{
    uint32_t count = item->as.join.on.count;
    if (!target->n_key)
        return report_no_key(r, target, item);
    join->n_on = 0;
    join->key = ARENA_ARRAY(r->arena, const Expr *, target->n_key);
    bool all = count == target->n_key;
    for (size_t i = 0; i < target->n_key; i++) {
        if (all || target->key[i] != join->valid_from)
            join->key[join->n_on++] = target->key[i];
    }
    return join->n_on == count || report_key_count(r, target, item);
}

static const Expr *report_on(Resolver *r, const Source *source, AstName name)
{
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < source->n_column; i++)
        suggest_offer(&suggest, source->column[i].name);
    for (size_t i = 0; i < source->n_dim; i++)
        suggest_offer(&suggest, source->dim[i]->name);
    Diag *d =
        diag_error(r->sink, DIAG_UNKNOWN_COLUMN, name.span,
                   "`%s` has no column or dimension `%s`", source->name, name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    return NULL;
}

/* A column, or a dimension that the source computes itself. */
static const Expr *find_on(Resolver *r, const Source *source, AstName name)
{
    if (source_find_column(source, name.text) >= 0)
        return define_column(r, source, name);
    if (!source_find_dim(source, name.text))
        return report_on(r, source, name);
    RowScope scope = definition_scope(r, source, NULL);
    AstExpr path = {.kind = AST_EXPR_PATH, .span = name.span};
    path.as.path = (AstPath){.item = &name, .count = 1, .span = name.span};
    return row_expr(&scope, &path);
}

static bool check_type(Resolver *r, const Join *join, const Expr *on, const Expr *key,
                       AstName name)
{
    if (on->type.empty_only || key->type.empty_only || on->type.kind == key->type.kind)
        return true;
    Diag *d = diag_error(r->sink, DIAG_JOIN_TYPE, name.span,
                         "`%s` is %s, but the key `%s` of `%s` is %s", name.text,
                         type_text(r->arena, on->type),
                         key->as.column.source->column[key->as.column.column].name,
                         key->as.column.source->name, type_text(r->arena, key->type));
    const char *fn = key->type.kind == VALUE_TEXT     ? "text"
                     : key->type.kind == VALUE_NUMBER ? "number"
                                                      : "date";
    diag_help(r->sink, d,
              "declare a dimension in `%s` and join on it: `dimension %s_key = %s(%s)`",
              join->from->name, name.text, fn, name.text);
    return false;
}

static bool resolve_on(Resolver *r, Join *join, const AstNames *on)
{
    bool ok = true;
    join->on = ARENA_ARRAY(r->arena, const Expr *, on->count);
    for (uint32_t i = 0; i < on->count; i++) {
        join->on[i] = find_on(r, join->from, on->item[i]);
        ok &=
            join->on[i] && check_type(r, join, join->on[i], join->key[i], on->item[i]);
    }
    return ok;
}

static bool resolve_join(Resolver *r, Join *join, const AstSourceItem *item)
{
    Source *target = model_find_source(r->model, item->as.join.source.text);
    if (!target) {
        clause_unknown_source(r, item->as.join.source);
        return false;
    }
    bool ok = define_join_dates(r, join, target, &item->as.join.dated) &&
              find_key(r, join, target, item) && resolve_on(r, join, &item->as.join.on);
    if (ok)
        join->target = target;
    return ok;
}

static bool check_role_twice(Resolver *r, const Source *source, const Join *join)
{
    for (size_t i = 0; source->join[i] != join; i++) {
        if (ascii_same(source->join[i]->role, join->role)) {
            Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, join->span,
                                 "`%s` is joined twice", join->role);
            diag_help(r->sink, d, "give each its role: `join %s as role on ...`",
                      join->role);
            return false;
        }
    }
    return true;
}

static bool check_joins(Resolver *r, Source *source, const AstSource *ast)
{
    bool ok = true;
    size_t n = 0;
    for (uint32_t i = 0; i < ast->items.count; i++) {
        const AstSourceItem *item = &ast->items.item[i];
        if (item->kind == AST_SOURCE_ITEM_TREE)
            ok &= define_tree(r, source, item);
        if (item->kind != AST_SOURCE_ITEM_JOIN)
            continue;
        Join *join = source->join[n++];
        ok &= check_role_twice(r, source, join) && resolve_join(r, join, item);
    }
    return ok;
}

static bool has_targets(const Resolver *r, const AstSource *ast)
{
    for (uint32_t i = 0; i < ast->items.count; i++) {
        const AstSourceItem *item = &ast->items.item[i];
        if (item->kind == AST_SOURCE_ITEM_JOIN &&
            !model_find_source(r->model, item->as.join.source.text))
            return false;
    }
    return true;
}

bool define_link_source(Resolver *r, Source *source, bool last)
{
    if (source->is_linked || (!last && !has_targets(r, source->ast)))
        return true;
    source->is_linked = true;
    return check_joins(r, source, source->ast);
}
