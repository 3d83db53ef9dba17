/* koers brief [STORE|FILE] [for WHO] [on DAY]: the daily page of a model: that of a
   script, or model.koers beside the store or here. With --mail as a message. */
#include "runtime/cli/cli.h"

#include "lexer/literal.h"
#include "runtime/cli/interrupt.h"
#include "runtime/cli/modules.h"
#include "runtime/cli/output.h"
#include "runtime/render/mail.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
    "koers: usage: koers brief [STORE|FILE] [for WHO] [on DAY] [--mail [--to ADDRESS] "
    "[--from ADDRESS]]\n";

enum { HOST_SIZE = 256 };

typedef struct {
    const CliOptions *options;
    const char *model; /* store or script; NULL: model.koers in this folder */
    const char *who, *day;
    CliOutput output;
    SessionOutput out;
    bool is_reading; /* the model: what it prints is no part of the page */
    /* Of --mail: the page twice. */
    Sink text_sink, html_sink;
    Document text, html;
    StrBuf title;
} Briefing;

static bool read_words(Briefing *b)
{
    const CliOptions *o = b->options;
    int i = 0;
    if (i < o->n_arg && strcmp(o->arg[i], "for") != 0 && strcmp(o->arg[i], "on") != 0)
        b->model = o->arg[i++];
    for (; i + 1 < o->n_arg; i += 2) {
        const char **word = !strcmp(o->arg[i], "for")  ? &b->who
                            : !strcmp(o->arg[i], "on") ? &b->day
                                                       : NULL;
        if (!word || *word)
            return false;
        *word = o->arg[i + 1];
    }
    return i == o->n_arg;
}

/* ---- where it goes ---- */

static bool take_block(void *self, const Block *block)
{
    Briefing *b = self;
    if (b->is_reading)
        return true;
    if (block->kind == BLOCK_HEADING && !b->title.len)
        strbuf_adds(&b->title, block->text);
    if (!b->options->mail)
        return b->out.block(b->out.self, block);
    cli_output_add(&b->text, block);
    cli_output_add(&b->html, block);
    return true;
}

static bool take_files(void *self, const FileTarget *file, size_t n, const Block *block,
                       size_t n_block)
{
    Briefing *b = self;
    return b->is_reading || b->out.files(b->out.self, file, n, block, n_block);
}

static void begin_mail(Briefing *b)
{
    const Settings *set = session_settings(b->output.session);
    DocumentStyle style = {.format = RENDER_TABLE,
                           .table = {.format.locale = set->locale
                                                          ? locale_find(set->locale)
                                                          : locale_default(),
                                     .width = set->width},
                           .no_script = true};
    sink_init(&b->text_sink, -1);
    sink_init(&b->html_sink, -1);
    document_begin(&b->text, &b->text_sink, &style);
    style.format = RENDER_HTML;
    document_begin(&b->html, &b->html_sink, &style);
}

/* login@host */
static void add_own_address(StrBuf *sb, const char *host)
{
    const struct passwd *login = getpwuid(getuid());
    strbuf_addf(sb, "%s@%s", login ? login->pw_name : "koers", host);
}

static void add_count(StrBuf *sb, size_t n, const char *word, bool first)
{
    if (n)
        strbuf_addf(sb, "%s%zu %s", first ? ": " : ", ", n, word);
}

/* SOURCE_DATE_EPOCH stands for now where the same bytes are wanted. */
static int64_t now(bool *is_fixed)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    *is_fixed = fixed && *fixed;
    return *is_fixed ? strtoll(fixed, NULL, 10) : (int64_t)time(NULL);
}

static bool print_mail(Briefing *b, size_t red, size_t amber)
{
    char host[HOST_SIZE] = "";
    StrBuf own, mail;
    bool is_fixed;
    if (gethostname(host, sizeof host - 1) || !mail_is_address(host))
        snprintf(host, sizeof host, "localhost");
    strbuf_init(&own);
    strbuf_init(&mail);
    add_own_address(&own, host);
    add_count(&b->title, red, "red", true);
    add_count(&b->title, amber, "amber", !red);
    MailHead head = {.from = b->options->from ? b->options->from : own.text,
                     .to = b->options->to ? b->options->to : own.text,
                     .subject = b->title.text,
                     .host = host,
                     .seconds = now(&is_fixed)};
    head.number = is_fixed ? 0 : (uint64_t)getpid();
    mail_add(&mail, &head, b->text_sink.buf.text, b->html_sink.buf.text);
    bool ok = cli_print_text(&mail);
    strbuf_release(&mail);
    strbuf_release(&own);
    return ok;
}

/* ---- what is asked ---- */

static SessionStatus read_model(Session *session, const CliOptions *o, const char *path)
{
    if (!path)
        return session_run_file(session, "model.koers");
    if (cli_is_script(path))
        return session_run_file(session, path);
    CliOptions with_store = *o;
    with_store.store = path;
    return cli_load_model(session, &with_store);
}

/* What waits comes from a module; a model that does not have what it requires does
   without. */
static void add_rows(Session *session)
{
    static const char use[] = "use reports.day_start";
    if (!model_find_source(session_model(session), "day_list"))
        session_run_text(session, "<brief>", use, sizeof use - 1, PARSE_SCRIPT);
}

static SessionStatus ask(Session *session, const Briefing *b)
{
    StrBuf text;
    strbuf_init(&text);
    strbuf_adds(&text, "brief");
    if (b->who) {
        strbuf_adds(&text, " for ");
        literal_add_text(&text, b->who);
    }
    if (b->day)
        strbuf_addf(&text, " on %s", b->day);
    session_guard(session);
    SessionStatus status =
        session_run_text(session, "<brief>", text.text, text.len, PARSE_SCRIPT);
    strbuf_release(&text);
    return status;
}

static int finish(Briefing *b, SessionStatus status, size_t alarms, size_t warnings)
{
    Session *session = b->output.session;
    const CliOptions *o = b->options;
    size_t red = session_alarms(session) - alarms;
    size_t amber = session_warnings(session) - warnings;
    bool written = true;
    if (o->mail) {
        cli_output_add_about(&b->output, &b->text);
        cli_output_add_about(&b->output, &b->html);
        document_end(&b->text);
        document_end(&b->html);
    }
    if (o->mail && status == SESSION_OK)
        written = print_mail(b, red, amber);
    if (!o->mail)
        written = cli_output_finish(&b->output);
    cli_print_diags(session_diags(session));
    if (status != SESSION_OK)
        return cli_exit_status(status);
    if (!written)
        return EXIT_OUTPUT;
    bool raised = (o->fail_on_alarm && red) || (o->fail_on_warn && amber);
    return raised ? EXIT_ALARM : EXIT_FINE;
}

static int brief(Briefing *b, Session *session)
{
    SessionStatus status = read_model(session, b->options, b->model);
    size_t alarms = session_alarms(session), warnings = session_warnings(session);
    if (status == SESSION_OK)
        add_rows(session);
    session_about_anew(session);
    b->is_reading = false;
    if (b->options->mail)
        begin_mail(b);
    if (status == SESSION_OK)
        status = ask(session, b);
    int res = finish(b, status, alarms, warnings);
    if (b->options->mail) {
        sink_release(&b->text_sink);
        sink_release(&b->html_sink);
    }
    return res;
}

static bool is_one_form(const CliOptions *o)
{
    if (o->mail ? !o->has_format : !o->to && !o->from)
        return true;
    fputs(o->mail ? "koers: `--mail` is text and HTML, whatever `--format` says\n"
                  : "koers: `--to` and `--from` stand with `--mail`\n",
          stderr);
    return false;
}

static bool are_addresses(const CliOptions *o)
{
    if ((!o->to || mail_is_address(o->to)) && (!o->from || mail_is_address(o->from)))
        return true;
    fputs("koers: an address is in ASCII, a name before it in any signs, as \"Zo\u00eb "
          "<zoe@example.com>\"\n",
          stderr);
    return false;
}

static bool is_day(const char *text)
{
    int64_t seconds;
    bool has_time;
    if (!text || (civil_parse(text, strlen(text), &seconds, &has_time) && !has_time))
        return true;
    fputs("koers: `on` takes a day, as 2025-03-31\n", stderr);
    return false;
}

int cli_brief(const CliOptions *o)
{
    Briefing b = {.options = o, .is_reading = true};
    if (!read_words(&b)) {
        fputs(usage, stderr);
        return EXIT_USAGE;
    }
    if (!is_day(b.day) || !is_one_form(o) || !are_addresses(o))
        return EXIT_USAGE;
    strbuf_init(&b.title);
    cli_output_init(&b.output, o);
    b.out = cli_output_callbacks(&b.output);
    Arena *arena = arena_new();
    bool has_store = b.model && !cli_is_script(b.model);
    SessionOptions options = {.store = has_store ? b.model : NULL,
                              .modules = modules_folders(arena),
                              .has_today = o->has_today,
                              .today = o->today,
                              .person = o->person,
                              .logs = !o->mail && cli_has_reader(o),
                              .stop = interrupt_flag(),
                              .output = b.out};
    options.output.block = take_block;
    options.output.files = take_files;
    options.output.progress = NULL;
    options.output.timed = NULL;
    options.output.self = &b;
    Session *session = session_new(&options);
    b.output.session = session;
    int res = brief(&b, session);
    session_free(session);
    strbuf_release(&b.title);
    arena_free(arena);
    return res;
}
