/* The command line: what the arguments ask for, and exit statuses. */
#ifndef KOERS_RUNTIME_CLI_CLI_H
#define KOERS_RUNTIME_CLI_CLI_H

#include "runtime/base/civil.h"
#include "runtime/cli/import_options.h"
#include "runtime/demo/demo.h"
#include "runtime/diag/diag.h"
#include "runtime/render/document.h"
#include "runtime/session/session.h"

typedef enum {
    EXIT_FINE = 0,
    EXIT_SCRIPT = 1,
    EXIT_USAGE = 2,
    EXIT_ALARM = 3,
    EXIT_STORE = 4,
    EXIT_OUTPUT = 5,
    EXIT_INTERNAL = 70,
} ExitStatus;

typedef struct CliCommand CliCommand;

typedef struct {
    const CliCommand *command; /* NULL: -c or the prompt */
    uint64_t given;            /* options, a bit per kind */
    const char *statements;    /* of -c */
    const char *store;
    const char *person; /* --as; NULL */
    const char *dump;   /* tokens, ast, question, plan, sql; NULL */
    RenderFormat format;
    bool has_format;
    bool has_today;
    Day today;
    bool fail_on_alarm, fail_on_warn; /* warn: alarms too */
    bool check;    /* fmt: says which files are not as they should be */
    bool in_place; /* fmt */
    bool raw;      /* --csv-raw */
    ImportOptions import;
    const char *output;      /* -o of init; NULL */
    bool to_stdout, force;   /* init; force also import */
    const char *size, *seed; /* demo; NULL */
    bool mail;               /* brief */
    const char *to, *from;   /* of the mail; NULL */
    char **arg;              /* what is left */
    int n_arg;
} CliOptions;

/* The whole program; returns the exit status. */
int cli_main(int argc, char **argv);

/* Subcommands. */
int cli_run(const CliOptions *options);
int cli_check(const CliOptions *options);
int cli_prompt(const CliOptions *options);
/* The same; `begin`: statements that are run first, or NULL. */
int cli_prompt_from(const CliOptions *options, const char *begin);
int cli_learn(const CliOptions *options);
int cli_statements(const CliOptions *options);
int cli_fmt(const CliOptions *options);
int cli_dump(const CliOptions *options);
int cli_import(const CliOptions *options);
int cli_init(const CliOptions *options);
int cli_demo(const CliOptions *options);
int cli_describe(const CliOptions *options);
int cli_doc(const CliOptions *options);
int cli_brief(const CliOptions *options);
int cli_completion(const CliOptions *options);

/* A file model.koers beside the store of the command line is its model: runs it, so
   that questions can be asked at once. Errors stay in the session. */
SessionStatus cli_load_model(Session *session, const CliOptions *options);

/* Is the path that of a script, or -, not of a store? */
bool cli_is_script(const char *path);
/* The demo company's store and model in `folder`, which is there; how
   demo_write_store() puts it. */
DemoStatus cli_make_company(const char *folder, DemoJob *job, DiagSink *sink,
                            DemoReport *report);
/* Prints the text to standard output; a reader that has gone is none of its errors.
   false: said that it could not. */
bool cli_print_text(const StrBuf *sb);
/* Prints the diagnostics to standard error. */
void cli_print_diags(const DiagSink *sink);
int cli_exit_status(SessionStatus status);
/* Was something raised that --fail-on asked for? */
bool cli_is_alarmed(const Session *session, const CliOptions *options);

#endif
