/* SHA-256 (FIPS 180-4). */
#ifndef KOERS_RUNTIME_BASE_SHA256_H
#define KOERS_RUNTIME_BASE_SHA256_H

#include "runtime/base/strbuf.h"

#include <stdint.h>

enum { SHA256_SIZE = 32, SHA256_BLOCK = 64 };

/* Data that comes in pieces. */
typedef struct {
    uint32_t state[8];
    uint64_t len;
    uint8_t rest[SHA256_BLOCK]; /* len % SHA256_BLOCK bytes of it */
} Sha256;

void sha256_begin(Sha256 *sha);
void sha256_add(Sha256 *sha, const char *data, size_t len);
void sha256_end(Sha256 *sha, uint8_t digest[SHA256_SIZE]);
/* All at once. */
void sha256(const char *data, size_t len, uint8_t digest[SHA256_SIZE]);
/* Appends the first `n` bytes of a digest in hexadecimal, or all of it in Base64. */
void sha256_add_hex(StrBuf *sb, const uint8_t digest[SHA256_SIZE], size_t n);
void sha256_add_base64(StrBuf *sb, const uint8_t digest[SHA256_SIZE]);

#endif
