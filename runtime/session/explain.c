/* `explain`: what a name means, or how a question is answered. */
#include "runtime/base/ascii.h"
#include "runtime/session/describe.h"
#include "runtime/session/internal.h"

#include <pthread.h>
#include <string.h>

static bool emit_text(Session *s, const StrBuf *sb)
{
    Block block = {.kind = BLOCK_TEXT,
                   .text = arena_strndup(s->statement, sb->text, sb->len)};
    return run_emit(s, &block);
}

/* The queries that an engine gets, from any thread. */
typedef struct {
    pthread_mutex_t lock;
    StrBuf text;
    bool plain; /* for people: as one would type it */
} Sent;

/* Our functions that take the rows and test their days are no help to who reads. */
static void add_plain(StrBuf *sb, const char *sql)
{
    static const char feed[] = "koers_feed(";
    const char *begin = strstr(sql, feed);
    const char *end = begin ? strstr(begin, ") from ") : NULL;
    if (!end) {
        strbuf_adds(sb, sql);
        return;
    }
    strbuf_add(sb, sql, (size_t)(begin - sql));
    strbuf_add(sb, begin + strlen(feed), (size_t)(end - begin) - strlen(feed));
    const char *keep = strstr(end, " koers_keep(");
    if (!keep) {
        strbuf_adds(sb, end + 1);
        return;
    }
    while (*--keep != ' ') /* where, and */
        continue;
    strbuf_add(sb, end + 1, (size_t)(keep - end) - 1);
    strbuf_adds(sb, "  -- rows of other days are left out");
}

static void take_query(void *self, const char *sql, const int64_t *bound, size_t n)
{
    Sent *sent = self;
    pthread_mutex_lock(&sent->lock);
    strbuf_adds(&sent->text, sent->plain ? "  " : "");
    if (sent->plain)
        add_plain(&sent->text, sql);
    else
        strbuf_adds(&sent->text, sql);
    strbuf_addc(&sent->text, '\n');
    for (size_t i = 0; i < n; i++)
        strbuf_addf(&sent->text, "%s?%zu = %lld%s", i ? ", " : "    ", i + 1,
                    (long long)bound[i], i + 1 == n ? "\n" : "");
    pthread_mutex_unlock(&sent->lock);
}

/* Answers the question, for the queries that this takes. */
static bool add_queries(Session *s, const Question *q, bool plain, StrBuf *sb)
{
    Sent sent = {.plain = plain};
    pthread_mutex_init(&sent.lock, NULL);
    strbuf_init(&sent.text);
    executor_forget(&s->executor);
    session_ready_executor(s);
    s->executor.sent = take_query;
    s->executor.sent_self = &sent;
    Result *result = execute_question(&s->executor, q);
    s->executor.sent = NULL;
    if (result && plain)
        strbuf_addf(sb, "sql\n%s%u line%s, %zu column%s\n", sent.text.text,
                    result->n_row, result->n_row == 1 ? "" : "s", result->n_column,
                    result->n_column == 1 ? "" : "s");
    else if (result)
        strbuf_adds(sb, sent.text.text);
    result_unref(result);
    strbuf_release(&sent.text);
    pthread_mutex_destroy(&sent.lock);
    return result != NULL;
}

static bool add_view(Session *s, const Question *q, SessionDump view, StrBuf *sb)
{
    if (q->why && view != SESSION_DUMP_SQL)
        q = q->why->part[0];
    switch (view) {
    case SESSION_DUMP_QUESTION:
        plan_dump_question(sb, q);
        return true;
    case SESSION_DUMP_PLAN:
        plan_dump(sb, plan_question(s->statement, q, s->settings.today));
        return true;
    case SESSION_DUMP_SQL:
        return add_queries(s, q, false, sb);
    case SESSION_DUMP_NONE:
        break;
    }
    plan_dump(sb, plan_question(s->statement, q, s->settings.today));
    return add_queries(s, q, true, sb);
}

bool explain_question(Session *s, const AstQuestion *ast, SessionDump view)
{
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    r.may_stand_once = true;
    const Question *q = session_resolve(s, &r, ast);
    StrBuf sb;
    strbuf_init(&sb);
    bool ok = q && (view != SESSION_DUMP_NONE || explain_number(s, &r, ast, &sb)) &&
              add_view(s, q, view, &sb) && emit_text(s, &sb);
    strbuf_release(&sb);
    expr_table_free(exprs);
    return ok;
}

/* `explain a / b` is about the question that shows it. */
static const AstQuestion *as_question(Session *s, const AstExpr *what)
{
    AstQuestion *ast = ARENA_NEW(s->statement, AstQuestion);
    AstItem item = {.value = arena_memdup(s->statement, what, sizeof *what),
                    .span = what->span};
    ast->items.item = arena_memdup(s->statement, &item, sizeof item);
    ast->items.count = 1;
    ast->span = what->span;
    return ast;
}

/* a.b is looked up as its last name. */
static const char *name_of(const AstExpr *what)
{
    if (what->kind != AST_EXPR_PATH)
        return NULL;
    return what->as.path.item[what->as.path.count - 1].text;
}

bool explain_check(Session *s, const AstExpr *what)
{
    const char *name = name_of(what);
    if (!name)
        return check_question(s, as_question(s, what));
    StrBuf sb;
    strbuf_init(&sb);
    bool known = describe_name(&sb, &s->model, s->texts, name, 0);
    if (!known && sb.len) {
        strbuf_truncate(&sb, sb.len - 1);
        diag_error(&s->sink, DIAG_UNKNOWN_NAME, what->span, "%s", sb.text);
    }
    strbuf_release(&sb);
    return known;
}

bool explain_run(Session *s, const AstStmt *stmt)
{
    if (stmt->as.explain.question)
        return explain_question(s, stmt->as.explain.question, SESSION_DUMP_NONE);
    const char *name = name_of(stmt->as.explain.expr);
    if (!name)
        return explain_question(s, as_question(s, stmt->as.explain.expr),
                                SESSION_DUMP_NONE);
    StrBuf sb;
    strbuf_init(&sb);
    bool ok = describe_name(&sb, &s->model, s->texts, name, s->settings.width) &&
              emit_text(s, &sb);
    strbuf_release(&sb);
    return ok;
}
