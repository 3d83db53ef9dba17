/* From syntax to meaning: definitions into the model, questions into Questions. All
   names become pointers and all types are checked; nothing here reads rows. Errors
   go to the sink; a function that returns NULL or false has reported at least one. */
#ifndef KOERS_RUNTIME_RESOLVE_RESOLVE_H
#define KOERS_RUNTIME_RESOLVE_RESOLVE_H

#include "parser/ast.h"
#include "runtime/base/suggest.h"
#include "runtime/diag/diag.h"
#include "runtime/model/question.h"

typedef struct Resolver Resolver;

/* What the resolver must know of the store; implemented by session/. */
typedef struct {
    /* Sets the columns of a source whose origin is a table or SQL text. */
    bool (*columns)(void *self, Source *source, Span span);
    /* A CSV file read whole, kept as long as the session, with the source's columns;
       NULL: reported. */
    struct Result *(*csv)(void *self, Source *source, Span span);
    /* Hands out the two values of every row; false: reported. */
    bool (*rows)(void *self, const ColumnPair *pair,
                 void (*row)(void *to, const Value *value), void *to);
    /* The columns of a source that is the answer to a statement, no question, in
       `arena`; false: reported. */
    bool (*printed)(void *self, const AstStmt *stmt, Arena *arena, Source *source);
    void *self;
} Catalog;

/* A `let` value, a report's parameter or a setting's value: $name. */
typedef struct {
    const char *name;
    const AstExpr *value; /* syntax put in its place; NULL for a result */
    const Source *kept;   /* let t = show ...: rows of the answer */
    bool given;           /* on the command line: a `let` of this name does not count */
    bool met;             /* given, and some script uses it */
    bool is_all;          /* the value `all`: its comparisons are dropped */
} Variable;

/* Where an expression was read last. */
typedef struct {
    const Expr *expr;
    Span span;
} ExprPlace;

enum { EXPR_PLACES = 32 };

struct Asked;
struct Frame;

/* A profile whose weights come from an answer, which is asked once. */
typedef struct ProfileRead {
    struct ProfileRead *next;
    const AstStmt *stmt;
    Day today;
    const struct Profile *profile; /* NULL: it is being read */
} ProfileRead;

/* A text that an entity's key was compared with. */
typedef struct KeyMet KeyMet;
struct KeyMet {
    KeyMet *next;
    const Dim *entity;
    const char *path;  /* as it was named */
    const char *label; /* what its label is named; NULL: it has no name */
    bool by_label;     /* either will do */
    const AstExpr *text;
};

struct Resolver {
    Model *model;
    Arena *arena;     /* of what is resolved: the statement's or the session's */
    ExprTable *exprs; /* likewise */
    DiagSink *sink;
    const Catalog *catalog;
    const Variable *variable;
    size_t n_variable;
    Day today;
    const char *currency;          /* that all money is read in; NULL: its own */
    const NamedCalendar *calendar; /* of units without one; NULL: civil */
    const DaysOff *days_off;       /* its holidays, once they were read */
    const AstAssigns *what_if; /* of the `run` that the next question stands in; NULL */
    bool may_stand_once; /* the next question may be answered as it would be alone,
                            where what is cannot stand beside it */
    bool missed;         /* set where a question does not see all of `what if` */
    const struct Frame *assumed; /* what holds around questions: `what if`; NULL */
    bool shifts_whole; /* `[previous year]` is not cut at today: of what is expected */
    ExprPlace place[EXPR_PLACES]; /* resolve/ alone uses it, and the next */
    uint32_t n_expanded;          /* calls of functions and values put in their place */
    uint32_t depth;               /* of the expression that is read */
    struct Asked *asked;          /* likewise: sub-questions so far */
    KeyMet *key_met;              /* in this arena; no text twice */
    ProfileRead *profile_read;    /* so far */
    /* Folds a constant (algebra is a layer above). */
    bool (*fold)(const Expr *expr, Arena *arena, DiagSink *sink, Value *value);
    /* `forecast M by U` or `backtest M by U` as what it is read from (the methods are a
       layer above): a question with `ahead`. NULL: reported. */
    Question *(*forecast)(Resolver *r, const AstStmt *stmt);
};

/* Definitions, in three passes so that their order does not matter: declare them
   all, link their joins, check the rest. They belong to the session's arena. */
bool resolve_declare(Resolver *r, const AstStmt *stmt);
/* Unless `last`, a source that joins one not declared yet waits. */
bool resolve_link(Resolver *r, const AstStmt *stmt, bool last);
/* Does this definition stand on answers, or on sources not declared yet, so that it
   waits for all others? */
bool resolve_waits(const Resolver *r, const AstStmt *stmt);
bool resolve_is_declared(const Resolver *r, const AstStmt *stmt);
/* Reads what sources say of their rows anew, on the day, in the currency and the
   calendar of `r`: all that says `today`, units of time, answers as sources. Where a
   definition over answers names another currency, answers keep their own. What a person
   sees is not known behind it. false: reported; it has to be read anew before it is
   asked. */
bool resolve_reread(Resolver *r);
/* `let t = show ...`: a source over an answer that is kept; its rows come later. NULL:
   reported. */
const Source *origin_keep(Resolver *r, const AstQuestion *ast, AstName name);
bool resolve_check(Resolver *r, const AstStmt *stmt);
/* calendar fiscal { ... }: after that its name may stand before units and periods. */
bool resolve_calendar(Resolver *r, const AstStmt *stmt);
/* The calendar so called; `civil` is NULL. false: reported. */
bool resolve_find_calendar(Resolver *r, AstName name, const Calendar **calendar);

/* From here on questions are asked as those of indicators are: in the calendar that is
   set where that is of civil months, else in the civil one with its holidays; money in
   its own currency, as that of targets is, whatever currency is set. */
void steering_as_declared(Resolver *r);
/* The formula of an indicator, or a part of it, with the measures of its drivers in the
   place of their names. NULL: reported. */
const AstExpr *formula_expand(Resolver *r, const Indicator *indicator,
                              const AstExpr *formula);

/* `sees` of an audience, once all sources were checked: it has to be right for the rows
   of one of them. */
bool resolve_check_sees(Resolver *r, const AstStmt *stmt);
/* Sets Source.sees for `user`, who belongs to the audience, which has `sees`: of each
   source that it reaches. Nothing is reported. */
void resolve_sees(Resolver *r, const Audience *audience, const char *user);

Question *resolve_question(Resolver *r, const AstQuestion *ast);
/* The question as it would be under its clause and `run`, NULL: none, each column once;
   NULL: it cannot be asked, nothing is reported. */
Question *resolve_as_if(Resolver *r, const AstQuestion *ast, const AstAssigns *run);
/* `beside` is asked for what is made of the answer to `q`, which is asked as `ast`, and
   reads rows that Koers makes of measures as they would be where q stands under
   `what if`. false: reported; q shows what is, too. */
bool resolve_beside(Resolver *r, const AstQuestion *ast, Question *q,
                    const Question *beside);

/* An expression of constants and variables: settings, parameters, `let`. */
bool resolve_constant(Resolver *r, const AstExpr *ast, Type *type, Value *value);
/* The days of a period expression: 2025, last 4 quarters, 2025-01 .. 2025-06. */
bool resolve_period(Resolver *r, const AstExpr *ast, DayRange *days);
/* The year of the calendar that a period names, or of the one that is set. */
PeriodUnit period_year(Resolver *r, const AstExpr *ast);
/* Days that a period is, or that it was moved to; weeks in its own calendar. */
void period_print(Resolver *r, const AstExpr *ast, DayRange days, StrBuf *sb);
/* Is it said in ISO weeks: 2024-W15, last 4 weeks? */
bool period_is_weeks(const Resolver *r, const AstExpr *ast);
/* The holidays of the calendar that is set; NULL: none. false: reported. */
bool days_off_of(Resolver *r, const DaysOff **off);

/* Offers the measures of the model. */
void suggest_measures(Suggest *suggest, const Model *model);
const Variable *resolve_find_variable(const Resolver *r, const char *name);
/* "money(EUR)", "percent", "text": the type as written; false: reported. */
bool resolve_type(Resolver *r, const AstType *ast, Type *type);
/* The code in capitals; false: reported, there is no such currency. */
bool resolve_currency_code(Resolver *r, AstName name, char code[CURRENCY_SIZE]);
/* The type in words for a message: "money(EUR)", "text". Lives in the arena. */
const char *type_text(Arena *arena, Type type);

#endif
