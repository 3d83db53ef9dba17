/* Full blocks first, then one or two with the end mark and the length. */
#include "runtime/base/sha256.h"

#include <string.h>

enum { BLOCK = SHA256_BLOCK, ROUNDS = 64 };

static const uint32_t round_key[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2};

static uint32_t rotate(uint32_t v, unsigned n)
{
    return v >> n | v << (32 - n);
}

static uint32_t word_at(const uint8_t *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* The schedule is made as it is used: 16 words of it suffice. */
static uint32_t next_word(uint32_t w[16], size_t i)
{
    uint32_t a = w[(i + 1) % 16], b = w[(i + 14) % 16];
    w[i % 16] += (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[(i + 9) % 16] +
                 (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    return w[i % 16];
}

static void take_block(uint32_t state[8], const uint8_t *block)
{
    uint32_t w[16];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (size_t i = 0; i < ROUNDS; i++) {
        uint32_t word = i < 16 ? w[i] = word_at(block + 4 * i) : next_word(w, i);
        uint32_t t = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                     (g ^ (e & (f ^ g))) + round_key[i] + word;
        uint32_t u =
            (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
        h = g, g = f, f = e, e = d + t;
        d = c, c = b, b = a, a = t + u;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void sha256_begin(Sha256 *sha)
{
    static const uint32_t first[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    memcpy(sha->state, first, sizeof first);
    sha->len = 0;
}

void sha256_add(Sha256 *sha, const char *data, size_t len)
{
    size_t kept = sha->len % BLOCK;
    sha->len += len;
    if (kept) {
        size_t n = len < BLOCK - kept ? len : BLOCK - kept;
        memcpy(sha->rest + kept, data, n);
        data += n;
        len -= n;
        if (kept + n < BLOCK)
            return;
        take_block(sha->state, sha->rest);
    }
    for (; len >= BLOCK; data += BLOCK, len -= BLOCK)
        take_block(sha->state, (const uint8_t *)data);
    if (len)
        memcpy(sha->rest, data, len);
}

void sha256_end(Sha256 *sha, uint8_t digest[SHA256_SIZE])
{
    uint8_t last[2 * BLOCK] = {0};
    size_t rest = sha->len % BLOCK;
    size_t end = rest + 9 > BLOCK ? 2 * BLOCK : BLOCK;
    memcpy(last, sha->rest, rest);
    last[rest] = 0x80;
    for (size_t i = 0; i < 8; i++)
        last[end - 1 - i] = (uint8_t)(sha->len * 8 >> 8 * i);
    take_block(sha->state, last);
    if (end > BLOCK)
        take_block(sha->state, last + BLOCK);
    for (size_t i = 0; i < SHA256_SIZE; i++)
        digest[i] = (uint8_t)(sha->state[i / 4] >> (24 - 8 * (i % 4)));
}

void sha256(const char *data, size_t len, uint8_t digest[SHA256_SIZE])
{
    Sha256 sha;
    sha256_begin(&sha);
    sha256_add(&sha, data, len);
    sha256_end(&sha, digest);
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
