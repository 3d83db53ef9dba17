/* History entries to text and back, and the file they live in. An entry is appended
   with one write to a file opened for appending: a killed prompt loses nothing and two
   prompts do not mix their lines. */
#include "runtime/prompt/history.h"

#include "runtime/base/ascii.h"
#include "runtime/base/state_file.h"
#include "runtime/base/xalloc.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HISTORY_FILE_MAX = 32 * 1024 * 1024 };

void history_encode(StrBuf *sb, int64_t seconds, const char *text, size_t len)
{
    strbuf_addf(sb, "#%" PRId64 "\n", seconds);
    while (len && text[len - 1] == '\n')
        len--;
    for (size_t at = 0; at <= len;) {
        const char *end = memchr(text + at, '\n', len - at);
        size_t n = end ? (size_t)(end - (text + at)) : len - at;
        if (n && (text[at] == '#' || text[at] == '\\'))
            strbuf_addc(sb, '\\');
        strbuf_add(sb, text + at, n);
        strbuf_addc(sb, '\n');
        at += n + 1;
    }
}

static bool is_stamp(const char *line, size_t len, int64_t *seconds)
{
    if (len < 2 || len > 13 || line[0] != '#')
        return false;
    *seconds = 0;
    for (size_t i = 1; i < len; i++) {
        if (!ascii_is_digit(line[i]))
            return false;
        *seconds = *seconds * 10 + (line[i] - '0');
    }
    return true;
}

typedef struct {
    HistoryEntry *entry;
    void *self;
    size_t skip; /* entries to pass over */
    StrBuf text;
    bool open, stamped;
    int64_t seconds;
} Decoder;

static void finish_entry(Decoder *d)
{
    if (d->open && d->text.len) {
        if (d->skip)
            d->skip--;
        else if (d->entry)
            d->entry(d->self, d->seconds, d->text.text);
    }
    strbuf_reset(&d->text);
    d->open = false;
}

static void take_line(Decoder *d, const char *line, size_t len)
{
    int64_t seconds;
    if (is_stamp(line, len, &seconds)) {
        finish_entry(d);
        d->seconds = seconds;
        d->stamped = true;
        return;
    }
    if (!d->stamped)
        finish_entry(d);
    if (d->open)
        strbuf_addc(&d->text, '\n');
    if (len > 1 && line[0] == '\\' && (line[1] == '#' || line[1] == '\\')) {
        line++;
        len--;
    }
    strbuf_add(&d->text, line, len);
    d->open = true;
}

static void decode(Decoder *d, const char *data, size_t len)
{
    strbuf_init(&d->text);
    for (size_t at = 0; at < len;) {
        const char *end = memchr(data + at, '\n', len - at);
        if (!end)
            break; /* a write that was cut */
        take_line(d, data + at, (size_t)(end - (data + at)));
        at = (size_t)(end - data) + 1;
    }
    finish_entry(d);
    strbuf_release(&d->text);
}

static void count_entry(void *self, int64_t seconds, const char *text)
{
    (void)seconds;
    (void)text;
    ++*(size_t *)self;
}

void history_decode(const char *data, size_t len, HistoryEntry *entry, void *self)
{
    size_t count = 0;
    Decoder counter = {.entry = count_entry, .self = &count};
    decode(&counter, data, len);
    Decoder d = {.entry = entry, .self = self};
    d.skip = count > HISTORY_MAX ? count - HISTORY_MAX : 0;
    decode(&d, data, len);
}

bool history_path(StrBuf *path)
{
    return state_path(path, "history");
}

bool history_append(const char *path, int64_t seconds, const char *text)
{
    StrBuf sb;
    strbuf_init(&sb);
    history_encode(&sb, seconds, text, strlen(text));
    bool ok = state_append(path, sb.text, sb.len);
    strbuf_release(&sb);
    return ok;
}

void history_load(const char *path, HistoryEntry *entry, void *self)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
        size_t size = (size_t)st.st_size, len = 0;
        off_t start = 0;
        if (size > HISTORY_FILE_MAX) {
            start = (off_t)(size - HISTORY_FILE_MAX);
            size = HISTORY_FILE_MAX;
        }
        char *data = xmalloc(size);
        while (len < size) {
            ssize_t n = pread(fd, data + len, size - len, start + (off_t)len);
            if (n <= 0)
                break;
            len += (size_t)n;
        }
        history_decode(data, len, entry, self);
        free(data);
    }
    close(fd);
}

bool history_wants(const char *text, const char *last)
{
    if (!text[0] || text[0] == ' ')
        return false;
    return !last || strcmp(text, last) != 0;
}
