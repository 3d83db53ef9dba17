/* What kind of value an expression has: its value kind, its unit, and how it adds
   up. Types are values. Source of the rules: language reference, "Kinds". */
#ifndef KOERS_RUNTIME_MODEL_TYPE_H
#define KOERS_RUNTIME_MODEL_TYPE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    VALUE_NUMBER,
    VALUE_TEXT,
    VALUE_BOOLEAN,
    VALUE_DATE,   /* a day */
    VALUE_MOMENT, /* local date and time of day */
    VALUE_PERIOD, /* one period of Type.period */
} ValueKind;

typedef enum {
    UNIT_NONE,    /* unknown or plain: literals, columns without a declared unit */
    UNIT_COUNT,   /* whole things */
    UNIT_PERCENT, /* 0.15 prints as 15.0% */
    UNIT_MONEY,
    UNIT_DAYS,
    UNIT_HOURS,
} UnitKind;

enum { CURRENCY_SIZE = 4 };

typedef struct {
    UnitKind kind;
    char currency[CURRENCY_SIZE]; /* of UNIT_MONEY; "" for money in any currency */
} Unit;

typedef enum {
    PERIOD_DAY,
    PERIOD_WEEK,
    PERIOD_MONTH,
    PERIOD_QUARTER,
    PERIOD_HALF,
    PERIOD_YEAR,
} PeriodBase;

/* A unit of time in a calendar, packed into a number, so that equal units are equal
   numbers; see calendar.h. A plain PeriodBase is a unit of the civil calendar. */
typedef uint32_t PeriodUnit;

/* How a measure adds up, weakest last; arithmetic over measures is a ratio. */
typedef enum {
    ADD_FLOW,     /* over everything */
    ADD_STOCK,    /* over everything but time */
    ADD_DISTINCT, /* recomputed from states */
    ADD_RATIO,    /* recomputed from its parts */
} Additivity;

typedef struct {
    ValueKind kind;
    Unit unit;         /* of numbers */
    PeriodUnit period; /* of VALUE_PERIOD */
    bool integer;      /* shown without decimals */
    bool quotient;     /* holds a division: a product with it is rounded again */
    bool per_count;    /* money over a count: the price of one, no share */
    bool empty_only;   /* holds nothing, so it fits every kind: the constant `empty`, a
                           column without values */
    bool band;         /* texts that band() makes, `10..20`: ordered by their numbers */
    Additivity add;    /* of measures */
} Type;

#endif
