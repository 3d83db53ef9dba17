"""Calendars by their definition alone: years of months from any month on, and years of
whole weeks.  A period is (unit, first day, last day, name, year, number in the year)."""

from collections import namedtuple
from datetime import date, timedelta

import values as v

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august",
          "september", "october", "november", "december"]
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "year": 1}
LETTER = {"month": "-P%02d", "quarter": "-Q%d", "half": "-H%d", "year": "", "week": "-W%02d"}
ONE_DAY = timedelta(1)

Period = namedtuple("Period", "unit first last name year number")


def month_end(year, month):
    return date(year, month, v.month_end(year, month))


def plural(unit):
    return "halves" if unit == "half" else unit + "s"


class Calendar:
    """What both kinds share.  `years` maps a number to the day its year begins."""

    def __init__(self, name, text):
        self.name, self.text = name, "calendar %s { %s }" % (name, text)

    def year_of(self, day):
        return next(y for y in range(day.year - 2, day.year + 3)
                    if self.begin(y) <= day < self.begin(y + 1))

    def period(self, unit, day):
        if unit == "day":
            return Period("day", day, day, str(day), day.year, 0)
        if unit == "week" and not self.of_weeks:
            monday = day - timedelta(day.weekday())
            year, week, _ = day.isocalendar()
            return Period("week", monday, monday + 6 * ONE_DAY,
                          "%d-W%02d" % (year, week), year, week)
        year = self.year_of(day)
        count = self.weeks_of(year) if unit == "week" else PER_YEAR[unit]
        return next(p for p in (self.numbered(unit, year, n)
                                for n in range(1, count + 1)) if p.last >= day)

    def numbered(self, unit, year, number):
        first = self.edge(unit, year, number - 1)
        label = LETTER[unit] % number if unit != "year" else ""
        last = self.edge(unit, year, number) - ONE_DAY
        name = self.civil(unit, first) or "FY%d%s" % (year, label)
        return Period(unit, first, last, name, year, number)

    def lines(self, unit, low, high):
        """The periods between two days, the outer ones whole."""
        while low <= high:
            period = self.period(unit, low)
            yield period
            low = period.last + ONE_DAY

    def moved(self, period, unit, n):
        """A line's period n units on (back when negative): first and last day."""
        if unit == period.unit and unit in ("day", "week") or (
                unit == "week" and not self.of_weeks):
            days = timedelta(n * (7 if unit == "week" else 1))
            return period.first + days, period.last + days
        if period.unit == "day":
            return (self.moved_day(period.first, unit, n),) * 2
        if period.unit == "week":
            return self.moved_week(period, unit, n)
        index = period.year * PER_YEAR[period.unit] + period.number - 1
        index += n * (PER_YEAR[period.unit] // PER_YEAR[unit])
        year, number = divmod(index, PER_YEAR[period.unit])
        there = self.numbered(period.unit, year, number + 1)
        return there.first, there.last

    def moved_today(self, here, today, unit, n):
        """Where a day inside the period `here` stands after a shift of it."""
        if unit == "day" or (unit == "week"):
            return today + timedelta(n * (7 if unit == "week" else 1))
        return self.moved_day(today, unit, n)

    def written(self, period):
        """How a question writes it."""
        if period.unit == "day" or (period.unit == "week" and not self.of_weeks):
            return period.name
        return "%s %s" % (self.name, period.name.replace("FY", "").replace("P", ""))


class MonthCalendar(Calendar):
    of_weeks = False

    def __init__(self, name, start, by_start):
        super().__init__(name, "year starts %s%s" % (
            MONTHS[start - 1], " year named by start" if by_start else ""))
        self.start = start
        self.back = 0 if by_start or start == 1 else 1

    def civil(self, unit, day):
        """Where years are civil ones, so are the names."""
        return str(v.Period(unit, day)) if self.start == 1 else None

    def begin(self, year):
        return date(year - self.back, self.start, 1)

    def edge(self, unit, year, number):
        return v.add_months(self.begin(year), number * 12 // PER_YEAR[unit])

    def moved_day(self, day, unit, n):
        return v.add_months(day, n * 12 // PER_YEAR[unit])


class WeekCalendar(Calendar):
    of_weeks = True

    def __init__(self, name, pattern, rule, day, month, by_start, on_with_first):
        super().__init__(name, "weeks %s year ends %s %s of %s%s%s" % (
            "-".join(map(str, pattern)), rule, DAYS[day], MONTHS[month - 1],
            " year named by start" if by_start else "",
            " week 53 compares with week 1" if on_with_first else ""))
        self.pattern, self.rule, self.day, self.month = pattern, rule, day, month
        # The year after one that ends in December is the next civil one.
        self.shift = 1 if by_start and month < 12 else 0
        self.on_with_first = on_with_first

    def end(self, year):
        """The last day of the year that ends in (or nearest to) that month."""
        last = month_end(year, self.month)
        back = (last.weekday() - self.day) % 7
        if self.rule == "nearest" and back > 3:
            back -= 7
        return last - timedelta(back)

    def begin(self, year):
        return self.end(year + self.shift - 1) + ONE_DAY

    def civil(self, *_):
        return None

    def weeks_of(self, year):
        return (self.begin(year + 1) - self.begin(year)).days // 7

    def edge(self, unit, year, number):
        if unit == "week":
            return self.begin(year) + timedelta(7 * number)
        if number == PER_YEAR[unit]:
            return self.begin(year + 1)
        months = number * 12 // PER_YEAR[unit]
        weeks = 13 * (months // 3) + sum(self.pattern[:months % 3])
        return self.begin(year) + timedelta(7 * weeks)

    def moved_week(self, week, unit, n):
        first = self.moved_day(week.first, unit, n)
        return first, first + 6 * ONE_DAY

    def moved_day(self, day, unit, n):
        """Week and weekday of the unit; the last week where it is shorter."""
        here = self.period(unit, day)
        first, last = self.moved(here, unit, n)
        days = (day - here.first).days
        if unit == "year" and self.on_with_first and days >= 364:
            return self.begin(here.year + n + 1) + timedelta(days - 364)
        length = (last - first).days + 1
        while days >= length:
            days -= 7
        return first + timedelta(days)


def make(rng, name):
    if rng.random() < 0.45:
        return MonthCalendar(name, rng.randint(1, 12), rng.random() < 0.4)
    return WeekCalendar(name, rng.choice([(4, 4, 5), (4, 5, 4), (5, 4, 4)]),
                        rng.choice(["last", "nearest"]), rng.randrange(7),
                        rng.choice([1, 1, 2, 6, 9, 12, 12]), rng.random() < 0.3,
                        rng.random() < 0.4)
