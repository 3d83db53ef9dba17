/* Reads the comments of a module. Texts of the source are taken by their tokens, so
   that comments and line ends inside a definition do not matter. */
#include "runtime/module/doc.h"

#include "lexer/lexer.h"
#include "parser/parse.h"
#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    Doc *doc;
    Arena *arena;
    const SourceText *text;
    Token *token; /* comments too */
    size_t count, cap;
} Reader;

static void scan(Reader *r)
{
    Token token;
    Lexer *lexer = lexer_open(r->text, 0, (uint32_t)r->text->len, NULL, true);
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        XGROW(r->token, r->cap, r->count + 1);
        r->token[r->count++] = token;
    }
    lexer_close(lexer);
}

static size_t line_of(const Reader *r, uint32_t offset)
{
    size_t low = 0, high = r->text->n_line;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (r->text->line_start[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* --- comments --- */

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at;
}

/* The comment without its marks; a line of a block may begin with a star. */
static void add_comment(const Reader *r, StrBuf *sb, Span span)
{
    const char *at = r->text->text + span.begin, *end = r->text->text + span.end;
    bool block = at[0] == '/';
    end -= block ? 2 : 0;
    at += 2;
    while (at <= end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        if (!line_end)
            line_end = end;
        const char *first = skip_blanks(at, line_end);
        if (block && first < line_end && *first == '*')
            at = first + 1;
        else if (block)
            at = first;
        if (at < line_end && *at == ' ')
            at++;
        strbuf_add(sb, at, (size_t)(line_end - at));
        while (sb->len && ascii_is_space(sb->text[sb->len - 1]) &&
               sb->text[sb->len - 1] != '\n')
            strbuf_truncate(sb, sb->len - 1);
        strbuf_addc(sb, '\n');
        at = line_end + 1;
    }
}

/* Comments alone on their lines, one directly under the other, from token `i` on.
   Returns the token behind them. */
static size_t block_end(const Reader *r, size_t i)
{
    size_t next = i + 1;
    while (next < r->count && r->token[next].kind == LEXER_COMMENT &&
           r->token[next].starts_line &&
           line_of(r, r->token[next].span.begin) ==
               line_of(r, r->token[next - 1].span.end - 1) + 1)
        next++;
    return next;
}

static const char *trimmed(Arena *arena, const StrBuf *sb)
{
    size_t begin = 0, end = sb->len;
    while (begin < end && sb->text[begin] == '\n')
        begin++;
    while (end > begin && ascii_is_space(sb->text[end - 1]))
        end--;
    return arena_strndup(arena, sb->text + begin, end - begin);
}

/* The token that begins at the offset, or behind it. */
static size_t token_at(const Reader *r, uint32_t offset)
{
    size_t low = 0, high = r->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (r->token[middle].span.begin < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_above(const Reader *r, size_t i, uint32_t begin)
{
    return r->token[i].kind == LEXER_COMMENT && r->token[i].starts_line &&
           line_of(r, r->token[i].span.end - 1) + 1 == line_of(r, begin);
}

static void add_above(const Reader *r, StrBuf *sb, Span span)
{
    size_t end = token_at(r, span.begin), first = end;
    uint32_t below = span.begin;
    while (first && is_above(r, first - 1, below))
        below = r->token[--first].span.begin;
    for (size_t i = first; i < end; i++)
        add_comment(r, sb, r->token[i].span);
}

static void add_behind(const Reader *r, StrBuf *sb, Span span)
{
    size_t i = token_at(r, span.end);
    while (i < r->count && (r->token[i].kind == ',' || r->token[i].kind == ';'))
        i++;
    if (i < r->count && r->token[i].kind == LEXER_COMMENT && !r->token[i].starts_line &&
        line_of(r, r->token[i].span.begin) == line_of(r, span.end - 1))
        add_comment(r, sb, r->token[i].span);
}

/* NULL: there is none. */
static const char *note_of(const Reader *r, Span span)
{
    StrBuf sb;
    strbuf_init(&sb);
    add_above(r, &sb, span);
    add_behind(r, &sb, span);
    const char *note = sb.len ? trimmed(r->arena, &sb) : NULL;
    strbuf_release(&sb);
    return note && note[0] ? note : NULL;
}

static bool is_declaration(AstStmtKind kind)
{
    return kind == AST_STMT_REQUIRE || kind == AST_STMT_SOURCE ||
           kind == AST_STMT_MEASURE || kind == AST_STMT_DIMENSION ||
           kind == AST_STMT_LET_FUNCTION || kind == AST_STMT_REPORT ||
           kind == AST_STMT_CALENDAR || kind == AST_STMT_PROFILE ||
           kind == AST_STMT_AUDIENCE || kind == AST_STMT_INDICATOR ||
           kind == AST_STMT_STRATEGY || kind == AST_STMT_OBJECTIVE ||
           kind == AST_STMT_RITUAL;
}

static const char *head_of(const Reader *r, const AstScript *script)
{
    StrBuf sb;
    if (!r->count || r->token[0].kind != LEXER_COMMENT)
        return "";
    size_t end = block_end(r, 0);
    for (uint32_t i = 0; i < script->stmts.count; i++) {
        const AstStmt *stmt = script->stmts.item[i];
        if (is_declaration(stmt->kind) && is_above(r, end - 1, stmt->span.begin))
            return "";
    }
    strbuf_init(&sb);
    for (size_t i = 0; i < end; i++)
        add_comment(r, &sb, r->token[i].span);
    const char *head = trimmed(r->arena, &sb);
    strbuf_release(&sb);
    return head;
}

/* Up to the first mark that ends a sentence, or to a colon, which is left out. */
static const char *first_sentence(Arena *arena, const char *text)
{
    StrBuf sb;
    strbuf_init(&sb);
    for (const char *at = text; *at && !(at[0] == '\n' && at[1] == '\n'); at++) {
        bool ends = strchr(".?!:", *at) && (!at[1] || ascii_is_space(at[1]));
        if (!ends || *at != ':')
            strbuf_addc(&sb, *at == '\n' ? ' ' : *at);
        if (ends)
            break;
    }
    const char *sentence = trimmed(arena, &sb);
    strbuf_release(&sb);
    return sentence;
}

/* --- declarations --- */

/* The tokens from token i up to the offset, in one line. */
static const char *flat(const Reader *r, size_t i, uint32_t end)
{
    StrBuf sb;
    uint32_t before = 0;
    strbuf_init(&sb);
    for (; i < r->count && r->token[i].span.begin < end; i++) {
        Span span = r->token[i].span;
        if (r->token[i].kind == LEXER_COMMENT)
            continue;
        if (sb.len && span.begin > before)
            strbuf_addc(&sb, ' ');
        strbuf_add(&sb, r->text->text + span.begin, span.end - span.begin);
        before = span.end;
    }
    const char *text = arena_strdup(r->arena, sb.text);
    strbuf_release(&sb);
    return text;
}

static const char *flat_span(const Reader *r, Span span)
{
    return flat(r, token_at(r, span.begin), span.end);
}

/* What stands behind the first = of the declaration. */
static const char *definition_of(const Reader *r, Span span)
{
    size_t i = token_at(r, span.begin);
    while (i < r->count && r->token[i].span.begin < span.end && r->token[i].kind != '=')
        i++;
    const char *text = flat(r, i + 1, span.end);
    return text[0] ? text : NULL;
}

/* K13 or K13 and a name, at the beginning of a title. */
static size_t code_len(const char *text)
{
    size_t n = 0;
    if (text[0] >= 'A' && text[0] <= 'Z')
        n = 1 + strspn(text + 1, "0123456789");
    return n > 1 && (!text[n] || text[n] == ':' || text[n] == ' ') ? n : 0;
}

static const char *written_text(const Reader *r, const AstText *text)
{
    if (!text->text)
        return NULL;
    if (!text->n_part)
        return text->text;
    return arena_strndup(r->arena, r->text->text + text->span.begin + 1,
                         text->span.end - text->span.begin - 2);
}

static const char *behind_code(const char *text, size_t n)
{
    text += n + (text[n] == ':');
    return text + strspn(text, " ");
}

static void set_title(const Reader *r, DocEntry *entry, const AstText *title)
{
    const char *text = written_text(r, title);
    size_t n = text ? code_len(text) : 0;
    if (n) {
        entry->code = arena_strndup(r->arena, text, n);
        text = behind_code(text, n);
    }
    entry->title = text && text[0] ? text : NULL;
}

static const char *type_of(const Reader *r, const AstType *type)
{
    if (!type)
        return NULL;
    if (!type->argument.text)
        return type->name.text;
    return arena_printf(r->arena, "%s(%s)", type->name.text, type->argument.text);
}

static void add_entry(Reader *r, DocEntry entry)
{
    ARENA_PUSH(r->arena, r->doc->entry, r->doc->count, r->doc->cap, entry);
}

static void add_measure(Reader *r, const AstMeasure *m, Span span, const char *source)
{
    DocEntry entry = {.kind = AST_STMT_MEASURE,
                      .written = m->name.text,
                      .type = type_of(r, m->type),
                      .definition = definition_of(r, span),
                      .note = note_of(r, span),
                      .source = source};
    set_title(r, &entry, &m->title);
    add_entry(r, entry);
}

static void add_dimension(Reader *r, const AstDimension *d, Span span,
                          const char *source)
{
    DocEntry entry = {.kind = AST_STMT_DIMENSION,
                      .written = d->name.text,
                      .type = type_of(r, d->type),
                      .definition = d->value ? definition_of(r, d->span) : NULL,
                      .note = note_of(r, span),
                      .source = source};
    set_title(r, &entry, &d->title);
    add_entry(r, entry);
}

static void add_source(Reader *r, const AstSource *s, Span span)
{
    DocEntry entry = {
        .kind = AST_STMT_SOURCE, .written = s->name.text, .note = note_of(r, span)};
    set_title(r, &entry, &s->title);
    add_entry(r, entry);
    for (uint32_t i = 0; i < s->items.count; i++) {
        const AstSourceItem *item = &s->items.item[i];
        if (item->kind == AST_SOURCE_ITEM_MEASURE)
            add_measure(r, item->as.measure, item->span, s->name.text);
        if (item->kind == AST_SOURCE_ITEM_ENTITY) {
            DocEntry entity = {.kind = AST_STMT_DIMENSION,
                               .written = item->as.entity.name.text,
                               .type = "entity",
                               .note = note_of(r, item->span),
                               .source = s->name.text};
            set_title(r, &entity, &item->as.entity.title);
            add_entry(r, entity);
        }
        for (uint32_t k = 0;
             item->kind == AST_SOURCE_ITEM_DIMENSION && k < item->as.dimensions.count;
             k++)
            add_dimension(r, &item->as.dimensions.item[k], item->span, s->name.text);
    }
}

static const char *params_of(const Reader *r, const char *name, const AstParams *params)
{
    const char *text = arena_printf(r->arena, "%s(", name);
    for (uint32_t i = 0; i < params->count; i++)
        text = arena_printf(r->arena, "%s%s%s", text, i ? ", " : "",
                            flat_span(r, params->item[i].span));
    return arena_printf(r->arena, "%s)", text);
}

/* The first text of the report that begins with a code. */
static void set_report_text(const Reader *r, DocEntry *entry, const AstStmts *body)
{
    for (uint32_t i = 0; i < body->count && !entry->text; i++) {
        const AstStmt *stmt = body->item[i];
        if (stmt->kind != AST_STMT_TEXT || stmt->as.text->kind != AST_EXPR_TEXT)
            continue;
        const char *text = written_text(r, &stmt->as.text->as.text);
        size_t n = text ? code_len(text) : 0;
        if (!n)
            continue;
        entry->code = arena_strndup(r->arena, text, n);
        entry->text = behind_code(text, n);
    }
}

static void add_report(Reader *r, const AstReport *report, Span span)
{
    DocEntry entry = {.kind = AST_STMT_REPORT,
                      .written = params_of(r, report->name.text, &report->params),
                      .note = note_of(r, span)};
    set_title(r, &entry, &report->title);
    set_report_text(r, &entry, &report->body);
    for (uint32_t i = 0; i < report->attributes.count; i++) {
        const AstSteeringItem *item = &report->attributes.item[i];
        if (item->kind == AST_STEERING_ITEM_QUESTION)
            entry.question = written_text(r, &item->text);
        else
            entry.steering =
                arena_printf(r->arena, "%s%s%s", entry.steering ? entry.steering : "",
                             entry.steering ? ", " : "", flat_span(r, item->span));
    }
    add_entry(r, entry);
}

static void add_function(Reader *r, const AstStmt *stmt)
{
    const AstNames *params = &stmt->as.let.params;
    const char *written = arena_printf(r->arena, "%s(", stmt->as.let.name.text);
    for (uint32_t i = 0; i < params->count; i++)
        written = arena_printf(r->arena, "%s%s%s", written, i ? ", " : "",
                               params->item[i].text);
    DocEntry entry = {.kind = stmt->kind,
                      .written = arena_printf(r->arena, "%s)", written),
                      .definition = definition_of(r, stmt->span),
                      .note = note_of(r, stmt->span)};
    add_entry(r, entry);
}

static void add_other(Reader *r, const AstStmt *stmt, const char *name,
                      const AstText *title)
{
    DocEntry entry = {
        .kind = stmt->kind, .written = name, .note = note_of(r, stmt->span)};
    if (title)
        set_title(r, &entry, title);
    add_entry(r, entry);
}

static void add_required(Reader *r, const AstStmt *stmt)
{
    DocEntry entry = {.kind = AST_STMT_REQUIRE,
                      .is_dimension = stmt->as.require.is_dimension,
                      .written = stmt->as.require.name.text,
                      .type = type_of(r, stmt->as.require.type),
                      .note = note_of(r, stmt->span)};
    add_entry(r, entry);
}

static void add_declaration(Reader *r, const AstStmt *stmt)
{
    if (stmt->kind == AST_STMT_REQUIRE)
        add_required(r, stmt);
    else if (stmt->kind == AST_STMT_SOURCE)
        add_source(r, stmt->as.source, stmt->span);
    else if (stmt->kind == AST_STMT_MEASURE)
        add_measure(r, stmt->as.measure, stmt->span, NULL);
    else if (stmt->kind == AST_STMT_DIMENSION)
        add_dimension(r, stmt->as.dimension, stmt->span, NULL);
    else if (stmt->kind == AST_STMT_LET_FUNCTION)
        add_function(r, stmt);
    else if (stmt->kind == AST_STMT_REPORT)
        add_report(r, stmt->as.report, stmt->span);
    else if (stmt->kind == AST_STMT_CALENDAR)
        add_other(r, stmt, stmt->as.calendar.name.text, NULL);
    else if (stmt->kind == AST_STMT_PROFILE)
        add_other(r, stmt, stmt->as.profile.name.text, NULL);
    else
        add_other(r, stmt, stmt->as.steering.name.text, &stmt->as.steering.title);
}

bool doc_read(Doc *doc, const char *name, const SourceText *text, Arena *arena,
              DiagSink *sink)
{
    *doc = (Doc){.name = name, .about = "", .summary = ""};
    ParseResult parsed = parse_text(text, PARSE_SCRIPT, arena, sink);
    if (parsed.status != PARSE_OK)
        return false;
    Reader r = {.doc = doc, .arena = arena, .text = text};
    scan(&r);
    doc->about = head_of(&r, parsed.script);
    doc->summary = first_sentence(arena, doc->about);
    for (uint32_t i = 0; i < parsed.script->stmts.count; i++) {
        if (is_declaration(parsed.script->stmts.item[i]->kind))
            add_declaration(&r, parsed.script->stmts.item[i]);
    }
    free(r.token);
    return true;
}
