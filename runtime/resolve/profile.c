/* Targets below their grain: profiles of weights, and how a measure says that its rows
   may be split. Weights of a table are read wherever a profile is used; those of an
   answer once, until the caller drops Resolver.profile_read. */
#include "runtime/resolve/profile.h"

#include "runtime/base/ascii.h"

enum { PROFILE_STEPS_MAX = 400 };

bool profile_declare(Resolver *r, const AstStmt *stmt)
{
    Model *model = r->model;
    AstName name = stmt->as.profile.name;
    NamedAst named = {name.text, stmt};
    for (size_t i = 0; i < model->n_profile; i++) {
        if (!ascii_same(model->profile[i].name, name.text))
            continue;
        diag_error(r->sink, DIAG_DUPLICATE_NAME, name.span,
                   "there is a profile `%s` already", name.text);
        return false;
    }
    ARENA_PUSH(r->arena, model->profile, model->n_profile, model->cap_profile, named);
    return true;
}

/* A profile that is being read. */
typedef struct {
    Resolver *r;
    Profile *profile;
    Decimal *weight; /* by number of step */
    bool *known;
    Span span;
    bool failed;
} Reading;

static bool refuse(Reading *reading, const char *why)
{
    if (!reading->failed)
        diag_error(reading->r->sink, DIAG_PROFILE, reading->span, "%s", why);
    reading->failed = true;
    return false;
}

static bool set_weight(Reading *reading, int64_t step, Decimal weight)
{
    if (step < 0 || step >= PROFILE_STEPS_MAX)
        return refuse(reading, "the steps of a profile are numbers from 0 to 399");
    if (reading->known[step])
        return refuse(reading, "two weights of a profile are for the same step");
    if (decimal_sign(weight) < 0)
        return refuse(reading, "a weight of a profile is not negative");
    reading->known[step] = true;
    reading->weight[step] = weight;
    if ((size_t)step >= reading->profile->n)
        reading->profile->n = (size_t)step + 1;
    return true;
}

static bool read_written(Reading *reading, const AstExprs *weights)
{
    for (uint32_t i = 0; i < weights->count; i++) {
        Type type;
        Value value;
        reading->span = weights->item[i]->span;
        if (!resolve_constant(reading->r, weights->item[i], &type, &value))
            return false;
        if (type.kind != VALUE_NUMBER || type.unit.kind == UNIT_MONEY || value.empty)
            return refuse(reading, "a weight of a profile is a number or percentage");
        if (!set_weight(reading, i, value.as.number))
            return false;
    }
    return true;
}

static void add_row(void *self, const Value *value)
{
    Reading *reading = self;
    int64_t step;
    if (reading->failed)
        return;
    if (value[0].empty || value[1].empty || !decimal_to_i64(value[0].as.number, &step))
        refuse(reading, "each row of a profile's table has a step, a whole number, and "
                        "its weight");
    else
        set_weight(reading, step, value[1].as.number);
}

/* The columns (step, weight) of the table. */
static bool find_columns(Reading *reading, const AstTableRoles *from, Source *source,
                         uint32_t *column)
{
    Resolver *r = reading->r;
    AstName table = from->table.item[from->table.count - 1];
    source->name = table.text;
    source->index = UINT32_MAX;
    source->origin.name = table.text;
    if (!r->catalog->columns(r->catalog->self, source, table.span))
        return false;
    if (from->roles.count != 2)
        return refuse(reading, "a profile's table has two columns: `(step, weight)`");
    for (uint32_t i = 0; i < 2; i++) {
        const AstPath *role = &from->roles.item[i];
        const Expr *found = define_column(r, source, role->item[role->count - 1]);
        reading->span = role->span;
        if (!found)
            return false;
        if (found->type.kind != VALUE_NUMBER)
            return refuse(reading, "steps and weights of a profile are numbers");
        column[i] = found->as.column.column;
    }
    return true;
}

static bool read_table(Reading *reading, const AstTableRoles *from)
{
    const Catalog *catalog = reading->r->catalog;
    Source *source = ARENA_NEW(reading->r->arena, Source);
    uint32_t column[2];
    if (!find_columns(reading, from, source, column))
        return false;
    reading->span = from->table.span;
    ColumnPair pair = {source, column, reading->span};
    return catalog->rows(catalog->self, &pair, add_row, reading) && !reading->failed;
}

/* The first two columns of an answer; lines without a step or a weight say nothing. */
static const Source *find_answer(Reading *reading, const AstQuestion *query)
{
    Around around = around_suspend(reading->r);
    const Source *source = origin_answer(reading->r, query);
    around_resume(reading->r, around);
    reading->span = query->span;
    if (!source)
        return NULL;
    bool ok = source->n_column == 2;
    for (size_t i = 0; i < source->n_column; i++)
        ok = ok && source->column[i].type.kind == VALUE_NUMBER;
    if (ok)
        return source;
    refuse(reading, "a profile's answer has two columns of numbers: steps and weights");
    return NULL;
}

static void add_line(void *self, const Value *value)
{
    if (!value[0].empty && !value[1].empty)
        add_row(self, value);
}

static bool read_answer(Reading *reading, const AstQuestion *query)
{
    const Catalog *catalog = reading->r->catalog;
    uint32_t column[2] = {0, 1};
    const Source *source = find_answer(reading, query);
    ColumnPair pair = {source, column, reading->span};
    return source && catalog->rows(catalog->self, &pair, add_line, reading) &&
           !reading->failed;
}

bool profile_check(Resolver *r, const AstStmt *stmt)
{
    Reading reading = {.r = r, .span = stmt->as.profile.name.span};
    return !stmt->as.profile.query || find_answer(&reading, stmt->as.profile.query);
}

/* Quotients that are rounded may add up to a little more than 1. */
static bool gives_too_much(Decimal sum)
{
    return decimal_compare(decimal_round(sum, 12), decimal_from_i64(1)) > 0;
}

static bool add_up(Reading *reading)
{
    Profile *profile = reading->profile;
    Decimal *sum = ARENA_ARRAY(reading->r->arena, Decimal, profile->n + 1);
    sum[0] = decimal_from_i64(0);
    profile->sum = sum;
    for (size_t i = 0; i < profile->n; i++) {
        if (!decimal_add(sum[i], reading->weight[i], &sum[i + 1]))
            return refuse(reading, "a weight of a profile is too large");
    }
    while (profile->first + 1 < profile->n && !reading->known[profile->first])
        profile->first++;
    if (!profile->n)
        return refuse(reading, "a profile has at least one weight");
    if (!gives_too_much(sum[profile->n]))
        return true;
    StrBuf sb;
    strbuf_init(&sb);
    Decimal percent = sum[profile->n];
    decimal_mul(percent, decimal_from_i64(100), &percent);
    decimal_print(&sb, percent);
    diag_error(reading->r->sink, DIAG_PROFILE, reading->span,
               "the weights of `%s` add up to %s%%; they may not give out more than "
               "all",
               profile->name, sb.text);
    strbuf_release(&sb);
    return false;
}

static bool read_anew(Resolver *r, const AstStmt *stmt, Profile *profile)
{
    const AstCalendarUnit *unit = &stmt->as.profile.unit;
    *profile = (Profile){.name = stmt->as.profile.name.text};
    Reading reading = {r,
                       profile,
                       ARENA_ARRAY(r->arena, Decimal, PROFILE_STEPS_MAX),
                       ARENA_ARRAY(r->arena, bool, PROFILE_STEPS_MAX),
                       unit->span,
                       false};
    if (unit->working)
        return refuse(&reading, "the steps of a profile are periods, not working days");
    if (!period_calendar_unit(r, unit, &profile->unit))
        return false;
    if (!unit->calendar.text)
        profile->unit = period_base(unit->unit);
    for (size_t i = 0; i < PROFILE_STEPS_MAX; i++)
        reading.weight[i] = decimal_from_i64(0);
    bool ok = stmt->as.profile.query ? read_answer(&reading, stmt->as.profile.query)
              : stmt->as.profile.weights.count
                  ? read_written(&reading, &stmt->as.profile.weights)
                  : read_table(&reading, &stmt->as.profile.from);
    if (stmt->as.profile.weights.count)
        reading.span = stmt->as.profile.name.span;
    profile->weight = reading.weight;
    return ok && add_up(&reading);
}

/* What it stands in may use it, but for the answer that its weights come from. */
bool profile_read(Resolver *r, const AstStmt *stmt, Profile *profile)
{
    if (!stmt->as.profile.query)
        return read_anew(r, stmt, profile);
    for (const ProfileRead *p = r->profile_read; p; p = p->next) {
        if (p->stmt == stmt && p->today == r->today && p->profile) {
            *profile = *p->profile;
            return true;
        }
        if (p->stmt == stmt && !p->profile) {
            diag_error(r->sink, DIAG_PROFILE, stmt->as.profile.name.span,
                       "this profile is used in the answer that its weights come from");
            return false;
        }
    }
    ProfileRead *own = ARENA_NEW(r->arena, ProfileRead);
    *own = (ProfileRead){r->profile_read, stmt, r->today, NULL};
    r->profile_read = own;
    if (!read_anew(r, stmt, profile)) {
        r->profile_read = own->next; /* nothing waits for it any longer */
        return false;
    }
    own->profile = arena_memdup(r->arena, profile, sizeof *profile);
    return true;
}

bool profile_find(Resolver *r, AstName name, Profile *profile)
{
    const Model *model = r->model;
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < model->n_profile; i++) {
        if (ascii_same(model->profile[i].name, name.text))
            return profile_read(r, model->profile[i].ast, profile);
        suggest_offer(&suggest, model->profile[i].name);
    }
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_NAME, name.span,
                         "there is no profile `%s`", name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    else
        diag_help(r->sink, d, "declare it: `profile %s by month weights 30%%, 70%%`",
                  name.text);
    return false;
}

/* The number of steps in a period of the axis; 0: they differ. */
static size_t steps_in(PeriodUnit unit, PeriodUnit axis)
{
    DayRange days = calendar_range(axis, 0);
    PeriodBase step = calendar_base(unit), whole = calendar_base(axis);
    if (step < PERIOD_MONTH && whole > PERIOD_WEEK)
        return 0;
    return (size_t)(calendar_period_of(unit, days.hi - 1) -
                    calendar_period_of(unit, days.lo)) +
           1;
}

/* Does the profile say of each step inside a period of the axis what it weighs? */
static bool check_steps(Resolver *r, const AstSpread *ast, const Profile *profile,
                        PeriodUnit axis)
{
    size_t n = profile->n - profile->first;
    size_t wanted = steps_in(profile->unit, axis);
    const char *period = period_unit_text(r, axis);
    const char *step = period_unit_text(r, profile->unit);
    if (!calendar_nests(profile->unit, axis))
        diag_error(r->sink, DIAG_SPREAD, ast->span,
                   "`%s` goes by %s, and a %s is not made of whole %ss", profile->name,
                   step, period, step);
    else if (wanted && wanted != n)
        diag_error(r->sink, DIAG_SPREAD, ast->span,
                   "`%s` has %zu weight%s; a %s has %zu %s%s", profile->name, n,
                   n == 1 ? "" : "s", period, wanted, step, wanted == 1 ? "" : "s");
    else
        return true;
    return false;
}

static bool use_profile(Resolver *r, const AstSpread *ast, const Axis *axis,
                        Spread *spread)
{
    Profile profile;
    if (!profile_find(r, ast->profile, &profile) ||
        !check_steps(r, ast, &profile, axis->unit))
        return false;
    spread->profile = profile.name;
    spread->unit = profile.unit;
    spread->sum = profile.sum + profile.first;
    spread->n = profile.n - profile.first;
    return true;
}

static SpreadKind kind_of(AstSpreadKind kind)
{
    switch (kind) {
    case AST_SPREAD_WORKING_DAYS:
        return SPREAD_WORKING_DAYS;
    case AST_SPREAD_PROFILE:
        return SPREAD_PROFILE;
    case AST_SPREAD_NONE:
    case AST_SPREAD_DAYS:
        return SPREAD_DAYS;
    }
    UNREACHABLE("spread");
}

const Spread *spread_of(const ValueScope *scope, const Source *source, const Axis *axis,
                        bool *ok)
{
    Resolver *r = scope->qb->r;
    const Frame *f = scope->frame;
    while (f && !f->spread)
        f = f->outer;
    if (!f)
        return NULL;
    if (axis && axis->role != AXIS_DECLARED) {
        diag_error(r->sink, DIAG_SPREAD, f->spread->span,
                   "a stock is read at an instant, so there is nothing to spread");
        *ok = false;
        return NULL;
    }
    if (!axis || !axis->has_unit) {
        Diag *d = diag_error(r->sink, DIAG_SPREAD, f->spread->span,
                             "`%s` is not kept per period, so there is nothing to "
                             "spread",
                             source->name);
        diag_help(r->sink, d, "give its axis a unit: `time %s = ... by quarter`",
                  axis ? axis->name : "period");
        *ok = false;
        return NULL;
    }
    Spread *spread = ARENA_NEW(r->arena, Spread);
    spread->kind = kind_of(f->spread->kind);
    if (spread->kind == SPREAD_PROFILE && !use_profile(r, f->spread, axis, spread))
        *ok = false;
    if (spread->kind == SPREAD_WORKING_DAYS && !days_off_of(r, &spread->off))
        *ok = false;
    return *ok ? spread : NULL;
}

bool spread_check_aggregate(Resolver *r, const Leaf *leaf)
{
    if (!leaf->context->spread || leaf->fn == AGG_SUM)
        return true;
    Diag *d = diag_error(r->sink, DIAG_SPREAD, leaf->span,
                         "only a sum can be spread: of nothing else are there parts "
                         "that add up");
    diag_help(r->sink, d,
              "spread the sums, and calculate with them in another measure");
    return false;
}
