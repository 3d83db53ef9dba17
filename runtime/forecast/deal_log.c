#include "runtime/forecast/deal_log.h"

#include <math.h>
#include <string.h>

/* A deal from coming to its end. */
typedef struct {
    const DealOpen *last; /* as it was last open; NULL: it is not */
    bool aged;            /* its age is known */
    size_t age;           /* in the period behind `last` */
    size_t came, segment; /* the period, 0: not seen; and in which segment */
    size_t first_stay;    /* of the visit */
    size_t first_open;    /* of the list of open deals */
} Visit;

typedef struct {
    Arena *arena;
    const DealLog *log;
    DealHistory *h;
    size_t cap_stay, cap_decided; /* most lines make no stay: it becomes longer */
    DealOrigin origin;
    Visit visit;
    const DealWon *win; /* of the deal, since it was last open; NULL: none */
    double brought;     /* by it so far; NAN: not known */
    double was_worth;   /* before it; NAN: it was not open, or that is not known */
    double worth[2];    /* sums of both, of all that is won lately */
    double *n_brought;  /* per segment */
} Reader;

static bool is_in_order(const DealLog *log)
{
    bool fine = true;
    for (size_t i = 0; i < log->n_open; i++) {
        const DealOpen *o = &log->open[i];
        fine &= o->deal < log->n_deal && o->period < log->n_period &&
                o->segment < log->n_segment && o->stage < log->n_stage;
        fine &= i == 0 || o[-1].deal < o->deal ||
                (o[-1].deal == o->deal && o[-1].period < o->period);
    }
    for (size_t i = 0; i < log->n_won; i++) {
        const DealWon *w = &log->won[i];
        fine &= w->deal < log->n_deal && w->period < log->n_period &&
                w->segment < log->n_segment;
        fine &= i == 0 || w[-1].deal < w->deal ||
                (w[-1].deal == w->deal && w[-1].period < w->period);
    }
    return fine;
}

/* The deal was in a stage at the beginning of a period of its life, and in `next` at
   its end. */
static void add_stay(Reader *r, size_t segment, size_t stage, size_t next)
{
    DealHistory *h = r->h;
    Visit *v = &r->visit;
    Stay *last = h->n_stay > v->first_stay ? &h->stay[h->n_stay - 1] : NULL;
    if (!v->aged)
        return;
    if (last && last->next == stage && last->stage == stage &&
        last->segment == segment) {
        last->until++;
        last->next = next;
        return;
    }
    Stay stay = {segment, stage, v->age, v->age + 1, next};
    ARENA_PUSH(r->arena, h->stay, h->n_stay, r->cap_stay, stay);
}

/* How long before the first period the deal came, if it is known. */
static size_t periods_before(const DealLog *log, size_t deal)
{
    return log->before ? log->before[deal] : DEAL_AGE_UNKNOWN;
}

/* One more deal that could be won in a period. Which came in the first is not known. */
static void count_deal(Reader *r, size_t period, size_t stage, bool won)
{
    ShockCount *count = &r->h->count[period * (r->log->n_stage + 1) + stage];
    count->deals += period > 0;
    count->won += period > 0 && won;
}

/* A deal that was not open before comes in a period; next: where it is at its end. */
static void begin_visit(Reader *r, const DealWon *key, size_t next)
{
    const DealLog *log = r->log;
    size_t before = key->period ? 0 : periods_before(log, key->deal);
    r->visit.aged = before != DEAL_AGE_UNKNOWN;
    r->visit.age = r->visit.aged ? before : 0;
    r->visit.came = key->period;
    r->visit.segment = key->segment;
    r->visit.first_stay = r->h->n_stay;
    if (before == 0)
        add_stay(r, key->segment, log->n_stage, next);
    if (key->period)
        r->h->created[key->segment * r->h->known + key->period]++;
    count_deal(r, key->period, log->n_stage, next == log->n_stage + 1);
    r->visit.age++;
}

/* A line for each stage in which the deal was, with what it was last worth there. */
static void add_decided(Reader *r, const DealOpen *first, const DealOpen *last,
                        bool won)
{
    DealHistory *h = r->h;
    for (const DealOpen *o = first; o <= last; o++) {
        bool again = false;
        for (const DealOpen *later = o + 1; later <= last && !again; later++)
            again = later->stage == o->stage;
        Decided decided = {o->segment, o->stage, o->amount, won};
        if (!again)
            ARENA_PUSH(r->arena, h->decided, h->n_decided, r->cap_decided, decided);
    }
}

static void count_wait(Reader *r, size_t segment, size_t stage, size_t periods)
{
    size_t row = segment * (r->log->n_stage + 1) + stage;
    r->h->wait[row * r->h->known + periods]++;
}

/* How long before being won, in the period behind `last`, the deal stood where. */
static void count_waits(Reader *r, const DealOpen *first, const DealOpen *last)
{
    for (const DealOpen *o = first; o <= last; o++)
        count_wait(r, o->segment, o->stage, last->period - o->period);
}

/* A deal whose coming was seen has ended in a period. */
static void end_entry(Reader *r, size_t end, bool won)
{
    const Visit *v = &r->visit;
    Decided decided = {v->segment, r->log->n_stage, (double)NAN, won};
    if (v->came == 0)
        return;
    ARENA_PUSH(r->arena, r->h->decided, r->h->n_decided, r->cap_decided, decided);
    if (won)
        count_wait(r, v->segment, r->log->n_stage, end - v->came);
}

/* The deal that was open is won or lost in the next period. */
static void end_visit(Reader *r, bool won)
{
    const DealOpen *first = r->log->open + r->visit.first_open, *last = r->visit.last;
    size_t end = r->log->n_stage + (won ? 1 : 2);
    add_stay(r, last->segment, last->stage, end);
    add_decided(r, first, last, won);
    if (won)
        count_waits(r, first, last);
    end_entry(r, last->period + 1, won);
    count_deal(r, last->period + 1, last->stage, won);
    r->visit.last = NULL;
}

/* What a win brought is all said: it counts when it was lately. */
static void close_win(Reader *r)
{
    const DealWon *w = r->win;
    r->win = NULL;
    if (!w || !isfinite(r->brought) || r->h->known - w->period > r->origin.recent)
        return;
    r->h->won_value[w->segment] += r->brought;
    r->n_brought[w->segment]++;
    if (isnan(r->was_worth))
        return;
    r->worth[0] += r->was_worth;
    r->worth[1] += r->brought;
    r->h->n_worth++;
}

/* One more line of what was won: is it a win? */
static bool take_won(Reader *r, const DealWon *w)
{
    bool again = r->win && !r->visit.last;
    if (again)
        r->brought = isnan(r->brought) ? w->value : r->brought + w->value;
    if (again || w->value <= 0)
        return false;
    close_win(r);
    r->win = w;
    r->brought = w->value;
    return true;
}

/* The mean of what is known of the amounts of the visit that ends. */
static double mean_worth(const Reader *r)
{
    double sum = 0, n = 0;
    const DealOpen *o = r->log->open + r->visit.first_open;
    for (; r->visit.last && o <= r->visit.last; o++) {
        sum += isnan(o->amount) ? 0 : o->amount;
        n += !isnan(o->amount);
    }
    return n > 0 ? sum / n : (double)NAN;
}

static void read_won(Reader *r, const DealWon *w)
{
    r->was_worth = mean_worth(r);
    if (r->visit.last) {
        end_visit(r, true);
        return;
    }
    begin_visit(r, w, r->log->n_stage + 1);
    end_entry(r, w->period, true);
}

static void read_open(Reader *r, const DealOpen *o)
{
    Visit *v = &r->visit;
    if (v->last) {
        add_stay(r, v->last->segment, v->last->stage, o->stage);
        count_deal(r, o->period, v->last->stage, false);
        v->age++;
    } else {
        DealWon key = {o->deal, o->period, o->segment, 0};
        begin_visit(r, &key, o->stage);
        v->first_open = (size_t)(o - r->log->open);
    }
    v->last = o;
}

/* Behind the last that is said of a deal. */
static void finish_deal(Reader *r)
{
    const DealOpen *last = r->visit.last;
    if (last && last->period + 1 < r->h->known) {
        end_visit(r, false);
    } else if (last) {
        r->h->deal[r->h->n_now] = last->deal;
        r->h->now[r->h->n_now++] =
            (OpenDeal){last->segment, last->stage, r->visit.age, last->amount};
    }
    r->visit.last = NULL;
}

/* The lines of one deal, of both lists, in order of time. */
static void read_deal(Reader *r, size_t deal, size_t *open, size_t *won)
{
    const DealLog *log = r->log;
    for (;;) {
        const DealOpen *o = *open < log->n_open ? &log->open[*open] : NULL;
        const DealWon *w = *won < log->n_won ? &log->won[*won] : NULL;
        o = o && o->deal == deal ? o : NULL;
        w = w && w->deal == deal ? w : NULL;
        if (!o && !w)
            break;
        bool says_won = w && (!o || w->period <= o->period);
        bool is_open = o && (!w || o->period <= w->period);
        size_t period = says_won ? w->period : o->period;
        *open += is_open;
        *won += says_won;
        if (period >= r->h->known)
            continue;
        if (r->visit.last && r->visit.last->period + 1 < period)
            end_visit(r, false);
        if (says_won && take_won(r, w))
            read_won(r, w);
        else if (is_open)
            read_open(r, o);
    }
    close_win(r);
    finish_deal(r);
}

/* Sums become means; what was credited is not less than nothing. */
static void mean_won_values(Reader *r)
{
    double sum = 0, n = 0;
    for (size_t i = 0; i < r->log->n_segment; i++) {
        sum += r->h->won_value[i];
        n += r->n_brought[i];
    }
    double all = n > 0 ? fmax(sum / n, 0) : (double)NAN;
    for (size_t i = 0; i < r->log->n_segment; i++) {
        double *value = &r->h->won_value[i];
        *value = r->n_brought[i] > 0 ? fmax(*value / r->n_brought[i], 0) : all;
    }
}

static void find_worth(Reader *r)
{
    DealHistory *h = r->h;
    double beside = DEAL_WORTH_STRENGTH * r->worth[0] / (double)h->n_worth;
    double worth = fmax((r->worth[1] + beside) / (r->worth[0] + beside), 0);
    bool is_off = worth > DEAL_WORTH_OFF || worth * DEAL_WORTH_OFF < 1;
    h->worth = h->n_worth >= DEAL_WORTH_LEAST && is_off ? worth : 1;
}

bool deal_log_read(Arena *arena, const DealLog *log, DealOrigin origin, DealHistory *h)
{
    size_t known = origin.known;
    if (known > log->n_period || !is_in_order(log))
        return false;
    *h = (DealHistory){.known = known};
    h->now = ARENA_ARRAY(arena, OpenDeal, log->n_deal + 1);
    h->deal = ARENA_ARRAY(arena, size_t, log->n_deal + 1);
    h->created = ARENA_ARRAY(arena, double, log->n_segment *known + 1);
    h->wait =
        ARENA_ARRAY(arena, double, log->n_segment *(log->n_stage + 1) * known + 1);
    h->won_value = ARENA_ARRAY(arena, double, log->n_segment + 1);
    h->count = ARENA_ARRAY(arena, ShockCount, known * (log->n_stage + 1) + 1);
    for (size_t i = 0; i < log->n_segment && known; i++)
        h->created[i * known] = (double)NAN;
    Reader r = {.arena = arena, .log = log, .h = h, .origin = origin};
    r.n_brought = ARENA_ARRAY(arena, double, log->n_segment + 1);
    size_t open = 0, won = 0;
    for (size_t deal = 0; deal < log->n_deal; deal++)
        read_deal(&r, deal, &open, &won);
    mean_won_values(&r);
    find_worth(&r);
    return true;
}
