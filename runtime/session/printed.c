#include "runtime/session/printed.h"

#include "runtime/session/check_model.h"
#include "runtime/session/check_steering.h"
#include "runtime/session/log.h"

typedef struct {
    AstStmtKind kind;
    bool (*check)(Session *s, const AstStmt *stmt, DriverColumns *columns);
    Result *(*answer)(Session *s, const AstStmt *stmt);
} Printed;

/* ---- check, map, adoption ---- */

static bool columns_of_check(Session *s, const AstStmt *stmt, DriverColumns *columns)
{
    (void)s;
    *columns = stmt->as.check.steering ? check_steering_columns : check_model_columns;
    return true;
}

static Result *answer_of_check(Session *s, const AstStmt *stmt)
{
    if (stmt->as.check.steering)
        return check_steering(s, stmt->span);
    return check_model(s, stmt->span);
}

static bool columns_of_map(Session *s, const AstStmt *stmt, DriverColumns *columns)
{
    (void)s;
    (void)stmt;
    *columns = map_steering_columns;
    return true;
}

static Result *answer_of_map(Session *s, const AstStmt *stmt)
{
    return map_steering(s, stmt->span);
}

static bool columns_of_adoption(Session *s, const AstStmt *stmt, DriverColumns *columns)
{
    (void)s;
    (void)stmt;
    *columns = adoption_columns;
    return true;
}

static Result *answer_of_adoption(Session *s, const AstStmt *stmt)
{
    return adoption(s, stmt->span);
}

static const Printed printed[] = {
    {AST_STMT_CHECK, columns_of_check, answer_of_check},
    {AST_STMT_MAP, columns_of_map, answer_of_map},
    {AST_STMT_ADOPTION, columns_of_adoption, answer_of_adoption},
    {AST_STMT_SOLVE, solve_columns, solve_answer},
    {AST_STMT_CASCADE, cascade_columns, cascade_answer},
};

static const Printed *find(AstStmtKind kind)
{
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        if (printed[i].kind == kind)
            return &printed[i];
    }
    return NULL;
}

/* ---- what has no rows ---- */

static void refuse(Session *s, const AstStmt *stmt)
{
    static const struct {
        AstStmtKind kind;
        const char *why, *help;
    } known[] = {
        {AST_STMT_BRIEF, "is a page of several tables",
         "how indicators stand is in `koers_indicators`"},
        {AST_STMT_DECIDE, "writes down what was decided",
         "what was decided so far is in `koers_decisions`"},
        {AST_STMT_EXPLAIN, "prints a text", "ask a question: `(show ...)`"},
        {AST_STMT_COMMIT, "writes down what someone commits to",
         "what was so far is in `koers_forecasts`"},
    };
    Span span = {stmt->span.file, stmt->span.begin, stmt->span.begin + 1};
    size_t i = 0;
    while (i + 1 < COUNT_OF(known) && known[i].kind != stmt->kind)
        i++;
    Diag *d = diag_error(&s->sink, DIAG_NO_ROWS, span, "`%s` %s: it has no rows",
                         ast_stmt_text(stmt->kind), known[i].why);
    diag_help(&s->sink, d, "%s", known[i].help);
}

/* Numbers that are of another unit in each line are plain ones. */
static void take_columns(Source *source, Arena *arena, DriverColumns columns)
{
    ColumnInfo *info = ARENA_ARRAY(arena, ColumnInfo, columns.n);
    for (size_t i = 0; i < columns.n; i++) {
        info[i].name = arena_strdup(arena, columns.item[i].title);
        info[i].type = columns.item[i].type;
        info[i].declared = "";
    }
    source->column = info;
    source->n_column = columns.n;
}

bool printed_declare(void *session, const AstStmt *stmt, Arena *arena, Source *source)
{
    Session *s = session;
    const Printed *one = find(stmt->kind);
    DriverColumns columns;
    if (!one)
        refuse(s, stmt);
    if (!one || !one->check(s, stmt, &columns))
        return false;
    source->origin.kind = ORIGIN_SYSTEM;
    source->origin.name = ast_stmt_text(stmt->kind);
    source->origin.printed = stmt;
    source->origin.by_person = true;
    take_columns(source, arena, columns);
    return true;
}

/* Findings that are read as rows raise no alarms. */
Result *printed_answer(Session *s, const AstStmt *stmt)
{
    size_t n_alarm = s->n_alarm, n_warning = s->n_warning;
    const Printed *one = find(stmt->kind);
    Result *result = one ? one->answer(s, stmt) : NULL;
    s->n_alarm = n_alarm;
    s->n_warning = n_warning;
    return result;
}
