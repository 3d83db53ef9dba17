/* The prompt without a terminal: its commands, history, colours and drawing. */
#include "runtime/prompt/command.h"
#include "runtime/prompt/complete.h"
#include "runtime/prompt/help.h"
#include "runtime/prompt/highlight.h"
#include "runtime/prompt/history.h"
#include "runtime/prompt/screen.h"
#include "runtime/session/describe.h"

#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void check_command(const char *text, CommandStatus status, int kind,
                          const char *arg)
{
    Command c = command_parse(text, strlen(text));
    if (c.status != status || (status == COMMAND_GOOD && (int)c.kind != kind))
        fail_msg("%s: status %d, kind %d", text, (int)c.status, (int)c.kind);
    if (!arg)
        return;
    assert_int_equal(c.arg_len, strlen(arg));
    assert_memory_equal(c.arg, arg, c.arg_len);
}

static void commands_are_found(void **state)
{
    (void)state;
    check_command("help", COMMAND_GOOD, COMMAND_HELP, "");
    check_command("  \\h top ;", COMMAND_GOOD, COMMAND_HELP, "top");
    check_command("?", COMMAND_GOOD, COMMAND_HELP, "");
    check_command("\\?", COMMAND_GOOD, COMMAND_HELP, "");
    check_command(".help", COMMAND_GOOD, COMMAND_HELP, "");
    check_command("Describe revenue", COMMAND_GOOD, COMMAND_DESCRIBE, "revenue");
    check_command("\\d", COMMAND_GOOD, COMMAND_DESCRIBE, "");
    check_command("timing on", COMMAND_GOOD, COMMAND_TIMING, "on");
    check_command("set timing off;", COMMAND_GOOD, COMMAND_TIMING, "off");
    check_command("format csv", COMMAND_GOOD, COMMAND_FORMAT, "csv");
    check_command(".mode json", COMMAND_GOOD, COMMAND_FORMAT, "json");
    check_command("width 120", COMMAND_GOOD, COMMAND_WIDTH, "120");
    check_command("open my store.db", COMMAND_GOOD, COMMAND_OPEN, "my store.db");
    check_command(".open \"x.db\"", COMMAND_GOOD, COMMAND_OPEN, "x.db");
    check_command("include 'm.koers'", COMMAND_GOOD, COMMAND_INCLUDE, "m.koers");
    check_command("\\i m.koers", COMMAND_GOOD, COMMAND_INCLUDE, "m.koers");
    check_command("watch 2.5 show revenue", COMMAND_GOOD, COMMAND_WATCH,
                  "show revenue");
    check_command("explain show revenue", COMMAND_GOOD, COMMAND_EXPLAIN,
                  "show revenue");
    check_command("\\q", COMMAND_GOOD, COMMAND_QUIT, "");
    check_command("quit;", COMMAND_GOOD, COMMAND_QUIT, "");
    check_command("EXIT", COMMAND_GOOD, COMMAND_QUIT, "");
    check_command("show tables;", COMMAND_GOOD, COMMAND_DESCRIBE, "");
    check_command("clear", COMMAND_GOOD, COMMAND_CLEAR, "");
}

static void texts_are_no_commands(void **state)
{
    static const char *const texts[] = {"",
                                        " ; ",
                                        "show revenue",
                                        "revenue by region",
                                        "width by region",
                                        "open \"x.db\"",
                                        "format, revenue by month",
                                        "exit by month",
                                        "show tables by month",
                                        "show timing",
                                        "q",
                                        "d",
                                        "e + 1",
                                        ".5 + 2",
                                        "watch by month",
                                        "source x from table t",
                                        "set today = 2024-01-01"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        check_command(texts[i], COMMAND_NONE, 0, NULL);
    check_command("\\nosuch", COMMAND_UNKNOWN, 0, NULL);
    check_command(".tabels", COMMAND_UNKNOWN, 0, NULL);
    check_command("\\width wide", COMMAND_BAD_ARGUMENT, 0, NULL);
    check_command("\\watch", COMMAND_BAD_ARGUMENT, 0, NULL);
    check_command("\\open", COMMAND_BAD_ARGUMENT, 0, NULL);
    Command watch = command_parse("watch 0.5 x", 11);
    assert_true(watch.seconds > 0.49 && watch.seconds < 0.51);
}

typedef struct {
    StrBuf all;
    size_t n;
} Read;

static void read_entry(void *self, int64_t seconds, const char *text)
{
    Read *read = self;
    strbuf_addf(&read->all, "%lld<%s>", (long long)seconds, text);
    read->n++;
}

static void history_comes_back(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "show revenue", "show revenue,\n  cost\nby region", "#5\n\\x\n\\#7\n#",
        "\"a\n\nb\"", "text 'ä\n#1700000000'"};
    StrBuf file, want;
    Read read = {.n = 0};
    strbuf_init(&file);
    strbuf_init(&want);
    strbuf_init(&read.all);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        history_encode(&file, 1700000000 + (int64_t)i, texts[i], strlen(texts[i]));
        strbuf_addf(&want, "%zu<%s>", 1700000000 + i, texts[i]);
    }
    history_decode(file.text, file.len, read_entry, &read);
    assert_string_equal(read.all.text, want.text);
    for (size_t cut = 0; cut < file.len; cut++)
        history_decode(file.text, cut, read_entry, &read);
    strbuf_reset(&read.all);
    history_decode("one\ntwo\n", 8, read_entry, &read);
    assert_string_equal(read.all.text, "0<one>0<two>");
    strbuf_reset(&file);
    read.n = 0;
    for (int i = 0; i < HISTORY_MAX + 10; i++)
        history_encode(&file, i, "x", 1);
    history_decode(file.text, file.len, read_entry, &read);
    assert_int_equal(read.n, HISTORY_MAX);
    strbuf_release(&file);
    strbuf_release(&want);
    strbuf_release(&read.all);
}

static void history_is_a_file(void **state)
{
    (void)state;
    char folder[] = "/tmp/koers-history-XXXXXX";
    StrBuf path;
    Read read = {.n = 0};
    strbuf_init(&path);
    strbuf_init(&read.all);
    assert_non_null(mkdtemp(folder));
    assert_int_equal(setenv("XDG_STATE_HOME", folder, 1), 0);
    assert_true(history_path(&path));
    assert_true(history_append(path.text, 5, "a\nb"));
    assert_true(history_append(path.text, 6, "c"));
    history_load(path.text, read_entry, &read);
    assert_string_equal(read.all.text, "5<a\nb>6<c>");
    assert_int_equal(unlink(path.text), 0);
    *strrchr(path.text, '/') = '\0';
    assert_int_equal(rmdir(path.text), 0);
    assert_int_equal(rmdir(folder), 0);
    assert_false(history_append("/proc/koers/history", 1, "x"));
    assert_false(history_wants("", NULL));
    assert_false(history_wants(" secret", NULL));
    assert_false(history_wants("a", "a"));
    assert_true(history_wants("a", "b"));
    strbuf_release(&path);
    strbuf_release(&read.all);
}

/* One letter per byte of the text: what it is coloured as. */
static void check_colours(const char *text, const char *want)
{
    static const char letter[] = ".KUMDNT$#CEB";
    Highlight h = {0};
    size_t len = strlen(text);
    char *got = xcalloc(len + 1, 1);
    memset(got, '.', len);
    highlight_text(&h, text, len, SIZE_MAX, NULL);
    for (size_t i = 0; i < h.n_span; i++) {
        assert_true(h.span[i].end <= len);
        memset(got + h.span[i].begin, letter[h.span[i].kind],
               h.span[i].end - h.span[i].begin);
    }
    assert_string_equal(got, want);
    free(got);
    highlight_release(&h);
}

static void texts_are_coloured(void **state)
{
    (void)state;
    check_colours("show revenue by month", "KKKK.........KK.UUUUU");
    check_colours("where x > 10k -- y", "KKKKK.....NNN.####");
    check_colours("x = \"ab", "....TTT");
    check_colours("x /* ab", "..#####");
    check_colours("$year", "$$$$$");
    check_colours("\\timing on", "CCCCCCC...");
    check_colours("\\nosuch", "EEEEEEE");
    check_colours("explain show x", "CCCCCCC.KKKK..");
}

static void lines_have_reasons(void **state)
{
    (void)state;
    static const char text[] = "show (\n1,\n2)\n\"a\nb\"\n/*\n*/ {\n[\n";
    Highlight h = {0};
    highlight_text(&h, text, strlen(text), SIZE_MAX, NULL);
    assert_int_equal(h.n_reason, 8);
    assert_memory_equal(h.reason, "(( \" *{[", 8);
    highlight_text(&h, "f(a)", 4, 4, NULL);
    assert_int_equal(h.n_span, 2);
    assert_int_equal(h.span[1].kind, HIGHLIGHT_MATCH);
    assert_int_equal(h.span[1].begin, 3);
    highlight_release(&h);
}

/* Every prefix and every cut of a broken text is coloured without a fault. */
static void broken_texts_are_coloured(void **state)
{
    (void)state;
    static const char text[] = "show `x, \"a {b\\ \x80\xff ))]} 2025-99 'q\n/* \001";
    Highlight h = {0};
    for (size_t begin = 0; begin < sizeof text; begin++) {
        for (size_t end = begin; end < sizeof text - 1; end++)
            highlight_text(&h, text + begin, end - begin, end - begin, NULL);
    }
    highlight_release(&h);
}

static char *draw(Screen *screen, const char *text, size_t point, unsigned columns,
                  unsigned rows)
{
    Highlight h = {0};
    StrBuf sb;
    strbuf_init(&sb);
    highlight_text(&h, text, strlen(text), point, NULL);
    ScreenInput in = {.prompt = "koers> ",
                      .text = text,
                      .len = strlen(text),
                      .point = point,
                      .highlight = &h,
                      .columns = columns,
                      .rows = rows};
    screen_draw(&sb, screen, &in);
    highlight_release(&h);
    return strbuf_detach(&sb);
}

static void check_drawing(const char *text, size_t point, unsigned columns,
                          const char *want, unsigned cursor_row)
{
    Screen screen = {0};
    char *got = draw(&screen, text, point, columns, 4);
    char *full = xcalloc(strlen(want) + 32, 1);
    snprintf(full, strlen(want) + 32, "\033[?25l\r\033[J%s\033[?25h", want);
    assert_string_equal(got, full);
    assert_int_equal(screen.cursor_row, cursor_row);
    free(got);
    free(full);
}

static void drawing_knows_its_rows(void **state)
{
    (void)state;
    check_drawing("", 0, 80, "koers> \r\033[7C", 0);
    check_drawing("ab", 1, 80, "koers> ab\r\033[8C", 0);
    check_drawing("(\n)", 3, 80, "koers> (\r\n ...(> )\r\033[8C", 1);
    check_drawing("a,\nb", 0, 80, "koers> a,\r\n  ...> b\033[1A\r\033[7C", 0);
    check_drawing("abcdefgh", 8, 15, "koers> abcdefgh\r\n\r", 1);
    check_drawing("abcdefgh", 7, 15, "koers> abcdefgh\r\033[14C", 0);
    check_drawing("日本語日本", 15, 15, "koers> 日本語日\r\n本\r\033[2C", 1);
    check_drawing("a\033b", 3, 80, "koers> a^[b\r\033[11C", 0);
    Screen screen = {.cursor_row = 2};
    char *got = draw(&screen, "x", 1, 80, 4);
    assert_string_equal(got, "\033[?25l\r\033[2A\033[Jkoers> x\r\033[8C\033[?25h");
    free(got);
    got = draw(&screen, "1\n2\n3\n4\n5\n6\n7", 13, 80, 4);
    assert_int_equal(screen.cursor_row, 3);
    assert_null(strstr(got, "> 3"));
    assert_non_null(strstr(got, "> 4"));
    free(got);
}

static void lines_are_moved_over(void **state)
{
    (void)state;
    static const char text[] = "abcdef\nx\nabcdef";
    size_t column = 0, at = 0;
    assert_false(screen_move_line((Text){text, 15}, 4, -1, &column, &at));
    assert_true(screen_move_line((Text){text, 15}, 4, 1, &column, &at));
    assert_int_equal(at, 8);
    assert_true(screen_move_line((Text){text, 15}, at, 1, &column, &at));
    assert_int_equal(at, 13);
    assert_false(screen_move_line((Text){text, 15}, at, 1, &column, &at));
}

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
    NamedAst report, profile;
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

static void help_has_every_topic(void **state)
{
    StrBuf sb;
    (void)state;
    strbuf_init(&sb);
    assert_true(help_print(&sb, "", 80));
    for (size_t i = 0; help_topic_at(i); i++)
        assert_true(help_print(&sb, help_topic_at(i), 40));
    assert_true(help_print(&sb, "TOP", 0));
    strbuf_reset(&sb);
    assert_false(help_print(&sb, "wher", 80));
    assert_non_null(strstr(sb.text, "did you mean `where`?"));
    strbuf_reset(&sb);
    help_add(&sb, "  ab  cd ef\n\n123456 789012", 9);
    assert_string_equal(sb.text, "  ab  cd\n    ef\n\n123456\n  789012\n");
    strbuf_release(&sb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_are_found),
        cmocka_unit_test(texts_are_no_commands),
        cmocka_unit_test(history_comes_back),
        cmocka_unit_test(history_is_a_file),
        cmocka_unit_test(texts_are_coloured),
        cmocka_unit_test(lines_have_reasons),
        cmocka_unit_test(broken_texts_are_coloured),
        cmocka_unit_test(drawing_knows_its_rows),
        cmocka_unit_test(lines_are_moved_over),
        cmocka_unit_test(completion_knows_its_place),
        cmocka_unit_test(values_are_completed),
        cmocka_unit_test(completion_bears_any_text),
        cmocka_unit_test(models_are_described),
        cmocka_unit_test(help_has_every_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
