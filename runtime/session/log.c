#include "runtime/session/log.h"

#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/system.h"
#include "runtime/steering/brief.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    Session *s;
    const DaysOff *off;
    Journal journal;
    SteerLog log;
} Log;

const char *log_file(Session *s)
{
    struct stat link;
    if (!s->store)
        return NULL;
    bool is_link = lstat(s->store, &link) == 0 && S_ISLNK(link.st_mode);
    char *real = is_link ? realpath(s->store, NULL) : NULL;
    const char *path = arena_printf(s->statement, "%s.koers", real ? real : s->store);
    free(real);
    return path;
}

const char *log_who(Session *s)
{
    if (s->options.person && *s->options.person)
        return s->options.person;
    const struct passwd *login = getpwuid(getuid());
    return login ? arena_strdup(s->statement, login->pw_name) : "";
}

void log_say_failed(Session *s, const DiagSink *own, Span span, const char *what)
{
    if (s->log_failed)
        return;
    s->log_failed = true;
    const char *why = own->first ? own->first->message : "it failed";
    diag_warning(&s->sink, DIAG_LOG, span, "%s: %s", what, why);
}

static void say_not_logged(Session *s, const DiagSink *own, Span span)
{
    log_say_failed(s, own, span, "what is looked at is not logged");
}

void log_looks(Session *s, JournalLook look, const char *const *indicator, size_t n,
               Span span)
{
    const char *path = log_file(s);
    if (!s->options.logs || !path || s->log_failed)
        return;
    DiagSink own;
    JournalLook *all = ARENA_ARRAY(s->statement, JournalLook, n + 1);
    look.who = log_who(s);
    look.indicator = "";
    all[0] = look;
    for (size_t i = 0; i < n; i++) {
        all[i] = look;
        all[i].indicator = indicator[i];
    }
    diag_sink_init(&own, s->statement, s->texts);
    if (!journal_add_looks(path, all, n ? n : 1, &own))
        say_not_logged(s, &own, span);
    system_changed(s);
}

bool log_read(Session *s, Journal *journal)
{
    const char *path = log_file(s);
    *journal = (Journal){0};
    return !path || journal_read(path, s->statement, journal, &s->sink);
}

/* ---- for steering ---- */

static bool count_looks(void *self, const char *indicator, DayRange days, int *due,
                        int *held)
{
    Log *log = self;
    const Indicator *one = steering_indicator(&log->s->model.steering, indicator);
    Day *look = ARENA_ARRAY(log->s->statement, Day, log->journal.n_look + 1);
    size_t n = 0;
    if (days.lo < log->log.began)
        days.lo = log->log.began;
    for (size_t i = 0; i < log->journal.n_look; i++) {
        if (ascii_same(log->journal.look[i].indicator, indicator))
            look[n++] = log->journal.look[i].day;
    }
    *due = *held = 0;
    if (!one || log->log.began == DAY_NONE)
        return false;
    SteerLooks looks = {one->head.rhythm, log->off, look, n};
    steering_count_kept(&looks, days, due, held);
    return true;
}

static int count_decisions(void *self, const char *indicator, DayRange days)
{
    const Log *log = self;
    int n = 0;
    for (size_t i = 0; i < log->journal.n_decision; i++) {
        const JournalDecision *one = &log->journal.decision[i];
        n += ascii_same(one->indicator, indicator) && one->day >= days.lo &&
             one->day < days.hi;
    }
    return n;
}

static Day last_look(void *self, const char *indicator, Day before)
{
    const Log *log = self;
    Day last = DAY_NONE;
    for (size_t i = 0; i < log->journal.n_look; i++) {
        const JournalLook *one = &log->journal.look[i];
        if (ascii_same(one->indicator, indicator) && one->day < before &&
            one->day > last)
            last = one->day;
    }
    return last;
}

/* Who sees some rows knows of his own looks only. */
static void keep_own(const Session *s, Journal *journal)
{
    size_t n = journal->n_look;
    journal->n_look = 0;
    for (size_t i = 0; i < n; i++) {
        if (ascii_same(journal->look[i].who, s->executor.person))
            journal->look[journal->n_look++] = journal->look[i];
    }
    journal->n_decision = 0;
}

static Day earlier(Day first, Day day)
{
    return first == DAY_NONE || day < first ? day : first;
}

const SteerLog *log_for_steering(Session *s, const DaysOff *off, Span span)
{
    const char *path = log_file(s);
    Log *log = ARENA_NEW(s->statement, Log);
    DiagSink own;
    *log = (Log){.s = s, .off = off};
    diag_sink_init(&own, s->statement, s->texts);
    if (!path)
        return NULL;
    if (!journal_read(path, s->statement, &log->journal, &own)) {
        say_not_logged(s, &own, span);
        return NULL;
    }
    if (s->executor.person)
        keep_own(s, &log->journal);
    log->log = (SteerLog){.looks = count_looks,
                          .decisions = count_decisions,
                          .last = last_look,
                          .began = DAY_NONE,
                          .self = log};
    for (size_t i = 0; i < log->journal.n_look; i++)
        log->log.began = earlier(log->log.began, log->journal.look[i].day);
    log->log.first = log->log.began;
    for (size_t i = 0; i < log->journal.n_decision; i++)
        log->log.first = earlier(log->log.first, log->journal.decision[i].day);
    return log->journal.n_look || log->journal.n_decision ? &log->log : NULL;
}

/* ---- decide ---- */

static bool find_indicator(Session *s, const AstName *name)
{
    const Steering *steering = &s->model.steering;
    if (steering_indicator(steering, name->text))
        return true;
    Suggest suggest;
    suggest_init(&suggest, name->text);
    for (size_t i = 0; i < steering->n_indicator; i++)
        suggest_offer(&suggest, steering->indicator[i]->head.name);
    Diag *d = diag_error(&s->sink, DIAG_UNKNOWN_STEERING, name->span,
                         "there is no indicator `%s`", name->text);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
    return false;
}

static bool read_due(Session *s, const AstExpr *due, Day *day)
{
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    Type type;
    Value value;
    *day = DAY_NONE;
    if (!due)
        return true;
    if (!resolve_constant(&r, due, &type, &value))
        return false;
    if (type.kind == VALUE_DATE && !value.empty) {
        *day = value.as.day;
        return true;
    }
    diag_error(&s->sink, DIAG_TYPE, due->span, "`due` takes a day, as 2025-03-31");
    return false;
}

/* A text that is written has more than spaces. */
static bool says_something(Session *s, const AstText *text, const char *why)
{
    if (!text->text || text->text[strspn(text->text, " \t\n")])
        return true;
    diag_error(&s->sink, DIAG_STEERING, text->span, "%s", why);
    return false;
}

bool decide_check(Session *s, const AstStmt *stmt)
{
    Day due;
    bool ok = find_indicator(s, &stmt->as.decide.indicator);
    ok = says_something(s, &stmt->as.decide.text, "what is decided is not said") &&
         says_something(s, &stmt->as.decide.owner, "who acts on it is not said") && ok;
    return read_due(s, stmt->as.decide.due, &due) && ok;
}

static bool say_decided(Session *s, const JournalDecision *decision)
{
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_addf(&sb, "Decided on %s: %s", decision->indicator, decision->decision);
    if (*decision->owner)
        strbuf_addf(&sb, "\nowner %s", decision->owner);
    if (decision->due != DAY_NONE) {
        strbuf_adds(&sb, *decision->owner ? ", due " : "\ndue ");
        civil_print_day(&sb, decision->due);
    }
    bool ok = run_say(s, arena_strdup(s->arena, sb.text));
    strbuf_release(&sb);
    return ok;
}

bool decide_run(Session *s, const AstStmt *stmt)
{
    const char *path = log_file(s);
    const AstText *owner = &stmt->as.decide.owner;
    JournalDecision decision = {.who = log_who(s),
                                .indicator = stmt->as.decide.indicator.text,
                                .decision = stmt->as.decide.text.text,
                                .owner = owner->text ? owner->text : "",
                                .day = s->settings.today};
    if (!decide_check(s, stmt) || !read_due(s, stmt->as.decide.due, &decision.due))
        return false;
    if (!path) {
        diag_error(&s->sink, DIAG_LOG, stmt->as.decide.indicator.span,
                   "decisions are kept beside a store, and none is open");
        return false;
    }
    bool ok = journal_add_decision(path, &decision, &s->sink);
    system_changed(s);
    session_place_errors(s, stmt->as.decide.indicator.span);
    return ok && say_decided(s, &decision);
}
