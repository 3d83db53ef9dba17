/* Inside session/: the state that its files share. */
#ifndef KOERS_RUNTIME_SESSION_INTERNAL_H
#define KOERS_RUNTIME_SESSION_INTERNAL_H

#include "runtime/engine/engine.h"
#include "runtime/execute/execute.h"
#include "runtime/resolve/resolve.h"
#include "runtime/session/session.h"

/* A statement with the folder that its file names are relative to. */
typedef struct {
    const AstStmt *stmt;
    const char *folder;
} Step;

typedef struct {
    Step *item;
    size_t count, cap;
} Steps;

enum { USE_DEPTH_MAX = 32 };

typedef struct ValueCache ValueCache;

struct Session {
    SessionOptions options;
    Arena *arena;     /* of the session */
    Arena *statement; /* reset for each text that is run */
    SourceTexts *texts;
    DiagSink sink;
    Model model;
    Engine *engine;
    Executor executor;
    const char *store; /* path of the open store */
    Catalog catalog;
    Variable *variable;
    size_t n_variable, cap_variable;
    const char **loaded; /* real paths of files that were used */
    size_t n_loaded, cap_loaded;
    const char *reading[USE_DEPTH_MAX]; /* real paths of files that are being read */
    size_t n_reading;
    const char *locale;
    const char *folder; /* of the statement that is being declared or run */
    Result **csv;       /* loaded files */
    size_t n_csv, cap_csv;
    Day today;
    Block *capture; /* blocks of a `run ... to`; NULL: straight to the output */
    size_t n_capture, cap_capture;
    bool capturing;
    size_t n_alarm;
    SessionStatus status; /* of the failure that was met */
    const AstQuestion *last_question;
    ValueCache *values; /* of dimensions, for completion */
    uint64_t values_snapshot;
};

/* load.c: the statements of a file and of all that it uses, in order. */
bool load_file(Session *s, const char *path, Span span, Steps *steps);
bool load_script(Session *s, const SourceText *text, ParseMode mode, const char *folder,
                 Steps *steps);
/* `file` relative to `folder`, in the session's arena. */
const char *load_path(Session *s, const char *folder, const char *file);

/* store.c */
bool store_open(Session *s, const char *path, Span span);
void store_init_catalog(Session *s);

/* report.c: a `run` statement. */
bool report_run(Session *s, const Step *step);
/* Checks the name and the parameters of a `run` statement. */
bool report_check_run(Session *s, const Step *step);
/* Checks the body of a report with its defaults. */
bool report_check(Session *s, const Step *step);

/* let.c: a `let` value. */
bool let_run(Session *s, const AstStmt *stmt);

/* run.c: one statement that does something. */
bool run_step(Session *s, const Step *step);
bool run_emit(Session *s, const Block *block);
/* The text with its {expr} put in. NULL: reported. */
const char *run_interpolate(Session *s, const AstText *text);
Resolver session_resolver(Session *s, Arena *arena, ExprTable *exprs);
void session_add_variable(Session *s, Variable variable);
/* Tells the executor what the session has now. */
void session_ready_executor(Session *s);

/* session.c: drops what the call before reported and its statement. */
void session_begin(Session *s);

/* values.c */
void values_forget(Session *s);

#endif
