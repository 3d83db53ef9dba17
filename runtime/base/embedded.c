#include "runtime/base/embedded.h"

#include "runtime/base/compiler.h"

#include <string.h>

const EmbeddedText *embedded_find(const char *name)
{
    for (const EmbeddedText *text = embedded_texts; text->name; text++) {
        if (!strcmp(text->name, name))
            return text;
    }
    return NULL;
}

const char *embedded_text(const char *name)
{
    const EmbeddedText *text = embedded_find(name);
    if (!text)
        UNREACHABLE("embedded text");
    return text->text;
}
