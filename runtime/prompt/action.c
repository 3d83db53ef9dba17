/* What each command of the prompt does. */
#include "lexer/literal.h"
#include "runtime/base/ascii.h"
#include "runtime/base/civil.h"
#include "runtime/base/suggest.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/module/library.h"
#include "runtime/prompt/help.h"
#include "runtime/prompt/highlight.h"
#include "runtime/prompt/internal.h"
#include "runtime/render/pager.h"
#include "runtime/session/describe.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static unsigned width_of(const Prompt *p)
{
    return p->width ? p->width : terminal_look(STDOUT_FILENO).width;
}

/* Prints what was found, through a pager where it is longer than the screen; what was
   not goes to standard error. */
static bool show(Prompt *p, const StrBuf *sb, bool found)
{
    Terminal terminal = terminal_look(STDOUT_FILENO);
    bool paged = p->interactive && session_settings(p->session)->pager;
    if (found && paged && pager_is_needed(sb, &terminal) && prompt_print(p, "") &&
        pager_show(sb))
        return true;
    if (found)
        return prompt_print(p, sb->text);
    fputs(sb->text, stderr);
    p->status = 1;
    return false;
}

/* The name without backquotes. */
static bool run_describe(Prompt *p, char *name)
{
    const Model *model = session_model(p->session);
    size_t len = strlen(name);
    StrBuf sb;
    bool found = true;
    strbuf_init(&sb);
    if (len > 2 && name[0] == '`' && name[len - 1] == '`') {
        name[len - 1] = '\0';
        name++;
    }
    if (!name[0])
        describe_model(&sb, model, width_of(p));
    else
        found = describe_name(&sb, model, session_diags(p->session)->texts, name,
                              width_of(p));
    bool ok = show(p, &sb, found);
    strbuf_release(&sb);
    return ok;
}

static bool run_doc(Prompt *p, const char *name)
{
    Library library;
    StrBuf sb;
    Doc doc;
    strbuf_init(&sb);
    library_open(&library, session_module_folders(p->session));
    if (!name[0]) {
        size_t n;
        const Doc *all = library_all(&library, &n);
        doc_add_index_text(&sb, all, n, width_of(p));
    } else if (library_read(&library, name, &doc)) {
        doc_add_text(&sb, &doc, width_of(p));
    } else {
        diag_render(&sb, &library.sink, (DiagStyle){.width = width_of(p)});
    }
    bool ok = show(p, &sb, !library.sink.n_error);
    strbuf_release(&sb);
    library_close(&library);
    return ok;
}

/* E0201: what a message means. NULL: no such code. */
static const char *about_code(const char *code)
{
    for (int i = 0; i < DIAG_COUNT; i++) {
        if (ascii_casecmp(diag_code_text((DiagCode)i), code) == 0)
            return diag_code_about((DiagCode)i);
    }
    return NULL;
}

/* A topic, or else a name of the model or the code of a message. */
static bool run_help(Prompt *p, char *topic)
{
    StrBuf sb;
    strbuf_init(&sb);
    bool found = help_print(&sb, topic[0] == '\\' ? topic + 1 : topic, width_of(p));
    bool ok;
    if (!found && about_code(topic))
        ok = prompt_print(p, about_code(topic)) && prompt_print(p, "\n");
    else if (!found && highlight_name(session_model(p->session), topic))
        ok = run_describe(p, topic);
    else
        ok = show(p, &sb, found);
    strbuf_release(&sb);
    return ok;
}

static bool starts_with_word(const char *text, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i < len; i++) {
        if (ascii_lower(text[i]) != word[i])
            return false;
    }
    return !ascii_is_alnum(text[len]) && text[len] != '_';
}

static bool run_explain(Prompt *p, const char *what)
{
    const char *about = about_code(what);
    if (about)
        return prompt_print(p, about) && prompt_print(p, "\n");
    if (!what[0])
        return session_has_question(p->session)
                   ? prompt_explain_last(p)
                   : prompt_complain(p, "there is no question yet: explain show ...");
    bool whole = starts_with_word(what, "show") || starts_with_word(what, "list") ||
                 !what[strcspn(what, " ,\n")];
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_addf(&sb, "explain %s%s", whole ? "" : "show ", what);
    bool ok = prompt_run_statements(p, sb.text);
    strbuf_release(&sb);
    return ok;
}

static bool run_timing(Prompt *p, const char *value)
{
    p->timing = value[0] ? ascii_casecmp(value, "on") == 0 : !p->timing;
    if (p->interactive)
        fprintf(stderr, "timing is %s\n", p->timing ? "on" : "off");
    return true;
}

static bool run_format(Prompt *p, const char *name)
{
    const PromptOptions *o = p->options;
    if (name[0] && o->set_format && o->set_format(o->self, name))
        return true;
    return prompt_complain(p, "formats are table, csv, json and markdown");
}

static bool run_width(Prompt *p, unsigned width)
{
    const PromptOptions *o = p->options;
    p->width = width;
    if (o->set_width)
        o->set_width(o->self, width);
    return true;
}

/* A path with ~/ at its beginning put in full. */
static void add_path(StrBuf *sb, const char *path)
{
    const char *home = getenv("HOME");
    if (path[0] == '~' && path[1] == '/' && home) {
        strbuf_adds(sb, home);
        path++;
    }
    strbuf_adds(sb, path);
}

/* The file model.koers beside the store, where there is one. */
static bool read_model(Prompt *p, const char *store)
{
    const char *slash = strrchr(store, '/');
    StrBuf path;
    strbuf_init(&path);
    if (slash)
        strbuf_add(&path, store, (size_t)(slash - store) + 1);
    strbuf_adds(&path, "model.koers");
    bool there = access(path.text, R_OK) == 0;
    bool ok = !there || prompt_run_file(p, path.text);
    if (there && ok)
        fprintf(stderr, "%s is read\n", path.text);
    strbuf_release(&path);
    return ok;
}

static void adopt(Prompt *p, Session *session)
{
    p->options->adopt(p->options->self, session);
    p->session = session;
}

/* Another store is another session: nothing of the model before fits it. Where it
   cannot be opened, the one before stays. */
static bool change_store(Prompt *p, const char *statement)
{
    Session *before = p->session;
    adopt(p, p->options->renew(p->options->self));
    bool ok = prompt_run_statements(p, statement);
    if (ok) {
        session_free(before);
        return true;
    }
    Session *failed = p->session;
    adopt(p, before);
    session_free(failed);
    return false;
}

/* At a terminal. A script opens its store by a statement. */
static bool run_open(Prompt *p, const char *path)
{
    bool changes =
        p->interactive && p->options->renew && session_model(p->session)->store != NULL;
    StrBuf full, sb;
    strbuf_init(&full);
    strbuf_init(&sb);
    add_path(&full, path);
    strbuf_adds(&sb, "open ");
    literal_add_text(&sb, full.text);
    bool ok = changes ? change_store(p, sb.text) : prompt_run_statements(p, sb.text);
    if (ok && p->interactive && !session_model(p->session)->n_source)
        ok = read_model(p, full.text);
    strbuf_release(&sb);
    strbuf_release(&full);
    return ok;
}

static bool run_include(Prompt *p, const char *path)
{
    StrBuf full;
    strbuf_init(&full);
    add_path(&full, path);
    bool ok = prompt_run_file(p, full.text);
    strbuf_release(&full);
    return ok;
}

static bool run_edit(Prompt *p)
{
    char *text = editor_edit(p, p->last ? p->last : "");
    if (!text)
        return false;
    bool ok = true;
    if (p->last && !strcmp(text, p->last)) {
        fputs("not changed, not run\n", stderr);
    } else if (text[strspn(text, " \t\r\n")]) {
        prompt_print(p, text);
        if (text[strlen(text) - 1] != '\n')
            prompt_print(p, "\n");
        prompt_remember(p, text);
        ok = prompt_run_text(p, text);
    }
    free(text);
    return ok;
}

/* false: interrupted. */
static bool wait_for(const Prompt *p, double seconds)
{
    struct timespec left;
    left.tv_sec = (time_t)seconds;
    left.tv_nsec = (long)((seconds - (double)left.tv_sec) * 1e9);
    while (!*p->options->stop && nanosleep(&left, &left) < 0 && errno == EINTR)
        continue;
    return !*p->options->stop;
}

static void print_moment(Prompt *p, double seconds)
{
    StrBuf sb;
    strbuf_init(&sb);
    civil_print_moment(&sb, civil_now());
    strbuf_addf(&sb, " (every %g s)\n", seconds);
    prompt_print(p, sb.text);
    strbuf_release(&sb);
}

static bool run_watch(Prompt *p, const Command *command, const char *question)
{
    if (!question[0] && !p->last)
        return prompt_complain(p, "there is no question yet: watch 5 show ...");
    const PromptOptions *o = p->options;
    char *text = xstrdup(question[0] ? question : p->last);
    bool ok = true;
    if (o->set_watching)
        o->set_watching(o->self, true);
    do {
        print_moment(p, command->seconds);
        ok = prompt_run_statements(p, text);
    } while (ok && wait_for(p, command->seconds));
    if (o->set_watching)
        o->set_watching(o->self, false);
    if (p->interactive && *p->options->stop)
        *p->options->stop = 0;
    free(p->last);
    p->last = text;
    return ok;
}

static bool run_lesson(Prompt *p, CommandKind kind)
{
    if (!session_is_learning(p->session))
        return prompt_complain(p, "nothing is asked: `learn` begins a lesson");
    return kind == COMMAND_HINT ? prompt_hint(p) : prompt_skip(p);
}

static bool run_good(Prompt *p, const Command *command, char *arg)
{
    switch (command->kind) {
    case COMMAND_HELP:
        return run_help(p, arg);
    case COMMAND_DESCRIBE:
        return run_describe(p, arg);
    case COMMAND_DOC:
        return run_doc(p, arg);
    case COMMAND_EXPLAIN:
        return run_explain(p, arg);
    case COMMAND_TIMING:
        return run_timing(p, arg);
    case COMMAND_FORMAT:
        return run_format(p, arg);
    case COMMAND_WIDTH:
        return run_width(p, command->width);
    case COMMAND_OPEN:
        return run_open(p, arg);
    case COMMAND_INCLUDE:
        return run_include(p, arg);
    case COMMAND_EDIT:
        return run_edit(p);
    case COMMAND_WATCH:
        return run_watch(p, command, arg);
    case COMMAND_HINT:
    case COMMAND_SKIP:
        return run_lesson(p, command->kind);
    case COMMAND_CLEAR:
        return !p->terminal.tty || prompt_print(p, "\033[H\033[2J");
    case COMMAND_QUIT:
        p->done = true;
        return true;
    }
    UNREACHABLE("command");
}

static bool report_unknown(Prompt *p, const Command *command)
{
    Suggest near;
    StrBuf sb;
    char *word = xstrndup(command->word, command->word_len);
    strbuf_init(&sb);
    suggest_init(&near, word);
    for (size_t i = 0; command->word_len > 1 && command_name_at(i, NULL, NULL); i++)
        suggest_offer(&near, command_name_at(i, NULL, NULL));
    strbuf_adds(&sb, "there is no command `");
    utf8_add_visible(&sb, word, strlen(word));
    strbuf_addc(&sb, '`');
    for (size_t i = 0; i < near.count; i++)
        strbuf_addf(&sb, "%s`%s`", i ? " or " : "; did you mean ", near.found[i]);
    strbuf_adds(&sb, near.count ? "?" : "; `help commands` lists them");
    bool res = prompt_complain(p, "%s", sb.text);
    strbuf_release(&sb);
    free(word);
    return res;
}

bool action_run(Prompt *p, const Command *command)
{
    if (command->status == COMMAND_UNKNOWN)
        return report_unknown(p, command);
    if (command->status == COMMAND_BAD_ARGUMENT)
        return prompt_complain(p, "usage: %s", command_usage(command->kind));
    char *arg = xstrndup(command->arg, command->arg_len);
    bool ok = run_good(p, command, arg);
    free(arg);
    return ok;
}
