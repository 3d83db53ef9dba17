/* Inside prompt/: the state that its files share. */
#ifndef KOERS_RUNTIME_PROMPT_INTERNAL_H
#define KOERS_RUNTIME_PROMPT_INTERNAL_H

#include "runtime/base/strbuf.h"
#include "runtime/prompt/command.h"
#include "runtime/prompt/prompt.h"
#include "runtime/render/terminal.h"

typedef struct {
    Session *session;
    const PromptOptions *options;
    Terminal terminal; /* standard output */
    bool interactive;  /* standard input is a terminal */
    bool timing;
    bool done;             /* quit was asked for */
    int status;            /* exit status of the last text that failed; 0: none did */
    unsigned width;        /* asked for; 0: the terminal's */
    unsigned lines_before; /* of a pipe: those before the text that is run */
    char *last;            /* the last text that was run, for edit and watch */
    char *entry;           /* the last entry of the history */
    StrBuf history;        /* its path; empty: it is not kept */
} Prompt;

/* Runs one whole text: a command or statements. false: it failed and said so. */
bool prompt_run_text(Prompt *p, const char *text);
/* The same for what is no command, in this session as it is. */
bool prompt_run_statements(Prompt *p, const char *text);
/* `explain` of the last question that was answered; there is one. */
bool prompt_explain_last(Prompt *p);
/* To what a lesson asked; something is. */
bool prompt_hint(Prompt *p);
bool prompt_skip(Prompt *p);
bool prompt_run_file(Prompt *p, const char *path);
/* Is the text whole? *result is the parser's, for the reason, where it is not. */
bool prompt_is_whole(Prompt *p, const char *text, size_t len, ParseResult *result);
/* To standard output, in order with the answers. false: it could not be written. */
bool prompt_print(Prompt *p, const char *text);
/* One line to standard error; returns false. */
bool prompt_complain(Prompt *p, const char *format, ...) PRINTF_LIKE(2, 3);
/* Keeps the text in the history's file. false: it is not worth keeping. */
bool prompt_remember(Prompt *p, const char *text);

/* action.c: the commands. */
bool action_run(Prompt *p, const Command *command);

/* editor.c: the text after the user's editor was at it, owned by the caller; NULL:
   reported. */
char *editor_edit(Prompt *p, const char *text);

/* plain.c: reads lines from standard input until its end. */
void plain_loop(Prompt *p);

/* line_readline.c: reads texts from a terminal. */
void line_loop(Prompt *p);

#endif
