/* The table of locales and the search in it. Separators are those of the Unicode
   CLDR, but that a plain `en` writes dates as ISO does: 03/04 is read both ways. */
#include "runtime/algebra/locale.h"

#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"

#include <string.h>

#define NBSP "\xC2\xA0"
#define THIN_NBSP "\xE2\x80\xAF"
#define APOSTROPHE "\xE2\x80\x99"

static const Locale locales[] = {
    {"en", ".", ",", "y-m-d", "%", "USD", CURRENCY_BEFORE, false},
    {"en-US", ".", ",", "m/d/y", "%", "USD", CURRENCY_BEFORE, false},
    {"en-GB", ".", ",", "d/m/y", "%", "", CURRENCY_BEFORE, false},
    {"en-IE", ".", ",", "d/m/y", "%", "", CURRENCY_BEFORE, false},
    {"en-CA", ".", ",", "y-m-d", "%", "CAD", CURRENCY_BEFORE, false},
    {"en-AU", ".", ",", "d/m/y", "%", "AUD", CURRENCY_BEFORE, false},
    {"en-IN", ".", ",", "d/m/y", "%", "", CURRENCY_BEFORE, true},
    {"nl", ",", ".", "d-m-y", "%", "", CURRENCY_BEFORE_BLANK, false},
    {"nl-NL", ",", ".", "d-m-y", "%", "", CURRENCY_BEFORE_BLANK, false},
    {"nl-BE", ",", ".", "d/m/y", "%", "", CURRENCY_BEFORE_BLANK, false},
    {"de", ",", ".", "d.m.y", NBSP "%", "USD", CURRENCY_AFTER_BLANK, false},
    {"de-DE", ",", ".", "d.m.y", NBSP "%", "USD", CURRENCY_AFTER_BLANK, false},
    {"de-AT", ",", ".", "d.m.y", NBSP "%", "USD", CURRENCY_BEFORE_BLANK, false},
    {"de-CH", ".", APOSTROPHE, "d.m.y", "%", "USD", CURRENCY_BEFORE_BLANK, false},
    {"fr", ",", THIN_NBSP, "d/m/y", THIN_NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"fr-FR", ",", THIN_NBSP, "d/m/y", THIN_NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"fr-BE", ",", THIN_NBSP, "d/m/y", THIN_NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"fr-CA", ",", NBSP, "y-m-d", NBSP "%", "CAD", CURRENCY_AFTER_BLANK, false},
    {"fr-CH", ",", THIN_NBSP, "d.m.y", THIN_NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"es", ",", ".", "d/m/y", NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"it", ",", ".", "d/m/y", "%", "", CURRENCY_AFTER_BLANK, false},
    {"pt", ",", ".", "d/m/y", "%", "", CURRENCY_AFTER_BLANK, false},
    {"pt-BR", ",", ".", "d/m/y", "%", "", CURRENCY_BEFORE_BLANK, false},
    {"pl", ",", NBSP, "d.m.y", "%", "", CURRENCY_AFTER_BLANK, false},
    {"cs", ",", NBSP, "d.m.y", NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"da", ",", ".", "d.m.y", NBSP "%", "USD", CURRENCY_AFTER_BLANK, false},
    {"sv", ",", NBSP, "y-m-d", NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"nb", ",", NBSP, "d.m.y", NBSP "%", "", CURRENCY_AFTER_BLANK, false},
    {"fi", ",", NBSP, "d.m.y", NBSP "%", "USD", CURRENCY_AFTER_BLANK, false},
    {"ja", ".", ",", "y/m/d", "%", "USD", CURRENCY_BEFORE, false},
    {"zh", ".", ",", "y/m/d", "%", "", CURRENCY_BEFORE, false},
};

const Locale *locale_default(void)
{
    return &locales[0];
}

/* Length of `nl-NL` in `nl_NL.UTF-8`. */
static size_t name_length(const char *name)
{
    return strcspn(name, ".@");
}

static bool same_name(const char *name, size_t len, const char *known)
{
    for (size_t i = 0; i < len; i++) {
        char c = name[i] == '_' ? '-' : ascii_lower(name[i]);
        if (c != ascii_lower(known[i]))
            return false;
    }
    return known[len] == 0;
}

static const Locale *find_name(const char *name, size_t len)
{
    for (size_t i = 0; i < COUNT_OF(locales); i++) {
        if (strlen(locales[i].name) == len && same_name(name, len, locales[i].name))
            return &locales[i];
    }
    return NULL;
}

const Locale *locale_find(const char *name)
{
    size_t len = name_length(name);
    const Locale *found = find_name(name, len);
    return found ? found : find_name(name, strcspn(name, "-_.@"));
}

const char *locale_name(size_t index)
{
    return index < COUNT_OF(locales) ? locales[index].name : NULL;
}
