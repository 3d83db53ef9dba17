#include "runtime/cli/reading.h"

#include "runtime/cli/cli.h"
#include "runtime/diag/source_file.h"

#include <string.h>

bool reading_open(Reading *reading, const char *path)
{
    const char *why;
    reading->arena = arena_new();
    reading->texts = source_texts_new();
    diag_sink_init(&reading->sink, reading->arena, reading->texts);
    reading->text = strcmp(path, "-") != 0
                        ? source_file_read(reading->texts, path, &why)
                        : source_file_add(reading->texts, path, stdin, &why);
    if (!reading->text)
        diag_error_at_large(&reading->sink, DIAG_FILE, "cannot read `%s`: %s", path,
                            why);
    return reading->text != NULL;
}

int reading_close(Reading *reading)
{
    int res = reading->sink.n_error ? EXIT_SCRIPT : EXIT_FINE;
    cli_print_diags(&reading->sink);
    source_texts_free(reading->texts);
    arena_free(reading->arena);
    return res;
}
