/* Looks at a descriptor and the environment. */
#include "runtime/render/terminal.h"

#include "runtime/base/ascii.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH = 80, HEIGHT = 24, SIZE_MAX_SANE = 10000 };

static bool has_value(const char *text)
{
    return text && *text;
}

/* `UTF-8` and `utf8@euro` both name it. */
static bool names_charset(const char *text, const char *charset)
{
    while (*charset && ascii_lower(*text) == *charset) {
        text++;
        charset++;
    }
    return !*charset && (!*text || *text == '@');
}

static bool is_utf8(void)
{
    const char *name = getenv("LC_ALL");
    if (!has_value(name))
        name = getenv("LC_CTYPE");
    if (!has_value(name))
        name = getenv("LANG");
    const char *charset = name ? strchr(name, '.') : NULL;
    return charset &&
           (names_charset(charset + 1, "utf-8") || names_charset(charset + 1, "utf8"));
}

static bool wants_colour(void)
{
    const char *term = getenv("TERM");
    return !has_value(getenv("NO_COLOR")) && has_value(term) &&
           strcmp(term, "dumb") != 0;
}

static unsigned size_from(const char *variable, unsigned fallback)
{
    const char *text = getenv(variable);
    unsigned size = 0;
    for (; has_value(text) && ascii_is_digit(*text) && size < SIZE_MAX_SANE; text++)
        size = size * 10 + (unsigned)(*text - '0');
    return size ? size : fallback;
}

Terminal terminal_look(int fd)
{
    Terminal terminal = {.tty = isatty(fd) == 1};
    if (!terminal.tty)
        return terminal;
    terminal.colour = wants_colour();
    terminal.ascii = !is_utf8();
    struct winsize size = {0};
    bool told = ioctl(fd, TIOCGWINSZ, &size) == 0;
    terminal.width = told && size.ws_col ? size.ws_col : size_from("COLUMNS", WIDTH);
    terminal.height = told && size.ws_row ? size.ws_row : size_from("LINES", HEIGHT);
    return terminal;
}
