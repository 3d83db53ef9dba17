/* Changes that are split: whatever the numbers, members and reasons foot to the change.
 */
#include "runtime/algebra/split.h"
#include "tests/unit/unit.h"

enum { MEMBERS = 17 };

static uint32_t next_number(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static Decimal value(uint32_t *seed, bool positive)
{
    int64_t n = next_number(seed, 4) ? (int64_t)next_number(seed, 1000000) : 0;
    return decimal_make(positive || next_number(seed, 3) ? n : -n, 2);
}

static void add(Decimal *to, Decimal v)
{
    assert_true(decimal_add(*to, v, to));
}

static void assert_same(Decimal a, Decimal b)
{
    assert_int_equal(decimal_compare(a, b), 0);
}

/* Sums of the members' values and contributions; what each has adds up to its own. */
static SplitMember checked_total(const SplitMember *member, size_t n)
{
    SplitMember total = {.sum = decimal_from_i64(0)};
    for (size_t i = 0; i < n; i++) {
        Decimal reasons = decimal_from_i64(0);
        for (int k = 0; k < WHY_REASONS_MAX; k++)
            add(&reasons, member[i].reason[k]);
        assert_same(reasons, member[i].sum);
        add(&total.sum, member[i].sum);
        for (int k = 0; k < 2; k++) {
            add(&total.now[k], member[i].now[k]);
            add(&total.before[k], member[i].before[k]);
        }
    }
    return total;
}

/* now / now - before / before, as it prints. */
static Decimal change_of_rate(const SplitMember *total)
{
    Decimal now, before, change;
    assert_true(decimal_div(total->now[0], total->now[1], &now));
    assert_true(decimal_div(total->before[0], total->before[1], &before));
    assert_true(decimal_sub(now, before, &change));
    return change;
}

static void split_random(WhyKind kind, uint32_t seed, size_t n)
{
    SplitMember member[MEMBERS] = {{.sum = {.scale = 0}}};
    bool rate = kind == WHY_RATE || kind == WHY_TERMS;
    for (size_t i = 0; i < n; i++) {
        member[i].now[0] = value(&seed, false);
        member[i].before[0] = value(&seed, false);
        member[i].now[1] = value(&seed, rate);
        member[i].before[1] = value(&seed, rate);
    }
    SplitStatus status = split_change(kind, member, n);
    if (rate && status == SPLIT_NONE)
        return;
    assert_int_equal(status, SPLIT_OK);
    SplitMember total = checked_total(member, n);
    Decimal change;
    if (rate) {
        assert_same(total.sum, change_of_rate(&total));
        return;
    }
    assert_true(decimal_sub(total.now[0], total.before[0], &change));
    assert_same(total.sum, change);
}

static void parts_foot_to_the_change(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < 500; seed++) {
        split_random(WHY_SUM, seed, seed % (MEMBERS + 1));
        split_random(WHY_RATE, seed, seed % (MEMBERS + 1));
        split_random(WHY_PRICE, seed, seed % (MEMBERS + 1));
        split_random(WHY_TERMS, seed, 1);
    }
}

static SplitMember member_of(int64_t n1, int64_t d1, int64_t n0, int64_t d0)
{
    SplitMember member = {.sum = {.scale = 0}};
    member.now[0] = decimal_from_i64(n1);
    member.now[1] = decimal_from_i64(d1);
    member.before[0] = decimal_from_i64(n0);
    member.before[1] = decimal_from_i64(d0);
    return member;
}

/* Two members of one rate each swap their weights: all of the change is mix. */
static void weights_alone_are_mix(void **state)
{
    (void)state;
    SplitMember member[] = {member_of(60, 80, 15, 20), member_of(5, 20, 20, 80)};
    assert_int_equal(split_change(WHY_RATE, member, 2), SPLIT_OK);
    for (int i = 0; i < 2; i++) {
        assert_true(decimal_is_zero(member[i].reason[0]));
        assert_same(member[i].reason[1], decimal_make(15, 2));
    }
}

/* Back in time every part has the other sign. */
static void rates_are_symmetric(void **state)
{
    (void)state;
    SplitMember ahead[] = {member_of(7, 16, 3, 8), member_of(1, 16, 5, 8)};
    SplitMember back[] = {member_of(3, 8, 7, 16), member_of(5, 8, 1, 16)};
    assert_int_equal(split_change(WHY_RATE, ahead, 2), SPLIT_OK);
    assert_int_equal(split_change(WHY_RATE, back, 2), SPLIT_OK);
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 4; k++)
            assert_same(ahead[i].reason[k], decimal_negate(back[i].reason[k]));
    }
}

/* Price-volume-mix: 10 at 2 become 12 at 3, and another doubles at its price. */
static void prices_follow_the_formula(void **state)
{
    (void)state;
    SplitMember member[] = {member_of(36, 12, 20, 10), member_of(40, 20, 20, 10),
                            member_of(9, 3, 0, 0), member_of(0, 0, 8, 4)};
    static const int64_t wanted[][5] = {
        {12, 12, -8, 0, 0}, {0, 12, 8, 0, 0}, {0, 0, 0, 9, 0}, {0, 0, 0, 0, -8}};
    assert_int_equal(split_change(WHY_PRICE, member, 4), SPLIT_OK);
    for (int i = 0; i < 4; i++) {
        for (int k = 0; k < 5; k++)
            assert_same(member[i].reason[k], decimal_from_i64(wanted[i][k]));
    }
}

static void rates_over_nothing_have_no_change(void **state)
{
    (void)state;
    SplitMember member[] = {member_of(1, 1, 1, 1), member_of(1, 1, 1, -1)};
    assert_int_equal(split_change(WHY_RATE, member, 2), SPLIT_NONE);
    assert_int_equal(split_change(WHY_RATE, member, 0), SPLIT_NONE);
}

static void too_wide_is_said(void **state)
{
    (void)state;
    Decimal huge = decimal_from_i64(9);
    for (int i = 1; i < 76; i++) {
        assert_true(decimal_mul(huge, decimal_from_i64(10), &huge));
        assert_true(decimal_add(huge, decimal_from_i64(9), &huge));
    }
    SplitMember member = member_of(0, 1, 1, 1);
    member.now[0] = huge;
    member.before[0] = decimal_negate(huge);
    assert_int_equal(split_change(WHY_SUM, &member, 1), SPLIT_WIDE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_foot_to_the_change),
        cmocka_unit_test(weights_alone_are_mix),
        cmocka_unit_test(rates_are_symmetric),
        cmocka_unit_test(prices_follow_the_formula),
        cmocka_unit_test(rates_over_nothing_have_no_change),
        cmocka_unit_test(too_wide_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
