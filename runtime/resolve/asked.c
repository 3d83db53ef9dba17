/* Sub-questions of a statement. A question inside an expression depends on nothing
   around it, so two that are written alike are one, however many aggregates read the
   condition they stand in; it is answered once then. What counts is the syntax, not its
   layout: names without regard to case, numbers by their value. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/subquestion.h"

#include "parser/ast_walk.h"

#include <string.h>

typedef struct Asked {
    struct Asked *next;
    const char *text;
    const Arena *arena; /* it lives as long as this */
    const ExprTable *exprs;
    Question *question;
} Asked;

Question *asked_find(const Resolver *r, const char *text)
{
    for (const Asked *a = r->asked; a; a = a->next) {
        if (a->arena == r->arena && a->exprs == r->exprs && strcmp(a->text, text) == 0)
            return a->question;
    }
    return NULL;
}

void asked_add(Resolver *r, const char *text, Question *question)
{
    Asked *a = ARENA_NEW(r->arena, Asked);
    *a = (Asked){r->asked, text, r->arena, r->exprs, question};
    r->asked = a;
}

static void on_begin(void *data, WalkRole role, const char *word, Span span)
{
    (void)role;
    (void)span;
    strbuf_addf(data, "(%s", word);
}

static void on_end(void *data)
{
    strbuf_addc(data, ')');
}

static void on_name(void *data, const AstName *name)
{
    strbuf_adds(data, name->quoted ? " `" : " ");
    for (const char *c = name->text; *c; c++)
        strbuf_addc(data, ascii_lower(*c));
    strbuf_adds(data, name->quoted ? "`" : "");
}

static void on_text(void *data, const AstText *text)
{
    strbuf_addf(data, " %zu:", text->len);
    for (size_t i = 0; i < text->len; i++) {
        if (text->text[i])
            strbuf_addc(data, text->text[i]);
        else
            strbuf_adds(data, "\\0");
    }
}

static void on_number(void *data, const Decimal *number)
{
    strbuf_addc(data, ' ');
    decimal_print(data, *number);
}

static void on_count(void *data, uint64_t count)
{
    strbuf_addf(data, " #%llu", (unsigned long long)count);
}

static void on_word(void *data, const char *word)
{
    strbuf_addf(data, " :%s", word);
}

const char *asked_text(Resolver *r, const char *how, const Source *scope,
                       const AstQuestion *ast)
{
    StrBuf sb;
    strbuf_init(&sb);
    AstVisitor visitor = {.data = &sb,
                          .begin = on_begin,
                          .end = on_end,
                          .name = on_name,
                          .text = on_text,
                          .number = on_number,
                          .count = on_count,
                          .word = on_word};
    strbuf_addf(&sb, "%s %p %s %p ", how, (const void *)scope,
                r->currency ? r->currency : "", (const void *)r->assumed);
    ast_walk_question(&visitor, ast);
    const char *text = arena_strdup(r->arena, sb.text);
    strbuf_release(&sb);
    return text;
}
