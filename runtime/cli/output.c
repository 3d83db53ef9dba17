/* The blocks of a script to standard output, and those of a `run ... to` to files. */
#include "runtime/cli/output.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/grid.h"
#include "runtime/render/output.h"
#include "runtime/render/pager.h"
#include "runtime/render/terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static TableStyle table_style(const CliOutput *output, const Terminal *terminal)
{
    static const Settings none;
    const Settings *set = output->session ? session_settings(output->session) : &none;
    const Locale *locale = set->locale ? locale_find(set->locale) : NULL;
    TableStyle style = {.format.locale = locale ? locale : locale_default(),
                        .width = set->width,
                        .rows = set->rows};
    if (terminal) {
        style.format.ascii = terminal->ascii;
        style.colour = terminal->colour;
        style.width = output->width ? output->width
                      : set->width  ? set->width
                                    : terminal->width;
    }
    return style;
}

bool cli_has_reader(const CliOptions *options)
{
    struct stat out;
    if (options->format != RENDER_TABLE || fstat(STDOUT_FILENO, &out) != 0)
        return false;
    return isatty(STDOUT_FILENO) || !(S_ISREG(out.st_mode) || S_ISCHR(out.st_mode));
}

/* CSV has no place for alarms: they are said on standard error. */
static void say_signals(const Result *result, const Locale *locale)
{
    Grid grid;
    StrBuf sb, line;
    if (!result->n_signal)
        return;
    grid_init(&grid, result, (FormatStyle){.locale = locale});
    strbuf_init(&sb);
    strbuf_init(&line);
    for (size_t i = 0; i < result->n_signal; i++) {
        strbuf_reset(&line);
        grid_add_signal(&grid, &line, &result->signal[i]);
        utf8_add_visible(&sb, line.text, line.len);
        strbuf_addc(&sb, '\n');
    }
    fputs(sb.text, stderr);
    strbuf_release(&line);
    strbuf_release(&sb);
    grid_release(&grid);
}

void cli_output_add(Document *document, const Block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        document_add_title(document, block->text, block->depth);
        return;
    case BLOCK_TEXT:
        document_add_text(document, block->text);
        return;
    case BLOCK_QUESTION:
        document_add_question(document, block->text);
        return;
    case BLOCK_FACT:
        document_add_fact(document, (Fact){block->name, block->text});
        return;
    case BLOCK_RESULT:
        document_add_result(document, block->result);
        if (document->style.format == RENDER_CSV)
            say_signals(block->result, document->style.table.format.locale);
        return;
    }
    UNREACHABLE("block");
}

void cli_output_add_about(const CliOutput *output, Document *document)
{
    AboutFact fact[SESSION_ABOUT_MOST];
    size_t n = output->session ? session_about(output->session, fact) : 0;
    for (size_t i = 0; i < n; i++)
        document_add_about(document, fact[i].fact, fact[i].at_foot);
}

static void count_rows(void *self, uint64_t rows)
{
    CliOutput *output = self;
    progress_rows(&output->progress, rows);
}

static void print_time(void *self, double seconds)
{
    CliOutput *output = self;
    sink_flush(&output->sink);
    if (seconds < 1)
        fprintf(stderr, "%.1f ms\n", seconds * 1000);
    else
        fprintf(stderr, "%.2f s\n", seconds);
}

/* Only who sits there can turn pages. */
static bool may_page(const CliOutput *output, const Terminal *terminal)
{
    return terminal->tty && isatty(STDIN_FILENO) && !output->no_pager &&
           session_settings(output->session)->pager;
}

/* The block as a whole, through a pager where it is longer than the screen. */
static void page_block(CliOutput *output, const Block *block, const Terminal *terminal)
{
    Sink *sink = &output->sink;
    int fd = sink->fd;
    sink_flush(sink);
    sink->fd = -1;
    cli_output_add(&output->document, block);
    sink->fd = fd;
    if (pager_is_needed(&sink->buf, terminal) && pager_show(&sink->buf))
        strbuf_reset(&sink->buf);
}

static bool print_block(void *self, const Block *block)
{
    CliOutput *output = self;
    progress_clear(&output->progress);
    Terminal terminal = terminal_look(STDOUT_FILENO);
    output->document.style.table = table_style(output, &terminal);
    output->document.style.today = session_settings(output->session)->today;
    output->document.style.no_chart = !session_settings(output->session)->charts;
    if (may_page(output, &terminal))
        page_block(output, block, &terminal);
    else
        cli_output_add(&output->document, block);
    return sink_flush(&output->sink) || output->sink.error == EPIPE;
}

static DiagSink *diags(const CliOutput *output)
{
    return (DiagSink *)(uintptr_t)session_diags(output->session);
}

static Output *open_file(CliOutput *output, const FileTarget *to, Output *const *other,
                         size_t n)
{
    Output *file = output_open(to->path, diags(output), &to->span);
    if (!file || output_is_apart(file, other, n))
        return file;
    output_discard(file);
    return NULL;
}

/* Renders the blocks to one file, up to the disk but not in its place; false: reported.
 */
static bool prepare_file(CliOutput *output, Output *file, const char *path,
                         const Block *block, size_t n_block)
{
    DocumentStyle style = {.table = table_style(output, NULL),
                           .today = session_settings(output->session)->today,
                           .raw = output->options->raw,
                           .is_file = true};
    if (!document_format_of_path(path, &style.format))
        return false;
    Document document;
    document_begin(&document, output_sink(file), &style);
    for (size_t i = 0; i < n_block; i++)
        cli_output_add(&document, &block[i]);
    cli_output_add_about(output, &document);
    document_end(&document);
    return output_prepare(file);
}

/* All are opened before anything is rendered. */
static bool write_files(void *self, const FileTarget *to, size_t n, const Block *block,
                        size_t n_block)
{
    CliOutput *output = self;
    Output **file = xcalloc(n + 1, sizeof *file);
    size_t open = 0, ready = 0;
    while (open < n && (file[open] = open_file(output, &to[open], file, open)))
        open++;
    while (open == n && ready < n &&
           prepare_file(output, file[ready], to[ready].path, block, n_block))
        ready++;
    bool ok = ready == n && output_commit_all(file, n);
    for (size_t i = 0; i < open && ready < n; i++)
        output_discard(file[i]);
    free(file);
    return ok;
}

void cli_output_init(CliOutput *output, const CliOptions *options)
{
    output->options = options;
    output->session = NULL;
    output->progress = (ProgressLine){0, 0};
    output->width = 0;
    output->no_pager = false;
    sink_init(&output->sink, STDOUT_FILENO);
    DocumentStyle style = {.format = options->format,
                           .table = table_style(output, NULL),
                           .raw = options->raw};
    document_begin(&output->document, &output->sink, &style);
}

bool cli_output_finish(CliOutput *output)
{
    progress_clear(&output->progress);
    cli_output_add_about(output, &output->document);
    document_end(&output->document);
    bool ok = output_finish_stream(&output->sink, diags(output)) ||
              output->sink.error == EPIPE;
    sink_release(&output->sink);
    return ok;
}

SessionOutput cli_output_callbacks(CliOutput *output)
{
    SessionOutput callbacks = {print_block, write_files, count_rows, print_time,
                               output};
    return callbacks;
}
