/* Texts: buffers, arenas, pools of names, UTF-8, suggestions. */
#include "runtime/base/arena.h"
#include "runtime/base/intern.h"
#include "runtime/base/strbuf.h"
#include "runtime/base/suggest.h"
#include "runtime/base/utf8.h"

#include "tests/unit/unit.h"

#include <string.h>

static void arena_is_aligned_and_zeroed(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 3000; size += 7) {
            unsigned char *block = arena_alloc(arena, size);
            assert_int_equal((uintptr_t)block % 16, 0);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(block[i], 0);
            memset(block, 0xff, size);
        }
        arena_alloc(arena, 3u << 20);
        arena_reset(arena);
        assert_int_equal(arena_used(arena), 0);
    }
    assert_string_equal(arena_printf(arena, "%d-%s", 7, "x"), "7-x");
    arena_free(arena);
}

static void strbuf_grows(void **state)
{
    (void)state;
    StrBuf sb;
    strbuf_init(&sb);
    assert_string_equal(sb.text, "");
    strbuf_truncate(&sb, 0);
    for (int i = 0; i < 1000; i++)
        strbuf_addf(&sb, "%d,", i % 10);
    assert_int_equal(sb.len, 2000);
    strbuf_truncate(&sb, 3);
    assert_string_equal(sb.text, "0,1");
    strbuf_addn(&sb, '-', 3);
    char *text = strbuf_detach(&sb);
    assert_string_equal(text, "0,1---");
    free(text);
    assert_int_equal(sb.len, 0);
    strbuf_release(&sb);
}

static void pool_shares_codes_with_its_parent(void **state)
{
    (void)state;
    Intern *parent = intern_new(NULL);
    char name[16];
    for (uint32_t i = 0; i < 5000; i++) {
        int len = snprintf(name, sizeof name, "n%u", i);
        assert_int_equal(intern_add(parent, name, (size_t)len), i);
    }
    Intern *pool = intern_new(parent);
    uint32_t code;
    assert_int_equal(intern_add(pool, "n17", 3), 17);
    assert_int_equal(intern_add(pool, "a\0b", 3), 5000);
    assert_int_equal(intern_add(pool, "a", 1), 5001);
    assert_int_equal(intern_add(pool, "", 0), 5002);
    assert_int_equal(intern_text(pool, 5000).len, 3);
    assert_string_equal(intern_text(pool, 4999).text, "n4999");
    assert_false(intern_find(parent, "a", 1, &code));
    assert_true(intern_find(pool, "", 0, &code) && code == 5002);
    assert_int_equal(intern_count(pool), 5003);
    intern_free(pool);
    intern_free(parent);
}

static void utf8_measures(void **state)
{
    (void)state;
    assert_int_equal(utf8_valid_prefix("a\xc3\xa4", 3), 3);
    assert_int_equal(utf8_valid_prefix("a\xc3", 2), 1);
    assert_int_equal(utf8_valid_prefix("\xed\xa0\x80", 3), 0);
    assert_int_equal(utf8_valid_prefix("\xc0\x80", 2), 0);
    assert_int_equal(utf8_valid_prefix("\xef\xbf\xbd", 3), 3);
    assert_int_equal(utf8_width("日本", 6), 4);
    assert_int_equal(utf8_width("e\xcc\x81", 3), 1);
    assert_int_equal(utf8_fit("日本", 6, 3), 3);
    assert_int_equal(utf8_fit("e\xcc\x81x", 4, 1), 3);
    assert_int_equal(utf8_count("Käse", 5), 4);
    assert_int_equal(utf8_offset("Käse", 5, 2), 3);
}

static void utf8_folds_and_orders(void **state)
{
    (void)state;
    StrBuf sb;
    strbuf_init(&sb);
    utf8_upper(&sb, "käse", 5);
    assert_string_equal(sb.text, "KÄSE");
    assert_true(utf8_collate("apple", 5, "Banana", 6) < 0);
    assert_true(utf8_collate("A", 1, "a", 1) < 0);
    assert_true(utf8_collate("a", 1, "A2", 2) < 0);
    assert_int_equal(utf8_collate("x", 1, "x", 1), 0);
    strbuf_reset(&sb);
    utf8_add_visible(&sb, "a\033[\x7f\xff\xe2\x80\xae\xc2\x9b", 10);
    assert_string_equal(sb.text, "a^[[^?\xef\xbf\xbd<U+202E><U+009B>");
    strbuf_release(&sb);
}

static void suggests_the_nearest(void **state)
{
    (void)state;
    Suggest s;
    suggest_init(&s, "regoin");
    suggest_offer(&s, "revenue");
    suggest_offer(&s, "Region");
    suggest_offer(&s, "season");
    assert_int_equal(s.count, 1);
    assert_string_equal(s.found[0], "Region");
    assert_int_equal(s.distance, 1);
    suggest_init(&s, "ab");
    suggest_offer(&s, "cd");
    assert_int_equal(s.count, 0);
    suggest_offer(&s, "ac");
    suggest_offer(&s, "ac");
    suggest_offer(&s, "ad");
    assert_int_equal(s.count, 2);
    suggest_init(&s, "ordr");
    suggest_offer(&s, "others");
    suggest_offer(&s, "ordinaries");
    suggest_offer(&s, "borders");
    assert_int_equal(s.count, 0);
    suggest_offer(&s, "orders");
    assert_int_equal(s.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_is_aligned_and_zeroed),
        cmocka_unit_test(strbuf_grows),
        cmocka_unit_test(pool_shares_codes_with_its_parent),
        cmocka_unit_test(utf8_measures),
        cmocka_unit_test(utf8_folds_and_orders),
        cmocka_unit_test(suggests_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
