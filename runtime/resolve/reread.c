/* Definitions under other settings: today, currency, calendar. What stands on answers
   is defined anew, from its question; of other sources only what they say of their rows
   is. All stay where they are, for joins, keys and kept answers point to them. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"
#include "runtime/resolve/steering.h"

static void keep_dims(Source *source, const Source *old)
{
    for (size_t i = 0; i < source->n_dim; i++) {
        Dim *known = NULL;
        for (size_t k = 0; k < old->n_dim && !known; k++)
            known = ascii_same(old->dim[k]->name, source->dim[i]->name) ? old->dim[k]
                                                                        : NULL;
        if (!known)
            continue;
        *known = *source->dim[i];
        source->dim[i] = known;
    }
    if (!source->entity || !old->entity)
        return;
    *old->entity = *source->entity;
    source->entity = old->entity;
}

static void keep_axes(Source *source, const Source *old)
{
    for (size_t i = 0; i < source->n_axis && i < old->n_axis; i++) {
        *old->axis[i] = *source->axis[i];
        source->axis[i] = old->axis[i];
    }
}

static void keep_joins(Source *source, const Source *old)
{
    for (size_t i = 0; i < source->n_join; i++) {
        Join *known = NULL;
        for (size_t k = 0; k < old->n_join && !known; k++)
            known = ascii_same(old->join[k]->role, source->join[i]->role) ? old->join[k]
                                                                          : NULL;
        if (!known)
            continue;
        *known = *source->join[i];
        source->join[i] = known;
    }
}

static void keep_measures(Source *source, const Source *old)
{
    for (size_t i = 0; i < source->n_measure; i++) {
        Measure *known = source_find_measure(old, source->measure[i]->name);
        if (!known)
            continue;
        *known = *source->measure[i];
        source->measure[i] = known;
    }
}

/* Empties the source but for its name and place. */
static Source take_out(Source *source)
{
    Source old = *source;
    *source = (Source){.name = old.name,
                       .title = old.title,
                       .ast = old.ast,
                       .span = old.span,
                       .index = old.index};
    return old;
}

/* What is said of it now becomes that of the same dimensions, axes, joins, measures. */
static bool put_back(Source *source, const Source *old, bool ok)
{
    if (!ok) {
        *source = *old;
        return false;
    }
    keep_dims(source, old);
    keep_axes(source, old);
    keep_joins(source, old);
    keep_measures(source, old);
    return true;
}

static bool is_derived(const Source *source)
{
    return source->ast->origin.kind == AST_ORIGIN_PRINTED ||
           source->ast->origin.kind == AST_ORIGIN_SOURCES;
}

/* An answer that is kept is what it was once it has rows. */
static bool reread_kept(Resolver *r)
{
    bool ok = true;
    for (size_t i = 0; i < r->n_variable; i++) {
        Source *source = (Source *)(uintptr_t)r->variable[i].kept;
        if (!source || source->origin.kept->result)
            continue;
        Source old = take_out(source);
        ok &= put_back(source, &old, define_kept(r, source, old.origin.kept));
    }
    return ok;
}

static bool reread_covers(Resolver *r, Source *source)
{
    const AstSourceItems *items = &source->ast->items;
    bool ok = true;
    for (uint32_t i = 0; i < items->count; i++) {
        if (items->item[i].kind == AST_SOURCE_ITEM_COVERS)
            ok &= resolve_period(r, items->item[i].as.covers, &source->covers);
    }
    return ok;
}

/* The source as the next of the model; those before it are there. */
static bool reread_source(Resolver *r, Source *source)
{
    Model *model = r->model;
    size_t at = model->n_source;
    bool ok = true;
    if (is_derived(source)) {
        Source old = take_out(source);
        ok = put_back(source, &old, define_source(r, source));
    } else {
        ok = reread_covers(r, source);
    }
    model->source[at] = source;
    model->n_source = at + 1;
    return ok;
}

/* Nothing of it is known until it is wanted. */
static void open_source(Source *source)
{
    for (size_t i = 0; i < source->n_dim; i++) {
        source->dim[i]->state = RESOLVE_OPEN;
        source->dim[i]->order = NULL;
    }
    for (size_t i = 0; i < source->n_axis; i++) {
        if (source->axis[i]->ast)
            source->axis[i]->state = RESOLVE_OPEN;
    }
    if (source->entity) {
        source->entity->parent = NULL;
        source->entity->order = NULL;
        if (source->entity->label_name.text)
            source->entity->label = NULL;
    }
    source->is_linked = false;
    source->filter = NULL;
    source->sees = NULL;
}

static bool link_all(Resolver *r, bool last)
{
    bool ok = true;
    for (size_t i = 0; i < r->model->n_source; i++)
        ok &= define_link_source(r, r->model->source[i], last);
    return ok;
}

static bool reread(Resolver *r)
{
    Model *model = r->model;
    size_t n = model->n_source;
    bool ok = true;
    for (size_t i = 0; i < n; i++)
        open_source(model->source[i]);
    model->n_source = 0;
    for (size_t i = 0; i < n; i++) {
        ok &= reread_source(r, model->source[i]);
        ok &= link_all(r, false);
    }
    ok &= link_all(r, true);
    ok &= reread_kept(r);
    for (size_t i = 0; ok && i < n; i++)
        ok = is_derived(model->source[i]) ? define_check_source(r, model->source[i])
                                          : define_check_rows(r, model->source[i]);
    for (size_t i = 0; ok && i < model->steering.n_indicator; i++)
        indicator_reread(r, model->steering.indicator[i]);
    return ok;
}

bool resolve_reread(Resolver *r)
{
    if (!r->currency)
        return reread(r);
    DiagHush hush = diag_hush(r->sink);
    bool ok = reread(r);
    diag_unhush(r->sink, hush);
    if (ok)
        return true;
    Around around = around_suspend(r);
    ok = reread(r);
    around_resume(r, around);
    return ok;
}
