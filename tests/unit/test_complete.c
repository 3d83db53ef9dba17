/* What Tab offers, and how a model is described. */
#include "runtime/prompt/complete.h"
#include "runtime/session/describe.h"

#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Two measures, an entity and dimensions; everything else is zero. */
typedef struct {
    Measure revenue, orders;
    Dim customer, region, order_date;
    Source source;
    Measure *measure[2];
    Dim *dim[3];
    Source *sources[1];
    Model model;
    Indicator coverage, *indicators[1];
    Strategy growth, fewer, *strategies[2];
    Audience board, *audiences[1];
    Staff staff;
    NamedAst report, profile, lesson;
    NamedCalendar calendar;
} Small;

static void small_init(Small *s)
{
    memset(s, 0, sizeof *s);
    s->revenue.name = "revenue";
    s->revenue.title = "Net of discount";
    s->revenue.source = &s->source;
    s->orders.name = "orders";
    s->customer.name = "customer";
    s->customer.kind = DIM_ENTITY;
    s->region.name = "region";
    s->order_date.name = "Order Date";
    s->source.name = "lines";
    s->measure[0] = &s->revenue;
    s->measure[1] = &s->orders;
    s->dim[0] = &s->customer;
    s->dim[1] = &s->region;
    s->dim[2] = &s->order_date;
    s->source.measure = s->measure;
    s->source.n_measure = 2;
    s->source.entity = &s->customer;
    s->source.dim = s->dim;
    s->source.n_dim = 3;
    s->sources[0] = &s->source;
    s->model.source = s->sources;
    s->model.n_source = 1;
    s->coverage.head.name = "coverage";
    s->board.head.name = "board";
    s->indicators[0] = &s->coverage;
    s->audiences[0] = &s->board;
    s->model.steering.indicator = s->indicators;
    s->model.steering.n_indicator = 1;
    s->model.steering.audience = s->audiences;
    s->model.steering.n_audience = 1;
}

/* What is declared around the sources, by name alone. */
static void small_declare(Small *s)
{
    s->growth.head.name = "growth";
    s->fewer.head.name = "fewer_losses";
    s->fewer.is_objective = true;
    s->strategies[0] = &s->growth;
    s->strategies[1] = &s->fewer;
    s->model.steering.strategy = s->strategies;
    s->model.steering.n_strategy = 2;
    s->staff = (Staff){.source = &s->source, .name = "`region`", .role = "`a`.`job`"};
    s->model.steering.staff = &s->staff;
    s->report.name = "monday";
    s->model.report = &s->report;
    s->model.n_report = 1;
    s->profile.name = "season";
    s->model.profile = &s->profile;
    s->model.n_profile = 1;
    s->lesson.name = "first";
    s->model.lesson = &s->lesson;
    s->model.n_lesson = 1;
    s->calendar.name = "fiscal";
    s->model.calendar = &s->calendar;
    s->model.n_calendar = 1;
}

/* What region holds; nothing else holds anything. */
static const Intern *small_values(void *self, const char *from, const char *owner,
                                  const char *name)
{
    (void)owner;
    if (from && strcmp(from, "lines") != 0)
        return strcmp(from, "(list a from b)") == 0 ? self : NULL;
    return strcmp(name, "region") == 0 ? self : NULL;
}

static Intern *small_pool(void)
{
    static const char *const texts[] = {"North",   "Nordics", "a\"b",         "a'b\\",
                                        "{\t\033", "\xff",    "\xe2\x80\xaeX"};
    Intern *pool = intern_new(NULL);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        intern_add(pool, texts[i], strlen(texts[i]));
    return pool;
}

/* The first candidates, with `|` between; `want` may be a beginning of them. */
static void check_completion(const Model *model, const char *text, size_t begin,
                             const char *want)
{
    Arena *arena = arena_new();
    Intern *pool = small_pool();
    ValueSource values = {small_values, pool};
    StrBuf sb;
    strbuf_init(&sb);
    Completion c = complete_at(text, strlen(text), model, &values, arena);
    for (size_t i = 0; i < c.n; i++)
        strbuf_addf(&sb, "%s|", c.item[i].text);
    if (c.files)
        strbuf_adds(&sb, "FILES");
    if (strncmp(sb.text, want, strlen(want)) != 0 || (!*want && sb.len))
        fail_msg("%s: %s", text, sb.text);
    assert_int_equal(c.begin, begin);
    strbuf_release(&sb);
    intern_free(pool);
    arena_free(arena);
}

static void completion_knows_its_place(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    small_declare(&s);
    const Model *m = &s.model;
    check_completion(m, "sho", 0, "show|");
    check_completion(m, "show re", 5, "revenue|region|");
    check_completion(m, "SHOW RE", 5, "revenue|region|");
    check_completion(m, "rev", 0, "revenue|");
    check_completion(m, "show revenue by re", 16, "region|");
    check_completion(m, "show revenue by or", 16, "");
    check_completion(m, "show revenue by ", 16, "`Order Date`|customer|region|day|");
    check_completion(m, "show revenue by m", 16, "month|");
    check_completion(m, "show revenue whe", 13, "where|");
    check_completion(m, "show revenue where cu", 19, "customer|");
    check_completion(m, "show su", 5, "sum|");
    check_completion(m, "show revenue so", 13, "sort|");
    check_completion(m, "show revenue\nso", 13, "sort|solve|source|");
    check_completion(m, "show revenue sort by ", 21, "orders|revenue|");
    check_completion(m, "show revenue top 5 by ", 22, "orders|revenue|");
    check_completion(m, "show revenue by lines.", 22, "`Order Date`|customer|region|");
    check_completion(m, "list ", 5, "`Order Date`|customer|region|");
    check_completion(m, "list region from ", 17, "csv|lines|sql|table|");
    check_completion(m, "show revenue for l", 17, "last|");
    check_completion(m, "measure x : mo", 12, "money|");
    check_completion(m, "set t", 4, "today|");
    check_completion(m, "show revenue by region chart ", 29,
                     "area|bar|bullet|column|funnel|");
    check_completion(m, "show revenue by region chart he", 29, "heatmap|");
    check_completion(m, "forecast revenue by month next 3 using s", 39,
                     "seasonal_damped|seasonal_naive|ses|");
    check_completion(m, "commit ", 7, "orders|revenue|");
    check_completion(m, "commit revenue 5 f", 17, "for|");
    check_completion(m, "commit revenue 5 for ne", 21, "next|");
    check_completion(m, "commit revenue 5 for 2025-08 w", 29, "where|");
    check_completion(m, "forecast revenue by month next 3 k", 33, "keep|");
    check_completion(m, "forecast revenue by month next 3 having p", 40,
                     "p10|p50|p90|percentile|period|power|prior|");
    check_completion(m, "forecast revenue by month next 3 pa", 33, "paths|");
    check_completion(m, "exi", 0, "exit|");
    check_completion(m, "show revenue -- wh", 18, "");
    check_completion(m, "open \"no", 6, "FILES");
    check_completion(m, "use \"no", 5, "FILES");
    check_completion(m, "include no", 8, "FILES");
    check_completion(m, "\\inc", 1, "include|");
    check_completion(m, ".desc", 1, "describe|");
    check_completion(m, "describe re", 9, "region|revenue|");
    check_completion(m, "timing o", 7, "off|on|");
    check_completion(m, "help wh", 5, "where|");
    check_completion(m, "doc sales.wa", 4, "sales.wallet|sales.waterfall|");
    check_completion(m, "use sales.wa", 4, "sales.wallet|sales.waterfall|");
    check_completion(m, "show revenue; use s", 18, "sales.accuracy|sales.acquisition|");
    check_completion(m, "use sales.wallet;\nsh", 18, "show|");
    check_completion(m, "explain show re", 13, "revenue|region|");
    check_completion(m, "watch 5 show re", 13, "revenue|region|");
    check_completion(m, "indicator x { level ", 20, "operational|strategic|tactical|");
    check_completion(m, "indicator x { rhythm w", 21, "weekly|");
    check_completion(m, "strategy x { choice m", 20, "margin|market development|");
    check_completion(m, "indicator x { drives ", 21, "coverage|");
    check_completion(m, "ritual x { steers coverage, ", 28, "coverage|");
    check_completion(m, "indicator x { audience b", 23, "board|");
    check_completion(m, "brief for b", 10, "board|");
    check_completion(m, "decide c", 7, "coverage|");
    check_completion(m, "objective x { drives ", 21, "fewer_losses|");
    check_completion(m, "objective x { serves ", 21, "growth|");
    check_completion(m, "objective x { steers ", 21, "coverage|");
    check_completion(m, "strategy x { target c", 20, "coverage|");
    check_completion(m, "solve c", 6, "coverage|");
    check_completion(m, "indicator x { serves c", 21, "cash|");
    check_completion(m, "report x serves s", 16, "self_steering|");
    check_completion(m, "indicator x { waive A1", 20, "A1|A10|A11|");
    check_completion(m, "indicator x { cascade over region as w", 37, "weighted|");
    check_completion(m, "indicator x { spread by profile ", 32, "season|");
    check_completion(m, "ritual x { report ", 18, "monday|");
    check_completion(m, "set calendar = ", 15, "fiscal|");
    check_completion(m, "brief on re", 9, "");
    check_completion(m, "strategy x { s", 13, "steers|");
    check_completion(m, "strategy x { d", 13, "");
    check_completion(m, "objective x { d", 14, "drives|");
    check_completion(m, "lesson x { ask \"a\" e", 19, "expect|");
    check_completion(m, "lesson x { text \"a\" a", 20, "ask|");
    check_completion(m, "learn \"", 7, "first|");
    check_completion(m, "learn f", 6, "\"first\"|");
    check_completion(m, "solve revenue = 3 by o", 21, "orders|");
    check_completion(m, "show revenue for f", 17, "full|fiscal|");
    check_completion(m, "show revenue for re", 17, "");
    check_completion(m, "explain co", 8, "coverage|commit|coalesce|count|");
    check_completion(m, "explain bo", 8, "board|");
    check_completion(m, "describe co", 9, "coverage|");
    check_completion(m, "show revenue; explain bo", 22, "board|");
    check_completion(m, "list indicator from koers_i", 20, "koers_indicators|");
    check_completion(m, "show ) re", 7, "");
    check_completion(NULL, "sh", 0, "show|");
}

static void values_are_completed(void **state)
{
    Small s;
    (void)state;
    small_init(&s);
    small_declare(&s);
    const Model *m = &s.model;
    check_completion(m, "where region = \"no", 16, "Nordics|North|");
    check_completion(m, "where lines.region != 'Nort", 23, "North|");
    check_completion(m, "x where region in (\"a\", $b, \"Nort", 29, "North|");
    check_completion(m, "x where `region` not in (\"Nort", 26, "North|");
    check_completion(m, "x where region not like \"Nort", 25, "North|");
    check_completion(m, "run r(region: \"Nort", 15, "North|");
    check_completion(m, "where region = \"a", 16, "a'b\\\\|a\\\"b|");
    check_completion(m, "where region = 'a", 16, "a\"b|a\\'b\\\\|");
    check_completion(m, "where region = \"\\", 16, "\\u{202E}X|\\{\\t\\u{1B}|");
    check_completion(m, "where region = nort", 15, "\"North\"|");
    check_completion(m, "where region = ", 15, "\"\\u{202E}X\"|\"\\{");
    check_completion(m, "where customer = \"N", 18, "");
    check_completion(m, "indicator x { owner \"Nort", 21, "North|");
    check_completion(m, "ritual x { attendees \"a\", \"Nort", 27, "North|");
    check_completion(m, "audience x members \"a\", \"b\", \"c\", \"Nort", 35, "North|");
    check_completion(m, "decide coverage \"x\" owner \"Nort", 27, "North|");
    check_completion(m, "brief for \"Nort", 11, "North|");
    check_completion(m, "indicator x { cascade over region as sum (\"Nort", 43,
                     "North|");
    check_completion(
        m, "indicator x { cascade over lines.region as sum (\"a\" = 1, \"Nort", 58,
        "North|");
    check_completion(m, "indicator x { action \"Nort", 22, "");
    check_completion(m, "where region (\"N", 15, "");
    check_completion(m, "list x from (list a from b) where y = \"Nort", 39, "North|");
    check_completion(m, "list x from `a b` where region = \"Nort", 34, "");
    check_completion(m, "list x from a where y in (show region where region = \"Nort",
                     54, "North|");
    check_completion(
        m, "show region where z in (list x from (list a from b) where if(y = \"Nort",
        66, "North|");
    check_completion(m, "text \"N", 6, "");
}

static void completion_bears_any_text(void **state)
{
    Small s;
    (void)state;
    static const char text[] = "explain show `a, \"b\" by ( x\\ } .d\n/* \x80 $y 'z";
    small_init(&s);
    for (size_t begin = 0; begin < sizeof text; begin++) {
        for (size_t end = begin; end < sizeof text; end += 3) {
            Arena *arena = arena_new();
            Completion c =
                complete_at(text + begin, end - begin, &s.model, NULL, arena);
            assert_true(c.begin <= end - begin);
            arena_free(arena);
        }
    }
}

static void models_are_described(void **state)
{
    Small s;
    StrBuf sb;
    (void)state;
    small_init(&s);
    strbuf_init(&sb);
    describe_model(&sb, &s.model, 80);
    assert_string_equal(sb.text, "source lines\n"
                                 "  measures\n"
                                 "    revenue    Net of discount\n"
                                 "    orders\n"
                                 "  dimensions\n"
                                 "    customer    entity\n"
                                 "    region\n"
                                 "    Order Date\n");
    strbuf_reset(&sb);
    assert_true(describe_name(&sb, &s.model, NULL, "Revenue", 80));
    assert_string_equal(sb.text, "measure revenue: Net of discount\n"
                                 "  of source lines\n");
    strbuf_reset(&sb);
    assert_false(describe_name(&sb, &s.model, NULL, "revenu", 80));
    assert_string_equal(sb.text,
                        "the model has no `revenu`; did you mean `revenue`?\n");
    strbuf_release(&sb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(completion_knows_its_place),
        cmocka_unit_test(values_are_completed),
        cmocka_unit_test(completion_bears_any_text),
        cmocka_unit_test(models_are_described),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
