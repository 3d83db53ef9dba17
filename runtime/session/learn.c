/* `learn`: a lesson is told up to what it asks; what is then asked of the session is
   judged, until the answer is right. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/learn/judge.h"
#include "runtime/learn/progress.h"
#include "runtime/session/about.h"
#include "runtime/session/internal.h"

#include <stdlib.h>

static uint32_t count_asks(const AstReport *lesson)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < lesson->body.count; i++)
        n += lesson->body.item[i]->kind == AST_STMT_ASK;
    return n;
}

static const AstReport *lesson_at(const Session *s, size_t i)
{
    return s->model.lesson[i].ast->as.report;
}

/* What it is kept by: files may have lessons of the same name, so one of a file is kept
   by where that lies, too. */
static const char *kept_name(const Session *s, const AstReport *lesson)
{
    const char *name = lesson->name.text;
    char *path =
        realpath(source_texts_get(s->texts, lesson->name.span.file)->name, NULL);
    const char *res = path ? arena_printf(s->statement, "%s@%s", name, path) : name;
    free(path);
    return res;
}

static uint32_t parts_done(const Session *s, const AstReport *lesson)
{
    return progress_done(s->options.progress, kept_name(s, lesson));
}

/* The first lesson that is not done; NULL: all are. */
static const AstReport *next_lesson(const Session *s)
{
    for (size_t i = 0; i < s->model.n_lesson; i++) {
        const AstReport *lesson = lesson_at(s, i);
        if (parts_done(s, lesson) < count_asks(lesson))
            return lesson;
    }
    return NULL;
}

static const AstReport *find_lesson(Session *s, const AstStmt *stmt)
{
    const char *name = stmt->as.learn.text.text;
    Suggest suggest;
    suggest_init(&suggest, name ? name : "");
    for (size_t i = s->model.n_lesson; name && i-- > 0;) {
        if (ascii_same(s->model.lesson[i].name, name))
            return lesson_at(s, i);
        suggest_offer(&suggest, s->model.lesson[i].name);
    }
    if (!name && stmt->as.learn.number && stmt->as.learn.number <= s->model.n_lesson)
        return lesson_at(s, stmt->as.learn.number - 1);
    Diag *d = diag_error(&s->sink, DIAG_LEARN, stmt->span, "there is no such lesson");
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean \"%s\"?", suggest.found[0]);
    else
        diag_help(&s->sink, d, "there are %zu lessons; `learn` goes on with the next",
                  s->model.n_lesson);
    return NULL;
}

bool learn_check(Session *s, const AstStmt *stmt)
{
    if (!s->model.n_lesson) {
        Diag *d =
            diag_error(&s->sink, DIAG_LEARN, stmt->span, "there are no lessons here");
        diag_help(&s->sink, d,
                  "`koers learn` has those over the demo company; those of a file "
                  "come with `use \"lessons.koers\"`");
        return false;
    }
    bool any = !stmt->as.learn.text.text && !stmt->as.learn.has_number;
    return any || find_lesson(s, stmt);
}

/* Prints what stands between two places of the lesson. */
static bool tell(Session *s, const AstReport *lesson, uint32_t from, uint32_t to)
{
    bool ok = true;
    for (uint32_t i = from; ok && i < to; i++) {
        Step step = {.stmt = lesson->body.item[i], .folder = s->folder};
        AstStmtKind kind = step.stmt->kind;
        if (kind != AST_STMT_ASK && kind != AST_STMT_EXPECT && kind != AST_STMT_HINT)
            ok = run_step(s, &step);
    }
    return ok;
}

/* The place of `ask` number `part`, or the end. */
static uint32_t place_of_ask(const AstReport *lesson, uint32_t part)
{
    for (uint32_t i = 0; i < lesson->body.count; i++) {
        if (lesson->body.item[i]->kind == AST_STMT_ASK && part-- == 0)
            return i;
    }
    return lesson->body.count;
}

static bool end_lesson(Session *s, const AstReport *lesson)
{
    const AstReport *next = next_lesson(s);
    const char *text = "That was the last lesson.";
    if (next && next != lesson)
        text = arena_printf(s->arena, "Done. `learn` goes on with \"%s\".",
                            next->title.text ? next->title.text : next->name.text);
    else if (next)
        text = "Done. `learn 1` begins anew.";
    return run_say(s, text);
}

/* Tells what comes before part `part`, from `from` on, and asks it. */
static bool go_on(Session *s, const AstReport *lesson, uint32_t from, uint32_t part)
{
    uint32_t at = place_of_ask(lesson, part);
    s->learning = (Learning){0};
    if (!tell(s, lesson, from, at))
        return false;
    if (at == lesson->body.count)
        return end_lesson(s, lesson);
    const char *asked =
        arena_printf(s->arena, "%u/%u  %s", part + 1, count_asks(lesson),
                     lesson->body.item[at]->as.said.text);
    if (!run_say(s, asked))
        return false;
    s->learning = (Learning){.lesson = lesson, .at = at, .part = part};
    return true;
}

bool learn_run(Session *s, const AstStmt *stmt)
{
    bool any = !stmt->as.learn.text.text && !stmt->as.learn.has_number;
    const AstReport *lesson = any ? next_lesson(s) : find_lesson(s, stmt);
    if (!lesson && any)
        return run_say(s, "All lessons are done. `learn 1` begins anew.");
    if (!lesson)
        return false;
    uint32_t done = parts_done(s, lesson);
    uint32_t part = done < count_asks(lesson) ? done : 0;
    Block heading = {.kind = BLOCK_HEADING, .text = lesson->name.text};
    if (lesson->title.text)
        heading.text = lesson->title.text;
    return run_emit(s, &heading) && go_on(s, lesson, 0, part);
}

bool session_is_learning(const Session *s)
{
    return s->learning.lesson != NULL;
}

/* Keeps what is done and goes on behind it. */
static bool pass_part(Session *s)
{
    Learning l = s->learning;
    if (!progress_keep(s->options.progress, kept_name(s, l.lesson), l.part + 1) &&
        !run_say(s, arena_printf(s->statement, "(This could not be kept in %s.)",
                                 s->options.progress)))
        return false;
    return go_on(s, l.lesson, l.at + 1, l.part + 1);
}

static uint32_t hints_left(const Session *s)
{
    const Learning *l = &s->learning;
    uint32_t n = 0;
    while (lesson_part(l->lesson, l->at, AST_STMT_HINT, l->n_hint + n))
        n++;
    return n;
}

static const char *way_out(const Session *s)
{
    uint32_t left = hints_left(s);
    return left > 1    ? arena_printf(s->statement, "`hint` helps (%u left)", left)
           : left == 1 ? "`hint` helps"
                       : "`skip` shows the answer";
}

static const char *lines(const Session *s, uint32_t n)
{
    return arena_printf(s->statement, "%u line%s", n, n == 1 ? "" : "s");
}

static const char *what_is_wrong(const Session *s, const Result *wanted, Judgement j)
{
    switch (j.as) {
    case JUDGED_RIGHT:
        break;
    case JUDGED_LINES:
        return arena_printf(s->statement, "that is %s, and the answer has %s",
                            lines(s, j.found), lines(s, j.wanted));
    case JUDGED_COLUMN:
        if (wanted->column[j.column].role == COLUMN_KEY)
            return "the lines stand for something else than what was asked";
        return j.wanted == 1 ? "that is another value"
                             : "as many lines as wanted, with other values";
    case JUDGED_PAIRS:
        return "the values are there, but not side by side";
    case JUDGED_ORDER:
        return "all is there, in another order";
    }
    return "";
}

void learn_hear(Session *s, const Result *result)
{
    Answers *heard = &s->heard;
    if (result && s->learning.lesson)
        ARENA_PUSH(s->statement, heard->item, heard->count, heard->cap,
                   result_ref((Result *)(uintptr_t)result));
}

/* Is all that `asked` answers among what was heard? *wrong tells what is not, in the
   statement's arena; NULL: it is. false: reported. */
static bool compare(Session *s, const AstStmt *asked, const char **wrong)
{
    Answers wanted;
    bool ok = lesson_answers(s, asked, &wanted);
    *wrong =
        ok && !lesson_has_value(&wanted) ? "what is expected has no value here" : NULL;
    for (size_t i = 0; ok && !*wrong && i < wanted.count; i++) {
        Judgement j = judge_any(wanted.item[i], s->heard.item, s->heard.count,
                                lesson_is_ordered(asked));
        if (j.as != JUDGED_RIGHT)
            *wrong = what_is_wrong(s, wanted.item[i], j);
    }
    answers_let_go(&wanted);
    return ok;
}

/* Against each of what is expected; the first tells what is wrong. */
static bool judge_heard(Session *s)
{
    const Learning *l = &s->learning;
    const char *first = NULL;
    const AstStmt *stmt;
    for (uint32_t n = 0; (stmt = lesson_part(l->lesson, l->at, AST_STMT_EXPECT, n));
         n++) {
        const char *wrong;
        if (!compare(s, stmt->as.expected, &wrong))
            return false;
        if (!wrong)
            return run_say(s, "Right.") && pass_part(s);
        first = first ? first : wrong;
    }
    return run_say(s,
                   arena_printf(s->statement, "Not yet: %s. %s.", first, way_out(s)));
}

bool learn_judge(Session *s, bool failed)
{
    bool ok = failed || !s->heard.count || !s->learning.lesson || judge_heard(s);
    answers_let_go(&s->heard);
    return ok;
}

static SessionStatus status_of(const Session *s, bool ok)
{
    return ok ? SESSION_OK : s->status == SESSION_OK ? SESSION_SCRIPT_ERROR : s->status;
}

SessionStatus session_hint(Session *s)
{
    session_begin(s);
    Learning *l = &s->learning;
    const AstStmt *hint = lesson_part(l->lesson, l->at, AST_STMT_HINT, l->n_hint);
    l->n_hint += hint != NULL;
    return status_of(s, run_say(s, hint ? hint->as.said.text
                                        : "No more hints: `skip` shows the answer."));
}

SessionStatus session_skip(Session *s)
{
    session_begin(s);
    const Learning *l = &s->learning;
    const AstStmt *expected = lesson_part(l->lesson, l->at, AST_STMT_EXPECT, 0);
    const char *asked = about_text(s, s->arena, expected->as.expected->span);
    Step step = {.stmt = expected->as.expected, .folder = s->folder};
    Learning before = s->learning;
    SessionOptions options = s->options;
    s->learning = (Learning){0}; /* it is not judged */
    s->options.keeps = s->options.logs = false;
    bool ok = run_say(s, asked) && run_step(s, &step);
    s->options = options;
    s->learning = before;
    return status_of(s, ok && pass_part(s));
}
