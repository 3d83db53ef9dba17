/* Prints the walk: a node on its own line, its names, numbers and words after it, its
   children indented below. */
#include "parser/ast_dump.h"

#include "parser/ast_walk.h"

typedef struct {
    StrBuf *sb;
    size_t depth;
    bool line_open;
} Dump;

static void end_line(Dump *dump)
{
    if (dump->line_open)
        strbuf_addc(dump->sb, '\n');
    dump->line_open = false;
}

/* Where a leaf goes: behind its node, or on a line of its own after a child. */
static void begin_leaf(Dump *dump)
{
    if (!dump->line_open)
        strbuf_addn(dump->sb, ' ', dump->depth * 2);
    else
        strbuf_addc(dump->sb, ' ');
    dump->line_open = true;
}

static void on_begin(void *data, WalkRole role, const char *word, Span span)
{
    Dump *dump = data;
    (void)role;
    (void)span;
    end_line(dump);
    strbuf_addn(dump->sb, ' ', dump->depth * 2);
    strbuf_adds(dump->sb, word);
    dump->depth++;
    dump->line_open = true;
}

static void on_end(void *data)
{
    Dump *dump = data;
    end_line(dump);
    dump->depth--;
}

static void on_name(void *data, const AstName *name)
{
    Dump *dump = data;
    begin_leaf(dump);
    strbuf_adds(dump->sb, name->quoted ? "`" : "");
    strbuf_adds(dump->sb, name->text);
    strbuf_adds(dump->sb, name->quoted ? "`" : "");
}

static void on_text(void *data, const AstText *text)
{
    Dump *dump = data;
    begin_leaf(dump);
    strbuf_addc(dump->sb, '"');
    for (size_t i = 0; i < text->len; i++) {
        char c = text->text[i];
        if (c == '\n')
            strbuf_adds(dump->sb, "\\n");
        else if (c == '"' || c == '\\')
            strbuf_addf(dump->sb, "\\%c", c);
        else
            strbuf_addc(dump->sb, c);
    }
    strbuf_addc(dump->sb, '"');
}

static void on_number(void *data, const Decimal *number)
{
    Dump *dump = data;
    begin_leaf(dump);
    decimal_print(dump->sb, *number);
}

static void on_count(void *data, uint64_t count)
{
    Dump *dump = data;
    begin_leaf(dump);
    strbuf_addf(dump->sb, "%llu", (unsigned long long)count);
}

static void on_word(void *data, const char *word)
{
    Dump *dump = data;
    begin_leaf(dump);
    strbuf_addf(dump->sb, ":%s", word);
}

void ast_dump(StrBuf *sb, const AstScript *script)
{
    Dump dump = {.sb = sb};
    AstVisitor visitor = {
        .data = &dump,
        .begin = on_begin,
        .end = on_end,
        .name = on_name,
        .text = on_text,
        .number = on_number,
        .count = on_count,
        .word = on_word,
    };
    ast_walk_script(&visitor, script);
}
