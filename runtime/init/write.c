/* The text of a draft. Alignment and the like is the formatter's work: what is returned
   has been through it. */
#include "lexer/literal.h"
#include "parser/ast_format.h"
#include "runtime/base/utf8.h"
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <string.h>

static void add_comment(StrBuf *sb, const char *text)
{
    strbuf_adds(sb, " -- ");
    utf8_add_visible(sb, text, strlen(text));
    strbuf_addc(sb, '\n');
}

static void add_why(StrBuf *sb, const char *why)
{
    if (why)
        add_comment(sb, why);
    else
        strbuf_addc(sb, '\n');
}

static void add_columns(StrBuf *sb, const DraftTable *table, const size_t *column,
                        size_t n)
{
    for (size_t i = 0; i < n; i++) {
        strbuf_adds(sb, i ? ", " : " ");
        words_add_reference(sb, table->column[column[i]].info->name);
    }
}

static void add_rows(StrBuf *sb, const DraftTable *table)
{
    unsigned long long rows = table->rows;
    long long about = (long long)table->info->rows_estimate;
    if (table->is_whole)
        strbuf_addf(sb, "-- %llu row%s\n", rows, rows == 1 ? "" : "s");
    else if (about >= 0)
        strbuf_addf(sb, "-- about %lld rows; what stands here is from %llu of them\n",
                    about, rows);
    else
        strbuf_addf(sb, "-- what stands here is from the first %llu rows\n", rows);
}

static const char *key_why(const DraftTable *table)
{
    switch (table->key_origin) {
    case KEY_DECLARED:
        return "declared key";
    case KEY_INDEX:
        return "key by a unique index";
    case KEY_FOUND:
        return table->is_whole ? "key unique in all rows"
                               : "key unique in the rows that were read";
    case KEY_NONE:
        break;
    }
    return "";
}

static void add_key(StrBuf *sb, const DraftTable *table)
{
    if (!table->n_key) {
        strbuf_adds(sb, "-- no key was found: nothing here tells two rows apart\n");
        return;
    }
    if (draft_has_entity(table)) {
        strbuf_adds(sb, "entity ");
        words_add_name(sb, table->entity);
        strbuf_adds(sb, " ");
    }
    strbuf_adds(sb, "key");
    add_columns(sb, table, table->key, table->n_key);
    if (table->label)
        strbuf_addf(sb, " label %s", table->label);
    strbuf_addf(sb, " -- %s", key_why(table));
    if (table->label)
        strbuf_addf(sb, ", label %s", table->label_why);
    strbuf_addc(sb, '\n');
}

static void add_joins(StrBuf *sb, const DraftTable *table)
{
    for (size_t i = 0; i < table->n_join; i++) {
        const DraftJoin *join = &table->join[i];
        strbuf_adds(sb, "join ");
        words_add_name(sb, join->target->name);
        if (join->role) {
            strbuf_adds(sb, " as ");
            words_add_name(sb, join->role);
        }
        strbuf_adds(sb, " on");
        add_columns(sb, table, join->column, join->n);
        add_comment(sb, join->why);
    }
    if (table->tree) {
        strbuf_adds(sb, "tree ");
        words_add_reference(sb, table->tree);
        add_comment(sb, table->tree_why);
    }
}

static void add_axes(StrBuf *sb, const DraftTable *table)
{
    for (size_t i = 0; i < table->n_axis; i++) {
        const DraftAxis *axis = &table->axis[i];
        strbuf_adds(sb, "time ");
        words_add_name(sb, axis->name);
        strbuf_addf(sb, " = %s", axis->value);
        if (axis->unit)
            strbuf_addf(sb, " by %s", axis->unit);
        add_why(sb, axis->why);
    }
}

static void add_items(StrBuf *sb, const char *word, const DraftItem *item, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        strbuf_addf(sb, "%s ", word);
        words_add_name(sb, item[i].name);
        if (item[i].kind)
            strbuf_addf(sb, " : %s", item[i].kind);
        strbuf_addf(sb, " = %s", item[i].value);
        if (item[i].where)
            strbuf_addf(sb, " where %s", item[i].where);
        add_why(sb, item[i].why);
    }
}

static void add_source(StrBuf *sb, const DraftTable *table)
{
    strbuf_addc(sb, '\n');
    add_rows(sb, table);
    strbuf_adds(sb, "source ");
    words_add_name(sb, table->name);
    strbuf_adds(sb, " from table ");
    words_add_reference(sb, table->info->name);
    strbuf_adds(sb, " {\n");
    add_key(sb, table);
    add_joins(sb, table);
    add_axes(sb, table);
    add_items(sb, "dimension", table->dim, table->n_dim);
    add_items(sb, "measure", table->measure, table->n_measure);
    for (size_t i = 0; i < table->n_note; i++)
        add_comment(sb, table->note[i]);
    strbuf_adds(sb, "}\n");
}

static void add_list(StrBuf *sb, const char *what, const char *const *name, size_t n)
{
    enum { LINE_MAX = 84 };
    if (!n)
        return;
    StrBuf line;
    strbuf_init(&line);
    strbuf_addc(sb, '\n');
    add_comment(sb, what);
    for (size_t i = 0; i < n; i++) {
        if (line.len && line.len + strlen(name[i]) > LINE_MAX) {
            add_comment(sb, line.text);
            strbuf_reset(&line);
        }
        strbuf_addf(&line, "%s%s%s", line.len ? " " : "", name[i],
                    i + 1 < n ? "," : "");
    }
    add_comment(sb, line.text);
    strbuf_release(&line);
}

static void add_head(StrBuf *sb, const Draft *draft, const char *store)
{
    strbuf_adds(sb,
                "-- A first model, from the tables and values of the store. Guesses "
                "say why they were\n-- made: correct them. `check model` holds them "
                "against the data.\n");
    if (draft->has_money)
        strbuf_adds(sb, "-- Nothing says in which currency amounts are: write `measure "
                        "m : money(EUR) = ...`.\n");
    strbuf_adds(sb, "\nopen ");
    literal_add_text(sb, store);
    strbuf_addc(sb, '\n');
}

static void format(StrBuf *sb, StrBuf *out)
{
    Arena *arena = arena_new();
    SourceTexts *texts = source_texts_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, texts);
    const SourceText *text = source_texts_add(texts, "model.koers", sb->text, sb->len);
    if (ast_format(out, text, &sink) != PARSE_OK)
        strbuf_add(out, sb->text, sb->len);
    source_texts_free(texts);
    arena_free(arena);
}

void draft_write(const Draft *draft, const char *store, StrBuf *out)
{
    StrBuf sb;
    strbuf_init(&sb);
    add_head(&sb, draft, store);
    for (size_t i = 0; i < draft->n_table; i++)
        add_source(&sb, &draft->table[i]);
    add_list(&sb,
             "Views and virtual tables are left out; views show rows of tables again:",
             draft->view, draft->n_view);
    add_list(&sb, "Left out, because there are no rows in them:", draft->hollow,
             draft->n_hollow);
    add_list(&sb, "Left out, because a script cannot write their names:", draft->odd,
             draft->n_odd);
    format(&sb, out);
    strbuf_release(&sb);
}
