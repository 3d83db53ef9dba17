/* Reads and writes case files. Texts that cases share stand before the first case, as
   `--- shared NAME`; the line `\shared NAME` of what a case is given stands for one,
   or, with a slash in the name, for a file under tests/golden. A line of a section that
   would be taken for a heading is written with a backslash before it; a text without a
   final newline ends with the line `\no newline`. One blank line before a case is not
   part of the section above. */
#include "tests/runner/case.h"

#include <stdio.h>
#include <string.h>

static const char *const names[SECTION_COUNT] = {
    [SECTION_INPUT] = "input",       [SECTION_ARGS] = "args",
    [SECTION_SCHEMA] = "schema",     [SECTION_FILE] = "file",
    [SECTION_STDIN] = "stdin",       [SECTION_STDOUT] = "stdout",
    [SECTION_STDERR] = "stderr",     [SECTION_EXIT] = "exit",
    [SECTION_ORACLE] = "oracle-sql", [SECTION_SHARED] = "shared",
};

static const char no_newline[] = "\\no newline\n";
static const char share[] = "\\shared ";

bool file_read(const char *path, StrBuf *res)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    char chunk[8192];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, f)) > 0)
        strbuf_add(res, chunk, got);
    bool ok = !ferror(f);
    return fclose(f) == 0 && ok;
}

bool file_write(const char *path, const StrBuf *text)
{
    FILE *f = fopen(path, "wb");
    if (!f)
        return false;
    bool ok = fwrite(text->text, 1, text->len, f) == text->len;
    return fclose(f) == 0 && ok;
}

Section *case_find(const Case *c, SectionKind kind)
{
    for (Section *s = c->sections; s; s = s->next)
        if (s->kind == kind)
            return s;
    return NULL;
}

static Section *add_section(Arena *arena, Section **end, SectionKind kind,
                            const char *arg)
{
    while (*end)
        end = &(*end)->next;
    Section *s = ARENA_NEW(arena, Section);
    s->kind = kind;
    s->arg = arg;
    strbuf_init(&s->body);
    strbuf_init(&s->written);
    *end = s;
    return s;
}

Section *case_need(Arena *arena, Case *c, SectionKind kind)
{
    Section *s = case_find(c, kind);
    return s ? s : add_section(arena, &c->sections, kind, "");
}

typedef struct {
    Arena *arena;
    CaseFile *file;
    Case *last;
    Section *section;
    unsigned line;
    bool ok;
} Reader;

static void complain(Reader *r, const char *what, const char *text)
{
    fprintf(stderr, "%s:%u: %s%s\n", r->file->path, r->line, what, text);
    r->ok = false;
}

static bool ends_blank(const StrBuf *text)
{
    return text->len >= 1 && text->text[text->len - 1] == '\n' &&
           (text->len == 1 || text->text[text->len - 2] == '\n');
}

/* A section loses the blank line that sets the next case off. */
static void end_case(Reader *r)
{
    if (r->last && !r->last->sections)
        complain(r, "empty case: ", r->last->title);
    Section *s = r->section;
    if (s && ends_blank(&s->written)) {
        strbuf_truncate(&s->written, s->written.len - 1);
        strbuf_truncate(&s->body, s->body.len - 1);
    }
}

static void drop_final_newline(Section *s)
{
    size_t len = s->body.len;
    size_t mark = sizeof no_newline - 1;
    if (len > mark && strcmp(s->body.text + len - mark, no_newline) == 0)
        strbuf_truncate(&s->body, len - mark - 1);
}

static void begin_case(Reader *r, const char *title)
{
    end_case(r);
    Case *c = ARENA_NEW(r->arena, Case);
    c->title = title;
    c->line = r->line;
    if (r->last)
        r->last->next = c;
    else
        r->file->cases = c;
    r->last = c;
    r->section = NULL;
}

static void begin_section(Reader *r, const char *heading)
{
    size_t len = strcspn(heading, " ");
    const char *arg = heading[len] ? heading + len + 1 : "";
    int kind = 0;
    while (kind < SECTION_COUNT &&
           (strlen(names[kind]) != len || memcmp(names[kind], heading, len) != 0))
        kind++;
    if (kind == SECTION_COUNT)
        complain(r, "unknown section: ", heading);
    else if (!r->last != (kind == SECTION_SHARED))
        complain(r, "on the wrong side of the first case: ", heading);
    else
        r->section =
            add_section(r->arena, r->last ? &r->last->sections : &r->file->shared,
                        (SectionKind)kind, arg);
}

/* What a run leaves is compared as it stands. */
static bool is_given(SectionKind kind)
{
    return kind != SECTION_STDOUT && kind != SECTION_STDERR && kind != SECTION_EXIT;
}

static void add_shared(Reader *r, const char *name)
{
    StrBuf *body = &r->section->body;
    if (strchr(name, '/')) {
        if (!file_read(arena_printf(r->arena, "tests/golden/%s", name), body))
            complain(r, "cannot be read: ", name);
        return;
    }
    for (Section *s = r->file->shared; s; s = s->next)
        if (s != r->section && strcmp(s->arg, name) == 0) {
            s->is_used = true;
            strbuf_add(body, s->body.text, s->body.len);
            return;
        }
    complain(r, "no shared text: ", name);
}

static bool is_heading(const char *line)
{
    return strncmp(line, "=== ", 4) == 0 || strncmp(line, "--- ", 4) == 0;
}

static bool is_escaped(const char *line)
{
    return line[0] == '\\' && (is_heading(line + 1) || line[1] == '\\');
}

static bool is_share(const char *line)
{
    return strncmp(line, share, sizeof share - 1) == 0;
}

static void read_line(Reader *r, const char *line, size_t len)
{
    size_t end = line[len - 1] == '\n' ? len - 1 : len;
    if (is_heading(line)) {
        const char *text = arena_strndup(r->arena, line + 4, end - 4);
        if (line[0] == '=')
            begin_case(r, text);
        else
            begin_section(r, text);
    } else if (r->section) {
        size_t name = sizeof share - 1;
        bool escaped = is_escaped(line);
        strbuf_add(&r->section->written, line, len);
        if (is_share(line) && is_given(r->section->kind))
            add_shared(r, arena_strndup(r->arena, line + name, end - name));
        else
            strbuf_add(&r->section->body, line + escaped, len - escaped);
    } else if (!r->last && !r->file->shared) {
        strbuf_add(&r->file->head, line, len);
    } else if (strspn(line, " \t\n") < len) {
        complain(r, "text outside of a section", "");
    }
}

bool case_file_read(Arena *arena, const char *path, CaseFile *res)
{
    StrBuf text;
    strbuf_init(&text);
    *res = (CaseFile){.path = path};
    strbuf_init(&res->head);
    Reader r = {.arena = arena, .file = res, .ok = true};
    if (!file_read(path, &text))
        complain(&r, "cannot be read", "");
    for (size_t at = 0; at < text.len;) {
        const char *line = text.text + at;
        const char *newline = memchr(line, '\n', text.len - at);
        size_t len = newline ? (size_t)(newline - line) + 1 : text.len - at;
        r.line++;
        read_line(&r, line, len);
        at += len;
    }
    end_case(&r);
    for (Section *s = res->shared; s; s = s->next)
        if (!s->is_used)
            complain(&r, "no case has this shared text: ", s->arg);
    for (Case *c = res->cases; c; c = c->next)
        for (Section *s = c->sections; s; s = s->next)
            drop_final_newline(s);
    if (r.ok && !res->cases)
        complain(&r, "no case in this file", "");
    strbuf_release(&text);
    return r.ok;
}

static void write_body(StrBuf *out, const StrBuf *body)
{
    for (size_t at = 0; at < body->len;) {
        const char *line = body->text + at;
        const char *newline = memchr(line, '\n', body->len - at);
        size_t len = newline ? (size_t)(newline - line) + 1 : body->len - at;
        if (is_heading(line) || is_escaped(line))
            strbuf_addc(out, '\\');
        strbuf_add(out, line, len);
        if (!newline)
            strbuf_addf(out, "\n%s", no_newline);
        at += len;
    }
}

static void write_sections(StrBuf *out, const Section *first)
{
    for (const Section *s = first; s; s = s->next) {
        strbuf_addf(out, "--- %s%s%s\n", names[s->kind], *s->arg ? " " : "", s->arg);
        if (is_given(s->kind))
            strbuf_add(out, s->written.text, s->written.len);
        else
            write_body(out, &s->body);
    }
}

bool case_file_write(const CaseFile *file)
{
    StrBuf out;
    strbuf_init(&out);
    strbuf_add(&out, file->head.text, file->head.len);
    write_sections(&out, file->shared);
    if (file->shared)
        strbuf_addc(&out, '\n');
    for (const Case *c = file->cases; c; c = c->next) {
        strbuf_addf(&out, "=== %s\n", c->title);
        write_sections(&out, c->sections);
        if (c->next)
            strbuf_addc(&out, '\n');
    }
    bool ok = file_write(file->path, &out);
    strbuf_release(&out);
    return ok;
}

static void release_sections(Section *first)
{
    for (Section *s = first; s; s = s->next) {
        strbuf_release(&s->body);
        strbuf_release(&s->written);
    }
}

void case_file_release(CaseFile *file)
{
    strbuf_release(&file->head);
    release_sections(file->shared);
    for (Case *c = file->cases; c; c = c->next)
        release_sections(c->sections);
}
