#include "runtime/cli/import_options.h"

#include "runtime/base/ascii.h"
#include "runtime/base/recode.h"
#include "runtime/base/utf8.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    const char *name;
    int value;
} Word;

static bool find_word(const Word *word, size_t n, const char *name, int *value)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(word[i].name, name) != 0)
            continue;
        *value = word[i].value;
        return true;
    }
    return false;
}

bool import_option_flag(ImportOptions *options, const char *name)
{
    if (!strcmp(name, "--append"))
        options->append = true;
    else if (!strcmp(name, "--replace"))
        options->replace = true;
    else if (!strcmp(name, "--upsert"))
        options->upsert = true;
    else if (!strcmp(name, "--dry-run"))
        options->dry_run = true;
    else if (!strcmp(name, "--again"))
        options->again = true;
    else if (!strcmp(name, "--quiet"))
        options->quiet = true;
    else if (!strcmp(name, "--header"))
        options->header = HEADER_YES;
    else if (!strcmp(name, "--no-header"))
        options->header = HEADER_NO;
    else
        return false;
    return true;
}

static bool set_char(char *to, const Word *word, size_t n, const char *value)
{
    int found;
    if (find_word(word, n, value, &found)) {
        *to = (char)found;
        return true;
    }
    bool is_one = value[0] && !value[1] && (value[0] == '\t' || value[0] >= ' ');
    if (is_one)
        *to = value[0];
    return is_one && value[0] != '"';
}

static bool set_quote(ImportOptions *options, const char *value)
{
    static const Word words[] = {
        {"double", '"'}, {"single", '\''}, {"none", CSV_NO_QUOTE}};
    int quote;
    if (!find_word(words, COUNT_OF(words), value, &quote))
        return false;
    options->form.quote = (char)quote;
    return true;
}

static bool set_reading(ImportOptions *options, const char *name, const char *value)
{
    static const Word marks[] = {{"point", '.'}, {"comma", ','}};
    static const Word orders[] = {
        {"dmy", DATE_DMY}, {"mdy", DATE_MDY}, {"ymd", DATE_YMD}};
    int found;
    if (!strcmp(name, "--decimal")) {
        if (!find_word(marks, COUNT_OF(marks), value, &found))
            return false;
        options->reading.mark = (char)found;
        return true;
    }
    if (!find_word(orders, COUNT_OF(orders), value, &found))
        return false;
    options->reading.order = (DateOrder)found;
    options->reading.has_order = true;
    return true;
}

enum { YEARS_FROM_MAX = 9900 };

/* Four digits. */
static bool set_year(int *year, const char *value)
{
    *year = 0;
    for (const char *c = value; ascii_is_digit(*c); c++)
        *year = *year < 1000 ? *year * 10 + (*c - '0') : 0;
    return strlen(value) == 4 && *year >= 1000 && *year <= YEARS_FROM_MAX;
}

bool import_option_set(ImportOptions *options, const char *name, const char *value)
{
    static const Word separators[] = {
        {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}};
    if (!strcmp(name, "--separator"))
        return set_char(&options->form.separator, separators, COUNT_OF(separators),
                        value);
    if (!strcmp(name, "--quote"))
        return set_quote(options, value);
    if (!strcmp(name, "--encoding")) {
        options->form.encoding = value;
        return recode_is_known(value);
    }
    if (!strcmp(name, "--key")) {
        options->key = value;
        return *value != '\0';
    }
    if (!strcmp(name, "--type")) {
        if (options->n_type == IMPORT_TYPES_MAX || !*value)
            return false;
        options->type[options->n_type++] = value;
        return true;
    }
    if (!strcmp(name, "--years-from"))
        return set_year(&options->reading.first_year, value);
    return set_reading(options, name, value);
}

static bool refuse(const char *what, const char *value)
{
    StrBuf text;
    strbuf_init(&text);
    utf8_add_visible(&text, value, strlen(value));
    fprintf(stderr, "koers: %s `%s`\n", what, text.text);
    fputs("koers: `koers --help` shows the usage\n", stderr);
    strbuf_release(&text);
    return false;
}

/* The next piece of a list with commas; NULL at its end. */
static const char *next_piece(Arena *arena, const char **list)
{
    if (!**list)
        return NULL;
    size_t len = strcspn(*list, ",");
    const char *piece = arena_strndup(arena, *list, len);
    *list += len + ((*list)[len] == ',');
    return piece;
}

static bool add_type(Arena *arena, ImportJob *job, const char *piece)
{
    static const Word words[] = {{"text", READ_TEXT},
                                 {"integer", READ_INTEGER},
                                 {"number", READ_NUMBER},
                                 {"date", READ_DATE},
                                 {"moment", READ_MOMENT}};
    const char *equals = strrchr(piece, '=');
    int as;
    if (!equals || equals == piece ||
        !find_word(words, COUNT_OF(words), equals + 1, &as))
        return refuse("--type takes COLUMN=TYPE with text, integer, number, date or "
                      "moment, not",
                      piece);
    ImportType type = {arena_strndup(arena, piece, (size_t)(equals - piece)),
                       (ReadAs)as};
    ImportType *all = ARENA_ARRAY(arena, ImportType, job->n_type + 1);
    if (job->n_type)
        memcpy(all, job->type, job->n_type * sizeof *all);
    all[job->n_type++] = type;
    job->type = all;
    return true;
}

static void set_key(const ImportOptions *options, Arena *arena, ImportJob *job)
{
    const char **key = ARENA_ARRAY(arena, const char *, strlen(options->key) + 1);
    const char *list = options->key;
    for (const char *piece; (piece = next_piece(arena, &list));)
        key[job->n_key++] = piece;
    job->key = key;
}

bool import_options_apply(const ImportOptions *options, Arena *arena, ImportJob *job)
{
    job->form = options->form;
    job->header = options->header;
    job->reading = options->reading;
    job->dry_run = options->dry_run;
    job->again = options->again;
    job->mode = options->append    ? IMPORT_APPEND
                : options->replace ? IMPORT_REPLACE
                : options->upsert  ? IMPORT_UPSERT
                                   : IMPORT_NEW;
    if (options->append + options->replace + options->upsert > 1)
        return refuse("one of --append, --replace, --upsert, not", "several");
    if (options->key)
        set_key(options, arena, job);
    if (job->mode == IMPORT_UPSERT && !job->n_key)
        return refuse("--upsert needs", "--key");
    for (size_t i = 0; i < options->n_type; i++) {
        const char *list = options->type[i];
        for (const char *piece; (piece = next_piece(arena, &list));)
            if (!add_type(arena, job, piece))
                return false;
    }
    return true;
}
