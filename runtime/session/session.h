/* A session: one store, one model, settings and what `let` keeps. The prompt and the
   command line both talk to this. Nothing here prints: answers go to a SessionOutput,
   errors to the session's sink. */
#ifndef KOERS_RUNTIME_SESSION_SESSION_H
#define KOERS_RUNTIME_SESSION_SESSION_H

#include "parser/parse.h"
#include "runtime/algebra/result.h"
#include "runtime/diag/diag.h"
#include "runtime/model/model.h"

#include <signal.h>

typedef struct Session Session;

/* `set NAME = VALUE`: holds for what follows. */
typedef struct {
    Day today;
    const char *currency; /* that all money is read in; NULL: its own */
    const char *locale;   /* NULL: the default one */
    unsigned width;       /* columns of a table; 0: as the output has them */
    unsigned rows;        /* lines shown of a table at most; 0: all */
    bool timing;          /* say how long each question took */
    bool charts;          /* are drawn where they are asked for */
    bool pager;           /* shows what is longer than the screen */
    const char *calendar; /* of units without one; NULL: civil */
} Settings;

typedef enum {
    SESSION_OK,
    SESSION_SCRIPT_ERROR, /* reported in the sink */
    SESSION_STORE_ERROR,
    SESSION_OUTPUT_ERROR,
} SessionStatus;

typedef enum {
    SESSION_DUMP_NONE,
    SESSION_DUMP_QUESTION, /* resolved */
    SESSION_DUMP_PLAN,
    SESSION_DUMP_SQL, /* what is sent for rows; this answers the question */
} SessionDump;

typedef enum {
    BLOCK_HEADING, /* a report's title or question */
    BLOCK_TEXT,
    BLOCK_RESULT,
    BLOCK_QUESTION, /* what the report asks */
    BLOCK_FACT,     /* a parameter: name and text */
} BlockKind;

/* One thing that a script prints. */
typedef struct {
    BlockKind kind;
    const char *text;
    const Result *result;
    const char *name; /* of BLOCK_FACT */
    unsigned depth;   /* of BLOCK_HEADING: reports that run the report */
} Block;

typedef struct {
    const char *path;
    Span span;
} FileTarget;

typedef struct {
    /* Prints one block; false: it could not be written. */
    bool (*block)(void *self, const Block *block);
    /* `run ... to`: writes the blocks to each file, or, when one cannot be written,
       leaves all as they were; reports itself. */
    bool (*files)(void *self, const FileTarget *file, size_t n, const Block *block,
                  size_t n_block);
    /* Rows that the question at hand has read so far; may be NULL. */
    void (*progress)(void *self, uint64_t rows);
    /* A question took so long, under `set timing = on`; may be NULL. */
    void (*timed)(void *self, double seconds);
    void *self;
} SessionOutput;

typedef struct {
    const char *store; /* NULL: the script opens one */
    /* Folders that `use a.b` looks in after that of the script and before what the
       program holds, NULL after the last; NULL: none. */
    const char *const *modules;
    bool has_today;
    Day today;
    const char *person; /* whom all is asked as: they see what their audience sees */
    bool logs;          /* what is looked at, beside the store */
    bool keeps;         /* forecasts, likewise */
    bool check_only;    /* resolve everything, run nothing */
    SessionDump dump;   /* what is printed of a question instead of its answer */
    /* How rows are read; answers do not depend on it. */
    uint32_t threads; /* that read a table; 0: as many as the machine has, up to 4 */
    bool reads_all;   /* nothing is left out before it is read and tested */
    const volatile sig_atomic_t *stop;
    const char *progress; /* where lessons are kept that were learned; NULL: nowhere */
    SessionOutput output;
} SessionOptions;

Session *session_new(const SessionOptions *options);
void session_free(Session *session);

/* $name for the script, from the command line: `text` is a value as one would write
   it in a script, or else plain text. */
void session_set(Session *session, const char *name, const char *text);

/* From now on what is run is the own text of the person that is asked as, if there is
   one: it may only ask. */
void session_guard(Session *session);

/* Whom all is asked as; NULL: nobody in particular. */
const char *session_person(const Session *session);

/* From now on it is an error when nothing that was read uses a name that was set. */
void session_expect_given(Session *session);

SessionStatus session_run_file(Session *session, const char *path);
/* `name` stands in messages; files are relative to the working directory. */
SessionStatus session_run_text(Session *session, const char *name, const char *text,
                               size_t len, ParseMode mode);
/* Was a question answered that can be refined and explained? */
bool session_has_question(const Session *session);
/* As `explain` of the last question that was answered; there is one. */
SessionStatus session_explain_last(Session *session);
/* Has `learn` asked something that waits for its answer? What is asked of the session
   is then judged. */
bool session_is_learning(const Session *session);
/* The next hint to it; there is a question. */
SessionStatus session_hint(Session *session);
/* Says the answer and goes on. */
SessionStatus session_skip(Session *session);
/* Lines of the same input that stand before the next text that is run. */
void session_set_lines_before(Session *session, unsigned lines);
/* Is `text` a whole statement? For the prompt; reports nothing. */
ParseResult session_probe(Session *session, const char *text, size_t len);

/* What the last call reported; cleared at the start of the next. */
const DiagSink *session_diags(const Session *session);
/* The names of sources that every model has. */
void session_offer_system(void (*offer)(void *self, const char *name), void *self);
const Model *session_model(const Session *session);
/* What a document may say of where its figures come from; texts live as long as the
   session. */
typedef struct {
    Fact fact;
    bool at_foot; /* for who wants to know */
} AboutFact;

enum { SESSION_ABOUT_MOST = 5 };

/* Whose rows they are, the day, how fresh the sources are that were asked since the
   session or the report to files began, the store, a hash of all texts that were read.
   Returns how many. */
size_t session_about(Session *session, AboutFact fact[SESSION_ABOUT_MOST]);
/* What was answered so far is on no document. */
void session_about_anew(Session *session);
/* The folders that modules are looked for in, as the options say. */
const char *const *session_module_folders(const Session *session);
/* What `set` said so far. */
const Settings *session_settings(const Session *session);
/* Signals raised since the session began. */
size_t session_alarms(const Session *session);
size_t session_warnings(const Session *session);

#endif
