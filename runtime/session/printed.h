/* Answers of statements that are no questions, read on as rows: `from (check
   steering)`. To add one: a line in printed.c. */
#ifndef KOERS_RUNTIME_SESSION_PRINTED_H
#define KOERS_RUNTIME_SESSION_PRINTED_H

#include "runtime/session/driver.h"

/* A Catalog.printed: checks the statement, and gives the source its columns, in
   `arena`. false: reported. */
bool printed_declare(void *session, const AstStmt *stmt, Arena *arena, Source *source);
/* What the statement prints, owned by the caller; NULL: reported. */
Result *printed_answer(Session *s, const AstStmt *stmt);

#endif
