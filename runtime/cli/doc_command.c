/* koers doc [MODULE ...]: what modules say of themselves, or a list of them. */
#include "runtime/cli/cli.h"

#include "runtime/cli/modules.h"
#include "runtime/module/library.h"
#include "runtime/render/terminal.h"

#include <stdio.h>
#include <unistd.h>

static void add_index(StrBuf *sb, Library *library, bool markdown, unsigned width)
{
    size_t n;
    const Doc *doc = library_all(library, &n);
    if (markdown)
        doc_add_index_markdown(sb, doc, n);
    else
        doc_add_index_text(sb, doc, n, width);
}

static void add_docs(StrBuf *sb, Library *library, const CliOptions *o, unsigned width)
{
    for (int i = 0; i < o->n_arg; i++) {
        Doc doc;
        if (!library_read(library, o->arg[i], &doc))
            continue;
        if (sb->len)
            strbuf_addc(sb, '\n');
        if (o->format == RENDER_MARKDOWN)
            doc_add_markdown(sb, &doc);
        else
            doc_add_text(sb, &doc, width);
    }
}

int cli_doc(const CliOptions *o)
{
    if (o->format != RENDER_TABLE && o->format != RENDER_MARKDOWN) {
        fputs("koers: doc is printed as table, for a terminal, or md\n", stderr);
        return EXIT_USAGE;
    }
    Arena *arena = arena_new();
    Library library;
    StrBuf sb;
    library_open(&library, modules_folders(arena));
    strbuf_init(&sb);
    unsigned width = terminal_look(STDOUT_FILENO).width;
    if (o->n_arg)
        add_docs(&sb, &library, o, width);
    else
        add_index(&sb, &library, o->format == RENDER_MARKDOWN, width);
    int res = cli_print_text(&sb) ? EXIT_FINE : EXIT_OUTPUT;
    if (library.sink.n_error)
        res = EXIT_SCRIPT;
    cli_print_diags(&library.sink);
    strbuf_release(&sb);
    library_close(&library);
    arena_free(arena);
    return res;
}
