/* The walk over statements and the items of their blocks. */
#include "parser/ast_walk.h"

#include "runtime/base/compiler.h"

static void no_begin(void *data, WalkRole role, const char *word, Span span)
{
    (void)data;
    (void)role;
    (void)word;
    (void)span;
}

static void no_end(void *data)
{
    (void)data;
}

static void no_name(void *data, const AstName *name)
{
    (void)data;
    (void)name;
}

static void no_text(void *data, const AstText *text)
{
    (void)data;
    (void)text;
}

static void no_number(void *data, const Decimal *number)
{
    (void)data;
    (void)number;
}

static void no_count(void *data, uint64_t count)
{
    (void)data;
    (void)count;
}

static void no_word(void *data, const char *word)
{
    (void)data;
    (void)word;
}

AstVisitor ast_visitor(AstVisitor v)
{
    v.begin = v.begin ? v.begin : no_begin;
    v.end = v.end ? v.end : no_end;
    v.name = v.name ? v.name : no_name;
    v.text = v.text ? v.text : no_text;
    v.number = v.number ? v.number : no_number;
    v.count = v.count ? v.count : no_count;
    v.word = v.word ? v.word : no_word;
    return v;
}

static void node(const AstVisitor *v, const char *word)
{
    v->begin(v->data, WALK_NODE, word, (Span){0, 0, 0});
}

static void walk_measure(const AstVisitor *v, const AstMeasure *m)
{
    v->name(v->data, &m->name);
    walk_text(v, "title", &m->title);
    walk_type(v, m->type);
    ast_walk_expr(v, m->value);
    if (m->stock.kind == AST_STOCK_WHILE) {
        walk_part(v, "while", m->stock.from);
        walk_part(v, "until", m->stock.until);
    } else if (m->stock.kind != AST_STOCK_NONE) {
        node(v, m->stock.kind == AST_STOCK_SNAPSHOT ? "snapshot" : "last-known");
        walk_paths(v, "keys", &m->stock.keys);
        walk_path(v, &m->stock.at);
        v->end(v->data);
    }
    if (m->axis.count) {
        node(v, "on");
        walk_path(v, &m->axis);
        v->end(v->data);
    }
    walk_part(v, "where", m->where);
    if (m->spread.kind == AST_SPREAD_DAYS)
        v->word(v->data, "spread-days");
    else if (m->spread.kind == AST_SPREAD_WORKING_DAYS)
        v->word(v->data, "spread-working-days");
    walk_name(v, "spread", &m->spread.profile);
}

static void walk_dimension(const AstVisitor *v, const AstDimension *d)
{
    v->name(v->data, &d->name);
    walk_text(v, "title", &d->title);
    walk_type(v, d->type);
    walk_part(v, "value", d->value);
    walk_part(v, "sort by", d->order);
    if (d->conforms.count) {
        node(v, "conforms");
        walk_path(v, &d->conforms);
        v->end(v->data);
    }
}

static void walk_dated(const AstVisitor *v, const AstDated *dated)
{
    walk_part(v, "while", dated->from);
    walk_part(v, "until", dated->until);
}

static void walk_time(const AstVisitor *v, const AstSourceItem *item)
{
    v->name(v->data, &item->as.time.name);
    walk_text(v, "title", &item->as.time.title);
    ast_walk_expr(v, item->as.time.value);
    if (!item->as.time.unit)
        return;
    node(v, "by");
    walk_unit(v, item->as.time.unit);
    v->end(v->data);
}

static void walk_source_item(const AstVisitor *v, const AstSourceItem *item)
{
    switch (item->kind) {
    case AST_SOURCE_ITEM_KEY:
        walk_names(v, "names", &item->as.key);
        return;
    case AST_SOURCE_ITEM_ENTITY:
        v->name(v->data, &item->as.entity.name);
        walk_text(v, "title", &item->as.entity.title);
        walk_names(v, "key", &item->as.entity.key);
        walk_name(v, "label", &item->as.entity.label);
        walk_part(v, "sort by", item->as.entity.order);
        return;
    case AST_SOURCE_ITEM_TREE:
        v->name(v->data, &item->as.tree.parent);
        walk_dated(v, &item->as.tree.dated);
        return;
    case AST_SOURCE_ITEM_DIMENSION:
        for (uint32_t i = 0; i < item->as.dimensions.count; i++)
            walk_dimension(v, &item->as.dimensions.item[i]);
        return;
    case AST_SOURCE_ITEM_MEASURE:
        walk_measure(v, item->as.measure);
        return;
    case AST_SOURCE_ITEM_JOIN:
        v->name(v->data, &item->as.join.source);
        walk_name(v, "role", &item->as.join.role);
        walk_names(v, "on", &item->as.join.on);
        walk_dated(v, &item->as.join.dated);
        return;
    case AST_SOURCE_ITEM_TIME:
        walk_time(v, item);
        return;
    case AST_SOURCE_ITEM_COVERS:
        ast_walk_expr(v, item->as.covers);
        return;
    case AST_SOURCE_ITEM_REFRESHED:
        v->name(v->data, &item->as.refreshed);
        return;
    }
    UNREACHABLE("source item");
}

static const char *origin_text(AstOriginKind kind)
{
    switch (kind) {
    case AST_ORIGIN_TABLE:
        return "table";
    case AST_ORIGIN_CSV:
        return "csv";
    case AST_ORIGIN_SQL:
        return "sql";
    case AST_ORIGIN_PRINTED:
        return "printed";
    case AST_ORIGIN_PARAMETER:
        return "parameter";
    case AST_ORIGIN_SOURCES:
        return "sources";
    }
    UNREACHABLE("origin");
}

static void walk_origin(const AstVisitor *v, const AstOrigin *origin)
{
    v->begin(v->data, WALK_NODE, origin_text(origin->kind), origin->span);
    if (origin->path.count)
        walk_path(v, &origin->path);
    if (origin->text.text)
        v->text(v->data, &origin->text);
    for (uint32_t i = 0; i < origin->printed.count; i++)
        ast_walk_stmt(v, origin->printed.item[i]);
    if (origin->parameter.text)
        v->name(v->data, &origin->parameter);
    walk_names(v, "names", &origin->sources);
    v->end(v->data);
}

static void walk_source(const AstVisitor *v, const AstSource *source)
{
    v->name(v->data, &source->name);
    walk_text(v, "title", &source->title);
    walk_origin(v, &source->origin);
    walk_part(v, "where", source->where);
    for (uint32_t i = 0; i < source->items.count; i++) {
        const AstSourceItem *item = &source->items.item[i];
        v->begin(v->data, WALK_ITEM, ast_source_item_text(item->kind), item->span);
        walk_source_item(v, item);
        v->end(v->data);
    }
}

static void walk_table(const AstVisitor *v, const AstTableRoles *table)
{
    if (!table->table.count)
        return;
    walk_path(v, &table->table);
    walk_paths(v, "roles", &table->roles);
}

static void walk_calendar(const AstVisitor *v, const AstCalendarItems *items)
{
    static const char *const words[] = {
        [AST_CALENDAR_STARTS] = "starts",   [AST_CALENDAR_ENDS] = "ends",
        [AST_CALENDAR_PATTERN] = "pattern", [AST_CALENDAR_COMPARES] = "compares",
        [AST_CALENDAR_NAMED] = "named",     [AST_CALENDAR_HOLIDAYS] = "holidays",
    };
    for (uint32_t i = 0; i < items->count; i++) {
        const AstCalendarItem *item = &items->item[i];
        v->begin(v->data, WALK_ITEM, words[item->kind], item->span);
        if (item->kind != AST_CALENDAR_HOLIDAYS)
            v->word(v->data, ast_unit_text(item->unit));
        if (item->nearest)
            v->word(v->data, "nearest");
        for (uint32_t k = 0; k < item->days.count; k++)
            ast_walk_expr(v, item->days.item[k]);
        if (item->from)
            walk_table(v, item->from);
        if (item->weekday.text)
            v->name(v->data, &item->weekday);
        if (item->name.text)
            v->name(v->data, &item->name);
        if (item->kind == AST_CALENDAR_PATTERN || item->kind == AST_CALENDAR_COMPARES) {
            v->begin(v->data, WALK_PATTERN, "numbers", item->span);
            for (size_t k = 0; k < COUNT_OF(item->number); k++)
                v->count(v->data, item->number[k]);
            v->end(v->data);
        }
        v->end(v->data);
    }
}

static void walk_capacity(const AstVisitor *v, const AstCapacity *capacity)
{
    v->word(v->data, ast_unit_text(capacity->by));
    if (capacity->count) {
        v->count(v->data, capacity->count);
        v->word(v->data, ast_unit_text(capacity->over));
    }
    if (capacity->staff)
        v->count(v->data, capacity->staff);
}

static void walk_cascade(const AstVisitor *v, const AstCascade *cascade)
{
    walk_path(v, &cascade->over);
    v->name(v->data, &cascade->rule);
    walk_part(v, "over", cascade->excess);
    for (uint32_t i = 0; i < cascade->parts.count; i++) {
        const AstPart *part = &cascade->parts.item[i];
        v->text(v->data, &part->unit);
        ast_walk_expr(v, part->value);
        walk_part(v, "weight", part->weight);
    }
}

static void walk_steering_item(const AstVisitor *v, const AstSteeringItem *item)
{
    if (item->name.text)
        v->name(v->data, &item->name);
    if (item->other.text)
        v->name(v->data, &item->other);
    walk_names(v, "names", &item->names);
    walk_text(v, "text", &item->text);
    if (item->expr)
        ast_walk_expr(v, item->expr);
    for (uint32_t i = 0; i < item->texts.count; i++)
        v->text(v->data, &item->texts.item[i]);
    if (item->bound) {
        if (item->op != AST_OP_ADD) /* of BASELINE and others that have none */
            v->word(v->data, ast_op_text(item->op));
        ast_walk_expr(v, item->bound);
    }
    walk_part(v, "by", item->by);
    walk_part(v, "for", item->period);
    if (item->kind == AST_STEERING_ITEM_CAPACITY)
        walk_capacity(v, &item->capacity);
    if (item->cascade)
        walk_cascade(v, item->cascade);
    for (uint32_t i = 0; i < item->drives.count; i++) {
        const AstDrive *drive = &item->drives.item[i];
        walk_path(v, &drive->path);
        if (drive->has_after) {
            v->word(v->data, "after");
            v->count(v->data, drive->after);
            v->word(v->data, ast_unit_text(drive->unit));
        }
        if (drive->inversely)
            v->word(v->data, "inversely");
    }
    for (uint32_t i = 0; i < item->steers.count; i++)
        ast_walk_expr(v, item->steers.item[i]);
}

static void walk_steering_items(const AstVisitor *v, WalkRole role,
                                const AstSteeringItems *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const AstSteeringItem *item = &items->item[i];
        v->begin(v->data, role, ast_steering_item_text(item->kind), item->span);
        walk_steering_item(v, item);
        v->end(v->data);
    }
}

static void walk_report(const AstVisitor *v, const AstReport *report)
{
    v->name(v->data, &report->name);
    for (uint32_t i = 0; i < report->params.count; i++) {
        const AstParam *param = &report->params.item[i];
        v->begin(v->data, WALK_NODE, "param", param->span);
        v->name(v->data, &param->name);
        walk_type(v, param->type);
        walk_part(v, "default", param->value);
        v->end(v->data);
    }
    if (report->title.text) {
        v->begin(v->data, WALK_CLAUSE, "report-title", report->title.span);
        walk_text(v, "title", &report->title);
        v->end(v->data);
    }
    walk_steering_items(v, WALK_CLAUSE, &report->attributes);
    for (uint32_t i = 0; i < report->body.count; i++)
        ast_walk_stmt(v, report->body.item[i]);
}

static void walk_run(const AstVisitor *v, const AstStmt *stmt)
{
    walk_path(v, &stmt->as.run.report);
    for (uint32_t i = 0; i < stmt->as.run.args.count; i++) {
        const AstNamedArg *arg = &stmt->as.run.args.item[i];
        v->begin(v->data, WALK_ARGUMENT, "arg", arg->span);
        if (arg->name.text)
            v->name(v->data, &arg->name);
        ast_walk_expr(v, arg->value);
        v->end(v->data);
    }
    for (uint32_t i = 0; i < stmt->as.run.what_if.count; i++)
        walk_assign(v, &stmt->as.run.what_if.item[i]);
    for (uint32_t i = 0; i < stmt->as.run.to.count; i++)
        walk_text(v, "to", &stmt->as.run.to.item[i]);
}

static void walk_profile(const AstVisitor *v, const AstStmt *stmt)
{
    v->name(v->data, &stmt->as.profile.name);
    walk_unit(v, &stmt->as.profile.unit);
    for (uint32_t i = 0; i < stmt->as.profile.weights.count; i++)
        ast_walk_expr(v, stmt->as.profile.weights.item[i]);
    if (stmt->as.profile.query)
        ast_walk_question(v, stmt->as.profile.query);
    walk_table(v, &stmt->as.profile.from);
}

static void walk_let(const AstVisitor *v, const AstStmt *stmt)
{
    v->name(v->data, &stmt->as.let.name);
    walk_names(v, "params", &stmt->as.let.params);
    if (stmt->as.let.value)
        ast_walk_expr(v, stmt->as.let.value);
    if (stmt->as.let.query)
        ast_walk_question(v, stmt->as.let.query);
}

static void walk_brief(const AstVisitor *v, const AstStmt *stmt)
{
    if (stmt->as.brief.is_parameter)
        v->word(v->data, "$");
    walk_name(v, "for", &stmt->as.brief.audience);
    walk_text(v, "for", &stmt->as.brief.who);
    walk_part(v, "on", stmt->as.brief.on);
}

static void walk_decide(const AstVisitor *v, const AstStmt *stmt)
{
    v->name(v->data, &stmt->as.decide.indicator);
    walk_text(v, "text", &stmt->as.decide.text);
    walk_text(v, "owner", &stmt->as.decide.owner);
    walk_part(v, "due", stmt->as.decide.due);
}

static void walk_commit(const AstVisitor *v, const AstStmt *stmt)
{
    ast_walk_expr(v, stmt->as.commit.value);
    ast_walk_question(v, stmt->as.commit.question);
    walk_text(v, "by", &stmt->as.commit.by);
}

static void walk_learn(const AstVisitor *v, const AstStmt *stmt)
{
    walk_text(v, "text", &stmt->as.learn.text);
    if (stmt->as.learn.has_number)
        v->count(v->data, stmt->as.learn.number);
}

static void walk_explain(const AstVisitor *v, const AstStmt *stmt)
{
    if (stmt->as.explain.expr)
        ast_walk_expr(v, stmt->as.explain.expr);
    if (stmt->as.explain.question)
        ast_walk_question(v, stmt->as.explain.question);
}

static void walk_steering(const AstVisitor *v, const AstStmt *stmt)
{
    v->name(v->data, &stmt->as.steering.name);
    walk_text(v, "title", &stmt->as.steering.title);
    walk_steering_items(v, stmt->kind == AST_STMT_AUDIENCE ? WALK_CLAUSE : WALK_ITEM,
                        &stmt->as.steering.items);
}

static void walk_script_stmt(const AstVisitor *v, const AstStmt *stmt);

/* Statements that ask for a table. */
static void walk_printer(const AstVisitor *v, const AstStmt *stmt)
{
    if (stmt->kind == AST_STMT_SOLVE || stmt->kind == AST_STMT_CASCADE) {
        ast_walk_expr(v, stmt->as.solve.goal);
        if (stmt->as.solve.to)
            ast_walk_expr(v, stmt->as.solve.to);
        ast_walk_question(v, stmt->as.solve.question);
    } else if (stmt->kind == AST_STMT_EXPLAIN) {
        walk_explain(v, stmt);
    } else if (stmt->kind == AST_STMT_CHECK) {
        v->word(v->data, stmt->as.check.steering ? "steering" : "model");
    } else if (stmt->kind == AST_STMT_MAP) {
        v->word(v->data, "steering");
    } else if (stmt->kind == AST_STMT_BRIEF) {
        walk_brief(v, stmt);
    } else if (stmt->kind == AST_STMT_DECIDE) {
        walk_decide(v, stmt);
    } else if (stmt->kind == AST_STMT_COMMIT) {
        walk_commit(v, stmt);
    } else if (stmt->kind == AST_STMT_ADOPTION) {
        return; /* the word is all */
    } else {
        ast_walk_question(v, stmt->as.question);
    }
}

static void walk_defined(const AstVisitor *v, const AstStmt *stmt)
{
    if (stmt->kind == AST_STMT_SOURCE)
        walk_source(v, stmt->as.source);
    else if (stmt->kind == AST_STMT_MEASURE)
        walk_measure(v, stmt->as.measure);
    else
        walk_dimension(v, stmt->as.dimension);
}

static void walk_stmt_parts(const AstVisitor *v, const AstStmt *stmt)
{
    switch (stmt->kind) {
    case AST_STMT_SOURCE:
    case AST_STMT_MEASURE:
    case AST_STMT_DIMENSION:
        walk_defined(v, stmt);
        return;
    case AST_STMT_LET_VALUE:
    case AST_STMT_LET_FUNCTION:
    case AST_STMT_LET_QUERY:
        walk_let(v, stmt);
        return;
    case AST_STMT_REPORT:
    case AST_STMT_LESSON:
        walk_report(v, stmt->as.report);
        return;
    case AST_STMT_QUESTION:
    case AST_STMT_REFINE:
    case AST_STMT_SOLVE:
    case AST_STMT_CASCADE:
    case AST_STMT_FORECAST:
    case AST_STMT_BACKTEST:
    case AST_STMT_BRIDGE:
    case AST_STMT_WHY:
    case AST_STMT_EXPLAIN:
    case AST_STMT_CHECK:
    case AST_STMT_BRIEF:
    case AST_STMT_DECIDE:
    case AST_STMT_COMMIT:
    case AST_STMT_ADOPTION:
    case AST_STMT_MAP:
        walk_printer(v, stmt);
        return;
    case AST_STMT_AUDIENCE:
    case AST_STMT_INDICATOR:
    case AST_STMT_STRATEGY:
    case AST_STMT_OBJECTIVE:
    case AST_STMT_RITUAL:
        walk_steering(v, stmt);
        return;
    case AST_STMT_OPEN:
    case AST_STMT_USE:
    case AST_STMT_CURRENCY:
    case AST_STMT_CALENDAR:
    case AST_STMT_REQUIRE:
    case AST_STMT_SET:
    case AST_STMT_PROFILE:
    case AST_STMT_RUN:
    case AST_STMT_TEXT:
    case AST_STMT_LEARN:
    case AST_STMT_ASK:
    case AST_STMT_HINT:
    case AST_STMT_EXPECT:
    case AST_STMT_STAFF:
        walk_script_stmt(v, stmt);
        return;
    }
    UNREACHABLE("statement");
}

/* The short ones. */
static void walk_script_stmt(const AstVisitor *v, const AstStmt *stmt)
{
    if (stmt->kind == AST_STMT_OPEN) {
        v->text(v->data, &stmt->as.open);
    } else if (stmt->kind == AST_STMT_USE) {
        if (stmt->as.use.module.count)
            walk_path(v, &stmt->as.use.module);
        walk_text(v, "file", &stmt->as.use.file);
    } else if (stmt->kind == AST_STMT_CURRENCY) {
        v->name(v->data, &stmt->as.currency.name);
        walk_table(v, &stmt->as.currency.from);
    } else if (stmt->kind == AST_STMT_CALENDAR) {
        v->name(v->data, &stmt->as.calendar.name);
        walk_calendar(v, &stmt->as.calendar.items);
    } else if (stmt->kind == AST_STMT_REQUIRE) {
        v->word(v->data, stmt->as.require.is_dimension ? "dimension" : "measure");
        v->name(v->data, &stmt->as.require.name);
        walk_type(v, stmt->as.require.type);
    } else if (stmt->kind == AST_STMT_SET) {
        v->name(v->data, &stmt->as.set.name);
        ast_walk_expr(v, stmt->as.set.value);
    } else if (stmt->kind == AST_STMT_STAFF) {
        v->name(v->data, &stmt->as.staff.source);
        walk_paths(v, "roles", &stmt->as.staff.roles);
    } else if (stmt->kind == AST_STMT_PROFILE) {
        walk_profile(v, stmt);
    } else if (stmt->kind == AST_STMT_RUN) {
        walk_run(v, stmt);
    } else if (stmt->kind == AST_STMT_TEXT) {
        ast_walk_expr(v, stmt->as.text);
    } else if (stmt->kind == AST_STMT_ASK || stmt->kind == AST_STMT_HINT) {
        v->text(v->data, &stmt->as.said);
    } else if (stmt->kind == AST_STMT_EXPECT) {
        const AstStmt *expected = stmt->as.expected;
        v->begin(v->data, WALK_NODE, ast_stmt_text(expected->kind), expected->span);
        walk_printer(v, expected);
        v->end(v->data);
    } else {
        walk_learn(v, stmt);
    }
}

void ast_walk_stmt(const AstVisitor *v, const AstStmt *stmt)
{
    v->begin(v->data, WALK_STMT, ast_stmt_text(stmt->kind), stmt->span);
    walk_stmt_parts(v, stmt);
    v->end(v->data);
}

void ast_walk_script(const AstVisitor *v, const AstScript *script)
{
    for (uint32_t i = 0; i < script->stmts.count; i++)
        ast_walk_stmt(v, script->stmts.item[i]);
    if (script->expr)
        ast_walk_expr(v, script->expr);
}
