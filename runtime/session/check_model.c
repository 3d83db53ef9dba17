/* `check model`: what the model claims, held against the data. Each claim becomes a
   question of the language itself, and a claim that does not hold is one line of the
   answer: keys that are not unique, rows whose join finds nothing, values that are not
   of their column's type. */
#include "runtime/session/check_model.h"

#include <string.h>

enum { COLUMN_SOURCE, COLUMN_CLAIM, COLUMN_FINDING, COLUMN_ROWS, COLUMN_COUNT };

typedef struct {
    Session *s;
    Result *result;
    VectorBuilder *builder[COLUMN_COUNT];
} Check;

static void add_name(StrBuf *sb, const char *name)
{
    strbuf_addf(sb, "`%s`", name);
}

static Value text_value(const char *text)
{
    Value value = {.empty = false};
    value.as.text.text = text;
    value.as.text.len = strlen(text);
    return value;
}

static void add_line(Check *check, const Source *source, const char *claim,
                     const char *finding, Decimal rows)
{
    Value number = {.as.number = rows};
    vector_builder_add(check->builder[COLUMN_SOURCE], text_value(source->name));
    vector_builder_add(check->builder[COLUMN_CLAIM], text_value(claim));
    vector_builder_add(check->builder[COLUMN_FINDING], text_value(finding));
    vector_builder_add(check->builder[COLUMN_ROWS], number);
    check->result->n_row++;
}

/* The answer to a question as text; NULL: reported in the session's sink. */
static Result *ask(Session *s, const StrBuf *text)
{
    const SourceText *source =
        source_texts_add(s->texts, "<check model>", text->text, text->len);
    ParseResult parsed = parse_text(source, PARSE_SCRIPT, s->statement, &s->sink);
    if (parsed.status != PARSE_OK)
        return NULL;
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    const Question *q = resolve_question(&r, parsed.script->stmts.item[0]->as.question);
    Result *result = q ? execute_question(&s->executor, q) : NULL;
    expr_table_free(exprs);
    return result;
}

/* Keys of which there are several rows. */
static bool check_key(Check *check, const Source *source)
{
    if (!source->n_key)
        return true;
    StrBuf text, claim;
    strbuf_init(&text);
    strbuf_init(&claim);
    strbuf_adds(&text, "show count() as `rows of a key` by ");
    strbuf_adds(&claim, "key is unique: ");
    for (size_t i = 0; i < source->n_key; i++) {
        const char *name = source->column[source->key[i]->as.column.column].name;
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
        add_line(check, source, claim.text, "keys with several rows",
                 decimal_from_i64(result->n_row));
    if (result)
        result_unref(result);
    strbuf_release(&text);
    strbuf_release(&claim);
    return result != NULL;
}

static bool is_column(const Expr *expr)
{
    return expr->kind == EXPR_COLUMN;
}

/* Rows with a foreign key that no row of the target has. */
static bool check_join(Check *check, const Source *source, const Join *join)
{
    const Source *target = join->target;
    if (!target->n_key || !is_column(join->on[0]) || join->valid_from)
        return true;
    StrBuf text, claim;
    strbuf_init(&text);
    strbuf_init(&claim);
    strbuf_addf(&text, "show count() as orphans from `%s` where ", source->name);
    for (size_t i = 0; i < join->n_on && is_column(join->on[i]); i++)
        strbuf_addf(&text, "`%s` is not empty and ",
                    source->column[join->on[i]->as.column.column].name);
    strbuf_addf(&text, "`%s`.`%s` is empty", join->role,
                target->column[target->key[0]->as.column.column].name);
    strbuf_addf(&claim, "every row finds its `%s`", join->role);
    Result *result = ask(check->s, &text);
    if (result && result->n_row == 1) {
        Value orphans = result_value(result, 0, 0);
        if (!orphans.empty && !decimal_is_zero(orphans.as.number))
            add_line(check, source, claim.text, "rows without a match",
                     orphans.as.number);
    }
    if (result)
        result_unref(result);
    strbuf_release(&text);
    strbuf_release(&claim);
    return result != NULL;
}

/* Reading every column once shows values that do not fit their type. */
static bool check_types(Check *check, const Source *source)
{
    StrBuf text;
    strbuf_init(&text);
    strbuf_adds(&text, "show ");
    for (size_t i = 0; i < source->n_column; i++)
        strbuf_addf(&text, "%scount(`%s`) as `column %zu`", i ? ", " : "",
                    source->column[i].name, i);
    strbuf_addf(&text, " from `%s`", source->name);
    Result *result = source->n_column ? ask(check->s, &text) : NULL;
    bool ok = result || !source->n_column;
    if (result)
        result_unref(result);
    strbuf_release(&text);
    return ok;
}

static bool check_source(Check *check, const Source *source)
{
    bool ok = check_types(check, source) && check_key(check, source);
    for (size_t i = 0; ok && i < source->n_join; i++)
        ok = check_join(check, source, source->join[i]);
    return ok;
}

static void begin(Check *check)
{
    static const Type text = {.kind = VALUE_TEXT};
    static const Type count = {
        .kind = VALUE_NUMBER, .unit.kind = UNIT_COUNT, .integer = true};
    static const struct {
        const char *title;
        ColumnRole role;
    } head[COLUMN_COUNT] = {{"source", COLUMN_KEY},
                            {"claim", COLUMN_KEY},
                            {"finding", COLUMN_KEY},
                            {"rows", COLUMN_MEASURE}};
    check->result = result_new();
    check->result->column =
        ARENA_ARRAY(check->result->arena, ResultColumn, COLUMN_COUNT);
    check->result->n_column = COLUMN_COUNT;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        ResultColumn *column = &check->result->column[i];
        column->title = head[i].title;
        column->role = head[i].role;
        column->type = i == COLUMN_ROWS ? count : text;
        check->builder[i] = vector_builder_new(column->type, check->result->pool);
    }
}

static void finish(Check *check)
{
    Result *result = check->result;
    for (int i = 0; i < COLUMN_COUNT; i++)
        result->column[i].vec = vector_builder_finish(check->builder[i], result->arena);
    result->level = ARENA_ARRAY(result->arena, uint8_t, (size_t)result->n_row + 1);
    result->depth = ARENA_ARRAY(result->arena, uint8_t, (size_t)result->n_row + 1);
    if (result->n_row)
        return;
    result->note = ARENA_ARRAY(result->arena, const char *, 1);
    result->note[result->n_note++] =
        arena_printf(result->arena, "%zu sources: everything the model claims holds",
                     check->s->model.n_source);
}

Result *check_model(Session *s)
{
    Check check = {.s = s};
    bool ok = true;
    begin(&check);
    for (size_t i = 0; ok && i < s->model.n_source; i++)
        ok = check_source(&check, s->model.source[i]);
    finish(&check);
    if (ok)
        return check.result;
    result_unref(check.result);
    return NULL;
}
