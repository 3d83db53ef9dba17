/* A pool of distinct texts, each with a small code: equal texts have equal
   codes. A pool may stand on a frozen parent whose codes it shares; codes from
   intern_count(parent) on are its own. Texts may hold any bytes and are
   0-terminated besides. */
#ifndef KOERS_RUNTIME_BASE_INTERN_H
#define KOERS_RUNTIME_BASE_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Intern Intern;

typedef struct {
    const char *text;
    size_t len;
} Text;

/* `parent` may be NULL; it must outlive the pool and gain nothing meanwhile. */
Intern *intern_new(const Intern *parent);
void intern_free(Intern *pool);
uint32_t intern_add(Intern *pool, const char *text, size_t len);
bool intern_find(const Intern *pool, const char *text, size_t len, uint32_t *code);
Text intern_text(const Intern *pool, uint32_t code);
uint32_t intern_count(const Intern *pool); /* with the parent's */
size_t intern_bytes(const Intern *pool);   /* memory taken, without the parent's */

#endif
