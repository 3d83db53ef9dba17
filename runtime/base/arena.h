/* An arena: memory that is released all at once. Blocks are zeroed and aligned
   for any type. Nothing in it is freed alone. */
#ifndef KOERS_RUNTIME_BASE_ARENA_H
#define KOERS_RUNTIME_BASE_ARENA_H

#include "runtime/base/compiler.h"

#include <stdarg.h>
#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);
/* Forgets everything allocated; keeps one block for reuse. */
void arena_reset(Arena *arena);

/* Never NULL; zeroed. */
void *arena_alloc(Arena *arena, size_t size);
void *arena_calloc(Arena *arena, size_t count, size_t size);
char *arena_strdup(Arena *arena, const char *text);
char *arena_strndup(Arena *arena, const char *text, size_t len);
char *arena_printf(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
char *arena_vprintf(Arena *arena, const char *format, va_list args) PRINTF_LIKE(2, 0);
void *arena_memdup(Arena *arena, const void *block, size_t size);

/* Bytes handed out since the last reset. */
size_t arena_used(const Arena *arena);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count)                                                \
    ((Type *)arena_calloc((arena), (count), sizeof(Type)))

/* Appends to an arena array with doubling: `items`, `count`, `cap` are lvalues.
   The old block stays in the arena until it is reset. */
#define ARENA_PUSH(arena, items, count, cap, value)                                    \
    do {                                                                               \
        if ((count) == (cap)) {                                                        \
            size_t cap_ = (cap) ? (size_t)(cap)*2 : 4;                                 \
            void *grown_ = arena_calloc((arena), cap_, sizeof *(items));               \
            if (count)                                                                 \
                arena_copy(grown_, (items), (size_t)(count) * sizeof *(items));        \
            (items) = grown_;                                                          \
            (cap) = cap_;                                                              \
        }                                                                              \
        (items)[(count)++] = (value);                                                  \
    } while (0)

void arena_copy(void *to, const void *from, size_t size);

#endif
