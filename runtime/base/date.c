#include "runtime/base/date.h"

#include "runtime/base/ascii.h"
#include "runtime/base/civil.h"

#include <stdio.h>
#include <string.h>

enum { HOURS_OF_HALF_DAY = 12, FRACTION_MAX = 9, SHORTEST = 6 };

/* 00 is a leap year as 2000 is, whatever hundred is meant in the end. */
enum { ANY_LEAP_CENTURY = 1970 };

typedef struct {
    const char *at, *end;
} Reader;

/* A text taken apart; which number is which depends on the order. */
typedef struct {
    int part[3];
    size_t digits[3];
    char mark;
    bool has_time, has_fraction;
    int hour, minute, second;
    char fraction[FRACTION_MAX + 1];
} Parts;

static bool read_number(Reader *r, size_t max, int *value, size_t *digits)
{
    *value = 0;
    *digits = 0;
    for (; *digits < max && r->at < r->end && ascii_is_digit(*r->at); r->at++) {
        *value = *value * 10 + (*r->at - '0');
        ++*digits;
    }
    return *digits > 0;
}

static bool read_char(Reader *r, char c)
{
    bool is_there = r->at < r->end && *r->at == c;
    r->at += is_there;
    return is_there;
}

static bool read_days(Reader *r, Parts *p)
{
    for (size_t i = 0; i < 3; i++) {
        if (!read_number(r, 4, &p->part[i], &p->digits[i]))
            return false;
        if (i == 2)
            return true;
        if (i == 0)
            p->mark = r->at < r->end ? *r->at : '\0';
        if (!p->mark || !strchr("-/.", p->mark) || !read_char(r, p->mark))
            return false;
    }
    return true;
}

static bool read_fraction(Reader *r, Parts *p)
{
    if (!read_char(r, '.'))
        return true;
    size_t n = 0;
    for (; r->at < r->end && ascii_is_digit(*r->at); r->at++)
        if (n < FRACTION_MAX)
            p->fraction[n++] = *r->at;
    p->has_fraction = n > 0;
    return n > 0;
}

/* AM or PM, with or without a blank, or nothing. */
static bool read_half(Reader *r, Parts *p)
{
    Reader half = *r;
    (void)read_char(&half, ' ');
    if (half.end - half.at != 2 || ascii_lower(half.at[1]) != 'm')
        return true;
    char c = ascii_lower(half.at[0]);
    if (c != 'a' && c != 'p')
        return true;
    r->at = r->end;
    if (p->hour < 1 || p->hour > HOURS_OF_HALF_DAY)
        return false;
    p->hour = p->hour % HOURS_OF_HALF_DAY + (c == 'p' ? HOURS_OF_HALF_DAY : 0);
    return true;
}

static bool read_time(Reader *r, Parts *p)
{
    size_t digits;
    p->has_time = true;
    if (!read_number(r, 2, &p->hour, &digits) || !read_char(r, ':') ||
        !read_number(r, 2, &p->minute, &digits) || digits != 2)
        return false;
    if (read_char(r, ':') && (!read_number(r, 2, &p->second, &digits) || digits != 2 ||
                              !read_fraction(r, p)))
        return false;
    if (!read_char(r, 'Z') && !read_half(r, p))
        return false;
    return r->at == r->end && p->hour < 24 && p->minute < 60 && p->second < 60;
}

static bool take_apart(const char *text, size_t len, Parts *p)
{
    Reader r = {text, text + len};
    memset(p, 0, sizeof *p);
    if (!read_days(&r, p))
        return false;
    if (r.at == r.end)
        return true;
    return (read_char(&r, ' ') || read_char(&r, 'T')) && read_time(&r, p);
}

/* The digits of day and month where the year has two. */
static bool fits_short(const Parts *p, DateOrder order)
{
    bool is_slash = p->mark == '/';
    for (size_t i = 0; i < 3 && !is_slash; i++) {
        if (p->digits[i] != 2)
            return false;
    }
    return order != DATE_YMD || p->mark == '-';
}

static bool fits_order(const Parts *p, DateForm form, Civil *date)
{
    const int *v = p->part;
    DateOrder order = form.order;
    if (order == DATE_YMD)
        *date = (Civil){v[0], v[1], v[2]};
    else if (order == DATE_DMY)
        *date = (Civil){v[2], v[1], v[0]};
    else
        *date = (Civil){v[2], v[0], v[1]};
    size_t year = order == DATE_YMD ? 0 : 2;
    size_t digits = form.first_year ? 2 : 4;
    for (size_t i = 0; i < 3; i++)
        if (i == year ? p->digits[i] != digits : p->digits[i] > 2)
            return false;
    if (form.first_year && !fits_short(p, order))
        return false;
    if (form.first_year)
        date->year = form.first_year + (100 + date->year - form.first_year % 100) % 100;
    return (order != DATE_MDY || p->mark != '.') &&
           civil_is_valid(date->year, date->month, date->day);
}

/* YYYY-MM-DD, the commonest form by far; needs no taking apart and no writing. */
static bool is_iso_day(const char *text, size_t len)
{
    static const char form[] = "0000-00-00";
    if (len != sizeof form - 1)
        return false;
    for (size_t i = 0; i < len; i++)
        if (form[i] == '-' ? text[i] != '-' : !ascii_is_digit(text[i]))
            return false;
    int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 +
               (text[3] - '0');
    int month = (text[5] - '0') * 10 + (text[6] - '0');
    return civil_is_valid(year, month, (text[8] - '0') * 10 + (text[9] - '0'));
}

DateFit date_fit(const char *text, size_t len)
{
    DateFit fit = {{false}, false, false};
    Parts p;
    Civil ignored;
    if (is_iso_day(text, len))
        return (DateFit){.fits = {[DATE_YMD] = true}};
    if (len < SHORTEST || !ascii_is_digit(text[0]) || !take_apart(text, len, &p))
        return fit;
    fit.is_short = p.digits[0] < 4 && p.digits[2] < 4;
    for (int order = 0; order < DATE_ORDERS; order++) {
        DateForm form = {(DateOrder)order, fit.is_short ? ANY_LEAP_CENTURY : 0};
        fit.fits[order] = fits_order(&p, form, &ignored);
    }
    fit.has_time = p.hour || p.minute || p.second;
    return fit;
}

size_t date_normalize(const char *text, size_t len, DateForm form,
                      char out[DATE_TEXT_MAX])
{
    Parts p;
    Civil date;
    if (form.order == DATE_YMD && !form.first_year && is_iso_day(text, len)) {
        memcpy(out, text, len);
        out[len] = 0;
        return len;
    }
    if (!take_apart(text, len, &p) || !fits_order(&p, form, &date))
        return 0;
    int n =
        snprintf(out, DATE_TEXT_MAX, "%04d-%02d-%02d", date.year, date.month, date.day);
    if (p.has_time)
        n += snprintf(out + n, DATE_TEXT_MAX - (size_t)n, " %02d:%02d:%02d%s%s", p.hour,
                      p.minute, p.second, p.has_fraction ? "." : "", p.fraction);
    return (size_t)n;
}
