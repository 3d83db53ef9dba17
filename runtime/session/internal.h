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
    bool failed; /* a definition that was refused */
} Step;

/* Names whose definition failed; in the statement's arena. The first of them were
   never read. */
typedef struct {
    const char **name;
    size_t n_unread, count, cap;
} Broken;

typedef struct {
    Step *item;
    size_t count, cap;
    Broken broken; /* by syntax errors */
    bool is_blind; /* parts are missing that may have defined anything */
} Steps;

/* What a statement answered; a reference to each. */
typedef struct {
    Result **item;
    size_t count, cap;
} Answers;

/* Where `learn` stands. */
typedef struct {
    const AstReport *lesson; /* NULL: nowhere */
    uint32_t at;             /* its `ask` that waits */
    uint32_t part;           /* how many of them lie before */
    uint32_t n_hint;         /* given for it */
} Learning;

enum { USE_DEPTH_MAX = 32, REPORT_DEPTH_MAX = 16 };

typedef struct ValueCache ValueCache;
struct DriverColumns;

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
    const char **loaded; /* real paths of files, names of modules, that were used */
    size_t n_loaded, cap_loaded;
    const char *reading[USE_DEPTH_MAX]; /* likewise, that are being read */
    size_t n_reading;
    Settings settings;
    Settings defining; /* at the top of the script that is read */
    Settings read_as;  /* settings that the definitions of the model know */
    bool is_read;      /* they were read with them */
    const AstReport *report[REPORT_DEPTH_MAX]; /* that are being run or checked */
    size_t n_report;
    size_t n_outer;        /* variables around the outermost of them */
    AstAssigns what_if;    /* of the `run` statements around, the outermost first */
    unsigned lines_before; /* the next text, in its input */
    const char *folder;    /* of the statement that is being declared or run */
    Result **kept;         /* loaded files, kept answers */
    size_t n_kept, cap_kept;
    Block *capture; /* blocks of a `run ... to`; NULL: straight to the output */
    size_t n_capture, cap_capture;
    bool capturing;
    bool all_met; /* what is read next has to use all that was given */
    size_t n_alarm, n_warning;
    Freshness *fresh; /* of the sources that were asked */
    size_t n_fresh, cap_fresh;
    DayRange
        told; /* from the first to behind the last day that answers took as today */
    SessionStatus status; /* of the failure that was met */
    const AstQuestion *last_question;
    Learning learning;
    Answers heard; /* of the statement, while something waits for an answer */
    const Audience *audience;  /* of the person that is asked as; NULL: not known */
    ProfileRead *profile_read; /* of this text, until something changes them */
    uint64_t profile_snapshot; /* of the store that they were read from */
    bool is_preparing;         /* nothing was shown of this text yet */
    bool is_login;             /* the person is the login of one */
    bool is_guarded;           /* what is run is the person's own text */
    bool log_failed;           /* what is looked at cannot be logged, as was said */
    bool has_system_rows;      /* that would be others once something changed */
    const AstScript *system;   /* declarations of sources that every model has; NULL:
                                  not read yet */
    ValueCache *values;        /* of dimensions, for completion */
    uint64_t values_snapshot;
};

/* Where a script stands: what its names of files and of modules are relative to. */
typedef struct {
    const char *folder;
    const char *root; /* modules are looked for here first */
} Place;

/* load.c: the statements of a file and of all that it uses, in order. `place` NULL: the
   folder of the file. */
bool load_file(Session *s, const char *path, const Place *place, Span span,
               Steps *steps);
bool load_script(Session *s, const SourceText *text, ParseMode mode, Place place,
                 Steps *steps);
/* `file` relative to `folder`, in the session's arena. */
const char *load_path(Session *s, const char *folder, const char *file);

/* store.c */
bool store_open(Session *s, const char *path, Span span);
bool store_has_table(const Session *s, const char *name);
void store_init_catalog(Session *s);
/* Profiles that were read from a store that has changed are read anew. Not inside a
   question. */
void store_look_for_changes(Session *s);

/* define.c: all definitions of a script; false: some are broken, and reported. */
bool define_all(Session *s, const Steps *steps, Broken *broken);
bool define_is_definition(AstStmtKind kind);
/* Does it declare an audience, indicator, strategy, objective or ritual? */
bool define_is_steering(AstStmtKind kind);
/* Before all else: settings and values may name calendars. */
bool define_calendars(Session *s, const Steps *steps, Broken *broken);

/* broken.c: what the statement defines; `checked`: only the parts that were refused. */
void broken_add(Session *s, Broken *broken, const AstStmt *stmt, bool checked);
/* What others reach of the definition: of a source no dimensions, whose names stand for
   other columns elsewhere. */
void broken_add_reached(Session *s, Broken *broken, const AstStmt *stmt);
/* What the text of a syntax error would have defined; `first`: the first step of the
   same text. */
void broken_add_lost(Session *s, Steps *steps, size_t first, const AstScript *script);
/* Must the statement be left alone? */
bool broken_mentions(const Broken *broken, const AstStmt *stmt);
/* Does the place hold such a name and nothing else? */
bool broken_is_name(const Session *s, const Broken *broken, Span span);

/* check.c: the statements of a script, as far as that is possible without rows. */
bool check_all(Session *s, const Steps *steps, const Broken *broken);
bool check_statement(Session *s, const AstStmt *stmt);
bool check_question(Session *s, const AstQuestion *ast);
/* false: reported as something of a later version. */
bool check_is_evaluated(Session *s, const AstStmt *stmt);

/* person.c: who is asked as, once sources are defined: finds their audience, where the
   model has it, and what they see. false: reported. */
bool person_find(Session *s);
/* What they see, of sources that were read anew. */
void person_see(Session *s);
/* `set user = login`: asked as who is logged in, unless the command line says as whom.
   false: reported. */
bool person_log_in(Session *s, Span span);
/* Is it known what they see, or does nobody in particular ask? false: reported. */
bool person_is_known(Session *s, Span span);
/* Does a person's own text only ask? false: reported. */
bool person_may(Session *s, const Steps *steps);
/* Reports `what` when a person's own text is run. */
bool person_refuses(Session *s, Span span, const char *what);

/* require.c: does the model have what modules want? What is missing becomes broken; it
   is reported when the script is `whole`. */
bool require_names(Session *s, const Steps *steps, bool whole, Broken *broken);
/* The names that modules want and the model does not have so far; nothing is said. */
void require_missing(Session *s, const Steps *steps, Broken *missing);
/* Is it of the types that they want? For measures that were checked. */
bool require_types(Session *s, const Steps *steps, const Broken *broken);

/* settings.c */
bool settings_set(Session *s, const AstStmt *stmt);
/* Definitions are read anew where they were read on another day, in another currency or
   calendar. false: reported. */
bool settings_follow(Session *s);

typedef struct {
    AstExpr **item;
    size_t count, cap;
} Trials;

/* parameter.c: names and types of parameters as they are declared. */
bool parameter_check(Session *s, const AstParams *params);
/* The parameters of a report, put behind the variables there are. */
bool parameter_bind(Session *s, const AstParams *params, const AstNamedArgs *args,
                    Span at);
/* What the parameter that stands at `position` was given; NULL: nothing. */
const AstNamedArg *parameter_argument(const AstNamedArgs *args, const AstParam *param,
                                      uint32_t position);
/* A value that is another parameter is that parameter's value. */
const AstExpr *parameter_follow(Session *s, const AstExpr *value);
/* The values that a parameter may be checked with; at least one. */
Trials parameter_trials(Session *s, const AstParam *param);
/* A value as one would write it, in the session's arena; NULL: it is none. In messages
   it stands as that of `name`. */
AstExpr *parameter_value(Session *s, const char *name, const char *text);

/* blame.c: checks the title and the statements of a report whose parameters are the
   variables from `outer` on. What is wrong because of one that was given is one error,
   at its value. */
bool blame_check_body(Session *s, const AstReport *report, const AstNamedArgs *args,
                      size_t outer);

/* given.c: what the statements use of the values from the command line; false: not all
   of them are used by what was read, where that is wanted, and reported. */
void given_meet(Session *s, const Steps *steps);
bool given_check(Session *s, const Steps *steps);

/* choice.c: are the texts given for parameters, the variables from `first` on, values
   of what they are compared with? */
bool choice_check(Session *s, const AstReport *report, size_t first);
/* Likewise, of entities only: a label becomes the key of the one that has it. false:
   none has it, or several, which is reported. */
bool choice_find_keys(Session *s, const AstReport *report, size_t first);

/* ask.c: the answer to one question as text, which messages call `name`; owned by the
   caller. NULL: reported. */
typedef enum { ASK_LABELS, ASK_KEYS, ASK_OPENLY } AskFor; /* over all rows */
Result *session_ask(Session *s, const char *name, const char *text, AskFor want);

/* unknown_key.c: warns of texts that entities were compared with and are no keys. */
void unknown_key_warn(Session *s, const Resolver *r);

/* values.c: as session_values(), while statements run. */
const Intern *values_of(Session *s, const char *owner, const char *name);

/* capture.c: what is printed from here on is kept, to `capture_end`, which lets it go.
   What is captured inside belongs to the outer one. */
typedef struct {
    Block *item;
    size_t count, cap;
    bool capturing;
    Freshness *fresh;
    size_t n_fresh, cap_fresh;
    DayRange told;
} Capture;

Capture capture_begin(Session *s);
void capture_end(Session *s, Capture outer);

/* report.c: a `run` statement. */
bool report_run(Session *s, const Step *step);
/* Checks the name and the parameters of a `run` statement, and the report with them. */
bool report_check_run(Session *s, const AstStmt *stmt);
/* A statement of a report's body. */
bool report_check_part(Session *s, const AstStmt *stmt);
/* Checks a report with its defaults, and with values for what has none. */
bool report_check(Session *s, const AstStmt *stmt);

/* Says that `ask`, `expect` and `hint` stand in a lesson; false. */
bool lesson_stands_alone(Session *s, const AstStmt *stmt);
/* lesson.c: a lesson as it is declared: what stands in it, and its questions. */
bool lesson_check(Session *s, const AstStmt *stmt);
/* Asks all that the lessons among the steps expect: each has an answer, and those of
   one `ask` are the same. false: reported. */
bool lessons_prove(Session *s, const Steps *steps);
/* Number `n` of the `expect` or `hint` that belong to the `ask` at `at`; NULL: there
   are not so many. */
const AstStmt *lesson_part(const AstReport *lesson, uint32_t at, AstStmtKind kind,
                           uint32_t n);
/* All that a statement which is expected answers, in the statement's arena. false:
   reported. To be let go in both cases. */
bool lesson_answers(Session *s, const AstStmt *asked, Answers *answers);
/* Does any of them say anything? */
bool lesson_has_value(const Answers *answers);
void answers_let_go(Answers *answers);
/* Does it put its lines in order? */
bool lesson_is_ordered(const AstStmt *asked);

/* learn.c: a `learn` statement. */
bool learn_check(Session *s, const AstStmt *stmt);
bool learn_run(Session *s, const AstStmt *stmt);
/* Keeps an answer that is given while something waits for one. */
void learn_hear(Session *s, const Result *result);
/* Judges what was heard of a statement, unless it failed, and lets it go. */
bool learn_judge(Session *s, bool failed);

/* explain.c: `explain NAME` and `explain show ...`. */
bool explain_check(Session *s, const AstExpr *what);
bool explain_run(Session *s, const AstStmt *stmt);
/* explain_number.c: what the measures of the question are made of, all lines together;
   nothing where they have no such value. false: reported. */
bool explain_number(Session *s, Resolver *r, const AstQuestion *ast, StrBuf *sb);
/* One view of a question; SESSION_DUMP_NONE: that of `explain`. */
bool explain_question(Session *s, const AstQuestion *ast, SessionDump view);

/* forecast.c: `forecast M by U next N`; backtest.c: `backtest M by U`. */
bool forecast_check(Session *s, const AstQuestion *ast);
bool forecast_run(Session *s, const AstQuestion *ast);
/* The day behind what each source of the question says that its rows cover; DAY_NONE:
   one does not say it. */
Day forecast_covered_to(const Question *q);
/* Brings *to, DAY_NONE at first, back to the day behind what the source says it covers.
   false: it says nothing, and *to is DAY_NONE. */
bool forecast_covers(const Source *source, Day *to);
bool backtest_check(Session *s, const AstQuestion *ast);
bool backtest_run(Session *s, const AstQuestion *ast);
/* forecast_source.c, of Resolver and Executor: a forecast or a backtest that is read as
   a source. `self`: a session. */
Question *forecast_question(Resolver *r, const AstStmt *stmt);
Result *forecast_rows(void *self, const Question *question, bool with_keys);
/* solve.c: `solve M = VALUE by X`. */
bool solve_check(Session *s, const AstStmt *stmt);
bool solve_columns(Session *s, const AstStmt *stmt, struct DriverColumns *columns);
/* The answer, owned by the caller; NULL: reported. */
Result *solve_answer(Session *s, const AstStmt *stmt);

/* cascade.c: `cascade M to VALUE for P`, likewise. */
bool cascade_check(Session *s, const AstStmt *stmt);
bool cascade_columns(Session *s, const AstStmt *stmt, struct DriverColumns *columns);
Result *cascade_answer(Session *s, const AstStmt *stmt);

/* let.c: a `let` value. */
bool let_run(Session *s, const AstStmt *stmt);
/* `let t = show ...`: resolves it and declares $t. */
bool let_declare(Session *s, const AstStmt *stmt);
/* Asks it and keeps the answer. */
bool let_keep(Session *s, const AstStmt *stmt);

/* run.c: one statement that does something. */
bool run_step(Session *s, const Step *step);
bool run_emit(Session *s, const Block *block);
/* Prints plain text as a block. */
bool run_say(Session *s, const char *text);
/* Prints an answer and lets it go, or keeps it for a file; NULL: false. */
bool run_emit_result(Session *s, Result *result);
/* What a `text` statement prints, or a text with its {expr} put in. NULL: reported. */
const char *run_text_of(Session *s, const AstExpr *ast);
const char *run_interpolate(Session *s, const AstText *text);
Resolver session_resolver(Session *s, Arena *arena, ExprTable *exprs);
/* Resolves a question of a script, under the `what if` of the run it stands in. */
Question *session_resolve(Session *s, Resolver *r, const AstQuestion *ast);
void session_add_variable(Session *s, Variable variable);
/* Tells the executor what the session has now. */
void session_ready_executor(Session *s);
/* What the engine met has no place of its own: it is that of the question. */
void session_place_errors(Session *s, Span span);

/* session.c: does the statement print? */
bool session_prints(AstStmtKind kind);
/* Drops what the call before reported and its statement. */
void session_begin(Session *s);

/* values.c */
void values_forget(Session *s);

#endif
