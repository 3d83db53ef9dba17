/* From text to syntax tree: the one way in for scripts, the prompt and expressions in
   texts. Errors go to the sink; all of a script are reported, up to DIAG_MAX. */
#ifndef KOERS_PARSER_PARSE_H
#define KOERS_PARSER_PARSE_H

#include "parser/ast.h"
#include "runtime/base/arena.h"
#include "runtime/diag/diag.h"

typedef enum {
    PARSE_SCRIPT,
    PARSE_PROMPT, /* a first word that starts no statement: a question without `show`,
                     or clauses that refine the last question (AST_STMT_REFINE) */
} ParseMode;

typedef enum {
    PARSE_OK,
    PARSE_ERROR,
    PARSE_INCOMPLETE, /* the only thing wrong is that the text ends */
} ParseStatus;

typedef enum {
    PARSE_REASON_NONE,
    PARSE_REASON_TEXT,    /* a text is open */
    PARSE_REASON_COMMENT, /* a comment is open */
    PARSE_REASON_BRACKET, /* `bracket` is open */
    PARSE_REASON_MORE,    /* after a comma, an operator, a keyword */
} ParseReason;

typedef struct {
    ParseStatus status;
    ParseReason reason; /* of PARSE_INCOMPLETE */
    char bracket;       /* ( [ or { */
    const AstScript
        *script; /* never NULL; the good statements where there are errors */
} ParseResult;

/* The tree lives in `arena`. Whatever is wrong, also with an incomplete text, is in the
   sink; a prompt that goes on clears it. */
ParseResult parse_text(const SourceText *text, ParseMode mode, Arena *arena,
                       DiagSink *sink);

#endif
