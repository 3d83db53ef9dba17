/* The parser over tests/syntax/sentences.txt: what each sentence is; that every valid
   one, cut after any of its tokens, is complete or incomplete and never an error; that
   formatting keeps the tree and changes nothing the second time. And every contextual
   keyword as a name in every kind of place. */
#include "lexer/lexer.h"
#include "parser/ast_dump.h"
#include "parser/ast_format.h"
#include "parser/parse.h"
#include "runtime/base/compiler.h"

#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ParseStatus parse(const char *text, size_t len, ParseMode mode, StrBuf *dump,
                         StrBuf *formatted)
{
    SourceTexts *texts = source_texts_new();
    Arena *arena = arena_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    const SourceText *source = source_texts_add(texts, "sentence", text, len);
    ParseResult res = parse_text(source, mode, arena, &sink);
    assert_int_equal(res.status == PARSE_OK, sink.n_error == 0);
    if (res.status == PARSE_OK && dump)
        ast_dump(dump, res.script);
    if (res.status == PARSE_OK && formatted)
        assert_int_equal(ast_format(formatted, source, &sink), PARSE_OK);
    arena_free(arena);
    source_texts_free(texts);
    return res.status;
}

typedef struct {
    ParseMode mode;
    ParseStatus status;
    const char *text;
    size_t len;
} Sentence;

typedef struct {
    char *file;
    char *next;
} Sentences;

static void sentences_open(Sentences *s)
{
    enum { FILE_MAX = 1 << 18 };
    FILE *f = fopen("tests/syntax/sentences.txt", "rb");
    assert_non_null(f);
    s->file = calloc(1, FILE_MAX);
    assert_non_null(s->file);
    size_t n = fread(s->file, 1, FILE_MAX - 1, f);
    assert_true(n > 0 && n < FILE_MAX - 1);
    fclose(f);
    s->next = strstr(s->file, "\n%% ");
}

static bool sentences_next(Sentences *s, Sentence *res)
{
    if (!s->next)
        return false;
    char *head = s->next + strlen("\n%% ");
    char *body = strchr(head, '\n') + 1;
    bool prompt = strncmp(head, "prompt-", 7) == 0;
    const char *want = prompt ? head + 7 : head;
    /* the newline before a heading also ends the sentence */
    s->next = strstr(body - 1, "\n%% ");
    res->mode = prompt ? PARSE_PROMPT : PARSE_SCRIPT;
    res->status = strncmp(want, "ok\n", 3) == 0    ? PARSE_OK
                  : strncmp(want, "err\n", 4) == 0 ? PARSE_ERROR
                                                   : PARSE_INCOMPLETE;
    res->text = body;
    res->len = s->next ? (size_t)(s->next + 1 - body) : strlen(body);
    return true;
}

static void sentences_are_what_they_are(void **state)
{
    (void)state;
    Sentences s;
    Sentence sentence;
    size_t n = 0;
    sentences_open(&s);
    for (; sentences_next(&s, &sentence); n++) {
        ParseStatus got = parse(sentence.text, sentence.len, sentence.mode, NULL, NULL);
        if (got != sentence.status)
            fail_msg("wanted %d, got %d: %.*s", (int)sentence.status, (int)got,
                     (int)sentence.len, sentence.text);
    }
    assert_true(n > 170);
    free(s.file);
}

static void cut_after_each_token(const Sentence *sentence)
{
    SourceTexts *texts = source_texts_new();
    const SourceText *source =
        source_texts_add(texts, "sentence", sentence->text, sentence->len);
    Lexer *lexer = lexer_open(source, 0, (uint32_t)sentence->len, NULL, false);
    Token token;
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        size_t len = token.span.end;
        if (parse(sentence->text, len, sentence->mode, NULL, NULL) == PARSE_ERROR)
            fail_msg("cut, it is an error: %.*s", (int)len, sentence->text);
    }
    lexer_close(lexer);
    source_texts_free(texts);
}

static void cuts_are_never_errors(void **state)
{
    (void)state;
    Sentences s;
    Sentence sentence;
    sentences_open(&s);
    while (sentences_next(&s, &sentence)) {
        if (sentence.status == PARSE_OK)
            cut_after_each_token(&sentence);
    }
    free(s.file);
}

static void check_format(const char *text, size_t len)
{
    StrBuf once, twice, dump, dump_once;
    strbuf_init(&once);
    strbuf_init(&twice);
    strbuf_init(&dump);
    strbuf_init(&dump_once);
    assert_int_equal(parse(text, len, PARSE_SCRIPT, &dump, &once), PARSE_OK);
    assert_int_equal(parse(once.text, once.len, PARSE_SCRIPT, &dump_once, &twice),
                     PARSE_OK);
    assert_string_equal(dump.text, dump_once.text);
    assert_string_equal(once.text, twice.text);
    strbuf_release(&once);
    strbuf_release(&twice);
    strbuf_release(&dump);
    strbuf_release(&dump_once);
}

static void formatting_is_stable(void **state)
{
    (void)state;
    Sentences s;
    Sentence sentence;
    sentences_open(&s);
    while (sentences_next(&s, &sentence)) {
        if (sentence.status == PARSE_OK && sentence.mode == PARSE_SCRIPT)
            check_format(sentence.text, sentence.len);
    }
    free(s.file);
}

/* @ stands for the word. */
static const char *const places[] = {
    "measure @ = sum(@) where @ = 1 measure b = @",
    "dimension @ = @ > 1 show @ by @ for @ where @ having @ top 3 per @ by @ sort by "
    "@, @ "
    "descending",
    "source @ from table @ { key @ entity @ key @ label @ dimension @, @ join @ on @ "
    "time "
    "@ = @ measure @ = @ on @ where @ tree @ covers @ .. @ }",
    "source s from table t { join @ as @ on @ }",
    "show @ as @, @[all @, where @, on @] as @ : @ from @",
    "report r(@ : @ = @) level @ audience @ serves @, @ { show @ } run @(@: @)",
    "show @(@, @), @.@, @ + @ * -@, (@), count(distinct @), first(@ by @), not @",
    "show avg(@ per every @), count(@) per x before @ within 3 days, @ under @, "
    "@ in (@, @), @ is empty versus @, @ what if @ = @ chart @",
    "let @ = @ let @(@) = @ set @ = @ use @ require measure @",
    "measure a = @ while @ until @ on @ where @ measure b = @ as last known per @ at @ "
    "measure c = @ at snapshot @ spread by profile @",
    "indicator @ { measure @ target >= @ drives @, @ after 1 month } strategy @ { "
    "steers "
    "@, @ target @ > @ } audience @ level @ sees @",
    "show a per @ after @",
    "source x from @",
    "source x from @, @",
    "show @ as of @ alarm when @ warn when @ bottom 3 sparse",
    "explain @ forecast @ by @ next 3 using @ why @ versus @ by @",
    "show x by @ at level 2",
};

/* The limits: `table`, `csv`, `sql` directly after `from` of a source, `every` directly
   after `per`, and `of` after `as`. */
static bool is_limit(const char *word, const char *place)
{
    bool after_from =
        !strcmp(word, "table") || !strcmp(word, "csv") || !strcmp(word, "sql");
    if (after_from && !strcmp(place, "source x from @"))
        return true;
    if (!strcmp(word, "every") && strstr(place, "per @"))
        return true;
    return !strcmp(word, "of") && strstr(place, "as @");
}

static void words_are_names(void **state)
{
    (void)state;
    const char *word;
    int kind;
    for (size_t k = 0; (word = lexer_keyword_at(k, &kind)) != NULL; k++) {
        if (lexer_token_class(kind) != TOKEN_CLASS_WORD)
            continue;
        for (size_t i = 0; i < COUNT_OF(places); i++) {
            StrBuf sb;
            if (is_limit(word, places[i]))
                continue;
            strbuf_init(&sb);
            for (const char *p = places[i]; *p; p++)
                *p == '@' ? strbuf_adds(&sb, word) : strbuf_addc(&sb, *p);
            if (parse(sb.text, sb.len, PARSE_SCRIPT, NULL, NULL) != PARSE_OK)
                fail_msg("`%s` is no name in: %s", word, sb.text);
            strbuf_release(&sb);
        }
    }
}

static void comments_stay(void **state)
{
    static const char text[] = "-- head\nSHOW a, -- first\n b BY c -- grain\n-- "
                               "period\nfor 2025\n\n\n/* x */\n"
                               "source s from table t{ -- open\nkey k ; time d = e /* "
                               "in */ by month\n-- end\n}\n";
    static const char want[] = "-- head\n"
                               "show a,  -- first\n"
                               "    b\n"
                               "  by c  -- grain\n"
                               "  -- period\n"
                               "  for 2025\n"
                               "\n"
                               "/* x */\n"
                               "source s from table t {  -- open\n"
                               "  key k\n"
                               "  time d = e /* in */ by month\n"
                               "  -- end\n"
                               "}\n";
    StrBuf sb;
    (void)state;
    strbuf_init(&sb);
    assert_int_equal(parse(text, strlen(text), PARSE_SCRIPT, NULL, &sb), PARSE_OK);
    assert_string_equal(sb.text, want);
    check_format(text, strlen(text));
    strbuf_release(&sb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_what_they_are),
        cmocka_unit_test(cuts_are_never_errors),
        cmocka_unit_test(formatting_is_stable),
        cmocka_unit_test(words_are_names),
        cmocka_unit_test(comments_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
