/* Highlighting from the scanner's tokens. A word of the language that the model also
   knows as a name is coloured as the name, for that is what it mostly is then. */
#include "runtime/prompt/highlight.h"

#include "lexer/lexer.h"
#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"
#include "runtime/prompt/command.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 128, BRACKET_MAX = 256 };

typedef struct {
    Highlight *h;
    const char *text;
    size_t len, point;
    const Model *model;
    uint32_t done; /* lines before this byte have their reason */
    uint32_t open[BRACKET_MAX];
    size_t n_open; /* may be more than fit */
    uint32_t match[2];
    bool matched;
} Walk;

void highlight_release(Highlight *h)
{
    free(h->span);
    free(h->reason);
    memset(h, 0, sizeof *h);
}

static bool names_dim(const Model *model, const char *name)
{
    if (model_find_dim(model, name))
        return true;
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *s = model->source[i];
        if (source_find_dim(s, name) || source_find_axis(s, name) ||
            source_find_join(s, name))
            return true;
    }
    return false;
}

NameKind highlight_name(const Model *model, const char *name)
{
    if (model_find_measure(model, name))
        return NAME_MEASURE;
    if (names_dim(model, name))
        return NAME_DIMENSION;
    return model_find_source(model, name) ? NAME_SOURCE : NAME_UNKNOWN;
}

static void add_span(Highlight *h, uint32_t begin, uint32_t end, HighlightKind kind)
{
    if (kind == HIGHLIGHT_PLAIN || begin >= end)
        return;
    XGROW(h->span, h->cap_span, h->n_span + 1);
    h->span[h->n_span++] = (HighlightSpan){begin, end, kind};
}

static void add_reason(Highlight *h, char reason)
{
    XGROW(h->reason, h->cap_reason, h->n_reason + 1);
    h->reason[h->n_reason++] = reason;
}

static char bracket_reason(const Walk *w)
{
    if (!w->n_open)
        return ' ';
    size_t top = w->n_open < BRACKET_MAX ? w->n_open : BRACKET_MAX;
    return w->text[w->open[top - 1]];
}

/* Gives the line ends in text[done, end) their reason. */
static void pass_lines(Walk *w, uint32_t end, char reason)
{
    for (; w->done < end; w->done++) {
        if (w->text[w->done] == '\n')
            add_reason(w->h, reason);
    }
}

static HighlightKind kind_of_name(const Walk *w, Span span, HighlightKind other)
{
    char name[NAME_SIZE];
    size_t len = span.end - span.begin;
    const char *at = w->text + span.begin;
    if (!w->model)
        return other;
    if (len > 2 && at[0] == '`' && at[len - 1] == '`') {
        at++;
        len -= 2;
    }
    if (len >= sizeof name)
        return other;
    memcpy(name, at, len);
    name[len] = '\0';
    switch (highlight_name(w->model, name)) {
    case NAME_MEASURE:
        return HIGHLIGHT_MEASURE;
    case NAME_DIMENSION:
    case NAME_SOURCE:
        return HIGHLIGHT_DIMENSION;
    case NAME_UNKNOWN:
        break;
    }
    return other;
}

/* An error token that begins like a text or comment is one that is not yet closed. */
static HighlightKind kind_of_error(const Walk *w, Span span)
{
    char c = w->text[span.begin];
    if (c == '"' || c == '\'')
        return HIGHLIGHT_TEXT;
    if (c == '/' && span.begin + 1 < span.end && w->text[span.begin + 1] == '*')
        return HIGHLIGHT_COMMENT;
    return HIGHLIGHT_ERROR;
}

static HighlightKind kind_of(const Walk *w, const Token *token)
{
    switch (lexer_token_class(token->kind)) {
    case TOKEN_CLASS_KEYWORD:
        return HIGHLIGHT_KEYWORD;
    case TOKEN_CLASS_WORD:
        return kind_of_name(w, token->span, HIGHLIGHT_KEYWORD);
    case TOKEN_CLASS_UNIT:
        return kind_of_name(w, token->span, HIGHLIGHT_UNIT);
    case TOKEN_CLASS_NAME:
        return kind_of_name(w, token->span, HIGHLIGHT_PLAIN);
    case TOKEN_CLASS_NUMBER:
        return HIGHLIGHT_NUMBER;
    case TOKEN_CLASS_TEXT:
        return HIGHLIGHT_TEXT;
    case TOKEN_CLASS_PARAMETER:
        return HIGHLIGHT_PARAMETER;
    case TOKEN_CLASS_COMMENT:
        return HIGHLIGHT_COMMENT;
    case TOKEN_CLASS_ERROR:
        return kind_of_error(w, token->span);
    case TOKEN_CLASS_OPERATOR:
    case TOKEN_CLASS_END:
        break;
    }
    return HIGHLIGHT_PLAIN;
}

static void note_match(Walk *w, uint32_t open, uint32_t close)
{
    bool at = open == w->point || close == w->point || open + 1 == w->point ||
              close + 1 == w->point;
    if (at && !w->matched) {
        w->matched = true;
        w->match[0] = open;
        w->match[1] = close;
    }
}

static void track_bracket(Walk *w, const Token *token)
{
    uint32_t at = token->span.begin;
    char c = token->span.end == at + 1 ? w->text[at] : ' ';
    if (c == '(' || c == '[' || c == '{') {
        if (w->n_open < BRACKET_MAX)
            w->open[w->n_open] = at;
        w->n_open++;
    } else if ((c == ')' || c == ']' || c == '}') && w->n_open) {
        w->n_open--;
        if (w->n_open < BRACKET_MAX)
            note_match(w, w->open[w->n_open], at);
    }
}

static void take_token(Walk *w, const Token *token)
{
    HighlightKind kind = kind_of(w, token);
    pass_lines(w, token->span.begin, bracket_reason(w));
    char inside = kind == HIGHLIGHT_TEXT      ? '"'
                  : kind == HIGHLIGHT_COMMENT ? '*'
                                              : bracket_reason(w);
    pass_lines(w, token->span.end, inside);
    if (lexer_token_class(token->kind) == TOKEN_CLASS_OPERATOR)
        track_bracket(w, token);
    add_span(w->h, token->span.begin, token->span.end, kind);
}

static int compare_spans(const void *a, const void *b)
{
    const HighlightSpan *x = a, *y = b;
    return (x->begin > y->begin) - (x->begin < y->begin);
}

static void add_match(Walk *w)
{
    if (!w->matched)
        return;
    for (int i = 0; i < 2; i++)
        add_span(w->h, w->match[i], w->match[i] + 1, HIGHLIGHT_MATCH);
    qsort(w->h->span, w->h->n_span, sizeof *w->h->span, compare_spans);
}

/* The word of a command; returns where its argument begins. */
static uint32_t take_command(Highlight *h, const char *text, size_t len)
{
    Command c = command_parse(text, len);
    if (c.status == COMMAND_NONE || !c.word)
        return 0;
    uint32_t begin = (uint32_t)(c.word - text), end = begin + (uint32_t)c.word_len;
    bool bad = c.status == COMMAND_UNKNOWN;
    add_span(h, c.escaped ? begin - 1 : begin, end,
             bad ? HIGHLIGHT_ERROR : HIGHLIGHT_COMMAND);
    if (c.kind == COMMAND_EXPLAIN || c.kind == COMMAND_WATCH ||
        c.kind == COMMAND_DESCRIBE)
        return end;
    return (uint32_t)len;
}

void highlight_text(Highlight *h, const char *text, size_t len, size_t point,
                    const Model *model)
{
    SourceText source = {.len = len};
    Walk w = {.h = h, .text = text, .len = len, .point = point, .model = model};
    h->n_span = h->n_reason = 0;
    uint32_t begin = take_command(h, text, len);
    char *copy = xstrndup(text, len);
    source.text = copy;
    Lexer *lexer = lexer_open(&source, begin, (uint32_t)len, NULL, true);
    Token token;
    for (lexer_next(lexer, &token); token.kind != LEXER_END; lexer_next(lexer, &token))
        take_token(&w, &token);
    lexer_close(lexer);
    pass_lines(&w, (uint32_t)len, bracket_reason(&w));
    add_match(&w);
    free(copy);
}
