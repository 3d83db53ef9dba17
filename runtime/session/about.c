/* A measure is explained by what its question wrote and by the definitions of all
   measures and functions in it, as they stand in the model. */
#include "runtime/session/about.h"

#include "parser/ast_walk.h"
#include "runtime/algebra/format.h"
#include "runtime/base/ascii.h"
#include "runtime/base/sha256.h"
#include "runtime/plan/plan.h"
#include "runtime/session/describe.h"

#include <string.h>

enum { DEFINITIONS_MOST = 16, HASH_SHOWN = 6 };

typedef struct {
    Session *session;
    Arena *arena; /* of the answer */
    Fact *fact;
    size_t n_fact, cap_fact;
    const void *seen[DEFINITIONS_MOST]; /* measures and functions */
    size_t n_seen;
    const Source *source[DEFINITIONS_MOST];
    size_t n_source;
    const Source *scope; /* the name before this one is this source's */
} About;

static void add(About *a, const char *name, const char *text)
{
    ARENA_PUSH(a->arena, a->fact, a->n_fact, a->cap_fact,
               ((Fact){arena_strdup(a->arena, name), text}));
}

const char *about_text(const Session *s, Arena *arena, Span span)
{
    StrBuf sb;
    strbuf_init(&sb);
    describe_add_text(&sb, s->texts, span, 0);
    while (sb.len && sb.text[sb.len - 1] == '\n')
        strbuf_truncate(&sb, sb.len - 1);
    const char *text = arena_strdup(arena, sb.text);
    strbuf_release(&sb);
    return text;
}

static const char *written(const About *a, Span span)
{
    return about_text(a->session, a->arena, span);
}

/* A definition without the title, which is its name in the list. */
static const char *definition(const About *a, Span span, const AstText *title)
{
    if (!title->text)
        return written(a, span);
    Span before = span, after = span;
    before.end = title->span.begin;
    after.begin = title->span.end;
    const char *head = written(a, before), *rest = written(a, after);
    size_t n = strlen(head);
    while (n && (head[n - 1] == ' ' || head[n - 1] == '\n'))
        n--;
    return arena_printf(a->arena, "%.*s%s", (int)n, head, rest);
}

/* --- definitions --- */

static bool see(About *a, const void *what)
{
    for (size_t i = 0; i < a->n_seen; i++) {
        if (a->seen[i] == what)
            return false;
    }
    if (a->n_seen == DEFINITIONS_MOST)
        return false;
    a->seen[a->n_seen++] = what;
    return true;
}

static void see_source(About *a, const Source *source)
{
    for (size_t i = 0; i < a->n_source; i++) {
        if (a->source[i] == source)
            return;
    }
    if (source && a->n_source < DEFINITIONS_MOST)
        a->source[a->n_source++] = source;
}

static void take_name(void *data, const AstName *name);

static void follow(About *a, const AstExpr *expr)
{
    AstVisitor visitor = ast_visitor((AstVisitor){.data = a, .name = take_name});
    a->scope = NULL;
    ast_walk_expr(&visitor, expr);
}

static const char *titled(About *a, const char *name, const char *title)
{
    return title && *title ? arena_printf(a->arena, "%s: %s", name, title) : name;
}

static void add_measure(About *a, const Measure *m)
{
    if (!m->ast || !see(a, m))
        return;
    see_source(a, m->source);
    add(a, titled(a, m->name, m->title), definition(a, m->ast->span, &m->ast->title));
    follow(a, m->ast->value);
}

static const Measure *find_measure(const About *a, const char *name)
{
    for (size_t i = 0; a->scope && i < a->scope->n_measure; i++) {
        if (ascii_same(a->scope->measure[i]->name, name))
            return a->scope->measure[i];
    }
    return model_find_measure(&a->session->model, name);
}

static void add_function(About *a, const char *name)
{
    const Model *model = &a->session->model;
    for (size_t i = model->n_function; i-- > 0;) {
        if (!ascii_same(model->function[i].name, name))
            continue;
        if (see(a, model->function[i].ast))
            add(a, model->function[i].name, written(a, model->function[i].ast->span));
        return;
    }
}

/* Names of a path come one by one: a source, then what it has. */
static void take_name(void *data, const AstName *name)
{
    About *a = data;
    const Measure *m = find_measure(a, name->text);
    const Source *scope = a->scope;
    a->scope = m ? NULL : model_find_source(&a->session->model, name->text);
    if (m)
        add_measure(a, m);
    else if (!scope)
        add_function(a, name->text);
}

static void add_sources(About *a)
{
    for (size_t i = 0; i < a->n_source; i++) {
        const Source *source = a->source[i];
        StrBuf sb;
        strbuf_init(&sb);
        strbuf_adds(&sb, titled(a, source->name, source->title));
        if (source->filter) {
            strbuf_adds(&sb, ", rows where ");
            plan_print_expr(&sb, source->filter);
        }
        add(a, "source", arena_strdup(a->arena, sb.text));
        strbuf_release(&sb);
    }
}

/* --- columns --- */

static const AstItem *item_at(const AstQuestion *ast, Span span)
{
    for (uint32_t i = 0; i < ast->items.count; i++) {
        const AstItem *item = &ast->items.item[i];
        if (item->span.file == span.file && span.begin >= item->span.begin &&
            span.begin < item->span.end)
            return item;
    }
    return NULL;
}

static void add_clauses(About *a, const AstQuestion *ast)
{
    static const AstClauseKind narrowing[] = {AST_CLAUSE_FOR, AST_CLAUSE_WHERE,
                                              AST_CLAUSE_AS_OF, AST_CLAUSE_HAVING};
    for (size_t i = 0; i < COUNT_OF(narrowing); i++) {
        const AstClause *clause = ast->clause[narrowing[i]];
        if (clause)
            add(a, "asked", written(a, clause->span));
    }
}

static void about_item(About *a, const AstQuestion *ast, const Item *item)
{
    const AstItem *from = item_at(ast, item->span);
    const char *text = written(a, from ? from->span : item->span);
    if (from)
        follow(a, from->value);
    bool is_plain = a->n_fact && from && from->value->kind == AST_EXPR_PATH &&
                    !from->alias.name.text;
    if (!is_plain && *text)
        add(a, "in this answer", text);
    if (item->role == ITEM_MEASURE && item->type.kind == VALUE_NUMBER)
        add(a, "on totals", describe_adding(item->type.add));
    add_sources(a);
    add_clauses(a, ast);
}

static void about_key(About *a, const ByItem *by)
{
    const Dim *dim = by->dim;
    if (!dim) {
        add(a, "in this answer", written(a, by->span));
        return;
    }
    const char *name = titled(a, dim->name, dim->title);
    if (dim->ast)
        add(a, name, definition(a, dim->ast->span, &dim->ast->title));
    else
        add(a, name, dim->kind == DIM_ENTITY ? "one of the source's rows" : dim->name);
    see_source(a, dim->source);
    add_sources(a);
}

static const char *name_of(const ResultColumn *column)
{
    return column->measure ? column->measure : column->title;
}

static void about_column(About *a, const AstQuestion *ast, const Question *q,
                         const ResultColumn *column)
{
    const char *name = name_of(column);
    for (size_t i = 0; i < q->n_by && column->role == COLUMN_KEY; i++) {
        if (strcmp(q->by[i].title, name) == 0) {
            about_key(a, &q->by[i]);
            return;
        }
    }
    for (size_t i = 0; i < q->n_item; i++) {
        if (strcmp(q->item[i].title, name) == 0) {
            about_item(a, ast, &q->item[i]);
            return;
        }
    }
}

void about_fill(Session *s, const AstQuestion *ast, const Question *q, Result *result)
{
    for (size_t i = 0; i < result->n_column; i++) {
        About a = {.session = s, .arena = result->arena};
        ResultColumn *column = &result->column[i];
        if (column->across > 1 || column->across == RESULT_ACROSS_TOTAL)
            continue;
        about_column(&a, ast, q, column);
        column->about = a.fact;
        column->n_about = a.n_fact;
    }
    About whole = {.session = s, .arena = result->arena};
    result->asked = written(&whole, ast->span);
}

/* --- the page as a whole --- */

/* The place of a source among the session's; a new one at the end. */
static Freshness *fresh_of(Session *s, const Freshness *from)
{
    for (size_t i = 0; i < s->n_fresh; i++) {
        if (strcmp(s->fresh[i].source, from->source) == 0)
            return &s->fresh[i];
    }
    Freshness copy = {arena_strdup(s->arena, from->source), from->oldest, from->newest};
    ARENA_PUSH(s->arena, s->fresh, s->n_fresh, s->cap_fresh, copy);
    return &s->fresh[s->n_fresh - 1];
}

void about_note(Session *s, const Result *result)
{
    for (size_t i = 0; i < result->n_fresh; i++) {
        Freshness *fresh = fresh_of(s, &result->fresh[i]);
        if (result->fresh[i].newest > fresh->newest)
            fresh->newest = result->fresh[i].newest;
    }
}

static void add_day(const Session *s, StrBuf *sb, Day day)
{
    const char *locale = s->settings.locale;
    FormatStyle style = {.locale = locale ? locale_find(locale) : locale_default()};
    format_value(sb, &style, (Type){.kind = VALUE_DATE}, (Value){.as.day = day});
}

/* What lies after today is planned: a source that goes on is known up to today. */
static Day known_until(const Session *s, size_t i)
{
    Day newest = s->fresh[i].newest;
    return newest < s->settings.today ? newest : s->settings.today;
}

/* One day when all sources reach to it, else one for each. */
static void add_freshness(const Session *s, StrBuf *sb)
{
    bool same = true;
    for (size_t i = 1; i < s->n_fresh; i++)
        same &= known_until(s, i) == known_until(s, 0);
    for (size_t i = 0; i < (same ? 1 : s->n_fresh); i++) {
        strbuf_adds(sb, i ? ", " : "");
        add_day(s, sb, known_until(s, i));
        if (!same)
            strbuf_addf(sb, " (%s)", s->fresh[i].source);
    }
}

static void add_hash(const Session *s, StrBuf *sb)
{
    StrBuf all;
    uint8_t digest[SHA256_SIZE];
    strbuf_init(&all);
    for (uint32_t i = 0; i < source_texts_count(s->texts); i++) {
        const SourceText *text = source_texts_get(s->texts, i);
        strbuf_addf(&all, "%zu:", text->len);
        strbuf_add(&all, text->text, text->len);
    }
    sha256(all.text, all.len, digest);
    sha256_add_hex(sb, digest, HASH_SHOWN);
    strbuf_release(&all);
}

void session_about_anew(Session *s)
{
    s->n_fresh = 0;
    s->told = (DayRange){0, 0};
}

size_t session_about(Session *s, AboutFact fact[SESSION_ABOUT_MOST])
{
    size_t n = 0;
    StrBuf sb;
    strbuf_init(&sb);
    if (s->executor.person) {
        const char *text = arena_printf(s->arena, "%s (%s)", s->executor.person,
                                        s->audience ? s->audience->head.name : "");
        fact[n++] = (AboutFact){{"rows that are seen by", text}, false};
    }
    bool told = s->told.lo < s->told.hi;
    add_day(s, &sb, told ? s->told.lo : s->settings.today);
    if (told && s->told.hi - s->told.lo > 1) {
        strbuf_adds(&sb, " to ");
        add_day(s, &sb, s->told.hi - 1);
    }
    fact[n++] = (AboutFact){{"as of", arena_strdup(s->arena, sb.text)}, false};
    if (s->n_fresh) {
        strbuf_reset(&sb);
        add_freshness(s, &sb);
        fact[n++] = (AboutFact){{"data until", arena_strdup(s->arena, sb.text)}, false};
    }
    if (s->store) {
        const char *slash = strrchr(s->store, '/');
        const char *name = slash ? slash + 1 : s->store;
        fact[n++] = (AboutFact){{"store", arena_strdup(s->arena, name)}, true};
    }
    strbuf_reset(&sb);
    add_hash(s, &sb);
    fact[n++] = (AboutFact){{"definitions", arena_strdup(s->arena, sb.text)}, true};
    strbuf_release(&sb);
    return n;
}
