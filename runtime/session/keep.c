#include "runtime/session/keep.h"

#include "runtime/base/ascii.h"
#include "runtime/base/sha256.h"
#include "runtime/session/driver.h"
#include "runtime/session/log.h"
#include "runtime/session/recall.h"
#include "runtime/session/system.h"

#include <string.h>
#include <unistd.h>

enum { STATE_BYTES = 8, KEYS_BEGIN = 1 };

static bool refuse(Session *s, const AstQuestion *ast, DiagCode code, const char *what)
{
    diag_error(&s->sink, code, ast->clause[AST_CLAUSE_KEEP]->span, "%s", what);
    return false;
}

bool keep_begin(Session *s, const AstQuestion *ast, const char *method, Keep *keep)
{
    const char *path = log_file(s);
    *keep = (Keep){.ast = ast, .method = method};
    keep->must = ast->clause[AST_CLAUSE_KEEP] != NULL;
    if (keep->must && !path)
        return refuse(s, ast, DIAG_LOG,
                      "forecasts are kept beside a store, and none is open");
    bool paths = ast->clause[AST_CLAUSE_PATHS] != NULL;
    if (keep->must && paths)
        return refuse(s, ast, DIAG_FORECAST, "paths are not kept: quantiles are");
    bool assumed = s->what_if.count || ast->clause[AST_CLAUSE_WHAT_IF];
    if (keep->must && assumed)
        return refuse(s, ast, DIAG_WHAT_IF,
                      "what is expected of what never was is not kept");
    if (keep->must && s->executor.person)
        return refuse(s, ast, DIAG_NOT_ALLOWED,
                      "a forecast of the rows that one person sees is not kept");
    keep->wanted = path && !s->executor.person && !assumed && !paths &&
                   (keep->must || (s->options.keeps && access(path, F_OK) == 0));
    return true;
}

static void add_rows(Sha256 *sha, const Result *result)
{
    StrBuf sb;
    strbuf_init(&sb);
    for (uint32_t row = 0; result && row < result->n_row; row++) {
        for (size_t i = 0; i < result->n_column; i++) {
            value_print(&sb, result->column[i].type, result_value(result, i, row));
            strbuf_addc(&sb, '\0');
        }
        sha256_add(sha, sb.text, sb.len);
        strbuf_reset(&sb);
    }
    strbuf_release(&sb);
}

/* The day of the last row, and the first bytes of what identifies the values. */
void keep_state(Session *s, Keep *keep, const Result *whole, const Result *parts)
{
    uint8_t digest[SHA256_SIZE];
    const ResultColumn *value = &whole->column[whole->n_column - 1];
    StrBuf sb;
    strbuf_init(&sb);
    for (size_t i = 0; i < whole->n_fresh; i++) {
        if (whole->fresh[i].newest == DAY_NONE)
            continue;
        civil_print_day(&sb, whole->fresh[i].newest);
        strbuf_addc(&sb, ' ');
    }
    Sha256 *sha = sha256_begin();
    add_rows(sha, whole);
    add_rows(sha, parts);
    sha256_end(sha, digest);
    sha256_add_hex(&sb, digest, STATE_BYTES);
    keep->state = arena_strdup(s->statement, sb.text);
    keep->measure = arena_strdup(s->statement, value->title);
    keep->unit = arena_strdup(s->statement, driver_unit(&value->type));
    strbuf_release(&sb);
}

/* The clauses that what is expected hangs on, but what the lines say themselves. */
static const char *parameters_of(Session *s, const AstQuestion *ast)
{
    static const AstClauseKind kinds[] = {AST_CLAUSE_FROM, AST_CLAUSE_FOR,
                                          AST_CLAUSE_WHERE, AST_CLAUSE_NEXT,
                                          AST_CLAUSE_USING};
    const char *text = "";
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const AstClause *clause = ast->clause[kinds[i]];
        if (!clause)
            continue;
        text = arena_printf(s->statement, "%s%s%s", text, *text ? " " : "",
                            recall_clause(s, clause, NULL));
    }
    return text;
}

/* ---- lines of the answer ---- */

static const char *text_of(Session *s, const Result *r, size_t column, uint32_t row)
{
    StrBuf sb;
    strbuf_init(&sb);
    if (column < r->n_column)
        value_print(&sb, r->column[column].type, result_value(r, column, row));
    const char *text = arena_strdup(s->statement, sb.text);
    strbuf_release(&sb);
    return text;
}

/* The number of columns: it has none of that title. */
static size_t column_of(const Result *r, const char *title)
{
    size_t i = 0;
    while (i < r->n_column && strcmp(r->column[i].title, title) != 0)
        i++;
    return i;
}

static void add_keys(Session *s, const Result *r, uint32_t row, JournalForecast *f)
{
    bool is_total = r->level && r->level[row] != LEVEL_LINE;
    f->dimension = f->member = "";
    f->level = is_total ? "total" : "line";
    if (is_total)
        return;
    for (size_t i = KEYS_BEGIN; r->column[i].role == COLUMN_KEY; i++) {
        const char *comma = i > KEYS_BEGIN ? ", " : "";
        f->dimension = arena_printf(s->statement, "%s%s%s", f->dimension, comma,
                                    r->column[i].title);
        f->member = arena_printf(s->statement, "%s%s%s", f->member, comma,
                                 text_of(s, r, i, row));
    }
}

static void add_period(Session *s, const Result *r, uint32_t row, JournalForecast *f)
{
    PeriodUnit unit = r->column[0].type.period;
    DayRange days = calendar_range(unit, result_value(r, 0, row).as.period);
    f->period = text_of(s, r, 0, row);
    f->starts_on = days.lo;
    f->ends_on = days.hi - 1;
}

/* Of a period: what is expected of all periods together is not kept. */
static bool is_expected(Session *s, const Result *r, uint32_t row)
{
    return (!r->level || r->level[row] != LEVEL_TOTAL) &&
           strcmp(text_of(s, r, column_of(r, "kind"), row), "expected") == 0 &&
           *text_of(s, r, column_of(r, "value"), row);
}

/* Sets `line` to the lines of what is expected, of the same run. */
static size_t read_lines(Session *s, const Keep *keep, const Result *r,
                         JournalForecast *line)
{
    uint32_t n_key = keep->ast->clause[AST_CLAUSE_BY]->as.by.count;
    const char *whole = recall_past(s, keep->ast, 1);
    const char *parts = n_key > 1 ? recall_past(s, keep->ast, n_key) : "";
    const char *parameters = parameters_of(s, keep->ast);
    const AstExpr *unit = keep->ast->clause[AST_CLAUSE_BY]->as.by.item[0].what.value;
    size_t n = 0;
    int32_t first = INT32_MIN;
    for (uint32_t row = 0; row < r->n_row; row++) {
        JournalForecast f = {.kind = "forecast",
                             .made = s->settings.today,
                             .measure = keep->measure,
                             .method = keep->method,
                             .unit = keep->unit,
                             .state = keep->state,
                             .parameters = parameters};
        if (!is_expected(s, r, row))
            continue;
        int32_t period = result_value(r, 0, row).as.period;
        first = first == INT32_MIN ? period : first;
        f.lead = period - first + 1;
        f.who = f.entered_by = log_who(s);
        f.periods = recall_expr(s, unit, NULL);
        add_period(s, r, row, &f);
        add_keys(s, r, row, &f);
        f.value = text_of(s, r, column_of(r, "value"), row);
        f.p10 = text_of(s, r, column_of(r, "p10"), row);
        f.p50 = text_of(s, r, column_of(r, "p50"), row);
        f.p90 = text_of(s, r, column_of(r, "p90"), row);
        f.made_of = text_of(s, r, column_of(r, "method"), row);
        f.question = *f.dimension ? parts : whole;
        line[n++] = f;
    }
    return n;
}

bool keep_answer(Session *s, const Keep *keep, const Result *answer)
{
    DiagSink own;
    if (!keep->wanted || (!keep->must && s->log_failed))
        return true;
    JournalForecast *line =
        ARENA_ARRAY(s->statement, JournalForecast, answer->n_row + 1);
    size_t n = read_lines(s, keep, answer, line);
    if (n == 0)
        return true;
    diag_sink_init(&own, s->statement, s->texts);
    bool ok = journal_add_forecasts(log_file(s), line, n, keep->must ? &s->sink : &own);
    system_changed(s);
    if (!ok && !keep->must)
        log_say_failed(s, &own, keep->ast->span, "the forecast is not kept");
    return ok || !keep->must;
}
