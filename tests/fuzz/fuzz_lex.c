/* Any bytes through the scanner: places lie in the text, follow each other and never
   overlap, and it ends. */
#include "lexer/lexer.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SourceTexts *texts = source_texts_new();
    Arena *arena = arena_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    const SourceText *text = source_texts_add(texts, "fuzz", (const char *)data, size);
    if (lexer_check_text(text, &sink)) {
        Lexer *lexer = lexer_open(text, 0, (uint32_t)text->len, &sink, true);
        Token token;
        uint32_t end = 0;
        do {
            lexer_next(lexer, &token);
            if (token.span.begin < end || token.span.end < token.span.begin ||
                token.span.end > text->len)
                abort();
            if (token.kind != LEXER_END && token.span.end == token.span.begin)
                abort();
            end = token.span.end;
        } while (token.kind != LEXER_END);
        lexer_close(lexer);
    } else if (sink.n_error == 0) {
        abort();
    }
    arena_free(arena);
    source_texts_free(texts);
    return 0;
}
