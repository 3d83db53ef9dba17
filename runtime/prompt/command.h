/* The prompt's own commands: which text is one, and what it asks for. */
#ifndef KOERS_RUNTIME_PROMPT_COMMAND_H
#define KOERS_RUNTIME_PROMPT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    COMMAND_HELP,     /* a topic or nothing */
    COMMAND_DESCRIBE, /* a name or nothing */
    COMMAND_DOC,      /* a module, a file or nothing */
    COMMAND_EXPLAIN,  /* a statement, the code of a message, or nothing */
    COMMAND_TIMING,   /* on, off or nothing */
    COMMAND_FORMAT,   /* its name or nothing */
    COMMAND_WIDTH,    /* a number or nothing */
    COMMAND_OPEN,     /* a file */
    COMMAND_INCLUDE,  /* a file */
    COMMAND_EDIT,
    COMMAND_WATCH, /* seconds and a question */
    COMMAND_HINT,  /* to what `learn` asked */
    COMMAND_SKIP,
    COMMAND_CLEAR,
    COMMAND_QUIT,
} CommandKind;

typedef enum {
    COMMAND_NONE, /* not a command: a text of the language */
    COMMAND_GOOD,
    COMMAND_UNKNOWN,      /* a `\` or `.` and a name that is none */
    COMMAND_BAD_ARGUMENT, /* of the command `name` */
} CommandStatus;

typedef struct {
    CommandStatus status;
    CommandKind kind;
    bool escaped;     /* with a leading `\` or `.` */
    const char *word; /* as written, without the `\` */
    size_t word_len;
    const char *name; /* as the commands list it */
    const char *arg;  /* in the text given; blanks, `;` and quotes of a file removed */
    size_t arg_len;
    double seconds; /* of COMMAND_WATCH; `arg` is the question */
    unsigned width; /* of COMMAND_WIDTH; 0: none given */
} Command;

/* Never fails; what it returns points into `text`. */
Command command_parse(const char *text, size_t len);

/* Is text[0, len) the word of a command and a blank, with whatever behind it? Sets
   kind, escaped, word and arg (up to the end, untrimmed). For completion. */
bool command_begin(const char *text, size_t len, Command *res);

/* Every name in the order of the table; NULL after the last. `bare` tells whether it
   is taken without a `\`, `shown` the name that the command is listed by; both may be
   NULL. */
const char *command_name_at(size_t index, bool *bare, const char **shown);
/* How `name` is used, for messages: "watch SECONDS QUESTION". */
const char *command_usage(CommandKind kind);

#endif
