/* The syntax tree as indented text, one node a line; for tests and --dump=ast. Places
   are left out, so that equal trees have equal dumps however they were laid out. */
#ifndef KOERS_PARSER_AST_DUMP_H
#define KOERS_PARSER_AST_DUMP_H

#include "parser/ast.h"
#include "runtime/base/strbuf.h"

void ast_dump(StrBuf *sb, const AstScript *script);

#endif
