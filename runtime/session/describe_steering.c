/* Indicators, strategies, objectives, audiences and rituals in words: what they are,
   what hangs on them and what they hang on. */
#include "runtime/session/describe.h"

#include "parser/ast_walk.h"
#include "runtime/base/arena.h"
#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/resolve/resolve.h"
#include "runtime/steering/graph.h"

#include <string.h>

enum { INDENT = 2 };

typedef struct {
    StrBuf *sb;
    const Model *model;
    const Steering *steering;
    const SourceTexts *texts;
    Arena *arena;
    Graph graph;
} Describe;

/* ---- lines ---- */

/* "  LEAD a, b, c", once it has an item. */
typedef struct {
    StrBuf *sb;
    const char *lead;
    size_t n;
} Line;

static void add(Line *line, const char *text)
{
    if (!text || !*text)
        return;
    if (line->n++)
        strbuf_adds(line->sb, ", ");
    else
        strbuf_addf(line->sb, "%*s%s%s", INDENT, "", line->lead,
                    *line->lead ? " " : "");
    utf8_add_visible(line->sb, text, strlen(text));
}

static void end(const Line *line)
{
    if (line->n)
        strbuf_addc(line->sb, '\n');
}

static void add_names(Describe *d, const char *lead, const AstNames *names)
{
    Line line = {d->sb, lead, 0};
    for (uint32_t i = 0; names && i < names->count; i++)
        add(&line, names->item[i].text);
    end(&line);
}

static void add_texts(Describe *d, const char *lead, const AstTexts *texts)
{
    Line line = {d->sb, lead, 0};
    for (uint32_t i = 0; texts && i < texts->count; i++)
        add(&line, texts->item[i].text);
    end(&line);
}

static void add_steered(Describe *d, const char *lead, const AstExprs *steers)
{
    Line line = {d->sb, lead, 0};
    for (uint32_t i = 0; steers && i < steers->count; i++)
        add(&line, steering_steered(steers->item[i]));
    end(&line);
}

static bool has_name(const AstNames *names, const char *name)
{
    for (uint32_t i = 0; names && i < names->count; i++) {
        if (ascii_same(names->item[i].text, name))
            return true;
    }
    return false;
}

static bool has_steered(const AstExprs *steers, const char *name)
{
    for (uint32_t i = 0; steers && i < steers->count; i++) {
        const char *steered = steering_steered(steers->item[i]);
        if (steered && ascii_same(steered, name))
            return true;
    }
    return false;
}

/* ---- what all of them have ---- */

static const char *owned_by(Describe *d, const SteerHead *head)
{
    return head->owner ? arena_printf(d->arena, "owned by %s", head->owner) : NULL;
}

static void add_head(Describe *d, Line *line, const SteerHead *head)
{
    add(line, steer_level_word[head->level]);
    add(line, owned_by(d, head));
    add(line, rhythm_word[head->rhythm]);
}

static void begin(Describe *d, const char *kind, const SteerHead *head)
{
    const char *title = head->title && *head->title ? head->title : NULL;
    describe_add_title(d->sb, kind, head->name, title);
}

static void finish(Describe *d, AstStmtKind kind, const SteerHead *head)
{
    for (size_t i = 0; i < head->waivers.n; i++) {
        const Waiver *waiver = &head->waivers.item[i];
        Line line = {d->sb, "waived:", 0};
        add(&line, arena_printf(d->arena, "%s, %s", waiver->check, waiver->reason));
        end(&line);
    }
    describe_add_note(d->sb, d->texts, (Described){kind, head->name, head->span});
    describe_add_place(d->sb, d->texts, head->span);
}

/* ---- indicators ---- */

static const char *link_text(Describe *d, const char *name, const Edge *edge)
{
    const SteerLink *link = edge->link;
    const char *how = edge->inversely ? " inversely" : "";
    if (!link)
        return arena_printf(d->arena, "%s (formula%s)", name, how);
    if (!link->has_lag)
        return arena_printf(d->arena, "%s%s", name, how);
    return arena_printf(d->arena, "%s after %u %s%s%s", name, link->lag,
                        ast_unit_text(link->unit), link->lag == 1 ? "" : "s", how);
}

static void add_links(Describe *d, const char *lead, size_t node, bool up)
{
    Line line = {d->sb, lead, 0};
    for (size_t i = 0; i < d->graph.n_edge; i++) {
        const Edge *edge = &d->graph.edge[i];
        if ((up ? edge->from : edge->to) != node)
            continue;
        const Indicator *other = d->graph.node[up ? edge->to : edge->from];
        add(&line, link_text(d, other->head.name, edge));
    }
    end(&line);
}

static void add_steered_on(Describe *d, const char *name)
{
    Line line = {d->sb, "steered on by", 0};
    for (size_t i = 0; i < d->steering->n_strategy; i++) {
        const Strategy *one = d->steering->strategy[i];
        if (has_steered(one->steers, name))
            add(&line, arena_printf(d->arena, "%s %s",
                                    one->is_objective ? "objective" : "strategy",
                                    one->head.name));
    }
    end(&line);
}

static void add_rituals(Describe *d, const char *name, const char *report)
{
    Line line = {d->sb, "looked at in", 0};
    for (size_t i = 0; i < d->steering->n_ritual; i++) {
        const Ritual *ritual = d->steering->ritual[i];
        if (steering_ritual(d->steering, ritual->head.name) != ritual)
            continue;
        if (name ? has_steered(ritual->steers, name)
                 : has_name(ritual->reports, report))
            add(&line, ritual->head.name);
    }
    end(&line);
}

typedef struct {
    const AstStmt *report;
    bool found;
} Shown;

static void meet_name(void *data, const AstName *name)
{
    Shown *shown = data;
    shown->found |= describe_mentions(shown->report, name->text);
}

/* The reports that mention a measure of it. */
static void add_shown(Describe *d, const Indicator *one)
{
    Line line = {d->sb, "measured in reports", 0};
    for (size_t i = 0; one->measure && i < d->model->n_report; i++) {
        Shown shown = {d->model->report[i].ast, false};
        AstVisitor visitor =
            ast_visitor((AstVisitor){.data = &shown, .name = meet_name});
        ast_walk_expr(&visitor, one->measure);
        if (shown.found)
            add(&line, d->model->report[i].name);
    }
    end(&line);
}

/* What is for a longer time than it is looked at. */
static void add_pitfalls(Describe *d, const Indicator *one)
{
    static const Day longest[] = {31, 1, 7, 31, 92, 366};
    bool flows = steering_adds_up(one);
    for (size_t i = 0; i < one->n_target && flows; i++) {
        const Target *target = &one->target[i];
        StrBuf days;
        if (!target->has_period || target->is_by ||
            target->period.hi - target->period.lo <= longest[one->head.rhythm])
            continue;
        strbuf_init(&days);
        model_print_days(&days, d->model, target->period);
        strbuf_addf(d->sb,
                    "%*sits target is for %s: all since that began is held against "
                    "%s of it so far\n",
                    INDENT, "", days.text,
                    one->spread ? "the profile's part" : "the days' part");
        strbuf_release(&days);
    }
}

static void add_indicator(Describe *d, const Indicator *one)
{
    Line line = {d->sb, "", 0};
    begin(d, "indicator", &one->head);
    add(&line, type_text(d->arena, one->type));
    add_head(d, &line, &one->head);
    add(&line,
        one->aim ? arena_printf(d->arena, "steered %s", aim_word[one->aim]) : NULL);
    end(&line);
    describe_add_text(d->sb, d->texts, one->head.ast->span, INDENT);
    strbuf_addf(d->sb, "%*s%s\n", INDENT, "", describe_adding(one->type.add));
    Line rows = {d->sb, "rows of", 0};
    for (size_t i = 0; i < one->n_source; i++)
        add(&rows, one->source[i]->name);
    end(&rows);
    add_pitfalls(d, one);
    size_t node = graph_find(&d->graph, one->head.name);
    add_links(d, "drives", node, true);
    add_links(d, "driven by", node, false);
    add_steered_on(d, one->head.name);
    add_rituals(d, one->head.name, NULL);
    add_names(d, "for", one->head.audience);
    add_shown(d, one);
    finish(d, AST_STMT_INDICATOR, &one->head);
}

/* ---- strategies and objectives ---- */

static void add_objectives_of(Describe *d, const char *strategy)
{
    Line line = {d->sb, "objectives", 0};
    for (size_t i = 0; i < d->steering->n_strategy; i++) {
        const Strategy *one = d->steering->strategy[i];
        if (one->is_objective && has_name(one->head.serves, strategy) &&
            steering_objective(d->steering, one->head.name) == one)
            add(&line, one->head.name);
    }
    end(&line);
}

static void add_objective_links(Describe *d, const Strategy *strategy)
{
    Line line = {d->sb, "driven by", 0};
    for (size_t i = 0; i < d->steering->n_strategy; i++) {
        const Strategy *one = d->steering->strategy[i];
        for (size_t k = 0; one->is_objective && k < one->n_link; k++) {
            if (ascii_same(one->link[k].to, strategy->head.name))
                add(&line, one->head.name);
        }
    }
    end(&line);
}

/* All that drives what it steers on. */
static void add_drivers(Describe *d, const Strategy *one)
{
    Line line = {d->sb, "which are driven by", 0};
    bool *mark = ARENA_ARRAY(d->arena, bool, d->graph.n + 1);
    graph_mark_steered(&d->graph, one->steers, mark);
    graph_mark_drivers(&d->graph, mark);
    for (size_t i = 0; i < d->graph.n; i++) {
        const char *name = d->graph.node[i]->head.name;
        if (mark[i] && !has_steered(one->steers, name))
            add(&line, name);
    }
    end(&line);
}

static void add_strategy(Describe *d, const Strategy *one)
{
    Line line = {d->sb, "", 0};
    begin(d, one->is_objective ? "objective" : "strategy", &one->head);
    add(&line, strategy_word[one->kind]);
    add(&line, perspective_word[one->perspective]);
    add_head(d, &line, &one->head);
    end(&line);
    describe_add_text(d->sb, d->texts, one->head.ast->span, INDENT);
    add_steered(d, "steers on", one->steers);
    add_drivers(d, one);
    if (one->is_objective) {
        Line drives = {d->sb, "drives", 0};
        for (size_t i = 0; i < one->n_link; i++)
            add(&drives, one->link[i].to);
        end(&drives);
        add_names(d, "serves", one->head.serves);
        add_objective_links(d, one);
    } else {
        add_objectives_of(d, one->head.name);
    }
    finish(d, one->is_objective ? AST_STMT_OBJECTIVE : AST_STMT_STRATEGY, &one->head);
}

/* ---- audiences, rituals, reports ---- */

static void add_looked_at_by(Describe *d, const char *audience)
{
    Line indicators = {d->sb, "looks at", 0};
    for (size_t i = 0; i < d->graph.n; i++) {
        const SteerHead *head = &d->graph.node[i]->head;
        if (has_name(head->audience, audience))
            add(&indicators, head->name);
    }
    end(&indicators);
    Line rituals = {d->sb, "comes to", 0};
    for (size_t i = 0; i < d->steering->n_ritual; i++) {
        const Ritual *ritual = d->steering->ritual[i];
        if (has_name(ritual->head.audience, audience) &&
            steering_ritual(d->steering, ritual->head.name) == ritual)
            add(&rituals, ritual->head.name);
    }
    end(&rituals);
    Line reports = {d->sb, "reads", 0};
    for (size_t i = 0; i < d->model->n_report; i++) {
        const AstSteeringItems *items = &d->model->report[i].ast->as.report->attributes;
        for (uint32_t k = 0; k < items->count; k++) {
            if (items->item[k].kind == AST_STEERING_ITEM_AUDIENCE &&
                has_name(&items->item[k].names, audience))
                add(&reports, d->model->report[i].name);
        }
    }
    end(&reports);
}

static void add_audience(Describe *d, const Audience *one)
{
    Line line = {d->sb, "", 0};
    begin(d, "audience", &one->head);
    add_head(d, &line, &one->head);
    add(&line, one->sees ? "sees a part of the rows" : "sees all rows");
    end(&line);
    describe_add_text(d->sb, d->texts, one->head.ast->span, INDENT);
    add_looked_at_by(d, one->head.name);
    finish(d, AST_STMT_AUDIENCE, &one->head);
}

static void add_ritual(Describe *d, const Ritual *one)
{
    Line line = {d->sb, "", 0};
    begin(d, "ritual", &one->head);
    add_head(d, &line, &one->head);
    end(&line);
    describe_add_text(d->sb, d->texts, one->head.ast->span, INDENT);
    add_texts(d, "comes:", one->attendees);
    add_names(d, "comes: audience", one->head.audience);
    add_steered(d, "looks at", one->steers);
    add_names(d, "reports", one->reports);
    finish(d, AST_STMT_RITUAL, &one->head);
}

static Describe describe(StrBuf *sb, const Model *model, const SourceTexts *texts)
{
    Describe d = {sb, model, &model->steering, texts, arena_new(), {0}};
    graph_make(&d.graph, d.steering, d.arena);
    return d;
}

bool describe_add_steering(StrBuf *sb, const Model *model, const SourceTexts *texts,
                           const char *name)
{
    const Steering *s = &model->steering;
    const Indicator *indicator = steering_indicator(s, name);
    const Strategy *strategy = steering_strategy(s, name);
    const Strategy *objective = steering_objective(s, name);
    const Audience *audience = steering_audience(s, name);
    const Ritual *ritual = steering_ritual(s, name);
    Describe d = describe(sb, model, texts);
    if (indicator)
        add_indicator(&d, indicator);
    if (strategy)
        add_strategy(&d, strategy);
    if (objective)
        add_strategy(&d, objective);
    if (audience)
        add_audience(&d, audience);
    if (ritual)
        add_ritual(&d, ritual);
    arena_free(d.arena);
    return indicator || strategy || objective || audience || ritual;
}

void describe_add_report_use(StrBuf *sb, const Model *model, const char *name)
{
    Describe d = describe(sb, model, NULL);
    add_rituals(&d, NULL, name);
    arena_free(d.arena);
}

void describe_steering_names(const Model *model,
                             void (*offer)(void *self, const char *name), void *self)
{
    const Steering *s = &model->steering;
    for (size_t i = 0; i < s->n_indicator; i++)
        offer(self, s->indicator[i]->head.name);
    for (size_t i = 0; i < s->n_strategy; i++)
        offer(self, s->strategy[i]->head.name);
    for (size_t i = 0; i < s->n_audience; i++)
        offer(self, s->audience[i]->head.name);
    for (size_t i = 0; i < s->n_ritual; i++)
        offer(self, s->ritual[i]->head.name);
}
