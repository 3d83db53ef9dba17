/* What may be typed at a place of a text that may be unfinished: for completion. */
#ifndef KOERS_PARSER_EXPECT_H
#define KOERS_PARSER_EXPECT_H

#include "lexer/lexer.h"
#include "parser/parse.h"
#include "runtime/base/arena.h"

enum { EXPECT_BEFORE = 6 };

typedef struct {
    Span word;        /* what is half typed: from its first byte to the cursor */
    bool in_text;     /* the cursor is in a text; `word` begins behind its quote */
    bool in_comment;  /* nothing is to be completed */
    bool wants_name;  /* a name may stand here */
    bool wants_value; /* an expression may stand here: functions, parameters */
    bool wants_text;  /* a quoted text: a file, a value */
    bool wants_unit;  /* a time unit */
    const char **word_list; /* keywords that may stand here, by spelling */
    size_t n_word;
    int clause; /* token of the last keyword that begins a clause, item or statement at
                   this level of brackets; LEXER_END: none */
    int statement;               /* likewise, of those that begin a statement */
    int around;                  /* of the statement whose braces stand around */
    Token before[EXPECT_BEFORE]; /* the tokens before `word`, the last one first */
    size_t n_before;
} Expect;

/* `cursor` is an offset into the text. Lists live in `arena`. Before an error in the
   text nothing is known: then n_word is 0 and no want is set. */
Expect expect_at(const SourceText *text, uint32_t cursor, ParseMode mode, Arena *arena);

#endif
