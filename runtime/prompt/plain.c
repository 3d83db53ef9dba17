/* The reader without editing: for input that is no terminal and for terminals that
   cannot do more. Lines are gathered until they make a whole text. What comes from a
   pipe reads like a script: a line that begins with a clause belongs to the text before
   it, and definitions may refer to later ones. */
#include "lexer/lexer.h"
#include "runtime/base/ascii.h"
#include "runtime/prompt/internal.h"
#include "runtime/prompt/screen.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

enum { STATUS_INTERRUPTED = 130 };

typedef struct {
    Prompt *p;
    StrBuf text;
    StrBuf pending;  /* definitions that wait for what they may refer to */
    ParseResult why; /* the text is not whole */
    bool held;       /* the text is whole, the next line may still belong to it */
    unsigned n_line; /* read so far */
    unsigned text_before, pending_before; /* lines before either */
    char *line;
    size_t cap;
} Plain;

static char reason_of(const ParseResult *why)
{
    switch (why->reason) {
    case PARSE_REASON_TEXT:
        return '"';
    case PARSE_REASON_COMMENT:
        return '*';
    case PARSE_REASON_BRACKET:
        return why->bracket;
    case PARSE_REASON_MORE:
    case PARSE_REASON_NONE:
        break;
    }
    return ' ';
}

static void print_prompt(const Plain *r)
{
    StrBuf sb;
    if (!r->p->interactive)
        return;
    strbuf_init(&sb);
    if (r->text.len)
        screen_add_continuation(&sb, reason_of(&r->why), 0);
    else
        strbuf_adds(&sb, "koers> ");
    fputs(sb.text, stdout);
    fflush(stdout);
    strbuf_release(&sb);
}

/* Can the line end what was open? Spares parsing a long text anew at each line. */
static bool may_close(const Plain *r, const char *line)
{
    switch (r->why.reason) {
    case PARSE_REASON_TEXT:
        return strpbrk(line, "\"'`") != NULL;
    case PARSE_REASON_COMMENT:
        return strstr(line, "*/") != NULL;
    case PARSE_REASON_BRACKET:
        return strpbrk(line, ")]};") != NULL;
    case PARSE_REASON_MORE:
    case PARSE_REASON_NONE:
        break;
    }
    return true;
}

/* An empty line ends a text at a terminal; what is wrong with it is then said. */
static bool gives_up(const Plain *r, const char *line)
{
    return r->p->interactive && r->text.len && line[strspn(line, " \t\r\n")] == '\0';
}

static void forget(Plain *r)
{
    strbuf_reset(&r->text);
    memset(&r->why, 0, sizeof r->why);
    r->held = false;
}

static bool prints_nothing(AstStmtKind kind)
{
    return kind == AST_STMT_OPEN || kind == AST_STMT_USE || kind == AST_STMT_SET ||
           kind == AST_STMT_LET_VALUE || kind == AST_STMT_SOURCE ||
           kind == AST_STMT_MEASURE || kind == AST_STMT_DIMENSION ||
           kind == AST_STMT_LET_FUNCTION || kind == AST_STMT_REPORT ||
           kind == AST_STMT_PROFILE || kind == AST_STMT_LESSON;
}

/* Definitions may stand in any order: those of a pipe are kept together until
   something else comes. */
static bool may_wait(const Plain *r)
{
    if (r->p->interactive || r->why.status != PARSE_OK || !r->why.script)
        return false;
    const AstStmts *stmts = &r->why.script->stmts;
    for (size_t i = 0; i < stmts->count; i++) {
        if (!prints_nothing(stmts->item[i]->kind))
            return false;
    }
    return true;
}

static bool run_pending(Plain *r)
{
    r->p->lines_before = r->pending_before;
    bool ok = !r->pending.len || prompt_run_statements(r->p, r->pending.text);
    strbuf_reset(&r->pending);
    return ok;
}

/* false: the loop ends. */
static bool run(Plain *r)
{
    Prompt *p = r->p;
    while (r->text.len && r->text.text[r->text.len - 1] == '\n')
        strbuf_truncate(&r->text, r->text.len - 1);
    bool ok = run_pending(r);
    p->lines_before = r->text_before;
    ok = ok && prompt_run_text(p, r->text.text);
    p->lines_before = 0;
    forget(r);
    return !p->done && (ok || p->interactive);
}

/* The text is whole. */
static bool take_text(Plain *r)
{
    if (!may_wait(r))
        return run(r);
    if (!r->pending.len)
        r->pending_before = r->text_before;
    strbuf_add(&r->pending, r->text.text, r->text.len);
    forget(r);
    return true;
}

/* Does the line go on with what is before it? Empty lines and comments do. */
static bool continues(char *line, size_t len)
{
    SourceText source = {.text = line, .len = len};
    Lexer *lexer = lexer_open(&source, 0, (uint32_t)len, NULL, false);
    Token token;
    lexer_next(lexer, &token);
    TokenClass cls = lexer_token_class(token.kind);
    lexer_close(lexer);
    if (cls == TOKEN_CLASS_END ||
        lexer_keyword_roles(token.kind) & KEYWORD_STARTS_CLAUSE)
        return true;
    if (cls == TOKEN_CLASS_OPERATOR)
        return !strchr("(-\\.?", line[token.span.begin]);
    const char *word =
        cls == TOKEN_CLASS_KEYWORD ? lexer_keyword_text(token.kind) : NULL;
    return word && (!strcmp(word, "as") || !strcmp(word, "and") || !strcmp(word, "or"));
}

static bool is_whole(Plain *r)
{
    return prompt_is_whole(r->p, r->text.text, r->text.len, &r->why);
}

/* The text is whole and a line follows. true: the line was added to it; else it is
   run and the line begins a new text. *going is false when the loop ends. */
static bool goes_on(Plain *r, size_t len, bool *going)
{
    size_t before = r->text.len;
    *going = true;
    if (continues(r->line, len)) {
        strbuf_add(&r->text, r->line, len);
        r->held = is_whole(r) && r->why.status == PARSE_OK;
        if (r->held || r->why.status == PARSE_INCOMPLETE)
            return true;
        strbuf_truncate(&r->text, before); /* a second `by`: it refines the answer */
        is_whole(r);
    }
    *going = take_text(r);
    return false;
}

static bool add_line(Plain *r, size_t len)
{
    bool last = gives_up(r, r->line);
    bool closes = r->text.len == 0 || may_close(r, r->line);
    if (!r->text.len && !r->p->interactive)
        r->text_before = r->n_line - 1;
    strbuf_add(&r->text, r->line, len);
    last = last || r->text.len > SOURCE_TEXT_MAX;
    if (!last && !(closes && is_whole(r)))
        return true;
    r->held = !last && !r->p->interactive && r->why.script && r->why.status == PARSE_OK;
    return r->held || run(r);
}

static bool take_line(Plain *r, size_t len)
{
    bool going = true;
    if (memchr(r->line, '\0', len)) {
        prompt_complain(r->p, "the input holds a zero byte");
        forget(r);
        return r->p->interactive;
    }
    if (r->held && goes_on(r, len, &going))
        return true;
    return going && add_line(r, len);
}

/* A read that failed: the end, or Ctrl-C; true: reading goes on. */
static bool was_interrupted(Plain *r)
{
    volatile sig_atomic_t *stop = r->p->options->stop;
    if (!*stop || feof(stdin))
        return false;
    if (!r->p->interactive) {
        r->p->status = STATUS_INTERRUPTED;
        forget(r);
        return false;
    }
    *stop = 0;
    clearerr(stdin);
    forget(r);
    fputs("\n", stdout);
    return true;
}

void plain_loop(Prompt *p)
{
    Plain r = {.p = p};
    bool going = true;
    strbuf_init(&r.text);
    strbuf_init(&r.pending);
    while (going) {
        print_prompt(&r);
        errno = 0;
        ssize_t len = getline(&r.line, &r.cap, stdin);
        r.n_line++;
        if (len >= 0)
            going = take_line(&r, (size_t)len);
        else if (!was_interrupted(&r))
            break;
    }
    if (going && r.held)
        going = take_text(&r);
    if (going)
        run(&r);
    if (going && p->interactive)
        fputs("\n", stdout);
    free(r.line);
    strbuf_release(&r.text);
    strbuf_release(&r.pending);
}
