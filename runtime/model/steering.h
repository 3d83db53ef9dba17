/* What a model declares of steering: who sees what, indicators with their targets, and
   the strategies, objectives and meetings that they hang on. Plain structs in the
   session's arena, like the rest of the model. Names stand for what is declared last
   under them (at the prompt a declaration may be written anew), so links are names. */
#ifndef KOERS_RUNTIME_MODEL_STEERING_H
#define KOERS_RUNTIME_MODEL_STEERING_H

#include "parser/ast.h"
#include "runtime/model/calendar.h"
#include "runtime/model/expr.h"
#include "runtime/model/spread.h"

#include <stdbool.h>
#include <stddef.h>

/* In the order of the ladder; NONE: not said. */
typedef enum {
    STEER_LEVEL_NONE,
    STEER_LEVEL_OPERATIONAL,
    STEER_LEVEL_TACTICAL,
    STEER_LEVEL_STRATEGIC,
    STEER_LEVELS
} SteerLevel;

/* Fastest first; NONE: not said. */
typedef enum {
    RHYTHM_NONE,
    RHYTHM_DAILY,
    RHYTHM_WEEKLY,
    RHYTHM_MONTHLY,
    RHYTHM_QUARTERLY,
    RHYTHM_YEARLY,
    RHYTHMS
} Rhythm;

typedef enum { AIM_NONE, AIM_UP, AIM_DOWN, AIM_BAND, AIMS } Aim;

typedef enum {
    CASCADE_SUM,      /* the units' targets add up to the whole */
    CASCADE_WEIGHTED, /* their average by weight is the whole */
    CASCADE_SAME,     /* every unit has the whole's target */
    CASCADE_SHARE,    /* each takes a share; shares make 100% */
    CASCADES
} CascadeRule;

typedef enum {
    STRATEGY_NONE,
    STRATEGY_PENETRATION,
    STRATEGY_MARKET_DEVELOPMENT,
    STRATEGY_PRODUCT_DEVELOPMENT,
    STRATEGY_DIVERSIFICATION,
    STRATEGY_MARGIN,
    STRATEGY_CONTINUITY,
    STRATEGY_RETENTION,
    STRATEGY_KINDS
} StrategyKind;

typedef enum {
    PERSPECTIVE_NONE,
    PERSPECTIVE_FINANCIAL,
    PERSPECTIVE_CUSTOMER,
    PERSPECTIVE_PROCESS,
    PERSPECTIVE_LEARNING,
    PERSPECTIVES
} Perspective;

typedef struct {
    const char *check; /* A9, as written */
    const char *reason;
    Span span;
} Waiver;

typedef struct {
    Waiver *item;
    size_t n, cap;
} Waivers;

/* What every declaration of steering has. A level, rhythm or text that is not written
   is NONE or NULL. */
typedef struct {
    const char *name, *title;
    SteerLevel level;
    Rhythm rhythm;
    const char *owner, *question;
    const AstNames *audience; /* NULL: none is named */
    const AstNames
        *serves; /* of a report's kind: functions; of an objective: strategies */
    Waivers waivers;
    const AstStmt *ast;
    Span span; /* of the name */
} SteerHead;

/* Who looks, and at what level. */
typedef struct {
    SteerHead head;
    const AstExpr *sees; /* NULL: all */
    const AstTexts
        *members; /* roles or names of those who belong to it; NULL: not said */
} Audience;

/* `>= low`, or `in low .. high` (then op is AST_OP_EQ and is_band). */
typedef struct {
    AstOp op;
    bool is_band;
    Decimal low, high; /* high: of a band */
    Type type;
    Span span;
} Bound;

typedef struct {
    Bound bound;
    bool has_period; /* `for P`, or `by D` */
    bool is_by;      /* to be reached on the last day of `period` */
    DayRange period;
    Span span;
} Target;

/* drives TO after LAG UNIT [inversely] */
typedef struct {
    const char *to; /* an indicator or, of an objective, an objective */
    bool has_lag;
    uint32_t lag;
    AstUnit unit;
    bool inversely;
    Span span;
} SteerLink;

typedef struct {
    const char *unit;
    Decimal value, weight;
    Span span;
} CascadePart;

typedef struct {
    const AstPath *over; /* the dimension */
    CascadeRule rule;
    bool has_excess;
    Decimal excess; /* that may be assigned beyond the whole */
    const CascadePart *part;
    size_t n_part;
    bool has_period; /* it splits the target for that period */
    DayRange period;
    Span span;
} Cascade;

/* How what is measured in a time hangs on how long that is. */
typedef enum {
    OVER_TIME_STAYS,  /* it does not: a state, a ratio, a mean */
    OVER_TIME_SUMS,   /* it is what its parts of the time are together */
    OVER_TIME_ANEW,   /* of one thing that is summed and of ratios: it adds up about as
                         that does, though of all of a time it is made anew */
    OVER_TIME_WINDOW, /* it is of a window that ends with the time, whatever its length
                       */
    OVER_TIME_OTHER,  /* somehow */
} OverTime;

/* From where to the end of a period it is summed: from the start of the unit in which
   that lies, or since n of them. */
typedef struct {
    bool since_ever; /* from the first fact */
    PeriodUnit unit;
    int32_t n; /* 0: from the start of the unit */
} TimeWindow;

/* What one person can do in a unit of time. */
typedef struct {
    Decimal most;
    AstUnit by;
    uint32_t count; /* of the units that are worked; 0: all of the target's period */
    AstUnit over;
    uint32_t staff; /* 0: those of the audience */
    Span span;
} Capacity;

typedef struct {
    SteerHead head;
    const AstExpr *measure; /* never NULL once it is checked: a formula has one too */
    const AstExpr *formula; /* over other indicators; NULL: none */
    Type type;              /* of the measure */
    Type formula_type;      /* of what the formula makes of the drivers' measures */
    OverTime over_time;
    TimeWindow window;     /* of OVER_TIME_WINDOW */
    const Source **source; /* that rows of the measure are counted in, each once */
    size_t n_source, cap_source;
    Aim aim; /* declared, or what the targets say */
    Target *target;
    size_t n_target;
    const Bound *baseline, *warn, *alarm; /* NULL: not said */
    const Decimal *tolerance;             /* of the target; NULL: not said */
    const char *action;
    SteerLink *link;
    size_t n_link;
    Cascade *cascade;
    size_t n_cascade;
    const Capacity *capacity; /* NULL: not said */
    const Spread *spread;     /* of its target over time, by a profile; NULL: even */
} Indicator;

/* What a strategy wants of an indicator. */
typedef struct {
    const char *indicator;
    Target target;
} StrategyGoal;

/* A strategy, or an objective that serves one. */
typedef struct {
    SteerHead head;
    bool is_objective;
    StrategyKind kind;
    Perspective perspective;
    bool has_horizon;
    DayRange horizon;
    const char *because;
    const AstExprs *steers; /* names of indicators; NULL: none */
    const SteerLink *link;  /* of an objective, to objectives */
    size_t n_link;
    const AstSteeringItem **target; /* as they were written: M op value by D */
    size_t n_target;
    StrategyGoal *goal; /* of those, the ones whose M is an indicator */
    size_t n_goal, cap_goal;
} Strategy;

/* A meeting in which indicators are looked at. */
typedef struct {
    SteerHead head;
    const AstTexts *attendees; /* names or roles; NULL: those of the audience */
    const AstExprs *steers;
    const AstNames *reports; /* NULL: none */
} Ritual;

/* Where the people are found: names of dimensions or columns of a source, in
   backquotes, as `units`.`name`. NULL: not named. */
typedef struct {
    const Source *source;
    const char *name, *role, *unit, *from, *until, *login;
    Span span;
} Staff;

typedef struct {
    Audience **audience;
    size_t n_audience, cap_audience;
    Indicator **indicator;
    size_t n_indicator, cap_indicator;
    Strategy **strategy; /* with the objectives */
    size_t n_strategy, cap_strategy;
    Ritual **ritual;
    size_t n_ritual, cap_ritual;
    const Staff *staff; /* NULL: people are not declared */
} Steering;

/* The last one of that name; NULL: none. */
Audience *steering_audience(const Steering *steering, const char *name);
Indicator *steering_indicator(const Steering *steering, const char *name);
Strategy *steering_strategy(const Steering *steering, const char *name);
Strategy *steering_objective(const Steering *steering, const char *name);
Ritual *steering_ritual(const Steering *steering, const char *name);
/* Is there an indicator, strategy, objective or ritual? */
bool steering_is_declared(const Steering *steering);
/* Its title, else its name. */
const char *steering_title(const SteerHead *head);
/* The name of an indicator that is steered on; NULL: it is no plain name. */
const char *steering_steered(const AstExpr *steered);

/* Is it another number in a longer time, as it is made of what is summed, or of what
   different things are counted of? */
bool steering_grows(const Indicator *indicator);
/* The day on which the window begins that a value of those days is of. */
Day steering_window_begin(const TimeWindow *window, DayRange days);
/* Is it in a longer time what it is in the parts of it together? Of a product about. */
bool steering_adds_up(const Indicator *indicator);

/* The words of the language; the first of each is NONE's, "". */
extern const char *const steer_level_word[STEER_LEVELS];
extern const char *const rhythm_word[RHYTHMS];
extern const char *const aim_word[AIMS];
extern const char *const cascade_word[CASCADES];
extern const char *const strategy_word[STRATEGY_KINDS];
extern const char *const perspective_word[PERSPECTIVES];
/* Which of the words it is, case-insensitively; n: none. */
size_t steering_word(const char *const *words, size_t n, const char *word);

#endif
