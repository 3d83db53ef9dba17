#include "runtime/forecast/method_text.h"
#include "runtime/forecast/forecast_note.h"

enum { NAMED_MOST = 5 }; /* units that one line names */

/* What a blend is made of: bits of candidates, and RECORD_BESIDE. */
static unsigned parts_of(const Outlook *o, const OutlookUnit *unit)
{
    return unit->record.parts[o->origins.n - 1];
}

static size_t count_parts(unsigned parts)
{
    size_t n = 0;
    for (; parts; parts &= parts - 1)
        n++;
    return n;
}

static const char *parts_text(Arena *arena, unsigned parts)
{
    const char *text = NULL;
    for (size_t c = 0; c < RECORD_CANDIDATES; c++) {
        const char *title = method_title(record_candidate(c));
        if (parts & 1u << c)
            text = text ? arena_printf(arena, "%s, %s", text, title) : title;
    }
    if (parts & RECORD_BESIDE)
        text = arena_printf(arena, "%s, %s", text, method_title(METHOD_SEASONAL_NAIVE));
    return text;
}

const char *method_text(const Outlook *o, Method method, const OutlookUnit *unit)
{
    if (method != METHOD_BLEND)
        return method_title(method);
    unsigned parts = parts_of(o, unit);
    for (size_t c = 0; c < RECORD_CANDIDATES; c++) {
        if (parts == 1u << c)
            return method_title(record_candidate(c));
    }
    Series known = {unit->y, o->n - unit->begin, o->season};
    return method_title(parts ? METHOD_BLEND : record_plain(known));
}

/* What a unit is called; the whole: total. */
static const char *name_of(Arena *arena, const History *h, const Result *parts,
                           size_t unit)
{
    StrBuf sb;
    if (unit == h->outlook.n_unit)
        return "total";
    strbuf_init(&sb);
    for (size_t i = 1; i + 1 < parts->n_column; i++) {
        Value key = result_value(parts, i, h->row[unit]);
        strbuf_adds(&sb, i > 1 ? " " : "");
        if (key.empty)
            strbuf_adds(&sb, "(none)");
        else
            value_print(&sb, parts->column[i].type, key);
    }
    const char *name = arena_strdup(arena, sb.text);
    strbuf_release(&sb);
    return name;
}

/* The unit, or behind them the whole, is a line. */
static bool is_shown(const Outlook *o, const Result *parts, size_t at)
{
    return at < o->n_unit || !parts || o->adds_up;
}

/* Its parts; 0: it is no line, or no mean of several. */
static unsigned blend_at(const Outlook *o, const Result *parts, size_t at)
{
    const OutlookUnit *unit = at < o->n_unit ? &o->unit[at] : o->whole;
    bool made;
    outlook_expected(o, unit, &made);
    bool is_mean = is_shown(o, parts, at) && made && count_parts(parts_of(o, unit)) > 1;
    return is_mean ? parts_of(o, unit) : 0;
}

/* Who has such parts; all: nobody has others. */
static const char *owners_of(Arena *arena, const History *h, const Result *parts,
                             unsigned blend, bool *all)
{
    const Outlook *o = &h->outlook;
    const char *names = "";
    size_t n = 0;
    *all = true;
    for (size_t at = 0; at <= o->n_unit; at++) {
        bool same = blend_at(o, parts, at) == blend;
        *all &= same || !is_shown(o, parts, at);
        if (same && n++ < NAMED_MOST)
            names = arena_printf(arena, "%s%s%s", names, n > 1 ? ", " : "",
                                 name_of(arena, h, parts, at));
    }
    return n > NAMED_MOST
               ? arena_printf(arena, "%s and %zu more", names, n - NAMED_MOST)
               : names;
}

static bool is_first(const Outlook *o, const Result *parts, size_t at)
{
    bool first = true;
    for (size_t before = 0; before < at && first; before++)
        first = blend_at(o, parts, before) != blend_at(o, parts, at);
    return first;
}

void method_note(Result *r, const History *h, Method method, const Result *parts)
{
    const Outlook *o = &h->outlook;
    for (size_t at = 0; method == METHOD_BLEND && at <= o->n_unit; at++) {
        unsigned blend = blend_at(o, parts, at);
        bool all;
        if (!blend || !is_first(o, parts, at))
            continue;
        const char *text = parts_text(r->arena, blend);
        const char *owners = owners_of(r->arena, h, parts, blend, &all);
        if (all)
            forecast_note(r, "blend: the mean of %s", text);
        else
            forecast_note(r, "blend of %s: the mean of %s", owners, text);
    }
}
