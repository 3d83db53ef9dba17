/* The page is written when it ends: a section's title and facts, then its body. The
   policy allows the one style and the one script of the page, by their hashes, and
   nothing from anywhere else. */
#include "runtime/render/html_page.h"

#include "runtime/base/embedded.h"
#include "runtime/base/intern.h"
#include "runtime/base/sha256.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/html.h"
#include "runtime/render/html_table.h"
#include "runtime/render/svg.h"

#include <string.h>

/* A report, or one that it runs. Texts are HTML but for the title. */
typedef struct {
    char *title; /* NULL: what stands before any title */
    unsigned depth;
    StrBuf question, facts, body;
} Part;

typedef struct {
    Part *part; /* the first is the section's own, then the reports in it */
    size_t n_part, cap_part;
    size_t n_alarm, n_warning;
    size_t first_signal; /* the answer that raised the first; 0: none did */
} Section;

struct HtmlPage {
    Section *section;
    size_t n_section, cap_section;
    size_t n_answer;
    Intern *explained; /* each explanation of a column, by its number */
    StrBuf top, foot;  /* facts of the page */
};

HtmlPage *html_page_new(void)
{
    HtmlPage *page = xcalloc(1, sizeof *page);
    page->explained = intern_new(NULL);
    strbuf_init(&page->top);
    strbuf_init(&page->foot);
    return page;
}

static void add_part(Section *section, const char *title, unsigned depth)
{
    if (section->n_part == section->cap_part) {
        section->cap_part = section->cap_part ? 2 * section->cap_part : 4;
        section->part =
            xrealloc(section->part, section->cap_part, sizeof *section->part);
    }
    Part *part = &section->part[section->n_part++];
    *part = (Part){.title = title ? xstrdup(title) : NULL, .depth = depth};
    strbuf_init(&part->question);
    strbuf_init(&part->facts);
    strbuf_init(&part->body);
}

static Section *add_section(HtmlPage *page, const char *title)
{
    if (page->n_section == page->cap_section) {
        page->cap_section = page->cap_section ? 2 * page->cap_section : 4;
        page->section =
            xrealloc(page->section, page->cap_section, sizeof *page->section);
    }
    Section *section = &page->section[page->n_section++];
    *section = (Section){0};
    add_part(section, title, 0);
    return section;
}

static Section *current(HtmlPage *page)
{
    return page->n_section ? &page->section[page->n_section - 1]
                           : add_section(page, NULL);
}

static Part *current_part(HtmlPage *page)
{
    Section *section = current(page);
    return &section->part[section->n_part - 1];
}

void html_page_add_title(HtmlPage *page, const char *text, unsigned depth)
{
    if (depth)
        add_part(current(page), text, depth);
    else
        add_section(page, text);
}

void html_page_add_question(HtmlPage *page, const char *text)
{
    StrBuf *sb = &current_part(page)->question;
    strbuf_adds(sb, "<p class=\"question\">");
    html_add_lines(sb, text);
    strbuf_adds(sb, "</p>\n");
}

static void add_fact(StrBuf *sb, Fact fact)
{
    strbuf_adds(sb, "<div><dt>");
    html_adds(sb, fact.name);
    strbuf_adds(sb, "</dt><dd>");
    html_adds(sb, fact.text);
    strbuf_adds(sb, "</dd></div>\n");
}

void html_page_add_fact(HtmlPage *page, Fact fact)
{
    add_fact(&current_part(page)->facts, fact);
}

void html_page_add_about(HtmlPage *page, Fact fact, bool at_foot)
{
    add_fact(at_foot ? &page->foot : &page->top, fact);
}

void html_page_add_text(HtmlPage *page, const char *text)
{
    StrBuf *sb = &current_part(page)->body;
    strbuf_adds(sb, "<p class=\"text\">");
    html_add_lines(sb, text);
    strbuf_adds(sb, "</p>\n");
}

/* The chart twice: labels are as large on a phone as on a screen. */
static void add_chart(StrBuf *sb, const Result *result, const FormatStyle *format,
                      const char *id)
{
    StrBuf narrow;
    strbuf_init(&narrow);
    strbuf_addf(&narrow, "%s-m", id);
    SvgStyle wide = {format, id, "wide", SVG_WIDE, true};
    SvgStyle small = {format, narrow.text, "narrow", SVG_NARROW, false};
    strbuf_adds(sb, "<figure>\n");
    svg_add_chart(sb, result, &wide);
    svg_add_chart(sb, result, &small);
    strbuf_adds(sb, "</figure>\n");
    strbuf_release(&narrow);
}

static void count_signals(HtmlPage *page, Section *section, const Result *result)
{
    for (size_t i = 0; i < result->n_signal; i++) {
        section->n_warning += result->signal[i].warn;
        section->n_alarm += !result->signal[i].warn;
    }
    if (result->n_signal && !section->first_signal)
        section->first_signal = page->n_answer;
}

void html_page_add_result(HtmlPage *page, const Result *result, HtmlStyle style)
{
    StrBuf *sb = &current_part(page)->body;
    StrBuf id;
    page->n_answer++;
    count_signals(page, current(page), result);
    strbuf_init(&id);
    strbuf_addf(&id, "a%zu", page->n_answer);
    HtmlTable how = {&style.format, id.text, page->explained};
    strbuf_adds(sb, "<div class=\"answer\">\n");
    html_add_signals(sb, result, &how);
    if (result_is_drawn(result) && !style.no_chart)
        add_chart(sb, result, &style.format, id.text);
    html_add_table(sb, result, &how);
    strbuf_adds(sb, "</div>\n");
    strbuf_release(&id);
}

/* --- the whole --- */

static void add_hash(StrBuf *sb, const char *text)
{
    uint8_t digest[SHA256_SIZE];
    sha256(text, strlen(text), digest);
    strbuf_adds(sb, "'sha256-");
    sha256_add_base64(sb, digest);
    strbuf_addc(sb, '\'');
}

static void add_style(StrBuf *sb, bool with_script)
{
    StrBuf style;
    strbuf_init(&style);
    strbuf_addf(&style, "\n%s%s%s", embedded_text("runtime/render/palette.css"),
                embedded_text("runtime/render/html_page.css"),
                embedded_text("runtime/render/chart_style.css"));
    strbuf_adds(sb,
                "<meta http-equiv=\"Content-Security-Policy\" content=\""
                "default-src 'none'; base-uri 'none'; form-action 'none'; style-src ");
    add_hash(sb, style.text);
    if (with_script) {
        StrBuf script;
        strbuf_init(&script);
        strbuf_addf(&script, "\n%s", embedded_text("runtime/render/html_page.js"));
        strbuf_adds(sb, "; script-src ");
        add_hash(sb, script.text);
        strbuf_release(&script);
    }
    strbuf_addf(sb, "\">\n<style>%s</style>\n", style.text);
    strbuf_release(&style);
}

/* Sections that a title began. */
static size_t count_titles(const HtmlPage *page)
{
    size_t n = 0;
    for (size_t i = 0; i < page->n_section; i++)
        n += page->section[i].part[0].title != NULL;
    return n;
}

static void add_raised(StrBuf *sb, const Section *section)
{
    if (!section->first_signal)
        return;
    strbuf_addf(sb, "<p class=\"raised %s\"><a href=\"#a%zu-s\">",
                section->n_alarm ? "alarm" : "warn", section->first_signal);
    size_t alarms = section->n_alarm, warnings = section->n_warning;
    if (alarms)
        strbuf_addf(sb, "%zu alarm%s", alarms, alarms == 1 ? "" : "s");
    strbuf_adds(sb, alarms && warnings ? ", " : "");
    if (warnings)
        strbuf_addf(sb, "%zu warning%s", warnings, warnings == 1 ? "" : "s");
    strbuf_adds(sb, "</a></p>\n");
}

static void add_facts(StrBuf *sb, const char *first, const char *second)
{
    if (*first || *second)
        strbuf_addf(sb, "<dl class=\"facts\">\n%s%s</dl>\n", first, second);
}

/* The name that links to a part go by. */
static void add_place(StrBuf *sb, size_t section, size_t part)
{
    strbuf_addf(sb, "r%zu", section + 1);
    if (part)
        strbuf_addf(sb, "-%zu", part);
}

/* The sections, or the reports in the only one. */
static void add_contents(StrBuf *sb, const HtmlPage *page, bool alone)
{
    strbuf_adds(sb, "<nav aria-label=\"Contents\">\n<ul>\n");
    for (size_t i = 0; i < page->n_section; i++) {
        const Section *section = &page->section[i];
        for (size_t k = alone; k < (alone ? section->n_part : 1); k++) {
            if (!section->part[k].title || section->part[k].depth > 1)
                continue;
            strbuf_adds(sb, "<li><a href=\"#");
            add_place(sb, i, k);
            strbuf_adds(sb, "\">");
            html_adds(sb, section->part[k].title);
            strbuf_adds(sb, "</a></li>\n");
        }
    }
    strbuf_adds(sb, "</ul>\n</nav>\n");
}

static void add_head(StrBuf *sb, const Part *part, unsigned above)
{
    unsigned level = part->depth + above < 6 ? part->depth + above : 6;
    strbuf_addf(sb, "<h%u>", level);
    html_adds(sb, part->title);
    strbuf_addf(sb, "</h%u>\n%s", level, part->question.text);
    add_facts(sb, part->facts.text, "");
}

/* The first part of the only section has the page's head. */
static void add_section_html(StrBuf *sb, const Section *section, size_t at, bool alone)
{
    static const char *const class_of[] = {"", " class=\"inner\"",
                                           " class=\"inner deep\""};
    for (size_t k = 0; k < section->n_part; k++) {
        const Part *part = &section->part[k];
        if (part->title && !(alone && k == 0)) {
            strbuf_addf(sb, "<header%s id=\"",
                        class_of[part->depth < 2 ? part->depth : 2]);
            add_place(sb, at, k);
            strbuf_adds(sb, "\">\n");
            add_head(sb, part, alone ? 1 : 2);
            if (!part->depth)
                add_raised(sb, section);
            strbuf_adds(sb, "</header>\n");
        }
        strbuf_adds(sb, part->body.text);
    }
}

/* The only report of a page is the page. */
static bool is_alone(const HtmlPage *page)
{
    return page->n_section == 1 && page->section[0].part[0].title;
}

static const char *title_of(const HtmlPage *page)
{
    return is_alone(page)       ? page->section[0].part[0].title
           : count_titles(page) ? "Reports"
                                : "Answers";
}

static void add_body(StrBuf *sb, HtmlPage *page)
{
    bool alone = is_alone(page);
    const Section *first = &page->section[0];
    const Part *head = &first->part[0];
    strbuf_adds(sb, "<body>\n<header>\n<h1>");
    html_adds(sb, title_of(page));
    strbuf_addf(sb, "</h1>\n%s", alone ? head->question.text : "");
    add_facts(sb, alone ? head->facts.text : "", page->top.text);
    if (alone)
        add_raised(sb, first);
    if (alone ? first->n_part > 2 : count_titles(page) > 0)
        add_contents(sb, page, alone);
    strbuf_adds(sb, "</header>\n<main>\n");
    for (size_t i = 0; i < page->n_section; i++) {
        strbuf_adds(sb, alone ? "" : "<section>\n");
        add_section_html(sb, &page->section[i], i, alone);
        strbuf_adds(sb, alone ? "" : "</section>\n");
    }
    strbuf_adds(sb, "</main>\n");
    if (page->foot.len)
        strbuf_addf(sb, "<footer>\n<dl class=\"facts\">\n%s</dl>\n</footer>\n",
                    page->foot.text);
}

static void free_page(HtmlPage *page)
{
    for (size_t i = 0; i < page->n_section; i++) {
        Section *section = &page->section[i];
        for (size_t k = 0; k < section->n_part; k++) {
            free(section->part[k].title);
            strbuf_release(&section->part[k].question);
            strbuf_release(&section->part[k].facts);
            strbuf_release(&section->part[k].body);
        }
        free(section->part);
    }
    intern_free(page->explained);
    strbuf_release(&page->top);
    strbuf_release(&page->foot);
    free(page->section);
    free(page);
}

void html_page_end(HtmlPage *page, bool with_script, StrBuf *sb)
{
    current(page);
    strbuf_adds(sb, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                    "<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, "
                    "initial-scale=1\">\n<title>");
    html_adds(sb, title_of(page));
    strbuf_adds(sb, "</title>\n");
    add_style(sb, with_script);
    strbuf_adds(sb, "</head>\n");
    add_body(sb, page);
    if (with_script)
        strbuf_addf(sb, "<script>\n%s</script>\n",
                    embedded_text("runtime/render/html_page.js"));
    strbuf_adds(sb, "</body>\n</html>\n");
    free_page(page);
}
