/* JSON of answers: numbers with all digits, dates in ISO, empty is null; always valid
   UTF-8 (bytes that are not become U+FFFD). */
#ifndef KOERS_RUNTIME_RENDER_JSON_H
#define KOERS_RUNTIME_RENDER_JSON_H

#include "runtime/algebra/result.h"
#include "runtime/render/sink.h"

/* One object:
   {"columns":[{"title","role","type"[,"currency"][,"group"]}...],
    "rows":[{["level",]"values":{title: value...}[,"partial":[title...]]}...]
    [,"heading"][,"notes":[text...]][,"signals":[{"kind","line","text"}...]]}
   `role` is key or measure; `type` is text, boolean, date, moment, day to year for
   periods, and count, percent, money, days, hours, integer, number; `level` is there
   where levels were asked for; `line` counts rows from 0, null is the answer as a
   whole. Under across a title has its group behind it, as in `revenue 2025-Q1`. */
void json_render(Sink *sink, const Result *result);
/* A JSON text with its quotes. */
void json_add_text(StrBuf *sb, const char *text, size_t len);

#endif
