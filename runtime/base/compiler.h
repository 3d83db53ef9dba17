/* Compiler extensions and build-wide macros; the only place for either. */
#ifndef KOERS_RUNTIME_BASE_COMPILER_H
#define KOERS_RUNTIME_BASE_COMPILER_H

#include <stdio.h>
#include <stdlib.h>

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define NORETURN __attribute__((noreturn))
#define NODISCARD __attribute__((warn_unused_result))

#define ADD_OVERFLOWS(a, b, res) __builtin_add_overflow(a, b, res)
#define SUB_OVERFLOWS(a, b, res) __builtin_sub_overflow(a, b, res)
#define MUL_OVERFLOWS(a, b, res) __builtin_mul_overflow(a, b, res)

/* Asks for the memory at `at` to be fetched: a hint. */
#define COUNT_BITS(word) ((uint32_t)__builtin_popcountll(word))
#define PREFETCH(at) __builtin_prefetch(at)

/* For the end of a switch over one of our enums that handles every constant. */
#define UNREACHABLE(what)                                                              \
    do {                                                                               \
        fprintf(stderr, "koers: internal error: %s (%s:%d)\n", what, __FILE__,         \
                __LINE__);                                                             \
        abort();                                                                       \
    } while (0)

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif
