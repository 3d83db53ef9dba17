/* Every script named, cut at the end of each of its tokens and in the middle of the
   longer ones. What is left of a script is whole or says one thing, where it ends; its
   names and types are looked up without harm; and what Tab would offer there holds the
   word that the script goes on with. The head that a script shares with the one before
   it (the model of a golden file) was cut there. Runs in a folder made by
   tests/fuzz/scripts.sh. The last line is "N passed, N failed". */
#include "lexer/lexer.h"
#include "runtime/base/xalloc.h"
#include "runtime/prompt/complete.h"
#include "runtime/session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FILE_BYTES_MAX = 1 << 16 };

typedef struct {
    const char *path;
    char *text;
    size_t len;
    size_t n_head;  /* bytes that the script before began with */
    size_t n_error; /* of the whole script */
    bool is_whole;  /* it parses */
    bool defines;   /* a session takes it only once */
    Session *session;
    unsigned n_offered, n_missed;
    unsigned failed;
} Script;

/* Where a script is cut: a word that is half there may be wrong for that. */
typedef enum { CUT_NOWHERE, CUT_BEHIND, CUT_WITHIN } CutPlace;

static bool keep_block(void *self, const Block *block)
{
    (void)self;
    return block != NULL;
}

static Session *open_session(void)
{
    SessionOptions options = {.check_only = true,
                              .has_today = true,
                              .today = civil_to_day(2025, 7, 15),
                              .output = {.block = keep_block}};
    return session_new(&options);
}

static void complain(Script *s, size_t cut, const char *what, const DiagSink *diags)
{
    StrBuf sb;
    strbuf_init(&sb);
    if (diags)
        diag_render(&sb, diags, (DiagStyle){.width = 80});
    printf("FAILED %s cut at byte %zu: %s\n%s", s->path, cut, what, sb.text);
    strbuf_release(&sb);
    s->failed++;
}

/* A script that is right has one mistake at most when it is cut: it ends too early. */
static ParseStatus parse_cut(Script *s, size_t len, CutPlace place)
{
    SourceTexts *texts = source_texts_new();
    Arena *arena = arena_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    const SourceText *text = source_texts_add(texts, s->path, s->text, len);
    ParseResult res = parse_text(text, PARSE_SCRIPT, arena, &sink);
    if ((res.status == PARSE_OK) != (sink.n_error == 0))
        complain(s, len, "its status and its messages differ", &sink);
    if (place != CUT_NOWHERE && s->is_whole && sink.n_error > 1)
        complain(s, len, "more than one message", &sink);
    if (place == CUT_BEHIND && s->is_whole && res.status == PARSE_ERROR)
        complain(s, len, "more is wrong than that it ends", &sink);
    arena_free(arena);
    source_texts_free(texts);
    return res.status;
}

static size_t size_of_model(const Model *model)
{
    return model->n_source + model->n_dim + model->n_measure + model->n_report +
           model->n_function;
}

/* Names and types of what is left; several names may be gone with what was cut off,
   but what does not parse says only that. The session goes on as long as it learns
   nothing. */
static void compile_cut(Script *s, size_t len, bool parses)
{
    size_t before = size_of_model(session_model(s->session));
    SessionStatus status =
        session_run_text(s->session, s->path, s->text, len, PARSE_SCRIPT);
    const DiagSink *diags = session_diags(s->session);
    if ((status == SESSION_OK) != (diags->n_error == 0))
        complain(s, len, "its status and its messages differ", diags);
    if (s->n_error == 0 && !parses && diags->n_error > 1)
        complain(s, len, "more than one message", diags);
    if (s->defines || size_of_model(session_model(s->session)) != before) {
        session_free(s->session);
        s->session = open_session();
    }
}

static bool is_offered(const Completion *found, const char *word, size_t len)
{
    for (size_t i = 0; i < found->n; i++) {
        const char *text = found->item[i].text;
        if (strlen(text) == len && strncasecmp(text, word, len) == 0)
            return true;
    }
    return false;
}

/* Completes behind text[0, len), where `next` (or NULL) stands in the script. */
static void complete_cut(Script *s, const Model *model, size_t len, const Token *next)
{
    Arena *arena = arena_new();
    size_t blank = next ? next->span.begin : len; /* statements begin lines */
    char *head = arena_printf(arena, "%.*s ", (int)blank, s->text);
    Completion found = complete_at(head, blank + (blank == len), model, NULL, arena);
    size_t n_next = next ? next->span.end - next->span.begin : 0;
    if (next && s->is_whole && lexer_token_class(next->kind) == TOKEN_CLASS_KEYWORD) {
        s->n_offered++;
        if (!is_offered(&found, s->text + next->span.begin, n_next)) {
            s->n_missed++;
            if (getenv("CUT_SHOW"))
                printf("%s:%zu: %.*s\n", s->path, len, (int)n_next,
                       s->text + next->span.begin);
        }
    }
    arena_free(arena);
}

static void cut(Script *s, const Token *token, const Token *next, const Model *model)
{
    size_t middle = token->span.begin + 1;
    size_t end = token->span.end;
    compile_cut(s, end, parse_cut(s, end, CUT_BEHIND) == PARSE_OK);
    complete_cut(s, model, end, next);
    if (middle < end) {
        parse_cut(s, middle, CUT_WITHIN);
        complete_cut(s, model, middle, NULL);
    }
}

static void cut_everywhere(Script *s, const Model *model)
{
    SourceTexts *texts = source_texts_new();
    const SourceText *text = source_texts_add(texts, s->path, s->text, s->len);
    Arena *arena = arena_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    if (lexer_check_text(text, &sink)) {
        Lexer *lexer = lexer_open(text, 0, (uint32_t)text->len, NULL, false);
        Token token;
        Token next;
        for (lexer_next(lexer, &token); token.kind != LEXER_END; token = next) {
            lexer_next(lexer, &next);
            if (next.kind != LEXER_END && next.span.end < s->n_head)
                continue;
            cut(s, &token, next.kind == LEXER_END ? NULL : &next, model);
        }
        lexer_close(lexer);
    }
    arena_free(arena);
    source_texts_free(texts);
}

static bool read_script(Script *s)
{
    FILE *f = fopen(s->path, "rb");
    if (!f)
        return false;
    s->text = xmalloc(FILE_BYTES_MAX);
    s->len = fread(s->text, 1, FILE_BYTES_MAX, f);
    fclose(f);
    return s->len < FILE_BYTES_MAX;
}

/* What cuts within the head showed of a script with mistakes says nothing of this one.
 */
static size_t common_head(const Script *s, const Script *before)
{
    size_t n = 0;
    while (before->is_whole && n < s->len && n < before->len &&
           s->text[n] == before->text[n])
        n++;
    return n;
}

static void take_script(Script *s)
{
    Session *whole = open_session();
    session_run_text(whole, s->path, s->text, s->len, PARSE_SCRIPT);
    s->n_error = session_diags(whole)->n_error;
    s->is_whole = parse_cut(s, s->len, CUT_NOWHERE) == PARSE_OK;
    s->session = open_session();
    session_run_text(s->session, s->path, s->text, s->len, PARSE_SCRIPT);
    size_t n_first = size_of_model(session_model(s->session));
    session_run_text(s->session, s->path, s->text, s->len, PARSE_SCRIPT);
    s->defines = session_diags(s->session)->n_error != 0 ||
                 size_of_model(session_model(s->session)) != n_first;
    if (s->defines) {
        session_free(s->session);
        s->session = open_session();
    }
    cut_everywhere(s, session_model(whole));
    session_free(s->session);
    session_free(whole);
}

int main(int argc, char **argv)
{
    unsigned passed = 0, failed = 0, offered = 0, missed = 0;
    Script before = {.path = NULL};
    for (int i = 1; i < argc; i++) {
        Script script = {.path = argv[i]};
        if (read_script(&script)) {
            script.n_head = common_head(&script, &before);
            take_script(&script);
        } else {
            complain(&script, 0, "cannot be read", NULL);
        }
        free(before.text);
        before = script;
        *(script.failed ? &failed : &passed) += 1;
        offered += script.n_offered;
        missed += script.n_missed;
    }
    free(before.text);
    bool offers = offered > 0 && missed * 100 <= offered;
    *(offers ? &passed : &failed) += 1;
    printf("%u of %u keywords are offered\n", offered - missed, offered);
    printf("%u passed, %u failed\n", passed, failed);
    return failed != 0;
}
