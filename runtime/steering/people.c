#include "runtime/steering/people.h"

#include "runtime/base/ascii.h"

#include <stdlib.h>
#include <string.h>

enum {
    PERSON_NAME,
    PERSON_ROLE,
    PERSON_UNIT,
    PERSON_FROM,
    PERSON_UNTIL,
    PERSON_LOGIN,
    PERSON_COLUMNS
};

static const char *const alias[PERSON_COLUMNS] = {"name",     "role",      "unit",
                                                  "from_day", "until_day", "login"};

static const char *text_of(const SteerWorld *w, const Result *result, size_t column,
                           uint32_t row)
{
    Value value = result_value(result, column, row);
    if (value.empty || result->column[column].type.kind != VALUE_TEXT)
        return "";
    return arena_strndup(w->arena, value.as.text.text, value.as.text.len);
}

static Day day_of(const Result *result, size_t column, uint32_t row)
{
    Value value = result_value(result, column, row);
    ValueKind kind = result->column[column].type.kind;
    if (value.empty)
        return DAY_NONE;
    if (kind == VALUE_DATE)
        return value.as.day;
    return kind == VALUE_MOMENT ? civil_day_of(value.as.seconds) : DAY_NONE;
}

static Person person_at(const SteerWorld *w, const Result *result, const int *at,
                        uint32_t row)
{
    Person person = {"", "", "", "", DAY_NONE, DAY_NONE};
    if (at[PERSON_NAME] >= 0)
        person.name = text_of(w, result, (size_t)at[PERSON_NAME], row);
    if (at[PERSON_ROLE] >= 0)
        person.role = text_of(w, result, (size_t)at[PERSON_ROLE], row);
    if (at[PERSON_UNIT] >= 0)
        person.unit = text_of(w, result, (size_t)at[PERSON_UNIT], row);
    if (at[PERSON_LOGIN] >= 0)
        person.login = text_of(w, result, (size_t)at[PERSON_LOGIN], row);
    if (at[PERSON_FROM] >= 0)
        person.from = day_of(result, (size_t)at[PERSON_FROM], row);
    if (at[PERSON_UNTIL] >= 0)
        person.until = day_of(result, (size_t)at[PERSON_UNTIL], row);
    return person;
}

static const char *question_of(const SteerWorld *w, const Staff *staff)
{
    const char *column[PERSON_COLUMNS] = {staff->name, staff->role,  staff->unit,
                                          staff->from, staff->until, staff->login};
    StrBuf sb;
    strbuf_init(&sb);
    for (int i = 0; i < PERSON_COLUMNS; i++) {
        if (column[i])
            strbuf_addf(&sb, "%s %s as `%s`", i ? "," : "list", column[i], alias[i]);
    }
    strbuf_addf(&sb, " from `%s`", staff->source->name);
    const char *res = arena_strdup(w->arena, sb.text);
    strbuf_release(&sb);
    return res;
}

/* Adds those of the answer, or the rows of one of them alone; `only` NULL: all. */
static void add_people(People *people, const SteerWorld *w, const Result *result,
                       const char *only)
{
    int at[PERSON_COLUMNS];
    Person *item = ARENA_ARRAY(w->arena, Person, people->n + result->n_row + 1);
    for (int i = 0; i < PERSON_COLUMNS; i++)
        at[i] = result_find_column(result, alias[i]);
    for (size_t i = 0; i < people->n; i++)
        item[i] = people->item[i];
    people->item = item;
    for (uint32_t i = 0; i < result->n_row; i++) {
        Person person = person_at(w, result, at, i);
        if (!only || ascii_same(person.name, only))
            item[people->n++] = person;
    }
}

static int compare_names(const char *a, const char *b)
{
    while (*a && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return (unsigned char)ascii_lower(*a) - (unsigned char)ascii_lower(*b);
}

/* By name; the rest only makes it one order, however the store has them. */
static int compare_people(const void *left, const void *right)
{
    const Person *a = left, *b = right;
    int res = compare_names(a->name, b->name);
    if (!res)
        res = (a->from > b->from) - (a->from < b->from);
    if (!res)
        res = strcmp(a->role, b->role);
    if (!res)
        res = strcmp(a->unit, b->unit);
    return res ? res : strcmp(a->login, b->login);
}

void people_read(People *people, const SteerWorld *world)
{
    const Staff *staff = world->model->steering.staff;
    *people = (People){0};
    if (!staff)
        return;
    const char *none, *text = question_of(world, staff);
    Result *seen = world->ask_text(world->self, text, &people->why);
    Result *own = world->person ? world->ask_openly(world->self, text, &none) : NULL;
    people->is_known = seen != NULL;
    if (seen) {
        add_people(people, world, seen, NULL);
        result_unref(seen);
    }
    if (own) {
        add_people(people, world, own, world->person);
        result_unref(own);
    }
    if (people->n)
        qsort(people->item, people->n, sizeof *people->item, compare_people);
}

bool person_is_here(const Person *person, Day day)
{
    return (person->from == DAY_NONE || person->from <= day) &&
           (person->until == DAY_NONE || person->until > day);
}

bool person_is(const Person *person, const char *text)
{
    return *text && (ascii_same(person->name, text) || ascii_same(person->role, text));
}

static bool is_named(const Person *person, const AstTexts *texts, Day day)
{
    bool is = false;
    for (uint32_t i = 0; i < texts->count && !is; i++)
        is = person_is(person, texts->item[i].text);
    return is && person_is_here(person, day);
}

/* Behind the rows of the person whose rows begin there. */
static size_t person_end(const People *people, size_t from)
{
    size_t end = from + 1;
    while (end < people->n &&
           ascii_same(people->item[from].name, people->item[end].name))
        end++;
    return end;
}

size_t people_count(const People *people, const AstTexts *texts, Day day)
{
    size_t n = 0;
    for (size_t from = 0, end; from < people->n; from = end) {
        bool is = false;
        end = person_end(people, from);
        for (size_t i = from; i < end && !is; i++)
            is = is_named(&people->item[i], texts, day);
        n += is;
    }
    return n;
}

bool people_meet(const People *people, const char *a, const char *b, Day day)
{
    bool met = ascii_same(a, b);
    for (size_t from = 0, end; from < people->n && !met; from = end) {
        bool is_a = false, is_b = false;
        end = person_end(people, from);
        for (size_t i = from; i < end; i++) {
            const Person *one = &people->item[i];
            is_a |= person_is(one, a) && person_is_here(one, day);
            is_b |= person_is(one, b) && person_is_here(one, day);
        }
        met = is_a && is_b;
    }
    return met;
}
