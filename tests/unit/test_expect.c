/* Completion: what may be typed at the place marked | of a text. */
#include "parser/expect.h"

#include "tests/unit/unit.h"

#include <string.h>

typedef struct {
    SourceTexts *texts;
    Arena *arena;
    Expect e;
    const SourceText *text;
} Place;

static Place look(const char *marked, ParseMode mode)
{
    char text[400];
    const char *mark = strchr(marked, '|');
    size_t at = (size_t)(mark - marked);
    Place p = {.texts = source_texts_new(), .arena = arena_new()};
    memcpy(text, marked, at);
    strcpy(text + at, mark + 1);
    p.text = source_texts_add(p.texts, "prompt", text, strlen(text));
    p.e = expect_at(p.text, (uint32_t)at, mode, p.arena);
    return p;
}

static void done(Place *p)
{
    arena_free(p->arena);
    source_texts_free(p->texts);
}

static bool offers(const Place *p, const char *word)
{
    for (size_t i = 0; i < p->e.n_word; i++) {
        if (!strcmp(p->e.word_list[i], word))
            return true;
    }
    return false;
}

static void at_the_start(void **state)
{
    (void)state;
    Place p = look("|", PARSE_PROMPT);
    assert_true(offers(&p, "show") && offers(&p, "measure") && offers(&p, "by"));
    assert_true(p.e.wants_name && p.e.wants_value);
    done(&p);
    p = look("|", PARSE_SCRIPT);
    assert_true(offers(&p, "show") && !offers(&p, "by"));
    assert_false(p.e.wants_name);
    done(&p);
    p = look("sh|", PARSE_PROMPT);
    assert_true(offers(&p, "show"));
    assert_int_equal(p.e.word.begin, 0);
    assert_int_equal(p.e.word.end, 2);
    done(&p);
}

static void after_an_expression(void **state)
{
    (void)state;
    Place p = look("show revenue |", PARSE_PROMPT);
    assert_true(offers(&p, "by") && offers(&p, "where") && offers(&p, "as of"));
    assert_false(p.e.wants_name);
    done(&p);
    p = look("show revenue by region top 3 by| for 2025", PARSE_PROMPT);
    assert_int_equal(p.e.word.begin, strlen("show revenue by region top 3 "));
    assert_true(offers(&p, "by") && offers(&p, "per"));
    done(&p);
}

static void where_a_name_stands(void **state)
{
    (void)state;
    int kind = lexer_word("by", 2);
    Place p = look("revenue by |", PARSE_PROMPT);
    assert_true(p.e.wants_name && p.e.wants_value);
    assert_int_equal(p.e.clause, kind);
    done(&p);
    p = look("show a from |", PARSE_SCRIPT);
    assert_true(p.e.wants_name);
    assert_false(p.e.wants_value);
    assert_int_equal(p.e.clause, lexer_word("from", 4));
    done(&p);
    p = look("source s from table t { |", PARSE_SCRIPT);
    assert_true(offers(&p, "join") && offers(&p, "covers") && !offers(&p, "show"));
    done(&p);
}

static void inside_brackets_and_texts(void **state)
{
    (void)state;
    Place p = look("show revenue[|", PARSE_PROMPT);
    assert_true(offers(&p, "previous") && offers(&p, "where") && offers(&p, "rolling"));
    assert_int_equal(p.e.clause, LEXER_END);
    done(&p);
    p = look("show a where region = \"No|", PARSE_PROMPT);
    assert_true(p.e.in_text && p.e.wants_text);
    assert_int_equal(p.e.n_before, 5);
    assert_int_equal(p.e.before[0].kind, '=');
    assert_int_equal(p.e.word.end - p.e.word.begin, 2);
    done(&p);
    p = look("show a -- no|", PARSE_PROMPT);
    assert_true(p.e.in_comment);
    assert_int_equal(p.e.n_word, 0);
    done(&p);
}

static void after_as_and_errors(void **state)
{
    (void)state;
    Place p = look("show a as |", PARSE_PROMPT);
    assert_true(p.e.wants_name && offers(&p, "of"));
    done(&p);
    p = look("show a for 2025 as |", PARSE_PROMPT);
    assert_true(!p.e.wants_name && offers(&p, "of"));
    done(&p);
    p = look("show show a |", PARSE_PROMPT);
    assert_int_equal(p.e.n_word, 0);
    done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_the_start),
        cmocka_unit_test(after_an_expression),
        cmocka_unit_test(where_a_name_stands),
        cmocka_unit_test(inside_brackets_and_texts),
        cmocka_unit_test(after_as_and_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
