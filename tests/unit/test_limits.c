/* What is too large or too deep is refused with one message that has its code; what
   is just within the limits is read. */
#include "parser/parse.h"

#include "tests/unit/unit.h"

#include <string.h>

typedef struct {
    const char *head, *piece;
    size_t count;
    const char *middle, *closing;
} Pattern;

/* head, count times piece, middle, count times closing. */
static void write_pattern(StrBuf *sb, Pattern p)
{
    strbuf_adds(sb, p.head);
    for (size_t i = 0; i < p.count; i++)
        strbuf_adds(sb, p.piece);
    strbuf_adds(sb, p.middle);
    for (size_t i = 0; i < p.count; i++)
        strbuf_adds(sb, p.closing);
}

/* `code` NULL: it is right. */
static void check(Pattern pattern, const char *code)
{
    SourceTexts *texts = source_texts_new();
    Arena *arena = arena_new();
    DiagSink sink;
    StrBuf text, messages;
    strbuf_init(&text);
    strbuf_init(&messages);
    diag_sink_init(&sink, arena, texts);
    write_pattern(&text, pattern);
    const SourceText *source = source_texts_add(texts, "script", text.text, text.len);
    ParseResult res = parse_text(source, PARSE_SCRIPT, arena, &sink);
    assert_int_equal(res.status, code ? PARSE_ERROR : PARSE_OK);
    assert_int_equal(sink.n_error, code ? 1 : 0);
    diag_render(&messages, &sink, (DiagStyle){.width = 80});
    if (code)
        assert_non_null(strstr(messages.text, code));
    strbuf_release(&messages);
    strbuf_release(&text);
    arena_free(arena);
    source_texts_free(texts);
}

static void long_chains_are_flat(void **state)
{
    (void)state;
    check((Pattern){"show 1", "+1", 400000, "", ""}, NULL);
    check((Pattern){"show a where b", " and c", 300000, "", ""}, NULL);
    check((Pattern){"show a where b", " or c", 300000, "", ""}, NULL);
    check((Pattern){"show 1", "/x", 300000, "", ""}, NULL);
}

static void long_texts_are_refused(void **state)
{
    (void)state;
    check((Pattern){"show 1", "+1", 3000000, "", ""}, "[E0112]");
}

static void deep_ones_are_refused(void **state)
{
    (void)state;
    check((Pattern){"show ", "(", 199, "1", ")"}, NULL);
    check((Pattern){"show ", "(", 10000, "1", ")"}, "[E0203]");
    check((Pattern){"show ", "f(", 10000, "1", ")"}, "[E0203]");
    check((Pattern){"show a where ", "not ", 150, "a", ""}, NULL);
    check((Pattern){"show a where ", "not ", 300, "a", ""}, "[E0203]");
    check((Pattern){"show a where ", "not ", 100000, "a", ""}, "[E0203]");
    check((Pattern){"show ", "- ", 100000, "a", ""}, "[E0203]");
    check((Pattern){"show a", "[all]", 100000, "", ""}, "[E0203]");
    check((Pattern){"show a", " per b", 100000, "", ""}, "[E0203]");
    check((Pattern){"show ", "(show ", 150, "a", ")"}, NULL);
    check((Pattern){"show ", "(show not not ", 150, "a", ")"}, "[E0203]");
    check((Pattern){"", "report r { ", 500, "", "}"}, "[E0203]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_chains_are_flat),
        cmocka_unit_test(long_texts_are_refused),
        cmocka_unit_test(deep_ones_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
