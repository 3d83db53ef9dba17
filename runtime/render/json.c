/* JSON written by hand: the shapes are few and the numbers must not pass through a
   double. */
#include "runtime/render/json.h"

#include "runtime/base/utf8.h"
#include "runtime/model/calendar.h"
#include "runtime/render/csv.h"
#include "runtime/render/grid.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

static void add_point(StrBuf *sb, const char *bytes, size_t len, int32_t code)
{
    if (code == '"' || code == '\\') {
        strbuf_addc(sb, '\\');
        strbuf_addc(sb, (char)code);
    } else if (code == '\n') {
        strbuf_adds(sb, "\\n");
    } else if (code == '\t') {
        strbuf_adds(sb, "\\t");
    } else if (code < 0x20 || (code >= 0x7f && code < 0xA0) || code == 0x2028 ||
               code == 0x2029) {
        strbuf_addf(sb, "\\u%04x", (unsigned)code);
    } else if (code == REPLACEMENT) {
        utf8_encode(sb, code);
    } else {
        strbuf_add(sb, bytes, len);
    }
}

void json_add_text(StrBuf *sb, const char *text, size_t len)
{
    strbuf_addc(sb, '"');
    for (size_t at = 0; at < len;) {
        int32_t code;
        size_t step = utf8_decode(text + at, len - at, &code);
        add_point(sb, text + at, step, code);
        at += step;
    }
    strbuf_addc(sb, '"');
}

static void add_string(StrBuf *sb, const char *text)
{
    json_add_text(sb, text, strlen(text));
}

static void add_title(StrBuf *sb, const ResultColumn *column)
{
    StrBuf title;
    strbuf_init(&title);
    result_add_title(&title, column);
    json_add_text(sb, title.text, title.len);
    strbuf_release(&title);
}

static const char *number_type(Type type)
{
    switch (type.unit.kind) {
    case UNIT_NONE:
        return type.integer ? "integer" : "number";
    case UNIT_COUNT:
        return "count";
    case UNIT_PERCENT:
        return "percent";
    case UNIT_MONEY:
        return "money";
    case UNIT_DAYS:
        return "days";
    case UNIT_HOURS:
        return "hours";
    }
    UNREACHABLE("unit kind");
}

static const char *type_name(Type type)
{
    switch (type.kind) {
    case VALUE_NUMBER:
        return number_type(type);
    case VALUE_TEXT:
        return "text";
    case VALUE_BOOLEAN:
        return "boolean";
    case VALUE_DATE:
        return "date";
    case VALUE_MOMENT:
        return "moment";
    case VALUE_PERIOD:
        return calendar_unit_name(type.period);
    }
    UNREACHABLE("value kind");
}

static void add_column(StrBuf *sb, const ResultColumn *column)
{
    strbuf_adds(sb, "{\"title\":");
    add_title(sb, column);
    strbuf_addf(sb, ",\"role\":\"%s\",\"type\":\"%s\"",
                column->role == COLUMN_KEY ? "key" : "measure",
                type_name(column->type));
    const Unit *unit = &column->type.unit;
    if (column->type.kind == VALUE_NUMBER && unit->kind == UNIT_MONEY &&
        unit->currency[0]) {
        strbuf_adds(sb, ",\"currency\":");
        add_string(sb, unit->currency);
    }
    if (column->group) {
        strbuf_adds(sb, ",\"group\":");
        add_string(sb, column->group);
    }
    strbuf_addc(sb, '}');
}

static void add_value(StrBuf *sb, Type type, Value value)
{
    if (value.empty) {
        strbuf_adds(sb, "null");
        return;
    }
    switch (type.kind) {
    case VALUE_BOOLEAN:
        strbuf_adds(sb, value.as.boolean ? "true" : "false");
        return;
    case VALUE_NUMBER:
        value_print(sb, type, value);
        return;
    case VALUE_TEXT:
        json_add_text(sb, value.as.text.text, value.as.text.len);
        return;
    case VALUE_DATE:
    case VALUE_MOMENT:
    case VALUE_PERIOD:
        strbuf_addc(sb, '"');
        value_print(sb, type, value);
        strbuf_addc(sb, '"');
        return;
    }
}

static void add_partial(StrBuf *sb, const Result *result, uint32_t row)
{
    bool any = false;
    for (size_t i = 0; i < result->n_column; i++) {
        const ResultColumn *c = &result->column[i];
        if (!c->partial || !c->partial[row])
            continue;
        strbuf_adds(sb, any ? "," : ",\"partial\":[");
        add_title(sb, c);
        any = true;
    }
    if (any)
        strbuf_addc(sb, ']');
}

static void add_row(StrBuf *sb, const Result *result, uint32_t row)
{
    strbuf_addc(sb, '{');
    if (result->has_levels) {
        StrBuf level;
        strbuf_init(&level);
        csv_add_level(&level, result, row);
        strbuf_adds(sb, "\"level\":");
        json_add_text(sb, level.text, level.len);
        strbuf_addc(sb, ',');
        strbuf_release(&level);
    }
    strbuf_adds(sb, "\"values\":{");
    for (size_t i = 0; i < result->n_column; i++) {
        if (i)
            strbuf_addc(sb, ',');
        add_title(sb, &result->column[i]);
        strbuf_addc(sb, ':');
        add_value(sb, result->column[i].type, result_value(result, i, row));
    }
    strbuf_addc(sb, '}');
    add_partial(sb, result, row);
    strbuf_addc(sb, '}');
}

static void add_notes(StrBuf *sb, const Result *result)
{
    for (size_t i = 0; i < result->n_note; i++) {
        strbuf_adds(sb, i ? "," : ",\n\"notes\":[");
        add_string(sb, result->note[i]);
    }
    if (result->n_note)
        strbuf_addc(sb, ']');
}

static void add_signals(StrBuf *sb, const Result *result)
{
    for (size_t i = 0; i < result->n_signal; i++) {
        const Signal *s = &result->signal[i];
        strbuf_adds(sb, i ? "," : ",\n\"signals\":[");
        strbuf_addf(sb, "{\"kind\":\"%s\",\"line\":", s->warn ? "warning" : "alarm");
        if (s->line == UINT32_MAX)
            strbuf_adds(sb, "null");
        else
            strbuf_addf(sb, "%u", s->line);
        strbuf_adds(sb, ",\"text\":");
        add_string(sb, s->text ? s->text : "");
        strbuf_addc(sb, '}');
    }
    if (result->n_signal)
        strbuf_addc(sb, ']');
}

void json_render(Sink *sink, const Result *result)
{
    StrBuf *sb = &sink->buf;
    strbuf_adds(sb, "{\"columns\":[");
    for (size_t i = 0; i < result->n_column; i++) {
        if (i)
            strbuf_addc(sb, ',');
        add_column(sb, &result->column[i]);
    }
    strbuf_adds(sb, "],\n\"rows\":[");
    for (uint32_t row = 0; row < result->n_row; row++) {
        strbuf_adds(sb, row ? ",\n" : "\n");
        add_row(sb, result, row);
        sink_drain(sink);
    }
    strbuf_addc(sb, ']');
    if (result->heading) {
        strbuf_adds(sb, ",\n\"heading\":");
        add_string(sb, result->heading);
    }
    add_notes(sb, result);
    add_signals(sb, result);
    strbuf_adds(sb, "}\n");
    sink_drain(sink);
}
