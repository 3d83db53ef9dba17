/* The checks of steering that a store alone cannot make fire: what was logged, what is
   forecast, and parts that do not make their whole. The world is made by hand. */
#include "runtime/steering/steering.h"
#include "tests/unit/answers.h"

#include <stdio.h>

typedef struct {
    Model model;
    Indicator one, *indicators[1];
    Target target;
    Cascade cascade;
    AstExpr measure;
    AstPath path;
    AstName name;
    AstStmt stmt;
    SteerLog log;
    const char *values; /* of the last months, by blanks; the last at the end */
    const char *parts, *whole;
    bool bridges;
    int due, held, decisions;
    bool knows_looks;
    double chance;
} Small;

enum { MOST_MONTHS = 14 };

/* One line per word of `values`, with the months before `days.hi` as keys. */
static Result *by_month(DayRange days, const char *values)
{
    static const Type month = {.kind = VALUE_PERIOD, .period = PERIOD_MONTH};
    char key[MOST_MONTHS][16], value[MOST_MONTHS][16];
    const char *keys[MOST_MONTHS], *numbers[MOST_MONTHS];
    uint32_t n = 0;
    for (const char *at = values; *at; n++) {
        size_t len = strcspn(at, " ");
        snprintf(value[n], sizeof value[n], "%.*s", (int)len, at);
        at += len + (at[len] == ' ');
    }
    int32_t first = calendar_period_of(PERIOD_MONTH, days.hi) - (int32_t)n;
    for (uint32_t i = 0; i < n; i++) {
        snprintf(key[i], sizeof key[i], "%d", (int)first + (int)i);
        keys[i] = key[i];
        numbers[i] = value[i];
    }
    Result *result = answer_new(n);
    add_column(result, "month", COLUMN_KEY, month, keys);
    add_column(result, "x", COLUMN_MEASURE, plain_type, numbers);
    return result;
}

static Result *one_number(const char *number)
{
    Result *result = answer_new(1);
    add_column(result, "x", COLUMN_MEASURE, plain_type, &number);
    return result;
}

static Result *one_unit(const char *number)
{
    const char *unit = "North";
    Result *result = answer_new(1);
    add_column(result, "unit", COLUMN_KEY, text_type, &unit);
    add_column(result, "x", COLUMN_MEASURE, plain_type, &number);
    return result;
}

static Result *small_ask(void *self, const SteerAsk *ask, const char **why)
{
    Small *s = self;
    (void)why;
    if (ask->has_unit)
        return by_month(ask->days, s->values);
    return ask->by ? one_unit(s->parts) : one_number(s->whole);
}

static Result *small_ask_text(void *self, const char *text, const char **why)
{
    Small *s = self;
    assert_non_null(strstr(text, "bridge"));
    *why = "3 are missing";
    return s->bridges ? one_number("0") : NULL;
}

static bool small_stopped(void *self)
{
    (void)self;
    return false;
}

static bool small_chance(void *self, const Indicator *indicator, const Target *target,
                         SteerOutlook *outlook, const char **why)
{
    (void)indicator;
    (void)target;
    (void)why;
    outlook->chance = ((Small *)self)->chance;
    return true;
}

static bool small_looks(void *self, const char *indicator, DayRange days, int *due,
                        int *held)
{
    const Small *s = self;
    assert_string_equal(indicator, "calls");
    assert_true(days.hi - days.lo > 300);
    *due = s->due;
    *held = s->held;
    return s->knows_looks;
}

static int small_decisions(void *self, const char *indicator, DayRange days)
{
    (void)indicator;
    (void)days;
    return ((Small *)self)->decisions;
}

/* An operational indicator that is in order: at least 10 in each month. */
static void small_init(Small *s)
{
    memset(s, 0, sizeof *s);
    s->name = (AstName){.text = "calls"};
    s->path = (AstPath){&s->name, 1, 1, {0}};
    s->measure.kind = AST_EXPR_PATH;
    s->measure.as.path = s->path;
    s->target.bound = (Bound){.op = AST_OP_GE, .low = decimal_from_i64(10)};
    s->cascade = (Cascade){.over = &s->path, .rule = CASCADE_SAME};
    s->one = (Indicator){.measure = &s->measure,
                         .type = plain_type,
                         .aim = AIM_UP,
                         .target = &s->target,
                         .n_target = 1,
                         .action = "call",
                         .cascade = &s->cascade,
                         .n_cascade = 1};
    s->one.head = (SteerHead){.name = "calls",
                              .level = STEER_LEVEL_OPERATIONAL,
                              .rhythm = RHYTHM_MONTHLY,
                              .owner = "Ann",
                              .ast = &s->stmt};
    s->indicators[0] = &s->one;
    s->model.steering.indicator = s->indicators;
    s->model.steering.n_indicator = 1;
    s->log = (SteerLog){.looks = small_looks,
                        .decisions = small_decisions,
                        .began = DAY_NONE,
                        .first = civil_to_day(2024, 12, 1),
                        .self = s};
    s->values = "9 11 12 12 11 12 12 12";
    s->parts = s->whole = "100";
    s->bridges = s->knows_looks = true;
    s->due = s->held = 12;
    s->decisions = 1;
    s->chance = 0.5;
}

/* The findings of one check as `severity reason`, parted by `|`. */
static void check_found(Small *s, SteerCheck check, const char *want)
{
    Arena *arena = arena_new();
    SteerFindings findings;
    SteerWorld world = {.model = &s->model,
                        .arena = arena,
                        .today = civil_to_day(2026, 1, 15),
                        .style = {.locale = locale_default()},
                        .ask = small_ask,
                        .ask_text = small_ask_text,
                        .stopped = small_stopped,
                        .outlook = small_chance,
                        .log = &s->log,
                        .self = s};
    StrBuf sb;
    strbuf_init(&sb);
    assert_true(steering_check_all(&world, &findings));
    for (size_t i = 0; i < findings.n; i++) {
        if (findings.item[i].check == check)
            strbuf_addf(&sb, "%s%s %s", sb.len ? "|" : "",
                        steer_severity_word[findings.item[i].severity],
                        findings.item[i].reason);
    }
    assert_string_equal(sb.text, want);
    strbuf_release(&sb);
    arena_free(arena);
}

static void red_wants_a_decision(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    check_found(&s, STEER_E2, "");
    s.values = "12 12 9 9";
    check_found(&s, STEER_E2, "");
    s.decisions = 0;
    check_found(&s, STEER_E2,
                "warning red for 2 periods without a decision: it goes to the tactical "
                "level");
    s.values = "9 9 9 12";
    check_found(&s, STEER_E2, "");
    s.values = "12 12 12 9";
    check_found(&s, STEER_E2, "");
}

static void rhythms_are_kept(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    check_found(&s, STEER_E3, "");
    s.due = 10;
    s.held = 8;
    check_found(&s, STEER_E3, "");
    s.held = 7;
    check_found(&s, STEER_E3,
                "warning of 10 looks that were due in a year 7 were kept");
    s.knows_looks = false;
    check_found(&s, STEER_E3, "info not checked for `calls`: no look is logged");
}

static void what_is_never_red_is_asked_about(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    check_found(&s, STEER_E4, "");
    s.decisions = 0;
    check_found(&s, STEER_E4, "");
    s.values = "12 13 12 13";
    check_found(&s, STEER_E4, "info never red and never decided upon in a year");
    s.decisions = 1;
    check_found(&s, STEER_E4, "");
    s.decisions = 0;
    s.log.first = civil_to_day(2025, 2, 1);
    check_found(&s, STEER_E4, "info not checked: nothing is logged of a year ago");
    s.log.first = civil_to_day(2024, 12, 1);
    s.one.n_target = 0; /* grey all year */
    check_found(&s, STEER_E4, "");
    s.one.n_target = 1;
    s.values = "9 12 12 12 12 12 12 12 12 12 12 12"; /* red in 2025-01 */
    check_found(&s, STEER_E4, "");
    s.values = "9 9 12 12 12 12 12 12 12 12 12 12 12 12"; /* in 2024-12 */
    check_found(&s, STEER_E4, "info never red and never decided upon in a year");
}

static void targets_are_neither_certain_nor_out_of_reach(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    check_found(&s, STEER_C9, "");
    s.chance = 0.2;
    check_found(&s, STEER_C9, "");
    s.chance = 0.13;
    check_found(&s, STEER_C9, "warning the forecast reaches it with 13%");
    s.chance = 0.97;
    check_found(&s, STEER_C9, "warning the forecast reaches it with 97%");
}

static void parts_make_the_whole(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    check_found(&s, STEER_D5, "");
    s.parts = "99";
    check_found(
        &s, STEER_D5,
        "error its units made 99 together in the last 12 months, all of it 100");
}

static void a_stock_is_explained(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    s.bridges = false;
    check_found(&s, STEER_D6, "");
    s.one.type.add = ADD_STOCK;
    check_found(&s, STEER_D6,
                "error what came and went does not explain it: 3 are missing");
    s.bridges = true;
    check_found(&s, STEER_D6, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(red_wants_a_decision),
        cmocka_unit_test(rhythms_are_kept),
        cmocka_unit_test(what_is_never_red_is_asked_about),
        cmocka_unit_test(targets_are_neither_certain_nor_out_of_reach),
        cmocka_unit_test(parts_make_the_whole),
        cmocka_unit_test(a_stock_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
