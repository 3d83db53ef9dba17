/* Texts: escapes are resolved here, and {expr} in titles and the like is parsed as an
   expression of the same source text, so that its errors have their true place. */
#include "parser/build.h"

#include "lexer/literal.h"
#include "parser/context.h"

#include <string.h>

/* Decodes what stands at `span` into the arena. */
static const char *decode(ParseCtx *cx, Span span, size_t *len)
{
    const char *raw = cx->text->text + span.begin;
    size_t raw_len = span.end - span.begin, bad = 0, bad_len = 0;
    if (!memchr(raw, '\\', raw_len)) {
        *len = raw_len;
        return arena_strndup(cx->arena, raw, raw_len);
    }
    StrBuf sb;
    strbuf_init(&sb);
    if (!literal_text(&sb, raw, raw_len, &bad, &bad_len)) {
        uint32_t at = span.begin + (uint32_t)bad;
        Diag *diag = diag_error(
            cx->sink, DIAG_BAD_ESCAPE, (Span){span.file, at, at + (uint32_t)bad_len},
            "`%.*s` is no escape in a text", (int)bad_len, raw + bad);
        bool is_code = bad_len >= 2 && raw[bad + 1] == 'u';
        diag_help(cx->sink, diag,
                  is_code ? "\\u{20AC} is the character of that number, up to 10FFFF"
                          : "write \\\\ for a backslash");
    }
    *len = sb.len;
    const char *text = arena_strndup(cx->arena, sb.text, sb.len);
    strbuf_release(&sb);
    return text;
}

AstText build_text(ParseCtx *cx, Span span)
{
    AstText text = {.span = span};
    text.text = decode(cx, (Span){span.file, span.begin + 1, span.end - 1}, &text.len);
    return text;
}

/* The offset of the next `{` that is not part of an escape, or `end`. */
static uint32_t next_brace(const char *text, uint32_t at, uint32_t end)
{
    for (; at < end && text[at] != '{'; at++) {
        if (text[at] != '\\')
            continue;
        at++;
        if (at + 1 < end && text[at] == 'u' && text[at + 1] == '{')
            at++;
    }
    return at < end ? at : end;
}

/* The `}` that ends the expression at `at`: one outside of texts and brackets. */
static uint32_t expression_end(const ParseCtx *cx, uint32_t at, uint32_t end)
{
    Lexer *lexer = lexer_open(cx->text, at, end, NULL, false);
    Token token;
    int depth = 0;
    uint32_t found = end;
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        if (token.kind == '{')
            depth++;
        if (token.kind != '}' || depth-- > 0)
            continue;
        found = token.span.begin;
        break;
    }
    lexer_close(lexer);
    return found;
}

typedef struct {
    AstTextPart *item;
    size_t count, cap;
} Parts;

static void add_text_part(ParseCtx *cx, Parts *parts, uint32_t begin, uint32_t end)
{
    AstTextPart part = {.span = {cx->text->file, begin, end}};
    if (begin == end)
        return;
    part.text = decode(cx, part.span, &part.len);
    ARENA_PUSH(cx->arena, parts->item, parts->count, parts->cap, part);
}

/* Reads {expr} at `at`; the offset behind it. */
static uint32_t add_expr_part(ParseCtx *cx, Parts *parts, uint32_t at, uint32_t end)
{
    uint32_t close = expression_end(cx, at + 1, end);
    if (close == end) {
        Diag *diag =
            diag_error(cx->sink, DIAG_UNFINISHED, (Span){cx->text->file, at, at + 1},
                       "the `{` in this text is not closed");
        diag_help(cx->sink, diag, "write \\{ for a brace that means itself");
        return end;
    }
    AstTextPart part = {.span = {cx->text->file, at, close + 1}};
    part.expr = parse_interpolated(cx, at + 1, close);
    if (part.expr)
        ARENA_PUSH(cx->arena, parts->item, parts->count, parts->cap, part);
    return close + 1;
}

static void interpolate(ParseCtx *cx, AstText *text)
{
    const char *source = cx->text->text;
    uint32_t at = text->span.begin + 1, end = text->span.end - 1;
    Parts parts = {0};
    uint32_t brace = next_brace(source, at, end);
    if (cx->is_interpolation || brace == end)
        return;
    for (; at < end; brace = next_brace(source, at, end)) {
        add_text_part(cx, &parts, at, brace);
        at = brace == end ? end : add_expr_part(cx, &parts, brace, end);
    }
    text->part = parts.item;
    text->n_part = parts.count;
}

AstText build_title(ParseCtx *cx, Span span)
{
    AstText text = build_text(cx, span);
    interpolate(cx, &text);
    return text;
}

static void interpolate_expr(ParseCtx *cx, AstExpr *expr)
{
    if (expr->kind == AST_EXPR_TEXT)
        interpolate(cx, &expr->as.text);
}

AstStmt *build_text_stmt(ParseCtx *cx, AstExpr *text, Span span)
{
    AstStmt *stmt = ARENA_NEW(cx->arena, AstStmt);
    stmt->kind = AST_STMT_TEXT;
    stmt->span = span;
    stmt->as.text = text;
    interpolate_expr(cx, text);
    if (text->kind != AST_EXPR_CHAIN)
        return stmt;
    interpolate_expr(cx, text->as.chain.first);
    for (uint32_t i = 0; i < text->as.chain.terms.count; i++)
        interpolate_expr(cx, text->as.chain.terms.item[i].operand);
    return stmt;
}
