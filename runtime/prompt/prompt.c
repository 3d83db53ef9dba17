/* One text after the other: what is a command, what the session runs, what is said
   about it. */
#include "runtime/prompt/prompt.h"

#include "runtime/base/xalloc.h"
#include "runtime/prompt/highlight.h"
#include "runtime/prompt/history.h"
#include "runtime/prompt/internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    STATUS_SCRIPT = 1,
    STATUS_STORE = 4,
    STATUS_OUTPUT = 5,
};

static int status_of(SessionStatus status)
{
    switch (status) {
    case SESSION_OK:
        return 0;
    case SESSION_SCRIPT_ERROR:
        return STATUS_SCRIPT;
    case SESSION_STORE_ERROR:
        return STATUS_STORE;
    case SESSION_OUTPUT_ERROR:
        return STATUS_OUTPUT;
    }
    UNREACHABLE("session status");
}

bool prompt_complain(Prompt *p, const char *format, ...)
{
    StrBuf sb;
    va_list args;
    strbuf_init(&sb);
    va_start(args, format);
    strbuf_vaddf(&sb, format, args);
    va_end(args);
    fprintf(stderr, "%s\n", sb.text);
    strbuf_release(&sb);
    p->status = STATUS_SCRIPT;
    return false;
}

static bool flush(Prompt *p)
{
    const PromptOptions *o = p->options;
    bool ok = !o->flush || o->flush(o->self);
    ok = fflush(stdout) == 0 && ok;
    if (!ok)
        p->status = STATUS_OUTPUT;
    return ok;
}

bool prompt_print(Prompt *p, const char *text)
{
    bool ok = flush(p);
    return (fputs(text, stdout) >= 0 && flush(p)) && ok;
}

static void print_diags(const Prompt *p)
{
    StrBuf sb;
    Terminal terminal = terminal_look(STDERR_FILENO);
    DiagStyle style = {.colour = terminal.colour, .width = terminal.width};
    strbuf_init(&sb);
    diag_render(&sb, session_diags(p->session), style);
    fputs(sb.text, stderr);
    strbuf_release(&sb);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void print_time(double seconds)
{
    if (seconds < 1)
        fprintf(stderr, "%.1f ms\n", seconds * 1000);
    else
        fprintf(stderr, "%.2f s\n", seconds);
}

/* Says what happened to a text that the session ran since `start`. */
static bool finish_run(Prompt *p, SessionStatus status, double start)
{
    double end = seconds_now();
    bool written = flush(p);
    print_diags(p);
    if (*p->options->stop && p->interactive)
        fputs("stopped\n", stderr);
    if (p->timing)
        print_time(end - start);
    if (status != SESSION_OK)
        p->status = status_of(status);
    return status == SESSION_OK && written;
}

bool prompt_run_statements(Prompt *p, const char *text)
{
    double start = seconds_now();
    const char *name = p->interactive ? "<prompt>" : "<stdin>";
    session_set_lines_before(p->session, p->lines_before);
    SessionStatus status =
        session_run_text(p->session, name, text, strlen(text), PARSE_PROMPT);
    return finish_run(p, status, start);
}

bool prompt_explain_last(Prompt *p)
{
    double start = seconds_now();
    return finish_run(p, session_explain_last(p->session), start);
}

bool prompt_hint(Prompt *p)
{
    double start = seconds_now();
    return finish_run(p, session_hint(p->session), start);
}

bool prompt_skip(Prompt *p)
{
    double start = seconds_now();
    return finish_run(p, session_skip(p->session), start);
}

bool prompt_run_file(Prompt *p, const char *path)
{
    double start = seconds_now();
    return finish_run(p, session_run_file(p->session, path), start);
}

/* A word that the model knows is a question, unless a `\` says otherwise. */
static Command command_of(const Prompt *p, const char *text, size_t len)
{
    Command command = command_parse(text, len);
    bool opens = command.status == COMMAND_NONE && command.kind == COMMAND_OPEN;
    if (opens && p->interactive && command.arg_len)
        command.status = COMMAND_GOOD; /* `open "file.db"`, a statement elsewhere */
    if (command.status != COMMAND_GOOD || command.escaped)
        return command;
    char *word = xstrndup(command.word, command.word_len);
    NameKind kind = highlight_name(session_model(p->session), word);
    if (kind == NAME_MEASURE || kind == NAME_DIMENSION)
        command.status = COMMAND_NONE;
    free(word);
    return command;
}

static void keep_last(Prompt *p, const char *text)
{
    free(p->last);
    p->last = xstrdup(text);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n;")] == '\0';
}

bool prompt_run_text(Prompt *p, const char *text)
{
    if (is_blank(text))
        return true;
    if (p->interactive)
        *p->options->stop = 0;
    Command command = command_of(p, text, strlen(text));
    if (command.status != COMMAND_NONE)
        return action_run(p, &command);
    keep_last(p, text);
    return prompt_run_statements(p, text);
}

bool prompt_is_whole(Prompt *p, const char *text, size_t len, ParseResult *result)
{
    Command command = command_of(p, text, len);
    memset(result, 0, sizeof *result);
    if (command.status == COMMAND_GOOD && command.kind == COMMAND_WATCH) {
        text = command.arg;
        len = command.arg_len;
    } else if (command.status != COMMAND_NONE &&
               (command.kind != COMMAND_EXPLAIN || !command.arg_len)) {
        return true;
    } else if (command.status != COMMAND_NONE && command.escaped) {
        text = command.arg;
        len = command.arg_len;
    }
    *result = session_probe(p->session, text, len);
    return result->status != PARSE_INCOMPLETE;
}

bool prompt_remember(Prompt *p, const char *text)
{
    if (is_blank(text) || !history_wants(text, p->entry))
        return false;
    free(p->entry);
    p->entry = xstrdup(text);
    if (p->history.len)
        history_append(p->history.text, (int64_t)time(NULL), text);
    return true;
}

static bool can_edit(void)
{
    const char *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

static void greet(Prompt *p)
{
    if (p->options->version)
        fprintf(stdout,
                "Koers %s. `describe` lists what there is to ask, `help` helps.\n",
                p->options->version);
    fflush(stdout);
}

int prompt_run(Session *session, const PromptOptions *options)
{
    Prompt p = {.session = session,
                .options = options,
                .terminal = terminal_look(STDOUT_FILENO),
                .interactive = isatty(STDIN_FILENO) == 1};
    strbuf_init(&p.history);
    if (p.interactive)
        greet(&p);
    bool begun = !options->begin || prompt_run_statements(&p, options->begin);
    if (!begun && !p.interactive) {
        strbuf_release(&p.history);
        return p.status;
    }
    if (p.interactive && can_edit()) {
        history_path(&p.history);
        line_loop(&p);
    } else {
        plain_loop(&p);
    }
    strbuf_release(&p.history);
    free(p.last);
    free(p.entry);
    return p.interactive ? 0 : p.status;
}
