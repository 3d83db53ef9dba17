/* koers completion SHELL: what the shell needs to complete these words, made from the
   table of subcommands and options. Names of modules are asked of the program when they
   are wanted. */
#include "runtime/cli/usage.h"

#include <stdio.h>
#include <string.h>

/* Adds the text with a backslash in front of each of `marks`. */
static void add_escaped(StrBuf *sb, const char *text, const char *marks)
{
    for (; *text; text++) {
        if (strchr(marks, *text))
            strbuf_addc(sb, '\\');
        strbuf_addc(sb, *text);
    }
}

/* The same inside single quotes of a shell that has no escapes there. */
static void add_in_quotes(StrBuf *sb, const char *text, const char *marks)
{
    for (; *text; text++) {
        if (*text == '\'')
            strbuf_adds(sb, "'\\'");
        else if (strchr(marks, *text))
            strbuf_addc(sb, '\\');
        strbuf_addc(sb, *text);
    }
}

/* The choices of an option as words. */
static void add_values(StrBuf *sb, const char *value)
{
    for (; *value; value++)
        strbuf_addc(sb, *value == '|' ? ' ' : *value);
}

static bool is_choice(const CliOption *option)
{
    return option->value && strchr(option->value, '|');
}

static bool is_file(const CliOption *option)
{
    return option->value && !strcmp(option->value, "FILE");
}

static void add_commands(StrBuf *sb, const char *between)
{
    for (const CliCommand *c = cli_commands; c->name; c++)
        strbuf_addf(sb, "%s%s", c == cli_commands ? "" : between, c->name);
}

static const char *words_of_shells(void)
{
    return cli_find_command("completion")->arguments;
}

/* The endings of files of the kinds, parted by |; false: none of them are files. */
static bool add_endings(StrBuf *sb, const char *files)
{
    static const char *const endings[][2] = {
        {"koers", "koers"}, {"csv", "csv"}, {"store", "db|sqlite|sqlite3"}};
    size_t before = sb->len;
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (cli_has_word(files, endings[i][0]))
            strbuf_addf(sb, "%s%s", sb->len > before ? "|" : "", endings[i][1]);
    }
    return sb->len > before;
}

/* --- bash --- */

static void bash_options(StrBuf *sb, const char *command)
{
    bool first = true;
    strbuf_addf(sb, "        %s) words='", command[0] == '-' ? "''" : command);
    for (const CliOption *o = cli_options; o->name; o++) {
        if (!cli_has_word(o->commands, command))
            continue;
        strbuf_addf(sb, "%s%s", first ? "" : " ", o->name);
        first = false;
    }
    strbuf_adds(sb, "' ;;\n");
}

static void bash_files(StrBuf *sb, const CliCommand *c)
{
    strbuf_addf(sb, "    %s)", c->name);
    size_t begin = sb->len;
    strbuf_adds(sb, " _koers_files '*.@(");
    if (add_endings(sb, c->files))
        strbuf_adds(sb, ")';");
    else
        strbuf_truncate(sb, begin);
    if (cli_has_word(c->files, "module"))
        strbuf_adds(sb, " _koers_words \"$(\"$program\" doc 2>/dev/null |"
                        " sed 's/ .*//')\";");
    if (cli_has_word(c->files, "shell")) {
        strbuf_adds(sb, " _koers_words '");
        add_values(sb, words_of_shells());
        strbuf_adds(sb, "';");
    }
    strbuf_adds(sb, " ;;\n");
}

static const char bash_functions[] =
    "# Completion of koers for bash, made by `koers completion bash`.\n"
    "_koers_words()\n{\n"
    "    local word\n"
    "    while read -r word; do COMPREPLY+=(\"$word\"); done < <(\n"
    "        compgen -W \"$1\" -- \"$current\")\n}\n\n"
    "_koers_files()\n{\n"
    "    local name\n"
    "    while read -r name; do COMPREPLY+=(\"$name\"); done < <(\n"
    "        shopt -s extglob\n"
    "        compgen -f -X \"!$1\" -- \"$current\"\n"
    "        compgen -d -- \"$current\")\n}\n\n"
    "_koers()\n{\n"
    "    local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]}\n"
    "    local before=${COMP_WORDS[COMP_CWORD - 1]} command='' words='' i\n"
    "    COMPREPLY=()\n"
    "    if [ \"$current\" = = ]; then\n"
    "        current=''\n"
    "    elif [ \"$before\" = = ]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        case ${COMP_WORDS[i]} in\n";

static void bash_value(StrBuf *sb, const CliOption *o)
{
    strbuf_addf(sb, "    %s)", o->name);
    if (is_choice(o)) {
        strbuf_adds(sb, " _koers_words '");
        add_values(sb, o->value);
        strbuf_adds(sb, "';");
    } else if (is_file(o)) {
        strbuf_adds(sb, " _koers_files '*';");
    }
    strbuf_adds(sb, " return ;;\n");
}

static void add_bash(StrBuf *sb)
{
    strbuf_addf(sb, "%s        ", bash_functions);
    add_commands(sb, " | ");
    strbuf_adds(sb, ")\n"
                    "            command=${COMP_WORDS[i]}\n"
                    "            break\n"
                    "            ;;\n"
                    "        esac\n"
                    "    done\n"
                    "    case $before in\n");
    for (const CliOption *o = cli_options; o->name; o++) {
        if (o->value)
            bash_value(sb, o);
    }
    strbuf_adds(sb, "    esac\n"
                    "    if [[ $current == -* ]]; then\n"
                    "        case $command in\n");
    bash_options(sb, "-");
    for (const CliCommand *c = cli_commands; c->name; c++)
        bash_options(sb, c->name);
    strbuf_adds(sb, "        esac\n"
                    "        _koers_words \"$words\"\n"
                    "        return\n"
                    "    fi\n"
                    "    case $command in\n"
                    "    '') _koers_words '");
    add_commands(sb, " ");
    strbuf_adds(sb, "'; _koers_files '*.@(db|sqlite|sqlite3)' ;;\n");
    for (const CliCommand *c = cli_commands; c->name; c++)
        bash_files(sb, c);
    strbuf_adds(sb, "    esac\n}\n\ncomplete -o filenames -F _koers koers\n");
}

/* --- zsh --- */

static void zsh_option(StrBuf *sb, const CliOption *o)
{
    bool joined = o->value && o->name[1] == '-'; /* --name=value goes too */
    strbuf_addf(sb, " \\\n            '%s%s[", o->name, joined ? "=" : "");
    add_in_quotes(sb, o->about, "[]:");
    strbuf_addc(sb, ']');
    if (is_choice(o)) {
        strbuf_adds(sb, ":value:(");
        add_values(sb, o->value);
        strbuf_addc(sb, ')');
    } else if (is_file(o)) {
        strbuf_adds(sb, ":file:_files");
    } else if (o->value) {
        strbuf_addf(sb, ":%s: ", o->value);
    }
    strbuf_addc(sb, '\'');
}

static void zsh_options(StrBuf *sb, const char *command)
{
    for (const CliOption *o = cli_options; o->name; o++) {
        if (cli_has_word(o->commands, command))
            zsh_option(sb, o);
    }
}

static void zsh_operand(StrBuf *sb, const char *files)
{
    if (cli_has_word(files, "shell")) {
        strbuf_adds(sb, " \\\n            '*:shell:(");
        add_values(sb, words_of_shells());
        strbuf_adds(sb, ")'");
    } else if (cli_has_word(files, "module")) {
        strbuf_adds(sb, " \\\n            '*:module:_koers_modules'");
    } else {
        /* The bar tells the brackets from flags of the pattern. */
        strbuf_adds(sb, " \\\n            '*:file:_files -g \"*.(");
        add_endings(sb, files);
        strbuf_adds(sb, "|)\"'");
    }
    strbuf_addc(sb, '\n');
}

static void add_zsh(StrBuf *sb)
{
    strbuf_adds(sb,
                "#compdef koers\n"
                "# Completion of koers for zsh, made by `koers completion zsh`.\n"
                "_koers_modules() {\n"
                "    local -a modules\n"
                "    modules=(${${(f)\"$(_call_program modules koers doc)\"}%% *})\n"
                "    compadd -a modules\n"
                "    _files -g '*.koers'\n"
                "}\n\n"
                "_koers_first() {\n"
                "    local -a commands\n"
                "    commands=(\n");
    for (const CliCommand *c = cli_commands; c->name; c++) {
        strbuf_addf(sb, "        '%s:", c->name);
        add_in_quotes(sb, c->about, ":");
        strbuf_adds(sb, "'\n");
    }
    strbuf_adds(sb, "    )\n"
                    "    _describe command commands\n"
                    "    _files -g '*.(db|sqlite|sqlite3)'\n"
                    "}\n\n"
                    "_koers() {\n"
                    "    local command= word\n"
                    "    for word in ${words[2,CURRENT-1]}; do\n"
                    "        case $word in\n"
                    "        (");
    add_commands(sb, "|");
    strbuf_adds(sb, ") command=$word; break ;;\n"
                    "        esac\n"
                    "    done\n"
                    "    case $command in\n"
                    "    ('')\n"
                    "        _arguments");
    zsh_options(sb, "-");
    strbuf_adds(sb, " \\\n            '*:command:_koers_first'\n        ;;\n");
    for (const CliCommand *c = cli_commands; c->name; c++) {
        strbuf_addf(sb, "    (%s)\n        _arguments", c->name);
        zsh_options(sb, c->name);
        zsh_operand(sb, c->files);
        strbuf_adds(sb, "        ;;\n");
    }
    strbuf_adds(sb, "    esac\n}\n\n_koers \"$@\"\n");
}

/* --- fish --- */

/* The beginning of a line that holds behind the subcommand; - is none of them. */
static void fish_when(StrBuf *sb, const char *command)
{
    bool none = command[0] == '-';
    strbuf_addf(sb, "complete -c koers -n '%s__fish_seen_subcommand_from ",
                none ? "not " : "");
    if (none)
        add_commands(sb, " ");
    else
        strbuf_adds(sb, command);
    strbuf_addc(sb, '\'');
}

static void fish_option(StrBuf *sb, const CliOption *o, const char *command)
{
    bool is_long = o->name[1] == '-';
    fish_when(sb, command);
    strbuf_addf(sb, " -%c %s -d '", is_long ? 'l' : 's', o->name + (is_long ? 2 : 1));
    add_escaped(sb, o->about, "'\\");
    strbuf_addc(sb, '\'');
    if (is_choice(o)) {
        strbuf_adds(sb, " -x -a '");
        add_values(sb, o->value);
        strbuf_addc(sb, '\'');
    } else if (o->value) {
        strbuf_adds(sb, is_file(o) ? " -r -F" : " -x");
    }
    strbuf_addc(sb, '\n');
}

static void fish_operands(StrBuf *sb, const char *command, const char *files)
{
    static const char *const kinds[][2] = {
        {"koers", "(__fish_complete_suffix .koers)"},
        {"csv", "(__fish_complete_suffix .csv)"},
        {"store", "(__fish_complete_suffix .db)"},
        {"module", "(koers doc 2>/dev/null | string replace -r \" +\" \\t)"},
    };
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (!cli_has_word(files, kinds[i][0]))
            continue;
        fish_when(sb, command);
        strbuf_addf(sb, " -a '%s'\n", kinds[i][1]);
    }
    if (cli_has_word(files, "shell")) {
        fish_when(sb, command);
        strbuf_adds(sb, " -a '");
        add_values(sb, words_of_shells());
        strbuf_adds(sb, "'\n");
    }
}

static void fish_command(StrBuf *sb, const char *command, const char *files)
{
    for (const CliOption *o = cli_options; o->name; o++) {
        if (cli_has_word(o->commands, command))
            fish_option(sb, o, command);
    }
    fish_operands(sb, command, files);
}

static void add_fish(StrBuf *sb)
{
    strbuf_adds(sb, "# Completion of koers for fish, made by `koers completion fish`.\n"
                    "complete -c koers -f\n");
    for (const CliCommand *c = cli_commands; c->name; c++) {
        fish_when(sb, "-");
        strbuf_addf(sb, " -a %s -d '", c->name);
        add_escaped(sb, c->about, "'\\");
        strbuf_adds(sb, "'\n");
    }
    fish_command(sb, "-", "store");
    for (const CliCommand *c = cli_commands; c->name; c++)
        fish_command(sb, c->name, c->files);
}

int cli_completion(const CliOptions *o)
{
    StrBuf sb;
    strbuf_init(&sb);
    if (!strcmp(o->arg[0], "bash"))
        add_bash(&sb);
    else if (!strcmp(o->arg[0], "zsh"))
        add_zsh(&sb);
    else if (!strcmp(o->arg[0], "fish"))
        add_fish(&sb);
    if (!sb.len)
        fprintf(stderr, "koers: `completion` takes bash, zsh or fish\n");
    int res = !sb.len ? EXIT_USAGE : cli_print_text(&sb) ? EXIT_FINE : EXIT_OUTPUT;
    strbuf_release(&sb);
    return res;
}
