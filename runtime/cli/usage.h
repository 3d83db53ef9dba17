/* The one table of subcommands and options: arguments are read by it, help and
   completions are made from it. */
#ifndef KOERS_RUNTIME_CLI_USAGE_H
#define KOERS_RUNTIME_CLI_USAGE_H

#include "runtime/cli/cli.h"

struct CliCommand {
    const char *name;
    int (*run)(const CliOptions *options);
    const char *operand; /* what has to be given; NULL: nothing */
    const char *arguments;
    const char *files; /* kinds that completion offers, parted by blanks */
    const char *about;
};

typedef enum {
#define CLI_OPTION(kind, name, value, wanted, commands, about) OPTION_##kind,
#include "runtime/cli/usage.def"
} CliOptionKind;

typedef struct {
    CliOptionKind kind;
    const char *name;
    const char *value;    /* as the help shows it; NULL: a flag */
    const char *wanted;   /* as a message says it */
    const char *commands; /* that it belongs to, parted by blanks; - is none of them */
    const char *about;
} CliOption;

/* A name of NULL stands behind the last. */
extern const CliCommand cli_commands[];
extern const CliOption cli_options[];

/* NULL: there is none. */
const CliCommand *cli_find_command(const char *name);
const CliOption *cli_find_option(const char *name, size_t len);
/* Are the words, parted by blanks or |, one of them `word`? */
bool cli_has_word(const char *words, const char *word);

/* The text of --help. */
void cli_add_help(StrBuf *sb);

#endif
