/* An arena is a list of blocks; allocation moves a pointer within the newest one.
   Blocks double up to a limit, and what is larger than a block gets one of its
   own. Under the address sanitizer unused bytes are poisoned, so that use after a
   reset is found. */
#include "runtime/base/arena.h"

#include "runtime/base/xalloc.h"

#include <stdint.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

enum { BLOCK_FIRST = 4096, BLOCK_LAST = 1024 * 1024, ALIGNMENT = 16 };

typedef struct Block {
    struct Block *next;
    size_t size; /* of bytes[] */
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
} Block;

struct Arena {
    Block *newest;
    size_t next_size;
    size_t total; /* bytes handed out since the last reset */
};

Arena *arena_new(void)
{
    Arena *arena = xcalloc(1, sizeof *arena);
    arena->next_size = BLOCK_FIRST;
    return arena;
}

static void free_blocks(Block *block)
{
    while (block) {
        Block *next = block->next;
        UNPOISON(block->bytes, block->size);
        free(block);
        block = next;
    }
}

void arena_free(Arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->newest);
    free(arena);
}

void arena_reset(Arena *arena)
{
    Block *kept = arena->newest;
    arena->total = 0;
    if (!kept)
        return;
    free_blocks(kept->next);
    kept->next = NULL;
    if (kept->size > BLOCK_LAST) {
        free_blocks(kept);
        arena->newest = NULL;
        return;
    }
    kept->used = 0;
    POISON(kept->bytes, kept->size);
}

static Block *add_block(Arena *arena, size_t size)
{
    size_t room = size > arena->next_size ? size : arena->next_size;
    size_t bytes;
    if (ADD_OVERFLOWS(room, sizeof(Block), &bytes))
        bytes = SIZE_MAX;
    Block *block = xmalloc(bytes);
    block->size = room;
    block->used = 0;
    block->next = arena->newest;
    arena->newest = block;
    if (arena->next_size < BLOCK_LAST)
        arena->next_size *= 2;
    POISON(block->bytes, block->size);
    return block;
}

void *arena_alloc(Arena *arena, size_t size)
{
    size_t rounded;
    if (ADD_OVERFLOWS(size ? size : 1, (size_t)ALIGNMENT - 1, &rounded))
        rounded = SIZE_MAX;
    rounded &= ~(size_t)(ALIGNMENT - 1);
    Block *block = arena->newest;
    if (!block || block->size - block->used < rounded)
        block = add_block(arena, rounded);
    void *res = block->bytes + block->used;
    block->used += rounded;
    arena->total += size;
    UNPOISON(res, size);
    return memset(res, 0, size);
}

void *arena_calloc(Arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (MUL_OVERFLOWS(count, size, &bytes))
        bytes = SIZE_MAX;
    return arena_alloc(arena, bytes);
}

char *arena_strndup(Arena *arena, const char *text, size_t len)
{
    size_t bytes;
    if (ADD_OVERFLOWS(len, (size_t)1, &bytes))
        bytes = SIZE_MAX;
    char *copy = arena_alloc(arena, bytes);
    arena_copy(copy, text, len);
    return copy;
}

char *arena_strdup(Arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(Arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0)
        return arena_strdup(arena, "");
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, args);
    return text;
}

char *arena_printf(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void *arena_memdup(Arena *arena, const void *block, size_t size)
{
    void *copy = arena_alloc(arena, size);
    arena_copy(copy, block, size);
    return copy;
}

void arena_copy(void *to, const void *from, size_t size)
{
    if (size)
        memcpy(to, from, size);
}

size_t arena_used(const Arena *arena)
{
    return arena->total;
}
