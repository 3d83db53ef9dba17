/* Canonical source: `koers fmt`. */
#ifndef KOERS_PARSER_AST_FORMAT_H
#define KOERS_PARSER_AST_FORMAT_H

#include "parser/parse.h"
#include "runtime/base/strbuf.h"

enum { FORMAT_WIDTH = 88 };

/* Appends the text in canonical form: a statement or item a line, two blanks a level,
   clauses on lines of their own where the statement is longer than FORMAT_WIDTH,
   keywords in lower case. Comments, names, literals and single empty lines stay.
   Formatting the result gives the result. Unless the status is PARSE_OK nothing is
   appended and the errors are in `sink`. */
ParseStatus ast_format(StrBuf *sb, const SourceText *text, DiagSink *sink);

#endif
