/* Scripts over a small store: each is compiled and its questions are planned; what is
   right is then run and its answers are rendered in every format. A script fails if and
   only if it says why, and its session is good for another question.

   $FUZZ_FOLDER is the working folder: it holds the stores and models that scripts name,
   and the pool of scripts that tokens are taken from. */
#include "runtime/render/document.h"
#include "runtime/session/session.h"
#include "tests/fuzz/splice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max,
                               unsigned seed);

enum { ROWS_MAX = 100000 };

/* A run of one script; it is stopped when it reads too much. */
typedef struct {
    volatile sig_atomic_t stop;
    uint64_t rows;
} Run;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    const char *folder = getenv("FUZZ_FOLDER");
    if (!folder || chdir(folder) != 0) {
        fprintf(stderr, "FUZZ_FOLDER names the folder of stores and models\n");
        exit(2);
    }
    splice_read_folder("pool");
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max,
                               unsigned seed)
{
    return splice_mutate(data, size, size_max, seed);
}

static void add_block(Document *document, const Block *block)
{
    if (block->result)
        document_add_result(document, block->result);
    else
        document_add_text(document, block->text);
}

static bool print_block(void *self, const Block *block)
{
    (void)self;
    static const RenderFormat format[] = {RENDER_TABLE,    RENDER_CSV,  RENDER_JSON,
                                          RENDER_MARKDOWN, RENDER_HTML, RENDER_SVG};
    for (size_t i = 0; i < COUNT_OF(format); i++) {
        Sink sink;
        Document document;
        DocumentStyle style = {
            .format = format[i],
            .table = {.format.locale = locale_default(), .width = 60}};
        sink_init(&sink, -1);
        document_begin(&document, &sink, &style);
        add_block(&document, block);
        document_end(&document);
        sink_release(&sink);
    }
    return true;
}

static bool print_files(void *self, const FileTarget *file, size_t n,
                        const Block *block, size_t n_block)
{
    (void)file;
    (void)n;
    for (size_t i = 0; i < n_block; i++)
        print_block(self, &block[i]);
    return true;
}

static void count_rows(void *self, uint64_t rows)
{
    Run *run = self;
    run->rows += rows;
    if (run->rows > ROWS_MAX)
        run->stop = 1;
}

static SessionStatus run_once(Session *session, const char *text, size_t size)
{
    StrBuf messages;
    SessionStatus status = session_run_text(session, "fuzz", text, size, PARSE_SCRIPT);
    const DiagSink *diags = session_diags(session);
    if ((status == SESSION_OK) != (diags->n_error == 0))
        abort();
    strbuf_init(&messages);
    diag_render(&messages, diags, (DiagStyle){.width = 80});
    strbuf_release(&messages);
    return status;
}

static SessionStatus run(const char *text, size_t size, bool plan)
{
    Run state = {0, 0};
    SessionOptions options = {.has_today = true,
                              .today = civil_to_day(2025, 7, 15),
                              .dump = plan ? SESSION_DUMP_PLAN : SESSION_DUMP_NONE,
                              .stop = &state.stop,
                              .output = {.block = print_block,
                                         .files = print_files,
                                         .progress = count_rows,
                                         .self = &state}};
    Session *session = session_new(&options);
    SessionStatus status = run_once(session, text, size);
    state.stop = 0;
    state.rows = 0;
    /* Whatever happened, the session goes on, but for a person whom it does not know.
     */
    if (session_run_text(session, "after", "show 1", 6, PARSE_SCRIPT) != SESSION_OK) {
        const Diag *first = session_diags(session)->first;
        if (!first || first->code != DIAG_PERSON)
            abort();
    }
    session_free(session);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    if (run(text, size, true) == SESSION_OK)
        run(text, size, false);
    return 0;
}
