/* SHA-256, by libcrypto. */
#ifndef KOERS_RUNTIME_BASE_SHA256_H
#define KOERS_RUNTIME_BASE_SHA256_H

#include "runtime/base/strbuf.h"

#include <stdint.h>

enum { SHA256_SIZE = 32 };

/* Data that comes in pieces. */
typedef struct Sha256 Sha256;

Sha256 *sha256_begin(void);
void sha256_add(Sha256 *sha, const char *data, size_t len);
/* Frees it too. */
void sha256_end(Sha256 *sha, uint8_t digest[SHA256_SIZE]);
/* All at once. */
void sha256(const char *data, size_t len, uint8_t digest[SHA256_SIZE]);
/* Appends the first `n` bytes of a digest in hexadecimal, or all of it in Base64. */
void sha256_add_hex(StrBuf *sb, const uint8_t digest[SHA256_SIZE], size_t n);
void sha256_add_base64(StrBuf *sb, const uint8_t digest[SHA256_SIZE]);

#endif
