/* The keyword table, read from keywords.def. Matching ignores ASCII case; currency
   codes are capitals. */
#include "lexer/lexer.h"

#include "grammar.tab.h"
#include "lexer/literal.h"
#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"

#include <string.h>

typedef enum { RESERVED, CONTEXTUAL, AFTER_FROM, AFTER_PER } KeywordClass;

typedef struct {
    const char *text;
    size_t len;
    int kind;
    KeywordClass class;
    unsigned roles;
} Keyword;

static const Keyword keywords[] = {
#define KEYWORD(name, text, class, roles)                                              \
    {text, sizeof text - 1, TOK_K_##name, class, roles},
#include "lexer/keywords.def"
#undef KEYWORD
};

static const char *const unit_words[] = {
    "day",     "days",     "week", "weeks",  "month", "months",
    "quarter", "quarters", "half", "halves", "year",  "years",
};

enum { WORD_MAX = 24 };

int lexer_word(const char *text, size_t len)
{
    char low[WORD_MAX];
    if (len < WORD_MAX) {
        for (size_t i = 0; i < len; i++)
            low[i] = ascii_lower(text[i]);
        for (size_t i = 0; i < COUNT_OF(keywords); i++) {
            const Keyword *k = &keywords[i];
            if (k->len == len && k->text[0] == low[0] && !memcmp(low, k->text, len))
                return k->kind;
        }
        for (size_t i = 0; i < COUNT_OF(unit_words); i++) {
            if (ascii_equal_n(low, len, unit_words[i]))
                return TOK_UNIT;
        }
    }
    return literal_is_currency(text, len, NULL) ? TOK_CURRENCY : TOK_IDENT;
}

static const Keyword *keyword_of(int kind)
{
    for (size_t i = 0; i < COUNT_OF(keywords); i++) {
        if (keywords[i].kind == kind)
            return &keywords[i];
    }
    return NULL;
}

unsigned lexer_keyword_roles(int kind)
{
    const Keyword *k = keyword_of(kind);
    return k ? k->roles : 0;
}

const char *lexer_keyword_text(int kind)
{
    const Keyword *k = keyword_of(kind);
    return k ? k->text : NULL;
}

const char *lexer_keyword_at(size_t index, int *kind)
{
    if (index >= COUNT_OF(keywords))
        return NULL;
    *kind = keywords[index].kind;
    return keywords[index].text;
}

TokenClass lexer_token_class(int kind)
{
    const Keyword *k = keyword_of(kind);
    if (k)
        return k->class == RESERVED ? TOKEN_CLASS_KEYWORD : TOKEN_CLASS_WORD;
    switch (kind) {
    case LEXER_END:
        return TOKEN_CLASS_END;
    case LEXER_ERROR:
        return TOKEN_CLASS_ERROR;
    case LEXER_COMMENT:
        return TOKEN_CLASS_COMMENT;
    case TOK_IDENT:
        return TOKEN_CLASS_NAME;
    case TOK_UNIT:
    case TOK_CURRENCY:
        return TOKEN_CLASS_UNIT;
    case TOK_INTEGER:
    case TOK_DECIMAL:
    case TOK_PERCENT:
    case TOK_PERIOD:
        return TOKEN_CLASS_NUMBER;
    case TOK_STRING:
        return TOKEN_CLASS_TEXT;
    case TOK_PARAM:
        return TOKEN_CLASS_PARAMETER;
    case TOK_AS_OF:
        return TOKEN_CLASS_KEYWORD;
    default: /* not an enum of ours: characters and two-byte operators */
        return TOKEN_CLASS_OPERATOR;
    }
}
