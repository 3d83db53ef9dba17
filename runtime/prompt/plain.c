/* The reader without editing: for input that is no terminal and for terminals that
   cannot do more. Lines are gathered until they make a whole text. */
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
    ParseResult why; /* the text is not whole */
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
}

/* false: the loop ends. */
static bool run(Plain *r)
{
    Prompt *p = r->p;
    while (r->text.len && r->text.text[r->text.len - 1] == '\n')
        strbuf_truncate(&r->text, r->text.len - 1);
    bool ok = prompt_run_text(p, r->text.text);
    forget(r);
    return !p->done && (ok || p->interactive);
}

static bool take_line(Plain *r, size_t len)
{
    if (memchr(r->line, '\0', len)) {
        prompt_complain(r->p, "the input holds a zero byte");
        forget(r);
        return r->p->interactive;
    }
    bool last = gives_up(r, r->line);
    bool closes = r->text.len == 0 || may_close(r, r->line);
    strbuf_add(&r->text, r->line, len);
    if (r->text.len > SOURCE_TEXT_MAX)
        last = true;
    if (!last &&
        (!closes || !prompt_is_whole(r->p, r->text.text, r->text.len, &r->why)))
        return true;
    return run(r);
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
    while (going) {
        print_prompt(&r);
        errno = 0;
        ssize_t len = getline(&r.line, &r.cap, stdin);
        if (len >= 0)
            going = take_line(&r, (size_t)len);
        else if (!was_interrupted(&r))
            break;
    }
    if (going && r.text.len)
        run(&r);
    if (going && p->interactive)
        fputs("\n", stdout);
    free(r.line);
    strbuf_release(&r.text);
}
