/* `why`: answers its parts, splits the change of each over its members, and takes the
   one whose members tell most: of which three members differ most from a change of all
   members by the same percentage; or, of what has a price, whose prices differ most. */
#include "runtime/execute/why.h"

#include "runtime/algebra/order.h"

enum { SCORED_MEMBERS = 3 };

int why_sides(const WhyPart *part)
{
    WhyKind kind = part->question->why->kind;
    return kind == WHY_SUM || kind == WHY_MOVES ? 1 : 2;
}

size_t why_column(const WhyPart *part, bool before, int i)
{
    size_t first = part->from->n_column - part->question->n_item;
    return first + (size_t)(before ? why_sides(part) : 0) + (size_t)i;
}

/* A member that has no value has nothing. */
static Decimal value_at(const WhyPart *part, bool before, int i, uint32_t row)
{
    Value value = result_value(part->from, why_column(part, before, i), row);
    return value.empty ? decimal_from_i64(0) : value.as.number;
}

bool why_is_known(const WhyPart *part, bool before)
{
    const Result *from = part->from;
    return part->whole < from->n_row &&
           !result_value(from, why_column(part, before, 0), part->whole).empty;
}

static void read_members(WhyPart *part)
{
    uint32_t n_row = part->from->n_row;
    part->whole = n_row ? n_row - 1 : 0;
    part->line = ARENA_ARRAY(part->arena, uint32_t, (size_t)n_row + 1);
    part->member = ARENA_ARRAY(part->arena, SplitMember, (size_t)n_row + 1);
    for (uint32_t row = 0; row < n_row; row++) {
        SplitMember member = {0};
        if (part->from->level[row] != LEVEL_LINE)
            continue;
        bool has = part->question->n_by == 0;
        for (int i = 0; i < why_sides(part); i++) {
            member.now[i] = value_at(part, false, i, row);
            member.before[i] = value_at(part, true, i, row);
            has |=
                !decimal_is_zero(member.now[i]) || !decimal_is_zero(member.before[i]);
        }
        if (!has)
            continue;
        part->line[part->n] = row;
        part->member[part->n++] = member;
    }
    part->known = why_is_known(part, false) && why_is_known(part, true);
}

/* What happened to the rows of a stock has to be its change. false: it is not. */
static bool read_moves(WhyPart *part)
{
    SplitMember *member = &part->member[0];
    size_t first = part->from->n_column - part->question->n_item + 2;
    Decimal rest;
    if (!decimal_sub(member->now[0], member->before[0], &member->sum))
        return false;
    rest = member->sum;
    for (size_t i = 0; i < part->question->why->n_reason; i++) {
        Value value = result_value(part->from, first + i, part->line[0]);
        member->reason[i] = value.empty ? decimal_from_i64(0) : value.as.number;
        if (!decimal_sub(rest, member->reason[i], &rest))
            return false;
    }
    return !part->known || decimal_is_zero(rest);
}

static bool add(Decimal *to, Decimal value)
{
    return decimal_add(*to, value, to);
}

bool why_add(SplitMember *to, const SplitMember *member)
{
    bool ok = add(&to->sum, member->sum);
    for (int i = 0; i < 2; i++)
        ok = ok && add(&to->now[i], member->now[i]) &&
             add(&to->before[i], member->before[i]);
    for (int i = 0; i < WHY_REASONS_MAX; i++)
        ok = ok && add(&to->reason[i], member->reason[i]);
    return ok;
}

static Decimal magnitude(Decimal v)
{
    return decimal_sign(v) < 0 ? decimal_negate(v) : v;
}

static int compare_sums(const void *self, uint32_t a, uint32_t b)
{
    const WhyPart *part = self;
    return decimal_compare(magnitude(part->member[b].sum),
                           magnitude(part->member[a].sum));
}

/* How far the member's change is from one by the same percentage as that of all. */
static bool deviation(const WhyPart *part, const SplitMember *member, Decimal *res)
{
    Decimal even = decimal_from_i64(0);
    if (!decimal_is_zero(part->total.before[0]) &&
        (!decimal_mul(part->total.sum, member->before[0], &even) ||
         !decimal_div(even, part->total.before[0], &even)))
        return false;
    if (!decimal_sub(member->sum, even, res))
        return false;
    *res = magnitude(*res);
    return true;
}

/* What has no member on both sides tells nothing: orders, say. */
static bool compares_members(const WhyPart *part)
{
    bool found = false;
    for (uint32_t i = 0; i < part->n && !found; i++)
        found = !decimal_is_zero(part->member[i].now[0]) &&
                !decimal_is_zero(part->member[i].before[0]);
    return part->known && found;
}

static bool score(WhyPart *part)
{
    Decimal most[SCORED_MEMBERS + 1] = {{.scale = 0}};
    bool compares = compares_members(part);
    for (uint32_t i = 0; compares && i < part->n; i++) {
        int at = SCORED_MEMBERS;
        if (!deviation(part, &part->member[i], &most[at]))
            return false;
        for (; at > 0 && decimal_compare(most[at], most[at - 1]) > 0; at--) {
            Decimal other = most[at - 1];
            most[at - 1] = most[at];
            most[at] = other;
        }
    }
    for (int i = 0; i < SCORED_MEMBERS; i++) {
        if (!add(&part->score, most[i]))
            return false;
    }
    return true;
}

/* How far apart the members' prices are, each as often as it was sold: the sum of
   Q (p - P)^2 over those on both sides, which is that of R^2 / Q less that of all. */
static bool score_prices(WhyPart *part)
{
    Decimal value = decimal_from_i64(0), quantity = value, square;
    for (uint32_t i = 0; part->known && i < part->n; i++) {
        const SplitMember *m = &part->member[i];
        Decimal r = m->now[0], q = m->now[1];
        if (decimal_sign(m->now[1]) <= 0 || decimal_sign(m->before[1]) <= 0)
            continue;
        if (!add(&r, m->before[0]) || !add(&q, m->before[1]) || !add(&value, r) ||
            !add(&quantity, q) || !decimal_mul(r, r, &square) ||
            !decimal_div(square, q, &square) || !add(&part->score, square))
            return false;
    }
    return decimal_is_zero(quantity) ||
           (decimal_mul(value, value, &square) &&
            decimal_div(square, quantity, &square) &&
            decimal_sub(part->score, square, &part->score));
}

static bool split(WhyPart *part)
{
    SplitStatus status = split_change(part->kind, part->member, part->n);
    bool ok = status != SPLIT_WIDE;
    part->known = part->known && status == SPLIT_OK;
    part->order = ARENA_ARRAY(part->arena, uint32_t, (size_t)part->n + 1);
    for (uint32_t i = 0; ok && i < part->n; i++) {
        part->order[i] = i;
        ok = why_add(&part->total, &part->member[i]);
    }
    if (ok)
        order_rows(part->order, part->n, compare_sums, part);
    return ok && (part->kind == WHY_PRICE ? score_prices(part) : score(part));
}

static bool answer_part(Executor *ex, WhyPart *part, bool with_keys)
{
    part->from = with_keys ? execute_keys(ex, part->question)
                           : execute_question(ex, part->question);
    if (!part->from)
        return false;
    read_members(part);
    if (split(part) && part->kind != WHY_MOVES)
        return true;
    if (part->kind == WHY_MOVES) {
        if (read_moves(part)) {
            part->total = part->member[0];
            return true;
        }
        diag_error(ex->sink, DIAG_STOCK_ROWS, part->question->span,
                   "what happened to this stock is not its change: rows of it overlap");
        return false;
    }
    diag_error(ex->sink, DIAG_NUMBER_OVERFLOW, part->question->span,
               "a number has more than 76 digits");
    return false;
}

/* The part that tells most comes first; the others keep their order behind it. */
static void choose(WhyPart *part, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        WhyPart own = part[i];
        size_t at = i;
        for (; at > 0 && decimal_compare(own.score, part[at - 1].score) > 0; at--)
            part[at] = part[at - 1];
        part[at] = own;
    }
}

Result *why_answer(Executor *ex, const Question *q, bool with_keys)
{
    const Why *why = q->why;
    Arena *arena = arena_new();
    WhyPart *part = ARENA_ARRAY(arena, WhyPart, why->n_part);
    Result *result = NULL;
    bool ok = execute_enter(ex, q->span);
    bool entered = ok;
    for (size_t i = 0; i < why->n_part && ok; i++) {
        part[i] =
            (WhyPart){.question = why->part[i], .kind = why->kind, .arena = arena};
        ok = answer_part(ex, &part[i], with_keys && !why->chooses);
    }
    if (ok) {
        choose(part, why->n_part);
        result = why_emit(ex, q, &(WhyParts){part, why->n_part, with_keys});
    }
    if (entered)
        execute_leave(ex);
    for (size_t i = 0; i < why->n_part; i++)
        result_unref(part[i].from);
    arena_free(arena);
    return result;
}
