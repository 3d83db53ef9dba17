/* `koers fmt`: prints scripts in canonical form, puts them into it, or says which are
   not. */
#include "runtime/cli/cli.h"

#include "parser/ast_format.h"
#include "runtime/cli/reading.h"
#include "runtime/render/output.h"

#include <string.h>

static bool is_same(const Reading *reading, const StrBuf *sb)
{
    return sb->len == reading->text->len &&
           memcmp(sb->text, reading->text->text, sb->len) == 0;
}

/* The old file stays when the new one cannot be written. */
static bool replace_file(Reading *reading, const char *path, const StrBuf *sb)
{
    Output *file = output_open(path, &reading->sink, NULL);
    if (!file)
        return false;
    strbuf_add(&output_sink(file)->buf, sb->text, sb->len);
    return output_commit(file);
}

static int deliver(Reading *reading, const CliOptions *o, const char *path,
                   const StrBuf *sb)
{
    if (o->check) {
        if (is_same(reading, sb))
            return EXIT_FINE;
        printf("%s\n", path);
        return EXIT_SCRIPT;
    }
    if (!o->in_place || !strcmp(path, "-"))
        return cli_print_text(sb) ? EXIT_FINE : EXIT_OUTPUT;
    if (is_same(reading, sb) || replace_file(reading, path, sb))
        return EXIT_FINE;
    return EXIT_OUTPUT;
}

static int format_file(const CliOptions *o, const char *path)
{
    Reading reading;
    StrBuf sb;
    int res = EXIT_FINE;
    strbuf_init(&sb);
    if (reading_open(&reading, path) &&
        ast_format(&sb, reading.text, &reading.sink) == PARSE_OK)
        res = deliver(&reading, o, path, &sb);
    strbuf_release(&sb);
    int read = reading_close(&reading);
    return res ? res : read;
}

int cli_fmt(const CliOptions *o)
{
    int res = EXIT_FINE;
    for (int i = 0; i < o->n_arg; i++) {
        int one = format_file(o, o->arg[i]);
        res = one > res ? one : res;
    }
    return res;
}
