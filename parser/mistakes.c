/* Natural mistakes that deserve a message of their own: words of SQL, contexts without
   brackets, clauses without a question. Each rule looks at the token in error, at the
   few before it and at what was expected. */
#include "parser/context.h"

#include "grammar.tab.h"
#include "lexer/literal.h"
#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"
#include "runtime/base/suggest.h"

#include <string.h>

typedef struct {
    ParseCtx *cx;
    Span span;
    const char *const *expected;
    size_t count;
    const ParseLevel *level;
    int kind, before; /* of the token in error and the one before it */
} Case;

static bool expects(const Case *c, const char *name)
{
    return parse_is_expected(c->expected, c->count, name);
}

static bool is_text(const Case *c, Span span, const char *word)
{
    const char *text = c->cx->text->text + span.begin;
    size_t len = span.end - span.begin, i = 0;
    while (i < len && word[i] && ascii_lower(text[i]) == word[i])
        i++;
    return i == len && !word[i];
}

static bool is_question(const Case *c)
{
    return c->level->leader == TOK_K_SHOW || c->level->leader == TOK_K_LIST ||
           c->cx->show_implied;
}

/* A misspelt unit was read as the name of a calendar. */
static bool near_unit(const Case *c)
{
    static const char *const words[] = {
#define AST_UNIT(name, text, plural) text, plural,
#include "parser/ast.def"
    };
    Span span = c->cx->before[0].span;
    Suggest s;
    if (c->before != TOK_IDENT || !expects(c, "time unit") || expects(c, "||") ||
        expects(c, "'}'"))
        return false;
    suggest_init(&s, arena_strndup(c->cx->arena, c->cx->text->text + span.begin,
                                   span.end - span.begin));
    for (size_t i = 0; i < COUNT_OF(words); i++)
        suggest_offer(&s, words[i]);
    if (s.count == 0)
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED, span, "%s is no time unit",
                            parse_quote(c->cx, span));
    diag_help(c->cx->sink, diag, "did you mean `%s`?", s.found[0]);
    return true;
}

/* A command of the prompt, which scripts do not have. */
static bool prompt_word(const Case *c)
{
    bool first = !c->before || c->before == ';' || c->cx->token.starts_line;
    bool describes = is_text(c, c->span, "describe");
    if (c->kind != TOK_IDENT || !first || !expects(c, "show") ||
        (!describes && !is_text(c, c->span, "help")))
        return false;
    Diag *diag =
        diag_error(c->cx->sink, DIAG_FOREIGN_WORD, c->span,
                   "%s is a command of the prompt", parse_quote(c->cx, c->span));
    diag_help(c->cx->sink, diag,
              describes ? "`koers describe FILE` lists what there is to ask; in a "
                          "script `explain NAME` says what a name stands for"
                        : "the prompt starts with `koers STORE`");
    return true;
}

static bool clause_alone(const Case *c)
{
    unsigned roles = lexer_keyword_roles(c->kind);
    bool is_clause = (roles & KEYWORD_STARTS_CLAUSE) || c->kind == TOK_AS_OF;
    if (!is_clause || !expects(c, "show") || !expects(c, "open") || is_question(c) ||
        c->level->leader == TOK_K_FORECAST || c->level->leader == TOK_K_BACKTEST ||
        c->level->leader == TOK_K_SOLVE || c->level->leader == TOK_K_CASCADE)
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_CLAUSE_ALONE, c->span,
                            "%s is a clause, and there is no question before it",
                            parse_quote(c->cx, c->span));
    diag_help(c->cx->sink, diag, "a clause follows what is shown: show revenue %s ...",
              c->kind == TOK_K_WHAT
                  ? "what if"
                  : (c->kind == TOK_AS_OF ? "as of" : lexer_keyword_text(c->kind)));
    return true;
}

typedef struct {
    const char *word, *instead;
} ForeignWord;

static const ForeignWord foreign_words[] = {
    {"limit", "top 20"},  {"group", "by"},         {"order", "sort by"},
    {"select", "show"},   {"null", "empty"},       {"desc", "descending"},
    {"asc", "ascending"}, {"then", "if(c, a, b)"}, {"else", "if(c, a, b)"},
    {"define", "let"},    {"create", "source"},    {"compare", "versus"},
    {"filter", "where"},  {"print", "show"},       {"rollup", "with subtotals"},
    {"pivot", "across"},  {"union", "from A, B"},  {"vs", "versus"},
    {"offset", "top 20"}, {"import", "use"},       {"ilike", "~~"},
};

static void report_foreign(const Case *c, Span span, const char *instead)
{
    Diag *diag = diag_error(c->cx->sink, DIAG_FOREIGN_WORD, span,
                            "%s is not a word of Koers here", parse_quote(c->cx, span));
    diag_help(c->cx->sink, diag, "write `%s`", instead);
}

static bool foreign_word(const Case *c)
{
    if (c->kind == TOK_K_WHEN && is_text(c, c->cx->before[0].span, "case")) {
        report_foreign(c, c->cx->before[0].span, "if(c, a, b)");
        return true;
    }
    if (c->kind == '=' && c->before == '=' &&
        c->cx->before[0].span.end == c->span.begin) {
        report_foreign(
            c, (Span){c->span.file, c->cx->before[0].span.begin, c->span.end}, "=");
        return true;
    }
    for (size_t i = 0; c->kind == TOK_IDENT && i < COUNT_OF(foreign_words); i++) {
        if (is_text(c, c->span, foreign_words[i].word)) {
            report_foreign(c, c->span, foreign_words[i].instead);
            return true;
        }
    }
    return false;
}

/* Statements that go on with one of a few words. */
typedef struct {
    int start;
    const char *second[2];
} SecondWords;

static const SecondWords second_words[] = {
    {TOK_K_MAP, {"steering", NULL}},
    {TOK_K_CHECK, {"steering", "model"}},
    {TOK_K_BRIEF, {"for", "on"}},
};

/* Such a statement was read as a name, since its second word is misspelt. */
static bool near_second_word(const Case *c)
{
    const Token *start = &c->cx->before[0];
    Suggest s;
    if (!start->starts_line || c->cx->token.starts_line)
        return false;
    suggest_init(&s, arena_strndup(c->cx->arena, c->cx->text->text + c->span.begin,
                                   c->span.end - c->span.begin));
    for (size_t i = 0; i < COUNT_OF(second_words); i++) {
        for (size_t k = 0; k < 2 && second_words[i].start == start->kind; k++) {
            if (second_words[i].second[k])
                suggest_offer(&s, second_words[i].second[k]);
        }
    }
    if (!s.count)
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED, c->span,
                            "%s is not expected here", parse_quote(c->cx, c->span));
    diag_help(c->cx->sink, diag, "did you mean `%s`?", s.found[0]);
    return true;
}

/* The word that should have begun a statement or item was read as the name that is
   missing on the line before. */
static bool late_start(const Case *c)
{
    const Token *start = &c->cx->before[0];
    const Token *last = &c->cx->before[1];
    unsigned starts = KEYWORD_STARTS_STMT | KEYWORD_STARTS_ITEM;
    TokenClass class = lexer_token_class(c->kind);
    if (!start->starts_line || !(lexer_keyword_roles(start->kind) & starts) ||
        !last->kind || (class != TOKEN_CLASS_NAME && class != TOKEN_CLASS_WORD))
        return false;
    if (near_second_word(c))
        return true;
    Span end = {last->span.file, last->span.end, last->span.end};
    Diag *diag =
        diag_error(c->cx->sink, DIAG_UNFINISHED, end, "something is missing after %s",
                   parse_quote(c->cx, last->span));
    diag_note(c->cx->sink, diag, &start->span, "so %s was read as a name",
              parse_quote(c->cx, start->span));
    return true;
}

static bool signal_if(const Case *c)
{
    if (c->kind != TOK_K_IF || (c->before != TOK_K_ALARM && c->before != TOK_K_WARN))
        return false;
    report_foreign(c, c->span, "when");
    return true;
}

static bool filter_in_block(const Case *c)
{
    if (c->kind != TOK_K_WHERE || !expects(c, "covers") || expects(c, "name") ||
        c->level->leader == TOK_K_MEASURE)
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_FILTER_IN_BLOCK, c->span,
                            "the filter of a source stands before its `{`");
    diag_help(c->cx->sink, diag, "write: from table t where C { ... }");
    return true;
}

static bool money_outside(const Case *c)
{
    const Token *before = c->cx->before;
    if (c->kind != TOK_K_AT || before[1].kind != TOK_K_IN || !is_question(c))
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_TAIL_IN_QUESTION, c->span,
                            "`in` a currency stands in brackets");
    diag_help(c->cx->sink, diag, "write revenue[in %.*s at ...]",
              (int)(before[0].span.end - before[0].span.begin),
              c->cx->text->text + before[0].span.begin);
    return true;
}

static bool tail_in_question(const Case *c)
{
    bool is_tail = c->kind == TOK_K_ON || c->kind == TOK_K_WHILE ||
                   c->kind == TOK_K_AT || c->kind == TOK_K_SPREAD ||
                   c->kind == TOK_K_ROLLING;
    if (!is_tail || !is_question(c) || !expects(c, "'['"))
        return false;
    const char *word = lexer_keyword_text(c->kind);
    Diag *diag = diag_error(c->cx->sink, DIAG_TAIL_IN_QUESTION, c->span,
                            "`%s` does not follow a measure in a question", word);
    if (c->kind == TOK_K_ON || c->kind == TOK_K_ROLLING)
        diag_help(c->cx->sink, diag, "a context stands in brackets: revenue[%s ...]",
                  word);
    else
        diag_help(c->cx->sink, diag, "it belongs to the definition: measure m = ... %s",
                  word);
    return true;
}

static bool bracket_item(const Case *c)
{
    /* A plain name could still have been a calendar's: then the error comes later. */
    const Token *before = c->cx->before;
    bool late = c->before == TOK_IDENT && !expects(c, "||");
    int opener = late ? before[1].kind : c->before;
    if (c->level->bracket != '[' || (opener != '[' && opener != ','))
        return false;
    bool after_all = opener == ',' && c->level->item_before == TOK_K_ALL;
    Span span = late ? before[0].span : c->span;
    const char *word = parse_quote(c->cx, span);
    Diag *diag = diag_error(c->cx->sink, DIAG_BRACKET_ITEM, span,
                            "%s does not begin a context", word);
    if (c->kind == ']' && !late)
        diag_help(c->cx->sink, diag,
                  "write a context: [previous year], [all], [where C]");
    else if (after_all)
        diag_help(c->cx->sink, diag, "each dimension wants its `all`: [all a, all b]");
    else
        diag_help(c->cx->sink, diag,
                  "a condition wants `where`: [where region = \"N\"]");
    return true;
}

static bool calendar_name(const Case *c)
{
    bool follows =
        c->kind == TOK_UNIT || c->kind == TOK_INTEGER || c->kind == TOK_PERIOD;
    if (!follows || lexer_token_class(c->before) != TOKEN_CLASS_WORD ||
        !expects(c, "||"))
        return false;
    Span name = c->cx->before[0].span;
    int len = (int)(name.end - name.begin);
    const char *text = c->cx->text->text + name.begin;
    Diag *diag = diag_error(c->cx->sink, DIAG_CALENDAR_NAME, c->span,
                            "%s is not expected after `%.*s`",
                            parse_quote(c->cx, c->span), len, text);
    if (c->kind == TOK_INTEGER &&
        (c->before == TOK_K_TOP || c->before == TOK_K_BOTTOM)) {
        diag_help(c->cx->sink, diag,
                  "`%.*s` follows what is shown: show revenue by customer %.*s 5", len,
                  text, len, text);
        return true;
    }
    diag_help(c->cx->sink, diag,
              "a calendar named with a keyword stands in backquotes: `%.*s` %.*s", len,
              text, (int)(c->span.end - c->span.begin),
              c->cx->text->text + c->span.begin);
    return true;
}

static bool currency_code(const Case *c)
{
    char code[3];
    const char *text = c->cx->text->text + c->span.begin;
    bool in_capitals = true;
    if (c->kind != TOK_IDENT || c->span.end - c->span.begin != 3 ||
        (c->before != TOK_INTEGER && c->before != TOK_DECIMAL))
        return false;
    for (size_t i = 0; i < 3; i++) {
        code[i] = ascii_upper(text[i]);
        in_capitals &= text[i] >= 'A' && text[i] <= 'Z';
    }
    bool is_known = literal_is_currency(code, 3, NULL);
    if (!is_known && !in_capitals)
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_CURRENCY_CODE, c->span,
                            "`%.3s` is no currency code", text);
    if (is_known)
        diag_help(c->cx->sink, diag, "write the code in capitals: `%.3s`", code);
    return true;
}

/* count(*), show * */
static bool star(const Case *c)
{
    bool counts = c->before == '(' && is_text(c, c->cx->before[1].span, "count");
    if (c->kind != '*' ||
        (!counts && c->before != TOK_K_SHOW && c->before != TOK_K_LIST))
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_FOREIGN_WORD, c->span,
                            "`*` does not stand for everything");
    diag_help(c->cx->sink, diag, "%s",
              counts ? "rows are counted by `count()`"
                     : "name what is wanted, and commas between the names");
    return true;
}

/* 'it''s' is two texts. */
static bool doubled_quote(const Case *c)
{
    const Span *before = &c->cx->before[0].span;
    const char *text = c->cx->text->text;
    if (c->kind != TOK_STRING || c->before != TOK_STRING ||
        before->end != c->span.begin || text[before->begin] != text[c->span.begin])
        return false;
    char quote = text[c->span.begin];
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED,
                            (Span){c->span.file, before->end - 1, c->span.begin + 1},
                            "a text ends here, and another one begins");
    diag_help(c->cx->sink, diag, "a quote inside a text is written \\%c", quote);
    return true;
}

static bool condition_in_for(const Case *c)
{
    bool is_for = false;
    for (size_t i = 1; i < PARSE_BEFORE; i++)
        is_for |= c->cx->before[i].kind == TOK_K_FOR;
    if ((c->kind != TOK_K_AND && c->kind != TOK_K_OR) || !is_for || !is_question(c) ||
        expects(c, lexer_keyword_text(c->kind)))
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED, c->span,
                            "`for` takes a period and no condition");
    diag_help(c->cx->sink, diag,
              "a condition is a clause of its own: for 2025 where ...");
    return true;
}

static bool late_axis(const Case *c)
{
    if (c->kind != TOK_K_ON || c->level->leader != TOK_K_MEASURE || expects(c, "on"))
        return false;
    Diag *diag =
        diag_error(c->cx->sink, DIAG_UNEXPECTED, c->span, "`on` stands before `where`");
    diag_help(c->cx->sink, diag, "write: measure m = count() on shipped where C");
    return true;
}

/* this quarter to date */
static bool this_to_date(const Case *c)
{
    const Token *before = c->cx->before;
    if (c->kind != TOK_K_TO || c->before != TOK_UNIT || before[1].kind != TOK_K_THIS)
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED, before[1].span,
                            "`to date` goes with a unit alone");
    diag_help(c->cx->sink, diag, "write `%.*s to date`",
              (int)(before[0].span.end - before[0].span.begin),
              c->cx->text->text + before[0].span.begin);
    return true;
}

/* E at level N, which is a key of lines. */
static bool level_outside(const Case *c)
{
    const char *next = c->cx->text->text + c->span.end;
    next += strspn(next, " \t");
    if (c->kind != TOK_K_AT || !is_question(c) || !expects(c, "'['") ||
        strncmp(next, "level", 5))
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_TAIL_IN_QUESTION, c->span,
                            "`at level` goes with an entity behind `by`");
    diag_help(c->cx->sink, diag,
              "elsewhere name it first: `dimension top_unit = unit at level 1`");
    return true;
}

/* by customer under "N5" */
static bool under_outside(const Case *c)
{
    if (c->kind != TOK_K_UNDER || !is_question(c))
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED, c->span,
                            "`under` is a condition, and none is wanted here");
    diag_help(c->cx->sink, diag, "write `where %s under ...`",
              lexer_token_class(c->before) == TOKEN_CLASS_NAME
                  ? arena_strndup(
                        c->cx->arena, c->cx->text->text + c->cx->before[0].span.begin,
                        c->cx->before[0].span.end - c->cx->before[0].span.begin)
                  : "unit");
    return true;
}

static bool broken_number(const Case *c)
{
    if (c->kind != TOK_DECIMAL || !expects(c, "number") || expects(c, "decimal number"))
        return false;
    diag_error(c->cx->sink, DIAG_UNEXPECTED, c->span,
               "%s is not expected here; a whole number is wanted",
               parse_quote(c->cx, c->span));
    return true;
}

/* let b = bridge M */
static bool bridge_value(const Case *c)
{
    const Token *before = c->cx->before;
    if (before[1].kind != '=' || !is_text(c, before[0].span, "bridge"))
        return false;
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED, before[0].span,
                            "`let` keeps no bridge");
    diag_help(c->cx->sink, diag, "make a source of it: `source b from (bridge ...)`");
    return true;
}

/* top 2 by month, country */
static bool ranked_twice(const Case *c)
{
    const Token *before = c->cx->before;
    if (c->kind != ',' || before[1].kind != TOK_K_BY || before[2].kind != TOK_INTEGER ||
        (before[3].kind != TOK_K_TOP && before[3].kind != TOK_K_BOTTOM))
        return false;
    const char *word = lexer_keyword_text(before[3].kind);
    Diag *diag = diag_error(c->cx->sink, DIAG_UNEXPECTED, c->span,
                            "`%s` ranks by one measure", word);
    diag_help(c->cx->sink, diag,
              "lines are kept by the clause `by` before it: `by month, country %s 2 by "
              "revenue`",
              word);
    return true;
}

typedef bool (*Rule)(const Case *c);

static const Rule rules[] = {
    near_unit,     late_start,      prompt_word,   clause_alone,  foreign_word,
    signal_if,     filter_in_block, money_outside, bracket_item,  level_outside,
    under_outside, broken_number,   bridge_value,  ranked_twice,  tail_in_question,
    calendar_name, currency_code,   star,          doubled_quote, condition_in_for,
    late_axis,     this_to_date,
};

bool parse_report_near_unit(ParseCtx *cx, const char *const *expected, size_t count)
{
    Case c = {
        .cx = cx, .expected = expected, .count = count, .before = cx->before[0].kind};
    return near_unit(&c);
}

bool parse_report_mistake(ParseCtx *cx, Span span, const char *const *expected,
                          size_t count)
{
    Case c = {cx,
              span,
              expected,
              count,
              &cx->level[cx->n_level - 1],
              cx->token.kind,
              cx->before[0].kind};
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        if (rules[i](&c))
            return true;
    }
    return false;
}
