/* Arguments to options; help and version. */
#include "runtime/cli/cli.h"

#include "runtime/base/utf8.h"
#include "runtime/engine/sqlite/sqlite.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "usage: koers [STORE]                    ask questions at the prompt; model.koers\n"
    "                                        beside the store is read first\n"
    "       koers [STORE] -c 'STATEMENTS'    run statements\n"
    "       koers run FILE [name=value ...]  run a script (- is standard input)\n"
    "       koers check FILE                 check a script without running it\n"
    "       koers fmt [-w] FILE ...          print a script in canonical form; "
    "--check\n"
    "                                        names those that are not in it\n"
    "       koers import FILE ... [into TABLE] STORE\n"
    "                                        load CSV files into a store\n"
    "       koers init STORE [-o FILE | --stdout]\n"
    "                                        write a first model of a store: "
    "model.koers\n"
    "                                        beside it\n"
    "\n"
    "options:\n"
    "  --format table|csv|json|md|html|svg|xlsx\n"
    "                               how answers are printed\n"
    "  --today YYYY-MM-DD           the day that `today` and `this month` hang on\n"
    "  --fail-on alarm|warn         exit with 3 when an alarm (or warning) was raised\n"
    "  --csv-raw                    do not neutralise spreadsheet formulas in CSV\n"
    "  --dump tokens|ast|question|plan|sql\n"
    "                               show how a script is read instead of its answers\n"
    "  --append, --replace          import into a table that exists: add rows, or put\n"
    "                               the new ones in place of all\n"
    "  --upsert --key COL[,COL]     or update rows by their key; --key alone holds it\n"
    "                               to be unique and never empty\n"
    "  --dry-run, --again, --quiet  import for a try; what was imported before; "
    "without\n"
    "                               the table of what was found\n"
    "  --separator, --quote, --header, --no-header, --encoding, --decimal, --dates,\n"
    "  --type COL=TYPE[,...]        how a CSV file is read, where it is not as found\n"
    "  -o FILE, --stdout, --force   where init writes; over a file that exists\n"
    "  --version, --help\n"
    "\n"
    "exit status: 0 fine, 1 error in a script, 2 usage, 3 alarm raised,\n"
    "             4 store not readable, 5 output not written, 70 internal error\n";

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

/* An option with a value, given as `--name value` or `--name=value`. */
static bool set_valued(CliOptions *o, const char *name, const char *value)
{
    if (!strcmp(name, "--format"))
        return set_format(o, value);
    if (!strcmp(name, "--today"))
        return set_today(o, value);
    if (!strcmp(name, "-o")) {
        o->output = value;
        return *value != '\0';
    }
    if (!strcmp(name, "--dump")) {
        o->dump = value;
        return !strcmp(value, "tokens") || !strcmp(value, "ast") ||
               !strcmp(value, "question") || !strcmp(value, "plan") ||
               !strcmp(value, "sql");
    }
    if (import_option_takes(name))
        return import_option_set(&o->import, name, value);
    o->fail_on_alarm = true;
    o->fail_on_warn = !strcmp(value, "warn");
    return o->fail_on_warn || !strcmp(value, "alarm");
}

static bool set_flag(CliOptions *o, const char *arg)
{
    if (!strcmp(arg, "-w"))
        o->in_place = true;
    else if (!strcmp(arg, "--check"))
        o->check = true;
    else if (!strcmp(arg, "--csv-raw"))
        o->raw = true;
    else if (!strcmp(arg, "--stdout"))
        o->to_stdout = true;
    else if (!strcmp(arg, "--force"))
        o->force = true;
    else
        return import_option_flag(&o->import, arg);
    return true;
}

static bool is_valued(const char *name)
{
    return !strcmp(name, "--format") || !strcmp(name, "--today") ||
           !strcmp(name, "--dump") || !strcmp(name, "--fail-on") ||
           !strcmp(name, "-o") || import_option_takes(name);
}

static int wrong_value(const char *name)
{
    static const char *const wanted[][2] = {
        {"--format", "table, csv, json, md, html, svg or xlsx"},
        {"--today", "a day, as 2025-03-31"},
        {"--fail-on", "alarm or warn"},
        {"-o", "the name of a file"},
        {"--dump", "tokens, ast, question, plan or sql"},
    };
    const char *takes = import_option_takes(name);
    for (size_t i = 0; i < COUNT_OF(wanted) && !takes; i++)
        if (!strcmp(wanted[i][0], name))
            takes = wanted[i][1];
    fprintf(stderr, "koers: `%s` takes %s\n", name, takes);
    fputs("koers: `koers --help` shows the usage\n", stderr);
    return EXIT_USAGE;
}

static int parse_option(CliOptions *o, char **argv, int argc, int *i)
{
    char name[16];
    const char *arg = argv[*i];
    const char *equals = strchr(arg, '=');
    size_t len = equals ? (size_t)(equals - arg) : strlen(arg);
    if (set_flag(o, arg))
        return EXIT_FINE;
    if (len >= sizeof name)
        return usage("unknown option", arg);
    memcpy(name, arg, len);
    name[len] = '\0';
    if (!is_valued(name))
        return usage("unknown option", arg);
    const char *value = equals ? equals + 1 : *i + 1 < argc ? argv[++*i] : NULL;
    if (!value)
        return usage("a value is missing after", name);
    return set_valued(o, name, value) ? EXIT_FINE : wrong_value(name);
}

static bool is_command(const char *word)
{
    static const char *const command[] = {"run", "check", "fmt", "import", "init"};
    for (size_t i = 0; i < COUNT_OF(command); i++) {
        if (!strcmp(command[i], word))
            return true;
    }
    return false;
}

static int dispatch(const CliOptions *o)
{
    if (o->dump)
        return cli_dump(o);
    if (o->statements)
        return cli_statements(o);
    if (!o->command)
        return cli_prompt(o);
    if (!strcmp(o->command, "run"))
        return cli_run(o);
    if (!strcmp(o->command, "check"))
        return cli_check(o);
    if (!strcmp(o->command, "fmt"))
        return cli_fmt(o);
    return !strcmp(o->command, "init") ? cli_init(o) : cli_import(o);
}

static void print_version(void)
{
    printf("koers %s (SQLite %s)\n", KOERS_VERSION, sqlite_engine_version());
}

int cli_main(int argc, char **argv)
{
    CliOptions o = {0};
    char *rest[64];
    o.arg = rest;
    for (int i = 1; i < argc; i++) {
        const char *arg = argv[i];
        if (!strcmp(arg, "--help") || !strcmp(arg, "-h"))
            return fputs(help, stdout) < 0 ? EXIT_OUTPUT : EXIT_FINE;
        if (!strcmp(arg, "--version"))
            return print_version(), EXIT_FINE;
        if (!strcmp(arg, "-c")) {
            if (i + 1 == argc)
                return usage("statements are missing after", "-c");
            o.statements = argv[++i];
        } else if (arg[0] == '-' && arg[1]) {
            int status = parse_option(&o, argv, argc, &i);
            if (status != EXIT_FINE)
                return status;
        } else if (!o.command && !o.n_arg && is_command(arg)) {
            o.command = arg;
        } else if (o.n_arg == (int)COUNT_OF(rest)) {
            return usage("too many arguments", NULL);
        } else {
            rest[o.n_arg++] = argv[i];
        }
    }
    if (!o.command && o.n_arg > 1)
        return usage("one store at most, found also", rest[1]);
    if (o.format == RENDER_XLSX && isatty(STDOUT_FILENO))
        return usage("a terminal cannot show xlsx; put `> FILE` behind the command",
                     NULL);
    bool dumps_file = o.dump && !o.statements;
    if (!o.command && o.n_arg && !dumps_file)
        o.store = rest[0];
    if (o.command && !o.n_arg)
        return usage(!strcmp(o.command, "init") ? "a store is missing after"
                                                : "a file is missing after",
                     o.command);
    return dispatch(&o);
}
