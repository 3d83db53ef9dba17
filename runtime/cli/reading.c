#include "runtime/cli/reading.h"

#include "runtime/base/xalloc.h"
#include "runtime/cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

char *reading_stream(FILE *file, size_t *len)
{
    enum { PIECE = 65536 };
    size_t cap = 0, n = 0, got;
    char *text = NULL;
    do {
        XGROW(text, cap, n + PIECE);
        got = fread(text + n, 1, PIECE - 1, file);
        n += got;
    } while (got && n <= SOURCE_TEXT_MAX);
    text[n] = '\0';
    *len = n;
    return text;
}

bool reading_open(Reading *reading, const char *path)
{
    size_t len = 0;
    errno = 0;
    FILE *file = strcmp(path, "-") != 0 ? fopen(path, "rb") : stdin;
    reading->arena = arena_new();
    reading->texts = source_texts_new();
    reading->text = NULL;
    diag_sink_init(&reading->sink, reading->arena, reading->texts);
    char *text = file ? reading_stream(file, &len) : NULL;
    bool ok = text && !ferror(file) && len <= SOURCE_TEXT_MAX;
    const char *why = errno ? strerror(errno) : "it is larger than 16 MB";
    if (file && file != stdin)
        fclose(file);
    if (ok)
        reading->text = source_texts_add(reading->texts, path, text, len);
    else
        diag_error_at_large(&reading->sink, DIAG_FILE, "cannot read `%s`: %s", path,
                            why);
    free(text);
    return ok;
}

int reading_close(Reading *reading)
{
    int res = reading->sink.n_error ? EXIT_SCRIPT : EXIT_FINE;
    cli_print_diags(&reading->sink);
    source_texts_free(reading->texts);
    arena_free(reading->arena);
    return res;
}
