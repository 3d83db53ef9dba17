/* The CSV reader: records and the places of what is wrong. */
#include "runtime/base/csv.h"
#include "runtime/base/strbuf.h"

#include "tests/unit/unit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/koers-csv-XXXXXX";

static void write_file(const char *text, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* Everything in the file: [field|"field"] per record, line:column: what per error. */
static void print_file(StrBuf *out, char separator)
{
    CsvReader *reader = csv_reader_open(path, (CsvForm){.separator = separator});
    assert_non_null(reader);
    CsvStatus status;
    while ((status = csv_reader_next(reader)) != CSV_END) {
        if (status == CSV_BAD) {
            CsvError error = csv_reader_error(reader);
            strbuf_addf(out, "%d:%d: %s\n", (int)error.line, (int)error.column,
                        error.what);
            continue;
        }
        size_t n;
        const CsvField *field = csv_reader_fields(reader, &n);
        strbuf_addf(out, "%d ", (int)csv_reader_line(reader));
        for (size_t i = 0; i < n; i++) {
            assert_int_equal(field[i].text[field[i].len], 0);
            strbuf_addf(out, field[i].quoted ? "%s\"%s\"" : "%s%s", i ? "|" : "[",
                        field[i].text);
        }
        strbuf_adds(out, "]\n");
    }
    csv_reader_close(reader);
}

static void expect_bytes(const char *text, size_t len, const char *wanted)
{
    write_file(text, len);
    StrBuf out;
    strbuf_init(&out);
    print_file(&out, 0);
    assert_string_equal(out.text, wanted);
    strbuf_release(&out);
}

static void expect(const char *text, const char *wanted)
{
    expect_bytes(text, strlen(text), wanted);
}

static void reads_records(void **state)
{
    (void)state;
    expect("", "");
    expect("a,b\n1,2\n", "1 [a|b]\n2 [1|2]\n");
    expect("a,b\r\n1,2", "1 [a|b]\n2 [1|2]\n");
    expect("\xef\xbb\xbf"
           "a;b;c,d\n;;\n",
           "1 [a|b|c,d]\n2 [||]\n");
    expect("a\tb\n\n\"x,\"\"y\"\"\"\t\"\"\r\n",
           "1 [a|b]\n2 []\n3 [\"x,\"y\"\"|\"\"]\n");
    expect("a,\"b\nc\"\nd,e\n", "1 [a|\"b\nc\"]\n3 [d|e]\n");
    expect("a,b\r", "1 [a|b]\n");
    expect("sep=;\na;b,c\n", "2 [a|b,c]\n");
    write_file("a,b|c\n", 6);
    StrBuf out;
    strbuf_init(&out);
    print_file(&out, '|');
    assert_string_equal(out.text, "1 [a,b|c]\n");
    strbuf_release(&out);
}

static void names_defects(void **state)
{
    (void)state;
    expect("a,b\nx\"y,1\n2,3\n", "1 [a|b]\n2:2: a quote in a field that does not begin "
                                 "with one\n3 [2|3]\n");
    expect("a,\"b\"c\n1,2\n",
           "1:6: text behind the closing quote of a field\n2 [1|2]\n");
    expect("a,b\n\xc3\xa9,\"x\n1,2\n",
           "1 [a|b]\n2:3: a quote that is never closed\n3 [1|2]\n");
    expect("a,b\nc\rd,1\n", "1 [a|b]\n2:3: a carriage return that does not end the "
                            "line\n");
    expect("a,\xc3\xa9\xff,c\nd\n", "1:4: bytes that are not UTF-8\n2 [d]\n");
    expect("a,\"x\n\xc3\xa9\xff\",c\nd\n", "2:2: bytes that are not UTF-8\n3 [d]\n");
    expect_bytes("a,b\0c\nd\n", 8, "1:4: a NUL byte\n2 [d]\n");
    expect_bytes("\xff\xfe"
                 "a\0,\0",
                 6, "1 [a|]\n");
    expect_bytes("\xfe\xff\0a\0,\xd8\0\0b", 10, "1:3: bytes that are not UTF-16BE\n");
}

static void limits_records(void **state)
{
    (void)state;
    size_t len = CSV_RECORD_MAX + 100;
    char *text = malloc(len);
    assert_non_null(text);
    memset(text, 'x', len);
    memcpy(text + len - 3, "\na\n", 3);
    expect_bytes(text, len,
                 "1:1: a record of more than 16 MiB; is a quote not closed?\n2 [a]\n");
    memset(text, ',', 3000);
    text[3000] = '\n';
    expect_bytes(text, 3001, "1:2001: more than 2000 fields\n");
    free(text);
}

static void refuses_other_things(void **state)
{
    (void)state;
    assert_null(csv_reader_open("/tmp/no-such-file-of-koers.csv", (CsvForm){0}));
    assert_int_equal(errno, ENOENT);
    assert_null(csv_reader_open("/tmp", (CsvForm){0}));
    assert_int_equal(errno, EISDIR);
    assert_null(csv_reader_open("/dev/zero", (CsvForm){0}));
    assert_int_equal(errno, EINVAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_records),
        cmocka_unit_test(names_defects),
        cmocka_unit_test(limits_records),
        cmocka_unit_test(refuses_other_things),
    };
    int file = mkstemp(path);
    if (file < 0)
        return 1;
    close(file);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
