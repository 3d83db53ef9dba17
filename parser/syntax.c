/* Words a syntax error: what stands there, and what is wanted, in groups (a name, an
   operator, a clause) instead of a list of two hundred tokens. The names in `expected`
   are those of the grammar; a keyword's name is its spelling. */
#include "parser/context.h"

#include "grammar.tab.h"
#include "runtime/base/suggest.h"

#include <string.h>

enum { WANTED_MAX = 6, QUOTE_MAX = 40 };

typedef struct {
    const char *const *name;
    size_t count;
    bool has_name, has_expression, has_operator, has_clause, has_stmt, has_item;
} Expected;

const char *parse_quote(ParseCtx *cx, Span span)
{
    const char *text = cx->text->text + span.begin;
    size_t len = span.end - span.begin, shown = 0;
    while (shown < len && shown < QUOTE_MAX && text[shown] != '\n')
        shown++;
    while (shown < len && shown > 0 && ((unsigned char)text[shown] & 0xc0) == 0x80)
        shown--;
    if (text[0] == '`' && shown == len)
        return arena_printf(cx->arena, "%.*s", (int)shown, text);
    return arena_printf(cx->arena, "`%.*s%s`", (int)shown, text,
                        shown < len ? "..." : "");
}

bool parse_is_expected(const char *const *expected, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (!strcmp(expected[i], name))
            return true;
    }
    return false;
}

static Expected group(const char *const *name, size_t count)
{
    Expected e = {.name = name, .count = count};
    e.has_name = parse_is_expected(name, count, "name");
    e.has_expression = e.has_name && parse_is_expected(name, count, "number") &&
                       parse_is_expected(name, count, "'('");
    e.has_operator = parse_is_expected(name, count, "||");
    e.has_clause = parse_is_expected(name, count, "having");
    e.has_stmt = parse_is_expected(name, count, "open") &&
                 parse_is_expected(name, count, "show");
    e.has_item = !e.has_name && parse_is_expected(name, count, "'}'") &&
                 (parse_is_expected(name, count, "covers") ||
                  parse_is_expected(name, count, "drives") ||
                  parse_is_expected(name, count, "steers"));
    return e;
}

static int keyword_of(const char *name)
{
    int kind = lexer_word(name, strlen(name));
    const char *text = lexer_keyword_text(kind);
    return text && !strcmp(text, name) ? kind : LEXER_END;
}

static bool is_sign(const char *name)
{
    return name[0] == '\'' || !strcmp(name, "||") || !strcmp(name, "..") ||
           !strcmp(name, "!=") || !strcmp(name, "<=") || !strcmp(name, ">=") ||
           !strcmp(name, "~~");
}

/* Signs and words that stand between operands. */
static bool is_operator(const char *name)
{
    static const char *const words[] = {"and", "or",  "in",    "is",      "like",
                                        "not", "per", "under", "between", NULL};
    if (is_sign(name))
        return strcmp(name, "';'") != 0 && strcmp(name, "')'") != 0 &&
               strcmp(name, "']'") != 0 && strcmp(name, "'}'") != 0 &&
               strcmp(name, "','") != 0 && strcmp(name, "'{'") != 0;
    for (size_t i = 0; words[i]; i++) {
        if (!strcmp(words[i], name))
            return true;
    }
    return false;
}

static bool is_any(const char *name, const char *const *set)
{
    for (; *set; set++) {
        if (!strcmp(*set, name))
            return true;
    }
    return false;
}

/* Covered by a group, or of no use to a reader. */
static bool is_covered(const Expected *e, const char *name)
{
    static const char *const literals[] = {"number",      "decimal number",
                                           "percentage",  "period literal",
                                           "quoted text", "parameter",
                                           "time unit",   "currency code",
                                           "name",        "all",
                                           "distinct",    "not",
                                           "'('",         "'-'",
                                           NULL};
    static const char *const after_name[] = {
        "number", "period literal", "time unit", "currency code", "';'", NULL};
    int keyword = keyword_of(name);
    unsigned roles = keyword ? lexer_keyword_roles(keyword) : 0;
    if (e->has_expression && is_any(name, literals))
        return true;
    if (e->has_name && (is_any(name, literals + 6) ||
                        (keyword && lexer_token_class(keyword) == TOKEN_CLASS_WORD)))
        return is_any(name, literals + 10) ? false : true;
    if (e->has_operator && (is_operator(name) || is_any(name, after_name)))
        return true;
    if (e->has_clause && !strcmp(name, "at"))
        return true;
    if (e->has_clause && ((roles & KEYWORD_STARTS_CLAUSE) || !strcmp(name, "as of")))
        return true;
    if (e->has_stmt && (roles & KEYWORD_STARTS_STMT))
        return true;
    if (e->has_item && (roles & (KEYWORD_STARTS_STMT | KEYWORD_STARTS_ITEM)))
        return true;
    return !strcmp(name, "end of input") || !strcmp(name, "';'");
}

static void add_wanted(StrBuf *sb, size_t *count, const char *text)
{
    if (++*count > WANTED_MAX)
        return;
    strbuf_addf(sb, "%s%s", *count > 1 ? ", " : "", text);
}

static void add_name(StrBuf *sb, size_t *count, const char *name)
{
    char quoted[40];
    if (name[0] == '\'')
        snprintf(quoted, sizeof quoted, "`%.*s`", (int)strlen(name) - 2, name + 1);
    else if (keyword_of(name) || is_sign(name) || !strcmp(name, "as of"))
        snprintf(quoted, sizeof quoted, "`%s`", name);
    else
        snprintf(quoted, sizeof quoted, "a %s", name);
    add_wanted(sb, count, quoted);
}

/* ", wanted a name, an operator" or nothing. */
static const char *wanted_text(ParseCtx *cx, const Expected *e)
{
    StrBuf sb;
    size_t count = 0;
    strbuf_init(&sb);
    if (e->has_expression)
        add_wanted(&sb, &count, "an expression");
    else if (e->has_name)
        add_wanted(&sb, &count, "a name");
    if (e->has_operator)
        add_wanted(&sb, &count, "an operator");
    if (e->has_clause)
        add_wanted(&sb, &count, "a clause (by, for, where ...)");
    for (size_t i = 0; i < e->count; i++) {
        if (!is_covered(e, e->name[i]))
            add_name(&sb, &count, e->name[i]);
    }
    if (e->has_item)
        add_wanted(&sb, &count,
                   parse_is_expected(e->name, e->count, "covers")
                       ? "an item (dimension, join, measure ...)"
                       : "an item (level, owner, target ...)");
    if (e->has_stmt)
        add_wanted(&sb, &count, "a statement");
    if (count > WANTED_MAX)
        strbuf_adds(&sb, " ...");
    const char *text = arena_strdup(cx->arena, sb.text);
    strbuf_release(&sb);
    return text;
}

static void note_opener(ParseCtx *cx, Diag *diag)
{
    const ParseLevel *top = &cx->level[cx->n_level - 1];
    if (top->bracket && (top->bracket != '{' || cx->token.kind == LEXER_END))
        diag_note(cx->sink, diag, &top->span, "the `%c` that stands here is open",
                  top->bracket);
}

static void help_with(ParseCtx *cx, Diag *diag, const Suggest *s)
{
    if (s->count == 1)
        diag_help(cx->sink, diag, "did you mean `%s`?", s->found[0]);
    else if (s->count == 2)
        diag_help(cx->sink, diag, "did you mean `%s` or `%s`?", s->found[0],
                  s->found[1]);
    else if (s->count > 2)
        diag_help(cx->sink, diag, "did you mean `%s`, `%s` or `%s`?", s->found[0],
                  s->found[1], s->found[2]);
}

static void suggest_keyword(ParseCtx *cx, Diag *diag, const Expected *e, Span span)
{
    const char *word =
        arena_strndup(cx->arena, cx->text->text + span.begin, span.end - span.begin);
    Suggest s;
    suggest_init(&s, word);
    for (size_t i = 0; i < e->count; i++) {
        if (keyword_of(e->name[i]))
            suggest_offer(&s, e->name[i]);
    }
    help_with(cx, diag, &s);
    if (s.count == 0 && e->has_clause && parse_is_expected(e->name, e->count, "as"))
        diag_help(cx->sink, diag, "another name for a column needs `as`: as %s", word);
}

/* A first word at the prompt that starts no statement was read as a measure. */
static void suggest_statement(ParseCtx *cx, Diag *diag)
{
    Span span = cx->first.span;
    Suggest s;
    int kind;
    const char *text;
    suggest_init(&s, arena_strndup(cx->arena, cx->text->text + span.begin,
                                   span.end - span.begin));
    for (size_t i = 0; (text = lexer_keyword_at(i, &kind)) != NULL; i++) {
        if (lexer_keyword_roles(kind) & KEYWORD_STARTS_STMT)
            suggest_offer(&s, text);
    }
    help_with(cx, diag, &s);
}

static bool is_word(int kind)
{
    TokenClass class = lexer_token_class(kind);
    return class == TOKEN_CLASS_NAME || class == TOKEN_CLASS_WORD;
}

/* What a message about a gap calls it. */
static const char *gap_text(ParseCtx *cx, Span before)
{
    if (before.end == 0)
        return "there is nothing here";
    const char *left = parse_quote(cx, before);
    if (cx->token.kind == LEXER_END || cx->token.starts_line)
        return arena_printf(cx->arena, "something is missing after %s", left);
    return arena_printf(cx->arena, "something is missing between %s and %s", left,
                        parse_quote(cx, cx->token.span));
}

static void report_missing(ParseCtx *cx, const Expected *e)
{
    Span before = cx->before[0].span;
    bool is_end = cx->token.kind == LEXER_END || cx->token.starts_line;
    Span place = cx->token.span;
    if (is_end && before.end)
        place = (Span){before.file, before.end, before.end};
    Diag *diag = diag_error(cx->sink, DIAG_UNFINISHED, place, "%s; wanted %s",
                            gap_text(cx, before), wanted_text(cx, e));
    note_opener(cx, diag);
}

/* A sign or reserved word where an operand is wanted: what is missing is the operand.
 */
static bool is_gap(const ParseCtx *cx, const Expected *e)
{
    int kind = cx->token.kind;
    bool closes =
        kind == ')' || kind == ']' || kind == '}' || kind == ',' || kind == '=';
    bool opens_before = cx->before[0].kind == '[' || cx->before[0].kind == 0;
    return e->has_expression && !e->has_operator && !opens_before &&
           (closes || lexer_token_class(kind) == TOKEN_CLASS_KEYWORD);
}

void parse_report_unexpected(ParseCtx *cx, Span span, const char *const *expected,
                             size_t count)
{
    Expected e = group(expected, count);
    bool ends = cx->token.kind == LEXER_END;
    unsigned roles = lexer_keyword_roles(cx->token.kind);
    bool first_error = !parse_has_errors(cx);
    cx->recovering = true;
    if (cx->is_cut_short)
        return;
    if (ends && parse_report_near_unit(cx, expected, count))
        return;
    if (ends || (cx->token.starts_line && (roles & KEYWORD_STARTS_STMT) &&
                 cx->before[0].kind)) {
        cx->is_incomplete = ends && first_error;
        report_missing(cx, &e);
        return;
    }
    if (parse_report_mistake(cx, span, expected, count))
        return;
    if (is_gap(cx, &e)) {
        report_missing(cx, &e);
        return;
    }
    const char *wanted = wanted_text(cx, &e);
    Diag *diag =
        diag_error(cx->sink, DIAG_UNEXPECTED, span,
                   "%s is not expected here; wanted %s", parse_quote(cx, span), wanted);
    if (cx->show_implied && cx->before[0].span.begin == cx->first.span.begin &&
        is_word(cx->first.kind) && is_word(cx->token.kind))
        suggest_statement(cx, diag);
    else if (is_word(cx->token.kind))
        suggest_keyword(cx, diag, &e, span);
    if (!diag->help && !strcmp(wanted, "a statement") && is_word(cx->token.kind))
        diag_help(cx->sink, diag, "a question begins with `show`: show %.*s",
                  (int)(span.end - span.begin), cx->text->text + span.begin);
    note_opener(cx, diag);
}
