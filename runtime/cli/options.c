/* Arguments to options; version. */
#include "runtime/cli/usage.h"

#include "runtime/base/utf8.h"
#include "runtime/engine/sqlite/sqlite.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int usage(const char *message, const char *what)
{
    StrBuf text;
    strbuf_init(&text);
    if (what)
        utf8_add_visible(&text, what, strlen(what));
    const char *quote = what ? "`" : "";
    fprintf(stderr, "koers: %s%s%s%s%s\n", message, what ? " " : "", quote, text.text,
            quote);
    fputs("koers: `koers --help` shows the usage\n", stderr);
    strbuf_release(&text);
    return EXIT_USAGE;
}

static int missing(const CliCommand *command)
{
    char message[64];
    snprintf(message, sizeof message, "%s is missing after", command->operand);
    return usage(message, command->name);
}

static bool set_format(CliOptions *o, const char *value)
{
    o->has_format = document_format_find(value, &o->format);
    return o->has_format;
}

static bool set_today(CliOptions *o, const char *value)
{
    int64_t seconds;
    bool has_time;
    if (!civil_parse(value, strlen(value), &seconds, &has_time) || has_time)
        return false;
    o->today = civil_day_of(seconds);
    o->has_today = true;
    return true;
}

static bool set_dump(CliOptions *o, const CliOption *option, const char *value)
{
    o->dump = value;
    return cli_has_word(option->value, value);
}

static bool set_fail_on(CliOptions *o, const char *value)
{
    o->fail_on_alarm = true;
    o->fail_on_warn = !strcmp(value, "warn");
    return o->fail_on_warn || !strcmp(value, "alarm");
}

static bool set_text(const char **place, const char *value)
{
    *place = value;
    return *value != '\0';
}

static bool set_flag(bool *flag)
{
    *flag = true;
    return true;
}

/* `value` is NULL for a flag; false: it is no such value. */
static bool set_option(CliOptions *o, const CliOption *option, const char *value)
{
    switch (option->kind) {
    case OPTION_FORMAT:
        return set_format(o, value);
    case OPTION_TODAY:
        return set_today(o, value);
    case OPTION_FAIL_ON:
        return set_fail_on(o, value);
    case OPTION_CSV_RAW:
        return set_flag(&o->raw);
    case OPTION_DUMP:
        return set_dump(o, option, value);
    case OPTION_AS:
        return set_text(&o->person, value);
    case OPTION_STATEMENTS:
        o->statements = value;
        return true;
    case OPTION_APPEND:
    case OPTION_REPLACE:
    case OPTION_UPSERT:
    case OPTION_DRY_RUN:
    case OPTION_AGAIN:
    case OPTION_QUIET:
    case OPTION_HEADER:
    case OPTION_NO_HEADER:
        return import_option_flag(&o->import, option->name);
    case OPTION_KEY:
    case OPTION_SEPARATOR:
    case OPTION_QUOTE:
    case OPTION_ENCODING:
    case OPTION_DECIMAL:
    case OPTION_DATES:
    case OPTION_YEARS_FROM:
    case OPTION_TYPE:
        return import_option_set(&o->import, option->name, value);
    case OPTION_OUTPUT:
        return set_text(&o->output, value);
    case OPTION_STDOUT:
        return set_flag(&o->to_stdout);
    case OPTION_SIZE:
        return set_text(&o->size, value);
    case OPTION_SEED:
        return set_text(&o->seed, value);
    case OPTION_FORCE:
        return set_flag(&o->force);
    case OPTION_IN_PLACE:
        return set_flag(&o->in_place);
    case OPTION_CHECK:
        return set_flag(&o->check);
    case OPTION_MAIL:
        return set_flag(&o->mail);
    case OPTION_TO:
        return set_text(&o->to, value);
    case OPTION_FROM:
        return set_text(&o->from, value);
    case OPTION_VERSION:
    case OPTION_HELP:
        break;
    }
    UNREACHABLE("option");
}

static int wrong_value(const CliOption *option)
{
    fprintf(stderr, "koers: `%s` takes %s\n", option->name, option->wanted);
    fputs("koers: `koers --help` shows the usage\n", stderr);
    return EXIT_USAGE;
}

/* How a subcommand is called. */
static void add_call(StrBuf *sb, const char *word, size_t len)
{
    if (len == 1 && *word == '-')
        strbuf_adds(sb, "`koers [STORE]`");
    else
        strbuf_addf(sb, "`koers %.*s`", (int)len, word);
}

static int not_of_command(const CliOptions *o, const CliOption *option)
{
    StrBuf sb;
    strbuf_init(&sb);
    const char *name = o->command ? o->command->name : "-";
    add_call(&sb, name, strlen(name));
    strbuf_addf(&sb, " has no option `%s`, but ", option->name);
    for (const char *word = option->commands; *word;) {
        size_t len = strcspn(word, " ");
        const char *next = word + len + (word[len] != '\0');
        add_call(&sb, word, len);
        strbuf_adds(&sb, !*next ? "" : strchr(next, ' ') ? ", " : " and ");
        word = next;
    }
    strbuf_adds(&sb, strchr(option->commands, ' ') ? " have" : " has");
    fprintf(stderr, "koers: %s\nkoers: `koers --help` shows the usage\n", sb.text);
    strbuf_release(&sb);
    return EXIT_USAGE;
}

/* Options may stand before the subcommand, so they are held against it at the end. */
static int check_options(const CliOptions *o)
{
    const char *name = o->command ? o->command->name : "-";
    for (const CliOption *option = cli_options; option->name; option++) {
        if (o->given >> option->kind & 1 && !cli_has_word(option->commands, name))
            return not_of_command(o, option);
    }
    return EXIT_FINE;
}

/* A value is given as `--name value` or `--name=value`. */
static int parse_option(CliOptions *o, char **argv, int argc, int *i)
{
    const char *arg = argv[*i];
    const char *equals = strchr(arg, '=');
    const CliOption *option =
        cli_find_option(arg, equals ? (size_t)(equals - arg) : strlen(arg));
    if (!option || (equals && !option->value))
        return usage("unknown option", arg);
    o->given |= UINT64_C(1) << option->kind;
    const char *value = NULL;
    if (option->value) {
        value = equals ? equals + 1 : *i + 1 < argc ? argv[++*i] : NULL;
        if (!value)
            return usage("a value is missing after", option->name);
    }
    return set_option(o, option, value) ? EXIT_FINE : wrong_value(option);
}

static int dispatch(const CliOptions *o)
{
    if (o->dump)
        return cli_dump(o);
    if (o->statements)
        return cli_statements(o);
    return o->command ? o->command->run(o) : cli_prompt(o);
}

static int print_text(StrBuf *sb)
{
    bool ok = cli_print_text(sb);
    strbuf_release(sb);
    return ok ? EXIT_FINE : EXIT_OUTPUT;
}

static int print_help(void)
{
    StrBuf sb;
    strbuf_init(&sb);
    cli_add_help(&sb);
    return print_text(&sb);
}

static int print_version(void)
{
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_addf(&sb, "koers %s (SQLite %s)\n", KOERS_VERSION, sqlite_engine_version());
    return print_text(&sb);
}

int cli_main(int argc, char **argv)
{
    CliOptions o = {0};
    o.arg = argv + 1; /* what is left takes the place of what was read */
    for (int i = 1; i < argc; i++) {
        const char *arg = argv[i];
        if (!strcmp(arg, "--help") || !strcmp(arg, "-h"))
            return print_help();
        if (!strcmp(arg, "--version"))
            return print_version();
        if (arg[0] == '-' && arg[1]) {
            int wrong = parse_option(&o, argv, argc, &i);
            if (wrong != EXIT_FINE)
                return wrong;
        } else if (!o.command && !o.n_arg && cli_find_command(arg)) {
            o.command = cli_find_command(arg);
        } else {
            o.arg[o.n_arg++] = argv[i];
        }
    }
    int status = check_options(&o);
    if (status != EXIT_FINE)
        return status;
    if (!o.command && o.n_arg > 1)
        return usage("one store at most, found also", o.arg[1]);
    if (o.format == RENDER_XLSX && isatty(STDOUT_FILENO))
        return usage("a terminal cannot show xlsx; put `> FILE` behind the command",
                     NULL);
    bool dumps_file = o.dump && !o.statements;
    if (!o.command && o.n_arg && !dumps_file)
        o.store = o.arg[0];
    if (o.command && o.command->operand && !o.n_arg)
        return missing(o.command);
    return dispatch(&o);
}
