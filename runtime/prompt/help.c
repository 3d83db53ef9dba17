/* Topics of help. A topic is found by any of its names; a misspelt one is answered
   with the names that are near. */
#include "runtime/prompt/help.h"

#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"
#include "runtime/base/suggest.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *names;
    const char *text;
} HelpTopic;

static const HelpTopic help_topics[] = {
#define HELP(names, text) {names, text},
#include "runtime/prompt/help.def"
#undef HELP
};

static const char *const topic_names[] = {
    "commands", "show",    "by",        "for", "where",  "sort",      "with",   "alarm",
    "source",   "measure", "dimension", "let", "report", "functions", "numbers"};

const char *help_topic_at(size_t index)
{
    return index < COUNT_OF(topic_names) ? topic_names[index] : NULL;
}

static void print_overview(StrBuf *sb)
{
    strbuf_adds(sb, "Ask a question: show MEASURES by DIMENSIONS for PERIOD\n"
                    "  describe       what there is to ask here\n"
                    "  help TOPIC     more about one of:\n                ");
    for (size_t i = 0; i < COUNT_OF(topic_names); i++) {
        if (i == 8)
            strbuf_adds(sb, "\n                ");
        strbuf_addf(sb, " %s", topic_names[i]);
    }
    strbuf_adds(sb, "\n  quit\n");
}

/* `names` are separated by blanks. */
static bool has_name(const HelpTopic *topic, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = topic->names; *at;) {
        size_t n = strcspn(at, " ");
        char *one = xstrndup(at, n);
        bool same = n == len && ascii_casecmp(one, name) == 0;
        free(one);
        if (same)
            return true;
        at += n;
        at += strspn(at, " ");
    }
    return false;
}

bool help_print(StrBuf *sb, const char *topic)
{
    Suggest near;
    if (!topic[0]) {
        print_overview(sb);
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(help_topics); i++) {
        if (has_name(&help_topics[i], topic)) {
            strbuf_adds(sb, help_topics[i].text);
            return true;
        }
    }
    suggest_init(&near, topic);
    for (size_t i = 0; i < COUNT_OF(topic_names); i++)
        suggest_offer(&near, topic_names[i]);
    strbuf_adds(sb, "there is no help about `");
    utf8_add_visible(sb, topic, strlen(topic));
    strbuf_addc(sb, '`');
    for (size_t i = 0; i < near.count; i++)
        strbuf_addf(sb, "%s`%s`", i ? " or " : "; did you mean ", near.found[i]);
    strbuf_adds(sb, near.count ? "?\n" : "; `help` lists the topics\n");
    return false;
}
