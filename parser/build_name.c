/* Names, units, counts and types, read from the text at their place. A name keeps its
   spelling; backquotes and the $ of a parameter are left out. */
#include "parser/build.h"

#include "lexer/literal.h"
#include "parser/context.h"
#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"

enum { COUNT_MAX = 1000000 };

static const char *text_at(const ParseCtx *cx, Span span)
{
    return cx->text->text + span.begin;
}

/* What stands between backquotes; a doubled one stands for one. */
static const char *unquoted(ParseCtx *cx, const char *text, size_t len)
{
    char *name = arena_strndup(cx->arena, text, len);
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        name[n++] = text[i];
        i += text[i] == '`';
    }
    name[n] = '\0';
    return name;
}

AstName build_name(ParseCtx *cx, Span span)
{
    const char *text = text_at(cx, span);
    size_t len = span.end - span.begin;
    if (len > 2 && text[0] == '`')
        return (AstName){unquoted(cx, text + 1, len - 2), span, true};
    return (AstName){arena_strndup(cx->arena, text, len), span, false};
}

AstName build_parameter_name(ParseCtx *cx, Span span)
{
    size_t len = span.end - span.begin;
    return (AstName){arena_strndup(cx->arena, text_at(cx, span) + 1, len - 1), span,
                     false};
}

AstPath build_role(ParseCtx *cx, Span span)
{
    return build_path(cx, (AstPath){0}, build_name(cx, span));
}

typedef struct {
    const char *text, *plural;
    AstUnit unit;
} UnitWord;

static const UnitWord unit_words[] = {
#define AST_UNIT(name, text, plural) {text, plural, AST_UNIT_##name},
#include "parser/ast.def"
};

static bool same_word(const char *text, size_t len, const char *word)
{
    for (size_t i = 0; i < len; i++) {
        if (ascii_lower(text[i]) != word[i])
            return false;
    }
    return word[len] == '\0';
}

static bool unit_of(const char *text, size_t len, AstUnit *unit)
{
    for (size_t i = 0; i < COUNT_OF(unit_words); i++) {
        if (same_word(text, len, unit_words[i].text) ||
            same_word(text, len, unit_words[i].plural)) {
            *unit = unit_words[i].unit;
            return true;
        }
    }
    return false;
}

bool ast_name_unit(AstName name, AstUnit *unit)
{
    size_t len = 0;
    while (name.text && name.text[len])
        len++;
    return !name.quoted && unit_of(name.text, len, unit);
}

AstUnit build_unit(ParseCtx *cx, Span span)
{
    AstUnit unit = AST_UNIT_DAY;
    unit_of(text_at(cx, span), span.end - span.begin, &unit);
    return unit;
}

uint32_t build_count(ParseCtx *cx, Span span)
{
    uint32_t value = 0;
    for (uint32_t i = span.begin; i < span.end; i++) {
        if (!ascii_is_digit(cx->text->text[i]))
            continue;
        value = value * 10 + (uint32_t)(cx->text->text[i] - '0');
        if (value > COUNT_MAX) {
            diag_error(cx->sink, DIAG_NUMBER_TOO_LARGE, span,
                       "this number is too large here; at most %d", COUNT_MAX);
            return COUNT_MAX;
        }
    }
    return value;
}

AstCalendarUnit build_unit_of(ParseCtx *cx, Span calendar, Span unit, Span whole)
{
    AstCalendarUnit res = {.unit = build_unit(cx, unit), .span = whole};
    if (calendar.begin != unit.begin)
        res.calendar = build_name(cx, calendar);
    return res;
}

AstCalendarUnit build_working_unit(ParseCtx *cx, Span unit, Span whole)
{
    return (AstCalendarUnit){
        .unit = build_unit(cx, unit), .working = true, .span = whole};
}

const AstCalendarUnit *build_axis_unit(ParseCtx *cx, AstCalendarUnit unit)
{
    return arena_memdup(cx->arena, &unit, sizeof unit);
}

const AstType *build_type(ParseCtx *cx, AstName name, AstName argument, Span span)
{
    AstType type = {name, argument, span};
    return arena_memdup(cx->arena, &type, sizeof type);
}

Span build_join_span(Span first, Span last)
{
    return (Span){first.file, first.begin, last.end};
}
