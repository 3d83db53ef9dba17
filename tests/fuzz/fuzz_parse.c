/* Any bytes through the parser, as a script and at the prompt. What is valid is
   formatted: the result is valid, has the same tree and stays as it is; what it says of
   itself is printed. Messages of what is not valid can be printed. */
#include "parser/ast_dump.h"
#include "parser/ast_format.h"
#include "parser/parse.h"
#include "runtime/module/doc.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void print_doc(const SourceText *source, Arena *arena, DiagSink *sink)
{
    Doc doc;
    StrBuf sb;
    strbuf_init(&sb);
    if (!doc_read(&doc, "fuzz", source, arena, sink))
        abort();
    doc_add_text(&sb, &doc, 80);
    doc_add_markdown(&sb, &doc);
    doc_add_index_text(&sb, &doc, 1, 80);
    strbuf_release(&sb);
}

static ParseStatus parse(const char *text, size_t len, ParseMode mode, StrBuf *dump,
                         StrBuf *formatted)
{
    SourceTexts *texts = source_texts_new();
    Arena *arena = arena_new();
    StrBuf messages;
    DiagSink sink;
    strbuf_init(&messages);
    diag_sink_init(&sink, arena, texts);
    const SourceText *source = source_texts_add(texts, "fuzz", text, len);
    ParseResult res = parse_text(source, mode, arena, &sink);
    if ((res.status == PARSE_OK) != (sink.n_error == 0))
        abort();
    diag_render(&messages, &sink, (DiagStyle){.width = 80});
    if (res.status == PARSE_OK) {
        ast_dump(dump, res.script);
        if (mode == PARSE_SCRIPT && ast_format(formatted, source, &sink) != PARSE_OK)
            abort();
        if (mode == PARSE_SCRIPT)
            print_doc(source, arena, &sink);
    }
    strbuf_release(&messages);
    arena_free(arena);
    source_texts_free(texts);
    return res.status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    StrBuf dump, dump_again, once, twice;
    strbuf_init(&dump);
    strbuf_init(&dump_again);
    strbuf_init(&once);
    strbuf_init(&twice);
    parse((const char *)data, size, PARSE_PROMPT, &dump_again, &twice);
    strbuf_reset(&dump_again);
    if (parse((const char *)data, size, PARSE_SCRIPT, &dump, &once) == PARSE_OK) {
        if (parse(once.text, once.len, PARSE_SCRIPT, &dump_again, &twice) != PARSE_OK ||
            strcmp(dump.text, dump_again.text) != 0 ||
            strcmp(once.text, twice.text) != 0)
            abort();
    }
    strbuf_release(&dump);
    strbuf_release(&dump_again);
    strbuf_release(&once);
    strbuf_release(&twice);
    return 0;
}
