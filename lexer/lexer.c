/* Drives the generated scanner over a part of a source text, keeps each token's
   place and words the errors of characters. */
#include "lexer/lexer.h"

#include "grammar.tab.h"
#include "lexer/literal.h"
#include "lexer/scan.h"
#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define YYSTYPE KOERS_YYSTYPE
#define YYLTYPE KOERS_YYLTYPE
#include "lexer.yy.h"

static const char byte_order_mark[] = "\xef\xbb\xbf";

Lexer *lexer_open(const SourceText *text, uint32_t begin, uint32_t end, DiagSink *sink,
                  bool want_comments)
{
    Lexer *lexer = xcalloc(1, sizeof *lexer);
    lexer->text = text;
    lexer->sink = sink;
    lexer->want_comments = want_comments;
    if (begin == 0 && end >= 3 && !memcmp(text->text, byte_order_mark, 3))
        begin = 3;
    lexer->span = (Span){text->file, begin, begin};
    lexer->end = end;
    lexer->line_end = begin;
    koers_lex_lex_init_extra(lexer, &lexer->scanner);
    koers_lex__scan_bytes(text->text + begin, (int)(end - begin), lexer->scanner);
    return lexer;
}

void lexer_close(Lexer *lexer)
{
    koers_lex_lex_destroy(lexer->scanner);
    free(lexer);
}

void lexer_next(Lexer *lexer, Token *token)
{
    int kind = koers_lex_lex(lexer->scanner);
    uint32_t gap = lexer->span.begin - lexer->line_end;
    const char *between = lexer->text->text + lexer->line_end;
    token->kind = kind;
    token->span = lexer->span;
    token->starts_line = !lexer->any || memchr(between, '\n', gap) != NULL;
    lexer->any = true;
    lexer->line_end = lexer->span.end;
}

LexerOpen lexer_open_at_end(const Lexer *lexer)
{
    return lexer->open;
}

void scan_advance(Lexer *lexer, bool fresh, uint32_t len)
{
    if (fresh)
        lexer->span.begin = lexer->span.end;
    lexer->span.end += len;
}

void scan_give_back(Lexer *lexer, uint32_t len)
{
    lexer->span.end -= len;
}

bool scan_goes_on(Lexer *lexer)
{
    lexer->goes_on = lexer->span;
    return lexer->span.end == lexer->end;
}

int scan_end(Lexer *lexer)
{
    bool wants_more = lexer->goes_on.end > lexer->goes_on.begin &&
                      lexer->goes_on.begin >= lexer->line_end;
    lexer->span.begin = lexer->span.end;
    if (!wants_more)
        return LEXER_END;
    lexer->span = lexer->goes_on;
    scan_open(lexer, LEXER_IN_LINE);
    lexer->goes_on.end = lexer->goes_on.begin;
    return LEXER_ERROR;
}

void scan_error(Lexer *lexer, DiagCode code, const char *format, ...)
{
    if (!lexer->sink)
        return;
    StrBuf sb;
    va_list args;
    va_start(args, format);
    strbuf_init(&sb);
    strbuf_vaddf(&sb, format, args);
    va_end(args);
    diag_error(lexer->sink, code, lexer->span, "%s", sb.text);
    strbuf_release(&sb);
}

void scan_open(Lexer *lexer, LexerOpen open)
{
    Span whole = lexer->span;
    lexer->open = open;
    lexer->span.end = whole.begin + (open == LEXER_IN_COMMENT ? 2 : 1);
    if (open == LEXER_IN_TEXT)
        scan_error(lexer, DIAG_OPEN_TEXT, "the text that starts here is not closed");
    else if (open == LEXER_IN_COMMENT)
        scan_error(lexer, DIAG_OPEN_COMMENT,
                   "the comment that starts here is not closed");
    else
        scan_error(lexer, DIAG_LONE_BACKSLASH,
                   "a `\\` continues a line, and here the text ends");
    lexer->span = whole;
}

void scan_bad_character(Lexer *lexer, char c)
{
    if (c > ' ' && c < 0x7f)
        scan_error(lexer, DIAG_BAD_CHARACTER, "`%c` means nothing here", c);
    else
        scan_error(lexer, DIAG_BAD_CHARACTER,
                   "a control character (byte %02X) means nothing here", (unsigned)c);
}

typedef struct {
    const char *written, *meant;
} Lookalike;

/* Signs that editors and chat programs put in place of ASCII ones. */
static const Lookalike lookalikes[] = {
    {"“", "\""}, {"”", "\""}, {"„", "\""}, {"‘", "'"},  {"’", "'"},
    {"–", "-"},  {"—", "-"},  {"−", "-"},  {"×", "*"},  {"÷", "/"},
    {"≥", ">="}, {"≤", "<="}, {"≠", "!="}, {"…", ".."}, {"\xc2\xa0", "a plain blank"},
};

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

void scan_foreign(Lexer *lexer, const char *text, size_t len)
{
    for (size_t i = 0; i < COUNT_OF(lookalikes); i++) {
        size_t n = strlen(lookalikes[i].written);
        if (n <= len && !memcmp(text, lookalikes[i].written, n)) {
            scan_error(lexer, DIAG_BAD_CHARACTER, "`%.*s` means nothing here; write %s",
                       (int)n, text, lookalikes[i].meant);
            return;
        }
    }
    /* The letters round it belong to the same word. */
    const char *source = lexer->text->text;
    uint32_t begin = lexer->span.begin, end = lexer->span.end;
    while (begin > 0 && is_word_byte(source[begin - 1]))
        begin--;
    while (end < lexer->text->len && is_word_byte(source[end]))
        end++;
    scan_error(lexer, DIAG_BAD_CHARACTER,
               "a name with letters outside ASCII stands in backquotes: `%.*s`",
               (int)(end - begin > 60 ? 60 : end - begin), source + begin);
}

bool scan_period_exists(const char *text, size_t len)
{
    LiteralPeriod period;
    return literal_period(text, len, &period);
}

void scan_fatal(const char *message)
{
    UNREACHABLE(message);
}

bool lexer_check_text(const SourceText *text, DiagSink *sink)
{
    const char *nul = memchr(text->text, '\0', text->len);
    size_t limit = nul ? (size_t)(nul - text->text) : text->len;
    size_t good = utf8_valid_prefix(text->text, limit);
    if (good == text->len)
        return true;
    Span span = {text->file, (uint32_t)good, (uint32_t)good + 1};
    if (good == limit)
        diag_error(sink, DIAG_BAD_ENCODING, span, "a NUL byte stands here");
    else
        diag_error(sink, DIAG_BAD_ENCODING, span,
                   "byte %02X is not valid UTF-8; save the file as UTF-8",
                   (unsigned)(unsigned char)text->text[good]);
    return false;
}

static const char *class_text(TokenClass class)
{
    switch (class) {
    case TOKEN_CLASS_END:
        return "end";
    case TOKEN_CLASS_KEYWORD:
        return "keyword";
    case TOKEN_CLASS_WORD:
        return "word";
    case TOKEN_CLASS_NAME:
        return "name";
    case TOKEN_CLASS_UNIT:
        return "unit";
    case TOKEN_CLASS_NUMBER:
        return "number";
    case TOKEN_CLASS_TEXT:
        return "text";
    case TOKEN_CLASS_PARAMETER:
        return "parameter";
    case TOKEN_CLASS_OPERATOR:
        return "operator";
    case TOKEN_CLASS_COMMENT:
        return "comment";
    case TOKEN_CLASS_ERROR:
        return "error";
    }
    UNREACHABLE("token class");
}

void lexer_dump(StrBuf *sb, const SourceText *text)
{
    Lexer *lexer = lexer_open(text, 0, (uint32_t)text->len, NULL, true);
    Token token;
    do {
        unsigned line, column;
        lexer_next(lexer, &token);
        source_text_place(text, token.span.begin, &line, &column);
        uint32_t len = token.span.end - token.span.begin;
        strbuf_addf(sb, "%u:%u %s %.*s\n", line, column,
                    class_text(lexer_token_class(token.kind)), (int)len,
                    text->text + token.span.begin);
    } while (token.kind != LEXER_END);
    lexer_close(lexer);
}
