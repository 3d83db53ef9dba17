/* A map: boxes on levels, the top one first, and lines from what drives to what is
   driven. Colour says how a box stands, and so does its text. */
#include "runtime/render/svg_pen.h"

#include "runtime/base/xalloc.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    BOX_HEIGHT = 46, /* with a title of one line */
    TITLE_LINE = 16,
    TITLE_LINES = 3,
    BAR = 5,
    GAP_X = 14,
    GAP_Y = 30,
    LANES = 3, /* for lines beside each other in a gap */
    LANE = 3,
    WIDE_BOXES = 4,
    NARROW_BOXES = 2
};

static const char *const box_class[] = {"x0", "x1", "x2", "x3"};

typedef struct {
    SvgPen pen;
    const ResultMap *map;
    SvgBox *place; /* of each box */
    size_t across; /* boxes beside each other */
    double box_width, box_height, height;
} MapPen;

static size_t count_level(const ResultMap *map, size_t level)
{
    size_t n = 0;
    for (size_t i = 0; i < map->n_box; i++)
        n += map->box[i].level == level;
    return n;
}

/* Rows of boxes below the name of their level; a row that is not full stands in the
   middle. */
static void place_level(MapPen *m, size_t level, double *y)
{
    size_t n = count_level(m->map, level), at = 0;
    if (!n)
        return;
    *y += SVG_LINE;
    for (size_t i = 0; i < m->map->n_box; i++) {
        if (m->map->box[i].level != level)
            continue;
        size_t row = at / m->across;
        size_t in_row =
            n - row * m->across < m->across ? n - row * m->across : m->across;
        double used = (double)in_row * (m->box_width + GAP_X) - GAP_X;
        m->place[i] = (SvgBox){(m->pen.width - used) / 2 +
                                   (double)(at % m->across) * (m->box_width + GAP_X),
                               *y + (double)row * (m->box_height + GAP_Y), m->box_width,
                               m->box_height};
        at++;
    }
    *y += (double)((n + m->across - 1) / m->across) * (m->box_height + GAP_Y);
}

/* Where the row of boxes after the one at `y` stands, up or down. */
static double row_after(const MapPen *m, double y, bool up)
{
    double found = up ? -HUGE_VAL : HUGE_VAL;
    for (size_t i = 0; i < m->map->n_box; i++) {
        double here = m->place[i].y;
        if (up ? here < y && here > found : here > y && here < found)
            found = here;
    }
    return found;
}

/* The middle of the gap beside a box of the row at `y` that is nearest to `x`; a row
   has one, for two boxes stand beside each other or one in the middle. */
static double gap_near(const MapPen *m, double y, double x)
{
    double found = HUGE_VAL;
    for (size_t i = 0; i < m->map->n_box; i++) {
        const SvgBox *box = &m->place[i];
        const double side[] = {box->x - GAP_X / 2.0, box->x + box->w + GAP_X / 2.0};
        for (size_t k = 0; box->y == y && k < COUNT_OF(side); k++) {
            bool is_free = side[k] > 0 && side[k] < m->pen.width;
            if (is_free && fabs(side[k] - x) < fabs(found - x))
                found = side[k];
        }
    }
    return found;
}

/* Upright at both ends, between two rows. */
static void draw_bend(MapPen *m, SvgBox from, double x, double y)
{
    double bend = (from.y + y) / 2;
    svg_step(&m->pen, 'C', from.x, bend);
    svg_step(&m->pen, ' ', x, bend);
    svg_step(&m->pen, ' ', x, y);
}

/* From the edge of what drives to that of what is driven, through gaps of the rows
   between them; over their row, where both stand in one. */
static void draw_link(MapPen *m, const MapLink *link, size_t lane)
{
    const SvgBox *a = &m->place[link->from], *b = &m->place[link->to];
    bool up = a->y >= b->y;
    double x1 = a->x + a->w / 2, x2 = b->x + b->w / 2;
    double end = up && a->y > b->y ? b->y + b->h : b->y;
    SvgBox at = {x1, up ? a->y : a->y + a->h, 0, 0};
    strbuf_addf(m->pen.sb, "<path class=\"%s\" d=\"", link->inversely ? "nl d" : "nl");
    svg_step(&m->pen, 'M', at.x, at.y);
    if (a->y == b->y) {
        svg_step(&m->pen, 'C', x1, at.y - SVG_LINE);
        svg_step(&m->pen, ' ', x2, at.y - SVG_LINE);
        svg_step(&m->pen, ' ', x2, end);
    } else {
        double row = row_after(m, a->y, up);
        for (; row != b->y; row = row_after(m, row, up)) {
            double want = x1 + (x2 - x1) * (row - a->y) / (b->y - a->y);
            double x =
                gap_near(m, row, want) + ((double)(lane % LANES) - LANES / 2) * LANE;
            draw_bend(m, at, x, up ? row + a->h : row);
            at = (SvgBox){x, up ? row : row + a->h, 0, 0};
            svg_step(&m->pen, 'L', at.x, at.y);
        }
        draw_bend(m, at, x2, end);
    }
    strbuf_adds(m->pen.sb, "\"/>\n");
    svg_point(&m->pen, "ne", (SvgBox){x2, end, 3, 0}, NULL);
}

/* Where the title is broken: behind the last word that fits; its end: nowhere. */
static size_t break_of(const char *title, double room)
{
    size_t len = strlen(title), found = len;
    StrBuf part;
    strbuf_init(&part);
    for (size_t i = 1; i <= len; i++) {
        if (title[i] != ' ' && title[i])
            continue;
        strbuf_reset(&part);
        strbuf_add(&part, title, i);
        if (svg_text_width(part.text) > room && found < len)
            break;
        found = i;
        if (svg_text_width(part.text) > room)
            break;
    }
    strbuf_release(&part);
    return found;
}

static double title_room(const MapPen *m)
{
    return m->box_width - BAR - 12;
}

static size_t count_lines(const MapPen *m, const char *title)
{
    size_t n = 1;
    for (size_t at; n < TITLE_LINES && title[at = break_of(title, title_room(m))]; n++)
        title += at + 1;
    return n;
}

/* The last line has what is left. */
static void draw_title(MapPen *m, SvgPlace place, const char *title)
{
    StrBuf part;
    for (size_t n = count_lines(m, title); n > 0; n--) {
        size_t at = n > 1 ? break_of(title, place.room) : strlen(title);
        strbuf_init(&part);
        strbuf_add(&part, title, at);
        svg_label(&m->pen, place, part.text);
        strbuf_release(&part);
        place.y += TITLE_LINE;
        title += title[at] ? at + 1 : at;
    }
}

static void draw_box(MapPen *m, size_t i)
{
    const MapBox *box = &m->map->box[i];
    const SvgBox *at = &m->place[i];
    double left = at->x + BAR + 7, room = title_room(m);
    StrBuf tip;
    strbuf_init(&tip);
    strbuf_addf(&tip, "%s: %s%s%s", box->title, box->value, *box->note ? ", " : "",
                box->note);
    svg_rect(&m->pen, "nb", *at, m->pen.style->with_tips ? tip.text : NULL);
    svg_rect(&m->pen, box_class[box->colour], (SvgBox){at->x, at->y, BAR, at->h}, NULL);
    draw_title(m, (SvgPlace){left, at->y + 17, SVG_START, room, "l"}, box->title);
    double note = *box->note ? svg_text_width(box->note) : 0;
    svg_label(
        &m->pen,
        (SvgPlace){left, at->y + at->h - 9, SVG_START, fmax(room - note - 6, 30), "n"},
        box->value);
    svg_label(&m->pen,
              (SvgPlace){at->x + at->w - 6, at->y + at->h - 9, SVG_END, 0, "n"},
              box->note);
    strbuf_release(&tip);
}

static void draw_levels(MapPen *m)
{
    double y = 0;
    for (size_t i = 0; i < m->map->n_level; i++) {
        double top = y;
        place_level(m, i, &y);
        if (y > top)
            svg_label(&m->pen, (SvgPlace){0, top + 12, SVG_START, m->pen.width, "h"},
                      m->map->level[i]);
    }
    m->height = y > GAP_Y ? y - GAP_Y + 6 : SVG_LINE;
    for (size_t i = 0; i < m->map->n_link; i++)
        draw_link(m, &m->map->link[i], i);
    for (size_t i = 0; i < m->map->n_box; i++)
        draw_box(m, i);
}

/* What drives what, for those who do not see it. */
static void describe(StrBuf *sb, const ResultMap *map)
{
    strbuf_addf(sb, "%zu boxes, %zu links.", map->n_box, map->n_link);
    for (size_t i = 0; i < map->n_link; i++) {
        strbuf_addc(sb, ' ');
        svg_text_safe(sb, map->box[map->link[i].from].title);
        strbuf_adds(sb, map->link[i].inversely ? " works against " : " drives ");
        svg_text_safe(sb, map->box[map->link[i].to].title);
        strbuf_addc(sb, '.');
    }
}

void svg_add_map(StrBuf *sb, const ResultMap *map, const SvgStyle *style)
{
    StrBuf marks;
    strbuf_init(&marks);
    MapPen m = {.pen = {.sb = &marks, .style = style, .width = style->width},
                .map = map,
                .across = style->width == SVG_NARROW ? NARROW_BOXES : WIDE_BOXES};
    m.place = xcalloc(map->n_box + 1, sizeof *m.place);
    m.box_width = (m.pen.width - (double)(m.across - 1) * GAP_X) / (double)m.across;
    size_t lines = 1;
    for (size_t i = 0; i < map->n_box; i++) {
        size_t n = count_lines(&m, map->box[i].title);
        lines = n > lines ? n : lines;
    }
    m.box_height = BOX_HEIGHT + (double)(lines - 1) * TITLE_LINE;
    draw_levels(&m);
    svg_begin(sb, style, ceil(m.height));
    strbuf_addf(sb, "<title id=\"%s-t\">Strategy map</title>\n<desc id=\"%s-d\">",
                style->id, style->id);
    describe(sb, map);
    strbuf_adds(sb, "</desc>\n");
    strbuf_add(sb, marks.text, marks.len);
    strbuf_adds(sb, "</svg>\n");
    strbuf_release(&marks);
    free(m.place);
}
