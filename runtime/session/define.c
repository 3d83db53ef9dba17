/* Definitions of a script, in stages so that their order does not matter. A definition
   that failed is left out of the later stages, with what mentions its names. */
#include "runtime/base/ascii.h"
#include "runtime/session/internal.h"

#include <string.h>

bool define_is_definition(AstStmtKind kind)
{
    return kind == AST_STMT_SOURCE || kind == AST_STMT_MEASURE ||
           kind == AST_STMT_DIMENSION || kind == AST_STMT_LET_FUNCTION ||
           kind == AST_STMT_LET_QUERY || kind == AST_STMT_REPORT ||
           kind == AST_STMT_CURRENCY || kind == AST_STMT_PROFILE ||
           kind == AST_STMT_CALENDAR || kind == AST_STMT_LESSON ||
           kind == AST_STMT_STAFF || define_is_steering(kind);
}

bool define_is_steering(AstStmtKind kind)
{
    return kind == AST_STMT_AUDIENCE || kind == AST_STMT_INDICATOR ||
           kind == AST_STMT_STRATEGY || kind == AST_STMT_OBJECTIVE ||
           kind == AST_STMT_RITUAL;
}

typedef enum {
    DEFINE_CALENDARS,
    DEFINE_PLAIN,
    DEFINE_LINK,
    DEFINE_DERIVED,
    DEFINE_LINK_REST,
    DEFINE_CHECK,
    DEFINE_REPORTS,
    DEFINE_COUNT
} DefineStage;

/* What a stage does with one definition. */
static bool define_with(Resolver *r, Session *s, DefineStage stage, const Step *step)
{
    s->folder = step->folder;
    if ((step->stmt->kind == AST_STMT_CALENDAR) != (stage == DEFINE_CALENDARS))
        return true;
    switch (stage) {
    case DEFINE_CALENDARS:
        return resolve_calendar(r, step->stmt);
    case DEFINE_PLAIN:
        return resolve_waits(r, step->stmt) || resolve_declare(r, step->stmt);
    case DEFINE_LINK:
        return resolve_link(r, step->stmt, false);
    case DEFINE_DERIVED:
        if (step->stmt->kind == AST_STMT_LET_QUERY)
            return let_declare(s, step->stmt);
        return resolve_is_declared(r, step->stmt) || resolve_declare(r, step->stmt);
    case DEFINE_LINK_REST:
        return resolve_link(r, step->stmt, true);
    case DEFINE_CHECK:
        return resolve_check(r, step->stmt);
    case DEFINE_REPORTS:
        if (step->stmt->kind == AST_STMT_LESSON)
            return lesson_check(s, step->stmt);
        if (step->stmt->kind == AST_STMT_AUDIENCE)
            return resolve_check_sees(r, step->stmt);
        return step->stmt->kind != AST_STMT_REPORT || report_check(s, step->stmt);
    case DEFINE_COUNT:
        break;
    }
    UNREACHABLE("stage of definition");
}

/* Profiles that are read for one definition need not be read for the next, nor for what
   is run then. */
static bool define_one(Session *s, DefineStage stage, const Step *step)
{
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    s->is_read &= !r.currency;
    r.currency = NULL; /* that of the settings comes when the model is read anew */
    bool ok = define_with(&r, s, stage, step);
    s->profile_read = r.profile_read;
    return ok;
}

/* The source of a definition that failed must not be met by what is good. */
static void drop_source(Session *s, const AstStmt *stmt)
{
    Model *m = &s->model;
    size_t kept = 0;
    if (stmt->kind != AST_STMT_SOURCE)
        return;
    for (size_t i = 0; i < m->n_source; i++) {
        if (m->source[i]->span.file == stmt->span.file &&
            m->source[i]->span.begin >= stmt->span.begin &&
            m->source[i]->span.begin < stmt->span.end)
            continue;
        m->source[kept] = m->source[i];
        m->source[kept]->index = (uint32_t)kept;
        kept++;
    }
    m->n_source = kept;
}

/* What may be written anew at the prompt: its name; NULL: another statement. */
static const AstName *name_once(const AstStmt *stmt)
{
    if (define_is_steering(stmt->kind))
        return &stmt->as.steering.name;
    if (stmt->kind == AST_STMT_REPORT || stmt->kind == AST_STMT_LESSON)
        return &stmt->as.report->name;
    return stmt->kind == AST_STMT_LET_FUNCTION ? &stmt->as.let.name : NULL;
}

/* In one script the first would be lost. */
static bool is_first(Session *s, const Steps *steps, size_t at)
{
    const AstStmt *stmt = steps->item[at].stmt;
    const AstName *name = name_once(stmt);
    for (size_t i = 0; name && i < at; i++) {
        const AstStmt *other = steps->item[i].stmt;
        const AstName *before = name_once(other);
        if (other->kind != stmt->kind || !ascii_same(before->text, name->text))
            continue;
        const char *what = stmt->kind == AST_STMT_LET_FUNCTION
                               ? "function"
                               : ast_stmt_text(stmt->kind);
        Diag *d = diag_error(&s->sink, DIAG_DUPLICATE_NAME, name->span,
                             "there is %s %s `%s` already",
                             strchr("aio", *what) ? "an" : "a", what, name->text);
        diag_note(&s->sink, d, &before->span, "it is defined here");
        return false;
    }
    return true;
}

static bool stage_step(Session *s, DefineStage stage, const Steps *steps, size_t at,
                       Broken *broken)
{
    Step *step = &steps->item[at];
    if (!define_is_definition(step->stmt->kind) || step->failed)
        return true;
    bool mentions = broken_mentions(broken, step->stmt);
    bool first = stage != DEFINE_PLAIN || is_first(s, steps, at);
    if (!mentions && first && define_one(s, stage, step))
        return true;
    step->failed = true;
    if (first)
        broken_add(s, broken, step->stmt, !mentions && stage == DEFINE_CHECK);
    if (stage < DEFINE_CHECK)
        drop_source(s, step->stmt);
    return false;
}

static bool run_stage(Session *s, DefineStage stage, const Steps *steps, Broken *broken)
{
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++)
        ok &= stage_step(s, stage, steps, i, broken);
    return ok;
}

/* Sources that stand on questions, and kept answers. */
typedef struct {
    Session *session;
    const Steps *steps;
    Broken *broken;
    bool *waits; /* per step */
} Derived;

/* What needs a name needs all that this name needs: a measure those that it mentions, a
   source those that it joins. */
static void spread(const Derived *d, Broken *names)
{
    bool *known = ARENA_ARRAY(d->session->statement, bool, d->steps->count + 1);
    for (bool more = names->count > 0; more;) {
        more = false;
        for (size_t i = 0; i < d->steps->count; i++) {
            const AstStmt *stmt = d->steps->item[i].stmt;
            if (known[i] || !define_is_definition(stmt->kind) ||
                !broken_mentions(names, stmt))
                continue;
            broken_add_reached(d->session, names, stmt);
            known[i] = more = true;
        }
    }
}

/* May the question be resolved, or does it want what is not there? `others`: what the
   other questions will bring is not there yet. */
static bool is_ready(const Derived *d, size_t at, bool others)
{
    Broken names = {0};
    require_missing(d->session, d->steps, &names);
    for (size_t i = 0; others && i < d->steps->count; i++) {
        if (i != at && d->waits[i])
            broken_add_reached(d->session, &names, d->steps->item[i].stmt);
    }
    spread(d, &names);
    return !broken_mentions(&names, d->steps->item[at].stmt);
}

static size_t next_ready(const Derived *d, bool others)
{
    size_t i = 0;
    while (i < d->steps->count && !(d->waits[i] && is_ready(d, i, others)))
        i++;
    return i;
}

/* Declares the question's source, and links what waited for it. */
static bool derive(const Derived *d, size_t at)
{
    d->waits[at] = false;
    if (!stage_step(d->session, DEFINE_DERIVED, d->steps, at, d->broken))
        return false;
    bool ok = true;
    for (size_t i = 0; i < d->steps->count; i++) {
        if (d->steps->item[i].stmt->kind == AST_STMT_SOURCE)
            ok &= stage_step(d->session, DEFINE_LINK, d->steps, i, d->broken);
    }
    return ok;
}

/* Questions that want what modules require and nothing brings: that is reported for all
   of them at once, so they are left out in silence. */
static bool leave_waiting(const Derived *d)
{
    bool ok = true;
    for (size_t i = 0; i < d->steps->count; i++) {
        if (!d->waits[i])
            continue;
        d->steps->item[i].failed = true;
        broken_add(d->session, d->broken, d->steps->item[i].stmt, false);
        ok = false;
    }
    return ok;
}

/* Each question after those that it stands on, whatever the order of the script. */
static bool derive_all(Session *s, const Steps *steps, Broken *broken)
{
    Derived d = {s, steps, broken, ARENA_ARRAY(s->statement, bool, steps->count + 1)};
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++) {
        Resolver r = session_resolver(s, s->arena, s->model.exprs);
        const Step *step = &steps->item[i];
        d.waits[i] = !step->failed && (step->stmt->kind == AST_STMT_LET_QUERY ||
                                       !resolve_is_declared(&r, step->stmt));
    }
    for (;;) {
        size_t at = next_ready(&d, true);
        if (at == steps->count)
            at = next_ready(&d, false); /* each waits for another */
        if (at == steps->count)
            return leave_waiting(&d) && ok;
        ok &= derive(&d, at);
    }
}

/* Leaves out what mentions broken names, and what mentions that: what stands first may
   mention what stands last. */
static void leave_out(Session *s, const Steps *steps, Broken *broken)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < steps->count; i++) {
            Step *step = &steps->item[i];
            if (!define_is_definition(step->stmt->kind) || step->failed ||
                !broken_mentions(broken, step->stmt))
                continue;
            broken_add(s, broken, step->stmt, false);
            step->failed = more = true;
        }
    }
}

bool define_all(Session *s, const Steps *steps, Broken *broken)
{
    bool ok = true;
    int end = steps->is_blind ? DEFINE_REPORTS : DEFINE_COUNT;
    store_look_for_changes(s);
    for (int stage = DEFINE_PLAIN; stage < end; stage++) {
        if (stage == DEFINE_CHECK &&
            !require_names(s, steps, !steps->is_blind, broken)) {
            leave_out(s, steps, broken);
            ok = false;
        }
        if (stage == DEFINE_REPORTS)
            ok = require_types(s, steps, broken) && person_find(s) && ok;
        ok &= stage == DEFINE_DERIVED ? derive_all(s, steps, broken)
                                      : run_stage(s, (DefineStage)stage, steps, broken);
    }
    return ok;
}

bool define_calendars(Session *s, const Steps *steps, Broken *broken)
{
    return run_stage(s, DEFINE_CALENDARS, steps, broken);
}
