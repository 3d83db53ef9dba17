/* Token-wise mutations. A script is cut into tokens by Koers' own scanner; a change
   replaces, removes, doubles or wraps a run of them, or puts in a run, a line or a
   single token of the pool. Now and then libFuzzer changes bytes instead. */
#include "tests/fuzz/splice.h"

#include "lexer/lexer.h"
#include "runtime/base/xalloc.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES_MAX = 1 << 16, RUN_MAX = 8 };

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t size_max);

typedef struct {
    const SourceText *text;
    Token *item;
    size_t n, cap;
} Tokens;

/* What the pool's files hold. */
typedef struct {
    SourceTexts *texts;
    Tokens *file;
    size_t n_file, cap_file;
} Pool;

static Pool pool;

static const char *const edges[] = {
    "0",          "1",         "-1",         "1e76",       "99999999999999999999",
    "0.00000001", "1/0",       "100%",       "9999-12-31", "0001-01-01",
    "2024-02-29", "2025-W53",  "2025-Q4",    "1997..1998", "\"\"",
    "\"{x}\"",    "empty",     "all",        "per every",  "(show 1)",
    "not",        "*",         "in ()",      "is empty",   "top 0",
    "per day",    "where all", "for last 1", "sort by 9",  "distinct",
};

static unsigned next_random(unsigned *state, size_t below)
{
    *state = *state * 1664525U + 1013904223U;
    return below ? (*state >> 8) % (unsigned)below : 0;
}

static void scan(Tokens *tokens, const SourceText *text)
{
    Lexer *lexer = lexer_open(text, 0, (uint32_t)text->len, NULL, false);
    Token token;
    tokens->text = text;
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        XGROW(tokens->item, tokens->cap, tokens->n + 1);
        tokens->item[tokens->n++] = token;
    }
    lexer_close(lexer);
}

static bool may_be_scanned(const SourceText *text, SourceTexts *texts)
{
    Arena *arena = arena_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    bool ok = lexer_check_text(text, &sink);
    arena_free(arena);
    return ok;
}

static void read_file(const char *path)
{
    static char bytes[FILE_BYTES_MAX];
    FILE *f = fopen(path, "rb");
    size_t n = f ? fread(bytes, 1, sizeof bytes, f) : 0;
    if (f)
        fclose(f);
    const SourceText *text = source_texts_add(pool.texts, path, bytes, n);
    Tokens tokens = {0};
    if (may_be_scanned(text, pool.texts))
        scan(&tokens, text);
    if (!tokens.n)
        return;
    XGROW(pool.file, pool.cap_file, pool.n_file + 1);
    pool.file[pool.n_file++] = tokens;
}

void splice_read_folder(const char *path)
{
    struct dirent **entry;
    int n = scandir(path, &entry, NULL, alphasort);
    pool.texts = source_texts_new();
    for (int i = 0; i < n; i++) {
        char file[4096];
        snprintf(file, sizeof file, "%s/%s", path, entry[i]->d_name);
        if (entry[i]->d_name[0] != '.')
            read_file(file);
        free(entry[i]);
    }
    if (n >= 0)
        free(entry);
}

/* A run of the pool's tokens as text: one of the same class as `like`, a few, or a
   line. */
static void add_from_pool(StrBuf *out, unsigned *state, int like)
{
    if (!pool.n_file)
        return;
    const Tokens *from = &pool.file[next_random(state, pool.n_file)];
    size_t begin = next_random(state, from->n);
    size_t end = begin + 1 + next_random(state, RUN_MAX);
    if (like != LEXER_END) {
        for (size_t i = 0; i < from->n; i++, begin = (begin + 1) % from->n) {
            if (lexer_token_class(from->item[begin].kind) == lexer_token_class(like))
                break;
        }
        end = begin + 1;
    } else if (next_random(state, 2)) {
        while (begin > 0 && !from->item[begin].starts_line)
            begin--;
        for (end = begin + 1; end < from->n && !from->item[end].starts_line;)
            end++;
    }
    if (end > from->n)
        end = from->n;
    uint32_t at = from->item[begin].span.begin;
    strbuf_addc(out, from->item[begin].starts_line ? '\n' : ' ');
    strbuf_add(out, from->text->text + at, from->item[end - 1].span.end - at);
    strbuf_addc(out, ' ');
}

typedef enum {
    CHANGE_LIKE, /* another token of the same class; the commonest */
    CHANGE_LIKE_AGAIN,
    CHANGE_ANY,
    CHANGE_INSERT,
    CHANGE_INSERT_AGAIN,
    CHANGE_REMOVE,
    CHANGE_DOUBLE,
    CHANGE_EDGE,
    CHANGE_WRAP,
    CHANGE_APPEND,
    CHANGE_COUNT
} Change;

/* Appends the run, whose first token is of this kind, changed. */
static void change_run(StrBuf *out, const char *run, size_t len, int kind,
                       unsigned *state)
{
    switch ((Change)next_random(state, CHANGE_COUNT)) {
    case CHANGE_LIKE:
    case CHANGE_LIKE_AGAIN:
        add_from_pool(out, state, kind);
        break;
    case CHANGE_ANY:
        add_from_pool(out, state, LEXER_END);
        break;
    case CHANGE_INSERT:
    case CHANGE_INSERT_AGAIN:
        strbuf_add(out, run, len);
        add_from_pool(out, state, LEXER_END);
        break;
    case CHANGE_REMOVE:
        break;
    case CHANGE_DOUBLE:
        strbuf_add(out, run, len);
        strbuf_addc(out, ' ');
        strbuf_add(out, run, len);
        break;
    case CHANGE_EDGE:
        strbuf_adds(out, edges[next_random(state, COUNT_OF(edges))]);
        break;
    case CHANGE_WRAP:
        strbuf_addc(out, '(');
        strbuf_add(out, run, len);
        strbuf_addc(out, ')');
        break;
    case CHANGE_APPEND:
        strbuf_add(out, run, len);
        strbuf_adds(out, next_random(state, 2) ? ", " : " + ");
        add_from_pool(out, state, kind);
        break;
    case CHANGE_COUNT:
        break;
    }
}

static void change(StrBuf *script, unsigned *state)
{
    SourceTexts *texts = source_texts_new();
    const SourceText *text =
        source_texts_add(texts, "script", script->text, script->len);
    Tokens tokens = {0};
    if (may_be_scanned(text, texts))
        scan(&tokens, text);
    strbuf_reset(script);
    if (tokens.n) {
        size_t first = next_random(state, tokens.n);
        size_t last = first;
        if (next_random(state, 3) == 0)
            last += next_random(state, RUN_MAX);
        if (last >= tokens.n)
            last = tokens.n - 1;
        uint32_t begin = tokens.item[first].span.begin;
        uint32_t end = tokens.item[last].span.end;
        strbuf_add(script, text->text, begin);
        change_run(script, text->text + begin, end - begin, tokens.item[first].kind,
                   state);
        strbuf_add(script, text->text + end, text->len - end);
    } else {
        add_from_pool(script, state, LEXER_END);
    }
    free(tokens.item);
    source_texts_free(texts);
}

size_t splice_mutate(uint8_t *data, size_t size, size_t size_max, unsigned seed)
{
    unsigned state = seed;
    if (next_random(&state, 16) == 0)
        return LLVMFuzzerMutate(data, size, size_max);
    StrBuf script;
    strbuf_init(&script);
    strbuf_add(&script, (const char *)data, size);
    for (unsigned i = 1 + next_random(&state, 4); i > 0; i--)
        change(&script, &state);
    if (script.len > size_max)
        strbuf_truncate(&script, size_max);
    if (script.len)
        memcpy(data, script.text, script.len);
    size = script.len;
    strbuf_release(&script);
    return size;
}
