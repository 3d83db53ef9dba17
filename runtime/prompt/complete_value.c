/* Reads the tokens before the cursor backwards: a list of values, what compares, the
   name. */
#include "runtime/prompt/complete_value.h"

#include "lexer/lexer.h"
#include "runtime/base/ascii.h"
#include "runtime/base/strbuf.h"
#include "runtime/base/utf8.h"

#include <string.h>

typedef struct {
    const char *text;
    Token *token;
    size_t n, cap;
} Tokens;

static Tokens read_tokens(const char *text, size_t end, Arena *arena)
{
    SourceText source = {.text = arena_strndup(arena, text, end), .len = end};
    Tokens t = {.text = source.text};
    Lexer *lexer = lexer_open(&source, 0, (uint32_t)end, NULL, false);
    Token token;
    for (lexer_next(lexer, &token); token.kind != LEXER_END; lexer_next(lexer, &token))
        ARENA_PUSH(arena, t.token, t.n, t.cap, token);
    lexer_close(lexer);
    return t;
}

static size_t last_len(const Tokens *t)
{
    return t->n ? t->token[t->n - 1].span.end - t->token[t->n - 1].span.begin : 0;
}

/* Drops the last token if it is `word`. */
static bool take(Tokens *t, const char *word)
{
    if (!t->n || last_len(t) != strlen(word))
        return false;
    const char *at = t->text + t->token[t->n - 1].span.begin;
    for (size_t i = 0; word[i]; i++) {
        if (ascii_lower(at[i]) != word[i])
            return false;
    }
    t->n--;
    return true;
}

/* `"a", "b",` of a list, from its end. */
static void take_values(Tokens *t)
{
    while (take(t, ",")) {
        TokenClass cls =
            t->n ? lexer_token_class(t->token[t->n - 1].kind) : TOKEN_CLASS_END;
        if (cls != TOKEN_CLASS_TEXT && cls != TOKEN_CLASS_PARAMETER)
            return;
        t->n--;
    }
}

static bool take_comparison(Tokens *t)
{
    static const char *const signs[] = {"=", "!=", "<>", "like", ":"};
    take_values(t);
    if (take(t, "(")) {
        if (!take(t, "in"))
            return false;
        take(t, "not");
        return true;
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (take(t, signs[i])) {
            take(t, "not");
            return true;
        }
    }
    return false;
}

static const char *take_name(Tokens *t, Arena *arena)
{
    if (!t->n)
        return NULL;
    const Token *token = &t->token[t->n - 1];
    const char *at = t->text + token->span.begin;
    size_t len = last_len(t);
    TokenClass cls = lexer_token_class(token->kind);
    if (cls != TOKEN_CLASS_NAME && cls != TOKEN_CLASS_WORD && cls != TOKEN_CLASS_UNIT)
        return NULL;
    t->n--;
    if (len > 2 && at[0] == '`') {
        at++;
        len -= 2;
    }
    return arena_strndup(arena, at, len);
}

/* The token is the word; a quoted name is none. */
static bool is_word(const Tokens *t, size_t at, const char *word)
{
    Tokens until = {t->text, t->token, at + 1, 0};
    return take(&until, word);
}

/* By how much a bracket closes: 1, -1; 0: it is none. */
static int closes(const Tokens *t, size_t at)
{
    char c = t->text[t->token[at].span.begin];
    return c == ')' || c == ']' || c == '}'   ? 1
           : c == '(' || c == '[' || c == '{' ? -1
                                              : 0;
}

/* What stands in brackets from there on, or the token alone. */
static const char *take_operand(const Tokens *t, size_t at, Arena *arena)
{
    size_t last = at;
    int depth = -closes(t, at);
    while (depth > 0 && last + 1 < t->n)
        depth -= closes(t, ++last);
    uint32_t begin = t->token[at].span.begin, end = t->token[last].span.end;
    return arena_strndup(arena, t->text + begin, end - begin);
}

/* Behind the `from` of the question, or of the source, that the value stands in. */
static const char *find_from(const Tokens *t, Arena *arena)
{
    static const char *const questions[] = {"show", "list",     "forecast",
                                            "why",  "backtest", "bridge"};
    int depth = 0;
    for (size_t i = t->n; i-- > 0;) {
        depth += closes(t, i);
        if (depth < 0)
            depth = 0; /* what stands around */
        for (size_t k = 0; depth == 0 && k < sizeof questions / sizeof *questions;
             k++) {
            if (is_word(t, i, questions[k]))
                return NULL;
        }
        if (depth == 0 && is_word(t, i, "from") && i + 1 < t->n)
            return take_operand(t, i + 1, arena);
    }
    return NULL;
}

/* The bracket that is open at the end, and what stands behind it, is dropped. */
static bool drop_bracket(Tokens *t)
{
    int depth = 0;
    while (t->n && depth >= 0)
        depth += closes(t, --t->n);
    return depth < 0;
}

/* `cascade over D as sum ("a" = 1, "`: members of D. */
static bool take_cascade(Tokens *t, ValueTarget *target, Arena *arena)
{
    static const char *const rules[] = {"sum", "weighted", "same", "share"};
    bool ruled = false;
    if (!drop_bracket(t))
        return false;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        ruled = ruled || take(t, rules[i]);
    if (!ruled || !take(t, "as"))
        return false;
    target->name = take_name(t, arena);
    if (target->name && take(t, "."))
        target->owner = take_name(t, arena);
    return target->name && take(t, "over");
}

bool complete_value_target(const char *text, size_t end, Arena *arena,
                           ValueTarget *target)
{
    Tokens t = read_tokens(text, end, arena), all = t;
    *target = (ValueTarget){0};
    if (take_cascade(&all, target, arena))
        return true;
    *target = (ValueTarget){0};
    if (!take_comparison(&t))
        return false;
    target->name = take_name(&t, arena);
    if (target->name && take(&t, "."))
        target->owner = take_name(&t, arena);
    target->from = find_from(&t, arena);
    return target->name != NULL;
}

/* Turns the direction of what follows, or ends a line for some terminals. */
static bool is_treacherous(int32_t code)
{
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code == 0x200e ||
           code == 0x200f || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
}

static void add_escaped(StrBuf *sb, const char *text, size_t n, int32_t code,
                        char quote)
{
    if (code == '\n')
        strbuf_adds(sb, "\\n");
    else if (code == '\t')
        strbuf_adds(sb, "\\t");
    else if (is_treacherous(code))
        strbuf_addf(sb, "\\u{%X}", (unsigned)code);
    else if (code == quote || code == '\\' || code == '{' || code == '}')
        strbuf_addf(sb, "\\%c", (char)code);
    else
        strbuf_add(sb, text, n);
}

const char *complete_value_escape(const char *text, size_t len, char quote,
                                  Arena *arena)
{
    StrBuf sb;
    const char *res = NULL;
    size_t at = 0;
    strbuf_init(&sb);
    while (at < len) {
        int32_t code;
        size_t n = utf8_decode(text + at, len - at, &code);
        if (!n || code <= 0 || (n == 1 && (unsigned char)text[at] >= 0x80))
            break;
        add_escaped(&sb, text + at, n, code, quote);
        at += n;
    }
    if (at == len)
        res = arena_strndup(arena, sb.text, sb.len);
    strbuf_release(&sb);
    return res;
}
