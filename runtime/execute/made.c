/* Rows of sources that Koers makes itself, from what the session hands out. Making them
   may ask questions; one that reads the same source stands on itself. */
#include "runtime/execute/internal.h"

#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

struct Made {
    Made *next;
    const Origin *origin; /* those of one name or statement share the rows */
    Result *result;
    bool is_running;
    bool is_limited; /* to what the person sees */
};

static bool is_same(const Origin *a, const Origin *b)
{
    return a->printed == b->printed && ascii_same(a->name, b->name);
}

static Made *find_made(Executor *ex, const Source *source)
{
    Made *made = ex->cache->made;
    while (made && !(is_same(made->origin, &source->origin) &&
                     made->is_limited == sight_is_limited(ex)))
        made = made->next;
    return made;
}

Result *made_rows(Executor *ex, const Source *source, DiagSink *sink)
{
    Made *made = find_made(ex, source);
    if (made && made->is_running) {
        diag_error_at_large(sink, DIAG_ROWS_CYCLE, "`%s` is made of what reads it",
                            source->origin.name);
        return NULL;
    }
    if (made)
        return made->result;
    made = xcalloc(1, sizeof *made);
    made->origin = &source->origin;
    made->is_limited = sight_is_limited(ex);
    made->is_running = true;
    made->next = ex->cache->made;
    ex->cache->made = made;
    made->result = ex->make(ex->make_self, source);
    made->is_running = false;
    return made->result;
}

void made_free(Executor *ex)
{
    for (Made *next, *made = ex->cache->made; made; made = next) {
        next = made->next;
        if (made->result)
            result_unref(made->result);
        free(made);
    }
    ex->cache->made = NULL;
}
