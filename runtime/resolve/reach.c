/* What a name leads to from the rows of a source. A name is first a column of the
   source (where columns may be named), then one of its dimensions or axes, then a
   dimension of any source its joins reach, breadth first. Two ways count as one when
   they end in the same dimension without passing differently named roles. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"

#include <string.h>

enum { QUEUE_MAX = 256, PATH_MAX_JOINS = COUNT_OF(((Reach *)0)->join) };

typedef struct {
    Reach step[QUEUE_MAX];
    size_t head, count;
} Queue;

typedef bool (*ReachTest)(const Reach *at, const char *name, Reach *found);

static void queue_start(Queue *queue, const Source *source)
{
    memset(&queue->step[0], 0, sizeof queue->step[0]);
    queue->step[0].end = source;
    queue->step[0].column = -1;
    queue->head = 0;
    queue->count = 1;
}

/* Appends the ends of all joins of the step at the head; a join that is already on
   the way (a role onto its own source) is not taken twice. */
static void queue_expand(Queue *queue, const Reach *at)
{
    if (at->n_join == PATH_MAX_JOINS)
        return;
    for (size_t i = 0; i < at->end->n_join; i++) {
        const Join *join = at->end->join[i];
        bool seen = !join->target;
        for (size_t k = 0; k < at->n_join; k++)
            seen |= at->join[k] == join;
        if (seen || queue->count == QUEUE_MAX)
            continue;
        Reach *next = &queue->step[queue->count++];
        *next = *at;
        next->join[next->n_join++] = join;
        next->end = join->target;
    }
}

static bool has_name(const Reach *at, const char *name, Reach *found)
{
    *found = *at;
    found->dim = source_find_dim(at->end, name);
    for (size_t i = 0; i < at->end->n_dim && !found->dim; i++) {
        Dim *dim = at->end->dim[i];
        const AstPath *same = dim->ast ? &dim->ast->conforms : NULL;
        if (same && same->count && ascii_same(same->item[same->count - 1].text, name))
            found->dim = dim;
    }
    return found->dim != NULL;
}

/* Is `name` what this source is called from where the way began? */
static bool is_called(const Reach *at, const char *name, Reach *found)
{
    *found = *at;
    if (at->n_join && ascii_same(at->join[at->n_join - 1]->role, name))
        return true;
    if (at->n_join && at->join[at->n_join - 1]->is_role)
        return false;
    if (ascii_same(at->end->name, name))
        return true;
    return at->end->entity && ascii_same(at->end->entity->name, name);
}

/* Do two ways pass the same roles? */
static bool same_place(const Reach *a, const Reach *b)
{
    if (a->end != b->end || a->dim != b->dim)
        return false;
    const Join *role_a = NULL, *role_b = NULL;
    for (size_t i = 0; i < a->n_join; i++)
        role_a = a->join[i]->is_role ? a->join[i] : role_a;
    for (size_t i = 0; i < b->n_join; i++)
        role_b = b->join[i]->is_role ? b->join[i] : role_b;
    if (!role_a || !role_b)
        return role_a == role_b;
    return ascii_same(role_a->role, role_b->role);
}

static void add_way(StrBuf *sb, const Reach *way, const char *name)
{
    strbuf_adds(sb, sb->len ? " or " : "");
    strbuf_addf(sb, "`%s.%s`",
                way->n_join ? way->join[way->n_join - 1]->role : way->end->name, name);
}

static void report_ambiguous(const RowScope *scope, AstName name, const Reach *way,
                             size_t n_way)
{
    StrBuf sb;
    strbuf_init(&sb);
    for (size_t i = 0; i < n_way; i++)
        add_way(&sb, &way[i], name.text);
    Diag *d = diag_error(scope->r->sink, DIAG_AMBIGUOUS, name.span,
                         "`%s` is reached from `%s` in more than one way", name.text,
                         scope->source->name);
    diag_help(scope->r->sink, d, "write %s", sb.text);
    strbuf_release(&sb);
}

/* The places that pass `test`, breadth first from `from`. */
static int search(const RowScope *scope, const Source *from, AstName name,
                  ReachTest test, Reach *found)
{
    Queue queue;
    Reach way[4];
    size_t n_way = 0;
    queue_start(&queue, from);
    while (queue.head < queue.count) {
        const Reach at = queue.step[queue.head++];
        Reach hit;
        if (test(&at, name.text, &hit)) {
            bool known = false;
            for (size_t i = 0; i < n_way; i++)
                known |= same_place(&way[i], &hit);
            if (!known && n_way < COUNT_OF(way))
                way[n_way++] = hit;
            if (!at.n_join)
                break; /* its own name wins over what joins reach */
        }
        queue_expand(&queue, &at);
    }
    if (n_way > 1) {
        report_ambiguous(scope, name, way, n_way);
        return REACH_MANY;
    }
    if (n_way == 1)
        *found = way[0];
    return n_way ? REACH_ONE : REACH_NONE;
}

/* A column, dimension or axis of the source at `at` itself. */
static int find_here(const RowScope *scope, const Reach *at, AstName name,
                     bool with_columns, Reach *found)
{
    *found = *at;
    found->column = -1;
    bool itself = scope->defining && ascii_same(scope->defining, name.text);
    if (with_columns) {
        found->column = source_find_column(at->end, name.text);
        if (found->column >= 0 && !at->end->column[found->column].is_entity)
            return REACH_ONE;
        found->column = -1;
    }
    if (itself && !at->n_join)
        return REACH_NONE;
    found->dim = source_find_dim(at->end, name.text);
    if (found->dim)
        return REACH_ONE;
    found->axis = source_find_axis(at->end, name.text);
    return found->axis ? REACH_ONE : REACH_NONE;
}

/* Joins of `tail` behind those of `head`. */
static bool join_ways(const Reach *head, Reach *tail)
{
    if (head->n_join + tail->n_join > PATH_MAX_JOINS)
        return false;
    memmove(tail->join + head->n_join, tail->join, tail->n_join * sizeof *tail->join);
    memcpy(tail->join, head->join, head->n_join * sizeof *head->join);
    tail->n_join += head->n_join;
    return true;
}

/* A dimension that another source calls by this name, and says to be one of here. */
static int find_conformed(const RowScope *scope, AstName name, Reach *found)
{
    const Model *model = scope->r->model;
    for (size_t i = 0; i < model->n_source; i++) {
        Dim *dim = source_find_dim(model->source[i], name.text);
        const Dim *same = dim ? dim_identity(scope->r, dim) : NULL;
        if (!same || same == dim)
            continue;
        name.text = same->name;
        int how = search(scope, scope->source, name, has_name, found);
        if (how == REACH_ONE && dim_identity(scope->r, found->dim) == same)
            return how;
    }
    return REACH_NONE;
}

int reach_path(const RowScope *scope, const AstPath *path, Reach *found)
{
    Reach at = {.end = scope->source, .column = -1};
    for (uint32_t i = 0; i + 1 < path->count; i++) {
        Reach next;
        int how = search(scope, at.end, path->item[i], is_called, &next);
        if (how != REACH_ONE)
            return how;
        if (!join_ways(&at, &next))
            return REACH_NONE;
        at = next;
        at.dim = NULL;
    }
    AstName last = path->item[path->count - 1];
    bool columns = scope->with_columns || path->count > 1;
    int how = find_here(scope, &at, last, columns, found);
    if (how != REACH_NONE || path->count > 1)
        return how;
    how = search(scope, scope->source, last, has_name, found);
    return how == REACH_NONE ? find_conformed(scope, last, found) : how;
}

const Expr *reach_wrap(Resolver *r, const Reach *found, const Expr *expr)
{
    for (size_t i = found->n_join; expr && i-- > 0;)
        expr = dated_lookup(r, found->join[i], expr);
    return expr;
}

const Expr *reach_expr(const RowScope *scope, const Reach *found, Span span)
{
    Resolver *r = scope->r;
    const Expr *expr;
    if (found->column >= 0) {
        Expr node = {.kind = EXPR_COLUMN, .span = span};
        node.type = found->end->column[found->column].type;
        node.as.column.source = found->end;
        node.as.column.column = (uint32_t)found->column;
        expr = expr_intern(r->exprs, &node);
    } else if (found->dim) {
        expr = dim_value_here(r, found->dim);
    } else {
        expr = axis_value(r, found->axis);
    }
    return reach_wrap(r, found, expr);
}

void reach_suggest(const RowScope *scope, Suggest *suggest)
{
    Queue queue;
    queue_start(&queue, scope->source);
    while (queue.head < queue.count) {
        const Reach at = queue.step[queue.head++];
        for (size_t i = 0; i < at.end->n_dim; i++)
            suggest_offer(suggest, at.end->dim[i]->name);
        for (size_t i = 0; i < at.end->n_axis && !at.n_join; i++)
            suggest_offer(suggest, at.end->axis[i]->name);
        for (size_t i = 0; i < at.end->n_column && !at.n_join && scope->with_columns;
             i++)
            suggest_offer(suggest, at.end->column[i].name);
        queue_expand(&queue, &at);
    }
}
