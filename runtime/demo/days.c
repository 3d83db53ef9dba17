#include "runtime/demo/days.h"

enum {
    MONTHS_AHEAD = 18,
    RATE_STEP = 45, /* hundred-thousandths a day at most */
    RATE_SCALE = 10000,
};

static void write_calendar(Day from, Day to, Rows *rows)
{
    static const WriterColumn column[] = {
        {"day", "DATE PRIMARY KEY"}, {"iso_year", "INTEGER"},
        {"iso_week", "INTEGER"},     {"month", "TEXT"},
        {"quarter", "TEXT"},         {"fiscal_period", "TEXT"},
        {"working_day", "INTEGER"},  {"weight", "DECIMAL(6,3)"},
    };
    ROWS_TABLE(rows, "calendar", column);
    for (Day day = from; day < to; day++) {
        Civil civil = civil_from_day(day);
        int year, week;
        civil_iso_week(day, &year, &week);
        bool works = civil_weekday(day) <= 5 && !plan_holiday(day);
        rows_day(rows, day);
        rows_int(rows, year);
        rows_int(rows, week);
        rows_printf(rows, "%04d-%02d", civil.year, civil.month);
        rows_printf(rows, "%04d-Q%d", civil.year, (civil.month + 2) / 3);
        rows_printf(rows, "FY%04d-P%02d", civil.year, civil.month);
        rows_int(rows, works);
        rows_decimal(rows, works ? plan_season(civil.month) : 0, 1000);
        rows_end(rows);
    }
}

static void write_holidays(Day from, Day to, Rows *rows)
{
    static const WriterColumn column[] = {{"day", "DATE PRIMARY KEY"},
                                          {"name", "TEXT"}};
    ROWS_TABLE(rows, "holiday", column);
    for (Day day = from; day < to; day++) {
        const char *name = plan_holiday(day);
        if (!name)
            continue;
        rows_day(rows, day);
        rows_text(rows, name);
        rows_end(rows);
    }
}

/* A rate walks by small steps and is pulled back to where it began. */
static void write_rates(const Company *c, Rows *rows)
{
    static const struct {
        const char *currency;
        int rate; /* of one euro, hundred-thousandths */
    } to[] = {{"USD", 108000}, {"GBP", 86000}, {"DKK", 745900}, {"PLN", 431000}};
    static const WriterColumn column[] = {{"day", "DATE"},
                                          {"from_currency", "TEXT"},
                                          {"to_currency", "TEXT"},
                                          {"rate", "DECIMAL(10,5)"}};
    ROWS_TABLE(rows, "fx_rate", column);
    for (int i = 0; i < (int)COUNT_OF(to); i++) {
        Draw draw = draw_from(c->plan.seed, DRAW_RATE, (uint64_t)i);
        int rate = to[i].rate;
        int step = (int)((int64_t)to[i].rate * RATE_STEP / RATE_SCALE);
        for (Day day = c->plan.start; day <= c->plan.today; day++) {
            rate += draw_between(&draw, -step, step) + (to[i].rate - rate) / 100;
            rows_day(rows, day);
            rows_text(rows, "EUR");
            rows_text(rows, to[i].currency);
            rows_decimal(rows, rate, 100000);
            rows_end(rows);
        }
    }
}

void days_write(const Company *c, Rows *rows)
{
    Day from = plan_month_start(&c->plan, -12);
    Day to = plan_month_start(&c->plan, c->plan.n_month + MONTHS_AHEAD);
    write_calendar(from, to, rows);
    write_holidays(from, to, rows);
    write_rates(c, rows);
}
