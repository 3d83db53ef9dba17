/* The SHA-256 of a file, found by a thread of its own. */
#ifndef KOERS_RUNTIME_IMPORT_DIGEST_H
#define KOERS_RUNTIME_IMPORT_DIGEST_H

#include "runtime/base/sha256.h"

#include <stdbool.h>

typedef struct Digest Digest;

/* Begins to read `path`, which must live until digest_end(). */
Digest *digest_begin(const char *path);
/* Waits for the end. false: the file could not be read. */
bool digest_end(Digest *digest, uint8_t sum[SHA256_SIZE]);
/* Stops it where it is. NULL is fine. */
void digest_stop(Digest *digest);

#endif
