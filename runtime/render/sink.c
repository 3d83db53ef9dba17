/* Buffered writing with one sticky error. */
#include "runtime/render/sink.h"

#include <errno.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

void sink_init(Sink *sink, int fd)
{
    strbuf_init(&sink->buf);
    sink->fd = fd;
    sink->error = 0;
}

void sink_release(Sink *sink)
{
    strbuf_release(&sink->buf);
}

static void write_all(Sink *sink)
{
    size_t at = 0;
    while (at < sink->buf.len && !sink->error) {
        ssize_t n = write(sink->fd, sink->buf.text + at, sink->buf.len - at);
        if (n >= 0)
            at += (size_t)n;
        else if (errno != EINTR)
            sink->error = errno;
    }
    strbuf_reset(&sink->buf);
}

void sink_drain(Sink *sink)
{
    if (sink->fd >= 0 && sink->buf.len >= PIECE)
        write_all(sink);
}

bool sink_flush(Sink *sink)
{
    if (sink->fd >= 0)
        write_all(sink);
    return sink->error == 0;
}
