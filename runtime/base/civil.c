/* Civil dates. The conversions count days in years that begin in March, so that a
   leap day is the last of its year, within cycles of 400 years (146,097 days). */
#include "runtime/base/civil.h"

#include "runtime/base/ascii.h"

#include <time.h>

enum {
    DAYS_OF_400_YEARS = 146097,
    DAYS_TO_1970 = 719468, /* from 0000-03-01 */
    SECONDS_OF_DAY = 86400
};

Day civil_to_day(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_400_YEARS + day_of_era - DAYS_TO_1970;
}

Civil civil_from_day(Day day)
{
    int z = day + DAYS_TO_1970;
    int era = (z >= 0 ? z : z - (DAYS_OF_400_YEARS - 1)) / DAYS_OF_400_YEARS;
    int doe = z - era * DAYS_OF_400_YEARS;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int shifted = (5 * doy + 2) / 153; /* 0 March .. 11 February */
    Civil res;
    res.day = doy - (153 * shifted + 2) / 5 + 1;
    res.month = shifted < 10 ? shifted + 3 : shifted - 9;
    res.year = yoe + era * 400 + (res.month <= 2);
    return res;
}

bool civil_is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int civil_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && civil_is_leap(year) ? 29 : days[month - 1];
}

bool civil_is_valid(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= civil_days_in_month(year, month);
}

int civil_weekday(Day day)
{
    int from_monday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

/* ISO week 1 is the week with 4 January in it. */
Day civil_iso_week_start(int year, int week)
{
    Day fourth = civil_to_day(year, 1, 4);
    return fourth - (civil_weekday(fourth) - 1) + 7 * (week - 1);
}

/* A week belongs to the year its Thursday is in. */
void civil_iso_week(Day day, int *year, int *week)
{
    Day thursday = day - civil_weekday(day) + 4;
    *year = civil_from_day(thursday).year;
    *week = (thursday - civil_to_day(*year, 1, 1)) / 7 + 1;
}

int civil_iso_weeks_in_year(int year)
{
    return (civil_iso_week_start(year + 1, 1) - civil_iso_week_start(year, 1)) / 7;
}

typedef struct {
    const char *at, *end;
} Reader;

static bool read_digits(Reader *r, int count, int *value)
{
    if (r->end - r->at < count)
        return false;
    *value = 0;
    for (int i = 0; i < count; i++) {
        if (!ascii_is_digit(r->at[i]))
            return false;
        *value = *value * 10 + (r->at[i] - '0');
    }
    r->at += count;
    return true;
}

static bool read_char(Reader *r, char c)
{
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static bool read_date(Reader *r, Day *day)
{
    int y;
    int m;
    int d;
    if (!read_digits(r, 4, &y) || !read_char(r, '-') || !read_digits(r, 2, &m) ||
        !read_char(r, '-') || !read_digits(r, 2, &d) || !civil_is_valid(y, m, d))
        return false;
    *day = civil_to_day(y, m, d);
    return true;
}

/* A point and at least one digit, or nothing. */
static bool skip_fraction(Reader *r)
{
    if (!read_char(r, '.'))
        return true;
    int digit;
    if (!read_digits(r, 1, &digit))
        return false;
    while (read_digits(r, 1, &digit))
        continue;
    return true;
}

static bool read_time(Reader *r, int *seconds)
{
    int h;
    int m;
    int s = 0;
    if (!read_digits(r, 2, &h) || !read_char(r, ':') || !read_digits(r, 2, &m))
        return false;
    if (read_char(r, ':') && (!read_digits(r, 2, &s) || !skip_fraction(r)))
        return false;
    (void)read_char(r, 'Z');
    *seconds = h * 3600 + m * 60 + s;
    return h < 24 && m < 60 && s < 60;
}

bool civil_parse(const char *text, size_t len, int64_t *seconds, bool *has_time)
{
    Reader r = {text, text + len};
    Day day;
    int time_of_day = 0;
    if (!read_date(&r, &day))
        return false;
    bool more = r.at != r.end;
    if (more && !read_char(&r, ' ') && !read_char(&r, 'T'))
        return false;
    if (more && (!read_time(&r, &time_of_day) || r.at != r.end))
        return false;
    *seconds = (int64_t)day * SECONDS_OF_DAY + time_of_day;
    *has_time = more;
    return true;
}

void civil_print_day(StrBuf *sb, Day day)
{
    Civil c = civil_from_day(day);
    strbuf_addf(sb, "%04d-%02d-%02d", c.year, c.month, c.day);
}

void civil_print_moment(StrBuf *sb, int64_t seconds)
{
    Day day = civil_day_of(seconds);
    int rest = (int)(seconds - (int64_t)day * SECONDS_OF_DAY);
    civil_print_day(sb, day);
    strbuf_addf(sb, " %02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
}

Day civil_day_of(int64_t seconds)
{
    int64_t day = seconds / SECONDS_OF_DAY;
    return (Day)(seconds % SECONDS_OF_DAY < 0 ? day - 1 : day);
}

int64_t civil_now(void)
{
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local))
        return (int64_t)now;
    Day day = civil_to_day(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    return (int64_t)day * SECONDS_OF_DAY + local.tm_hour * 3600 + local.tm_min * 60 +
           local.tm_sec;
}

Day civil_today(void)
{
    return civil_day_of(civil_now());
}
