/* `koers [STORE]`: a session behind the prompt, whose commands change how its answers
   are printed. */
#include "runtime/cli/cli.h"

#include "runtime/cli/interrupt.h"
#include "runtime/cli/modules.h"
#include "runtime/cli/output.h"
#include "runtime/learn/progress.h"
#include "runtime/prompt/prompt.h"

#include <stdio.h>
#include <unistd.h>

/* What the callbacks of the prompt work on. */
typedef struct {
    CliOutput output;
    SessionOptions options;
} Prompted;

static bool flush(void *self)
{
    CliOutput *output = &((Prompted *)self)->output;
    return sink_flush(&output->sink);
}

static bool set_format(void *self, const char *name)
{
    CliOutput *output = &((Prompted *)self)->output;
    DocumentStyle style = output->document.style;
    if (!document_format_find(name, &style.format) ||
        document_format_is_whole(style.format))
        return false;
    document_end(&output->document);
    document_begin(&output->document, &output->sink, &style);
    return true;
}

static void set_width(void *self, unsigned width)
{
    CliOutput *output = &((Prompted *)self)->output;
    output->width = width;
}

static void set_watching(void *self, bool watching)
{
    CliOutput *output = &((Prompted *)self)->output;
    output->no_pager = watching;
}

/* Whoever is asked as stays that. */
static Session *renew(void *self)
{
    SessionOptions options = ((Prompted *)self)->options;
    options.person = session_person(((Prompted *)self)->output.session);
    options.store = NULL;
    Session *session = session_new(&options);
    session_guard(session);
    return session;
}

static void adopt(void *self, Session *session)
{
    ((Prompted *)self)->output.session = session;
}

int cli_prompt(const CliOptions *o)
{
    return cli_prompt_from(o, NULL);
}

int cli_prompt_from(const CliOptions *o, const char *begin)
{
    if (document_format_is_whole(o->format) && isatty(STDIN_FILENO)) {
        fputs("koers: html and svg are written as a whole: use `koers run`, `-c`, or "
              "`run R() to \"x.html\"` at the prompt\n",
              stderr);
        return EXIT_USAGE;
    }
    Prompted prompted;
    CliOutput *output = &prompted.output;
    cli_output_init(output, o);
    Arena *arena = arena_new();
    StrBuf progress;
    strbuf_init(&progress);
    bool keeps = progress_path(&progress);
    prompted.options = (SessionOptions){.store = o->store,
                                        .modules = modules_folders(arena),
                                        .has_today = o->has_today,
                                        .today = o->today,
                                        .person = o->person,
                                        .logs = true,
                                        .keeps = true,
                                        .stop = interrupt_flag(),
                                        .progress = keeps ? progress.text : NULL,
                                        .output = cli_output_callbacks(output)};
    Session *session = session_new(&prompted.options);
    output->session = session;
    PromptOptions prompt = {.stop = interrupt_flag(),
                            .flush = flush,
                            .set_format = set_format,
                            .set_width = set_width,
                            .set_watching = set_watching,
                            .renew = renew,
                            .adopt = adopt,
                            .self = &prompted,
                            .begin = begin,
                            .version = KOERS_VERSION};
    if (cli_load_model(session, o) != SESSION_OK)
        cli_print_diags(session_diags(session));
    session_guard(session);
    int res = prompt_run(session, &prompt);
    if (!cli_output_finish(output) && res == EXIT_FINE)
        res = EXIT_OUTPUT;
    if (res == EXIT_FINE && cli_is_alarmed(output->session, o))
        res = EXIT_ALARM;
    session_free(output->session);
    strbuf_release(&progress);
    arena_free(arena);
    return res;
}
