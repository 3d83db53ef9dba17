#include "runtime/session/system.h"

#include "runtime/base/ascii.h"
#include "runtime/base/embedded.h"
#include "runtime/session/printed.h"

static const SystemTable *const tables[] = {&system_indicators, &system_objectives,
                                            &system_looks, &system_decisions,
                                            &system_forecasts};

const SystemTable *system_find(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        if (ascii_same(tables[i]->name, name))
            return tables[i];
    }
    return NULL;
}

void session_offer_system(void (*offer)(void *self, const char *name), void *self)
{
    for (size_t i = 0; i < COUNT_OF(tables); i++)
        offer(self, tables[i]->name);
}

Result *system_table_rows(Session *s, const SystemTable *table)
{
    DriverTable rows;
    driver_begin(&rows, table->column, table->n_column, 0);
    bool ok = table->add_rows(s, &rows);
    Result *result = driver_finish(&rows);
    if (ok)
        return result;
    result_unref(result);
    return NULL;
}

static void tell(DiagSink *sink, const Diag *own)
{
    Diag *d = diag_error_at_large(sink, own ? own->code : DIAG_STOPPED, "%s",
                                  own ? own->message : "the question was stopped");
    if (own && own->help)
        diag_help(sink, d, "%s", own->help);
    for (const DiagNote *note = own ? own->notes : NULL; note; note = note->next)
        diag_note(sink, d, NULL, "%s", note->text);
}

static Result *table_rows(Session *s, const char *name)
{
    const SystemTable *table = system_find(name);
    if (!table)
        UNREACHABLE("a system source without rows");
    return system_table_rows(s, table);
}

/* Rows are made once; under `what if` only for a question that knows of it. A question
   is being answered: what making its rows reports is kept apart, and told where there
   are none. */
Result *system_rows(void *session, const Source *source)
{
    Session *s = session;
    DiagSink around = s->sink, *said = s->executor.sink;
    s->has_system_rows = true;
    diag_sink_init(&s->sink, s->statement, s->texts);
    s->executor.sink = &s->sink;
    Result *result = source->origin.printed ? printed_answer(s, source->origin.printed)
                                            : table_rows(s, source->origin.name);
    const Diag *own = s->sink.first;
    s->sink = around;
    s->executor.sink = said;
    if (!result)
        tell(said, own);
    return result;
}

void system_changed(Session *s)
{
    if (s->has_system_rows) {
        executor_forget(&s->executor);
        s->profile_read = NULL;
    }
    s->has_system_rows = false;
}

/* ---- declarations ---- */

/* Read when one of them is wanted. */
static const AstStmt *declaration_of(Session *s, const char *name)
{
    static const char path[] = "runtime/session/system.koers";
    if (!s->system) {
        const EmbeddedText *text = embedded_find(path);
        const SourceText *source =
            source_texts_add(s->texts, path, text->text, text->len);
        source_texts_set_module(s->texts, source->file);
        s->system = parse_text(source, PARSE_SCRIPT, s->arena, &s->sink).script;
    }
    for (uint32_t i = 0; i < s->system->stmts.count; i++) {
        const AstStmt *stmt = s->system->stmts.item[i];
        if (ascii_same(stmt->as.source->name.text, name))
            return stmt;
    }
    UNREACHABLE("a system source that is not declared");
}

static bool is_declared(const Session *s, const Steps *steps, const char *name)
{
    bool found = model_find_source(&s->model, name) || store_has_table(s, name);
    for (size_t i = 0; i < steps->count && !found; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        found = stmt->kind == AST_STMT_SOURCE &&
                ascii_same(stmt->as.source->name.text, name);
    }
    return found;
}

static bool is_named(const Steps *steps, const char *name)
{
    Broken one = {.name = &name, .count = 1};
    bool found = false;
    for (size_t i = 0; i < steps->count && !found; i++)
        found = broken_mentions(&one, steps->item[i].stmt);
    return found;
}

/* In front: what names it may stand anywhere. */
static void put_first(Session *s, Steps *steps, const AstStmt *stmt)
{
    Step step = {stmt, ".", false};
    ARENA_PUSH(s->arena, steps->item, steps->count, steps->cap, step);
    for (size_t i = steps->count - 1; i > 0; i--)
        steps->item[i] = steps->item[i - 1];
    steps->item[0] = step;
}

void system_declare(Session *s, Steps *steps)
{
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        const char *name = tables[i]->name;
        if (is_named(steps, name) && !is_declared(s, steps, name))
            put_first(s, steps, declaration_of(s, name));
    }
}
