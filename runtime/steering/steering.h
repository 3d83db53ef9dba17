/* `check steering`: what is declared held against itself, the people and the data. It
   gives findings; how they look and what they end a program with is not its concern.
   Whatever it wants to know of rows it asks through a SteerWorld. */
#ifndef KOERS_RUNTIME_STEERING_STEERING_H
#define KOERS_RUNTIME_STEERING_STEERING_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"
#include "runtime/model/model.h"
#include "runtime/steering/status.h"

typedef enum {
#define STEERING_CHECK(id, severity, rule) STEER_##id,
#include "runtime/model/steering_check.def"
#undef STEERING_CHECK
    STEER_CHECKS
} SteerCheck;

/* INFO also says what could not be checked. */
typedef enum { STEER_ERROR, STEER_WARNING, STEER_INFO, STEER_SEVERITIES } SteerSeverity;

extern const char *const steer_check_id[STEER_CHECKS];
extern const char *const steer_severity_word[STEER_SEVERITIES];

/* A question about one expression over measures. */
typedef struct {
    const AstExpr *measure;
    const Type *type;  /* what it has to be: an answer that is read on may be in another
                          currency, which is set. NULL: anything */
    const AstPath *by; /* NULL: not by a dimension */
    bool has_unit;     /* by a unit of time */
    AstUnit unit;
    DayRange days;
    const DayRange *each; /* within `days`: a column for each; NULL: one for all */
    size_t n_each;        /* columns that are wanted */
} SteerAsk;

/* What is logged of looking and deciding. */
typedef struct {
    /* How often a look at the indicator was due in those days since the first one at
       anything, and how often it was kept; false: there was no look at all. */
    bool (*looks)(void *self, const char *indicator, DayRange days, int *due,
                  int *held);
    /* Decisions on it in those days. */
    int (*decisions)(void *self, const char *indicator, DayRange days);
    /* The last day before that one on which somebody looked at it; DAY_NONE: none. */
    Day (*last)(void *self, const char *indicator, Day before);
    Day began; /* the first look at anything; DAY_NONE: there was none */
    Day first; /* the first look or decision */
    void *self;
} SteerLog;

/* What is expected of the time of a target, and how likely that is to be met. */
typedef struct {
    double expected, chance;
} SteerOutlook;

typedef struct {
    const Model *model;
    Arena *arena; /* findings live in it */
    Day today;
    FormatStyle style;
    /* NULL: it has no answer, and *why says so. The caller lets the result go. */
    Result *(*ask)(void *self, const SteerAsk *ask, const char **why);
    /* The same for a question as text; openly: over all rows. */
    Result *(*ask_text)(void *self, const char *text, const char **why);
    Result *(*ask_openly)(void *self, const char *text, const char **why);
    const char *person; /* who is asked as and sees some rows; NULL: all are seen */
    /* How many rows it takes in those days, of the aggregate in it that takes the most:
       the others of a ratio may be a part of them, or a plan. false: not known. */
    bool (*cases)(void *self, const AstExpr *measure, DayRange days, int64_t *n,
                  const char **source);
    /* Was what is asked stopped, so that nothing more should be? */
    bool (*stopped)(void *self);
    /* false: nothing says, and *why tells why not. NULL: there is no forecast at all.
     */
    bool (*outlook)(void *self, const Indicator *indicator, const Target *target,
                    SteerOutlook *outlook, const char **why);
    const SteerLog *log; /* NULL: there is none */
    void *self;
} SteerWorld;

typedef struct {
    SteerCheck check;
    SteerSeverity severity;
    const char *kind, *name; /* of what it is about; "" both: all of it */
    Span span;
    const char *reason, *todo; /* one sentence each; todo "": nothing */
    const char *waived;        /* the reason that was given; NULL: it is not waived */
} SteerFinding;

typedef struct {
    SteerFinding *item; /* by check, then as declared */
    size_t n, cap;
} SteerFindings;

/* How an indicator, or what a strategy wants of it, stood in a period of its rhythm
   that is over. */
typedef struct {
    const Indicator *indicator;
    bool has_period;  /* false: there is none */
    DayRange period;  /* the last one that is over, where it could not be asked */
    const char *days; /* the same as one would read it; "": there is none */
    DayRange known;   /* its days that are known, where not all are; else empty */
    Value value;
    const Target *target; /* that it is held against; NULL: none */
    Value so_far; /* since its time began, where that is longer than the period, or of
                     the days that are known; else empty */
    Bound part;   /* then what of the target should be reached by now */
    SteerStatus status;
    const char *why; /* what makes it grey, or that it is known in part; "": nothing */
} SteerStanding;

/* The same with its numbers as one would read them; "": there is none. */
typedef struct {
    SteerStanding standing;
    const char *period; /* "2026-06", "2026-06, known to 2026-06-17" */
    const char *value;
    const char *target; /* ">= 90%", ">= 1,200 for 2025" */
    const char *so_far; /* "390, should be >= 400" */
} SteerShown;

/* One objective or indicator, as it stands in the last period of its rhythm that is
   over. Texts are never NULL. */
typedef struct {
    bool is_objective;
    SteerLevel level; /* of an indicator */
    const char *name, *title, *owner;
    SteerShown now;
    SteerStatus status; /* of an objective the worst of what it steers on */
    size_t n_finding;   /* errors and warnings about it that are not waived */
} MapNode;

/* From what drives to what is driven, or steered on. */
typedef struct {
    size_t from, to;
    bool inversely;
} MapEdge;

typedef struct {
    MapNode *node; /* objectives, then indicators from the top level down */
    size_t n;
    MapEdge *edge;
    size_t n_edge, cap_edge;
} SteerMap;

typedef struct {
    SteerStanding *item; /* of all indicators, as declared, and from the past on */
    size_t n, cap;
} SteerReadings;

/* What an objective steers on, and what drives that. */
typedef enum {
    SERVES_NONE,   /* it leads to no objective */
    SERVES_TARGET, /* what the objective wants of it, by a target of its own */
    SERVES_STEERS, /* the objective names it */
    SERVES_DRIVES, /* it drives one that is named, over any number of links */
    SERVES
} SteerService;

extern const char *const steer_service_word[SERVES];

/* An indicator below an objective, in its last period that is over. */
typedef struct {
    const Strategy *objective; /* NULL: none */
    SteerService role;
    size_t steps;       /* links to what the objective names */
    const char *drives; /* names of the indicators that it drives itself; "": none */
    SteerShown now;     /* with the indicator, or what the objective wants of it */
    const Value *trend; /* the last periods, the newest at the end */
    size_t n_trend;
    Day last_look;            /* today or before; DAY_NONE: none is known of */
    const char *ahead_target; /* that may be met then; "": none */
    const char *ahead;        /* the time that is expected of; "": there is none */
    bool has_outlook;
    SteerOutlook outlook;
    const char *why_not; /* why there is none; "": there is one */
} SteerAim;

typedef struct {
    SteerAim *item; /* by objective as declared; what it names, then what drives that */
    size_t n, cap;
} SteerAims;

/* false: it was stopped. */
bool steering_aims(const SteerWorld *world, SteerAims *aims);
bool steering_readings(const SteerWorld *world, SteerReadings *readings);
bool steering_map(const SteerWorld *world, SteerMap *map);
/* false: it was stopped. */
bool steering_check_all(const SteerWorld *world, SteerFindings *findings);

#endif
