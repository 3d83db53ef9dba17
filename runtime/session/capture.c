/* Blocks that are taken instead of printed. */
#include "runtime/session/internal.h"

Capture capture_begin(Session *s)
{
    Capture outer = {s->capture, s->n_capture, s->cap_capture, s->capturing,
                     s->fresh,   s->n_fresh,   s->cap_fresh,   s->told};
    s->fresh = NULL;
    s->n_fresh = s->cap_fresh = 0;
    s->told = (DayRange){0, 0};
    s->capture = NULL;
    s->n_capture = s->cap_capture = 0;
    s->capturing = true;
    return outer;
}

void capture_end(Session *s, Capture outer)
{
    for (size_t i = 0; i < s->n_capture; i++) {
        if (s->capture[i].result)
            result_unref((Result *)(uintptr_t)s->capture[i].result);
    }
    s->capture = outer.item;
    s->n_capture = outer.count;
    s->cap_capture = outer.cap;
    s->capturing = outer.capturing;
    s->fresh = outer.fresh;
    s->n_fresh = outer.n_fresh;
    s->cap_fresh = outer.cap_fresh;
    s->told = outer.told;
}
