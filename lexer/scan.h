/* Between the generated scanner and lexer.c: what its actions call. */
#ifndef KOERS_LEXER_SCAN_H
#define KOERS_LEXER_SCAN_H

#include "lexer/lexer.h"
#include "runtime/base/compiler.h"

struct Lexer {
    const SourceText *text;
    DiagSink *sink;
    bool want_comments;
    LexerOpen open;
    uint32_t end;      /* of what is scanned */
    Span span;         /* of the token being read */
    Span goes_on;      /* the last `\` that continues a line */
    uint32_t line_end; /* end of the last token; to know what starts a line */
    bool any;
    void *scanner;
};

/* Adds `len` bytes to the place; `fresh`: a new token starts with them. */
void scan_advance(Lexer *lexer, bool fresh, uint32_t len);
void scan_give_back(Lexer *lexer, uint32_t len);
/* A `\` was read: true where nothing follows, and more is wanted. */
bool scan_goes_on(Lexer *lexer);
/* The kind of token that the end is: an error behind a `\` that wants more. */
int scan_end(Lexer *lexer);
/* The text ended in a text or comment. */
void scan_open(Lexer *lexer, LexerOpen open);
void scan_error(Lexer *lexer, DiagCode code, const char *format, ...) PRINTF_LIKE(3, 4);
void scan_bad_character(Lexer *lexer, char c);
void scan_foreign(Lexer *lexer, const char *text, size_t len);
bool scan_period_exists(const char *text, size_t len);
NORETURN void scan_fatal(const char *message);

#endif
