/* Commands of the prompt. Without a leading `\` or `.` a word is a command only when
   what follows it has the command's shape, so that a question that begins with the
   same word stays a question. */
#include "runtime/prompt/command.h"

#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"

#include <string.h>

typedef enum {
    SHAPE_NONE,
    SHAPE_TOPIC,
    SHAPE_SWITCH,
    SHAPE_WORD,
    SHAPE_NUMBER,
    SHAPE_FILE,
    SHAPE_STATEMENT,
    SHAPE_WATCH,
} Shape;

typedef struct {
    CommandKind kind;
    const char *name;
    Shape shape;
    bool bare;
} CommandRow;

static const CommandRow command_rows[] = {
#define COMMAND(kind, name, shape, bare) {COMMAND_##kind, name, SHAPE_##shape, bare},
#include "runtime/prompt/command.def"
#undef COMMAND
};

typedef struct {
    const char *text;
    size_t len;
} Piece;

static Piece trim(Piece p)
{
    while (p.len && ascii_is_space(p.text[0])) {
        p.text++;
        p.len--;
    }
    while (p.len && ascii_is_space(p.text[p.len - 1]))
        p.len--;
    return p;
}

static Piece trim_end_mark(Piece p)
{
    p = trim(p);
    while (p.len && p.text[p.len - 1] == ';') {
        p.len--;
        p = trim(p);
    }
    return p;
}

/* Takes the first word off `rest`: letters, digits and `_`, or one `?`. */
static Piece take_word(Piece *rest)
{
    Piece word = {rest->text, 0};
    if (rest->len && rest->text[0] == '?') {
        word.len = 1;
    } else {
        while (word.len < rest->len &&
               (ascii_is_alnum(rest->text[word.len]) || rest->text[word.len] == '_'))
            word.len++;
    }
    rest->text += word.len;
    rest->len -= word.len;
    return word;
}

static bool piece_is(Piece p, const char *text)
{
    if (p.len != strlen(text))
        return false;
    for (size_t i = 0; i < p.len; i++) {
        if (ascii_lower(p.text[i]) != ascii_lower(text[i]))
            return false;
    }
    return true;
}

static const CommandRow *find_row(Piece word)
{
    for (size_t i = 0; i < COUNT_OF(command_rows); i++) {
        if (piece_is(word, command_rows[i].name))
            return &command_rows[i];
    }
    return NULL;
}

static const char *shown_name(CommandKind kind)
{
    size_t i = 0;
    while (command_rows[i].kind != kind)
        i++;
    return command_rows[i].name;
}

static bool has_blank(Piece p)
{
    for (size_t i = 0; i < p.len; i++) {
        if (ascii_is_space(p.text[i]))
            return true;
    }
    return false;
}

static bool is_quoted(Piece p)
{
    return p.len >= 2 && (p.text[0] == '"' || p.text[0] == '\'') &&
           p.text[p.len - 1] == p.text[0];
}

/* Digits, at most 6, with one point if `point`; -1: none. */
static double read_number(Piece p, bool point)
{
    double value = 0, scale = 0;
    size_t n = 0;
    for (size_t i = 0; i < p.len; i++) {
        if (point && p.text[i] == '.' && scale == 0) {
            scale = 1;
        } else if (ascii_is_digit(p.text[i]) && n++ < 6) {
            value = value * 10 + (p.text[i] - '0');
            scale *= 10;
        } else {
            return -1;
        }
    }
    return n == 0 ? -1 : scale > 0 ? value / scale : value;
}

static bool fits_watch(Command *res, Piece arg)
{
    Piece number = {arg.text, 0};
    while (number.len < arg.len && !ascii_is_space(arg.text[number.len]))
        number.len++;
    Piece question = {arg.text + number.len, arg.len - number.len};
    question = trim(question);
    if (number.len && number.text[number.len - 1] == 's')
        number.len--;
    res->seconds = read_number(number, true);
    res->arg = question.text;
    res->arg_len = question.len;
    return res->seconds > 0;
}

static bool fits_file(Command *res, Piece arg)
{
    if (is_quoted(arg)) {
        res->arg = arg.text + 1;
        res->arg_len = arg.len - 2;
        return res->arg_len > 0;
    }
    return arg.len > 0;
}

static bool fits(Command *res, Shape shape, Piece arg)
{
    res->arg = arg.text;
    res->arg_len = arg.len;
    switch (shape) {
    case SHAPE_NONE:
        return arg.len == 0;
    case SHAPE_TOPIC:
    case SHAPE_STATEMENT:
        return true;
    case SHAPE_SWITCH:
        return arg.len == 0 || piece_is(arg, "on") || piece_is(arg, "off");
    case SHAPE_WORD:
        return !has_blank(arg);
    case SHAPE_NUMBER:
        if (arg.len == 0)
            return true;
        if (read_number(arg, false) < 0)
            return false;
        res->width = (unsigned)read_number(arg, false);
        return true;
    case SHAPE_FILE:
        return fits_file(res, arg);
    case SHAPE_WATCH:
        return fits_watch(res, arg);
    }
    return false;
}

/* `open "x.db"` and `explain show ...` are statements of the language. */
static bool is_statement(const Command *c, Piece arg)
{
    if (c->kind == COMMAND_OPEN)
        return is_quoted(arg) && piece_is((Piece){c->word, c->word_len}, "open");
    return false;
}

/* `set timing on` says the same as `timing on`, `show tables` as `tables`. */
static void skip_verb(Piece *p)
{
    Piece rest = *p, verb = take_word(&rest);
    bool sets = piece_is(verb, "set");
    if (!sets && !piece_is(verb, "show"))
        return;
    rest = trim(rest);
    Piece after = rest;
    const CommandRow *row = find_row(take_word(&after));
    if (!row)
        return;
    bool settable = row->kind == COMMAND_TIMING || row->kind == COMMAND_WIDTH ||
                    row->kind == COMMAND_FORMAT;
    bool showable = row->kind == COMMAND_DESCRIBE && row->shape == SHAPE_NONE;
    if ((sets ? settable : showable) && row->bare)
        *p = rest;
}

Command command_parse(const char *text, size_t len)
{
    Command res = {.status = COMMAND_NONE};
    Piece rest = trim_end_mark((Piece){text, len});
    if (!rest.len)
        return res;
    res.escaped = rest.text[0] == '\\' ||
                  (rest.text[0] == '.' && rest.len > 1 && ascii_is_alpha(rest.text[1]));
    if (res.escaped) {
        rest.text++;
        rest.len--;
    } else {
        skip_verb(&rest);
    }
    Piece word = take_word(&rest);
    const CommandRow *row = find_row(word);
    res.word = word.text;
    res.word_len = word.len;
    if (!row || !(res.escaped || row->bare)) {
        res.status = res.escaped ? COMMAND_UNKNOWN : COMMAND_NONE;
        return res;
    }
    res.kind = row->kind;
    res.name = shown_name(row->kind);
    Piece arg = trim(rest);
    bool apart = !rest.len || ascii_is_space(rest.text[0]) || res.escaped;
    bool good = apart && fits(&res, row->shape, arg);
    if (!res.escaped && (!good || is_statement(&res, arg)))
        return res;
    res.status = good ? COMMAND_GOOD : COMMAND_BAD_ARGUMENT;
    return res;
}

bool command_begin(const char *text, size_t len, Command *res)
{
    Piece rest = {text, len};
    *res = (Command){.status = COMMAND_NONE};
    while (rest.len && ascii_is_space(rest.text[0])) {
        rest.text++;
        rest.len--;
    }
    res->escaped = rest.len && (rest.text[0] == '\\' || rest.text[0] == '.');
    if (res->escaped) {
        rest.text++;
        rest.len--;
    }
    Piece word = take_word(&rest);
    const CommandRow *row = find_row(word);
    if (!row || !(res->escaped || row->bare) || !rest.len ||
        !ascii_is_space(rest.text[0]))
        return false;
    while (rest.len && ascii_is_space(rest.text[0])) {
        rest.text++;
        rest.len--;
    }
    res->kind = row->kind;
    res->name = shown_name(row->kind);
    res->word = word.text;
    res->word_len = word.len;
    res->arg = rest.text;
    res->arg_len = rest.len;
    return true;
}

const char *command_name_at(size_t index, bool *bare, const char **shown)
{
    if (index >= COUNT_OF(command_rows))
        return NULL;
    if (bare)
        *bare = command_rows[index].bare;
    if (shown)
        *shown = shown_name(command_rows[index].kind);
    return command_rows[index].name;
}

const char *command_usage(CommandKind kind)
{
    switch (kind) {
    case COMMAND_HELP:
        return "help [TOPIC]";
    case COMMAND_DESCRIBE:
        return "describe [NAME]";
    case COMMAND_DOC:
        return "doc [MODULE]";
    case COMMAND_EXPLAIN:
        return "explain [QUESTION or CODE]";
    case COMMAND_TIMING:
        return "timing [on or off]";
    case COMMAND_FORMAT:
        return "format [table, csv, json or markdown]";
    case COMMAND_WIDTH:
        return "width [NUMBER]";
    case COMMAND_OPEN:
        return "open FILE";
    case COMMAND_INCLUDE:
        return "include FILE";
    case COMMAND_EDIT:
        return "edit";
    case COMMAND_WATCH:
        return "watch SECONDS [QUESTION]";
    case COMMAND_HINT:
        return "hint";
    case COMMAND_SKIP:
        return "skip";
    case COMMAND_CLEAR:
        return "clear";
    case COMMAND_QUIT:
        return "quit";
    }
    return "";
}
