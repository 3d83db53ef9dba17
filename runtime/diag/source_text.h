/* The texts that were read (scripts, prompt entries) and their lines. Line and
   column exist only for printing. */
#ifndef KOERS_RUNTIME_DIAG_SOURCE_TEXT_H
#define KOERS_RUNTIME_DIAG_SOURCE_TEXT_H

#include "runtime/base/strbuf.h"
#include "runtime/diag/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SOURCE_TEXT_MAX = 16 * 1024 * 1024 }; /* bytes; a longer script is refused */

typedef struct {
    uint32_t file;
    char *name; /* as shown in messages */
    char *text; /* 0-terminated, holds no other NUL */
    size_t len;
    uint32_t *line_start; /* offsets */
    size_t n_line;
    unsigned before; /* lines of the same input that stand before this text */
    bool is_module;  /* it knows only the names that it declares or requires */
} SourceText;

typedef struct SourceTexts SourceTexts;

SourceTexts *source_texts_new(void);
void source_texts_free(SourceTexts *texts);
/* Copies name and text; the result lives as long as `texts`. len <= SOURCE_TEXT_MAX. */
const SourceText *source_texts_add(SourceTexts *texts, const char *name,
                                   const char *text, size_t len);
/* The text is a part of an input: `before` lines of it came earlier. */
void source_texts_place(SourceTexts *texts, uint32_t file, unsigned before);
/* The texts from `first` on are a module and what it uses. */
void source_texts_set_module(SourceTexts *texts, size_t first);
size_t source_texts_count(const SourceTexts *texts);
const SourceText *source_texts_get(const SourceTexts *texts, uint32_t file);

/* 1-based line of the input and display column (tabs to 8, wide characters 2). */
void source_text_place(const SourceText *text, uint32_t offset, unsigned *line,
                       unsigned *column);
/* Appends the beginning of a line as a terminal can show it: tabs as blanks,
   control characters and broken bytes as `?`. */
void source_text_expand(StrBuf *sb, const char *line, size_t len);

#endif
