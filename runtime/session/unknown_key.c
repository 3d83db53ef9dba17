/* `customer = "QUICK-Stop"` means the key and finds nothing when that is the label;
   `unit under "North"` finds nothing where no unit is called so: the question was
   answered, and who asked is told. */
#include "runtime/session/internal.h"

#include <string.h>

/* The keys whose key or label the text is; NULL: they cannot be asked for. */
static Result *find_keys(Session *s, const KeyMet *met)
{
    const char *source = met->entity->source->name, *key = met->entity->name;
    const char *wanted = met->text->as.text.text;
    bool has_key = met->entity->type.kind == VALUE_TEXT;
    if (!has_key && !met->label)
        return NULL;
    char *text = arena_printf(s->statement, "show `%s` from `%s` where ", key, source);
    if (has_key)
        text = arena_printf(s->statement, "%s`%s` = \"%s\"%s", text, key, wanted,
                            met->label ? " or " : "");
    if (met->label)
        text = arena_printf(s->statement, "%s`%s`.`%s` = \"%s\"", text, key, met->label,
                            wanted);
    return session_ask(s, "", text, ASK_KEYS);
}

static bool is_key(const Result *keys, const AstText *text)
{
    for (uint32_t row = 0; row < keys->n_row; row++) {
        Value key = result_value(keys, 0, row);
        if (!key.empty && key.as.text.len == text->len &&
            memcmp(key.as.text.text, text->text, text->len) == 0)
            return true;
    }
    return false;
}

static void warn(Session *s, const KeyMet *met, const Result *keys)
{
    const char *text = met->text->as.text.text;
    if (met->by_label) {
        diag_warning(&s->sink, DIAG_NO_SUCH_KEY, met->text->span,
                     "no `%s` has the key or label \"%s\"", met->path, text);
        return;
    }
    Diag *d = diag_warning(&s->sink, DIAG_NO_SUCH_KEY, met->text->span,
                           "no `%s` has the key \"%s\"", met->path, text);
    if (!keys->n_row)
        return;
    if (keys->n_row == 1) {
        Value key = result_value(keys, 0, 0);
        diag_note(&s->sink, d, NULL, "it is the label of \"%.*s\"",
                  (int)key.as.text.len, key.as.text.text);
    } else {
        diag_note(&s->sink, d, NULL, "it is the label of %u keys", keys->n_row);
    }
    diag_help(&s->sink, d, "write `%s.%s = \"%s\"`", met->path, met->label, text);
}

void unknown_key_warn(Session *s, const Resolver *r)
{
    for (const KeyMet *met = r->key_met; met; met = met->next) {
        if (strpbrk(met->text->as.text.text, "\"\\\n{"))
            continue; /* would have to be quoted */
        DiagHush hush = diag_hush(&s->sink);
        Result *keys = find_keys(s, met);
        diag_unhush(&s->sink, hush);
        bool found = keys && (met->by_label ? keys->n_row > 0
                                            : is_key(keys, &met->text->as.text));
        if (keys && !found)
            warn(s, met, keys);
        result_unref(keys);
    }
}
