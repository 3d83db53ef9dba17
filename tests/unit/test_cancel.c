/* A question that is stopped at its first, second, third batch and so on: it says so,
   leaves nothing behind, and asked again in the same session it answers as ever. */
#include "runtime/render/document.h"
#include "runtime/session/session.h"
#include "tests/unit/unit.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    volatile sig_atomic_t stop;
    unsigned batch, stop_at; /* 0: never */
    StrBuf answer;
} Asked;

static const char model[] =
    "source customers from table customers { entity customer key id  dimension region "
    "dimension big = amount per customer > 500000 }\n"
    "source lines from table lines { key id  join customers on customer  time day = "
    "day "
    "dimension product, size = id * 2  measure amount = sum(amount)  measure lines = "
    "count()  measure mean = median(amount) }\n";

static void fill(const char *path)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(
            db,
            "create table customers(id integer primary key, region text);"
            "create table lines(id integer primary key, customer int, product text,"
            " day date, amount decimal(10, 2));"
            "with recursive c(x) as (select 1 union all select x + 1 from c where "
            "x < 3000) insert into customers select x, 'R' || x % 7 from c;"
            "with recursive c(x) as (select 1 union all select x + 1 from c where "
            "x < 12000) insert into lines select x, x % 3001, 'P' || x % 50,"
            " date('2024-01-01', x % 700 || ' days'), x / 4.0 from c;",
            NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
}

static bool keep(void *self, const Block *block)
{
    Asked *asked = self;
    Sink sink;
    Document document;
    DocumentStyle style = {.format = RENDER_CSV};
    sink_init(&sink, -1);
    document_begin(&document, &sink, &style);
    document_add_result(&document, block->result);
    document_end(&document);
    strbuf_add(&asked->answer, sink.buf.text, sink.buf.len);
    sink_release(&sink);
    return true;
}

static void count_batch(void *self, uint64_t rows)
{
    Asked *asked = self;
    (void)rows;
    if (++asked->batch == asked->stop_at)
        asked->stop = 1;
}

static SessionStatus ask(Session *session, Asked *asked, const char *question,
                         unsigned stop_at)
{
    asked->stop = 0;
    asked->batch = 0;
    asked->stop_at = stop_at;
    strbuf_reset(&asked->answer);
    return session_run_text(session, "question", question, strlen(question),
                            PARSE_SCRIPT);
}

static Session *begin(const char *path, Asked *asked)
{
    SessionOptions options = {
        .store = path,
        .has_today = true,
        .today = civil_to_day(2025, 7, 15),
        .stop = &asked->stop,
        .output = {.block = keep, .progress = count_batch, .self = asked}};
    Session *session = session_new(&options);
    assert_int_equal(ask(session, asked, model, 0), SESSION_OK);
    return session;
}

/* Every batch of the question; the number of batches that it takes. A session keeps
   rows, so one that has answered reads less: each stop is tried in a new session. */
static unsigned stop_everywhere(const char *path, const char *question)
{
    Asked asked = {.stop = 0};
    strbuf_init(&asked.answer);
    Session *session = begin(path, &asked);
    assert_int_equal(ask(session, &asked, question, 0), SESSION_OK);
    char *expected = strbuf_detach(&asked.answer);
    assert_true(*expected);
    session_free(session);
    unsigned n_stopped = 0;
    SessionStatus status = SESSION_SCRIPT_ERROR;
    for (unsigned n = 1; status != SESSION_OK; n++) {
        session = begin(path, &asked);
        status = ask(session, &asked, question, n);
        if (status != SESSION_OK) {
            const DiagSink *diags = session_diags(session);
            assert_int_equal(diags->n_error, 1);
            assert_int_equal(diags->first->code, DIAG_STOPPED);
            assert_string_equal(asked.answer.text, "");
            n_stopped++;
            assert_int_equal(ask(session, &asked, question, 0), SESSION_OK);
        }
        assert_string_equal(asked.answer.text, expected);
        session_free(session);
    }
    free(expected);
    strbuf_release(&asked.answer);
    return n_stopped;
}

static void test_stop_at_every_batch(void **state)
{
    (void)state;
    static const char *const question[] = {
        "show amount, lines by product with total",
        "show amount by region, year where big sort by amount descending",
        "show avg(amount per customer) as each, mean by region for 2024",
        ("show amount by region where product in (show product by product having "
         "amount > 100000)"),
        "list size, amount from lines where customers.region = \"R1\" top 5",
        "show sum(amount per every customer) as x by region across year",
    };
    char folder[] = "/tmp/koers-cancel-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[64];
    snprintf(path, sizeof path, "%s/store.db", folder);
    fill(path);
    unsigned n_stopped = 0;
    for (size_t i = 0; i < COUNT_OF(question); i++)
        n_stopped += stop_everywhere(path, question[i]);
    assert_in_range(n_stopped, 6 * COUNT_OF(question), 100 * COUNT_OF(question));
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stop_at_every_batch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
