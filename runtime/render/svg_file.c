/* A file of its own: charts one under the other, with a style for light and dark. */
#include "runtime/base/embedded.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/html.h"
#include "runtime/render/svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MARGIN = 20, LINE = 22, TITLE = 32, BETWEEN = 18 };

void svg_file_begin(SvgFile *file)
{
    *file = (SvgFile){.height = MARGIN};
    strbuf_init(&file->body);
}

static void add_line(SvgFile *file, const char *class, const char *text)
{
    double step = strcmp(class, "t") == 0 ? TITLE : LINE;
    strbuf_addf(&file->body, "<text class=\"%s\" x=\"%d\" y=\"%.0f\">", class, MARGIN,
                file->height + step - 8);
    html_adds(&file->body, text);
    strbuf_adds(&file->body, "</text>\n");
    file->height += step;
}

void svg_file_add_title(SvgFile *file, const char *text)
{
    if (!file->title)
        file->title = xstrdup(text);
    add_line(file, "t", text);
}

void svg_file_add_text(SvgFile *file, const char *text)
{
    add_line(file, "l", text);
}

/* The height that the element says in its viewBox. */
static double height_of(const char *svg)
{
    const char *box = strstr(svg, "viewBox=\"0 0 ");
    const char *at = box ? strchr(box + strlen("viewBox=\"0 0 "), ' ') : NULL;
    return at ? strtod(at, NULL) : 0;
}

void svg_file_add_chart(SvgFile *file, const Result *result, const FormatStyle *style)
{
    char id[24];
    StrBuf chart, text;
    strbuf_init(&chart);
    strbuf_init(&text);
    strbuf_addf(&text, "c%zu", file->n_chart + 1);
    memcpy(id, text.text, text.len < sizeof id ? text.len + 1 : sizeof id);
    SvgStyle how = {style, id, "", SVG_WIDE, true};
    if (svg_add_chart(&chart, result, &how)) {
        double height = height_of(chart.text);
        file->height += BETWEEN;
        strbuf_addf(&file->body,
                    "<svg x=\"%d\" y=\"%.0f\" width=\"%d\" height=\"%.0f\"", MARGIN,
                    file->height, SVG_WIDE, height);
        strbuf_adds(&file->body, chart.text + strlen("<svg"));
        file->height += height;
        file->n_chart++;
    }
    strbuf_release(&chart);
    strbuf_release(&text);
}

void svg_file_end(SvgFile *file, StrBuf *sb)
{
    if (!file->n_chart)
        svg_file_add_text(file, "(no question here asks for a chart)");
    double height = ceil(file->height) + MARGIN;
    int width = SVG_WIDE + 2 * MARGIN;
    strbuf_addf(sb,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\""
                " viewBox=\"0 0 %d %.0f\">\n<title>",
                width, height, width, height);
    html_adds(sb, file->title ? file->title : "Charts");
    strbuf_addf(sb, "</title>\n<style>\n%s%s%s</style>\n",
                embedded_text("runtime/render/palette.css"),
                embedded_text("runtime/render/chart_style.css"),
                embedded_text("runtime/render/svg_file.css"));
    strbuf_addf(sb, "<rect class=\"bg\" width=\"%d\" height=\"%.0f\"/>\n", width,
                height);
    strbuf_add(sb, file->body.text, file->body.len);
    strbuf_adds(sb, "</svg>\n");
    strbuf_release(&file->body);
    free(file->title);
}
