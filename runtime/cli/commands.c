/* run, check, -c and --dump. */
#include "runtime/cli/cli.h"

#include "lexer/lexer.h"
#include "parser/ast_dump.h"
#include "runtime/base/xalloc.h"
#include "runtime/cli/interrupt.h"
#include "runtime/cli/modules.h"
#include "runtime/cli/output.h"
#include "runtime/cli/reading.h"
#include "runtime/diag/source_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Columns of a source line in a message: a line of a megabyte is not repeated. */
enum { LINE_MAX_SHOWN = 160 };

void cli_print_diags(const DiagSink *sink)
{
    StrBuf sb;
    const char *no_colour = getenv("NO_COLOR");
    DiagStyle style = {.colour = isatty(STDERR_FILENO) && !(no_colour && *no_colour),
                       .width = LINE_MAX_SHOWN};
    strbuf_init(&sb);
    diag_render(&sb, sink, style);
    fwrite(sb.text, 1, sb.len, stderr);
    strbuf_release(&sb);
}

int cli_exit_status(SessionStatus status)
{
    switch (status) {
    case SESSION_OK:
        return EXIT_FINE;
    case SESSION_SCRIPT_ERROR:
        return EXIT_SCRIPT;
    case SESSION_STORE_ERROR:
        return EXIT_STORE;
    case SESSION_OUTPUT_ERROR:
        return EXIT_OUTPUT;
    }
    UNREACHABLE("session status");
}

typedef struct {
    const CliOptions *options;
    const char *file; /* NULL: text */
    const char *name;
    const char *text;
    size_t len;
    bool check_only;
} Job;

/* name=value arguments behind the file. */
static bool set_variables(Session *session, const CliOptions *o)
{
    for (int i = 1; i < o->n_arg && o->command; i++) {
        const char *equals = strchr(o->arg[i], '=');
        if (!equals || equals == o->arg[i] || !equals[1]) {
            fprintf(stderr, "koers: expected name=value, found `%s`\n", o->arg[i]);
            return false;
        }
        char *name = xstrndup(o->arg[i], (size_t)(equals - o->arg[i]));
        session_set(session, name, equals + 1);
        free(name);
    }
    return true;
}

bool cli_is_alarmed(const Session *session, const CliOptions *o)
{
    return (o->fail_on_alarm && session_alarms(session)) ||
           (o->fail_on_warn && session_warnings(session));
}

static int finish(Session *session, CliOutput *output, SessionStatus status,
                  const CliOptions *o)
{
    bool written = cli_output_finish(output);
    cli_print_diags(session_diags(session));
    if (status == SESSION_OK && !written)
        return EXIT_OUTPUT;
    if (status == SESSION_OK && cli_is_alarmed(session, o))
        return EXIT_ALARM;
    return cli_exit_status(status);
}

SessionStatus cli_load_model(Session *session, const CliOptions *o)
{
    static const char name[] = "model.koers";
    const char *slash = o->store ? strrchr(o->store, '/') : NULL;
    StrBuf path;
    strbuf_init(&path);
    if (slash)
        strbuf_add(&path, o->store, (size_t)(slash - o->store) + 1);
    strbuf_adds(&path, name);
    SessionStatus status = SESSION_OK;
    if (o->store && access(path.text, R_OK) == 0)
        status = session_run_file(session, path.text);
    strbuf_release(&path);
    return status;
}

static SessionStatus run_in(Session *session, const Job *job)
{
    SessionStatus status = cli_load_model(session, job->options);
    if (status != SESSION_OK)
        return status;
    session_expect_given(session);
    if (job->file)
        return session_run_file(session, job->file);
    session_guard(session);
    return session_run_text(session, job->name, job->text, job->len, PARSE_SCRIPT);
}

static SessionDump dump_of(const CliOptions *o)
{
    if (!o->dump)
        return SESSION_DUMP_NONE;
    if (!strcmp(o->dump, "question"))
        return SESSION_DUMP_QUESTION;
    return strcmp(o->dump, "sql") != 0 ? SESSION_DUMP_PLAN : SESSION_DUMP_SQL;
}

static int run_job(const Job *job)
{
    const CliOptions *o = job->options;
    CliOutput output;
    cli_output_init(&output, o);
    Arena *arena = arena_new();
    SessionOptions options = {.store = o->store,
                              .modules = modules_folders(arena),
                              .has_today = o->has_today,
                              .today = o->today,
                              .person = o->person,
                              .logs = cli_has_reader(o),
                              .keeps = true,
                              .check_only = job->check_only,
                              .dump = dump_of(o),
                              .stop = interrupt_flag(),
                              .output = cli_output_callbacks(&output)};
    Session *session = session_new(&options);
    output.session = session;
    int res = EXIT_USAGE;
    if (set_variables(session, o))
        res = finish(session, &output, run_in(session, job), o);
    else
        cli_output_finish(&output);
    session_free(session);
    arena_free(arena);
    return res;
}

static int run_stdin(const CliOptions *o, bool check_only)
{
    Job job = {.options = o, .check_only = check_only};
    char *text = source_file_all(stdin, &job.len);
    job.name = "<stdin>";
    job.text = text;
    int res = run_job(&job);
    free(text);
    return res;
}

static int run_path(const CliOptions *o, bool check_only)
{
    Job job = {.options = o, .file = o->arg[0], .check_only = check_only};
    return strcmp(o->arg[0], "-") != 0 ? run_job(&job) : run_stdin(o, check_only);
}

int cli_run(const CliOptions *o)
{
    return run_path(o, false);
}

int cli_check(const CliOptions *o)
{
    return run_path(o, true);
}

int cli_statements(const CliOptions *o)
{
    Job job = {.options = o,
               .name = "<-c>",
               .text = o->statements,
               .len = strlen(o->statements)};
    return run_job(&job);
}

bool cli_print_text(const StrBuf *sb)
{
    bool ok = (fwrite(sb->text, 1, sb->len, stdout) == sb->len && !fflush(stdout)) ||
              errno == EPIPE;
    if (!ok)
        fputs("koers: standard output could not be written\n", stderr);
    return ok;
}

int cli_dump(const CliOptions *o)
{
    if (strcmp(o->dump, "tokens") != 0 && strcmp(o->dump, "ast") != 0)
        return o->statements ? cli_statements(o) : cli_run(o);
    Reading reading;
    StrBuf sb;
    bool written = true;
    strbuf_init(&sb);
    if (reading_open(&reading, o->n_arg ? o->arg[0] : "-")) {
        if (!strcmp(o->dump, "tokens"))
            lexer_dump(&sb, reading.text);
        else
            ast_dump(&sb, parse_text(reading.text, PARSE_SCRIPT, reading.arena,
                                     &reading.sink)
                              .script);
        written = cli_print_text(&sb);
    }
    strbuf_release(&sb);
    int res = reading_close(&reading);
    return written ? res : EXIT_OUTPUT;
}
