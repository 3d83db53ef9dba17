/* A forecast as what it is read from: a question whose keys are the period, the units
   and, of paths, what kind of line it is and which path. */
#include "runtime/base/ascii.h"
#include "runtime/forecast/forecast_table.h"
#include "runtime/session/internal.h"

static ByItem key_of(const char *title, Type type, Span span)
{
    return (ByItem){.role = BY_DIM, .title = title, .type = type, .span = span};
}

static Item item_of(const char *title, Type type, Span span)
{
    return (Item){.role = ITEM_MEASURE, .title = title, .type = type, .span = span};
}

static void add_paths(Resolver *r, Question *q, Type value)
{
    ByItem *by = ARENA_ARRAY(r->arena, ByItem, q->n_by + 2);
    for (size_t i = 0; i < q->n_by; i++)
        by[i] = q->by[i];
    by[q->n_by++] = key_of("kind", (Type){.kind = VALUE_TEXT}, q->span);
    by[q->n_by++] =
        key_of("path", (Type){.kind = VALUE_NUMBER, .add = ADD_RATIO, .integer = true},
               q->span);
    q->by = by;
    q->item = ARENA_ARRAY(r->arena, Item, 1);
    q->item[0] = item_of("value", value, q->span);
    q->n_item = 1;
}

static void add_columns(Resolver *r, Question *q, const AheadForm *form, Type value)
{
    const char *title[FORECAST_COLUMNS_MOST];
    Type type[FORECAST_COLUMNS_MOST];
    ForecastForm columns = {value, form->target, form->has_what_if};
    q->n_item = forecast_columns(&columns, title, type);
    q->item = ARENA_ARRAY(r->arena, Item, q->n_item);
    for (size_t i = 0; i < q->n_item; i++)
        q->item[i] = item_of(title[i], type[i], q->span);
}

/* A unit that is called as one of the columns is. */
static bool names_differ(Resolver *r, const Question *q)
{
    for (size_t i = 0; i < q->n_by; i++) {
        for (size_t k = i + 1; k < q->n_by + q->n_item; k++) {
            const char *other =
                k < q->n_by ? q->by[k].title : q->item[k - q->n_by].title;
            if (!ascii_same(q->by[i].title, other))
                continue;
            Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, q->by[i].span,
                                 "two columns are called `%s`", other);
            diag_help(r->sink, d, "give the unit another name: `... as name`");
            return false;
        }
    }
    return true;
}

Question *forecast_as_question(Resolver *r, const AheadForm *form)
{
    Question *q = arena_memdup(r->arena, form->past, sizeof *form->past);
    Ahead *ahead = ARENA_NEW(r->arena, Ahead);
    Type value = q->item[0].type;
    ahead->of = q->item[0].title;
    ahead->adds_up = value.add == ADD_FLOW;
    ahead->has_paths = form->has_paths;
    ahead->ask = form->ask;
    q->ahead = ahead;
    q->is_lasting = r->arena == r->model->arena;
    if (ahead->has_paths)
        add_paths(r, q, value);
    else
        add_columns(r, q, form, value);
    return names_differ(r, q) ? q : NULL;
}
