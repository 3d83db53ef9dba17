#include "runtime/init/words.h"

#include "lexer/lexer.h"
#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"

#include <string.h>

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_word_char(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* A capital begins a word behind a small letter or digit, and where a small letter
   follows: HTTPServer is http_server. */
static bool begins_word(const char *name, size_t at)
{
    if (!at || !is_upper(name[at]))
        return false;
    if (!is_upper(name[at - 1]))
        return is_word_char(name[at - 1]);
    char next = name[at + 1];
    return ascii_is_alpha(next) && !is_upper(next) && next != 's';
}

const char *words_last(const char *snake)
{
    const char *bar = strrchr(snake, '_');
    return bar ? bar + 1 : snake;
}

/* Of a last word that is written in one: where its second part begins, 0: nowhere.
   orderdate is order_date, and candidate is one word. */
static size_t second_part(const char *word)
{
    static const struct {
        const char *tail;
        size_t before; /* letters at least in front of it */
    } known[] = {{"date", 3},   {"datum", 3},  {"name", 3},   {"naam", 3},
                 {"price", 3},  {"prijs", 3},  {"amount", 3}, {"bedrag", 3},
                 {"number", 3}, {"nummer", 3}, {"id", 4},     {"key", 4},
                 {"nr", 4}};
    static const char one_word[] = "candidate mandate validate invalid unpaid prepaid "
                                   "surname rename paramount android "
                                   "voornaam achternaam roepnaam bijnaam vorname "
                                   "nachname familienname";
    size_t len = strlen(word);
    for (size_t i = 0; i < COUNT_OF(known) && !words_is_any(word, one_word); i++) {
        size_t tail = strlen(known[i].tail);
        if (len >= tail + known[i].before && !strcmp(word + len - tail, known[i].tail))
            return len - tail;
    }
    return 0;
}

/* KL# is the number of a KL. */
static bool ends_in_sign(const char *name)
{
    size_t len = strlen(name);
    return len > 1 && name[len - 1] == '#';
}

static const char *number_sign_spelt(Arena *arena, const char *name)
{
    return arena_printf(arena, "%.*s_nr", (int)strlen(name) - 1, name);
}

const char *words_snake(Arena *arena, const char *name)
{
    if (ends_in_sign(name))
        return words_snake(arena, number_sign_spelt(arena, name));
    StrBuf sb;
    strbuf_init(&sb);
    for (size_t i = 0; name[i]; i++) {
        if (begins_word(name, i) || !is_word_char(name[i])) {
            if (sb.len && sb.text[sb.len - 1] != '_')
                strbuf_addc(&sb, '_');
        }
        if (is_word_char(name[i]))
            strbuf_addc(&sb, ascii_lower(name[i]));
    }
    if (sb.len && sb.text[sb.len - 1] == '_')
        strbuf_truncate(&sb, sb.len - 1);
    const char *snake = sb.len ? arena_strndup(arena, sb.text, sb.len) : "unnamed";
    strbuf_release(&sb);
    const char *last = words_last(snake);
    size_t part = second_part(last);
    return part ? arena_printf(arena, "%.*s_%s", (int)(last + part - snake), snake,
                               last + part)
                : snake;
}

const char *words_plain(Arena *arena, const char *name)
{
    if (ends_in_sign(name))
        return words_plain(arena, number_sign_spelt(arena, name));
    char *plain = arena_strdup(arena, name);
    size_t len = 0;
    for (size_t i = 0; name[i]; i++) {
        if (is_word_char(name[i]))
            plain[len++] = ascii_lower(name[i]);
    }
    plain[len] = '\0';
    return plain;
}

static bool ends_with(const char *word, size_t len, const char *end)
{
    size_t n = strlen(end);
    return len > n && memcmp(word + len - n, end, n) == 0;
}

/* Of a word of len bytes: how many stay, and what comes behind them. */
static size_t singular_stem(const char *word, size_t len, const char **end)
{
    static const struct {
        const char *plural, *singular;
    } odd[] = {{"people", "person"}, {"children", "child"}, {"men", "man"},
               {"women", "woman"},   {"movies", "movie"},   {"cookies", "cookie"},
               {"shelves", "shelf"}, {"statuses", "status"}};
    static const char *const as_it_is[] = {"ss",     "us",      "is",
                                           "series", "species", "news"};
    static const char *const with_e[] = {"sses", "xes", "zzes", "ches", "shes"};
    *end = "";
    for (size_t i = 0; i < COUNT_OF(odd); i++) {
        if (len == strlen(odd[i].plural) && !memcmp(word, odd[i].plural, len)) {
            *end = odd[i].singular;
            return 0;
        }
    }
    for (size_t i = 0; i < COUNT_OF(as_it_is); i++) {
        if (ends_with(word, len, as_it_is[i]) || !strcmp(word, as_it_is[i]))
            return len;
    }
    for (size_t i = 0; i < COUNT_OF(with_e); i++) {
        if (ends_with(word, len, with_e[i]))
            return len - 2;
    }
    if (len > 4 && ends_with(word, len, "ies")) {
        *end = "y";
        return len - 3;
    }
    return len > 3 && word[len - 1] == 's' ? len - 1 : len;
}

const char *words_singular(Arena *arena, const char *snake)
{
    const char *last = words_last(snake), *end;
    size_t stem = singular_stem(last, strlen(last), &end);
    return arena_printf(arena, "%.*s%.*s%s", (int)(last - snake), snake, (int)stem,
                        last, end);
}

/* The next word of a text whose words are parted by `by`; its length. */
static size_t next_word(const char **at, char by)
{
    while (**at == by)
        (*at)++;
    size_t len = 0;
    while ((*at)[len] && (*at)[len] != by)
        len++;
    return len;
}

bool words_is_any(const char *word, const char *list)
{
    size_t want = strlen(word);
    for (size_t n; (n = next_word(&list, ' ')) > 0; list += n) {
        if (n == want && !memcmp(list, word, n))
            return true;
    }
    return false;
}

bool words_has(const char *snake, const char *word)
{
    size_t want = strlen(word);
    for (size_t n; (n = next_word(&snake, '_')) > 0; snake += n) {
        if (n == want && !memcmp(snake, word, n))
            return true;
    }
    return false;
}

bool words_has_any(const char *snake, const char *list)
{
    char word[64];
    for (size_t n; (n = next_word(&snake, '_')) > 0; snake += n) {
        if (n >= sizeof word)
            continue;
        memcpy(word, snake, n);
        word[n] = '\0';
        if (words_is_any(word, list))
            return true;
    }
    return false;
}

const char *words_without(Arena *arena, const char *snake, const char *list)
{
    char *left = arena_strdup(arena, snake);
    char *bar;
    while ((bar = strrchr(left, '_')) != NULL && words_is_any(bar + 1, list))
        *bar = '\0';
    while ((bar = strchr(left, '_')) != NULL) {
        *bar = '\0';
        bool drop = words_is_any(left, list);
        *bar = '_';
        if (!drop)
            break;
        left = bar + 1;
    }
    return left;
}

bool words_can_write(const char *name)
{
    size_t len = strlen(name);
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)name[i] < ' ' || name[i] == 0x7f)
            return false;
    }
    return len && utf8_valid_prefix(name, len) == len;
}

static bool is_ascii_name(const char *name)
{
    if (!ascii_is_alpha(name[0]) && name[0] != '_')
        return false;
    for (; *name; name++) {
        if (!ascii_is_alnum(*name) && *name != '_')
            return false;
    }
    return true;
}

bool words_is_taken(const char *name)
{
    static const char values[] = "today now empty true false";
    TokenClass class = lexer_token_class(lexer_word(name, strlen(name)));
    return class == TOKEN_CLASS_KEYWORD || class == TOKEN_CLASS_UNIT ||
           words_is_any(name, values);
}

static void add_quoted(StrBuf *sb, const char *name)
{
    strbuf_addc(sb, '`');
    for (; *name; name++)
        strbuf_addn(sb, *name, *name == '`' ? 2 : 1);
    strbuf_addc(sb, '`');
}

void words_add_name(StrBuf *sb, const char *name)
{
    if (is_ascii_name(name) && !words_is_taken(name))
        strbuf_adds(sb, name);
    else
        add_quoted(sb, name);
}

void words_add_reference(StrBuf *sb, const char *name)
{
    TokenClass class = lexer_token_class(lexer_word(name, strlen(name)));
    if (is_ascii_name(name) && class == TOKEN_CLASS_NAME && !words_is_taken(name))
        strbuf_adds(sb, name);
    else
        add_quoted(sb, name);
}

const char *words_reference(Arena *arena, const char *name)
{
    StrBuf sb;
    strbuf_init(&sb);
    words_add_reference(&sb, name);
    const char *text = arena_strndup(arena, sb.text, sb.len);
    strbuf_release(&sb);
    return text;
}
