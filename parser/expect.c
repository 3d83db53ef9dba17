/* Completion: parses what stands before the half-typed word and asks the parser what
   may come. */
#include "parser/expect.h"

#include "grammar.tab.h"
#include "parser/context.h"
#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"

#include <string.h>

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || c == '_' || c == '$' || c == '`' ||
           (unsigned char)c >= 0x80;
}

static void keep(Expect *e, const Token *token)
{
    memmove(e->before + 1, e->before, sizeof e->before - sizeof *e->before);
    e->before[0] = *token;
    if (e->n_before < EXPECT_BEFORE)
        e->n_before++;
}

enum { LEVELS_MAX = 64 };

/* Keeps the last word that begins something, per level of brackets. */
typedef struct {
    int leader[LEVELS_MAX], statement[LEVELS_MAX], around[LEVELS_MAX];
    size_t n;
} Leaders;

/* The `by` of `sort by`, `top 10 by` begins no clause of its own. */
static bool is_part_of(int leader, int kind)
{
    static const char *const words[] = {"sort", "top", "bottom"};
    const char *text = lexer_keyword_text(kind), *before = lexer_keyword_text(leader);
    if (!text || !before || strcmp(text, "by") != 0)
        return false;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (!strcmp(before, words[i]))
            return true;
    }
    return false;
}

static void follow(Leaders *l, int kind)
{
    unsigned starts = KEYWORD_STARTS_STMT | KEYWORD_STARTS_ITEM | KEYWORD_STARTS_CLAUSE;
    if (kind == '(' || kind == '[' || kind == '{') {
        size_t outer = l->n;
        if (l->n + 1 < LEVELS_MAX)
            l->leader[++l->n] = LEXER_END;
        l->around[l->n] = kind == '{' ? l->statement[outer] : l->around[outer];
        l->statement[l->n] = LEXER_END;
    } else if (kind == ')' || kind == ']' || kind == '}') {
        l->n -= l->n > 0;
    } else if ((lexer_keyword_roles(kind) & starts) &&
               !is_part_of(l->leader[l->n], kind)) {
        l->leader[l->n] = kind;
        if (lexer_keyword_roles(kind) & KEYWORD_STARTS_STMT)
            l->statement[l->n] = kind;
    }
}

/* Finds the word at the cursor and the tokens before it. */
static void look_back(Expect *e, const SourceText *text, uint32_t cursor)
{
    Leaders leaders = {0};
    Lexer *lexer = lexer_open(text, 0, cursor, NULL, true);
    Token token;
    e->word = (Span){text->file, cursor, cursor};
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        LexerOpen open =
            token.kind == LEXER_ERROR ? lexer_open_at_end(lexer) : LEXER_CLOSED;
        e->in_text = open == LEXER_IN_TEXT;
        e->in_comment = open == LEXER_IN_COMMENT ||
                        (token.kind == LEXER_COMMENT && token.span.end == cursor &&
                         text->text[token.span.begin] == '-');
        if (e->in_text)
            e->word.begin = token.span.begin + 1;
        if (token.kind == LEXER_COMMENT || e->in_text || e->in_comment)
            continue;
        if (token.span.end == cursor && is_word_byte(text->text[cursor - 1])) {
            e->word.begin = token.span.begin;
            continue;
        }
        keep(e, &token);
        follow(&leaders, token.kind);
    }
    e->clause = leaders.leader[leaders.n];
    e->statement = leaders.statement[leaders.n];
    e->around = leaders.around[leaders.n];
    lexer_close(lexer);
}

static void add_words(Expect *e, const ParseNext *next, Arena *arena)
{
    e->word_list = ARENA_ARRAY(arena, const char *, next->count + 1);
    for (size_t i = 0; i < next->count; i++) {
        const char *name = next->name[i];
        int kind = lexer_word(name, strlen(name));
        const char *text = lexer_keyword_text(kind);
        if ((text && !strcmp(text, name)) || !strcmp(name, "as of"))
            e->word_list[e->n_word++] = name;
    }
}

static bool has(const ParseNext *next, const char *name)
{
    return parse_is_expected(next->name, next->count, name);
}

/* At the start of a prompt line a question without `show` or a clause may stand. */
static void add_prompt_starts(Expect *e, Arena *arena)
{
    const char **list = ARENA_ARRAY(arena, const char *, e->n_word + 32);
    const char *text;
    int kind;
    if (e->n_word)
        arena_copy(list, e->word_list, e->n_word * sizeof *list);
    e->word_list = list;
    for (size_t i = 0; (text = lexer_keyword_at(i, &kind)) != NULL; i++) {
        if (lexer_keyword_roles(kind) & KEYWORD_STARTS_CLAUSE)
            list[e->n_word++] = text;
    }
    e->wants_name = e->wants_value = true;
}

Expect expect_at(const SourceText *text, uint32_t cursor, ParseMode mode, Arena *arena)
{
    Expect e = {0};
    ParseNext *next = ARENA_NEW(arena, ParseNext);
    look_back(&e, text, cursor);
    uint32_t end = e.in_text ? e.word.begin - 1 : e.word.begin;
    if (e.in_comment || !parse_prefix(text, end, mode, arena, next))
        return e;
    e.wants_text = has(next, "quoted text");
    if (e.in_text)
        return e;
    e.wants_name = has(next, "name");
    e.wants_value = e.wants_name && has(next, "number") && has(next, "'('");
    e.wants_unit = has(next, "time unit");
    add_words(&e, next, arena);
    if (e.n_before == 0 && mode == PARSE_PROMPT)
        add_prompt_starts(&e, arena);
    return e;
}
