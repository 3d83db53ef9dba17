/* One arena for all tests of a group: what they make of it lasts until its end. */
#ifndef KOERS_TESTS_UNIT_ARENA_H
#define KOERS_TESTS_UNIT_ARENA_H

#include "runtime/base/arena.h"
#include "tests/unit/unit.h"

static Arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
