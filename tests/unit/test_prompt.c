/* The prompt without a terminal: its commands, history, colours and drawing. */
#include "runtime/prompt/command.h"
#include "runtime/prompt/help.h"
#include "runtime/prompt/highlight.h"
#include "runtime/prompt/history.h"
#include "runtime/prompt/screen.h"

#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void check_command(const char *text, CommandStatus status, int kind,
                          const char *arg)
{
    Command c = command_parse(text, strlen(text));
    if (c.status != status || (status == COMMAND_GOOD && (int)c.kind != kind))
        fail_msg("%s: status %d, kind %d", text, (int)c.status, (int)c.kind);
    if (!arg)
        return;
    assert_int_equal(c.arg_len, strlen(arg));
    assert_memory_equal(c.arg, arg, c.arg_len);
}

static void commands_are_found(void **state)
{
    (void)state;
    check_command("help", COMMAND_GOOD, COMMAND_HELP, "");
    check_command("  \\h top ;", COMMAND_GOOD, COMMAND_HELP, "top");
    check_command("?", COMMAND_GOOD, COMMAND_HELP, "");
    check_command("\\?", COMMAND_GOOD, COMMAND_HELP, "");
    check_command(".help", COMMAND_GOOD, COMMAND_HELP, "");
    check_command("Describe revenue", COMMAND_GOOD, COMMAND_DESCRIBE, "revenue");
    check_command("\\d", COMMAND_GOOD, COMMAND_DESCRIBE, "");
    check_command("timing on", COMMAND_GOOD, COMMAND_TIMING, "on");
    check_command("set timing off;", COMMAND_GOOD, COMMAND_TIMING, "off");
    check_command("format csv", COMMAND_GOOD, COMMAND_FORMAT, "csv");
    check_command(".mode json", COMMAND_GOOD, COMMAND_FORMAT, "json");
    check_command("width 120", COMMAND_GOOD, COMMAND_WIDTH, "120");
    check_command("open my store.db", COMMAND_GOOD, COMMAND_OPEN, "my store.db");
    check_command(".open \"x.db\"", COMMAND_GOOD, COMMAND_OPEN, "x.db");
    check_command("include 'm.koers'", COMMAND_GOOD, COMMAND_INCLUDE, "m.koers");
    check_command("\\i m.koers", COMMAND_GOOD, COMMAND_INCLUDE, "m.koers");
    check_command("watch 2.5 show revenue", COMMAND_GOOD, COMMAND_WATCH,
                  "show revenue");
    check_command("explain show revenue", COMMAND_GOOD, COMMAND_EXPLAIN,
                  "show revenue");
    check_command("\\q", COMMAND_GOOD, COMMAND_QUIT, "");
    check_command("quit;", COMMAND_GOOD, COMMAND_QUIT, "");
    check_command("EXIT", COMMAND_GOOD, COMMAND_QUIT, "");
    check_command("show tables;", COMMAND_GOOD, COMMAND_DESCRIBE, "");
    check_command("clear", COMMAND_GOOD, COMMAND_CLEAR, "");
}

static void texts_are_no_commands(void **state)
{
    static const char *const texts[] = {"",
                                        " ; ",
                                        "show revenue",
                                        "revenue by region",
                                        "width by region",
                                        "open \"x.db\"",
                                        "format, revenue by month",
                                        "exit by month",
                                        "show tables by month",
                                        "show timing",
                                        "q",
                                        "d",
                                        "e + 1",
                                        ".5 + 2",
                                        "watch by month",
                                        "source x from table t",
                                        "set today = 2024-01-01"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        check_command(texts[i], COMMAND_NONE, 0, NULL);
    check_command("\\nosuch", COMMAND_UNKNOWN, 0, NULL);
    check_command(".tabels", COMMAND_UNKNOWN, 0, NULL);
    check_command("\\width wide", COMMAND_BAD_ARGUMENT, 0, NULL);
    check_command("\\watch", COMMAND_BAD_ARGUMENT, 0, NULL);
    check_command("\\open", COMMAND_BAD_ARGUMENT, 0, NULL);
    Command watch = command_parse("watch 0.5 x", 11);
    assert_true(watch.seconds > 0.49 && watch.seconds < 0.51);
}

typedef struct {
    StrBuf all;
    size_t n;
} Read;

static void read_entry(void *self, int64_t seconds, const char *text)
{
    Read *read = self;
    strbuf_addf(&read->all, "%lld<%s>", (long long)seconds, text);
    read->n++;
}

static void history_comes_back(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "show revenue", "show revenue,\n  cost\nby region", "#5\n\\x\n\\#7\n#",
        "\"a\n\nb\"", "text 'ä\n#1700000000'"};
    StrBuf file, want;
    Read read = {.n = 0};
    strbuf_init(&file);
    strbuf_init(&want);
    strbuf_init(&read.all);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        history_encode(&file, 1700000000 + (int64_t)i, texts[i], strlen(texts[i]));
        strbuf_addf(&want, "%zu<%s>", 1700000000 + i, texts[i]);
    }
    history_decode(file.text, file.len, read_entry, &read);
    assert_string_equal(read.all.text, want.text);
    for (size_t cut = 0; cut < file.len; cut++)
        history_decode(file.text, cut, read_entry, &read);
    strbuf_reset(&read.all);
    history_decode("one\ntwo\n", 8, read_entry, &read);
    assert_string_equal(read.all.text, "0<one>0<two>");
    strbuf_reset(&file);
    read.n = 0;
    for (int i = 0; i < HISTORY_MAX + 10; i++)
        history_encode(&file, i, "x", 1);
    history_decode(file.text, file.len, read_entry, &read);
    assert_int_equal(read.n, HISTORY_MAX);
    strbuf_release(&file);
    strbuf_release(&want);
    strbuf_release(&read.all);
}

static void history_is_a_file(void **state)
{
    (void)state;
    char folder[] = "/tmp/koers-history-XXXXXX";
    StrBuf path;
    Read read = {.n = 0};
    strbuf_init(&path);
    strbuf_init(&read.all);
    assert_non_null(mkdtemp(folder));
    assert_int_equal(setenv("XDG_STATE_HOME", folder, 1), 0);
    assert_true(history_path(&path));
    assert_true(history_append(path.text, 5, "a\nb"));
    assert_true(history_append(path.text, 6, "c"));
    history_load(path.text, read_entry, &read);
    assert_string_equal(read.all.text, "5<a\nb>6<c>");
    assert_int_equal(unlink(path.text), 0);
    *strrchr(path.text, '/') = '\0';
    assert_int_equal(rmdir(path.text), 0);
    assert_int_equal(rmdir(folder), 0);
    assert_false(history_append("/proc/koers/history", 1, "x"));
    assert_false(history_wants("", NULL));
    assert_false(history_wants(" secret", NULL));
    assert_false(history_wants("a", "a"));
    assert_true(history_wants("a", "b"));
    strbuf_release(&path);
    strbuf_release(&read.all);
}

/* One letter per byte of the text: what it is coloured as. */
static void check_colours(const char *text, const char *want)
{
    static const char letter[] = ".KUMDNT$#CEB";
    Highlight h = {0};
    size_t len = strlen(text);
    char *got = xcalloc(len + 1, 1);
    memset(got, '.', len);
    highlight_text(&h, text, len, SIZE_MAX, NULL);
    for (size_t i = 0; i < h.n_span; i++) {
        assert_true(h.span[i].end <= len);
        memset(got + h.span[i].begin, letter[h.span[i].kind],
               h.span[i].end - h.span[i].begin);
    }
    assert_string_equal(got, want);
    free(got);
    highlight_release(&h);
}

static void texts_are_coloured(void **state)
{
    (void)state;
    check_colours("show revenue by month", "KKKK.........KK.UUUUU");
    check_colours("where x > 10k -- y", "KKKKK.....NNN.####");
    check_colours("x = \"ab", "....TTT");
    check_colours("x /* ab", "..#####");
    check_colours("$year", "$$$$$");
    check_colours("\\timing on", "CCCCCCC...");
    check_colours("\\nosuch", "EEEEEEE");
    check_colours("explain show x", "CCCCCCC.KKKK..");
}

static void lines_have_reasons(void **state)
{
    (void)state;
    static const char text[] = "show (\n1,\n2)\n\"a\nb\"\n/*\n*/ {\n[\n";
    Highlight h = {0};
    highlight_text(&h, text, strlen(text), SIZE_MAX, NULL);
    assert_int_equal(h.n_reason, 8);
    assert_memory_equal(h.reason, "(( \" *{[", 8);
    highlight_text(&h, "f(a)", 4, 4, NULL);
    assert_int_equal(h.n_span, 2);
    assert_int_equal(h.span[1].kind, HIGHLIGHT_MATCH);
    assert_int_equal(h.span[1].begin, 3);
    highlight_release(&h);
}

/* Every prefix and every cut of a broken text is coloured without a fault. */
static void broken_texts_are_coloured(void **state)
{
    (void)state;
    static const char text[] = "show `x, \"a {b\\ \x80\xff ))]} 2025-99 'q\n/* \001";
    Highlight h = {0};
    for (size_t begin = 0; begin < sizeof text; begin++) {
        for (size_t end = begin; end < sizeof text - 1; end++)
            highlight_text(&h, text + begin, end - begin, end - begin, NULL);
    }
    highlight_release(&h);
}

static char *draw(Screen *screen, const char *text, size_t point, unsigned columns,
                  unsigned rows)
{
    Highlight h = {0};
    StrBuf sb;
    strbuf_init(&sb);
    highlight_text(&h, text, strlen(text), point, NULL);
    ScreenInput in = {.prompt = "koers> ",
                      .text = text,
                      .len = strlen(text),
                      .point = point,
                      .highlight = &h,
                      .columns = columns,
                      .rows = rows};
    screen_draw(&sb, screen, &in);
    highlight_release(&h);
    return strbuf_detach(&sb);
}

static void check_drawing(const char *text, size_t point, unsigned columns,
                          const char *want, unsigned cursor_row)
{
    Screen screen = {0};
    char *got = draw(&screen, text, point, columns, 4);
    char *full = xcalloc(strlen(want) + 32, 1);
    snprintf(full, strlen(want) + 32, "\033[?25l\r\033[J%s\033[?25h", want);
    assert_string_equal(got, full);
    assert_int_equal(screen.cursor_row, cursor_row);
    free(got);
    free(full);
}

static void drawing_knows_its_rows(void **state)
{
    (void)state;
    check_drawing("", 0, 80, "koers> \r\033[7C", 0);
    check_drawing("ab", 1, 80, "koers> ab\r\033[8C", 0);
    check_drawing("(\n)", 3, 80, "koers> (\r\n ...(> )\r\033[8C", 1);
    check_drawing("a,\nb", 0, 80, "koers> a,\r\n  ...> b\033[1A\r\033[7C", 0);
    check_drawing("abcdefgh", 8, 15, "koers> abcdefgh\r\n\r", 1);
    check_drawing("abcdefgh", 7, 15, "koers> abcdefgh\r\033[14C", 0);
    check_drawing("日本語日本", 15, 15, "koers> 日本語日\r\n本\r\033[2C", 1);
    check_drawing("a\033b", 3, 80, "koers> a^[b\r\033[11C", 0);
    Screen screen = {.cursor_row = 2};
    char *got = draw(&screen, "x", 1, 80, 4);
    assert_string_equal(got, "\033[?25l\r\033[2A\033[Jkoers> x\r\033[8C\033[?25h");
    free(got);
    got = draw(&screen, "1\n2\n3\n4\n5\n6\n7", 13, 80, 4);
    assert_int_equal(screen.cursor_row, 3);
    assert_null(strstr(got, "> 3"));
    assert_non_null(strstr(got, "> 4"));
    free(got);
}

static void lines_are_moved_over(void **state)
{
    (void)state;
    static const char text[] = "abcdef\nx\nabcdef";
    size_t column = 0, at = 0;
    assert_false(screen_move_line((Text){text, 15}, 4, -1, &column, &at));
    assert_true(screen_move_line((Text){text, 15}, 4, 1, &column, &at));
    assert_int_equal(at, 8);
    assert_true(screen_move_line((Text){text, 15}, at, 1, &column, &at));
    assert_int_equal(at, 13);
    assert_false(screen_move_line((Text){text, 15}, at, 1, &column, &at));
}

static void help_has_every_topic(void **state)
{
    StrBuf sb;
    (void)state;
    strbuf_init(&sb);
    assert_true(help_print(&sb, "", 80));
    for (size_t i = 0; help_topic_at(i); i++)
        assert_true(help_print(&sb, help_topic_at(i), 40));
    assert_true(help_print(&sb, "TOP", 0));
    strbuf_reset(&sb);
    assert_false(help_print(&sb, "wher", 80));
    assert_non_null(strstr(sb.text, "did you mean `where`?"));
    strbuf_reset(&sb);
    help_add(&sb, "  ab  cd ef\n\n123456 789012", 9);
    assert_string_equal(sb.text, "  ab  cd\n    ef\n\n123456\n  789012\n");
    strbuf_release(&sb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_are_found),
        cmocka_unit_test(texts_are_no_commands),
        cmocka_unit_test(history_comes_back),
        cmocka_unit_test(history_is_a_file),
        cmocka_unit_test(texts_are_coloured),
        cmocka_unit_test(lines_have_reasons),
        cmocka_unit_test(broken_texts_are_coloured),
        cmocka_unit_test(drawing_knows_its_rows),
        cmocka_unit_test(lines_are_moved_over),
        cmocka_unit_test(help_has_every_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
