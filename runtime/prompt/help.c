/* Topics of help. A topic is found by any of its names; a misspelt one is answered
   with the names that are near. */
#include "runtime/prompt/help.h"

#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"
#include "runtime/base/suggest.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    const char *others; /* separated by blanks */
    const char *text;
} HelpTopic;

static const HelpTopic help_topics[] = {
#define HELP(name, others, text) {name, others, text},
#include "runtime/prompt/help.def"
#undef HELP
};

const char *help_topic_at(size_t index)
{
    return index < COUNT_OF(help_topics) ? help_topics[index].name : NULL;
}

enum { INDENT_SHARE = 2, OVERVIEW_WIDTH = 72 };

/* Cells before what the line's second column, else its text, begins with. */
static size_t hanging_indent(const char *line, size_t len, size_t width)
{
    size_t lead = 0;
    while (lead < len && line[lead] == ' ')
        lead++;
    for (size_t at = lead; at + 2 < len; at++) {
        if (line[at] == ' ' && line[at + 1] == ' ' && line[at + 2] != ' ' &&
            at + 2 < width / INDENT_SHARE)
            return at + 2;
    }
    return lead + 2;
}

/* The line, broken at blanks; help is ASCII. */
static void add_line(StrBuf *sb, const char *line, size_t len, size_t width)
{
    size_t indent = hanging_indent(line, len, width), left = width;
    while (len > left) {
        size_t cut = left;
        while (cut && line[cut] != ' ')
            cut--;
        if (!cut)
            break;
        strbuf_add(sb, line, cut);
        strbuf_addc(sb, '\n');
        strbuf_addn(sb, ' ', indent);
        line += cut + 1;
        len -= cut + 1;
        left = width > 2 * indent ? width - indent : width;
    }
    strbuf_add(sb, line, len);
    strbuf_addc(sb, '\n');
}

void help_add(StrBuf *sb, const char *text, unsigned width)
{
    while (*text) {
        size_t len = strcspn(text, "\n");
        add_line(sb, text, len, width ? width : SIZE_MAX / 4);
        text += len + (text[len] == '\n');
    }
}

static void print_overview(StrBuf *sb, unsigned width)
{
    StrBuf all;
    strbuf_init(&all);
    strbuf_adds(&all, "Ask a question: MEASURES by DIMENSIONS for PERIOD\n"
                      "  describe    what there is to ask here\n"
                      "  help TOPIC  more about one of:");
    for (size_t i = 0; i < COUNT_OF(help_topics); i++)
        strbuf_addf(&all, " %s", help_topics[i].name);
    strbuf_adds(&all, "\n  quit\n");
    help_add(sb, all.text, width && width < OVERVIEW_WIDTH ? width : OVERVIEW_WIDTH);
    strbuf_release(&all);
}

static bool has_name(const HelpTopic *topic, const char *name)
{
    size_t len = strlen(name);
    if (ascii_casecmp(topic->name, name) == 0)
        return true;
    for (const char *at = topic->others; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        char *one = xstrndup(at, n);
        bool same = n == len && ascii_casecmp(one, name) == 0;
        free(one);
        if (same)
            return true;
        at += n;
    }
    return false;
}

bool help_print(StrBuf *sb, const char *topic, unsigned width)
{
    Suggest near;
    if (!topic[0]) {
        print_overview(sb, width);
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(help_topics); i++) {
        if (has_name(&help_topics[i], topic)) {
            help_add(sb, help_topics[i].text, width);
            return true;
        }
    }
    suggest_init(&near, topic);
    for (size_t i = 0; i < COUNT_OF(help_topics); i++)
        suggest_offer(&near, help_topics[i].name);
    strbuf_adds(sb, "there is no help about `");
    utf8_add_visible(sb, topic, strlen(topic));
    strbuf_addc(sb, '`');
    for (size_t i = 0; i < near.count; i++)
        strbuf_addf(sb, "%s`%s`", i ? " or " : "; did you mean ", near.found[i]);
    strbuf_adds(sb, near.count ? "?\n" : "; `help` lists the topics\n");
    return false;
}
