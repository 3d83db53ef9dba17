/* `adoption`: are the looks kept that were due, what does nobody look at, and what was
   decided and is open. */
#include "runtime/base/ascii.h"
#include "runtime/session/check_steering.h"
#include "runtime/session/driver.h"
#include "runtime/session/log.h"

enum {
    COLUMN_INDICATOR,
    COLUMN_RHYTHM,
    COLUMN_OWNER,
    COLUMN_DUE,
    COLUMN_HELD,
    COLUMN_KEPT,
    COLUMN_LAST,
    COLUMN_DECISIONS,
    COLUMN_OPEN,
    COLUMN_OVERDUE,
    COLUMN_COUNT
};

enum { DAYS_OF_YEAR = 365 };

typedef struct {
    Session *s;
    Journal journal;
    const SteerLog *log; /* NULL: nothing was logged */
    DriverTable table;
} Adoption;

static const Type count_type = {
    .kind = VALUE_NUMBER, .unit.kind = UNIT_COUNT, .integer = true};
static const Type percent_type = {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT};

static void add_count(Adoption *a, size_t column, int n)
{
    driver_cell(&a->table, column, count_type,
                (Value){.as.number = decimal_from_i64(n)});
}

/* held / due */
static void add_share(Adoption *a, size_t column, int held, int due)
{
    Value share = {.empty = due == 0};
    if (due &&
        !decimal_div(decimal_from_i64(held), decimal_from_i64(due), &share.as.number))
        share.empty = true;
    driver_cell(&a->table, column, percent_type, share);
}

/* A decision is open from its day on until a later one on the same indicator; without a
   day it is due on it is none that waits. */
static bool is_open(const Adoption *a, size_t at)
{
    const JournalDecision *one = &a->journal.decision[at];
    if (one->due == DAY_NONE)
        return false;
    for (size_t i = at + 1; i < a->journal.n_decision; i++) {
        if (ascii_same(a->journal.decision[i].indicator, one->indicator))
            return false;
    }
    return true;
}

static void add_decisions(Adoption *a, const char *name)
{
    int n = 0, open = 0, overdue = 0;
    for (size_t i = 0; i < a->journal.n_decision; i++) {
        const JournalDecision *one = &a->journal.decision[i];
        if (!ascii_same(one->indicator, name))
            continue;
        bool waits = is_open(a, i);
        n++;
        open += waits;
        overdue += waits && one->due < a->s->settings.today;
    }
    add_count(a, COLUMN_DECISIONS, n);
    add_count(a, COLUMN_OPEN, open);
    add_count(a, COLUMN_OVERDUE, overdue);
}

static void add_indicator(Adoption *a, const Indicator *one)
{
    int due = 0, held = 0;
    Day today = a->s->settings.today, last = DAY_NONE;
    if (a->log) {
        a->log->looks(a->log->self, one->head.name,
                      (DayRange){today - DAYS_OF_YEAR, today + 1}, &due, &held);
        last = a->log->last(a->log->self, one->head.name, today + 1);
    }
    driver_text(&a->table, COLUMN_INDICATOR, one->head.name);
    driver_text(&a->table, COLUMN_RHYTHM, rhythm_word[one->head.rhythm]);
    driver_text(&a->table, COLUMN_OWNER, one->head.owner);
    add_count(a, COLUMN_DUE, due);
    add_count(a, COLUMN_HELD, held);
    add_share(a, COLUMN_KEPT, held, due);
    driver_day(&a->table, COLUMN_LAST, last);
    add_decisions(a, one->head.name);
}

static bool is_read(const Adoption *a, const char *report)
{
    for (size_t i = 0; i < a->journal.n_look; i++) {
        if (!ascii_casecmp(a->journal.look[i].kind, "report") &&
            ascii_same(a->journal.look[i].name, report))
            return true;
    }
    return false;
}

/* "nobody looked at: a, b" */
static void note_names(Adoption *a, const char *lead, const char *names)
{
    if (*names)
        driver_note(&a->table, arena_printf(a->s->statement, "%s%s", lead, names));
}

static const char *add_name(Adoption *a, const char *list, const char *name)
{
    return arena_printf(a->s->statement, "%s%s%s", list, *list ? ", " : "", name);
}

static void note_unread(Adoption *a)
{
    const Model *model = &a->s->model;
    const char *unseen = "", *unread = "";
    for (size_t i = 0; i < model->steering.n_indicator && a->log; i++) {
        const Indicator *one = model->steering.indicator[i];
        if (steering_indicator(&model->steering, one->head.name) == one &&
            a->log->last(a->log->self, one->head.name, a->s->settings.today + 1) ==
                DAY_NONE)
            unseen = add_name(a, unseen, one->head.name);
    }
    for (size_t i = 0; i < model->n_report && a->log; i++) {
        if (!is_read(a, model->report[i].name))
            unread = add_name(a, unread, model->report[i].name);
    }
    note_names(a, "nobody looked at: ", unseen);
    note_names(a, "reports that nobody read: ", unread);
}

static void note_open(Adoption *a)
{
    for (size_t i = 0; i < a->journal.n_decision; i++) {
        const JournalDecision *one = &a->journal.decision[i];
        StrBuf sb;
        if (!is_open(a, i))
            continue;
        strbuf_init(&sb);
        strbuf_adds(&sb, one->due < a->s->settings.today ? "overdue since " : "due ");
        civil_print_day(&sb, one->due);
        strbuf_addf(&sb, ": %s: %s%s%s", one->indicator, one->decision,
                    *one->owner ? ", " : "", one->owner);
        driver_note(&a->table, sb.text);
        strbuf_release(&sb);
    }
}

static const DriverColumn column[COLUMN_COUNT] = {
    [COLUMN_INDICATOR] = {"indicator", {.kind = VALUE_TEXT}, true, false},
    [COLUMN_RHYTHM] = {"rhythm", {.kind = VALUE_TEXT}, false, false},
    [COLUMN_OWNER] = {"owner", {.kind = VALUE_TEXT}, false, false},
    [COLUMN_DUE] = {"due", {.kind = VALUE_NUMBER, .integer = true}, false, false},
    [COLUMN_HELD] = {"held", {.kind = VALUE_NUMBER, .integer = true}, false, false},
    [COLUMN_KEPT] = {"kept",
                     {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT},
                     false,
                     false},
    [COLUMN_LAST] = {"last look", {.kind = VALUE_DATE}, false, false},
    [COLUMN_DECISIONS] = {"decisions",
                          {.kind = VALUE_NUMBER, .integer = true},
                          false,
                          false},
    [COLUMN_OPEN] = {"open", {.kind = VALUE_NUMBER, .integer = true}, false, false},
    [COLUMN_OVERDUE] = {"overdue",
                        {.kind = VALUE_NUMBER, .integer = true},
                        false,
                        false},
};

const DriverColumns adoption_columns = {column, COLUMN_COUNT};

static void add_lines(Adoption *a)
{
    const Steering *steering = &a->s->model.steering;
    driver_begin(&a->table, column, COLUMN_COUNT, steering->n_indicator);
    for (size_t i = 0; i < steering->n_indicator; i++) {
        const Indicator *one = steering->indicator[i];
        if (steering_indicator(steering, one->head.name) == one)
            add_indicator(a, one);
    }
}

Result *adoption(Session *s, Span span)
{
    Adoption a = {.s = s};
    if (s->executor.person) {
        diag_error(&s->sink, DIAG_NOT_ALLOWED, span,
                   "`adoption` looks at what everybody does, and `%s` sees some rows",
                   s->executor.person);
        return NULL;
    }
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    const DaysOff *off;
    if (!days_off_of(&r, &off) || !log_read(s, &a.journal))
        return NULL;
    a.log = log_for_steering(s, off, span);
    add_lines(&a);
    if (!s->model.steering.n_indicator)
        driver_note(&a.table, "no indicator is declared");
    else if (!a.log)
        driver_note(&a.table, "nothing is logged of looks and decisions");
    note_unread(&a);
    note_open(&a);
    return driver_finish(&a.table);
}
