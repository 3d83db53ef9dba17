/* The only file that knows readline. It edits a text of any number of lines in one
   buffer: Enter runs it when it is whole, Up and Down move over its lines before they
   move through the history, and drawing is all ours (screen.h), with colours.

   Readline's callbacks carry no data, so what they need stands in one variable. */
#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"
#include "runtime/prompt/complete.h"
#include "runtime/prompt/history.h"
#include "runtime/prompt/internal.h"
#include "runtime/prompt/screen.h"
#include "runtime/session/values.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

enum {
    CTRL_A = 1,
    CTRL_C = 3,
    CTRL_E = 5,
    COLUMNS_LEAST = 8,
    MATCHES_SHOWN = 100, /* more are counted: asking first would be one more thing */
    VALUES_MICROSECONDS = 200 * 1000, /* that Tab may take to read a store */
};

typedef struct {
    Prompt *p;
    Screen screen;
    Highlight highlight;
    StrBuf out;
    size_t column;                   /* that Up and Down keep to */
    bool finished;                   /* the text was drawn for the last time */
    bool abandoned;                  /* by Ctrl-C */
    volatile sig_atomic_t ended;     /* the signal that ends the process */
    volatile sig_atomic_t suspended; /* by Ctrl-Z: what its signal found */
    volatile sig_atomic_t resumed;
    volatile sig_atomic_t resized;
} LineState;

static LineState readline_state;

/* ---- drawing ---- */

static ScreenInput input_now(void)
{
    LineState *s = &readline_state;
    int rows = 24, columns = 80;
    if (s->resized) { /* also while no line was read */
        s->resized = 0;
        rl_reset_screen_size();
    }
    rl_get_screen_size(&rows, &columns);
    size_t len = (size_t)rl_end, point = (size_t)rl_point;
    highlight_text(&s->highlight, rl_line_buffer, len, s->finished ? SIZE_MAX : point,
                   session_model(s->p->session));
    ScreenInput in = {.prompt = rl_display_prompt ? rl_display_prompt : "",
                      .text = rl_line_buffer,
                      .len = len,
                      .point = point,
                      .highlight = &s->highlight,
                      .columns =
                          columns < COLUMNS_LEAST ? COLUMNS_LEAST : (unsigned)columns,
                      .rows = rows < 1 ? 1 : (unsigned)rows,
                      .colour = s->p->terminal.colour};
    return in;
}

static void put_out(void)
{
    StrBuf *out = &readline_state.out;
    fwrite(out->text, 1, out->len, rl_outstream);
    fflush(rl_outstream);
    strbuf_reset(out);
}

static void redisplay(void)
{
    if (readline_state.finished)
        return;
    ScreenInput in = input_now();
    screen_draw(&readline_state.out, &readline_state.screen, &in);
    put_out();
}

/* Shows all of the text with the note behind it; the cursor stays there. */
static void show_whole(const char *note)
{
    LineState *s = &readline_state;
    s->finished = true; /* no bracket is marked */
    ScreenInput in = input_now();
    screen_finish(&s->out, &s->screen, &in);
    strbuf_truncate(&s->out, s->out.len - 2);
    strbuf_adds(&s->out, note);
    put_out();
}

static void draw_last(const char *note)
{
    if (!readline_state.finished)
        show_whole(note);
}

static void draw_anew(void)
{
    readline_state.finished = false;
    memset(&readline_state.screen, 0, sizeof readline_state.screen);
    redisplay();
}

/* ---- keys ---- */

static bool last_line_is_blank(void)
{
    int at = rl_end;
    while (at > 0 && (rl_line_buffer[at - 1] == ' ' || rl_line_buffer[at - 1] == '\t'))
        at--;
    return at > 0 && rl_line_buffer[at - 1] == '\n';
}

static int accept_text(int count, int key)
{
    ParseResult why;
    bool give_up = rl_point == rl_end && last_line_is_blank();
    if (!give_up &&
        !prompt_is_whole(readline_state.p, rl_line_buffer, (size_t)rl_end, &why)) {
        rl_insert_text("\n");
        return 0;
    }
    rl_point = rl_end;
    draw_last("\r\n");
    return rl_newline(count, key);
}

static int break_line(int count, int key)
{
    (void)count;
    (void)key;
    rl_insert_text("\n");
    return 0;
}

static int abandon_text(int count, int key)
{
    (void)count;
    (void)key;
    *readline_state.p->options->stop = 0;
    draw_last("^C\r\n");
    readline_state.abandoned = true;
    rl_replace_line("", 1);
    rl_done = 1;
    return 0;
}

static int line_up(int count, int key);
static int line_down(int count, int key);

static int move_line(int by, int count, int key)
{
    LineState *s = &readline_state;
    size_t target;
    if (rl_last_func != line_up && rl_last_func != line_down)
        s->column = 0;
    if (screen_move_line((Text){rl_line_buffer, (size_t)rl_end}, (size_t)rl_point, by,
                         &s->column, &target)) {
        rl_point = (int)target;
        return 0;
    }
    s->column = 0;
    return by < 0 ? rl_get_previous_history(count, key)
                  : rl_get_next_history(count, key);
}

static int line_up(int count, int key)
{
    return move_line(-1, count, key);
}

static int line_down(int count, int key)
{
    return move_line(1, count, key);
}

/* Readline's own go to the ends of the whole buffer. */
static int line_begin(int count, int key)
{
    (void)count;
    (void)key;
    while (rl_point > 0 && rl_line_buffer[rl_point - 1] != '\n')
        rl_point--;
    return 0;
}

static int line_end(int count, int key)
{
    (void)count;
    (void)key;
    while (rl_point < rl_end && rl_line_buffer[rl_point] != '\n')
        rl_point++;
    return 0;
}

static void on_suspend(int signal_number)
{
    (void)signal_number;
    readline_state.suspended = 1;
}

static void on_resume(int signal_number)
{
    (void)signal_number;
    readline_state.resumed = 1;
}

static void on_end(int signal_number)
{
    readline_state.ended = signal_number;
}

static void on_resize(int signal_number)
{
    (void)signal_number;
    readline_state.resized = 1; /* and the read is interrupted */
}

static void handle(int signal_number, void (*handler)(int))
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(signal_number, &action, NULL);
}

/* Ctrl-Z and `fg`: the shell finds the terminal as it left it, and the text stands
   anew under what the shell wrote. */
static void suspend(void)
{
    LineState *s = &readline_state;
    if (s->suspended) {
        show_whole("\r\n");
        rl_deprep_term_function();
        handle(SIGTSTP, SIG_DFL);
        raise(SIGTSTP);
        handle(SIGTSTP, on_suspend);
    } else {
        rl_deprep_term_function(); /* stopped from outside: the shell changed it */
    }
    s->suspended = s->resumed = 0;
    rl_prep_term_function(1);
    rl_reset_screen_size();
    draw_anew();
}

/* The shell finds its terminal as it was. */
static void end_process(void)
{
    int signal_number = readline_state.ended;
    rl_deprep_term_function();
    handle(signal_number, SIG_DFL);
    raise(signal_number);
}

/* Ctrl-C arrives as a signal that interrupts the read: it becomes a key, which also
   ends a search or a half-typed key sequence. */
static int read_key(FILE *stream)
{
    unsigned char c;
    for (;;) {
        if (readline_state.ended)
            end_process();
        if (*readline_state.p->options->stop)
            return CTRL_C;
        ssize_t n = read(fileno(stream), &c, 1);
        if (n == 1)
            return c;
        if (n == 0 || errno != EINTR)
            return EOF;
        if (readline_state.suspended || readline_state.resumed) {
            suspend();
        } else if (!*readline_state.p->options->stop) {
            redisplay();
        }
    }
}

/* ---- completion ---- */

static size_t common_length(const char *a, const char *b, size_t len)
{
    size_t n = 0;
    while (n < len && a[n] && ascii_lower(a[n]) == ascii_lower(b[n]))
        n++;
    while (n > 0 && ((unsigned char)a[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* What readline puts in for its word, which begins at `start` and not at ours. */
static char *match_text(const Completion *c, const Candidate *item, size_t start)
{
    StrBuf sb;
    strbuf_init(&sb);
    if (start < c->begin)
        strbuf_add(&sb, rl_line_buffer + start, c->begin - start);
    size_t skip = start > c->begin ? start - c->begin : 0;
    size_t len = strlen(item->text);
    strbuf_adds(&sb, item->text + (skip < len ? skip : len));
    if (rl_completion_quote_character == '`' && sb.len && sb.text[sb.len - 1] == '`')
        strbuf_truncate(&sb, sb.len - 1);
    char *res = xstrdup(sb.text);
    strbuf_release(&sb);
    return res;
}

/* Readline wants the common beginning first, then every match. */
static char **match_list(const Completion *c, const char *word, size_t start)
{
    char **list = xcalloc(c->n + 2, sizeof *list);
    for (size_t i = 0; i < c->n; i++)
        list[i + 1] = match_text(c, &c->item[i], start);
    size_t common = strlen(list[1]);
    for (size_t i = 1; i < c->n; i++)
        common = common_length(list[1], list[i + 1], common);
    if (c->n == 1) {
        list[0] = list[1];
        list[1] = NULL;
    } else if (common > strlen(word)) {
        list[0] = xstrndup(list[1], common);
    } else {
        list[0] = xstrdup(word);
    }
    return list;
}

static void on_alarm(int signal_number)
{
    (void)signal_number;
    *readline_state.p->options->stop = 1;
}

static void set_alarm(suseconds_t microseconds)
{
    struct itimerval timer;
    memset(&timer, 0, sizeof timer);
    timer.it_value.tv_usec = microseconds;
    setitimer(ITIMER_REAL, &timer, NULL);
}

/* Time and Ctrl-C both stop the reading; what was found until then is offered. */
static const Intern *find_values(void *self, const char *from, const char *owner,
                                 const char *name)
{
    Prompt *p = self;
    handle(SIGALRM, on_alarm);
    set_alarm(VALUES_MICROSECONDS);
    const Intern *res = session_values(p->session, from, owner, name);
    set_alarm(0);
    *p->options->stop = 0;
    return res;
}

/* The text ends with the quote of the candidate where nothing follows the cursor. */
static void set_ending(const Completion *c)
{
    rl_attempted_completion_over = !c->files;
    rl_completion_suppress_quote = c->quote != '\0';
    rl_completion_append_character = c->quote ? c->quote : ' ';
}

static char **attempt(const char *word, int start, int end)
{
    Arena *arena = arena_new();
    Prompt *p = readline_state.p;
    ValueSource values = {find_values, p};
    Completion c = complete_at(rl_line_buffer, (size_t)end, session_model(p->session),
                               &values, arena);
    char **list = c.n ? match_list(&c, word, (size_t)start) : NULL;
    set_ending(&c);
    arena_free(arena);
    return list;
}

/* The list goes under the text, which is then drawn anew under the list. */
static void show_matches(char **matches, int count, int longest)
{
    show_whole(""); /* readline begins with a line end */
    int shown = count > MATCHES_SHOWN ? MATCHES_SHOWN : count;
    rl_display_match_list(matches, shown, longest);
    if (shown < count)
        fprintf(rl_outstream, "and %d more\n", count - shown);
    draw_anew();
}

/* ---- life ---- */

static int start_line(void)
{
    memset(&readline_state.screen, 0, sizeof readline_state.screen);
    readline_state.finished = readline_state.abandoned = false;
    return 0;
}

static void bind_keys(Keymap map, bool inserts)
{
    rl_bind_key_in_map('\r', accept_text, map);
    rl_bind_key_in_map('\n', accept_text, map);
    rl_bind_key_in_map(CTRL_C, abandon_text, map);
    if (!inserts)
        return;
    rl_bind_keyseq_in_map("\033[A", line_up, map);
    rl_bind_keyseq_in_map("\033[B", line_down, map);
    rl_bind_keyseq_in_map("\033OA", line_up, map);
    rl_bind_keyseq_in_map("\033OB", line_down, map);
    rl_bind_keyseq_in_map("\033\r", break_line, map);
    rl_bind_keyseq_in_map("\033[H", line_begin, map);
    rl_bind_keyseq_in_map("\033[F", line_end, map);
    rl_bind_keyseq_in_map("\033OH", line_begin, map);
    rl_bind_keyseq_in_map("\033OF", line_end, map);
    rl_bind_keyseq_in_map("\033[1~", line_begin, map);
    rl_bind_keyseq_in_map("\033[4~", line_end, map);
}

static void set_variable(const char *name, const char *value)
{
    rl_variable_bind(name, value);
}

static void set_up_completion(void)
{
    rl_attempted_completion_function = attempt;
    rl_completion_display_matches_hook = show_matches;
    rl_completer_quote_characters = "\"'`";
    rl_basic_word_break_characters = " \t\n\"'`@><=;|&{(,[+*/%!~?:)}]^.-\\";
    rl_completer_word_break_characters = " \t\n\"'`@><=;|&{(,[+*/%!~?:)}]^.-\\";
    rl_sort_completion_matches = 0;
}

/* Texts are UTF-8. Where the environment says nothing at all readline would edit them
   byte by byte. */
static void set_charset(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return;
    }
    setenv("LC_CTYPE", "C.UTF-8", 1);
}

static void set_up(void)
{
    set_charset();
    rl_readline_name = "koers";
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_initialize();
    set_variable("completion-ignore-case", "on");
    set_variable("show-all-if-ambiguous", "on");
    set_variable("completion-query-items", "0");
    set_variable("page-completions", "off");
    set_variable("enable-bracketed-paste", "on");
    rl_redisplay_function = redisplay;
    rl_startup_hook = start_line;
    rl_getc_function = read_key;
    set_up_completion();
    bind_keys(emacs_standard_keymap, true);
    rl_bind_key_in_map(CTRL_A, line_begin, emacs_standard_keymap);
    rl_bind_key_in_map(CTRL_E, line_end, emacs_standard_keymap);
    bind_keys(vi_insertion_keymap, true);
    bind_keys(vi_movement_keymap, true);
    handle(SIGWINCH, on_resize);
}

static void add_entry(void *self, int64_t seconds, const char *text)
{
    (void)self;
    (void)seconds;
    add_history(text);
}

static void run(Prompt *p, char *text)
{
    size_t len = strlen(text);
    while (len && ascii_is_space(text[len - 1]))
        text[--len] = '\0'; /* completion leaves a blank */
    if (prompt_remember(p, text))
        add_history(text);
    prompt_run_text(p, text);
}

void line_loop(Prompt *p)
{
    LineState *s = &readline_state;
    s->p = p;
    strbuf_init(&s->out);
    set_up();
    using_history();
    if (p->history.len)
        history_load(p->history.text, add_entry, NULL);
    while (!p->done) {
        handle(SIGTSTP, on_suspend);
        handle(SIGCONT, on_resume);
        handle(SIGTERM, on_end);
        handle(SIGHUP, on_end);
        char *text = readline("koers> ");
        handle(SIGTSTP, SIG_DFL);
        handle(SIGCONT, SIG_DFL);
        handle(SIGTERM, SIG_DFL);
        handle(SIGHUP, SIG_DFL);
        if (!text) {
            draw_last("\r\n");
            break;
        }
        if (!s->abandoned)
            run(p, text);
        free(text);
    }
    highlight_release(&s->highlight);
    strbuf_release(&s->out);
    clear_history();
}
