/* Golden cases: a file of cases, each a title and sections. */
#ifndef KOERS_TESTS_RUNNER_CASE_H
#define KOERS_TESTS_RUNNER_CASE_H

#include "runtime/base/arena.h"
#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    SECTION_INPUT,
    SECTION_ARGS,
    SECTION_SCHEMA,
    SECTION_FILE,
    SECTION_STDIN,
    SECTION_STDOUT,
    SECTION_STDERR,
    SECTION_EXIT,
    SECTION_ORACLE,
    SECTION_SHARED,
    SECTION_COUNT
} SectionKind;

typedef struct Section {
    struct Section *next;
    SectionKind kind;
    const char *arg; /* what stands behind the name; "" if nothing */
    StrBuf body;     /* unescaped, with the texts it shares */
    StrBuf written;  /* as it stands in the file */
    bool is_used;    /* of a shared text: some section has it */
} Section;

typedef struct Case {
    struct Case *next;
    const char *title;
    unsigned line;
    Section *sections;
} Case;

typedef struct {
    const char *path;
    StrBuf head; /* what stands before the first section */
    Section *shared;
    Case *cases;
} CaseFile;

/* Reads a file; false and a message on stderr when it cannot be read, has an unknown
   section, an empty case, no case, or a shared text that is not there or not used. */
bool case_file_read(Arena *arena, const char *path, CaseFile *res);
/* Writes it back; what cases are given as it stood there. False when that fails. */
bool case_file_write(const CaseFile *file);
void case_file_release(CaseFile *file);
Section *case_find(const Case *c, SectionKind kind);
/* The section, added at the end if there is none. */
Section *case_need(Arena *arena, Case *c, SectionKind kind);

/* The whole of a file; false when it cannot be read. */
bool file_read(const char *path, StrBuf *res);
bool file_write(const char *path, const StrBuf *text);

#endif
