/* Where a script's answers go: standard output in the format asked for, and files. */
#ifndef KOERS_RUNTIME_CLI_OUTPUT_H
#define KOERS_RUNTIME_CLI_OUTPUT_H

#include "runtime/cli/cli.h"
#include "runtime/cli/progress.h"
#include "runtime/render/document.h"

typedef struct {
    const CliOptions *options;
    Session *session; /* set once it is there: locale and messages */
    Sink sink;        /* standard output */
    Document document;
    ProgressLine progress;
    unsigned width; /* asked for at the prompt; 0: the terminal's */
    bool no_pager;  /* something is watched: answers pass by */
} CliOutput;

/* May somebody be reading what is printed? Not in a file or nowhere, nor in a form for
   programs or browsers. */
bool cli_has_reader(const CliOptions *options);
void cli_output_init(CliOutput *output, const CliOptions *options);
/* Ends the document and writes what is left; false: standard output could not be
   written, which was reported. A reader that has gone (`| head`) is no failure. */
bool cli_output_finish(CliOutput *output);
/* One block, or what is said of all that the session printed, to another document. */
void cli_output_add(Document *document, const Block *block);
void cli_output_add_about(const CliOutput *output, Document *document);
/* The callbacks for a session. */
SessionOutput cli_output_callbacks(CliOutput *output);

#endif
