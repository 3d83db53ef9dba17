/* What is wrong with a report because of a value that it was given: one error, at the
   value, and where in the report it shows. Which value it is shows a trial: with the
   default in its place the error is gone. */
#include "runtime/session/internal.h"

#include <string.h>

typedef struct {
    const Diag *diag;
    const AstStmt *part; /* of the report; NULL: its title */
} Fault;

typedef struct {
    Fault *item;
    size_t count, cap;
} Faults;

/* Checks a part with messages of its own; they live in the statement's arena. */
static void try_part(Session *s, const AstReport *report, const AstStmt *part,
                     Faults *faults)
{
    DiagSink mine = s->sink;
    diag_sink_init(&s->sink, s->statement, s->texts);
    if (part)
        report_check_part(s, part);
    else if (report->title.text)
        run_interpolate(s, &report->title);
    for (const Diag *d = s->sink.first; d; d = d->next) {
        Fault fault = {d, part};
        ARENA_PUSH(s->statement, faults->item, faults->count, faults->cap, fault);
    }
    s->sink = mine;
}

static Faults try_body(Session *s, const AstReport *report)
{
    Faults faults = {0};
    try_part(s, report, NULL, &faults);
    for (uint32_t i = 0; i < report->body.count; i++)
        try_part(s, report, report->body.item[i], &faults);
    return faults;
}

static bool has_fault(const Faults *faults, const Diag *diag)
{
    for (size_t i = 0; i < faults->count; i++) {
        const Diag *d = faults->item[i].diag;
        if (d->code == diag->code && d->span.file == diag->span.file &&
            d->span.begin == diag->span.begin && strcmp(d->message, diag->message) == 0)
            return true;
    }
    return false;
}

/* Gives a parameter its default, and those that took its value for theirs. */
static Variable *with_default(Session *s, const AstReport *report, size_t outer,
                              size_t i)
{
    size_t n = report->params.count;
    Variable *given =
        arena_memdup(s->statement, &s->variable[outer], n * sizeof *given);
    const AstExpr *value = report->params.item[i].value;
    for (size_t k = 0; k < n; k++) {
        if (given[k].value != given[i].value)
            continue;
        s->variable[outer + k].value = value;
        s->variable[outer + k].is_all = value->kind == AST_EXPR_ALL;
    }
    return given;
}

/* Takes out of `faults` those that are gone when the parameter has its default. */
static Faults take_blamed(Session *s, const AstReport *report, size_t outer, size_t i,
                          Faults *faults)
{
    Faults blamed = {0}, rest = {0};
    const Variable *given = with_default(s, report, outer, i);
    Faults left = try_body(s, report);
    memcpy(&s->variable[outer], given, report->params.count * sizeof *given);
    for (size_t k = 0; k < faults->count; k++) {
        Fault fault = faults->item[k];
        bool mine =
            fault.diag->severity == SEVERITY_ERROR && !has_fault(&left, fault.diag);
        Faults *to = mine ? &blamed : &rest;
        ARENA_PUSH(s->statement, to->item, to->count, to->cap, fault);
    }
    *faults = rest;
    return blamed;
}

static bool lies_in(Span inner, Span outer)
{
    return inner.file == outer.file && inner.begin >= outer.begin &&
           inner.end <= outer.end;
}

/* The line that a part of the report begins with. */
static Span first_line(const Session *s, Span span)
{
    const SourceText *text = source_texts_get(s->texts, span.file);
    const char *end =
        text ? memchr(text->text + span.begin, '\n', span.end - span.begin) : NULL;
    if (end)
        span.end = (uint32_t)(end - text->text);
    return span;
}

static uint32_t count_parts(const Faults *faults)
{
    uint32_t n = 0;
    for (size_t i = 0; i < faults->count; i++)
        n += !i || faults->item[i].part != faults->item[i - 1].part;
    return n;
}

static void report_blamed(Session *s, const Variable *variable, const Faults *blamed)
{
    const Diag *first = blamed->item[0].diag;
    const AstStmt *part = blamed->item[0].part;
    Span value = variable->value->span;
    bool is_said = strncmp(first->message, "parameter ", 10) == 0; /* by a run in it */
    Diag *d = is_said ? diag_error(&s->sink, first->code, value, "%s", first->message)
                      : diag_error(&s->sink, first->code, value, "parameter `%s`: %s",
                                   variable->name, first->message);
    bool in_value = !first->has_span || lies_in(first->span, value);
    Span place = !in_value ? first->span : part ? first_line(s, part->span) : value;
    if (!lies_in(place, value))
        diag_note(&s->sink, d, &place, "here in the report");
    uint32_t n = count_parts(blamed);
    if (n > 1)
        diag_note(&s->sink, d, NULL, "and in %u more of its statements", n - 1);
    if (first->help)
        diag_help(&s->sink, d, "%s", first->help);
}

bool blame_check_body(Session *s, const AstReport *report, const AstNamedArgs *args,
                      size_t outer)
{
    Faults faults = try_body(s, report);
    bool ok = true;
    for (uint32_t i = 0; i < report->params.count && faults.count; i++) {
        const AstParam *param = &report->params.item[i];
        if (!param->value || !parameter_argument(args, param, i))
            continue;
        Faults blamed = take_blamed(s, report, outer, i, &faults);
        if (blamed.count)
            report_blamed(s, &s->variable[outer + i], &blamed);
        ok &= blamed.count == 0;
    }
    for (size_t i = 0; i < faults.count; i++) {
        ok &= faults.item[i].diag->severity != SEVERITY_ERROR;
        diag_repeat(&s->sink, faults.item[i].diag);
    }
    return ok;
}
