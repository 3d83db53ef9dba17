/* koers describe STORE|FILE [NAME]: what there is to ask over a model: that of a
   script, or model.koers beside the store. Nothing is run. */
#include "runtime/cli/cli.h"

#include "runtime/cli/interrupt.h"
#include "runtime/cli/modules.h"
#include "runtime/render/terminal.h"
#include "runtime/session/describe.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool cli_is_script(const char *path)
{
    const char *dot = strrchr(path, '.');
    return !strcmp(path, "-") || (dot && !strcmp(dot, ".koers"));
}

static SessionStatus read_model(Session *session, const CliOptions *o)
{
    if (cli_is_script(o->arg[0]))
        return session_run_file(session, o->arg[0]);
    CliOptions with_store = *o;
    with_store.store = o->arg[0];
    SessionStatus status = cli_load_model(session, &with_store);
    if (status != SESSION_OK)
        return status;
    return session_run_text(session, "<describe>", "", 0, PARSE_SCRIPT);
}

static int say_nothing_there(const CliOptions *o)
{
    bool script = cli_is_script(o->arg[0]);
    fprintf(stderr, "koers: %s: nothing is defined%s%s%s\n", o->arg[0],
            script ? "" : "; `koers init ", script ? "" : o->arg[0],
            script ? "" : "` writes a first model");
    return EXIT_SCRIPT;
}

static int describe(Session *session, const CliOptions *o)
{
    StrBuf sb;
    const Model *model = session_model(session);
    bool found = true;
    if (!model->n_source && !model->n_measure && !model->n_report)
        return say_nothing_there(o);
    unsigned width = terminal_look(STDOUT_FILENO).width;
    strbuf_init(&sb);
    if (o->n_arg == 1)
        describe_model(&sb, model, width);
    else
        found =
            describe_name(&sb, model, session_diags(session)->texts, o->arg[1], width);
    int res = EXIT_SCRIPT;
    if (found)
        res = cli_print_text(&sb) ? EXIT_FINE : EXIT_OUTPUT;
    else
        fputs(sb.text, stderr);
    strbuf_release(&sb);
    return res;
}

int cli_describe(const CliOptions *o)
{
    if (o->n_arg > 2) {
        fputs("koers: usage: koers describe STORE|FILE [NAME]\n", stderr);
        return EXIT_USAGE;
    }
    Arena *arena = arena_new();
    SessionOptions options = {.store = cli_is_script(o->arg[0]) ? NULL : o->arg[0],
                              .modules = modules_folders(arena),
                              .has_today = o->has_today,
                              .today = o->today,
                              .check_only = true,
                              .stop = interrupt_flag()};
    Session *session = session_new(&options);
    SessionStatus status = read_model(session, o);
    cli_print_diags(session_diags(session));
    int res = status == SESSION_OK ? describe(session, o) : cli_exit_status(status);
    session_free(session);
    arena_free(arena);
    return res;
}
