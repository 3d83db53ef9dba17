/* Who asks: the audience that the model puts a person in, what they see, and what they
   may say. Until that is known nothing is seen. */
#include "runtime/base/ascii.h"
#include "runtime/session/internal.h"
#include "runtime/steering/people.h"

#include <pwd.h>
#include <string.h>
#include <unistd.h>

static Result *ask_openly(void *self, const char *text, const char **why)
{
    Session *s = self;
    Result *result = session_ask(s, "<staff>", text, ASK_OPENLY);
    if (!result)
        *why = "";
    return result;
}

/* Those whom `staff` names, over all rows. false: reported, and not what is in them. */
static bool read_people(Session *s, People *people)
{
    SteerWorld world = {.model = &s->model,
                        .arena = s->arena,
                        .today = s->settings.today,
                        .ask_text = ask_openly,
                        .self = s};
    DiagHush hush = diag_hush(&s->sink);
    people_read(people, &world);
    diag_unhush(&s->sink, hush);
    if (!people->why)
        return true;
    Diag *d = diag_error(&s->sink, DIAG_PERSON, s->model.steering.staff->span,
                         "who `%s` is could not be found out", s->options.person);
    diag_help(&s->sink, d, "`check steering` says what is wrong with `staff`");
    return false;
}

/* What the person is called in `staff`; a login that is not there is nobody's. */
static const char *name_of(const Session *s, const People *people)
{
    const Staff *staff = s->model.steering.staff;
    bool by_login = s->is_login && staff && staff->login;
    for (size_t i = 0; i < people->n; i++) {
        const Person *one = &people->item[i];
        if (person_is_here(one, s->settings.today) &&
            (by_login ? strcmp(one->login, s->options.person) == 0
                      : ascii_same(one->name, s->options.person)))
            return one->name;
    }
    return by_login ? "" : s->options.person;
}

static bool is_role(const People *people, const char *text)
{
    bool is = false;
    for (size_t i = 0; i < people->n && !is; i++)
        is = ascii_same(people->item[i].role, text);
    return is;
}

/* Is the person called so, or has that role? A role is nobody's name but by `staff`. */
static bool is_member(const Session *s, const People *people, const char *name,
                      const char *text)
{
    bool is = *name && ascii_same(name, text) && !is_role(people, text);
    for (size_t i = 0; i < people->n && !is; i++) {
        const Person *one = &people->item[i];
        is = ascii_same(one->name, name) && person_is(one, text) &&
             person_is_here(one, s->settings.today);
    }
    return is;
}

/* Where nobody is said to belong to it, everybody does who would see less. */
static bool belongs(const Session *s, const People *people, const char *name,
                    const Audience *audience)
{
    if (steering_audience(&s->model.steering, audience->head.name) != audience)
        return false; /* it is declared anew */
    if (!audience->members)
        return audience->sees != NULL && *name;
    bool is = false;
    for (uint32_t i = 0; i < audience->members->count && !is; i++)
        is = is_member(s, people, name, audience->members->item[i].text);
    return is;
}

static bool find_audience(Session *s)
{
    const Steering *steering = &s->model.steering;
    People people;
    if (!read_people(s, &people))
        return false;
    const char *name = name_of(s, &people);
    for (size_t i = 0; i < steering->n_audience && !s->audience; i++) {
        if (belongs(s, &people, name, steering->audience[i]))
            s->audience = steering->audience[i];
    }
    if (s->audience) {
        s->options.person = name;
        s->is_login = false;
    }
    return true;
}

void person_see(Session *s)
{
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    if (s->audience && s->audience->sees)
        resolve_sees(&r, s->audience, s->options.person);
}

bool person_find(Session *s)
{
    if (!s->options.person || s->is_guarded)
        return true; /* who sees what is the model's to say */
    if (!s->audience && !find_audience(s))
        return false;
    if (!s->audience)
        return true; /* another text may say who they are */
    person_see(s);
    s->executor.person = s->audience->sees ? s->options.person : NULL;
    executor_forget(&s->executor); /* rows that were read before */
    return true;
}

bool person_log_in(Session *s, Span span)
{
    if (s->options.person)
        return true;
    const struct passwd *login = getpwuid(getuid());
    if (s->is_preparing && login) {
        s->options.person = arena_strdup(s->arena, login->pw_name);
        s->executor.person = s->options.person;
        s->is_login = true;
        return true;
    }
    if (!login)
        diag_error(&s->sink, DIAG_PERSON, span, "nobody is logged in by a name");
    else
        diag_error(&s->sink, DIAG_PERSON, span,
                   "`set user` stands above all that shows something");
    return false;
}

bool person_is_known(Session *s, Span span)
{
    const char *name = s->options.person;
    if (!name || s->audience)
        return true;
    Diag *d =
        diag_error(&s->sink, DIAG_PERSON, span,
                   s->model.steering.n_audience
                       ? "`%s` belongs to no audience of the model"
                       : "nothing says what `%s` may see: the model has no audience",
                   name);
    diag_help(&s->sink, d,
              "`audience reps level operational members \"%s\" sees seller = $user`",
              name);
    return false;
}

/* Does the item say only what comes of the rows of the source itself? */
static bool is_own(const AstSourceItem *item)
{
    switch (item->kind) {
    case AST_SOURCE_ITEM_MEASURE:
        return item->as.measure->stock.kind == AST_STOCK_NONE;
    case AST_SOURCE_ITEM_KEY:
    case AST_SOURCE_ITEM_DIMENSION:
        return true;
    case AST_SOURCE_ITEM_ENTITY:
    case AST_SOURCE_ITEM_TREE:
    case AST_SOURCE_ITEM_JOIN:
    case AST_SOURCE_ITEM_TIME:
    case AST_SOURCE_ITEM_COVERS:
    case AST_SOURCE_ITEM_REFRESHED:
        return false;
    }
    UNREACHABLE("item of a source");
}

/* A module's source that is made of answers has the rows that are seen. A join would
   lead from keys that somebody made up to rows of a source that is closed, and days are
   those of all rows, which would tell of the answer to hidden ones. */
static bool is_of_answers(const Session *s, const AstStmt *stmt)
{
    const AstSource *source = stmt->as.source;
    const SourceText *text = source_texts_get(s->texts, stmt->span.file);
    bool is = text && text->is_module && source->origin.kind == AST_ORIGIN_PRINTED;
    for (uint32_t i = 0; i < source->items.count && is; i++)
        is = is_own(&source->items.item[i]);
    return is;
}

/* Times of rows, and which row takes the place of which, are found over all rows: what
   tells them is the model's to say, so a person declares no stock. Weights of a profile
   are read from any table. */
static bool only_asks(const Session *s, const AstStmt *stmt)
{
    switch (stmt->kind) {
    case AST_STMT_MEASURE:
        return stmt->as.measure->stock.kind == AST_STOCK_NONE;
    case AST_STMT_PROFILE:
        return stmt->as.profile.weights.count > 0;
    case AST_STMT_SOURCE:
        return is_of_answers(s, stmt);
    case AST_STMT_USE:
    case AST_STMT_DIMENSION:
    case AST_STMT_LET_VALUE:
    case AST_STMT_LET_FUNCTION:
    case AST_STMT_LET_QUERY:
    case AST_STMT_REQUIRE:
    case AST_STMT_SET:
    case AST_STMT_REPORT:
    case AST_STMT_QUESTION:
    case AST_STMT_BRIDGE:
    case AST_STMT_REFINE:
    case AST_STMT_RUN:
    case AST_STMT_TEXT:
    case AST_STMT_EXPLAIN:
    case AST_STMT_SOLVE:
    case AST_STMT_CASCADE:
    case AST_STMT_LESSON:
    case AST_STMT_ASK:
    case AST_STMT_EXPECT:
    case AST_STMT_HINT:
    case AST_STMT_FORECAST:
    case AST_STMT_BACKTEST:
    case AST_STMT_WHY:
    case AST_STMT_BRIEF:
    case AST_STMT_DECIDE:
    case AST_STMT_COMMIT:
    case AST_STMT_ADOPTION:
    case AST_STMT_LEARN:
    case AST_STMT_CHECK:
    case AST_STMT_MAP:
        return true;
    case AST_STMT_OPEN:
    case AST_STMT_CURRENCY:
    case AST_STMT_CALENDAR:
    case AST_STMT_STAFF:
    case AST_STMT_AUDIENCE:
    case AST_STMT_INDICATOR:
    case AST_STMT_STRATEGY:
    case AST_STMT_OBJECTIVE:
    case AST_STMT_RITUAL:
        return false;
    }
    UNREACHABLE("statement");
}

bool person_refuses(Session *s, Span span, const char *what)
{
    if (!s->is_guarded)
        return false;
    Diag *d =
        diag_error(&s->sink, DIAG_NOT_ALLOWED, span,
                   "%s is not for `%s`, who is asked as", what, s->options.person);
    diag_help(&s->sink, d, "what a person types only asks; it belongs in the model");
    return true;
}

bool person_may(Session *s, const Steps *steps)
{
    bool ok = true;
    for (size_t i = 0; s->is_guarded && i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (only_asks(s, stmt))
            continue;
        Span span = {stmt->span.file, stmt->span.begin, stmt->span.begin + 1};
        person_refuses(s, span,
                       arena_printf(s->statement, "`%s`", ast_stmt_text(stmt->kind)));
        ok = false;
    }
    return ok;
}

void session_guard(Session *s)
{
    s->is_guarded = s->options.person != NULL;
}
