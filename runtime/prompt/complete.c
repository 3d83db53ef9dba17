/* Candidates at the cursor. The parser tells what may stand there; the clause tells
   which names are meant first: measures after `show`, dimensions after `by`. */
#include "runtime/prompt/complete.h"

#include "parser/expect.h"
#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"
#include "runtime/forecast/forecast_table.h"
#include "runtime/model/chart_kind.h"
#include "runtime/module/find.h"
#include "runtime/prompt/command.h"
#include "runtime/prompt/complete_steering.h"
#include "runtime/prompt/complete_value.h"
#include "runtime/prompt/help.h"
#include "runtime/session/describe.h"
#include "runtime/session/values.h"

#include <stdlib.h>
#include <string.h>

enum { RANK_FIRST, RANK_SECOND, RANK_THIRD, RANK_LAST, RANK_NEVER = -1 };

typedef struct {
    Arena *arena;
    Completion *out;
    const char *prefix;
    size_t prefix_len;
    int rank_of[3]; /* by DescribeKind */
    bool explains;  /* the text stands behind `explain` */
    const ValueSource *values;
} Collect;

static bool has_prefix(const Collect *c, const char *text)
{
    for (size_t i = 0; i < c->prefix_len; i++) {
        if (ascii_lower(text[i]) != ascii_lower(c->prefix[i]))
            return false; /* also at the end of text: prefix holds no NUL */
    }
    return true;
}

static void offer(Collect *c, const char *text, int rank)
{
    Completion *out = c->out;
    if (rank == RANK_NEVER || !has_prefix(c, text))
        return;
    for (size_t i = 0; i < out->n; i++) {
        if (ascii_casecmp(out->item[i].text, text) == 0) {
            if (rank < out->item[i].rank)
                out->item[i].rank = rank;
            return;
        }
    }
    Candidate item = {text, rank};
    ARENA_PUSH(c->arena, out->item, out->n, out->cap, item);
}

static bool needs_quotes(const char *name)
{
    size_t len = strlen(name);
    if (!len || ascii_is_digit(name[0]))
        return true;
    for (size_t i = 0; i < len; i++) {
        if (!ascii_is_alnum(name[i]) && name[i] != '_' && (unsigned char)name[i] < 0x80)
            return true;
    }
    return lexer_token_class(lexer_word(name, len)) == TOKEN_CLASS_KEYWORD;
}

static void offer_name(void *self, const char *name, const char *title,
                       DescribeKind kind)
{
    Collect *c = self;
    (void)title;
    if (c->rank_of[kind] == RANK_NEVER)
        return;
    offer(c, needs_quotes(name) ? arena_printf(c->arena, "`%s`", name) : name,
          c->rank_of[kind]);
}

static void offer_names(Collect *c, const Model *model, int measure, int dimension,
                        int source)
{
    c->rank_of[DESCRIBE_MEASURE] = measure;
    c->rank_of[DESCRIBE_DIMENSION] = dimension;
    c->rank_of[DESCRIBE_SOURCE] = source;
    if (model)
        describe_names(model, offer_name, c);
}

static void offer_reports(Collect *c, const Model *model)
{
    for (size_t i = 0; model && i < model->n_report; i++)
        offer(c, model->report[i].name, RANK_FIRST);
}

static void offer_declared(void *self, const char *name)
{
    offer(self, name, RANK_FIRST);
}

/* What has a name but is not asked for. */
static void offer_explained(Collect *c, const Model *model)
{
    offer_reports(c, model);
    if (model)
        describe_steering_names(model, offer_declared, c);
}

static void offer_functions(Collect *c)
{
    static const char *const functions[] = {
#define FUNCTION(name, text, least, most, rule) text,
#include "runtime/model/function.def"
#undef FUNCTION
    };
    static const char *const aggregates[] = {"sum", "count",  "avg",       "min",
                                             "max", "median", "percentile"};
    for (size_t i = 0; i < COUNT_OF(aggregates); i++)
        offer(c, aggregates[i], RANK_THIRD);
    for (size_t i = 0; i < COUNT_OF(functions); i++) {
        if (!needs_quotes(functions[i])) /* no operator, no blank, not reserved */
            offer(c, functions[i], RANK_THIRD);
    }
}

static void offer_units(Collect *c, int rank)
{
    static const char *const units[] = {"day",     "week", "month",
                                        "quarter", "half", "year"};
    for (size_t i = 0; i < COUNT_OF(units); i++)
        offer(c, units[i], rank);
}

static void offer_list(Collect *c, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        offer(c, list[i], RANK_FIRST);
}

static bool is_token(int kind, const char *word)
{
    const char *text = lexer_keyword_text(kind);
    return text && strcmp(text, word) == 0;
}

static bool clause_is(const Expect *e, const char *word)
{
    return is_token(e->clause, word);
}

static bool follows(const Expect *e, int kind)
{
    return e->n_before && e->before[0].kind == kind;
}

static bool follows_word(const Expect *e, const char *word)
{
    return e->n_before && is_token(e->before[0].kind, word);
}

/* Behind `seller.`: what its source knows. */
static void offer_attributes(Collect *c, const Expect *e, const Model *model)
{
    const char *text = c->prefix - e->word.begin;
    Span owner = e->n_before > 1 ? e->before[1].span : e->word;
    const Source *source =
        model ? session_values_owner(model, arena_strndup(c->arena, text + owner.begin,
                                                          owner.end - owner.begin))
              : NULL;
    c->rank_of[DESCRIBE_MEASURE] = RANK_NEVER;
    c->rank_of[DESCRIBE_DIMENSION] = RANK_FIRST;
    for (size_t i = 0; source && i < source->n_dim; i++)
        offer_name(c, source->dim[i]->name, NULL, DESCRIBE_DIMENSION);
    for (size_t i = 0; source && i < source->n_join; i++)
        offer_name(c, source->join[i]->role, NULL, DESCRIBE_DIMENSION);
}

/* Names that are fixed but no keywords. true: nothing else is meant here. */
static bool offer_fixed(Collect *c, const Expect *e)
{
    static const char *const types[] = {"boolean", "date",  "days",    "decimal",
                                        "integer", "money", "percent", "period",
                                        "real",    "text",  "time"};
    static const char *const settings[] = {"locale", "today"};
    for (int m = 0; m < METHOD_END && follows_word(e, "using"); m++)
        offer(c, method_word((Method)m), RANK_FIRST);
    if (follows_word(e, "using"))
        return true;
    if (follows_word(e, "set"))
        offer_list(c, settings, COUNT_OF(settings));
    else if (follows(e, ':') && !clause_is(e, "run"))
        offer_list(c, types, COUNT_OF(types));
    else
        return false;
    return true;
}

static void offer_last(void *self, const char *name)
{
    offer(self, name, RANK_LAST);
}

/* Clauses behind a forecast speak of its columns. true: nothing else is meant. */
static bool offer_columns_of_forecast(Collect *c, const Expect *e)
{
    static const char *const clauses[] = {"having", "sort", "alarm", "warn"};
    const char *title[FORECAST_COLUMNS_MOST];
    Type type[FORECAST_COLUMNS_MOST];
    bool speaks = false;
    for (size_t i = 0; i < COUNT_OF(clauses); i++)
        speaks |= clause_is(e, clauses[i]);
    if (!speaks || !is_token(e->statement, "forecast"))
        return false;
    size_t n = forecast_columns(&(ForecastForm){.target = NULL}, title, type);
    for (size_t i = 0; i < n; i++)
        offer(c, title[i], RANK_FIRST);
    return true;
}

static void offer_calendars(Collect *c, const Model *model)
{
    for (size_t i = 0; model && i < model->n_calendar; i++)
        offer(c, model->calendar[i].name, RANK_SECOND);
}

static void offer_names_of_clause(Collect *c, const Expect *e, const Model *model)
{
    if (offer_columns_of_forecast(c, e)) {
        return;
    } else if (clause_is(e, "for")) {
        offer_calendars(c, model);
    } else if (clause_is(e, "by") && is_token(e->statement, "solve")) {
        offer_names(c, model, RANK_FIRST, RANK_NEVER, RANK_NEVER);
    } else if (clause_is(e, "by") || clause_is(e, "across")) {
        offer_names(c, model, RANK_NEVER, RANK_FIRST, RANK_NEVER);
        offer_units(c, RANK_SECOND);
    } else if (clause_is(e, "where")) {
        offer_names(c, model, RANK_NEVER, RANK_FIRST, RANK_NEVER);
    } else if (clause_is(e, "from")) {
        offer_names(c, model, RANK_NEVER, RANK_NEVER, RANK_FIRST);
        session_offer_system(offer_last, c);
    } else if (clause_is(e, "join")) {
        offer_names(c, model, RANK_NEVER, RANK_SECOND, RANK_FIRST);
        session_offer_system(offer_last, c);
    } else if (clause_is(e, "list")) {
        offer_names(c, model, RANK_SECOND, RANK_FIRST, RANK_NEVER);
    } else if (clause_is(e, "run")) {
        offer_reports(c, model);
    } else if (clause_is(e, "chart")) {
        for (int i = 0; i < CHART_KIND_COUNT; i++)
            offer(c, chart_kind_name((ChartKind)i), RANK_FIRST);
    } else {
        offer_names(c, model, RANK_FIRST, RANK_SECOND, RANK_NEVER);
    }
}

static bool starts_line(const Collect *c, const Expect *e)
{
    const char *text = c->prefix - e->word.begin;
    size_t at = e->word.begin;
    while (at && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        at--;
    return !at || text[at - 1] == '\n';
}

/* Could the text before the word be whole, with the word on the same line? What begins
   a statement there is seldom meant. */
static bool follows_whole(const Collect *c, const Expect *e)
{
    if (!e->n_before || starts_line(c, e))
        return false;
    int last = e->before[0].kind;
    switch (lexer_token_class(last)) {
    case TOKEN_CLASS_NAME:
    case TOKEN_CLASS_UNIT:
    case TOKEN_CLASS_NUMBER:
    case TOKEN_CLASS_TEXT:
    case TOKEN_CLASS_PARAMETER:
        return true;
    case TOKEN_CLASS_WORD:
        return !(lexer_keyword_roles(last) & KEYWORD_STARTS_STMT);
    case TOKEN_CLASS_OPERATOR:
        return last == ')' || last == ']';
    case TOKEN_CLASS_KEYWORD:
    case TOKEN_CLASS_END:
    case TOKEN_CLASS_COMMENT:
    case TOKEN_CLASS_ERROR:
        break;
    }
    return false;
}

/* Contextual words that have a meaning of their own behind another one. */
static bool belongs_behind(const Expect *e, const char *word)
{
    static const char *const pairs[][2] = {
        {"for", "this"}, {"for", "previous"}, {"for", "last"}, {"for", "next"},
        {"for", "full"}, {"from", "table"},   {"from", "csv"}, {"from", "sql"}};
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (follows_word(e, pairs[i][0]) && !strcmp(word, pairs[i][1]))
            return true;
    }
    return false;
}

/* What a lesson is made of. */
static bool is_of_lesson(const Expect *e, const char *word)
{
    static const char *const words[] = {"text", "ask", "expect", "hint"};
    bool is = false;
    for (size_t i = 0; i < COUNT_OF(words) && is_token(e->around, "lesson"); i++)
        is |= strcmp(word, words[i]) == 0;
    return is;
}

/* Where a name may stand the parser expects every word that may be one; only those that
   mean something of their own there are offered. */
static int rank_of_keyword(const Collect *c, const Expect *e, const char *word)
{
    int kind = lexer_word(word, strlen(word));
    bool is_word = lexer_token_class(kind) == TOKEN_CLASS_WORD;
    if (!complete_steering_takes(e, word))
        return RANK_NEVER;
    if (is_of_lesson(e, word))
        return RANK_FIRST;
    if (is_word && e->wants_name && e->n_before)
        return belongs_behind(e, word) ? RANK_FIRST : RANK_NEVER;
    unsigned roles = lexer_keyword_roles(kind), clause = KEYWORD_STARTS_CLAUSE;
    if ((roles & KEYWORD_STARTS_STMT) && !(roles & clause) && follows_whole(c, e))
        return RANK_NEVER;
    return roles & (e->n_before ? clause : KEYWORD_STARTS_STMT) ? RANK_SECOND
                                                                : RANK_LAST;
}

static void offer_expected(Collect *c, const Expect *e, const Model *model)
{
    if (follows(e, '.')) {
        offer_attributes(c, e, model);
        return;
    }
    if ((e->wants_name && offer_fixed(c, e)) ||
        complete_steering(e, model, offer_declared, c))
        return;
    if (e->wants_name)
        offer_names_of_clause(c, e, model);
    bool explains = e->n_before ? follows_word(e, "explain") : c->explains;
    if (e->wants_name && explains)
        offer_explained(c, model);
    if (follows_word(e, "learn"))
        return; /* a lesson, or nothing */
    bool wants_measures =
        !clause_is(e, "by") && !clause_is(e, "across") && !clause_is(e, "where");
    if (e->wants_value && c->prefix_len && !clause_is(e, "for") &&
        (wants_measures || !c->out->n))
        offer_functions(c); /* they do not crowd out dimensions */
    if (e->wants_unit)
        offer_units(c, RANK_SECOND);
    for (size_t i = 0; i < e->n_word; i++)
        offer(c, e->word_list[i], rank_of_keyword(c, e, e->word_list[i]));
}

/* `open "`, `use "`, `to "`, `csv "`. */
static bool wants_file(const Expect *e)
{
    static const char *const words[] = {"open", "use", "to", "csv"};
    const char *before = e->n_before ? lexer_keyword_text(e->before[0].kind) : NULL;
    for (size_t i = 0; before && i < COUNT_OF(words); i++) {
        if (strcmp(before, words[i]) == 0)
            return true;
    }
    return false;
}

/* Texts of one place need no look for their likes: each comes once. */
static void offer_text(Collect *c, Text value, bool quoted)
{
    char quote = c->out->quote;
    const char *text = complete_value_escape(value.text, value.len, quote, c->arena);
    if (!text || !has_prefix(c, text))
        return;
    Candidate item = {quoted ? text : arena_printf(c->arena, "\"%s\"", text),
                      quoted || !c->prefix_len ? RANK_FIRST : RANK_LAST};
    ARENA_PUSH(c->arena, c->out->item, c->out->n, c->out->cap, item);
}

/* All texts of a place, behind `quote`; '\0': the cursor is in no text yet. */
static void offer_pool(Collect *c, const char *from, const char *owner,
                       const char *name, char quote)
{
    const Intern *pool = c->values->find(c->values->self, from, owner, name);
    c->out->quote = quote ? quote : '"';
    for (uint32_t i = 0; pool && i < intern_count(pool); i++)
        offer_text(c, intern_text(pool, i), quote != '\0');
    c->out->quote = quote;
}

static void offer_lessons(Collect *c, const Model *model, char quote)
{
    c->out->quote = '"';
    for (size_t i = 0; model && i < model->n_lesson; i++) {
        const char *name = model->lesson[i].name;
        offer_text(c, (Text){name, (uint32_t)strlen(name)}, quote != '\0');
    }
    c->out->quote = quote;
}

/* Values of the dimension that the word is compared with, people or lessons. */
static void offer_values(Collect *c, const Expect *e, const Model *model,
                         const char *text)
{
    size_t at = e->word.begin - e->in_text;
    char quote = e->in_text ? text[at] : '\0';
    ValueTarget target;
    SteeringText place[STEERING_TEXTS_MOST];
    if (follows_word(e, "learn"))
        offer_lessons(c, model, quote);
    if (!c->values)
        return;
    size_t n = complete_steering_texts(e, model, c->arena, place);
    for (size_t i = 0; i < n; i++)
        offer_pool(c, place[i].from, place[i].owner, place[i].name, quote);
    if (!n && complete_value_target(text, at, c->arena, &target))
        offer_pool(c, target.from, target.owner, target.name, quote);
}

/* Those that the program holds. */
static void offer_modules(Collect *c)
{
    ModulePath path = {NULL, NULL};
    module_offer_names(c->arena, &path, offer_declared, c);
}

/* The name of a module behind `use` is one word, points included. false: it is not
   there that the cursor stands. */
static bool complete_used(Collect *c, const Expect *e, const char *text, size_t len)
{
    size_t begin = e->word.begin, i = 0;
    while (begin && (ascii_is_alnum(text[begin - 1]) || text[begin - 1] == '_' ||
                     text[begin - 1] == '.'))
        begin--;
    while (i < e->n_before && e->before[i].span.begin >= begin)
        i++;
    const char *word = i < e->n_before ? lexer_keyword_text(e->before[i].kind) : NULL;
    if (!word || strcmp(word, "use") != 0)
        return false;
    c->out->begin -= e->word.begin - begin;
    c->prefix = text + begin;
    c->prefix_len = len - begin;
    offer_modules(c);
    return true;
}

static void complete_statement(Collect *c, const char *text, size_t len,
                               const Model *model)
{
    SourceText source = {.len = len, .text = arena_strndup(c->arena, text, len)};
    Expect e = expect_at(&source, (uint32_t)len, PARSE_PROMPT, c->arena);
    c->out->begin += e.word.begin;
    c->prefix = text + e.word.begin;
    c->prefix_len = len - e.word.begin;
    if (e.in_comment || (!e.in_text && complete_used(c, &e, text, len)))
        return;
    if (!e.in_text) {
        offer_expected(c, &e, model);
        offer_values(c, &e, model, text);
        return;
    }
    c->out->files = wants_file(&e);
    if (!c->out->files)
        offer_values(c, &e, model, text);
}

static void offer_topics(Collect *c)
{
    for (size_t i = 0; help_topic_at(i); i++)
        offer(c, help_topic_at(i), RANK_FIRST);
}

/* The argument of a command, all of it one word. */
static void complete_argument(Collect *c, CommandKind kind, const Model *model)
{
    static const char *const switches[] = {"on", "off"};
    static const char *const formats[] = {"table", "csv", "json", "markdown"};
    switch (kind) {
    case COMMAND_HELP:
        offer_topics(c);
        break;
    case COMMAND_DESCRIBE:
        offer_names(c, model, RANK_FIRST, RANK_FIRST, RANK_FIRST);
        offer_explained(c, model);
        break;
    case COMMAND_DOC:
        offer_modules(c);
        break;
    case COMMAND_TIMING:
        offer_list(c, switches, COUNT_OF(switches));
        break;
    case COMMAND_FORMAT:
        offer_list(c, formats, COUNT_OF(formats));
        break;
    case COMMAND_OPEN:
    case COMMAND_INCLUDE:
        c->out->files = true;
        break;
    case COMMAND_EXPLAIN:
    case COMMAND_WATCH:
    case COMMAND_WIDTH:
    case COMMAND_EDIT:
    case COMMAND_HINT:
    case COMMAND_SKIP:
    case COMMAND_CLEAR:
    case COMMAND_QUIT:
        break;
    }
}

static void offer_commands(Collect *c, bool escaped)
{
    bool bare;
    const char *shown, *name;
    for (size_t i = 0; (name = command_name_at(i, &bare, &shown)) != NULL; i++) {
        if ((escaped || bare) && (name == shown || !has_prefix(c, shown)))
            offer(c, name, escaped ? RANK_FIRST : RANK_LAST);
    }
}

static int compare_candidates(const void *a, const void *b)
{
    const Candidate *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return ascii_casecmp(x->text, y->text);
}

/* Completes the argument of a command; false: it is to be completed as a statement,
   from *from on. An argument ends with its line. */
static bool complete_command(Collect *c, const char *text, size_t point,
                             const Model *model, size_t *from)
{
    Command command;
    if (!command_begin(text, point, &command))
        return false;
    *from = (size_t)(command.arg - text);
    c->explains = command.kind == COMMAND_EXPLAIN;
    if (c->explains)
        return false;
    if (command.kind == COMMAND_WATCH) {
        while (*from < point && !ascii_is_space(text[*from]))
            ++*from;
        return *from == point;
    }
    if (memchr(command.arg, '\n', command.arg_len)) {
        *from = 0;
        return false;
    }
    if (command.kind == COMMAND_OPEN && command.arg_len && command.arg[0] == '"')
        ++*from;
    c->out->begin = *from;
    c->prefix = text + *from;
    c->prefix_len = point - *from;
    complete_argument(c, command.kind, model);
    return true;
}

Completion complete_at(const char *text, size_t point, const Model *model,
                       const ValueSource *values, Arena *arena)
{
    Completion out = {.begin = 0};
    Collect c = {.arena = arena, .out = &out, .values = values};
    size_t from = 0;
    while (from < point && ascii_is_space(text[from]))
        from++;
    bool escaped = from < point && (text[from] == '\\' || text[from] == '.');
    size_t word = from + escaped, end = word;
    while (end < point && (ascii_is_alnum(text[end]) || text[end] == '_'))
        end++;
    if (end < point && complete_command(&c, text, point, model, &from)) {
        escaped = true;
    } else if (!escaped || end < point) {
        out.begin = from;
        complete_statement(&c, text + from, point - from, model);
    }
    if (end == point) {
        out.begin = word;
        c.prefix = text + word;
        c.prefix_len = point - word;
        offer_commands(&c, escaped);
    }
    if (out.n)
        qsort(out.item, out.n, sizeof *out.item, compare_candidates);
    return out;
}
