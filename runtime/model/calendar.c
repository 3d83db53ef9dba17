/* Periods of calendars of months, and units as numbers. Months, quarters, halves and
   years are counted in months; of a calendar that does not begin in January these are
   counted from the month in which the year numbered 1970 begins. ISO weeks are counted
   from the Monday before 1970-01-01. */
#include "runtime/model/calendar.h"

#include "runtime/model/calendar_weeks.h"

enum {
    FIRST_MONDAY = -3, /* 1969-12-29, of the week that holds 1970-01-01 */
    EPOCH_YEAR = 1970
};

/* Fields of a unit as a number; the base in the lowest bits. */
enum {
    BASE_BITS = 3,
    MONTH_AT = 3, /* 0: the civil calendar */
    WEEKS_AT = 7,
    PATTERN_AT = 8,
    WEEKDAY_AT = 10,
    NEAREST_AT = 13,
    GOES_ON_AT = 14,
    BY_START_AT = 15,
};

static uint32_t field(PeriodUnit unit, int at, int n_bits)
{
    return unit >> at & ((1u << n_bits) - 1);
}

PeriodBase calendar_base(PeriodUnit unit)
{
    return (PeriodBase)field(unit, 0, BASE_BITS);
}

bool calendar_is_civil(PeriodUnit unit)
{
    return unit >> BASE_BITS == 0;
}

PeriodUnit calendar_unit(const Calendar *calendar, PeriodBase base)
{
    bool civil =
        !calendar || base == PERIOD_DAY ||
        (!calendar->has_weeks && (base == PERIOD_WEEK || calendar->month == 1));
    uint32_t unit = base;
    if (civil)
        return unit;
    unit |= (uint32_t)calendar->month << MONTH_AT;
    /* Years of weeks to the end of December start and end in the same one. */
    if (calendar->named_by_start && !(calendar->has_weeks && calendar->month == 12))
        unit |= 1u << BY_START_AT;
    if (!calendar->has_weeks)
        return unit;
    return unit | 1u << WEEKS_AT | (uint32_t)calendar->pattern << PATTERN_AT |
           (uint32_t)calendar->weekday << WEEKDAY_AT |
           (uint32_t)calendar->nearest << NEAREST_AT |
           (uint32_t)calendar->goes_on << GOES_ON_AT;
}

static Calendar calendar_of(PeriodUnit unit)
{
    return (Calendar){
        .has_weeks = field(unit, WEEKS_AT, 1),
        .month = calendar_is_civil(unit) ? 1 : (int)field(unit, MONTH_AT, 4),
        .named_by_start = field(unit, BY_START_AT, 1),
        .pattern = (WeeksPattern)field(unit, PATTERN_AT, 2),
        .weekday = (int)field(unit, WEEKDAY_AT, 3),
        .nearest = field(unit, NEAREST_AT, 1),
        .goes_on = field(unit, GOES_ON_AT, 1),
    };
}

PeriodUnit calendar_sibling(PeriodUnit unit, PeriodBase base)
{
    Calendar calendar = calendar_of(unit);
    return calendar_unit(&calendar, base);
}

static bool has_weeks(PeriodUnit unit)
{
    return field(unit, WEEKS_AT, 1);
}

static int32_t floor_div(int32_t a, int32_t b)
{
    int32_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

/* Months in a unit; 0 for those that are not made of months. */
static int32_t unit_months(PeriodBase base)
{
    switch (base) {
    case PERIOD_DAY:
    case PERIOD_WEEK:
        return 0;
    case PERIOD_MONTH:
        return 1;
    case PERIOD_QUARTER:
        return 3;
    case PERIOD_HALF:
        return 6;
    case PERIOD_YEAR:
        return 12;
    }
    UNREACHABLE("period unit");
}

/* Months since 1970-01. */
static int32_t month_of(Civil c)
{
    return (c.year - EPOCH_YEAR) * 12 + c.month - 1;
}

static Day month_start(int32_t month)
{
    int32_t year = floor_div(month, 12);
    return civil_to_day(EPOCH_YEAR + year, month - year * 12 + 1, 1);
}

/* Months from the beginning of the year numbered 1970 to 1970-01. */
static int32_t months_before(PeriodUnit unit)
{
    return (13 - calendar_of(unit).month) % 12;
}

int32_t calendar_period_of(PeriodUnit unit, Day day)
{
    PeriodBase base = calendar_base(unit);
    if (base == PERIOD_DAY)
        return day;
    if (has_weeks(unit)) {
        Calendar calendar = calendar_of(unit);
        return weeks_period_of(&calendar, base, day);
    }
    if (base == PERIOD_WEEK)
        return floor_div(day - FIRST_MONDAY, 7);
    return floor_div(month_of(civil_from_day(day)) + months_before(unit),
                     unit_months(base));
}

DayRange calendar_range(PeriodUnit unit, int32_t ordinal)
{
    PeriodBase base = calendar_base(unit);
    if (base == PERIOD_DAY)
        return (DayRange){ordinal, ordinal + 1};
    if (has_weeks(unit)) {
        Calendar calendar = calendar_of(unit);
        return weeks_range(&calendar, base, ordinal);
    }
    if (base == PERIOD_WEEK)
        return (DayRange){FIRST_MONDAY + ordinal * 7, FIRST_MONDAY + ordinal * 7 + 7};
    int32_t months = unit_months(base);
    int32_t before = months_before(unit);
    return (DayRange){month_start(ordinal * months - before),
                      month_start((ordinal + 1) * months - before)};
}

bool calendar_part_of_year(PeriodUnit unit, int year, int part, int32_t *ordinal)
{
    PeriodBase base = calendar_base(unit);
    year += (int)field(unit, BY_START_AT, 1);
    if (base == PERIOD_WEEK) {
        Calendar calendar = calendar_of(unit);
        bool weeks = has_weeks(unit);
        Day first =
            weeks ? weeks_year_start(&calendar, year) : civil_iso_week_start(year, 1);
        Day next = weeks ? weeks_year_start(&calendar, year + 1)
                         : civil_iso_week_start(year + 1, 1);
        *ordinal = calendar_period_of(unit, first + 7 * (part - 1));
        return part >= 1 && part <= (next - first) / 7;
    }
    int32_t n = 12 / unit_months(base);
    *ordinal = (year - EPOCH_YEAR) * n + (base == PERIOD_YEAR ? 0 : part - 1);
    return base == PERIOD_YEAR || (part >= 1 && part <= n);
}

static Day add_months(Day day, int32_t n)
{
    Civil c = civil_from_day(day);
    int32_t month = month_of(c) + n;
    int32_t year = floor_div(month, 12);
    int32_t of_year = month - year * 12 + 1;
    int last = civil_days_in_month(EPOCH_YEAR + year, of_year);
    return civil_to_day(EPOCH_YEAR + year, of_year, c.day < last ? c.day : last);
}

Day calendar_shift_day(Day day, PeriodUnit unit, int32_t n)
{
    PeriodBase base = calendar_base(unit);
    if (base == PERIOD_DAY)
        return day + n;
    if (base == PERIOD_WEEK)
        return day + 7 * n;
    if (!has_weeks(unit))
        return add_months(day, n * unit_months(base));
    Calendar calendar = calendar_of(unit);
    return weeks_shift_day(&calendar, base, day, n);
}

DayRange calendar_shift_range(DayRange days, PeriodUnit unit, int32_t n)
{
    int32_t months = unit_months(calendar_base(unit));
    if (months) {
        PeriodUnit month = calendar_sibling(unit, PERIOD_MONTH);
        int32_t lo = calendar_period_of(month, days.lo);
        int32_t hi = calendar_period_of(month, days.hi);
        if (calendar_range(month, lo).lo == days.lo &&
            calendar_range(month, hi).lo == days.hi)
            return (DayRange){calendar_range(month, lo + n * months).lo,
                              calendar_range(month, hi + n * months).lo};
    }
    return (DayRange){calendar_shift_day(days.lo, unit, n),
                      calendar_shift_day(days.hi - 1, unit, n) + 1};
}

Day calendar_origin(Day day, PeriodUnit unit, int32_t n)
{
    int32_t months = unit_months(calendar_base(unit));
    if (!months)
        return calendar_shift_day(day, unit, -n);
    PeriodUnit month = calendar_sibling(unit, PERIOD_MONTH);
    int32_t own = calendar_period_of(month, day);
    DayRange other = calendar_range(month, own - n * months);
    Day at = other.lo + (day - calendar_range(month, own).lo);
    return at < other.hi ? at : other.hi;
}

bool calendar_moves_weeks(DayRange days, PeriodUnit unit)
{
    return calendar_nests(PERIOD_MONTH, unit) && calendar_base(unit) == PERIOD_YEAR &&
           civil_weekday(days.lo) == 1 && civil_weekday(days.hi) == 1;
}

/* Week n of another year. */
static Day shift_iso_week(Day monday, int32_t years)
{
    int year;
    int week;
    civil_iso_week(monday, &year, &week);
    int n_week = civil_iso_weeks_in_year(year + years);
    return civil_iso_week_start(year + years, week < n_week ? week : n_week);
}

DayRange calendar_shift_weeks(DayRange weeks, int32_t years)
{
    return (DayRange){shift_iso_week(weeks.lo, years),
                      shift_iso_week(weeks.hi - 7, years) + 7};
}

/* Units that are cut into the same weeks, months and years. */
static bool same_calendar(PeriodUnit a, PeriodUnit b)
{
    uint32_t what =
        ~((1u << BASE_BITS) - 1) & ~(1u << GOES_ON_AT) & ~(1u << BY_START_AT);
    return (a & what) == (b & what);
}

static int week_end(PeriodUnit unit)
{
    return has_weeks(unit) ? calendar_of(unit).weekday : 7;
}

bool calendar_nests(PeriodUnit inner, PeriodUnit outer)
{
    PeriodBase in = calendar_base(inner), out = calendar_base(outer);
    if (inner == outer || in == PERIOD_DAY)
        return true;
    if (out == PERIOD_DAY || (out == PERIOD_WEEK && in != PERIOD_WEEK))
        return false;
    if (in == PERIOD_WEEK)
        return (out == PERIOD_WEEK || has_weeks(outer)) &&
               week_end(inner) == week_end(outer);
    if (has_weeks(inner) || has_weeks(outer))
        return same_calendar(inner, outer) && in <= out;
    int32_t months = unit_months(in);
    return unit_months(out) % months == 0 &&
           (months_before(outer) - months_before(inner)) % months == 0;
}

PeriodUnit calendar_common(PeriodUnit a, PeriodUnit b)
{
    static const PeriodBase finer[] = {PERIOD_QUARTER, PERIOD_MONTH, PERIOD_WEEK};
    if (calendar_nests(a, b))
        return a;
    if (calendar_nests(b, a))
        return b;
    for (size_t i = 0; i < COUNT_OF(finer); i++) {
        PeriodUnit unit = calendar_sibling(a, finer[i]);
        if (calendar_nests(unit, a) && calendar_nests(unit, b))
            return unit;
    }
    return PERIOD_DAY;
}

static void print_week(StrBuf *sb, PeriodUnit unit, Day first)
{
    Calendar calendar = calendar_of(unit);
    int year;
    int week;
    if (has_weeks(unit)) {
        year = weeks_year_of(&calendar, first);
        week = (first - weeks_year_start(&calendar, year)) / 7 + 1;
    } else {
        civil_iso_week(first, &year, &week);
    }
    year -= (int)field(unit, BY_START_AT, 1);
    strbuf_addf(sb, "%04d-W%02d", year, week);
}

void calendar_print(StrBuf *sb, PeriodUnit unit, int32_t ordinal)
{
    PeriodBase base = calendar_base(unit);
    if (!calendar_is_civil(unit))
        strbuf_adds(sb, "FY");
    if (base == PERIOD_DAY || base == PERIOD_WEEK) {
        Day first = calendar_range(unit, ordinal).lo;
        if (base == PERIOD_DAY)
            civil_print_day(sb, first);
        else
            print_week(sb, unit, first);
        return;
    }
    int32_t n = 12 / unit_months(base);
    int32_t year = floor_div(ordinal, n);
    int32_t part = ordinal - year * n + 1;
    strbuf_addf(sb, "%04d", EPOCH_YEAR + year - (int)field(unit, BY_START_AT, 1));
    if (base == PERIOD_MONTH)
        strbuf_addf(sb, calendar_is_civil(unit) ? "-%02d" : "-P%02d", part);
    else if (base == PERIOD_QUARTER)
        strbuf_addf(sb, "-Q%d", part);
    else if (base == PERIOD_HALF)
        strbuf_addf(sb, "-H%d", part);
}

/* Are the days whole periods, `single`: one, of the unit? */
static bool print_whole(StrBuf *sb, DayRange days, PeriodUnit unit, bool single)
{
    int32_t first = calendar_period_of(unit, days.lo);
    int32_t last = calendar_period_of(unit, days.hi - 1);
    if (calendar_range(unit, first).lo != days.lo ||
        calendar_range(unit, last).hi != days.hi || (single && first != last))
        return false;
    calendar_print(sb, unit, first);
    if (first == last)
        return true;
    strbuf_adds(sb, " .. ");
    calendar_print(sb, unit, last);
    return true;
}

void calendar_print_days(StrBuf *sb, DayRange days)
{
    static const struct {
        PeriodUnit unit;
        bool single;
    } tried[] = {
        {PERIOD_YEAR, false},  {PERIOD_HALF, true}, {PERIOD_QUARTER, false},
        {PERIOD_MONTH, false}, {PERIOD_WEEK, true}, {PERIOD_DAY, false},
    };
    for (size_t i = 0; i < COUNT_OF(tried); i++) {
        if (print_whole(sb, days, tried[i].unit, tried[i].single))
            return;
    }
}

void calendar_print_days_of(StrBuf *sb, DayRange days, PeriodUnit year)
{
    int32_t n;
    PeriodUnit unit = calendar_unit_of_range(year, days, &n);
    if (calendar_base(unit) == PERIOD_DAY || !has_weeks(unit) ||
        !print_whole(sb, days, unit, false))
        calendar_print_days(sb, days);
}

const char *calendar_unit_name(PeriodUnit unit)
{
    switch (calendar_base(unit)) {
    case PERIOD_DAY:
        return "day";
    case PERIOD_WEEK:
        return "week";
    case PERIOD_MONTH:
        return "month";
    case PERIOD_QUARTER:
        return "quarter";
    case PERIOD_HALF:
        return "half year";
    case PERIOD_YEAR:
        return "year";
    }
    UNREACHABLE("period unit");
}

PeriodUnit calendar_unit_of_range(PeriodUnit year, DayRange days, int32_t *n)
{
    for (int u = PERIOD_YEAR; u > PERIOD_DAY; u--) {
        PeriodUnit unit = calendar_sibling(year, (PeriodBase)u);
        int32_t first = calendar_period_of(unit, days.lo);
        int32_t last = calendar_period_of(unit, days.hi - 1);
        if (calendar_range(unit, first).lo == days.lo &&
            calendar_range(unit, last).hi == days.hi) {
            *n = last - first + 1;
            return unit;
        }
    }
    *n = days.hi - days.lo;
    return PERIOD_DAY;
}
