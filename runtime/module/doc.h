/* What a module says of itself: its comments, and what it requires and defines. A
   comment directly above a declaration, or behind it on its last line, is about that
   declaration; the one that a file begins with is about the file, unless a declaration
   stands directly below. Comments are read as Markdown. */
#ifndef KOERS_RUNTIME_MODULE_DOC_H
#define KOERS_RUNTIME_MODULE_DOC_H

#include "parser/ast.h"
#include "runtime/base/arena.h"
#include "runtime/base/strbuf.h"
#include "runtime/diag/diag.h"

/* One declaration; what is not written is NULL. Texts live in the arena. */
typedef struct {
    AstStmtKind kind;
    bool is_dimension;      /* of AST_STMT_REQUIRE */
    const char *written;    /* its name, with parameters: rfm(period, best = 10) */
    const char *type;       /* money(EUR) */
    const char *code;       /* K13, that its title or a text of a report begins with */
    const char *title;      /* without the code */
    const char *definition; /* behind the =, in one line */
    const char *question;   /* of a report, as what follows */
    const char *steering;   /* level tactical, audience managers, rhythm monthly */
    const char *text;       /* that begins with the code */
    const char *note;       /* its comment */
    const char *source;     /* that it stands in */
} DocEntry;

typedef struct {
    const char *name;
    const char *about;   /* the comment at its head, or "" */
    const char *summary; /* its first sentence, in one line */
    DocEntry *entry;     /* in the order of the text */
    size_t count, cap;
} Doc;

/* false: the text is not well formed, which was reported. */
bool doc_read(Doc *doc, const char *name, const SourceText *text, Arena *arena,
              DiagSink *sink);

/* For a terminal of `width` columns. */
void doc_add_text(StrBuf *sb, const Doc *doc, unsigned width);
/* A section of a page. */
void doc_add_markdown(StrBuf *sb, const Doc *doc);

/* Lists of modules, a line for each. */
void doc_add_index_text(StrBuf *sb, const Doc *doc, size_t n, unsigned width);
void doc_add_index_markdown(StrBuf *sb, const Doc *doc, size_t n);

#endif
