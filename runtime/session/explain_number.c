/* `explain show M` opens the number: what it is made of, each with its value, the rows
   it takes, their period and conditions, and the `list` that has exactly these rows. A
   list whose conditions turn out to be others is not offered. */
#include "runtime/session/internal.h"

#include "runtime/algebra/format.h"
#include "runtime/init/words.h"
#include "runtime/plan/plan.h"
#include "runtime/resolve/number.h"

#include <string.h>

typedef struct {
    Session *session;
    Resolver *r;
    const Number *number;
    const Plan *plan;
    const Result *result; /* of one line */
    FormatStyle style;
    StrBuf *sb;
} Opened;

/* The days whose rows a part takes, or the last of which is when a stock is read. */
typedef struct {
    bool all; /* whatever their day */
    DayRange days;
} Window;

/* false: not known, or none. */
static bool window_of(const Opened *o, const NumberPart *part, Window *window)
{
    const Question *q = o->number->question;
    const Context *context = part->leaf->context;
    DayRange today = {o->session->settings.today, o->session->settings.today + 1};
    bool bare = context->n_step == (context->until ? 1 : 0);
    bool all = !context->axis || (!q->has_for && bare && !context->until);
    *window = (Window){.all = all, .days = today};
    if (all || (!q->has_for && bare))
        return true;
    const Shape *shape = &o->plan->shape[o->plan->place[part->leaf->id].seen[0]];
    window->days = window_of_shape(o->plan, shape, q->shown);
    return q->has_for && window->days.lo < window->days.hi;
}

static void add_days(StrBuf *sb, DayRange days, PeriodUnit year)
{
    if (days.lo <= DAY_LONG_AGO) {
        strbuf_adds(sb, "up to ");
        days.lo = days.hi - 1;
    }
    calendar_print_days_of(sb, days, year);
}

/* --- the list --- */

static void add_key(StrBuf *sb, const Source *source)
{
    if (source->entity) {
        words_add_name(sb, source->entity->name);
        return;
    }
    for (size_t i = 0; i < source->n_key; i++) {
        const Expr *key = source->key[i];
        strbuf_adds(sb, i ? ", " : "");
        words_add_reference(sb, source->column[key->as.column.column].name);
    }
    if (!source->n_key)
        words_add_reference(sb, source->column[0].name);
}

static void add_condition(StrBuf *sb, bool *first, const char *text)
{
    strbuf_addf(sb, "%s%s", *first ? " where " : " and ", text);
    *first = false;
}

/* Of a stock: the rows that count at the end of that day. */
static void add_alive(StrBuf *sb, bool *first, const NumberPart *part, Day day)
{
    StrBuf text;
    strbuf_init(&text);
    strbuf_addf(&text, "%s <= ", part->begins);
    civil_print_day(&text, day);
    strbuf_addf(&text, " and (%s is empty or %s > ", part->ends, part->ends);
    civil_print_day(&text, day);
    strbuf_addc(&text, ')');
    add_condition(sb, first, text.text);
    strbuf_release(&text);
}

/* Do the days go behind `for`? Not on another axis than the first, nor from the
   beginning of time. */
static bool says_for(const NumberPart *part, const Window *window)
{
    const Context *context = part->leaf->context;
    return !window->all && !context->until && window->days.lo > DAY_LONG_AGO &&
           context->axis == source_default_axis(part->leaf->source);
}

/* shipped in 2025-03, or of all days up to one shipped <= 2025-03-31 */
static void add_time(StrBuf *sb, bool *first, const Axis *axis, DayRange days)
{
    StrBuf text;
    strbuf_init(&text);
    words_add_name(&text, axis->name);
    strbuf_adds(&text, days.lo > DAY_LONG_AGO ? " in " : " <= ");
    if (days.lo > DAY_LONG_AGO)
        calendar_print_days(&text, days);
    else
        civil_print_day(&text, days.hi - 1);
    add_condition(sb, first, text.text);
    strbuf_release(&text);
}

/* list KEY, ARGUMENT from SOURCE for DAYS where ... */
static void make_list(const NumberPart *part, const Window *window, bool with_argument,
                      StrBuf *sb)
{
    const Source *source = part->leaf->source;
    const Context *context = part->leaf->context;
    bool first = true;
    strbuf_adds(sb, "list ");
    add_key(sb, source);
    if (with_argument)
        strbuf_addf(sb, ", %s as value", part->argument);
    strbuf_adds(sb, " from ");
    words_add_reference(sb, source->name);
    if (says_for(part, window)) {
        strbuf_adds(sb, " for ");
        calendar_print_days(sb, window->days);
    }
    if (part->as_of)
        strbuf_addf(sb, " %s", part->as_of);
    if (context->until)
        add_alive(sb, &first, part, window->days.hi - 1);
    else if (!window->all && !says_for(part, window))
        add_time(sb, &first, context->axis, window->days);
    if (part->where)
        add_condition(sb, &first, part->where);
}

/* Does it read, and have the conditions and the days of the part? */
static bool is_right(const Opened *o, const NumberPart *part, const Window *window,
                     const StrBuf *list)
{
    Session *s = o->session;
    const Context *context = part->leaf->context;
    const SourceText *text =
        source_texts_add(s->texts, "<rows>", list->text, list->len);
    DiagHush hush = diag_hush(&s->sink);
    ParseResult parsed = parse_text(text, PARSE_SCRIPT, s->statement, &s->sink);
    const Question *q = NULL;
    if (parsed.status == PARSE_OK && parsed.script->stmts.count == 1)
        q = resolve_question(o->r, parsed.script->stmts.item[0]->as.question);
    diag_unhush(&s->sink, hush);
    bool timed = says_for(part, window);
    bool exact = timed || (window->all && !context->until);
    return q && q->has_for == timed && number_same_rows(part, q, exact) &&
           (!timed ||
            (q->shown.lo == window->days.lo && q->shown.hi == window->days.hi));
}

static bool can_list(const NumberPart *part, const Window *window)
{
    const Context *context = part->leaf->context;
    if (context->spread || (context->until && !part->begins))
        return false;
    return window->all || context->until ||
           (context->axis && window->days.hi < DAY_FAR_AHEAD);
}

static void add_list(const Opened *o, const NumberPart *part, const Window *window,
                     unsigned indent)
{
    if (!can_list(part, window))
        return;
    for (int with = part->argument ? 1 : 0; with >= 0; with--) {
        StrBuf list;
        strbuf_init(&list);
        make_list(part, window, with == 1, &list);
        bool right = is_right(o, part, window, &list);
        if (right)
            strbuf_addf(o->sb, "%*s%s\n", (int)indent, "", list.text);
        strbuf_release(&list);
        if (right)
            return;
    }
}

/* --- parts --- */

static void add_value(const Opened *o, int item)
{
    const ResultColumn *column = &o->result->column[item];
    format_value(o->sb, &o->style, column->type,
                 result_value(o->result, (size_t)item, 0));
    if (column->partial && column->partial[0])
        strbuf_adds(o->sb, format_partial_mark(&o->style));
}

/* How many rows, of which time, that hold what. */
static void add_rows(const Opened *o, const NumberPart *part, unsigned indent)
{
    const Context *context = part->leaf->context;
    Value rows = result_value(o->result, (size_t)part->rows, 0);
    Window window;
    if (rows.empty && !o->result->n_row) /* else it is not known */
        rows = (Value){.as.number = decimal_from_i64(0)};
    bool known = window_of(o, part, &window);
    strbuf_addf(o->sb, "%*s", (int)indent, "");
    format_value(o->sb, &o->style, o->result->column[part->rows].type, rows);
    bool one = !rows.empty && decimal_compare(rows.as.number, decimal_from_i64(1)) == 0;
    strbuf_addf(o->sb, " row%s of %s", one ? "" : "s", part->leaf->source->name);
    if (known && context->until) {
        strbuf_adds(o->sb, ", at the end of ");
        civil_print_day(o->sb, window.days.hi - 1);
    } else if (known && !window.all) {
        strbuf_addf(o->sb, ", %s ", context->axis->name);
        add_days(o->sb, window.days, o->number->question->shown_year);
    }
    if (part->where)
        strbuf_addf(o->sb, ", where %s", part->where);
    strbuf_addc(o->sb, '\n');
    if (known)
        add_list(o, part, &window, indent);
}

static void add_part(const Opened *o, const NumberPart *part)
{
    unsigned indent = 2 * part->depth;
    strbuf_addf(o->sb, "%*s%s  ", (int)indent, "", part->name);
    add_value(o, part->value);
    strbuf_addc(o->sb, '\n');
    if (part->text)
        strbuf_addf(o->sb, "%*s%s\n", (int)indent + 2, "", part->text);
    if (part->leaf && part->rows != NUMBER_NONE)
        add_rows(o, part, indent + 2);
}

/* How to point at one line, by the dimensions and the times that lines are kept by. */
static void add_lines_hint(const AstQuestion *ast, StrBuf *sb)
{
    static const AstClauseKind kind[] = {AST_CLAUSE_BY, AST_CLAUSE_ACROSS};
    size_t n_dim = 0, n_time = 0;
    StrBuf where;
    strbuf_init(&where);
    for (size_t k = 0; k < COUNT_OF(kind); k++) {
        const AstClause *clause = ast->clause[kind[k]];
        for (uint32_t i = 0; clause && i < clause->as.by.count; i++) {
            const AstExpr *key = clause->as.by.item[i].what.value;
            AstUnit unit;
            bool path = key->kind == AST_EXPR_PATH;
            AstName last = {0};
            if (path)
                last = key->as.path.item[key->as.path.count - 1];
            if (!path || (key->as.path.count == 1 && ast_name_unit(last, &unit))) {
                n_time++;
                continue;
            }
            strbuf_addf(&where, "%s%s = ...", n_dim++ ? " and " : "", last.text);
        }
    }
    bool undated = n_time && !ast->clause[AST_CLAUSE_FOR];
    if (n_dim || n_time)
        strbuf_addf(sb, "%s; one line is opened with ",
                    undated ? "all rows together, dated or not" : "all lines together");
    if (n_dim)
        strbuf_addf(sb, "`where %s`%s", where.text, n_time ? " and " : "");
    if (n_time)
        strbuf_adds(sb, "`for` its period");
    strbuf_adds(sb, n_dim || n_time ? "\n" : "");
    strbuf_release(&where);
}

bool explain_number(Session *s, Resolver *r, const AstQuestion *ast, StrBuf *sb)
{
    Number number;
    if (!number_resolve(r, ast, &number))
        return true;
    const char *locale = s->settings.locale;
    session_ready_executor(s);
    Result *result = execute_question(&s->executor, number.question);
    if (!result)
        return false;
    Opened o = {.session = s,
                .r = r,
                .number = &number,
                .plan = plan_question(s->statement, number.question, s->settings.today),
                .result = result,
                .style = {.locale = locale ? locale_find(locale) : locale_default()},
                .sb = sb};
    for (size_t i = 0; i < number.n; i++)
        add_part(&o, &number.part[i]);
    add_lines_hint(ast, sb);
    strbuf_addc(sb, '\n');
    result_unref(result);
    return true;
}
