/* `set`: what holds for the statements that follow. */
#include "runtime/algebra/locale.h"
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/internal.h"

#include <string.h>

typedef enum {
    SET_TODAY,
    SET_LOCALE,
    SET_WIDTH,
    SET_ROWS,
    SET_TIMING,
    SET_CHART,
    SET_PAGER,
    SET_CURRENCY,
    SET_CALENDAR,
    SET_USER,
    SET_COUNT
} Setting;

static const char *const setting_name[] = {"today",    "locale", "width", "rows",
                                           "timing",   "chart",  "pager", "currency",
                                           "calendar", "user"};

static const char *const setting_help[] = {
    "`today` is set to a date, as in `set today = 2025-12-31`",
    "`locale` is set to a name, as in `set locale = \"de_DE\"`",
    ("`width` is set to a number of columns, as in `set width = 100`; 0 is the "
     "terminal's"),
    "`rows` is set to a number of lines, as in `set rows = 40`; 0 is all",
    "`timing` is set to on or off",
    "`chart` is set to on or off, as in `set chart = off`",
    "`pager` is set to on or off, as in `set pager = off`",
    "`currency` is set to a code, as in `set currency = \"USD\"`, or to none",
    "`calendar` is set to a name, as in `set calendar = fiscal`",
    "`user` is set to login: all is asked as the person who is logged in",
};

enum { WIDTH_MIN = 20, WIDTH_MAX = 10000, ROWS_MAX = 1000000 };

static bool wrong(Session *s, Setting setting, const AstExpr *value)
{
    diag_error(&s->sink, DIAG_SETTING, value->span, "%s", setting_help[setting]);
    return false;
}

static const char *all_settings(Session *s)
{
    const char *res = setting_name[0];
    for (size_t i = 1; i < SET_COUNT; i++)
        res = arena_printf(s->statement, "%s, %s", res, setting_name[i]);
    return res;
}

static bool unknown_setting(Session *s, AstName name)
{
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < SET_COUNT; i++)
        suggest_offer(&suggest, setting_name[i]);
    Diag *d = diag_error(&s->sink, DIAG_SETTING, name.span, "there is no setting `%s`",
                         name.text);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
    else
        diag_help(&s->sink, d, "settings are %s", all_settings(s));
    return false;
}

/* A word as it stands or a text; NULL: neither. */
static const char *word_of(Session *s, const AstExpr *value)
{
    if (value->kind == AST_EXPR_PATH && value->as.path.count == 1)
        return value->as.path.item[0].text;
    if (value->kind == AST_EXPR_TEXT)
        return arena_strdup(s->arena, value->as.text.text);
    return NULL;
}

static bool set_locale(Session *s, const AstExpr *value)
{
    const char *name = word_of(s, value);
    if (!name)
        return wrong(s, SET_LOCALE, value);
    if (locale_find(name)) {
        s->settings.locale = name;
        return true;
    }
    Suggest suggest;
    suggest_init(&suggest, name);
    for (size_t i = 0; locale_name(i); i++)
        suggest_offer(&suggest, locale_name(i));
    Diag *d = diag_error(&s->sink, DIAG_SETTING, value->span, "there is no locale `%s`",
                         name);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
    else
        diag_help(&s->sink, d, "a locale is a language, and a country: nl, de-AT");
    return false;
}

/* Off is also none, as in the clause `chart`. */
static bool set_switch(Session *s, Setting setting, const AstExpr *value, bool *is_on)
{
    const char *word = word_of(s, value);
    bool on = word && (ascii_same(word, "on") || ascii_same(word, "true"));
    bool off = word && (ascii_same(word, "off") || ascii_same(word, "false") ||
                        (setting == SET_CHART && ascii_same(word, "none")));
    if (!on && !off)
        return wrong(s, setting, value);
    *is_on = on;
    return true;
}

/* Three letters, or none: all money in its own currency. */
static bool set_currency(Session *s, const AstExpr *value)
{
    const char *word = word_of(s, value);
    if (!word || (strlen(word) != CURRENCY_SIZE - 1 && !ascii_same(word, "none")))
        return wrong(s, SET_CURRENCY, value);
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    char code[CURRENCY_SIZE];
    bool is_none = ascii_same(word, "none");
    AstName name = {.text = word, .span = value->span};
    if (!is_none && !resolve_currency_code(&r, name, code))
        return false;
    s->settings.currency = is_none ? NULL : arena_strdup(s->arena, code);
    return true;
}

static bool set_today(Session *s, const AstExpr *ast)
{
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    Type type;
    Value value;
    if (!resolve_constant(&r, ast, &type, &value))
        return false;
    if (type.kind != VALUE_DATE || value.empty)
        return wrong(s, SET_TODAY, ast);
    if (!s->options.has_today)
        s->settings.today = value.as.day;
    return true;
}

/* 0, or a number between the limits. */
static bool set_number(Session *s, Setting setting, const AstExpr *ast, unsigned *to)
{
    int64_t low = setting == SET_WIDTH ? WIDTH_MIN : 1;
    int64_t high = setting == SET_WIDTH ? WIDTH_MAX : ROWS_MAX;
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    Type type;
    Value value;
    int64_t n;
    if (!resolve_constant(&r, ast, &type, &value))
        return false;
    if (type.kind != VALUE_NUMBER || value.empty ||
        !decimal_to_i64(value.as.number, &n) || (n && (n < low || n > high)))
        return wrong(s, setting, ast);
    *to = (unsigned)n;
    return true;
}

/* A script may set a calendar above the definition of it. */
static bool set_calendar(Session *s, const AstExpr *value)
{
    const char *name = word_of(s, value);
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    const Calendar *calendar;
    if (!name)
        return wrong(s, SET_CALENDAR, value);
    if (!resolve_find_calendar(&r, (AstName){.text = name, .span = value->span},
                               &calendar))
        return false;
    s->settings.calendar = name;
    return true;
}

static bool set_user(Session *s, const AstExpr *value)
{
    const char *word = word_of(s, value);
    if (!word || !ascii_same(word, "login"))
        return wrong(s, SET_USER, value);
    return person_log_in(s, value->span);
}

bool settings_set(Session *s, const AstStmt *stmt)
{
    AstName name = stmt->as.set.name;
    const AstExpr *value = stmt->as.set.value;
    size_t found = 0;
    while (found < SET_COUNT && !ascii_same(setting_name[found], name.text))
        found++;
    switch ((Setting)found) {
    case SET_TODAY:
        return set_today(s, value);
    case SET_LOCALE:
        return set_locale(s, value);
    case SET_WIDTH:
        return set_number(s, SET_WIDTH, value, &s->settings.width);
    case SET_ROWS:
        return set_number(s, SET_ROWS, value, &s->settings.rows);
    case SET_TIMING:
        return set_switch(s, SET_TIMING, value, &s->settings.timing);
    case SET_CHART:
        return set_switch(s, SET_CHART, value, &s->settings.charts);
    case SET_PAGER:
        return set_switch(s, SET_PAGER, value, &s->settings.pager);
    case SET_CURRENCY:
        return set_currency(s, value);
    case SET_CALENDAR:
        return set_calendar(s, value);
    case SET_USER:
        return set_user(s, value);
    case SET_COUNT:
        break;
    }
    return unknown_setting(s, name);
}

static bool same_word(const char *a, const char *b)
{
    return a && b ? ascii_same(a, b) : a == b;
}

bool settings_follow(Session *s)
{
    const Settings *now = &s->settings, *then = &s->read_as;
    if (s->is_read && now->today == then->today &&
        same_word(now->currency, then->currency) &&
        same_word(now->calendar, then->calendar))
        return true;
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    r.n_variable = s->n_report ? s->n_outer : s->n_variable;
    s->read_as = s->settings;
    s->is_read = resolve_reread(&r);
    person_see(s);
    executor_forget(&s->executor);
    return s->is_read;
}
