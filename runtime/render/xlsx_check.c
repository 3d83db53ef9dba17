/* A zip archive without a comment, as the library writes it: parts are stored or
   deflated, and a directory of them stands at the end. */
#include "runtime/render/xlsx_check.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum {
    END_SIZE = 22,
    ENTRY_SIZE = 46,
    LOCAL_SIZE = 30,
    END_SIGN = 0x06054b50,
    ENTRY_SIGN = 0x02014b50,
    LOCAL_SIGN = 0x04034b50,
    PIECE = 16 * 1024,
    EDGE = 256 /* bytes at either end of a part that hold its tags */
};

typedef struct {
    uint32_t crc, packed, size, at;
    bool deflated;
} Entry;

/* What has passed of a part. */
typedef struct {
    uLong crc;
    uint64_t size;
    uint64_t opened, closed; /* rows */
    size_t n_tag;            /* of the tag that has begun; 0: none */
    char tag[6];
    size_t n_head, n_tail;
    char head[EDGE + 1], tail[2 * EDGE];
} Part;

static uint32_t u16_at(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static uint32_t u32_at(const unsigned char *at)
{
    return u16_at(at) | u16_at(at + 2) << 16;
}

static bool read_at(int fd, void *to, size_t size, off_t at)
{
    unsigned char *next = to;
    while (size) {
        ssize_t n = pread(fd, next, size, at);
        if (n <= 0)
            return false;
        next += n;
        at += n;
        size -= (size_t)n;
    }
    return true;
}

/* A `<` in a text is written as &lt;. */
static void count_rows(Part *part, const unsigned char *at, size_t n)
{
    const unsigned char *end = at + n;
    while (at < end) {
        if (part->n_tag == 0 && !(at = memchr(at, '<', (size_t)(end - at))))
            return;
        if (*at == '<')
            part->n_tag = 0;
        part->tag[part->n_tag++] = (char)*at++;
        if (part->n_tag == sizeof part->tag) {
            part->opened += memcmp(part->tag, "<row ", 5) == 0;
            part->closed += memcmp(part->tag, "</row>", 6) == 0;
            part->n_tag = 0;
        }
    }
}

static void pass(Part *part, const unsigned char *bytes, size_t n)
{
    part->crc = crc32(part->crc, bytes, (uInt)n);
    part->size += n;
    count_rows(part, bytes, n);
    size_t head = EDGE - part->n_head < n ? EDGE - part->n_head : n;
    memcpy(part->head + part->n_head, bytes, head);
    part->n_head += head;
    if (n > EDGE) {
        bytes += n - EDGE;
        n = EDGE;
    }
    memcpy(part->tail + part->n_tail, bytes, n);
    part->n_tail += n;
    if (part->n_tail > EDGE) {
        memmove(part->tail, part->tail + part->n_tail - EDGE, EDGE);
        part->n_tail = EDGE;
    }
}

/* <?xml ...?> <worksheet ...> ... </worksheet> */
static bool is_closed(Part *part)
{
    part->head[part->n_head] = '\0';
    const char *root = part->head;
    while ((root = strchr(root, '<')) && root[1] == '?')
        root++;
    if (!root)
        return false;
    size_t name = strcspn(root + 1, " >/\n");
    size_t len = name + 3, n = part->n_tail;
    while (n && part->tail[n - 1] == '\n')
        n--;
    if (name == 0 || len > n)
        return false;
    const char *end = part->tail + n - len;
    return end[0] == '<' && end[1] == '/' && memcmp(end + 2, root + 1, name) == 0 &&
           end[len - 1] == '>';
}

static bool is_as_said(Part *part, const Entry *entry)
{
    return part->size == entry->size && part->crc == entry->crc && is_closed(part);
}

static bool unpack(int fd, const Entry *entry, off_t at, z_stream *stream, Part *part)
{
    unsigned char in[PIECE], out[PIECE];
    uint32_t left = entry->packed;
    int status = Z_OK;
    while (status == Z_OK) {
        if (stream->avail_in == 0 && left) {
            uint32_t n = left < PIECE ? left : PIECE;
            if (!read_at(fd, in, n, at))
                return false;
            at += n;
            left -= n;
            stream->next_in = in;
            stream->avail_in = n;
        }
        stream->next_out = out;
        stream->avail_out = PIECE;
        status = inflate(stream, Z_NO_FLUSH);
        pass(part, out, PIECE - stream->avail_out);
    }
    return status == Z_STREAM_END && left == 0;
}

static bool copy(int fd, const Entry *entry, off_t at, Part *part)
{
    unsigned char bytes[PIECE];
    for (uint32_t left = entry->packed; left;) {
        uint32_t n = left < PIECE ? left : PIECE;
        if (!read_at(fd, bytes, n, at))
            return false;
        pass(part, bytes, n);
        at += n;
        left -= n;
    }
    return true;
}

/* Adds its rows to those of the others. */
static bool is_entry_whole(int fd, const Entry *entry, uint64_t *rows)
{
    unsigned char local[LOCAL_SIZE];
    if (!read_at(fd, local, sizeof local, entry->at) || u32_at(local) != LOCAL_SIGN)
        return false;
    off_t at = (off_t)entry->at + LOCAL_SIZE + u16_at(local + 26) + u16_at(local + 28);
    Part part = {.crc = crc32(0, Z_NULL, 0)};
    if (!entry->deflated)
        return copy(fd, entry, at, &part) && is_as_said(&part, entry);
    z_stream stream = {0};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    bool ok = unpack(fd, entry, at, &stream, &part);
    inflateEnd(&stream);
    *rows += part.opened;
    return ok && is_as_said(&part, entry) && part.opened == part.closed;
}

bool xlsx_is_whole(int fd, uint64_t rows)
{
    unsigned char end[END_SIZE], head[ENTRY_SIZE];
    off_t size = lseek(fd, 0, SEEK_END);
    if (size < END_SIZE || !read_at(fd, end, sizeof end, size - END_SIZE) ||
        u32_at(end) != END_SIGN)
        return false;
    off_t at = u32_at(end + 16);
    uint64_t found = 0;
    for (uint32_t left = u16_at(end + 10); left; left--) {
        if (!read_at(fd, head, sizeof head, at) || u32_at(head) != ENTRY_SIGN)
            return false;
        Entry entry = {.crc = u32_at(head + 16),
                       .packed = u32_at(head + 20),
                       .size = u32_at(head + 24),
                       .at = u32_at(head + 42),
                       .deflated = u16_at(head + 10) != 0};
        if (!is_entry_whole(fd, &entry, &found))
            return false;
        at += ENTRY_SIZE +
              (off_t)(u16_at(head + 28) + u16_at(head + 30) + u16_at(head + 32));
    }
    return found == rows;
}
