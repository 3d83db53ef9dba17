/* The first pass over definitions: names and shapes go into the model, expressions
   wait until they are wanted. A definition with a name that is taken replaces nothing
   and is an error; at the prompt session/ forgets the old one first. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/profile.h"
#include "runtime/resolve/steering.h"

/* A word that stands for a value hides what is declared by it. */
static bool is_no_word(Resolver *r, AstName name)
{
    if (name.quoted || !literal_is_word(name.text))
        return true;
    Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, name.span,
                         "`%s` is a value of the language", name.text);
    diag_help(r->sink, d, "take another name");
    return false;
}

/* `by month` is the unit whatever else is called so; in backquotes it is a name. */
static bool is_no_unit(Resolver *r, AstName name)
{
    AstUnit unit;
    if (!ast_name_unit(name, &unit))
        return true;
    Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, name.span,
                         "`%s` is a unit of time, and questions would read it as that",
                         name.text);
    diag_help(r->sink, d,
              "take another name, or put it in backquotes, here and in questions");
    return false;
}

static bool name_is_free(Resolver *r, AstName name)
{
    const char *what = NULL;
    if (!is_no_word(r, name) || !is_no_unit(r, name))
        return false;
    if (model_find_measure(r->model, name.text))
        what = "a measure";
    else if (model_has_dim(r->model, name.text))
        what = "a dimension";
    if (!what)
        return true;
    Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, name.span,
                         "`%s` is declared already, as %s", name.text, what);
    diag_help(r->sink, d, "give one of the two another name");
    return false;
}

static Measure *new_measure(Resolver *r, const AstMeasure *ast, const Source *source)
{
    Measure *m = ARENA_NEW(r->arena, Measure);
    m->name = ast->name.text;
    m->title = ast->title.text;
    m->source = source;
    m->ast = ast;
    m->span = ast->name.span;
    if (ast->type) {
        m->has_type = resolve_type(r, ast->type, &m->type);
        if (!m->has_type)
            return NULL;
    }
    return m;
}

static Dim *new_dim(Resolver *r, const AstDimension *ast, const Source *source)
{
    Dim *dim = ARENA_NEW(r->arena, Dim);
    dim->kind = source ? DIM_COLUMN : DIM_GLOBAL;
    dim->name = ast->name.text;
    dim->title = ast->title.text;
    dim->source = source;
    dim->ast = ast;
    dim->order_ast = ast->order;
    dim->span = ast->name.span;
    return dim;
}

typedef struct {
    Resolver *r;
    Source *source;
    size_t cap_dim, cap_join, cap_axis, cap_measure, cap_key;
} SourceBuilder;

static bool dim_name_is_free(SourceBuilder *b, AstName name)
{
    if (model_find_measure(b->r->model, name.text))
        return name_is_free(b->r, name);
    if (!is_no_word(b->r, name))
        return false;
    if (!source_find_dim(b->source, name.text) &&
        !source_find_axis(b->source, name.text))
        return true;
    diag_error(b->r->sink, DIAG_DUPLICATE_NAME, name.span,
               "`%s` is declared twice in `%s`", name.text, b->source->name);
    return false;
}

static bool add_dims(SourceBuilder *b, const AstDimensions *dims)
{
    bool ok = true;
    for (uint32_t i = 0; i < dims->count; i++) {
        const AstDimension *ast = &dims->item[i];
        if (!is_no_unit(b->r, ast->name) || !dim_name_is_free(b, ast->name)) {
            ok = false;
            continue;
        }
        Dim *dim = new_dim(b->r, ast, b->source);
        ARENA_PUSH(b->r->arena, b->source->dim, b->source->n_dim, b->cap_dim, dim);
    }
    return ok;
}

static bool add_key(SourceBuilder *b, const AstNames *names)
{
    bool ok = true;
    if (b->source->n_key) {
        diag_error(b->r->sink, DIAG_DUPLICATE_NAME, names->item[0].span,
                   "`%s` has a key already", b->source->name);
        return false;
    }
    for (uint32_t i = 0; i < names->count; i++) {
        const Expr *key = define_column(b->r, b->source, names->item[i]);
        ok &= key != NULL;
        if (key)
            ARENA_PUSH(b->r->arena, b->source->key, b->source->n_key, b->cap_key, key);
    }
    return ok;
}

/* A composite key is one text: its parts, joined. */
static const Expr *key_value(Resolver *r, const Source *source)
{
    if (source->n_key == 1)
        return source->key[0];
    const Expr **part = ARENA_ARRAY(r->arena, const Expr *, source->n_key * 2);
    Type type = {.kind = VALUE_TEXT};
    Value bar = {0};
    bar.as.text.text = " / ";
    bar.as.text.len = 3;
    for (size_t i = 0; i < source->n_key; i++) {
        part[2 * i] = source->key[i];
        part[2 * i + 1] = expr_const(r->exprs, type, bar, source->span);
    }
    return typed_call(r, FN_CONCAT, source->span, part,
                      (uint32_t)(source->n_key * 2 - 1));
}

/* The entity whose key the source has. */
static bool set_entity(SourceBuilder *b, const AstSourceItem *item)
{
    Resolver *r = b->r;
    Dim *dim = ARENA_NEW(r->arena, Dim);
    dim->kind = DIM_ENTITY;
    dim->name = item->as.entity.name.text;
    dim->title = item->as.entity.title.text;
    dim->label_name = item->as.entity.label;
    dim->order_ast = item->as.entity.order;
    dim->source = b->source;
    dim->span = item->as.entity.name.span;
    dim->key = b->source->key;
    dim->n_key = b->source->n_key;
    dim->value = key_value(r, b->source);
    dim->type = dim->value ? dim->value->type : (Type){0};
    dim->state = dim->value ? RESOLVE_DONE : RESOLVE_FAILED;
    b->source->entity = dim;
    return dim->value != NULL;
}

static bool add_entity(SourceBuilder *b, const AstSourceItem *item)
{
    Resolver *r = b->r;
    if (b->source->entity) {
        diag_error(r->sink, DIAG_DUPLICATE_NAME, item->span,
                   "`%s` names its entity twice", b->source->name);
        return false;
    }
    return is_no_unit(r, item->as.entity.name) && add_key(b, &item->as.entity.key) &&
           set_entity(b, item);
}

static void add_join(SourceBuilder *b, const AstSourceItem *item)
{
    Join *join = ARENA_NEW(b->r->arena, Join);
    join->from = b->source;
    join->is_role = item->as.join.role.text != NULL;
    join->role = join->is_role ? item->as.join.role.text : item->as.join.source.text;
    join->is_dated = item->as.join.dated.from != NULL;
    join->span = item->span;
    ARENA_PUSH(b->r->arena, b->source->join, b->source->n_join, b->cap_join, join);
}

static bool add_axis(SourceBuilder *b, const AstSourceItem *item)
{
    if (!dim_name_is_free(b, item->as.time.name))
        return false;
    Axis *axis = ARENA_NEW(b->r->arena, Axis);
    axis->name = item->as.time.name.text;
    axis->source = b->source;
    axis->ast = item;
    axis->span = item->as.time.name.span;
    if (item->as.time.unit) {
        axis->has_unit = true;
        if (!period_calendar_unit(b->r, item->as.time.unit, &axis->unit))
            return false;
        if (!item->as.time.unit->calendar.text)
            axis->unit = period_base(item->as.time.unit->unit);
    }
    ARENA_PUSH(b->r->arena, b->source->axis, b->source->n_axis, b->cap_axis, axis);
    return true;
}

static bool add_measure(SourceBuilder *b, const AstMeasure *ast)
{
    if (!name_is_free(b->r, ast->name))
        return false;
    Measure *m = new_measure(b->r, ast, b->source);
    if (!m)
        return false;
    ARENA_PUSH(b->r->arena, b->source->measure, b->source->n_measure, b->cap_measure,
               m);
    return true;
}

static bool add_source_item(SourceBuilder *b, const AstSourceItem *item)
{
    switch (item->kind) {
    case AST_SOURCE_ITEM_KEY:
        return add_key(b, &item->as.key);
    case AST_SOURCE_ITEM_ENTITY:
        return add_entity(b, item);
    case AST_SOURCE_ITEM_TREE:
        return true; /* when joins are linked */
    case AST_SOURCE_ITEM_DIMENSION:
        return add_dims(b, &item->as.dimensions);
    case AST_SOURCE_ITEM_MEASURE:
        return add_measure(b, item->as.measure);
    case AST_SOURCE_ITEM_JOIN:
        add_join(b, item);
        return true;
    case AST_SOURCE_ITEM_TIME:
        return add_axis(b, item);
    case AST_SOURCE_ITEM_COVERS:
        b->source->has_covers = true;
        return resolve_period(b->r, item->as.covers, &b->source->covers);
    case AST_SOURCE_ITEM_REFRESHED:
        return steering_rhythm(b->r, item->as.refreshed, &b->source->refreshed);
    }
    UNREACHABLE("source item");
}

/* Columns that a stored origin has. */
static bool find_columns(Resolver *r, const AstOrigin *ast, Source *source)
{
    Origin *o = &source->origin;
    if (ast->kind == AST_ORIGIN_CSV) {
        o->kind = ORIGIN_RESULT;
        o->name = ast->text.text;
        o->kept = ARENA_NEW(r->arena, KeptRows);
        o->kept->result = r->catalog->csv(r->catalog->self, source, ast->span);
        return o->kept->result != NULL;
    }
    bool table = ast->kind == AST_ORIGIN_TABLE;
    o->kind = table ? ORIGIN_TABLE : ORIGIN_SQL;
    o->name = table ? ast->path.item[ast->path.count - 1].text : ast->text.text;
    return r->catalog->columns(r->catalog->self, source, ast->span);
}

static bool find_origin(Resolver *r, const AstOrigin *ast, Source *source)
{
    switch (ast->kind) {
    case AST_ORIGIN_TABLE:
    case AST_ORIGIN_CSV:
    case AST_ORIGIN_SQL:
        return find_columns(r, ast, source);
    case AST_ORIGIN_PRINTED:
    case AST_ORIGIN_PARAMETER:
    case AST_ORIGIN_SOURCES:
        return origin_derive(r, ast, source);
    }
    UNREACHABLE("origin");
}

/* What a stack has without being told: where its rows come from, the entities that its
   answers are kept by, and the entity of its parts unless it names what a row is. */
static bool add_stacked(SourceBuilder *b)
{
    Source *source = b->source;
    AstName origin = {.text = "origin", .span = source->span};
    if (source->origin.kind != ORIGIN_STACK || source->origin.source)
        return true;
    if (!dim_name_is_free(b, origin))
        return false;
    AstDimension none = {.name = origin};
    Dim *dim = new_dim(b->r, &none, source);
    dim->ast = NULL;
    ARENA_PUSH(b->r->arena, source->dim, source->n_dim, b->cap_dim, dim);
    answer_complete_stack(b->r, source);
    const Source *like = source->n_key ? NULL : origin_entity(source);
    if (!like)
        return true;
    for (size_t i = 0; i < like->n_key; i++) {
        AstName name = {.text = like->column[like->key[i]->as.column.column].name,
                        .span = source->span};
        const Expr *key = define_column(b->r, source, name);
        ARENA_PUSH(b->r->arena, source->key, source->n_key, b->cap_key, key);
    }
    AstSourceItem item = {.span = source->span};
    item.as.entity.name = (AstName){.text = like->entity->name, .span = source->span};
    return set_entity(b, &item);
}

bool define_source(Resolver *r, Source *source)
{
    const AstSource *ast = source->ast;
    Model *model = r->model;
    if (!find_origin(r, &ast->origin, source))
        return false;
    ARENA_PUSH(r->arena, model->source, model->n_source, model->cap_source, source);
    SourceBuilder b = {.r = r, .source = source};
    bool ok = true;
    for (uint32_t i = 0; i < ast->items.count; i++)
        ok &= add_source_item(&b, &ast->items.item[i]);
    answer_complete(r, source);
    return add_stacked(&b) && ok;
}

static bool declare_source(Resolver *r, const AstSource *ast)
{
    if (model_find_source(r->model, ast->name.text)) {
        diag_error(r->sink, DIAG_DUPLICATE_NAME, ast->name.span,
                   "there is a source `%s` already", ast->name.text);
        return false;
    }
    Source *source = ARENA_NEW(r->arena, Source);
    source->name = ast->name.text;
    source->title = ast->title.text;
    source->ast = ast;
    source->span = ast->name.span;
    source->index = (uint32_t)r->model->n_source;
    return define_source(r, source);
}

static bool declare_dimension(Resolver *r, const AstDimension *ast)
{
    if (!name_is_free(r, ast->name))
        return false;
    Dim *dim = new_dim(r, ast, NULL);
    ARENA_PUSH(r->arena, r->model->dim, r->model->n_dim, r->model->cap_dim, dim);
    return true;
}

static bool declare_measure(Resolver *r, const AstMeasure *ast)
{
    Measure *m = name_is_free(r, ast->name) ? new_measure(r, ast, NULL) : NULL;
    if (!m)
        return false;
    ARENA_PUSH(r->arena, r->model->measure, r->model->n_measure, r->model->cap_measure,
               m);
    return true;
}

/* A function of the language is found before one of one's own. */
static bool function_is_free(Resolver *r, AstName name)
{
    AggFn fn;
    AstUnit unit;
    if (!leaf_is_aggregate(name.text, &fn) && !ast_name_unit(name, &unit) &&
        function_by_name(name.text) == FN_COUNT)
        return true;
    Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, name.span,
                         "`%s` is a function of the language", name.text);
    diag_help(r->sink, d, "take another name");
    return false;
}

bool resolve_declare(Resolver *r, const AstStmt *stmt)
{
    Model *model = r->model;
    NamedAst named = {.ast = stmt};
    if (stmt->kind == AST_STMT_SOURCE)
        return declare_source(r, stmt->as.source);
    if (stmt->kind == AST_STMT_DIMENSION)
        return declare_dimension(r, stmt->as.dimension);
    if (stmt->kind == AST_STMT_CURRENCY)
        return currency_declare(r, stmt);
    if (stmt->kind == AST_STMT_MEASURE)
        return declare_measure(r, stmt->as.measure);
    if (stmt->kind == AST_STMT_PROFILE)
        return profile_declare(r, stmt);
    if (stmt->kind == AST_STMT_LET_FUNCTION) {
        if (!function_is_free(r, stmt->as.let.name))
            return false;
        named.name = stmt->as.let.name.text;
        ARENA_PUSH(r->arena, model->function, model->n_function, model->cap_function,
                   named);
    } else if (stmt->kind == AST_STMT_LESSON) {
        named.name = stmt->as.report->name.text;
        ARENA_PUSH(r->arena, model->lesson, model->n_lesson, model->cap_lesson, named);
    } else if (stmt->kind == AST_STMT_STAFF || stmt->kind == AST_STMT_AUDIENCE ||
               stmt->kind == AST_STMT_INDICATOR || stmt->kind == AST_STMT_STRATEGY ||
               stmt->kind == AST_STMT_OBJECTIVE || stmt->kind == AST_STMT_RITUAL) {
        return steering_declare(r, stmt);
    } else if (stmt->kind == AST_STMT_REPORT) {
        named.name = stmt->as.report->name.text;
        ARENA_PUSH(r->arena, model->report, model->n_report, model->cap_report, named);
    }
    return true;
}

bool resolve_waits(const Resolver *r, const AstStmt *stmt)
{
    if (stmt->kind != AST_STMT_SOURCE)
        return false;
    const AstOrigin *origin = &stmt->as.source->origin;
    for (uint32_t i = 0; i < origin->sources.count; i++) {
        if (!model_find_source(r->model, origin->sources.item[i].text))
            return true;
    }
    return origin->kind == AST_ORIGIN_PRINTED || origin->kind == AST_ORIGIN_PARAMETER;
}

bool resolve_is_declared(const Resolver *r, const AstStmt *stmt)
{
    if (stmt->kind != AST_STMT_SOURCE)
        return true;
    const AstName *name = &stmt->as.source->name;
    const Source *source = model_find_source(r->model, name->text);
    return source && source->span.file == name->span.file &&
           source->span.begin == name->span.begin;
}

bool resolve_link(Resolver *r, const AstStmt *stmt, bool last)
{
    Profile profile;
    if (stmt->kind == AST_STMT_PROFILE)
        return last || stmt->as.profile.query || profile_read(r, stmt, &profile);
    Source *source = stmt->kind == AST_STMT_SOURCE
                         ? model_find_source(r->model, stmt->as.source->name.text)
                         : NULL;
    if (!source)
        return !last || stmt->kind != AST_STMT_SOURCE;
    return define_link_source(r, source, last);
}

bool resolve_check(Resolver *r, const AstStmt *stmt)
{
    if (stmt->kind == AST_STMT_SOURCE) {
        Source *source = model_find_source(r->model, stmt->as.source->name.text);
        return source && define_check_source(r, source);
    }
    if (stmt->kind == AST_STMT_PROFILE)
        return profile_check(r, stmt);
    if (stmt->kind == AST_STMT_DIMENSION)
        return define_check_dimension(r, stmt->as.dimension);
    if (stmt->kind == AST_STMT_MEASURE) {
        Measure *m = model_find_measure(r->model, stmt->as.measure->name.text);
        return m && define_check_measure(r, m);
    }
    return steering_check(r, stmt);
}
