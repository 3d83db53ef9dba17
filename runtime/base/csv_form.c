/* Every pair of a separator and a quote is tried on the beginning of the file. */
#include "runtime/base/csv_form.h"

#include <stdint.h>

enum { SAMPLE_SIZE = 64 * 1024 };

/* How a text reads under one form. */
typedef struct {
    CsvForm form;
    size_t records;
    size_t alike;  /* with as many fields as the first, and well formed */
    size_t fields; /* of the first */
    size_t quoted; /* fields between quotes */
} Trial;

typedef struct {
    size_t fields, quoted;
    bool is_good, is_blank;
} Shape;

/* The place behind the closing quote, NULL where there is none; `at` is behind the
   opening one. */
static const char *skip_quoted(const char *at, const char *end, char quote)
{
    for (; at < end; at++) {
        if (*at != quote)
            continue;
        if (at + 1 == end || at[1] != quote)
            return at + 1;
        at++;
    }
    return NULL;
}

static const char *skip_plain(const char *at, const char *end, const CsvForm *form,
                              Shape *shape)
{
    for (; at < end && *at != form->separator && *at != '\n'; at++)
        shape->is_good &= *at != form->quote;
    return at;
}

/* One record; its end is behind its line feed, NULL where the text ends before. */
static const char *read_shape(const char *at, const char *end, const CsvForm *form,
                              Shape *shape)
{
    *shape = (Shape){.is_good = true};
    shape->is_blank = at < end && (*at == '\n' || *at == '\r');
    for (;; at++) {
        shape->fields++;
        if (at < end && *at == form->quote && *at != CSV_NO_QUOTE) {
            at = skip_quoted(at + 1, end, form->quote);
            if (!at)
                return NULL;
            shape->quoted++;
            bool is_end = at == end || *at == form->separator || *at == '\n' ||
                          (*at == '\r' && (at + 1 == end || at[1] == '\n'));
            shape->is_good &= is_end;
        }
        at = skip_plain(at, end, form, shape);
        if (at == end)
            return NULL;
        if (*at == '\n')
            return at + 1;
    }
}

static void try_form(Trial *trial, const char *text, size_t len, bool is_whole)
{
    const char *end = text + len;
    for (const char *at = text; at && at < end;) {
        Shape shape;
        at = read_shape(at, end, &trial->form, &shape);
        if ((!at && !is_whole && trial->records) || shape.is_blank)
            continue;
        if (!trial->records++)
            trial->fields = shape.fields;
        trial->alike += shape.is_good && shape.fields == trial->fields;
        trial->quoted += shape.quoted;
    }
}

/* An apostrophe is a quote where it is one all the time. */
static bool is_likely(const Trial *trial)
{
    return trial->form.quote != '\'' ||
           (trial->records && trial->quoted >= trial->records);
}

static bool is_better(const Trial *a, const Trial *b)
{
    if (is_likely(a) != is_likely(b))
        return is_likely(a);
    if ((a->fields > 1) != (b->fields > 1))
        return a->fields > 1;
    uint64_t share = (uint64_t)a->alike * b->records;
    uint64_t other = (uint64_t)b->alike * a->records;
    if (share != other)
        return share > other;
    if (a->fields != b->fields)
        return a->fields > b->fields;
    return a->quoted > b->quoted;
}

void csv_form_find(CsvForm *form, const char *text, size_t len, bool is_whole)
{
    static const char separators[] = ",;|\t";
    static const char quotes[] = {'"', '\''};
    Trial best = {.form = *form};
    if (len > SAMPLE_SIZE) {
        len = SAMPLE_SIZE;
        is_whole = false;
    }
    for (size_t i = 0; i < sizeof quotes; i++) {
        for (size_t k = 0; separators[k]; k++) {
            Trial trial = {.form = *form};
            if (!form->quote)
                trial.form.quote = quotes[i];
            if (!form->separator)
                trial.form.separator = separators[k];
            try_form(&trial, text, len, is_whole);
            if ((!i && !k) || is_better(&trial, &best))
                best = trial;
        }
    }
    *form = best.form;
}
