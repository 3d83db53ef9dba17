/* Titles of columns: a name prints as it was declared, however it was typed. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"

static const char *in_source(const Source *source, const char *name)
{
    const Dim *dim = source_find_dim(source, name);
    const Measure *measure = source_find_measure(source, name);
    const Axis *axis = source_find_axis(source, name);
    int column = source_find_column(source, name);
    if (dim)
        return dim->name;
    if (measure)
        return measure->name;
    if (axis)
        return axis->name;
    return column >= 0 ? source->column[column].name : NULL;
}

static const char *in_model(const Model *model, const char *name)
{
    const Measure *measure = model_find_measure(model, name);
    const Dim *dim = model_find_dim(model, name);
    const char *found = measure ? measure->name : dim ? dim->name : NULL;
    for (size_t i = 0; i < model->n_source && !found; i++) {
        dim = source_find_dim(model->source[i], name);
        found = dim ? dim->name : NULL;
    }
    return found;
}

/* What stands before a dot: a role, a source or its entity; *target the rows there. */
static const char *owner_name(const Model *model, const char *name,
                              const Source **target)
{
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *source = model->source[i];
        const Join *join = source_find_join(source, name);
        *target = join && join->target ? join->target : source;
        if (join)
            return join->role;
        if (ascii_same(source->name, name))
            return source->name;
        if (source->entity && ascii_same(source->entity->name, name))
            return source->entity->name;
    }
    *target = NULL;
    return NULL;
}

const char *question_name(Resolver *r, const Source *from, const AstPath *path)
{
    const Source *source = NULL;
    const char *typed = path->item[path->count - 1].text;
    AstUnit unit;
    if (path->count == 1 && ast_name_unit(path->item[0], &unit))
        return ast_unit_text(unit);
    const char *name = path->count == 1 ? in_model(r->model, typed) : NULL;
    if (path->count == 1) {
        name = !name && from ? in_source(from, typed) : name;
        return name ? name : typed;
    }
    const char *text = NULL;
    for (uint32_t i = 0; i + 1 < path->count; i++) {
        const char *owner = owner_name(r->model, path->item[i].text, &source);
        owner = owner ? owner : path->item[i].text;
        text = text ? arena_printf(r->arena, "%s.%s", text, owner) : owner;
    }
    name = source ? in_source(source, typed) : NULL;
    name = name ? name : in_model(r->model, typed);
    return arena_printf(r->arena, "%s.%s", text, name ? name : typed);
}
