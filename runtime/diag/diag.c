/* The sink that stages add their messages to. It keeps the first twenty errors and
   as many warnings; what comes after is counted only. A message that is not kept
   has no text, and notes added to it vanish. */
#include "runtime/diag/diag.h"

#include <string.h>

typedef struct {
    const char *code, *about;
} CodeRow;

static const CodeRow code_rows[] = {
#define DIAG(name, code, about) {code, about},
#include "runtime/diag/diag.def"
#undef DIAG
};

void diag_sink_init(DiagSink *sink, Arena *arena, const SourceTexts *texts)
{
    memset(sink, 0, sizeof *sink);
    sink->arena = arena;
    sink->texts = texts;
}

void diag_sink_clear(DiagSink *sink)
{
    sink->first = NULL;
    sink->last = NULL;
    sink->n_error = 0;
    sink->n_moot = 0;
    sink->n_warning = 0;
}

DiagHush diag_hush(DiagSink *sink)
{
    DiagHush hush = {sink->silent, sink->n_error};
    sink->silent = true;
    return hush;
}

void diag_unhush(DiagSink *sink, DiagHush hush)
{
    sink->silent = hush.silent;
    sink->n_error = hush.n_error;
}

static bool is_kept(DiagSink *sink, Severity severity)
{
    if (severity == SEVERITY_ERROR)
        return sink->n_error++ < DIAG_MAX + sink->n_moot && !sink->silent;
    return sink->n_warning++ < DIAG_MAX && !sink->silent;
}

/* An error that another one brought about counts as one and is not shown. */
static bool is_moot(DiagSink *sink, const Diag *diag)
{
    if (diag->severity != SEVERITY_ERROR || !diag->has_span || sink->silent ||
        !sink->is_moot || !sink->is_moot(sink->moot_self, diag->span))
        return false;
    sink->n_error++;
    sink->n_moot++;
    return true;
}

static bool same_span(const Diag *a, const Diag *b)
{
    return a->has_span == b->has_span &&
           (!a->has_span ||
            (a->span.file == b->span.file && a->span.begin == b->span.begin &&
             a->span.end == b->span.end));
}

/* Was the same said of the same place? A condition is read once per fact. */
static bool is_repeated(const DiagSink *sink, const Diag *diag, const char *message)
{
    for (const Diag *d = sink->first; d; d = d->next) {
        if (d->code == diag->code && d->severity == diag->severity &&
            same_span(d, diag) && strcmp(d->message, message) == 0)
            return true;
    }
    return false;
}

static Diag *add_message(DiagSink *sink, Diag head, const char *format, va_list args)
    PRINTF_LIKE(3, 0);

static Diag *add_message(DiagSink *sink, Diag head, const char *format, va_list args)
{
    size_t count = head.severity == SEVERITY_ERROR ? sink->n_error : sink->n_warning;
    if (count >= DIAG_MAX) { /* no memory for what is not kept */
        (void)is_kept(sink, head.severity);
        sink->spare = head;
        return &sink->spare;
    }
    Diag *diag = arena_memdup(sink->arena, &head, sizeof head);
    const char *message = arena_vprintf(sink->arena, format, args);
    if (is_repeated(sink, diag, message) || is_moot(sink, diag) ||
        !is_kept(sink, head.severity))
        return diag;
    diag->message = message;
    if (sink->last)
        sink->last->next = diag;
    else
        sink->first = diag;
    sink->last = diag;
    return diag;
}

Diag *diag_error(DiagSink *sink, DiagCode code, Span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Diag head = {
        .code = code, .severity = SEVERITY_ERROR, .has_span = true, .span = span};
    Diag *diag = add_message(sink, head, format, args);
    va_end(args);
    return diag;
}

Diag *diag_error_at_large(DiagSink *sink, DiagCode code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Diag head = {.code = code, .severity = SEVERITY_ERROR};
    Diag *diag = add_message(sink, head, format, args);
    va_end(args);
    return diag;
}

Diag *diag_warning(DiagSink *sink, DiagCode code, Span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Diag head = {
        .code = code, .severity = SEVERITY_WARNING, .has_span = true, .span = span};
    Diag *diag = add_message(sink, head, format, args);
    va_end(args);
    return diag;
}

void diag_note(DiagSink *sink, Diag *diag, const Span *span, const char *format, ...)
{
    if (!diag->message)
        return;
    DiagNote *note = ARENA_NEW(sink->arena, DiagNote);
    va_list args;
    va_start(args, format);
    note->text = arena_vprintf(sink->arena, format, args);
    va_end(args);
    if (span) {
        note->has_span = true;
        note->span = *span;
    }
    DiagNote **end = &diag->notes;
    while (*end)
        end = &(*end)->next;
    *end = note;
}

void diag_help(DiagSink *sink, Diag *diag, const char *format, ...)
{
    if (!diag->message)
        return;
    va_list args;
    va_start(args, format);
    diag->help = arena_vprintf(sink->arena, format, args);
    va_end(args);
}

static Diag *add_head(DiagSink *sink, Diag head, const char *format, ...)
    PRINTF_LIKE(3, 4);

static Diag *add_head(DiagSink *sink, Diag head, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Diag *diag = add_message(sink, head, format, args);
    va_end(args);
    return diag;
}

void diag_repeat(DiagSink *sink, const Diag *diag)
{
    Diag head = *diag;
    head.next = NULL;
    head.help = NULL;
    head.notes = NULL;
    Diag *said = add_head(sink, head, "%s", diag->message);
    for (const DiagNote *n = diag->notes; n; n = n->next)
        diag_note(sink, said, n->has_span ? &n->span : NULL, "%s", n->text);
    if (diag->help)
        diag_help(sink, said, "%s", diag->help);
}

const char *diag_code_text(DiagCode code)
{
    return code_rows[code].code;
}

const char *diag_code_about(DiagCode code)
{
    return code_rows[code].about;
}
