/* Answers as a log of deals: numbers in order of coming, what stands twice, what is not
   known; and that a pipeline spreads as far without drawing as it does with it. */
#include "runtime/forecast/deal_read.h"
#include "tests/unit/arena.h"

#include <math.h>
#include <string.h>

typedef struct {
    int32_t period;
    const char *deal, *stage, *segment; /* NULL: empty */
    int64_t value;                      /* below 0: empty */
} Row;

static Value text_of(const char *text)
{
    Value value = {.empty = !text};
    value.as.text.text = text ? text : "";
    value.as.text.len = strlen(value.as.text.text);
    return value;
}

static void add_column(Result *r, const Row *row, size_t n, size_t which)
{
    Type type = {.kind = which == 0   ? VALUE_PERIOD
                         : which == 4 ? VALUE_NUMBER
                                      : VALUE_TEXT,
                 .period = PERIOD_MONTH};
    VectorBuilder *builder = vector_builder_new(type, r->pool);
    for (size_t i = 0; i < n; i++) {
        const char *const texts[] = {NULL, row[i].deal, row[i].stage, row[i].segment};
        Value value = {.empty = which == 4 && row[i].value < 0};
        if (which == 0)
            value.as.period = row[i].period;
        else if (which == 4)
            value.as.number = decimal_from_i64(row[i].value < 0 ? 0 : row[i].value);
        else
            value = text_of(texts[which]);
        vector_builder_add(builder, value);
    }
    r->column[r->n_column++] = (ResultColumn){
        .title = "", .type = type, .vec = vector_builder_finish(builder, r->arena)};
}

static Result *answer(const Row *row, size_t n, bool open, bool segments)
{
    Result *r = result_new();
    r->n_row = (uint32_t)n;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, 5);
    add_column(r, row, n, 0);
    add_column(r, row, n, 1);
    if (open)
        add_column(r, row, n, 2);
    if (segments)
        add_column(r, row, n, 3);
    add_column(r, row, n, 4);
    return r;
}

static const Row opened[] = {
    {10, "b", "talk", "N", 20}, {10, "a", "talk", "N", 10}, {11, "a", "offer", "N", 11},
    {11, "c", "talk", "S", 0},  {11, "c", "offer", "S", 5}, {11, "c", "talk", "S", 3},
    {11, NULL, "talk", "S", 9}, {12, "d", "win", "W", -1},  {13, "0", "zero", "A", 1},
};
static const Row won[] = {{9, "b", NULL, "N", 7},
                          {12, "a", NULL, "N", 13},
                          {12, "e", NULL, "S", 2},
                          {12, "e", NULL, "S", 4},
                          {12, "f", NULL, "S", 0}};

static DealRows read_rows(int32_t last, bool segments)
{
    DealRows rows;
    Result *o = answer(opened, sizeof opened / sizeof *opened, true, segments);
    Result *w = answer(won, sizeof won / sizeof *won, false, segments);
    DealRead read = {.open = o, .won = w, .last = last};
    read.columns.segment = segments ? 3 : 0;
    deal_read(arena, &read, &rows);
    result_unref(o);
    result_unref(w);
    return rows;
}

static void test_read(void **state)
{
    (void)state;
    DealRows rows = read_rows(12, true);
    const DealLog *log = &rows.log;
    assert_int_equal(rows.first, 10);
    assert_int_equal(rows.n_nameless, 1);
    assert_true(log->n_period == 3 && log->n_deal == 6 && log->n_stage == 3 &&
                log->n_segment == 3);
    /* a, b in the first period by name; then c; then d, e, f. */
    static const DealOpen expected[] = {
        {0, 0, 0, 0, 10}, {0, 1, 0, 1, 11}, {1, 0, 0, 0, 20}, {2, 1, 1, 1, 8}};
    assert_int_equal(log->n_open, 5);
    for (size_t i = 0; i < 4; i++) {
        const DealOpen *o = &log->open[i];
        assert_true(o->deal == expected[i].deal && o->period == expected[i].period);
        assert_true(o->segment == expected[i].segment && o->stage == expected[i].stage);
        assert_true(o->amount == expected[i].amount);
    }
    assert_true(log->open[4].deal == 3 && isnan(log->open[4].amount));
    assert_int_equal(log->n_won, 3);
    assert_true(log->won[0].deal == 0 && log->won[0].value == 13);
    assert_true(log->won[1].deal == 4 && log->won[1].value == 6);
    assert_true(log->won[2].deal == 5 && log->won[2].value == 0);
    assert_string_equal(rows.stage[1], "offer");
    assert_string_equal(rows.segment[2], "W");
    static const size_t seen[] = {0, 1, 2, 3};
    assert_memory_equal(rows.n_segment, seen, sizeof seen);
    assert_true(rows.line[0] == 2 && rows.in[0] && rows.line[1] == 0 && !rows.in[5]);
}

static void test_later_changes_no_number(void **state)
{
    (void)state;
    DealRows then = read_rows(11, true), now = read_rows(13, true);
    assert_true(then.log.n_period == 2 && now.log.n_period == 4);
    assert_true(then.log.n_open == 4 && then.log.n_won == 0);
    for (size_t i = 0; i < then.log.n_open; i++)
        assert_memory_equal(&then.log.open[i], &now.log.open[i], sizeof(DealOpen));
    for (size_t i = 0; i < then.log.n_stage; i++)
        assert_string_equal(then.stage[i], now.stage[i]);
}

static void test_little(void **state)
{
    (void)state;
    DealRows rows = read_rows(9, true);
    assert_true(rows.first == 10 && rows.log.n_period == 0 && rows.log.n_open == 0);
    rows = read_rows(12, false);
    assert_true(rows.log.n_segment == 1 && rows.log.n_stage == 3);
    assert_string_equal(rows.segment[0], "");
    Result *none = answer(NULL, 0, true, false);
    deal_read(arena, &(DealRead){.open = none, .won = none, .last = 5}, &rows);
    assert_true(rows.log.n_period == 0 && rows.log.n_won == 0);
    result_unref(none);
}

static void assert_within(double found, double expected, double off)
{
    if (!(fabs(found - expected) <= off))
        fail_msg("found %.12g, expected %.12g", found, expected);
}

/* Two segments, of which one wins half and the other a fifth of what is decided. */
static Hazard two_segments(void)
{
    Stay stay[60];
    size_t n = 0;
    Hazard h;
    for (size_t i = 0; i < 60; i++)
        stay[n++] = (Stay){i % 2, 0, 0, 4, i % (i % 2 ? 10 : 4) < 2 ? 1 : 2};
    assert_true(hazard_fit(arena, (HazardForm){2, 1, 6, HAZARD_STRENGTH}, stay, n, &h));
    return h;
}

static void test_spread(void **state)
{
    (void)state;
    Hazard h = two_segments();
    static const OpenDeal deals[] = {{0, 0, 1, 100}, {1, 0, 3, 250}, {0, 0, 3, 40},
                                     {1, 0, 2, NAN}, {0, 0, 5, 70},  {1, 0, 3, 10}};
    static const double correlations[] = {0, .2};
    const double created[] = {30, 40};
    NewBusiness fresh = {1, 0, created, 50};
    for (size_t c = 0; c < 2; c++) {
        Pipeline p = {.deal = deals, .n_deal = 6, .ahead = 2};
        PipelineExpected e;
        Distribution spread[2];
        p.correlation = correlations[c];
        assert_true(pipeline_expect(arena, &h, &p, &e));
        assert_true(pipeline_spread(&h, &p, spread));
        for (size_t k = 0; k < 2; k++) {
            assert_true(e.period[k].exact);
            assert_within(spread[k].mean, e.period[k].mean, 1e-9);
            assert_within(spread[k].sd, e.period[k].sd, 1e-4 * e.period[k].sd);
        }
        p.fresh = &fresh;
        p.n_fresh = 1;
        assert_true(pipeline_expect(arena, &h, &p, &e));
        assert_true(pipeline_spread(&h, &p, spread));
        for (size_t k = 0; k < 2; k++) {
            assert_within(spread[k].mean, e.period[k].mean, 1e-9);
            assert_within(spread[k].sd, e.period[k].sd, .03 * e.period[k].sd);
        }
    }
    Pipeline p = {.ahead = 0};
    Distribution none;
    assert_false(pipeline_spread(&h, &p, &none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_later_changes_no_number),
        cmocka_unit_test(test_little),
        cmocka_unit_test(test_spread),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
