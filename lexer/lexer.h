/* The scanner: a text to tokens. A token is its kind and its place; values are read
   from the text by lexer/literal.h. Broken texts scan too: an error is a token of
   kind LEXER_ERROR and scanning goes on behind it. */
#ifndef KOERS_LEXER_LEXER_H
#define KOERS_LEXER_LEXER_H

#include "runtime/diag/diag.h"
#include "runtime/diag/source_text.h"
#include "runtime/diag/span.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Lexer Lexer;

/* Kinds >= 0 are the TOK_ constants of the grammar or characters; 0 is the end. */
enum { LEXER_END = 0, LEXER_ERROR = -1, LEXER_COMMENT = -2 };

typedef struct {
    int kind;
    Span span;
    bool starts_line; /* nothing but blanks and comments before it on its line */
} Token;

/* What is still open where the text ends. */
typedef enum {
    LEXER_CLOSED,
    LEXER_IN_TEXT,
    LEXER_IN_COMMENT,
    LEXER_IN_LINE, /* a `\` says that it goes on */
} LexerOpen;

/* Scans text[begin, end). Errors go to `sink` unless it is NULL. Comments are left
   out unless wanted. The text outlives the scanner. */
Lexer *lexer_open(const SourceText *text, uint32_t begin, uint32_t end, DiagSink *sink,
                  bool want_comments);
void lexer_close(Lexer *lexer);
void lexer_next(Lexer *lexer, Token *token);
/* After an error token: what was open, if the text ended in it. */
LexerOpen lexer_open_at_end(const Lexer *lexer);

/* A text with NUL bytes or invalid UTF-8 must not be scanned: reports it and
   returns false. */
bool lexer_check_text(const SourceText *text, DiagSink *sink);

/* For highlighting and messages. */
typedef enum {
    TOKEN_CLASS_END,
    TOKEN_CLASS_KEYWORD, /* reserved */
    TOKEN_CLASS_WORD,    /* contextual keyword: may stand as a name */
    TOKEN_CLASS_NAME,
    TOKEN_CLASS_UNIT,   /* time unit or currency code: may stand as a name */
    TOKEN_CLASS_NUMBER, /* and percentages and periods */
    TOKEN_CLASS_TEXT,
    TOKEN_CLASS_PARAMETER,
    TOKEN_CLASS_OPERATOR,
    TOKEN_CLASS_COMMENT,
    TOKEN_CLASS_ERROR,
} TokenClass;

TokenClass lexer_token_class(int kind);

/* The token of a word of len bytes, any case: keyword, unit, currency code or name. */
int lexer_word(const char *text, size_t len);

enum { KEYWORD_STARTS_STMT = 1, KEYWORD_STARTS_ITEM = 2, KEYWORD_STARTS_CLAUSE = 4 };

/* The roles of a keyword's token, or 0; and its spelling, or NULL. */
unsigned lexer_keyword_roles(int kind);
const char *lexer_keyword_text(int kind);
/* Keywords in the order of keywords.def; NULL after the last one. */
const char *lexer_keyword_at(size_t index, int *kind);

/* One line per token: kind, place and text, for --dump=tokens. */
void lexer_dump(StrBuf *sb, const SourceText *text);

#endif
