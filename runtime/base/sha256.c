#include "runtime/base/sha256.h"

#include "runtime/base/xalloc.h"

#include <openssl/evp.h>
#include <stdbool.h>
#include <stdlib.h>

struct Sha256 {
    EVP_MD_CTX *context;
};

/* What fails here is memory, or an installation without SHA-256. */
static void require(bool is_good)
{
    if (!is_good)
        UNREACHABLE("libcrypto has no SHA-256");
}

Sha256 *sha256_begin(void)
{
    Sha256 *sha = xmalloc(sizeof *sha);
    sha->context = EVP_MD_CTX_new();
    require(sha->context && EVP_DigestInit_ex(sha->context, EVP_sha256(), NULL));
    return sha;
}

void sha256_add(Sha256 *sha, const char *data, size_t len)
{
    require(EVP_DigestUpdate(sha->context, data, len));
}

void sha256_end(Sha256 *sha, uint8_t digest[SHA256_SIZE])
{
    require(EVP_DigestFinal_ex(sha->context, digest, NULL));
    EVP_MD_CTX_free(sha->context);
    free(sha);
}

void sha256(const char *data, size_t len, uint8_t digest[SHA256_SIZE])
{
    Sha256 *sha = sha256_begin();
    sha256_add(sha, data, len);
    sha256_end(sha, digest);
}

void sha256_add_hex(StrBuf *sb, const uint8_t digest[SHA256_SIZE], size_t n)
{
    for (size_t i = 0; i < n; i++)
        strbuf_addf(sb, "%02x", digest[i]);
}

void sha256_add_base64(StrBuf *sb, const uint8_t digest[SHA256_SIZE])
{
    static const char sign[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < SHA256_SIZE; i += 3) {
        size_t n = SHA256_SIZE - i < 3 ? SHA256_SIZE - i : 3;
        uint32_t v = (uint32_t)digest[i] << 16;
        v |= n > 1 ? (uint32_t)digest[i + 1] << 8 : 0;
        v |= n > 2 ? digest[i + 2] : 0;
        for (size_t k = 0; k < 4; k++)
            strbuf_addc(sb, k <= n ? sign[v >> (18 - 6 * k) & 63] : '=');
    }
}
