/* The pager is a command of the shell, as everybody's is. While it runs, an interrupt
   is its own affair, and a reader that leaves early is no error. */
#include "runtime/render/pager.h"

#include "runtime/base/utf8.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { NO_SUCH_COMMAND = 127, NOT_EXECUTABLE = 126 };

/* Cells of a line without its colour sequences. */
static size_t line_width(const char *text, size_t len)
{
    size_t cells = 0;
    while (len) {
        size_t plain = 0;
        while (plain < len && text[plain] != '\033')
            plain++;
        cells += utf8_width(text, plain);
        while (plain < len && text[plain] != 'm')
            plain++;
        plain += plain < len;
        text += plain;
        len -= plain;
    }
    return cells;
}

bool pager_is_needed(const StrBuf *text, const Terminal *terminal)
{
    if (!terminal->tty || !terminal->height || !terminal->width)
        return false;
    size_t lines = 0;
    const char *at = text->text;
    while (*at && lines < terminal->height) {
        size_t len = strcspn(at, "\n");
        size_t cells = line_width(at, len);
        lines += cells ? (cells - 1) / terminal->width + 1 : 1;
        at += len + (at[len] == '\n');
    }
    return lines >= terminal->height;
}

static const char *pager_command(void)
{
    const char *pager = getenv("PAGER");
    if (!pager)
        return "less -FRX";
    return *pager && strcmp(pager, "cat") != 0 ? pager : NULL;
}

static bool run(const char *command, const StrBuf *text)
{
    FILE *pipe = popen(command, "w");
    if (!pipe)
        return false;
    (void)fwrite(text->text, 1, text->len, pipe);
    int status = pclose(pipe);
    return !(WIFEXITED(status) && (WEXITSTATUS(status) == NO_SUCH_COMMAND ||
                                   WEXITSTATUS(status) == NOT_EXECUTABLE));
}

/* Unlike SIG_IGN this is not handed down to the pager. */
static void do_nothing(int signal_number)
{
    (void)signal_number;
}

bool pager_show(const StrBuf *text)
{
    const char *command = pager_command();
    if (!command)
        return false;
    struct sigaction ignore = {.sa_handler = do_nothing, .sa_flags = SA_RESTART};
    struct sigaction old_pipe;
    struct sigaction old_int;
    (void)sigemptyset(&ignore.sa_mask);
    (void)sigaction(SIGPIPE, &ignore, &old_pipe);
    (void)sigaction(SIGINT, &ignore, &old_int);
    bool shown = run(command, text);
    (void)sigaction(SIGINT, &old_int, NULL);
    (void)sigaction(SIGPIPE, &old_pipe, NULL);
    return shown;
}
