/* koers learn [FILE]: lessons at the prompt. Those of Koers are over a demo company,
   which is made the first time and kept in the folder for the state of programs. */
#include "runtime/cli/cli.h"

#include "lexer/literal.h"
#include "runtime/base/state_file.h"
#include "runtime/cli/interrupt.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* All lessons are over the same days, whenever they are learned. */
enum { LEARN_YEAR = 2026, LEARN_MONTH = 10, LEARN_DAY = 31 };

static bool make_company(const char *store)
{
    StrBuf folder;
    strbuf_init(&folder);
    strbuf_add(&folder, store, (size_t)(strrchr(store, '/') - store));
    state_make_folders(store);
    fprintf(stderr, "koers: making a demo company in %s\n", folder.text);
    Arena *arena = arena_new();
    SourceTexts *texts = source_texts_new();
    DiagSink sink;
    DemoReport report;
    diag_sink_init(&sink, arena, texts);
    DemoJob job = {.lines = DEMO_SMALL,
                   .seed = 1,
                   .today = civil_to_day(LEARN_YEAR, LEARN_MONTH, LEARN_DAY),
                   .stop = interrupt_flag()};
    bool ok = cli_make_company(folder.text, &job, &sink, &report) == DEMO_MADE;
    cli_print_diags(&sink);
    source_texts_free(texts);
    arena_free(arena);
    strbuf_release(&folder);
    return ok;
}

static int learn_standard(const CliOptions *o)
{
    StrBuf store;
    strbuf_init(&store);
    if (!state_path(&store, "company/store.db")) {
        fputs("koers: lessons want a home folder: set HOME or XDG_STATE_HOME\n",
              stderr);
        strbuf_release(&store);
        return EXIT_OUTPUT;
    }
    int res = EXIT_OUTPUT;
    if (access(store.text, R_OK) == 0 || make_company(store.text)) {
        CliOptions learning = *o;
        learning.store = store.text;
        res = cli_prompt_from(&learning, "use lessons.course learn");
    }
    strbuf_release(&store);
    return res;
}

static int learn_file(const CliOptions *o)
{
    StrBuf begin;
    strbuf_init(&begin);
    strbuf_adds(&begin, "use ");
    literal_add_text(&begin, o->arg[0]);
    strbuf_adds(&begin, " learn");
    int res = cli_prompt_from(o, begin.text);
    strbuf_release(&begin);
    return res;
}

int cli_learn(const CliOptions *o)
{
    if (o->n_arg > 1) {
        fputs("koers: usage: koers learn [FILE]\n", stderr);
        return EXIT_USAGE;
    }
    return o->n_arg ? learn_file(o) : learn_standard(o);
}
