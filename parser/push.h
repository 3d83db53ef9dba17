/* The generated parser as the parse loop sees it: tokens are pushed one by one. */
#ifndef KOERS_PARSER_PUSH_H
#define KOERS_PARSER_PUSH_H

#include "runtime/diag/span.h"

#include <stddef.h>

struct ParseCtx;
typedef struct Push Push;

typedef enum { PUSH_MORE, PUSH_DONE, PUSH_FAILED } PushStatus;

enum { PUSH_EXPECTED_MAX = 320 };

Push *push_new(void);
void push_free(Push *push);
PushStatus push_token(Push *push, struct ParseCtx *cx, int kind, Span span);
/* What may come next, by the names of the grammar; how many. */
size_t push_expected(Push *push, const char *name[PUSH_EXPECTED_MAX]);

#endif
