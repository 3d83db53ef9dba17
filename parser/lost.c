/* What the text of a syntax error would have defined: the names after words that
   define. Rather one name too many than one too few: what mentions such a name is not
   called unknown. */
#include "parser/context.h"

#include "grammar.tab.h"

static bool is_name(int kind)
{
    TokenClass class = lexer_token_class(kind);
    return class == TOKEN_CLASS_NAME || class == TOKEN_CLASS_WORD ||
           class == TOKEN_CLASS_UNIT;
}

static bool defines(int kind)
{
    return kind == TOK_K_SOURCE || kind == TOK_K_MEASURE || kind == TOK_K_DIMENSION ||
           kind == TOK_K_ENTITY || kind == TOK_K_TIME || kind == TOK_K_REPORT ||
           kind == TOK_K_LET || kind == TOK_K_PROFILE || kind == TOK_K_CALENDAR ||
           kind == TOK_K_INDICATOR || kind == TOK_K_CURRENCY;
}

/* The word that rules from this token on. */
static int leader_at(const Token *token, bool first, int leader)
{
    unsigned starts = KEYWORD_STARTS_STMT | KEYWORD_STARTS_ITEM;
    if (first || defines(token->kind) ||
        (token->starts_line && (lexer_keyword_roles(token->kind) & starts)))
        return token->kind;
    return leader;
}

static void add_names(ParseCtx *cx, Span span)
{
    Lexer *lexer = lexer_open(cx->text, span.begin, span.end, NULL, false);
    Token token, before = {0};
    int leader = LEXER_END;
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        leader = leader_at(&token, before.kind == LEXER_END, leader);
        bool follows = defines(before.kind) ||
                       (leader == TOK_IDENT && before.kind == TOK_IDENT) ||
                       (leader == TOK_K_DIMENSION && before.kind == ',') ||
                       (leader == TOK_K_JOIN && before.kind == TOK_K_AS);
        if (follows && is_name(token.kind))
            cx->script->lost_names =
                build_names(cx, cx->script->lost_names, build_name(cx, token.span));
        before = token;
    }
    lexer_close(lexer);
}

/* What it starts with and what comes then. */
static void look_at(ParseCtx *cx, Span span, int kind[2])
{
    Lexer *lexer = lexer_open(cx->text, span.begin, span.end, NULL, false);
    for (size_t i = 0; i < 2; i++) {
        Token token;
        lexer_next(lexer, &token);
        kind[i] = token.kind;
    }
    lexer_close(lexer);
}

void build_lost(ParseCtx *cx, Span error, Span next, bool is_item)
{
    Span span = {error.file, error.begin, next.begin};
    AstScript *script = cx->script;
    int kind[2];
    look_at(cx, span, kind);
    add_names(cx, span);
    if (!is_item)
        script->is_blind |= kind[0] == TOK_K_USE || kind[0] == TOK_K_OPEN ||
                            (kind[0] == TOK_IDENT && kind[1] == TOK_STRING);
    else if (kind[0] != TOK_K_MEASURE && kind[0] != TOK_K_DIMENSION)
        script->lost_items = build_spans(cx, script->lost_items, span);
}
