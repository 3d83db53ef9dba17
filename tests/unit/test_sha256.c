/* SHA-256 against the examples of FIPS 180-4 and lengths around the ends of blocks. */
#include "runtime/base/sha256.h"

#include "tests/unit/unit.h"

#include <string.h>

static void check(const char *text, size_t len, const char *expected)
{
    uint8_t digest[SHA256_SIZE];
    StrBuf sb;
    strbuf_init(&sb);
    sha256(text, len, digest);
    sha256_add_hex(&sb, digest, SHA256_SIZE);
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
}

static void test_digests(void **state)
{
    (void)state;
    check("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const char *two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    check(two, strlen(two),
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char a[119];
    memset(a, 'a', sizeof a);
    check(a, 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    check(a, 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    check(a, 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    check(a, 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    check(a, 119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb");
}

static void test_base64(void **state)
{
    (void)state;
    uint8_t digest[SHA256_SIZE];
    StrBuf sb;
    strbuf_init(&sb);
    sha256("abc", 3, digest);
    sha256_add_base64(&sb, digest);
    assert_string_equal(sb.text, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    strbuf_release(&sb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_digests),
                                       cmocka_unit_test(test_base64)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
