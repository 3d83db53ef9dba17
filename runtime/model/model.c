/* Look-ups by name. Names match case-insensitively in ASCII. */
#include "runtime/model/model.h"

#include "runtime/base/ascii.h"

bool source_hides(const Source *source)
{
    const Origin *origin = &source->origin;
    bool hides = source->sees || (origin->source && source_hides(origin->source));
    for (size_t i = 0; i < origin->n_part && !hides; i++)
        hides = source_hides(origin->part[i]);
    return hides;
}

static SourceSight sight_of_stack(const Origin *origin)
{
    for (size_t i = 0; i < origin->n_part; i++) {
        if (source_sight(origin->part[i]) == SIGHT_NONE)
            return SIGHT_NONE;
    }
    return SIGHT_PARTS;
}

SourceSight source_sight(const Source *source)
{
    const Origin *origin = &source->origin;
    if (source->sees)
        return SIGHT_SOME;
    if (origin->source)
        return source_sight(origin->source) == SIGHT_NONE ? SIGHT_NONE : SIGHT_PARTS;
    switch (origin->kind) {
    case ORIGIN_TABLE:
    case ORIGIN_SQL:
        return SIGHT_NONE;
    case ORIGIN_QUESTION:
        return SIGHT_PARTS;
    case ORIGIN_RESULT:
        return origin->kept->question ? SIGHT_PARTS : SIGHT_NONE;
    case ORIGIN_SYSTEM:
        return origin->by_person ? SIGHT_PARTS : SIGHT_NONE;
    case ORIGIN_STACK:
        return sight_of_stack(origin);
    }
    UNREACHABLE("origin");
}

Source *model_find_source(const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_source; i++) {
        if (ascii_same(model->source[i]->name, name))
            return model->source[i];
    }
    return NULL;
}

static Measure *find_measure(Measure *const *measure, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        if (ascii_same(measure[i]->name, name))
            return measure[i];
    }
    return NULL;
}

Measure *source_find_measure(const Source *source, const char *name)
{
    return find_measure(source->measure, source->n_measure, name);
}

Measure *model_find_measure(const Model *model, const char *name)
{
    Measure *found = find_measure(model->measure, model->n_measure, name);
    for (size_t i = 0; i < model->n_source && !found; i++) {
        found = source_find_measure(model->source[i], name);
        found = found && found->is_own ? NULL : found;
    }
    return found;
}

Dim *model_find_dim(const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_dim; i++) {
        if (ascii_same(model->dim[i]->name, name))
            return model->dim[i];
    }
    return NULL;
}

bool model_has_dim(const Model *model, const char *name)
{
    for (size_t i = 0; i < model->n_source; i++) {
        if (source_find_dim(model->source[i], name))
            return true;
    }
    return model_find_dim(model, name) != NULL;
}

bool model_knows(const Model *model, uint32_t file, const char *name)
{
    for (size_t i = 0; i < model->n_required; i++) {
        const AstName *required = &model->required[i];
        if (required->span.file == file && ascii_same(required->text, name))
            return true;
    }
    const Measure *measure = model_find_measure(model, name);
    const Dim *dim = model_find_dim(model, name);
    bool known =
        (measure && measure->span.file == file) || (dim && dim->span.file == file);
    for (size_t i = 0; i < model->n_source && !known; i++) {
        dim = source_find_dim(model->source[i], name);
        known = dim && dim->span.file == file;
    }
    return known;
}

bool source_is_system(const Source *source)
{
    return source->origin.kind == ORIGIN_SYSTEM && source->origin.name &&
           ascii_same(source->name, source->origin.name);
}

int source_find_column(const Source *source, const char *name)
{
    for (size_t i = 0; i < source->n_column; i++) {
        if (ascii_same(source->column[i].name, name))
            return (int)i;
    }
    return -1;
}

Dim *source_find_dim(const Source *source, const char *name)
{
    if (source->entity && ascii_same(source->entity->name, name))
        return source->entity;
    for (size_t i = 0; i < source->n_dim; i++) {
        if (ascii_same(source->dim[i]->name, name))
            return source->dim[i];
    }
    return NULL;
}

Join *source_find_join(const Source *source, const char *role)
{
    for (size_t i = 0; i < source->n_join; i++) {
        if (ascii_same(source->join[i]->role, role))
            return source->join[i];
    }
    return NULL;
}

Axis *source_find_axis(const Source *source, const char *name)
{
    for (size_t i = 0; i < source->n_axis; i++) {
        if (ascii_same(source->axis[i]->name, name))
            return source->axis[i];
    }
    return NULL;
}

const Axis *source_default_axis(const Source *source)
{
    return source->n_axis ? source->axis[0] : NULL;
}

const NamedCalendar *model_find_calendar(const Model *model, const char *name)
{
    for (size_t i = model->n_calendar; i-- > 0;) {
        if (ascii_same(model->calendar[i].name, name))
            return &model->calendar[i];
    }
    return NULL;
}

static bool is_period(PeriodUnit year, DayRange days)
{
    int32_t n;
    PeriodUnit unit = calendar_unit_of_range(year, days, &n);
    return n == 1 || calendar_base(unit) > PERIOD_WEEK;
}

void model_print_days(StrBuf *sb, const Model *model, DayRange days)
{
    PeriodUnit year = PERIOD_YEAR;
    for (size_t i = model->n_calendar; i-- > 0 && !is_period(year, days);) {
        const Calendar *rule = &model->calendar[i].rule;
        if (rule->has_weeks)
            year = calendar_unit(rule, PERIOD_YEAR);
    }
    calendar_print_days_of(sb, days, year);
}

const char *model_calendar_name(const Model *model, PeriodUnit unit)
{
    for (size_t i = model->n_calendar; i-- > 0 && !calendar_is_civil(unit);) {
        if (calendar_unit(&model->calendar[i].rule, calendar_base(unit)) == unit)
            return model->calendar[i].name;
    }
    return NULL;
}
