#include "runtime/base/recode.h"

#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

struct Recoder {
    iconv_t descriptor;
    size_t unit; /* bytes that are passed over where there is no character */
};

static bool begins_with(const char *text, const char *word)
{
    while (*word && ascii_lower(*text) == *word)
        text++, word++;
    return !*word;
}

static size_t unit_of(const char *encoding)
{
    bool is_wide = begins_with(encoding, "utf-16") || begins_with(encoding, "utf16") ||
                   begins_with(encoding, "ucs-2");
    return is_wide ? 2 : 1;
}

Recoder *recoder_open(const char *encoding)
{
    iconv_t descriptor = iconv_open("UTF-8", encoding);
    if (descriptor == (iconv_t)-1)
        return NULL;
    Recoder *recoder = xcalloc(1, sizeof *recoder);
    recoder->descriptor = descriptor;
    recoder->unit = unit_of(encoding);
    return recoder;
}

void recoder_close(Recoder *recoder)
{
    if (!recoder)
        return;
    iconv_close(recoder->descriptor);
    free(recoder);
}

static void pass_over(const Recoder *recoder, RecodeFrom *from, RecodeTo *to)
{
    size_t step = recoder->unit < from->len ? recoder->unit : from->len;
    from->text += step;
    from->len -= step;
    *to->text++ = '\xff';
    to->room--;
}

void recoder_run(Recoder *recoder, RecodeFrom *from, RecodeTo *to, bool is_last)
{
    while (from->len && to->room) {
        char *at;
        memcpy(&at, &from->text, sizeof at); /* iconv writes nothing there */
        size_t rc = iconv(recoder->descriptor, &at, &from->len, &to->text, &to->room);
        from->text = at;
        if (rc != (size_t)-1 || errno == E2BIG || (errno == EINVAL && !is_last))
            return;
        if (to->room)
            pass_over(recoder, from, to);
    }
}

bool recode_is_known(const char *encoding)
{
    Recoder *recoder = recoder_open(encoding);
    recoder_close(recoder);
    return recoder != NULL;
}
