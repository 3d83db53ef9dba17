#include "runtime/cli/usage.h"

#include <string.h>

const CliCommand cli_commands[] = {
#define CLI_COMMAND(name, function, operand, arguments, files, about)                  \
    {name, function, operand, arguments, files, about},
#include "runtime/cli/usage.def"
    {NULL, NULL, NULL, NULL, NULL, NULL},
};

const CliOption cli_options[] = {
#define CLI_OPTION(kind, name, value, wanted, commands, about)                         \
    {OPTION_##kind, name, value, wanted, commands, about},
#include "runtime/cli/usage.def"
    {OPTION_HELP, NULL, NULL, NULL, NULL, NULL},
};

_Static_assert(OPTION_HELP < 64, "options are bits of CliOptions.given");

const CliCommand *cli_find_command(const char *name)
{
    const CliCommand *command = cli_commands;
    while (command->name && strcmp(command->name, name) != 0)
        command++;
    return command->name ? command : NULL;
}

const CliOption *cli_find_option(const char *name, size_t len)
{
    const CliOption *option = cli_options;
    while (option->name &&
           (strlen(option->name) != len || memcmp(option->name, name, len) != 0))
        option++;
    return option->name ? option : NULL;
}

bool cli_has_word(const char *words, const char *word)
{
    size_t len = strlen(word);
    while (*words) {
        size_t n = strcspn(words, " |");
        if (n == len && !memcmp(words, word, n))
            return true;
        words += n + (words[n] != '\0');
    }
    return false;
}

enum { HELP_WIDTH = 80, COMMAND_COLUMN = 40, OPTION_COLUMN = 31 };

/* What stands on the left, and from a column on, broken at the width, what it is. */
static void add_row(StrBuf *sb, const char *left, size_t column, const char *about)
{
    size_t used = strlen(left);
    strbuf_adds(sb, left);
    if (used + 2 > column) {
        strbuf_addc(sb, '\n');
        used = 0;
    }
    while (*about) {
        size_t n = strcspn(about, " ");
        if (used > column && used + 1 + n > HELP_WIDTH) {
            strbuf_addc(sb, '\n');
            used = 0;
        }
        size_t gap = used < column ? column - used : 1;
        strbuf_addn(sb, ' ', gap);
        strbuf_add(sb, about, n);
        used += gap + n;
        about += n + strspn(about + n, " ");
    }
    strbuf_addc(sb, '\n');
}

static void add_command(StrBuf *sb, const char *lead, const char *arguments,
                        const char *about)
{
    StrBuf left;
    strbuf_init(&left);
    strbuf_addf(&left, "%s%s", lead, arguments);
    add_row(sb, left.text, COMMAND_COLUMN, about);
    strbuf_release(&left);
}

void cli_add_help(StrBuf *sb)
{
    StrBuf left;
    strbuf_init(&left);
    add_command(sb, "usage: koers ", "[STORE]",
                "ask questions at the prompt; model.koers beside the store is read "
                "first");
    add_command(sb, "       koers ", "[STORE] -c 'STATEMENTS'", "run statements");
    for (const CliCommand *c = cli_commands; c->name; c++) {
        strbuf_reset(&left);
        strbuf_addf(&left, "       koers %s ", c->name);
        add_command(sb, left.text, c->arguments, c->about);
    }
    strbuf_adds(sb, "\noptions:\n");
    for (const CliOption *o = cli_options; o->name; o++) {
        strbuf_reset(&left);
        strbuf_addf(&left, "  %s%s%s", o->name, o->value ? " " : "",
                    o->value ? o->value : "");
        add_row(sb, left.text, OPTION_COLUMN, o->about);
    }
    strbuf_adds(sb, "\nexit status: 0 fine, 1 error in a script, 2 usage, 3 alarm "
                    "raised,\n             4 store not readable, 5 output not written, "
                    "70 internal error\n");
    strbuf_release(&left);
}
