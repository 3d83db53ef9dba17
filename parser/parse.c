/* The parse loop: pulls tokens from the scanner and pushes them into the generated
   parser. What the grammar alone cannot do lives here: `as` `of` become one token, a
   prompt line without `show` gets one, and after an error tokens are skipped up to
   the next sure start, where a synthetic RESYNC lets the lists of the grammar go on. */
#include "parser/parse.h"

#include "grammar.tab.h"
#include "parser/context.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { TOKENS_MAX = 1000000 };

typedef struct {
    ParseCtx cx;
    Lexer *lexer;
    Push *push;
    Token ahead; /* read behind an `as` */
    bool has_ahead;
    size_t n_token;
    size_t skip_depth; /* open braces while recovering */
    LexerOpen open;
} Loop;

bool parse_has_errors(const ParseCtx *cx)
{
    return cx->sink->n_error > cx->n_error_before;
}

void parse_recovered(ParseCtx *cx)
{
    cx->recovering = false;
}

void parse_report_too_deep(ParseCtx *cx, Span span)
{
    if (cx->is_too_deep)
        return;
    cx->is_too_deep = true;
    diag_error(cx->sink, DIAG_TOO_DEEP, span,
               "this is nested too deeply; %d levels are the limit", AST_DEPTH_MAX);
}

/* The next token, with `as` and `of` made one. */
static Token next_token(Loop *loop)
{
    Token token = loop->ahead;
    if (!loop->has_ahead)
        lexer_next(loop->lexer, &token);
    loop->has_ahead = false;
    if (token.kind == LEXER_ERROR && loop->open == LEXER_CLOSED)
        loop->open = lexer_open_at_end(loop->lexer);
    if (token.kind != TOK_K_AS)
        return token;
    lexer_next(loop->lexer, &loop->ahead);
    if (loop->ahead.kind == TOK_K_OF) {
        token.kind = TOK_AS_OF;
        token.span.end = loop->ahead.span.end;
    } else {
        loop->has_ahead = true;
    }
    return token;
}

static bool is_start(int kind)
{
    return lexer_keyword_roles(kind) & (KEYWORD_STARTS_STMT | KEYWORD_STARTS_ITEM);
}

/* Keeps the open brackets; false: too many. */
static bool track_brackets(ParseCtx *cx, const Token *token)
{
    ParseLevel *top = &cx->level[cx->n_level - 1];
    if (top->item_first == LEXER_END)
        top->item_first = token->kind;
    if (token->kind == ',') {
        top->item_before = top->item_first;
        top->item_first = LEXER_END;
    }
    if (token->kind == ';')
        top->leader = LEXER_END;
    if (lexer_keyword_roles(token->kind) & KEYWORD_STARTS_STMT)
        top->leader = token->kind;
    if (token->kind == '(' || token->kind == '[' || token->kind == '{') {
        if (cx->n_level > AST_DEPTH_MAX) {
            parse_report_too_deep(cx, token->span);
            return false;
        }
        cx->level[cx->n_level++] =
            (ParseLevel){.bracket = (char)token->kind, .span = token->span};
    }
    bool closes = token->kind == ')' || token->kind == ']' || token->kind == '}';
    if (closes && cx->n_level > 1)
        cx->n_level--;
    return true;
}

static PushStatus push(Loop *loop, const Token *token)
{
    ParseCtx *cx = &loop->cx;
    cx->token = *token;
    int kind = token->kind == LEXER_ERROR ? TOK_KOERS_YYerror : token->kind;
    if (token->kind == LEXER_ERROR)
        cx->recovering = true;
    PushStatus status = push_token(loop->push, cx, kind, token->span);
    if (!cx->recovering && !track_brackets(cx, token))
        return PUSH_FAILED;
    if (cx->recovering)
        return status;
    memmove(cx->before + 1, cx->before, sizeof cx->before - sizeof *cx->before);
    cx->before[0] = *token;
    return status;
}

static PushStatus push_synthetic(Loop *loop, int kind, const Token *at)
{
    Span span = {at->span.file, at->span.begin, at->span.begin};
    return push_token(loop->push, &loop->cx, kind, span);
}

/* A statement's first word at a prompt decides: a clause refines the last question,
   what starts no statement is a question without `show`. */
static PushStatus push_start(Loop *loop, ParseMode mode, const Token *token)
{
    unsigned roles = lexer_keyword_roles(token->kind);
    bool is_plain = mode == PARSE_SCRIPT || token->kind == LEXER_END ||
                    token->kind == LEXER_ERROR || token->kind == ';' ||
                    (roles & KEYWORD_STARTS_STMT);
    if (!is_plain && ((roles & KEYWORD_STARTS_CLAUSE) || token->kind == TOK_AS_OF))
        return push_synthetic(loop, TOK_REFINE, token);
    PushStatus status = push_synthetic(loop, TOK_START, token);
    if (is_plain || status != PUSH_MORE)
        return status;
    loop->cx.show_implied = true;
    return push_synthetic(loop, TOK_K_SHOW, token);
}

/* What may stand first in a text. */
static size_t expected_first(Loop *loop, const char *name[PUSH_EXPECTED_MAX])
{
    Push *start = push_new();
    Span span = {loop->cx.text->file, 0, 0};
    size_t count = 0;
    if (push_token(start, &loop->cx, TOK_START, span) == PUSH_MORE)
        count = push_expected(start, name);
    push_free(start);
    return count;
}

/* The brackets that were open where recovery goes on: those of blocks only. */
static void drop_levels(ParseCtx *cx)
{
    while (cx->n_level > 1 && cx->level[cx->n_level - 1].bracket != '{')
        cx->n_level--;
}

static PushStatus resync(Loop *loop, const Token *token)
{
    drop_levels(&loop->cx);
    loop->skip_depth = 0;
    PushStatus status = push_synthetic(loop, TOK_RESYNC, token);
    loop->cx.recovering = false;
    return status;
}

/* While recovering: is the token the sure start of something? */
static bool ends_skipping(Loop *loop, const Token *token)
{
    if (token->kind == LEXER_ERROR)
        return false;
    if (token->kind == '{')
        loop->skip_depth++;
    if (token->kind == '}' && loop->skip_depth > 0) {
        loop->skip_depth--;
        return false;
    }
    return loop->skip_depth == 0 &&
           (token->kind == LEXER_END || token->kind == ';' || token->kind == '}' ||
            (token->starts_line && is_start(token->kind)));
}

static bool in_block(const ParseCtx *cx)
{
    for (size_t i = cx->n_level; i-- > 0;) {
        if (cx->level[i].bracket == '{')
            return true;
    }
    return false;
}

/* Pushes a token and, where it is in error and itself the start of something, goes on
   with it at once. */
static PushStatus push_or_resync(Loop *loop, const Token *token)
{
    ParseCtx *cx = &loop->cx;
    PushStatus status = push(loop, token);
    if (status != PUSH_MORE || !cx->recovering)
        return status;
    loop->skip_depth = token->kind == '{';
    bool ends_block = token->kind == '}' && in_block(cx);
    if (!ends_block && (!token->starts_line || !is_start(token->kind)))
        return status;
    status = resync(loop, token);
    return status == PUSH_MORE ? push(loop, token) : status;
}

static PushStatus step(Loop *loop, const Token *token)
{
    if (loop->cx.recovering) {
        if (!ends_skipping(loop, token))
            return token->kind == LEXER_END ? PUSH_FAILED : PUSH_MORE;
        loop->cx.is_cut_short = token->kind == LEXER_END;
        PushStatus status = resync(loop, token);
        if (status != PUSH_MORE)
            return status;
        return push(loop, token);
    }
    return push_or_resync(loop, token);
}

static bool too_many_tokens(Loop *loop, const Token *token)
{
    if (++loop->n_token <= TOKENS_MAX)
        return false;
    diag_error(loop->cx.sink, DIAG_TEXT_TOO_LARGE, token->span,
               "this text is too long; %d words and signs are the limit", TOKENS_MAX);
    return true;
}

/* An alias or `as of`: nobody knows yet. */
static void report_lone_as(Loop *loop, const Token *token)
{
    loop->cx.is_incomplete = !parse_has_errors(&loop->cx);
    diag_error(loop->cx.sink, DIAG_UNFINISHED, token->span,
               "something is missing after `as`");
}

static void run(Loop *loop, ParseMode mode)
{
    PushStatus status = PUSH_MORE;
    bool is_first = true;
    while (status == PUSH_MORE) {
        Token token = next_token(loop);
        if (too_many_tokens(loop, &token))
            break;
        if (is_first) {
            loop->cx.first = token;
            if (!loop->cx.is_interpolation)
                status = push_start(loop, mode, &token);
            is_first = false;
        }
        if (token.kind == TOK_K_AS && loop->ahead.kind == LEXER_END) {
            report_lone_as(loop, &token);
            break;
        }
        if (status == PUSH_MORE)
            status = step(loop, &token);
        if (token.kind == LEXER_END)
            break;
    }
    loop->cx.script->is_blind |= status != PUSH_DONE;
    if (status == PUSH_FAILED && !parse_has_errors(&loop->cx))
        parse_report_too_deep(&loop->cx, loop->cx.token.span);
}

static Loop *loop_new(const SourceText *text, Arena *arena, DiagSink *sink)
{
    Loop *loop = xcalloc(1, sizeof *loop);
    loop->cx.text = text;
    loop->cx.arena = arena;
    loop->cx.sink = sink;
    loop->cx.script = ARENA_NEW(arena, AstScript);
    loop->cx.n_error_before = sink->n_error;
    loop->cx.n_level = 1;
    loop->push = push_new();
    return loop;
}

static void loop_free(Loop *loop)
{
    if (loop->lexer)
        lexer_close(loop->lexer);
    push_free(loop->push);
    free(loop);
}

static ParseReason reason_of(const Loop *loop, char *bracket)
{
    if (loop->open == LEXER_IN_TEXT)
        return PARSE_REASON_TEXT;
    if (loop->open == LEXER_IN_COMMENT)
        return PARSE_REASON_COMMENT;
    *bracket = loop->cx.level[loop->cx.n_level - 1].bracket;
    return *bracket ? PARSE_REASON_BRACKET : PARSE_REASON_MORE;
}

static ParseResult result_of(const Loop *loop)
{
    const ParseCtx *cx = &loop->cx;
    ParseResult res = {.status = PARSE_OK, .script = cx->script};
    size_t n_error = cx->sink->n_error - cx->n_error_before;
    if (n_error == 0)
        return res;
    res.status = PARSE_ERROR;
    if (n_error == 1 && (cx->is_incomplete || loop->open != LEXER_CLOSED)) {
        res.status = PARSE_INCOMPLETE;
        res.reason = reason_of(loop, &res.bracket);
    }
    return res;
}

ParseResult parse_text(const SourceText *text, ParseMode mode, Arena *arena,
                       DiagSink *sink)
{
    Loop *loop = loop_new(text, arena, sink);
    if (lexer_check_text(text, sink)) {
        loop->lexer = lexer_open(text, 0, (uint32_t)text->len, sink, false);
        run(loop, mode);
    } else {
        loop->cx.script->is_blind = true;
    }
    ParseResult res = result_of(loop);
    loop_free(loop);
    return res;
}

AstExpr *parse_interpolated(ParseCtx *cx, uint32_t begin, uint32_t end)
{
    Loop *loop = loop_new(cx->text, cx->arena, cx->sink);
    Token start = {TOK_INTERP, {cx->text->file, begin, begin}, false};
    loop->cx.is_interpolation = true;
    loop->lexer = lexer_open(cx->text, begin, end, cx->sink, false);
    if (push_synthetic(loop, TOK_INTERP, &start) == PUSH_MORE)
        run(loop, PARSE_SCRIPT);
    AstExpr *expr = parse_has_errors(&loop->cx) ? NULL : loop->cx.script->expr;
    loop_free(loop);
    return expr;
}

/* A last `as` may want its `of`, also where no alias can stand. */
static bool push_prefix(Loop *loop, const Token *token, ParseNext *next)
{
    bool is_last_as = token->kind == TOK_K_AS && loop->ahead.kind == LEXER_END;
    bool accepted = push(loop, token) == PUSH_MORE && !parse_has_errors(&loop->cx);
    if (accepted)
        next->count = push_expected(loop->push, next->name);
    if (is_last_as)
        next->name[next->count++] = "of";
    return accepted || is_last_as;
}

bool parse_prefix(const SourceText *text, uint32_t end, ParseMode mode, Arena *arena,
                  ParseNext *next)
{
    DiagSink sink;
    diag_sink_init(&sink, arena, NULL);
    sink.silent = true;
    Loop *loop = loop_new(text, arena, &sink);
    bool good =
        utf8_valid_prefix(text->text, end) == end && !memchr(text->text, 0, end);
    loop->lexer = lexer_open(text, 0, end, &sink, false);
    next->count = expected_first(loop, next->name);
    loop->cx.first.kind = LEXER_COMMENT;
    while (good) {
        Token token = next_token(loop);
        if (token.kind == LEXER_END)
            break;
        if (loop->cx.first.kind == LEXER_COMMENT)
            good = push_start(loop, mode, &token) == PUSH_MORE;
        loop->cx.first = token;
        next->count = 0;
        good = good && push_prefix(loop, &token, next);
    }
    loop_free(loop);
    return good;
}
