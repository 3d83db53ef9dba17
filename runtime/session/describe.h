/* What there is to ask: the model in words. */
#ifndef KOERS_RUNTIME_SESSION_DESCRIBE_H
#define KOERS_RUNTIME_SESSION_DESCRIBE_H

#include "runtime/base/strbuf.h"
#include "runtime/diag/source_text.h"
#include "runtime/model/model.h"

#include <stdbool.h>

/* Sources with their measures and dimensions, what stands over all of them, reports.
   `width` in cells cuts long titles; 0: no limit. */
void describe_model(StrBuf *sb, const Model *model, unsigned width);
/* One source, measure, dimension or report with its definition as it was written;
   `texts` may be NULL: no definition. false: there is no such name, and `sb` says so
   with what is near. */
bool describe_name(StrBuf *sb, const Model *model, const SourceTexts *texts,
                   const char *name, unsigned width);

/* The text at `span` as it was written, each line indented by `indent` instead of by
   what the first one had; nothing where no text has it. */
void describe_add_text(StrBuf *sb, const SourceTexts *texts, Span span, size_t indent);
/* How values of a measure go together on a total. */
const char *describe_adding(Additivity add);

/* A definition. */
typedef struct {
    AstStmtKind kind; /* MEASURE, DIMENSION, REPORT or LET_FUNCTION */
    const char *name;
    Span span;
} Described;

/* "measure revenue: Net of discount" */
void describe_add_title(StrBuf *sb, const char *kind, const char *name,
                        const char *title);
/* The file and line of a definition. */
void describe_add_place(StrBuf *sb, const SourceTexts *texts, Span span);

/* describe_used.c: the comment on it, indented. */
void describe_add_note(StrBuf *sb, const SourceTexts *texts, Described what);
/* Which measures, dimensions, reports and indicators mention the name. */
void describe_add_used(StrBuf *sb, const Model *model, const char *name);
/* Does the report mention it? */
bool describe_mentions(const AstStmt *report, const char *name);

/* describe_steering.c: what is declared of steering under that name, with what it
   drives and is driven by, and where it is looked at. false: nothing is. */
bool describe_add_steering(StrBuf *sb, const Model *model, const SourceTexts *texts,
                           const char *name);
/* The meetings that look at the report. */
void describe_add_report_use(StrBuf *sb, const Model *model, const char *name);
void describe_steering_names(const Model *model,
                             void (*offer)(void *self, const char *name), void *self);

/* Calls `offer` for every name that can be asked for: measures, dimensions, entities,
   axes, roles of joins, sources. A name may come more than once. */
typedef enum { DESCRIBE_MEASURE, DESCRIBE_DIMENSION, DESCRIBE_SOURCE } DescribeKind;
typedef void DescribeOffer(void *self, const char *name, const char *title,
                           DescribeKind kind);
void describe_names(const Model *model, DescribeOffer *offer, void *self);

#endif
