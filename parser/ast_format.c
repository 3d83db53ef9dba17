/* The formatter prints tokens, not the tree, so that comments and spelling survive.
   The tree only says what a token is: where statements, items and clauses begin, which
   keywords stand as names, which minus is a sign. What a line looks like depends on
   the tokens alone, never on the old layout (but for empty lines and whether a
   comment has its own line), so formatting twice changes nothing. */
#include "parser/ast_format.h"

#include "lexer/lexer.h"
#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

/* What begins at a byte of the text. */
enum {
    AT_NAME = 1,
    AT_STMT = 2,
    AT_ITEM = 4,
    AT_CLAUSE = 8,
    AT_SIGN = 16,
    AT_ARGUMENT = 32,
    AT_PATTERN = 64,
    AT_PART = 128, /* a statement that belongs to the one before it */
};

typedef struct {
    int kind;
    const char *text;
    size_t len;
    unsigned at;
    bool own_line;     /* a comment with nothing but blanks before it */
    bool blank_before; /* an empty line stood before it */
} Piece;

typedef struct {
    const SourceText *text;
    unsigned char *at; /* AT_ flags per byte */
    Piece *piece;
    size_t count, cap;
    StrBuf *sb;
    size_t level; /* of braces */
} Format;

static void on_begin(void *data, WalkRole role, const char *word, Span span)
{
    static const unsigned char flags[] = {
        [WALK_STMT] = AT_STMT,
        [WALK_ITEM] = AT_ITEM,
        [WALK_CLAUSE] = AT_CLAUSE,
        [WALK_NEGATION] = AT_SIGN,
        [WALK_PATTERN] = AT_PATTERN,
        [WALK_ARGUMENT] = AT_ARGUMENT,
        [WALK_NODE] = 0,
    };
    Format *f = data;
    bool is_part =
        role == WALK_STMT && (!strcmp(word, ast_stmt_text(AST_STMT_EXPECT)) ||
                              !strcmp(word, ast_stmt_text(AST_STMT_HINT)));
    f->at[span.begin] |= flags[role] | (is_part ? AT_PART : 0);
}

static void on_name(void *data, const AstName *name)
{
    Format *f = data;
    f->at[name->span.begin] |= AT_NAME;
}

static void on_end(void *data)
{
    (void)data;
}

static void on_text(void *data, const AstText *text)
{
    (void)data;
    (void)text;
}

static void on_number(void *data, const Decimal *number)
{
    (void)data;
    (void)number;
}

static void on_count(void *data, uint64_t count)
{
    (void)data;
    (void)count;
}

static void on_word(void *data, const char *word)
{
    (void)data;
    (void)word;
}

static void mark(Format *f, const AstScript *script)
{
    AstVisitor visitor = {
        .data = f,
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

static size_t count_newlines(const char *text, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += text[i] == '\n';
    return n;
}

static void add_piece(Format *f, const Token *token, uint32_t previous_end)
{
    const char *text = f->text->text;
    Piece piece = {
        .kind = token->kind,
        .text = text + token->span.begin,
        .len = token->span.end - token->span.begin,
        .at = f->at[token->span.begin],
        .own_line = token->kind == LEXER_COMMENT && token->starts_line,
    };
    piece.blank_before =
        count_newlines(text + previous_end, token->span.begin - previous_end) > 1;
    if (piece.kind == LEXER_COMMENT) {
        while (piece.len && ascii_is_space(piece.text[piece.len - 1]))
            piece.len--;
    }
    XGROW(f->piece, f->cap, f->count + 1);
    f->piece[f->count++] = piece;
}

/* Semicolons are dropped: a statement has its own line. */
static void collect(Format *f)
{
    Lexer *lexer = lexer_open(f->text, 0, (uint32_t)f->text->len, NULL, true);
    Token token;
    uint32_t end = 0;
    for (lexer_next(lexer, &token); token.kind > 0 || token.kind == LEXER_COMMENT;
         lexer_next(lexer, &token)) {
        if (token.kind != ';')
            add_piece(f, &token, end);
        end = token.span.end;
    }
    lexer_close(lexer);
}

static bool is_comment(const Piece *p)
{
    return p->kind == LEXER_COMMENT;
}

/* A comment after which a line must end. */
static bool ends_line(const Piece *p)
{
    return is_comment(p) &&
           (p->own_line || p->text[0] == '-' || memchr(p->text, '\n', p->len));
}

static int nesting(const Piece *p)
{
    if (p->kind == '(' || p->kind == '[')
        return 1;
    return p->kind == ')' || p->kind == ']' ? -1 : 0;
}

/* The end of the logical line that begins at piece i: a statement without its block,
   the head of a block with its brace, an item, or a closing brace; with the comments
   behind it. */
static size_t line_end(const Format *f, size_t i)
{
    int depth = 0;
    size_t k = i;
    bool closed = false;
    while (k < f->count) {
        const Piece *p = &f->piece[k];
        if (is_comment(p)) {
            if (closed && p->own_line)
                break;
        } else if (k > i && depth == 0 &&
                   (closed || p->kind == '}' || (p->at & (AT_STMT | AT_ITEM)))) {
            break;
        } else {
            depth += nesting(p);
            closed = p->kind == '{' || p->kind == '}';
        }
        k++;
    }
    while (k > i + 1 && f->piece[k - 1].own_line)
        k--;
    return k;
}

static bool is_name(const Piece *p)
{
    return lexer_token_class(p->kind) == TOKEN_CLASS_NAME || (p->at & AT_NAME);
}

static bool in_set(int kind, const char *set)
{
    return kind > 0 && kind < 128 && strchr(set, kind);
}

/* Is there a blank between two pieces of one line? */
static bool wants_blank(const Piece *before, const Piece *p, bool in_pattern)
{
    if (is_comment(before) || is_comment(p))
        return true;
    if (in_set(before->kind, "([.") || in_set(p->kind, ")],.["))
        return false;
    if (before->kind == '-' && (before->at & AT_SIGN))
        return p->kind == '-'; /* two of them would begin a comment */
    if (in_pattern && (p->kind == '-' || before->kind == '-'))
        return p->len > 1 || before->len > 1;
    if (p->kind == '(')
        return !is_name(before);
    if (p->kind == ':')
        return !(before->at & AT_ARGUMENT);
    return true;
}

static void add_text(StrBuf *sb, const Piece *p)
{
    TokenClass class = lexer_token_class(p->kind);
    bool is_keyword = class == TOKEN_CLASS_KEYWORD || class == TOKEN_CLASS_WORD ||
                      class == TOKEN_CLASS_UNIT;
    if (p->len == 2 && !memcmp(p->text, "<>", 2)) {
        strbuf_adds(sb, "!=");
        return;
    }
    if (!is_keyword || (p->at & AT_NAME)) {
        strbuf_add(sb, p->text, p->len);
        return;
    }
    for (size_t i = 0; i < p->len; i++)
        strbuf_addc(sb, ascii_lower(p->text[i]));
}

static void new_line(StrBuf *sb, size_t level)
{
    strbuf_addc(sb, '\n');
    strbuf_addn(sb, ' ', level * 2);
}

typedef struct {
    bool broken; /* clauses have their own lines */
    bool has_clause;
    int depth;       /* of round and square brackets, while a line is printed */
    bool in_pattern; /* the same: within weeks 4-4-5 */
} Layout;

/* What goes before piece `p` of a line: a new line, blanks or nothing. */
static void add_gap(Format *f, const Piece *before, const Piece *p, Layout layout)
{
    bool clause = layout.depth == 0 && (p->at & AT_CLAUSE);
    if (layout.broken && (clause || p->own_line))
        new_line(f->sb, f->level + 1);
    else if (layout.broken && layout.has_clause && p->kind == '{')
        new_line(f->sb, f->level);
    else if (ends_line(before))
        new_line(f->sb, f->level + 2);
    else if (is_comment(p) && p->text[0] == '-')
        strbuf_adds(f->sb, "  ");
    else if (wants_blank(before, p, layout.in_pattern))
        strbuf_addc(f->sb, ' ');
}

static void add_line(Format *f, size_t from, size_t to, Layout layout)
{
    for (size_t k = from; k < to; k++) {
        const Piece *p = &f->piece[k];
        int step = nesting(p);
        if (step < 0)
            layout.depth--;
        layout.in_pattern = layout.in_pattern || (p->at & AT_PATTERN);
        if (k > from)
            add_gap(f, p - 1, p, layout);
        add_text(f->sb, p);
        if (step > 0)
            layout.depth++;
    }
}

/* A line breaks at its clauses when it holds comments or is too long. */
static Layout choose_layout(Format *f, size_t from, size_t to)
{
    Layout layout = {0};
    int depth = 0;
    size_t last = to;
    while (last > from + 1 && is_comment(&f->piece[last - 1]))
        last--;
    for (size_t k = from; k < last; k++) {
        depth += nesting(&f->piece[k]);
        layout.broken = layout.broken || is_comment(&f->piece[k]);
        if (k > from && depth == 0 && (f->piece[k].at & AT_CLAUSE))
            layout.has_clause = true;
    }
    if (layout.broken)
        return layout;
    size_t start = f->sb->len;
    add_line(f, from, last, layout);
    size_t len = f->sb->len - start;
    const char *line = f->sb->text + start;
    layout.broken =
        memchr(line, '\n', len) || f->level * 2 + utf8_width(line, len) > FORMAT_WIDTH;
    strbuf_truncate(f->sb, start);
    return layout;
}

static void add_lines(Format *f)
{
    size_t i = 0;
    while (i < f->count) {
        const Piece *p = &f->piece[i];
        size_t end = is_comment(p) ? i + 1 : line_end(f, i);
        if (p->kind == '}' && f->level > 0)
            f->level--;
        if (i > 0 && p->blank_before && p->kind != '}' && f->piece[i - 1].kind != '{')
            strbuf_addc(f->sb, '\n');
        size_t level = f->level;
        f->level += (p->at & AT_PART) != 0;
        strbuf_addn(f->sb, ' ', f->level * 2);
        add_line(f, i, end, choose_layout(f, i, end));
        f->level = level;
        strbuf_addc(f->sb, '\n');
        for (size_t k = i; k < end; k++)
            f->level += f->piece[k].kind == '{';
        i = end;
    }
}

ParseStatus ast_format(StrBuf *sb, const SourceText *text, DiagSink *sink)
{
    Arena *arena = arena_new();
    ParseResult parsed = parse_text(text, PARSE_SCRIPT, arena, sink);
    if (parsed.status == PARSE_OK) {
        Format f = {.text = text, .sb = sb, .at = xcalloc(text->len + 1, 1)};
        mark(&f, parsed.script);
        collect(&f);
        add_lines(&f);
        free(f.piece);
        free(f.at);
    }
    arena_free(arena);
    return parsed.status;
}
