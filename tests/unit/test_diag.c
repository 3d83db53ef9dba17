/* How messages look: places, carets, clipped lines, order, JSON. */
#include "runtime/diag/diag.h"

#include "tests/unit/unit.h"

#include <string.h>

typedef struct {
    Arena *arena;
    SourceTexts *texts;
    DiagSink sink;
    StrBuf out;
} Fixture;

static void open_text(Fixture *f, const char *text)
{
    f->arena = arena_new();
    f->texts = source_texts_new();
    source_texts_add(f->texts, "a.koers", text, strlen(text));
    diag_sink_init(&f->sink, f->arena, f->texts);
    strbuf_init(&f->out);
}

static void close_text(Fixture *f)
{
    strbuf_release(&f->out);
    source_texts_free(f->texts);
    arena_free(f->arena);
}

static void expect_line(const char *text, Span span, unsigned width, const char *wanted)
{
    Fixture f;
    open_text(&f, text);
    diag_error(&f.sink, DIAG_BAD_CHARACTER, span, "bad");
    diag_render(&f.out, &f.sink, (DiagStyle){.width = width});
    assert_string_equal(f.out.text, wanted);
    close_text(&f);
}

static void marks_lines(void **state)
{
    (void)state;
    expect_line("show x by regoin\n", (Span){0, 10, 16}, 0,
                "a.koers:1:11: error[E0101]: bad\n"
                "    1 | show x by regoin\n      |           ^~~~~~\n");
    expect_line("a\n\tb\r\n", (Span){0, 3, 4}, 0,
                "a.koers:2:9: error[E0101]: bad\n"
                "    2 |         b\n      |         ^\n");
    expect_line("日本 x", (Span){0, 7, 8}, 0,
                "a.koers:1:6: error[E0101]: bad\n"
                "    1 | 日本 x\n      |      ^\n");
    expect_line("", (Span){0, 0, 0}, 0,
                "a.koers:1:1: error[E0101]: bad\n    1 | \n      | ^\n");
    expect_line("show\n\n", (Span){0, 6, 6}, 0,
                "a.koers:1:5: error[E0101]: bad\n    1 | show\n      |     ^\n");
    expect_line("ab cd\nef", (Span){0, 3, 8}, 0,
                "a.koers:1:4: error[E0101]: bad\n    1 | ab cd\n      |    ^~\n");
    expect_line("a\033b", (Span){0, 1, 2}, 0,
                "a.koers:1:2: error[E0101]: bad\n    1 | a?b\n      |  ^\n");
}

static void clips_long_lines(void **state)
{
    (void)state;
    const char *text = "aaaaaaaaaabbbbbbbbbbccccccccccXXddddddddddeeeeeeeeeeffffffffff";
    expect_line(text, (Span){0, 30, 32}, 30,
                "a.koers:1:31: error[E0101]: bad\n"
                "    1 | …cccccccccXXddddddddd…\n      |           ^~\n");
    expect_line(text, (Span){0, 0, 2}, 30,
                "a.koers:1:1: error[E0101]: bad\n"
                "    1 | aaaaaaaaaabbbbbbbbbbc…\n      | ^~\n");
    expect_line(text, (Span){0, 60, 62}, 30,
                "a.koers:1:61: error[E0101]: bad\n"
                "    1 | …deeeeeeeeeeffffffffff\n      |                     ^~\n");
}

static void orders_notes_and_counts(void **state)
{
    (void)state;
    Fixture f;
    open_text(&f, "one\ntwo\n");
    Span two = {0, 4, 7};
    Span one = {0, 0, 3};
    diag_error_at_large(&f.sink, DIAG_BAD_CHARACTER, "no \"store\"");
    Diag *d = diag_error(&f.sink, DIAG_BAD_CHARACTER, two, "second");
    diag_note(&f.sink, d, &one, "from here");
    diag_note(&f.sink, d, NULL, "and so");
    diag_help(&f.sink, d, "did you mean `%s`?", "too");
    diag_warning(&f.sink, DIAG_BAD_CHARACTER, one, "first");
    diag_render(&f.out, &f.sink, (DiagStyle){.tags = true});
    assert_string_equal(f.out.text,
                        "a.koers:1:1: <warning>warning[E0101]:</warning> first\n"
                        "    1 | one\n      | <warning>^~~</warning>\n"
                        "a.koers:2:1: <error>error[E0101]:</error> second\n"
                        "    2 | two\n      | <error>^~~</error>\n"
                        "      = help: did you mean `too`?\n"
                        "a.koers:1:1: <note>note:</note> from here\n"
                        "    1 | one\n      | <note>^~~</note>\n"
                        "      = note: and so\n"
                        "koers: <error>error[E0101]:</error> no \"store\"\n");
    assert_true(f.sink.n_error == 2 && f.sink.n_warning == 1);
    strbuf_reset(&f.out);
    diag_render_json(&f.out, &f.sink);
    assert_non_null(
        strstr(f.out.text, "\"message\":\"no \\\"store\\\"\",\"notes\":[]}]\n"));
    assert_non_null(
        strstr(f.out.text, "\"line\":2,\"column\":1,\"end_line\":2,\"end_column\":4"));
    diag_sink_clear(&f.sink);
    for (int i = 0; i < 50; i++)
        diag_help(&f.sink, diag_error(&f.sink, DIAG_BAD_CHARACTER, one, "e%d", i), "h");
    assert_int_equal(f.sink.n_error, 50);
    strbuf_reset(&f.out);
    diag_render(&f.out, &f.sink, (DiagStyle){.width = 0});
    assert_non_null(strstr(f.out.text, "koers: 30 more errors are not shown\n"));
    close_text(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_lines),
        cmocka_unit_test(clips_long_lines),
        cmocka_unit_test(orders_notes_and_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
