/* However rows are read, by one thread or several, with what is not asked for left out
   early or not, an answer is the same. */
#include "runtime/session/session.h"
#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Rows with far numbers, so that few of them are worth threads; dates in every form
   that a store may hold, and without one. */
static const char *const schema =
    "create table towns (town_id integer primary key, name text, land text);"
    "insert into towns values (1, 'Ulm', 'BW'), (2, 'Bonn', 'NW'), (3, 'Kiel', null);"
    "create table sales (sale_id integer primary key, sold text, paid text,"
    " town_id integer, channel text, amount real);"
    "with recursive n(i) as (values (1) union all select i + 1 from n where i < 4000)"
    " insert into sales select i * 60,"
    "  case when i % 97 = 0 then null when i % 89 = 0 then ''"
    "   else date('2023-01-01', ((i * 7919) % 1000) || ' days') end,"
    "  case when i % 5 = 0 then null"
    "   else datetime('2023-01-01', ((i * 104729) % 24000000) || ' minutes') end,"
    "  i % 5, case i % 3 when 0 then 'web' when 1 then 'shop' end,"
    "  (i * 31 % 1000) / 100.0 from n;";

static const char *const model =
    "source towns from table towns { entity town key town_id label name"
    " dimension land }\n"
    "source sales from table sales { key sale_id join towns on town_id"
    " time sold = sold time paid = paid dimension channel"
    " measure amount = sum(amount) measure paid_amount = sum(amount) on paid"
    " measure n = count() measure web = count() where channel = \"web\""
    " measure towns_met = count(distinct town_id) measure mid = median(amount)"
    " measure newest = last(amount by sold) }\n"
    "source shops from sales where channel = \"shop\" { time sold = sold"
    " measure shop_amount = sum(amount) }\n";

static const char *const questions[] = {
    "show amount, n, web, towns_met, mid, newest for 2024",
    "show amount, n by town for 2024 with total",
    "show amount, paid_amount by month for 2024",
    "show amount, web by quarter, land for 2024-Q2 .. 2025-Q1 with total",
    "show n, mid by year",
    "show amount by month for 2019",
    "show shop_amount by month for 2024",
    "show n by channel, month for 2025 where land is not empty",
    ("show amount by town where channel = \"web\" for 2024 sort by amount descending"
     " top 1 by amount with others"),
};

typedef struct {
    StrBuf text;
    char folder[64], path[96];
} Fixture;

static bool keep_block(void *self, const Block *block)
{
    StrBuf *text = self;
    const Result *result = block->result;
    for (uint32_t row = 0; result && row < result->n_row; row++) {
        for (uint16_t c = 0; c < result->n_column; c++) {
            const ResultColumn *column = &result->column[c];
            value_print(text, column->type,
                        vector_value(&column->vec, column->type, row));
            strbuf_addc(text, column->partial && column->partial[row] ? '~' : '|');
        }
        strbuf_addc(text, '\n');
    }
    return true;
}

static void answer(Fixture *f, const char *question, uint32_t threads, bool reads_all)
{
    SessionOptions options = {.store = f->path,
                              .has_today = true,
                              .today = 20400,
                              .threads = threads,
                              .reads_all = reads_all,
                              .output = {.block = keep_block, .self = &f->text}};
    StrBuf script;
    strbuf_init(&script);
    strbuf_adds(&script, model);
    strbuf_adds(&script, question);
    strbuf_reset(&f->text);
    Session *session = session_new(&options);
    SessionStatus status =
        session_run_text(session, "test", script.text, script.len, PARSE_SCRIPT);
    const DiagSink *sink = session_diags(session);
    if (sink->first)
        print_message("%s: %s\n", question, sink->first->message);
    assert_int_equal(status, SESSION_OK);
    session_free(session);
    strbuf_release(&script);
}

static void answers_do_not_depend_on_reading(void **state)
{
    Fixture *f = *state;
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        answer(f, questions[q], 1, true);
        assert_true(f->text.len > 0);
        char *expected = strdup(f->text.text);
        for (uint32_t threads = 1; threads <= 4; threads++) {
            answer(f, questions[q], threads, false);
            assert_string_equal(f->text.text, expected);
            answer(f, questions[q], threads, true);
            assert_string_equal(f->text.text, expected);
        }
        free(expected);
    }
}

static int set_up(void **state)
{
    static Fixture f;
    strcpy(f.folder, "/tmp/koers-test-XXXXXX");
    if (!mkdtemp(f.folder))
        return 1;
    snprintf(f.path, sizeof f.path, "%s/store.db", f.folder);
    strbuf_init(&f.text);
    char command[160];
    snprintf(command, sizeof command, "sqlite3 -batch %s", f.path);
    FILE *shell = popen(command, "w");
    if (!shell)
        return 1;
    fputs(schema, shell);
    *state = &f;
    return pclose(shell);
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    unlink(f->path);
    rmdir(f->folder);
    strbuf_release(&f->text);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_do_not_depend_on_reading),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
