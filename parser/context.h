/* What the parse loop, the constructors and the messages of one parse share. */
#ifndef KOERS_PARSER_CONTEXT_H
#define KOERS_PARSER_CONTEXT_H

#include "lexer/lexer.h"
#include "parser/ast.h"
#include "parser/parse.h"
#include "parser/push.h"
#include "runtime/base/arena.h"

typedef struct {
    char bracket; /* 0 outside of all */
    Span span;
    int leader;      /* the last word in it that starts a statement */
    int item_first;  /* the first token after it or after its last comma */
    int item_before; /* the same of the item before that comma */
} ParseLevel;

enum { PARSE_BEFORE = 4 };

typedef struct ParseCtx {
    const SourceText *text;
    Arena *arena;
    DiagSink *sink;
    AstScript *script;
    size_t n_error_before; /* errors in the sink when the parse began */
    bool recovering;
    bool is_cut_short; /* the text ended while recovering: that it ends is no news */
    bool is_incomplete;
    bool is_too_deep;
    bool show_implied;
    bool is_interpolation;
    Token token;                /* being pushed */
    Token before[PARSE_BEFORE]; /* pushed before it, the last one first */
    Token first;                /* of the text */
    ParseLevel level[AST_DEPTH_MAX + 1];
    size_t n_level; /* at least 1 */
} ParseCtx;

bool parse_has_errors(const ParseCtx *cx);
/* Called by the grammar when a list goes on after an error. */
void parse_recovered(ParseCtx *cx);
void parse_report_too_deep(ParseCtx *cx, Span span);
/* The token cx->token is not among `expected` (names of the grammar). */
void parse_report_unexpected(ParseCtx *cx, Span span, const char *const *expected,
                             size_t count);
/* The messages of natural mistakes (parser/mistakes.c); false: it is none. */
bool parse_report_mistake(ParseCtx *cx, Span span, const char *const *expected,
                          size_t count);
/* The one of them that is looked for at the end of the text too. */
bool parse_report_near_unit(ParseCtx *cx, const char *const *expected, size_t count);
/* The text of a token, 40 bytes of it at most, in `backquotes`. */
const char *parse_quote(ParseCtx *cx, Span span);
bool parse_is_expected(const char *const *expected, size_t count, const char *name);
/* Parses text[begin, end) as one expression, with the same sink; NULL after an error.
 */
AstExpr *parse_interpolated(ParseCtx *cx, uint32_t begin, uint32_t end);

/* What may come next, by the names of the grammar. */
typedef struct {
    const char *name[PUSH_EXPECTED_MAX];
    size_t count;
} ParseNext;

/* Parses text[0, end) without its end. false: there is an error in it. */
bool parse_prefix(const SourceText *text, uint32_t end, ParseMode mode, Arena *arena,
                  ParseNext *next);

#endif
