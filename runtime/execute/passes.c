/* All scans of a question. A large table is read by several threads, each with keys
   and cells of its own, which are folded into those of the question afterwards. */
#include "runtime/execute/pass.h"

#include "runtime/base/xalloc.h"

#include <pthread.h>
#include <stdlib.h>

enum { PARTS_WORTH_A_THREAD = 5 };

static void note_stock(Run *run, const Axis *axis, Day first)
{
    if (axis->role == AXIS_ENDS || (run->has_stock_range && run->stock_lo <= first))
        return;
    run->has_stock_range = true;
    run->stock_lo = first;
}

static void take_range(Run *run, Day lo, Day hi)
{
    if (run->has_range && run->range.lo < lo)
        lo = run->range.lo;
    if (run->has_range && run->range.hi > hi)
        hi = run->range.hi;
    run->has_range = true;
    run->range = (DayRange){lo, hi};
}

static void widen_by(DayRange *range, DayRange other)
{
    if (other.lo >= other.hi)
        return;
    day_range_widen(range, other.lo);
    day_range_widen(range, other.hi - 1);
}

/* Times that other rows tell are known over the days of the first axis, too. */
static void cover_known(PassRun *p)
{
    const Pass *pass = p->pass;
    for (size_t i = 0; i < pass->n_axis * pass->n_axis; i++) {
        size_t a = i / pass->n_axis, b = i % pass->n_axis;
        if (pass->axis[a]->known == pass->axis[b])
            widen_by(&p->coverage[a].days, p->coverage[b].days);
    }
}

/* Behind the last day that lines are made for: of the rows that are left, or of all
   that the source covers. */
static Day end_of_lines(const Run *run, const Coverage *coverage, Day seen)
{
    const Source *source = coverage->source;
    Day end = source->has_covers ? source->covers.hi : coverage->days.hi;
    Day most = run->ex->today + 1;
    end = end < most ? end : most;
    return run->question->to_end && end > seen ? end : seen;
}

/* What the scan found out about time. */
static void keep_coverage(PassRun *p)
{
    Run *run = p->run;
    cover_known(p);
    for (size_t i = 0; i < p->pass->n_axis; i++) {
        Coverage *coverage = &p->coverage[i];
        coverage->source = p->pass->source;
        coverage->axis = p->pass->axis[i];
        ARENA_PUSH(run->arena, run->coverage, run->n_coverage, run->cap_coverage,
                   *coverage);
        if (run->question->has_for || p->seen[i].lo >= p->seen[i].hi)
            continue;
        if (coverage->axis->role != AXIS_DECLARED) {
            note_stock(run, coverage->axis, p->seen[i].lo);
            continue;
        }
        PeriodUnit unit = coverage->axis->has_unit ? coverage->axis->unit : PERIOD_DAY;
        Day lo = calendar_range(unit, calendar_period_of(unit, p->seen[i].lo)).lo;
        Day end = end_of_lines(run, coverage, p->seen[i].hi);
        Day hi = calendar_range(unit, calendar_period_of(unit, end - 1)).hi;
        take_range(run, lo, hi);
    }
}

/* One part of the scan, by one thread. */
typedef struct {
    PassRun pass;
    Engine *engine; /* of a helper, closed at the end; NULL: the executor's */
    uint32_t part, n_part;
    const bool *used;
    DiagSink sink; /* of a helper */
    Arena *arena;  /* of the sink */
    pthread_t thread;
    bool has_thread, ok;
} Worker;

static bool scan_part(Worker *w)
{
    SourceScan scan = {
        .source = w->pass.pass->source,
        .rows = w->pass.pass->rows,
        .used = w->used,
        .late = w->pass.run->ex->reads_all || w->pass.segments ? NULL : &w->pass.late,
        .hint = w->pass.hint,
        .n_hint = w->pass.n_hint,
        .part = w->part,
        .n_part = w->n_part,
        .engine = w->engine,
        .pool = w->pass.pool,
        .sink = w->pass.sink};
    w->ok = scan_source(w->pass.run->ex, &scan, pass_sink(&w->pass));
    pass_cover_left_out(&w->pass);
    if (!w->ok)
        atomic_store(w->pass.failed, true);
    return w->ok;
}

static void *run_thread(void *self)
{
    scan_part(self);
    return NULL;
}

/* How many threads the scan is worth: a list keeps the order of its rows. */
static uint32_t worth_threads(const Run *run, const Pass *pass)
{
    const Origin *origin = &pass->source->origin;
    Engine *engine = run->ex->engine;
    if (!engine || run->ex->n_thread < 2 || origin->kind != ORIGIN_TABLE ||
        origin->source || !engine->ops->helper || sight_is_limited(run->ex))
        return 1;
    for (size_t i = 0; i < pass->n_group; i++) {
        if (pass->group[i]->is_list)
            return 1;
    }
    uint32_t parts = engine->ops->parts(engine, origin->name);
    if (parts < PARTS_WORTH_A_THREAD)
        return 1;
    return run->ex->n_thread < parts ? run->ex->n_thread : parts;
}

static void new_cells(Run *run, Cells **cells, Cells **leaving)
{
    const Plan *plan = run->plan;
    for (size_t i = 0; i < plan->n_group; i++) {
        cells[i] = pass_new_cells(run, plan->group[i]);
        if (plan->group[i]->context->until)
            leaving[i] = pass_new_cells(run, plan->group[i]);
    }
}

static void own_keys(PassRun *p)
{
    const Plan *plan = p->run->plan;
    p->keys = ARENA_ARRAY(p->arena, SlotKeys, plan->n_slot);
    p->cells = ARENA_ARRAY(p->arena, Cells *, plan->n_group);
    for (size_t i = 0; i < plan->n_slot; i++)
        p->keys[i].dict = key_dict_new(plan->slot[i].type);
    p->leaving = ARENA_ARRAY(p->arena, Cells *, plan->n_group);
    new_cells(p->run, p->cells, p->leaving);
}

/* false: reported, or for a helper that none can be had. */
static bool open_worker(Worker *w, Run *run, const Pass *pass, atomic_bool *failed)
{
    bool is_helper = w->part > 0;
    DiagSink *sink = run->ex->sink;
    if (is_helper) {
        w->engine = run->ex->engine->ops->helper(run->ex->engine);
        if (!w->engine)
            return false;
        w->arena = arena_new();
        diag_sink_init(&w->sink, w->arena, sink->texts);
        sink = &w->sink;
    }
    pass_open(&w->pass, run, pass, sink);
    w->pass.failed = failed;
    w->pass.keys = run->keys;
    w->pass.cells = run->cells;
    w->pass.leaving = run->leaving;
    if (is_helper)
        own_keys(&w->pass);
    return pass_prepare(&w->pass);
}

static void close_worker(Worker *w)
{
    const Plan *plan = w->pass.run ? w->pass.run->plan : NULL;
    for (size_t i = 0; w->arena && plan && i < plan->n_slot; i++) {
        key_dict_free(w->pass.keys[i].dict);
        free(w->pass.keys[i].code);
    }
    for (size_t i = 0; w->arena && plan && i < plan->n_group; i++) {
        cells_free(w->pass.cells[i]);
        cells_free(w->pass.leaving[i]);
    }
    if (w->engine)
        w->engine->ops->close(w->engine);
    if (plan)
        pass_close(&w->pass);
    if (w->arena)
        arena_free(w->arena);
}

/* What a helper reported, said by the question. */
static void pass_on_errors(Worker *w)
{
    DiagSink *to = w->pass.run->ex->sink;
    for (const Diag *d = w->sink.first; d && !to->n_error; d = d->next) {
        Diag *said = d->has_span ? diag_error(to, d->code, d->span, "%s", d->message)
                                 : diag_error_at_large(to, d->code, "%s", d->message);
        if (d->help)
            diag_help(to, said, "%s", d->help);
    }
}

/* Codes of the run for a helper's. */
static uint32_t *translate(const Run *run, const PassRun *p, uint32_t slot)
{
    const KeyDict *dict = p->keys[slot].dict;
    uint32_t n = key_dict_count(dict);
    uint32_t *code = ARENA_ARRAY(p->arena, uint32_t, n);
    for (uint32_t i = 1; i < n; i++)
        code[i] = key_dict_add(run->keys[slot].dict, key_dict_value(dict, i));
    return code;
}

static bool fold_helper(PassRun *p)
{
    Run *run = p->run;
    const Plan *plan = run->plan;
    uint32_t **code = ARENA_ARRAY(p->arena, uint32_t *, plan->n_slot);
    for (uint32_t i = 0; i < plan->n_slot; i++)
        code[i] = translate(run, p, i);
    uint32_t *from = ARENA_ARRAY(p->arena, uint32_t, plan->n_slot);
    const uint32_t **map = ARENA_ARRAY(p->arena, const uint32_t *, plan->n_slot);
    for (size_t g = 0; g < plan->n_group; g++) {
        const Group *group = plan->group[g];
        for (uint32_t k = 0; k < group->n_slot; k++) {
            from[k] = k;
            map[k] = code[group->slot[k]];
        }
        if (cells_fold(run->cells[g], p->cells[g], from, map) &&
            (!p->leaving[g] || cells_fold(run->leaving[g], p->leaving[g], from, map)))
            continue;
        diag_error(run->ex->sink, DIAG_NUMBER_OVERFLOW, run->question->span,
                   "a number has more than 76 digits");
        return false;
    }
    return true;
}

static bool merge_helper(PassRun *into, Worker *w)
{
    if (!w->ok) {
        pass_on_errors(w);
        return false;
    }
    for (size_t a = 0; a < into->pass->n_axis; a++) {
        into->coverage[a].n_undated += w->pass.coverage[a].n_undated;
        into->coverage[a].any |= w->pass.coverage[a].any;
        widen_by(&into->coverage[a].days, w->pass.coverage[a].days);
        widen_by(&into->seen[a], w->pass.seen[a]);
    }
    return fold_helper(&w->pass);
}

/* The first worker is this thread; parts whose thread cannot be had come after. */
static bool scan_parts(Worker *worker, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        worker[i].has_thread =
            pthread_create(&worker[i].thread, NULL, run_thread, &worker[i]) == 0;
    bool ok = scan_part(&worker[0]);
    for (uint32_t i = 1; i < n; i++) {
        if (worker[i].has_thread)
            pthread_join(worker[i].thread, NULL);
        else
            scan_part(&worker[i]);
        ok = merge_helper(&worker[0].pass, &worker[i]) && ok;
    }
    return ok;
}

/* Do its rows come from where they are stored, and not from an answer? */
static bool is_stored(const Source *source)
{
    const Origin *origin = &source->origin;
    bool stored = origin->kind != ORIGIN_QUESTION && !origin->by_person &&
                  !(origin->kind == ORIGIN_RESULT && origin->kept->question);
    if (origin->source)
        return is_stored(origin->source);
    for (size_t i = 0; stored && i < origin->n_part; i++)
        stored = is_stored(origin->part[i]);
    return stored;
}

/* The days that a source covers are known to everyone: they are read openly, and where
   they cannot be, those of the rows that are seen have to do. */
static void cover_hidden(Run *run, const Pass *pass, Coverage *coverage)
{
    if (!sight_is_limited(run->ex) || !pass->n_axis || !is_stored(pass->source))
        return;
    Executor *ex = run->ex;
    DiagSink *said = ex->sink, unsaid;
    const Pass days = {
        .source = pass->source, .axis = pass->axis, .n_axis = pass->n_axis};
    bool *used = ARENA_ARRAY(run->arena, bool, pass->source->n_column + 1);
    atomic_bool failed = false;
    Worker w = {.n_part = 1, .used = used};
    diag_sink_init(&unsaid, run->arena, said->texts);
    plan_columns(&days, used);
    ex->sink = &unsaid;
    sight_open(ex);
    if (open_worker(&w, run, &days, &failed))
        scan_part(&w);
    sight_close(ex);
    ex->sink = said;
    for (size_t a = 0; a < pass->n_axis; a++) {
        coverage[a].any |= w.pass.coverage[a].any;
        widen_by(&coverage[a].days, w.pass.coverage[a].days);
    }
    close_worker(&w);
}

/* A question begins nowhere but with rows that the person sees. */
static bool check_sight(Run *run, const Pass *pass)
{
    const Group *group = pass->n_group ? pass->group[0] : NULL;
    Span span = group && group->n_leaf ? group->leaf[0]->span : run->question->span;
    return sight_check(run->ex, pass->source, span);
}

static bool run_pass(Run *run, const Pass *pass)
{
    uint32_t n = worth_threads(run, pass);
    Worker *worker = xcalloc(n, sizeof *worker);
    bool *used = ARENA_ARRAY(run->arena, bool, pass->source->n_column + 1);
    atomic_bool failed = false;
    bool ok = open_worker(&worker[0], run, pass, &failed);
    uint32_t n_open = 1;
    plan_columns(pass, used);
    while (ok && n_open < n) {
        worker[n_open].part = n_open;
        if (!open_worker(&worker[n_open], run, pass, &failed)) {
            close_worker(&worker[n_open]);
            break;
        }
        n_open++;
    }
    for (uint32_t i = 0; i < n_open; i++) {
        worker[i].n_part = n_open;
        worker[i].used = used;
    }
    ok = ok && scan_parts(worker, n_open);
    if (ok)
        cover_hidden(run, pass, worker[0].pass.coverage);
    if (ok)
        keep_coverage(&worker[0].pass);
    for (uint32_t i = 0; i < n_open; i++)
        close_worker(&worker[i]);
    free(worker);
    return ok;
}

Cells *pass_new_cells(Run *run, const Group *group)
{
    StateSpec *spec = ARENA_ARRAY(run->arena, StateSpec, group->n_state);
    for (size_t i = 0; i < group->n_state; i++) {
        const Leaf *leaf = group->state[i];
        spec[i].fn = leaf->fn;
        spec[i].p = leaf->p;
        spec[i].leaves = group->context->until != NULL;
        spec[i].type = leaf->arg ? leaf->arg->type : leaf->type;
        if (leaf->by) {
            spec[i].by_type = leaf->by->type;
            spec[i].n_tie = (uint32_t)leaf->source->n_key;
        }
    }
    return cells_new((uint32_t)group->n_slot, spec, (uint32_t)group->n_state);
}

/* To whole periods of the finest unit that the lines are kept by. */
static void round_range(Run *run)
{
    PeriodUnit unit = run->plan->whole;
    if (run->question->has_for) {
        run->has_range = true;
        run->range = run->question->shown;
        return;
    }
    Day today = run->ex->today;
    if (run->has_stock_range)
        take_range(run, run->stock_lo,
                   (today < run->stock_lo ? run->stock_lo : today) + 1);
    if (!run->has_range)
        return;
    run->range.lo = calendar_range(unit, calendar_period_of(unit, run->range.lo)).lo;
    run->range.hi =
        calendar_range(unit, calendar_period_of(unit, run->range.hi - 1)).hi;
}

/* What has left a stock counts no longer. */
static bool take_leaving(Run *run)
{
    for (size_t i = 0; i < run->plan->n_group; i++) {
        if (!run->leaving[i] || cells_subtract(run->cells[i], run->leaving[i]))
            continue;
        diag_error(run->ex->sink, DIAG_NUMBER_OVERFLOW, run->question->span,
                   "a number has more than 76 digits");
        return false;
    }
    return true;
}

bool pass_run_all(Run *run)
{
    const Plan *plan = run->plan;
    bool ok = true;
    frames_want(run);
    run->leaving = ARENA_ARRAY(run->arena, Cells *, plan->n_group);
    new_cells(run, run->cells, run->leaving);
    for (size_t i = 0; i < plan->n_pass && ok; i++)
        ok = check_sight(run, &plan->pass[i]) && run_pass(run, &plan->pass[i]);
    ok = ok && take_leaving(run);
    for (size_t i = 0; i < plan->n_group; i++)
        cells_free(run->leaving[i]);
    round_range(run);
    return ok;
}

const Coverage *run_coverage(const Run *run, const Source *source, const Axis *axis)
{
    for (size_t i = 0; i < run->n_coverage; i++) {
        if (run->coverage[i].source == source && run->coverage[i].axis == axis)
            return &run->coverage[i];
    }
    return NULL;
}

uint32_t slot_time_code(Run *run, uint32_t slot, Day day)
{
    return time_code(&run->keys[slot], &run->plan->slot[slot], day);
}
