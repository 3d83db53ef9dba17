/* `check model`: what the model claims, held against the data. Each claim becomes a
   question of the language itself, and a claim that does not hold is one line of the
   answer: keys that are not unique, rows whose join finds nothing, rows that hold at
   the same time, values that are not of their column's type or of the kind that is
   declared, rows outside the time that is covered. */
#include "runtime/session/check_model.h"

#include "runtime/execute/claims.h"
#include "runtime/session/used.h"

#include <string.h>

enum { KEYS_SHOWN = 5 };
enum { COLUMN_SOURCE, COLUMN_CLAIM, COLUMN_FINDING, COLUMN_ROWS, COLUMN_COUNT };

typedef struct {
    Session *s;
    DriverTable table;
} Check;

static const DriverColumn column[COLUMN_COUNT] = {
    [COLUMN_SOURCE] = {"source", {.kind = VALUE_TEXT}, true, false},
    [COLUMN_CLAIM] = {"claim", {.kind = VALUE_TEXT}, true, false},
    [COLUMN_FINDING] = {"finding", {.kind = VALUE_TEXT}, true, false},
    [COLUMN_ROWS] = {"rows",
                     {.kind = VALUE_NUMBER, .unit.kind = UNIT_COUNT, .integer = true},
                     false,
                     false},
};

const DriverColumns check_model_columns = {column, COLUMN_COUNT};

/* In backquotes, as the language reads it. */
static void add_name(StrBuf *sb, const char *name)
{
    strbuf_addc(sb, '`');
    for (; *name; name++)
        strbuf_addn(sb, *name, *name == '`' ? 2 : 1);
    strbuf_addc(sb, '`');
}

static void add_line(Check *check, const char *source, const char *claim,
                     const char *finding, Decimal rows)
{
    driver_text(&check->table, COLUMN_SOURCE, source);
    driver_text(&check->table, COLUMN_CLAIM, claim);
    driver_text(&check->table, COLUMN_FINDING, finding);
    driver_cell(&check->table, COLUMN_ROWS, column[COLUMN_ROWS].type,
                (Value){.as.number = rows});
}

static Result *ask(Session *s, const StrBuf *text)
{
    return session_ask(s, "<check model>", text->text, ASK_LABELS);
}

/* What an answer in one line and one column says; 0 where it is empty. */
static Decimal only_number(const Result *result)
{
    Value value = {.empty = true};
    if (result->n_row == 1)
        value = result_value(result, 0, 0);
    return value.empty ? decimal_from_i64(0) : value.as.number;
}

static const char *column_name(const Source *source, const Expr *expr)
{
    return source->column[expr->as.column.column].name;
}

/* A dated join onto the whole key, or dated parents: rows of one key take turns. */
static bool takes_turns(const Model *model, const Source *source)
{
    if (source->entity && source->entity->parent && source->entity->parent->is_dated)
        return true;
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *from = model->source[i];
        for (size_t k = 0; k < from->n_join; k++) {
            const Join *join = from->join[k];
            if (join->target == source && join->is_dated && join->n_on == source->n_key)
                return true;
        }
    }
    return false;
}

/* Keys of which there are several rows. */
static bool check_key(Check *check, const Source *source)
{
    if (!source->n_key || takes_turns(&check->s->model, source))
        return true;
    StrBuf text, claim;
    strbuf_init(&text);
    strbuf_init(&claim);
    strbuf_adds(&text, "show count() as `rows of a key` by ");
    strbuf_adds(&claim, "key is unique: ");
    for (size_t i = 0; i < source->n_key; i++) {
        const char *name = column_name(source, source->key[i]);
        strbuf_adds(&text, i ? ", " : "");
        add_name(&text, name);
        strbuf_adds(&claim, i ? ", " : "");
        strbuf_adds(&claim, name);
    }
    strbuf_adds(&text, " from ");
    add_name(&text, source->name);
    strbuf_adds(&text, " having `rows of a key` > 1");
    Result *result = ask(check->s, &text);
    if (result && result->n_row)
        add_line(check, source->name, claim.text, "keys with several rows",
                 decimal_from_i64(result->n_row));
    if (result)
        result_unref(result);
    strbuf_release(&text);
    strbuf_release(&claim);
    return result != NULL;
}

/* What a row's side of a join is called: a column, or a dimension of its source. */
static const char *on_name(const Source *source, const Expr *on)
{
    if (on->kind == EXPR_COLUMN)
        return column_name(source, on);
    for (size_t i = 0; i < source->n_dim; i++) {
        if (source->dim[i]->value == on)
            return source->dim[i]->name;
    }
    return NULL;
}

/* Rows with a key that no row of the target has, at their time where it counts. */
static bool check_join(Check *check, const Source *source, const Join *join)
{
    StrBuf text, claim;
    strbuf_init(&text);
    strbuf_init(&claim);
    strbuf_addf(&text, "show count() as orphans from `%s` where ", source->name);
    bool ask_it = !join->is_dated || source->n_axis;
    for (size_t i = 0; i < join->n_on; i++) {
        const char *name = on_name(source, join->on[i]);
        ask_it &= name != NULL;
        add_name(&text, name ? name : "");
        strbuf_adds(&text, " is not empty and ");
    }
    if (join->is_dated && source->n_axis)
        strbuf_addf(&text, "`%s` is not empty and ", source->axis[0]->name);
    strbuf_addf(&text, "`%s`.", join->role);
    add_name(&text, column_name(join->target, join->key[0]));
    strbuf_adds(&text, " is empty");
    strbuf_addf(&claim, "every row finds its `%s`", join->role);
    Result *result = ask_it ? ask(check->s, &text) : NULL;
    if (result && !decimal_is_zero(only_number(result)))
        add_line(check, source->name, claim.text, "rows without a match",
                 only_number(result));
    if (result)
        result_unref(result);
    strbuf_release(&text);
    strbuf_release(&claim);
    return result || !ask_it;
}

/* Rows of a key that hold at the same time: the first few keys by name. */
static bool check_overlaps(Check *check, const Join *join)
{
    Session *s = check->s;
    KeyOverlap *found;
    size_t n;
    if (!join->is_dated)
        return true;
    session_ready_executor(s);
    if (!claims_overlaps(&s->executor, join, s->statement, &found, &n))
        return false;
    const char *claim =
        arena_printf(s->statement, "rows for `%s` do not overlap", join->from->name);
    for (size_t i = 0; i < n && i < KEYS_SHOWN; i++)
        add_line(check, join->target->name, claim,
                 arena_printf(s->statement, "overlaps of key %s", found[i].key),
                 decimal_from_i64(found[i].overlaps));
    if (n > KEYS_SHOWN)
        add_line(check, join->target->name, claim, "more keys with overlaps",
                 decimal_from_i64((int64_t)(n - KEYS_SHOWN)));
    return true;
}

static const char *stored_text(Arena *arena, const StoredAs *stored, int64_t *few)
{
    const int64_t count[3] = {stored->number, stored->text, stored->blob};
    static const char *const name[3] = {"numbers", "texts", "blobs"};
    int most = 0;
    for (int i = 1; i < 3; i++)
        most = count[i] > count[most] ? i : most;
    const char *text = NULL;
    *few = 0;
    for (int i = 0; i < 3; i++) {
        if (i == most || !count[i])
            continue;
        *few += count[i];
        text = text ? arena_printf(arena, "%s and %s", text, name[i]) : name[i];
    }
    return text ? arena_printf(arena, "%s among %s", text, name[most]) : NULL;
}

/* Can the values of column `at`, or of all used ones that are no blobs, be read as
   their type? */
static bool can_read(Session *s, const Source *source, const StoredAs *stored,
                     size_t at)
{
    const bool *used = used_columns(&s->model, source, s->statement);
    StrBuf text;
    strbuf_init(&text);
    size_t n = 0;
    for (size_t i = 0; i < source->n_column; i++) {
        if (stored[i].blob || !used[i] || (at != SIZE_MAX && i != at))
            continue;
        strbuf_adds(&text, n++ ? ", count(" : "show count(");
        add_name(&text, source->column[i].name);
        strbuf_addf(&text, ") as `column %zu`", i);
    }
    strbuf_addf(&text, " from `%s`", source->name);
    Result *result = n ? ask(s, &text) : NULL;
    if (result)
        result_unref(result);
    strbuf_release(&text);
    return result || !n;
}

/* The first error as a finding; false: it is one that ends everything. */
static bool take_error(Check *check, const char *source, const char *claim)
{
    Session *s = check->s;
    const Diag *d = s->sink.first;
    if (!d || d->code == DIAG_STOPPED)
        return false;
    add_line(check, source, claim, d->message, decimal_from_i64(1));
    diag_sink_clear(&s->sink);
    return true;
}

static bool check_types(Check *check, const Source *source)
{
    Session *s = check->s;
    StoredAs *stored = ARENA_ARRAY(s->statement, StoredAs, source->n_column + 1);
    session_ready_executor(s);
    if (!claims_stored(&s->executor, source, stored))
        return false;
    const bool *used = used_columns(&s->model, source, s->statement);
    bool all = can_read(s, source, stored, SIZE_MAX);
    if (!all && (!s->sink.first || s->sink.first->code == DIAG_STOPPED))
        return false;
    if (!all)
        diag_sink_clear(&s->sink);
    for (size_t i = 0; i < source->n_column; i++) {
        int64_t few;
        if (!used[i])
            continue;
        const char *mixed = stored_text(s->statement, &stored[i], &few);
        const char *claim =
            arena_printf(s->statement, "`%s` is %s", source->column[i].name,
                         type_text(s->statement, source->column[i].type));
        if (mixed)
            add_line(check, source->name, claim, mixed, decimal_from_i64(few));
        if (!all && !can_read(s, source, stored, i) &&
            !take_error(check, source->name, claim))
            return false;
    }
    return true;
}

/* Rows whose parent is none of the rows. */
static bool check_parents(Check *check, const Source *source)
{
    const Dim *entity = source->entity;
    StrBuf text;
    strbuf_init(&text);
    strbuf_addf(&text,
                "show count() as orphans from `%s` where `%s` is not empty and not "
                "(`%s` in (show `%s` from `%s`))",
                source->name, column_name(source, entity->parent->on[0]),
                column_name(source, entity->parent->on[0]), entity->name, source->name);
    Result *result = ask(check->s, &text);
    if (result && !decimal_is_zero(only_number(result)))
        add_line(check, source->name,
                 arena_printf(check->s->statement, "every `%s` finds its parent",
                              entity->name),
                 "rows without a match", only_number(result));
    if (result)
        result_unref(result);
    strbuf_release(&text);
    return result != NULL;
}

/* Nothing stands above itself, every parent is there, and rows take turns. */
static bool check_tree(Check *check, const Source *source)
{
    const Dim *entity = source->entity;
    if (!entity || !entity->parent)
        return true;
    if (entity->parent->is_dated && !check_overlaps(check, entity->parent))
        return false;
    if (!check_parents(check, source))
        return false;
    session_ready_executor(check->s);
    return claims_tree(&check->s->executor, entity);
}

/* Rows whose time, on the default axis, is not in the time that is covered: no line of
   time shows them. */
static bool check_covers(Check *check, const Source *source)
{
    if (!source->has_covers || !source->n_axis)
        return true;
    StrBuf text, days;
    strbuf_init(&text);
    strbuf_init(&days);
    civil_print_day(&days, source->covers.lo);
    strbuf_adds(&days, " .. ");
    civil_print_day(&days, source->covers.hi - 1);
    const char *axis = source->axis[0]->name;
    strbuf_adds(&text, "show count() as outside from ");
    add_name(&text, source->name);
    strbuf_adds(&text, " where ");
    add_name(&text, axis);
    strbuf_adds(&text, " is not empty and not (");
    add_name(&text, axis);
    strbuf_addf(&text, " in %s)", days.text);
    Result *result = ask(check->s, &text);
    if (result && !decimal_is_zero(only_number(result)))
        add_line(check, source->name,
                 arena_printf(check->s->statement, "`%s` lies in %s", axis, days.text),
                 "rows outside what is covered", only_number(result));
    if (result)
        result_unref(result);
    strbuf_release(&text);
    strbuf_release(&days);
    return result != NULL;
}

/* Asks for values that are no whole numbers; *n of them. false: reported. */
static bool count_fractions(Check *check, const StrBuf *text, uint32_t *n)
{
    Result *result = ask(check->s, text);
    *n = result ? result->n_row : 0;
    if (result)
        result_unref(result);
    return result != NULL;
}

static void add_fractions(Check *check, const char *source, const char *name,
                          Type declared, uint32_t n)
{
    Arena *arena = check->s->statement;
    if (n)
        add_line(check, source,
                 arena_printf(arena, "`%s` is %s", name,
                              declared.unit.kind == UNIT_COUNT ? "count" : "integer"),
                 "values with decimals", decimal_from_i64(n));
}

/* A measure is looked at as a whole and, where its source has a key, row by row. */
static bool check_whole_measure(Check *check, const Measure *measure)
{
    const Source *source = measure->source;
    StrBuf text;
    uint32_t n = 0;
    if (!measure->has_type || !measure->type.integer)
        return true;
    strbuf_init(&text);
    strbuf_adds(&text, "show ");
    add_name(&text, measure->name);
    strbuf_adds(&text, " as `value` having `value` != floor(`value`)");
    bool ok = count_fractions(check, &text, &n);
    if (ok && !n && source && source->n_key && measure->stock == MEASURE_FLOW) {
        strbuf_adds(&text, " by ");
        for (size_t i = 0; i < source->n_key; i++) {
            strbuf_adds(&text, i ? ", " : "");
            add_name(&text, column_name(source, source->key[i]));
        }
        strbuf_adds(&text, " from ");
        add_name(&text, source->name);
        ok = count_fractions(check, &text, &n);
    }
    strbuf_release(&text);
    add_fractions(check, source ? source->name : "(model)", measure->name,
                  measure->type, n);
    return ok;
}

static bool check_whole_dim(Check *check, const Dim *dim)
{
    StrBuf text;
    uint32_t n;
    Type declared;
    Resolver r = session_resolver(check->s, check->s->statement, check->s->model.exprs);
    if (!dim->ast || !dim->ast->type || !resolve_type(&r, dim->ast->type, &declared) ||
        !declared.integer)
        return true;
    strbuf_init(&text);
    strbuf_adds(&text, "show ");
    add_name(&text, dim->name);
    if (dim->source) {
        strbuf_adds(&text, " from ");
        add_name(&text, dim->source->name);
    }
    strbuf_adds(&text, " where ");
    add_name(&text, dim->name);
    strbuf_adds(&text, " != floor(");
    add_name(&text, dim->name);
    strbuf_adds(&text, ")");
    bool ok = count_fractions(check, &text, &n);
    strbuf_release(&text);
    add_fractions(check, dim->source ? dim->source->name : "(model)", dim->name,
                  declared, n);
    return ok;
}

static bool check_whole_numbers(Check *check, const Source *source)
{
    bool ok = true;
    for (size_t i = 0; ok && i < source->n_dim; i++)
        ok = check_whole_dim(check, source->dim[i]);
    for (size_t i = 0; ok && i < source->n_measure; i++)
        ok = check_whole_measure(check, source->measure[i]);
    return ok;
}

/* What is declared outside of sources. */
static bool check_model_level(Check *check)
{
    const Model *model = &check->s->model;
    for (size_t i = 0; i < model->n_dim; i++) {
        if (!check_whole_dim(check, model->dim[i]) &&
            !take_error(check, "(model)", model->dim[i]->name))
            return false;
    }
    for (size_t i = 0; i < model->n_measure; i++) {
        if (!check_whole_measure(check, model->measure[i]) &&
            !take_error(check, "(model)", model->measure[i]->name))
            return false;
    }
    return true;
}

static bool check_source(Check *check, const Source *source)
{
    if (!check_types(check, source))
        return false;
    if (!check_covers(check, source) &&
        !take_error(check, source->name, "its time is read"))
        return false;
    if (!check_whole_numbers(check, source) &&
        !take_error(check, source->name, "its whole numbers are read"))
        return false;
    if (!check_key(check, source) &&
        !take_error(check, source->name, "its key is read"))
        return false;
    if (!check_tree(check, source) && !take_error(check, source->name, "it is a tree"))
        return false;
    for (size_t i = 0; i < source->n_join; i++) {
        const Join *join = source->join[i];
        bool ok = check_overlaps(check, join) && check_join(check, source, join);
        if (!ok &&
            !take_error(check, source->name,
                        arena_printf(check->s->statement, "`%s` is read", join->role)))
            return false;
    }
    return true;
}

Result *check_model(Session *s, Span span)
{
    Check check = {.s = s};
    bool ok = true;
    if (s->executor.person) {
        diag_error(&s->sink, DIAG_NOT_ALLOWED, span,
                   "`check model` looks at all rows, and `%s` sees some",
                   s->executor.person);
        return NULL;
    }
    driver_begin(&check.table, column, COLUMN_COUNT, 0);
    for (size_t i = 0; ok && i < s->model.n_source; i++)
        ok = check_source(&check, s->model.source[i]);
    ok = ok && check_model_level(&check);
    if (!check.table.result->n_row)
        driver_note(&check.table,
                    arena_printf(s->statement,
                                 "%zu sources: everything the model claims holds",
                                 s->model.n_source));
    Result *result = driver_finish(&check.table);
    if (ok)
        return result;
    result_unref(result);
    return NULL;
}
