/* Types of columns. Values are counted by what they could be; a type is taken when
   every value could be that. Declared types are matched by parts of words, as
   SQLite does for affinities. */
#include "runtime/engine/guess.h"

#include "runtime/base/ascii.h"
#include "runtime/base/civil.h"
#include "runtime/base/decimal.h"

#include <string.h>

enum { SECONDS_OF_DAY = 86400 };

void guess_add_integer(TypeGuess *guess, int64_t v)
{
    guess->integers++;
    guess->booleans += v == 0 || v == 1;
}

void guess_add_real(TypeGuess *guess)
{
    guess->reals++;
}

void guess_add_blob(TypeGuess *guess)
{
    guess->blobs++;
}

/* The case of letters does not matter; word is lower case. */
static bool begins_with(const char *text, size_t len, const char *word)
{
    size_t i = 0;
    while (word[i] && i < len && ascii_lower(text[i]) == word[i])
        i++;
    return !word[i];
}

static bool is_word(const char *text, size_t len, const char *word)
{
    return len == strlen(word) && begins_with(text, len, word);
}

bool guess_parse_boolean(const char *text, size_t len, bool *value)
{
    *value = is_word(text, len, "1") || is_word(text, len, "true");
    return *value || is_word(text, len, "0") || is_word(text, len, "false");
}

/* The parts a machine-written number is made of: sign, digits, point, exponent. */
bool guess_is_number(const char *text, size_t len)
{
    size_t at = len && text[0] == '-';
    size_t first = at;
    while (at < len && ascii_is_digit(text[at]))
        at++;
    if (at - first > 1 && text[first] == '0')
        return false;
    bool has_point = at < len && text[at] == '.';
    if (has_point)
        at++;
    while (at < len && ascii_is_digit(text[at]))
        at++;
    if (at - first == (size_t)has_point)
        return false;
    Decimal ignored;
    if (at == len)
        return decimal_parse(text, len, &ignored);
    bool is_signed = at + 1 < len && (text[at + 1] == '-' || text[at + 1] == '+');
    bool has_exponent = text[at] == 'e' || text[at] == 'E';
    return has_exponent && (has_point || is_signed) &&
           decimal_parse(text, len, &ignored);
}

static bool is_whole(const char *text, size_t len)
{
    for (size_t i = len && text[0] == '-'; i < len; i++)
        if (!ascii_is_digit(text[i]))
            return false;
    Decimal v;
    int64_t ignored;
    return decimal_parse(text, len, &v) && decimal_to_i64(v, &ignored);
}

void guess_add_text(TypeGuess *guess, const char *text, size_t len)
{
    if (len == 0)
        return;
    guess->texts++;
    int64_t seconds;
    bool has_time, truth;
    guess->booleans += guess_parse_boolean(text, len, &truth);
    if (guess_is_number(text, len)) {
        guess->numbers++;
        guess->wholes += is_whole(text, len);
    } else if (civil_parse(text, len, &seconds, &has_time)) {
        bool is_midnight = seconds % SECONDS_OF_DAY == 0;
        guess->days += is_midnight;
        guess->moments += !is_midnight;
    }
}

static bool has_word(const char *declared, const char *word)
{
    for (size_t left = strlen(declared); left; left--, declared++)
        if (begins_with(declared, left, word))
            return true;
    return false;
}

static bool has_any(const char *declared, const char *const *word)
{
    for (; *word; word++)
        if (has_word(declared, *word))
            return true;
    return false;
}

static bool declares_integer(const char *declared)
{
    return has_word(declared, "int");
}

static bool declares_number(const char *declared)
{
    static const char *const words[] = {"int",  "num",  "dec",   "real",
                                        "floa", "doub", "money", NULL};
    return has_any(declared, words);
}

static bool declares_date(const char *declared)
{
    static const char *const words[] = {"date", "timestamp", NULL};
    return has_any(declared, words);
}

static Type date_type(bool has_moments)
{
    return (Type){.kind = has_moments ? VALUE_MOMENT : VALUE_DATE};
}

static Type declared_type(const char *declared)
{
    static const char *const with_time[] = {"datetime", "timestamp", NULL};
    if (has_word(declared, "bool"))
        return (Type){.kind = VALUE_BOOLEAN};
    if (declares_number(declared))
        return (Type){.kind = VALUE_NUMBER, .integer = declares_integer(declared)};
    if (declares_date(declared))
        return date_type(has_any(declared, with_time));
    return (Type){.kind = VALUE_TEXT};
}

Type guess_stored_type(const TypeGuess *guess, const char *declared)
{
    uint64_t numbers = guess->integers + guess->reals;
    uint64_t dates = guess->days + guess->moments;
    uint64_t all = numbers + guess->texts + guess->blobs;
    if (all == 0) {
        Type type = declared_type(declared);
        type.empty_only = type.kind == VALUE_TEXT;
        return type;
    }
    if (has_word(declared, "bool") && guess->booleans == all)
        return (Type){.kind = VALUE_BOOLEAN};
    if (dates == all || (declares_date(declared) && dates * 2 >= all))
        return date_type(guess->moments > 0);
    bool wants_number = declares_number(declared);
    if (wants_number)
        numbers += guess->numbers;
    if (numbers == all || (wants_number && numbers * 2 >= all))
        return (Type){.kind = VALUE_NUMBER,
                      .integer = guess->reals == 0 && guess->numbers == guess->wholes};
    return (Type){.kind = VALUE_TEXT};
}

Type guess_text_type(const TypeGuess *guess)
{
    uint64_t all = guess->texts;
    if (all && guess->numbers == all)
        return (Type){.kind = VALUE_NUMBER, .integer = guess->wholes == all};
    if (all && guess->days + guess->moments == all)
        return date_type(guess->moments > 0);
    return (Type){.kind = VALUE_TEXT, .empty_only = !all};
}
